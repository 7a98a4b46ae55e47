/* SPDX-License-Identifier: EUPL-1.2 */
/* What is asked in rows: the list, one of them, and whether it may go. */
#include <stdlib.h>
#include <string.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* "Kind 2", or "Number 2" where the form has no word for one. */
static char *row_name(const struct component *grid, size_t row)
{
	int number = (int)row + 1;

	if (text_empty(grid->repeat->one.text))
		/* TRANSLATORS: one of a list of things: Number 2 */
		return text_format(_("Number %d"), number);
	/* TRANSLATORS: %1$s is a word of the form, as child; %2$d its number */
	return text_format(_("%1$s %2$d"), grid->repeat->one.text, number);
}

void scene_row_heading(struct scene *scene)
{
	const struct draft *row = journey_asked(scene->journey);

	if (row->outer)
		scene_add_free(
			scene, ITEM_HEADING, "row", row_name(draft_grid(row), row->row));
}

/* What others had better not see is left out of a list; where there is nothing
 * else, dots tell that it is there. */
static bool is_hidden(
	const struct draft *row, const struct component *component)
{
	return component->is_masked && draft_grid(row)->type == COMPONENT_EDITGRID;
}

static void add_answer_text(struct text *to, const struct component *component,
	const struct answer_text *answer)
{
	char *dots = format_mask(answer->shown);

	text_add(to, component->is_masked ? dots : answer->shown);
	free(dots);
}

/* The answers of a row one after another; the first alone when `brief`. */
static void add_answers(struct text *to, const struct draft *row, bool brief)
{
	size_t n;
	const struct component **list = draft_questions(row, &n);
	bool any = false;

	for (size_t i = 0; i < n && !(brief && any); i++) {
		struct answer_text answer;

		if (!component_takes_answer(list[i]) || is_hidden(row, list[i]))
			continue;
		answer = answer_text(row, list[i]);
		if (*answer.shown) {
			/* TRANSLATORS: between two things in a list */
			text_add(to, any ? C_("list", ", ") : "");
			add_answer_text(to, list[i], &answer);
			any = true;
		}
		answer_text_clear(&answer);
	}
	free(list);
}

static char *row_text(
	const struct draft *draft, const struct component *grid, size_t at)
{
	struct draft *row = draft_peek_row(lend(draft), grid, at);
	struct text shown = { 0 };

	add_answers(&shown, row, false);
	draft_free(row);
	return text_take(&shown);
}

char *rows_text(const struct draft *draft, const struct component *component)
{
	size_t n = draft_n_rows(draft, component);
	struct text shown = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct draft *row = draft_peek_row(lend(draft), component, i);

		text_add(&shown, i ? C_("list", ", ") : "");
		add_answers(&shown, row, true);
		draft_free(row);
	}
	return text_take(&shown);
}

static void add_row(struct scene *scene, const struct component *grid,
	const struct way *way, int of)
{
	const struct draft *draft = journey_asked(scene->journey);
	char *name = row_name(grid, way->index);
	char *shown = row_text(draft, grid, way->index);
	struct item *item = scene_way_as(scene, way, ITEM_CHANGE, name);
	const struct problem *problem = &scene->journey->problem;

	item->of = of;
	item->privacy = grid->is_private ? PRIVACY_PRIVATE : PRIVACY_PUBLIC;
	item_set_value(item, *shown ? shown : _("Not filled in"));
	if (problem->code == PROBLEM_ROW && problem->row == way->index + 1) {
		struct phrase error;

		problem_phrase(problem, &error);
		item_set_error(item, error.text);
		free(error.text);
	}
	text_wipe(shown);
	free(name);
}

static void add_ways(struct scene *scene, const struct component *grid)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	int shown = 0;

	for (size_t i = 0; i < n; i++)
		shown += text_starts(ways[i].key, "row:");
	for (size_t i = 0; i < n; i++) {
		if (text_starts(ways[i].key, "row:"))
			add_row(scene, grid, &ways[i], shown);
		else
			scene_way(scene, &ways[i]);
	}
	free(ways);
}

static void tell_count(struct scene *scene, const struct component *grid)
{
	int n = (int)draft_n_rows(journey_asked(scene->journey), grid);

	if (!n)
		scene_add(
			scene, ITEM_TEXT, "count", _("You have not filled in any yet."));
	else
		scene_add_free(scene, ITEM_TEXT, "count",
			text_format(P_("You have filled in %d. You can change it.",
							"You have filled in %d. You can change them.", n),
				n));
	if (!n && !grid->limits.required)
		scene_add(
			scene, ITEM_TEXT, "optional", _("You may skip this question."));
}

void scene_rows(struct scene *scene)
{
	const struct component *grid = journey_component(scene->journey);
	struct phrase label;

	component_label(grid, &label);
	scene_title_phrase(scene, &label);
	scene_place(scene, grid);
	scene_error(scene, grid);
	scene_row_heading(scene);
	scene_phrase(scene, ITEM_TEXT, "hint", &grid->description);
	tell_count(scene, grid);
	add_ways(scene, grid);
}

static void title_of_row(struct scene *scene)
{
	const struct draft *row = journey_asked(scene->journey);
	const struct component *grid = draft_grid(row);
	char *name = row_name(grid, row->row);

	scene_title(scene, name);
	scene_phrase(scene, ITEM_HEADING, "of", &grid->label);
	free(name);
}

void scene_row(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	title_of_row(scene);
	for (size_t i = 0; i < n; i++) {
		if (text_starts(ways[i].key, "answer:"))
			scene_change(scene, &ways[i]);
		else
			scene_way(scene, &ways[i]);
	}
	free(ways);
}

void scene_remove(struct scene *scene)
{
	const struct draft *row = journey_asked(scene->journey);
	const struct component *grid = draft_grid(row);
	char *shown = row_text(row->outer, grid, row->row);
	struct item *item;

	scene_title(scene, _("Do you want to remove this?"));
	item = scene_add_free(scene, ITEM_DETAIL, "row", row_name(grid, row->row));
	item->privacy = grid->is_private ? PRIVACY_PRIVATE : PRIVACY_PUBLIC;
	item_set_value(item, *shown ? shown : _("Not filled in"));
	text_wipe(shown);
	scene_ways(scene);
}

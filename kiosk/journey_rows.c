/* SPDX-License-Identifier: EUPL-1.2 */
/* What is asked in rows: a list of them; each is asked as a form is. */
#include <stdio.h>
#include <stdlib.h>

#include "kiosk/journey_parts.h"
#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

#define UNUSED __attribute__((unused))

static size_t n_rows(const struct journey *journey)
{
	return draft_n_rows(journey_asked(journey), journey_component(journey));
}

unsigned focus_row(struct journey *journey, size_t row)
{
	char key[ID_SIZE];

	place_top(journey)->group = row / JOURNEY_GROUP;
	snprintf(key, sizeof(key), "row:%zu", row + 1);
	place_focus(journey, key);
	return EFFECT_FOCUS | EFFECT_ERROR;
}

static unsigned add_row(struct journey *journey)
{
	struct draft *draft = journey_asked(journey);
	const struct component *grid = journey_component(journey);
	struct draft *row = draft_open_row(draft, grid, n_rows(journey));
	size_t n;
	const struct component **list = draft_questions(row, &n);
	unsigned effects = EFFECT_MOVED;

	if (n)
		effects = form_ask(journey, list[0]);
	else
		draft_close_row(draft);
	free(list);
	return effects;
}

/* Where one is needed and none is there, it is asked at once. */
unsigned rows_begin(struct journey *journey)
{
	const struct component *grid = journey_component(journey);

	if (n_rows(journey))
		place_focus(journey, "next");
	else if (grid->limits.required && !grid->repeat->fixed)
		return add_row(journey);
	return 0;
}

/* To the list in which the open row is, which closes. */
static unsigned to_list(struct journey *journey)
{
	struct draft *row = journey_asked(journey);
	struct draft *around = row->outer;
	unsigned effects;
	char key[sizeof(journey->places[0].key)];
	size_t at = row->row;

	snprintf(key, sizeof(key), "%s", row->grid);
	draft_close_row(around);
	effects = place_go(journey, PLACE_ROWS, key);
	journey->places[0].group = at / JOURNEY_GROUP;
	if (n_rows(journey) && journey->depth == 1)
		place_focus(journey, "next");
	return effects;
}

/* It stays open, for to_list() to know where it was. */
static void drop_row(struct draft *row)
{
	const struct component *grid = draft_grid(row);

	if (row->row < draft_n_rows(row->outer, grid))
		draft_remove_row(row->outer, grid, row->row);
}

unsigned row_back_to_list(struct journey *journey)
{
	size_t at = journey_asked(journey)->row;
	unsigned effects = to_list(journey);

	if (journey->depth == 1)
		focus_row(journey, at);
	return effects;
}

unsigned row_show(struct journey *journey)
{
	return place_go(journey, PLACE_ROW, journey->slug);
}

unsigned row_next(struct journey *journey, const struct component *component)
{
	struct draft *row = journey_asked(journey);
	const struct component *next;

	draft_keep_row(row);
	next = form_neighbour(journey, 1);
	if (row->changing && component_has_answer(component))
		next = NULL;
	if (!next)
		next = draft_unsettled(row);
	if (next)
		return form_ask(journey, next);
	if (row->changing) {
		row->changing = false;
		return row_show(journey);
	}
	return to_list(journey);
}

/* What was answered stays, also when it is not complete yet; a new row in which
 * nothing was answered never was. */
unsigned row_back(struct journey *journey, const struct component *component)
{
	struct draft *row = journey_asked(journey);
	const struct component *before = form_neighbour(journey, -1);
	struct problem problem = draft_settle(row, component, journey->today);

	if (!problem.code)
		draft_keep_row(row);
	if (row->changing) {
		if (problem.code)
			draft_untype(row, component);
		row->changing = false;
		return row_show(journey);
	}
	if (before)
		return form_ask(journey, before);
	if (row->fresh && draft_is_blank(row))
		drop_row(row);
	return to_list(journey);
}

unsigned take_add_row(struct journey *journey, UNUSED const struct way *way)
{
	return add_row(journey);
}

unsigned take_row(struct journey *journey, const struct way *way)
{
	draft_open_row(
		journey_asked(journey), journey_component(journey), way->index);
	return row_show(journey);
}

unsigned take_row_answer(struct journey *journey, const struct way *way)
{
	struct draft *row = journey_asked(journey);

	row->changing = true;
	return form_ask(journey, &row->form->components[way->index]);
}

unsigned take_row_ready(struct journey *journey, UNUSED const struct way *way)
{
	return to_list(journey);
}

unsigned take_remove_row(struct journey *journey, UNUSED const struct way *way)
{
	return place_go(journey, PLACE_REMOVE, journey->slug);
}

unsigned take_keep_row(struct journey *journey, UNUSED const struct way *way)
{
	return row_show(journey);
}

unsigned take_row_away(struct journey *journey, UNUSED const struct way *way)
{
	drop_row(journey_asked(journey));
	return to_list(journey);
}

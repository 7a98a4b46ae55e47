/* SPDX-License-Identifier: EUPL-1.2 */
/* Steps and questions that came, went or moved, in the order of the form. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/diff_parts.h"
#include "tools/logic_words.h"

static const struct step *step_called(const struct form *form, const char *slug)
{
	for (size_t i = 0; i < form->n_steps; i++) {
		if (strcmp(form->steps[i].slug, slug) == 0)
			return &form->steps[i];
	}
	return NULL;
}

static const char *step_slug(const struct side *side, const struct asked *asked)
{
	return asked->step >= 0 ? side->form->steps[asked->step].slug : "";
}

static const char *step_name(const struct step *step)
{
	return text_empty(step->name.text) ? step->slug : step->name.text;
}

/* Heads of one question: 'Wat is uw naam?' [naam] */
static char *heading_of(const struct asked *asked)
{
	struct text out = { 0 };

	component_words(&out, asked->component);
	text_addf(&out, " [%s]", asked->key);
	return text_take(&out);
}

static void tell_added(struct comparison *comparison, const struct asked *asked)
{
	const struct component *component = asked->component;
	struct text *out;

	diff_under(comparison, heading_of(asked));
	out = diff_line(comparison, "is new: ");
	text_add(out, type_words(component));
	limits_words(out, component);
	for (size_t i = 0; i < component->n_options; i++) {
		text_add(out, i ? ", " : ": ");
		quoted_words(out, component->options[i].label.text);
	}
	if (component->condition.set) {
		text_add(out, "; ");
		condition_words(out, asked);
	}
	diff_end(comparison);
}

/* Its texts are told with that, and not once more. */
static void claim_texts(struct comparison *comparison, const json_t *texts,
	const struct asked *asked)
{
	char *begin = text_format("%s:", asked->key);
	const char *place;
	json_t *text;

	json_object_foreach((json_t *)lend(texts), place, text)
	{
		(void)text;
		if (text_starts(place, begin))
			json_object_set_new(comparison->told, place, json_true());
	}
	free(begin);
}

static void tell_removed(
	struct comparison *comparison, const struct asked *asked)
{
	diff_under(comparison, heading_of(asked));
	diff_line(comparison, "is removed");
	diff_end(comparison);
	claim_texts(comparison, comparison->old->texts, asked);
}

/* Removed questions of this step that stood before `until` (or NULL: all of
 * them), in their order; `from` is how far that was told. */
static size_t tell_gone(struct comparison *comparison, const char *slug,
	size_t from, const struct asked *until)
{
	const struct asked_list *old = &comparison->old->asked;
	size_t end = until ? (size_t)(until - old->list) : old->n;

	for (; from < end; from++) {
		const struct asked *asked = &old->list[from];

		if (strcmp(step_slug(comparison->old, asked), slug) == 0 &&
			!asked_find(&comparison->new->asked, asked->key))
			tell_removed(comparison, asked);
	}
	return from;
}

static const char *parent_key(const struct asked *asked)
{
	int parent = asked->component->parent;

	return parent >= 0 ? asked->form->components[parent].key : "";
}

static void tell_moved(struct comparison *comparison,
	const struct asked *before, const struct asked *now, bool stays)
{
	const struct asked *list = comparison->new->asked.list;
	struct text *out;

	diff_under(comparison, heading_of(now));
	if (strcmp(step_slug(comparison->old, before),
			step_slug(comparison->new, now)) != 0) {
		out = diff_line(comparison, "is moved to the step ");
		quoted_words(out, step_name(&comparison->new->form->steps[now->step]));
		diff_end(comparison);
	} else if (strcmp(parent_key(before), parent_key(now)) != 0) {
		diff_line(comparison, *parent_key(now) ? "is moved into another group"
											   : "is moved out of its group");
		diff_end(comparison);
	} else if (!stays && now > list && now[-1].step == now->step) {
		out = diff_line(comparison, "is moved; it comes after ");
		component_words(out, now[-1].component);
		diff_end(comparison);
	} else if (!stays) {
		diff_line(comparison, "is moved to the beginning of the step");
		diff_end(comparison);
	}
}

/* Of the questions of one step: which stay in their order. */
static char *staying(const struct comparison *comparison, int step)
{
	const struct side *old = comparison->old, *new = comparison->new;
	const char *slug = new->form->steps[step].slug;
	size_t *places = mem_new(new->asked.n + 1, sizeof *places);
	size_t *index = mem_new(new->asked.n + 1, sizeof *index);
	char *all = mem_new(new->asked.n + 1, 1);
	char *stays;
	size_t n = 0;

	for (size_t i = 0; i < new->asked.n; i++) {
		const struct asked *now = &new->asked.list[i];
		const struct asked *before =
			now->step == step ? asked_find(&old->asked, now->key) : NULL;

		if (!before || strcmp(step_slug(old, before), slug) != 0)
			continue;
		places[n] = (size_t)(before - old->asked.list);
		index[n++] = i;
	}
	stays = diff_staying(places, n);
	for (size_t i = 0; i < n; i++)
		all[index[i]] = stays[i];
	free(stays);
	free(index);
	free(places);
	return all;
}

static void diff_list(struct comparison *comparison, int step)
{
	const struct side *old = comparison->old, *new = comparison->new;
	const char *slug = new->form->steps[step].slug;
	char *stays = staying(comparison, step);
	size_t gone = 0;

	for (size_t i = 0; i < new->asked.n; i++) {
		const struct asked *now = &new->asked.list[i];
		const struct asked *before;

		if (now->step != step)
			continue;
		before = asked_find(&old->asked, now->key);
		if (before && strcmp(step_slug(old, before), slug) == 0)
			gone = tell_gone(comparison, slug, gone, before);
		if (!before) {
			tell_added(comparison, now);
			claim_texts(comparison, new->texts, now);
			continue;
		}
		tell_moved(comparison, before, now, stays[i]);
		diff_question(comparison, before, now);
	}
	tell_gone(comparison, slug, gone, NULL);
	free(stays);
}

static void diff_step(struct comparison *comparison, int index)
{
	const struct step *now = &comparison->new->form->steps[index];
	const struct step *before = step_called(comparison->old->form, now->slug);
	char *begin = text_format("step:%s:", now->slug);

	diff_under(comparison, text_format("Step '%s'", step_name(now)));
	if (!before) {
		diff_line(comparison, "is new");
		diff_end(comparison);
	} else if (before->is_applicable != now->is_applicable) {
		diff_line(comparison, now->is_applicable
								  ? "is no longer skipped at first"
								  : "is skipped now, unless a rule says so");
		diff_end(comparison);
	}
	diff_places(comparison, begin);
	free(begin);
	diff_list(comparison, index);
}

static void diff_order(struct comparison *comparison)
{
	const struct form *old = comparison->old->form;
	const struct form *new = comparison->new->form;
	size_t *places = mem_new(new->n_steps + 1, sizeof *places);
	size_t *index = mem_new(new->n_steps + 1, sizeof *index);
	size_t n = 0;
	char *stays;

	for (size_t i = 0; i < new->n_steps; i++) {
		const struct step *before = step_called(old, new->steps[i].slug);

		if (!before)
			continue;
		places[n] = (size_t)(before - old->steps);
		index[n++] = i;
	}
	stays = diff_staying(places, n);
	for (size_t i = 0; i < n; i++) {
		if (stays[i])
			continue;
		diff_under(comparison,
			text_format("Step '%s'", step_name(&new->steps[index[i]])));
		text_addf(diff_line(comparison, "is moved; it is step "), "%zu",
			index[i] + 1);
		diff_end(comparison);
	}
	free(stays);
	free(index);
	free(places);
}

void diff_questions(struct comparison *comparison)
{
	const struct form *old = comparison->old->form;
	const struct form *new = comparison->new->form;

	diff_order(comparison);
	for (size_t i = 0; i < new->n_steps; i++)
		diff_step(comparison, (int)i);
	for (size_t i = 0; i < old->n_steps; i++) {
		const struct step *step = &old->steps[i];
		char *begin;

		if (step_called(new, step->slug))
			continue;
		diff_under(comparison, text_format("Step '%s'", step_name(step)));
		diff_line(comparison, "is removed");
		diff_end(comparison);
		begin = text_format("step:%s:name", step->slug);
		json_object_set_new(comparison->told, begin, json_true());
		free(begin);
		tell_gone(comparison, step->slug, 0, NULL);
	}
}

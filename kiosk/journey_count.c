/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * "Question n of m": m is the longest way that is still possible. A question
 * whose condition hangs on an answer yet to come counts as far as one answer
 * there can make it appear, so m shrinks on the way and never grows.
 */
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { DEEPEST = 32 };

struct way_ahead {
	const struct form *form;
	size_t from; /* answers before this component are known */
	int depth;
};

static bool counts(const struct component *component)
{
	return component_has_answer(component) && !component->disabled &&
		   !component_is_whole(component) && component->type != COMPONENT_FILE;
}

/* The first condition of a component or its parents that hangs on an answer
 * still to come; NULL: what is visible now stays so. */
static const struct condition *open_condition(
	const struct way_ahead *ahead, size_t at)
{
	long up = (long)at;

	while (up >= 0) {
		const struct component *component = &ahead->form->components[up];
		const struct condition *condition = &component->condition;

		if (condition->set && !condition->outer &&
			condition->at >= (int)ahead->from)
			return condition;
		up = component->parent;
	}
	return NULL;
}

static int weight(struct way_ahead *ahead, size_t at);

/* Questions that appear when `when` is answered with `eq`; with eq NULL an
 * answer that no condition names. */
static int gained(
	struct way_ahead *ahead, size_t when, const json_t *eq, bool all)
{
	int sum = 0;

	for (size_t i = ahead->from; i < ahead->form->n_components; i++) {
		const struct condition *condition = open_condition(ahead, i);
		bool same;

		if (!condition || condition->at != (int)when)
			continue;
		same = eq && json_equal(condition->eq, eq);
		if (all || same == condition->show)
			sum += weight(ahead, i);
	}
	return sum;
}

static int best_answer(struct way_ahead *ahead, size_t when)
{
	/* Several options at once can make several questions appear. */
	bool many = ahead->form->components[when].type == COMPONENT_SELECTBOXES;
	int best = gained(ahead, when, NULL, many);

	for (size_t i = ahead->from; i < ahead->form->n_components && !many; i++) {
		const struct condition *condition = open_condition(ahead, i);
		int sum;

		if (!condition || condition->at != (int)when)
			continue;
		sum = gained(ahead, when, condition->eq, false);
		if (sum > best)
			best = sum;
	}
	return best;
}

/* A question and all that its answer can add. */
static int weight(struct way_ahead *ahead, size_t at)
{
	const struct component *component = &ahead->form->components[at];
	int sum = counts(component) ? 1 : 0;

	if (component_has_answer(component) && ahead->depth < DEEPEST) {
		ahead->depth++;
		sum += best_answer(ahead, at);
		ahead->depth--;
	}
	return sum;
}

static int longest(const struct draft *draft, const char *visible, size_t from)
{
	struct way_ahead ahead = { draft->form, from, 0 };
	int sum = 0;

	for (size_t i = from; i < draft->form->n_components; i++)
		if (!open_condition(&ahead, i) && visible[i])
			sum += weight(&ahead, i);
	return sum;
}

void draft_count(const struct draft *draft, const struct component *component,
	int *n, int *m)
{
	const struct form *form = draft->form;
	const char *visible = draft->now->visible;
	size_t at = (size_t)(component - form->components);
	int before = 0;

	for (size_t i = 0; i < at; i++)
		if (visible[i] && counts(&form->components[i]))
			before++;
	*n = counts(component) ? before + 1 : 0;
	*m = before + longest(draft, visible, at);
	if (*m < *n)
		*m = *n;
}

size_t *draft_missing(
	const struct draft *draft, const struct component *component, size_t *n)
{
	const struct evaluation *now = draft->now;
	size_t *list = mem_new(now->n_components + 1, sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < now->n_components; i++)
		if (now->visible[i] && now->components[i].soft_required &&
			now->components[i].step == component->step &&
			answer_is_empty(&now->components[i], now->values[i]))
			list[(*n)++] = i;
	return list;
}

static bool misses_something(
	const struct draft *draft, const struct component *component)
{
	size_t n;

	free(draft_missing(draft, component, &n));
	return n > 0;
}

static bool is_asked(
	const struct draft *draft, const struct component *component)
{
	if (component->type == COMPONENT_CONTENT)
		return !text_empty(component->content.text);
	if (component->type == COMPONENT_FILE)
		return true;
	if (component->type == COMPONENT_SOFT_ERRORS)
		return misses_something(draft, component);
	return counts(component);
}

const struct component **draft_questions(const struct draft *draft, size_t *n)
{
	const struct form *form = draft->form;
	const struct component **list = mem_new(form->n_components, sizeof(void *));

	*n = 0;
	for (size_t i = 0; i < form->n_components; i++)
		if (draft->now->visible[i] && is_asked(draft, &form->components[i]))
			list[(*n)++] = &form->components[i];
	return list;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * "Question n of m": m is the longest way that is still possible. A question
 * that hangs on an answer yet to come counts as far as one answer there can
 * make it appear, so m shrinks on the way and never grows.
 */
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/ahead.h"

enum { DEEPEST = 200, UNKNOWN = -1, NONE = -1 };

struct way_ahead {
	const struct draft *draft;
	size_t from;        /* answers before this component are known */
	struct hang *hangs; /* a component: on what it hangs, parents too */
	/* Components that hang on one answer, as lists: */
	int *first; /* a component: the first that hangs on it, NONE */
	int *next;  /* a component: the next that hangs on the same */
	int *weights;
	int depth;
};

static bool counts(const struct component *component)
{
	return component_takes_answer(component) && !component->disabled;
}

/* Or a rule may yet make it so. */
static bool may_count(const struct way_ahead *ahead, size_t at)
{
	struct component component = ahead->draft->form->components[at];

	if (form_may_ask(ahead->draft->source, at, ahead->from))
		component.disabled = false;
	return counts(&component);
}

/* The first thing, of the component, its parents and its step, that hangs on an
 * answer still to come. */
static struct hang hang_of(const struct way_ahead *ahead, size_t at)
{
	const struct form *form = ahead->draft->source;
	struct hang hang = { .kind = HANG_NOT };
	long up = (long)at;

	for (; up >= 0 && hang.kind == HANG_NOT; up = form->components[up].parent)
		hang = form_hang(form, (size_t)up, ahead->from);
	if (hang.kind == HANG_NOT)
		hang = form_hang_step(
			form, (size_t)form->components[at].step, ahead->from);
	/* Whoever never answers it may see whatever hangs on it. */
	if (hang.kind == HANG_ANSWER && !may_count(ahead, (size_t)hang.when))
		hang.kind = HANG_ANY;
	return hang;
}

static void look_ahead(struct way_ahead *ahead)
{
	size_t n = ahead->draft->form->n_components;

	for (size_t i = 0; i < n; i++) {
		ahead->first[i] = ahead->next[i] = NONE;
		ahead->weights[i] = UNKNOWN;
	}
	for (size_t i = n; i-- > ahead->from;) {
		struct hang hang = hang_of(ahead, i);

		ahead->hangs[i] = hang;
		if (hang.kind != HANG_ANSWER)
			continue;
		ahead->next[i] = ahead->first[hang.when];
		ahead->first[hang.when] = (int)i;
	}
}

static int weight(struct way_ahead *ahead, size_t at);

static void add_sum(json_t *sums, const json_t *eq, int sum)
{
	char *key = json_dumps(eq, JSON_ENCODE_ANY | JSON_SORT_KEYS);
	json_int_t before = json_integer_value(json_object_get(sums, key));

	json_object_set_new(sums, key, json_integer(before + sum));
	free(key);
}

/* The most questions that one answer makes appear; with several options at
 * once all of them can. */
static int best_answer(struct way_ahead *ahead, size_t when)
{
	const struct component *asked = &ahead->draft->form->components[when];
	bool many = asked->type == COMPONENT_SELECTBOXES || asked->repeat;
	json_t *sums = json_object();
	int otherwise = 0, best = 0;
	const char *key;
	json_t *sum;

	for (int i = ahead->first[when]; i != NONE; i = ahead->next[i]) {
		const struct hang *hang = &ahead->hangs[i];
		int added = weight(ahead, (size_t)i);

		if (many || !hang->show)
			otherwise += added;
		if (!many)
			add_sum(sums, hang->eq, hang->show ? added : -added);
	}
	json_object_foreach(sums, key, sum) if (json_integer_value(sum) > best)
		best = (int)json_integer_value(sum);
	json_decref(sums);
	return otherwise + best;
}

/* A question and all that its answer can add. */
static int weight(struct way_ahead *ahead, size_t at)
{
	if (ahead->weights[at] != UNKNOWN)
		return ahead->weights[at];
	ahead->weights[at] = 0; /* for those that hang on each other */
	if (ahead->first[at] != NONE && ahead->depth < DEEPEST) {
		ahead->depth++;
		ahead->weights[at] = best_answer(ahead, at);
		ahead->depth--;
	}
	ahead->weights[at] += may_count(ahead, at);
	return ahead->weights[at];
}

static int longest(const struct draft *draft, size_t from)
{
	size_t n = draft->form->n_components;
	struct way_ahead ahead = { .draft = draft,
		.from = from,
		.hangs = mem_new(n + 1, sizeof(*ahead.hangs)),
		.first = mem_new(3 * (n + 1), sizeof(int)) };
	int sum = 0;

	ahead.next = ahead.first + n;
	ahead.weights = ahead.next + n;
	look_ahead(&ahead);
	for (size_t i = from; i < n; i++)
		if (ahead.hangs[i].kind == HANG_ANY ||
			(ahead.hangs[i].kind == HANG_NOT && draft->now->visible[i]))
			sum += weight(&ahead, i);
	free(ahead.hangs);
	free(ahead.first);
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
	*m = before + longest(draft, at);
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
		return !text_empty(component->content.text) &&
			   !draft_explains(draft, component);
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

/* SPDX-License-Identifier: EUPL-1.2 */
/* The way through a form: question by question, check, statements, send. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

const struct component *journey_component(const struct journey *journey)
{
	const struct place *place = journey_flow(journey);

	if ((place->kind != PLACE_QUESTION && place->kind != PLACE_ROWS) ||
		!journey->draft)
		return NULL;
	return form_find(journey_asked(journey)->form, place->key);
}

struct draft *journey_asked(const struct journey *journey)
{
	return draft_innermost(journey->draft);
}

struct draft *journey_draft(struct journey *journey, const char *slug)
{
	struct draft *draft;

	for (size_t i = 0; i < journey->n_drafts; i++)
		if (text_same(journey->drafts[i]->slug, slug))
			return journey->drafts[i];
	draft = draft_new(slug, journey->today);
	journey->drafts =
		mem_more(journey->drafts, journey->n_drafts, sizeof(void *));
	journey->drafts[journey->n_drafts++] = draft;
	return draft;
}

/* Asked for also when it was begun before, so that the visit always has the
 * bundle of the form at hand. */
unsigned form_open(struct journey *journey, const char *slug)
{
	journey->draft = journey_draft(journey, slug);
	snprintf(journey->slug, sizeof(journey->slug), "%s", slug);
	return place_go(journey, PLACE_FETCHING, slug) | EFFECT_FETCH;
}

unsigned journey_try(struct journey *journey, const char *slug)
{
	journey->trial = journey->begun = true;
	return form_open(journey, slug);
}

unsigned form_came(struct journey *journey)
{
	const struct form *form = journey->draft->form;

	if (!text_same(form->language, journey->language))
		return EFFECT_FETCH; /* another language was chosen meanwhile */
	/* No city can be asked to follow rules while somebody fills it in. */
	if (form->reach != FORM_OFFLINE)
		return place_go(journey, PLACE_NOT_HERE, journey->slug);
	return place_go(journey, PLACE_SERVICE, journey->slug);
}

unsigned form_ask(struct journey *journey, const struct component *component)
{
	struct draft *draft = journey_asked(journey);
	enum place_kind kind = component->repeat ? PLACE_ROWS : PLACE_QUESTION;
	unsigned effects = place_go(journey, kind, component->key);

	draft_see(draft, component);
	if (kind == PLACE_ROWS)
		return effects | rows_begin(journey);
	/* Of a long list the part that holds the answer. */
	for (size_t i = 0; i < component->n_options; i++)
		if (!component_is_many(component) &&
			draft_is_chosen(draft, component, i))
			journey->places[0].group = i / JOURNEY_GROUP;
	return effects;
}

/* Onward to a question, NULL for the check; unless nobody goes on. */
static unsigned go(struct journey *journey, const struct component *to)
{
	int blocked = draft_blocked(journey->draft, to);

	if (blocked >= 0)
		return form_block(journey, blocked);
	if (to)
		return form_ask(journey, to);
	journey->changing = false;
	return place_go(journey, PLACE_CHECK, journey->slug);
}

unsigned form_start(struct journey *journey)
{
	size_t n;
	const struct component **list = draft_questions(journey->draft, &n);
	unsigned effects;

	journey->changing = false;
	draft_close_row(journey->draft);
	effects = n ? go(journey, list[0]) : form_check(journey);
	free(list);
	return effects;
}

/* The first question that is still to be asked, or answered better. */
const struct component *draft_unsettled(const struct draft *draft)
{
	const struct component *found = NULL;
	size_t n;
	const struct component **list = draft_questions(draft, &n);

	for (size_t i = 0; i < n && !found; i++)
		if (component_has_answer(list[i]) &&
			(!draft_saw(draft, list[i]) || draft_problem(draft, list[i]).code))
			found = list[i];
	free(list);
	return found;
}

unsigned form_check(struct journey *journey)
{
	draft_close_row(journey->draft);
	return go(journey, draft_unsettled(journey->draft));
}

static unsigned back_to_check(
	struct journey *journey, const struct component *changed)
{
	unsigned effects = form_check(journey);
	size_t at = (size_t)(changed - journey->draft->form->components);
	size_t n;
	struct way *ways;

	if (journey_flow(journey)->kind != PLACE_CHECK || journey->depth > 1)
		return effects;
	ways = journey_ways(journey, &n);
	for (size_t i = 0; i < n; i++)
		if (text_starts(ways[i].key, "change:") && ways[i].index == at)
			place_focus(journey, ways[i].key);
	free(ways);
	return effects;
}

/* The question after (+1) or before (-1) the one at hand; NULL: none. */
const struct component *form_neighbour(
	const struct journey *journey, int direction)
{
	const struct component *at = journey_component(journey);
	const struct component *found = NULL;
	size_t n;
	const struct component **list = draft_questions(journey_asked(journey), &n);

	for (size_t i = 0; i < n; i++) {
		if (direction < 0 && list[i] < at)
			found = list[i];
		if (direction > 0 && list[i] > at && !found)
			found = list[i];
	}
	free(list);
	return found;
}

/* Where one makes it good: the field, or the first option. */
static unsigned focus_problem(struct journey *journey)
{
	char key[ID_SIZE];
	struct way way;

	if (journey->problem.row)
		return focus_row(journey, journey->problem.row - 1);
	journey_field(journey, key);
	if (!text_starts(key, "field:") && way_number(journey, 1, &way))
		memcpy(key, way.key, ID_SIZE);
	place_focus(journey, key);
	return EFFECT_FOCUS | EFFECT_ERROR;
}

unsigned form_next(struct journey *journey)
{
	const struct component *component = journey_component(journey);
	const struct component *next;

	if (!component)
		return form_check(journey);
	journey->problem =
		draft_settle(journey_asked(journey), component, journey->today);
	if (journey->problem.code)
		return focus_problem(journey);
	if (journey_asked(journey)->outer)
		return row_next(journey, component);
	if (journey->changing && component_has_answer(component))
		return back_to_check(journey, component);
	next = form_neighbour(journey, 1);
	return next ? go(journey, next) : form_check(journey);
}

/* An answer that was being changed and is wrong gives way to the old one. */
static unsigned back_while_changing(struct journey *journey)
{
	const struct component *component = journey_component(journey);

	if (draft_settle(journey->draft, component, journey->today).code)
		draft_untype(journey->draft, component);
	if (!draft_unsettled(journey->draft))
		return back_to_check(journey, component);
	journey->changing = false;
	return form_back(journey);
}

unsigned form_back(struct journey *journey)
{
	const struct component *component = journey_component(journey);
	const struct component *before;

	if (!component)
		return place_go(journey, PLACE_SERVICE, journey->slug);
	if (journey_asked(journey)->outer)
		return row_back(journey, component);
	if (journey->changing)
		return back_while_changing(journey);
	draft_settle(journey->draft, component, journey->today);
	before = form_neighbour(journey, -1);
	return before ? form_ask(journey, before) : form_leave(journey);
}

unsigned form_change(struct journey *journey, const char *key)
{
	const struct component *component = form_find(journey->draft->form, key);

	journey->changing = true;
	return component ? form_ask(journey, component) : 0;
}

static bool is_ready(const struct journey *journey)
{
	return !draft_unsettled(journey->draft) &&
		   draft_blocked(journey->draft, NULL) < 0;
}

unsigned form_after_check(struct journey *journey)
{
	if (!is_ready(journey))
		return form_check(journey);
	return place_go(journey,
		journey->draft->form->n_statements ? PLACE_STATEMENTS : PLACE_SEND,
		journey->slug);
}

/* The first required statement that was passed by; n_statements for none. */
static size_t missing_statement(const struct journey *journey)
{
	const struct form *form = journey->draft->form;
	size_t i = 0;

	while (i < form->n_statements && i < JOURNEY_STATEMENTS &&
		   (journey->agreed[i] || !form->statements[i].limits.required))
		i++;
	return i < JOURNEY_STATEMENTS ? i : form->n_statements;
}

unsigned form_statements(struct journey *journey)
{
	size_t missing = missing_statement(journey);
	struct way way;

	if (missing == journey->draft->form->n_statements)
		return place_go(journey, PLACE_SEND, journey->slug);
	journey->disagreed = true;
	if (way_number(journey, (int)missing + 1, &way))
		place_focus(journey, way.key);
	return EFFECT_FOCUS | EFFECT_ERROR;
}

unsigned form_send(struct journey *journey)
{
	if (!is_ready(journey))
		return form_check(journey);
	if (missing_statement(journey) < journey->draft->form->n_statements)
		return place_go(journey, PLACE_STATEMENTS, journey->slug);
	if (journey->trial)
		return 0;
	journey->outcome = OUTCOME_NONE;
	journey->progress = PROGRESS_BEGUN;
	return EFFECT_SEND | place_go(journey, PLACE_SENDING, journey->slug);
}

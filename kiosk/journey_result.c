/* SPDX-License-Identifier: EUPL-1.2 */
/* What the city and the machine answered: moves the flow, keeps overlays. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/text.h"

unsigned journey_got_catalogue(
	struct journey *journey, const struct catalogue *borrowed)
{
	enum place_kind flow = journey_flow(journey)->kind;
	bool is_empty = !borrowed || !borrowed->n_entries;

	journey->catalogue = borrowed;
	if (is_empty && flow == PLACE_ATTRACT)
		return place_go(journey, PLACE_NO_SERVICES, "");
	if (!is_empty && flow == PLACE_NO_SERVICES)
		return place_go(journey, PLACE_ATTRACT, "");
	return 0;
}

/* The same form in another language: the place stays, texts change. */
static unsigned translated(struct journey *journey)
{
	const struct place *place = journey_flow(journey);

	bool at_question =
		place->kind == PLACE_QUESTION || place->kind == PLACE_ROWS;
	bool in_row = place->kind == PLACE_ROW || place->kind == PLACE_REMOVE;

	/* A version without this question. */
	if ((place->kind == PLACE_BLOCKED && !journey_blocked(journey)) ||
		(place->kind == PLACE_PAGE && !journey_page(journey)) ||
		(at_question && !journey_component(journey)) ||
		(in_row && !journey_asked(journey)->outer))
		return form_start(journey);
	return 0;
}

unsigned journey_got_form(struct journey *journey, struct form *taken)
{
	struct draft *draft = journey->draft;
	const struct component *was = journey->problem.component;
	char key[sizeof(journey->places[0].key)] = "";

	if (!draft || !text_same(draft->slug, taken->slug)) {
		form_free(taken); /* for a page that was left */
		return 0;
	}
	/* The problem points into the form that goes. */
	snprintf(key, sizeof(key), "%s", was ? was->key : "");
	draft_take_form(draft, taken);
	journey->problem.component =
		*key ? form_find(draft_innermost(draft)->form, key) : NULL;
	journey->problem.inner = NULL;
	if (journey_flow(journey)->kind == PLACE_FETCHING)
		return form_came(journey);
	return translated(journey);
}

unsigned journey_no_form(struct journey *journey)
{
	if (journey_flow(journey)->kind != PLACE_FETCHING)
		return 0;
	return place_go(journey, PLACE_NOT_HERE, journey->slug);
}

unsigned journey_progress(struct journey *journey, enum progress progress)
{
	journey->progress = progress;
	return 0;
}

static void forget_answers(struct journey *journey)
{
	struct draft *fresh = draft_new(journey->slug, journey->today);
	struct form *form = journey->draft->source;
	size_t at = 0;

	/* The form stays: its page says what happens next. */
	while (journey->drafts[at] != journey->draft)
		at++;
	journey->draft->source = NULL;
	draft_free(journey->draft);
	draft_take_form(fresh, form);
	journey->drafts[at] = journey->draft = fresh;
	memset(journey->agreed, 0, sizeof(journey->agreed));
}

unsigned journey_sent(
	struct journey *journey, enum outcome outcome, const char *reference)
{
	enum place_kind flow = journey_flow(journey)->kind;

	if (flow == PLACE_DONE && outcome == OUTCOME_RECEIVED &&
		text_same(reference, journey->reference)) {
		journey->outcome = outcome;
		return 0;
	}
	if (flow != PLACE_SENDING)
		return 0;
	journey->outcome = outcome;
	if (outcome == OUTCOME_NOT_KEPT)
		return place_go(journey, PLACE_NOT_KEPT, journey->slug);
	journey->sent = true;
	snprintf(journey->reference, sizeof(journey->reference), "%s", reference);
	forget_answers(journey);
	return place_go(journey, PLACE_DONE, journey->slug);
}

unsigned journey_people_called(struct journey *journey, bool called)
{
	journey->people = called ? PEOPLE_CALLED : PEOPLE_NOT_CALLED;
	return place_is_open(journey, PLACE_PEOPLE) ? EFFECT_REPEAT : 0;
}

unsigned journey_printed(struct journey *journey, bool printed)
{
	return journey_note(journey, printed ? NOTICE_PRINTED : NOTICE_NOT_PRINTED);
}

void journey_forget_previous(struct journey *journey)
{
	journey->previous = ENDING_NONE;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Back: one step on the flow, or out of an overlay; no answer is lost. */
#include <stdlib.h>

#include "kiosk/journey_parts.h"
#include "lib/base/text.h"

static unsigned to_attract(struct journey *journey)
{
	return place_go(journey, PLACE_ATTRACT, "");
}

static unsigned to_languages(struct journey *journey)
{
	return place_go(journey, PLACE_LANGUAGE, "");
}

static unsigned to_greeting(struct journey *journey)
{
	return place_go(journey, PLACE_GREETING, "");
}

static unsigned to_readable(struct journey *journey)
{
	return place_go(journey, PLACE_READABLE, "");
}

/* First the search is taken back, then the step. */
static unsigned from_home(struct journey *journey)
{
	char *typed = place_top(journey)->typed;

	if (!text_empty(typed))
		return place_go(journey, PLACE_HOME, "");
	return journey->voice ? place_go(journey, PLACE_ALOUD, "")
						  : to_readable(journey);
}

static unsigned to_home(struct journey *journey)
{
	journey->category[0] = '\0';
	return place_go(journey, PLACE_HOME, "");
}

static unsigned to_list(struct journey *journey)
{
	if (!*journey->category)
		return to_home(journey);
	return place_go(journey, PLACE_CATEGORY, journey->category);
}

/* The last question; none: what stands before. */
static unsigned from_check(struct journey *journey)
{
	size_t n;
	const struct component **list = draft_questions(journey->draft, &n);
	unsigned effects;

	effects = n ? form_ask(journey, list[n - 1]) : form_leave(journey);
	free(list);
	return effects;
}

static unsigned from_send(struct journey *journey)
{
	return journey->draft->form->n_statements
			   ? place_go(journey, PLACE_STATEMENTS, journey->slug)
			   : form_check(journey);
}

static unsigned to_done(struct journey *journey)
{
	return place_go(journey, PLACE_DONE, journey->slug);
}

static unsigned to_rating(struct journey *journey)
{
	return place_go(journey, PLACE_RATING, "");
}

/* NULL: there is no way back. */
static unsigned (*const backs[N_PLACES])(struct journey *journey) = {
	[PLACE_LANGUAGE] = to_attract,
	[PLACE_GREETING] = to_languages,
	[PLACE_READABLE] = to_greeting,
	[PLACE_ALOUD] = to_readable,
	[PLACE_HOME] = from_home,
	[PLACE_CATEGORY] = to_home,
	[PLACE_FETCHING] = to_list,
	[PLACE_NOT_HERE] = to_list,
	[PLACE_SERVICE] = to_list,
	[PLACE_PAGE] = page_back,
	[PLACE_QUESTION] = form_back,
	[PLACE_ROWS] = form_back,
	[PLACE_ROW] = row_back_to_list,
	[PLACE_REMOVE] = row_show,
	[PLACE_BLOCKED] = form_unblock,
	[PLACE_CHECK] = from_check,
	[PLACE_STATEMENTS] = form_check,
	[PLACE_SEND] = from_send,
	[PLACE_NOT_KEPT] = form_check,
	[PLACE_RATING] = to_done,
	[PLACE_COMMENT] = to_rating,
};

unsigned journey_back(struct journey *journey)
{
	enum place_kind kind = journey_place(journey)->kind;

	if (kind == PLACE_IDLE) /* only its own choices leave the warning */
		return EFFECT_REPEAT;
	if (journey->depth > 1)
		return place_close(journey);
	return backs[kind] ? backs[kind](journey)
					   : journey_note(journey, NOTICE_NO_BACK);
}

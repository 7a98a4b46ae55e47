/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/journey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/text.h"

enum { MOST_WRONG_PINS = 5 };

unsigned journey_note(struct journey *journey, enum notice notice)
{
	/* At the warning a key without meaning only brings the question again. */
	if (journey_place(journey)->kind == PLACE_IDLE &&
		(notice == NOTICE_UNKNOWN_KEY || notice == NOTICE_NO_SUCH_NUMBER))
		return EFFECT_REPEAT;
	journey->notice = notice;
	return EFFECT_NOTICE;
}

void journey_init(struct journey *journey, const char *language)
{
	if (!journey_language(language))
		language = "nl";
	*journey = (struct journey){ .idle_seconds = 180,
		.n_sizes = 1,
		.patience = 1,
		.depth = 1,
		.places[0].kind = PLACE_ATTRACT };
	snprintf(journey->language, sizeof(journey->language), "%s", language);
	memcpy(
		journey->first_language, journey->language, sizeof(journey->language));
}

void journey_wipe(struct journey *journey)
{
	for (size_t i = 0; i < journey->n_drafts; i++)
		draft_free(journey->drafts[i]);
	free(journey->drafts);
	text_wipe(journey->comment);
	journey->drafts = NULL;
	journey->n_drafts = 0;
	journey->draft = NULL;
	journey->comment = NULL;
	journey->problem = (struct problem){ 0 };
	journey->slug[0] = journey->category[0] = journey->reference[0] = '\0';
	memset(journey->agreed, 0, sizeof(journey->agreed));
	journey->changing = journey->disagreed = false;
	journey->outcome = OUTCOME_NONE;
	journey->rating = 0;
}

void journey_clear(struct journey *journey)
{
	while (journey->depth > 1)
		place_close(journey);
	if (journey->depth)
		place_go(journey, PLACE_ATTRACT, "");
	journey_wipe(journey);
}

bool journey_has_answers(const struct journey *journey)
{
	for (size_t i = 0; i < journey->n_drafts; i++)
		if (draft_has_answers(journey->drafts[i]))
			return true;
	return false;
}

bool journey_speaks(const struct journey *journey)
{
	return journey->voice && journey->speech != SPEECH_OFF;
}

unsigned journey_end(struct journey *journey, enum ending ending)
{
	journey_clear(journey);
	journey->ending = ending;
	return EFFECT_END;
}

/* All goes but the rating, which is still to be handed over. */
unsigned journey_goodbye(struct journey *journey)
{
	char *comment = journey->comment;
	int rating = journey->rating;
	char slug[sizeof(journey->slug)];

	memcpy(slug, journey->slug, sizeof(slug));
	journey->comment = NULL;
	while (journey->depth > 1)
		place_close(journey);
	place_go(journey, PLACE_GOODBYE, "");
	journey_wipe(journey);
	journey->comment = comment;
	journey->rating = rating;
	memcpy(journey->slug, slug, sizeof(slug));
	return EFFECT_MOVED;
}

/* Only what shows languages closes: a warning or a pin stays. */
unsigned journey_set_language(struct journey *journey, const char *tag)
{
	unsigned effects = EFFECT_LANGUAGE;

	snprintf(journey->language, sizeof(journey->language), "%s", tag);
	if (journey->depth == 1)
		return effects | place_go(journey, PLACE_GREETING, "");
	effects |= place_close(journey);
	return effects | journey_note(journey, NOTICE_LANGUAGE);
}

unsigned journey_set_size(struct journey *journey)
{
	if (journey->n_sizes < 2)
		return journey_note(journey, NOTICE_LARGEST);
	journey->size = (journey->size + 1) % journey->n_sizes;
	return EFFECT_SIZE | journey_note(journey, NOTICE_SIZE);
}

unsigned journey_set_colours(struct journey *journey)
{
	journey->colours = (journey->colours + 1) % N_COLOURS;
	return EFFECT_COLOURS | journey_note(journey, NOTICE_COLOURS);
}

unsigned journey_set_speech(struct journey *journey)
{
	bool speaks = journey_speaks(journey);

	if (!journey->voice)
		return journey_note(journey, NOTICE_NO_VOICE);
	journey->speech = speaks ? SPEECH_OFF : SPEECH_ON;
	return EFFECT_SPEECH |
		   journey_note(journey, speaks ? NOTICE_SPEECH_OFF : NOTICE_SPEECH_ON);
}

unsigned journey_call_people(struct journey *journey)
{
	if (journey_place(journey)->kind == PLACE_PEOPLE)
		return EFFECT_REPEAT;
	journey->people = PEOPLE_CALLING;
	return EFFECT_PEOPLE | place_open(journey, PLACE_PEOPLE);
}

/* What is being sent is soon done; stopping waits for that. */
unsigned journey_leave(struct journey *journey)
{
	enum place_kind flow = journey_flow(journey)->kind;

	if (flow == PLACE_GOODBYE)
		return journey_end(journey, ENDING_NONE);
	if (flow == PLACE_SENDING)
		return journey_note(journey, NOTICE_SENDING);
	return place_open(journey, PLACE_STOP);
}

unsigned journey_open_staff(struct journey *journey)
{
	if (journey->wrong_pins >= MOST_WRONG_PINS)
		return journey_note(journey, NOTICE_NO_STAFF);
	if (place_is_open(journey, PLACE_STAFF))
		return EFFECT_REPEAT;
	return place_open(journey, PLACE_PIN);
}

unsigned journey_pin(struct journey *journey, bool right)
{
	journey->typed = NULL;
	if (journey_place(journey)->kind != PLACE_PIN)
		return 0;
	if (right) {
		place_close(journey);
		return EFFECT_WAITING | place_open(journey, PLACE_STAFF);
	}
	journey->wrong_pins++;
	place_close(journey);
	if (journey->wrong_pins >= MOST_WRONG_PINS)
		return EFFECT_MOVED | journey_note(journey, NOTICE_NO_STAFF);
	place_open(journey, PLACE_PIN); /* an empty field */
	return EFFECT_MOVED | journey_note(journey, NOTICE_WRONG_PIN);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/journey_taken.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

#define UNUSED __attribute__((unused))

unsigned take_wake(struct journey *journey, UNUSED const struct way *way)
{
	return place_go(journey, PLACE_LANGUAGE, "");
}

unsigned take_return(struct journey *journey, UNUSED const struct way *way)
{
	return journey->depth > 1 ? place_close(journey) : 0;
}

unsigned take_back(struct journey *journey, UNUSED const struct way *way)
{
	return journey_back(journey);
}

unsigned take_repeat(
	UNUSED struct journey *journey, UNUSED const struct way *way)
{
	return EFFECT_REPEAT;
}

unsigned take_language(struct journey *journey, const struct way *way)
{
	const struct language *languages;

	journey_languages(&languages);
	return journey_set_language(journey, languages[way->index].tag);
}

unsigned take_other_language(
	struct journey *journey, UNUSED const struct way *way)
{
	return place_open(journey, PLACE_OTHER_LANGUAGE);
}

unsigned take_greeted(struct journey *journey, UNUSED const struct way *way)
{
	journey->begun = true;
	return place_go(journey, PLACE_READABLE, "");
}

unsigned take_readable(struct journey *journey, UNUSED const struct way *way)
{
	enum place_kind next = journey->voice ? PLACE_ALOUD : PLACE_HOME;

	return place_go(journey, next, "");
}

/* Stays, so that it can be done again, until nothing larger is left. */
unsigned take_larger(struct journey *journey, UNUSED const struct way *way)
{
	unsigned effects = journey_set_size(journey) | EFFECT_FOCUS;

	place_focus(
		journey, journey->size + 1 < journey->n_sizes ? "larger" : "yes");
	return effects;
}

static unsigned set_speech(struct journey *journey, enum speech_choice choice)
{
	bool before = journey_speaks(journey);

	journey->speech = choice;
	return journey_speaks(journey) == before ? 0 : EFFECT_SPEECH;
}

unsigned take_aloud(struct journey *journey, UNUSED const struct way *way)
{
	unsigned effects = set_speech(journey, SPEECH_ON);

	return effects | place_go(journey, PLACE_HOME, "");
}

unsigned take_silent(struct journey *journey, UNUSED const struct way *way)
{
	unsigned effects = set_speech(journey, SPEECH_OFF);

	return effects | place_go(journey, PLACE_HOME, "");
}

unsigned take_category(struct journey *journey, const struct way *way)
{
	const struct entry *entry = &journey->catalogue->entries[way->index];

	snprintf(journey->category, sizeof(journey->category), "%s",
		entry->category_key);
	return place_go(journey, PLACE_CATEGORY, journey->category);
}

unsigned take_service(struct journey *journey, const struct way *way)
{
	return form_open(journey, journey->catalogue->entries[way->index].slug);
}

unsigned take_start(struct journey *journey, UNUSED const struct way *way)
{
	return form_begin(journey);
}

unsigned take_option(struct journey *journey, const struct way *way)
{
	const struct component *component = journey_component(journey);

	draft_choose(journey_asked(journey), component, way->index);
	if (!component_is_many(component))
		return form_next(journey);
	place_focus(journey, way->key);
	return EFFECT_MARKED;
}

unsigned take_show(struct journey *journey, UNUSED const struct way *way)
{
	struct place *place = place_top(journey);

	place->shown = !place->shown;
	place_focus(journey, "show");
	return EFFECT_FOCUS;
}

unsigned take_next(struct journey *journey, UNUSED const struct way *way)
{
	return form_next(journey);
}

unsigned take_change(struct journey *journey, const struct way *way)
{
	return form_change(
		journey, journey->draft->form->components[way->index].key);
}

unsigned take_missing(struct journey *journey, const struct way *way)
{
	return form_ask(
		journey, &journey_asked(journey)->form->components[way->index]);
}

unsigned take_checked(struct journey *journey, UNUSED const struct way *way)
{
	return form_after_check(journey);
}

unsigned take_agree(struct journey *journey, const struct way *way)
{
	journey->agreed[way->index] = !journey->agreed[way->index];
	place_focus(journey, way->key);
	return EFFECT_MARKED;
}

unsigned take_agreed(struct journey *journey, UNUSED const struct way *way)
{
	return form_statements(journey);
}

unsigned take_look(struct journey *journey, UNUSED const struct way *way)
{
	return form_check(journey);
}

unsigned take_send(struct journey *journey, UNUSED const struct way *way)
{
	return form_send(journey);
}

/* The answers go, as nobody is to go on with those of another. */
unsigned take_anew(struct journey *journey, UNUSED const struct way *way)
{
	char slug[sizeof journey->slug];

	memcpy(slug, journey->slug, sizeof slug);
	journey_wipe(journey);
	return form_open(journey, slug);
}

unsigned take_finish(struct journey *journey, UNUSED const struct way *way)
{
	return place_go(journey, PLACE_RATING, "");
}

/* Language, size and speech stay; answers of this form are gone already. */
unsigned take_another(struct journey *journey, UNUSED const struct way *way)
{
	journey_wipe(journey);
	return place_go(journey, PLACE_HOME, "");
}

unsigned take_print(
	UNUSED struct journey *journey, UNUSED const struct way *way)
{
	return EFFECT_PRINT;
}

unsigned take_skip(struct journey *journey, UNUSED const struct way *way)
{
	journey->rating = 0;
	return journey_goodbye(journey);
}

unsigned take_face(struct journey *journey, const struct way *way)
{
	journey->rating = way->number;
	return place_go(journey, PLACE_COMMENT, "");
}

unsigned take_rated(struct journey *journey, UNUSED const struct way *way)
{
	return EFFECT_RATE | journey_goodbye(journey);
}

unsigned take_end(struct journey *journey, UNUSED const struct way *way)
{
	return journey_end(journey, ENDING_NONE);
}

static unsigned turn_group(struct journey *journey, size_t group)
{
	struct place *place = place_top(journey);

	place->group = group;
	place->focus[0] = '\0';
	return EFFECT_MOVED;
}

unsigned take_more(struct journey *journey, UNUSED const struct way *way)
{
	return turn_group(journey, place_top(journey)->group + 1);
}

unsigned take_earlier(struct journey *journey, UNUSED const struct way *way)
{
	return turn_group(journey, place_top(journey)->group - 1);
}

bool way_marks(const struct journey *journey, const struct way *way)
{
	enum place_kind kind = journey_place(journey)->kind;

	return (kind == PLACE_QUESTION && text_starts(way->key, "option:")) ||
		   (kind == PLACE_STATEMENTS && text_starts(way->key, "agree:")) ||
		   (kind == PLACE_RATING && text_starts(way->key, "face:"));
}

unsigned way_mark(struct journey *journey, const struct way *way)
{
	enum place_kind kind = journey_place(journey)->kind;

	if (kind == PLACE_QUESTION)
		draft_choose(
			journey_asked(journey), journey_component(journey), way->index);
	else if (kind == PLACE_STATEMENTS)
		journey->agreed[way->index] = !journey->agreed[way->index];
	else
		journey->rating = way->number;
	return EFFECT_MARKED;
}

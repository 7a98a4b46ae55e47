/* SPDX-License-Identifier: EUPL-1.2 */
/* What the ways of overlays do: menu, help, stop, idle warning and staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

#define UNUSED __attribute__((unused))

unsigned take_help(struct journey *journey, UNUSED const struct way *way)
{
	return place_open(journey, PLACE_HELP);
}

unsigned take_how(struct journey *journey, UNUSED const struct way *way)
{
	return place_open(journey, PLACE_HOW);
}

unsigned take_language_list(
	struct journey *journey, UNUSED const struct way *way)
{
	return place_open(journey, PLACE_LANGUAGE);
}

unsigned take_size(struct journey *journey, UNUSED const struct way *way)
{
	return journey_set_size(journey);
}

unsigned take_colours(struct journey *journey, UNUSED const struct way *way)
{
	return journey_set_colours(journey);
}

unsigned take_speech(struct journey *journey, UNUSED const struct way *way)
{
	return journey_set_speech(journey);
}

/* Reads the screen that the menu covers, not the menu. */
unsigned take_read_below(struct journey *journey, UNUSED const struct way *way)
{
	return place_close(journey) | EFFECT_REPEAT;
}

unsigned take_people(struct journey *journey, UNUSED const struct way *way)
{
	return journey_call_people(journey);
}

unsigned take_stop(struct journey *journey, UNUSED const struct way *way)
{
	return journey_leave(journey);
}

unsigned take_goodbye(struct journey *journey, UNUSED const struct way *way)
{
	if (!journey->begun)
		return journey_end(journey, ENDING_NONE);
	return journey_goodbye(journey);
}

unsigned take_go_on(struct journey *journey, UNUSED const struct way *way)
{
	return place_close_from(journey, PLACE_IDLE);
}

unsigned take_more_time(struct journey *journey, UNUSED const struct way *way)
{
	journey->patience = 10;
	return place_close_from(journey, PLACE_IDLE) |
		   journey_note(journey, NOTICE_MORE_TIME);
}

/* Somebody else came: what was there is none of theirs. */
unsigned take_new_visit(struct journey *journey, UNUSED const struct way *way)
{
	return journey_end(
		journey, journey->sent ? ENDING_IDLE_SENT : ENDING_IDLE_UNSENT);
}

unsigned take_staff(struct journey *journey, UNUSED const struct way *way)
{
	return journey_open_staff(journey);
}

unsigned take_pin(struct journey *journey, UNUSED const struct way *way)
{
	journey->typed = journey_place(journey)->typed;
	return text_empty(journey->typed) ? EFFECT_REPEAT : EFFECT_PIN;
}

static unsigned staff_done(struct journey *journey, const char *what)
{
	if (text_same(what, "leave")) {
		journey_wipe(journey);
		return EFFECT_LEAVE;
	}
	return journey_end(journey, ENDING_NONE);
}

/* A visit with answers is not ended by one press. */
static unsigned staff_wants(struct journey *journey, const char *what)
{
	unsigned effects;

	if (!journey_has_answers(journey))
		return staff_done(journey, what);
	effects = place_open(journey, PLACE_STAFF_END);
	snprintf(
		place_top(journey)->key, sizeof(journey->places[0].key), "%s", what);
	return effects;
}

unsigned take_staff_end(struct journey *journey, UNUSED const struct way *way)
{
	return staff_wants(journey, "end");
}

unsigned take_staff_leave(struct journey *journey, UNUSED const struct way *way)
{
	return staff_wants(journey, "leave");
}

unsigned take_staff_sure(struct journey *journey, UNUSED const struct way *way)
{
	return staff_done(journey, journey_place(journey)->key);
}

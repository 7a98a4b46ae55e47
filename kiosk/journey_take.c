/* SPDX-License-Identifier: EUPL-1.2 */
/* From what a visitor meant to what happens: one function an intent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/text.h"
#include "lib/forms/typed.h"

typedef unsigned intent_taken(
	struct journey *journey, const struct intent *intent, const char *key);

#define UNUSED __attribute__((unused))

static unsigned take_nothing(UNUSED struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return 0;
}

/* Enter in a field goes on; in a search to the first that was found. */
static unsigned take_field(struct journey *journey, const char *field)
{
	struct way way;
	unsigned effects;

	if (text_same(field, "search")) {
		if (way_number(journey, 1, &way))
			place_focus(journey, way.key);
		return EFFECT_FOCUS;
	}
	return way_take(journey, "next", &effects) ? effects : 0;
}

static unsigned take_key(struct journey *journey, const char *key)
{
	char field[ID_SIZE];
	unsigned effects;

	if (text_same(key, "menu"))
		return place_open(journey, PLACE_MENU);
	if (way_take(journey, key, &effects))
		return effects;
	journey_field(journey, field);
	if (*field && text_same(key, field))
		return take_field(journey, field);
	return journey_note(journey, NOTICE_UNKNOWN_KEY);
}

static unsigned take_enter(struct journey *journey,
	UNUSED const struct intent *intent, const char *key)
{
	return take_key(journey, key);
}

static unsigned take_back_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_back(journey);
}

static unsigned choose(struct journey *journey, const struct way *way)
{
	place_focus(journey, way->key);
	return EFFECT_FOCUS |
		   (way_marks(journey, way) ? way_mark(journey, way) : 0);
}

static unsigned take_number(struct journey *journey, int number)
{
	struct way way;

	if (number == 0)
		return EFFECT_REPEAT;
	if (!way_number(journey, number, &way))
		return journey_note(journey, NOTICE_NO_SUCH_NUMBER);
	return choose(journey, &way);
}

static bool is_focused(const char *field, const char *key)
{
	return *field && text_same(field, key);
}

static unsigned type_digit(struct journey *journey, const struct intent *intent)
{
	char digit[2] = { (char)('0' + intent->number % 10), '\0' };

	return journey_type(journey, *intent->text ? intent->text : digit);
}

/* In a field a digit is text, as it was typed. */
static unsigned take_choose(
	struct journey *journey, const struct intent *intent, const char *key)
{
	char field[ID_SIZE];
	struct way way;

	journey_field(journey, field);
	if (is_focused(field, key) || (*field && !way_number(journey, 1, &way)))
		return type_digit(journey, intent);
	return take_number(journey, intent->number);
}

static unsigned take_type(
	struct journey *journey, const struct intent *intent, const char *key)
{
	struct intent number = *intent;
	const char *rest = intent->text;
	int digit = digit_of(text_next(&rest));

	if (digit < 0 || *rest)
		return journey_type(journey, intent->text);
	number.number = digit;
	return take_choose(journey, &number, key);
}

static unsigned take_delete(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_delete(journey);
}

/* A tap on an option marks it, as a digit does; on the rest it is Enter. */
static unsigned take_press(struct journey *journey,
	UNUSED const struct intent *intent, const char *key)
{
	char field[ID_SIZE];
	struct way way;

	journey_field(journey, field);
	if (is_focused(field, key)) {
		place_focus(journey, key);
		return EFFECT_FOCUS;
	}
	if (way_find(journey, key, &way) && way_marks(journey, &way))
		return choose(journey, &way);
	return take_key(journey, key);
}

static unsigned take_repeat_key(UNUSED struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return EFFECT_REPEAT;
}

static unsigned take_help_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	if (journey_place(journey)->kind == PLACE_HELP)
		return EFFECT_REPEAT;
	return place_open(journey, PLACE_HELP);
}

static unsigned take_people_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_call_people(journey);
}

static unsigned take_language_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	if (journey_place(journey)->kind == PLACE_LANGUAGE)
		return EFFECT_REPEAT;
	return place_open(journey, PLACE_LANGUAGE);
}

static unsigned take_size_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_set_size(journey);
}

static unsigned take_colours_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_set_colours(journey);
}

static unsigned take_speech_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_set_speech(journey);
}

static unsigned take_leave_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_leave(journey);
}

static unsigned take_staff_key(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_open_staff(journey);
}

static unsigned take_unknown(struct journey *journey,
	UNUSED const struct intent *intent, UNUSED const char *key)
{
	return journey_note(journey, NOTICE_UNKNOWN_KEY);
}

static unsigned take_idle(struct journey *journey, const struct intent *intent,
	UNUSED const char *key)
{
	return journey_idle(journey, intent->number);
}

static intent_taken *const takers[N_INTENT_KINDS] = {
	[INTENT_NONE] = take_nothing,
	[INTENT_UP] = take_nothing,
	[INTENT_DOWN] = take_nothing,
	[INTENT_ENTER] = take_enter,
	[INTENT_BACK] = take_back_key,
	[INTENT_CHOOSE] = take_choose,
	[INTENT_TYPE] = take_type,
	[INTENT_DELETE] = take_delete,
	[INTENT_PRESS] = take_press,
	[INTENT_REPEAT] = take_repeat_key,
	[INTENT_HELP] = take_help_key,
	[INTENT_PEOPLE] = take_people_key,
	[INTENT_LANGUAGE] = take_language_key,
	[INTENT_SIZE] = take_size_key,
	[INTENT_COLOURS] = take_colours_key,
	[INTENT_SPEECH] = take_speech_key,
	[INTENT_LEAVE] = take_leave_key,
	[INTENT_STAFF] = take_staff_key,
	[INTENT_UNKNOWN] = take_unknown,
	[INTENT_WAKE] = take_nothing,
	[INTENT_IDLE] = take_idle,
	[INTENT_RESIZE] = take_nothing,
};

static bool is_from_person(enum intent_kind kind)
{
	return kind != INTENT_NONE && kind != INTENT_IDLE && kind != INTENT_RESIZE;
}

/* The key within this scene of an item's id; "" when it is of a screen that
 * was there a moment ago. */
static const char *key_here(const struct journey *journey, const char *item)
{
	const char *scene = journey_scene(journey);
	size_t n = strlen(scene);

	if (strncmp(item, scene, n) != 0 || item[n] != '/')
		return "";
	return item + n + 1;
}

/* Any key wakes the kiosk and does nothing else; but staff must get in. */
static bool wakes(const struct journey *journey, enum intent_kind kind)
{
	return journey_place(journey)->kind == PLACE_ATTRACT &&
		   is_from_person(kind) && kind != INTENT_STAFF;
}

unsigned journey_take(
	struct journey *journey, const struct intent *intent, const char *item)
{
	char key[ID_SIZE] = "";
	const char *here =
		key_here(journey, intent->kind == INTENT_PRESS ? intent->text : item);

	snprintf(key, sizeof(key), "%s", here);
	if (is_from_person(intent->kind)) {
		journey->notice = NOTICE_NONE;
		journey->warned_at = 0;
	}
	if (wakes(journey, intent->kind))
		return place_go(journey, PLACE_LANGUAGE, "");
	if (*key && intent->kind != INTENT_PRESS)
		place_focus(journey, key);
	return takers[intent->kind](journey, intent, key);
}

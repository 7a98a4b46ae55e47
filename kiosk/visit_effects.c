/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/visit_state.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* The printed names of the keys, in the language at hand. The shortcuts are
 * function keys everywhere; what is printed on the others, the key map says. */
static void name_keys(struct visit *visit)
{
	static const char *const keys[] = { "enter", "escape", "up", "down" };
	struct key_names *names = &visit->around.keys;
	const char **to[] = { &names->enter, &names->back, &names->up,
		&names->down };

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		snprintf(visit->names[i], sizeof visit->names[i], "%s",
			keymap_name(visit->keymap, keys[i], visit->journey.language));
		*to[i] = visit->names[i];
	}
	names->help = "F1";
	names->language = "F2";
	names->size = "F3";
	names->speech = "F4";
	names->repeat = "F5";
	names->colours = "F6";
	names->people = "F8";
	names->stop = "F10";
}

/* The desk in the visitor's language, when the city wrote it; Dutch beside. */
static void name_desk(struct visit *visit)
{
	const struct options *options = visit->options;
	const struct {
		const char *language, *desk;
	} desks[] = {
		{ "en", options->desk_en },
		{ "tr", options->desk_tr },
		{ "ar", options->desk_ar },
	};

	visit->around.desk = options->desk;
	visit->around.desk_language = "nl";
	for (size_t i = 0; i < sizeof desks / sizeof desks[0]; i++) {
		if (strcmp(desks[i].language, visit->journey.language) != 0 ||
			text_empty(desks[i].desk))
			continue;
		visit->around.desk = desks[i].desk;
		visit->around.desk_language = desks[i].language;
	}
}

static void change_language(struct visit *visit)
{
	translate_use(visit->journey.language);
	name_keys(visit);
	name_desk(visit);
	visit_translate_offers(visit);
	visit_translate_form(visit);
	visit->whole = visit->follow = true;
}

static void change_size(struct visit *visit)
{
	glass_set_size(visit->glass, visit->journey.size);
	visit->follow = true;
}

static void change_colours(struct visit *visit)
{
	glass_set_colours(visit->glass, visit->journey.colours);
}

static void change_speech(struct visit *visit)
{
	if (journey_speaks(&visit->journey))
		visit->whole = true;
	else
		announcer_hush(visit->announcer);
}

static void move_focus(struct visit *visit)
{
	journey_focus(&visit->journey, visit->pages.focus);
	visit->follow = true;
}

/* A new place begins on its first page, with all of it still to be read; a
 * place one returns to opens where it was left. */
static void move(struct visit *visit)
{
	visit->pages = (struct pages){ 0 };
	journey_focus(&visit->journey, visit->pages.focus);
	visit->follow = journey_place(&visit->journey)->focus[0] != '\0';
	visit->whole = true;
}

static void repeat(struct visit *visit)
{
	visit->repeat = true;
}

static void fetch(struct visit *visit)
{
	service_want_form(visit->service, visit->journey.slug);
}

/* Compares all of both, so that the time tells nothing about the PIN. */
static bool is_pin(const char *typed, const char *pin)
{
	size_t n = strlen(pin);
	unsigned char differs = (unsigned char)(strlen(typed) != n || n == 0);

	for (size_t i = 0; i < n && i <= strlen(typed); i++)
		differs |= (unsigned char)(typed[i] ^ pin[i]);
	return !differs;
}

static void judge_pin(struct visit *visit)
{
	const char *typed = visit->journey.typed;
	bool right = is_pin(typed ? typed : "", visit->options->staff_pin);

	visit_do(visit, journey_pin(&visit->journey, right));
}

static void list_waiting(struct visit *visit)
{
	service_want_waiting(visit->service);
}

static void end(struct visit *visit)
{
	static const char *const ending_names[] = {
		[ENDING_NONE] = "",
		[ENDING_IDLE_UNSENT] = "idle-unsent",
		[ENDING_IDLE_SENT] = "idle-sent",
	};

	visit->ended = true;
	visit->exit_code = EXIT_VISIT_ENDED;
	service_tell_ending(visit->service, ending_names[visit->journey.ending]);
	loop_stop(visit->loop);
}

static void leave(struct visit *visit)
{
	visit->ended = true;
	visit->exit_code = EXIT_STAFF;
	loop_stop(visit->loop);
}

/* In this order: a new place first, as the rest may look at it. */
static const struct {
	enum effect effect;
	void (*run)(struct visit *visit);
} table[] = {
	{ EFFECT_LANGUAGE, change_language },
	{ EFFECT_MOVED, move },
	{ EFFECT_FOCUS, move_focus },
	{ EFFECT_SIZE, change_size },
	{ EFFECT_COLOURS, change_colours },
	{ EFFECT_SPEECH, change_speech },
	{ EFFECT_REPEAT, repeat },
	{ EFFECT_FETCH, fetch },
	{ EFFECT_SEND, visit_send },
	{ EFFECT_RATE, visit_rate },
	{ EFFECT_PEOPLE, visit_call_people },
	{ EFFECT_PIN, judge_pin },
	{ EFFECT_WAITING, list_waiting },
	{ EFFECT_LEAVE, leave },
	{ EFFECT_END, end },
};

void visit_do(struct visit *visit, unsigned effects)
{
	visit->dirty = true;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		if (effects & table[i].effect)
			table[i].run(visit);
	}
}

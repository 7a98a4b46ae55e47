/* SPDX-License-Identifier: EUPL-1.2 */
/* The fixed ways of every place, in their order. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

static bool can_print(const struct journey *journey)
{
	return journey->printer;
}

static bool is_real(const struct journey *journey)
{
	return !journey->trial;
}

static bool is_trial(const struct journey *journey)
{
	return journey->trial;
}

static bool can_show(const struct journey *journey)
{
	const struct component *component = journey_component(journey);
	char *text;
	bool found;

	if (!component || !component->is_masked)
		return false;
	text = draft_text(journey_asked(journey), component);
	found = *text;
	text_wipe(text);
	return found;
}

static bool has_masked(const struct journey *journey)
{
	const struct form *form = journey_asked(journey)->form;
	bool found = false;

	for (size_t i = 0; i < form->n_components && !found; i++)
		found = form->components[i].is_masked;
	return found;
}

static bool has_help(const struct journey *journey)
{
	const struct component *component = journey_component(journey);

	return component &&
		   (!text_empty(component->tooltip.text) || component->n_faqs);
}

static bool can_grow(const struct journey *journey)
{
	return journey->size + 1 < journey->n_sizes;
}

static bool can_add_row(const struct journey *journey)
{
	const struct repeat *repeat = journey_component(journey)->repeat;
	size_t n = draft_n_rows(journey_asked(journey), journey_component(journey));

	return !repeat->fixed && n < (size_t)repeat->most;
}

static bool can_remove_row(const struct journey *journey)
{
	return !draft_grid(journey_asked(journey))->repeat->fixed;
}

const struct fixed_way fixed_ways[] = {
	{ "start", take_wake, NULL, PLACE_ATTRACT, false, false },
	{ "staff", take_staff, NULL, PLACE_NO_SERVICES, false, false },
	{ "other", take_other_language, NULL, PLACE_LANGUAGE, true, false },
	{ "people", take_people, NULL, PLACE_OTHER_LANGUAGE, false, false },
	{ "return", take_return, NULL, PLACE_OTHER_LANGUAGE, false, false },
	{ "yes", take_greeted, NULL, PLACE_GREETING, true, false },
	{ "language", take_back, NULL, PLACE_GREETING, true, false },
	{ "yes", take_readable, NULL, PLACE_READABLE, true, false },
	{ "larger", take_larger, can_grow, PLACE_READABLE, true, false },
	{ "yes", take_aloud, NULL, PLACE_ALOUD, true, false },
	{ "no", take_silent, NULL, PLACE_ALOUD, true, false },
	{ "people", take_people, NULL, PLACE_HOME, false, false },
	{ "back", take_back, NULL, PLACE_CATEGORY, false, false },
	{ "back", take_back, NULL, PLACE_FETCHING, false, false },
	{ "people", take_people, NULL, PLACE_NOT_HERE, false, false },
	{ "back", take_back, NULL, PLACE_NOT_HERE, false, false },
	{ "start", take_start, NULL, PLACE_SERVICE, false, false },
	{ "back", take_back, NULL, PLACE_SERVICE, false, false },
	{ "next", take_page_read, NULL, PLACE_PAGE, false, false },
	{ "back", take_back, NULL, PLACE_PAGE, false, false },
	{ "show", take_show, can_show, PLACE_QUESTION, false, false },
	{ "next", take_next, NULL, PLACE_QUESTION, false, false },
	{ "help", take_help, has_help, PLACE_QUESTION, false, false },
	{ "back", take_back, NULL, PLACE_QUESTION, false, false },
	{ "add", take_add_row, can_add_row, PLACE_ROWS, false, false },
	{ "next", take_next, NULL, PLACE_ROWS, false, false },
	{ "help", take_help, has_help, PLACE_ROWS, false, false },
	{ "back", take_back, NULL, PLACE_ROWS, false, false },
	{ "show", take_show, has_masked, PLACE_ROW, false, false },
	{ "ready", take_row_ready, NULL, PLACE_ROW, false, false },
	{ "remove", take_remove_row, can_remove_row, PLACE_ROW, false, false },
	{ "no", take_keep_row, NULL, PLACE_REMOVE, false, false },
	{ "yes", take_row_away, NULL, PLACE_REMOVE, false, true },
	{ "change", take_unblock, may_unblock, PLACE_BLOCKED, false, false },
	{ "people", take_people, NULL, PLACE_BLOCKED, false, false },
	{ "another", take_other, NULL, PLACE_BLOCKED, false, false },
	{ "back", take_back, may_not_unblock, PLACE_BLOCKED, false, false },
	{ "show", take_show, has_masked, PLACE_CHECK, false, false },
	{ "next", take_checked, NULL, PLACE_CHECK, false, false },
	{ "back", take_back, NULL, PLACE_CHECK, false, false },
	{ "next", take_agreed, NULL, PLACE_STATEMENTS, false, false },
	{ "back", take_back, NULL, PLACE_STATEMENTS, false, false },
	{ "look", take_look, NULL, PLACE_SEND, false, false },
	{ "anew", take_anew, is_trial, PLACE_SEND, false, false },
	{ "send", take_send, is_real, PLACE_SEND, false, true },
	{ "finish", take_finish, NULL, PLACE_DONE, true, false },
	{ "another", take_another, NULL, PLACE_DONE, true, false },
	{ "again", take_repeat, NULL, PLACE_DONE, true, false },
	{ "print", take_print, can_print, PLACE_DONE, true, false },
	{ "people", take_people, NULL, PLACE_NOT_KEPT, true, false },
	{ "look", take_look, NULL, PLACE_NOT_KEPT, true, false },
	{ "retry", take_send, NULL, PLACE_NOT_KEPT, true, true },
	{ "skip", take_skip, NULL, PLACE_RATING, false, false },
	{ "face:1", take_face, NULL, PLACE_RATING, true, false },
	{ "face:2", take_face, NULL, PLACE_RATING, true, false },
	{ "face:3", take_face, NULL, PLACE_RATING, true, false },
	{ "face:4", take_face, NULL, PLACE_RATING, true, false },
	{ "face:5", take_face, NULL, PLACE_RATING, true, false },
	{ "next", take_rated, NULL, PLACE_COMMENT, false, false },
	{ "back", take_back, NULL, PLACE_COMMENT, false, false },
	{ "finish", take_end, NULL, PLACE_GOODBYE, false, false },
	{ "help", take_help, NULL, PLACE_MENU, true, false },
	{ "language", take_language_list, NULL, PLACE_MENU, true, false },
	{ "size", take_size, NULL, PLACE_MENU, true, false },
	{ "speech", take_speech, NULL, PLACE_MENU, true, false },
	{ "repeat", take_read_below, NULL, PLACE_MENU, true, false },
	{ "colours", take_colours, NULL, PLACE_MENU, true, false },
	{ "people", take_people, NULL, PLACE_MENU, true, false },
	{ "stop", take_stop, NULL, PLACE_MENU, true, false },
	{ "return", take_return, NULL, PLACE_MENU, true, false },
	{ "return", take_return, NULL, PLACE_HELP, true, false },
	{ "how", take_how, NULL, PLACE_HELP, true, false },
	{ "people", take_people, NULL, PLACE_HELP, true, false },
	{ "return", take_return, NULL, PLACE_HOW, false, false },
	{ "return", take_return, NULL, PLACE_PEOPLE, false, false },
	{ "no", take_return, NULL, PLACE_STOP, true, false },
	{ "yes", take_goodbye, NULL, PLACE_STOP, true, true },
	{ "again", take_repeat, NULL, PLACE_IDLE, false, false },
	{ "go-on", take_go_on, NULL, PLACE_IDLE, true, false },
	{ "more-time", take_more_time, NULL, PLACE_IDLE, true, false },
	{ "new", take_new_visit, NULL, PLACE_IDLE, true, true },
	{ "next", take_pin, NULL, PLACE_PIN, false, false },
	{ "return", take_return, NULL, PLACE_PIN, false, false },
	{ "return", take_return, NULL, PLACE_STAFF, true, false },
	{ "end", take_staff_end, NULL, PLACE_STAFF, true, true },
	{ "leave", take_staff_leave, NULL, PLACE_STAFF, true, true },
	{ "no", take_return, NULL, PLACE_STAFF_END, true, false },
	{ "yes", take_staff_sure, NULL, PLACE_STAFF_END, true, true },
	{ NULL, NULL, NULL, N_PLACES, false, false },
};

/* Ways that data brings, by the prefix of their key. */
static const struct {
	const char *prefix;
	way_taken *taken;
} by_prefix[] = {
	{ "language:", take_language },
	{ "category:", take_category },
	{ "service:", take_service },
	{ "option:", take_option },
	{ "missing:", take_missing },
	{ "row:", take_row },
	{ "answer:", take_row_answer },
	{ "change:", take_change },
	{ "agree:", take_agree },
	{ "more", take_more },
	{ "earlier", take_earlier },
};

way_taken *way_taken_of(enum place_kind kind, const char *key)
{
	for (const struct fixed_way *fixed = fixed_ways; fixed->key; fixed++)
		if (fixed->place == kind && text_same(fixed->key, key))
			return fixed->taken;
	for (size_t i = 0; i < sizeof(by_prefix) / sizeof(*by_prefix); i++)
		if (text_starts(key, by_prefix[i].prefix))
			return by_prefix[i].taken;
	return NULL;
}

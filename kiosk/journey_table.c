/* SPDX-License-Identifier: EUPL-1.2 */
/* The fixed ways of every place, in their order. */
#include <stddef.h>

#include "kiosk/journey_parts.h"
#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

static bool can_print(const struct journey *journey)
{
	return journey->printer;
}

static bool can_show(const struct journey *journey)
{
	const struct component *component = journey_component(journey);

	return component && component->is_masked;
}

static bool has_masked(const struct journey *journey)
{
	const struct form *form = journey->draft->form;
	bool found = false;

	for (size_t i = 0; i < form->n_components && !found; i++)
		found = form->components[i].is_masked;
	return found;
}

static bool has_help(const struct journey *journey)
{
	const struct component *component = journey_component(journey);

	return component && !text_empty(component->tooltip.text);
}

static bool can_grow(const struct journey *journey)
{
	return journey->size + 1 < journey->n_sizes;
}

const struct fixed_way fixed_ways[] = {
	{ PLACE_ATTRACT, "start", false, false, NULL, take_wake },
	{ PLACE_NO_SERVICES, "staff", false, false, NULL, take_staff },
	{ PLACE_LANGUAGE, "other", true, false, NULL, take_other_language },
	{ PLACE_OTHER_LANGUAGE, "people", false, false, NULL, take_people },
	{ PLACE_OTHER_LANGUAGE, "return", false, false, NULL, take_return },
	{ PLACE_GREETING, "yes", true, false, NULL, take_greeted },
	{ PLACE_GREETING, "language", true, false, NULL, take_back },
	{ PLACE_READABLE, "yes", true, false, NULL, take_readable },
	{ PLACE_READABLE, "larger", true, false, can_grow, take_larger },
	{ PLACE_ALOUD, "yes", true, false, NULL, take_aloud },
	{ PLACE_ALOUD, "no", true, false, NULL, take_silent },
	{ PLACE_HOME, "people", false, false, NULL, take_people },
	{ PLACE_CATEGORY, "back", false, false, NULL, take_back },
	{ PLACE_FETCHING, "back", false, false, NULL, take_back },
	{ PLACE_NOT_HERE, "people", false, false, NULL, take_people },
	{ PLACE_NOT_HERE, "back", false, false, NULL, take_back },
	{ PLACE_SERVICE, "start", false, false, NULL, take_start },
	{ PLACE_SERVICE, "back", false, false, NULL, take_back },
	{ PLACE_QUESTION, "show", false, false, can_show, take_show },
	{ PLACE_QUESTION, "next", false, false, NULL, take_next },
	{ PLACE_QUESTION, "help", false, false, has_help, take_help },
	{ PLACE_QUESTION, "back", false, false, NULL, take_back },
	{ PLACE_CHECK, "show", false, false, has_masked, take_show },
	{ PLACE_CHECK, "next", false, false, NULL, take_checked },
	{ PLACE_CHECK, "back", false, false, NULL, take_back },
	{ PLACE_STATEMENTS, "next", false, false, NULL, take_agreed },
	{ PLACE_STATEMENTS, "back", false, false, NULL, take_back },
	{ PLACE_SEND, "look", false, false, NULL, take_look },
	{ PLACE_SEND, "send", false, true, NULL, take_send },
	{ PLACE_DONE, "finish", true, false, NULL, take_finish },
	{ PLACE_DONE, "another", true, false, NULL, take_another },
	{ PLACE_DONE, "again", true, false, NULL, take_repeat },
	{ PLACE_DONE, "print", true, false, can_print, take_print },
	{ PLACE_NOT_KEPT, "people", true, false, NULL, take_people },
	{ PLACE_NOT_KEPT, "look", true, false, NULL, take_look },
	{ PLACE_NOT_KEPT, "retry", true, true, NULL, take_send },
	{ PLACE_RATING, "skip", false, false, NULL, take_skip },
	{ PLACE_RATING, "face:1", true, false, NULL, take_face },
	{ PLACE_RATING, "face:2", true, false, NULL, take_face },
	{ PLACE_RATING, "face:3", true, false, NULL, take_face },
	{ PLACE_RATING, "face:4", true, false, NULL, take_face },
	{ PLACE_RATING, "face:5", true, false, NULL, take_face },
	{ PLACE_COMMENT, "next", false, false, NULL, take_rated },
	{ PLACE_COMMENT, "back", false, false, NULL, take_back },
	{ PLACE_GOODBYE, "finish", false, false, NULL, take_end },
	{ PLACE_MENU, "help", true, false, NULL, take_help },
	{ PLACE_MENU, "language", true, false, NULL, take_language_list },
	{ PLACE_MENU, "size", true, false, NULL, take_size },
	{ PLACE_MENU, "speech", true, false, NULL, take_speech },
	{ PLACE_MENU, "repeat", true, false, NULL, take_read_below },
	{ PLACE_MENU, "colours", true, false, NULL, take_colours },
	{ PLACE_MENU, "people", true, false, NULL, take_people },
	{ PLACE_MENU, "stop", true, false, NULL, take_stop },
	{ PLACE_MENU, "return", true, false, NULL, take_return },
	{ PLACE_HELP, "return", true, false, NULL, take_return },
	{ PLACE_HELP, "how", true, false, NULL, take_how },
	{ PLACE_HELP, "people", true, false, NULL, take_people },
	{ PLACE_HOW, "return", false, false, NULL, take_return },
	{ PLACE_PEOPLE, "return", false, false, NULL, take_return },
	{ PLACE_STOP, "no", true, false, NULL, take_return },
	{ PLACE_STOP, "yes", true, true, NULL, take_goodbye },
	{ PLACE_IDLE, "again", false, false, NULL, take_repeat },
	{ PLACE_IDLE, "go-on", true, false, NULL, take_go_on },
	{ PLACE_IDLE, "more-time", true, false, NULL, take_more_time },
	{ PLACE_IDLE, "new", true, true, NULL, take_new_visit },
	{ PLACE_PIN, "next", false, false, NULL, take_pin },
	{ PLACE_PIN, "return", false, false, NULL, take_return },
	{ PLACE_STAFF, "return", true, false, NULL, take_return },
	{ PLACE_STAFF, "end", true, true, NULL, take_staff_end },
	{ PLACE_STAFF, "leave", true, true, NULL, take_staff_leave },
	{ PLACE_STAFF_END, "no", true, false, NULL, take_return },
	{ PLACE_STAFF_END, "yes", true, true, NULL, take_staff_sure },
	{ N_PLACES, NULL, false, false, NULL, NULL },
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

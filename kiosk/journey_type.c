/* SPDX-License-Identifier: EUPL-1.2 */
/* Typing: one field a place, the cursor always at its end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	MOST_WORDS = 40,
	MOST_PIN = 12,
	MOST_COMMENT = 500,
	MOST_LINE = 200,
	MOST_AREA = 2000,
};

static bool is_long_list(const struct component *component)
{
	return component && component->n_options > JOURNEY_GROUP;
}

static void question_field(const struct journey *journey, char out[ID_SIZE])
{
	const struct component *component = journey_component(journey);
	struct ways ways = { .scene = journey_scene(journey) };

	if (component_is_typed(component)) {
		struct way *way = ways_add(&ways, "field", component->key);

		memcpy(out, *way->key ? way->key : "field:#1", *way->key ? ID_SIZE : 9);
		free(ways.list);
	} else if (is_long_list(component))
		memcpy(out, "search", sizeof("search"));
}

void journey_field(const struct journey *journey, char out[ID_SIZE])
{
	size_t n;

	*out = '\0';
	switch ((int)journey_place(journey)->kind) {
	case PLACE_QUESTION:
		question_field(journey, out);
		break;
	case PLACE_HOME:
		free(journey_categories(journey, &n));
		if (n)
			memcpy(out, "search", sizeof("search"));
		break;
	case PLACE_COMMENT:
		memcpy(out, "comment", sizeof("comment"));
		break;
	case PLACE_PIN:
		memcpy(out, "pin", sizeof("pin"));
		break;
	default:
		break;
	}
}

static bool is_question_field(const struct journey *journey)
{
	return journey_place(journey)->kind == PLACE_QUESTION &&
		   component_is_typed(journey_component(journey));
}

char *journey_typed(const struct journey *journey)
{
	if (is_question_field(journey))
		return draft_text(journey_asked(journey), journey_component(journey));
	if (journey_place(journey)->kind == PLACE_COMMENT)
		return mem_text(journey->comment);
	return mem_text(journey_place(journey)->typed);
}

static void replace(char **to, const char *with)
{
	char *copy = mem_text(with);

	text_wipe(*to);
	*to = copy;
}

static void set_typed(struct journey *journey, const char *text)
{
	struct place *place = place_top(journey);

	if (is_question_field(journey))
		draft_type(journey_asked(journey), journey_component(journey), text);
	else if (place->kind == PLACE_COMMENT)
		replace(&journey->comment, text);
	else {
		replace(&place->typed, text);
		place->group = 0; /* another list */
	}
}

static size_t most_characters(const struct journey *journey)
{
	const struct component *component = journey_component(journey);
	enum place_kind kind = journey_place(journey)->kind;

	if (kind == PLACE_COMMENT)
		return MOST_COMMENT;
	if (kind == PLACE_PIN)
		return MOST_PIN;
	if (!is_question_field(journey))
		return MOST_WORDS;
	if (component->limits.max_length > 0)
		return (size_t)component->limits.max_length;
	return component->type == COMPONENT_TEXTAREA ? MOST_AREA : MOST_LINE;
}

/* Adds what fits; false when something did not. */
static bool add_characters(
	struct text *to, const char *from, size_t length, size_t most)
{
	uint32_t c;

	while ((c = text_next(&from))) {
		if (length++ >= most)
			return false;
		text_add_char(to, c);
	}
	return true;
}

unsigned journey_type(struct journey *journey, const char *text)
{
	char key[ID_SIZE];
	struct text whole = { 0 };
	char *before;
	char *safe;
	bool fits;

	journey_field(journey, key);
	if (!*key)
		return journey_note(journey, NOTICE_UNKNOWN_KEY);
	before = journey_typed(journey);
	safe = safe_text(text, false);
	text_add(&whole, before);
	fits = add_characters(
		&whole, safe, text_length(before), most_characters(journey));
	set_typed(journey, whole.bytes ? whole.bytes : "");
	place_top(journey)->shown = true; /* one sees what one types */
	place_focus(journey, key);
	text_wipe(before);
	text_wipe(safe);
	text_clear_wiped(&whole);
	return EFFECT_TYPED | EFFECT_FOCUS |
		   (fits ? 0 : journey_note(journey, NOTICE_FULL));
}

unsigned journey_delete(struct journey *journey)
{
	char key[ID_SIZE];
	char *text;
	size_t n;

	journey_field(journey, key);
	if (!*key)
		return journey_note(journey, NOTICE_UNKNOWN_KEY);
	text = journey_typed(journey);
	n = strlen(text);
	while (n && (text[--n] & 0xC0) == 0x80)
		; /* to the start of the last character */
	explicit_bzero(text + n, strlen(text + n));
	set_typed(journey, text);
	place_focus(journey, key);
	explicit_bzero(text, n);
	free(text);
	return EFFECT_TYPED | EFFECT_FOCUS;
}

static bool has_numbers(const struct journey *journey)
{
	struct way way;

	return way_number(journey, 1, &way);
}

bool journey_types(const struct journey *journey, const char *item)
{
	char key[ID_SIZE];
	const char *slash = strchr(item, '/');

	journey_field(journey, key);
	if (!*key)
		return false;
	return (slash && text_same(slash + 1, key)) || !has_numbers(journey);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/journey_parts.h"
#include "lib/base/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const scenes[N_PLACES] = {
	[PLACE_ATTRACT] = "attract",
	[PLACE_NO_SERVICES] = "no-services",
	[PLACE_LANGUAGE] = "language",
	[PLACE_GREETING] = "greeting",
	[PLACE_READABLE] = "readable",
	[PLACE_ALOUD] = "aloud",
	[PLACE_HOME] = "home",
	[PLACE_CATEGORY] = "category",
	[PLACE_FETCHING] = "fetching",
	[PLACE_NOT_HERE] = "not-here",
	[PLACE_SERVICE] = "service",
	[PLACE_PAGE] = "page",
	[PLACE_QUESTION] = "question",
	[PLACE_ROWS] = "rows",
	[PLACE_ROW] = "row",
	[PLACE_REMOVE] = "remove",
	[PLACE_BLOCKED] = "blocked",
	[PLACE_CHECK] = "check",
	[PLACE_STATEMENTS] = "statements",
	[PLACE_SEND] = "send",
	[PLACE_SENDING] = "sending",
	[PLACE_DONE] = "done",
	[PLACE_NOT_KEPT] = "not-kept",
	[PLACE_RATING] = "rating",
	[PLACE_COMMENT] = "comment",
	[PLACE_GOODBYE] = "goodbye",
	[PLACE_OTHER_LANGUAGE] = "other-language",
	[PLACE_MENU] = "menu",
	[PLACE_HELP] = "help",
	[PLACE_HOW] = "how",
	[PLACE_PEOPLE] = "people",
	[PLACE_STOP] = "stop",
	[PLACE_IDLE] = "idle",
	[PLACE_PIN] = "pin",
	[PLACE_STAFF] = "staff",
	[PLACE_STAFF_END] = "staff-end",
};

const struct place *journey_place(const struct journey *journey)
{
	return &journey->places[journey->depth - 1];
}

const struct place *journey_flow(const struct journey *journey)
{
	return &journey->places[0];
}

const char *journey_scene(const struct journey *journey)
{
	enum place_kind kind = journey_place(journey)->kind;

	if (kind == PLACE_QUESTION) {
		const struct component *component = journey_component(journey);

		if (component_is_read(component))
			return "reading";
	}
	return scenes[kind];
}

struct place *place_top(struct journey *journey)
{
	return &journey->places[journey->depth - 1];
}

static void place_set(
	struct place *place, enum place_kind kind, const char *key)
{
	struct place fresh = { .kind = kind };

	snprintf(fresh.key, sizeof(fresh.key), "%s", key);
	text_wipe(place->typed);
	*place = fresh;
}

/* An overlay stays open when the flow moves on beneath it. */
unsigned place_go(
	struct journey *journey, enum place_kind kind, const char *key)
{
	place_set(&journey->places[0], kind, key);
	journey->problem = (struct problem){ 0 };
	journey->disagreed = false;
	return journey->depth == 1 ? EFFECT_MOVED : 0;
}

bool place_is_open(const struct journey *journey, enum place_kind kind)
{
	for (size_t i = 1; i < journey->depth; i++)
		if (journey->places[i].kind == kind)
			return true;
	return false;
}

/* What a menu or a page of help led to returns to where the visitor was. */
static void close_leading(struct journey *journey, enum place_kind to)
{
	if (to == PLACE_IDLE || to == PLACE_PIN)
		return;
	while (journey->depth > 1 && (place_top(journey)->kind == PLACE_MENU ||
									 place_top(journey)->kind == PLACE_HELP ||
									 place_top(journey)->kind == PLACE_HOW))
		place_close(journey);
}

unsigned place_open(struct journey *journey, enum place_kind kind)
{
	if (place_is_open(journey, kind))
		while (place_top(journey)->kind != kind)
			place_close(journey);
	else {
		close_leading(journey, kind);
		if (kind == PLACE_IDLE || kind == PLACE_PEOPLE)
			journey->places[0].shown = false; /* perhaps somebody else looks */
		assert(journey->depth < JOURNEY_DEPTH);
		place_set(&journey->places[journey->depth++], kind, "");
	}
	return EFFECT_MOVED;
}

unsigned place_close(struct journey *journey)
{
	assert(journey->depth > 1);
	place_set(place_top(journey), PLACE_ATTRACT, "");
	journey->depth--;
	return EFFECT_MOVED;
}

unsigned place_close_from(struct journey *journey, enum place_kind kind)
{
	while (place_is_open(journey, kind))
		place_close(journey);
	return EFFECT_MOVED;
}

void place_focus(struct journey *journey, const char *key)
{
	struct place *place = place_top(journey);

	snprintf(place->focus, sizeof(place->focus), "%s", key);
}

static void id_join(char out[ID_SIZE], const char *scene, const char *key)
{
	int room = ID_SIZE - 2 - (int)strlen(scene);

	snprintf(out, ID_SIZE, "%s/%.*s", scene, room, key);
}

static bool first_way(const struct journey *journey, char out[ID_SIZE])
{
	size_t n;
	struct way *ways = journey_ways(journey, &n);
	size_t i = 0;

	while (i < n && ways[i].confirms)
		i++;
	if (i < n)
		memcpy(out, ways[i].key, ID_SIZE);
	free(ways);
	return i < n;
}

/* The one that was chosen, of a question with one answer. */
static bool chosen_way(const struct journey *journey, char out[ID_SIZE])
{
	const struct component *component = journey_component(journey);
	size_t n;
	struct way *ways = journey_ways(journey, &n);
	bool found = false;

	for (size_t i = 0; i < n && !found; i++) {
		found =
			strncmp(ways[i].key, "option:", 7) == 0 &&
			draft_is_chosen(journey_asked(journey), component, ways[i].index);
		if (found)
			memcpy(out, ways[i].key, ID_SIZE);
	}
	free(ways);
	return found;
}

static void question_focus(const struct journey *journey, char out[ID_SIZE])
{
	const struct component *component = journey_component(journey);

	if (component_is_typed(component))
		journey_field(journey, out);
	else if (component && !component_is_many(component))
		chosen_way(journey, out);
}

void journey_focus(const struct journey *journey, char out[ID_SIZE])
{
	const struct place *place = journey_place(journey);
	char key[ID_SIZE] = "";

	if (*place->focus)
		memcpy(key, place->focus, ID_SIZE);
	else if (place->kind == PLACE_QUESTION)
		question_focus(journey, key);
	else if (place->kind != PLACE_HOME)
		journey_field(journey, key);
	if (!*key && !first_way(journey, key))
		memcpy(key, "menu", sizeof("menu"));
	id_join(out, journey_scene(journey), key);
}

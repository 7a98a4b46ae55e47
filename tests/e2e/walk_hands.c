/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

struct key_bytes {
	const char *name, *bytes;
};

static const struct key_bytes key_table[] = {
	{ "Up", "\x1BOA" },
	{ "Down", "\x1BOB" },
	{ "Right", "\x1BOC" },
	{ "Left", "\x1BOD" },
	{ "Enter", "\r" },
	{ "Esc", "\x1B" },
	{ "Tab", "\t" },
	{ "BTab", "\x1B[Z" },
	{ "Backspace", "\x7F" },
	{ "Space", " " },
	{ "F1", "\x1BOP" },
	{ "F2", "\x1BOQ" },
	{ "F3", "\x1BOR" },
	{ "F4", "\x1BOS" },
	{ "F5", "\x1B[15~" },
	{ "F6", "\x1B[17~" },
	{ "F7", "\x1B[18~" },
	{ "F8", "\x1B[19~" },
	{ "F9", "\x1B[20~" },
	{ "F10", "\x1B[21~" },
	{ "F11", "\x1B[23~" },
	{ "F12", "\x1B[24~" },
};

enum { N_KEYS = sizeof key_table / sizeof key_table[0] };

static const char *key_bytes(const char *name)
{
	for (int i = 0; i < N_KEYS; i++) {
		if (strcmp(key_table[i].name, name) == 0)
			return key_table[i].bytes;
	}
	return name; /* a character as it is */
}

/* A busy machine may need long to answer a key; some keys change nothing. */
static void await_answer(struct walk *walk, int before)
{
	enum { LONGEST_MS = 1500 };
	int64_t end = clock_ms() + LONGEST_MS;

	while (walk->screens.count == before && clock_ms() < end) {
		usleep(5000);
		walk_listen(walk);
	}
	walk_settle(walk);
}

static bool press(struct walk *walk, const char *name)
{
	const char *bytes = key_bytes(name);
	int before = walk->screens.count;

	if (!stage_write(&walk->stage, bytes, strlen(bytes)))
		return false;
	await_answer(walk, before);
	return true;
}

/* Several keys at once, as a hand that trembles gives them. */
static bool do_burst(struct walk *walk, char *argument)
{
	char *rest = argument;
	char *name;
	char bytes[64] = "";
	int before = walk->screens.count;

	while ((name = strtok_r(rest, " ", &rest)) != NULL)
		strncat(bytes, key_bytes(name), sizeof bytes - strlen(bytes) - 1);
	if (!stage_write(&walk->stage, bytes, strlen(bytes)))
		return false;
	await_answer(walk, before);
	return true;
}

static bool do_key(struct walk *walk, char *argument)
{
	char *rest = argument;
	char *name;

	while ((name = strtok_r(rest, " ", &rest)) != NULL) {
		if (!press(walk, name))
			return false;
	}
	return true;
}

static bool do_type(struct walk *walk, char *argument)
{
	int before = walk->screens.count;
	bool ok = stage_write(&walk->stage, argument, strlen(argument));

	await_answer(walk, before);
	return ok;
}

static bool has_focus(struct walk *walk, const char *id)
{
	return strcmp(watch_text(&walk->screens, "focus"), walk_id(walk, id)) == 0;
}

/* Down to the end, then up: an item may lie above where one came in. */
static bool do_focus(struct walk *walk, char *argument)
{
	const char *const ways[] = { "Down", "Up" };

	for (int way = 0; way < 2; way++) {
		for (int i = 0; i < 80; i++) {
			char before[256];
			int page;

			if (has_focus(walk, argument))
				return true;
			snprintf(before, sizeof before, "%s",
				watch_text(&walk->screens, "focus"));
			page = (int)json_integer_value(
				json_object_get(walk->screens.last, "page"));
			press(walk, ways[way]);
			if (strcmp(before, watch_text(&walk->screens, "focus")) == 0 &&
				page == json_integer_value(
							json_object_get(walk->screens.last, "page")))
				break;
		}
	}
	printf("# the focus is at %s\n", watch_text(&walk->screens, "focus"));
	return false;
}

static int find_category(
	const struct walk *walk, int nth, char *id, size_t size)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(walk->screens.last, "items"), i, item)
	{
		const char *name = json_string_value(json_object_get(item, "id"));

		if (name && strncmp(name, "home/category:", 14) == 0 && nth-- == 0)
			return snprintf(id, size, "%s", name);
	}
	return 0;
}

/* Of the categories that are shown, into the one with this service. */
static bool to_category(struct walk *walk, const char *service)
{
	char id[256];

	for (int i = 0; find_category(walk, i, id, sizeof id); i++) {
		if (!do_focus(walk, id) || !press(walk, "Enter"))
			return false;
		if (watch_item(&walk->screens, walk_id(walk, service)))
			return true;
		press(walk, "Esc");
	}
	return false;
}

/* Many services stand under their categories, and those in groups. */
static bool to_service(struct walk *walk, const char *service)
{
	char id[256], more[] = "home/more";

	if (strncmp(service, "service:", 8) != 0 ||
		!find_category(walk, 0, id, sizeof id))
		return true;
	for (int group = 0; group < 9; group++) {
		if (to_category(walk, service))
			return true;
		if (!do_focus(walk, more) || !press(walk, "Enter"))
			return false;
	}
	return false;
}

static bool do_choose(struct walk *walk, char *argument)
{
	return to_service(walk, argument) && do_focus(walk, argument) &&
		   press(walk, "Enter");
}

static bool has_menu(struct walk *walk)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(walk->screens.last, "items"), i, item)
	{
		const char *role = json_string_value(json_object_get(item, "role"));

		if (role && strcmp(role, "menu") == 0)
			return true;
	}
	return false;
}

/* Every second key leads on, so that chance comes deep into a form. */
static const char *random_key(unsigned *seed)
{
	static const char *const others[] = { "0", "1", "2", "3", "4", "5", "6",
		"7", "8", "9", "é", "ح", "٣", "a", "\x01", "\xFF" };
	enum { N_OTHERS = sizeof others / sizeof others[0] };
	int which = rand_r(seed) % (2 * (N_KEYS + N_OTHERS));

	if (which < N_KEYS)
		return key_table[which].bytes;
	if (which < N_KEYS + N_OTHERS)
		return others[which - N_KEYS];
	return key_bytes(which % 2 ? "Down" : "Enter");
}

static bool do_random(struct walk *walk, char *argument)
{
	unsigned seed = 1;
	int n = 0;

	if (sscanf(argument, "%d %u", &n, &seed) != 2)
		return false;
	for (int i = 0; i < n; i++) {
		const char *bytes = random_key(&seed);

		if (!stage_write(&walk->stage, bytes, strlen(bytes))) {
			walk_settle(walk);
			continue;
		}
		if (i % 32 == 0)
			walk_settle(walk);
		walk_listen(walk);
		if (!has_menu(walk)) {
			walk_print_screen(walk);
			return false;
		}
	}
	walk_settle(walk);
	return stage_screen_lives(&walk->stage);
}

const struct walk_entry walk_hands[] = {
	{ "key", do_key },
	{ "burst", do_burst },
	{ "type", do_type },
	{ "focus", do_focus },
	{ "choose", do_choose },
	{ "random", do_random },
	{ 0 },
};

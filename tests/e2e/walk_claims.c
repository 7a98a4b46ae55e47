/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

static bool is_at(struct walk *walk, const char *scene)
{
	return strcmp(watch_text(&walk->screens, "name"), scene) == 0;
}

static bool do_at(struct walk *walk, char *argument)
{
	if (walk_until(walk, is_at, argument))
		return true;
	printf("# the scene is %s\n", watch_text(&walk->screens, "name"));
	return false;
}

static bool sees(struct walk *walk, const char *text)
{
	return watch_sees(&walk->screens, text);
}

static bool do_see(struct walk *walk, char *argument)
{
	if (walk_until(walk, sees, argument))
		return true;
	walk_print_screen(walk);
	return false;
}

static bool do_not_see(struct walk *walk, char *argument)
{
	walk_settle(walk);
	return !sees(walk, argument);
}

static bool do_item(struct walk *walk, char *argument)
{
	char *rest = argument;
	const char *id = strtok_r(rest, " ", &rest);
	const char *key = strtok_r(rest, " ", &rest);
	const json_t *value;

	walk_settle(walk);
	value = json_object_get(
		watch_item(&walk->screens, walk_id(walk, id)), key ? key : "");
	if (json_is_string(value) && strcmp(json_string_value(value), rest) == 0)
		return true;
	walk_print_screen(walk);
	return false;
}

static bool is_gone(struct walk *walk, const char *id)
{
	return !watch_item(&walk->screens, walk_id(walk, id));
}

static bool do_gone(struct walk *walk, char *argument)
{
	return walk_until(walk, is_gone, argument);
}

static bool hears(struct walk *walk, const char *text)
{
	return watch_has(&walk->utterances, "text", text);
}

static bool do_hear(struct walk *walk, char *argument)
{
	char *heard;

	if (walk_until(walk, hears, argument))
		return true;
	heard = json_dumps(walk->utterances.lines, JSON_COMPACT);
	printf("# heard: %s\n", heard ? heard : "nothing");
	free(heard);
	return false;
}

static bool do_not_hear(struct walk *walk, char *argument)
{
	walk_settle(walk);
	return !hears(walk, argument);
}

static bool do_mark(struct walk *walk, char *argument)
{
	(void)argument;
	walk_settle(walk);
	watch_mark(&walk->utterances);
	return true;
}

static bool visit_began(struct walk *walk, const char *number)
{
	return walk->visits >= atoi(number) &&
		   json_integer_value(json_object_get(walk->screens.last, "visit")) >=
			   atoi(number);
}

static bool do_visit(struct walk *walk, char *argument)
{
	return walk_until(walk, visit_began, argument);
}

const struct walk_entry walk_claims[] = {
	{ "at", do_at },
	{ "see", do_see },
	{ "not-see", do_not_see },
	{ "item", do_item },
	{ "gone", do_gone },
	{ "hear", do_hear },
	{ "not-hear", do_not_hear },
	{ "mark", do_mark },
	{ "visit", do_visit },
	{ 0 },
};

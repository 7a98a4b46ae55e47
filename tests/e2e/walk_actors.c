/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

static bool screen_ended(struct walk *walk, const char *code)
{
	return !stage_screen_lives(&walk->stage) &&
		   walk->stage.last_exit == atoi(code);
}

static bool do_exit(struct walk *walk, char *argument)
{
	walk->keep_screen = false;
	return walk_until(walk, screen_ended, argument);
}

/* With something to offer: the catalogue came. */
static bool screen_is_open(struct walk *walk, const char *unused)
{
	(void)unused;
	return walk->screens.count > walk->before &&
		   strcmp(watch_text(&walk->screens, "name"), "no-services") != 0;
}

static bool do_start(struct walk *walk, char *argument)
{
	char *rest = argument;
	char *name;

	while ((name = strtok_r(rest, " ", &rest)) != NULL) {
		int actor = actor_by_name(name);

		walk->before = walk->screens.count;
		if (actor < 0 || !stage_start(&walk->stage, (enum actor)actor))
			return false;
		if (actor == ACTOR_SCREEN) {
			walk->visits++;
			walk->keep_screen = true;
			if (!walk_until(walk, screen_is_open, ""))
				return false;
		}
	}
	walk_settle(walk);
	return true;
}

static bool end_actors(struct walk *walk, char *argument, int signal)
{
	char *rest = argument;
	char *name;

	while ((name = strtok_r(rest, " ", &rest)) != NULL) {
		int actor = actor_by_name(name);

		if (actor < 0)
			return false;
		if (actor == ACTOR_SCREEN)
			walk->keep_screen = false;
		stage_end(&walk->stage, (enum actor)actor, signal);
	}
	return true;
}

static bool do_stop(struct walk *walk, char *argument)
{
	return end_actors(walk, argument, SIGTERM);
}

static bool do_kill(struct walk *walk, char *argument)
{
	return end_actors(walk, argument, SIGKILL);
}

static bool do_wait(struct walk *walk, char *argument)
{
	int64_t end = clock_ms() + atoi(argument);

	while (clock_ms() < end) {
		usleep(10000);
		walk_listen(walk);
	}
	return true;
}

const struct walk_entry walk_actors[] = {
	{ "start", do_start },
	{ "stop", do_stop },
	{ "kill", do_kill },
	{ "exit", do_exit },
	{ "wait", do_wait },
	{ 0 },
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Plays one journey: keys in, screens and speech out, in a real terminal with
 * a real city behind it. A journey is a text of lines:
 *
 *   size 80x24 | type-size 2 | renderer plain | language tr | speech on
 *   idle 60 | guard 150                  before the first start
 *   start central link voice screen      in the order given
 *   stop NAME | kill NAME                TERM and KILL
 *   at SCENE                             waits until that scene is shown
 *   key Down Enter F2 1 ...              each waits until the screen settled
 *   burst Enter Enter ...                all in one moment
 *   type TEXT                            letters, no Enter
 *   choose ID                            Down until the focus is there, Enter
 *   focus ID                             Down until the focus is there
 *   see TEXT | not-see TEXT              in a text of the screen shown
 *   item ID KEY VALUE                    a field of an item of the screen
 *   gone ID                              waits until it is not on the screen
 *   hear TEXT | not-hear TEXT            spoken since the last mark
 *   mark                                 forgets what was spoken so far
 *   visit N                              waits until the Nth visit began
 *   exit N                               the screen ends with that code
 *   wait MS
 *   remember                             the reference on the screen
 *   submitted STATE                      central has it, in that state
 *   answer KEY VALUE                     of it, as central opened it
 *   random N SEED                        N random keys; menu row on each screen
 *
 * An id without a slash is an id of the scene shown. The first line that does
 * not come true ends the journey with its number.
 */
#include "tests/e2e/walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"

enum { SETTLE_MS = 60, PATIENCE_MS = 15000 };

void walk_listen(struct walk *walk)
{
	stage_drain(&walk->stage);
	watch_read(&walk->screens);
	watch_read(&walk->utterances);
	if (walk->stage.actors[ACTOR_SCREEN] > 0 || walk->keep_screen) {
		if (!stage_screen_lives(&walk->stage) && walk->keep_screen &&
			walk->stage.last_exit == 0) {
			walk->visits++;
			stage_start(&walk->stage, ACTOR_SCREEN);
		}
	}
}

void walk_settle(struct walk *walk)
{
	int quiet = 0;

	while (quiet < SETTLE_MS) {
		int before = walk->screens.count;

		usleep(5000);
		walk_listen(walk);
		quiet = walk->screens.count == before ? quiet + 5 : 0;
	}
}

bool walk_within(
	struct walk *walk, int ms, walk_claim *claim, const char *argument)
{
	int64_t end = clock_ms() + ms;

	do {
		walk_listen(walk);
		if (claim(walk, argument))
			return true;
		usleep(10000);
	} while (clock_ms() < end);
	return false;
}

const char *walk_id(struct walk *walk, const char *id)
{
	static char full[256];

	if (strchr(id, '/'))
		snprintf(full, sizeof full, "%s", id);
	else
		snprintf(
			full, sizeof full, "%s/%s", watch_text(&walk->screens, "name"), id);
	return full;
}

void walk_print_screen(struct walk *walk)
{
	char *json = json_dumps(walk->screens.last, JSON_COMPACT);

	printf("# %s\n", json ? json : "no screen");
	free(json);
}

bool walk_until(struct walk *walk, walk_claim *claim, const char *argument)
{
	return walk_within(walk, PATIENCE_MS, claim, argument);
}

static bool do_set(struct walk *walk, const char *name, const char *value)
{
	struct stage *stage = &walk->stage;

	if (strcmp(name, "size") == 0)
		return sscanf(value, "%dx%d", &stage->columns, &stage->rows) == 2;
	if (strcmp(name, "type-size") == 0)
		snprintf(stage->size, sizeof stage->size, "%s", value);
	else if (strcmp(name, "renderer") == 0)
		snprintf(stage->renderer, sizeof stage->renderer, "%s", value);
	else if (strcmp(name, "language") == 0)
		snprintf(stage->language, sizeof stage->language, "%s", value);
	else if (strcmp(name, "speech") == 0)
		snprintf(stage->speech, sizeof stage->speech, "%s", value);
	else if (strcmp(name, "idle") == 0)
		stage->idle_seconds = atoi(value);
	else if (strcmp(name, "guard") == 0)
		stage->guard_ms = atoi(value);
	else
		return false;
	return true;
}

static bool run_line(struct walk *walk, char *line)
{
	const struct walk_entry *const tables[] = { walk_hands, walk_claims,
		walk_actors, walk_city };
	char *argument = strchr(line, ' ');

	if (argument)
		*argument++ = '\0';
	else
		argument = line + strlen(line);
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		for (const struct walk_entry *e = tables[i]; e->name; e++) {
			if (strcmp(line, e->name) == 0)
				return e->run(walk, argument);
		}
	}
	return do_set(walk, line, argument);
}

static bool run_file(struct walk *walk, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[512], copy[512];
	int number = 0;
	bool ok = file != NULL;

	while (ok && fgets(line, sizeof line, file)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (!line[0] || line[0] == '#')
			continue;
		snprintf(copy, sizeof copy, "%s", line);
		ok = run_line(walk, line);
		if (!ok)
			printf("# line %d did not come true: %s\n", number, copy);
	}
	if (file)
		fclose(file);
	return ok;
}

int main(int argc, char **argv)
{
	struct walk walk = { .stage = { .build = getenv("builddir"),
							 .source = getenv("srcdir"),
							 .rows = 60,
							 .columns = 200,
							 .size = "1",
							 .renderer = "large",
							 .idle_seconds = 180 } };
	char *screens, *utterances;
	bool ok = argc == 2 && walk.stage.build && walk.stage.source &&
			  stage_open(&walk.stage);

	if (!ok) {
		fputs("usage: builddir=DIR srcdir=DIR walk JOURNEY\n", stderr);
		return 2;
	}
	screens = strdup(stage_path(&walk.stage, "screens"));
	utterances = strdup(stage_path(&walk.stage, "utterances"));
	walk.screens.path = screens;
	walk.utterances.path = utterances;
	watch_mark(&walk.utterances);
	ok = run_file(&walk, argv[1]);
	if (!ok)
		stage_print_logs(&walk.stage);
	stage_close(&walk.stage);
	watch_clear(&walk.screens);
	watch_clear(&walk.utterances);
	free(screens);
	free(utterances);
	return ok ? 0 : 1;
}

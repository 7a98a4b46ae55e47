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
 *   type TEXT                            letters, no Enter
 *   choose ID                            Down until the focus is there, Enter
 *   focus ID                             Down until the focus is there
 *   see TEXT | not-see TEXT              in a text of the screen shown
 *   item ID KEY VALUE                    a field of an item of the screen
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
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "tests/e2e/stage.h"
#include "tests/e2e/watch.h"

enum { SETTLE_MS = 60, PATIENCE_MS = 15000 };

struct walk {
	struct stage stage;
	struct watch screens, utterances;
	bool keep_screen; /* start the next visit when one ended well */
	int visits;
};

static void listen_in(struct walk *walk)
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

/* Until nothing new was shown for a moment. */
static void settle(struct walk *walk)
{
	int quiet = 0;

	while (quiet < SETTLE_MS) {
		int before = walk->screens.count;

		usleep(5000);
		listen_in(walk);
		quiet = walk->screens.count == before ? quiet + 5 : 0;
	}
}

typedef bool claim(struct walk *walk, const char *argument);

static bool comes_true(struct walk *walk, claim *claim, const char *argument)
{
	int64_t end = clock_ms() + PATIENCE_MS;

	do {
		listen_in(walk);
		if (claim(walk, argument))
			return true;
		usleep(10000);
	} while (clock_ms() < end);
	return false;
}

static bool is_at(struct walk *walk, const char *scene)
{
	return strcmp(watch_text(&walk->screens, "name"), scene) == 0;
}

static bool do_at(struct walk *walk, char *argument)
{
	if (comes_true(walk, is_at, argument))
		return true;
	printf("# the scene is %s\n", watch_text(&walk->screens, "name"));
	return false;
}

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

static bool press(struct walk *walk, const char *name)
{
	const char *bytes = key_bytes(name);

	if (!stage_write(&walk->stage, bytes, strlen(bytes)))
		return false;
	if (strcmp(name, "Esc") == 0)
		usleep(40000); /* longer than the wait for the rest of a sequence */
	settle(walk);
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
	bool ok = stage_write(&walk->stage, argument, strlen(argument));

	settle(walk);
	return ok;
}

static const char *full_id(struct walk *walk, const char *id)
{
	static char full[256];

	if (strchr(id, '/'))
		snprintf(full, sizeof full, "%s", id);
	else
		snprintf(
			full, sizeof full, "%s/%s", watch_text(&walk->screens, "name"), id);
	return full;
}

static bool has_focus(struct walk *walk, const char *id)
{
	return strcmp(watch_text(&walk->screens, "focus"), full_id(walk, id)) == 0;
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

static bool do_choose(struct walk *walk, char *argument)
{
	return do_focus(walk, argument) && press(walk, "Enter");
}

static bool sees(struct walk *walk, const char *text)
{
	return watch_sees(&walk->screens, text);
}

static void print_screen(struct walk *walk)
{
	char *json = json_dumps(walk->screens.last, JSON_COMPACT);

	printf("# %s\n", json ? json : "no screen");
	free(json);
}

static bool do_see(struct walk *walk, char *argument)
{
	if (comes_true(walk, sees, argument))
		return true;
	print_screen(walk);
	return false;
}

static bool do_not_see(struct walk *walk, char *argument)
{
	settle(walk);
	return !sees(walk, argument);
}

static bool do_item(struct walk *walk, char *argument)
{
	char *rest = argument;
	const char *id = strtok_r(rest, " ", &rest);
	const char *key = strtok_r(rest, " ", &rest);
	const json_t *value;

	settle(walk);
	value = json_object_get(
		watch_item(&walk->screens, full_id(walk, id)), key ? key : "");
	if (json_is_string(value) && strcmp(json_string_value(value), rest) == 0)
		return true;
	print_screen(walk);
	return false;
}

static bool hears(struct walk *walk, const char *text)
{
	return watch_has(&walk->utterances, "text", text);
}

static bool do_hear(struct walk *walk, char *argument)
{
	char *heard;

	if (comes_true(walk, hears, argument))
		return true;
	heard = json_dumps(walk->utterances.lines, JSON_COMPACT);
	printf("# heard: %s\n", heard ? heard : "nothing");
	free(heard);
	return false;
}

static bool do_not_hear(struct walk *walk, char *argument)
{
	settle(walk);
	return !hears(walk, argument);
}

static bool do_mark(struct walk *walk, char *argument)
{
	(void)argument;
	settle(walk);
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
	return comes_true(walk, visit_began, argument);
}

static bool screen_ended(struct walk *walk, const char *code)
{
	return !stage_screen_lives(&walk->stage) &&
		   walk->stage.last_exit == atoi(code);
}

static bool do_exit(struct walk *walk, char *argument)
{
	walk->keep_screen = false;
	return comes_true(walk, screen_ended, argument);
}

static bool do_start(struct walk *walk, char *argument)
{
	char *rest = argument;
	char *name;

	while ((name = strtok_r(rest, " ", &rest)) != NULL) {
		int actor = actor_by_name(name);

		if (actor < 0 || !stage_start(&walk->stage, (enum actor)actor))
			return false;
		if (actor == ACTOR_SCREEN) {
			walk->visits++;
			walk->keep_screen = true;
		}
	}
	settle(walk);
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
		listen_in(walk);
	}
	return true;
}

/* What `opendeur-central show` says of a reference. */
static json_t *ask_central(struct walk *walk, const char *reference)
{
	char command[640];
	FILE *pipe;
	json_t *answer;

	snprintf(command, sizeof command,
		"%s/opendeur-central show --storage sqlite:%s --state %s %s 2>>%s",
		walk->stage.build, stage_path(&walk->stage, "central.db"),
		walk->stage.folder, reference, stage_path(&walk->stage, "show.log"));
	pipe = popen(command, "r");
	if (!pipe)
		return NULL;
	answer = json_loadf(pipe, JSON_DISABLE_EOF_CHECK, NULL);
	pclose(pipe);
	return answer;
}

/* The reference that stands on the screen, wherever. */
static const char *reference_shown(struct walk *walk)
{
	static char reference[32];
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(walk->screens.last, "items"), i, item)
	{
		const char *id = json_string_value(json_object_get(item, "id"));
		const char *value = json_string_value(json_object_get(item, "value"));

		if (id && value && strstr(id, "/reference"))
			snprintf(reference, sizeof reference, "%s", value);
	}
	return reference;
}

static bool do_remember(struct walk *walk, char *argument)
{
	(void)argument;
	settle(walk);
	return *reference_shown(walk) != '\0';
}

static bool is_submitted(struct walk *walk, const char *state)
{
	json_t *shown = ask_central(walk, reference_shown(walk));
	const char *is = json_string_value(json_object_get(shown, "state"));
	bool ok = is && strcmp(is, state) == 0;

	json_decref(shown);
	return ok;
}

static bool do_submitted(struct walk *walk, char *argument)
{
	return comes_true(walk, is_submitted, argument);
}

static bool do_answer(struct walk *walk, char *argument)
{
	char *rest = argument;
	const char *key = strtok_r(rest, " ", &rest);
	json_t *shown = ask_central(walk, reference_shown(walk));
	const json_t *value =
		json_object_get(json_object_get(shown, "answers"), key);
	char *text = json_is_string(value)
					 ? strdup(json_string_value(value))
					 : json_dumps(value,
						   JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
	bool ok = text && strcmp(text, rest) == 0;

	if (!ok)
		printf("# %s is %s\n", key, text ? text : "not there");
	free(text);
	json_decref(shown);
	return ok;
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

static bool do_random(struct walk *walk, char *argument)
{
	unsigned seed = 1;
	int n = 0;

	if (sscanf(argument, "%d %u", &n, &seed) != 2)
		return false;
	for (int i = 0; i < n; i++) {
		int which = rand_r(&seed) % (N_KEYS + 12);
		char digit[2] = { (char)('0' + which - N_KEYS), '\0' };
		const char *bytes = which < N_KEYS
								? key_table[which].bytes
								: (which < N_KEYS + 10 ? digit : "é");

		if (!stage_write(&walk->stage, bytes, strlen(bytes))) {
			settle(walk);
			continue;
		}
		if (i % 8 == 0)
			settle(walk);
		listen_in(walk);
		if (!has_menu(walk)) {
			print_screen(walk);
			return false;
		}
	}
	settle(walk);
	return stage_screen_lives(&walk->stage);
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

typedef bool command(struct walk *walk, char *argument);

static const struct {
	const char *name;
	command *run;
} commands[] = {
	{ "start", do_start },
	{ "stop", do_stop },
	{ "kill", do_kill },
	{ "at", do_at },
	{ "key", do_key },
	{ "type", do_type },
	{ "focus", do_focus },
	{ "choose", do_choose },
	{ "see", do_see },
	{ "not-see", do_not_see },
	{ "item", do_item },
	{ "hear", do_hear },
	{ "not-hear", do_not_hear },
	{ "mark", do_mark },
	{ "visit", do_visit },
	{ "exit", do_exit },
	{ "wait", do_wait },
	{ "remember", do_remember },
	{ "submitted", do_submitted },
	{ "answer", do_answer },
	{ "random", do_random },
};

static bool run_line(struct walk *walk, char *line)
{
	char *argument = strchr(line, ' ');

	if (argument)
		*argument++ = '\0';
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		if (strcmp(line, commands[i].name) == 0)
			return commands[i].run(
				walk, argument ? argument : line + strlen(line));
	}
	return do_set(walk, line, argument ? argument : "");
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
	bool ok = argc == 2 && walk.stage.build && walk.stage.source &&
			  stage_open(&walk.stage);

	if (!ok) {
		fputs("usage: builddir=DIR srcdir=DIR walk JOURNEY\n", stderr);
		return 2;
	}
	walk.screens.path = strdup(stage_path(&walk.stage, "screens"));
	walk.utterances.path = strdup(stage_path(&walk.stage, "utterances"));
	watch_mark(&walk.utterances);
	ok = run_file(&walk, argv[1]);
	if (!ok)
		stage_print_logs(&walk.stage);
	stage_close(&walk.stage);
	watch_clear(&walk.screens);
	watch_clear(&walk.utterances);
	return ok ? 0 : 1;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * No orphan text: what is drawn, written and said of every screen of every
 * form in every language is one and the same, and all of it in that language.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "lib/ui/screen_json.h"
#include "tests/golden/play.h"
#include "tests/orphan/orphans.h"

enum { ROWS = 24, COLUMNS = 80 };

static int n_tests;

static void say(
	bool ok, const char *name, const char *language, const char *what)
{
	printf("%s %d - %s in %s: %s\n", ok ? "ok" : "not ok", ++n_tests, name,
		language, what);
}

/* The screens of a visit, each once. */
struct sheets {
	const struct screen **screens;
	size_t n;
};

static bool is_new(char **known, size_t n, const char *now)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(known[i], now) == 0)
			return false;
	}
	return true;
}

/* Where a visit comes back to what was there before, it was looked at. */
static struct sheets sheets_of(const struct player *player)
{
	char **known = mem_new(player->n_screens + 1, sizeof *known);
	struct sheets sheets = {
		mem_new(player->n_screens + 1, sizeof(struct screen *)), 0
	};

	for (size_t i = 0; i < player->n_screens; i++) {
		json_t *json = screen_to_json(&player->screens[i]);
		char *now = json_dumps(json, JSON_COMPACT);

		json_decref(json);
		if (is_new(known, sheets.n, now)) {
			known[sheets.n] = now;
			sheets.screens[sheets.n++] = &player->screens[i];
		} else {
			free(now);
		}
	}
	for (size_t i = 0; i < sheets.n; i++)
		free(known[i]);
	free(known);
	return sheets;
}

/* Keys act on items by their id, so no two may share one. */
static int double_ids(const struct screen *screen)
{
	int faults = 0;

	for (size_t i = 0; i < screen->n_items; i++) {
		const char *id = screen->items[i].id;

		if (screen_find(screen, id) == i)
			continue;
		printf("# %s is twice on a screen\n", id);
		faults++;
	}
	return faults;
}

static void judge_ids(
	const struct sheets *sheets, const char *name, const char *language)
{
	int faults = 0;

	for (size_t i = 0; i < sheets->n; i++)
		faults += double_ids(sheets->screens[i]);
	say(!faults, name, language, "each item has an id of its own");
}

static void judge_sight(const struct sheets *sheets, const struct sight *sight,
	const char *name, const char *language)
{
	int faults = 0;
	char *what = text_format("what is %s is on the screen, all of it",
		sight->drawn ? "drawn" : "written");

	for (size_t i = 0; i < sheets->n; i++)
		faults += seen_faults(sight, sheets->screens[i]);
	say(!faults, name, language, what);
	free(what);
}

static void judge_sound(
	const struct sheets *sheets, const char *name, const char *language)
{
	int faults = 0;

	for (size_t i = 0; i < sheets->n; i++) {
		translate_use(sheets->screens[i]->language);
		faults += heard_faults(sheets->screens[i]);
	}
	say(!faults, name, language, "what is said is on the screen, all of it");
}

static void judge(
	const struct player *player, const char *name, const char *language)
{
	struct sheets sheets = sheets_of(player);
	struct large_options options = { .mosaic = MOSAIC_SEXTANT };
	struct sight sights[] = {
		{ "large", large_new(&options, ROWS, COLUMNS), true },
		{ "plain", plain_new(ROWS, COLUMNS), false },
	};

	for (size_t i = 0; i < sizeof sights / sizeof *sights; i++) {
		judge_sight(&sheets, &sights[i], name, language);
		sights[i].renderer->free(sights[i].renderer);
	}
	judge_ids(&sheets, name, language);
	judge_sound(&sheets, name, language);
	free(sheets.screens);
}

static void play(struct player *player, const char *name, const char *language)
{
	*player = (struct player){ .outcome = OUTCOME_RECEIVED, .called = true };
	say(player_begin(player, getenv("builddir"), language) &&
			play_visit(player, name, language),
		name, language, "it is played to its end");
}

static void run(const char *name)
{
	struct player english;

	play(&english, name, "en");
	judge(&english, name, "en");
	for (size_t i = 0; play_languages[i]; i++) {
		struct player player;

		if (strcmp(play_languages[i], "en") == 0)
			continue;
		play(&player, name, play_languages[i]);
		judge(&player, name, play_languages[i]);
		say(!foreign_faults(&english, &player), name, play_languages[i],
			"nothing stayed English");
		player_end(&player);
	}
	player_end(&english);
}

int main(void)
{
	for (size_t i = 0; play_names[i]; i++)
		run(play_names[i]);
	printf("1..%d\n", n_tests);
	return 0;
}

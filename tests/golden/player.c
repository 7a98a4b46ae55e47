/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/golden/player.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/forms/bundle.h"
#include "lib/ui/slip.h"

enum { MOST = 4 << 20, MOST_SCREENS_A_FORM = 80 };

static void follow(struct player *player, unsigned effects);

static void set_around(struct player *player)
{
	player->around = (struct surroundings){
		.kiosk = "Centrale bibliotheek",
		.desk = "bij de ingang",
		.desk_language = "nl",
		.desk_dutch = "bij de ingang",
		.desk_until = "17:00",
		.phone = "14 070",
		.staff_hint = "2512",
		.testing = true,
		.waiting_known = true,
	};
}

/* What is played here: a new form of the city changes no golden. */
static json_t *with_answers(const json_t *products)
{
	json_t *kept = json_array();
	json_t *product;
	size_t i;

	json_array_foreach(products, i, product)
	{
		char *path = text_format("%s/tests/golden/%s.answers", getenv("srcdir"),
			json_string_value(json_object_get(product, "slug")));

		if (access(path, R_OK) == 0)
			json_array_append(kept, product);
		free(path);
	}
	return kept;
}

bool player_begin(
	struct player *player, const char *builddir, const char *language)
{
	char *locale = text_format("%s/locale", builddir);
	char *path = text_format("%s/forms/catalogue.json", builddir);
	size_t size;
	char *bytes = file_read(path, MOST, &size);
	json_t *catalogue = bytes ? json_loads(bytes, 0, NULL) : NULL;

	translate_open(locale);
	translate_use(language);
	set_around(player);
	player->forms = text_format("%s/forms", builddir);
	player->products = with_answers(json_object_get(catalogue, "products"));
	json_decref(catalogue);
	free(bytes);
	free(path);
	free(locale);
	offers_read(&player->catalogue, player->products, language);
	journey_init(&player->journey, language);
	/* A fixed day, so that goldens do not age. */
	player->journey.today = (struct date){ 2026, 11, 25 };
	player->journey.idle_seconds = 180;
	player->journey.n_sizes = 4;
	player->journey.voice = true;
	journey_got_catalogue(&player->journey, &player->catalogue);
	return json_array_size(player->products) > 0;
}

bool player_offer(struct player *player, const char *bundle)
{
	struct form_fault fault = { 0 };
	struct catalogue old = player->catalogue;
	json_t *json = json_loads(bundle, 0, NULL);
	json_t *entry = json ? catalogue_entry(json, &fault) : NULL;

	json_decref(json);
	if (!entry) {
		printf("# %s\n", fault.text ? fault.text : "no JSON");
		free(fault.text);
		return false;
	}
	player->bundle = bundle;
	json_decref(player->products);
	player->products = json_pack("[o]", entry);
	offers_read(&player->catalogue, player->products, player->journey.language);
	journey_got_catalogue(&player->journey, &player->catalogue);
	offers_clear(&old);
	return true;
}

const struct screen *player_screen(struct player *player)
{
	struct screen *screen;

	player->screens =
		mem_more(player->screens, player->n_screens, sizeof *player->screens);
	screen = &player->screens[player->n_screens++];
	scenes_build(&player->journey, &player->around, screen);
	return screen;
}

static void give_form(struct player *player)
{
	char *path = text_format("%s/%s.json", player->forms, player->journey.slug);
	struct form_fault fault = { 0 };
	size_t size = player->bundle ? strlen(player->bundle) : 0;
	char *bytes = player->bundle ? mem_text(player->bundle)
								 : file_read(path, MOST, &size);
	struct form *form =
		bytes ? form_load(bytes, size, player->journey.language, &fault) : NULL;

	free(path);
	free(bytes);
	if (!form)
		printf("# %s: %s\n", player->journey.slug,
			fault.text ? fault.text : "no bundle");
	free(fault.text);
	follow(player, form ? journey_got_form(&player->journey, form)
						: journey_no_form(&player->journey));
}

static void change_language(struct player *player)
{
	struct catalogue old = player->catalogue;

	translate_use(player->journey.language);
	offers_read(&player->catalogue, player->products, player->journey.language);
	follow(player, journey_got_catalogue(&player->journey, &player->catalogue));
	offers_clear(&old);
	if (player->journey.draft)
		give_form(player);
}

static void judge_pin(struct player *player)
{
	bool right = text_same(player->journey.typed, "2512");

	follow(player, journey_pin(&player->journey, right));
}

/* What the printer would get now; the form is gone when the visit is over. */
static void keep_slip(struct player *player)
{
	enum { COLUMNS = 42 };
	struct screen own = { 0 }, dutch = { 0 };
	const char *language = player->journey.language;

	scenes_slip(&player->journey, &player->around, language, &own);
	scenes_slip(&player->journey, &player->around, "nl", &dutch);
	free(player->slip);
	player->slip = slip_text(&own, &dutch, COLUMNS);
	screen_clear(&own);
	screen_clear(&dutch);
}

static void send(struct player *player)
{
	player_screen(player);
	follow(player,
		journey_sent(&player->journey, player->outcome, "7K2M-9QXT-4HD"));
	if (player->outcome != OUTCOME_NOT_KEPT)
		keep_slip(player);
}

static void follow(struct player *player, unsigned effects)
{
	if (effects & EFFECT_LANGUAGE)
		change_language(player);
	if (effects & EFFECT_FETCH) {
		player_screen(player);
		give_form(player);
	}
	if (effects & EFFECT_SEND)
		send(player);
	if (effects & EFFECT_PEOPLE)
		follow(player, journey_people_called(&player->journey, player->called));
	if (effects & EFFECT_PIN)
		judge_pin(player);
	if (effects & (EFFECT_END | EFFECT_LEAVE))
		player->ended = true;
}

/* A visitor who walks away in the middle. */
static bool is_gone(struct player *player)
{
	return player->limit && player->taken++ >= player->limit;
}

void player_take(struct player *player, const struct intent *intent)
{
	const struct screen *screen = player_screen(player);
	const char *focus =
		screen->focus < screen->n_items ? screen->items[screen->focus].id : "";

	if (is_gone(player))
		return;
	follow(player, journey_take(&player->journey, intent, focus));
}

bool player_press(struct player *player, const char *key)
{
	const struct screen *screen = player_screen(player);
	struct intent intent = { .kind = INTENT_PRESS };

	if (is_gone(player))
		return false;
	snprintf(intent.text, sizeof intent.text, "%s/%s", screen->name, key);
	if (screen_find(screen, intent.text) == screen->n_items) {
		printf("# no %s\n", intent.text);
		return false;
	}
	follow(player, journey_take(&player->journey, &intent, intent.text));
	return true;
}

void player_intent(struct player *player, enum intent_kind kind, int number)
{
	struct intent intent = { .kind = kind, .number = number };

	player_take(player, &intent);
}

void player_type(struct player *player, const char *text)
{
	while (*text) {
		struct intent intent = { .kind = INTENT_TYPE };
		const char *from = text;

		text_next(&text);
		memcpy(intent.text, from, (size_t)(text - from));
		/* A letter is no new screen to tell. */
		screen_clear(&player->screens[--player->n_screens]);
		player_take(player, &intent);
	}
}

static char *answer_for(const char *file, const char *key)
{
	FILE *stream = fopen(file, "r");
	char line[512];
	char *found = NULL;
	size_t n = strlen(key);

	while (stream && !found && fgets(line, sizeof line, stream)) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, key, n) == 0 && line[n] == ' ')
			found = mem_text(line + n + 1);
	}
	if (stream)
		fclose(stream);
	return found;
}

/* `value` is one option, or several with commas. */
static bool press_options(struct player *player, char *value)
{
	char *rest = value;
	char *option;
	char key[80];

	while ((option = strtok_r(rest, ",", &rest)) != NULL) {
		snprintf(key, sizeof key, "option:%s", option);
		if (!player_press(player, key))
			return false;
	}
	return true;
}

/* In a row its answer is named "GRID.1.KEY". */
static char *answer_to(const struct player *player,
	const struct component *component, const char *file)
{
	const struct draft *draft = journey_asked(&player->journey);
	char *key, *found;

	if (!draft->outer)
		return answer_for(file, component->key);
	key = text_format("%s.%zu.%s", draft->grid, draft->row + 1, component->key);
	found = answer_for(file, key);
	free(key);
	return found;
}

static bool answer_question(
	struct player *player, const struct component *component, const char *file)
{
	char *value = answer_to(player, component, file);
	bool ok = true;

	if (value && component_is_typed(component)) {
		player_screen(player);
		player_type(player, value);
	} else if (value) {
		ok = press_options(player, value);
	}
	free(value);
	return ok && player_press(player, "next");
}

/* "GRID.rows 2" says how many there are to be. */
static bool answer_rows(
	struct player *player, const struct component *component, const char *file)
{
	char *key = text_format("%s.rows", component->key);
	char *wanted = answer_for(file, key);
	size_t n = wanted ? strtoul(wanted, NULL, 10) : 0;
	bool more = draft_n_rows(journey_asked(&player->journey), component) < n;

	free(wanted);
	free(key);
	return player_press(player, more ? "add" : "next");
}

bool player_fill(struct player *player, const char *file)
{
	for (int i = 0; i < MOST_SCREENS_A_FORM; i++) {
		const struct component *component = journey_component(&player->journey);
		enum place_kind kind = journey_place(&player->journey)->kind;

		if (kind == PLACE_PAGE) {
			if (!player_press(player, "next"))
				return false;
			continue;
		}
		if (kind != PLACE_QUESTION && kind != PLACE_ROWS)
			return kind == PLACE_CHECK;
		if (kind == PLACE_ROWS ? !answer_rows(player, component, file)
							   : !answer_question(player, component, file))
			return false;
		if (player->journey.problem.code != PROBLEM_NONE) {
			printf("# %s: problem %d\n", component->key,
				player->journey.problem.code);
			return false;
		}
	}
	return false;
}

void player_end(struct player *player)
{
	journey_clear(&player->journey);
	for (size_t i = 0; i < player->n_screens; i++)
		screen_clear(&player->screens[i]);
	free(player->screens);
	offers_clear(&player->catalogue);
	json_decref(player->products);
	free(player->slip);
	free(player->made);
	free(player->forms);
}

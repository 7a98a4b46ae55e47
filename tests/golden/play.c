/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/golden/play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "lib/forms/bundle.h"

const char *const play_languages[] = { "nl", "en", "tr", "ar", NULL };
const char *const play_names[] = { "uittreksel-brp", "verhuizing",
	"melding-openbare-ruimte", "terugbelverzoek", "beside", "marktkraam",
	"buurtfeest", NULL };

bool play_start(struct player *player, const char *language)
{
	char key[32];

	snprintf(key, sizeof key, "language:%s", language);
	player_intent(player, INTENT_ENTER, 0);
	return player_press(player, key) && player_press(player, "yes") &&
		   player_press(player, "yes") && player_press(player, "yes");
}

static bool agree_to_all(struct player *player)
{
	const struct form *form = player->journey.draft->form;

	for (size_t i = 0; i < form->n_statements; i++) {
		char key[96];

		snprintf(key, sizeof key, "agree:%s", form->statements[i].key);
		if (!player_press(player, key))
			return false;
	}
	return true;
}

static bool play_form(struct player *player, const char *form, const char *file)
{
	char key[96];

	snprintf(key, sizeof key, "service:%s", form);
	return player_press(player, key) && player_press(player, "start") &&
		   player_fill(player, file) && player_press(player, "next") &&
		   agree_to_all(player) && player_press(player, "next") &&
		   player_press(player, "send");
}

static bool play_goodbye(struct player *player)
{
	if (!player_press(player, "finish") || !player_press(player, "face:4"))
		return false;
	player_intent(player, INTENT_ENTER, 0);
	return player_press(player, "next") && player_press(player, "finish") &&
		   player->ended;
}

/* Everything that lies beside the straight way, once. */
static bool play_beside(struct player *player, const char *file)
{
	player_intent(player, INTENT_LANGUAGE, 0);
	player_press(player, "other");
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_PEOPLE, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_STAFF, 0);
	player_type(player, "1111");
	player_press(player, "next");
	player_type(player, "2512");
	player_press(player, "next");
	player_press(player, "return");
	player_press(player, "service:uittreksel-brp");
	player_press(player, "start");
	player_press(player, "next"); /* nothing chosen: an error */
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "how");
	player_press(player, "return");
	player_press(player, "menu");
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_IDLE, 120);
	player_press(player, "go-on");
	if (!player_fill(player, file))
		return false;
	player_intent(player, INTENT_LEAVE, 0);
	player_press(player, "no");
	player_press(player, "change:bsn");
	player_press(player, "show");
	player_press(player, "next");
	player_press(player, "next");
	player_press(player, "next"); /* a statement is missing */
	player->outcome = OUTCOME_NOT_KEPT;
	if (!agree_to_all(player) || !player_press(player, "next") ||
		!player_press(player, "send"))
		return false;
	player->outcome = OUTCOME_KEPT;
	player_press(player, "retry");
	player_intent(player, INTENT_LEAVE, 0);
	return player_press(player, "no");
}

/* A form that only tests have, in place of those of the city. */
static bool offer_form(struct player *player, const char *name)
{
	struct form_fault fault = { 0 };
	char *folder = text_format("%s/tests/forms/%s", getenv("srcdir"), name);
	size_t size;

	player->made = bundle_make(folder, &size, &fault);
	if (!player->made)
		printf("# %s: %s\n", folder, fault.text);
	free(fault.text);
	free(folder);
	return player->made && player_offer(player, player->made);
}

static bool type_answer(struct player *player, const char *text)
{
	player_screen(player);
	player_type(player, text);
	return player_press(player, "next");
}

static bool choose_answer(struct player *player, const char *key)
{
	return player_press(player, key) && player_press(player, "next");
}

/* To somebody too young and back, with help on the way. */
static bool play_to_old_enough(struct player *player)
{
	player_press(player, "service:marktkraam");
	player_press(player, "start");
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "return");
	player_press(player, "next");
	player_press(player, "next");
	type_answer(player, "Fatma");
	if (!type_answer(player, "16"))
		return false;
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "return");
	if (!player_press(player, "change"))
		return false;
	player_intent(player, INTENT_DELETE, 0);
	player_intent(player, INTENT_DELETE, 0);
	return type_answer(player, "36");
}

/* A form with rules: blocked and on again, a text and a question that appear, a
 * price that is worked out, a step that is left out and comes back. */
static bool play_rules(struct player *player)
{
	if (!play_to_old_enough(player))
		return false;
	player_press(player, "option:planten");
	choose_answer(player, "option:eten");
	player_press(player, "next"); /* required now: an error */
	choose_answer(player, "option:ja");
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "return");
	type_answer(player, "4");
	if (!choose_answer(player, "option:nee"))
		return false;
	player_press(player, "change:stroom");
	choose_answer(player, "option:ja");
	choose_answer(player, "option:230");
	return player_press(player, "next") && agree_to_all(player) &&
		   player_press(player, "next") && player_press(player, "send") &&
		   play_goodbye(player);
}

static bool add_helper(
	struct player *player, const char *name, const char *task)
{
	return type_answer(player, name) && type_answer(player, "05-06-1990") &&
		   choose_answer(player, task);
}

/* A list: an error, help, one more, one that is changed, one that goes. */
static bool play_helpers(struct player *player)
{
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "return");
	player_intent(player, INTENT_BACK, 0); /* an empty list */
	player_press(player, "next");          /* which cannot stay so */
	player_intent(player, INTENT_HELP, 0);
	player_press(player, "return");
	player_press(player, "add");
	if (!add_helper(player, "Fatma", "option:eten"))
		return false;
	player_press(player, "add");
	if (!add_helper(player, "Jan", "option:muziek"))
		return false;
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_BACK, 0);
	player_intent(player, INTENT_BACK, 0); /* half a helper */
	player_press(player, "next");
	player_press(player, "row:2");
	player_press(player, "show");
	player_press(player, "answer:taak");
	choose_answer(player, "option:eten");
	player_press(player, "remove");
	player_press(player, "no");
	player_press(player, "remove");
	return player_press(player, "yes") && player_press(player, "next");
}

static bool play_address(struct player *player)
{
	return type_answer(player, "2511 BT") && type_answer(player, "70") &&
		   player_press(player, "next") && player_press(player, "next") &&
		   type_answer(player, "Spui") && type_answer(player, "Den Haag");
}

/* A form with lists, parts, and the types that other forms lack. */
static bool play_rows(struct player *player)
{
	player_press(player, "service:buurtfeest");
	player_press(player, "start");
	if (!play_helpers(player))
		return false;
	player_press(player, "add");
	type_answer(player, "een tafel");
	player_press(player, "next");
	player_press(player, "option:za");
	choose_answer(player, "option:zo");
	type_answer(player, "5-6-2027 14:30");
	if (!play_address(player))
		return false;
	player_press(player, "next"); /* no drawing */
	player_press(player, "next"); /* no car */
	player_press(player, "next"); /* no mail address */
	type_answer(player, "0612345678");
	player_press(player, "missing:kenteken");
	type_answer(player, "ab12cd");
	player_press(player, "next");
	player_press(player, "next");
	player_press(player, "change:helpers");
	return player_press(player, "next") && player_press(player, "next") &&
		   player_press(player, "send") && play_goodbye(player);
}

static const struct own_play {
	const char *name;
	bool (*play)(struct player *player);
} own_plays[] = {
	{ "marktkraam", play_rules },
	{ "buurtfeest", play_rows },
};

/* Of a form that only tests have; NULL for those of the city. */
static const struct own_play *own_play(const char *name)
{
	for (size_t i = 0; i < sizeof own_plays / sizeof own_plays[0]; i++) {
		if (strcmp(own_plays[i].name, name) == 0)
			return &own_plays[i];
	}
	return NULL;
}

bool play_visit(struct player *player, const char *name, const char *language)
{
	bool beside = strcmp(name, "beside") == 0;
	const char *form = beside ? play_names[0] : name;
	char *file =
		text_format("%s/tests/golden/%s.answers", getenv("srcdir"), form);
	const struct own_play *own = own_play(name);
	bool ok =
		(!own || offer_form(player, name)) && play_start(player, language) &&
		(own         ? own->play(player)
			: beside ? play_beside(player, file)
					 : play_form(player, form, file) && play_goodbye(player));

	if (!ok)
		printf("# stopped at %s\n", journey_scene(&player->journey));
	free(file);
	return ok;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A visitor walks away, at every single screen of a visit, and another person
 * presses a key: no answer of the first is shown or spoken.
 */
#include "tests/test.h"

#include "lib/ui/speech.h"
#include "tests/golden/play.h"

/* What the visitor typed, in every way it may be shown. */
static const char *const secrets[] = { "Fatma", "Yılmaz", "999990019",
	"999 990 019", "9, 9, 9, 9", "12-03-1944", "12 maart 1944", "12345678",
	"0, 6, 1, 2" };

static bool tells(const char *text)
{
	for (size_t i = 0; text && i < sizeof secrets / sizeof secrets[0]; i++) {
		if (strstr(text, secrets[i]))
			return true;
	}
	return false;
}

static void assert_tells_nothing(const char *text)
{
	if (tells(text))
		fail_msg("told: %s", text);
}

static void listen(void *owner, const struct utterance *utterance)
{
	(void)owner;
	for (size_t i = 0; i < utterance->n_segments; i++)
		assert_tells_nothing(utterance->segments[i].text);
}

static void assert_screen_is_clean(struct player *player)
{
	const struct screen *screen = player_screen(player);
	struct renderer *speech = speech_new(listen, NULL);

	for (size_t i = 0; i < screen->n_items; i++) {
		assert_tells_nothing(screen->items[i].label);
		assert_tells_nothing(screen->items[i].value);
		assert_tells_nothing(screen->items[i].raw);
	}
	speech_set_route(speech, ROUTE_HEADSET);
	speech_repeat(speech, screen);
	speech->free(speech);
}

/* Silence until the kiosk asks, or ends the visit by itself. */
static void walk_away(struct player *player)
{
	int silence = journey_next_idle(&player->journey);

	if (silence >= 0)
		player_intent(player, INTENT_IDLE, silence);
}

/* True while the visit was still going on when `steps` had been taken. */
static bool play_until(struct player *player, const char *name, int steps)
{
	bool stopped;

	*player = (struct player){ .outcome = OUTCOME_RECEIVED, .limit = steps };
	assert_true(player_begin(player, getenv("builddir"), "nl"));
	play_visit(player, name, "nl");
	stopped = player->taken > steps && !player->ended;
	player->limit = 0;
	return stopped;
}

static void press(struct player *player, enum intent_kind kind, int number)
{
	if (player->ended)
		return;
	player_intent(player, kind, number);
	if (!player->ended)
		assert_screen_is_clean(player);
}

/* That the test knows an answer when it sees one. */
static void the_page_to_check_answers_does_tell_them(void **state)
{
	struct player player;
	bool told = false;

	for (int steps = 1; play_until(&player, *state, steps) && !told; steps++) {
		const struct screen *screen = player_screen(&player);

		for (size_t i = 0; i < screen->n_items && !told; i++)
			told = journey_place(&player.journey)->kind == PLACE_CHECK &&
				   tells(screen->items[i].value);
		player_end(&player);
	}
	player_end(&player);
	assert_true(told);
}

static void no_key_of_the_next_person_shows_an_answer(void **state)
{
	static const struct intent first_keys[] = { { .kind = INTENT_DOWN },
		{ .kind = INTENT_ENTER }, { .kind = INTENT_CHOOSE, .number = 3 },
		{ .kind = INTENT_REPEAT }, { .kind = INTENT_UNKNOWN } };
	struct player player;
	int warned = 0;

	for (int steps = 1; play_until(&player, *state, steps); steps++) {
		const struct intent *key = &first_keys[steps % 5];

		walk_away(&player);
		if (!player.ended &&
			journey_place(&player.journey)->kind == PLACE_IDLE) {
			warned++;
			assert_screen_is_clean(&player);
			press(&player, key->kind, key->number);
		}
		player_end(&player);
	}
	player_end(&player);
	assert_true(warned > 20);
}

static void who_does_not_answer_is_wiped(void **state)
{
	struct player player;

	for (int steps = 1; play_until(&player, *state, steps); steps++) {
		enum place_kind kind = journey_place(&player.journey)->kind;

		walk_away(&player);
		if (!player.ended && kind != PLACE_ATTRACT)
			walk_away(&player);
		assert_true(player.ended || journey_next_idle(&player.journey) < 0 ||
					!player.journey.begun);
		player_end(&player);
	}
	player_end(&player);
}

#define VISIT(test, name)                                                      \
	cmocka_unit_test_prestate_setup_teardown(test, NULL, NULL, name)

int main(void)
{
	static char plain[] = "uittreksel-brp", rules[] = "marktkraam",
				lists[] = "buurtfeest";
	const struct CMUnitTest tests[] = {
		VISIT(the_page_to_check_answers_does_tell_them, plain),
		VISIT(no_key_of_the_next_person_shows_an_answer, plain),
		VISIT(who_does_not_answer_is_wiped, plain),
		VISIT(the_page_to_check_answers_does_tell_them, rules),
		VISIT(no_key_of_the_next_person_shows_an_answer, rules),
		VISIT(who_does_not_answer_is_wiped, rules),
		VISIT(the_page_to_check_answers_does_tell_them, lists),
		VISIT(no_key_of_the_next_person_shows_an_answer, lists),
		VISIT(who_does_not_answer_is_wiped, lists),
	};

	return cmocka_run_group_tests_name("walks_away", tests, NULL, NULL);
}

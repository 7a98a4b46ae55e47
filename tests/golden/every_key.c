/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Each key on each screen of a visit: there is always a screen with a title, a
 * menu row and a focus, and nothing is sent but by the item that says so.
 */
#include "tests/test.h"

#include "tests/golden/play.h"

static const struct intent keys[] = {
	{ .kind = INTENT_UP },
	{ .kind = INTENT_DOWN },
	{ .kind = INTENT_ENTER },
	{ .kind = INTENT_BACK },
	{ .kind = INTENT_CHOOSE, .number = 0, .text = "0" },
	{ .kind = INTENT_CHOOSE, .number = 1, .text = "1" },
	{ .kind = INTENT_CHOOSE, .number = 2, .text = "2" },
	{ .kind = INTENT_CHOOSE, .number = 9, .text = "9" },
	{ .kind = INTENT_TYPE, .text = "é" },
	{ .kind = INTENT_DELETE },
	{ .kind = INTENT_REPEAT },
	{ .kind = INTENT_HELP },
	{ .kind = INTENT_PEOPLE },
	{ .kind = INTENT_LANGUAGE },
	{ .kind = INTENT_SIZE },
	{ .kind = INTENT_COLOURS },
	{ .kind = INTENT_SPEECH },
	{ .kind = INTENT_LEAVE },
	{ .kind = INTENT_STAFF },
	{ .kind = INTENT_UNKNOWN },
};

enum { N_KEYS = sizeof keys / sizeof keys[0] };

static void assert_is_a_screen(struct player *player)
{
	const struct screen *screen = player_screen(player);

	assert_true(screen->n_items >= 3);
	assert_int_equal(screen->items[0].role, ITEM_TITLE);
	assert_int_equal(screen->items[screen->n_items - 2].role, ITEM_MENU);
	assert_true(screen->focus < screen->n_items);
	assert_true(item_takes_focus(&screen->items[screen->focus]));
	assert_false(screen->items[screen->focus].state & STATE_CONFIRMS);
}

/* A visitor who stopped after so many steps; false when the visit was over. */
static bool play_until(struct player *player, const char *name, int steps)
{
	*player = (struct player){ .outcome = OUTCOME_RECEIVED, .limit = steps };
	assert_true(player_begin(player, getenv("builddir"), "nl"));
	play_visit(player, name, "nl");
	if (player->taken <= steps || player->ended)
		return false;
	player->limit = 0;
	return true;
}

static void press(struct player *player, const struct intent *key)
{
	bool was_sent = player->journey.sent;

	player_take(player, key);
	if (player->ended)
		return;
	assert_is_a_screen(player);
	assert_int_equal(player->journey.sent, was_sent);
}

/* The same place twice is one screen, whatever is typed there. */
static bool is_new_place(struct player *player, char *last, size_t room)
{
	char place[256];

	snprintf(place, sizeof place, "%s %s", journey_scene(&player->journey),
		journey_place(&player->journey)->key);
	if (strcmp(place, last) == 0)
		return false;
	snprintf(last, room, "%s", place);
	return true;
}

static void press_all_keys(const char *name)
{
	struct player player;
	char last[256] = "";
	int places = 0;

	for (int steps = 1; play_until(&player, name, steps); steps++) {
		bool is_new = is_new_place(&player, last, sizeof last);

		player_end(&player);
		places += is_new;
		for (int i = 0; is_new && i < N_KEYS; i++) {
			assert_true(play_until(&player, name, steps));
			press(&player, &keys[i]);
			player_end(&player);
		}
	}
	player_end(&player);
	assert_true(places > 20);
}

static void every_key_on_every_screen_leads_to_a_screen(void **state)
{
	(void)state;
	press_all_keys("uittreksel-brp");
}

static void so_it_does_where_rules_are_followed(void **state)
{
	(void)state;
	press_all_keys("marktkraam");
}

static void and_where_there_are_lists(void **state)
{
	(void)state;
	press_all_keys("buurtfeest");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_on_every_screen_leads_to_a_screen),
		cmocka_unit_test(so_it_does_where_rules_are_followed),
		cmocka_unit_test(and_where_there_are_lists),
	};

	return cmocka_run_group_tests_name("every_key", tests, NULL, NULL);
}

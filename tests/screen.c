/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/screen.h"

static void make_question(struct screen *screen)
{
	screen_begin(screen, "question", "nl");
	screen_add(screen, ITEM_TITLE, "question/title", "Waarvoor is het?");
	screen_add(screen, ITEM_CHOICE, "question/a", "Huren");
	screen_add(screen, ITEM_CHOICE, "question/b", "Trouwen");
	screen_add(screen, ITEM_MENU, "question/menu", "Hulp, taal");
	screen_add(screen, ITEM_KEYS, "question/keys", "Enter = kiezen");
}

static void texts_are_made_safe(void **state)
{
	struct screen screen = { 0 };
	struct item *item;
	/* U+202E turns what follows around. */
	const char turned[] = { '\xE2', '\x80', '\xAE', 'n', 'e', 'b', '\0' };

	(void)state;
	screen_begin(&screen, "x", "nl");
	item = screen_add(&screen, ITEM_FIELD, "x/y", "Naam\x1B[2J");
	item_set_value(item, turned);
	assert_string_equal(item->label, "Naam[2J");
	assert_string_equal(item->value, "neb");
	assert_string_equal(item->hint, "");
	screen_clear(&screen);
}

static void direction_follows_language_and_script(void **state)
{
	(void)state;
	assert_true(language_is_rtl("ar"));
	assert_true(language_is_rtl("ar-MA"));
	assert_true(language_is_rtl("fa"));
	assert_true(language_is_rtl("ku-Arab"));
	assert_false(language_is_rtl("ku"));
	assert_false(language_is_rtl("nl"));
	assert_false(language_is_rtl("az-Latn"));
	assert_false(language_is_rtl("ary-Latn-MA"));
	assert_false(language_is_rtl("a"));
	assert_false(language_is_rtl(""));
}

static void steps_over_what_takes_no_focus(void **state)
{
	struct screen screen = { 0 };

	(void)state;
	make_question(&screen);
	assert_int_equal(screen_step(&screen, 0, +1), 1);
	assert_int_equal(screen_step(&screen, 2, +1), 3);
	assert_int_equal(screen_step(&screen, 3, +1), 3);
	assert_int_equal(screen_step(&screen, 1, -1), 1);
	screen_clear(&screen);
}

static void steps_within_the_page_only(void **state)
{
	struct screen screen = { 0 };

	(void)state;
	make_question(&screen);
	screen.pages = 2;
	screen.page = 0;
	screen.items[2].first_page = screen.items[2].last_page = 1;
	screen.items[3].last_page = 1;
	assert_int_equal(screen_step(&screen, 1, +1), 3);
	screen.page = 1;
	assert_int_equal(screen_step(&screen, 3, -1), 2);
	screen_clear(&screen);
}

static void copy_shares_nothing_with_the_original(void **state)
{
	struct screen screen = { 0 };
	struct screen copy = { 0 };

	(void)state;
	make_question(&screen);
	screen_copy(&copy, &screen);
	screen_clear(&screen);
	screen_add(&copy, ITEM_TEXT, "question/more", "meer");
	assert_string_equal(copy.items[2].label, "Trouwen");
	assert_int_equal(copy.n_items, 6);
	screen_copy(&copy, &screen);
	assert_int_equal(copy.n_items, 0);
	screen_clear(&copy);
}

static void finds_an_item_by_its_id(void **state)
{
	struct screen screen = { 0 };

	(void)state;
	make_question(&screen);
	assert_int_equal(screen_find(&screen, "question/b"), 2);
	assert_int_equal(screen_find(&screen, "question/z"), screen.n_items);
	screen_clear(&screen);
}

static void every_role_has_a_name(void **state)
{
	(void)state;
	for (int role = 0; role < N_ITEM_ROLES; role++)
		assert_true(strlen(role_name((enum item_role)role)) > 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_made_safe),
		cmocka_unit_test(direction_follows_language_and_script),
		cmocka_unit_test(steps_over_what_takes_no_focus),
		cmocka_unit_test(steps_within_the_page_only),
		cmocka_unit_test(copy_shares_nothing_with_the_original),
		cmocka_unit_test(finds_an_item_by_its_id),
		cmocka_unit_test(every_role_has_a_name),
	};

	return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}

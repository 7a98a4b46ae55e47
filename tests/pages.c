/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "kiosk/pages.h"

/* Seven choices, three a page, with the menu row on every page. */
static void make(struct screen *screen)
{
	char id[32];

	*screen = (struct screen){ 0 };
	screen_begin(screen, "question", "nl");
	screen_add(screen, ITEM_TITLE, "question/title", "Waarvoor?");
	for (int i = 0; i < 7; i++) {
		struct item *item;

		snprintf(id, sizeof id, "question/%d", i);
		item = screen_add(screen, ITEM_CHOICE, id, id);
		item->first_page = item->last_page = (size_t)i / 3;
	}
	screen_add(screen, ITEM_MENU, "question/menu", "Hulp");
	screen_add(screen, ITEM_KEYS, "question/keys", "Enter");
	screen->pages = 3;
	screen->items[0].last_page = 2;
	screen->items[8].last_page = screen->items[9].last_page = 2;
}

static void settle(struct pages *pages, struct screen *screen)
{
	screen_clear(screen);
	make(screen);
	pages_settle(pages, screen, false, "Meer");
}

static void the_row_more_stands_before_the_menu_row(void **state)
{
	struct screen screen = { 0 };
	struct pages pages = { 0 };

	(void)state;
	settle(&pages, &screen);
	assert_string_equal(screen.items[8].id, "question/more");
	assert_int_equal(screen.items[9].role, ITEM_MENU);
	screen_clear(&screen);
}

static void the_last_page_has_no_row_more(void **state)
{
	struct screen screen = { 0 };
	struct pages pages = { .page = 2 };

	(void)state;
	settle(&pages, &screen);
	assert_int_equal(screen_find(&screen, "question/more"), screen.n_items);
	screen_clear(&screen);
}

static void down_and_down_reaches_every_choice_once(void **state)
{
	struct screen screen = { 0 };
	struct pages pages = { 0 };
	char seen[128] = "";

	(void)state;
	settle(&pages, &screen);
	for (int i = 0; i < 20; i++) {
		const char *id = screen.items[screen.focus].id;

		strncat(seen, id + strlen("question/"), 1);
		if (pages_step(&pages, &screen, 1) == PAGES_STAYED)
			break;
		settle(&pages, &screen);
	}
	assert_string_equal(
		seen, "012mm345mm6m"); /* more, menu; more, menu; menu */
	screen_clear(&screen);
}

static void up_from_the_first_row_returns_to_the_last_choice_before(
	void **state)
{
	struct screen screen = { 0 };
	struct pages pages = { .page = 1 };

	(void)state;
	settle(&pages, &screen);
	assert_int_equal(pages_step(&pages, &screen, -1), PAGES_TURNED);
	settle(&pages, &screen);
	assert_int_equal(screen.page, 0);
	assert_string_equal(screen.items[screen.focus].id, "question/2");
	screen_clear(&screen);
}

static void a_focus_that_is_followed_brings_its_page(void **state)
{
	struct screen screen;
	struct pages pages = { .focus = "question/5" };

	(void)state;
	make(&screen);
	pages_settle(&pages, &screen, true, "Meer");
	assert_int_equal(screen.page, 1);
	assert_string_equal(screen.items[screen.focus].id, "question/5");
	screen_clear(&screen);
}

static void a_focus_on_another_page_gives_way_when_not_followed(void **state)
{
	struct screen screen;
	struct pages pages = { .focus = "question/5" };

	(void)state;
	make(&screen);
	pages_settle(&pages, &screen, false, "Meer");
	assert_int_equal(screen.page, 0);
	assert_string_equal(screen.items[screen.focus].id, "question/0");
	screen_clear(&screen);
}

static void what_is_on_another_page_is_marked_so(void **state)
{
	struct screen screen;
	struct pages pages = { 0 };

	(void)state;
	make(&screen);
	pages_settle(&pages, &screen, false, "Meer");
	assert_false(screen.items[1].state & STATE_OTHER_PAGE);
	assert_true(screen.items[7].state & STATE_OTHER_PAGE);
	screen_clear(&screen);
}

static void a_page_that_is_gone_becomes_the_last(void **state)
{
	struct screen screen;
	struct pages pages = { .page = 9 };

	(void)state;
	make(&screen);
	pages_settle(&pages, &screen, false, "Meer");
	assert_int_equal(screen.page, 2);
	screen_clear(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_row_more_stands_before_the_menu_row),
		cmocka_unit_test(the_last_page_has_no_row_more),
		cmocka_unit_test(down_and_down_reaches_every_choice_once),
		cmocka_unit_test(
			up_from_the_first_row_returns_to_the_last_choice_before),
		cmocka_unit_test(a_focus_that_is_followed_brings_its_page),
		cmocka_unit_test(a_focus_on_another_page_gives_way_when_not_followed),
		cmocka_unit_test(what_is_on_another_page_is_marked_so),
		cmocka_unit_test(a_page_that_is_gone_becomes_the_last),
	};

	return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}

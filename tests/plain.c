/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/ui/plain.h"

static struct item *add(struct screen *screen, enum item_role role,
	const char *id, const char *label)
{
	return screen_add(screen, role, id, label);
}

static void add_option(
	struct screen *screen, enum item_role role, int n, const char *label)
{
	char *id = text_format("question/option%d", n);
	struct item *item = add(screen, role, id, label);

	item->n = n;
	item->of = 2;
	free(id);
}

static void add_foot(struct screen *screen)
{
	add(screen, ITEM_MENU, "question/menu", "Hulp, taal, stoppen");
	add(screen, ITEM_KEYS, "question/keys", "Enter: verder");
}

static void question(struct screen *screen)
{
	screen_begin(screen, "question", "nl");
	add(screen, ITEM_TITLE, "question/title", "Hoe wilt u het krijgen?");
	add(screen, ITEM_PLACE, "question/place", "Vraag 3 van 9");
	add(screen, ITEM_TEXT, "question/text", "Het komt binnen 5 dagen.");
	add_option(screen, ITEM_CHOICE, 1, "Met de post op mijn eigen adres");
	add_option(screen, ITEM_CHOICE, 2, "Op het stadhuis");
	add(screen, ITEM_ACTION, "question/next", "Verder");
	add_foot(screen);
	screen->focus = 3;
}

static void assert_shown(
	struct renderer *plain, struct screen *screen, const char *want)
{
	char *got;

	plain->fit(plain, screen);
	plain->show(plain, NULL, screen);
	got = page_text(plain_page(plain), true);
	assert_string_equal(got, want);
	free(got);
}

static void shows_a_question_in_one_column(void **state)
{
	struct renderer *plain = plain_new(16, 30);
	struct screen screen = { 0 };

	(void)state;
	question(&screen);
	assert_shown(plain, &screen,
		"  |  Hoe wilt u het krijgen?\n"
		"  |  Vraag 3 van 9\n"
		"  |\n"
		"  |  Het komt binnen 5 dagen.\n"
		"  |\n"
		"> |> 1 ( ) Met de post op mijn\n"
		"> |>       eigen adres\n"
		"  |  2 ( ) Op het stadhuis\n"
		"  |\n"
		"  |  [ Verder ]\n"
		"  |\n"
		"  |\n"
		"  |\n"
		"  |\n"
		"  |  Hulp, taal, stoppen\n"
		"  |  Enter: verder\n");
	assert_true(plain_fits(plain));
	plain->free(plain);
	screen_clear(&screen);
}

static void marks_are_told_apart_without_colour(void **state)
{
	struct renderer *plain = plain_new(9, 30);
	struct screen screen = { 0 };

	(void)state;
	screen_begin(&screen, "question", "nl");
	add(&screen, ITEM_TITLE, "question/title", "Wat is kapot?");
	add_option(&screen, ITEM_MARK, 1, "De lamp");
	screen.items[1].state = STATE_CHOSEN;
	add_option(&screen, ITEM_MARK, 2, "De stoep");
	add_option(&screen, ITEM_CHOICE, 3, "Alles");
	screen.items[3].state = STATE_CHOSEN;
	add_foot(&screen);
	screen.focus = 4;
	assert_shown(plain, &screen,
		"  |  Wat is kapot?\n"
		"  |\n"
		"  |  1 [x] De lamp\n"
		"  |  2 [ ] De stoep\n"
		"  |  3 (•) Alles\n"
		"  |\n"
		"  |\n"
		"> |> Hulp, taal, stoppen\n"
		"  |  Enter: verder\n");
	plain->free(plain);
	screen_clear(&screen);
}

static void add_field(struct screen *screen, const char *value)
{
	struct item *item;

	screen_begin(screen, "question", "nl");
	add(screen, ITEM_TITLE, "question/title", "Wat is uw naam?");
	item = add(screen, ITEM_FIELD, "question/naam", "Wat is uw naam?");
	item_set_value(item, value);
	item_set_hint(item, "Met de letters van uw pas.");
	item_set_error(item, "Fout: typ uw naam.");
	screen->focus = 1;
}

static void field_has_its_hint_error_and_caret(void **state)
{
	struct renderer *plain = plain_new(5, 32);
	struct screen screen = { 0 };

	(void)state;
	add_field(&screen, "Jan");
	assert_shown(plain, &screen,
		"  |  Wat is uw naam?\n"
		"  |\n"
		"> |> Met de letters van uw pas.\n"
		">!|! Fout: typ uw naam.\n"
		"> |> [Jan_                       ]\n");
	assert_int_equal(plain_page(plain)->cursor_row, 4);
	assert_int_equal(plain_page(plain)->cursor_column, 6);
	plain->free(plain);
	screen_clear(&screen);
}

static void masked_value_is_never_drawn(void **state)
{
	struct renderer *plain = plain_new(8, 32);
	struct screen screen = { 0 };
	char *text;

	(void)state;
	add_field(&screen, "123456782");
	screen.items[1].state = STATE_MASKED;
	plain->show(plain, NULL, &screen);
	text = page_text(plain_page(plain), false);
	assert_null(strstr(text, "123456782"));
	assert_non_null(strstr(text, "[•••••••••_"));
	free(text);
	plain->free(plain);
	screen_clear(&screen);
}

static void error_on_top_is_not_said_twice(void **state)
{
	struct renderer *plain = plain_new(8, 32);
	struct screen screen = { 0 };
	char *text;

	(void)state;
	add_field(&screen, "");
	add(&screen, ITEM_ERROR, "question/error", "Fout: typ uw naam.");
	plain->show(plain, NULL, &screen);
	text = page_text(plain_page(plain), false);
	assert_non_null(strstr(text, "! Fout: typ uw naam."));
	assert_null(strstr(strstr(text, "Fout") + 1, "Fout"));
	free(text);
	plain->free(plain);
	screen_clear(&screen);
}

static void arabic_is_mirrored(void **state)
{
	struct renderer *plain = plain_new(6, 20);
	struct screen screen = { 0 };

	(void)state;
	screen_begin(&screen, "question", "ar");
	add(&screen, ITEM_TITLE, "question/title", "بيت؟");
	add_option(&screen, ITEM_CHOICE, 1, "لا");
	add(&screen, ITEM_ACTION, "question/next", "بيت");
	screen.focus = 1;
	assert_shown(plain, &screen,
		"  |              ؟ﺖﻴﺑ\n"
		"  |\n"
		"> |           ﻻ ( ) 1 <\n"
		"  |           [ ﺖﻴﺑ ]\n"
		"  |\n"
		"  |\n");
	assert_int_equal(plain_page(plain)->cursor_column, 17);
	plain->free(plain);
	screen_clear(&screen);
}

static void label_and_value_share_a_line_where_they_fit(void **state)
{
	struct renderer *plain = plain_new(7, 24);
	struct screen screen = { 0 };

	(void)state;
	screen_begin(&screen, "check", "nl");
	add(&screen, ITEM_TITLE, "check/title", "Klopt dit?");
	item_set_value(add(&screen, ITEM_CHANGE, "check/naam", "Naam"), "Jansen");
	item_set_value(add(&screen, ITEM_CHANGE, "check/adres", "Hoe komt het?"),
		"Met de post op het adres");
	screen.focus = 1;
	assert_shown(plain, &screen,
		"  |  Klopt dit?\n"
		"  |\n"
		"> |> Naam: Jansen\n"
		"  |  Hoe komt het?\n"
		"  |    Met de post op het\n"
		"  |    adres\n"
		"  |\n");
	plain->free(plain);
	screen_clear(&screen);
}

static void more_than_a_page_is_divided(void **state)
{
	struct renderer *plain = plain_new(8, 30);
	struct screen screen = { 0 };

	(void)state;
	screen_begin(&screen, "question", "nl");
	add(&screen, ITEM_TITLE, "question/title", "Wat is kapot?");
	for (int i = 1; i <= 5; i++)
		add_option(&screen, ITEM_MARK, i, "Iets");
	add(&screen, ITEM_MORE, "question/more", "Meer");
	add_foot(&screen);
	screen.focus = 6;
	plain->fit(plain, &screen);
	assert_int_equal(screen.pages, 2);
	assert_shown(plain, &screen,
		"  |  Wat is kapot?\n"
		"  |\n"
		"  |  1 [ ] Iets\n"
		"  |  2 [ ] Iets\n"
		"  |  3 [ ] Iets\n"
		"> |> [ Meer ]\n"
		"  |  Hulp, taal, stoppen\n"
		"  |  Enter: verder\n");
	screen.page = 1;
	screen.focus = screen.items[4].first_page == 1 ? 4 : 5;
	assert_shown(plain, &screen,
		"  |  Wat is kapot?\n"
		"  |\n"
		"> |> 4 [ ] Iets\n"
		"  |  5 [ ] Iets\n"
		"  |\n"
		"  |\n"
		"  |  Hulp, taal, stoppen\n"
		"  |  Enter: verder\n");
	plain->free(plain);
	screen_clear(&screen);
}

static void focused_row_is_bold_and_inverse_over_its_whole_width(void **state)
{
	struct renderer *plain = plain_new(16, 30);
	struct screen screen = { 0 };

	(void)state;
	question(&screen);
	plain->show(plain, NULL, &screen);
	for (int i = 0; i < 30; i++)
		assert_int_equal(plain_page(plain)->cells[5 * 30 + i].style,
			STYLE_INVERSE | STYLE_BOLD);
	assert_int_equal(plain_page(plain)->cursor_row, 5);
	assert_int_equal(plain_page(plain)->cursor_column, 2);
	plain->free(plain);
	screen_clear(&screen);
}

static void every_item_that_takes_focus_can_be_tapped(void **state)
{
	struct renderer *plain = plain_new(16, 30);
	struct screen screen = { 0 };

	(void)state;
	question(&screen);
	plain->show(plain, NULL, &screen);
	assert_int_equal(page_item_at(plain_page(plain), 6, 20), 3);
	assert_int_equal(page_item_at(plain_page(plain), 7, 0), 4);
	assert_int_equal(page_item_at(plain_page(plain), 9, 4), 5);
	assert_int_equal(page_item_at(plain_page(plain), 14, 4), 6);
	assert_int_equal(page_item_at(plain_page(plain), 0, 4), -1);
	assert_int_equal(page_item_at(plain_page(plain), 15, 4), -1);
	plain->free(plain);
	screen_clear(&screen);
}

static void text_is_at_most_sixty_cells_wide(void **state)
{
	struct renderer *plain = plain_new(20, 200);
	struct screen screen = { 0 };

	(void)state;
	question(&screen);
	screen.items[2].label[0] = 'H';
	item_set_value(&screen.items[2],
		"Dit is een heel lange zin die op een breed scherm niet over de hele "
		"breedte mag staan omdat dat slecht leest.");
	plain->show(plain, NULL, &screen);
	for (int row = 0; row < 20; row++) {
		for (int i = 62; i < 200; i++)
			assert_int_equal(plain_page(plain)->cells[row * 200 + i].c[0], ' ');
	}
	plain->free(plain);
	screen_clear(&screen);
}

static void code_stands_beside_its_text_and_goes_where_it_cannot_fit(
	void **state)
{
	struct renderer *plain = plain_new(24, 80);
	struct screen screen = { 0 };
	struct item *item;

	(void)state;
	screen_begin(&screen, "done", "nl");
	add(&screen, ITEM_TITLE, "done/title", "Klaar.");
	item = add(&screen, ITEM_QR, "done/code", "Maak een foto.");
	item_set_value(item, "7K2M-9QXT-4HD");
	add_foot(&screen);
	screen.focus = 2;
	plain->show(plain, NULL, &screen);
	assert_int_equal(
		plain_page(plain)->cells[2 * 80 + 2].style, STYLE_DARK_ON_LIGHT);
	assert_int_equal(plain_page(plain)->cells[2 * 80 + 33].c[0], 'M');
	plain_resize(plain, 12, 40);
	plain->show(plain, NULL, &screen);
	assert_int_equal(plain_page(plain)->cells[2 * 40 + 2].c[0], 'M');
	assert_true(plain_fits(plain));
	plain->free(plain);
	screen_clear(&screen);
}

static void says_when_the_glass_is_too_small(void **state)
{
	struct renderer *plain = plain_new(4, 10);
	struct screen screen = { 0 };

	(void)state;
	question(&screen);
	plain->show(plain, NULL, &screen);
	assert_false(plain_fits(plain));
	plain_resize(plain, 1, 1);
	plain->show(plain, NULL, &screen);
	assert_false(plain_fits(plain));
	plain->free(plain);
	screen_clear(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_a_question_in_one_column),
		cmocka_unit_test(marks_are_told_apart_without_colour),
		cmocka_unit_test(field_has_its_hint_error_and_caret),
		cmocka_unit_test(masked_value_is_never_drawn),
		cmocka_unit_test(error_on_top_is_not_said_twice),
		cmocka_unit_test(arabic_is_mirrored),
		cmocka_unit_test(label_and_value_share_a_line_where_they_fit),
		cmocka_unit_test(more_than_a_page_is_divided),
		cmocka_unit_test(focused_row_is_bold_and_inverse_over_its_whole_width),
		cmocka_unit_test(every_item_that_takes_focus_can_be_tapped),
		cmocka_unit_test(text_is_at_most_sixty_cells_wide),
		cmocka_unit_test(
			code_stands_beside_its_text_and_goes_where_it_cannot_fit),
		cmocka_unit_test(says_when_the_glass_is_too_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

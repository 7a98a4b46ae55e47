/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/page.h"
#include "lib/ui/qr.h"
#include "lib/ui/screen.h"

static const char *const slip = "7K2M-9QXT-4HD Gemeente Den Haag 14 070";

static void small_text_needs_a_small_code(void **state)
{
	int rows, columns;

	(void)state;
	assert_true(qr_size("14070", &rows, &columns));
	assert_int_equal(columns, 21 + 8);
	assert_int_equal(rows, 15);
}

static void empty_and_endless_texts_fit_no_code(void **state)
{
	char *endless = calloc(1, 8001);
	int rows, columns;

	(void)state;
	assert_false(qr_size("", &rows, &columns));
	memset(endless, 'x', 8000);
	assert_false(qr_size(endless, &rows, &columns));
	free(endless);
}

static void code_is_dark_on_light_with_four_quiet_modules(void **state)
{
	struct page page;
	int rows, columns;

	(void)state;
	page_init(&page, 24, 80);
	assert_true(qr_size(slip, &rows, &columns));
	assert_true(qr_draw(&page, 2, 3, slip, 22, 77));
	for (int r = 0; r < rows; r++) {
		for (int c = 0; c < columns; c++) {
			struct cell *cell = page_cell(&page, 2 + r, 3 + c);
			bool quiet = r < 2 || c < 4 || c >= columns - 4 || r >= rows - 2;

			assert_int_equal(cell->style, STYLE_DARK_ON_LIGHT);
			if (quiet)
				assert_int_equal(cell->c[0], ' ');
		}
	}
	assert_int_equal(page_cell(&page, 4, 7)->c[0], 0x2588);
	page_clear(&page);
}

static void draws_nothing_where_it_does_not_fit(void **state)
{
	struct page page, blank;

	(void)state;
	page_init(&page, 24, 80);
	page_init(&blank, 24, 80);
	assert_false(qr_draw(&page, 0, 0, slip, 12, 80));
	assert_false(qr_draw(&page, 0, 0, slip, 24, 20));
	assert_true(page_same(&page, &blank));
	page_clear(&page);
	page_clear(&blank);
}

static void a_long_text_gives_way_to_a_short_one_on_a_small_glass(void **state)
{
	struct screen screen = { 0 };
	struct item *item;

	(void)state;
	screen_begin(&screen, "done", "nl");
	item = screen_add(&screen, ITEM_QR, "done/code", "Maak een foto.");
	item_set_value(item, "Bewijs van uw adres. Uw nummer: 7K2M-9QXT-4HD. "
						 "Hebt u niets gehoord? Bel 14 070.");
	item_set_raw(item, VALUE_REFERENCE, "7K2M-9QXT-4HD");
	assert_string_equal(qr_of_item(item, 40, 80), item->value);
	assert_string_equal(qr_of_item(item, 17, 80), "7K2M-9QXT-4HD");
	assert_null(qr_of_item(item, 10, 80));
	screen_clear(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_text_needs_a_small_code),
		cmocka_unit_test(empty_and_endless_texts_fit_no_code),
		cmocka_unit_test(code_is_dark_on_light_with_four_quiet_modules),
		cmocka_unit_test(a_long_text_gives_way_to_a_short_one_on_a_small_glass),
		cmocka_unit_test(draws_nothing_where_it_does_not_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/page.h"

static void write_word(struct page *page, int row, int column, const char *word)
{
	for (; *word; word++)
		page_cell(page, row, column++)->c[0] = (unsigned char)*word;
}

static void text_has_a_line_a_row_without_trailing_blanks(void **state)
{
	struct page page;
	char *text;

	(void)state;
	page_init(&page, 3, 10);
	write_word(&page, 1, 2, "ja");
	text = page_text(&page, false);
	assert_string_equal(text, "\n  ja\n\n");
	free(text);
	page_clear(&page);
}

static void styles_stand_in_the_margin(void **state)
{
	struct page page;
	char *text;

	(void)state;
	page_init(&page, 2, 10);
	write_word(&page, 0, 0, "ja");
	page_cell(&page, 0, 5)->style = STYLE_INVERSE;
	page_cell(&page, 1, 0)->style = STYLE_ERROR;
	text = page_text(&page, true);
	assert_string_equal(text, "> |ja\n !|\n");
	free(text);
	page_clear(&page);
}

static void wide_cells_and_marks_come_out_whole(void **state)
{
	struct page page;
	char *text;

	(void)state;
	page_init(&page, 1, 4);
	*page_cell(&page, 0, 0) = (struct cell){ { 0x4E2D }, 2, 0 };
	page_cell(&page, 0, 1)->width = 0;
	*page_cell(&page, 0, 2) = (struct cell){ { 'e', 0x301 }, 1, 0 };
	text = page_text(&page, false);
	assert_string_equal(text, "\xE4\xB8\xAD"
							  "e\xCC\x81\n");
	free(text);
	page_clear(&page);
}

static void outside_the_grid_is_no_cell(void **state)
{
	struct page page;

	(void)state;
	page_init(&page, 2, 3);
	assert_null(page_cell(&page, -1, 0));
	assert_null(page_cell(&page, 2, 0));
	assert_null(page_cell(&page, 0, 3));
	assert_non_null(page_cell(&page, 1, 2));
	page_clear(&page);
}

static void a_tap_finds_its_item(void **state)
{
	struct page page;

	(void)state;
	page_init(&page, 10, 10);
	page_target(&page, (struct target){ 4, 2, 0, 3, 10 });
	page_target(&page, (struct target){ 5, 5, 0, 1, 5 });
	assert_int_equal(page_item_at(&page, 4, 9), 4);
	assert_int_equal(page_item_at(&page, 5, 4), 5);
	assert_int_equal(page_item_at(&page, 5, 5), -1);
	assert_int_equal(page_item_at(&page, 0, 0), -1);
	page_clear(&page);
}

static void wiped_page_equals_a_new_one(void **state)
{
	struct page a;
	struct page b;

	(void)state;
	page_init(&a, 3, 3);
	page_init(&b, 3, 3);
	write_word(&a, 0, 0, "x");
	page_target(&a, (struct target){ 0, 0, 0, 1, 1 });
	assert_false(page_same(&a, &b));
	page_wipe(&a);
	assert_true(page_same(&a, &b));
	assert_int_equal(a.n_targets, 0);
	page_clear(&a);
	page_clear(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_has_a_line_a_row_without_trailing_blanks),
		cmocka_unit_test(styles_stand_in_the_margin),
		cmocka_unit_test(wide_cells_and_marks_come_out_whole),
		cmocka_unit_test(outside_the_grid_is_no_cell),
		cmocka_unit_test(a_tap_finds_its_item),
		cmocka_unit_test(wiped_page_equals_a_new_one),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}

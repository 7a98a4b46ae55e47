/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/ui/cells.h"

/* The lines as they stand from left to right, parted by '|'. */
static void assert_set(const char *text, bool rtl, int width, const char *want)
{
	struct cells cells = cells_set(text, rtl, width);
	struct text got = { 0 };
	char *all;

	for (size_t i = 0; i < cells.n_lines; i++) {
		const struct cells_line *line = &cells.lines[i];

		assert_true(line->width <= width);
		text_add(&got, i ? "|" : "");
		for (int c = 0; c < line->width; c++) {
			for (int m = 0; m < 3 && line->cells[c].c[m]; m++)
				text_add_char(&got, line->cells[c].c[m]);
		}
	}
	all = text_take(&got);
	assert_string_equal(all, want);
	free(all);
	cells_clear(&cells);
}

static void breaks_between_words(void **state)
{
	(void)state;
	assert_set("een twee drie", false, 8, "een twee|drie");
	assert_set("een twee drie", false, 7, "een|twee|drie");
	assert_set("een twee drie", false, 80, "een twee drie");
}

static void keeps_line_feeds_and_empty_lines(void **state)
{
	(void)state;
	assert_set("een\n\ntwee", false, 80, "een||twee");
	assert_set("", false, 80, "");
}

static void cuts_a_word_that_is_wider_than_a_line_between_letters(void **state)
{
	(void)state;
	assert_set("abcdefgh", false, 3, "abc|def|gh");
	assert_set("ab cdefgh", false, 3, "ab|cde|fgh");
	assert_set("e\u0301e\u0301e\u0301", false, 2, "e\u0301e\u0301|e\u0301");
}

static void wide_characters_take_two_cells(void **state)
{
	struct cells cells = cells_set("中文", false, 80);

	(void)state;
	assert_int_equal(cells.lines[0].width, 4);
	assert_int_equal(cells.lines[0].cells[0].width, 2);
	assert_int_equal(cells.lines[0].cells[1].width, 0);
	assert_int_equal(cells_width("中文"), 4);
	cells_clear(&cells);
	assert_set("中文字", false, 4, "中文|字");
}

static void arabic_is_joined_and_stands_in_visual_order(void **state)
{
	(void)state;
	/* beh, yeh, teh: "house" */
	assert_set("بيت", true, 80, "\ufe96\ufef4\ufe91");
	/* lam and alef are one sign */
	assert_set("لا", true, 80, "\ufefb");
}

static void numbers_and_latin_keep_their_order_in_arabic(void **state)
{
	(void)state;
	assert_set("ب 14 070", true, 80, "14 070 \ufe8f");
	assert_set("ب (BRP)", true, 80, "(BRP) \ufe8f");
}

static void persian_letters_are_joined_too(void **state)
{
	(void)state;
	assert_set("چک", true, 80, "\ufb8f\ufb7c");
}

static void joiners_act_but_are_not_seen(void **state)
{
	(void)state;
	assert_set("ب\u200cب", true, 80, "\ufe8f\ufe8f");
}

static void last_letter_of_reading_is_known(void **state)
{
	struct cells latin = cells_set("abc_", false, 80);
	struct cells arabic = cells_set("بيت_", true, 80);

	(void)state;
	assert_int_equal(latin.lines[0].last, 3);
	assert_int_equal(arabic.lines[0].last, 0);
	cells_clear(&latin);
	cells_clear(&arabic);
}

static void folds_in_reading_order(void **state)
{
	char *folded = cells_fold("een twee drie\nvier", 8);
	char *arabic = cells_fold("بيت لا", 3);

	(void)state;
	assert_string_equal(folded, "een twee\ndrie\nvier");
	assert_string_equal(arabic, "بيت\nلا");
	free(folded);
	free(arabic);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_between_words),
		cmocka_unit_test(keeps_line_feeds_and_empty_lines),
		cmocka_unit_test(cuts_a_word_that_is_wider_than_a_line_between_letters),
		cmocka_unit_test(wide_characters_take_two_cells),
		cmocka_unit_test(arabic_is_joined_and_stands_in_visual_order),
		cmocka_unit_test(numbers_and_latin_keep_their_order_in_arabic),
		cmocka_unit_test(persian_letters_are_joined_too),
		cmocka_unit_test(joiners_act_but_are_not_seen),
		cmocka_unit_test(last_letter_of_reading_is_known),
		cmocka_unit_test(folds_in_reading_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

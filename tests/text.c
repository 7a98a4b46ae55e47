/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"

static void assert_safe(const char *in, const char *want, bool lines)
{
	char *out = safe_text(in, lines);

	assert_string_equal(out, want);
	free(out);
}

static void buffer_holds_what_was_added_piece_by_piece(void **state)
{
	struct text text = { 0 };
	char *all;

	(void)state;
	for (int i = 0; i < 1000; i++)
		text_addf(&text, "%d,", i % 10);
	assert_int_equal(text.size, 2000);
	all = text_take(&text);
	assert_int_equal(strlen(all), 2000);
	assert_memory_equal(all + 1990, "5,6,7,8,9,", 10);
	free(all);
}

static void empty_buffer_gives_an_empty_text(void **state)
{
	struct text text = { 0 };
	char *all = text_take(&text);

	(void)state;
	assert_string_equal(all, "");
	free(all);
}

static void every_character_comes_back_as_it_was_encoded(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x110000; c++) {
		struct text text = { 0 };
		const char *at;

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		text_add_char(&text, c);
		at = text.bytes;
		assert_int_equal(text_next(&at), c);
		assert_int_equal(*at, 0);
		text_clear(&text);
	}
}

static void overlong_and_cut_sequences_are_not_utf8(void **state)
{
	(void)state;
	assert_true(text_is_utf8("ja \xD8\xB9", 5));
	assert_false(text_is_utf8("\xC0\xAF", 2));
	assert_false(text_is_utf8("\xE2\x82", 2));
	assert_false(text_is_utf8("\xED\xA0\x80", 3));
	assert_false(text_is_utf8("\xF5\x80\x80\x80", 4));
}

static void controls_never_pass(void **state)
{
	(void)state;
	assert_safe("a\x1B[31mb", "a[31mb", false);
	assert_safe("a\x01\x7F\xC2\x9B"
				"b",
		"ab", false);
	assert_safe("regel\r\nregel", "regel regel", false);
	assert_safe("regel\r\nregel", "regel \nregel", true);
}

static void bidi_zero_width_and_tag_characters_never_pass(void **state)
{
	(void)state;
	assert_safe("a\xE2\x80\xAE"
				"b\xE2\x81\xA6"
				"c",
		"abc", false);
	assert_safe("a\xE2\x80\x8B"
				"b\xEF\xBB\xBF",
		"ab", false);
	assert_safe("a\xF3\xA0\x81\x81"
				"b",
		"ab", false);
}

static void joiner_stays_between_persian_letters_only(void **state)
{
	(void)state;
	assert_safe("می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم", false);
	assert_safe("a\xE2\x80\x8C"
				"b",
		"ab", false);
}

static void at_most_four_marks_stack_on_a_letter(void **state)
{
	(void)state;
	assert_safe("e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
		"e\xCC\x81\xCC\x81\xCC\x81\xCC\x81", false);
}

static void no_banned_character_of_all_unicode_passes(void **state)
{
	(void)state;
	for (uint32_t c = 1; c < 0x110000; c++) {
		struct text text = { 0 };
		char *safe;

		text_add_char(&text, c);
		safe = safe_text(text.bytes, true);
		for (const unsigned char *b = (unsigned char *)safe; *b; b++) {
			assert_true(*b >= 0x20 || *b == '\n');
			assert_true(*b != 0x7F);
			assert_false(b[0] == 0xC2 && b[1] < 0xA0);
		}
		free(safe);
		text_clear(&text);
	}
}

static void trimming_takes_outer_white_space_only(void **state)
{
	char *out = text_trim("  van der  Berg\t\n");

	(void)state;
	assert_string_equal(out, "van der  Berg");
	free(out);
}

static void a_voice_makes_ends_and_pauses_heard_in_every_script(void **state)
{
	(void)state;
	assert_true(text_is_melody('.'));
	assert_true(text_is_melody(0x61F));  /* Arabic question mark */
	assert_true(text_is_melody(0x3002)); /* ideographic full stop */
	assert_false(text_is_melody('a'));
	assert_false(text_is_melody('-'));
}

static void an_apostrophe_is_straight_or_curled(void **state)
{
	(void)state;
	assert_true(text_is_apostrophe('\''));
	assert_true(text_is_apostrophe(0x2019));
	assert_false(text_is_apostrophe('"'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buffer_holds_what_was_added_piece_by_piece),
		cmocka_unit_test(empty_buffer_gives_an_empty_text),
		cmocka_unit_test(every_character_comes_back_as_it_was_encoded),
		cmocka_unit_test(overlong_and_cut_sequences_are_not_utf8),
		cmocka_unit_test(controls_never_pass),
		cmocka_unit_test(bidi_zero_width_and_tag_characters_never_pass),
		cmocka_unit_test(joiner_stays_between_persian_letters_only),
		cmocka_unit_test(at_most_four_marks_stack_on_a_letter),
		cmocka_unit_test(no_banned_character_of_all_unicode_passes),
		cmocka_unit_test(trimming_takes_outer_white_space_only),
		cmocka_unit_test(a_voice_makes_ends_and_pauses_heard_in_every_script),
		cmocka_unit_test(an_apostrophe_is_straight_or_curled),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}

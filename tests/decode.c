/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/decode.h"

/* What bytes that come at once are taken for: c characters, e Esc, ? unknown,
 * a answer; then a pause. */
static void assert_decoded(const char *bytes, const char *want)
{
	static const char letters[] = { ' ', 'c', 'e', 'E', 'u', 'd', '?', 'a' };
	struct decoder decoder = { 0 };
	char got[64] = "";
	size_t n = 0;

	for (const char *at = bytes; *at; at++) {
		enum decoded found = decoder_take(&decoder, (unsigned char)*at, 1000);

		if (found)
			got[n++] = letters[found];
	}
	if (decoder_pause(&decoder))
		got[n++] = 'e';
	assert_string_equal(got, want);
}

static void characters_of_one_to_four_bytes_are_whole(void **state)
{
	(void)state;
	assert_decoded("aé€😀", "cccc");
}

static void characters_in_pieces_are_put_together(void **state)
{
	struct decoder decoder = { 0 };

	(void)state;
	assert_int_equal(decoder_take(&decoder, 0xc3, 1000), DECODED_NOTHING);
	assert_int_equal(decoder_pause(&decoder), DECODED_NOTHING);
	assert_int_equal(decoder_take(&decoder, 0xa9, 1100), DECODED_CHARACTER);
	assert_int_equal(decoder.c, 0xe9);
}

static void broken_utf8_is_one_unknown_key_and_costs_no_other(void **state)
{
	(void)state;
	assert_decoded("\xff"
				   "a",
		"?c");
	assert_decoded("\x80"
				   "a",
		"?c");
	assert_decoded("\xc3"
				   "a",
		"c");
	assert_decoded("\xed\xa0\x80"
				   "a",
		"?c");
	assert_decoded("\xf4\x90\x80\x80"
				   "a",
		"?c");
}

static void lone_escape_is_a_key(void **state)
{
	(void)state;
	assert_decoded("\033", "e");
	assert_decoded("\033\033", "ee");
	assert_decoded("\033a", "E");
}

static void sequence_without_name_is_one_unknown_key(void **state)
{
	(void)state;
	assert_decoded("\033[1;5C", "?");
	assert_decoded("\033[57399u1", "?c");
	assert_decoded("\033OX1", "?c");
}

static void arrows_come_in_two_forms(void **state)
{
	(void)state;
	assert_decoded("\033[A\033OA", "uu");
	assert_decoded("\033[B\033OB", "dd");
	assert_decoded("\033[1A", "?");
}

static void number_pad_gives_digits_and_enter(void **state)
{
	struct decoder decoder = { 0 };

	(void)state;
	assert_decoded("\033Op\033Oy\033OM", "ccc");
	for (const char *at = "\033Os"; *at; at++)
		decoder_take(&decoder, (unsigned char)*at, 1000);
	assert_int_equal(decoder.c, '3');
}

static void answers_are_no_keys(void **state)
{
	(void)state;
	assert_decoded("\033[?65;1;9c1", "c");
	assert_decoded("\033[12;40R1", "c");
	assert_decoded("\033]11;rgb:00/00/00\0071", "c");
	assert_decoded("\033]11;rgb:00/00/00\033\\1", "c");
	assert_decoded("\033[I\033[O1", "c");
	assert_decoded("\033[200~1\033[201~", "c");
}

static void terminal_tells_its_name(void **state)
{
	struct decoder decoder = { 0 };
	enum decoded found = DECODED_NOTHING;

	(void)state;
	for (const char *at = "\033P>|foot(1.13.1)\033\\"; *at; at++)
		found = decoder_take(&decoder, (unsigned char)*at, 1000);
	assert_int_equal(found, DECODED_ANSWER);
	assert_string_equal(decoder.name, "foot(1.13.1)");
}

static void what_breaks_off_swallows_no_key_that_comes_later(void **state)
{
	struct decoder decoder = { 0 };

	(void)state;
	for (const char *at = "\033P>|foo"; *at; at++)
		decoder_take(&decoder, (unsigned char)*at, 1000);
	assert_int_equal(decoder_take(&decoder, 'a', 1501), DECODED_CHARACTER);
	for (const char *at = "\033[1;"; *at; at++)
		decoder_take(&decoder, (unsigned char)*at, 2000);
	assert_int_equal(decoder_take(&decoder, '5', 2501), DECODED_CHARACTER);
}

static void endless_sequences_end(void **state)
{
	struct decoder decoder = { 0 };
	int characters = 0;

	(void)state;
	decoder_take(&decoder, 27, 1000);
	decoder_take(&decoder, ']', 1000);
	for (int i = 0; i < 10000; i++)
		characters += decoder_take(&decoder, 'x', 1000) == DECODED_CHARACTER;
	assert_true(characters > 0);
	decoder = (struct decoder){ 0 };
	decoder_take(&decoder, 27, 1000);
	decoder_take(&decoder, '[', 1000);
	for (int i = 0; i < 1000; i++)
		decoder_take(&decoder, '1', 1000);
	assert_int_equal(decoder_take(&decoder, 'a', 1000), DECODED_CHARACTER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_of_one_to_four_bytes_are_whole),
		cmocka_unit_test(characters_in_pieces_are_put_together),
		cmocka_unit_test(broken_utf8_is_one_unknown_key_and_costs_no_other),
		cmocka_unit_test(lone_escape_is_a_key),
		cmocka_unit_test(sequence_without_name_is_one_unknown_key),
		cmocka_unit_test(arrows_come_in_two_forms),
		cmocka_unit_test(number_pad_gives_digits_and_enter),
		cmocka_unit_test(answers_are_no_keys),
		cmocka_unit_test(terminal_tells_its_name),
		cmocka_unit_test(what_breaks_off_swallows_no_key_that_comes_later),
		cmocka_unit_test(endless_sequences_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

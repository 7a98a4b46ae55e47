/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "kiosk/voice/tongues.h"
#include "kiosk/voice/words.h"
#include "lib/base/text.h"

static void becomes(const char *text, const char *expected)
{
	struct words words = words_of(text);
	struct text all = { 0 };

	for (size_t i = 0; i < words.n; i++)
		text_add(&all, words.pieces[i]);
	assert_string_equal(all.bytes ? all.bytes : "", expected);
	text_clear(&all);
	words_clear(&words);
}

static void prose_passes_as_it_is(void **state)
{
	(void)state;
	becomes("Wat is uw naam?", "Wat is uw naam? ");
	becomes(
		"Foto's, ID-kaart (of pas); ja!", "Foto's, ID-kaart (of pas); ja! ");
	becomes("ما اسمك؟ نعم، لا.", "ما اسمك؟ نعم، لا. ");
	becomes("1, 2, 3", "1, 2, 3");
}

static void markup_and_commands_do_not_pass(void **state)
{
	(void)state;
	becomes("<audio src=\"/etc/passwd\">x", "audio src etc passwd x");
	becomes("a\x01"
			"30Pb",
		"a30Pb");
	becomes("[[h@lo]] == {x} | `id` \\ & ~", "h lo x id ");
	becomes("a\xEE\x80\x81\xE2\x80\xAE"
			"b",
		"ab");
}

static void dots_between_letters_become_pauses(void **state)
{
	(void)state;
	becomes("A.B.C.", "A. B. C. ");
}

static void rows_of_one_character_are_counted(void **state)
{
	(void)state;
	becomes("aaaaa", "5 a ");
	becomes("-----x", "x");
	becomes("00000", "0, 0, 0, 0, 0, ");
	becomes("......", "");
	becomes("aaa", "aaa");
}

static void apostrophes_are_few(void **state)
{
	(void)state;
	becomes("s's's's's", "s's's s's");
	becomes("'s avonds'", "s avonds ");
}

static void accents_are_composed(void **state)
{
	(void)state;
	becomes("e\xCC\x81"
			"en",
		"\xC3\xA9"
		"en");
}

static void long_tokens_are_cut(void **state)
{
	char token[101] = "";
	struct words words;

	(void)state;
	for (int i = 0; i < 100; i++)
		token[i] = (char)('a' + i % 26);
	words = words_of(token);
	assert_int_equal(words.n, 1);
	assert_int_equal(strcspn(words.pieces[0], " "), 40);
	words_clear(&words);
}

static void long_texts_are_cut_between_words(void **state)
{
	struct text text = { 0 };
	struct words words;

	(void)state;
	for (int i = 0; i < 100; i++)
		text_add(&text, "woorden ");
	words = words_of(text.bytes);
	assert_int_equal(words.n, 4);
	for (size_t i = 0; i < words.n; i++) {
		assert_true(text_length(words.pieces[i]) <= PIECE_CHARACTERS);
		assert_true(text_starts(words.pieces[i], "woorden "));
	}
	text_clear(&text);
	words_clear(&words);
}

static void long_texts_are_cut_after_a_sentence_first(void **state)
{
	struct text text = { 0 };
	struct words words;

	(void)state;
	for (int i = 0; i < 20; i++)
		text_add(&text, "Dit is een korte zin. ");
	words = words_of(text.bytes);
	assert_true(words.n > 1);
	for (size_t i = 0; i < words.n; i++)
		assert_true(text_starts(words.pieces[i], "Dit is"));
	text_clear(&text);
	words_clear(&words);
}

static void chinese_is_cut_at_half_the_length(void **state)
{
	struct text text = { 0 };
	struct words words;

	(void)state;
	for (int i = 0; i < 100; i++)
		text_add(&text, "你好");
	words = words_of(text.bytes);
	for (size_t i = 0; i < words.n; i++)
		assert_true(text_length(words.pieces[i]) <= PIECE_CHARACTERS / 2 + 3);
	text_clear(&text);
	words_clear(&words);
}

static void every_language_has_its_voice_or_none(void **state)
{
	(void)state;
	assert_string_equal(voice_names[voice_index("nl-NL")].voice, "nl");
	assert_string_equal(
		voice_names[voice_index("zh")].voice, "cmn-latn-pinyin");
	assert_int_equal(voice_index("ti"), n_voice_names);
	assert_int_equal(voice_index("so"), n_voice_names);
	assert_int_equal(voice_index("ku-Arab"), n_voice_names);
	assert_int_equal(voice_index(""), n_voice_names);
	assert_int_equal(voice_index("n"), n_voice_names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_passes_as_it_is),
		cmocka_unit_test(markup_and_commands_do_not_pass),
		cmocka_unit_test(dots_between_letters_become_pauses),
		cmocka_unit_test(rows_of_one_character_are_counted),
		cmocka_unit_test(apostrophes_are_few),
		cmocka_unit_test(accents_are_composed),
		cmocka_unit_test(long_tokens_are_cut),
		cmocka_unit_test(long_texts_are_cut_between_words),
		cmocka_unit_test(long_texts_are_cut_after_a_sentence_first),
		cmocka_unit_test(chinese_is_cut_at_half_the_length),
		cmocka_unit_test(every_language_has_its_voice_or_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

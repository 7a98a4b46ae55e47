/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "tools/dutch.h"
#include "tools/form_keys.h"
#include "tools/plain_language.h"
#include "tools/sentence.h"

static void counts_syllables_of_words(void **state)
{
	static const struct {
		const char *word;
		size_t n;
	} table[] = { { "huis", 1 }, { "adres", 2 }, { "naam", 1 }, { "ijsje", 2 },
		{ "koeien", 2 }, { "nieuwe", 2 }, { "sneeuw", 1 }, { "chaos", 2 },
		{ "video", 3 }, { "geïnd", 2 }, { "coördinatie", 5 }, { "bureau", 2 },
		{ "station", 2 }, { "beantwoorden", 4 }, { "aanvraagformulier", 5 },
		{ "yoghurt", 2 }, { "één", 1 }, { "BSN", 3 }, { "ID-kaart", 3 },
		{ "gemeente", 3 }, { "quiz", 1 }, { "verblijfsvergunning", 5 },
		{ "14", 1 } };

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		size_t n = dutch_syllables(table[i].word);

		if (n != table[i].n)
			fail_msg("%s: %zu", table[i].word, n);
	}
}

static void tells_participles_from_words_that_end_like_one(void **state)
{
	static const char *const yes[] = { "ingevuld", "gestuurd", "gegeven",
		"behandeld", "verwerkt", "opgestuurd", "aangevraagd", "gebruikt" };
	static const char *const no[] = { "gegevens", "gemeente", "betalen",
		"verplicht", "geboren", "bent", "bekend", "ontvangen", "huis" };

	(void)state;
	for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
		if (!dutch_is_participle(yes[i]))
			fail_msg("%s", yes[i]);
	}
	for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
		if (dutch_is_participle(no[i]))
			fail_msg("%s", no[i]);
	}
}

static size_t sentences_in(const char *text, size_t *words)
{
	struct sentence sentence;
	size_t n = 0;

	*words = 0;
	while (sentence_next(&sentence, &text)) {
		n++;
		*words += sentence.n_words;
		sentence_clear(&sentence);
	}
	return n;
}

static void sentences_end_at_marks_and_lines(void **state)
{
	size_t words;

	(void)state;
	assert_int_equal(sentences_in("Bel 14 070. Of kom langs!", &words), 2);
	assert_int_equal(words, 6);
	assert_int_equal(sentences_in("Eén\nTwee\n\n12\n", &words), 2);
	assert_int_equal(
		sentences_in("Neem papieren mee, bijv. uw pas.", &words), 1);
	assert_int_equal(sentences_in("Het kost € 1.830,50 per jaar.", &words), 1);
	assert_int_equal(words, 5);
	assert_int_equal(sentences_in(" ... ", &words), 0);
}

/* The rules that `text` breaks, as "passive:red negation:red". */
static void assert_broken(
	enum plain_kind kind, const char *text, const char *expected)
{
	struct findings findings = { 0 };
	struct plain_count count = { 0 };
	struct plain_text plain = { text, kind, { .file = "f", .place = "p" } };
	char found[400] = "";

	plain_judge(&plain, &count, &findings);
	for (size_t i = 0; i < findings.n; i++) {
		size_t n = strlen(found);

		snprintf(found + n, sizeof found - n, "%s%s:%s", n ? " " : "",
			rules_about[findings.list[i].rule].id,
			findings.list[i].severity == RED ? "red" : "amber");
		assert_true(*findings.list[i].repair);
	}
	assert_string_equal(found, expected);
	findings_clear(&findings);
}

static void plain_texts_break_no_rule(void **state)
{
	(void)state;
	assert_broken(PLAIN_QUESTION, "Wat is uw naam?", "");
	assert_broken(PLAIN_OPTION, "Weet ik niet", "");
	assert_broken(PLAIN_HINT, "Uw BSN staat op uw pas.", "");
	assert_broken(PLAIN_TEXT, "Het kost € 18,30. U betaalt nu niets.", "");
	assert_broken(PLAIN_TEXT, "Bent u getrouwd? Kies dan ja.", "");
	assert_broken(PLAIN_TEXT, "", "");
}

static void each_rule_finds_what_it_is_for(void **state)
{
	(void)state;
	assert_broken(PLAIN_TEXT,
		"Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien.",
		"sentence-length:amber");
	assert_broken(PLAIN_TEXT,
		"Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien "
		"veertien vijftien zestien.",
		"sentence-length:red");
	assert_broken(PLAIN_TEXT, "Uw aanvraag wordt behandeld.", "passive:amber");
	assert_broken(PLAIN_TEXT,
		"Uw aanvraag wordt behandeld. De brief wordt gestuurd.",
		"passive:amber passive:red");
	assert_broken(PLAIN_TEXT, "U kunt niet zonder pas komen.", "negation:red");
	assert_broken(PLAIN_TEXT, "Het is niet onmogelijk.", "negation:red");
	assert_broken(
		PLAIN_TEXT, "Bel ons indien u vragen hebt.", "bureaucratic-word:red");
	assert_broken(PLAIN_TEXT, "U vraagt het aan door middel van een brief.",
		"bureaucratic-word:red");
	assert_broken(PLAIN_TEXT, "Wat is je naam?", "informal:red");
	assert_broken(
		PLAIN_TEXT, "Bel als u ziek bent omdat u viel.", "subclauses:amber");
	assert_broken(PLAIN_TEXT,
		"Na de dag van de brief van de gemeente moet u bellen.",
		"verb-late:amber");
	assert_broken(PLAIN_TEXT, "Beste {naam}, welkom.", "placeholder:red");
	assert_broken(PLAIN_TEXT, "LET OP: BELANGRIJK.", "sentence-case:amber");
	assert_broken(PLAIN_QUESTION, "wat is uw naam?", "sentence-case:amber");
}

static void parts_of_a_screen_have_their_size(void **state)
{
	(void)state;
	assert_broken(PLAIN_OPTION, "Met de post naar het adres dat wij kennen",
		"option-length:amber");
	assert_broken(PLAIN_OPTION,
		"Met de post naar het adres dat wij al heel lang kennen van u zelf",
		"option-length:red sentence-length:amber");
	assert_broken(PLAIN_HINT,
		"Kijk goed. Uw nummer staat op uw pas. Het staat ook op uw kaart. "
		"Kijk ook achter.",
		"hint-length:amber");
	assert_broken(PLAIN_QUESTION,
		"Hebt u al eens een brief van ons gehad? Of kent u iemand die er een "
		"kreeg van ons of van u?",
		"question-length:amber sentence-length:amber");
}

static void options_are_counted(void **state)
{
	static const struct {
		size_t n;
		bool searched;
		size_t amber, red;
	} table[] = { { 7, false, 0, 0 }, { 8, false, 1, 0 }, { 10, false, 1, 0 },
		{ 11, false, 0, 1 }, { 200, true, 1, 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct findings findings = { 0 };
		const struct finding at = { .file = "f", .place = "p" };

		plain_judge_options(table[i].n, table[i].searched, &at, &findings);
		assert_int_equal(findings_count(&findings, AMBER), table[i].amber);
		assert_int_equal(findings_count(&findings, RED), table[i].red);
		findings_clear(&findings);
	}
}

static void measures_a_whole_form(void **state)
{
	const struct plain_count easy = { 20, 150, 195, 3, 0 };
	const struct plain_count hard = { 10, 200, 420, 50, 0 };
	const struct finding at = { .file = "f", .place = "" };
	struct findings findings = { 0 };

	(void)state;
	assert_true(plain_flesch_douma(&easy) > 99);
	assert_true(plain_flesch_douma(&hard) < 27);
	plain_judge_whole(&easy, &at, &findings);
	assert_int_equal(findings.n, 0);
	plain_judge_whole(&hard, &at, &findings);
	assert_int_equal(findings_count(&findings, RED), 2);
	findings_clear(&findings);
}

static void names_are_guessed_from_slips(void **state)
{
	const char *const keys[] = { "required", "maxLength", "pattern", NULL };

	(void)state;
	assert_string_equal(key_nearest(keys, "requird"), "required");
	assert_string_equal(key_nearest(keys, "maxLenght"), "maxLength");
	assert_string_equal(key_nearest(keys, "Pattern"), "pattern");
	assert_null(key_nearest(keys, "colour"));
	assert_null(key_nearest(keys, "x"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_syllables_of_words),
		cmocka_unit_test(tells_participles_from_words_that_end_like_one),
		cmocka_unit_test(sentences_end_at_marks_and_lines),
		cmocka_unit_test(plain_texts_break_no_rule),
		cmocka_unit_test(each_rule_finds_what_it_is_for),
		cmocka_unit_test(parts_of_a_screen_have_their_size),
		cmocka_unit_test(options_are_counted),
		cmocka_unit_test(measures_a_whole_form),
		cmocka_unit_test(names_are_guessed_from_slips),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

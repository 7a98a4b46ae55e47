/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/verbal.h"

struct row {
	enum value_kind kind;
	const char *raw, *words;
};

static const struct row dutch[] = {
	{ VALUE_DIGITS, "123456782", "1, 2, 3, 4, 5, 6, 7, 8, 2" },
	{ VALUE_DIGITS, "123 456 782", "1, 2, 3, 4, 5, 6, 7, 8, 2" },
	{ VALUE_DIGITS, "٠١٢", "0, 1, 2" },
	{ VALUE_DIGITS, "", "" },
	{ VALUE_PHONE, "06-12345678", "0, 6, 1, 2, 3, 4, 5, 6, 7, 8" },
	{ VALUE_PHONE, "+31 70 353 30 00",
		"plus, 3, 1, 7, 0, 3, 5, 3, 3, 0, 0, 0" },
	{ VALUE_PHONE, "14 070", "1, 4, 0, 7, 0" },
	{ VALUE_POSTCODE, "2512 GK", "2, 5, 1, 2, G, K" },
	{ VALUE_IBAN, "NL91ABNA0417164300",
		"N, L, 9, 1; A, B, N, A; 0, 4, 1, 7; 1, 6, 4, 3; 0, 0" },
	{ VALUE_IBAN, "NL91 ABNA 0417 1643 00",
		"N, L, 9, 1; A, B, N, A; 0, 4, 1, 7; 1, 6, 4, 3; 0, 0" },
	{ VALUE_REFERENCE, "7K2M-9QXT-4HD", "7, K, 2, M; 9, Q, X, T; 4, H, D" },
	{ VALUE_EMAIL, "jan@denhaag.nl", "jan apenstaartje denhaag punt n, l" },
	{ VALUE_EMAIL, "J.de-vries_80@gmail.com",
		"J punt de streepje vries laag streepje 8, 0 apenstaartje gmail "
		"punt com" },
	{ VALUE_DATE, "2026-03-12", "12 maart 2026" },
	{ VALUE_DATE, "1980-12-31", "31 december 1980" },
	{ VALUE_DATE, "1980-13-31", "1, 9, 8, 0; 1, 3; 3, 1" },
	{ VALUE_TIME, "14:30", "14 uur 30" },
	{ VALUE_TIME, "09:05", "9 uur 5" },
	{ VALUE_TIME, "9:00", "9 uur" },
	{ VALUE_NUMBER, "12", "12" },
	{ VALUE_NUMBER, "12.5", "12 komma 5" },
	{ VALUE_NUMBER, "-3.25", "min 3 komma 2, 5" },
	{ VALUE_MONEY, "1250", "12 euro en 50 cent" },
	{ VALUE_MONEY, "1200", "12 euro" },
	{ VALUE_MONEY, "5", "5 cent" },
	{ VALUE_MONEY, "0", "0 euro" },
	{ VALUE_MONEY, "-123456", "min 1234 euro en 56 cent" },
	{ VALUE_TEXT, "Wat is uw naam?", "Wat is uw naam?" },
	{ VALUE_TEXT, "Het kost € 18,30. U betaalt nu niets.",
		"Het kost 18 euro en 30 cent. U betaalt nu niets." },
	{ VALUE_TEXT, "€ 1.234,50", "1234 euro en 50 cent" },
	{ VALUE_TEXT, "€ 18,-", "18 euro" },
	{ VALUE_TEXT, "Bel 14 070.", "Bel 1, 4, 0, 7, 0." },
	{ VALUE_TEXT, "Op 12-03-2026 komt er een brief.",
		"Op 12 maart 2026 komt er een brief." },
	{ VALUE_TEXT, "Open van 9.00 - 17.00 uur", "Open van 9 uur tot 17 uur" },
	{ VALUE_TEXT, "om 14:30 uur", "om 14 uur 30" },
	{ VALUE_TEXT, "Spui 70, 2511 BT Den Haag",
		"Spui 70, 2, 5, 1, 1, B, T Den Haag" },
	{ VALUE_TEXT, "www.denhaag.nl/contact",
		"w, w, w punt denhaag punt n, l schuine streep contact" },
	{ VALUE_TEXT, "Uw nummer: 7K2M-9QXT-4HD.",
		"Uw nummer: 7, K, 2, M; 9, Q, X, T; 4, H, D." },
	{ VALUE_TEXT, "Uw ID-kaart, bijv. uw pas",
		"Uw I, D-kaart, bijvoorbeeld uw pas" },
	{ VALUE_TEXT, "maandag t/m vrijdag", "maandag tot en met vrijdag" },
	{ VALUE_TEXT, "Taal · Language · Dil", "Taal, Language, Dil" },
	{ VALUE_TEXT, "Binnen 2-5 werkdagen", "Binnen 2 tot 5 werkdagen" },
	{ VALUE_TEXT, "50% korting", "50 procent korting" },
	{ VALUE_TEXT, "Eén\nTwee\n\nDrie", "Eén. Twee. Drie" },
	{ VALUE_TEXT, "Eén.\n\nTwee!\nDrie", "Eén. Twee! Drie" },
	{ VALUE_TEXT, "'s-Gravenhage", "s-Gravenhage" },
	{ VALUE_TEXT, "foto's (2x)", "foto's (2x)" },
	{ VALUE_TEXT, "-----", "5 keer streepje" },
	{ VALUE_TEXT, "<audio src=\"/etc/passwd\">",
		"kleiner dan audio src is, etc, passwd groter dan" },
};

static const struct row english[] = {
	{ VALUE_DIGITS, "123456782", "1, 2, 3, 4, 5, 6, 7, 8, 2" },
	{ VALUE_PHONE, "070-3533000", "0, 7, 0, 3, 5, 3, 3, 0, 0, 0" },
	{ VALUE_PHONE, "+44 20 7946", "plus, 4, 4, 2, 0, 7, 9, 4, 6" },
	{ VALUE_POSTCODE, "2512 GK", "2, 5, 1, 2, G, K" },
	{ VALUE_IBAN, "GB29NWBK60161331926819",
		"G, B, 2, 9; N, W, B, K; 6, 0, 1, 6; 1, 3, 3, 1; 9, 2, 6, 8; 1, 9" },
	{ VALUE_REFERENCE, "7K2M-9QXT-4HD", "7, K, 2, M; 9, Q, X, T; 4, H, D" },
	{ VALUE_EMAIL, "ann.lee@example.org", "ann dot lee at example dot org" },
	{ VALUE_DATE, "2026-03-12", "12 March 2026" },
	{ VALUE_DATE, "1980-01-01", "1 January 1980" },
	{ VALUE_TIME, "14:30", "2 30 in the afternoon" },
	{ VALUE_TIME, "09:05", "9 oh 5 in the morning" },
	{ VALUE_TIME, "21:00", "9 o'clock in the evening" },
	{ VALUE_TIME, "00:15", "12 15 at night" },
	{ VALUE_NUMBER, "12.5", "12 point 5" },
	{ VALUE_NUMBER, "-7", "minus 7" },
	{ VALUE_MONEY, "1250", "12 euros and 50 cents" },
	{ VALUE_MONEY, "100", "1 euro" },
	{ VALUE_MONEY, "101", "1 euro and 1 cent" },
	{ VALUE_MONEY, "50", "50 cents" },
	{ VALUE_TEXT, "It costs €18.30.", "It costs 18 euros and 30 cents." },
	{ VALUE_TEXT, "€ 1,234.50", "1234 euros and 50 cents" },
	{ VALUE_TEXT, "Call 14 070 before 12-03-2026.",
		"Call 1, 4, 0, 7, 0 before 12 March 2026." },
	{ VALUE_TEXT, "e.g. a passport", "for example a passport" },
	{ VALUE_TEXT, "rock & roll", "rock and roll" },
	{ VALUE_TEXT, "Open 9:00 - 17:00",
		"Open 9 o'clock in the morning to 5 o'clock in the afternoon" },
	{ VALUE_TEXT, "1,234 people", "1234 people" },
	{ VALUE_TEXT, "Your BSN is 9 digits", "Your BSN is 9 digits" },
	{ VALUE_TEXT, "A.B.C.", "A. B. C." },
	{ VALUE_TEXT, "\"quoted\" – text", "quoted, text" },
	{ VALUE_TEXT, "don\xE2\x80\x99t", "don't" },
};

static const struct row turkish[] = {
	{ VALUE_DIGITS, "123456782", "1, 2, 3, 4, 5, 6, 7, 8, 2" },
	{ VALUE_PHONE, "06 12 34 56 78", "0, 6, 1, 2, 3, 4, 5, 6, 7, 8" },
	{ VALUE_PHONE, "+90 532", "artı, 9, 0, 5, 3, 2" },
	{ VALUE_POSTCODE, "2512 GK", "2, 5, 1, 2, G, K" },
	{ VALUE_IBAN, "TR33 0006", "T, R, 3, 3; 0, 0, 0, 6" },
	{ VALUE_REFERENCE, "7K2M-9QXT-4HD", "7, K, 2, M; 9, Q, X, T; 4, H, D" },
	{ VALUE_EMAIL, "ayse@denhaag.nl", "ayse et işareti denhaag nokta n, l" },
	{ VALUE_DATE, "2026-03-12", "12 Mart 2026" },
	{ VALUE_DATE, "1980-08-30", "30 Ağustos 1980" },
	{ VALUE_DATE, "2026-02-30", "2, 0, 2, 6; 0, 2; 3, 0" },
	{ VALUE_TIME, "14:30", "saat 14 30" },
	{ VALUE_TIME, "09:05", "saat 9 sıfır 5" },
	{ VALUE_TIME, "09:00", "saat 9" },
	{ VALUE_NUMBER, "12.5", "12 virgül 5" },
	{ VALUE_NUMBER, "-3", "eksi 3" },
	{ VALUE_MONEY, "1250", "12 avro 50 sent" },
	{ VALUE_MONEY, "1200", "12 avro" },
	{ VALUE_MONEY, "50", "50 sent" },
	{ VALUE_TEXT, "Adınız ne?", "Adınız ne?" },
	{ VALUE_TEXT, "18,30 € ödersiniz", "18 avro 30 sent ödersiniz" },
	{ VALUE_TEXT, "12.03.2026 tarihinde", "12 Mart 2026 tarihinde" },
	{ VALUE_TEXT, "saat 14:30", "saat 14 30" },
	{ VALUE_TEXT, "IBAN ve DigiD", "iban ve digi de" },
	{ VALUE_TEXT, "Den Haag'da", "Den Haag'da" },
	{ VALUE_TEXT, "örn. pasaport", "örneğin pasaport" },
	{ VALUE_TEXT, "%50", "yüzde 50" },
	{ VALUE_TEXT, "a@b", "a et işareti b" },
	{ VALUE_TEXT, "*****", "5 kere yıldız" },
};

static const struct row arabic[] = {
	{ VALUE_DIGITS, "123456782", "1، 2، 3، 4، 5، 6، 7، 8، 2" },
	{ VALUE_DIGITS, "١٢٣", "1، 2، 3" },
	{ VALUE_PHONE, "06-12345678", "0، 6، 1، 2، 3، 4، 5، 6، 7، 8" },
	{ VALUE_PHONE, "+963 11", "زائد، 9، 6، 3، 1، 1" },
	{ VALUE_POSTCODE, "2512 GK", "2، 5، 1، 2، جي، كيه" },
	{ VALUE_IBAN, "NL91ABNA", "إن، إل، 9، 1؛ إيه، بي، إن، إيه" },
	{ VALUE_REFERENCE, "7K2M-9QXT-4HD",
		"7، كيه، 2، إم؛ 9، كيو، إكس، تي؛ 4، إتش، دي" },
	{ VALUE_EMAIL, "jan@denhaag.nl", "jan آت denhaag نقطة إن، إل" },
	{ VALUE_DATE, "2026-03-12", "12 مارس 2026" },
	{ VALUE_DATE, "1980-12-31", "31 ديسمبر 1980" },
	{ VALUE_DATE, "x", "إكس" },
	{ VALUE_TIME, "14:30", "الساعة 14 و 30 دقيقة" },
	{ VALUE_TIME, "09:05", "الساعة 9 و 5 دقائق" },
	{ VALUE_TIME, "09:01", "الساعة 9 و دقيقة واحدة" },
	{ VALUE_TIME, "09:00", "الساعة 9" },
	{ VALUE_NUMBER, "12.5", "12 فاصلة 5" },
	{ VALUE_NUMBER, "-3", "ناقص 3" },
	{ VALUE_MONEY, "1250", "12 يورو و 50 سِنْتًا" },
	{ VALUE_MONEY, "1205", "12 يورو و 5 سِنْتات" },
	{ VALUE_MONEY, "1", "سنت واحد" },
	{ VALUE_MONEY, "1200", "12 يورو" },
	{ VALUE_TEXT, "ما اسمك؟", "ما اسمك؟" },
	{ VALUE_TEXT, "€ 18,30", "18 يورو و 30 سِنْتًا" },
	{ VALUE_TEXT, "في ١٢-٠٣-٢٠٢٦", "في 12 مارس 2026" },
	{ VALUE_TEXT, "رقم BSN", "رقم بي، إس، إن" },
	{ VALUE_TEXT, "اتصل 14 070.", "اتصل 1، 4، 0، 7، 0." },
	{ VALUE_TEXT, "نعم، لا", "نعم، لا" },
	{ VALUE_TEXT, "#####", "5 مرات مربع" },
};

static void holds(const char *language, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char *words = verbal(rows[i].kind, rows[i].raw, language);

		if (strcmp(words, rows[i].words) != 0)
			print_message("# row %zu, %s\n", i, rows[i].raw);
		assert_string_equal(words, rows[i].words);
		free(words);
	}
}

#define HOLDS(language, rows)                                                  \
	holds(language, rows, sizeof(rows) / sizeof((rows)[0]))

static void speaks_dutch(void **state)
{
	(void)state;
	HOLDS("nl", dutch);
	HOLDS("nl-NL", dutch);
}

static void speaks_english(void **state)
{
	(void)state;
	HOLDS("en", english);
}

static void speaks_turkish(void **state)
{
	(void)state;
	HOLDS("tr", turkish);
}

static void speaks_arabic(void **state)
{
	(void)state;
	HOLDS("ar", arabic);
}

static void reads_codes_in_a_language_without_a_table(void **state)
{
	static const struct row rows[] = {
		{ VALUE_DIGITS, "123", "1, 2, 3" },
		{ VALUE_POSTCODE, "2512 GK", "2, 5, 1, 2, G, K" },
		{ VALUE_DATE, "2026-03-12", "12, 3, 2026" },
		{ VALUE_TEXT, "Zażółć €", "Zażółć" },
		{ VALUE_TEXT, "= <b>", "b" },
	};

	(void)state;
	HOLDS("pl", rows);
	HOLDS("", rows);
	HOLDS(NULL, rows);
}

static void names_typed_characters(void **state)
{
	static const struct {
		uint32_t c;
		const char *language, *name;
	} rows[] = {
		{ 'a', "nl", "a" },
		{ 'A', "nl", "hoofdletter A" },
		{ '@', "nl", "apenstaartje" },
		{ ' ', "nl", "spatie" },
		{ '7', "nl", "7" },
		{ 0xEB, "nl", "ë" },
		{ '-', "en", "dash" },
		{ 'G', "ar", "جي كبير" },
		{ 0x663, "ar", "3" },
		{ 0x1F600, "nl", "teken" },
		{ '@', "pl", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *name = verbal_character(rows[i].c, rows[i].language);

		assert_string_equal(name, rows[i].name);
		free(name);
	}
}

static void spells_every_character(void **state)
{
	char *words = verbal_spelled("Jan 2", "nl");

	(void)state;
	assert_string_equal(words, "hoofdletter J, a, n, spatie, 2");
	free(words);
}

/* What an engine takes for a command, or is known to stumble over. */
static void leaves_nothing_that_acts(void **state)
{
	static const char *const hostile[] = { "<speak><audio src='x'/></speak>",
		"[[h@lo]] \x01 30P \x02", "== ==", "A.B.C.A.B.C.A.B.C.", "s's's's's's",
		"\xEE\x80\x81 \xE2\x80\xAE abc", "&amp; `id` $(id) {x} | ~ ^ \\",
		"%n%n%s" };
	static const char *const languages[] = { "nl", "en", "tr", "ar", "hi" };

	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
		for (size_t j = 0; j < 5; j++) {
			char *words = verbal(VALUE_TEXT, hostile[i], languages[j]);

			assert_null(strpbrk(words, "<>[]{}=&|`$%\\^~\x01\x02"));
			free(words);
		}
	}
}

static void cuts_endless_words(void **state)
{
	char text[201] = "";
	char *words;

	(void)state;
	for (int i = 0; i < 200; i++)
		text[i] = (char)('a' + i % 26);
	words = verbal(VALUE_TEXT, text, "nl");
	assert_int_equal(strcspn(words, " "), 40);
	free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(speaks_dutch),
		cmocka_unit_test(speaks_english),
		cmocka_unit_test(speaks_turkish),
		cmocka_unit_test(speaks_arabic),
		cmocka_unit_test(reads_codes_in_a_language_without_a_table),
		cmocka_unit_test(names_typed_characters),
		cmocka_unit_test(spells_every_character),
		cmocka_unit_test(leaves_nothing_that_acts),
		cmocka_unit_test(cuts_endless_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

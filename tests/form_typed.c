/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#define OF(type)         "{'type':'" type "','key':'a','label':'A'}"
#define WITH(type, more) "{'type':'" type "','key':'a','label':'A'," more "}"

static void dates_are_read_as_people_write_them(void **state)
{
	static const char *const ways[] = { "31-12-1980", "31 12 1980", "31121980",
		"1980-12-31", "31/12/1980", "31.12.1980", " 31-12-1980 ",
		"31 - 12 - 1980", "٣١-١٢-١٩٨٠", "۳۱۱۲۱۹۸۰" };

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_typed(OF("date"), ways[i], "'1980-12-31'");
	assert_typed(OF("date"), "1-2-1980", "'1980-02-01'");
}

static void what_is_no_day_is_no_date(void **state)
{
	static const char *const ways[] = { "31-02-1980", "31-12-80", "311280",
		"12-31-1980", "31-12", "vandaag", "31--12-19801", "00-12-1980",
		"31-12-0080", "1980-12-31-", "99999999" };

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_int_equal(typed_code(OF("date"), ways[i]), PROBLEM_DATE);
}

static void a_comma_or_a_dot_begins_the_decimals(void **state)
{
	(void)state;
	assert_typed(OF("number"), "12,50", "12.5");
	assert_typed(OF("number"), "12.50", "12.5");
	assert_typed(OF("number"), ",5", "0.5");
	assert_typed(OF("number"), "0.500", "0.5");
	assert_typed(OF("number"), "٣٫٥", "3.5");
	assert_typed(OF("number"), "007", "7");
}

static void dots_and_blanks_part_thousands(void **state)
{
	(void)state;
	assert_typed(OF("number"), "1.000", "1000");
	assert_typed(OF("number"), "1 000", "1000");
	assert_typed(OF("number"), "1.234.567", "1234567");
	assert_typed(OF("number"), "1.000,50", "1000.5");
	assert_typed(OF("number"), "1,000.50", "1000.5");
	assert_int_equal(typed_code(OF("number"), "1.00.0"), PROBLEM_NOT_A_NUMBER);
	assert_int_equal(typed_code(OF("number"), "1.2,3,4"), PROBLEM_NOT_A_NUMBER);
}

static void a_thousand_with_a_comma_is_not_guessed(void **state)
{
	(void)state;
	assert_int_equal(typed_code(WITH("number", "'decimalLimit':0"), "1,000"),
		PROBLEM_NOT_WHOLE);
	assert_int_equal(typed_code(OF("currency"), "1,000"), PROBLEM_DECIMALS);
}

static void amounts_are_read_as_they_are_written(void **state)
{
	(void)state;
	assert_typed(OF("currency"), "€ 12,-", "12");
	assert_typed(OF("currency"), "12,00", "12.0");
	assert_typed(OF("currency"), "18,30 €", "18.3");
	assert_int_equal(typed_code(OF("currency"), "1,234"), PROBLEM_DECIMALS);
}

static void whole_numbers_have_no_decimals(void **state)
{
	static const char whole[] = WITH("number", "'decimalLimit':0");

	(void)state;
	assert_typed(whole, "3,0", "3");
	assert_typed(whole, "-3", "-3");
	assert_int_equal(typed_code(whole, "3,5"), PROBLEM_NOT_WHOLE);
}

static void what_is_no_number_is_told_apart_from_too_large(void **state)
{
	static const char *const ways[] = { "drie", "-", ",", "1-2", "1,2,", "--1",
		"1e5", "0x10", "€" };

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_int_equal(
			typed_code(OF("number"), ways[i]), PROBLEM_NOT_A_NUMBER);
	assert_typed(OF("number"), "999999999999999", "999999999999999");
	assert_int_equal(
		typed_code(OF("number"), "1000000000000000"), PROBLEM_TOO_LARGE);
}

static void postcode_gets_its_blank_and_capitals(void **state)
{
	(void)state;
	assert_typed(OF("postcode"), "2512gk", "'2512 GK'");
	assert_typed(OF("postcode"), "2512  gk", "'2512 GK'");
	assert_typed(OF("postcode"), "٢٥١٢gk", "'2512 GK'");
	assert_int_equal(typed_code(OF("postcode"), "2512"), PROBLEM_POSTCODE);
	assert_int_equal(typed_code(OF("postcode"), "25123g"), PROBLEM_POSTCODE);
}

static void bsn_loses_blanks_and_dots(void **state)
{
	(void)state;
	assert_typed(OF("bsn"), "123 456 782", "'123456782'");
	assert_typed(OF("bsn"), "1234.56.782", "'123456782'");
	assert_int_equal(typed_code(OF("bsn"), "12345678"), PROBLEM_BSN_LENGTH);
	assert_int_equal(typed_code(OF("bsn"), "geen"), PROBLEM_BSN_LENGTH);
}

static void signs_alone_are_no_iban(void **state)
{
	(void)state;
	assert_int_equal(typed_code(OF("iban"), "-"), PROBLEM_IBAN);
	assert_int_equal(typed_code(OF("iban"), ". -"), PROBLEM_IBAN);
}

static void iban_loses_blanks_and_gets_capitals(void **state)
{
	(void)state;
	assert_typed(OF("iban"), "nl91 abna 0417 1643 00", "'NL91ABNA0417164300'");
}

static void phone_keeps_what_can_be_dialled(void **state)
{
	(void)state;
	assert_typed(OF("phoneNumber"), "(070) 353 30 00", "'070 353 30 00'");
	assert_typed(OF("phoneNumber"), "06.12.34.56.78", "'06 12 34 56 78'");
	assert_typed(OF("phoneNumber"), "+90 532-1234567", "'+90 532-1234567'");
	assert_int_equal(typed_code(OF("phoneNumber"), "zes"), PROBLEM_PHONE);
}

static void times_are_read_as_people_write_them(void **state)
{
	static const char *const ways[] = { "14:30", "14.30", "1430", "14 30",
		"14u30" };

	(void)state;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		assert_typed(OF("time"), ways[i], "'14:30'");
	assert_typed(OF("time"), "9:05", "'09:05'");
	assert_typed(OF("time"), "905", "'09:05'");
	assert_int_equal(typed_code(OF("time"), "25:00"), PROBLEM_TIME);
	assert_int_equal(typed_code(OF("time"), "14:3"), PROBLEM_TIME);
	assert_int_equal(typed_code(OF("time"), "14"), PROBLEM_TIME);
}

static void nothing_typed_is_no_value(void **state)
{
	(void)state;
	assert_typed(OF("textfield"), "", NULL);
	assert_typed(OF("bsn"), "   ", NULL);
	assert_typed(OF("textarea"), "\n\n", NULL);
}

static void text_is_made_safe_and_trimmed(void **state)
{
	(void)state;
	assert_typed(OF("textfield"), "  Jan\x1b[2J \n Vries ", "'Jan[2J Vries'");
	assert_typed(OF("textarea"), " a\nb ", "'a\\nb'");
}

static void house_numbers_leave_in_latin_digits(void **state)
{
	(void)state;
	assert_typed(OF("textfield"), "١٢a", "'12a'");
}

static void what_is_chosen_cannot_be_typed(void **state)
{
	(void)state;
	assert_int_equal(typed_code(OF("checkbox"), "ja"), PROBLEM_TYPE);
}

static void assert_shown(
	const char *component, const char *value, const char *text)
{
	struct form *form = form_of(component);
	json_t *json = json_of(value);
	char *shown = typed_text(&form->components[0], json);

	assert_string_equal(shown, text);
	free(shown);
	json_decref(json);
	form_free(form);
}

static void values_are_shown_as_people_write_them(void **state)
{
	(void)state;
	assert_shown(OF("date"), "'1980-12-31'", "31-12-1980");
	assert_shown(OF("bsn"), "'123456782'", "123 456 782");
	assert_shown(OF("iban"), "'NL91ABNA0417164300'", "NL91 ABNA 0417 1643 00");
	assert_shown(OF("number"), "12.5", "12,5");
	assert_shown(OF("number"), "-3", "-3");
	assert_shown(OF("number"), "0.1", "0,1");
	assert_shown(OF("currency"), "12", "12,00");
	assert_shown(OF("currency"), "0.05", "0,05");
	assert_shown(OF("time"), "'14:30:00'", "14:30");
	assert_shown(OF("textfield"), "'Jan'", "Jan");
	assert_shown(OF("textfield"), "null", "");
	assert_shown(OF("number"), "1e300", "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_as_people_write_them),
		cmocka_unit_test(what_is_no_day_is_no_date),
		cmocka_unit_test(a_comma_or_a_dot_begins_the_decimals),
		cmocka_unit_test(dots_and_blanks_part_thousands),
		cmocka_unit_test(a_thousand_with_a_comma_is_not_guessed),
		cmocka_unit_test(amounts_are_read_as_they_are_written),
		cmocka_unit_test(whole_numbers_have_no_decimals),
		cmocka_unit_test(what_is_no_number_is_told_apart_from_too_large),
		cmocka_unit_test(postcode_gets_its_blank_and_capitals),
		cmocka_unit_test(bsn_loses_blanks_and_dots),
		cmocka_unit_test(signs_alone_are_no_iban),
		cmocka_unit_test(iban_loses_blanks_and_gets_capitals),
		cmocka_unit_test(phone_keeps_what_can_be_dialled),
		cmocka_unit_test(times_are_read_as_people_write_them),
		cmocka_unit_test(nothing_typed_is_no_value),
		cmocka_unit_test(text_is_made_safe_and_trimmed),
		cmocka_unit_test(house_numbers_leave_in_latin_digits),
		cmocka_unit_test(what_is_chosen_cannot_be_typed),
		cmocka_unit_test(values_are_shown_as_people_write_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

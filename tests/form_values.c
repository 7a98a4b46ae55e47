/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

struct value {
	const char *text;
	enum problem_code code;
};

static void assert_codes(
	const char *component, const struct value *values, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		enum problem_code code = code_of_text(component, values[i].text);

		if (code != values[i].code)
			fail_msg("'%s' gives %d, not %d", values[i].text, (int)code,
				(int)values[i].code);
	}
}

#define ASSERT_CODES(component, values)                                        \
	assert_codes(component, values, sizeof values / sizeof values[0])

#define OF(type)         "{'type':'" type "','key':'a','label':'A'}"
#define WITH(type, more) "{'type':'" type "','key':'a','label':'A'," more "}"

static void a_required_answer_may_not_be_empty(void **state)
{
	static const char *const types[] = {
		WITH("textfield", "'validate':{'required':true}"),
		WITH("textarea", "'validate':{'required':true}"),
		WITH("email", "'validate':{'required':true}"),
		WITH("bsn", "'validate':{'required':true}"),
		WITH("number", "'validate':{'required':true}"),
		WITH("date", "'validate':{'required':true}"),
		WITH("radio", "'values':[{'value':'a','label':'A'}],"
					  "'validate':{'required':true}"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		assert_int_equal(code_of(types[i], "null"), PROBLEM_REQUIRED);
		assert_int_equal(code_of(types[i], "''"), PROBLEM_REQUIRED);
	}
}

static void an_answer_that_is_not_required_may_be_empty(void **state)
{
	(void)state;
	assert_int_equal(code_of(OF("bsn"), "''"), PROBLEM_NONE);
	assert_int_equal(code_of(OF("number"), "null"), PROBLEM_NONE);
	assert_int_equal(code_of(OF("checkbox"), "false"), PROBLEM_NONE);
}

static void length_is_counted_in_characters(void **state)
{
	static const struct value values[] = {
		{ "Noël", PROBLEM_NONE },
		{ "Noëlle", PROBLEM_TOO_LONG },
		{ "علي", PROBLEM_NONE },
	};

	(void)state;
	ASSERT_CODES(WITH("textfield", "'validate':{'maxLength':4}"), values);
}

static void a_pattern_must_be_met_by_the_whole_text(void **state)
{
	static const struct value values[] = {
		{ "12", PROBLEM_NONE }, { "12a", PROBLEM_PATTERN },
		{ "a12", PROBLEM_PATTERN }, { "12\n", PROBLEM_PATTERN },
		{ "abc", PROBLEM_NONE },
		{ "٣", PROBLEM_PATTERN }, /* \d is ASCII, as in the browser */
	};

	(void)state;
	ASSERT_CODES(
		WITH("textarea", "'validate':{'pattern':'\\\\d+|abc'}"), values);
}

static void a_pattern_may_look_ahead(void **state)
{
	static const struct value values[] = {
		{ "ab1", PROBLEM_NONE },
		{ "ab", PROBLEM_PATTERN },
	};

	(void)state;
	ASSERT_CODES(
		WITH("textfield", "'validate':{'pattern':'(?=.*[0-9]).+'}"), values);
}

static void a_pattern_that_never_ends_is_cut_short(void **state)
{
	static const struct value values[] = {
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
			PROBLEM_PATTERN },
	};

	(void)state;
	ASSERT_CODES(
		WITH("textfield", "'validate':{'pattern':'((a+)+)+c'}"), values);
}

static void a_textfield_is_one_line(void **state)
{
	(void)state;
	assert_int_equal(code_of_text(OF("textfield"), "a\nb"), PROBLEM_TYPE);
	assert_int_equal(code_of_text(OF("textarea"), "a\nb"), PROBLEM_NONE);
}

static void email_has_a_name_and_a_host(void **state)
{
	static const struct value values[] = {
		{ "jan@example.org", PROBLEM_NONE },
		{ "j.de.vries+kiosk@post.denhaag.nl", PROBLEM_NONE },
		{ "o'neill@example.ie", PROBLEM_NONE },
		{ "jan@exämple.de", PROBLEM_NONE },
		{ "jan", PROBLEM_EMAIL },
		{ "jan@", PROBLEM_EMAIL },
		{ "@example.org", PROBLEM_EMAIL },
		{ "jan@example", PROBLEM_EMAIL },
		{ "jan@example.", PROBLEM_EMAIL },
		{ "jan@example.o", PROBLEM_EMAIL },
		{ "jan@.org", PROBLEM_EMAIL },
		{ "jan@-a.org", PROBLEM_EMAIL },
		{ "jan@a..org", PROBLEM_EMAIL },
		{ "jan..vries@a.org", PROBLEM_EMAIL },
		{ ".jan@a.org", PROBLEM_EMAIL },
		{ "jan de vries@a.org", PROBLEM_EMAIL },
		{ "jan@a b.org", PROBLEM_EMAIL },
		{ "a@b@c.org", PROBLEM_EMAIL },
		{ "jan@1.2.3.4", PROBLEM_EMAIL },
	};

	(void)state;
	ASSERT_CODES(OF("email"), values);
}

static void phone_takes_numbers_of_any_country(void **state)
{
	static const struct value values[] = {
		{ "0612345678", PROBLEM_NONE },
		{ "070 353 30 00", PROBLEM_NONE },
		{ "+90 532 123 45 67", PROBLEM_NONE },
		{ "00212-6-12345678", PROBLEM_NONE },
		{ "123456", PROBLEM_PHONE },
		{ "06-1234+678", PROBLEM_PHONE },
		{ " 0612345678", PROBLEM_PHONE },
		{ "06abc45678", PROBLEM_PHONE },
		{ "123456789012345678", PROBLEM_PHONE },
		{ "1234567890123456789012345678901234567890", PROBLEM_PHONE },
	};

	(void)state;
	ASSERT_CODES(OF("phoneNumber"), values);
}

static void a_phone_of_here_is_asked_for_by_its_plugin(void **state)
{
	static const struct value values[] = {
		{ "06 12345678", PROBLEM_NONE },
		{ "+31612345678", PROBLEM_NONE },
		{ "0031 70 353 30 00", PROBLEM_NONE },
		{ "0012345678", PROBLEM_PHONE },
		{ "+90 532 123 45 67", PROBLEM_PHONE },
		{ "061234567", PROBLEM_PHONE },
	};

	(void)state;
	ASSERT_CODES(
		WITH("phoneNumber", "'validate':{'plugins':['phonenumber-nl']}"),
		values);
}

static void either_phone_plugin_is_enough(void **state)
{
	(void)state;
	assert_int_equal(code_of_text(WITH("phoneNumber",
									  "'validate':{'plugins':['phonenumber-nl',"
									  "'phonenumber-international']}"),
						 "+90 532 123 45 67"),
		PROBLEM_NONE);
}

static void postcode_is_four_digits_and_two_letters(void **state)
{
	static const struct value values[] = {
		{ "2512 GK", PROBLEM_NONE },
		{ "2512gk", PROBLEM_NONE },
		{ "0512 GK", PROBLEM_POSTCODE },
		{ "2512 SS", PROBLEM_POSTCODE },
		{ "2512 sa", PROBLEM_POSTCODE },
		{ "2512", PROBLEM_POSTCODE },
		{ "2512 G", PROBLEM_POSTCODE },
		{ "2512 GKX", PROBLEM_POSTCODE },
		{ "25123 GK", PROBLEM_POSTCODE },
		{ "2512  GK", PROBLEM_POSTCODE },
	};

	(void)state;
	ASSERT_CODES(OF("postcode"), values);
}

static void postcode_may_be_held_to_a_pattern_of_the_form(void **state)
{
	static const char here[] =
		WITH("postcode", "'validate':{'pattern':'^2[45][0-9]{2} ?[A-Z]{2}$'}");

	(void)state;
	assert_int_equal(code_of_text(here, "2512 GK"), PROBLEM_NONE);
	assert_int_equal(code_of_text(here, "1012 AB"), PROBLEM_PATTERN);
}

static void bsn_is_nine_digits_that_pass_the_11_proef(void **state)
{
	static const struct value values[] = {
		{ "123456782", PROBLEM_NONE },
		{ "111222333", PROBLEM_NONE },
		{ "123456789", PROBLEM_BSN },
		{ "000000000", PROBLEM_BSN },
		{ "12345678", PROBLEM_BSN_LENGTH },
		{ "1234567820", PROBLEM_BSN_LENGTH },
		{ "12345678a", PROBLEM_BSN_LENGTH },
		{ "123 456 782", PROBLEM_BSN_LENGTH },
	};

	(void)state;
	ASSERT_CODES(OF("bsn"), values);
}

static void iban_has_the_length_of_its_country_and_rest_1(void **state)
{
	static const struct value values[] = {
		{ "NL91ABNA0417164300", PROBLEM_NONE },
		{ "DE89370400440532013000", PROBLEM_NONE },
		{ "GB29NWBK60161331926819", PROBLEM_NONE },
		{ "TR330006100519786457841326", PROBLEM_NONE },
		{ "NL91ABNA0417164301", PROBLEM_IBAN },
		{ "NL19ABNA0417164300", PROBLEM_IBAN },
		{ "NL91ABNA041716430", PROBLEM_IBAN },
		{ "XX91ABNA0417164300", PROBLEM_IBAN },
		{ "nl91abna0417164300", PROBLEM_IBAN },
		{ "NL91 ABNA 0417 1643 00", PROBLEM_IBAN },
		{ "N", PROBLEM_IBAN },
	};

	(void)state;
	ASSERT_CODES(OF("iban"), values);
}

static void every_problem_has_a_name(void **state)
{
	(void)state;
	for (int code = 1; code < N_PROBLEM_CODES; code++)
		assert_true(problem_name((enum problem_code)code)[0] != '\0');
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_required_answer_may_not_be_empty),
		cmocka_unit_test(an_answer_that_is_not_required_may_be_empty),
		cmocka_unit_test(length_is_counted_in_characters),
		cmocka_unit_test(a_pattern_must_be_met_by_the_whole_text),
		cmocka_unit_test(a_pattern_may_look_ahead),
		cmocka_unit_test(a_pattern_that_never_ends_is_cut_short),
		cmocka_unit_test(a_textfield_is_one_line),
		cmocka_unit_test(email_has_a_name_and_a_host),
		cmocka_unit_test(phone_takes_numbers_of_any_country),
		cmocka_unit_test(a_phone_of_here_is_asked_for_by_its_plugin),
		cmocka_unit_test(either_phone_plugin_is_enough),
		cmocka_unit_test(postcode_is_four_digits_and_two_letters),
		cmocka_unit_test(postcode_may_be_held_to_a_pattern_of_the_form),
		cmocka_unit_test(bsn_is_nine_digits_that_pass_the_11_proef),
		cmocka_unit_test(iban_has_the_length_of_its_country_and_rest_1),
		cmocka_unit_test(every_problem_has_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

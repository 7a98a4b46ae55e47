/* SPDX-License-Identifier: EUPL-1.2 */
/* What is answered in parts, and the types that leave in a way of their own. */
#include "tests/form_help.h"

#define ADDRESS(more) "{'type':'addressNL','key':'adres','label':'A'" more "}"
#define SPUI                                                                   \
	"'adres.postcode':'2511 BT','adres.houseNumber':'70',"                     \
	"'adres.streetName':'Spui','adres.city':'Den Haag'"

static void assert_data(
	const char *components, const char *quoted, const char *wanted)
{
	struct form *form = form_of(components);

	assert_leaving(form, quoted, wanted);
	form_free(form);
}

/* "KEY code" of the first problem, "" for none. */
static void assert_wrong(
	const char *components, const char *quoted, const char *key, int code)
{
	struct form *form = form_of(components);
	struct answers *answers = answers_of(quoted);
	struct problem *problems;
	size_t n = check_answers(form, answers, TODAY, &problems);

	assert_int_equal(n > 0, *key != '\0');
	if (n) {
		assert_string_equal(problems[0].component->key, key);
		assert_int_equal(problems[0].code, code);
	}
	free(problems);
	answers_free(answers);
	form_free(form);
}

static void an_address_leaves_whole(void **state)
{
	(void)state;
	/* Nothing looks a street up here, so none was filled in by itself. */
	assert_data(ADDRESS(",'deriveAddress':true"), "{" SPUI "}",
		"{'adres':{'postcode':'2511 BT','houseNumber':'70','houseLetter':'',"
		"'houseNumberAddition':'','streetName':'Spui','city':'Den Haag',"
		"'secretStreetCity':'','autoPopulated':false}}");
}

static void an_address_left_out_leaves_as_null(void **state)
{
	(void)state;
	assert_data(ADDRESS(""), "{}", "{'adres':null}");
	assert_data(ADDRESS(""), "{'adres.houseNumber':'70'}", "{'adres':null}");
}

static void an_address_is_asked_further_once_it_has_a_postcode(void **state)
{
	struct form *form = form_of(ADDRESS(""));

	(void)state;
	assert_seen(form, "{}", "adres adres.postcode");
	assert_seen(form, "{'adres.postcode':'2511 BT'}",
		"adres adres.postcode adres.houseNumber adres.houseLetter "
		"adres.houseNumberAddition adres.streetName adres.city");
	form_free(form);
}

static void an_address_that_was_begun_is_finished(void **state)
{
	(void)state;
	assert_wrong(ADDRESS(""), "{}", "", 0);
	assert_wrong(ADDRESS(",'validate':{'required':true}"), "{}",
		"adres.postcode", PROBLEM_REQUIRED);
	assert_wrong(ADDRESS(""), "{'adres.postcode':'2511 BT'}",
		"adres.houseNumber", PROBLEM_REQUIRED);
	assert_wrong(ADDRESS(""), "{" SPUI ",'adres.houseLetter':'12'}",
		"adres.houseLetter", PROBLEM_TOO_LONG);
	assert_wrong(ADDRESS(""), "{" SPUI ",'adres.houseLetter':'1'}",
		"adres.houseLetter", PROBLEM_PATTERN);
	assert_wrong(ADDRESS(""), "{" SPUI "}", "", 0);
}

static void an_address_may_be_bound_to_the_city(void **state)
{
	static const char hague[] =
		ADDRESS(",'openForms':{'components':{'postcode':{'validate':{'pattern':"
				"'^2[0-9]{3} ?[A-Z]{2}$'},'translatedErrors':{'nl':{'pattern':"
				"'Alleen Den Haag.'}}}}}");
	struct form *form = form_of(hague);
	struct phrase own;

	(void)state;
	assert_wrong(hague, "{'adres.postcode':'1011 AB'}", "adres.postcode",
		PROBLEM_PATTERN);
	assert_true(
		component_error(form_find(form, "adres.postcode"), "pattern", &own));
	assert_string_equal(own.text, "Alleen Den Haag.");
	form_free(form);
}

static void a_part_is_for_what_the_whole_is_for(void **state)
{
	struct form *form = form_of(ADDRESS(""));

	(void)state;
	assert_string_equal(
		form_find(form, "adres.postcode")->autocomplete, "postal-code");
	form_free(form);
	form = form_of(ADDRESS(",'autocomplete':'off'"));
	assert_string_equal(form_find(form, "adres.postcode")->autocomplete, "off");
	form_free(form);
}

static void an_address_comes_back_from_what_was_sent(void **state)
{
	struct form *form = form_of(ADDRESS(""));
	json_t *data = json_of(
		"{'adres':{'postcode':'2511 BT','houseNumber':'70','houseLetter':'',"
		"'houseNumberAddition':'','streetName':'Spui','city':'Den Haag',"
		"'secretStreetCity':'abc','autoPopulated':true}}");
	struct answers *answers = answers_from_data(form, data);

	(void)state;
	assert_string_equal(
		json_string_value(answers_get(answers, "adres.city")), "Den Haag");
	assert_null(answers_unknown(answers, form));
	answers_free(answers);
	json_decref(data);
	form_free(form);
}

#define PROFILE                                                                \
	"{'type':'customerProfile','key':'p','label':'P','digitalAddressTypes':["  \
	"'email','phoneNumber'],'validate':{'required':true}}"

static void a_profile_leaves_as_a_list_of_addresses(void **state)
{
	(void)state;
	assert_data(PROFILE, "{}", "{'p':[]}");
	assert_data(PROFILE, "{'p.email':'a@b.nl','p.phoneNumber':'0612345678'}",
		"{'p':[{'type':'email','address':'a@b.nl','preferenceUpdate':"
		"'useOnlyOnce'},{'type':'phoneNumber','address':'0612345678',"
		"'preferenceUpdate':'useOnlyOnce'}]}");
}

static void one_way_to_reach_somebody_is_enough(void **state)
{
	(void)state;
	assert_wrong(PROFILE, "{}", "p.phoneNumber", PROBLEM_REQUIRED);
	assert_wrong(PROFILE, "{'p.email':'a@b.nl'}", "", 0);
	assert_wrong(PROFILE, "{'p.phoneNumber':'0612345678'}", "", 0);
	assert_wrong(PROFILE, "{'p.email':'a'}", "p.email", PROBLEM_EMAIL);
}

static void a_profile_comes_back_from_what_was_sent(void **state)
{
	struct form *form = form_of(PROFILE);
	json_t *data = json_of("{'p':[{'type':'email','address':'a@b.nl',"
						   "'preferenceUpdate':'useOnlyOnce'}]}");
	struct answers *answers = answers_from_data(form, data);

	(void)state;
	assert_string_equal(
		json_string_value(answers_get(answers, "p.email")), "a@b.nl");
	answers_free(answers);
	json_decref(data);
	form_free(form);
}

static void a_licence_plate_is_read_as_it_is_typed(void **state)
{
	static const char *const rows[][2] = { { "ab12cd", "AB-12-CD" },
		{ "AB 12 CD", "AB-12-CD" }, { "12abcd", "12-AB-CD" },
		{ "abcd12", "AB-CD-12" }, { "1234ab", "12-34-AB" },
		{ "ab1234", "AB-12-34" }, { "99abc1", "99-ABC-1" },
		{ "1ABC23", "1-ABC-23" }, { "ab-123-c", "AB-123-C" },
		{ "X.999.XX", "X-999-XX" }, { "a-1-b", "A-1-B" } };
	static const char *const wrong[] = { "12345", "abcdef", "1234567", "a?12cd",
		"---", "abc123d" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char wanted[32];

		snprintf(wanted, sizeof wanted, "'%s'", rows[i][1]);
		assert_typed("{'type':'licenseplate','key':'k','label':'K'}",
			rows[i][0], wanted);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(
			typed_code(
				"{'type':'licenseplate','key':'k','label':'K'}", wrong[i]),
			PROBLEM_PLATE);
}

#define MOMENT "{'type':'datetime','key':'m','label':'M'}"

static void a_date_with_a_time_leaves_with_the_zone_of_here(void **state)
{
	(void)state;
	setenv("TZ", "Europe/Amsterdam", 1);
	assert_typed(MOMENT, "1-9-2026 14:30", "'2026-09-01T14:30:00+02:00'");
	assert_typed(MOMENT, "01 12 2026 9.05", "'2026-12-01T09:05:00+01:00'");
	assert_int_equal(typed_code(MOMENT, "1-9-2026"), PROBLEM_DATETIME);
	assert_int_equal(typed_code(MOMENT, "31-2-2026 10:00"), PROBLEM_DATE);
	assert_int_equal(typed_code(MOMENT, "1-9-2026 25:00"), PROBLEM_TIME);
	assert_int_equal(typed_code(MOMENT, "morgen"), PROBLEM_DATETIME);
	assert_int_equal(
		code_of(MOMENT, "'2026-09-01T14:30:00+02:00'"), PROBLEM_NONE);
	assert_int_equal(code_of(MOMENT, "'2026-09-01'"), PROBLEM_DATETIME);
	assert_int_equal(
		code_of(MOMENT, "'gisteren om drie uur'"), PROBLEM_DATETIME);
}

#define TOPICS                                                                 \
	"{'type':'select','key':'s','label':'S','multiple':true,'data':{'values'"  \
	":[{'value':'a','label':'A'},{'value':'b','label':'B'}]}},"                \
	"{'type':'textfield','key':'t','label':'T','conditional':{'show':true,"    \
	"'when':'s','eq':'b'}}"

static void a_list_may_take_several_choices(void **state)
{
	struct form *form = form_of(TOPICS);

	(void)state;
	assert_data(TOPICS, "{}", "{'s':[]}");
	assert_data(TOPICS, "{'s':['a','b'],'t':'x'}", "{'s':['a','b'],'t':'x'}");
	assert_wrong(TOPICS, "{'s':['c']}", "s", PROBLEM_OPTION);
	assert_wrong(TOPICS, "{'s':'a'}", "s", PROBLEM_TYPE);
	assert_seen(form, "{'s':['b']}", "s t");
	form_free(form);
}

static void a_file_is_sent_later(void **state)
{
	static const char file[] = "{'type':'file','key':'f','label':'F'}";

	(void)state;
	assert_data(file, "{}", "{'f':[]}");
	assert_wrong(file, "{'f':[{'name':'x'}]}", "f", PROBLEM_TYPE);
	assert_wrong(file, "{'f':[]}", "", 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_leaves_whole),
		cmocka_unit_test(an_address_left_out_leaves_as_null),
		cmocka_unit_test(an_address_is_asked_further_once_it_has_a_postcode),
		cmocka_unit_test(an_address_that_was_begun_is_finished),
		cmocka_unit_test(an_address_may_be_bound_to_the_city),
		cmocka_unit_test(a_part_is_for_what_the_whole_is_for),
		cmocka_unit_test(an_address_comes_back_from_what_was_sent),
		cmocka_unit_test(a_profile_leaves_as_a_list_of_addresses),
		cmocka_unit_test(one_way_to_reach_somebody_is_enough),
		cmocka_unit_test(a_profile_comes_back_from_what_was_sent),
		cmocka_unit_test(a_licence_plate_is_read_as_it_is_typed),
		cmocka_unit_test(a_date_with_a_time_leaves_with_the_zone_of_here),
		cmocka_unit_test(a_list_may_take_several_choices),
		cmocka_unit_test(a_file_is_sent_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <time.h>

#include "central/cases.h"
#include "lib/base/text.h"
#include "lib/forms/form_file.h"
#include "tests/test.h"

static const char bundle[] =
	"{\"form\":{\"name\":\"Proef\",\"slug\":\"proef\",\"steps\":[{\"slug\":"
	"\"een\",\"name\":\"Een\",\"index\":0,\"configuration\":{\"display\":"
	"\"form\",\"components\":[{\"type\":\"textfield\",\"key\":\"naam\","
	"\"label\":\"Naam\",\"validate\":{\"required\":true,\"maxLength\":20}},"
	"{\"type\":\"date\",\"key\":\"dag\",\"label\":\"Dag\",\"validate\":{"
	"\"required\":false},\"openForms\":{\"minDate\":{\"mode\":\"future\","
	"\"includeToday\":true}}}]}}],\"submissionStatementsConfiguration\":[{"
	"\"key\":\"privacyPolicyAccepted\",\"label\":\"Ja\",\"type\":\"checkbox\","
	"\"validate\":{\"required\":true}}]},\"service\":{\"v\":1,\"slug\":"
	"\"proef\",\"order\":1,\"category\":\"c\",\"summary\":\"s\",\"here\":"
	"\"h\",\"delivery\":\"d\",\"price\":{\"cents\":0,\"text\":\"t\"},"
	"\"bring\":\"b\",\"who\":\"w\",\"elsewhere\":\"e\",\"next\":\"n\","
	"\"contact\":\"c\",\"search\":\"s\",\"pictogram\":\"\",\"workingDays\":1},"
	"\"slug\":\"proef\",\"translations\":{},\"v\":1}";

static struct form *form;

static int load(void **state)
{
	struct form_fault fault = { 0 };

	(void)state;
	setenv("TZ", "Europe/Amsterdam", 1);
	tzset();
	form = form_load(bundle, sizeof bundle - 1, "nl", &fault);
	if (!form)
		print_error("%s\n", fault.text);
	free(fault.text);
	return form ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	form_free(form);
	return 0;
}

/* An inzending in order, with the parts of `changes` in place of its own. */
static json_t *letter_with(const char *changes)
{
	json_t *letter = json_pack("{s:i, s:s, s:s, s:s, s:{s:s, s:s}, s:{s:b}}",
		"v", 1, "kind", "inzending", "language", "tr", "when",
		"2026-11-25T07:00:00Z", "answers", "naam", "Ada", "dag", "2026-11-30",
		"statements", "privacyPolicyAccepted", 1);
	json_t *more = json_loads(changes, 0, NULL);

	assert_non_null(more);
	json_object_update(letter, more);
	json_decref(more);
	return letter;
}

static const char *judged(
	const char *changes, const char *kind, const struct form *by)
{
	json_t *letter = letter_with(changes);
	struct letter_inside inside;
	bool read = case_read(letter, &inside);
	enum case_reason reason = case_judge(&inside, read, kind, by);

	json_decref(letter);
	return case_reason(reason);
}

static void good_answers_are_in_order(void **state)
{
	(void)state;
	assert_string_equal(judged("{}", "inzending", form), "");
	assert_string_equal(case_state(CASE_IN_ORDER), "ontvangen");
}

static void whatever_is_wrong_is_apart_with_a_reason(void **state)
{
	(void)state;
	for (int reason = 1; reason < N_CASE_REASONS; reason++) {
		assert_string_equal(case_state(reason), "apart");
		assert_true(strlen(case_reason(reason)) > 0);
	}
}

static void what_does_not_follow_the_protocol_is_unreadable(void **state)
{
	static const char *const changes[] = { "{\"v\":2}", "{\"kind\":7}",
		"{\"kind\":\"brief\"}", "{\"language\":\"\"}", "{\"language\":\"n l\"}",
		"{\"when\":\"gisteren\"}", "{\"when\":\"2026-11-25T07:00:00Zx\"}",
		"{\"answers\":[]}", "{\"answers\":null}", "{\"statements\":[]}" };

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		assert_string_equal(
			judged(changes[i], "inzending", form), "onleesbaar");
}

static void what_is_no_object_is_unreadable(void **state)
{
	struct letter_inside inside;

	(void)state;
	assert_false(case_read(NULL, &inside));
	assert_string_equal(inside.kind, "");
}

static void an_unknown_form_is_apart(void **state)
{
	(void)state;
	assert_string_equal(judged("{}", "inzending", NULL), "onbekende-versie");
}

static void a_submission_sent_as_a_rating_is_apart(void **state)
{
	(void)state;
	assert_string_equal(judged("{}", "waardering", form), "andere-soort");
}

static void answers_that_break_a_rule_are_apart(void **state)
{
	static const char *const changes[] = { "{\"answers\":{}}",
		"{\"answers\":{\"naam\":\"\"}}", "{\"answers\":{\"naam\":7}}",
		"{\"answers\":{\"naam\":\"een naam van meer dan twintig tekens\"}}",
		"{\"answers\":{\"naam\":\"Ada\",\"dag\":\"30-11-2026\"}}" };

	(void)state;
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		assert_string_equal(
			judged(changes[i], "inzending", form), "ongeldige-antwoorden");
}

static void a_day_is_judged_by_the_day_it_was_filled_in(void **state)
{
	(void)state;
	assert_string_equal(
		judged("{\"when\":\"2026-11-30T20:00:00Z\"}", "inzending", form), "");
	assert_string_equal(
		judged("{\"when\":\"2026-12-01T20:00:00Z\"}", "inzending", form),
		"ongeldige-antwoorden");
}

static void a_statement_that_was_not_agreed_with_is_apart(void **state)
{
	(void)state;
	assert_string_equal(judged("{\"statements\":{}}", "inzending", form),
		"verklaring-ontbreekt");
	assert_string_equal(
		judged("{\"statements\":{\"privacyPolicyAccepted\":false}}",
			"inzending", form),
		"verklaring-ontbreekt");
	assert_string_equal(
		judged("{\"statements\":{\"privacyPolicyAccepted\":\"true\"}}",
			"inzending", form),
		"verklaring-ontbreekt");
}

static const char *rated(const char *score, const char *comment)
{
	char *changes = text_format("{\"kind\":\"waardering\",\"about\":\"proef\","
								"\"score\":%s,\"comment\":%s}",
		score, comment);
	const char *reason = judged(changes, "waardering", NULL);

	free(changes);
	return reason;
}

static void a_rating_is_one_to_five(void **state)
{
	(void)state;
	assert_string_equal(rated("1", "\"\""), "");
	assert_string_equal(rated("5", "\"Fijn\""), "");
	assert_string_equal(rated("0", "\"\""), "onleesbaar");
	assert_string_equal(rated("6", "\"\""), "onleesbaar");
	assert_string_equal(rated("\"5\"", "\"\""), "onleesbaar");
	assert_string_equal(rated("3", "7"), "onleesbaar");
}

static void a_time_is_a_day_where_the_city_is(void **state)
{
	(void)state;
	assert_int_equal(case_day("2026-11-25T22:59:59Z").day, 25);
	assert_int_equal(case_day("2026-11-25T23:00:00Z").day, 26);
	assert_int_equal(case_day("2026-07-01T22:00:00Z").day, 2);
	assert_int_equal(case_day("").year, 0);
	assert_int_equal(case_day("2026-11-25").year, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(good_answers_are_in_order),
		cmocka_unit_test(whatever_is_wrong_is_apart_with_a_reason),
		cmocka_unit_test(what_does_not_follow_the_protocol_is_unreadable),
		cmocka_unit_test(what_is_no_object_is_unreadable),
		cmocka_unit_test(an_unknown_form_is_apart),
		cmocka_unit_test(a_submission_sent_as_a_rating_is_apart),
		cmocka_unit_test(answers_that_break_a_rule_are_apart),
		cmocka_unit_test(a_day_is_judged_by_the_day_it_was_filled_in),
		cmocka_unit_test(a_statement_that_was_not_agreed_with_is_apart),
		cmocka_unit_test(a_rating_is_one_to_five),
		cmocka_unit_test(a_time_is_a_day_where_the_city_is),
	};

	return cmocka_run_group_tests(tests, load, unload);
}

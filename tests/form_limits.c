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

#define A_AND_B                                                                \
	"[{'value':'a','label':'A'},{'value':'b','label':'B'},{'value':'c','label':'C'}]"

static void number_keeps_to_its_limits(void **state)
{
	static const char number[] = WITH("number",
		"'decimalLimit':0,'allowNegative':false,'validate':{'min':1,'max':99}");

	(void)state;
	assert_int_equal(code_of(number, "1"), PROBLEM_NONE);
	assert_int_equal(code_of(number, "99.0"), PROBLEM_NONE);
	assert_int_equal(code_of(number, "0"), PROBLEM_TOO_SMALL);
	assert_int_equal(code_of(number, "100"), PROBLEM_TOO_LARGE);
	assert_int_equal(code_of(number, "1.5"), PROBLEM_NOT_WHOLE);
	assert_int_equal(code_of(number, "-1"), PROBLEM_NEGATIVE);
	assert_int_equal(code_of(number, "'7'"), PROBLEM_TYPE);
}

static void a_least_below_nothing_allows_negative_numbers(void **state)
{
	(void)state;
	assert_int_equal(code_of(OF("number"), "-1"), PROBLEM_NEGATIVE);
	assert_int_equal(
		code_of(WITH("number", "'validate':{'min':-5}"), "-1"), PROBLEM_NONE);
}

static void an_amount_has_two_decimals(void **state)
{
	(void)state;
	assert_int_equal(code_of(OF("currency"), "12.10"), PROBLEM_NONE);
	assert_int_equal(code_of(OF("currency"), "0.1"), PROBLEM_NONE);
	assert_int_equal(code_of(OF("currency"), "4503599627370.12"), PROBLEM_NONE);
	assert_int_equal(code_of(OF("currency"), "12.105"), PROBLEM_DECIMALS);
}

static void a_date_must_exist(void **state)
{
	static const struct value values[] = {
		{ "1980-12-31", PROBLEM_NONE },
		{ "2024-02-29", PROBLEM_NONE },
		{ "2023-02-29", PROBLEM_DATE },
		{ "31-12-1980", PROBLEM_DATE },
		{ "1980-12-31T00:00:00", PROBLEM_DATE },
		{ "1980-13-01", PROBLEM_DATE },
	};

	(void)state;
	ASSERT_CODES(OF("date"), values);
}

static void a_date_in_the_past_is_before_today(void **state)
{
	static const char past[] =
		WITH("date", "'openForms':{'maxDate':{'mode':'past'}}");
	static const char with_today[] = WITH(
		"date", "'openForms':{'maxDate':{'mode':'past','includeToday':true}}");

	(void)state;
	assert_int_equal(code_of(past, "'2026-11-24'"), PROBLEM_NONE);
	assert_int_equal(code_of(past, "'2026-11-25'"), PROBLEM_DATE_PAST);
	assert_int_equal(code_of(with_today, "'2026-11-25'"), PROBLEM_NONE);
	assert_int_equal(code_of(with_today, "'2026-11-26'"), PROBLEM_DATE_PAST);
}

static void a_date_in_the_future_is_after_today(void **state)
{
	static const char future[] = WITH("date",
		"'openForms':{'minDate':{'mode':'future','includeToday':false}}");

	(void)state;
	assert_int_equal(code_of(future, "'2026-11-26'"), PROBLEM_NONE);
	assert_int_equal(code_of(future, "'2026-11-25'"), PROBLEM_DATE_FUTURE);
}

static void a_fixed_limit_is_told_with_the_problem(void **state)
{
	struct form *form = form_of(WITH("date",
		"'openForms':{'minDate':{'mode':'fixedValue'}},'datePicker'"
		":{'minDate':'2026-01-01T00:00:00+01:00',"
		"'maxDate':'2026-12-30T23:00:00Z'}"));
	json_t *early = json_string("2025-12-31"),
		   *last = json_string("2026-12-31"), *late = json_string("2027-01-01");
	struct problem problem;

	(void)state;
	problem = check_value(&form->components[0], early, TODAY);
	assert_int_equal(problem.code, PROBLEM_DATE_BEFORE);
	assert_int_equal(problem.date_limit.year, 2026);
	assert_ptr_equal(problem.component, &form->components[0]);
	problem = check_value(&form->components[0], last, TODAY);
	assert_int_equal(problem.code, PROBLEM_NONE);
	problem = check_value(&form->components[0], late, TODAY);
	assert_int_equal(problem.code, PROBLEM_DATE_AFTER);
	json_decref(early);
	json_decref(last);
	json_decref(late);
	form_free(form);
}

static void a_time_lies_between_its_limits(void **state)
{
	static const struct value values[] = {
		{ "09:00", PROBLEM_NONE },
		{ "17:00", PROBLEM_NONE },
		{ "08:59", PROBLEM_TIME_RANGE },
		{ "17:00:01", PROBLEM_TIME_RANGE },
		{ "24:00", PROBLEM_TIME },
		{ "9:00", PROBLEM_TIME },
		{ "noon", PROBLEM_TIME },
	};

	(void)state;
	ASSERT_CODES(
		WITH("time", "'validate':{'minTime':'09:00','maxTime':'17:00'}"),
		values);
}

static void a_span_of_time_may_pass_midnight(void **state)
{
	static const struct value values[] = {
		{ "23:30", PROBLEM_NONE },
		{ "03:00", PROBLEM_NONE },
		{ "12:00", PROBLEM_TIME_RANGE },
	};

	(void)state;
	ASSERT_CODES(
		WITH("time", "'validate':{'minTime':'22:00','maxTime':'06:00'}"),
		values);
}

static void a_choice_is_one_of_the_options(void **state)
{
	static const char radio[] = WITH("radio", "'values':" A_AND_B);
	static const char select[] =
		WITH("select", "'data':{'values':" A_AND_B "}");

	(void)state;
	assert_int_equal(code_of(radio, "'a'"), PROBLEM_NONE);
	assert_int_equal(code_of(radio, "'d'"), PROBLEM_OPTION);
	assert_int_equal(code_of(radio, "1"), PROBLEM_TYPE);
	assert_int_equal(code_of(select, "'b'"), PROBLEM_NONE);
	assert_int_equal(code_of(select, "'d'"), PROBLEM_OPTION);
}

static void marks_are_counted(void **state)
{
	static const char boxes[] = WITH("selectboxes",
		"'values':" A_AND_B
		",'validate':{'minSelectedCount':2,'maxSelectedCount':2}");

	(void)state;
	assert_int_equal(code_of(boxes, "{'a':true,'b':true}"), PROBLEM_NONE);
	assert_int_equal(code_of(boxes, "{'a':true}"), PROBLEM_TOO_FEW);
	assert_int_equal(
		code_of(boxes, "{'a':true,'b':true,'c':true}"), PROBLEM_TOO_MANY);
	assert_int_equal(code_of(boxes, "{'a':false}"), PROBLEM_NONE);
	assert_int_equal(code_of(boxes, "{'d':true}"), PROBLEM_OPTION);
	assert_int_equal(code_of(boxes, "{'a':'ja'}"), PROBLEM_TYPE);
	assert_int_equal(code_of(boxes, "['a']"), PROBLEM_TYPE);
}

static void required_boxes_need_a_mark(void **state)
{
	(void)state;
	assert_int_equal(
		code_of(WITH("selectboxes",
					"'values':" A_AND_B ",'validate':{'required':true}"),
			"{'a':false,'b':false,'c':false}"),
		PROBLEM_REQUIRED);
}

static void a_required_checkbox_must_be_marked(void **state)
{
	static const char box[] = WITH("checkbox", "'validate':{'required':true}");

	(void)state;
	assert_int_equal(code_of(box, "true"), PROBLEM_NONE);
	assert_int_equal(code_of(box, "false"), PROBLEM_MUST_AGREE);
	assert_int_equal(code_of(box, "null"), PROBLEM_MUST_AGREE);
	assert_int_equal(code_of(box, "'true'"), PROBLEM_TYPE);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(number_keeps_to_its_limits),
		cmocka_unit_test(a_least_below_nothing_allows_negative_numbers),
		cmocka_unit_test(an_amount_has_two_decimals),
		cmocka_unit_test(a_date_must_exist),
		cmocka_unit_test(a_date_in_the_past_is_before_today),
		cmocka_unit_test(a_date_in_the_future_is_after_today),
		cmocka_unit_test(a_fixed_limit_is_told_with_the_problem),
		cmocka_unit_test(a_time_lies_between_its_limits),
		cmocka_unit_test(a_span_of_time_may_pass_midnight),
		cmocka_unit_test(a_choice_is_one_of_the_options),
		cmocka_unit_test(marks_are_counted),
		cmocka_unit_test(required_boxes_need_a_mark),
		cmocka_unit_test(a_required_checkbox_must_be_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

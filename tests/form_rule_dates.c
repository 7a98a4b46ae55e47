/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"
#include "tests/rule_help.h"

#include "lib/base/text.h"

static void dates_are_read_and_compared(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'date':'2026-03-12'}", "{}", "'2026-03-12'" },
		{ "{'date':'20260312'}", "{}", "'2026-03-12'" },
		{ "{'date':'2026-03-12T00:00:00+01:00'}", "{}", "'2026-03-12'" },
		{ "{'date':{'date':'2026-03-12'}}", "{}", "'2026-03-12'" },
		{ "{'date':'2026-02-29'}", "{}", "null" },
		{ "{'date':'2026-2-9'}", "{}", "null" },
		{ "{'date':'gisteren'}", "{}", "null" },
		{ "{'date':''}", "{}", "null" },
		{ "{'date':{'var':'z'}}", "{}", "null" },
		{ "{'date':5}", "{}", NULL },
		{ "{'today':[]}", "{}", "'2026-11-25'" },
		{ "{'==':[{'today':[]},{'date':'2026-11-25'}]}", "{}", "true" },
		{ "{'==':[{'today':[]},'2026-11-25']}", "{}", "true" },
		{ "{'>':[{'date':'2026-03-02'},{'date':'2026-03-01'}]}", "{}", "true" },
		{ "{'>=':[{'date':'2026-03-01'},{'date':'2026-03-01'}]}", "{}",
			"true" },
		{ "{'<':[{'date':''},{'date':'2026-03-01'}]}", "{}", "null" },
		{ "{'<':[{'date':'2026-03-01'},'2026-03-02']}", "{}", NULL },
		{ "{'<':[{'date':'2026-03-01'},5]}", "{}", "false" },
		{ "{'!':{'date':'2026-03-01'}}", "{}", "false" },
		{ "{'max':[{'date':'2026-03-11'},{'date':'2026-03-12'}]}", "{}",
			"'2026-03-12'" },
		{ "{'cat':['op ',{'date':'2026-03-01'}]}", "{}", "'op 2026-03-01'" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void spans_move_dates_to_days_that_exist(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'+':[{'date':'2026-01-01'},{'rdelta':[1]}]}", "{}",
			"'2027-01-01'" },
		{ "{'+':[{'date':'2026-01-01'},{'rdelta':[0,1]}]}", "{}",
			"'2026-02-01'" },
		{ "{'+':[{'date':'2026-01-31'},{'rdelta':[0,1]}]}", "{}",
			"'2026-02-28'" },
		{ "{'+':[{'date':'2024-02-29'},{'rdelta':[1]}]}", "{}",
			"'2025-02-28'" },
		{ "{'-':[{'date':'2024-02-29'},{'rdelta':[4]}]}", "{}",
			"'2020-02-29'" },
		{ "{'-':[{'date':'2026-03-31'},{'rdelta':[0,1]}]}", "{}",
			"'2026-02-28'" },
		{ "{'-':[{'date':'2021-05-05'},{'rdelta':[18,4,4]}]}", "{}",
			"'2003-01-01'" },
		{ "{'+':[{'rdelta':[0,0,1]},{'date':'2026-12-31'}]}", "{}",
			"'2027-01-01'" },
		{ "{'+':[{'date':'2026-02-28'},{'rdelta':[0,1]},{'rdelta':[0,0,1]}]}",
			"{}", "'2026-03-29'" },
		{ "{'+':[{'date':'2026-02-28'},{'rdelta':[0,0,1]},{'rdelta':[0,1]}]}",
			"{}", "'2026-04-01'" },
		{ "{'+':[{'date':'2013-09-16'},{'duration':'P12Y6M'}]}", "{}",
			"'2026-03-16'" },
		{ "{'+':[{'date':'2026-01-01'},{'duration':'P2W1D'}]}", "{}",
			"'2026-01-16'" },
		{ "{'-':[{'date':'2026-01-01'},{'duration':'-P1D'}]}", "{}",
			"'2026-01-02'" },
		{ "{'-':[{'date':'2026-03-11'},{'date':'2026-03-01'}]}", "{}",
			"'P10D'" },
		{ "{'-':[{'date':'2026-03-01'},{'date':'2026-03-11'}]}", "{}",
			"'-P10D'" },
		{ "{'-':[{'date':'2026-03-01'},{'date':'2026-03-01'}]}", "{}",
			"'P0D'" },
		{ "{'cat':[{'-':[{'date':'2026-03-11'},{'date':'2026-03-01'}]}]}", "{}",
			"'P10D'" },
		{ "{'<':[{'duration':{'-':[{'date':'2026-03-11'},{'date':'2026-03-01'}]"
		  "}},{'duration':'P14D'}]}",
			"{}", "true" },
		{ "{'<':[{'-':[{'date':'2026-03-11'},{'date':'2026-03-01'}]},14]}",
			"{}", NULL },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void hours_move_dates_when_they_make_days(void **state)
{
	static const struct rule_row rows[] = {
		/* Hours of an rdelta make a moment of a date, those of a duration
		 * count only when they are days. */
		{ "{'+':[{'date':'2026-01-01'},{'rdelta':[0,0,0,18]}]}", "{}",
			"'2026-01-01T18:00:00'" },
		{ "{'-':[{'date':'2026-01-01'},{'rdelta':[0,0,0,0,0,1]}]}", "{}",
			"'2025-12-31T23:59:59'" },
		{ "{'+':[{'date':'2026-01-01'},{'rdelta':[0,0,0,48]}]}", "{}",
			"'2026-01-03'" },
		{ "{'+':[{'date':'2026-01-01'},{'duration':'PT18H'}]}", "{}",
			"'2026-01-01'" },
		{ "{'+':[{'date':'2026-01-01'},{'duration':'PT36H'}]}", "{}",
			"'2026-01-02'" },
		{ "{'-':[{'date':'2026-01-01'},{'duration':'PT18H'}]}", "{}",
			"'2026-01-01'" },
		{ "{'-':[{'date':'2026-01-01'},{'duration':'PT36H'}]}", "{}",
			"'2025-12-31'" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void spans_are_told_and_compared(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'==':[{'-':[{'date':'2026-03-11'},{'date':'2026-03-01'}]},'P10D']}",
			"{}", "true" },
		{ "{'duration':'P1Y14M'}", "{}", "'P2Y2M0DT0H0M0S'" },
		{ "{'duration':'P1M1DT1H5M6.5S'}", "{}", "'P0Y1M1DT1H5M6.500000S'" },
		{ "{'rdelta':[]}", "{}", "'P0Y0M0DT0H0M0S'" },
		{ "{'rdelta':[1,2,3,4,5,6,7]}", "{}", "'P1Y2M3DT4H5M6S'" },
		{ "{'+':[{'rdelta':[1]},{'rdelta':[0,2]}]}", "{}", "'P1Y2M0DT0H0M0S'" },
		{ "{'<':[{'duration':'P1D'},{'duration':'PT25H'}]}", "{}", "true" },
		{ "{'<':[{'duration':'P1M'},{'duration':'P31D'}]}", "{}", NULL },
		{ "{'duration':'10 dagen'}", "{}", NULL },
		{ "{'duration':'P'}", "{}", NULL },
		{ "{'duration':'P0.5M'}", "{}", NULL },
		{ "{'rdelta':['1']}", "{}", NULL },
		{ "{'rdelta':[0.5]}", "{}", NULL },
		{ "{'rdelta':[null]}", "{}", NULL },
		{ "{'+':[{'date':'2026-01-01'},1]}", "{}", NULL },
		{ "{'+':[{'date':'2026-01-01'},{'date':'2026-01-01'}]}", "{}", NULL },
		{ "{'-':[{'rdelta':[1]},{'date':'2026-01-01'}]}", "{}", NULL },
		{ "{'+':[{'date':'9999-12-31'},{'rdelta':[0,0,1]}]}", "{}", NULL },
		{ "{'-':[{'date':'0001-01-01'},{'rdelta':[0,0,1]}]}", "{}", NULL },
		{ "{'+':[{'date':'2026-01-01'},{'rdelta':[1e9]}]}", "{}", NULL },
	};

	(void)state;
	ASSERT_RULES(rows);
}

#define AT(text) "{'datetime':'" text "'}"

static void moments_count_with_their_zone(void **state)
{
	static const struct rule_row rows[] = {
		{ AT("2026-03-12T12:34:56.000+01:00"), "{}",
			"'2026-03-12T12:34:56+01:00'" },
		{ AT("2026-03-12T11:34:56Z"), "{}", "'2026-03-12T11:34:56+00:00'" },
		{ AT("2026-03-12 11:34+0100"), "{}", "'2026-03-12T11:34:00+01:00'" },
		{ AT("2026-03-12T11:34:56.25Z"), "{}",
			"'2026-03-12T11:34:56.250000+00:00'" },
		{ AT("2026-03-12T25:00:00Z"), "{}", "null" },
		{ AT("2026-03-12Tx"), "{}", "null" },
		{ AT(""), "{}", "null" },
		{ "{'==':[" AT("2025-01-01T00:00:00+01:00") "," AT(
			  "2024-12-31T23:00:00Z") "]}",
			"{}", "true" },
		{ "{'===':[" AT("2025-01-01T00:00:00+01:00") "," AT(
			  "2024-12-31T23:00:00.000Z") "]}",
			"{}", "true" },
		{ "{'<':[" AT("2024-12-31T23:00:00Z") "," AT(
			  "2025-01-03T00:00:00+01:00") "]}",
			"{}", "true" },
		{ "{'<=':[" AT("2024-12-31T23:00:00Z") "," AT(
			  "2025-01-01T00:00:00+01:00") "]}",
			"{}", "true" },
		{ "{'<':[" AT("2024-12-31T23:00:00Z") ",{'date':'2025-01-01'}]}", "{}",
			NULL },
		{ "{'date':" AT("2024-12-31T23:00:00Z") "}", "{}", "'2024-12-31'" },
		{ "{'+':[" AT("2022-11-01T10:00:00+01:00") ",{'rdelta':[1,1,1,1,1,1]}"
												   "]}",
			"{}", "'2023-12-02T11:01:01+01:00'" },
		{ "{'==':[{'+':[" AT(
			  "2026-01-01T12:00:00+01:00") ",{'rdelta':[0,0,0,"
										   "1]}]}," AT(
											   "2026-01-01T12:00:00Z") "]}",
			"{}", "true" },
		{ "{'-':[" AT("2026-01-12T17:00:00+01:00") ",{'duration':"
												   "'P1Y1M1DT1H1M1S'}]}",
			"{}", "'2024-12-11T15:58:59+01:00'" },
		{ "{'-':[" AT("2026-03-11T18:30:00+01:00") "," AT(
			  "2026-03-11T18:00:00+01:00") "]}",
			"{}", "'PT30M'" },
		{ "{'-':[" AT("2026-03-11T18:30:06.5+01:00") "," AT(
			  "2026-03-10T17:00:00Z") "]}",
			"{}", "'P1DT30M6.5S'" },
		{ AT("2026-03-12T11:34"), "{}", "'2026-03-12T11:34:00'" },
		{ AT("2026-03-12"), "{}", "'2026-03-12T00:00:00'" },
		{ "{'cat':[" AT("2026-03-12T11:34:56Z") "]}", "{}",
			"'2026-03-12 11:34:56+00:00'" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void answers_about_dates_are_dates_without_being_told(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'>':[{'var':'d'},{'today':[]}]}", "{'d':'2026-11-26'}", "true" },
		{ "{'>':[{'var':'d'},{'today':[]}]}", "{'d':''}", "null" },
		{ "{'date':{'var':'d'}}", "{'d':'2026-11-26'}", "'2026-11-26'" },
		{ "{'var':['d','geen']}", "{'d':''}", "'geen'" },
		{ "{'<':[{'var':'m'}," AT("2026-11-25T12:00:00Z") "]}",
			"{'m':'2026-11-25T12:30:00+01:00'}", "true" },
		{ "{'-':[{'var':'in.d'},{'rdelta':[1]}]}", "{'in':{'d':'2024-02-29'}}",
			"'2023-02-28'" },
	};

	(void)state;
	assert_rules(rows, sizeof rows / sizeof rows[0], "{'d':1,'in.d':1,'m':2}");
}

/* {"!":{"!": ... }} so many deep. */
static char *deep(const char *open, const char *close, int depth)
{
	struct text whole = { 0 };

	for (int i = 0; i < depth; i++)
		text_add(&whole, open);
	text_add(&whole, "1");
	for (int i = 0; i < depth; i++)
		text_add(&whole, close);
	return text_take(&whole);
}

static void a_rule_too_deep_or_large_is_none(void **state)
{
	char *nested = deep("{'!':", "}", 1000);
	char *lists = deep("[", "]", 1000);
	char *large = deep("[1],", "", 30000);
	char *list = text_format("[%s]", large);

	(void)state;
	assert_no_rule(nested, "nested too deep");
	assert_no_rule(lists, "nested too deep");
	assert_no_rule(list, "too large");
	free(list);
	free(large);
	free(lists);
	free(nested);
}

#define TEN        "[1,2,3,4,5,6,7,8,9,10]"
#define TWICE      "[{'var':'accumulator'},{'var':'accumulator'}]"
#define TEXT_TWICE "{'cat':" TWICE "}"

static void a_rule_that_costs_too_much_goes_wrong(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'map':[" TEN ",{'map':[" TEN ",{'map':[" TEN ",{'map':[" TEN
		  ",{'map':[" TEN ",{'map':[" TEN ",1]}]}]}]}]}]}",
			"{}", NULL },
		{ "{'reduce':[{'merge':[" TEN "," TEN "," TEN "]}," TEXT_TWICE
		  ",'ab']}",
			"{}", NULL },
		{ "{'reduce':[{'merge':[" TEN "," TEN "," TEN "]}," TWICE ",1]}", "{}",
			NULL },
		{ "{'reduce':[{'merge':[" TEN "," TEN "," TEN "]},{'merge':" TWICE
		  "},[1]]}",
			"{}", NULL },
		{ "{'reduce':[{'merge':[" TEN "," TEN "," TEN "," TEN "," TEN "," TEN
		  "," TEN "]},[{'var':'accumulator'}],1]}",
			"{}", NULL },
		{ "{'reduce':[{'merge':[" TEN "," TEN "," TEN "," TEN "," TEN "," TEN
		  "," TEN "]},{'var':''},1]}",
			"{}", NULL },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void steps_are_counted_for_all_rules_together(void **state)
{
	json_t *logic = json_of("{'+':[1,1]}");
	char *wrong;
	struct rule *rule = rule_new(logic, &wrong);
	struct world world = { .today = TODAY, .steps = 7 };

	(void)state;
	assert_true(rule_holds(rule, &world));
	assert_true(rule_holds(rule, &world));
	assert_false(rule_holds(rule, &world));
	rule_free(rule);
	json_decref(logic);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_and_compared),
		cmocka_unit_test(spans_move_dates_to_days_that_exist),
		cmocka_unit_test(hours_move_dates_when_they_make_days),
		cmocka_unit_test(spans_are_told_and_compared),
		cmocka_unit_test(moments_count_with_their_zone),
		cmocka_unit_test(answers_about_dates_are_dates_without_being_told),
		cmocka_unit_test(a_rule_too_deep_or_large_is_none),
		cmocka_unit_test(a_rule_that_costs_too_much_goes_wrong),
		cmocka_unit_test(steps_are_counted_for_all_rules_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a rule says that nobody goes on. */
#include "tests/test.h"
#include "tests/visitor_rules.h"

#define AGE                                                                    \
	FORM(STEP("een", FIELD("number", "n", "Hoe oud?", "") "," READ(            \
						 "jong", "<p>U bent te jong.</p>") "," TEXT("x", "")), \
		RULE("{'<':[{'var':'n'},18]}", SHOW("jong") "," NO_NEXT))

static void nobody_goes_on_is_told_at_once_with_the_reason(void **state)
{
	visitor_to_rules(*state, AGE);
	visitor_says(*state, "16");
	assert_true(visitor_is_at(*state, "blocked"));
	assert_true(visitor_reads(*state, "U bent te jong."));
	assert_string_equal(((struct visitor *)*state)->focus, "blocked/change");
}

static void an_answer_is_changed_and_one_goes_on(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor, AGE);
	visitor_says(visitor, "16");
	visitor_enter(visitor, "change");
	assert_question(visitor, "n");
	visitor_rubs_out(visitor, 2);
	visitor_says(visitor, "19");
	assert_question(visitor, "x");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "check"));
}

static void back_leads_to_the_answer_too(void **state)
{
	visitor_to_rules(*state, AGE);
	visitor_says(*state, "16");
	visitor_do(*state, INTENT_BACK, 0);
	assert_question(*state, "n");
}

static void blocked_survives_help_and_another_language(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor, AGE);
	visitor_says(visitor, "16");
	visitor_enter(visitor, "people");
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_do(visitor, INTENT_LANGUAGE, 0);
	visitor_enter(visitor, "language:en");
	assert_true(visitor_is_at(visitor, "blocked"));
	assert_true(visitor_reads(visitor, "U bent te jong."));
	assert_true(visitor_reads(visitor, "Change my answers"));
}

static void another_service_keeps_the_answers(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor, AGE);
	visitor_says(visitor, "16");
	visitor_enter(visitor, "another");
	assert_true(visitor_is_at(visitor, "home"));
	visitor_to_form(visitor, "f");
	assert_true(visitor_reads(visitor, "16"));
}

static void a_change_at_the_check_may_block(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor, AGE);
	visitor_says(visitor, "19");
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "change:n");
	visitor_rubs_out(visitor, 2);
	visitor_says(visitor, "16");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	visitor_rubs_out(visitor, 2);
	visitor_says(visitor, "20");
	assert_true(visitor_is_at(visitor, "check"));
}

static void what_hangs_on_a_later_answer_waits_for_it(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", TEXT("x", "") "," TEXT("y", "") "," TEXT("z", "")),
			RULE("{'==':[{'var':'y'},'']}", NO_NEXT)));
	visitor_says(visitor, "1");
	assert_question(visitor, "y");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	assert_question(visitor, "y");
	visitor_says(visitor, "2");
	assert_question(visitor, "z");
}

static void what_hangs_on_a_variable_waits_for_what_makes_it(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", FIELD("number", "n", "N", "") "," FIELD(
							 "number", "m", "M", "") "," TEXT("z", "")),
			RULE("true", GIVE("som", "{'+':[{'var':'n'},{'var':'m'}]}")) "," RULE(
				"{'<':[{'var':'som'},10]}",
				NO_NEXT)) ",'variables':[{'key':'som','source':'user_defined',"
						  "'dataType':'float','initialValue':0}]");
	visitor_says(visitor, "2");
	assert_question(visitor, "m");
	visitor_says(visitor, "3");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	visitor_rubs_out(visitor, 1);
	visitor_says(visitor, "9");
	assert_question(visitor, "z");
}

static void only_the_step_that_is_meant_stops_them(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(
		visitor, FORM(STEP("een", RADIO("r", "") "," TEXT("x", "")) "," STEP(
						  "twee", TEXT("y", "")),
					 RULE(IS("r", "a"), NO_NEXT_AT("twee"))));
	visitor_enter(visitor, "option:a");
	assert_question(visitor, "x");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	assert_question(visitor, "r");
}

static void what_no_answer_changes_leads_back_to_the_service(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_whole(
		visitor, "f", FORM(STEP("een", TEXT("x", "")), RULE("true", NO_NEXT)));
	visitor_enter(visitor, "service:f");
	visitor_enter(visitor, "start");
	assert_true(visitor_is_at(visitor, "blocked"));
	assert_null(visitor_item(visitor, "change"));
	visitor_enter(visitor, "back");
	assert_true(visitor_is_at(visitor, "service"));
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives_home, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(nobody_goes_on_is_told_at_once_with_the_reason),
		VISIT(an_answer_is_changed_and_one_goes_on),
		VISIT(back_leads_to_the_answer_too),
		VISIT(blocked_survives_help_and_another_language),
		VISIT(another_service_keeps_the_answers),
		VISIT(a_change_at_the_check_may_block),
		VISIT(what_hangs_on_a_later_answer_waits_for_it),
		VISIT(what_hangs_on_a_variable_waits_for_what_makes_it),
		VISIT(only_the_step_that_is_meant_stops_them),
		VISIT(what_no_answer_changes_leads_back_to_the_service),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

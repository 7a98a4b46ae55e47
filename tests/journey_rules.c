/* SPDX-License-Identifier: EUPL-1.2 */
/* The screen follows the rules of a form. */
#include "tests/test.h"
#include "tests/visitor_rules.h"

static void a_label_holds_an_answer(void **state)
{
	visitor_to_rules(
		*state, FORM(STEP("een", TEXT("naam", "") "," FIELD("textfield", "x",
									 "Hoe oud is {{ naam }}?",
									 ",'description':'Van {{ naam }}.'")),
					""));
	visitor_says(*state, "Ali");
	assert_string_equal(
		visitor_item(*state, "title")->label, "Hoe oud is Ali?");
	assert_string_equal(visitor_item(*state, "hint")->label, "Van Ali.");
}

static void a_label_keeps_an_answer_from_other_ears(void **state)
{
	visitor_to_rules(*state,
		FORM(STEP("een", TEXT("naam", "") "," FIELD("textfield", "x",
							 "Hoe oud is {{ uw }} kind?", "")),
			RULE("true",
				GIVE("uw",
					"{'cat':[{'var':'naam'},'s']}"))) ",'variables':[{'key':'uw','source':'user_defined',"
													  "'dataType':'string','initialValue':''}]");
	assert_null(visitor_item(*state, "title")->aloud);
	visitor_says(*state, "Ali");
	assert_string_equal(
		visitor_item(*state, "title")->label, "Hoe oud is Alis kind?");
	assert_string_equal(
		visitor_item(*state, "title")->aloud, "Hoe oud is kind?");
}

static void a_rule_hides_what_then_is_not_asked(void **state)
{
	visitor_to_rules(*state,
		FORM(STEP("een", RADIO("r", "") "," TEXT("x", "") "," TEXT("y", "")),
			RULE(IS("r", "a"), HIDE("x"))));
	visitor_enter(*state, "option:a");
	assert_question(*state, "y");
}

static void what_was_typed_comes_back_with_its_question(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(
		visitor, FORM(STEP("een", RADIO("r", "") "," TEXT(
									  "x", ",'hidden':true") "," TEXT("y", "")),
					 RULE(IS("r", "a"), SHOW("x"))));
	visitor_enter(visitor, "option:a");
	visitor_says(visitor, "oud");
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "change:r");
	visitor_enter(visitor, "option:b");
	assert_null(visitor_item(visitor, "change:x"));
	visitor_enter(visitor, "change:r");
	visitor_enter(visitor, "option:a");
	assert_true(visitor_is_at(visitor, "check"));
	assert_string_equal(visitor_item(visitor, "change:x")->value, "oud");
}

static void a_question_that_appears_is_asked_before_the_check(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", TEXT("x", ",'hidden':true") "," RADIO("r", "")),
			RULE(IS("r", "a"), SHOW("x"))));
	assert_question(visitor, "r");
	visitor_enter(visitor, "option:a");
	assert_true(visitor_is_at(visitor, "question"));
	assert_question(visitor, "x");
}

static void a_rule_requires_an_answer(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", RADIO("r", "") "," TEXT("x", "")),
			RULE(IS("r", "a"), SET("x", "validate.required", "true"))));
	visitor_enter(visitor, "option:a");
	assert_null(visitor_item(visitor, "optional"));
	visitor_enter(visitor, "next");
	assert_int_equal(visitor->journey.problem.code, PROBLEM_REQUIRED);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:b");
	assert_non_null(visitor_item(visitor, "optional"));
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "check"));
}

static void a_computed_answer_is_shown_and_not_asked(void **state)
{
	struct visitor *visitor = *state;
	json_t *data;

	visitor_to_rules(visitor,
		FORM(STEP("een",
				 FIELD("number", "n", "Hoeveel?", "") "," FIELD(
					 "currency", "kosten", "Kosten", ",'disabled':true")),
			RULE("{'!!':[{'var':'n'}]}",
				GIVE("kosten", "{'*':[{'var':'n'},2.5]}"))));
	assert_count(visitor, 1, 1);
	visitor_says(visitor, "3");
	assert_true(visitor_is_at(visitor, "check"));
	assert_null(visitor_item(visitor, "change:kosten"));
	assert_string_equal(visitor_item(visitor, "fixed:2")->value, "€ 7,50");
	data = draft_data(visitor->journey.draft);
	assert_true(json_real_value(json_object_get(data, "kosten")) == 7.5);
	json_decref(data);
}

static void a_rule_makes_a_question_read_only(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", RADIO("r", "") "," TEXT("x", "") "," TEXT("y", "")),
			RULE(IS("r", "a"),
				SET("x", "disabled", "true") "," GIVE("x", "'vast'"))));
	assert_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	assert_question(visitor, "y");
	assert_count(visitor, 2, 2);
	visitor_enter(visitor, "next");
	assert_string_equal(visitor_item(visitor, "fixed:2")->value, "vast");
}

static void a_mark_changes_texts_and_the_focus_stays(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", FIELD("selectboxes", "s", "Wat?",
							 ",'description':'{% if s.a %}Ook A.{% endif %}',"
							 "'values':[{'value':'a','label':'A'},{'value':"
							 "'b','label':'B{% if s.a %} bij A{% endif %}'}]")),
			""));
	assert_null(visitor_item(visitor, "hint"));
	visitor_do(visitor, INTENT_CHOOSE, 1);
	assert_string_equal(visitor->focus, "question/option:a");
	assert_true(visitor->effects & EFFECT_MARKED);
	assert_string_equal(visitor_item(visitor, "hint")->label, "Ook A.");
	assert_string_equal(visitor_item(visitor, "option:b")->label, "B bij A");
	visitor_do(visitor, INTENT_CHOOSE, 1);
	assert_null(visitor_item(visitor, "hint"));
}

static void options_come_from_a_variable(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een", RADIO("r", "") "," FIELD("radio", "w", "Waar?",
							 ",'openForms':{'dataSrc':'variable',"
							 "'itemsExpression':{'var':'wijken'}}")),
			RULE(IS("r", "a"),
				GIVE("wijken",
					"{'merge':[[['c','Centrum']]]}"))) ",'variables':[{'key':'wijken','source':'user_defined',"
													   "'dataType':'array','initialValue':[['s','Spui']]}]");
	visitor_enter(visitor, "option:b");
	assert_non_null(visitor_item(visitor, "option:s"));
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:a");
	assert_null(visitor_item(visitor, "option:s"));
	assert_string_equal(visitor_item(visitor, "option:c")->label, "Centrum");
}

static void a_step_that_is_not_for_them_is_passed_by(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(
		visitor, FORM(STEP("een", RADIO("r", "")) "," STEP("twee",
						  TEXT("x", "")) "," STEP("drie", TEXT("y", "")),
					 RULE(IS("r", "a"), SKIP("twee"))));
	assert_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	assert_question(visitor, "y");
	assert_count(visitor, 2, 2);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:b");
	assert_question(visitor, "x");
	assert_count(visitor, 2, 3);
}

static void m_counts_the_longest_way_that_rules_leave(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_rules(visitor,
		FORM(STEP("een",
				 RADIO("r", "") "," TEXT("x", ",'hidden':true") "," TEXT(
					 "y", ",'hidden':true") "," TEXT("z", ",'hidden':true")),
			RULE(IS("r", "a"), SHOW("x")) "," RULE(
				IS("r", "b"), SHOW("y") "," SHOW("z"))));
	assert_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	assert_count(visitor, 2, 2);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:b");
	assert_count(visitor, 2, 3);
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives_home, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(a_label_holds_an_answer),
		VISIT(a_label_keeps_an_answer_from_other_ears),
		VISIT(a_rule_hides_what_then_is_not_asked),
		VISIT(what_was_typed_comes_back_with_its_question),
		VISIT(a_question_that_appears_is_asked_before_the_check),
		VISIT(a_rule_requires_an_answer),
		VISIT(a_computed_answer_is_shown_and_not_asked),
		VISIT(a_rule_makes_a_question_read_only),
		VISIT(a_mark_changes_texts_and_the_focus_stays),
		VISIT(options_come_from_a_variable),
		VISIT(a_step_that_is_not_for_them_is_passed_by),
		VISIT(m_counts_the_longest_way_that_rules_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* The screen follows the rules of a form. */
#include "tests/test.h"
#include "tests/visitor.h"

#define FIELD(type, key, label, more)                                          \
	"{'type':'" type "','key':'" key "','label':'" label "'" more "}"
#define TEXT(key, more) FIELD("textfield", key, "Vraag " key, more)
#define RADIO(key, more)                                                       \
	FIELD("radio", key, "Keus " key,                                           \
		",'values':[{'value':'a','label':'A'},{'value':'b','label':'B'}]" more)
#define READ(key, html)                                                        \
	"{'type':'content','key':'" key "','hidden':true,'html':'" html "'}"
#define STEP(slug, components)                                                 \
	"{'slug':'" slug "','uuid':'" slug "','name':'Stap " slug                  \
	"','configuration':{'components':[" components "]}}"
#define RULE(trigger, actions)                                                 \
	"{'jsonLogicTrigger':" trigger ",'actions':[" actions "]}"
#define IS(key, value) "{'==':[{'var':'" key "'},'" value "']}"
#define SET(key, property, state)                                              \
	"{'component':'" key "','action':{'type':'property','property':"           \
	"{'value':'" property "','type':'bool'},'state':" state "}}"
#define HIDE(key) SET(key, "hidden", "true")
#define SHOW(key) SET(key, "hidden", "false")
#define GIVE(key, value)                                                       \
	"{'variable':'" key "','action':{'type':'variable','value':" value "}}"
#define NO_NEXT "{'action':{'type':'disable-next'}}"
#define NO_NEXT_AT(s)                                                          \
	"{'formStepUuid':'" s "','action':{'type':'disable-next'}}"
#define SKIP(step)                                                             \
	"{'formStepUuid':'" step "','action':{'type':'step-not-applicable'}}"
#define FORM(steps, rules) "'steps':[" steps "],'logic':[" rules "]"

static void open(struct visitor *visitor, const char *quoted)
{
	visitor_add_whole(visitor, "f", quoted);
	visitor_to_form(visitor, "f");
}

static void expect_at(const struct visitor *visitor, const char *key)
{
	assert_string_equal(journey_flow(&visitor->journey)->key, key);
}

static void expect_count(struct visitor *visitor, int n, int m)
{
	int is_n, is_m;

	draft_count(visitor->journey.draft, journey_component(&visitor->journey),
		&is_n, &is_m);
	assert_int_equal(is_n, n);
	assert_int_equal(is_m, m);
}

static void answer(struct visitor *visitor, const char *text)
{
	visitor_type(visitor, text);
	visitor_enter(visitor, "next");
}

static void rub_out(struct visitor *visitor, int n)
{
	while (n--)
		visitor_do(visitor, INTENT_DELETE, 0);
}

static void a_label_holds_an_answer(void **state)
{
	open(*state, FORM(STEP("een", TEXT("naam", "") "," FIELD("textfield", "x",
									  "Hoe oud is {{ naam }}?",
									  ",'description':'Van {{ naam }}.'")),
					 ""));
	answer(*state, "Ali");
	assert_string_equal(
		visitor_item(*state, "title")->label, "Hoe oud is Ali?");
	assert_string_equal(visitor_item(*state, "hint")->label, "Van Ali.");
}

static void a_label_keeps_an_answer_from_other_ears(void **state)
{
	open(*state,
		FORM(STEP("een", TEXT("naam", "") "," FIELD("textfield", "x",
							 "Hoe oud is {{ uw }} kind?", "")),
			RULE("true",
				GIVE("uw",
					"{'cat':[{'var':'naam'},'s']}"))) ",'variables':[{'key':'uw','source':'user_defined',"
													  "'dataType':'string','initialValue':''}]");
	assert_null(visitor_item(*state, "title")->aloud);
	answer(*state, "Ali");
	assert_string_equal(
		visitor_item(*state, "title")->label, "Hoe oud is Alis kind?");
	assert_string_equal(
		visitor_item(*state, "title")->aloud, "Hoe oud is kind?");
}

static void a_rule_hides_what_then_is_not_asked(void **state)
{
	open(*state,
		FORM(STEP("een", RADIO("r", "") "," TEXT("x", "") "," TEXT("y", "")),
			RULE(IS("r", "a"), HIDE("x"))));
	visitor_enter(*state, "option:a");
	expect_at(*state, "y");
}

static void what_was_typed_comes_back_with_its_question(void **state)
{
	struct visitor *visitor = *state;

	open(visitor, FORM(STEP("een", RADIO("r", "") "," TEXT("x",
									   ",'hidden':true") "," TEXT("y", "")),
					  RULE(IS("r", "a"), SHOW("x"))));
	visitor_enter(visitor, "option:a");
	answer(visitor, "oud");
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

	open(visitor,
		FORM(STEP("een", TEXT("x", ",'hidden':true") "," RADIO("r", "")),
			RULE(IS("r", "a"), SHOW("x"))));
	expect_at(visitor, "r");
	visitor_enter(visitor, "option:a");
	assert_true(visitor_is_at(visitor, "question"));
	expect_at(visitor, "x");
}

static void a_rule_requires_an_answer(void **state)
{
	struct visitor *visitor = *state;

	open(visitor,
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

	open(visitor, FORM(STEP("een", FIELD("number", "n", "Hoeveel?",
									   "") "," FIELD("currency", "kosten",
									   "Kosten", ",'disabled':true")),
					  RULE("{'!!':[{'var':'n'}]}",
						  GIVE("kosten", "{'*':[{'var':'n'},2.5]}"))));
	expect_count(visitor, 1, 1);
	answer(visitor, "3");
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

	open(visitor,
		FORM(STEP("een", RADIO("r", "") "," TEXT("x", "") "," TEXT("y", "")),
			RULE(IS("r", "a"),
				SET("x", "disabled", "true") "," GIVE("x", "'vast'"))));
	expect_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	expect_at(visitor, "y");
	expect_count(visitor, 2, 2);
	visitor_enter(visitor, "next");
	assert_string_equal(visitor_item(visitor, "fixed:2")->value, "vast");
}

static void a_mark_changes_texts_and_the_focus_stays(void **state)
{
	struct visitor *visitor = *state;

	open(visitor,
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

	open(visitor,
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

	open(visitor, FORM(STEP("een", RADIO("r", "")) "," STEP("twee",
						   TEXT("x", "")) "," STEP("drie", TEXT("y", "")),
					  RULE(IS("r", "a"), SKIP("twee"))));
	expect_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	expect_at(visitor, "y");
	expect_count(visitor, 2, 2);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:b");
	expect_at(visitor, "x");
	expect_count(visitor, 2, 3);
}

/* --- nobody goes on --- */

#define AGE                                                                    \
	FORM(STEP("een", FIELD("number", "n", "Hoe oud?", "") "," READ(            \
						 "jong", "<p>U bent te jong.</p>") "," TEXT("x", "")), \
		RULE("{'<':[{'var':'n'},18]}", SHOW("jong") "," NO_NEXT))

static void nobody_goes_on_is_told_at_once_with_the_reason(void **state)
{
	open(*state, AGE);
	answer(*state, "16");
	assert_true(visitor_is_at(*state, "blocked"));
	assert_true(visitor_reads(*state, "U bent te jong."));
	assert_string_equal(((struct visitor *)*state)->focus, "blocked/change");
}

static void an_answer_is_changed_and_one_goes_on(void **state)
{
	struct visitor *visitor = *state;

	open(visitor, AGE);
	answer(visitor, "16");
	visitor_enter(visitor, "change");
	expect_at(visitor, "n");
	rub_out(visitor, 2);
	answer(visitor, "19");
	expect_at(visitor, "x");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "check"));
}

static void back_leads_to_the_answer_too(void **state)
{
	open(*state, AGE);
	answer(*state, "16");
	visitor_do(*state, INTENT_BACK, 0);
	expect_at(*state, "n");
}

static void blocked_survives_help_and_another_language(void **state)
{
	struct visitor *visitor = *state;

	open(visitor, AGE);
	answer(visitor, "16");
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

	open(visitor, AGE);
	answer(visitor, "16");
	visitor_enter(visitor, "another");
	assert_true(visitor_is_at(visitor, "home"));
	visitor_to_form(visitor, "f");
	assert_true(visitor_reads(visitor, "16"));
}

static void a_change_at_the_check_may_block(void **state)
{
	struct visitor *visitor = *state;

	open(visitor, AGE);
	answer(visitor, "19");
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "change:n");
	rub_out(visitor, 2);
	answer(visitor, "16");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	rub_out(visitor, 2);
	answer(visitor, "20");
	assert_true(visitor_is_at(visitor, "check"));
}

static void what_hangs_on_a_later_answer_waits_for_it(void **state)
{
	struct visitor *visitor = *state;

	open(visitor,
		FORM(STEP("een", TEXT("x", "") "," TEXT("y", "") "," TEXT("z", "")),
			RULE("{'==':[{'var':'y'},'']}", NO_NEXT)));
	answer(visitor, "1");
	expect_at(visitor, "y");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	expect_at(visitor, "y");
	answer(visitor, "2");
	expect_at(visitor, "z");
}

static void what_hangs_on_a_variable_waits_for_what_makes_it(void **state)
{
	struct visitor *visitor = *state;

	open(visitor,
		FORM(STEP("een", FIELD("number", "n", "N", "") "," FIELD(
							 "number", "m", "M", "") "," TEXT("z", "")),
			RULE("true", GIVE("som", "{'+':[{'var':'n'},{'var':'m'}]}")) "," RULE(
				"{'<':[{'var':'som'},10]}",
				NO_NEXT)) ",'variables':[{'key':'som','source':'user_defined',"
						  "'dataType':'float','initialValue':0}]");
	answer(visitor, "2");
	expect_at(visitor, "m");
	answer(visitor, "3");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	rub_out(visitor, 1);
	answer(visitor, "9");
	expect_at(visitor, "z");
}

static void only_the_step_that_is_meant_stops_them(void **state)
{
	struct visitor *visitor = *state;

	open(visitor, FORM(STEP("een", RADIO("r", "") "," TEXT("x", "")) "," STEP(
						   "twee", TEXT("y", "")),
					  RULE(IS("r", "a"), NO_NEXT_AT("twee"))));
	visitor_enter(visitor, "option:a");
	expect_at(visitor, "x");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "blocked"));
	visitor_enter(visitor, "change");
	expect_at(visitor, "r");
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

static void m_counts_the_longest_way_that_rules_leave(void **state)
{
	struct visitor *visitor = *state;

	open(visitor,
		FORM(STEP("een",
				 RADIO("r", "") "," TEXT("x", ",'hidden':true") "," TEXT(
					 "y", ",'hidden':true") "," TEXT("z", ",'hidden':true")),
			RULE(IS("r", "a"), SHOW("x")) "," RULE(
				IS("r", "b"), SHOW("y") "," SHOW("z"))));
	expect_count(visitor, 1, 3);
	visitor_enter(visitor, "option:a");
	expect_count(visitor, 2, 2);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "option:b");
	expect_count(visitor, 2, 3);
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
		VISIT(m_counts_the_longest_way_that_rules_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

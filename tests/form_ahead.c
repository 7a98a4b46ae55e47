/* SPDX-License-Identifier: EUPL-1.2 */
/* On which answers to come things hang. */
#include "tests/form_help.h"

#include "lib/forms/ahead.h"
#include "lib/forms/evaluate.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define RULE(trigger, actions)                                                 \
	"{'jsonLogicTrigger':" trigger ",'actions':[" actions "]}"
#define IS(key, value) "{'==':[{'var':'" key "'},'" value "']}"
#define SHOW(key)                                                              \
	"{'component':'" key "','action':{'type':'property','property':"           \
	"{'value':'hidden'},'state':false}}"
#define GIVE(name, value)                                                      \
	"{'variable':'" name "','action':{'type':'variable','value':" value "}}"
#define NO_NEXT "{'action':{'type':'disable-next'}}"
#define FOUR                                                                   \
	TEXT("a", "")                                                              \
	"," TEXT("b", "") "," TEXT("c", ",'hidden':true") "," TEXT("d", "")

/* Which answer is the last that makes nobody go on from the first step. */
static int last_of(const char *components, const char *rules)
{
	struct form *form = form_with(components, rules);
	struct answers *answers = answers_of("{'a':'x','b':'x','c':'x','d':'x'}");
	struct evaluation *now = evaluate(form, answers, TODAY);
	int last = now->steps[0].last;

	assert_true(now->steps[0].blocked);
	evaluation_free(now);
	answers_free(answers);
	form_free(form);
	return last;
}

static void a_block_hangs_on_the_last_answer_that_it_reads(void **state)
{
	(void)state;
	assert_int_equal(
		last_of(FOUR, "'logic':[" RULE(IS("b", "x"), NO_NEXT) "]"), 1);
	assert_int_equal(
		last_of(FOUR,
			"'logic':[" RULE(
				"{'and':[" IS("d", "x") "," IS("a", "x") "]}", NO_NEXT) "]"),
		3);
	assert_int_equal(last_of(FOUR, "'logic':[" RULE("true", NO_NEXT) "]"), -1);
}

static void it_hangs_on_what_makes_a_variable(void **state)
{
	(void)state;
	assert_int_equal(
		last_of(FOUR,
			"'variables':[{'key':'v','source':'user_defined','dataType':"
			"'string','initialValue':''}],'logic':[" RULE("true",
				GIVE("v", "{'var':'d'}")) "," RULE(IS("v", "x"), NO_NEXT) "]"),
		3);
}

static void it_hangs_on_what_shows_a_question(void **state)
{
	(void)state;
	assert_int_equal(
		last_of(FOUR, "'logic':[" RULE(IS("d", "x"), SHOW("c")) "," RULE(
						  IS("c", "x"), NO_NEXT) "]"),
		3);
}

static void the_first_certain_reason_counts(void **state)
{
	(void)state;
	assert_int_equal(
		last_of(FOUR, "'logic':[" RULE(IS("d", "x"), NO_NEXT) "," RULE(
						  IS("a", "x"), NO_NEXT) "]"),
		0);
}

static void a_question_hangs_on_one_answer_or_on_any(void **state)
{
	struct form *form = form_with(
		FOUR, "'logic':[" RULE(IS("b", "x"), SHOW("c")) "," RULE(
				  "{'!!':[{'var':'c'}]}",
				  "{'component':'d','action':{'type':'property','property':"
				  "{'value':'hidden'},'state':true}}") "]");
	struct hang hang = form_hang(form, 2, 0);

	(void)state;
	assert_int_equal(hang.kind, HANG_ANSWER);
	assert_int_equal(hang.when, 1);
	assert_true(hang.show);
	assert_string_equal(json_string_value(hang.eq), "x");
	assert_int_equal(form_hang(form, 2, 2).kind, HANG_NOT);
	assert_int_equal(form_hang(form, 3, 2).kind, HANG_ANY);
	assert_int_equal(form_hang(form, 3, 3).kind, HANG_NOT);
	assert_int_equal(form_hang(form, 0, 0).kind, HANG_NOT);
	form_free(form);
}

static void a_ring_of_rules_has_an_end(void **state)
{
	struct form *form = form_with(
		FOUR, "'logic':[" RULE(IS("a", "x"), GIVE("b", "{'var':'d'}")) "," RULE(
				  IS("b", "x"), GIVE("d", "{'var':'a'}")) "," RULE(IS("d", "x"),
				  GIVE("a", "{'var':'b'}")) "]");

	(void)state;
	assert_int_equal(form->reach, FORM_OFFLINE);
	form_free(form);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_hangs_on_the_last_answer_that_it_reads),
		cmocka_unit_test(it_hangs_on_what_makes_a_variable),
		cmocka_unit_test(it_hangs_on_what_shows_a_question),
		cmocka_unit_test(the_first_certain_reason_counts),
		cmocka_unit_test(a_question_hangs_on_one_answer_or_on_any),
		cmocka_unit_test(a_ring_of_rules_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"
#include "lib/forms/evaluate.h"

/* Short for the parts of forms and rules. */
#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define NUMBER(key) "{'type':'number','key':'" key "','label':'N'}"
#define CHECK(key)  "{'type':'checkbox','key':'" key "','label':'C'}"
#define RULE(trigger, actions)                                                 \
	"{'jsonLogicTrigger':" trigger ",'actions':[" actions "]}"
#define IS(key, value) "{'==':[{'var':'" key "'}," value "]}"
#define SET(key, property, state)                                              \
	"{'component':'" key "','action':{'type':'property','property':"           \
	"{'value':'" property "','type':'bool'},'state':" state "}}"
#define HIDE(key) SET(key, "hidden", "true")
#define SHOW(key) SET(key, "hidden", "false")
#define GIVE(name, value)                                                      \
	"{'variable':'" name "','action':{'type':'variable','value':" value "}}"
#define ON_STEP(type, step)                                                    \
	"{'formStepUuid':'" step "','action':{'type':'" type "'}}"
#define NO_NEXT "{'action':{'type':'disable-next'}}"
#define VAR(key, type, initial)                                                \
	"{'key':'" key "','source':'user_defined','dataType':'" type               \
	"','initialValue':" initial "}"
#define WHEN(when, eq)                                                         \
	",'conditional':{'show':true,'when':'" when "','eq':" eq "}"

struct row {
	const char *components, *more; /* of the form */
	const char *answers, *seen, *data;
};

static void assert_row(const struct row *row)
{
	struct form *form = form_with(row->components, row->more);
	struct answers *answers = answers_of(row->answers);
	json_t *data, *wanted = json_of(row->data);

	if (form->reach != FORM_OFFLINE)
		fail_msg("%s", form->reason);
	assert_seen(form, row->answers, row->seen);
	data = answers_data(answers, form);
	if (!json_equal(data, wanted))
		fail_msg("%s: %s, not %s", row->more, json_dumps(data, 0), row->data);
	json_decref(wanted);
	json_decref(data);
	answers_free(answers);
	form_free(form);
}

static void assert_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_row(&rows[i]);
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof(rows) / sizeof((rows)[0]))

static void rules_hide_and_show(void **state)
{
	static const struct row rows[] = {
		{ TEXT("a", "") "," TEXT("b", ""),
			"'logic':[" RULE(IS("a", "'x'"), HIDE("b")) "]",
			"{'a':'x','b':'y'}", "a", "{'a':'x'}" },
		{ TEXT("a", "") "," TEXT("b", ""),
			"'logic':[" RULE(IS("a", "'x'"), HIDE("b")) "]",
			"{'a':'z','b':'y'}", "a b", "{'a':'z','b':'y'}" },
		{ TEXT("a", "") "," TEXT("b", ",'hidden':true"),
			"'logic':[" RULE(IS("a", "'x'"), SHOW("b")) "]",
			"{'a':'x','b':'y'}", "a b", "{'a':'x','b':'y'}" },
		{ TEXT("a", "") "," TEXT("b", ",'hidden':true"),
			"'logic':[" RULE(IS("a", "'x'"), SHOW("b")) "]",
			"{'a':'z','b':'y'}", "a", "{'a':'z'}" },
		{ TEXT("a", "") "," TEXT("b", ",'hidden':true,'clearOnHide':false"),
			"'logic':[" RULE(IS("a", "'x'"), SHOW("b")) "]", "{'b':'y'}", "a",
			"{'a':'','b':'y'}" },
		{ TEXT("a", "") ",{'type':'fieldset','key':'f','label':'F',"
						"'components':[" TEXT("b", "") "]}",
			"'logic':[" RULE(IS("a", "'x'"), HIDE("f")) "]",
			"{'a':'x','b':'y'}", "a", "{'a':'x'}" },
		/* A rule that hides wins from a condition that shows; one that shows
		 * leaves it to the condition. */
		{ TEXT("a", "") "," TEXT("b", WHEN("a", "'x'")),
			"'logic':[" RULE("true", HIDE("b")) "]", "{'a':'x'}", "a",
			"{'a':'x'}" },
		{ TEXT("a", "") "," TEXT("b", WHEN("a", "'x'")),
			"'logic':[" RULE("true", SHOW("b")) "]", "{'a':'z'}", "a",
			"{'a':'z'}" },
		/* The last rule that holds wins. */
		{ TEXT("a", "") "," TEXT("b", ""),
			"'logic':[" RULE("true", HIDE("b")) "," RULE(
				IS("a", "'x'"), SHOW("b")) "]",
			"{'a':'x'}", "a b", "{'a':'x','b':''}" },
		{ TEXT("a", "") "," TEXT("b", ""),
			"'logic':[" RULE("true", HIDE("b")) "," RULE(
				IS("a", "'x'"), SHOW("b")) "]",
			"{'a':'z'}", "a", "{'a':'z'}" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void what_is_hidden_is_gone_for_later_rules_and_conditions(void **state)
{
	static const struct row rows[] = {
		{ TEXT("a", "") "," TEXT("b", "") "," TEXT("c", ""),
			"'logic':[" RULE(IS("a", "'x'"), HIDE("b")) "," RULE(
				IS("b", "'y'"), HIDE("c")) "]",
			"{'a':'x','b':'y','c':'z'}", "a c", "{'a':'x','c':'z'}" },
		{ TEXT("a", "") "," TEXT("b", "") "," TEXT("c", ""),
			"'logic':[" RULE(IS("b", "'y'"), HIDE("c")) "," RULE(
				IS("a", "'x'"), HIDE("b")) "]",
			"{'a':'x','b':'y','c':'z'}", "a", "{'a':'x'}" },
		{ TEXT("a", "") "," TEXT("b", "") "," TEXT("c", WHEN("b", "'y'")),
			"'logic':[" RULE(IS("a", "'x'"), HIDE("b")) "]",
			"{'a':'x','b':'y'}", "a", "{'a':'x'}" },
		/* Shown by a later rule: its answer is there for the earlier one. */
		{ TEXT("a", "") "," TEXT("b", ",'hidden':true") "," TEXT("c", ""),
			"'logic':[" RULE(IS("b", "'y'"), HIDE("c")) "," RULE(
				IS("a", "'x'"), SHOW("b")) "]",
			"{'a':'x','b':'y'}", "a b", "{'a':'x','b':'y'}" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static const struct row settings[] = {
	{ NUMBER("a") "," NUMBER("b"),
		"'logic':[" RULE("true", GIVE("b", "{'*':[{'var':'a'},2]}")) "]",
		"{'a':3,'b':1}", "a b", "{'a':3,'b':6.0}" },
	/* Without a number there is none. */
	{ NUMBER("a") "," NUMBER("b"),
		"'logic':[" RULE("true", GIVE("b", "{'*':[{'var':'a'},2]}")) "]",
		"{'b':1}", "a b", "{'a':null,'b':null}" },
	/* What goes wrong changes nothing. */
	{ NUMBER("a") "," NUMBER("b"),
		"'logic':[" RULE("true", GIVE("b", "{'/':[1,{'var':'a'}]}")) "]",
		"{'a':0,'b':1}", "a b", "{'a':0,'b':1}" },
	{ TEXT("a", "") "," TEXT("b", ""),
		"'logic':[" RULE("true", GIVE("b", "{'cat':['Dag ',{'var':'a'}]}")) "]",
		"{'a':'Jan'}", "a b", "{'a':'Jan','b':'Dag Jan'}" },
	{ TEXT("a", "") "," TEXT("b", ""),
		"'logic':[" RULE("true", GIVE("b", "{'cat':['Dag ',{'var':'x'}]}")) "]",
		"{}", "a b", "{'a':'','b':'Dag None'}" },
	{ TEXT("a", "") "," TEXT("b", ""),
		"'logic':[" RULE(IS("x", "null"), GIVE("a", "'null'")) "," RULE(
			"true", GIVE("b", "{'if':[" IS("x", "null") ",'null','nee']}")) "]",
		"{}", "a b", "{'a':'','b':'null'}" },
	{ TEXT("a", "") "," TEXT("b", ""),
		"'logic':[" RULE("true", GIVE("b", "12")) "]", "{}", "a b",
		"{'a':'','b':'12'}" },
	{ TEXT("a", ""), "'logic':[" RULE("true", GIVE("a", "''")) "]", "{'a':'x'}",
		"a", "{'a':''}" },
	{ CHECK("a") "," CHECK("b"),
		"'logic':[" RULE("true", GIVE("b", "{'var':'a'}")) "]", "{'a':true}",
		"a b", "{'a':true,'b':true}" },
	{ "{'type':'selectboxes','key':'s','label':'S','values':[{'value':'j',"
	  "'label':'J'},{'value':'n','label':'N'}]}",
		"'logic':[" RULE("true", GIVE("s", "{'j':true}")) "]", "{}", "s",
		"{'s':{'j':true,'n':false}}" },
	{ "{'type':'date','key':'d','label':'D'}",
		"'logic':[" RULE(
			"true", GIVE("d", "{'+':[{'today':[]},{'rdelta':[0,0,1]}]}")) "]",
		"{}", "d", "{'d':'2026-11-26'}" },
	/* A value that a condition waits for. */
	{ TEXT("a", "") "," TEXT("b", WHEN("a", "'x'")),
		"'logic':[" RULE("true", GIVE("a", "'x'")) "]", "{}", "a b",
		"{'a':'x','b':''}" },
	/* Rules see what those before them set, once. */
	{ NUMBER("a"),
		"'variables':[" VAR("n", "int", "1") "],'logic':[" RULE(
			"true", GIVE("n", "{'+':[{'var':'n'},1]}")) "," RULE("true",
			GIVE("n", "{'+':[{'var':'n'},1]}")) "," RULE("true",
			GIVE("a", "{'var':'n'}")) "]",
		"{}", "a", "{'a':3}" },
	{ NUMBER("a"),
		"'variables':[" VAR("n", "int", "1") "," VAR(
			"m", "int", "2") "],'logic':[" RULE("true",
			GIVE("n", "{'var':'m'}")) "," RULE("true",
			GIVE("m", "{'var':'n'}")) "," RULE("true",
			GIVE("a", "{'var':'m'}")) "]",
		"{}", "a", "{'a':2}" },
	{ TEXT("a", ""),
		"'formVariables':[{'key':'n','source':'user_defined','data_type':"
		"'date','initial_value':'2026-11-24'}],'logic':[" RULE(
			"{'<':[{'var':'n'},{'today':[]}]}", GIVE("a", "'ja'")) "]",
		"{}", "a", "{'a':'ja'}" },
	/* Nobody has such a variable: nothing happens. */
	{ TEXT("a", ""), "'logic':[" RULE("true", GIVE("z", "1")) "]", "{}", "a",
		"{'a':''}" },
	/* A repeated "true" of a hidden question is not sent. */
	{ TEXT("a", ",'hidden':true"),
		"'logic':[" RULE("true", GIVE("a", "'x'")) "]", "{}", "", "{}" },
};

static void rules_set_answers_and_variables(void **state)
{

	(void)state;
	ASSERT_ROWS(settings);
}

static void rules_go_by_order_and_by_either_spelling(void **state)
{
	static const struct row rows[] = {
		{ TEXT("a", ""),
			"'logic':[{'json_logic_trigger':true,'order':2,'actions':[" GIVE(
				"a", "'twee'") "]},{'json_logic_trigger':true,'order':1,"
							   "'actions':[" GIVE("a", "'een'") "]}]",
			"{}", "a", "{'a':'twee'}" },
		{ TEXT("a", ""),
			"'logicRules':[" RULE("true", GIVE("a", "'een'")) "," RULE(
				"true", GIVE("a", "'twee'")) "]",
			"{}", "a", "{'a':'twee'}" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void variables_of_open_forms_are_there(void **state)
{
	static const char *const rows[][2] = {
		{ "{'var':'today'}", "2026-11-25" },
		{ "{'date':{'var':'now'}}", "2026-11-25" },
		{ "{'var':'current_year'}", "2026" },
		{ "{'var':'form_name'}", "Proef" },
		{ "{'var':'form_id'}", "u-1" },
		{ "{'var':'language_code'}", "nl" },
		{ "{'cat':['[',{'var':'auth_bsn'},']']}", "[]" },
		{ "{'if':[{'var':'auth'},'wel','niet']}", "niet" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *logic = text_format(
			"'logic':[{'jsonLogicTrigger':true,'actions':[{'variable':'a',"
			"'action':{'type':'variable','value':%s}}]}]",
			rows[i][0]);
		struct form *form = form_with(TEXT("a", ""), logic);
		struct answers *answers = answers_new();
		struct evaluation *evaluation = evaluate(form, answers, TODAY);

		assert_int_equal(form->reach, FORM_OFFLINE);
		assert_string_equal(
			json_string_value(evaluation_value(evaluation, 0)), rows[i][1]);
		evaluation_free(evaluation);
		answers_free(answers);
		form_free(form);
		free(logic);
	}
}

#define STEPS                                                                          \
	"'steps':[{'slug':'een','uuid':'s-1','configuration':{'components':[" TEXT(        \
		"a",                                                                           \
		"") "]}},{'slug':'twee','uuid':'s-2','configuration':"                         \
			"{'components':[" TEXT("b",                                                \
				"") "]}},{'slug':'drie','uuid':"                                       \
					"'s-3','isApplicable':false,'configuration':{'components':[" TEXT( \
						"c", ",'clearOnHide':false") "]}}],"

/* "-" not applicable, "x" blocked, "o" open. */
static void assert_steps(
	const char *more, const char *quoted, const char *steps)
{
	char *whole = text_format("%s%s", STEPS, more);
	struct form *form = form_whole(whole);
	struct answers *answers = answers_of(quoted);
	struct evaluation *evaluation = evaluate(form, answers, TODAY);

	if (form->reach != FORM_OFFLINE)
		fail_msg("%s", form->reason);
	for (size_t i = 0; i < form->n_steps; i++) {
		const struct step_state *step = &evaluation->steps[i];
		int now = step->applicable ? step->blocked ? 'x' : 'o' : '-';

		assert_int_equal(now, steps[i]);
	}
	evaluation_free(evaluation);
	answers_free(answers);
	form_free(form);
	free(whole);
}

static void rules_add_drop_and_block_steps(void **state)
{
	static const char *const rows[][3] = {
		{ "'logic':[]", "{}", "oo-" },
		{ RULE(IS("a", "'x'"), ON_STEP("step-not-applicable", "s-2")),
			"{'a':'x'}", "o--" },
		{ RULE(IS("a", "'x'"), ON_STEP("step-not-applicable", "s-2")), "{}",
			"oo-" },
		{ RULE(IS("a", "'x'"), ON_STEP("step-applicable", "s-3")), "{'a':'x'}",
			"ooo" },
		{ RULE(IS("a", "'x'"), ON_STEP("disable-next", "s-2")), "{'a':'x'}",
			"ox-" },
		{ RULE(IS("a", "'x'"), NO_NEXT), "{'a':'x'}", "xx-" },
		{ RULE("true", "{'form_step':'http://h/api/v2/forms/f/steps/s-1',"
					   "'action':{'type':'disable-next'}}"),
			"{}", "xo-" },
		{ RULE("true", "{'form_step_uuid':'s-1','action':{'type':"
					   "'disable-next'}}"),
			"{}", "xo-" },
		{ "{'jsonLogicTrigger':true,'triggerFromStep':'s-2','actions':[" NO_NEXT
		  "]}",
			"{}", "ox-" },
		/* The answers of a step that is dropped are gone for later rules. */
		{ RULE(IS("a", "'x'"), ON_STEP("step-not-applicable", "s-2")) "," RULE(
			  IS("b", "'y'"), ON_STEP("step-applicable", "s-3")),
			"{'a':'x','b':'y'}", "o--" },
		{ RULE(IS("b", "'y'"), ON_STEP("step-applicable", "s-3")),
			"{'a':'x','b':'y'}", "ooo" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *logic = *rows[i][0] == '\''
						  ? text_format("%s", rows[i][0])
						  : text_format("'logic':[%s]", rows[i][0]);

		assert_steps(logic, rows[i][1], rows[i][2]);
		free(logic);
	}
}

static void answers_of_a_dropped_step_are_not_sent(void **state)
{
	struct form *form = form_whole(STEPS "'logic':[" RULE(
		IS("a", "'x'"), ON_STEP("step-not-applicable", "s-2")) "]");
	struct answers *answers = answers_of("{'a':'x','b':'y','c':'z'}");
	json_t *data = answers_data(answers, form), *wanted = json_of("{'a':'x'}");

	(void)state;
	assert_true(json_equal(data, wanted));
	json_decref(wanted);
	json_decref(data);
	answers_free(answers);
	form_free(form);
}

static void a_block_tells_its_reason(void **state)
{
	struct form *form = form_with(
		TEXT("a", "") ",{'type':'content','key':'uitleg','hidden':true,"
					  "'html':'<p>U bent te jong.</p>'}",
		"'logic':[" RULE(IS("a", "'x'"), SHOW("uitleg") "," NO_NEXT) "]");
	struct answers *answers = answers_of("{'a':'x'}");
	struct evaluation *evaluation = evaluate(form, answers, TODAY);

	(void)state;
	assert_true(evaluation->steps[0].blocked);
	assert_int_equal(evaluation->steps[0].explanation, 1);
	assert_true(evaluation->visible[1]);
	evaluation_free(evaluation);
	answers_free(answers);
	form_free(form);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_hide_and_show),
		cmocka_unit_test(what_is_hidden_is_gone_for_later_rules_and_conditions),
		cmocka_unit_test(rules_set_answers_and_variables),
		cmocka_unit_test(rules_go_by_order_and_by_either_spelling),
		cmocka_unit_test(variables_of_open_forms_are_there),
		cmocka_unit_test(rules_add_drop_and_block_steps),
		cmocka_unit_test(answers_of_a_dropped_step_are_not_sent),
		cmocka_unit_test(a_block_tells_its_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

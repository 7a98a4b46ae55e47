/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include <time.h>

#include "lib/base/text.h"
#include "lib/forms/evaluate.h"

#define TEXT  "{'type':'textfield','key':'a','label':'L'}"
#define LOGIC "form.logic[0]"

struct row {
	const char *more; /* of the form */
	enum form_reach reach;
	const char *reason;
};

static const struct row rows[] = {
	{ "'logic':[{'jsonLogicTrigger':{'filter':[{'var':'a'},true]},"
	  "'actions':[{'action':{'type':'disable-next'}}]}]",
		FORM_NOT_HERE,
		LOGIC ".jsonLogicTrigger: a rule: the operator 'filter' is "
			  "unknown" },
	{ "'logic':[{'json_logic_trigger':{'==':[{'var':'environment'},'x']},"
	  "'actions':[{'action':{'type':'disable-next'}}]}]",
		FORM_ONLINE,
		LOGIC ".json_logic_trigger: it reads 'environment', which only the "
			  "server has" },
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'variable':'a',"
	  "'action':{'type':'variable','value':{'all':[[],true]}}}]}]",
		FORM_NOT_HERE,
		LOGIC ".actions[0].action.value: a rule: the operator 'all' is "
			  "unknown" },
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'component':'a',"
	  "'action':{'type':'property','property':{'value':'label'},'state':"
	  "true}}]}]",
		FORM_NOT_HERE,
		LOGIC ".actions[0]: a rule sets the property 'label', which this "
			  "version does not" },
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'formStepUuid':'x',"
	  "'action':{'type':'step-applicable'}}]}]",
		FORM_NOT_HERE,
		LOGIC ".actions[0]: a rule is about a step that is not in the "
			  "form" },
	{ "'logic':[{'actions':[{'action':{'type':'disable-next'}}]}]",
		FORM_NOT_HERE, LOGIC ": a rule without a trigger" },
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'action':{'type':"
	  "'fetch-from-service'}}]}]",
		FORM_ONLINE,
		LOGIC ".actions[0]: a rule does 'fetch-from-service', which only "
			  "the server can do" },
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'action':{'type':"
	  "'synchronize-variables'}}]}]",
		FORM_ONLINE,
		LOGIC ".actions[0]: a rule does 'synchronize-variables', which "
			  "only the server can do" },
	{ "'variables':[{'key':'v','source':'user_defined','prefill_plugin':"
	  "'haalcentraal'}]",
		FORM_ONLINE,
		"form.variables[0].prefill_plugin: variable 'v' is filled in by "
		"'haalcentraal', which only the server can" },
	{ "'variables':[{'key':'a','source':'component'}]", FORM_OFFLINE, "" },
	/* What the server leaves alone is left alone here. */
	{ "'logic':[{'jsonLogicTrigger':true,'actions':[{'component':'weg',"
	  "'action':{'type':'property','property':{'value':'hidden'},'state':"
	  "true}}]}]",
		FORM_OFFLINE, "" },
};

static void rules_say_how_far_a_form_reaches(void **state)
{

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct form *form = form_with(TEXT, rows[i].more);

		if (form->reach != rows[i].reach ||
			strcmp(form->reason, rows[i].reason) != 0)
			fail_msg(
				"%s: %d, %s", rows[i].more, (int)form->reach, form->reason);
		form_free(form);
	}
}

static void assert_whole_fault(const char *more, const char *wrong)
{
	char *text = text_format(
		"{'v':1,'slug':'p','form':{'name':'P',%s,'steps':[{'slug':'s',"
		"'configuration':{'components':[" TEXT "]}}]}}",
		more);
	json_t *json = json_of(text);
	struct form_fault fault;

	assert_null(form_from_json(json, NULL, "nl", &fault));
	assert_string_equal(fault.text, wrong);
	free(fault.text);
	json_decref(json);
	free(text);
}

static void what_is_no_rule_at_all_is_a_fault(void **state)
{
	(void)state;
	assert_whole_fault(
		"'logic':{}", "form.logic: an object where a list must stand");
	assert_whole_fault("'logic':[{'actions':5}]",
		"form.logic[0].actions: a number where a list must stand");
	assert_whole_fault("'logic':[{'order':'x','actions':[]}]",
		"form.logic[0].order: a text where a number must stand");
	assert_whole_fault(
		"'variables':5", "form.variables: a number where a list must stand");
	assert_whole_fault("'variables':[{'key':'a','source':'user_defined'}]",
		"form.variables[0].key: not a name for a variable");
}

static char *repeated(const char *part, int n, const char *between)
{
	struct text whole = { 0 };

	for (int i = 0; i < n; i++)
		text_addf(&whole, "%s%s", i ? between : "", part);
	return text_take(&whole);
}

static void a_rule_may_be_as_deep_as_people_write_them(void **state)
{
	char *open = repeated("{'and':[true,", 60, "");
	char *close = repeated("]}", 60, "");
	char *more = text_format(
		"'logic':[{'jsonLogicTrigger':%strue%s,'actions':[{'variable':'a',"
		"'action':{'type':'variable','value':'x'}}]}]",
		open, close);
	struct form *form = form_with(TEXT, more);
	struct answers *answers = answers_new();
	struct evaluation *evaluation = evaluate(form, answers, TODAY);

	(void)state;
	assert_int_equal(form->reach, FORM_OFFLINE);
	assert_string_equal(
		json_string_value(evaluation_value(evaluation, 0)), "x");
	evaluation_free(evaluation);
	answers_free(answers);
	form_free(form);
	free(more);
	free(close);
	free(open);
}

static void a_rule_that_is_deeper_is_a_fault(void **state)
{
	char *open = repeated("{'!':", 500, "");
	char *close = repeated("}", 500, "");
	char *more = text_format(
		"'logic':[{'jsonLogicTrigger':%strue%s,'actions':[]}]", open, close);
	char *text = text_format(
		"{'v':1,'slug':'p','form':{'name':'P',%s,'steps':[]}}", more);
	json_t *json = json_of(text);
	struct form_fault fault;

	(void)state;
	assert_null(form_from_json(json, NULL, "nl", &fault));
	assert_non_null(strstr(fault.text, "nested over 220 levels deep"));
	free(fault.text);
	json_decref(json);
	free(text);
	free(more);
	free(close);
	free(open);
}

/* Each rule costs all it may, and there are many. */
static void rules_that_cost_too_much_end_in_bounded_time(void **state)
{
	char *ten = repeated("1", 50, ",");
	char *rule = text_format(
		"{'jsonLogicTrigger':{'map':[[%s],{'map':[[%s],{'map':[[%s],{'map':"
		"[[%s],1]}]}]}]},'actions':[{'component':'a','action':{'type':"
		"'property','property':{'value':'hidden'},'state':true}}]}",
		ten, ten, ten, ten);
	char *rules = repeated(rule, 300, ",");
	char *more = text_format("'logic':[%s]", rules);
	struct form *form = form_with(TEXT, more);
	struct answers *answers = answers_new();
	clock_t before = clock();
	char *visible = visible_of(answers, form);

	(void)state;
	assert_int_equal(visible[0], 1);
	assert_true((clock() - before) / CLOCKS_PER_SEC < 5);
	free(visible);
	answers_free(answers);
	form_free(form);
	free(more);
	free(rules);
	free(rule);
	free(ten);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_say_how_far_a_form_reaches),
		cmocka_unit_test(what_is_no_rule_at_all_is_a_fault),
		cmocka_unit_test(a_rule_may_be_as_deep_as_people_write_them),
		cmocka_unit_test(a_rule_that_is_deeper_is_a_fault),
		cmocka_unit_test(rules_that_cost_too_much_end_in_bounded_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

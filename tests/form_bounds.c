/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Forms and answers that cost as much as they can: each ends soon, in little
 * memory, with a message or without a value.
 */
#include "tests/form_help.h"

#include <sys/resource.h>
#include <time.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/rule.h"

#ifdef __SANITIZE_ADDRESS__
#define SANITIZED
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
/* Sanitizers keep what was freed, and put room around all that is taken; they
 * and a busy machine make all of it several times slower. */
#ifdef SANITIZED
enum { MOST_MEGABYTES = 2000 };
#else
enum { MOST_MEGABYTES = 300 };
#endif
enum { MOST_SECONDS = 10, STEPS = 1000 * 1000 };

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void assert_bounded(double begun, const char *what)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	if (seconds() - begun > MOST_SECONDS)
		fail_msg("%s: %.1f s", what, seconds() - begun);
	if (usage.ru_maxrss / 1024 > MOST_MEGABYTES)
		fail_msg("%s: %ld MB", what, usage.ru_maxrss / 1024);
}

/* `n` times a text with the number for %d. */
static char *repeated(const char *format, int n)
{
	const char *mark = strstr(format, "%d");
	struct text all = { 0 };

	for (int i = 0; i < n; i++) {
		const char *at = format;

		text_add(&all, i ? "," : "");
		for (; mark; at = mark + 2, mark = strstr(at, "%d")) {
			text_add_n(&all, at, (size_t)(mark - at));
			text_addf(&all, "%d", i);
		}
		text_add(&all, at);
		mark = strstr(format, "%d");
	}
	return text_take(&all);
}

/* --- rules --- */

#define THIRTY                                                                 \
	"[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,"   \
	"27,28,29,30]"
#define SO_FAR "{'var':'accumulator'}"

static void a_rule_without_bounds_has_no_value(void **state)
{
	static const char *const rules[] = {
		"{'reduce':[" THIRTY ",{'cat':[" SO_FAR "," SO_FAR "]},'xxxxxxxx']}",
		"{'reduce':[" THIRTY ",{'merge':[" SO_FAR "," SO_FAR "]},[1]]}",
		"{'reduce':[" THIRTY ",{'+':[" SO_FAR "," SO_FAR "]},1e308]}",
		"{'reduce':[" THIRTY ",{'*':[" SO_FAR "," SO_FAR "]},10]}",
		"{'*':[1e308,10]}",
		"{'/':[1,-0.0]}",
		"{'%':[1,0]}",
		"{'+':[{'date':'9999-12-31'},{'rdelta':[0,0,1]}]}",
		"{'-':[{'date':'0001-01-01'},{'rdelta':[0,0,1]}]}",
		"{'rdelta':[1e300]}",
		"{'rdelta':[4000001]}",
		"{'duration':'P99999999999Y'}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		struct world world = { .today = TODAY, .steps = STEPS };
		json_t *logic = json_of(rules[i]), *value;
		double begun = seconds();
		char *wrong = NULL;
		struct rule *rule = rule_new(logic, &wrong);

		assert_non_null(rule);
		value = rule_value(rule, &world);
		if (value)
			fail_msg("%s: %s", rules[i], json_dumps(value, JSON_ENCODE_ANY));
		assert_bounded(begun, rules[i]);
		rule_free(rule);
		json_decref(logic);
	}
}

static void a_rule_cuts_and_reckons_at_the_edges(void **state)
{
	static const struct {
		const char *rule, *value;
	} rows[] = {
		{ "{'substr':['abc',-9223372036854775807]}", "\"abc\"" },
		{ "{'substr':['abc',9223372036854775807]}", "\"\"" },
		{ "{'substr':['abc',0,-9223372036854775807]}", "\"\"" },
		{ "{'substr':['abc',0,9223372036854775807]}", "\"abc\"" },
		{ "{'substr':['abc',3,1]}", "\"\"" },
		{ "{'-':[-0.0]}", "0.0" },
		{ "{'date':'9999-99-99'}", "null" },
		{ "{'date':'99999999999-01-01'}", "null" },
		{ "{'var':'9223372036854775808.-1'}", "null" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world world = { .today = TODAY, .steps = STEPS };
		json_t *logic = json_of(rows[i].rule), *value;
		char *wrong = NULL, *said;
		struct rule *rule = rule_new(logic, &wrong);

		assert_non_null(rule);
		value = rule_value(rule, &world);
		said = value ? json_dumps(value, JSON_ENCODE_ANY) : mem_text("none");
		if (strcmp(said, rows[i].value) != 0)
			fail_msg("%s: %s", rows[i].rule, said);
		free(said);
		json_decref(value);
		rule_free(rule);
		json_decref(logic);
	}
}

/* --- forms that are refused --- */

static void assert_refused(char *taken, const char *wrong)
{
	double begun = seconds();
	char *said = fault_of(taken);

	if (!strstr(said, wrong))
		fail_msg("%s", said);
	assert_bounded(begun, wrong);
	free(said);
	free(taken);
}

static void ten_thousand_questions_are_a_fault_with_a_place(void **state)
{
	(void)state;
	assert_refused(
		repeated("{'type':'textfield','key':'k%d','label':'L'}", 10000),
		"components[2000]: over 2000 components");
}

static void a_hundred_thousand_options_are_a_fault_with_a_place(void **state)
{
	char *options = repeated("{'value':'v%d','label':'L'}", 100000);

	(void)state;
	assert_refused(text_format("{'type':'select','key':'s','label':'S',"
							   "'data':{'values':[%s]}}",
					   options),
		"over 5000 options");
	free(options);
}

static void a_rule_in_a_rule_in_a_rule_is_a_fault(void **state)
{
	enum { DEEP = 1000 };
	struct text deep = { 0 };
	json_t *logic;
	char *wrong = NULL;

	(void)state;
	for (int i = 0; i < DEEP; i++)
		text_add(&deep, "{'!':");
	text_add(&deep, "1");
	for (int i = 0; i < DEEP; i++)
		text_add(&deep, "}");
	logic = json_of(deep.bytes);
	assert_null(rule_new(logic, &wrong));
	assert_string_equal(wrong, "nested too deep");
	free(wrong);
	json_decref(logic);
	text_clear(&deep);
}

static void a_number_that_is_none_is_a_fault(void **state)
{
	static const char *const numbers[] = { "1e999", "-1e999", "NaN", "Infinity",
		"-", "99999999999999999999" };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_refused(text_format("{'type':'number','key':'n','label':'N',"
								   "'validate':{'max':%s}}",
						   numbers[i]),
			"line 1, column");
}

/* --- forms that load --- */

static struct evaluation *evaluated(
	const struct form *form, const char *answers, const char *what)
{
	struct answers *given = answers_of(answers);
	double begun = seconds();
	struct evaluation *evaluation = evaluate(form, given, TODAY);

	assert_bounded(begun, what);
	answers_free(given);
	return evaluation;
}

static void two_thousand_questions_are_a_form(void **state)
{
	char *components =
		repeated("{'type':'radio','key':'k%d','label':'L','values':"
				 "[{'value':'a','label':'A'}]}",
			2000);
	double begun = seconds();
	struct form *form = form_of(components);

	(void)state;
	assert_bounded(begun, "loading");
	evaluation_free(evaluated(form, "{}", "evaluation"));
	assert_int_equal(form->n_components, 2000);
	form_free(form);
	free(components);
}

static void two_hundred_rules_that_touch_all_end(void **state)
{
	char *components = repeated(
		"{'type':'number','key':'k%d','label':'L','hidden':true}", 200);
	char *actions = repeated(
		"{'component':'k%d','action':{'type':'property','property':{'value':"
		"'hidden','type':'bool'},'state':false}},"
		"{'variable':'k%d','action':{'type':'variable','value':"
		"{'+':[{'var':'k%d'},1]}}}",
		200);
	char *rule =
		text_format("{'jsonLogicTrigger':true,'actions':[%s]}", actions);
	char *rules = repeated(rule, 200);
	char *logic = text_format("'logic':[%s]", rules);
	struct form *form = form_with(components, logic);

	(void)state;
	evaluation_free(evaluated(form, "{'k1':1}", "200 rules"));
	form_free(form);
	free(logic);
	free(rules);
	free(rule);
	free(actions);
	free(components);
}

static void rules_that_set_each_other_in_a_circle_run_once(void **state)
{
	struct form *form = form_with("{'type':'number','key':'a','label':'A'},"
								  "{'type':'number','key':'b','label':'B'}",
		"'logic':[{'jsonLogicTrigger':true,'actions':[{'variable':'b','action':"
		"{'type':'variable','value':{'+':[{'var':'a'},1]}}}]},"
		"{'jsonLogicTrigger':true,'actions':[{'variable':'a','action':"
		"{'type':'variable','value':{'+':[{'var':'b'},1]}}}]}]");
	struct evaluation *evaluation = evaluated(form, "{'a':1}", "a circle");

	(void)state;
	assert_int_equal(json_integer_value(evaluation_value(evaluation, 0)), 3);
	assert_int_equal(json_integer_value(evaluation_value(evaluation, 1)), 2);
	evaluation_free(evaluation);
	form_free(form);
}

#define DOUBLED                                                                \
	"{'jsonLogicTrigger':true,'actions':[{'variable':'v','action':{'type':"    \
	"'variable','value':{'cat':[{'var':'v'},{'var':'v'}]}}}]}"
#define VARIABLE(first)                                                        \
	"'variables':[{'key':'v','source':'user_defined','dataType':'string',"     \
	"'initialValue':" first "}]"

static void texts_full_of_a_text_that_doubled_stay_small(void **state)
{
	char *names = repeated("{{ v }}", 50);
	char *component =
		text_format("{'type':'textfield','key':'k%%d','label':'L %s'}", names);
	char *components = repeated(component, 1000);
	char *rules = repeated(DOUBLED, 40);
	char *more = text_format(VARIABLE("'0123456789'") ",'logic':[%s]", rules);
	struct form *form = form_with(components, more);

	(void)state;
	evaluation_free(evaluated(form, "{}", "texts"));
	form_free(form);
	free(more);
	free(rules);
	free(components);
	free(component);
	free(names);
}

static void lists_of_options_from_a_long_list_end(void **state)
{
	char *components = repeated(
		"{'type':'select','key':'k%d','label':'L','openForms':{'dataSrc':"
		"'variable','itemsExpression':{'var':'v'}}}",
		300);
	char *items = repeated("'optie %d'", 5000);
	char *more = text_format("'variables':[{'key':'v','source':'user_defined',"
							 "'dataType':'array','initialValue':[%s]}],"
							 "'logic':[]",
		items);
	struct form *form = form_with(components, more);

	(void)state;
	evaluation_free(evaluated(form, "{}", "lists"));
	form_free(form);
	free(more);
	free(items);
	free(components);
}

static void many_long_lists_load_soon(void **state)
{
	char *options = repeated("{'value':'v%d','label':'L'}", 5000);
	char *component = text_format("{'type':'select','key':'s%%d','label':'S',"
								  "'data':{'values':[%s]}}",
		options);
	char *components;
	double begun;

	(void)state;
	components = repeated(component, 20);
	begun = seconds();
	form_free(form_of(components));
	assert_bounded(begun, "20 lists");
	free(components);
	free(component);
	free(options);
}

/* --- patterns --- */

static void a_pattern_that_backtracks_for_ever_is_not_met(void **state)
{
	static const char *const patterns[] = { "(a+)+$", "(a|a)*$", "(.*)*x",
		"(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "((a{0,9}){0,9}){0,9}b" };
	const size_t n = 100000;
	char *many = mem_new(n + 2, 1);

	(void)state;
	memset(many, 'a', n);
	many[n] = '!';
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		char *component = text_format("{'type':'textfield','key':'a','label':"
									  "'A','validate':{'pattern':'%s'}}",
			patterns[i]);
		double begun = seconds();

		assert_int_equal(code_of_text(component, many), PROBLEM_PATTERN);
		assert_bounded(begun, patterns[i]);
		free(component);
	}
	free(many);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_without_bounds_has_no_value),
		cmocka_unit_test(a_rule_cuts_and_reckons_at_the_edges),
		cmocka_unit_test(ten_thousand_questions_are_a_fault_with_a_place),
		cmocka_unit_test(a_hundred_thousand_options_are_a_fault_with_a_place),
		cmocka_unit_test(a_rule_in_a_rule_in_a_rule_is_a_fault),
		cmocka_unit_test(a_number_that_is_none_is_a_fault),
		cmocka_unit_test(two_thousand_questions_are_a_form),
		cmocka_unit_test(two_hundred_rules_that_touch_all_end),
		cmocka_unit_test(rules_that_set_each_other_in_a_circle_run_once),
		cmocka_unit_test(a_pattern_that_backtracks_for_ever_is_not_met),
		cmocka_unit_test(many_long_lists_load_soon),
		cmocka_unit_test(lists_of_options_from_a_long_list_end),
		cmocka_unit_test(texts_full_of_a_text_that_doubled_stay_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

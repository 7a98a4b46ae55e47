/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/wipe_json.h"

static const char all_kinds[] =
	"{'type':'textfield','key':'naam','label':'L'},"
	"{'type':'number','key':'aantal','label':'L'},"
	"{'type':'checkbox','key':'ja','label':'L'},"
	"{'type':'selectboxes','key':'wat','label':'L','values':["
	"{'value':'a','label':'A'},{'value':'b','label':'B'},"
	"{'value':'','label':''}]},"
	"{'type':'content','key':'uitleg','html':'<p>Let op</p>'},"
	"{'type':'fieldset','key':'set','label':'Set','components':["
	"{'type':'textfield','key':'adres.straat','label':'L'},"
	"{'type':'textfield','key':'adres.plaats','label':'L'}]}";

static void every_question_leaves_in_the_way_of_its_type(void **state)
{
	struct form *form = form_of(all_kinds);

	(void)state;
	assert_leaving(form, "{}",
		"{'naam':'','aantal':null,'ja':false,'wat':{'a':false,'b':false},"
		"'adres':{'straat':'','plaats':''}}");
	assert_leaving(form,
		"{'naam':'Jan','aantal':3,'ja':true,'wat':{'b':true,'x':true},"
		"'adres.straat':'Spui'}",
		"{'naam':'Jan','aantal':3,'ja':true,'wat':{'a':false,'b':true},"
		"'adres':{'straat':'Spui','plaats':''}}");
	form_free(form);
}

#define HIDDEN                                                                 \
	"{'type':'checkbox','key':'t','label':'T'},"                               \
	"{'type':'textfield','key':'a','label':'A','defaultValue':'std'%s,"        \
	"'conditional':{'show':true,'when':'t','eq':true}}"

static struct form *hiding_form(const char *more)
{
	char components[512];

	snprintf(components, sizeof components, HIDDEN, more);
	return form_of(components);
}

static void hidden_answers_stay_behind(void **state)
{
	struct form *form = hiding_form("");

	(void)state;
	assert_leaving(form, "{'t':false,'a':'x'}", "{'t':false}");
	form_free(form);
}

static void hidden_answers_leave_where_the_form_keeps_them(void **state)
{
	struct form *form = hiding_form(",'clearOnHide':false");

	(void)state;
	assert_leaving(form, "{'t':false,'a':'x'}", "{'t':false,'a':'x'}");
	form_free(form);
}

static void an_answer_is_back_when_its_question_is(void **state)
{
	struct form *form = hiding_form("");
	struct answers *answers = answers_of("{'t':true,'a':'x'}");
	json_t *data;

	(void)state;
	answers_put(answers, "t", json_false());
	free(visible_of(answers, form));
	answers_put(answers, "t", json_true());
	data = answers_data(answers, form);
	assert_string_equal(json_string_value(json_object_get(data, "a")), "x");
	json_decref(data);
	answers_free(answers);
	form_free(form);
}

static void a_default_stands_in_until_something_is_answered(void **state)
{
	struct form *form = hiding_form("");

	(void)state;
	assert_leaving(form, "{'t':true}", "{'t':true,'a':'std'}");
	assert_leaving(form, "{'t':true,'a':''}", "{'t':true,'a':''}");
	form_free(form);
}

static void data_become_the_same_answers_again(void **state)
{
	static const char data[] =
		"{'naam':'Jan','aantal':3,'ja':true,'wat':{'a':false,'b':true},"
		"'adres':{'straat':'Spui','plaats':''}}";
	struct form *form = form_of(all_kinds);
	json_t *json = json_of(data);
	struct answers *answers = answers_from_data(form, json);
	json_t *back = answers_data(answers, form);

	(void)state;
	assert_true(json_equal(json, back));
	assert_string_equal(
		json_string_value(answers_get(answers, "adres.straat")), "Spui");
	assert_null(answers_unknown(answers, form));
	json_decref(back);
	answers_free(answers);
	json_decref(json);
	form_free(form);
}

static void data_that_no_question_asked_for_are_a_problem(void **state)
{
	static const char *const strange[] = { "{'vreemd':1}",
		"{'adres':{'straat':'Spui','land':'x'}}", "{'adres':'Spui'}",
		"{'uitleg':'x'}" };
	struct form *form = form_of(all_kinds);

	(void)state;
	for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
		json_t *json = json_of(strange[i]);
		struct answers *answers = answers_from_data(form, json);
		struct problem *problems;

		assert_int_equal(check_answers(form, answers, TODAY, &problems), 1);
		assert_int_equal(problems[0].code, PROBLEM_TYPE);
		assert_null(problems[0].component);
		free(problems);
		answers_free(answers);
		json_decref(json);
	}
	form_free(form);
}

static void data_that_are_no_object_give_no_answers(void **state)
{
	struct form *form = form_of(all_kinds);
	json_t *json = json_of("['a']");
	struct answers *answers = answers_from_data(form, json);

	(void)state;
	assert_false(answers_any(answers));
	answers_free(answers);
	json_decref(json);
	form_free(form);
}

static void problems_come_in_the_order_of_the_form(void **state)
{
	struct form *form = form_of(
		"{'type':'textfield','key':'b','label':'B','validate':{'required':true}},"
		"{'type':'textfield','key':'h','label':'H','hidden':true,'validate':"
		"{'required':true}},"
		"{'type':'bsn','key':'a','label':'A'}");
	struct answers *answers = answers_of("{'a':'123456789'}");
	struct problem *problems;

	(void)state;
	assert_int_equal(check_answers(form, answers, TODAY, &problems), 2);
	assert_int_equal(problems[0].code, PROBLEM_REQUIRED);
	assert_string_equal(problems[0].component->key, "b");
	assert_int_equal(problems[1].code, PROBLEM_BSN);
	free(problems);
	answers_free(answers);
	form_free(form);
}

static void forgotten_answers_are_gone(void **state)
{
	struct answers *answers = answers_of("{'a':'x'}");

	(void)state;
	assert_true(answers_any(answers));
	answers_forget(answers, "a");
	answers_forget(answers, "a");
	assert_null(answers_get(answers, "a"));
	assert_false(answers_any(answers));
	answers_free(answers);
}

static void a_copy_stands_on_its_own(void **state)
{
	struct answers *answers = answers_of("{'a':'x'}");
	struct answers *copy = answers_copy(answers);

	(void)state;
	answers_put(answers, "a", json_string("y"));
	assert_string_equal(json_string_value(answers_get(copy, "a")), "x");
	answers_free(answers);
	answers_free(copy);
}

static void a_text_somebody_else_holds_is_not_wiped(void **state)
{
	json_t *text = json_string("geheim");

	(void)state;
	json_wipe(json_incref(text));
	assert_string_equal(json_string_value(text), "geheim");
	json_wipe(text);
}

static char freed[64];

static void look_and_free(void *block)
{
	if (block && strcmp(block, "") == 0)
		memcpy(freed, block, sizeof "geheim");
	free(block);
}

static void wiped_texts_are_zeroes_when_freed(void **state)
{
	static const char zeroes[sizeof "geheim"];
	json_t *text;

	(void)state;
	json_set_alloc_funcs(malloc, look_and_free);
	memset(freed, 'x', sizeof freed);
	text = json_string("geheim");
	json_wipe(text);
	json_set_alloc_funcs(malloc, free);
	assert_memory_equal(freed, zeroes, sizeof zeroes);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_question_leaves_in_the_way_of_its_type),
		cmocka_unit_test(hidden_answers_stay_behind),
		cmocka_unit_test(hidden_answers_leave_where_the_form_keeps_them),
		cmocka_unit_test(an_answer_is_back_when_its_question_is),
		cmocka_unit_test(a_default_stands_in_until_something_is_answered),
		cmocka_unit_test(data_become_the_same_answers_again),
		cmocka_unit_test(data_that_no_question_asked_for_are_a_problem),
		cmocka_unit_test(data_that_are_no_object_give_no_answers),
		cmocka_unit_test(problems_come_in_the_order_of_the_form),
		cmocka_unit_test(forgotten_answers_are_gone),
		cmocka_unit_test(a_copy_stands_on_its_own),
		cmocka_unit_test(a_text_somebody_else_holds_is_not_wiped),
		cmocka_unit_test(wiped_texts_are_zeroes_when_freed),
	};

	wipe_json_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

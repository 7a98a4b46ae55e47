/* SPDX-License-Identifier: EUPL-1.2 */
/* What is asked in rows: an editgrid, and questions with `multiple`. */
#include "tests/form_help.h"

#include "lib/forms/evaluate.h"

#define CHILDREN                                                               \
	"{'type':'radio','key':'thuis','label':'T','values':["                     \
	"{'value':'ja','label':'Ja'},{'value':'nee','label':'Nee'}]},"             \
	"{'type':'editgrid','key':'kinderen','label':'Kinderen',"                  \
	"'groupLabel':'Kind','validate':{'required':true,'maxLength':2},"          \
	"'components':["                                                           \
	"{'type':'textfield','key':'naam','label':'Naam',"                         \
	"'validate':{'required':true}},"                                           \
	"{'type':'radio','key':'school','label':'School','values':["               \
	"{'value':'ja','label':'Ja'},{'value':'nee','label':'Nee'}]},"             \
	"{'type':'textfield','key':'welke','label':'Welke','conditional':"         \
	"{'show':true,'when':'kinderen.school','eq':'ja'}},"                       \
	"{'type':'textfield','key':'waar','label':'Waar','conditional':"           \
	"{'show':true,'when':'thuis','eq':'nee'}}]}"

static struct problem first_problem(const struct form *form, const char *quoted)
{
	struct answers *answers = answers_of(quoted);
	struct problem *problems;
	struct problem problem = { 0 };

	if (check_answers(form, answers, TODAY, &problems))
		problem = problems[0];
	free(problems);
	answers_free(answers);
	return problem;
}

static void a_row_leaves_as_an_object_of_its_own(void **state)
{
	struct form *form = form_of(CHILDREN);

	(void)state;
	assert_leaving(form,
		"{'thuis':'ja','kinderen':[{'naam':'Ali','school':'nee'}]}",
		"{'thuis':'ja','kinderen':[{'naam':'Ali','school':'nee'}]}");
	assert_leaving(form, "{}", "{'thuis':'','kinderen':[]}");
	form_free(form);
}

static void a_condition_in_a_row_reads_that_row(void **state)
{
	struct form *form = form_of(CHILDREN);

	(void)state;
	assert_leaving(form,
		"{'thuis':'ja','kinderen':[{'naam':'A','school':'nee','welke':'X'},"
		"{'naam':'B','school':'ja','welke':'De Vlier'}]}",
		"{'thuis':'ja','kinderen':[{'naam':'A','school':'nee'},"
		"{'naam':'B','school':'ja','welke':'De Vlier'}]}");
	form_free(form);
}

static void a_condition_in_a_row_reads_what_is_around_it(void **state)
{
	struct form *form = form_of(CHILDREN);

	(void)state;
	assert_leaving(form,
		"{'thuis':'nee','kinderen':[{'naam':'A','school':'','waar':'Oma'}]}",
		"{'thuis':'nee','kinderen':[{'naam':'A','school':'','waar':'Oma'}]}");
	form_free(form);
}

static void what_is_wrong_in_a_row_is_told_with_the_row(void **state)
{
	struct form *form = form_of(CHILDREN);
	struct problem problem = first_problem(
		form, "{'thuis':'ja','kinderen':[{'naam':'A','school':'nee'},{}]}");

	(void)state;
	assert_int_equal(problem.code, PROBLEM_ROW);
	assert_int_equal(problem.row, 2);
	assert_int_equal(problem.within, PROBLEM_REQUIRED);
	assert_string_equal(problem.inner->key, "naam");
	assert_string_equal(problem.component->key, "kinderen");
	form_free(form);
}

static void rows_are_counted(void **state)
{
	static const struct {
		const char *answers;
		enum problem_code code;
	} rows[] = {
		{ "{}", PROBLEM_NO_ROWS },
		{ "{'kinderen':[]}", PROBLEM_NO_ROWS },
		{ "{'kinderen':[{'naam':'A'}]}", PROBLEM_NONE },
		{ "{'kinderen':[{'naam':'A'},{'naam':'B'},{'naam':'C'}]}",
			PROBLEM_MANY_ROWS },
		{ "{'kinderen':'A'}", PROBLEM_TYPE },
		{ "{'kinderen':{'naam':'A'}}", PROBLEM_TYPE },
		{ "{'kinderen':['A']}", PROBLEM_ROW },
		{ "{'kinderen':[{'naam':'A','hond':'B'}]}", PROBLEM_ROW },
	};
	struct form *form = form_of(CHILDREN);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_int_equal(
			first_problem(form, rows[i].answers).code, rows[i].code);
	form_free(form);
}

static void rows_come_back_from_what_was_sent(void **state)
{
	static const char sent[] =
		"{'thuis':'nee','kinderen':[{'naam':'A','school':'ja','welke':'V',"
		"'waar':'Oma'}]}";
	struct form *form = form_of(CHILDREN);
	json_t *data = json_of(sent);
	struct answers *answers = answers_from_data(form, data);
	json_t *again = answers_data(answers, form);

	(void)state;
	assert_int_equal(answers_n_rows(answers, form_find(form, "kinderen")), 1);
	assert_true(json_equal(data, again));
	json_decref(again);
	json_decref(data);
	answers_free(answers);
	form_free(form);
}

static void a_row_is_added_changed_and_removed(void **state)
{
	struct form *form = form_of(CHILDREN);
	const struct component *grid = form_find(form, "kinderen");
	struct answers *answers = answers_new();
	struct answers *row = answers_row(answers, grid, 0);

	(void)state;
	answers_put(row, "naam", json_string("Ali"));
	answers_put_row(answers, grid, 0, row);
	answers_put(row, "naam", json_string("Bea"));
	answers_put_row(answers, grid, 1, row);
	answers_put(row, "naam", json_string("Cem"));
	answers_put_row(answers, grid, 0, row);
	answers_free(row);
	answers_remove_row(answers, grid, 1);
	answers_remove_row(answers, grid, 7);
	assert_int_equal(answers_n_rows(answers, grid), 1);
	row = answers_row(answers, grid, 0);
	assert_string_equal(json_string_value(answers_get(row, "naam")), "Cem");
	answers_free(row);
	answers_free(answers);
	form_free(form);
}

static void a_rule_reckons_with_rows(void **state)
{
	struct form *form = form_with(
		"{'type':'editgrid','key':'kosten','label':'K','components':["
		"{'type':'currency','key':'bedrag','label':'B'}]},"
		"{'type':'currency','key':'totaal','label':'T','disabled':true}",
		"'logic':[{'jsonLogicTrigger':true,'actions':[{'action':{'type':"
		"'variable','value':{'reduce':[{'var':'kosten'},{'+':["
		"{'var':'accumulator'},{'var':'current.bedrag'}]},0]}},"
		"'variable':'totaal'}]}]");

	(void)state;
	assert_leaving(form, "{'kosten':[{'bedrag':10},{'bedrag':2.5}]}",
		"{'kosten':[{'bedrag':10},{'bedrag':2.5}],'totaal':12.5}");
	form_free(form);
}

#define NAMES                                                                  \
	"{'type':'textfield','key':'namen','label':'Namen','multiple':true,"       \
	"'validate':{'maxLength':3%s}},"                                           \
	"{'type':'textfield','key':'b','label':'B','conditional':"                 \
	"{'show':true,'when':'namen','eq':'Bo'}}"

static struct form *names_form(const char *more)
{
	char components[512];

	snprintf(components, sizeof components, NAMES, more);
	return form_of(components);
}

static void several_answers_leave_as_a_list(void **state)
{
	struct form *form = names_form("");

	(void)state;
	assert_leaving(form, "{'namen':['Al','Cy']}", "{'namen':['Al','Cy']}");
	assert_leaving(form, "{}", "{'namen':[]}");
	form_free(form);
}

static void one_of_several_answers_meets_a_condition(void **state)
{
	struct form *form = names_form("");

	(void)state;
	assert_seen(form, "{'namen':['Al','Bo']}", "namen b");
	assert_seen(form, "{'namen':['Al']}", "namen");
	form_free(form);
}

static void each_of_several_answers_is_checked(void **state)
{
	struct form *form = names_form(",'required':true");

	(void)state;
	assert_int_equal(first_problem(form, "{}").code, PROBLEM_NO_ROWS);
	assert_int_equal(first_problem(form, "{'namen':['Al','Dick']}").within,
		PROBLEM_TOO_LONG);
	assert_int_equal(first_problem(form, "{'namen':['Al','Dick']}").row, 2);
	assert_int_equal(
		first_problem(form, "{'namen':[null]}").within, PROBLEM_REQUIRED);
	assert_int_equal(first_problem(form, "{'namen':['Al']}").code, 0);
	form_free(form);
}

static void several_answers_in_a_row_stand_in_that_row(void **state)
{
	struct form *form =
		form_of("{'type':'editgrid','key':'k','label':'K','components':["
				"{'type':'textfield','key':'n','label':'N','multiple':true}]}");

	(void)state;
	assert_leaving(
		form, "{'k':[{'n':['a','b']},{}]}", "{'k':[{'n':['a','b']},{'n':[]}]}");
	form_free(form);
}

static void texts_in_rows_are_translated_by_grid_and_key(void **state)
{
	struct form_fault fault = { 0 };
	json_t *bundle = json_of(
		"{'v':1,'slug':'f','service':{},'form':{'name':'F','steps':[{'slug':"
		"'s','name':'S','configuration':{'components':[{'type':'editgrid',"
		"'key':'k','label':'Kinderen','groupLabel':'Kind','components':["
		"{'type':'textfield','key':'n','label':'Naam'}]}]}}]},"
		"'translations':{'en':{'k.n:label':'Name','k:groupLabel':'Child'}}}");
	struct form *form = form_from_json(bundle, NULL, "en", &fault);
	const struct component *grid;

	(void)state;
	assert_null(fault.text);
	grid = form_find(form, "k");
	assert_string_equal(grid->repeat->one.text, "Child");
	assert_string_equal(grid->repeat->form->components[0].label.text, "Name");
	form_free(form);
	json_decref(bundle);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_leaves_as_an_object_of_its_own),
		cmocka_unit_test(a_condition_in_a_row_reads_that_row),
		cmocka_unit_test(a_condition_in_a_row_reads_what_is_around_it),
		cmocka_unit_test(what_is_wrong_in_a_row_is_told_with_the_row),
		cmocka_unit_test(rows_are_counted),
		cmocka_unit_test(rows_come_back_from_what_was_sent),
		cmocka_unit_test(a_row_is_added_changed_and_removed),
		cmocka_unit_test(a_rule_reckons_with_rows),
		cmocka_unit_test(several_answers_leave_as_a_list),
		cmocka_unit_test(one_of_several_answers_meets_a_condition),
		cmocka_unit_test(each_of_several_answers_is_checked),
		cmocka_unit_test(several_answers_in_a_row_stand_in_that_row),
		cmocka_unit_test(texts_in_rows_are_translated_by_grid_and_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

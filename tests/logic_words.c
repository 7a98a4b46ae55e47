/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"
#include "tools/logic_words.h"

static const char questions[] =
	"{'type':'radio','key':'wie','label':'Voor wie','values':[{'value':'mij',"
	"'label':'Voor mij'},{'value':'kind','label':'Mijn kind'}]},"
	"{'type':'selectboxes','key':'wat','label':'Wat','values':[{'value':'x',"
	"'label':'Een X'}]},"
	"{'type':'number','key':'n','label':'Hoeveel'},"
	"{'type':'checkbox','key':'c','label':'Akkoord'},"
	"{'type':'date','key':'d','label':'Dag'},"
	"{'type':'textfield','key':'leeg','label':''}";

static void assert_words(const char *logic, const char *wanted)
{
	struct form *form = form_of(questions);
	json_t *json = json_of(logic);
	struct text out = { 0 };

	logic_words(&out, form, json);
	assert_string_equal(out.bytes ? out.bytes : "", wanted);
	text_clear(&out);
	json_decref(json);
	form_free(form);
}

static void each_operator_is_said(void **state)
{
	static const struct {
		const char *logic, *words;
	} rows[] = {
		{ "{'==':[{'var':'wie'},'mij']}", "'Voor wie' is 'Voor mij'" },
		{ "{'===':['kind',{'var':'wie'}]}", "'Mijn kind' is 'Voor wie'" },
		{ "{'!=':[{'var':'wie'},'mij']}", "'Voor wie' is not 'Voor mij'" },
		{ "{'!==':[{'var':'n'},3]}", "'Hoeveel' is not 3" },
		{ "{'==':[{'var':'c'},true]}", "'Akkoord' is marked" },
		{ "{'==':[{'var':'c'},false]}", "'Akkoord' is not marked" },
		{ "{'!=':[{'var':'c'},true]}", "'Akkoord' is not marked" },
		{ "{'==':[{'var':'wat.x'},true]}", "'Een X' of 'Wat' is marked" },
		{ "{'==':[{'var':'n'},null]}", "'Hoeveel' is not filled in" },
		{ "{'!=':[{'var':'n'},'']}", "'Hoeveel' is filled in" },
		{ "{'!':[{'var':'n'}]}", "'Hoeveel' is not filled in" },
		{ "{'!!':{'var':'n'}}", "'Hoeveel' is filled in" },
		{ "{'!':[{'or':[{'var':'c'},{'var':'n'}]}]}",
			"not so: ('Akkoord' or 'Hoeveel')" },
		{ "{'<':[1,{'var':'n'},5]}",
			"1 is less than 'Hoeveel', which is less than 5" },
		{ "{'<=':[{'var':'n'},2.5]}", "'Hoeveel' is at most 2.5" },
		{ "{'>':[{'var':'n'},2]}", "'Hoeveel' is more than 2" },
		{ "{'>=':[{'var':'n'},2]}", "'Hoeveel' is at least 2" },
		{ "{'and':[{'var':'c'},{'or':[{'var':'n'},{'var':'d'}]}]}",
			"'Akkoord' and ('Hoeveel' or 'Dag')" },
		{ "{'and':[{'>':[{'var':'n'},1]}]}", "'Hoeveel' is more than 1" },
		{ "{'if':[{'var':'c'},1,{'var':'n'},2,3]}",
			"1 if 'Akkoord', else 2 if 'Hoeveel', else 3" },
		{ "{'in':[{'var':'wie'},['mij','kind']]}",
			"'Voor wie' is one of 'Voor mij', 'Mijn kind'" },
		{ "{'+':[{'var':'n'},1]}", "'Hoeveel' + 1" },
		{ "{'-':[{'var':'n'}]}", "minus 'Hoeveel'" },
		{ "{'*':[{'+':[{'var':'n'},1]},2]}", "('Hoeveel' + 1) x 2" },
		{ "{'<':[{'var':'d'},{'-':[{'today':[]},{'rdelta':[18,2]}]}]}",
			"'Dag' is less than (today - 18 years and 2 months)" },
		{ "{'date':['2026-01-02']}", "'2026-01-02'" },
		{ "{'max':[{'var':'n'},2]}", "the greatest of 'Hoeveel', 2" },
		{ "{'cat':['a',{'var':'wie'}]}", "'a' followed by 'Voor wie'" },
		{ "{'missing':['n','d']}",
			"what is not filled in of 'Hoeveel', 'Dag'" },
		{ "{'missing_some':[1,['n','wie']]}",
			"what is still needed to have 1 of 'Hoeveel', 'Voor wie'" },
		{ "{'banaan':[1]}", "'banaan' 1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_words(rows[i].logic, rows[i].words);
}

static void a_value_is_said(void **state)
{
	(void)state;
	assert_words("true", "yes");
	assert_words("null", "nothing");
	assert_words("''", "empty");
	assert_words("[1,[2,'a']]", "1, 2, 'a'");
	assert_words("{'a':true,'b':false}", "'a'");
}

static void what_has_no_label_has_its_name(void **state)
{
	(void)state;
	assert_words("{'var':'leeg'}", "'leeg'");
	assert_words("{'var':'elders'}", "the variable 'elders'");
	assert_words("{'var':'today'}", "today");
	assert_words("{'var':''}", "the item at hand");
}

static void a_text_is_one_safe_line(void **state)
{
	(void)state;
	assert_words("'a\\nb\\u001b[31m\\u202e'", "'a b[31m'");
}

static void a_rule_of_great_depth_ends(void **state)
{
	json_t *logic = json_integer(1);
	struct form *form = form_of(questions);
	struct text out = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		logic = json_pack("{s:[o]}", "!", logic);
	logic_words(&out, form, logic);
	assert_non_null(strstr(out.bytes, "..."));
	text_clear(&out);
	form_free(form);
	json_decref(logic);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_operator_is_said),
		cmocka_unit_test(a_value_is_said),
		cmocka_unit_test(what_has_no_label_has_its_name),
		cmocka_unit_test(a_text_is_one_safe_line),
		cmocka_unit_test(a_rule_of_great_depth_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

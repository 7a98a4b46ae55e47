/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/rule_help.h"

#include "lib/base/lend.h"
#include "tests/form_help.h"

#define FRUIT "{'a':'appel','b':null,'n':0,'list':[1,2,3],'in':{'side':7}}"

static void var_finds_by_name_and_place(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'var':'a'}", FRUIT, "'appel'" },
		{ "{'var':['a']}", FRUIT, "'appel'" },
		{ "{'var':'in.side'}", FRUIT, "7" },
		{ "{'var':'list.1'}", FRUIT, "2" },
		{ "{'var':'list.-1'}", FRUIT, "3" },
		{ "{'var':'list.9'}", FRUIT, "null" },
		{ "{'var':'a.0'}", FRUIT, "'a'" },
		{ "{'var':'a.x'}", FRUIT, "null" },
		{ "{'var':'n.x'}", FRUIT, "null" },
		{ "{'var':'z'}", FRUIT, "null" },
		{ "{'var':['z',26]}", FRUIT, "26" },
		{ "{'var':['b',26]}", FRUIT, "26" },
		{ "{'var':['n',26]}", FRUIT, "0" },
		{ "{'var':['z',{'var':'a'}]}", FRUIT, "'appel'" },
		{ "{'cat':{'var':['b',{'var':'z'}]}}", FRUIT, "'None'" },
		{ "{'cat':{'var':['z',{'var':'y'}]}}", FRUIT, "'undefined'" },
		{ "{'var':{'cat':['in.','side']}}", FRUIT, "7" },
		{ "{'var':1}", "[10,20]", "20" },
		{ "{'var':''}", "{'x':1}", "{'x':1}" },
		{ "{'var':null}", "{'x':1}", "{'x':1}" },
		{ "{'var':[]}", "{'x':1}", "{'x':1}" },
		{ "{'var':['',5]}", "{'x':1}", "{'x':1}" },
		{ "{'var':'in.side.deep'}", FRUIT, "null" },
		{ "{'var':['in.side.deep','geen']}", FRUIT, "'geen'" },
		{ "{'var':'1.1'}", "['a',['b','c']]", "'c'" },
		{ "{'_note':'x','var':'n'}", FRUIT, "0" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void missing_names_what_has_no_value(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'missing':['a','z']}", FRUIT, "['z']" },
		{ "{'missing':['a','b']}", FRUIT, "['b']" },
		{ "{'missing':'a'}", FRUIT, "[]" },
		{ "{'missing':['in.side','in.out']}", FRUIT, "['in.out']" },
		{ "{'missing':[{'merge':['z',['y']]}]}", FRUIT, "['z','y']" },
		{ "{'missing':[]}", FRUIT, "[]" },
		{ "{'missing_some':[1,['a','z']]}", FRUIT, "[]" },
		{ "{'missing_some':[2,['a','y','z']]}", FRUIT, "['y','z']" },
		{ "{'missing_some':[0,['y','z']]}", FRUIT, "[]" },
		{ "{'missingSome':[1,['y']]}", FRUIT, "['y']" },
		{ "{'missing_some':['een',['y']]}", FRUIT, NULL },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void equality_is_soft_or_strict(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'==':[1,1]}", "{}", "true" },
		{ "{'==':[1,'1']}", "{}", "true" },
		{ "{'==':['1.0',1]}", "{}", "false" },
		{ "{'==':['1.0',1.0]}", "{}", "true" },
		{ "{'==':[0,false]}", "{}", "true" },
		{ "{'==':[2,true]}", "{}", "true" },
		{ "{'==':['true',true]}", "{}", "false" },
		{ "{'==':['True',true]}", "{}", "true" },
		{ "{'==':[null,null]}", "{}", "true" },
		{ "{'==':[null,false]}", "{}", "true" },
		{ "{'==':[null,'']}", "{}", "false" },
		{ "{'==':['None',null]}", "{}", "true" },
		{ "{'==':[{'var':'z'},null]}", "{}", "false" },
		{ "{'==':[{'var':'z'},null]}", "{'z':null}", "true" },
		{ "{'==':[{'var':'z'},'undefined']}", "{}", "true" },
		{ "{'==':[[1,'a'],[1.0,'a']]}", "{}", "true" },
		{ "{'==':[{'var':'a'},{'var':'b'}]}", "{'a':{'x':1},'b':{'x':1.0}}",
			"true" },
		{ "{'==':[[],'']}", "{}", "false" },
		{ "{'==':[[],false]}", "{}", "true" },
		{ "{'!=':[1,'1']}", "{}", "false" },
		{ "{'!=':[1,2]}", "{}", "true" },
		{ "{'!=':['ja',{'var':'z'}]}", "{}", "true" },
		{ "{'===':[1,1]}", "{}", "true" },
		{ "{'===':[1,1.0]}", "{}", "false" },
		{ "{'===':[1,'1']}", "{}", "false" },
		{ "{'===':[0,false]}", "{}", "false" },
		{ "{'===':[['a'],['a']]}", "{}", "true" },
		{ "{'!==':[1,'1']}", "{}", "true" },
		{ "{'!==':['a','a']}", "{}", "false" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void order_is_of_numbers_and_of_texts(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'<':[1,2]}", "{}", "true" },
		{ "{'<':[2,2]}", "{}", "false" },
		{ "{'<':['1',2]}", "{}", "true" },
		{ "{'<':['10','9']}", "{}", "true" },
		{ "{'<':['een',2]}", "{}", NULL },
		{ "{'<':['',2]}", "{}", NULL },
		{ "{'<':[true,2]}", "{}", "true" },
		{ "{'<':[[1],2]}", "{}", "false" },
		{ "{'<':[[1,2],[1,3]]}", "{}", "true" },
		{ "{'<':[[1],[1,3]]}", "{}", "true" },
		{ "{'<':['a',[1]]}", "{}", NULL },
		{ "{'<':[null,2]}", "{}", "null" },
		{ "{'<':[{'var':'z'},2]}", "{}", "null" },
		{ "{'<':[1,2,3]}", "{}", "true" },
		{ "{'<':[1,1,3]}", "{}", "false" },
		{ "{'<':[1,2,null]}", "{}", "null" },
		{ "{'<':['1','10','9']}", "{}", "true" },
		{ "{'<':[1,'10','9']}", "{}", "false" },
		{ "{'<':[1,'2','drie']}", "{}", NULL },
		{ "{'<':[2,'1','drie']}", "{}", "false" },
		{ "{'<':[1,2,3,4]}", "{}", "true" },
		{ "{'<=':[1,2,3,3]}", "{}", "true" },
		{ "{'<=':[1,1,3]}", "{}", "true" },
		{ "{'<=':[1,4,3]}", "{}", "false" },
		{ "{'<=':['b','b']}", "{}", "true" },
		{ "{'>':[2,1]}", "{}", "true" },
		{ "{'>':[1,2]}", "{}", "false" },
		{ "{'>':[3,2,1]}", "{}", "true" },
		{ "{'>':['2.5',2]}", "{}", "true" },
		{ "{'>':[1,null]}", "{}", "null" },
		{ "{'>=':[2,2]}", "{}", "true" },
		{ "{'>=':[1,2]}", "{}", "false" },
		{ "{'>=':[3,3,1]}", "{}", "true" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void truth_is_that_of_python(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'!':true}", "{}", "false" },
		{ "{'!':[0]}", "{}", "true" },
		{ "{'!':[[]]}", "{}", "true" },
		{ "{'!':''}", "{}", "true" },
		{ "{'!':{'var':'z'}}", "{}", "true" },
		{ "{'!!':'0'}", "{}", "true" },
		{ "{'!!':[[]]}", "{}", "false" },
		{ "{'!!':[0.0]}", "{}", "false" },
		{ "{'!!':{'var':'o'}}", "{'o':{}}", "false" },
		{ "{'!!':[]}", "{}", "false" },
		{ "{'and':[true,'appel',3.5]}", "{}", "3.5" },
		{ "{'and':[true,'',3]}", "{}", "''" },
		{ "{'and':[]}", "{}", "true" },
		{ "{'or':[false,null,'appel']}", "{}", "'appel'" },
		{ "{'or':[0,'']}", "{}", "''" },
		{ "{'or':[]}", "{}", "false" },
		{ "{'or':[true,{'/':[1,0]}]}", "{}", NULL },
		{ "{'if':[true,'ja','nee']}", "{}", "'ja'" },
		{ "{'if':[[],'ja','nee']}", "{}", "'nee'" },
		{ "{'if':[false,'ja']}", "{}", "null" },
		{ "{'if':[false,1,0,2,'x',3,4]}", "{}", "3" },
		{ "{'if':[]}", "{}", "null" },
		{ "{'if':['een']}", "{}", "'een'" },
		{ "{'if':[true,1,{'/':[1,0]}]}", "{}", NULL },
		{ "{'?:':[0,'ja','nee']}", "{}", "'nee'" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void texts_and_lists_are_searched_and_joined(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'in':['haag','denhaag']}", "{}", "true" },
		{ "{'in':['Haag','denhaag']}", "{}", "false" },
		{ "{'in':['',{'var':'t'}]}", "{'t':'x'}", "true" },
		{ "{'in':[2,[1,2.0]]}", "{}", "true" },
		{ "{'in':['2',[1,2]]}", "{}", "false" },
		{ "{'in':['a',{'var':'o'}]}", "{'o':{'a':false}}", "true" },
		{ "{'in':[null,'denhaag']}", "{}", "false" },
		{ "{'in':[null,[null]]}", "{}", "true" },
		{ "{'in':[{'var':'z'},'x']}", "{}", "false" },
		{ "{'in':['a',5]}", "{}", "false" },
		{ "{'in':['a',null]}", "{}", "false" },
		{ "{'in':[1,'a1']}", "{}", NULL },
		{ "{'cat':['a','b']}", "{}", "'ab'" },
		{ "{'cat':[1,1.0,true,null]}", "{}", "'11.0TrueNone'" },
		{ "{'cat':[0.1,' ',12.50,' ',1e21]}", "{}", "'0.1 12.5 1e+21'" },
		{ "{'cat':[{'/':[10,4]}]}", "{}", "'2.5'" },
		{ "{'cat':[[1,[true,null]]]}", "{}", "'[1, [True, None]]'" },
		{ "{'==':[{'var':'l'},{'cat':[[1,2.5]]}]}", "{'l':[1,2.5]}", "true" },
		{ "{'cat':[]}", "{}", "''" },
		{ "{'cat':{'var':'z'}}", "{}", "'undefined'" },
		{ "{'substr':['denhaag',3]}", "{}", "'haag'" },
		{ "{'substr':['denhaag',-4]}", "{}", "'haag'" },
		{ "{'substr':['denhaag',-99,3]}", "{}", "'den'" },
		{ "{'substr':['denhaag',1,-4]}", "{}", "'en'" },
		{ "{'substr':['denhaag',5,-4]}", "{}", "''" },
		{ "{'substr':['denhaag',99]}", "{}", "''" },
		{ "{'substr':['déjà vu',1,3]}", "{}", "'éjà'" },
		{ "{'substr':[12345,1,2]}", "{}", "'23'" },
		{ "{'substr':[null,1]}", "{}", "null" },
		{ "{'substr':['a',1.5]}", "{}", NULL },
		{ "{'merge':[[1,2],[3]]}", "{}", "[1,2,3]" },
		{ "{'merge':[1,[2,[3]]]}", "{}", "[1,2,[3]]" },
		{ "{'merge':[]}", "{}", "[]" },
		{ "{'count':[true,'',1,'x']}", "{}", "3" },
		{ "{'count':[true,null]}", "{}", "null" },
		{ "{'count':[]}", "{}", "0" },
		{ "{'log':'appel'}", "{}", "'appel'" },
		{ "{'log':{'var':'z'}}", "{}", "null" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void numbers_are_those_of_python(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'+':[1,2,3]}", "{}", "6" },
		{ "{'+':['3','4.5']}", "{}", "7.5" },
		{ "{'+':'0'}", "{}", "0" },
		{ "{'+':[' 12 ']}", "{}", "12" },
		{ "{'+':[]}", "{}", "0" },
		{ "{'+':[true,1]}", "{}", "2" },
		{ "{'+':[1,null]}", "{}", "null" },
		{ "{'+':['',1]}", "{}", NULL },
		{ "{'+':['twee',1]}", "{}", NULL },
		{ "{'+':[[1],1]}", "{}", NULL },
		{ "{'+':[9223372036854775807,1]}", "{}", "9.223372036854775807e18" },
		{ "{'-':[3,2]}", "{}", "1" },
		{ "{'-':[2]}", "{}", "-2" },
		{ "{'-':'2.5'}", "{}", "-2.5" },
		{ "{'-':[{'var':'z'},2]}", "{}", "null" },
		{ "{'-':['a']}", "{}", NULL },
		{ "{'*':[2,3]}", "{}", "6.0" },
		{ "{'*':[2,'2.5']}", "{}", "5.0" },
		{ "{'*':[]}", "{}", "1" },
		{ "{'*':[2,null]}", "{}", "null" },
		{ "{'*':[1e308,1e308]}", "{}", NULL },
		{ "{'/':[2,4]}", "{}", "0.5" },
		{ "{'/':['5',2]}", "{}", "2.5" },
		{ "{'/':[5]}", "{}", "5" },
		{ "{'/':[5,0]}", "{}", NULL },
		{ "{'/':[5,null]}", "{}", "null" },
		{ "{'%':[101,2]}", "{}", "1" },
		{ "{'%':[-7,3]}", "{}", "2" },
		{ "{'%':[7,-3]}", "{}", "-2" },
		{ "{'%':[7.5,2]}", "{}", "1.5" },
		{ "{'%':[-7.5,2]}", "{}", "0.5" },
		{ "{'%':[1,0]}", "{}", NULL },
		{ "{'%':['a',2]}", "{}", NULL },
		{ "{'%':[null,2]}", "{}", "null" },
		{ "{'min':[3,1,2]}", "{}", "1" },
		{ "{'min':[3,1.5]}", "{}", "1.5" },
		{ "{'min':[[3,1,2]]}", "{}", "[3,1,2]" },
		{ "{'max':{'var':'l'}}", "{'l':[1,2]}", "[1,2]" },
		{ "{'min':[[3,1],[2,9]]}", "{}", "[2,9]" },
		{ "{'min':['b','a']}", "{}", "'a'" },
		{ "{'min':['a',1]}", "{}", NULL },
		{ "{'min':[1]}", "{}", "1" },
		{ "{'min':'a'}", "{}", "'a'" },
		{ "{'max':[{'var':'z'}]}", "{}", "null" },
		{ "{'max':[3,1,2]}", "{}", "3" },
		{ "{'max':[1,null]}", "{}", "null" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

#define CARS                                                                   \
	"{'cars':[{'price':2000,'new':true},{'price':3000}],'start':100,"          \
	"'words':['a','',0]}"

static void map_and_reduce_look_inside_items(void **state)
{
	static const struct rule_row rows[] = {
		{ "{'map':[{'var':'cars'},{'var':'price'}]}", CARS, "[2000,3000]" },
		{ "{'map':[{'var':'cars'},{'+':[{'var':'price'},1]}]}", CARS,
			"[2001,3001]" },
		{ "{'map':[{'var':'cars'},{'var':'new'}]}", CARS, "[true,null]" },
		{ "{'map':[{'var':'cars'},{'var':'start'}]}", CARS, "[null,null]" },
		{ "{'map':[{'var':'words'},{'var':''}]}", CARS, "['a',{},{}]" },
		{ "{'map':[[1,2],{'*':[{'var':''},2]}]}", "{}", "[2.0,4.0]" },
		{ "{'map':[{'var':'z'},{'var':'price'}]}", CARS, "[]" },
		{ "{'map':['dé',{'cat':[{'var':''},'!']}]}", CARS, "['d!','é!']" },
		{ "{'map':[{'var':'o'},{'var':''}]}", "{'o':{'a':true,'b':false}}",
			"['a','b']" },
		{ "{'map':[5,1]}", CARS, NULL },
		{ "{'map':[0,1]}", CARS, "[]" },
		{ "{'map':[{'var':'cars'},{'map':[[1],{'var':''}]}]}", CARS,
			"[[1],[1]]" },
		{ "{'reduce':[{'var':'cars'},{'+':[{'var':'accumulator'},"
		  "{'var':'current.price'}]},0]}",
			CARS, "5000" },
		{ "{'reduce':[{'var':'cars'},{'+':[{'var':'accumulator'},"
		  "{'var':'current.price'}]},{'var':'start'}]}",
			CARS, "5100" },
		{ "{'reduce':[{'var':'z'},{'var':'current'},7]}", CARS, "7" },
		{ "{'reduce':[[],{'var':'current'},7]}", CARS, "7" },
		{ "{'reduce':[[1,2],{'var':''},0]}", CARS,
			"{'accumulator':{'accumulator':0,'current':1},'current':2}" },
		{ "{'reduce':[['a','b'],{'cat':[{'var':'accumulator'},"
		  "{'var':'current'}]},'']}",
			"{}", "'ab'" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void what_is_no_operator_is_a_value(void **state)
{
	static const struct rule_row rows[] = {
		{ "true", "{}", "true" },
		{ "'appel'", "{}", "'appel'" },
		{ "null", "{}", "null" },
		{ "{}", "{}", "{}" },
		{ "[1,{'var':'a'},[2]]", "{'a':5}", "[1,5,[2]]" },
	};

	(void)state;
	ASSERT_RULES(rows);
}

static void a_rule_that_is_none_says_why(void **state)
{
	(void)state;
	assert_no_rule("{'filter':[[],true]}", "the operator 'filter' is unknown");
	assert_no_rule("{'all':[[],true]}", "the operator 'all' is unknown");
	assert_no_rule(
		"{'!':{'some':[[],true]}}", "the operator 'some' is unknown");
	assert_no_rule("{'none':[[],true]}", "the operator 'none' is unknown");
	assert_no_rule(
		"{'a':1,'b':2}", "several keys where one operator must stand");
	assert_no_rule("{'==':[1]}", "the operator '==' has too few values");
	assert_no_rule("{'==':[1,2,3]}", "the operator '==' has too many values");
	assert_no_rule(
		"{'reduce':[1,2]}", "the operator 'reduce' has too few values");
	assert_no_rule("{'%s':1}", "the operator '%s' is unknown");
}

static void assert_names(const char *quoted, const char *wanted)
{
	json_t *logic = json_of(quoted), *names = json_of(wanted);
	char *wrong;
	struct rule *rule = rule_new(logic, &wrong);

	assert_non_null(rule);
	assert_true(json_equal(lend(rule_names(rule)), names));
	rule_free(rule);
	json_decref(names);
	json_decref(logic);
}

static void a_rule_tells_what_it_reads(void **state)
{
	(void)state;
	assert_names("{'and':[{'var':'a'},{'var':['b.c',{'var':'d'}]}]}",
		"{'a':true,'b.c':true,'d':true}");
	assert_names("{'missing':['a',['b']]}", "{'a':true,'b':true}");
	assert_names("{'missing_some':[1,['a']]}", "{'a':true}");
	assert_names("{'map':[{'var':'list'},{'var':'item'}]}", "{'list':true}");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(var_finds_by_name_and_place),
		cmocka_unit_test(missing_names_what_has_no_value),
		cmocka_unit_test(equality_is_soft_or_strict),
		cmocka_unit_test(order_is_of_numbers_and_of_texts),
		cmocka_unit_test(truth_is_that_of_python),
		cmocka_unit_test(texts_and_lists_are_searched_and_joined),
		cmocka_unit_test(numbers_are_those_of_python),
		cmocka_unit_test(map_and_reduce_look_inside_items),
		cmocka_unit_test(what_is_no_operator_is_a_value),
		cmocka_unit_test(a_rule_that_is_none_says_why),
		cmocka_unit_test(a_rule_tells_what_it_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

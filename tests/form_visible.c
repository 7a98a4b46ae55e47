/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define WHEN(when, eq)                                                         \
	",'conditional':{'show':true,'when':'" when "','eq':" eq "}"
#define UNLESS(when, eq)                                                       \
	",'conditional':{'show':false,'when':'" when "','eq':" eq "}"

/* One row: a question `t`, and a text `a` that depends on it. */
struct row {
	const char *trigger; /* the component, without its braces */
	const char *condition;
	const char *answers;
	const char *seen;
};

static void assert_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char components[1024];
		struct form *form;

		snprintf(components, sizeof components,
			"{'key':'t','label':'T',%s},"
			"{'type':'textfield','key':'a','label':'A'%s}",
			rows[i].trigger, rows[i].condition);
		form = form_of(components);
		assert_seen(form, rows[i].answers, rows[i].seen);
		form_free(form);
	}
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof rows / sizeof rows[0])
#define JA_NEE                                                                 \
	"'values':[{'value':'ja','label':'Ja'},{'value':'nee','label':'Nee'}]"

static void a_condition_matches_by_the_type_of_what_it_asks(void **state)
{
	static const struct row rows[] = {
		{ "'type':'radio'," JA_NEE, WHEN("t", "'ja'"), "{'t':'ja'}", "t a" },
		{ "'type':'radio'," JA_NEE, WHEN("t", "'ja'"), "{'t':'nee'}", "t" },
		{ "'type':'radio'," JA_NEE, WHEN("t", "'ja'"), "{}", "t" },
		{ "'type':'radio'," JA_NEE, UNLESS("t", "'ja'"), "{'t':'ja'}", "t" },
		{ "'type':'radio'," JA_NEE, UNLESS("t", "'ja'"), "{}", "t a" },
		{ "'type':'radio'," JA_NEE, WHEN("t", "''"), "{}", "t a" },
		{ "'type':'radio'," JA_NEE, WHEN("t", "''"), "{'t':'ja'}", "t" },
		{ "'type':'checkbox'", WHEN("t", "true"), "{'t':true}", "t a" },
		{ "'type':'checkbox'", WHEN("t", "true"), "{'t':false}", "t" },
		{ "'type':'checkbox'", WHEN("t", "false"), "{}", "t a" },
		{ "'type':'number'", WHEN("t", "12"), "{'t':12}", "t a" },
		{ "'type':'number'", WHEN("t", "12"), "{'t':12.0}", "t a" },
		{ "'type':'number'", WHEN("t", "12"), "{'t':13}", "t" },
		{ "'type':'number'", WHEN("t", "''"), "{'t':null}", "t a" },
		{ "'type':'selectboxes'," JA_NEE, WHEN("t", "'ja'"),
			"{'t':{'ja':true,'nee':false}}", "t a" },
		{ "'type':'selectboxes'," JA_NEE, WHEN("t", "'ja'"),
			"{'t':{'ja':false,'nee':true}}", "t" },
		{ "'type':'selectboxes'," JA_NEE, WHEN("t", "''"), "{}", "t" },
		{ "'type':'textfield'", WHEN("t", "'12'"), "{'t':'12'}", "t a" },
		{ "'type':'textfield'", WHEN("t", "12"), "{'t':'12'}", "t" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void texts_of_old_exports_get_the_type_of_what_they_ask(void **state)
{
	static const struct row rows[] = {
		{ "'type':'checkbox'", WHEN("t", "'true'"), "{'t':true}", "t a" },
		{ "'type':'checkbox'", WHEN("t", "'false'"), "{'t':false}", "t a" },
		{ "'type':'number'", WHEN("t", "'12'"), "{'t':12}", "t a" },
		{ "'type':'currency'", WHEN("t", "'12.5'"), "{'t':12.5}", "t a" },
		{ "'type':'currency'", WHEN("t", "'12.5'"), "{'t':12}", "t" },
		{ "'type':'checkbox'",
			",'conditional':{'show':'true','when':'t','eq':'true'}",
			"{'t':true}", "t a" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void a_condition_that_is_not_set_is_none(void **state)
{
	static const struct row rows[] = {
		{ "'type':'checkbox'",
			",'conditional':{'show':null,'when':null,'eq':''}", "{}", "t a" },
		{ "'type':'checkbox'",
			",'conditional':{'show':'','when':'t','eq':true}", "{}", "t a" },
		{ "'type':'checkbox'",
			",'conditional':{'show':true,'when':'','eq':true}", "{}", "t a" },
		{ "'type':'checkbox'",
			",'conditional':{'show':true,'when':'t','eq':null}", "{}", "t a" },
		{ "'type':'checkbox'", ",'conditional':null", "{}", "t a" },
		{ "'type':'checkbox'", ",'hidden':true,'conditional':{'show':''}", "{}",
			"t" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void hidden_is_ignored_where_a_condition_is_set(void **state)
{
	static const struct row rows[] = {
		{ "'type':'checkbox'", ",'hidden':true" WHEN("t", "true"), "{'t':true}",
			"t a" },
		{ "'type':'checkbox'", ",'hidden':true", "{'t':true}", "t" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void the_default_of_a_question_counts_as_its_answer(void **state)
{
	static const struct row rows[] = {
		{ "'type':'radio','defaultValue':'ja'," JA_NEE, WHEN("t", "'ja'"), "{}",
			"t a" },
		{ "'type':'radio','defaultValue':'ja'," JA_NEE, WHEN("t", "'ja'"),
			"{'t':''}", "t" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void a_hidden_parent_hides_all_below(void **state)
{
	struct form *form = form_of(
		"{'type':'checkbox','key':'t','label':'T'},"
		"{'type':'fieldset','key':'f','label':'F'" WHEN("t",
			"true") ",'components':[{'type':'columns','key':'c','columns':["
					"{'size':6,'components':[" TEXT("a",
						"") "]},"
							"{'size':6,'components':[" TEXT("b", "") "]}]}]}");

	(void)state;
	assert_seen(form, "{'t':true}", "t f c a b");
	assert_seen(form, "{'t':false}", "t");
	form_free(form);
}

static void a_condition_may_look_into_a_dotted_key(void **state)
{
	struct form *form = form_of(
		TEXT("adres.land", "") "," TEXT("a", WHEN("adres.land", "'nl'")));

	(void)state;
	assert_seen(form, "{'adres.land':'nl'}", "adres.land a");
	form_free(form);
}

static void hiding_goes_on_along_a_chain_in_any_order(void **state)
{
	struct form *form = form_of(TEXT("c", WHEN("b", "'x'")) "," TEXT(
		"b", WHEN("a", "'x'")) "," TEXT("a", ""));

	(void)state;
	assert_seen(form, "{'a':'x','b':'x'}", "c b a");
	assert_seen(form, "{'a':'y','b':'x'}", "a");
	form_free(form);
}

static void what_is_kept_when_hidden_still_counts(void **state)
{
	struct form *form = form_of(TEXT("a", "") "," TEXT(
		"b", ",'clearOnHide':false" WHEN("a", "'x'")) "," TEXT("c",
		WHEN("b", "'x'")));

	(void)state;
	assert_seen(form, "{'a':'y','b':'x'}", "a c");
	form_free(form);
}

static void a_hidden_checkbox_is_neither_true_nor_false(void **state)
{
	struct form *form =
		form_of("{'type':'checkbox','key':'t','label':'T','hidden':true}," TEXT(
			"a", WHEN("t", "false")));

	(void)state;
	assert_seen(form, "{}", "");
	form_free(form);
}

static void two_that_wait_for_each_other_settle(void **state)
{
	struct form *form =
		form_of(TEXT("a", WHEN("b", "'x'")) "," TEXT("b", WHEN("a", "'x'")));

	(void)state;
	assert_seen(form, "{}", "");
	assert_seen(form, "{'a':'x','b':'x'}", "a b");
	assert_seen(form, "{'a':'x'}", "");
	form_free(form);
}

static void two_that_exclude_each_other_settle(void **state)
{
	struct form *form =
		form_of(TEXT("a", WHEN("b", "''")) "," TEXT("b", WHEN("a", "''")));

	(void)state;
	assert_seen(form, "{}", "a b");
	assert_seen(form, "{'a':'x'}", "a");
	assert_seen(form, "{'b':'x'}", "b");
	form_free(form);
}

static void one_that_hides_itself_is_a_fault(void **state)
{
	(void)state;
	assert_fault(TEXT("a", UNLESS("a", "'x'")),
		"form.steps: conditions never settle: 'a' depends on 'a'");
}

static void a_circle_that_turns_around_is_a_fault(void **state)
{
	(void)state;
	assert_fault(TEXT("a", WHEN("b", "'x'")) "," TEXT("b", UNLESS("a", "'x'")),
		"form.steps: conditions never settle: 'a' depends on 'b' depends on "
		"'a'");
}

static void a_field_in_a_set_may_not_hide_its_set(void **state)
{
	char *said = fault_of("{'type':'fieldset','key':'f','label':'F'" UNLESS(
		"a", "'x'") ",'components':[" TEXT("a", "") "]}");

	(void)state;
	assert_string_equal(said,
		"form.steps: conditions never settle: 'f' depends on 'a' depends on "
		"'f'");
	free(said);
}

static void steps_that_do_not_apply_are_not_seen(void **state)
{
	json_t *bundle = json_of(
		"{'v':1,'slug':'p','form':{'name':'P','steps':["
		"{'slug':'x','index':1,'isApplicable':false,'configuration':"
		"{'components':[" TEXT("b",
			"") "]}},"
				"{'slug':'y','index':0,'configuration':{'components':[" TEXT(
					"a", "") "]}}]}}");
	struct form_fault fault;
	struct form *form = form_from_json(bundle, NULL, "nl", &fault);

	(void)state;
	assert_non_null(form);
	assert_string_equal(form->steps[0].slug, "y");
	assert_seen(form, "{'b':'x'}", "a");
	form_free(form);
	json_decref(bundle);
}

static void a_long_chain_of_conditions_settles(void **state)
{
	char components[16384] = "{'type':'textfield','key':'k0','label':'L'}";
	struct form *form;

	(void)state;
	for (int i = 1; i < 100; i++) {
		size_t n = strlen(components);

		snprintf(components + n, sizeof components - n,
			",{'type':'textfield','key':'k%d','label':'L'" WHEN(
				"k%d", "'x'") "}",
			i, i - 1);
	}
	form = form_of(components);
	assert_seen(form, "{'k0':'x','k1':'x'}", "k0 k1 k2");
	form_free(form);
}

static void a_long_chain_settles_in_the_wrong_order_too(void **state)
{
	struct text components = { 0 };
	struct form *form;

	(void)state;
	for (int i = 99; i > 0; i--)
		text_addf(&components,
			"{'type':'textfield','key':'k%d','label':'L'" WHEN(
				"k%d", "'x'") "},",
			i, i - 1);
	text_add(&components, TEXT("k0", ""));
	form = form_of(components.bytes);
	assert_seen(form, "{'k0':'x','k1':'x'}", "k2 k1 k0");
	form_free(form);
	text_clear(&components);
}

static void a_circle_that_turns_twice_settles_in_any_order(void **state)
{
	struct form *form = form_of(TEXT("c", WHEN("b", "''")) "," TEXT(
		"b", WHEN("a", "''")) "," TEXT("a", WHEN("c", "'x'")));

	(void)state;
	assert_seen(form, "{'a':'x','b':'x','c':'x'}", "b");
	form_free(form);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_condition_matches_by_the_type_of_what_it_asks),
		cmocka_unit_test(texts_of_old_exports_get_the_type_of_what_they_ask),
		cmocka_unit_test(a_condition_that_is_not_set_is_none),
		cmocka_unit_test(hidden_is_ignored_where_a_condition_is_set),
		cmocka_unit_test(the_default_of_a_question_counts_as_its_answer),
		cmocka_unit_test(a_hidden_parent_hides_all_below),
		cmocka_unit_test(a_condition_may_look_into_a_dotted_key),
		cmocka_unit_test(hiding_goes_on_along_a_chain_in_any_order),
		cmocka_unit_test(what_is_kept_when_hidden_still_counts),
		cmocka_unit_test(a_hidden_checkbox_is_neither_true_nor_false),
		cmocka_unit_test(two_that_wait_for_each_other_settle),
		cmocka_unit_test(two_that_exclude_each_other_settle),
		cmocka_unit_test(one_that_hides_itself_is_a_fault),
		cmocka_unit_test(a_circle_that_turns_around_is_a_fault),
		cmocka_unit_test(a_field_in_a_set_may_not_hide_its_set),
		cmocka_unit_test(steps_that_do_not_apply_are_not_seen),
		cmocka_unit_test(a_long_chain_of_conditions_settles),
		cmocka_unit_test(a_long_chain_settles_in_the_wrong_order_too),
		cmocka_unit_test(a_circle_that_turns_twice_settles_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

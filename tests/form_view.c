/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"
#include "lib/forms/evaluate.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define SET(key, property, state)                                              \
	"{'jsonLogicTrigger':{'var':'a'},'actions':[{'component':'" key            \
	"','action':{'type':'property','property':{'value':'" property             \
	"'},'state':" state "}}]}"

struct view {
	struct form *form;
	struct answers *answers;
	struct evaluation *evaluation;
};

static struct view view_of(
	const char *components, const char *more, const char *quoted)
{
	struct view view = { .form = form_with(components, more),
		.answers = answers_of(quoted) };

	if (view.form->reach != FORM_OFFLINE)
		fail_msg("%s", view.form->reason);
	view.evaluation = evaluate(view.form, view.answers, TODAY);
	return view;
}

static void view_clear(struct view *view)
{
	evaluation_free(view->evaluation);
	answers_free(view->answers);
	form_free(view->form);
}

static void an_amount_in_a_text_has_its_cents(void **state)
{
	static const struct {
		const char *answers, *text;
	} rows[] = { { "{'b':280.5}", "Samen 280,50 euro." },
		{ "{'b':12}", "Samen 12 euro." }, { "{'b':0.05}", "Samen 0,05 euro." },
		{ "{}", "Samen euro." } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct view view =
			view_of("{'type':'currency','key':'b','label':'B'},{'type':"
					"'content','key':'c','html':'Samen {{ b }} euro.'}",
				"'logic':[]", rows[i].answers);

		assert_string_equal(
			view.evaluation->components[1].content.text, rows[i].text);
		view_clear(&view);
	}
}

static void rules_require_and_disable(void **state)
{
	struct view view = view_of(TEXT("a", "") "," TEXT("b", ""),
		"'logic':[" SET("b", "validate.required", "true") "," SET(
			"b", "disabled", "true") "]",
		"{'a':'x'}");
	struct answers *nothing = answers_new();
	struct evaluation *before = evaluate(view.form, nothing, TODAY);
	struct problem *problems;

	(void)state;
	assert_true(view.evaluation->components[1].limits.required);
	assert_true(view.evaluation->components[1].disabled);
	assert_false(before->components[1].limits.required);
	assert_false(before->components[1].disabled);
	assert_int_equal(
		check_answers(view.form, view.answers, TODAY, &problems), 1);
	assert_ptr_equal(problems[0].component, &view.form->components[1]);
	assert_int_equal(problems[0].code, PROBLEM_REQUIRED);
	free(problems);
	assert_int_equal(check_answers(view.form, nothing, TODAY, &problems), 0);
	evaluation_free(before);
	answers_free(nothing);
	view_clear(&view);
}

static void texts_are_filled_in(void **state)
{
	struct view view = view_of(
		TEXT(
			"a", "") ",{'type':'content','key':'c','html':'<p>Dag {{ a }}.</p>"
					 "{% if a == \\\"Jan\\\" %}<p>U bent bekend.</p>{% endif %}"
					 "'},{'type':'radio','key':'r','label':'Voor {{ a }}?',"
					 "'values':[{'value':'j','label':'Ja, {{ a }}'},"
					 "{'value':'n','label':'{{ leeg }}'}]}",
		"'variables':[{'key':'leeg','source':'user_defined','initialValue':''}]"
		",'explanationTemplate':'<p>{{ form_name }}</p>'",
		"{'a':'Jan'}");
	const struct component *radio = &view.evaluation->components[2];

	(void)state;
	assert_string_equal(view.evaluation->components[1].content.text,
		"Dag Jan.\n\nU bent bekend.");
	assert_string_equal(radio->label.text, "Voor Jan?");
	assert_string_equal(radio->options[0].label.text, "Ja, Jan");
	assert_string_equal(radio->options[1].label.text, "n");
	assert_string_equal(view.evaluation->explanation.text, "Proef");
	assert_string_equal(view.form->components[2].label.text, "Voor {{ a }}?");
	view_clear(&view);
}

static void texts_without_a_value_yet_have_no_hole(void **state)
{
	struct view view = view_of(
		TEXT("a", "") ",{'type':'content','key':'c','html':'<p>Dag {{ a }}</p>"
					  "<p>{% if a %}Weg{% endif %}</p><p>Klaar.</p>'}",
		"'logic':[]", "{}");

	(void)state;
	assert_string_equal(
		view.evaluation->components[1].content.text, "Dag \n\nKlaar.");
	view_clear(&view);
}

/* Options as "value=label value=label". */
static void assert_options(
	const char *expression, const char *more, const char *wanted)
{
	char *components = text_format(
		TEXT("a", "") ",{'type':'selectboxes','key':'s','label':'S',"
					  "'openForms':{'dataSrc':'variable','itemsExpression':%s}"
					  "}",
		expression);
	struct view view = view_of(components, more, "{'a':'Jan'}");
	const struct component *boxes = &view.evaluation->components[1];
	struct text out = { 0 };

	for (size_t i = 0; i < boxes->n_options; i++)
		text_addf(&out, "%s%s=%s", i ? " " : "", boxes->options[i].value,
			boxes->options[i].label.text);
	assert_string_equal(out.bytes ? out.bytes : "", wanted);
	text_clear(&out);
	view_clear(&view);
	free(components);
}

#define VARIABLE                                                               \
	"'variables':[{'key':'v','source':'user_defined','initialValue':"

static void options_come_from_a_variable(void **state)
{
	(void)state;
	assert_options("{'var':'v'}", VARIABLE "['x','y']}]", "x=x y=y");
	assert_options("{'var':'v'}", VARIABLE "[['x','Ix'],['y','Ypsilon']]}]",
		"x=Ix y=Ypsilon");
	assert_options("{'var':'v'}",
		VARIABLE "['x',null,'x',['y',null],[],'','z',5]}]", "x=x z=z 5=5");
	assert_options("{'var':'v'}", VARIABLE "'geen lijst'}]", "");
	assert_options("{'merge':[{'var':'v'},{'var':'a'}]}", VARIABLE "['x']}]",
		"x=x Jan=Jan");
	assert_options("{'map':[{'var':'v'},[{'var':'k'},{'var':'l'}]]}",
		VARIABLE "[{'k':'1','l':'een'}]}]", "1=een");
}

static void answers_are_checked_by_the_options_there_are(void **state)
{
	struct view view = view_of(
		"{'type':'radio','key':'r','label':'R','openForms':{'dataSrc':"
		"'variable','itemsExpression':{'var':'v'}}},{'type':'selectboxes','key'"
		":'s','label':'S','openForms':{'dataSrc':'variable','itemsExpression':"
		"{'var':'v'}}}",
		VARIABLE "['x','y']}]", "{'r':'z','s':{'x':true}}");
	struct problem *problems;
	json_t *data = answers_data(view.answers, view.form);
	json_t *wanted = json_of("{'r':'z','s':{'x':true,'y':false}}");

	(void)state;
	assert_int_equal(
		check_answers(view.form, view.answers, TODAY, &problems), 1);
	assert_int_equal(problems[0].code, PROBLEM_OPTION);
	assert_true(json_equal(data, wanted));
	json_decref(wanted);
	json_decref(data);
	free(problems);
	view_clear(&view);
}

static void assert_least_day(
	const char *limit, const char *answers, const char *wanted)
{
	char *components = text_format(
		"{'type':'date','key':'a','label':'A'},{'type':'date','key':'d','label'"
		":'D','openForms':{'minDate':{'mode':'relativeToVariable',%s}}}",
		limit);
	struct view view = view_of(components, "'logic':[]", answers);
	const struct date_limit *least =
		&view.evaluation->components[1].limits.min_date;
	char day[16] = "";

	if (least->mode == DATE_FIXED)
		date_to_text(least->fixed, day);
	assert_string_equal(day, wanted);
	view_clear(&view);
	free(components);
}

static void date_limits_follow_a_variable(void **state)
{
	(void)state;
	assert_least_day("'variable':'a','operator':'add','delta':{'years':null,"
					 "'months':1,'days':null}",
		"{'a':'2026-01-31'}", "2026-02-28");
	assert_least_day("'variable':'a','operator':'subtract','delta':{'years':1,"
					 "'days':1}",
		"{'a':'2026-01-31'}", "2025-01-30");
	assert_least_day(
		"'variable':'a','delta':{}", "{'a':'2026-01-31'}", "2026-01-31");
	assert_least_day("'variable':'now','operator':'add','delta':{'days':14}",
		"{}", "2026-12-09");
	assert_least_day("'variable':'today'", "{}", "2026-11-25");
	assert_least_day("'variable':'a','delta':{'days':1}", "{}", "");
	assert_least_day(
		"'variable':'a','delta':{'years':1000}", "{'a':'9999-01-31'}", "");
}

static void answers_keep_the_day_on_which_they_are_given(void **state)
{
	struct form *form = form_with(TEXT("a", ",'hidden':true"),
		"'logic':[{'jsonLogicTrigger':{'==':[{'var':'today'},'2020-02-02']},"
		"'actions':[{'component':'a','action':{'type':'property','property':"
		"{'value':'hidden'},'state':false}}]}]");
	struct answers *answers = answers_new(), *copy;
	char *visible;

	(void)state;
	answers_dated(answers, (struct date){ 2020, 2, 2 });
	copy = answers_copy(answers);
	visible = visible_of(copy, form);
	assert_int_equal(visible[0], 1);
	free(visible);
	answers_free(copy);
	answers_free(answers);
	form_free(form);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_amount_in_a_text_has_its_cents),
		cmocka_unit_test(rules_require_and_disable),
		cmocka_unit_test(texts_are_filled_in),
		cmocka_unit_test(texts_without_a_value_yet_have_no_hole),
		cmocka_unit_test(options_come_from_a_variable),
		cmocka_unit_test(answers_are_checked_by_the_options_there_are),
		cmocka_unit_test(date_limits_follow_a_variable),
		cmocka_unit_test(answers_keep_the_day_on_which_they_are_given),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

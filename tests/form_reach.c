/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define PLACE "form.steps[0].configuration.components[0]"

struct row {
	const char *json;
	enum form_reach reach;
	const char *reason;
};

static void assert_reach(const struct form *form, const struct row *row)
{
	if (form->reach != row->reach || strcmp(form->reason, row->reason) != 0)
		fail_msg("%s: %d, %s", row->json, (int)form->reach, form->reason);
}

static void assert_reaches(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct form *form = form_of(rows[i].json);

		assert_reach(form, &rows[i]);
		form_free(form);
	}
}

static void components_say_that_they_cannot_be_asked_here(void **state)
{
	static const struct row rows[] = {
		{ TEXT("a", ""), FORM_OFFLINE, "" },
		{ "{'type':'map','key':'kaart','label':'K'}", FORM_NOT_HERE,
			PLACE ": component 'kaart' (map) is a map" },
		{ "{'type':'file','key':'k','label':'K','validate':{'required':true}}",
			FORM_NOT_HERE,
			PLACE ": component 'k' requires a file, and there is no way to "
				  "give one here" },
		{ "{'type':'editgrid','key':'k','label':'K','components':["
		  "{'type':'map','key':'m'}]}",
			FORM_NOT_HERE,
			PLACE ".components[0]: component 'm' (map) is a map" },
		{ "{'type':'partners','key':'k'}", FORM_NOT_HERE,
			PLACE ": component 'k' (partners) needs a login with DigiD" },
		{ "{'type':'hologram','key':'k'}", FORM_NOT_HERE,
			PLACE ": component 'k' is of the unknown type 'hologram'" },
		{ TEXT("a", ",'multiple':true"), FORM_OFFLINE, "" },
		{ "{'type':'file','key':'k','label':'K'}", FORM_OFFLINE, "" },
		{ "{'type':'email','key':'m','label':'M','openForms':"
		  "{'requireVerification':true}}",
			FORM_NOT_HERE,
			PLACE ": component 'm' wants a code from an e-mail, which this "
				  "version cannot ask" },
		{ TEXT("a", ",'disabled':true,'validate':{'required':true}"),
			FORM_NOT_HERE,
			"form: component 'a' is required, read-only and empty: it needs a "
			"login" },
		{ TEXT("a", ",'conditional':{'show':true,'when':'b','eq':'x'}"),
			FORM_NOT_HERE,
			"form.steps[0]: component 'a' depends on 'b', which is not asked "
			"here" },
		{ "{'type':'select','key':'r','label':'R','dataSrc':'url'}",
			FORM_NOT_HERE,
			PLACE ": component 'r' takes its options from 'url', which is "
				  "unknown" },
	};

	(void)state;
	assert_reaches(rows, sizeof rows / sizeof rows[0]);
}

static void components_say_that_they_need_the_server(void **state)
{
	static const struct row rows[] = {
		{ TEXT("a", ",'description':'Dag {{ naam }}'"), FORM_ONLINE,
			PLACE ".description: a template, which only the server can fill "
				  "in" },
		{ "{'type':'content','key':'c','html':'<p>{% if a %}x{% endif %}</p>'}",
			FORM_ONLINE,
			PLACE ".html: a template, which only the server can fill in" },
		{ TEXT("a", ",'defaultValue':'{{ naam }}'"), FORM_ONLINE,
			PLACE ".defaultValue: a template, which only the server can fill "
				  "in" },
		{ TEXT("a", ",'errors':{'required':'Vul {{ iets }} in'}"), FORM_ONLINE,
			PLACE ": a template, which only the server can fill in" },
		{ "{'type':'radio','key':'r','label':'R','openForms':{'dataSrc':"
		  "'variable'}}",
			FORM_ONLINE,
			PLACE ": component 'r' takes its options from 'variable', which "
				  "only the server has" },
		{ "{'type':'select','key':'r','label':'R','openForms':{'dataSrc':"
		  "'referenceLists'}}",
			FORM_ONLINE,
			PLACE ": component 'r' takes its options from 'referenceLists', "
				  "which only the server has" },
		{ "{'type':'date','key':'d','label':'D','openForms':{'minDate':{'mode':"
		  "'relativeToVariable','variable':'elders'}}}",
			FORM_ONLINE,
			PLACE ".openForms.minDate: its minDate depends on a variable, "
				  "which only the server has" },
		{ TEXT("a", ",'validate':{'plugins':['kvk-kvkNumber']}"), FORM_ONLINE,
			PLACE ".validate.plugins[0]: component 'a' is checked by "
				  "'kvk-kvkNumber', which only the server can" },
	};

	(void)state;
	assert_reaches(rows, sizeof rows / sizeof rows[0]);
}

static void a_component_that_cannot_be_asked_is_left_out(void **state)
{
	struct form *form =
		form_of("{'type':'map','key':'kaart','label':'K'}," TEXT("a", ""));

	(void)state;
	assert_int_equal(form->n_components, 1);
	form_free(form);
}

static void the_worst_reach_counts_with_its_first_reason(void **state)
{
	struct form *form =
		form_of(TEXT("a", ",'tooltip':'{{ x }}'") ",{'type':'map','key':'k'},"
												  "{'type':'file','key':'f'}");

	(void)state;
	assert_int_equal(form->reach, FORM_NOT_HERE);
	assert_non_null(strstr(form->reason, "is a map"));
	form_free(form);
}

static void forms_and_rules_say_how_far_they_reach(void **state)
{
	static const struct row rows[] = {
		{ "'logic':[]", FORM_OFFLINE, "" },
		{ "'loginRequired':true", FORM_NOT_HERE, "form: it needs a login" },
		{ "'type':'appointment'", FORM_NOT_HERE,
			"form: it makes an appointment" },
		{ "'submissionAllowed':'no_with_overview'", FORM_NOT_HERE,
			"form: it takes no submissions" },
		{ "'paymentRequired':true", FORM_NOT_HERE,
			"form: it must be paid at once" },
		{ "'active':false", FORM_NOT_HERE, "form: it is not active" },
		{ "'explanationTemplate':'<p>{{ environment }}</p>'", FORM_ONLINE,
			"form.explanationTemplate: a template, which only the server can "
			"fill in" },
		{ "'logic':[{'actions':[{'action':{'type':'property'}}]}]",
			FORM_NOT_HERE,
			"form.logic[0].actions[0]: a rule sets the property '', which this "
			"version does not" },
		{ "'logic':[{'actions':[{'action':{'type':'dans'}}]}]", FORM_NOT_HERE,
			"form.logic[0].actions[0]: a rule does 'dans', which this version "
			"does not follow" },
		{ "'logic':[{'actions':[{'action':{'type':'evaluate-dmn'}}]}]",
			FORM_ONLINE,
			"form.logic[0].actions[0]: a rule does 'evaluate-dmn', which only "
			"the server can do" },
		{ "'logic':[{'actions':[{'action':{'type':'set-registration-backend'}}]}"
		  "]",
			FORM_OFFLINE, "" },
		{ "'logic':[{}]", FORM_NOT_HERE,
			"form.logic[0]: a rule without actions" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char bundle[1024];
		struct form_fault fault;
		struct form *form;
		json_t *json;

		snprintf(bundle, sizeof bundle,
			"{'v':1,'slug':'p','form':{'name':'P',%s,'steps':[{'slug':'s',"
			"'configuration':{'components':[]}}]}}",
			rows[i].json);
		json = json_of(bundle);
		form = form_from_json(json, NULL, "nl", &fault);
		assert_non_null(form);
		assert_reach(form, &rows[i]);
		form_free(form);
		json_decref(json);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(components_say_that_they_cannot_be_asked_here),
		cmocka_unit_test(components_say_that_they_need_the_server),
		cmocka_unit_test(a_component_that_cannot_be_asked_is_left_out),
		cmocka_unit_test(the_worst_reach_counts_with_its_first_reason),
		cmocka_unit_test(forms_and_rules_say_how_far_they_reach),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

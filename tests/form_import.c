/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"
#include "tools/import_parts.h"

#define FORM       "9b8db5a3-8f6d-4f57-bb67-0cb0803f2ced"
#define STEP       "24e7bc56-c558-441e-8ca9-3477bb5ca10e"
#define DEFINITION "412881ed-5f84-4e94-840a-f1301b43c9b4"

static void export_of(struct export_zip *export, const char *form,
	const char *components, const char *logic, const char *variables)
{
	char *forms = text_format("[{'uuid':'" FORM "','name':'Proef',"
							  "'slug':'Proef'%s%s}]",
		*form ? "," : "", form);
	char *definitions =
		text_format("[{'uuid':'" DEFINITION "','name':'Een','slug':'een',"
					"'configuration':{'display':'form','components':[%s]}}]",
			components);

	*export = (struct export_zip){ 0 };
	export->parts[EXPORT_FORMS] = json_of(forms);
	export->parts[EXPORT_DEFINITIONS] = json_of(definitions);
	export->parts[EXPORT_STEPS] = json_of(
		"[{'uuid':'" STEP "','index':0,"
		"'form_definition':'http://ergens/api/v2/form-definitions/" DEFINITION
		"'}]");
	export->parts[EXPORT_LOGIC] = json_of(logic);
	export->parts[EXPORT_VARIABLES] = json_of(variables);
	export->parts[EXPORT_META] = json_of("{'of_release':'2.1.0'}");
	free(definitions);
	free(forms);
}

static const json_t *components_of(const struct import *import)
{
	const json_t *step =
		json_array_get(json_object_get(import->form, "steps"), 0);

	return json_object_get(
		json_object_get(step, "configuration"), "components");
}

/* A component of an export, and what is left of it; `told` is in the report. */
static void assert_component(
	const char *old, const char *expected, const char *told)
{
	struct export_zip export;
	struct import import = { .export = &export };
	json_t *wanted = json_of(expected);
	const json_t *found;

	export_of(&export, "", old, "[]", "[]");
	assert_true(import_form(&import));
	found = json_array_get(
		components_of(&import), json_array_size(components_of(&import)) - 1);
	if (!json_equal(found, wanted)) {
		char *text = json_dumps(found, 0);

		fail_msg("%s", text);
	}
	if (!strstr(import.report.bytes, told))
		fail_msg("not told: %s\n%s", told, import.report.bytes);
	json_decref(wanted);
	import_clear(&import);
	export_zip_clear(&export);
}

static void components_are_converted_as_open_forms_does(void **state)
{
	(void)state;
	assert_component("{'type':'time','key':'t','label':'T','minTime':'09:00',"
					 "'maxTime':null}",
		"{'type':'time','key':'t','label':'T','validate':{'minTime':'09:00'}}",
		"minTime was moved into validate.");
	assert_component("{'type':'textfield','key':'a','label':'A',"
					 "'defaultValue':null,'validate':{'maxLength':'',"
					 "'minLength':'','required':true,'custom':''}}",
		"{'type':'textfield','key':'a','label':'A','defaultValue':'',"
		"'validate':{'required':true}}",
		"2 empty limits were removed");
	assert_component("{'type':'textfield','key':'a','label':'A',"
					 "'validate':{'maxLength':'50'}}",
		"{'type':'textfield','key':'a','label':'A',"
		"'validate':{'maxLength':50}}",
		"maxLength \"50\" was made a number.");
	assert_component("{'type':'postcode','key':'p','label':'P'}",
		"{'type':'postcode','key':'p','label':'P','validate':{'pattern':"
		"'^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$'}}",
		"The usual pattern was added");
	assert_component("{'type':'licenseplate','key':'k','label':'K',"
					 "'validate':{'pattern':'^x$'}}",
		"{'type':'licenseplate','key':'k','label':'K',"
		"'validate':{'pattern':'^x$'}}",
		"k (licenseplate): It was taken over.");
	assert_component("{'type':'addressNL','key':'a','label':'A'}",
		"{'type':'addressNL','key':'a','label':'A','deriveAddress':false}",
		"deriveAddress: false was added.");
}

static void choices_and_columns_are_converted_too(void **state)
{
	(void)state;
	assert_component("{'type':'map','key':'m','label':'M'}",
		"{'type':'map','key':'m','label':'M','interactions':{'marker':true,"
		"'polygon':false,'polyline':false}}",
		"interactions was added");
	assert_component("{'type':'radio','key':'r','label':'R','values':["
					 "{'value':'a','label':'A'},{'value':'','label':''}]}",
		"{'type':'radio','key':'r','label':'R','openForms':{'dataSrc':"
		"'manual'},'values':[{'value':'a','label':'A'}]}",
		"1 empty option was removed.");
	assert_component("{'type':'selectboxes','key':'s','label':'S','values':["
					 "{'value':'a','label':'A'}],'defaultValue':{'':false}}",
		"{'type':'selectboxes','key':'s','label':'S','openForms':{'dataSrc':"
		"'manual'},'values':[{'value':'a','label':'A'}],"
		"'defaultValue':{'a':false}}",
		"\"manual\" was added.");
	assert_component("{'type':'file','key':'f','label':'F',"
					 "'defaultValue':[null]}",
		"{'type':'file','key':'f','label':'F','defaultValue':[]}",
		"The empty defaultValue was made one of its type.");
	assert_component("{'type':'select','key':'s','label':'S','multiple':true,"
					 "'defaultValue':[''],'data':{'values':[{'value':1,"
					 "'label':'A'}],'url':''},'openForms':{'dataSrc':"
					 "'manual'}}",
		"{'type':'select','key':'s','label':'S','multiple':true,"
		"'defaultValue':[],'data':{'values':[{'value':'1','label':'A'}]},"
		"'openForms':{'dataSrc':'manual'}}",
		"The empty defaultValue was made one of its type.");
	assert_component("{'type':'columns','key':'c','columns':[{'size':'8',"
					 "'sizeMobile':'x','components':[{'type':'bsn','key':'b',"
					 "'label':'B'}]}]}",
		"{'type':'columns','key':'c','columns':[{'size':8,'sizeMobile':4,"
		"'components':[{'type':'bsn','key':'b','label':'B'}]}]}",
		"2 column sizes were made a number.");
}

static void server_settings_are_dropped_with_a_line(void **state)
{
	(void)state;
	assert_component("{'type':'textfield','key':'a','label':'A','prefill':{"
					 "'plugin':'haalcentraal','attribute':'naam'}}",
		"{'type':'textfield','key':'a','label':'A'}",
		"prefill was dropped: there is no login here");
	assert_component("{'type':'textfield','key':'a','label':'A',"
					 "'registration':{'attribute':'initiator_naam'}}",
		"{'type':'textfield','key':'a','label':'A'}",
		"registration was dropped: where answers go");
	assert_component("{'type':'textfield','key':'a','label':'A','kleur':"
					 "'rood','id':'e1','dbIndex':false,'widget':{'type':'x'}}",
		"{'type':'textfield','key':'a','label':'A'}",
		"kleur was dropped: not a setting of Open Forms.");
}

static void unknown_types_are_left_as_they_are(void **state)
{
	(void)state;
	assert_component("{'type':'hologram','key':'h','label':'H','diepte':3}",
		"{'type':'hologram','key':'h','label':'H','diepte':3}",
		"'hologram' is no type of Open Forms, and is left");
}

static void conditions_are_cleaned_and_typed(void **state)
{
	(void)state;
	assert_component("{'type':'checkbox','key':'c','label':'C'},"
					 "{'type':'bsn','key':'b','label':'B','conditional':"
					 "{'show':'true','when':'c','eq':'true'}}",
		"{'type':'bsn','key':'b','label':'B','conditional':"
		"{'show':true,'when':'c','eq':true}}",
		"conditional.eq was made of the type of 'c'");
	assert_component("{'type':'number','key':'n','label':'N'},"
					 "{'type':'bsn','key':'b','label':'B','conditional':"
					 "{'show':true,'when':'n','eq':'12'}}",
		"{'type':'bsn','key':'b','label':'B','conditional':"
		"{'show':true,'when':'n','eq':12}}",
		"conditional.eq was made of the type of 'n'");
	assert_component("{'type':'bsn','key':'b','label':'B','conditional':"
					 "{'show':null,'when':null,'eq':''}}",
		"{'type':'bsn','key':'b','label':'B'}", "b (bsn)");
	assert_component("{'type':'bsn','key':'b','label':'B','conditional':"
					 "{'show':true,'when':'weg','eq':'x'}}",
		"{'type':'bsn','key':'b','label':'B','conditional':"
		"{'show':true,'when':'weg','eq':'x'}}",
		"It depends on 'weg', which is not in this form.");
}

/* The member of the imported form that stands at `key`. */
static void assert_form(const char *form, const char *logic,
	const char *variables, const char *key, const char *expected)
{
	struct export_zip export;
	struct import import = { .export = &export };
	json_t *wanted = json_of(expected);

	export_of(&export, form, "{'type':'bsn','key':'b','label':'B'}", logic,
		variables);
	assert_true(import_form(&import));
	if (!json_equal(json_object_get(import.form, key), wanted)) {
		char *text =
			json_dumps(json_object_get(import.form, key), JSON_ENCODE_ANY);

		fail_msg("%s", text);
	}
	json_decref(wanted);
	import_clear(&import);
	export_zip_clear(&export);
}

static void rules_of_any_release_come_in_one_shape(void **state)
{
	(void)state;
	/* 2.0: form_step by URL, required as a whole validate, type value. */
	assert_form("",
		"[{'uuid':'u2','order':2,'json_logic_trigger':{'!!':[{'var':'mijn_b'}"
		"]},'actions':[{'component':'b','action':{'type':'value','value':"
		"{'a_b':1}}}]},"
		"{'uuid':'u1','order':1,'is_advanced':true,'trigger_from_step':"
		"'http://h/forms/" FORM "/steps/" STEP "','json_logic_trigger':true,"
		"'actions':[{'component':'','form_step':'http://h/forms/" FORM
		"/steps/" STEP "','action':{'type':'step-not-applicable'}},"
		"{'component':'b','action':{'type':'property','property':{'value':"
		"'validate','type':'json'},'state':{'required':true}}}]}]",
		"[]", "logic",
		"[{'uuid':'u1','order':1,'isAdvanced':true,'triggerFromStep':'" STEP
		"','jsonLogicTrigger':true,'actions':[{'component':'','variable':'',"
		"'formStepUuid':'" STEP "','action':{'type':'step-not-applicable'}},"
		"{'component':'b','variable':'','action':{'type':'property',"
		"'property':{'value':'validate.required','type':'bool'},"
		"'state':true}}]},"
		"{'uuid':'u2','order':2,'isAdvanced':false,'jsonLogicTrigger':{'!!':"
		"[{'var':'mijn_b'}]},'actions':[{'component':'','variable':'b',"
		"'action':{'type':'variable','value':{'a_b':1}}}]}]");
	assert_form("",
		"[{'order':0,'json_logic_trigger':true,'actions':[{'action':{'type':"
		"'set-registration-backend','value':'x'}}]}]",
		"[]", "logic", "[]");
}

static void variables_lose_how_they_are_fetched(void **state)
{
	(void)state;
	assert_form("", "[]",
		"[{'form':'x','key':'lijst','name':'Lijst','source':'user_defined',"
		"'data_type':'array','initial_value':{'a_b':[null]},"
		"'prefill_plugin':'','service_fetch_configuration':{'name':'F',"
		"'headers':{'key':'geheim'}}}]",
		"variables",
		"[{'key':'lijst','name':'Lijst','source':'user_defined',"
		"'dataType':'array','initialValue':{'a_b':[null]},"
		"'serviceFetchConfiguration':{'name':'F'}}]");
}

static void secrets_of_a_form_stay_behind(void **state)
{
	struct export_zip export;
	struct import import = { .export = &export };
	char *text;

	(void)state;
	export_of(&export,
		"'registration_backends':[{'key':'k','options':{'to':'geheim'}}],"
		"'payment_backend':'geheim','auth_backends':[{'backend':'geheim'}],"
		"'confirmation_email_template':{'subject':'geheim'},"
		"'registration_backend':'geheim','payment_backend_options':{'x':"
		"'geheim'},'authentication_backends':['geheim']",
		"{'type':'bsn','key':'b','label':'B'}", "[]", "[]");
	assert_true(import_form(&import));
	text = json_dumps(import.form, 0);
	assert_null(strstr(text, "geheim"));
	assert_null(strstr(import.report.bytes, "geheim"));
	assert_non_null(strstr(import.report.bytes,
		"registration_backends was dropped: where answers"));
	assert_non_null(strstr(import.report.bytes, "payment_backend was dropped"));
	free(text);
	import_clear(&import);
	export_zip_clear(&export);
}

static void what_a_form_is_stays(void **state)
{
	(void)state;
	assert_form("", "[]", "[]", "slug", "'proef'");
	assert_form("'appointment_options':{'is_appointment':true}", "[]", "[]",
		"type", "'appointment'");
	assert_form("'login_required':true", "[]", "[]", "loginRequired", "true");
	assert_form("'literals':{'begin_text':{'resolved':'Ga','value':'Ga'},"
				"'change_text':{'resolved':'Wijzig','value':''}}",
		"[]", "[]", "literals", "{'beginText':{'resolved':'Ga','value':'Ga'}}");
	assert_form("'ask_privacy_consent':'disabled'", "[]", "[]",
		"submissionStatementsConfiguration", "[]");
}

static void assert_overlay(const char *form, const char *components,
	const char *language, const char *expected)
{
	struct export_zip export;
	struct import import = { .export = &export };
	json_t *wanted = json_of(expected);
	json_t *found;
	char *text;

	export_of(&export, form, components, "[]", "[]");
	assert_true(import_form(&import));
	found = json_object_get(import.overlays, language);
	text = json_dumps(found, JSON_ENCODE_ANY);
	if (!json_equal(found, wanted))
		fail_msg("%s", text ? text : "none");
	free(text);
	text = json_dumps(import.form, 0);
	assert_null(strstr(text, "ranslations\""));
	free(text);
	json_decref(wanted);
	import_clear(&import);
	export_zip_clear(&export);
}

static void translations_go_to_the_place_of_their_dutch(void **state)
{
	(void)state;
	assert_overlay("'translation_enabled':true,'translations':{'nl':{'name':"
				   "'Proef'},'en':{'name':'Test','begin_text':''}}",
		"{'type':'radio','key':'r','label':'Soort','values':[{'value':'a',"
		"'label':'Post','openForms':{'translations':{'en':{'label':'Post'}}}}"
		"],'openForms':{'translations':{'nl':{'label':'Welke soort?'},'en':"
		"{'label':'Which kind?','description':''}}},'translatedErrors':{'nl':"
		"{'required':'Kies.'},'en':{'required':'Choose.'}}}",
		"en",
		"{'form:name':'Test','r:label':'Which kind?','r:values:a:label':"
		"'Post','r:errors:required':'Choose.'}");
	/* The shape of 2022. */
	assert_overlay("'translation_enabled':true",
		"{'type':'radio','key':'r','label':'Soort','values':[{'value':'Post',"
		"'label':'Post'}],'openForms':{'translations':{'en':[{'literal':"
		"'Soort','translation':'Kind'},{'literal':'Post','translation':"
		"'Mail'}]}}}",
		"en", "{'r:label':'Kind','r:values:Post:label':'Mail'}");
}

static void assert_refused(
	const char *part, enum export_part which, const char *wrong)
{
	struct export_zip export;
	struct import import = { .export = &export };

	export_of(&export, "", "", "[]", "[]");
	json_decref(export.parts[which]);
	export.parts[which] = json_of(part);
	assert_false(import_form(&import));
	assert_non_null(strstr(import.wrong, wrong));
	import_clear(&import);
	export_zip_clear(&export);
}

static void exports_that_do_not_join_are_refused(void **state)
{
	(void)state;
	assert_refused("[]", EXPORT_FORMS, "0 forms");
	assert_refused("[{},{}]", EXPORT_FORMS, "2 forms");
	assert_refused("[{'slug':'x'}]", EXPORT_FORMS, "without slug or name");
	assert_refused("[]", EXPORT_DEFINITIONS, "has no form definition");
	assert_refused("[3]", EXPORT_STEPS, "not a step");
	assert_refused("[{'actions':[{}]}]", EXPORT_LOGIC, "has no trigger");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(components_are_converted_as_open_forms_does),
		cmocka_unit_test(choices_and_columns_are_converted_too),
		cmocka_unit_test(server_settings_are_dropped_with_a_line),
		cmocka_unit_test(unknown_types_are_left_as_they_are),
		cmocka_unit_test(conditions_are_cleaned_and_typed),
		cmocka_unit_test(rules_of_any_release_come_in_one_shape),
		cmocka_unit_test(variables_lose_how_they_are_fetched),
		cmocka_unit_test(secrets_of_a_form_stay_behind),
		cmocka_unit_test(what_a_form_is_stays),
		cmocka_unit_test(translations_go_to_the_place_of_their_dutch),
		cmocka_unit_test(exports_that_do_not_join_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

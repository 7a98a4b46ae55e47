/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/memory.h"
#include "lib/base/text.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"

static struct form *load(const char *quoted, const char *language)
{
	json_t *bundle = json_of(quoted);
	struct form_fault fault;
	struct form *form = form_from_json(bundle, NULL, language, &fault);

	if (!form)
		fail_msg("%s", fault.text);
	json_decref(bundle);
	return form;
}

static void a_component_is_read_with_all_it_says(void **state)
{
	struct form *form = form_of(
		"{'type':'textfield','key':'naam','label':'Naam','description':'<p>Van "
		"uw <b>pas</b></p>','tooltip':'Help','placeholder':'Jan','suffix':'x',"
		"'autocomplete':'name','hidden':true,'clearOnHide':false,'disabled':"
		"true,'showInSummary':false,'validate':{'maxLength':50}}");
	const struct component *component = form_find(form, "naam");

	(void)state;
	assert_non_null(component);
	assert_string_equal(component->label.text, "Naam");
	assert_string_equal(component->label.language, "nl");
	assert_string_equal(component->description.text, "Van uw pas");
	assert_string_equal(component->tooltip.text, "Help");
	assert_string_equal(component->placeholder.text, "Jan");
	assert_string_equal(component->suffix.text, "x");
	assert_string_equal(component->autocomplete, "name");
	assert_true(component->hidden && component->disabled);
	assert_false(component->clear_on_hide || component->in_summary);
	assert_int_equal(component->limits.max_length, 50);
	assert_int_equal(component->parent, -1);
	form_free(form);
}

static void null_and_empty_are_as_if_absent(void **state)
{
	struct form *form = form_of(
		"{'type':'number','key':'n','label':'N','description':null,'hidden':'',"
		"'clearOnHide':null,'defaultValue':null,'decimalLimit':'','validate':"
		"{'required':'','min':'','max':null,'maxLength':'','pattern':null},"
		"'conditional':{'show':'','when':null,'eq':''},'openForms':null,"
		"'errors':null,'prefill':null}");
	const struct component *component = &form->components[0];

	(void)state;
	assert_string_equal(component->description.text, "");
	assert_false(component->hidden || component->limits.required);
	assert_true(component->clear_on_hide);
	assert_false(component->limits.has_min || component->limits.has_max);
	assert_null(component->limits.pattern);
	assert_int_equal(component->limits.decimals, -1);
	assert_false(component->condition.set);
	assert_null(component->errors);
	form_free(form);
}

static void groups_stand_before_what_is_in_them(void **state)
{
	struct form *form = form_of(
		"{'type':'fieldset','key':'f','label':'F','components':[" TEXT("a",
			"") "]},"
				"{'type':'fieldset','key':'g','label':'G','hideHeader':true,"
				"'components':[]}," TEXT("b", ""));

	(void)state;
	assert_int_equal(form->n_components, 4);
	assert_string_equal(form->components[0].key, "f");
	assert_int_equal(form->components[1].parent, 0);
	assert_string_equal(form->components[2].label.text, "");
	assert_int_equal(form->components[3].parent, -1);
	form_free(form);
}

static void the_empty_option_of_the_builder_is_dropped(void **state)
{
	struct form *form = form_of(
		"{'type':'select','key':'s','label':'S','data':{'values':["
		"{'label':'','value':''},{'value':'a','label':'A','description':'Da'}]}}");
	const struct component *component = &form->components[0];

	(void)state;
	assert_int_equal(component->n_options, 1);
	assert_string_equal(component_option(component, "a")->label.text, "A");
	assert_string_equal(component->options[0].description.text, "Da");
	assert_null(component_option(component, "b"));
	form_free(form);
}

static void a_postcode_gets_the_pattern_of_the_country(void **state)
{
	struct form *form = form_of("{'type':'postcode','key':'p','label':'P',"
								"'validate':{'pattern':''}}");

	(void)state;
	assert_non_null(form->components[0].limits.pattern);
	form_free(form);
}

struct secrecy {
	const char *type, *more;
	bool is_private, is_masked;
};

static void what_is_private_follows_type_and_purpose(void **state)
{
	static const struct secrecy rows[] = {
		{ "bsn", "", true, true },
		{ "iban", "", true, false },
		{ "phoneNumber", "", true, false },
		{ "email", "", true, false },
		{ "textfield", "", true, false },
		{ "textarea", "", true, false },
		{ "postcode", "", true, false },
		{ "date", "", true, false },
		{ "date", ",'autocomplete':'bday'", true, true },
		{ "date", ",'autocomplete':'section-partner bday'", true, true },
		{ "number", "", false, false },
		{ "number", ",'autocomplete':'bday-year'", true, false },
		{ "currency", ",'isSensitiveData':true", true, false },
		{ "time", "", false, false },
		{ "checkbox", "", false, false },
		{ "checkbox", ",'isSensitiveData':true", true, false },
		{ "content", ",'isSensitiveData':true", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char component[256];
		struct form *form;

		snprintf(component, sizeof component,
			"{'type':'%s','key':'a','label':'A'%s}", rows[i].type,
			rows[i].more);
		form = form_of(component);
		if (form->components[0].is_private != rows[i].is_private ||
			form->components[0].is_masked != rows[i].is_masked)
			fail_msg("%s", component);
		form_free(form);
	}
}

#define TRANSLATED                                                               \
	"{'v':1,'slug':'p','form':{'name':'Proef','translationEnabled':true,"        \
	"'steps':[{'slug':'s','name':'Stap','configuration':{'components':["         \
	"{'type':'radio','key':'r','label':'Kies','values':[{'value':'a:b',"         \
	"'label':'Ja','openForms':{'translations':{'en':{'label':'Yes (form)'}}}}]," \
	"'openForms':{'translations':{'en':{'label':'Choose (form)'}}},"             \
	"'translatedErrors':{'nl':{'required':'Kies {{ field }}'},"                  \
	"'en':{'required':'Choose (form)'}}}]}}]},"                                  \
	"'translations':{'en':{'form:name':'Test','r:label':'Choose'},"              \
	"'tr':{'form:name':'Deneme','step:s:name':'Adım','r:label':'Seç',"         \
	"'r:values:a%3Ab:label':'Evet','r:errors:required':'Seçin'}}}"

static void an_overlay_beats_the_form_and_dutch_stands_in(void **state)
{
	struct form *form = load(TRANSLATED, "en");

	(void)state;
	assert_string_equal(form->name.text, "Test");
	assert_string_equal(form->name.language, "en");
	assert_string_equal(form->components[0].label.text, "Choose");
	assert_string_equal(
		form->components[0].options[0].label.text, "Yes (form)");
	assert_string_equal(form->steps[0].name.text, "Stap");
	assert_string_equal(form->steps[0].name.language, "nl");
	assert_false(form->complete);
	form_free(form);
}

static void a_form_is_complete_when_nothing_is_left_in_dutch(void **state)
{
	struct form *turkish = load(TRANSLATED, "tr");
	struct form *dutch = load(TRANSLATED, "nl");
	struct form *polish = load(TRANSLATED, "pl");

	(void)state;
	assert_true(turkish->complete && dutch->complete);
	assert_false(polish->complete);
	assert_string_equal(turkish->components[0].options[0].label.text, "Evet");
	assert_string_equal(polish->name.text, "Proef");
	form_free(turkish);
	form_free(dutch);
	form_free(polish);
}

static void a_kind_of_a_language_takes_the_language(void **state)
{
	struct form *form = load(TRANSLATED, "tr-CY");

	(void)state;
	assert_string_equal(form->name.text, "Deneme");
	assert_string_equal(form->name.language, "tr");
	form_free(form);
}

static void errors_are_the_forms_own_words(void **state)
{
	struct form *dutch = load(TRANSLATED, "nl");
	struct form *turkish = load(TRANSLATED, "tr");
	struct phrase phrase;

	(void)state;
	assert_true(component_error(&dutch->components[0], "required", &phrase));
	assert_string_equal(phrase.text, "Kies Kies");
	assert_true(component_error(&turkish->components[0], "required", &phrase));
	assert_string_equal(phrase.text, "Seçin");
	assert_string_equal(phrase.language, "tr");
	assert_false(component_error(&dutch->components[0], "pattern", &phrase));
	form_free(dutch);
	form_free(turkish);
}

static void the_service_page_is_read(void **state)
{
	struct form *form = load(
		"{'v':1,'slug':'p','form':{'name':'P','steps':[{'slug':'s','name':'S',"
		"'configuration':{'components':[]}}],"
		"'submissionStatementsConfiguration':[{'key':'ok','type':'checkbox',"
		"'label':'<p>Ja</p>','validate':{'required':true}}]},"
		"'service':{'v':1,'slug':'p','order':2,'category':'Wonen','here':'Hier',"
		"'price':{'cents':1830,'text':'€ 18,30'},'pictogram':'huis',"
		"'workingDays':5},'translations':{'en':{'service:price':'18.30'}}}",
		"en");

	(void)state;
	assert_string_equal(form->service.category.text, "Wonen");
	assert_string_equal(form->service.price.text, "18.30");
	assert_int_equal(form->service.price_cents, 1830);
	assert_int_equal(form->service.working_days, 5);
	assert_string_equal(form->service.pictogram, "huis");
	assert_string_equal(form->service.next.text, "");
	assert_int_equal(form->n_statements, 1);
	assert_string_equal(form->statements[0].label.text, "Ja");
	assert_true(form->statements[0].limits.required);
	form_free(form);
}

static void the_version_follows_the_content_not_its_spelling(void **state)
{
	struct form_fault fault;
	char *one = bundle_text(TEXT("a", ""));
	char *other = text_format("  %s\n", one);
	struct form *first = form_load(one, strlen(one), "nl", &fault);
	struct form *second = form_load(other, strlen(other), "en", &fault);
	struct form *third = form_of(TEXT("b", ""));

	(void)state;
	assert_int_equal(strlen(first->version), 64);
	assert_string_equal(first->version, second->version);
	assert_string_not_equal(first->version, third->version);
	form_free(first);
	form_free(second);
	form_free(third);
	free(one);
	free(other);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_component_is_read_with_all_it_says),
		cmocka_unit_test(null_and_empty_are_as_if_absent),
		cmocka_unit_test(groups_stand_before_what_is_in_them),
		cmocka_unit_test(the_empty_option_of_the_builder_is_dropped),
		cmocka_unit_test(a_postcode_gets_the_pattern_of_the_country),
		cmocka_unit_test(what_is_private_follows_type_and_purpose),
		cmocka_unit_test(an_overlay_beats_the_form_and_dutch_stands_in),
		cmocka_unit_test(a_form_is_complete_when_nothing_is_left_in_dutch),
		cmocka_unit_test(a_kind_of_a_language_takes_the_language),
		cmocka_unit_test(errors_are_the_forms_own_words),
		cmocka_unit_test(the_service_page_is_read),
		cmocka_unit_test(the_version_follows_the_content_not_its_spelling),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

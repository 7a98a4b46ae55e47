/* SPDX-License-Identifier: EUPL-1.2 */
/* What comes over of settings that are of another type, or of another time,
 * than they should be. */
#include "tests/form_help.h"

#include "tools/import_parts.h"

struct row {
	const char *old, *expected;
	const char *told; /* NULL: nothing */
};

/* One component through the importer, without its type and key. */
static void assert_row(const struct row *row)
{
	struct import import = { .index = json_object(),
		.here = json_object(),
		.renamed = json_object(),
		.aliases = json_object() };
	json_t *list = json_pack("[o]", json_of(row->old));
	json_t *wanted = json_of(row->expected);
	json_t *found = import_components(&import, list, "");
	json_t *left = json_array_get(found, 0);

	json_object_del(left, "type");
	json_object_del(left, "key");
	if (!json_equal(left, wanted)) {
		char *text = json_dumps(left, JSON_SORT_KEYS);

		fail_msg("%s: %s", row->old, text);
	}
	if (row->told && !strstr(import.report.bytes, row->told))
		fail_msg("not told: %s\n%s", row->told, import.report.bytes);
	if (!row->told && strstr(import.report.bytes, "      "))
		fail_msg("told: %s", import.report.bytes);
	json_decref(found);
	json_decref(wanted);
	json_decref(list);
	import_clear(&import);
}

#define ASSERT_ROWS(rows)                                                      \
	for (size_t row_ = 0; row_ < sizeof rows / sizeof rows[0]; row_++)         \
	assert_row(&rows[row_])

#define TEXT(more)   "{'type':'textfield','key':'k'," more "}"
#define NUMBER(more) "{'type':'number','key':'k'," more "}"
#define RADIO(more)                                                            \
	"{'type':'radio','key':'k','openForms':{'dataSrc':'manual'},'values':["    \
	"{'value':'a','label':'A'}]," more "}"
#define RADIO_LEFT                                                             \
	"'openForms':{'dataSrc':'manual'},'values':[{'value':'a','label':'A'}]"

static void settings_become_of_their_type(void **state)
{
	static const struct row rows[] = {
		{ TEXT("'label':'A'"), "{'label':'A'}", NULL },
		{ TEXT("'label':5"), "{'label':'5'}", "label was made a text." },
		{ TEXT("'label':['A']"), "{}",
			"label was dropped: it must be a text." },
		{ TEXT("'label':null,'tooltip':{},'placeholder':[]"), "{}", NULL },
		{ TEXT("'hidden':'true'"), "{'hidden':true}",
			"hidden was made true or false." },
		{ TEXT("'hidden':'','multiple':null,'disabled':'false'"), "{}",
			"disabled was made true or false." },
		{ TEXT("'hidden':'misschien'"), "{}", "hidden was dropped" },
		{ TEXT("'validate':{'required':1}"), "{'validate':{'required':true}}",
			"validate.required was made true or false." },
		{ TEXT("'validate':'nee'"), "{}", "validate was dropped" },
		{ TEXT("'validate':{'maxLength':-1}"), "{}",
			"validate.maxLength was dropped: it must be a whole number" },
		{ TEXT("'validate':{'maxLength':1.5}"), "{}",
			"validate.maxLength was dropped" },
		{ TEXT("'validate':{'plugins':['phonenumber-nl',null,3]}"),
			"{'validate':{'plugins':['phonenumber-nl']}}",
			"Something in validate.plugins was dropped" },
		{ TEXT("'validate':{'pattern':'('}"), "{}",
			"validate.pattern was dropped: a pattern that cannot be read" },
		{ TEXT("'validate':{'pattern':'^\\\\d+$'}"),
			"{'validate':{'pattern':'^\\\\d+$'}}", NULL },
		{ NUMBER("'decimalLimit':'2','allowNegative':0"),
			"{'decimalLimit':2,'allowNegative':false}",
			"decimalLimit \"2\" was made a number." },
		{ NUMBER("'validate':{'min':'geen'}"), "{}",
			"validate.min was dropped: it must be a number." },
		{ "{'type':'time','key':'k','minTime':'negen'}", "{}",
			"validate.minTime was dropped: it must be a time" },
		{ "{'type':'date','key':'k','openForms':{'minDate':{'mode':'soms'},"
		  "'maxDate':{'mode':'past'}}}",
			"{'openForms':{'maxDate':{'mode':'past'}}}",
			"openForms.minDate was dropped: its mode 'soms' is unknown." },
		{ "{'type':'date','key':'k','datePicker':{'minDate':5,'maxDate':"
		  "'2026-01-01'}}",
			"{'datePicker':{'maxDate':'2026-01-01'}}",
			"datePicker.minDate was dropped: it must be a date." },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void options_that_nobody_can_choose_are_dropped(void **state)
{
	static const struct row rows[] = {
		{ RADIO("'label':''"), "{" RADIO_LEFT "}", NULL },
		{ "{'type':'radio','key':'k','openForms':{'dataSrc':'manual'},"
		  "'values':[{'value':'a','label':'A'},{'value':'','label':'B'}]}",
			"{" RADIO_LEFT "}", "The option 'B' was dropped" },
		{ "{'type':'radio','key':'k','openForms':{'dataSrc':'manual'},"
		  "'values':[{'value':'a','label':'A'},{'value':'a','label':'C'}]}",
			"{" RADIO_LEFT "}",
			"The option 'C' was dropped: it has no value of its own." },
		{ "{'type':'radio','key':'k','openForms':{'dataSrc':'manual'},"
		  "'values':['x',{'value':'a','label':'A'}]}",
			"{" RADIO_LEFT "}", "1 empty option was removed." },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void defaults_are_answers(void **state)
{
	static const struct row rows[] = {
		{ TEXT("'defaultValue':'x'"), "{'defaultValue':'x'}", NULL },
		{ TEXT("'defaultValue':5"), "{'defaultValue':'5'}",
			"defaultValue was made one of its type." },
		{ TEXT("'defaultValue':true"), "{}",
			"defaultValue was dropped: no answer can be that." },
		{ TEXT("'defaultValue':['x']"), "{'defaultValue':'x'}",
			"defaultValue was made one answer." },
		{ TEXT("'multiple':true,'defaultValue':'x'"),
			"{'multiple':true,'defaultValue':['x']}",
			"defaultValue was made a list." },
		{ TEXT("'multiple':true,'defaultValue':null"),
			"{'multiple':true,'defaultValue':[]}",
			"The empty defaultValue was made one of its type." },
		{ NUMBER("'defaultValue':'3'"), "{'defaultValue':3}",
			"defaultValue \"3\" was made a number." },
		{ NUMBER("'defaultValue':'drie'"), "{}", "defaultValue was dropped" },
		{ "{'type':'checkbox','key':'k','defaultValue':'true'}",
			"{'defaultValue':true}", "defaultValue was made one of its type." },
		{ RADIO("'defaultValue':'a'"), "{" RADIO_LEFT ",'defaultValue':'a'}",
			NULL },
		{ RADIO("'defaultValue':'weg'"), "{" RADIO_LEFT "}",
			"defaultValue was dropped: no answer can be that." },
		{ "{'type':'radio','key':'k','openForms':{'dataSrc':'variable'},"
		  "'defaultValue':'x'}",
			"{'openForms':{'dataSrc':'variable'},'defaultValue':'x'}", NULL },
		{ "{'type':'selectboxes','key':'k','openForms':{'dataSrc':'manual'},"
		  "'values':[{'value':'a','label':'A'}],'defaultValue':'a'}",
			"{" RADIO_LEFT "}", "defaultValue was dropped" },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void later_releases_are_followed(void **state)
{
	static const struct row rows[] = {
		{ TEXT("'errors':{'required':'x'}"), "{}",
			"errors was emptied, as translatedErrors counts." },
		{ NUMBER("'errors':{'required':'x'}"), "{'errors':{'required':'x'}}",
			NULL },
		{ "{'type':'email','key':'k','translatedErrors':{'nl':{'pattern':'x',"
		  "'maxLength':'y','required':'z'}}}",
			"{'translatedErrors':{'nl':{'required':'z'}}}",
			"2 error messages were removed, as nothing of the kind is" },
		{ TEXT("'openForms':{'translations':{'en':{'defaultValue':'x',"
			   "'label':'y'}}}"),
			"{'openForms':{'translations':{'en':{'label':'y'}}}}",
			"The defaultValue for 'en' was dropped" },
		{ TEXT("'conditional':{'show':true,'when':'b','eq':''}"), "{}",
			"conditional was removed: compared with nothing" },
		{ "{'type':'currency','key':'k','conditional':{'show':true,'when':'b',"
		  "'eq':''}}",
			"{'conditional':{'show':true,'when':'b','eq':''}}", NULL },
		{ "{'type':'file','key':'k','filePattern':'application/zip','file':{"
		  "'type':['application/zip']}}",
			"{'filePattern':'application/zip,application/x-zip-compressed,"
			"application/zip-compressed','file':{'type':['application/zip',"
			"'application/x-zip-compressed','application/zip-compressed']}}",
			"application/x-zip-compressed was added to the kinds of file." },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

static void a_question_without_a_key_is_given_one(void **state)
{
	static const struct row rows[] = {
		{ "{'type':'content','html':'x'}", "{'html':'x'}",
			"It had no key, and 'content' is its key now." },
	};

	(void)state;
	ASSERT_ROWS(rows);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(settings_become_of_their_type),
		cmocka_unit_test(options_that_nobody_can_choose_are_dropped),
		cmocka_unit_test(defaults_are_answers),
		cmocka_unit_test(later_releases_are_followed),
		cmocka_unit_test(a_question_without_a_key_is_given_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

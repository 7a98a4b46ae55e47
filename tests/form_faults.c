/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/memory.h"
#include "lib/base/text.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'L'" more "}"
#define PLACE "form.steps[0].configuration.components"

struct fault_row {
	const char *components, *wrong;
};

static void assert_load_fault(const char *bytes, size_t n, const char *wrong)
{
	struct form_fault fault;

	assert_null(form_load(bytes, n, "nl", &fault));
	assert_non_null(fault.text);
	if (!strstr(fault.text, wrong))
		fail_msg("%s", fault.text);
	free(fault.text);
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
	static const struct fault_row rows[] = {
		{ TEXT("a", ",'validate':{'max':'12'}"),
			PLACE "[0].validate.max: a text where a number must stand" },
		{ TEXT("a", ",'validate':{'maxLength':1.5}"),
			PLACE "[0].validate.maxLength: not a whole number from 0 to "
				  "2147483647" },
		{ TEXT("a", ",'validate':[]"),
			PLACE "[0].validate: a list where an object must stand" },
		{ TEXT("a", ",'hidden':'ja'"),
			PLACE "[0].hidden: a text where true or false must stand" },
		{ TEXT("a", ",'label2':1,'description':5"),
			PLACE "[0].description: a number where a text must stand" },
		{ TEXT("a", ",'defaultValue':5"),
			PLACE "[0].defaultValue: not an answer to this component" },
		{ TEXT("a", ",'conditional':{'show':5,'when':'a','eq':'x'}"),
			PLACE "[0].conditional.show: a number where true or false must "
				  "stand" },
		{ TEXT("a b", ""), PLACE "[0].key: not a key" },
		{ TEXT("a..b", ""), PLACE "[0].key: not a key" },
		{ TEXT(".a", ""), PLACE "[0].key: not a key" },
		{ TEXT("", ""), PLACE "[0].key: not a key" },
		{ "'x'", PLACE "[0].type: a component without a type" },
		{ TEXT("a", "") "," TEXT("a", ""),
			"form: a second component of the key 'a'" },
		{ TEXT("a", "") "," TEXT("a.b", ""),
			"form: the keys 'a' and 'a.b' cannot both be" },
		{ "{'type':'radio','key':'r','label':'R','values':[{'value':'a','label':"
		  "'A'},{'value':'a','label':'B'}]}",
			PLACE "[0].values[1].value: a second option of this value" },
		{ "{'type':'radio','key':'r','label':'R','values':[{'value':'','label':"
		  "'A'}]}",
			PLACE "[0].values[0].value: an option without a value" },
		{ "{'type':'radio','key':'r','label':'R','values':[]}",
			PLACE "[0].values: no options" },
		{ "{'type':'radio','key':'r','label':'R','values':['a']}",
			PLACE "[0].values[0]: a text where an option must stand" },
		{ "{'type':'time','key':'t','label':'T','validate':{'minTime':'9'}}",
			PLACE "[0].validate.minTime: not a time (HH:MM)" },
		{ "{'type':'date','key':'d','label':'D','datePicker':{'minDate':'1-1'}}",
			PLACE "[0].datePicker.minDate: not a date (YYYY-MM-DD)" },
		{ "{'type':'date','key':'d','label':'D','openForms':{'minDate':{'mode':"
		  "'x'}}}",
			PLACE "[0].openForms.minDate: the mode 'x' is unknown" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_fault(rows[i].components, rows[i].wrong);
}

static void a_pattern_that_cannot_be_read_is_a_fault(void **state)
{
	char *said = fault_of(TEXT("a", ",'validate':{'pattern':'(a'}"));

	(void)state;
	assert_true(text_starts(said,
		PLACE "[0].validate.pattern: a pattern that cannot be read at byte 2"));
	free(said);
}

static void bytes_that_are_no_json_are_a_fault_with_their_line(void **state)
{
	static const char twice[] = "{\"v\":1,\n\"v\":1}";
	static const char cut[] = "{\"v\":1,";

	(void)state;
	assert_load_fault(twice, strlen(twice), "line 2, column 3: duplicate");
	assert_load_fault(cut, strlen(cut), "line 1, column 7");
	assert_load_fault("", 0, "line 1");
	assert_load_fault("\"\\u0000\"", 8, "line 1");
	assert_load_fault("[]", 2, "a list where a bundle must stand");
	assert_load_fault("{}", 2, "v: another version than 1");
}

static void a_text_of_ten_megabytes_is_a_fault(void **state)
{
	size_t n = 10 * 1000 * 1000;
	char *label = mem_new(n + 1, 1), *components, *bytes;

	(void)state;
	memset(label, 'x', n);
	components =
		text_format("{'type':'textfield','key':'a','label':'%s'}", label);
	bytes = bundle_text(components);
	assert_load_fault(
		bytes, strlen(bytes), PLACE "[0].label: a text over 1 MB");
	free(bytes);
	free(components);
	free(label);
}

static void nesting_without_end_is_a_fault(void **state)
{
	struct text deep = { 0 };
	char *bytes;

	(void)state;
	for (int i = 0; i < 1000; i++)
		text_add(&deep, "{'type':'fieldset','key':'f','components':[");
	for (int i = 0; i < 1000; i++)
		text_add(&deep, "]}");
	bytes = bundle_text(deep.bytes);
	assert_load_fault(bytes, strlen(bytes), "nested over 32 levels deep");
	free(bytes);
	text_clear(&deep);
}

static void a_bundle_nested_past_the_parser_is_a_fault(void **state)
{
	size_t n = 1000 * 1000;
	char *bytes = mem_new(n + 1, 1);

	(void)state;
	memset(bytes, '[', n);
	assert_load_fault(bytes, n, "line 1");
	free(bytes);
}

static void two_steps_of_a_name_are_a_fault(void **state)
{
	static const char step[] =
		"{\"v\":1,\"slug\":\"p\",\"form\":{\"name\":\"P\",\"steps\":["
		"{\"slug\":\"s\",\"configuration\":{\"components\":[]}},"
		"{\"slug\":\"s\",\"configuration\":{\"components\":[]}}]}}";

	(void)state;
	assert_load_fault(
		step, strlen(step), "form.steps[1].slug: a second step of this name");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_told_with_its_place),
		cmocka_unit_test(a_pattern_that_cannot_be_read_is_a_fault),
		cmocka_unit_test(bytes_that_are_no_json_are_a_fault_with_their_line),
		cmocka_unit_test(a_text_of_ten_megabytes_is_a_fault),
		cmocka_unit_test(nesting_without_end_is_a_fault),
		cmocka_unit_test(a_bundle_nested_past_the_parser_is_a_fault),
		cmocka_unit_test(two_steps_of_a_name_are_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

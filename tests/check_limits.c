/* SPDX-License-Identifier: EUPL-1.2 */
/* Every finding about limits and choices: a form that has it, one that has
 * not. */
#include "tests/form_help.h"

#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/file.h"
#include "lib/base/text.h"
#include "tools/check_forms.h"
#include "tools/findings.h"

static char folder[] = "/tmp/opendeur-limits-XXXXXX";

static void write_file(const char *name, json_t *taken)
{
	char *path = text_format("%s/%s", folder, name);
	char *text = json_dumps(taken, JSON_INDENT(1));

	assert_true(file_write(path, text, strlen(text)));
	json_decref(taken);
	free(text);
	free(path);
}

static const struct finding *find(
	const struct findings *findings, enum finding_rule rule)
{
	for (size_t i = 0; i < findings->n; i++) {
		if (findings->list[i].rule == rule)
			return &findings->list[i];
	}
	return NULL;
}

/* Checks a form of these components and rules. */
static void check_form_of(
	const char *components, const char *logic, struct findings *findings)
{
	char *text = text_format(
		"{'slug':'proef','name':'Proef','logic':[%s],'steps':[{'uuid':'u1',"
		"'slug':'een','name':'Een','configuration':{'display':'form',"
		"'components':[%s]}}]}",
		logic, components);

	write_file("form.json", json_of(text));
	write_file("service.json", json_of("{'v':1}"));
	check_form(folder, findings);
	free(text);
}

#define RADIO(rest) "{'type':'radio','key':'r','label':'R'" rest "}"
#define BOXES(validate)                                                        \
	"{'type':'selectboxes','key':'s','label':'S','values':[{'value':'x',"      \
	"'label':'X'},{'value':'y','label':'Y'}],'validate':{" validate "}}"
#define TEXT(rest) "{'type':'textfield','key':'t','label':'T'" rest "}"
#define DATE(rest) "{'type':'date','key':'d','label':'D'," rest "}"
#define LOCKED     ",'disabled':true,'validate':{'required':true}"

static const struct row {
	enum finding_rule rule;
	const char *wrong, *right;
} rows[] = {
	{ RULE_LIMITS,
		"{'type':'number','key':'n','label':'N','validate':{'min':9,'max':1}}",
		"{'type':'number','key':'n','label':'N','validate':{'min':1,"
		"'max':1}}" },
	{ RULE_LIMITS, BOXES("'minSelectedCount':3"),
		BOXES("'minSelectedCount':2") },
	{ RULE_LIMITS, BOXES("'minSelectedCount':2,'maxSelectedCount':1"),
		BOXES("'minSelectedCount':1,'maxSelectedCount':2") },
	{ RULE_LIMITS,
		DATE("'datePicker':{'minDate':'2026-05-02T00:00:00+02:00','maxDate':"
			 "'2026-05-01T00:00:00+02:00'}"),
		DATE("'datePicker':{'minDate':'2026-05-01T00:00:00+02:00','maxDate':"
			 "'2026-05-01T00:00:00+02:00'}") },
	{ RULE_LIMITS,
		DATE("'openForms':{'minDate':{'mode':'future'},'maxDate':{'mode':"
			 "'past'}}"),
		DATE("'openForms':{'maxDate':{'mode':'past'}}") },
	{ RULE_NO_OPTIONS, RADIO(",'values':[]"),
		RADIO(",'values':[{'value':'a','label':'A'}]") },
	{ RULE_NO_OPTIONS, RADIO(",'values':[{'value':'','label':''}]"),
		RADIO(",'openForms':{'dataSrc':'variable','itemsExpression':['a']}") },
	{ RULE_LOCKED, TEXT(LOCKED), TEXT(",'defaultValue':'x'" LOCKED) },
	{ RULE_LOCKED, TEXT(LOCKED), TEXT(",'disabled':true") },
	{ RULE_EMPTY_STEP, "", TEXT("") },
	{ RULE_ERROR_MISSING, TEXT(",'validate':{'pattern':'[A-Z]{3}'}"),
		TEXT(",'validate':{'pattern':'[A-Z]{3}'},'translatedErrors':{'nl':{"
			 "'pattern':'Typ drie letters.'}}") },
	{ RULE_ERROR_MISSING, TEXT(",'validate':{'pattern':'[A-Z]{3}'}"),
		"{'type':'postcode','key':'p','label':'P','validate':{'pattern':"
		"'[0-9]{4} [A-Z]{2}'}}" },
};

static void limits_and_choices_are_checked(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings wrong = { 0 }, right = { 0 };
		const struct finding *finding;

		check_form_of(rows[i].wrong, "", &wrong);
		check_form_of(rows[i].right, "", &right);
		finding = find(&wrong, rows[i].rule);
		if (!finding || find(&right, rows[i].rule))
			fail_msg("row %zu", i);
		assert_true(finding && finding->line > 0 && *finding->repair);
		findings_clear(&wrong);
		findings_clear(&right);
	}
}

static void what_a_rule_opens_is_not_locked(void **state)
{
	struct findings findings = { 0 };

	(void)state;
	check_form_of(TEXT(LOCKED) "," RADIO(",'values':[{'value':'a','label':'A'"
										 "}]"),
		"{'jsonLogicTrigger':{'==':[{'var':'r'},'a']},'actions':[{'component':"
		"'t','action':{'type':'property','property':{'value':'disabled',"
		"'type':'bool'},'state':false}}]}",
		&findings);
	assert_null(find(&findings, RULE_LOCKED));
	findings_clear(&findings);
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	static const char *const names[] = { "form.json", "service.json" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *path = text_format("%s/%s", folder, names[i]);

		unlink(path);
		free(path);
	}
	return rmdir(folder);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(limits_and_choices_are_checked),
		cmocka_unit_test(what_a_rule_opens_is_not_locked),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

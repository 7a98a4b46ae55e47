/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/file.h"
#include "lib/base/text.h"
#include "tools/check_forms.h"
#include "tools/check_parts.h"
#include "tools/findings.h"
#include "tools/json_place.h"

static const char questions[] =
	"{'type':'radio','key':'r','label':'R','values':[{'value':'a','label':'A'}"
	",{'value':'b','label':'B'}]},"
	"{'type':'selectboxes','key':'s','label':'S','values':[{'value':'x',"
	"'label':'X'}]},"
	"{'type':'number','key':'n','label':'N','validate':{'min':0,'max':120}},"
	"{'type':'checkbox','key':'c','label':'C'}";

static const char *folder(void)
{
	static char path[] = "/tmp/opendeur-check-XXXXXX";
	static bool made;

	if (!made && !mkdtemp(path))
		fail_msg("no folder");
	made = true;
	return path;
}

static void write_file(const char *name, json_t *taken)
{
	char *path = text_format("%s/%s", folder(), name);
	char *text = json_dumps(taken, JSON_INDENT(1));

	assert_true(file_write(path, text, strlen(text)));
	json_decref(taken);
	free(text);
	free(path);
}

/* Checks a form of these components and rules. */
static void check_form_of(
	const char *components, const char *logic, struct findings *findings)
{
	char *text = text_format(
		"{'slug':'proef','name':'Proef','logic':[%s],'variables':[{'key':'v'}"
		"],'steps':[{'uuid':'u1','slug':'een','name':'Een','configuration':"
		"{'display':'form','components':[%s]}}]}",
		logic, components);

	write_file("form.json", json_of(text));
	write_file("service.json", json_of("{'v':1}"));
	check_form(folder(), findings);
	free(text);
}

/* How often there is a finding of a rule. */
static size_t found(const struct findings *findings, enum finding_rule rule)
{
	size_t n = 0;

	for (size_t i = 0; i < findings->n; i++)
		n += findings->list[i].rule == rule;
	return n;
}

static void triggers_that_cannot_be_met_are_known(void **state)
{
	static const struct {
		const char *logic;
		enum truth truth;
	} table[] = {
		{ "true", ALWAYS },
		{ "false", NEVER },
		{ "''", NEVER },
		{ "{'==':[{'var':'r'},'a']}", MAYBE },
		{ "{'==':[{'var':'r'},'']}", MAYBE },
		{ "{'==':[{'var':'r'},'z']}", NEVER },
		{ "{'===':['z',{'var':'r'}]}", NEVER },
		{ "{'!=':[{'var':'r'},'z']}", ALWAYS },
		{ "{'==':[1,1]}", ALWAYS },
		{ "{'==':['a','b']}", NEVER },
		{ "{'and':[{'==':[{'var':'r'},'a']},{'==':[{'var':'r'},'b']}]}",
			NEVER },
		{ "{'and':[{'==':[{'var':'r'},'a']},{'==':[{'var':'c'},true]}]}",
			MAYBE },
		{ "{'or':[{'==':[{'var':'r'},'z']},{'==':[{'var':'r'},'a']}]}", MAYBE },
		{ "{'or':[{'==':[{'var':'r'},'z']},false]}", NEVER },
		{ "{'!':[{'==':[{'var':'r'},'z']}]}", ALWAYS },
		{ "{'>':[{'var':'n'},120]}", NEVER },
		{ "{'>=':[{'var':'n'},120]}", MAYBE },
		{ "{'<':[{'var':'n'},0]}", NEVER },
		{ "{'<':[120,{'var':'n'}]}", NEVER },
		{ "{'==':[{'var':'n'},121]}", NEVER },
		{ "{'>':[2,1]}", ALWAYS },
		{ "{'in':[{'var':'r'},['y','z']]}", NEVER },
		{ "{'in':[{'var':'r'},['a','z']]}", MAYBE },
		{ "{'if':[{'==':[{'var':'r'},'z']},true,false]}", NEVER },
		{ "{'if':[{'var':'c'},false,false]}", NEVER },
		{ "{'var':'s.x'}", MAYBE },
		{ "{'var':'s.y'}", NEVER },
		{ "{'var':'weg'}", NEVER },
		{ "{'var':'v'}", MAYBE },
		{ "{'var':'today'}", MAYBE },
		{ "{'==':[{'var':'weg'},'a']}", NEVER },
		{ "{'>':[{'date':{'var':'weg'}},{'today':[]}]}", MAYBE },
		{ "{'onbekend':[1]}", MAYBE },
		{ "{}", NEVER },
	};
	struct findings findings = { 0 };
	struct check check;

	(void)state;
	check_form_of(questions, "", &findings);
	check_begin(&check, folder(), &findings);
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		json_t *logic = json_of(table[i].logic);

		if (check_truth(&check, logic) != table[i].truth)
			fail_msg("%s", table[i].logic);
		json_decref(logic);
	}
	check_end(&check);
	findings_clear(&findings);
}

static void assert_rules(const char *logic, enum finding_rule rule, size_t n)
{
	struct findings findings = { 0 };

	check_form_of(questions, logic, &findings);
	if (found(&findings, rule) != n)
		findings_print_text(&findings, stderr);
	assert_int_equal(found(&findings, rule), n);
	findings_clear(&findings);
}

static void rules_are_checked_for_what_they_name(void **state)
{
#define ACTION                                                                 \
	"'actions':[{'component':'c','action':{'type':'property','property':"      \
	"{'value':'hidden','type':'bool'},'state':true}}]"
	(void)state;
	assert_rules("{'jsonLogicTrigger':{'==':[{'var':'r'},'z']}," ACTION "}",
		RULE_NEVER_FIRES, 1);
	assert_rules("{'json_logic_trigger':{'==':[{'var':'r'},'z']}," ACTION "}",
		RULE_NEVER_FIRES, 1);
	assert_rules("{'jsonLogicTrigger':{'==':[{'var':'r'},'a']}," ACTION "}",
		RULE_NEVER_FIRES, 0);
	assert_rules("{'jsonLogicTrigger':true," ACTION "}", RULE_ALWAYS_FIRES, 1);
	assert_rules("{'jsonLogicTrigger':{'!!':[{'var':'rr'}]}," ACTION "}",
		RULE_UNKNOWN_NAME, 1);
	assert_rules("{'jsonLogicTrigger':{'map':[{'var':'s'},{'var':'q'}]}," ACTION
				 "}",
		RULE_UNKNOWN_NAME, 0);
	assert_rules("{'jsonLogicTrigger':{'var':'c'},'actions':[{'component':"
				 "'weg','action':{'type':'property'}},{'formStepUuid':'u1',"
				 "'action':{'type':'disable-next'}},{'formStepUuid':'u2',"
				 "'action':{'type':'disable-next'}},{'variable':'w','action':"
				 "{'type':'variable','value':{'var':'c'}}}]}",
		RULE_UNKNOWN_NAME, 3);
	assert_rules(
		"{'jsonLogicTrigger':{'var':'c'},'actions':[]}", RULE_NO_EFFECT, 1);
	assert_rules(
		"{'jsonLogicTriger':{'var':'c'}," ACTION "}", RULE_UNKNOWN_KEY, 1);
}

/* The questions that are never shown. */
static void assert_unreachable(
	const char *components, const char *logic, size_t n)
{
	char *all = text_format("%s,%s", questions, components);
	struct findings findings = { 0 };

	check_form_of(all, logic, &findings);
	if (found(&findings, RULE_UNREACHABLE) != n) {
		findings_print_text(&findings, stderr);
		fail_msg("%s", components);
	}
	findings_clear(&findings);
	free(all);
}

static void questions_that_are_never_shown_are_found(void **state)
{
#define Q(key, more) "{'type':'bsn','key':'" key "','label':'Q'," more "}"
#define WHEN(show, when, eq)                                                   \
	"'conditional':{'show':" show ",'when':'" when "','eq':" eq "}"
	(void)state;
	assert_unreachable(Q("q", WHEN("true", "r", "'a'")), "", 0);
	assert_unreachable(Q("q", WHEN("true", "r", "'z'")), "", 1);
	assert_unreachable(Q("q", WHEN("false", "r", "'z'")), "", 0);
	assert_unreachable(Q("q", WHEN("true", "weg", "'z'")), "", 1);
	assert_unreachable(Q("q", WHEN("true", "s", "'y'")), "", 1);
	assert_unreachable(Q("q", WHEN("true", "n", "500")), "", 1);
	assert_unreachable(Q("q", "'hidden':true"), "", 1);
	assert_unreachable(Q("q", "'hidden':true,'defaultValue':'1'"), "", 0);
	assert_unreachable(
		Q("q", "'hidden':true") "," Q("p", WHEN("true", "q", "'1'")), "", 2);
	assert_unreachable("{'type':'fieldset','key':'f','label':'F',"
					   "'hidden':true,'components':[" Q("q", "'x':1") "]}",
		"", 1);
	assert_unreachable(Q("q", "'hidden':true"),
		"{'jsonLogicTrigger':{'var':'c'},'actions':[{'component':'q','action':"
		"{'type':'property','property':{'value':'hidden'},'state':false}}]}",
		0);
	assert_unreachable(Q("q", "'hidden':true"),
		"{'jsonLogicTrigger':{'==':[{'var':'r'},'z']},'actions':[{'component':"
		"'q','action':{'type':'property','property':{'value':'hidden'},"
		"'state':false}}]}",
		1);
}

static void a_circle_of_conditions_ends(void **state)
{
	(void)state;
	assert_unreachable(
		Q("p", WHEN("true", "q", "'1'")) "," Q("q", WHEN("true", "p", "'1'")),
		"", 0);
}

static void slips_in_settings_are_named(void **state)
{
	struct findings findings = { 0 };

	(void)state;
	check_form_of("{'type':'bsn','key':'q','label':'Q','validate':"
				  "{'requird':true},'autocompleet':'x','eigen':1,"
				  "'_noot':'x'},{'type':'textfeld','key':'t','label':'T'}",
		"", &findings);
	assert_int_equal(found(&findings, RULE_UNKNOWN_KEY), 4);
	assert_string_equal(
		findings.list[0].repair, "Did you mean \"autocomplete\"?");
	assert_string_equal(findings.list[0].place,
		"steps[0].configuration.components[0].autocompleet");
	assert_true(findings.list[0].line > 1);
	assert_int_equal(findings.list[0].severity, RED);
	assert_int_equal(findings.list[1].severity, AMBER);
	assert_string_equal(findings.list[3].repair, "Did you mean \"textfield\"?");
	findings_clear(&findings);
}

static void personal_questions_say_their_purpose(void **state)
{
	static const struct {
		const char *components;
		size_t missing, unknown;
	} table[] = {
		{ "{'type':'email','key':'m','label':'E-mail'}", 1, 0 },
		{ "{'type':'email','key':'m','label':'E-mail','autocomplete':'email'}",
			0, 0 },
		{ "{'type':'email','key':'m','label':'E-mail','autocomplete':'mail'}",
			0, 1 },
		{ "{'type':'email','key':'m','label':'E-mail van uw partner'}", 0, 0 },
		{ "{'type':'date','key':'geboortedatum','label':'D'}", 1, 0 },
		{ "{'type':'date','key':'begin','label':'D'}", 0, 0 },
		{ "{'type':'textfield','key':'t','label':'Wat is uw achternaam?'}", 1,
			0 },
		{ "{'type':'textfield','key':'t','label':'N','autocomplete':"
		  "'section-kind given-name'}",
			0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct findings findings = { 0 };

		check_form_of(table[i].components, "", &findings);
		assert_int_equal(
			found(&findings, RULE_PURPOSE_MISSING), table[i].missing);
		assert_int_equal(
			found(&findings, RULE_PURPOSE_UNKNOWN), table[i].unknown);
		findings_clear(&findings);
	}
}

static void values_have_their_lines(void **state)
{
	json_t *lines = json_lines("{\n \"a\": [\n  1,\n  {\"b\": \"x\\\"]\"}\n ],"
							   "\n \"c\": {}\n}");

	(void)state;
	assert_int_equal(json_line(lines, ""), 1);
	assert_int_equal(json_line(lines, "a"), 2);
	assert_int_equal(json_line(lines, "a[0]"), 3);
	assert_int_equal(json_line(lines, "a[1].b"), 4);
	assert_int_equal(json_line(lines, "c"), 6);
	assert_int_equal(json_line(lines, "d"), 0);
	json_decref(lines);
}

static int remove_folder(void **state)
{
	static const char *const names[] = { "form.json", "service.json" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *path = text_format("%s/%s", folder(), names[i]);

		unlink(path);
		free(path);
	}
	return rmdir(folder());
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(triggers_that_cannot_be_met_are_known),
		cmocka_unit_test(rules_are_checked_for_what_they_name),
		cmocka_unit_test(questions_that_are_never_shown_are_found),
		cmocka_unit_test(a_circle_of_conditions_ends),
		cmocka_unit_test(slips_in_settings_are_named),
		cmocka_unit_test(personal_questions_say_their_purpose),
		cmocka_unit_test(values_have_their_lines),
	};

	return cmocka_run_group_tests(tests, NULL, remove_folder);
}

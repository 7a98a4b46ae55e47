/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "lib/base/text.h"
#include "lib/forms/template.h"

#define DATA                                                                   \
	"{'naam':'Jan','leeg':'','n':5,'bedrag':12.5,'niets':null,'ja':true,"      \
	"'adres':{'straat':'Spui'},'kinderen':['Ada','Bo'],'dag':'1980-12-31',"    \
	"'tijd':'2026-11-25T14:30:00+01:00','s':{'x':true,'y':false,'z':true},"    \
	"'vreemd':'a\\u001b[2Jb'}"

struct row {
	const char *text, *filled;
};

static void assert_filled(const struct row *row)
{
	json_t *data = json_of(DATA), *kinds = json_of("{'dag':1,'tijd':2}");
	struct world world = {
		.data = data, .kinds = kinds, .today = TODAY, .steps = 10000
	};
	char *filled = template_fill(row->text, &world);

	assert_true(template_check(row->text, NULL));
	assert_string_equal(filled, row->filled);
	free(filled);
	json_decref(kinds);
	json_decref(data);
}

static void assert_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_filled(&rows[i]);
}

static void names_become_what_was_answered(void **state)
{
	static const struct row rows[] = {
		{ "Dag {{ naam }}!", "Dag Jan!" },
		{ "Dag {{naam}}!", "Dag Jan!" },
		{ "{{ adres.straat }} {{ kinderen.1 }}", "Spui Bo" },
		{ "[{{ leeg }}{{ niets }}{{ onbekend }}]", "[]" },
		{ "{{ n }} {{ bedrag }}", "5 12,5" },
		{ "{{ dag }}, {{ tijd }}", "31-12-1980, 25-11-2026 14:30" },
		{ "{{ kinderen }}; {{ s }}", "Ada, Bo; x, z" },
		{ "{{ 'letters' }}", "letters" },
		{ "{# niets #}Dag", "Dag" },
		{ "{{ vreemd }}", "a[2Jb" },
		{ "Zonder { iets } 100%", "Zonder { iets } 100%" },
	};

	(void)state;
	assert_rows(rows, sizeof rows / sizeof rows[0]);
}

#define IF(condition) "{% if " condition " %}ja{% else %}nee{% endif %}"

static void ifs_choose(void **state)
{
	static const struct row rows[] = {
		{ IF("naam"), "ja" },
		{ IF("leeg"), "nee" },
		{ IF("not leeg"), "ja" },
		{ IF("naam == 'Jan'"), "ja" },
		{ IF("naam == \"Piet\""), "nee" },
		{ IF("naam != 'Piet'"), "ja" },
		{ IF("n == 5"), "ja" },
		{ IF("n == '5'"), "nee" },
		{ IF("n >= 5 and bedrag < 13"), "ja" },
		{ IF("n > 5 or ja"), "ja" },
		{ IF("n > 5 or not ja"), "nee" },
		{ IF("ja == True"), "ja" },
		{ IF("niets == None"), "ja" },
		{ IF("n < naam"), "nee" },
		{ IF("adres.straat=='Spui'"), "ja" },
		{ "{% if n == 1 %}een{% elif n == 5 %}vijf{% else %}meer{% endif %}",
			"vijf" },
		{ "{% if leeg %}{% if naam %}x{% endif %}{% endif %}y", "y" },
		{ "{% if naam %}{% if leeg %}x{% else %}z{% endif %}{% endif %}y",
			"zy" },
		{ "a\n\n{% if leeg %}weg{% endif %}\n\nb", "a\n\nb" },
		{ "{% if leeg %}weg{% endif %}\n\nb", "b" },
	};

	(void)state;
	assert_rows(rows, sizeof rows / sizeof rows[0]);
}

static void what_needs_more_of_django_is_refused(void **state)
{
	static const char *const texts[] = { "{{ naam|upper }}", "{{ }}", "{{ naam",
		"{% for k in kinderen %}x{% endfor %}", "{% if naam %}x", "{% endif %}",
		"{% if %}x{% endif %}", "{% if naam == %}x{% endif %}", "{% else %}",
		"{% if naam in kinderen %}x{% endif %}", "{% if a %}{% else",
		"{% include 'x' %}", "{# open", "{{ 'open }}", "{%",
		"{% if a %}1{% else %}2{% else %}3{% end %}" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		if (template_check(texts[i], NULL))
			fail_msg("%s", texts[i]);
	}
}

static void a_template_that_nests_for_ever_is_refused(void **state)
{
	struct text deep = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		text_add(&deep, "{% if a %}");
	assert_false(template_check(deep.bytes, NULL));
	text_clear(&deep);
}

static void a_template_tells_what_it_reads(void **state)
{
	json_t *names = json_object(), *wanted = json_of("{'a':true,'b.c':true}");

	(void)state;
	assert_true(
		template_check("{{ a }}{% if b.c == 'x' %}{{ a }}{% endif %}", names));
	assert_true(json_equal(names, wanted));
	json_decref(wanted);
	json_decref(names);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_become_what_was_answered),
		cmocka_unit_test(ifs_choose),
		cmocka_unit_test(what_needs_more_of_django_is_refused),
		cmocka_unit_test(a_template_that_nests_for_ever_is_refused),
		cmocka_unit_test(a_template_tells_what_it_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

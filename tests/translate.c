/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/translate.h"

#include "lib/base/text.h"
#include "tests/test.h"

static int open_catalogues(void **state)
{
	char *folder = text_format("%s/locale", getenv("builddir"));

	(void)state;
	translate_open(folder);
	free(folder);
	return 0;
}

static void english_is_what_the_source_says(void **state)
{
	(void)state;
	translate_use("en");
	assert_string_equal(_("Goodbye"), "Goodbye");
}

static void the_language_changes_while_it_runs(void **state)
{
	(void)state;
	translate_use("nl");
	assert_string_equal(_("Goodbye"), "Tot ziens");
	translate_use("tr");
	assert_string_not_equal(_("Goodbye"), "Tot ziens");
	translate_use("nl");
	assert_string_equal(_("Goodbye"), "Tot ziens");
}

static void one_text_in_another_language_changes_nothing_else(void **state)
{
	(void)state;
	translate_use("en");
	assert_string_equal(translate_into("nl", "Goodbye"), "Tot ziens");
	assert_string_equal(_("Goodbye"), "Goodbye");
	assert_string_equal(translate_language(), "en");
}

static void an_unknown_language_is_english(void **state)
{
	(void)state;
	translate_use("xx");
	assert_string_equal(_("Goodbye"), "Goodbye");
}

static void an_empty_text_stays_empty(void **state)
{
	(void)state;
	translate_use("en");
	assert_string_equal(translate_into("nl", ""), "");
}

static void a_context_without_translation_gives_the_text(void **state)
{
	(void)state;
	translate_use("nl");
	assert_string_equal(C_("a context of this test", "Goodbye"), "Goodbye");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_is_what_the_source_says),
		cmocka_unit_test(the_language_changes_while_it_runs),
		cmocka_unit_test(one_text_in_another_language_changes_nothing_else),
		cmocka_unit_test(an_unknown_language_is_english),
		cmocka_unit_test(an_empty_text_stays_empty),
		cmocka_unit_test(a_context_without_translation_gives_the_text),
	};

	return cmocka_run_group_tests(tests, open_catalogues, NULL);
}

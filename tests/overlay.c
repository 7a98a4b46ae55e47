/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/form_help.h"

#include "tools/overlay.h"

#define HEADER                                                                 \
	"msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"

static struct po_file po_of(const char *bytes)
{
	struct po_file po;
	char *wrong;

	if (!po_file_read(&po, bytes, strlen(bytes), &wrong))
		fail_msg("%s", wrong);
	return po;
}

static void assert_updated(
	const char *before, const char *texts, const char *after)
{
	struct po_file po = po_of(before);
	json_t *json = json_of(texts);
	struct overlay_count count;
	char *bytes;

	overlay_update(&po, json, NULL, false, &count);
	bytes = po_file_bytes(&po);
	assert_string_equal(bytes, after);
	free(bytes);
	json_decref(json);
	po_file_clear(&po);
}

static void everything_in_a_file_is_written_again(void **state)
{
	static const char whole[] =
		"# SPDX-License-Identifier: EUPL-1.2\n" HEADER "\n"
		"# Kort houden: 20 tekens.\n#. uitleg\n#: form.json:3\n"
		"#, fuzzy, no-wrap\n#| msgctxt \"oud:label\"\n#| msgid \"Nam\"\n"
		"msgctxt \"naam:label\"\nmsgid \"Naam\"\nmsgstr \"Na\\tme \\\"x\\\"\"\n"
		"\nmsgctxt \"uitleg:html\"\nmsgid \"\"\n\"Een\\n\"\n\"twee\"\n"
		"msgstr \"\"\n\"One\\n\"\n\"two\"\n"
		"\n# weg\n#~ msgctxt \"weg:label\"\n#~ msgid \"Weg\"\n"
		"#~ msgstr \"Gone\"\n"
		"\n#~ msgctxt \"nog:label\"\n#~ msgid \"Nog\"\n#~ msgstr \"More\"\n"
		"\n# einde\n";
	struct po_file po = po_of(whole);
	char *bytes = po_file_bytes(&po);

	(void)state;
	assert_string_equal(bytes, whole);
	free(bytes);
	po_file_clear(&po);
}

static void new_texts_come_empty_and_in_order(void **state)
{
	(void)state;
	assert_updated(HEADER, "{'a:label':'A','b:label':'B'}",
		HEADER "\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"\"\n"
			   "\nmsgctxt \"b:label\"\nmsgid \"B\"\nmsgstr \"\"\n");
}

static void a_moved_question_loses_nothing(void **state)
{
	(void)state;
	assert_updated(HEADER
		"\n# let op\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"a\"\n"
		"\nmsgctxt \"b:label\"\nmsgid \"B\"\nmsgstr \"b\"\n",
		"{'b:label':'B','a:label':'A'}",
		HEADER "\nmsgctxt \"b:label\"\nmsgid \"B\"\nmsgstr \"b\"\n"
			   "\n# let op\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"a\"\n");
}

static void changed_dutch_makes_a_translation_fuzzy(void **state)
{
	(void)state;
	assert_updated(HEADER
		"\nmsgctxt \"a:label\"\nmsgid \"Oud\"\nmsgstr \"old\"\n",
		"{'a:label':'Nieuw'}",
		HEADER "\n#, fuzzy\n#| msgid \"Oud\"\nmsgctxt \"a:label\"\n"
			   "msgid \"Nieuw\"\nmsgstr \"old\"\n");
}

static void changed_twice_keeps_what_was_translated(void **state)
{
	(void)state;
	assert_updated(HEADER
		"\n#, fuzzy\n#| msgid \"Eerst\"\nmsgctxt \"a:label\"\n"
		"msgid \"Oud\"\nmsgstr \"first\"\n",
		"{'a:label':'Nieuw'}",
		HEADER "\n#, fuzzy\n#| msgid \"Eerst\"\nmsgctxt \"a:label\"\n"
			   "msgid \"Nieuw\"\nmsgstr \"first\"\n");
}

static void changed_back_is_no_longer_fuzzy(void **state)
{
	(void)state;
	assert_updated(HEADER "\n#, fuzzy\n#| msgid \"Oud\"\nmsgctxt \"a:label\"\n"
						  "msgid \"Nieuw\"\nmsgstr \"old\"\n",
		"{'a:label':'Oud'}",
		HEADER "\nmsgctxt \"a:label\"\nmsgid \"Oud\"\nmsgstr \"old\"\n");
}

static void a_text_that_is_gone_is_kept_aside_and_comes_back(void **state)
{
	static const char used[] =
		HEADER "\n# noot\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"a\"\n";
	static const char aside[] =
		HEADER "\n# noot\n#~ msgctxt \"a:label\"\n#~ msgid \"A\"\n"
			   "#~ msgstr \"a\"\n";

	(void)state;
	assert_updated(used, "{}", aside);
	assert_updated(aside, "{}", aside);
	assert_updated(aside, "{'a:label':'A'}", used);
}

static void what_was_never_translated_is_no_loss(void **state)
{
	(void)state;
	assert_updated(HEADER "\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"\"\n",
		"{}", HEADER);
}

static void a_renamed_question_takes_its_translation_along(void **state)
{
	(void)state;
	assert_updated(HEADER
		"\nmsgctxt \"oud:label\"\nmsgid \"Naam\"\nmsgstr \"Name\"\n",
		"{'nieuw:label':'Naam'}",
		HEADER "\n#, fuzzy\n#| msgctxt \"oud:label\"\n"
			   "msgctxt \"nieuw:label\"\nmsgid \"Naam\"\nmsgstr \"Name\"\n"
			   "\n#~ msgctxt \"oud:label\"\n#~ msgid \"Naam\"\n"
			   "#~ msgstr \"Name\"\n");
}

static void what_is_given_fills_only_what_is_open(void **state)
{
	struct po_file po =
		po_of(HEADER "\nmsgctxt \"a:label\"\nmsgid \"A\"\nmsgstr \"a\"\n");
	json_t *texts = json_of("{'a:label':'A','b:label':'B','c:label':'C'}");
	json_t *given = json_of("{'a:label':'x','b:label':'y'}");
	struct overlay_count count;

	(void)state;
	overlay_update(&po, texts, given, false, &count);
	assert_string_equal(po_file_find(&po, "a:label", false)->text, "a");
	assert_string_equal(po_file_find(&po, "b:label", false)->text, "y");
	assert_int_equal(count.texts, 3);
	assert_int_equal(count.done, 2);
	assert_int_equal(count.missing, 1);
	json_decref(given);
	json_decref(texts);
	po_file_clear(&po);
}

static void what_is_no_po_file_is_told_by_its_line(void **state)
{
	static const char *const files[] = { "msgid \"a", "hallo\n",
		"msgctxt \"a\"\nmsgstr \"b\"\n", "msgid \"a\"\nmsgstr \"b\"\n",
		"#| \"x\"\n", "msgctxt \"a\"\nmsgid \"\\q\"\n", "# \xff\n" };

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		struct po_file po;
		char *wrong;

		assert_false(po_file_read(&po, files[i], strlen(files[i]), &wrong));
		assert_memory_equal(wrong, i == 6 ? "line 0" : "line ", 5);
		free(wrong);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_in_a_file_is_written_again),
		cmocka_unit_test(new_texts_come_empty_and_in_order),
		cmocka_unit_test(a_moved_question_loses_nothing),
		cmocka_unit_test(changed_dutch_makes_a_translation_fuzzy),
		cmocka_unit_test(changed_twice_keeps_what_was_translated),
		cmocka_unit_test(changed_back_is_no_longer_fuzzy),
		cmocka_unit_test(a_text_that_is_gone_is_kept_aside_and_comes_back),
		cmocka_unit_test(what_was_never_translated_is_no_loss),
		cmocka_unit_test(a_renamed_question_takes_its_translation_along),
		cmocka_unit_test(what_is_given_fills_only_what_is_open),
		cmocka_unit_test(what_is_no_po_file_is_told_by_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

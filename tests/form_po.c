/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/forms/po.h"

static struct po read_po(const char *text)
{
	struct form_fault fault;
	struct po po;

	if (!po_read(&po, text, strlen(text), &fault))
		fail_msg("%s", fault.text);
	return po;
}

static void assert_wrong(const char *text, const char *wrong)
{
	struct form_fault fault;
	struct po po;

	assert_false(po_read(&po, text, strlen(text), &fault));
	assert_string_equal(fault.text, wrong);
	assert_int_equal(po.n_entries, 0);
	free(fault.text);
}

#define HEADER                                                                 \
	"msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static void entries_come_with_their_place_and_line(void **state)
{
	struct po po = read_po(
		HEADER "# said by hand\n#. from the form\n#: form.json\n"
			   "msgctxt \"naam:label\"\nmsgid \"Naam\"\nmsgstr \"İsim\"\n\n"
			   "msgctxt \"b:label\"\nmsgid \"B\"\nmsgstr \"\"\n");

	(void)state;
	assert_int_equal(po.n_entries, 2);
	assert_string_equal(po.entries[0].context, "naam:label");
	assert_string_equal(po.entries[0].id, "Naam");
	assert_string_equal(po.entries[0].text, "İsim");
	assert_false(po.entries[0].fuzzy);
	assert_int_equal(po.entries[0].line, 8);
	assert_string_equal(po.entries[1].text, "");
	po_clear(&po);
}

static void long_texts_go_on_over_lines_with_escapes(void **state)
{
	struct po po = read_po("msgctxt \"a\" \n\":html\"\nmsgid \"\"\n"
						   "  \"<p>\\\"Een\\\"\\n\"\n\t\"twee\\\\</p>\"\n"
						   "msgstr \"\\tx\"\r\n");

	(void)state;
	assert_string_equal(po.entries[0].context, "a:html");
	assert_string_equal(po.entries[0].id, "<p>\"Een\"\ntwee\\</p>");
	assert_string_equal(po.entries[0].text, "\tx");
	po_clear(&po);
}

static void fuzzy_marks_only_the_entry_that_follows(void **state)
{
	struct po po =
		read_po("#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\n"
				"#, c-format, fuzzy\n#| msgid \"old\"\n"
				"msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"a\"\n"
				"msgctxt \"b\"\nmsgid \"B\"\nmsgstr \"b\"\n\n"
				"msgctxt \"c\"\nmsgid \"C\"\nmsgstr \"c\"\n"
				"#, fuzzy\nmsgctxt \"d\"\nmsgid \"D\"\nmsgstr \"d\"\n");

	(void)state;
	assert_int_equal(po.n_entries, 4);
	assert_true(po.entries[0].fuzzy);
	assert_false(po.entries[1].fuzzy);
	assert_false(po.entries[2].fuzzy);
	assert_true(po.entries[3].fuzzy);
	po_clear(&po);
}

static void obsolete_entries_are_comments(void **state)
{
	struct po po =
		read_po("#~ msgctxt \"x\"\n#~ msgid \"X\"\n#~ msgstr \"y\"\n");

	(void)state;
	assert_int_equal(po.n_entries, 0);
	po_clear(&po);
}

static void what_is_wrong_is_told_with_its_line(void **state)
{
	(void)state;
	assert_wrong("msgctxt \"a\"\nmsgid \"A\nmsgstr \"b\"\n",
		"line 2: a text that does not end");
	assert_wrong(
		"msgctxt \"a\"\nmsgid \"A\" x\n", "line 2: something behind a text");
	assert_wrong("msgctxt \"a\"\nmsgid \"\\q\"\n",
		"line 2: only \\n, \\t, \\\" and \\\\ can follow a backslash");
	assert_wrong("msgctxt \"a\"\nmsgid \"\\",
		"line 2: only \\n, \\t, \\\" and \\\\ "
		"can follow a backslash");
	assert_wrong(
		"msgctxt \"a\"\nmsgid \"A\"\n", "line 1: an entry without msgstr");
	assert_wrong("msgctxt \"a\"\nmsgstr \"A\"\n",
		"line 2: a msgstr without msgid before it");
	assert_wrong(
		"msgctxt \"a\"\n\nmsgctxt \"b\"\n", "line 1: an entry without msgid");
	assert_wrong(
		"msgid \"A\"\nmsgstr \"b\"\n", "line 1: an entry without msgctxt");
	assert_wrong("msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"b\"\nmsgctxt \"a\"\n"
				 "msgid \"A\"\nmsgstr \"c\"\n",
		"line 4: a second entry of this place");
	assert_wrong(
		"msgid_plural \"A\"\n", "line 1: plurals have no place in a form");
	assert_wrong("msgctxt \"a\"\nmsgid \"A\"\nmsgstr[0] \"b\"\n",
		"line 3: plurals have no place in a form");
	assert_wrong("hallo\n", "line 1: an unknown word");
	assert_wrong("\"los\"\n", "line 1: a text without a word before it");
	assert_wrong("msgid x\n", "line 1: a text must begin with a quote");
	assert_wrong("msgid \"\"\nmsgstr \"charset=ISO-8859-1\\n\"\n",
		"line 1: another charset than UTF-8");
	assert_wrong("# \xff\n", "line 1: not UTF-8");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_come_with_their_place_and_line),
		cmocka_unit_test(long_texts_go_on_over_lines_with_escapes),
		cmocka_unit_test(fuzzy_marks_only_the_entry_that_follows),
		cmocka_unit_test(obsolete_entries_are_comments),
		cmocka_unit_test(what_is_wrong_is_told_with_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

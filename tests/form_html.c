/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/memory.h"
#include "lib/forms/html.h"

static void assert_text(const char *html, const char *text)
{
	char *made = html_to_text(html);

	assert_string_equal(made, text);
	free(made);
}

static void plain_text_stays_as_it_is(void **state)
{
	(void)state;
	assert_text("Uw naam", "Uw naam");
	assert_text("", "");
	assert_text("5 < 6 & 7 > 2", "5 < 6 & 7 > 2");
	assert_text("a <", "a <");
	assert_text("a <b", "a <b");
}

static void paragraphs_are_parted_by_a_blank_line(void **state)
{
	(void)state;
	assert_text("<p>Een.</p>\n  <p>Twee\n drie.</p>", "Een.\n\nTwee drie.");
	assert_text("<h2>Kop</h2><p></p><p>Een</p>", "Kop\n\nEen");
}

static void a_break_is_a_line(void **state)
{
	(void)state;
	assert_text("Een<br>twee<br/>drie", "Een\ntwee\ndrie");
	assert_text("Een<br><br><br>twee", "Een\n\ntwee");
}

static void lists_have_bullets_or_numbers(void **state)
{
	(void)state;
	assert_text("<p>Neem mee:</p><ul><li>pas</li><li>foto</li></ul><p>Dag</p>",
		"Neem mee:\n\n• pas\n• foto\n\nDag");
	assert_text("<ol><li>een<li>twee</ol>", "1. een\n2. twee");
	assert_text(
		"<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "• a\n1. b\n• c");
	assert_text("<ul><li><p>a</p></li></ul>", "• a");
}

static void emphasis_is_dropped_with_its_words_kept(void **state)
{
	(void)state;
	assert_text("U bent <strong>jonger</strong> <em>dan</em> <b>1</b><i>8</i>.",
		"U bent jonger dan 18.");
}

static void a_link_is_followed_by_its_address(void **state)
{
	(void)state;
	assert_text("Zie <a href=\"https://www.denhaag.nl/pas\">de site</a>.",
		"Zie de site (www.denhaag.nl/pas).");
	assert_text("<a class='x' href='mailto:a@b.nl'>mail</a>", "mail (a@b.nl)");
	assert_text("<a href='https://denhaag.nl/'>denhaag.nl</a>", "denhaag.nl");
	assert_text("<a href=https://denhaag.nl>https://denhaag.nl</a>",
		"https://denhaag.nl");
	assert_text("<a href='tel:14070'>14070</a>", "14070");
	assert_text(
		"<a href='https://a.nl/?a=1&amp;b=2'>x</a>", "x (a.nl/?a=1&b=2)");
	assert_text("<a href='https://a.nl/'></a>", "a.nl");
}

static void links_that_lead_nowhere_are_words(void **state)
{
	(void)state;
	assert_text("<a href='javascript:alert(1)'>klik</a>", "klik");
	assert_text("<a href='#x'>hier</a> <a>daar</a>", "hier daar");
}

static void tables_are_lines_with_commas(void **state)
{
	(void)state;
	assert_text("<table><tr><th>Wat</th><th>Prijs</th></tr>"
				"<tr><td>Uittreksel</td><td>€ 18,30</td></tr></table>",
		"Wat, Prijs\nUittreksel, € 18,30");
}

static void scripts_and_styles_go_with_what_they_hold(void **state)
{
	(void)state;
	assert_text("a<script>alert('<p>')</script>b<style>p{}</style>c", "abc");
	assert_text("a<!-- <p>weg</p> -->b", "ab");
	assert_text("a<script>nooit dicht", "a");
	assert_text("<styled>x</styled>", "x");
}

static void entities_are_characters(void **state)
{
	(void)state;
	assert_text(
		"&lt;p&gt; &amp; caf&eacute; &euro;&#8364;&#x20AC;", "<p> & café €€€");
	assert_text("a&nbsp;b", "a b");
	assert_text("&onzin; & &amp", "&onzin; & &amp");
	assert_text("a&#0;b&#xD800;c", "a�b�c");
}

static void what_controls_a_terminal_is_dropped(void **state)
{
	(void)state;
	assert_text("a\x1b[2J&#27;[2Jb&#x202E;c", "a[2J[2Jbc");
}

static void quoted_angles_do_not_end_a_tag(void **state)
{
	(void)state;
	assert_text("<p title='a > b'>x</p>", "x");
}

static void a_million_open_tags_cost_little(void **state)
{
	size_t n = 1000000;
	char *html = mem_new(n + 1, 1);
	char *text;

	(void)state;
	for (size_t i = 0; i < n; i++)
		html[i] = "<a"[i % 2];
	text = html_to_text(html);
	assert_int_equal(strlen(text), n);
	free(text);
	free(html);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays_as_it_is),
		cmocka_unit_test(paragraphs_are_parted_by_a_blank_line),
		cmocka_unit_test(a_break_is_a_line),
		cmocka_unit_test(lists_have_bullets_or_numbers),
		cmocka_unit_test(emphasis_is_dropped_with_its_words_kept),
		cmocka_unit_test(a_link_is_followed_by_its_address),
		cmocka_unit_test(links_that_lead_nowhere_are_words),
		cmocka_unit_test(tables_are_lines_with_commas),
		cmocka_unit_test(scripts_and_styles_go_with_what_they_hold),
		cmocka_unit_test(entities_are_characters),
		cmocka_unit_test(what_controls_a_terminal_is_dropped),
		cmocka_unit_test(quoted_angles_do_not_end_a_tag),
		cmocka_unit_test(a_million_open_tags_cost_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

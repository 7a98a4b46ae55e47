/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around the questions of a form: pages, words, steps, help. */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

#define TEXT(key, more)                                                        \
	"{'type':'textfield','key':'" key "','label':'Vraag " key "'" more "}"
#define STEP(slug, more, components)                                           \
	"{'slug':'" slug "','uuid':'" slug "','name':'Stap " slug "'," more        \
	"'configuration':{'components':[" components "]}}"
#define WORD(key, value)                                                       \
	"'" key "':{'resolved':'Verder gaan','value':'" value "'}"
#define ONE  "'steps':[" STEP("een", "", TEXT("a", "")) "]"
#define LONG "<p>Eerst dit.</p><p>En dan dat.</p>"
#define SAYS(key, text)                                                        \
	assert_string_equal(visitor_item(*state, key)->label, text)

static void to_service(struct visitor *visitor, const char *quoted)
{
	visitor_add_whole(visitor, "f", quoted);
	visitor_enter(visitor, "service:f");
}

static void pages_come_one_by_one_before_the_first_question(void **state)
{
	to_service(*state,
		"'introductionPageContent':'" LONG "','explanationTemplate':'<p>A</p>"
		"<p>B</p>','helpCalloutPage':{'display':true,'content':'<p>Hulp</p>"
		"<p>C</p>'}," ONE);
	visitor_enter(*state, "start");
	assert_true(visitor_is_at(*state, "page"));
	SAYS("content", "Eerst dit.\n\nEn dan dat.");
	visitor_enter(*state, "next");
	SAYS("content", "A\n\nB");
	visitor_enter(*state, "next");
	SAYS("content", "Hulp\n\nC");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "question"));
}

static void back_walks_the_pages_the_other_way(void **state)
{
	to_service(*state,
		"'introductionPageContent':'" LONG "','explanationTemplate':'<p>A</p>"
		"<p>B</p>'," ONE);
	visitor_enter(*state, "start");
	visitor_enter(*state, "next");
	visitor_enter(*state, "next");
	visitor_do(*state, INTENT_BACK, 0);
	SAYS("content", "A\n\nB");
	visitor_enter(*state, "back");
	SAYS("content", "Eerst dit.\n\nEn dan dat.");
	visitor_do(*state, INTENT_BACK, 0);
	assert_true(visitor_is_at(*state, "service"));
}

static void a_sentence_stands_on_the_service_page(void **state)
{
	to_service(*state, "'explanationTemplate':'<p>Tien minuten.</p>'," ONE);
	assert_true(visitor_reads(*state, "Tien minuten."));
	visitor_enter(*state, "start");
	assert_true(visitor_is_at(*state, "question"));
}

static void help_that_is_not_to_be_shown_is_not(void **state)
{
	to_service(*state,
		"'helpCalloutPage':{'display':false,'content':'" LONG "'}," ONE);
	visitor_enter(*state, "start");
	assert_true(visitor_is_at(*state, "question"));
}

static void an_export_calls_its_pages_otherwise(void **state)
{
	to_service(*state,
		"'introduction_page_content':'" LONG "','help_callout_page':{'display'"
		":true,'content':'<p>Hulp</p><p>C</p>'}," ONE);
	visitor_enter(*state, "start");
	SAYS("content", "Eerst dit.\n\nEn dan dat.");
	visitor_enter(*state, "next");
	SAYS("content", "Hulp\n\nC");
}

static void a_page_stays_in_another_language(void **state)
{
	to_service(*state, "'introductionPageContent':'" LONG "'," ONE);
	visitor_enter(*state, "start");
	visitor_do(*state, INTENT_LANGUAGE, 0);
	visitor_enter(*state, "language:en");
	assert_true(visitor_is_at(*state, "page"));
	SAYS("title", "About this form");
}

/* --- the author's words --- */

static void words_of_the_author_replace_ours(void **state)
{
	to_service(
		*state, "'literals':{" WORD("beginText", "Aanvragen") "," WORD(
					"confirmText", "Opsturen") "," WORD("previousText",
					"Naar de vragen") "},'steps':[" STEP("een",
					"'literals':{" WORD("nextText", "Naar stap twee") "},",
					TEXT("a", "") "," TEXT("b", "")) "," STEP("twee",
					"'literals':{" WORD("previousText", "Naar stap een") "},",
					TEXT("c", "") "," TEXT("d", "")) "]");
	SAYS("start", "Aanvragen");
	visitor_enter(*state, "start");
	SAYS("next", "Verder");
	visitor_enter(*state, "next");
	SAYS("next", "Naar stap twee");
	visitor_enter(*state, "next");
	SAYS("back", "Naar stap een");
	visitor_enter(*state, "next");
	assert_string_not_equal(
		visitor_item(*state, "back")->label, "Naar stap een");
	visitor_enter(*state, "next");
	SAYS("back", "Naar de vragen");
	visitor_enter(*state, "next");
	SAYS("send", "Opsturen");
}

static void words_that_nobody_set_are_ours(void **state)
{
	to_service(*state, "'literals':{" WORD("beginText", "") "}," ONE);
	SAYS("start", "Begin nu");
}

static void words_without_a_translation_are_ours(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_LANGUAGE, 0);
	visitor_enter(visitor, "language:en");
	to_service(visitor, "'translationEnabled':true,'literals':{" WORD(
							"beginText", "Aanvragen") "," WORD("confirmText",
							"Opsturen") "},'openForms':{'translations':{'en':"
										"{'confirmText':'Post it'}}}," ONE);
	SAYS("start", "Start now");
	visitor_enter(visitor, "start");
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "next");
	SAYS("send", "Post it");
}

/* --- steps --- */

static void a_question_stands_under_its_step(void **state)
{
	to_service(
		*state, "'steps':[" STEP("een", "", TEXT("a", "")) "," STEP("twee", "",
					"{'type':'fieldset','key':'g','label':'Groep','components':"
					"[" TEXT("b", "") "]}") "]");
	visitor_enter(*state, "start");
	SAYS("group", "Stap een");
	visitor_enter(*state, "next");
	SAYS("group", "Groep");
}

static void a_form_of_one_step_names_none(void **state)
{
	to_service(*state, "'type':'single_step'," ONE);
	visitor_enter(*state, "start");
	assert_null(visitor_item(*state, "group"));
	visitor_enter(*state, "next");
	assert_null(visitor_item(*state, "step:1"));
}

static void steps_head_their_answers_also_those_that_are_fixed(void **state)
{
	struct visitor *visitor = *state;
	size_t at;

	to_service(visitor,
		"'steps':[" STEP("een", "",
			TEXT("a", "") "," TEXT(
				"v", ",'disabled':true,'defaultValue':'vast'")) "," STEP("twee",
			"", TEXT("b", "")) "]");
	visitor_enter(visitor, "start");
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "check"));
	at = screen_find(&visitor->screen, "check/fixed:2");
	assert_true(screen_find(&visitor->screen, "check/step:1") < at);
	assert_true(at < screen_find(&visitor->screen, "check/step:2"));
	assert_string_equal(visitor->screen.items[at].value, "vast");
}

/* --- the rest --- */

static void questions_that_people_have_stand_in_help(void **state)
{
	to_service(*state,
		"'steps':[" STEP("een", "",
			TEXT("a", ",'faqItems':[{'label':'Waarom?','content':'<p>Daarom."
					  "</p>'},{'label':'Hoe?','content':'<p>Zo.</p>'}]")) "]");
	visitor_enter(*state, "start");
	visitor_enter(*state, "help");
	SAYS("faq:1", "Waarom?");
	SAYS("answer:2", "Zo.");
}

static void their_answers_hold_what_was_filled_in(void **state)
{
	to_service(*state,
		"'steps':[" STEP("een", "",
			TEXT("a", "") "," TEXT("b",
				",'faqItems':[{'label':'Wie is {{ a }}?','content':'U.'}]")) "]");
	visitor_enter(*state, "start");
	visitor_type(*state, "Ali");
	visitor_enter(*state, "next");
	visitor_enter(*state, "help");
	SAYS("faq:1", "Wie is Ali?");
}

static void a_statement_is_read_whole(void **state)
{
	to_service(*state,
		"'submissionStatementsConfiguration':[{'type':'checkbox','key':'p',"
		"'label':'<p>Ik ken het <a href=https://x.nl/p>privacybeleid</a>"
		" en <b>ga akkoord</b>.</p><p>Ook met de rest.</p>'}]," ONE);
	visitor_enter(*state, "start");
	visitor_enter(*state, "next");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "statements"));
	assert_true(visitor_reads(*state, "privacybeleid"));
	assert_true(visitor_reads(*state, "ga akkoord"));
	assert_true(visitor_reads(*state, "Ook met de rest."));
}

static void more_statements_than_fit_are_not_cut(void **state)
{
	struct text text = { 0 };

	text_add(&text, "'submissionStatementsConfiguration':[");
	for (int i = 0; i <= JOURNEY_STATEMENTS; i++)
		text_addf(&text, "%s{'type':'checkbox','key':'s%d','label':'Ja'}",
			i ? "," : "", i);
	text_add(&text, "]," ONE);
	to_service(*state, text.bytes);
	text_clear(&text);
	assert_true(visitor_is_at(*state, "not-here"));
}

static void what_needs_a_connection_is_told_with_what_to_do(void **state)
{
	struct visitor *visitor = *state;

	to_service(visitor,
		"'steps':[" STEP("een", "",
			"{'type':'radio','key':'r','label':'R','openForms':{'dataSrc':"
			"'referenceLists'}}") "]");
	assert_true(visitor_is_at(visitor, "not-here"));
	assert_non_null(visitor_item(visitor, "why"));
	assert_true(visitor_reads(visitor, "Naast de trap."));
	assert_true(visitor_reads(visitor, "14 070"));
	assert_false(visitor_reads(visitor, "referenceLists"));
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives_home, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(pages_come_one_by_one_before_the_first_question),
		VISIT(back_walks_the_pages_the_other_way),
		VISIT(a_sentence_stands_on_the_service_page),
		VISIT(help_that_is_not_to_be_shown_is_not),
		VISIT(an_export_calls_its_pages_otherwise),
		VISIT(a_page_stays_in_another_language),
		VISIT(words_of_the_author_replace_ours),
		VISIT(words_that_nobody_set_are_ours),
		VISIT(words_without_a_translation_are_ours),
		VISIT(a_question_stands_under_its_step),
		VISIT(a_form_of_one_step_names_none),
		VISIT(steps_head_their_answers_also_those_that_are_fixed),
		VISIT(questions_that_people_have_stand_in_help),
		VISIT(their_answers_hold_what_was_filled_in),
		VISIT(a_statement_is_read_whole),
		VISIT(more_statements_than_fit_are_not_cut),
		VISIT(what_needs_a_connection_is_told_with_what_to_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

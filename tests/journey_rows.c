/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of what is asked in rows, and what is asked in parts. */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

static const char family[] =
	"[{'type':'radio','key':'thuis','label':'Woont u samen?','values':["
	"{'value':'ja','label':'Ja'},{'value':'nee','label':'Nee'}]},"
	"{'type':'editgrid','key':'kinderen','label':'Wie zijn uw kinderen?',"
	"'groupLabel':'Kind','validate':{'required':true,'maxLength':2},"
	"'components':["
	"{'type':'textfield','key':'naam','label':'Hoe heet het kind?',"
	"'validate':{'required':true}},"
	"{'type':'date','key':'geboorte','label':'Wanneer is het geboren?'},"
	"{'type':'radio','key':'school','label':'Gaat het naar school?','values':["
	"{'value':'ja','label':'Ja'},{'value':'nee','label':'Nee'}],"
	"'validate':{'required':true}},"
	"{'type':'textfield','key':'welke','label':'Welke school?','validate':"
	"{'required':true},'conditional':"
	"{'show':true,'when':'kinderen.school','eq':'ja'}}]},"
	"{'type':'textfield','key':'talen','label':'Welke talen spreekt u?',"
	"'multiple':true,'validate':{'maxLength':10}},"
	"{'type':'addressNL','key':'adres','label':'Uw adres'},"
	"{'type':'file','key':'brief','label':'De brief'}]";

static void quoted(char *text)
{
	for (; *text; text++)
		if (*text == '\'')
			*text = '"';
}

static int arrives(void **state)
{
	char components[sizeof family];
	struct visitor *visitor;
	int failed = visitor_arrives_home(state);

	if (failed)
		return failed;
	visitor = *state;
	memcpy(components, family, sizeof family);
	quoted(components);
	visitor_add_form(visitor, "gezin", components);
	visitor_to_form(visitor, "gezin");
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_enter(visitor, "next");
	return 0;
}

/* One who goes to no school. */
static void add_child(struct visitor *visitor, const char *name)
{
	visitor_type(visitor, name);
	visitor_enter(visitor, "next");
	visitor_type(visitor, "01022015");
	visitor_enter(visitor, "next");
	visitor_do(visitor, INTENT_CHOOSE, 2);
	visitor_enter(visitor, "next");
}

static void the_first_of_what_is_required_is_asked_at_once(void **state)
{
	assert_true(visitor_is_at(*state, "question"));
	assert_true(visitor_reads(*state, "Hoe heet het kind?"));
	assert_true(visitor_reads(*state, "Kind 1"));
	assert_true(visitor_reads(*state, "Vraag 1 van 4"));
}

static void a_row_that_is_done_stands_in_the_list(void **state)
{
	add_child(*state, "Ali");
	assert_true(visitor_is_at(*state, "rows"));
	assert_string_equal(visitor_item(*state, "row:1")->value, "Ali, Nee");
	assert_string_equal(((struct visitor *)*state)->focus, "rows/next");
}

static void a_condition_in_a_row_asks_further(void **state)
{
	visitor_type(*state, "Bea");
	visitor_enter(*state, "next");
	visitor_enter(*state, "next");
	visitor_do(*state, INTENT_CHOOSE, 1);
	visitor_enter(*state, "next");
	assert_true(visitor_reads(*state, "Welke school?"));
}

static void rows_are_added_until_there_are_enough(void **state)
{
	add_child(*state, "Ali");
	visitor_enter(*state, "add");
	assert_true(visitor_reads(*state, "Kind 2"));
	add_child(*state, "Bea");
	assert_null(visitor_item(*state, "add"));
	assert_string_equal(visitor_item(*state, "row:2")->value, "Bea, Nee");
}

static void an_answer_in_a_row_is_changed(void **state)
{
	add_child(*state, "Ali");
	visitor_enter(*state, "row:1");
	assert_true(visitor_is_at(*state, "row"));
	visitor_enter(*state, "answer:naam");
	visitor_type(*state, "na");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "row"));
	assert_string_equal(visitor_item(*state, "answer:naam")->value, "Alina");
	visitor_enter(*state, "ready");
	assert_string_equal(visitor_item(*state, "row:1")->value, "Alina, Nee");
}

static void a_birth_date_is_behind_dots_until_asked_for(void **state)
{
	struct visitor *visitor = *state;

	add_child(visitor, "Ali");
	assert_false(visitor_reads(visitor, "1 februari 2015"));
	visitor_enter(visitor, "row:1");
	assert_true(visitor_item(visitor, "answer:geboorte")->state & STATE_MASKED);
	visitor_enter(visitor, "show");
	assert_string_equal(
		visitor_item(visitor, "answer:geboorte")->value, "1 februari 2015");
}

static void a_changed_answer_asks_what_follows_from_it(void **state)
{
	add_child(*state, "Ali");
	visitor_enter(*state, "row:1");
	visitor_enter(*state, "answer:school");
	visitor_do(*state, INTENT_CHOOSE, 1);
	visitor_enter(*state, "next");
	assert_true(visitor_reads(*state, "Welke school?"));
	visitor_type(*state, "De Vlier");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "row"));
}

static void a_row_is_removed_when_one_is_sure(void **state)
{
	add_child(*state, "Ali");
	visitor_enter(*state, "add");
	add_child(*state, "Bea");
	visitor_enter(*state, "row:1");
	visitor_enter(*state, "remove");
	assert_true(visitor_reads(*state, "Ali, Nee"));
	visitor_enter(*state, "no");
	assert_true(visitor_is_at(*state, "row"));
	visitor_enter(*state, "remove");
	visitor_enter(*state, "yes");
	assert_true(visitor_is_at(*state, "rows"));
	assert_string_equal(visitor_item(*state, "row:1")->value, "Bea, Nee");
	assert_null(visitor_item(*state, "row:2"));
}

static void a_new_row_that_is_left_was_never_there(void **state)
{
	add_child(*state, "Ali");
	visitor_enter(*state, "add");
	visitor_do(*state, INTENT_BACK, 0);
	assert_true(visitor_is_at(*state, "rows"));
	assert_null(visitor_item(*state, "row:2"));
}

static void a_row_left_half_is_kept_and_asked_for(void **state)
{
	struct visitor *visitor = *state;

	add_child(visitor, "Ali");
	visitor_enter(visitor, "add");
	visitor_type(visitor, "Bea");
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "rows"));
	assert_string_equal(visitor_item(visitor, "row:2")->value, "Bea");
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "rows"));
	assert_string_equal(visitor->focus, "rows/row:2");
	assert_non_null(visitor_item(visitor, "error"));
}

static void back_from_the_list_comes_before_it(void **state)
{
	add_child(*state, "Ali");
	visitor_do(*state, INTENT_BACK, 0);
	assert_true(visitor_reads(*state, "Woont u samen?"));
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "rows"));
}

static void another_language_keeps_the_row(void **state)
{
	struct visitor *visitor = *state;

	visitor_type(visitor, "Ali");
	visitor_do(visitor, INTENT_LANGUAGE, 0);
	visitor_enter(visitor, "language:en");
	assert_true(visitor_is_at(visitor, "question"));
	assert_true(visitor_reads(visitor, "Ali"));
	visitor_enter(visitor, "next");
	visitor_enter(visitor, "next");
	visitor_do(visitor, INTENT_CHOOSE, 2);
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "rows"));
}

static void to_languages(struct visitor *visitor)
{
	add_child(visitor, "Ali");
	visitor_enter(visitor, "next");
}

static void what_may_be_answered_several_times_may_be_skipped(void **state)
{
	to_languages(*state);
	assert_true(visitor_is_at(*state, "rows"));
	assert_true(visitor_reads(*state, "U mag dit overslaan."));
	visitor_enter(*state, "next");
	assert_true(visitor_reads(*state, "Postcode"));
}

static void another_answer_is_offered_after_each(void **state)
{
	to_languages(*state);
	visitor_enter(*state, "add");
	assert_false(visitor_reads(*state, "Vraag 1 van 1"));
	visitor_type(*state, "Turks");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "rows"));
	assert_string_equal(visitor_item(*state, "row:1")->value, "Turks");
	visitor_enter(*state, "add");
	assert_true(visitor_reads(*state, "Nummer 2"));
}

static void to_address(struct visitor *visitor)
{
	to_languages(visitor);
	visitor_enter(visitor, "next");
}

static void an_address_that_is_skipped_is_skipped_at_once(void **state)
{
	to_address(*state);
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "reading"));
	assert_true(visitor_reads(*state, "De brief"));
}

static void an_address_is_asked_part_by_part(void **state)
{
	static const char *const parts[][2] = { { "2511bt", "Huisnummer" },
		{ "70", "Letter achter het huisnummer" },
		{ "", "Toevoeging bij het huisnummer" }, { "", "Straat" },
		{ "Spui", "Woonplaats" } };

	to_address(*state);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (*parts[i][0])
			visitor_type(*state, parts[i][0]);
		visitor_enter(*state, "next");
		assert_true(visitor_reads(*state, parts[i][1]));
		assert_true(visitor_reads(*state, "Uw adres"));
	}
	visitor_type(*state, "Den Haag");
	visitor_enter(*state, "next");
	assert_true(visitor_reads(*state, "De brief"));
}

static void a_file_is_told_to_come_later(void **state)
{
	to_address(*state);
	visitor_enter(*state, "next");
	assert_true(visitor_reads(
		*state, "Op dit apparaat kunt u geen bestand inleveren."));
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "check"));
}

static void the_check_shows_rows_and_changes_them(void **state)
{
	to_address(*state);
	visitor_enter(*state, "next");
	visitor_enter(*state, "next");
	assert_string_equal(visitor_item(*state, "change:kinderen")->value, "Ali");
	visitor_enter(*state, "change:kinderen");
	visitor_enter(*state, "add");
	add_child(*state, "Bea");
	visitor_enter(*state, "next");
	assert_true(visitor_is_at(*state, "check"));
	assert_string_equal(
		visitor_item(*state, "change:kinderen")->value, "Ali, Bea");
}

static void rows_are_sent(void **state)
{
	struct visitor *visitor = *state;
	const struct draft *draft;
	json_t *data;

	to_address(visitor);
	draft = visitor->journey.draft;
	data = draft_data(draft);
	assert_string_equal(
		json_string_value(json_object_get(
			json_array_get(json_object_get(data, "kinderen"), 0), "naam")),
		"Ali");
	json_decref(data);
}

#define HERE(test)                                                             \
	cmocka_unit_test_setup_teardown(test, arrives, visitor_leaves)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		HERE(the_first_of_what_is_required_is_asked_at_once),
		HERE(a_row_that_is_done_stands_in_the_list),
		HERE(a_condition_in_a_row_asks_further),
		HERE(rows_are_added_until_there_are_enough),
		HERE(an_answer_in_a_row_is_changed),
		HERE(a_birth_date_is_behind_dots_until_asked_for),
		HERE(a_changed_answer_asks_what_follows_from_it),
		HERE(a_row_is_removed_when_one_is_sure),
		HERE(a_new_row_that_is_left_was_never_there),
		HERE(a_row_left_half_is_kept_and_asked_for),
		HERE(back_from_the_list_comes_before_it),
		HERE(another_language_keeps_the_row),
		HERE(what_may_be_answered_several_times_may_be_skipped),
		HERE(another_answer_is_offered_after_each),
		HERE(an_address_that_is_skipped_is_skipped_at_once),
		HERE(an_address_is_asked_part_by_part),
		HERE(a_file_is_told_to_come_later),
		HERE(the_check_shows_rows_and_changes_them),
		HERE(rows_are_sent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

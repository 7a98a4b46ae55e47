/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

#define EXTRACT "uittreksel-brp"
#define MOVE    "verhuizing"

static int begin(void **state)
{
	static struct visitor visitor;

	visitor_begin(&visitor, "nl");
	*state = &visitor;
	return 0;
}

static int end(void **state)
{
	visitor_end(*state);
	return 0;
}

/* --- coming in --- */

static void any_key_wakes_and_does_nothing_else(void **state)
{
	for (int kind = INTENT_UP; kind < INTENT_IDLE; kind++) {
		struct visitor *visitor = *state;

		if (kind == INTENT_STAFF)
			continue;
		visitor_do(visitor, (enum intent_kind)kind, 1);
		assert_true(visitor_is_at(visitor, "language"));
		assert_int_equal(visitor->effects, EFFECT_MOVED);
		visitor_do(visitor, INTENT_BACK, 0);
		assert_true(visitor_is_at(visitor, "attract"));
	}
}

static void staff_get_in_on_attract(void **state)
{
	visitor_do(*state, INTENT_STAFF, 0);
	assert_true(visitor_is_at(*state, "pin"));
}

static void enter_alone_comes_to_the_services(void **state)
{
	for (int i = 0; i < 5; i++)
		visitor_do(*state, INTENT_ENTER, 0);
	assert_true(visitor_is_at(*state, "home"));
}

static void the_language_of_the_visit_before_comes_first(void **state)
{
	struct journey journey;
	struct way *ways;
	size_t n;

	(void)state;
	journey_init(&journey, "ar");
	journey_take(&journey, &(struct intent){ .kind = INTENT_WAKE }, "");
	ways = journey_ways(&journey, &n);
	assert_string_equal(ways[0].key, "language:ar");
	assert_string_equal(ways[1].key, "language:nl");
	assert_string_equal(ways[n - 1].key, "other");
	free(ways);
	journey_clear(&journey);
}

static void a_wrong_language_is_left_by_back(void **state)
{
	visitor_do(*state, INTENT_WAKE, 0);
	visitor_enter(*state, "language:tr");
	assert_true(visitor_is_at(*state, "greeting"));
	visitor_do(*state, INTENT_BACK, 0);
	visitor_enter(*state, "language:en");
	assert_string_equal(((struct visitor *)*state)->journey.language, "en");
}

static void larger_letters_stay_until_they_are_good(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_WAKE, 0);
	visitor_enter(visitor, "language:nl");
	visitor_enter(visitor, "yes");
	visitor_do(visitor, INTENT_CHOOSE, 2);
	assert_string_equal(visitor->focus, "readable/larger");
	visitor_do(visitor, INTENT_ENTER, 0);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_int_equal(visitor->journey.size, 2);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_null(visitor_item(visitor, "larger"));
	assert_string_equal(visitor->focus, "readable/yes");
}

static void without_a_voice_nothing_asks_to_read_aloud(void **state)
{
	struct visitor *visitor = *state;

	visitor->journey.voice = false;
	visitor_do(visitor, INTENT_WAKE, 0);
	visitor_enter(visitor, "language:nl");
	visitor_enter(visitor, "yes");
	visitor_enter(visitor, "yes");
	assert_true(visitor_is_at(visitor, "home"));
}

static void reads_aloud_until_somebody_says_no(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_WAKE, 0);
	assert_true(journey_speaks(&visitor->journey));
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_home(visitor, "nl");
	assert_false(journey_speaks(&visitor->journey));
}

static void nothing_to_offer_is_a_screen_for_staff(void **state)
{
	struct visitor *visitor = *state;
	struct catalogue none = { 0 };

	journey_got_catalogue(&visitor->journey, &none);
	assert_string_equal(journey_scene(&visitor->journey), "no-services");
	journey_got_catalogue(&visitor->journey, &visitor->catalogue);
	assert_string_equal(journey_scene(&visitor->journey), "attract");
}

/* --- through a form --- */

static void a_digit_marks_and_enter_confirms(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_do(visitor, INTENT_CHOOSE, 2);
	assert_string_equal(visitor->focus, "question/option:kind");
	assert_string_equal(visitor_item(visitor, "option:kind")->value, "");
	assert_true(visitor_item(visitor, "option:kind")->state & STATE_CHOSEN);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_string_equal(journey_flow(&visitor->journey)->key, "inhoud");
}

static void a_digit_puts_and_removes_a_mark(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_enter(visitor, "option:zelf");
	visitor_do(visitor, INTENT_CHOOSE, 1);
	assert_true(visitor_item(visitor, "option:adres")->state & STATE_CHOSEN);
	visitor_do(visitor, INTENT_CHOOSE, 1);
	assert_false(visitor_item(visitor, "option:adres")->state & STATE_CHOSEN);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_item(visitor, "option:adres")->state & STATE_CHOSEN);
	visitor_enter(visitor, "next");
	assert_string_not_equal(journey_flow(&visitor->journey)->key, "inhoud");
}

static void a_number_without_option_says_so(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_do(visitor, INTENT_CHOOSE, 9);
	assert_int_equal(visitor->journey.notice, NOTICE_NO_SUCH_NUMBER);
}

static void nothing_chosen_is_told_and_stays(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_enter(visitor, "next");
	assert_int_equal(visitor->journey.problem.code, PROBLEM_REQUIRED);
	assert_non_null(visitor_item(visitor, "error"));
	assert_string_equal(visitor->focus, "question/option:zelf");
}

static void back_never_loses_an_answer(void **state)
{
	struct visitor *visitor = *state;
	json_t *before, *after;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	before = answers_data(
		visitor->journey.draft->answers, visitor->journey.draft->form);
	while (!visitor_is_at(visitor, "home"))
		visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_form(visitor, EXTRACT);
	while (!visitor_is_at(visitor, "check"))
		visitor_enter(visitor, "next");
	after = answers_data(
		visitor->journey.draft->answers, visitor->journey.draft->form);
	assert_true(json_equal(before, after));
	json_decref(before);
	json_decref(after);
}

static void another_form_leaves_the_first_as_it_was(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_do(visitor, INTENT_CHOOSE, 2);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_form(visitor, MOVE);
	while (!visitor_is_at(visitor, "home"))
		visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_form(visitor, EXTRACT);
	assert_true(visitor_item(visitor, "option:kind")->state & STATE_CHOSEN);
}

static void one_answer_is_changed_and_straight_back(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	visitor_enter(visitor, "change:inhoud");
	assert_true(visitor_is_at(visitor, "question"));
	visitor_do(visitor, INTENT_CHOOSE, 3);
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "check"));
	assert_string_equal(visitor->focus, "check/change:inhoud");
}

static void back_while_changing_goes_back_to_the_check(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	visitor_enter(visitor, "change:inhoud");
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "check"));
}

static void a_form_that_does_not_come_is_told(void **state)
{
	struct visitor *visitor = *state;

	visitor->no_forms = true;
	visitor_to_home(visitor, "nl");
	visitor_enter(visitor, "service:" EXTRACT);
	assert_true(visitor_is_at(visitor, "not-here"));
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "home"));
}

static void a_form_with_an_unknown_part_is_not_here(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "kaart",
		"[{\"type\":\"map\",\"key\":\"kaart\",\"label\":\"Waar?\"}]");
	visitor_to_home(visitor, "nl");
	visitor_enter(visitor, "service:kaart");
	assert_true(visitor_is_at(visitor, "not-here"));
}

/* --- sending --- */

static void nothing_is_sent_before_the_last_button(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	assert_int_equal(visitor->sends, 0);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_int_equal(visitor->sends, 0);
	assert_true(visitor_is_at(visitor, "check"));
}

static void statements_must_be_agreed_to(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "statements"));
	visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "statements"));
	assert_non_null(visitor_item(visitor, "error"));
}

static void what_is_received_is_done_and_its_answers_are_gone(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	assert_int_equal(visitor->sends, 1);
	assert_true(visitor_is_at(visitor, "done"));
	assert_false(answers_any(visitor->journey.draft->answers));
}

static void what_is_not_kept_keeps_its_answers(void **state)
{
	struct visitor *visitor = *state;

	visitor->outcome = OUTCOME_NOT_KEPT;
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	assert_true(visitor_is_at(visitor, "not-kept"));
	assert_true(answers_any(visitor->journey.draft->answers));
	visitor->outcome = OUTCOME_KEPT;
	visitor_enter(visitor, "retry");
	assert_true(visitor_is_at(visitor, "done"));
}

static void what_is_kept_can_be_received_later_not_the_reverse(void **state)
{
	struct visitor *visitor = *state;
	struct journey *journey = &visitor->journey;

	visitor->outcome = OUTCOME_KEPT;
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	journey_sent(journey, OUTCOME_RECEIVED, "7K2M-9QXT-4HD");
	assert_int_equal(journey->outcome, OUTCOME_RECEIVED);
	journey_sent(journey, OUTCOME_KEPT, "7K2M-9QXT-4HD");
	assert_int_equal(journey->outcome, OUTCOME_RECEIVED);
}

static void something_else_keeps_language_size_and_speech(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "tr");
	visitor_do(visitor, INTENT_SIZE, 0);
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_enter(visitor, "another");
	assert_true(visitor_is_at(visitor, "home"));
	assert_string_equal(visitor->journey.language, "tr");
	assert_int_equal(visitor->journey.size, 1);
	assert_false(journey_speaks(&visitor->journey));
	assert_int_equal(visitor->journey.n_drafts, 0);
}

static void enter_skips_the_rating(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_enter(visitor, "finish");
	assert_true(visitor_is_at(visitor, "rating"));
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "goodbye"));
	assert_int_equal(visitor->rates, 0);
}

static void a_rating_with_words_is_handed_over(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_enter(visitor, "finish");
	visitor_do(visitor, INTENT_CHOOSE, 4);
	visitor_do(visitor, INTENT_ENTER, 0);
	visitor_type(visitor, "fijn 10");
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_int_equal(visitor->rates, 1);
	assert_int_equal(visitor->journey.rating, 4);
	assert_string_equal(visitor->journey.comment, "fijn 10");
	assert_string_equal(visitor->journey.slug, EXTRACT);
}

#define VISIT(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(any_key_wakes_and_does_nothing_else),
		VISIT(staff_get_in_on_attract),
		VISIT(enter_alone_comes_to_the_services),
		VISIT(the_language_of_the_visit_before_comes_first),
		VISIT(a_wrong_language_is_left_by_back),
		VISIT(larger_letters_stay_until_they_are_good),
		VISIT(without_a_voice_nothing_asks_to_read_aloud),
		VISIT(reads_aloud_until_somebody_says_no),
		VISIT(nothing_to_offer_is_a_screen_for_staff),
		VISIT(a_digit_marks_and_enter_confirms),
		VISIT(a_digit_puts_and_removes_a_mark),
		VISIT(a_number_without_option_says_so),
		VISIT(nothing_chosen_is_told_and_stays),
		VISIT(back_never_loses_an_answer),
		VISIT(another_form_leaves_the_first_as_it_was),
		VISIT(one_answer_is_changed_and_straight_back),
		VISIT(back_while_changing_goes_back_to_the_check),
		VISIT(a_form_that_does_not_come_is_told),
		VISIT(a_form_with_an_unknown_part_is_not_here),
		VISIT(nothing_is_sent_before_the_last_button),
		VISIT(statements_must_be_agreed_to),
		VISIT(what_is_received_is_done_and_its_answers_are_gone),
		VISIT(what_is_not_kept_keeps_its_answers),
		VISIT(what_is_kept_can_be_received_later_not_the_reverse),
		VISIT(something_else_keeps_language_size_and_speech),
		VISIT(enter_skips_the_rating),
		VISIT(a_rating_with_words_is_handed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

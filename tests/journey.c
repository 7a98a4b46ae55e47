/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

#define EXTRACT "uittreksel-brp"
#define MOVE    "verhuizing"

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
	before = draft_data(visitor->journey.draft);
	while (!visitor_is_at(visitor, "home"))
		visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_form(visitor, EXTRACT);
	while (!visitor_is_at(visitor, "check"))
		visitor_enter(visitor, "next");
	after = draft_data(visitor->journey.draft);
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

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives, visitor_leaves)

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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

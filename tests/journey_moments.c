/* SPDX-License-Identifier: EUPL-1.2 */
/* Moments over the flow: menu, settings, help, stop, silence, staff. */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

#define EXTRACT "uittreksel-brp"

/* --- settings --- */

static void every_setting_keeps_place_and_answer(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_SIZE, 0);
	visitor_do(visitor, INTENT_COLOURS, 0);
	visitor_do(visitor, INTENT_SPEECH, 0);
	visitor_do(visitor, INTENT_LANGUAGE, 0);
	visitor_enter(visitor, "language:en");
	assert_true(visitor_is_at(visitor, "question"));
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "Jan");
	assert_string_equal(visitor->screen.language, "en");
	assert_string_equal(visitor->focus, "question/field:naam");
}

static void a_problem_survives_another_language(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_int_equal(visitor->journey.problem.code, PROBLEM_REQUIRED);
	visitor_do(visitor, INTENT_LANGUAGE, 0);
	visitor_enter(visitor, "language:tr");
	assert_non_null(visitor_item(visitor, "error"));
}

static void sizes_go_round(void **state)
{
	struct visitor *visitor = *state;

	for (int i = 1; i <= 4; i++) {
		visitor_do(visitor, INTENT_SIZE, 0);
		assert_int_equal(visitor->journey.size, i % 4);
	}
}

static void no_voice_is_told(void **state)
{
	struct visitor *visitor = *state;

	visitor->journey.voice = false;
	visitor_do(visitor, INTENT_SPEECH, 0);
	assert_int_equal(visitor->journey.notice, NOTICE_NO_VOICE);
}

/* --- overlays --- */

static void the_menu_comes_back_to_the_same_item(void **state)
{
	struct visitor *visitor = *state;
	char before[ID_SIZE];

	visitor_do(visitor, INTENT_DOWN, 0);
	memcpy(before, visitor->focus, ID_SIZE);
	visitor_do(visitor, INTENT_HELP, 0);
	visitor_do(visitor, INTENT_BACK, 0);
	assert_string_equal(visitor->focus, before);
}

static void what_the_menu_led_to_returns_to_the_flow(void **state)
{
	struct visitor *visitor = *state;

	visitor_enter(visitor, "menu");
	visitor_enter(visitor, "help");
	visitor_enter(visitor, "how");
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "home"));
}

static void help_from_people_calls_once_and_covers(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_PEOPLE, 0);
	visitor_do(visitor, INTENT_PEOPLE, 0);
	assert_int_equal(visitor->calls, 1);
	assert_true(visitor->screen.cover);
	assert_false(visitor_reads(visitor, "Jan"));
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "question"));
}

static void stop_asks_and_no_is_first(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_LEAVE, 0);
	assert_string_equal(visitor->focus, "stop/no");
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "home"));
}

static void stop_wipes_and_says_goodbye(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_LEAVE, 0);
	visitor_do(visitor, INTENT_CHOOSE, 2);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "goodbye"));
	assert_int_equal(visitor->journey.n_drafts, 0);
}

static void after_sending_stop_says_that_it_stays(void **state)
{
	struct visitor *visitor = *state;
	char *before;

	visitor_do(visitor, INTENT_LEAVE, 0);
	before = strdup(visitor->screen.items[1].label);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_do(visitor, INTENT_LEAVE, 0);
	assert_string_not_equal(visitor->screen.items[1].label, before);
	free(before);
}

static void stopping_waits_for_what_is_being_sent(void **state)
{
	struct visitor *visitor = *state;

	visitor->outcome = OUTCOME_NONE;
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_do(visitor, INTENT_LEAVE, 0);
	assert_true(visitor_is_at(visitor, "sending"));
}

/* --- silence --- */

static void silence_warns_and_then_ends(void **state)
{
	struct visitor *visitor = *state;

	assert_int_equal(journey_next_idle(&visitor->journey), 120);
	visitor_do(visitor, INTENT_IDLE, 119);
	assert_true(visitor_is_at(visitor, "home"));
	visitor_do(visitor, INTENT_IDLE, 120);
	assert_true(visitor_is_at(visitor, "idle"));
	assert_int_equal(journey_next_idle(&visitor->journey), 180);
	visitor_do(visitor, INTENT_IDLE, 180);
	assert_true(visitor->ended);
	assert_int_equal(visitor->journey.ending, ENDING_IDLE_UNSENT);
}

static void at_the_warning_another_key_only_repeats(void **state)
{
	static const enum intent_kind kinds[] = { INTENT_ENTER, INTENT_BACK,
		INTENT_UNKNOWN, INTENT_DELETE, INTENT_REPEAT };
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_IDLE, 120);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		visitor_do(visitor, kinds[i], 0);
		assert_true(visitor_is_at(visitor, "idle"));
		assert_false(visitor_reads(visitor, "Jan"));
	}
	visitor_do(visitor, INTENT_CHOOSE, 7);
	visitor_type(visitor, "x");
	assert_true(visitor_is_at(visitor, "idle"));
	assert_true(visitor->screen.cover);
}

static void yes_goes_on_where_one_was(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_IDLE, 120);
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "Jan");
}

static void more_time_is_ten_times_as_much(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_IDLE, 120);
	visitor_do(visitor, INTENT_CHOOSE, 2);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "home"));
	assert_int_equal(journey_next_idle(&visitor->journey), 1740);
}

static void who_just_arrived_gets_a_new_visit(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_IDLE, 120);
	visitor_do(visitor, INTENT_CHOOSE, 3);
	assert_false(visitor->ended);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor->ended);
}

static void a_key_at_the_warning_gives_another_minute(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_IDLE, 120);
	visitor_do(visitor, INTENT_REPEAT, 0);
	assert_int_equal(journey_next_idle(&visitor->journey), 60);
}

static void done_stays_ten_minutes(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	assert_int_equal(journey_next_idle(&visitor->journey), 540);
}

static void the_clock_stands_still_while_sending(void **state)
{
	struct visitor *visitor = *state;

	visitor->outcome = OUTCOME_NONE;
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	assert_int_equal(journey_next_idle(&visitor->journey), -1);
}

static void the_staff_page_goes_away_by_itself(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_STAFF, 0);
	assert_int_equal(journey_next_idle(&visitor->journey), 15);
	visitor_do(visitor, INTENT_IDLE, 15);
	assert_true(visitor_is_at(visitor, "home"));
}

/* --- staff --- */

static void enter_pin(struct visitor *visitor, const char *pin)
{
	visitor_do(visitor, INTENT_STAFF, 0);
	visitor_type(visitor, pin);
	visitor_do(visitor, INTENT_ENTER, 0);
}

static void staff_leave_with_their_code(void **state)
{
	struct visitor *visitor = *state;

	enter_pin(visitor, "2512");
	assert_true(visitor_is_at(visitor, "staff"));
	visitor_enter(visitor, "leave");
	assert_true(visitor->left);
}

static void the_code_is_never_on_the_screen(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_STAFF, 0);
	visitor_type(visitor, "2512");
	assert_false(visitor_reads(visitor, "2512"));
	assert_false(visitor_reads(visitor, "2"));
}

static void a_wrong_code_is_told_and_five_close_the_door(void **state)
{
	struct visitor *visitor = *state;

	enter_pin(visitor, "1111");
	assert_true(visitor_is_at(visitor, "pin"));
	assert_int_equal(visitor->journey.notice, NOTICE_WRONG_PIN);
	for (int i = 0; i < 4; i++)
		enter_pin(visitor, "1111");
	visitor_do(visitor, INTENT_STAFF, 0);
	assert_true(visitor_is_at(visitor, "home"));
}

static void staff_are_asked_before_answers_are_wiped(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	enter_pin(visitor, "2512");
	visitor_enter(visitor, "leave");
	assert_true(visitor_is_at(visitor, "staff-end"));
	assert_string_equal(visitor->focus, "staff-end/no");
	visitor_enter(visitor, "yes");
	assert_true(visitor->left);
	assert_int_equal(visitor->journey.n_drafts, 0);
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives_home, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(every_setting_keeps_place_and_answer),
		VISIT(a_problem_survives_another_language),
		VISIT(sizes_go_round),
		VISIT(no_voice_is_told),
		VISIT(the_menu_comes_back_to_the_same_item),
		VISIT(what_the_menu_led_to_returns_to_the_flow),
		VISIT(help_from_people_calls_once_and_covers),
		VISIT(stop_asks_and_no_is_first),
		VISIT(stop_wipes_and_says_goodbye),
		VISIT(after_sending_stop_says_that_it_stays),
		VISIT(stopping_waits_for_what_is_being_sent),
		VISIT(silence_warns_and_then_ends),
		VISIT(at_the_warning_another_key_only_repeats),
		VISIT(yes_goes_on_where_one_was),
		VISIT(more_time_is_ten_times_as_much),
		VISIT(who_just_arrived_gets_a_new_visit),
		VISIT(a_key_at_the_warning_gives_another_minute),
		VISIT(done_stays_ten_minutes),
		VISIT(the_clock_stands_still_while_sending),
		VISIT(the_staff_page_goes_away_by_itself),
		VISIT(staff_leave_with_their_code),
		VISIT(the_code_is_never_on_the_screen),
		VISIT(a_wrong_code_is_told_and_five_close_the_door),
		VISIT(staff_are_asked_before_answers_are_wiped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Typing into a field, and presses that come too late. */
#include "tests/test.h"
#include "tests/visitor.h"

static void digits_are_text_in_a_text_field(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	assert_true(journey_types(&visitor->journey, visitor->focus));
	visitor_do(visitor, INTENT_CHOOSE, 4);
	visitor_type(visitor, "2b");
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "42b");
}

static void deleting_takes_a_whole_character(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "aé");
	visitor_do(visitor, INTENT_DELETE, 0);
	visitor_do(visitor, INTENT_DELETE, 0);
	visitor_do(visitor, INTENT_DELETE, 0);
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "");
}

static void a_full_field_says_so(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Willemijn");
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "Willem");
	assert_int_equal(visitor->journey.notice, NOTICE_FULL);
}

static void controls_are_not_typed(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "a\033\u202eb");
	assert_string_equal(visitor_item(visitor, "field:naam")->value, "ab");
}

static void wrong_input_stays_as_it_was_typed(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_typed_question(visitor);
	visitor_type(visitor, "Jan");
	visitor_do(visitor, INTENT_ENTER, 0);
	visitor_type(visitor, "12 34");
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_int_equal(visitor->journey.problem.code, PROBLEM_BSN_LENGTH);
	assert_string_equal(visitor_item(visitor, "field:bsn")->value, "12 34");
	assert_string_not_equal(visitor_item(visitor, "field:bsn")->error, "");
}

static void a_press_on_a_screen_that_is_gone_does_nothing(void **state)
{
	struct visitor *visitor = *state;
	struct intent late = { .kind = INTENT_PRESS, .text = "stop/yes" };

	journey_take(&visitor->journey, &late, visitor->focus);
	assert_string_equal(journey_scene(&visitor->journey), "home");
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives_home, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(digits_are_text_in_a_text_field),
		VISIT(deleting_takes_a_whole_character),
		VISIT(a_full_field_says_so),
		VISIT(controls_are_not_typed),
		VISIT(wrong_input_stays_as_it_was_typed),
		VISIT(a_press_on_a_screen_that_is_gone_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

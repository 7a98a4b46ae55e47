/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"
#include "tests/visitor.h"

#define EXTRACT "uittreksel-brp"

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

static void a_held_key_never_sends(void **state)
{
	static const enum intent_kind kinds[] = { INTENT_ENTER, INTENT_CHOOSE,
		INTENT_DOWN, INTENT_BACK };
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "keus",
		"[{\"type\":\"radio\",\"key\":\"k\",\"label\":\"?\",\"values\":["
		"{\"value\":\"a\",\"label\":\"A\"}]}]");
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "keus");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		for (int j = 0; j < 100; j++)
			visitor_do(visitor, kinds[i], 1);
	assert_int_equal(visitor->sends, 0);
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

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(nothing_is_sent_before_the_last_button),
		VISIT(a_held_key_never_sends),
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

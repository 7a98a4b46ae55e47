/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"
#include "tests/visitor.h"

#include "kiosk/journey_parts.h"

#define FORM "[{\"type\":\"textfield\",\"key\":\"naam\",\"label\":\"Naam\"}]"

static struct visitor *tried(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "proef", FORM);
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "proef");
	visitor->journey.trial = true;
	visitor_type(visitor, "Jan");
	visitor_to_send(visitor);
	return visitor;
}

static void a_trial_says_that_nothing_is_sent(void **state)
{
	struct visitor *visitor = tried(state);

	assert_non_null(visitor_item(visitor, "trial"));
	assert_null(visitor_item(visitor, "send"));
	assert_non_null(visitor_item(visitor, "anew"));
}

static void a_trial_sends_nothing_even_when_asked(void **state)
{
	struct visitor *visitor = tried(state);

	assert_int_equal(form_send(&visitor->journey), 0);
	assert_int_equal(visitor->sends, 0);
	assert_true(visitor_is_at(visitor, "send"));
}

static void a_trial_begins_again_without_answers(void **state)
{
	struct visitor *visitor = tried(state);

	visitor_enter(visitor, "anew");
	assert_true(visitor_is_at(visitor, "service"));
	assert_false(draft_has_answers(visitor->journey.draft));
}

static void a_real_visit_has_no_way_to_begin_again(void **state)
{
	struct visitor *visitor = tried(state);

	visitor->journey.trial = false;
	visitor_look(visitor);
	assert_null(visitor_item(visitor, "anew"));
	assert_null(visitor_item(visitor, "trial"));
	assert_non_null(visitor_item(visitor, "send"));
}

static void a_mistake_is_told_with_its_place(void **state)
{
	struct visitor *visitor = tried(state);

	visitor->around.mistake = "form.json: line 2";
	visitor_look(visitor);
	assert_non_null(visitor_item(visitor, "mistake"));
	assert_string_equal(
		visitor_item(visitor, "mistake-place")->label, "form.json: line 2");
}

int main(void)
{
#define CLAIM(claim)                                                           \
	cmocka_unit_test_setup_teardown(claim, visitor_arrives, visitor_leaves)
	const struct CMUnitTest tests[] = {
		CLAIM(a_trial_says_that_nothing_is_sent),
		CLAIM(a_trial_sends_nothing_even_when_asked),
		CLAIM(a_trial_begins_again_without_answers),
		CLAIM(a_real_visit_has_no_way_to_begin_again),
		CLAIM(a_mistake_is_told_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

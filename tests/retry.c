/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "kiosk/link/retry.h"

enum { HOUR = 3600000 };

/* An answer to the first attempt, the line sound until now, the largest
 * random number. */
static struct retry_facts answer(long status)
{
	return (struct retry_facts){ .status = status,
		.retry_after_s = -1,
		.attempts = 1,
		.failures = 1,
		.random = UINT32_MAX };
}

static void only_a_receipt_delivers(void **state)
{
	struct retry_facts facts = answer(200);

	(void)state;
	facts.receipt = true;
	assert_int_equal(retry_decide(&facts).what, RETRY_DELIVERED);
	facts.status = 201;
	assert_int_equal(retry_decide(&facts).what, RETRY_DELIVERED);
	for (long status = 0; status < 600; status++) {
		facts = answer(status);
		assert_int_not_equal(retry_decide(&facts).what, RETRY_DELIVERED);
		facts.problem = true;
		assert_int_not_equal(retry_decide(&facts).what, RETRY_DELIVERED);
	}
}

static void what_says_nothing_of_the_submission_is_tried_later(void **state)
{
	static const long statuses[] = { 0, 200, 204, 302, 404, 405, 408, 425, 429,
		451, 500, 502, 503, 504, 599 };

	(void)state;
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		struct retry_facts facts = answer(statuses[i]);
		struct retry retry = retry_decide(&facts);

		assert_int_equal(retry.what, RETRY_LATER);
		assert_true(retry.line_failed);
		assert_true(retry_is_line_failure(&facts));
		assert_int_equal(retry.pause_ms, 0);
		assert_false(retry.alarm);
	}
}

static void what_is_refused_for_good_is_held(void **state)
{
	static const struct {
		long status;
		bool problem;
	} held[] = { { 413, false }, { 415, false }, { 422, false }, { 400, true },
		{ 404, true }, { 410, true }, { 422, true } };

	(void)state;
	for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
		struct retry_facts facts = answer(held[i].status);

		facts.problem = held[i].problem;
		assert_int_equal(retry_decide(&facts).what, RETRY_HOLD);
		assert_true(retry_decide(&facts).alarm);
		assert_false(retry_is_line_failure(&facts));
	}
}

static void a_refused_kiosk_rests_the_whole_queue(void **state)
{
	(void)state;
	for (long status = 401; status <= 403; status += 2) {
		struct retry_facts facts = answer(status);
		struct retry retry = retry_decide(&facts);

		facts.problem = true;
		assert_int_equal(retry.what, RETRY_LATER);
		assert_true(retry.firm && retry.alarm);
		assert_int_equal(retry.pause_ms, 600000);
		assert_false(retry_is_line_failure(&facts));
	}
}

static void what_still_runs_is_asked_again_after_five_seconds(void **state)
{
	struct retry_facts facts = answer(409);

	(void)state;
	facts.problem = true;
	assert_int_equal(retry_decide(&facts).what, RETRY_LATER);
	assert_int_equal(retry_decide(&facts).wait_ms, 5000);
	assert_int_equal(retry_decide(&facts).pause_ms, 0);
}

static void waits_at_random_up_to_a_limit_that_doubles(void **state)
{
	(void)state;
	assert_int_equal(retry_back_off(0, 300000, UINT32_MAX), 2000);
	assert_int_equal(retry_back_off(1, 300000, UINT32_MAX), 4000);
	assert_int_equal(retry_back_off(7, 300000, UINT32_MAX), 256000);
	assert_int_equal(retry_back_off(8, 300000, UINT32_MAX), 300000);
	assert_int_equal(retry_back_off(1000, 300000, UINT32_MAX), 300000);
	assert_int_equal(retry_back_off(5, 300000, 0), 0);
	assert_in_range(retry_back_off(1, 300000, UINT32_MAX / 2), 1999, 2000);
}

static void retry_after_is_a_floor_for_all_of_an_hour_at_most(void **state)
{
	struct retry_facts facts = answer(503);
	struct retry retry;

	(void)state;
	facts.retry_after_s = 90;
	retry = retry_decide(&facts);
	assert_int_equal(retry.wait_ms, 90000);
	assert_int_equal(retry.pause_ms, 90000);
	assert_true(retry.firm);
	facts.retry_after_s = 1;
	assert_int_equal(retry_decide(&facts).wait_ms, 4000);
	facts.retry_after_s = 1000000;
	assert_int_equal(retry_decide(&facts).wait_ms, HOUR);
}

static void three_failures_in_a_row_rest_the_queue(void **state)
{
	struct retry_facts facts = answer(0);

	(void)state;
	facts.failures = 2;
	assert_int_equal(retry_decide(&facts).pause_ms, 0);
	facts.failures = 3;
	assert_int_equal(retry_decide(&facts).pause_ms, 16000);
	assert_false(retry_decide(&facts).firm);
	facts.failures = 40;
	assert_int_equal(retry_decide(&facts).pause_ms, 300000);
}

static void after_fifty_attempts_once_an_hour_and_somebody_looks(void **state)
{
	struct retry_facts facts = answer(500);

	(void)state;
	facts.random = 0;
	facts.attempts = 49;
	assert_false(retry_decide(&facts).alarm);
	facts.attempts = 50;
	assert_true(retry_decide(&facts).alarm);
	assert_int_equal(retry_decide(&facts).wait_ms, HOUR);
	assert_int_equal(retry_decide(&facts).what, RETRY_LATER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_receipt_delivers),
		cmocka_unit_test(what_says_nothing_of_the_submission_is_tried_later),
		cmocka_unit_test(what_is_refused_for_good_is_held),
		cmocka_unit_test(a_refused_kiosk_rests_the_whole_queue),
		cmocka_unit_test(what_still_runs_is_asked_again_after_five_seconds),
		cmocka_unit_test(waits_at_random_up_to_a_limit_that_doubles),
		cmocka_unit_test(retry_after_is_a_floor_for_all_of_an_hour_at_most),
		cmocka_unit_test(three_failures_in_a_row_rest_the_queue),
		cmocka_unit_test(after_fifty_attempts_once_an_hour_and_somebody_looks),
	};

	return cmocka_run_group_tests_name("retry", tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "kiosk/idle.h"

static void silence_is_counted_from_the_last_key(void **state)
{
	struct idle idle = { 0 };

	(void)state;
	idle_reset(&idle, 1000);
	assert_int_equal(idle_ms(&idle, 4000), 3000);
	idle_reset(&idle, 4000);
	assert_int_equal(idle_ms(&idle, 4500), 500);
}

static void the_clock_stands_still_while_the_kiosk_speaks(void **state)
{
	struct idle idle = { 0 };

	(void)state;
	idle_reset(&idle, 0);
	idle_stand_still(&idle, true, 2000);
	assert_int_equal(idle_ms(&idle, 9000), 2000);
	idle_stand_still(&idle, false, 10000);
	assert_int_equal(idle_ms(&idle, 11000), 3000);
}

static void being_told_twice_changes_nothing(void **state)
{
	struct idle idle = { 0 };

	(void)state;
	idle_reset(&idle, 0);
	idle_stand_still(&idle, true, 2000);
	idle_stand_still(&idle, true, 5000);
	assert_int_equal(idle_ms(&idle, 9000), 2000);
}

static void a_key_during_speech_begins_anew(void **state)
{
	struct idle idle = { 0 };

	(void)state;
	idle_reset(&idle, 0);
	idle_stand_still(&idle, true, 2000);
	idle_reset(&idle, 3000);
	assert_int_equal(idle_ms(&idle, 8000), 0);
	idle_stand_still(&idle, false, 8000);
	assert_int_equal(idle_ms(&idle, 8700), 700);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silence_is_counted_from_the_last_key),
		cmocka_unit_test(the_clock_stands_still_while_the_kiosk_speaks),
		cmocka_unit_test(being_told_twice_changes_nothing),
		cmocka_unit_test(a_key_during_speech_begins_anew),
	};

	return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}

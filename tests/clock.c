/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/clock.h"

static void assert_date(struct date date, const char *want)
{
	char text[16];

	date_to_text(date, text);
	assert_string_equal(text, want);
}

static void a_date_that_does_not_exist_is_no_date(void **state)
{
	(void)state;
	assert_int_equal(date_from_text("2026-02-29").year, 0);
	assert_int_equal(date_from_text("2026-13-01").year, 0);
	assert_int_equal(date_from_text("12-03-2026").year, 0);
	assert_int_equal(date_from_text("").year, 0);
	assert_int_equal(date_from_text(NULL).year, 0);
}

static void leap_day_exists_in_a_leap_year(void **state)
{
	(void)state;
	assert_date(date_from_text("2024-02-29"), "2024-02-29");
}

static void days_pass_the_end_of_a_year(void **state)
{
	(void)state;
	assert_date(date_plus_days(date_from_text("2026-12-30"), 3), "2027-01-02");
}

static void working_days_skip_the_weekend(void **state)
{
	(void)state; /* a Wednesday */
	assert_date(
		date_plus_working_days(date_from_text("2026-11-25"), 5), "2026-12-02");
	assert_date(
		date_plus_working_days(date_from_text("2026-11-27"), 1), "2026-11-30");
}

static void dates_compare_by_year_then_month_then_day(void **state)
{
	(void)state;
	assert_true(date_compare(date_from_text("2025-12-31"),
					date_from_text("2026-01-01")) < 0);
	assert_true(date_compare(date_from_text("2026-02-01"),
					date_from_text("2026-01-31")) > 0);
	assert_int_equal(date_compare(date_from_text("2026-02-01"),
						 date_from_text("2026-02-01")),
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_that_does_not_exist_is_no_date),
		cmocka_unit_test(leap_day_exists_in_a_leap_year),
		cmocka_unit_test(days_pass_the_end_of_a_year),
		cmocka_unit_test(working_days_skip_the_weekend),
		cmocka_unit_test(dates_compare_by_year_then_month_then_day),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}

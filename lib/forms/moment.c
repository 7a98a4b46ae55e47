/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/moment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

enum { FIRST_YEAR = 1, LAST_YEAR = 9999, MOST_MONTHS = 120000 };

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Since 1 January of the year 1. */
static int64_t days_of(struct date date)
{
	int64_t before = date.year - 1;
	int64_t days = before * 365 + before / 4 - before / 100 + before / 400;

	for (int month = 1; month < date.month; month++)
		days += month_days(date.year, month);
	return days + date.day - 1;
}

static struct date date_of(int64_t days)
{
	/* 146097 days are 400 years, and this is a year too far at most. */
	struct date date = { (int)(days * 400 / 146097) + 1, 1, 1 };

	while (days_of(date) > days)
		date.year--;
	while (days - days_of(date) >= 365 + is_leap(date.year))
		date.year++;
	days -= days_of(date);
	for (; days >= month_days(date.year, date.month); date.month++)
		days -= month_days(date.year, date.month);
	date.day += (int)days;
	return date;
}

static const struct date epoch = { 1970, 1, 1 };

bool date_is_real(struct date date)
{
	return date.year >= FIRST_YEAR && date.year <= LAST_YEAR &&
		   date.month >= 1 && date.month <= 12 && date.day >= 1 &&
		   date.day <= month_days(date.year, date.month);
}

struct stamp stamp_of(struct date date, int64_t clock)
{
	return (struct stamp){ .shown =
							   (days_of(date) - days_of(epoch)) * DAY + clock };
}

int offset_here(int64_t shown)
{
	int64_t seconds = shown / SECOND;
	time_t clock = (time_t)seconds;
	struct tm tm;

	if (!gmtime_r(&clock, &tm))
		return 0;
	tm.tm_isdst = -1;
	mktime(&tm);
	return (int)tm.tm_gmtoff;
}

struct delta delta_negative(struct delta delta)
{
	return (struct delta){ -delta.months, -delta.micros, delta.of_clock };
}

bool delta_has_clock(struct delta delta)
{
	return delta.of_clock && delta.micros % DAY != 0;
}

bool delta_plus(struct delta a, struct delta b, struct delta *sum)
{
	sum->of_clock = a.of_clock || b.of_clock;
	return !__builtin_add_overflow(a.months, b.months, &sum->months) &&
		   !__builtin_add_overflow(a.micros, b.micros, &sum->micros);
}

static int64_t floored(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

static bool plus_months(struct date *date, int64_t months)
{
	int64_t total = date->year * INT64_C(12) + date->month - 1;
	int64_t year;

	if (months > MOST_MONTHS || months < -MOST_MONTHS)
		return false;
	total += months;
	year = floored(total, 12);
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	date->year = (int)year;
	date->month = (int)(total - year * 12) + 1;
	if (date->day > month_days(date->year, date->month))
		date->day = month_days(date->year, date->month);
	return true;
}

static bool is_day(int64_t days)
{
	static const struct date last = { LAST_YEAR, 12, 31 };

	return days >= 0 && days <= days_of(last);
}

bool date_plus(struct date date, struct delta delta, struct date *sum)
{
	int64_t days;

	if (!plus_months(&date, delta.months))
		return false;
	days = days_of(date) + floored(delta.micros, DAY);
	if (!is_day(days))
		return false;
	*sum = date_of(days);
	return true;
}

bool date_less(struct date date, struct delta delta, struct date *sum)
{
	delta.micros = floored(delta.micros, DAY) * DAY;
	return date_plus(date, delta_negative(delta), sum);
}

struct stamp stamp_of_date(struct date date)
{
	struct stamp stamp = stamp_of(date, 0);

	stamp.offset = offset_here(stamp.shown);
	stamp.no_place = true;
	return stamp;
}

bool stamp_plus(struct stamp stamp, struct delta delta, struct stamp *sum)
{
	struct date date = stamp_date(stamp);
	int64_t clock = stamp.shown - floored(stamp.shown, DAY) * DAY;

	if (!plus_months(&date, delta.months))
		return false;
	*sum = stamp_of(date, clock);
	sum->offset = stamp.offset;
	sum->no_place = stamp.no_place;
	return !__builtin_add_overflow(sum->shown, delta.micros, &sum->shown) &&
		   is_day(floored(sum->shown, DAY) + days_of(epoch));
}

struct delta date_minus(struct date a, struct date b)
{
	return (struct delta){ .micros = (days_of(a) - days_of(b)) * DAY };
}

static int64_t instant(struct stamp stamp)
{
	return stamp.shown - (int64_t)stamp.offset * SECOND;
}

int stamp_compare(struct stamp a, struct stamp b)
{
	int64_t difference = instant(a) - instant(b);

	return (difference > 0) - (difference < 0);
}

struct delta stamp_minus(struct stamp a, struct stamp b)
{
	return (struct delta){ .micros = instant(a) - instant(b) };
}

struct date stamp_date(struct stamp stamp)
{
	return date_of(floored(stamp.shown, DAY) + days_of(epoch));
}

struct stamp stamp_now(struct date today)
{
	/* Noon of any other day, which is what tests and the counter ask for. */
	int64_t clock = DAY / 2;
	struct stamp stamp;
	time_t now = time(NULL);
	struct tm local;

	if (date_compare(today, date_today()) == 0 && localtime_r(&now, &local))
		clock = (local.tm_hour * INT64_C(3600) + local.tm_min * INT64_C(60) +
					local.tm_sec) *
				SECOND;
	stamp = stamp_of(today, clock);
	stamp.offset = offset_here(stamp.shown);
	return stamp;
}

char *stamp_text(struct stamp stamp, char between)
{
	int64_t clock = stamp.shown - floored(stamp.shown, DAY) * DAY;
	int seconds = (int)(clock / SECOND), micros = (int)(clock % SECOND);
	int ahead = abs(stamp.offset);
	struct text out = { 0 };
	char day[16];

	date_to_text(stamp_date(stamp), day);
	text_addf(&out, "%s%c%02d:%02d:%02d", day, between, seconds / 3600,
		seconds / 60 % 60, seconds % 60);
	if (micros)
		text_addf(&out, ".%06d", micros);
	if (!stamp.no_place)
		text_addf(&out, "%c%02d:%02d", stamp.offset < 0 ? '-' : '+',
			ahead / 3600, ahead / 60 % 60);
	return text_take(&out);
}

char *delta_text(struct delta delta)
{
	int64_t seconds = delta.micros / SECOND;
	int micros = abs((int)(delta.micros % SECOND));
	struct text out = { 0 };

	text_addf(&out, "P%lldY%lldM%lldDT%lldH%lldM%lld",
		(long long)(delta.months / 12), (long long)(delta.months % 12),
		(long long)(seconds / 86400), (long long)(seconds / 3600 % 24),
		(long long)(seconds / 60 % 60), (long long)(seconds % 60));
	if (micros)
		text_addf(&out, ".%06d", micros);
	text_add(&out, "S");
	return text_take(&out);
}

static void add_span(struct text *out, int64_t number, char unit)
{
	if (number)
		text_addf(out, "%lld%c", (long long)number, unit);
}

/* "6.5S": no more digits than say something. */
static void add_seconds(struct text *out, int64_t micros)
{
	char said[32];
	int n = snprintf(said, sizeof said, "%lld.%06lld",
		(long long)(micros / SECOND), (long long)(micros % SECOND));

	while (said[n - 1] == '0')
		n--;
	text_addf(out, "%.*sS", said[n - 1] == '.' ? n - 1 : n, said);
}

char *span_text(struct delta delta)
{
	int64_t micros = delta.micros < 0 ? -delta.micros : delta.micros;
	int64_t minutes = micros % DAY / SECOND / 60;
	int64_t rest = micros % (INT64_C(60) * SECOND);
	struct text out = { 0 };

	text_add(&out, delta.micros < 0 ? "-P" : "P");
	add_span(&out, micros / DAY, 'D');
	if (micros % DAY)
		text_add(&out, "T");
	add_span(&out, minutes / 60, 'H');
	add_span(&out, minutes % 60, 'M');
	if (rest)
		add_seconds(&out, rest);
	if (!micros)
		text_add(&out, "0D");
	return text_take(&out);
}

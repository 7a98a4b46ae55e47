/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/clock.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"

static int64_t read_clock(clockid_t id)
{
	struct timespec now;

	clock_gettime(id, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_ms(void)
{
	return read_clock(CLOCK_BOOTTIME);
}

int64_t clock_wall_ms(void)
{
	return read_clock(CLOCK_REALTIME);
}

char *clock_iso(time_t when)
{
	char stamp[32] = "";
	struct tm utc;

	if (gmtime_r(&when, &utc))
		strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
	return mem_text(stamp);
}

static struct date date_from_tm(const struct tm *tm)
{
	return (struct date){ tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday };
}

/* Noon, so that summer time moves no date. */
static struct tm date_to_tm(struct date date)
{
	return (struct tm){ .tm_year = date.year - 1900,
		.tm_mon = date.month - 1,
		.tm_mday = date.day,
		.tm_hour = 12 };
}

struct date date_today(void)
{
	time_t now = time(NULL);
	struct tm local;

	return localtime_r(&now, &local) ? date_from_tm(&local)
									 : (struct date){ 0 };
}

static int number(const char *digits, int n)
{
	int value = 0;

	for (int i = 0; i < n; i++) {
		if (!isdigit((unsigned char)digits[i]))
			return -1;
		value = value * 10 + (digits[i] - '0');
	}
	return value;
}

struct date date_from_text(const char *iso)
{
	struct date date, back;
	struct tm tm;

	if (!iso || strlen(iso) < 10 || iso[4] != '-' || iso[7] != '-')
		return (struct date){ 0 };
	date =
		(struct date){ number(iso, 4), number(iso + 5, 2), number(iso + 8, 2) };
	if (date.year < 1 || date.month < 1 || date.day < 1)
		return (struct date){ 0 };
	tm = date_to_tm(date);
	timegm(&tm);
	back = date_from_tm(&tm);
	return date_compare(date, back) == 0 ? date : (struct date){ 0 };
}

void date_to_text(struct date date, char out[16])
{
	snprintf(out, 16, "%04d-%02d-%02d", date.year % 10000, date.month % 100,
		date.day % 100);
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year - b.year;
	if (a.month != b.month)
		return a.month - b.month;
	return a.day - b.day;
}

struct date date_plus_days(struct date date, int days)
{
	struct tm tm = date_to_tm(date);

	tm.tm_mday += days;
	timegm(&tm);
	return date_from_tm(&tm);
}

int date_weekday(struct date date)
{
	struct tm tm = date_to_tm(date);

	timegm(&tm);
	return tm.tm_wday;
}

struct date date_plus_working_days(struct date date, int days)
{
	while (days > 0) {
		date = date_plus_days(date, 1);
		if (date_weekday(date) != 0 && date_weekday(date) != 6)
			days--;
	}
	return date;
}

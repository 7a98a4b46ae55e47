/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_MOMENT_H
#define FORMS_MOMENT_H
/*
 * Dates, moments and spans as rules reckon with them: a month is added before
 * the days, and a day that the month does not have becomes its last one. Years
 * 1 to 9999, as in Open Forms. Pure, but for the time zone of the machine.
 */
#include <stdbool.h>
#include <stdint.h>

#include "lib/base/clock.h"

/* A moment with the clock of its own place: what that clock shows, as if it
 * were UTC, and how far it is ahead of UTC. */
struct stamp {
	int64_t shown; /* microseconds since 1970 */
	int offset;    /* seconds east of UTC */
	bool no_place; /* nobody said where: the place here, and left unsaid */
};

struct delta {
	int64_t months;
	int64_t micros; /* days and less */
	bool of_clock;  /* its hours make a moment of a date: {"rdelta": ...} */
};

enum { SECOND = 1000000 };
#define DAY (INT64_C(86400) * SECOND)

/* ISO 8601; a moment gives its day. False when it is none. */
bool date_read(const char *text, struct date *date);
/* A date alone is midnight; without an offset it is of the place here. */
bool stamp_read(const char *text, struct stamp *stamp);
/* "P1Y2M3W4DT5H6M7.5S", a minus before or behind the P. */
bool delta_read(const char *text, struct delta *delta);

bool date_is_real(struct date date);
/* In UTC; `clock` in microseconds since midnight. */
struct stamp stamp_of(struct date date, int64_t clock);
/* Seconds east of UTC of the place here, when its clock shows this. */
int offset_here(int64_t shown);

/* Whether a date moved by it is a moment. */
bool delta_has_clock(struct delta delta);
/* False when it leaves the years that there are. */
bool date_plus(struct date date, struct delta delta, struct date *sum);
/* Back by it; hours of a span do not count for a date. */
bool date_less(struct date date, struct delta delta, struct date *sum);
bool stamp_plus(struct stamp stamp, struct delta delta, struct stamp *sum);
/* Midnight of the place here. */
struct stamp stamp_of_date(struct date date);
/* False when a number is too large. */
bool delta_plus(struct delta a, struct delta b, struct delta *sum);
struct delta delta_negative(struct delta delta);

struct delta date_minus(struct date a, struct date b);
int stamp_compare(struct stamp a, struct stamp b); /* <0, 0, >0 */
struct delta stamp_minus(struct stamp a, struct stamp b);
struct date stamp_date(struct stamp stamp);
/* The moment that it is at this second, when `today` is the day it is. */
struct stamp stamp_now(struct date today);

/* "2026-11-25T14:30:00+01:00"; `between` is the letter in the middle. */
char *stamp_text(struct stamp stamp, char between);
char *delta_text(struct delta delta); /* "P0Y0M10DT0H0M0S" */
char *span_text(struct delta delta);  /* of two moments: "-P10DT5H", "P0D" */

#endif

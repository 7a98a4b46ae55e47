/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H
/*
 * Time. Waiting is measured on the boot clock, which no one can set back; the
 * wall clock is for dates only.
 */
#include <stdint.h>
#include <time.h>

int64_t clock_ms(void);       /* since boot, suspended time counted */
int64_t clock_wall_ms(void);  /* since 1970 */
char *clock_iso(time_t when); /* "2026-11-25T07:00:00Z"; the caller frees */

struct date {
	int year, month, day; /* month and day from 1; 0 = no date */
};

struct date date_today(void); /* local: the kiosk stands in one city */
struct date date_from_text(const char *iso); /* "2026-11-25"; else all 0 */
void date_to_text(struct date date, char out[16]); /* "2026-11-25" */
int date_compare(struct date a, struct date b);    /* <0, 0, >0 */
struct date date_plus_days(struct date date, int days);
struct date date_plus_working_days(struct date date, int days); /* Mon-Fri */
int date_weekday(struct date date);                             /* 0 = Sunday */

#endif

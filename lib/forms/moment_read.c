/* SPDX-License-Identifier: EUPL-1.2 */
#include <ctype.h>
#include <string.h>

#include "lib/forms/moment.h"

enum { MOST_SPAN = 4000000 };

/* `n` digits; moves past them. */
static bool digits(const char **at, int n, int *number)
{
	*number = 0;
	for (int i = 0; i < n; i++, ++*at) {
		if (!isdigit((unsigned char)**at))
			return false;
		*number = *number * 10 + (**at - '0');
	}
	return true;
}

static bool skip(const char **at, char c)
{
	if (**at != c)
		return false;
	++*at;
	return true;
}

static bool take_date(const char **at, struct date *date)
{
	bool parted;

	if (!digits(at, 4, &date->year))
		return false;
	parted = skip(at, '-');
	if (!digits(at, 2, &date->month) || (parted && !skip(at, '-')) ||
		!digits(at, 2, &date->day))
		return false;
	return date_is_real(*date);
}

/* Digits of a second past the first six count for nothing. */
static bool take_fraction(const char **at, int *micros)
{
	int worth = SECOND / 10;

	*micros = 0;
	if (!skip(at, '.') && !skip(at, ','))
		return true;
	if (!isdigit((unsigned char)**at))
		return false;
	for (; isdigit((unsigned char)**at); ++*at, worth /= 10)
		*micros += (**at - '0') * worth;
	return true;
}

static bool take_time(const char **at, int64_t *micros)
{
	int hours = 0, minutes = 0, seconds = 0, fraction = 0;
	bool parted;

	if (!digits(at, 2, &hours))
		return false;
	parted = skip(at, ':');
	if (parted || isdigit((unsigned char)**at)) {
		if (!digits(at, 2, &minutes))
			return false;
	}
	if (skip(at, ':') || (!parted && isdigit((unsigned char)**at))) {
		if (!digits(at, 2, &seconds) || !take_fraction(at, &fraction))
			return false;
	}
	*micros =
		(hours * INT64_C(3600) + minutes * INT64_C(60) + seconds) * SECOND +
		fraction;
	return hours < 24 && minutes < 60 && seconds < 60;
}

static bool take_offset(const char **at, struct stamp *stamp)
{
	int64_t ahead;
	int sign = **at == '-' ? -1 : 1;

	if (skip(at, 'Z') || skip(at, 'z'))
		return true;
	if (!**at) {
		stamp->offset = offset_here(stamp->shown);
		stamp->no_place = true;
		return true;
	}
	if (!skip(at, '+') && !skip(at, '-'))
		return false;
	if (!take_time(at, &ahead))
		return false;
	stamp->offset = (int)(ahead / SECOND) * sign;
	return true;
}

bool stamp_read(const char *text, struct stamp *stamp)
{
	struct date date;
	int64_t micros = 0;

	*stamp = (struct stamp){ 0 };
	if (!take_date(&text, &date))
		return false;
	if (*text) {
		if (!strchr("Tt ", *text))
			return false;
		text++;
		if (!take_time(&text, &micros))
			return false;
	}
	*stamp = stamp_of(date, micros);
	return take_offset(&text, stamp) && !*text;
}

bool date_read(const char *text, struct date *date)
{
	struct stamp stamp;

	if (!stamp_read(text, &stamp))
		return false;
	*date = stamp_date(stamp);
	return true;
}

/* One number of a span, and the letter that says of what. */
static bool take_part(const char **at, double *number, char *letter)
{
	double worth = 0.1;

	*number = 0;
	if (!isdigit((unsigned char)**at))
		return false;
	for (; isdigit((unsigned char)**at); ++*at)
		*number = *number * 10 + (**at - '0');
	if (skip(at, '.') || skip(at, ',')) {
		for (; isdigit((unsigned char)**at); ++*at, worth /= 10)
			*number += (**at - '0') * worth;
	}
	*letter = **at;
	if (**at)
		++*at;
	return *number <= MOST_SPAN;
}

static bool add_part(struct delta *delta, double number, int64_t micros)
{
	delta->micros += (int64_t)(number * (double)micros + 0.5);
	return true;
}

/* Half a month is no span that a date can be moved by. */
static bool add_months(struct delta *delta, double number, int months)
{
	if (number != (double)(int64_t)number)
		return false;
	delta->months += (int64_t)number * months;
	return true;
}

static bool add_letter(
	struct delta *delta, double number, char letter, bool of_time)
{
	switch (letter) {
	case 'Y':
		return !of_time && add_months(delta, number, 12);
	case 'M':
		return of_time ? add_part(delta, number, INT64_C(60) * SECOND)
					   : add_months(delta, number, 1);
	case 'W':
		return !of_time && add_part(delta, number, 7 * DAY);
	case 'D':
		return !of_time && add_part(delta, number, DAY);
	case 'H':
		return of_time && add_part(delta, number, INT64_C(3600) * SECOND);
	case 'S':
		return of_time && add_part(delta, number, SECOND);
	default:
		return false;
	}
}

bool delta_read(const char *text, struct delta *delta)
{
	bool negative = skip(&text, '-');
	bool of_time = false;
	double number;
	char letter;
	int parts = 0;

	*delta = (struct delta){ 0 };
	if (!negative)
		skip(&text, '+');
	if (!skip(&text, 'P'))
		return false;
	negative ^= skip(&text, '-');
	while (*text && parts < 10) {
		if (!of_time && skip(&text, 'T'))
			of_time = true;
		if (!take_part(&text, &number, &letter) ||
			!add_letter(delta, number, letter, of_time))
			return false;
		parts++;
	}
	if (negative)
		*delta = delta_negative(*delta);
	return parts && !*text;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/typed_number.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { MOST_DIGITS = 15, MOST_DECIMALS = 10 };

/* Blanks and the euro sign away, Arabic separators as their Dutch fellows. */
static char *plain(const char *typed)
{
	char *digits = ascii_digits(typed);
	const char *at = digits;
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&at)) != 0) {
		if (c == 0x20AC || c == ' ' || c == '\t')
			continue;
		if (c == 0x66B) /* decimal, in Arabic */
			c = ',';
		if (c == 0x66C) /* thousands, in Arabic */
			c = '.';
		if (c == 0x2212 || c == 0x2013)
			c = '-';
		text_add_char(&out, c);
	}
	free(digits);
	return text_take(&out);
}

/* "12,-" is how whole euros are written. */
static void drop_dash(char *text)
{
	size_t n = strlen(text);

	while (n > 1 && text[n - 1] == '-')
		n--;
	if (text[n] == '-' && (text[n - 1] == ',' || text[n - 1] == '.'))
		text[n - 1] = '\0';
}

/* Digits in groups of three, the first of one to three: "1.234.567". */
static bool is_grouped(const char *text, size_t n, char mark)
{
	size_t first = 0, at;

	while (first < n && isdigit((unsigned char)text[first]))
		first++;
	if (!first || first > 3 || text[0] == '0')
		return false;
	for (at = first; at < n; at += 4) {
		if (n - at < 4 || text[at] != mark ||
			!isdigit((unsigned char)text[at + 1]) ||
			!isdigit((unsigned char)text[at + 2]) ||
			!isdigit((unsigned char)text[at + 3]))
			return false;
	}
	return true;
}

static size_t count(const char *text, size_t n, char c)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += text[i] == c;
	return found;
}

/*
 * Where the decimals begin, or `n`. A comma is decimal. A dot is too, unless
 * it can only part thousands: "1.000" is a thousand here. With both, the last
 * is decimal.
 */
static size_t find_decimals(const char *text, size_t n)
{
	const char *comma = memrchr(text, ',', n);
	const char *dot = memrchr(text, '.', n);
	const char *last = comma > dot ? comma : dot;

	if (!last)
		return n;
	if (count(text, n, *last) > 1)
		return n;
	if (!comma && is_grouped(text, n, '.'))
		return n;
	return (size_t)(last - text);
}

static bool is_whole_part(const char *text, size_t n)
{
	if (!count(text, n, '.') && !count(text, n, ','))
		return strspn(text, "0123456789") >= n;
	return is_grouped(text, n, '.') || is_grouped(text, n, ',');
}

struct mantissa {
	int64_t value;
	int digits; /* that count: no leading zeroes */
};

static void add_digits(struct mantissa *mantissa, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!isdigit((unsigned char)text[i]))
			continue;
		if (mantissa->value || text[i] != '0')
			mantissa->digits++;
		if (mantissa->digits <= MOST_DIGITS)
			mantissa->value = mantissa->value * 10 + (text[i] - '0');
	}
}

static json_t *make_number(int64_t value, size_t decimals)
{
	/* Both are exact, so the quotient is the nearest there is. */
	if (decimals)
		return json_real((double)value / pow(10, (double)decimals));
	return json_integer(value);
}

static enum problem_code too_precise(
	const struct component *component, size_t decimals)
{
	int most = component->limits.decimals;

	if (decimals && most == 0)
		return PROBLEM_NOT_WHOLE;
	return (most > 0 && decimals > (size_t)most) || decimals > MOST_DECIMALS
			   ? PROBLEM_DECIMALS
			   : PROBLEM_NONE;
}

static enum problem_code read_number(
	const struct component *component, const char *text, json_t **value)
{
	bool negative = *text == '-';
	struct mantissa mantissa = { 0 };
	size_t n, whole, decimals;

	text += *text == '-' || *text == '+';
	n = strlen(text);
	whole = find_decimals(text, n);
	decimals = whole < n ? n - whole - 1 : 0;
	if (whole + decimals == 0 || (whole && !is_whole_part(text, whole)) ||
		(whole < n && strspn(text + whole + 1, "0123456789") != decimals))
		return PROBLEM_NOT_A_NUMBER;
	/* "12,00" is whole; "1,000" may be a thousand elsewhere: not guessed. */
	while (decimals && text[whole + decimals] == '0' &&
		   (int)decimals > component->limits.decimals &&
		   !is_grouped(text, n, ','))
		decimals--;
	if (too_precise(component, decimals))
		return too_precise(component, decimals);
	add_digits(&mantissa, text, whole);
	add_digits(&mantissa, text + whole, whole < n ? decimals + 1 : 0);
	if (mantissa.digits > MOST_DIGITS)
		return PROBLEM_TOO_LARGE;
	*value = make_number(negative ? -mantissa.value : mantissa.value, decimals);
	return PROBLEM_NONE;
}

enum problem_code typed_number(
	const struct component *component, const char *typed, json_t **value)
{
	char *text = plain(typed);
	enum problem_code code;

	drop_dash(text);
	code = read_number(component, text, value);
	text_wipe(text);
	return code;
}

/* Without printf's %f, which follows the locale. */
char *number_text(double number, int least_decimals)
{
	int decimals = least_decimals;
	double scaled = fabs(number) * pow(10, decimals);
	struct text out = { 0 };
	char *digits;
	size_t n;

	while (decimals < MOST_DECIMALS &&
		   fabs(scaled - round(scaled)) > 1e-9 * fmax(1, scaled))
		scaled = fabs(number) * pow(10, ++decimals);
	if (!(scaled < 1e18))
		return mem_text("");
	digits = text_format("%0*lld", decimals + 1, llround(scaled));
	n = strlen(digits) - (size_t)decimals;
	text_add(&out, number < 0 ? "-" : "");
	text_add_n(&out, digits, n);
	text_add(&out, decimals ? "," : "");
	text_add(&out, digits + n);
	free(digits);
	return text_take(&out);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What stands in prose but is not prose: amounts, dates, times, numbers,
 * addresses, codes, abbreviations. Each rule looks at one place, the start of
 * a word, and takes all of what it knows or nothing.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/clock.h"
#include "lib/ui/verbal_tongue.h"

static const char euro_sign[] = "\xE2\x82\xAC";

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits(const char *at)
{
	return strspn(at, "0123456789");
}

/* No letter or digit follows: what was found is not the head of more. */
static bool ends_here(const char *at)
{
	return !isalnum((unsigned char)*at) && !(*at & 0x80);
}

static size_t blanks(const char *at)
{
	return strspn(at, " ");
}

/* "1.234" in groups of three, or plain digits: the digits into `whole`. */
static size_t whole_number(const char *at, char separator, char whole[16])
{
	size_t n = digits(at), taken = n;

	if (!n || n > 12)
		return 0;
	memcpy(whole, at, n);
	while (n <= 9 && at[taken] == separator && digits(at + taken + 1) == 3 &&
		   (taken <= 3 || n > 3)) {
		memcpy(whole + n, at + taken + 1, 3);
		n += 3;
		taken += 4;
	}
	whole[n] = '\0';
	return taken;
}

/* The decimals behind a number: "50" of ",50" or ".50"; a dash is none. */
static size_t decimals(const char *at, char two[3])
{
	memcpy(two, "00", 3);
	if (*at != ',' && *at != '.')
		return 0;
	if (at[1] == '-')
		return 2;
	if (digits(at + 1) != 2)
		return 0;
	memcpy(two, at + 1, 2);
	return 3;
}

static size_t amount(const struct tongue *tongue, const char *at, long *cents)
{
	char whole[16], two[3];
	size_t n = whole_number(at, tongue->decimal == ',' ? '.' : ',', whole);

	if (!n)
		return 0;
	n += decimals(at + n, two);
	*cents = strtol(whole, NULL, 10) * 100 + strtol(two, NULL, 10);
	return n;
}

static size_t euro_before(const char *at)
{
	bool euro = strncmp(at, euro_sign, 3) == 0 || strncmp(at, "EUR ", 4) == 0;

	return euro ? 3 + blanks(at + 3) : 0;
}

static size_t money(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t sign = euro_before(at), n;
	size_t number;
	long cents = 0;

	number = amount(tongue, at + sign, &cents);
	if (!number)
		return 0;
	n = sign + number;
	if (!sign) {
		n += blanks(at + n);
		if (strncmp(at + n, euro_sign, 3) != 0)
			return 0;
		n += 3;
	}
	say_money(out, tongue, cents);
	return n;
}

/* Day, month and year in either order, with one separator throughout. */
static size_t date(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t a = digits(at), b, c;
	char separator = at[a], iso[16];
	int n = 0, first, second, third;

	if (!a || !strchr("-/.", separator) || !separator)
		return 0;
	b = digits(at + a + 1);
	if (!b || b > 2 || at[a + 1 + b] != separator)
		return 0;
	c = digits(at + a + b + 2);
	if (!ends_here(at + a + b + c + 2) || a + c > 6 || (a != 4 && c != 4))
		return 0;
	sscanf(at, "%d%*c%d%*c%d%n", &first, &second, &third, &n);
	snprintf(iso, sizeof iso, "%04d-%02d-%02d", a == 4 ? first : third, second,
		a == 4 ? third : first);
	if (!date_from_text(iso).month)
		return 0;
	say_date(out, tongue,
		(int[]){ a == 4 ? first : third, second, a == 4 ? third : first });
	return (size_t)n;
}

/* "14:30", and "14.30 uur" where the language has such a word. */
static size_t time_of_day(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t hours = digits(at), n = hours + 3, word = 0;
	const char *name = tongue->hour_word;
	int hour, minute;

	if (!hours || hours > 2 || (at[hours] != ':' && at[hours] != '.') ||
		digits(at + hours + 1) != 2)
		return 0;
	if (name) {
		word = blanks(at + n);
		if (strncasecmp(at + n + word, name, strlen(name)) == 0 &&
			ends_here(at + n + word + strlen(name)))
			word += strlen(name);
		else
			word = 0;
	}
	hour = (int)strtol(at, NULL, 10);
	minute = (int)strtol(at + hours + 1, NULL, 10);
	if (hour > 23 || minute > 59 || (at[hours] == '.' && !word))
		return 0;
	say_time(out, tongue, hour, minute);
	return n + word;
}

/* The opening hours "9.00 - 17.00 uur": both ends are times. */
static size_t time_span(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = strspn(at, "0123456789.:"), gap;
	struct text last = { 0 }, first = { 0 };
	char *head = text_format(
		"%.*s %s", (int)n, at, tongue->hour_word ? tongue->hour_word : "");
	size_t taken = 0;

	gap = strspn(at + n, " ");
	if (strncmp(at + n + gap, "-", 1) == 0)
		gap += 1;
	else if (strncmp(at + n + gap, "\xE2\x80\x93", 3) == 0)
		gap += 3;
	else
		n = 0;
	if (n) {
		gap += strspn(at + n + gap, " ");
		taken = time_of_day(&last, tongue, at + n + gap);
	}
	if (taken && time_of_day(&first, tongue, head)) {
		text_addf(out, "%s %s %s", first.bytes, tongue->to, last.bytes);
		taken += n + gap;
	} else {
		taken = 0;
	}
	text_clear(&first);
	text_clear(&last);
	free(head);
	return taken;
}

static bool is_address(unsigned char c)
{
	return isalnum(c) || strchr("._-+/@~", c);
}

/* What the last dot is followed by; enough to tell a site from a sentence. */
static bool ends_as_site(const char *at, size_t n)
{
	static const char *const ends[] = { "nl", "com", "org", "net", "eu", "tr",
		"info", "be", "de" };
	size_t host = 0, dot = 0;

	while (host < n && at[host] != '/') {
		if (at[host] == '.')
			dot = host;
		host++;
	}
	for (size_t i = 0; dot && i < sizeof ends / sizeof ends[0]; i++) {
		if (host - dot - 1 == strlen(ends[i]) &&
			strncasecmp(at + dot + 1, ends[i], host - dot - 1) == 0)
			return true;
	}
	return false;
}

static size_t scheme(const char *at)
{
	static const char *const schemes[] = { "https://", "http://" };

	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
		if (strncasecmp(at, schemes[i], strlen(schemes[i])) == 0)
			return strlen(schemes[i]);
	}
	return 0;
}

static size_t address(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t start = scheme(at), n = start;
	const char *sign;

	while (at[n] && is_address((unsigned char)at[n]))
		n++;
	while (n > start && strchr(".-/", at[n - 1]))
		n--;
	sign = memchr(at + start, '@', n - start);
	if (sign == at + start || (sign && sign == at + n - 1))
		return 0;
	if (!sign && !start && !ends_as_site(at, n))
		return 0;
	say_address(out, tongue, at + start, n - start);
	return n;
}

static size_t postcode(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t gap = digits(at) == 4 ? blanks(at + 4) : 2;
	const char *letters = at + 4 + gap;

	if (gap > 1 || *at == '0' || !isupper((unsigned char)letters[0]) ||
		!isupper((unsigned char)letters[1]) || !ends_here(letters + 2))
		return 0;
	say_evenly(out, tongue, at, 6 + gap);
	return 6 + gap;
}

static size_t iban(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = 4, signs = 4;

	if (!isupper((unsigned char)at[0]) || !isupper((unsigned char)at[1]) ||
		!is_digit(at[2]) || !is_digit(at[3]))
		return 0;
	while (signs < 34) {
		size_t gap = at[n] == ' ';
		unsigned char c = (unsigned char)at[n + gap];

		if (!isdigit(c) && !isupper(c))
			break;
		n += gap + 1;
		signs++;
	}
	if (signs < 15 || !ends_here(at + n))
		return 0;
	say_iban(out, tongue, at, n);
	return n;
}

/* "7K2M-9QXT-4HD": capitals and digits in groups of four, at least two, with
 * a digit among them. */
static size_t reference(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = 0, group = 0, groups = 0, figures = 0;

	while (isupper((unsigned char)at[n]) || is_digit(at[n]) || at[n] == '-') {
		if (at[n] == '-') {
			groups += group == 4;
			if (group != 4)
				return 0;
			group = 0;
		} else {
			group++;
			figures += is_digit(at[n]);
		}
		n++;
	}
	if (groups < 2 || group < 3 || group > 4 || !figures || figures == n ||
		!ends_here(at + n))
		return 0;
	say_spelled(out, tongue, at, n);
	return n;
}

/* A number to call: begins with 0 or +, or the city's own 14 0xx. */
static size_t phone(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t plus = *at == '+', n = plus, figures = 0;

	if (strncmp(at, "14 0", 4) == 0 && digits(at + 3) == 3 &&
		ends_here(at + 6)) {
		say_evenly(out, tongue, at, 6);
		return 6;
	}
	if (!plus && *at != '0')
		return 0;
	while (is_digit(at[n]) || (strchr(" -()", at[n]) && at[n])) {
		figures += is_digit(at[n]);
		n++;
	}
	while (n && !is_digit(at[n - 1]))
		n--;
	if (figures < 9 || figures > 15)
		return 0;
	say_evenly(out, tongue, at, n);
	return n;
}

static size_t between_numbers(const char *at)
{
	size_t gap = blanks(at), sign = 0;

	if (at[gap] == '-')
		sign = 1;
	else if (strncmp(at + gap, "\xE2\x80\x93", 3) == 0)
		sign = 3;
	if (!sign || !is_digit(at[gap + sign + blanks(at + gap + sign)]))
		return 0;
	return gap + sign + blanks(at + gap + sign);
}

static void say_figures(
	struct text *out, const struct tongue *tongue, const char *whole)
{
	if (strlen(whole) > 6 || (whole[0] == '0' && whole[1]))
		say_evenly(out, tongue, whole, strlen(whole));
	else
		text_add(out, whole);
}

/* Any number. Long ones and those that begin with 0 are codes: one by one. */
static size_t any_number(
	struct text *out, const struct tongue *tongue, const char *at)
{
	char whole[16], after[16] = "";
	size_t n = whole_number(at, tongue->decimal == ',' ? '.' : ',', whole);
	size_t more = 0, span;

	if (!n)
		return 0;
	if (at[n] == tongue->decimal || at[n] == '.')
		more = digits(at + n + 1);
	if (more && more < sizeof after) {
		memcpy(after, at + n + 1, more);
		after[more] = '\0';
		say_number(out, tongue, whole, after);
		n += more + 1;
	} else {
		say_figures(out, tongue, whole);
	}
	span = between_numbers(at + n);
	if (span)
		text_addf(out, " %s ", tongue->to);
	return n + span;
}

static size_t long_number(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = digits(at);

	if (n <= 12)
		return 0;
	say_evenly(out, tongue, at, n);
	return n;
}

static size_t short_form(
	struct text *out, const struct tongue *tongue, const char *at)
{
	const struct short_form *form = tongue->short_forms;

	for (; form && form->written; form++) {
		size_t n = strlen(form->written);

		if (strncmp(at, form->written, n) == 0 && ends_here(at + n)) {
			text_add(out, form->spoken);
			return n;
		}
	}
	return 0;
}

typedef size_t rule(
	struct text *out, const struct tongue *tongue, const char *at);

/* The first that takes something counts. */
static rule *const rules[] = { money, date, time_span, time_of_day, reference,
	iban, address, phone, postcode, long_number, any_number, short_form };

size_t verbal_rule(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = 0;

	for (size_t i = 0; !n && i < sizeof rules / sizeof rules[0]; i++)
		n = rules[i](out, tongue, at);
	return n;
}

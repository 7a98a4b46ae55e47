/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts, numbers and abbreviations, and which rule goes before which. */
#include "lib/ui/verbal_rules.h"

#include <stdlib.h>

static const char euro_sign[] = "\xE2\x82\xAC";

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

/* The first that takes something counts. */
static rule *const rules[] = { money, rule_date, rule_time_span,
	rule_time_of_day, rule_reference, rule_iban, rule_address, rule_phone,
	rule_postcode, long_number, any_number, short_form };

size_t verbal_rule(
	struct text *out, const struct tongue *tongue, const char *at)
{
	size_t n = 0;

	for (size_t i = 0; !n && i < sizeof rules / sizeof rules[0]; i++)
		n = rules[i](out, tongue, at);
	return n;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Addresses and codes in prose: what is said sign by sign. */
#include "lib/ui/verbal_rules.h"

#include <strings.h>

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

size_t rule_address(
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

size_t rule_postcode(
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

size_t rule_iban(struct text *out, const struct tongue *tongue, const char *at)
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
size_t rule_reference(
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
size_t rule_phone(struct text *out, const struct tongue *tongue, const char *at)
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

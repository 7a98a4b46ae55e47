/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/verbal_tongue.h"

#include <string.h>

/* For a language that nobody wrote a table for: no words of our own, so
 * nothing is said in a foreign language; signs become pauses. */
static const struct tongue plain = {
	.language = "",
	.comma = ", ",
	.rest = "; ",
	.capital = "{1}",
	.space = "",
	.unknown_sign = "",
	.times = "{1}, {2}",
	.to = ",",
	.minus = "",
	.number = "{1}, {2}",
	.decimal = ',',
	.months = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" },
	.date = "{1}, {2}, {3}",
	.clock = 24,
	.day_parts = { { 0, "{1}", "{1}, {2}" } },
	.form = form_alike,
	.minutes = { "{1}" },
	.euros = { "{1} euro" },
	.cents = { "{1} cent" },
	.money = "{1}, {2}",
};

static const struct tongue *const tongues[] = { &verbal_nl, &verbal_en,
	&verbal_tr, &verbal_ar };

const struct tongue *tongue_of(const char *language)
{
	const char *tag = language ? language : "";
	size_t n = strcspn(tag, "-_");

	for (size_t i = 0; i < sizeof tongues / sizeof tongues[0]; i++) {
		if (n == strlen(tongues[i]->language) &&
			strncmp(tag, tongues[i]->language, n) == 0)
			return tongues[i];
	}
	return &plain;
}

const char *tongue_sign(const struct tongue *tongue, uint32_t c)
{
	const struct sign *sign = tongue->signs;

	while (sign && sign->c && sign->c != c)
		sign++;
	return sign && sign->c ? sign->word : NULL;
}

size_t form_alike(long n)
{
	(void)n;
	return 0;
}

size_t form_one_many(long n)
{
	return n != 1;
}

void fill(struct text *out, const char *template, const char *const *values)
{
	for (const char *at = template; *at; at++) {
		if (at[0] == '{' && at[1] >= '1' && at[1] <= '3' && at[2] == '}') {
			text_add(out, values[at[1] - '1']);
			at += 2;
		} else {
			text_add_n(out, at, 1);
		}
	}
}

int digit_value(uint32_t c)
{
	static const uint32_t zeroes[] = { '0', 0x660, 0x6F0 };

	for (size_t i = 0; i < sizeof zeroes / sizeof zeroes[0]; i++) {
		if (c >= zeroes[i] && c <= zeroes[i] + 9)
			return (int)(c - zeroes[i]);
	}
	return -1;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_VERBAL_RULES_H
#define UI_VERBAL_RULES_H
/*
 * What stands in prose but is not prose: amounts, dates, times, numbers,
 * addresses, codes, abbreviations. Each rule looks at one place, the start of
 * a word, and takes all of what it knows or nothing: the answer is how much.
 */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "lib/ui/verbal_tongue.h"

typedef size_t rule(
	struct text *out, const struct tongue *tongue, const char *at);

rule rule_date, rule_time_of_day, rule_time_span;
rule rule_reference, rule_iban, rule_address, rule_phone, rule_postcode;

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline size_t digits(const char *at)
{
	return strspn(at, "0123456789");
}

static inline size_t blanks(const char *at)
{
	return strspn(at, " ");
}

/* No letter or digit follows: what was found is not the head of more. */
static inline bool ends_here(const char *at)
{
	return !isalnum((unsigned char)*at) && !(*at & 0x80);
}

#endif

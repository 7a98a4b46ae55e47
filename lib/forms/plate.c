/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/plate.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { PLATE = 6 }; /* letters and digits on a Dutch one */

static bool is_sign(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		   (c >= 'A' && c <= 'Z');
}

static bool is_digit_at(const char *plate, size_t at)
{
	return plate[at] >= '0' && plate[at] <= '9';
}

/* Capitals without anything between; false when there is something else. */
static bool squeeze(const char *typed, char *out, size_t size)
{
	size_t n = 0;

	for (; *typed; typed++) {
		if (strchr(" .-", *typed))
			continue;
		if (!is_sign(*typed) || n + 1 == size)
			return false;
		out[n++] = (char)toupper((unsigned char)*typed);
	}
	out[n] = '\0';
	return n > 0;
}

/* The number of hyphens, where `typed` has its own. */
static int n_hyphens(const char *typed)
{
	int n = 0;

	for (; *typed; typed++)
		n += *typed == '-';
	return n;
}

static char *as_typed(const char *typed)
{
	struct text out = { 0 };

	for (; *typed; typed++) {
		char c = (char)toupper((unsigned char)*typed);

		if (*typed != ' ')
			text_add_n(&out, &c, 1);
	}
	return text_take(&out);
}

/* How many letters, or digits, stand together from here. */
static size_t run_length(const char *signs)
{
	size_t n = 1;

	while (signs[n] && is_digit_at(signs, n) == is_digit_at(signs, 0))
		n++;
	return n;
}

/* Where letters change into digits and back; four alike are two and two. */
static char *parted(const char *signs)
{
	struct text out = { 0 };
	int groups = 0;

	while (*signs) {
		size_t n = run_length(signs);

		if (n == 4)
			n = 2;
		text_add(&out, groups++ ? "-" : "");
		text_add_n(&out, signs, n);
		signs += n;
	}
	if (groups == 3)
		return text_take(&out);
	text_clear(&out);
	return NULL;
}

char *plate_text(const char *typed)
{
	char signs[12];

	if (!squeeze(typed, signs, sizeof signs))
		return NULL;
	if (n_hyphens(typed) == 2)
		return as_typed(typed);
	return strlen(signs) == PLATE ? parted(signs) : NULL;
}

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
	return isascii((unsigned char)c) && isalnum((unsigned char)c);
}

static bool is_digit_at(const char *plate, size_t at)
{
	return isdigit((unsigned char)plate[at]) != 0;
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

/* Where letters change into digits and back; four alike are two and two. */
static char *parted(const char *signs)
{
	struct text out = { 0 };
	size_t run = 0;
	int groups = 1;

	for (size_t i = 0; i < PLATE; i++) {
		bool turns = i && is_digit_at(signs, i) != is_digit_at(signs, i - 1);
		size_t ahead = i;

		while (
			ahead < PLATE && is_digit_at(signs, ahead) == is_digit_at(signs, i))
			ahead++;
		run = turns || !i ? ahead - i : run;
		if (turns || (run == 4 && i && ahead - i == 2)) {
			text_add(&out, "-");
			groups++;
		}
		text_add_n(&out, &signs[i], 1);
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

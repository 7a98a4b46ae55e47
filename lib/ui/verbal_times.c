/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates and times in prose. */
#include "lib/ui/verbal_rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "lib/base/clock.h"

/* Day, month and year in either order, with one separator throughout. */
size_t rule_date(struct text *out, const struct tongue *tongue, const char *at)
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
size_t rule_time_of_day(
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
size_t rule_time_span(
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
		taken = rule_time_of_day(&last, tongue, at + n + gap);
	}
	if (taken && rule_time_of_day(&first, tongue, head)) {
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

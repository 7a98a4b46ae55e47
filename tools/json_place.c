/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/json_place.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { MOST_DEPTH = 100 };

struct scan {
	const char *at;
	int line;
	json_t *lines;
};

char *place_key(const char *place, const char *key)
{
	return text_format("%s%s%s", place, *place ? "." : "", key);
}

char *place_index(const char *place, size_t index)
{
	return text_format("%s[%zu]", place, index);
}

static void skip_blanks(struct scan *scan)
{
	for (; *scan->at && strchr(" \t\r\n", *scan->at); scan->at++)
		scan->line += *scan->at == '\n';
}

/* Past the quoted text at scan->at; keys are compared as they are written. */
static char *take_string(struct scan *scan)
{
	const char *from = ++scan->at;

	while (*scan->at && *scan->at != '"')
		scan->at += scan->at[0] == '\\' && scan->at[1] ? 2 : 1;
	if (*scan->at) {
		scan->at++;
		return mem_text_n(from, (size_t)(scan->at - from - 1));
	}
	return mem_text(from);
}

static void scan_value(struct scan *scan, const char *place, int depth);

static void scan_member(struct scan *scan, const char *place, int depth)
{
	char *key = take_string(scan);
	char *whole = place_key(place, key);

	skip_blanks(scan);
	scan->at += *scan->at == ':';
	skip_blanks(scan);
	scan_value(scan, whole, depth + 1);
	free(whole);
	free(key);
}

static void scan_list(struct scan *scan, const char *place, int depth)
{
	char close = *scan->at++ == '{' ? '}' : ']';
	size_t n = 0;

	for (;;) {
		skip_blanks(scan);
		if (*scan->at == ',') {
			scan->at++;
		} else if (!*scan->at || *scan->at == close) {
			break;
		} else if (close == '}' && *scan->at == '"') {
			scan_member(scan, place, depth);
		} else {
			char *whole = place_index(place, n++);

			scan_value(scan, whole, depth + 1);
			free(whole);
		}
	}
	scan->at += *scan->at != '\0';
}

static void scan_value(struct scan *scan, const char *place, int depth)
{
	json_object_set_new(scan->lines, place, json_integer(scan->line));
	if ((*scan->at == '{' || *scan->at == '[') && depth < MOST_DEPTH) {
		scan_list(scan, place, depth);
	} else if (*scan->at == '"') {
		free(take_string(scan));
	} else {
		size_t n = strcspn(scan->at, ",]} \t\r\n");

		scan->at += n ? n : *scan->at != '\0';
	}
}

json_t *json_lines(const char *bytes)
{
	struct scan scan = { bytes, 1, json_object() };

	skip_blanks(&scan);
	scan_value(&scan, "", 0);
	return scan.lines;
}

int json_line(const json_t *lines, const char *place)
{
	return (int)json_integer_value(json_object_get(lines, place));
}

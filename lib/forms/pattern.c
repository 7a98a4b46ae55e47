/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/pattern.h"

#include <stdint.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	MOST_PATTERN = 4096,
	MOST_STEPS = 200000,
	MOST_DEPTH = 10000,
	MOST_KILOBYTES = 8192,
};

/* \d and \w stay ASCII, as they are in the browser. */
static const uint32_t dialect = PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED |
								PCRE2_ALT_BSUX | PCRE2_NEVER_BACKSLASH_C |
								PCRE2_DOLLAR_ENDONLY;

static pcre2_code *compile(const char *pattern, int *error, size_t *at)
{
	return pcre2_compile(
		(PCRE2_SPTR)pattern, strlen(pattern), dialect, error, at, NULL);
}

char *pattern_fault(const char *pattern)
{
	unsigned char said[128] = "";
	int error;
	size_t at;
	pcre2_code *code;

	if (strlen(pattern) > MOST_PATTERN)
		return text_format("a pattern over %d bytes", MOST_PATTERN);
	code = compile(pattern, &error, &at);
	if (code) {
		pcre2_code_free(code);
		return NULL;
	}
	pcre2_get_error_message(error, said, sizeof said);
	return text_format(
		"a pattern that cannot be read at byte %zu: %s", at, (char *)said);
}

bool pattern_meets(const char *pattern, const char *text)
{
	int error;
	size_t at;
	pcre2_code *code = compile(pattern, &error, &at);
	pcre2_match_context *limits = pcre2_match_context_create(NULL);
	pcre2_match_data *match = pcre2_match_data_create(1, NULL);
	bool met = false;

	if (code && limits && match) {
		pcre2_set_match_limit(limits, MOST_STEPS);
		pcre2_set_depth_limit(limits, MOST_DEPTH);
		pcre2_set_heap_limit(limits, MOST_KILOBYTES);
		met = pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, PCRE2_NO_JIT,
				  match, limits) >= 0;
	}
	pcre2_match_data_free(match);
	pcre2_match_context_free(limits);
	pcre2_code_free(code);
	return met;
}

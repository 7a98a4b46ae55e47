/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_RULE_HELP_H
#define TESTS_RULE_HELP_H
/* Tables of rules; ' stands for ". Today is 25 November 2026. */
#include "tests/test.h"

#include "lib/forms/rule.h"

struct rule_row {
	const char *rule, *data;
	const char *value; /* compact JSON; NULL: it goes wrong */
};

/* `kinds` may be NULL: no variable is a date. */
void assert_rules(const struct rule_row *rows, size_t n, const char *kinds);
#define ASSERT_RULES(rows)                                                     \
	assert_rules(rows, sizeof(rows) / sizeof((rows)[0]), NULL)
/* Why it is no rule. */
void assert_no_rule(const char *rule, const char *wrong);

#endif

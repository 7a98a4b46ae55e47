/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_RULE_H
#define FORMS_RULE_H
/*
 * JsonLogic as Open Forms means it: the operators and semantics of
 * json-logic-py (every argument is worked out, also the branch not taken),
 * with dates, moments and spans. A rule is read once and worked out often. It
 * never crashes or hangs: what it may cost is counted. It knows no form.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/clock.h"

struct rule;

/*
 * NULL when it is no rule: an operator that is not there, or with too few or
 * too many arguments, or too large or deep. *wrong says why; the caller frees.
 */
struct rule *rule_new(const json_t *logic, char **wrong);
/* One that is this value, whatever it looks like. */
struct rule *rule_literal(const json_t *value);
/* A variable that is not there is null for it, not undefined: so it is where
 * a value is set. */
void rule_know_null_only(struct rule *rule);
void rule_free(struct rule *rule);

/* The names of the variables that it reads, as the keys of an object; those
 * inside map and reduce are of their items and not in it. Borrowed. */
const json_t *rule_names(const struct rule *rule);

/* NAME_MONEY matters to how it is shown alone. */
enum name_kind { NAME_PLAIN, NAME_DATE, NAME_STAMP, NAME_MONEY };

/* What a rule is worked out in. */
struct world {
	const json_t *data;  /* values by key; a dot nests */
	const json_t *kinds; /* enum name_kind by whole name, else plain */
	struct date today;
	long steps; /* left for all rules together: about 10 million a second */
};

/* Whether it is true, as Python's bool(). False also when it went wrong. */
bool rule_holds(const struct rule *rule, struct world *world);
/* New reference; NULL when it went wrong: a division by zero, a text where a
 * number must stand, out of steps ... */
json_t *rule_value(const struct rule *rule, struct world *world);

#endif

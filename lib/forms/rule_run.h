/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_RULE_RUN_H
#define FORMS_RULE_RUN_H
/* What the operators of rule.h share while a rule is worked out. Inside
 * lib/forms. */
#include "lib/forms/rule.h"
#include "lib/forms/value.h"

struct run {
	struct world *world;
	struct heap heap;
	const struct value *scope; /* NULL: the data of the world */
	bool none_is_null; /* a variable that is not there is null, not undefined */
	bool failed;
};

typedef struct value operate(
	struct run *run, const struct value *args, size_t n);

/* A rule as a tree: an operator, a list of terms, or a literal. */
struct term {
	const struct operation *operation;
	bool is_list;
	struct value literal;
	struct term *parts;
	size_t n;
};

/* For operators that work out their terms themselves. */
typedef struct value operate_terms(
	struct run *run, const struct term *parts, size_t n);

enum { ANY_NUMBER = 1000 };

struct operation {
	const char *name;
	size_t least, most; /* arguments */
	operate *operate;
	operate_terms *operate_terms;
	bool spreads_null;  /* null in, null out */
	bool spreads_blank; /* an empty text too */
};

extern const struct operation logic_operators[]; /* end in one without a name */
extern const struct operation math_operators[];
extern const struct operation data_operators[];

struct value term_value(struct run *run, const struct term *term);
/* Null; the rule went wrong. */
struct value run_fail(struct run *run);
/* False, and failed, when the rule costs too much. */
bool run_step(struct run *run, size_t steps);

/* A variable by its name; for templates and date limits too. */
struct value world_value(
	struct world *world, struct heap *heap, const char *name);

struct value value_bool(bool truth);
struct value value_text(struct run *run, struct text *taken);

#endif

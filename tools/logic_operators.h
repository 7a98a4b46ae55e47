/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_LOGIC_OPERATORS_H
#define TOOLS_LOGIC_OPERATORS_H
/* How each operator of JsonLogic is said. For logic_words.c. */
#include <stdbool.h>

#include "lib/base/lend.h"
#include "tools/logic_words.h"

enum operator_how {
	WORDS_BETWEEN, /* a WORDS b */
	WORDS_BEFORE,  /* WORDS a, b */
	WORDS_CALL,    /* the same, and its terms need no brackets */
};

struct tell;

struct operator_words {
	const char *name;
	enum operator_how how;
	bool groups; /* as a term of another it stands in brackets */
	const char *words;
	/* True when it has said it all; NULL: as `how` says. */
	bool (*say)(struct tell *tell, size_t n);
	bool chains; /* "a is less than b, which is less than c" */
};

/* Where a rule that is being said is. */
struct tell {
	struct text *out;
	const struct form *form;
	const json_t *arguments; /* of the operator at hand */
	const struct operator_words *own;
	const struct component *beside; /* what a value is compared with, or NULL */
	int depth;
};

/* Never NULL: of one that is not known, words is NULL. */
const struct operator_words *operator_words(const char *name);
bool logic_is_group(const json_t *logic);
/* A list in which something is to be worked out. */
bool logic_has_rule(const json_t *list);
/* Says the argument of that index. */
void tell_term(struct tell *told, size_t i);

static inline json_t *lend_json(const json_t *json)
{
	return lend(json);
}

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_VISIBLE_H
#define FORMS_VISIBLE_H
/*
 * Which components are seen: `conditional`, hidden parents and clearOnHide,
 * settled until nothing changes any more (Open Forms: formio/visibility.py, at
 * most 50 rounds). Inside lib/forms.
 */
#include "lib/forms/evaluate.h"

struct sight {
	const struct form *form;
	const json_t *const *values; /* a component; NULL for none */
	const char *hidden;     /* a byte a component: the property as it is now */
	const char *forced;     /* hidden by a rule, whatever its condition says */
	const char *applicable; /* a byte a step */
	char *visible;          /* a byte a component: the result */
	/* Around a row; NULL elsewhere. */
	const struct evaluation *outer;
};

/* Returns the number of rounds it took. */
int sight_settle(struct sight *sight);
/* Only this one, on which no other depends. */
void sight_look(struct sight *sight, size_t index);
/* Whether its answer is among those that are sent and that rules read. */
bool sight_keeps(const struct sight *sight, size_t index);

#endif

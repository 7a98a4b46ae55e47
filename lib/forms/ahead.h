/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_AHEAD_H
#define FORMS_AHEAD_H
/*
 * What answers that are still to come may change: for who tells how many
 * questions are left, and when something is decided for good. Answers come in
 * the order of the components.
 */
#include "lib/forms/form.h"

enum hang_kind {
	HANG_NOT,    /* it stays as it is */
	HANG_ANSWER, /* on one answer: seen when (answer == eq) == show */
	HANG_ANY,    /* on answers, in a way that is not looked into */
};

struct hang {
	enum hang_kind kind;
	int when; /* HANG_ANSWER: index of the component, `from` or after it */
	bool show;
	const json_t *eq; /* borrowed from the form */
};

/* Whether a component is seen hangs on answers from `from` on; that of its
 * parents and its step apart. */
struct hang form_hang(const struct form *form, size_t index, size_t from);
/* The same of a step being there. */
struct hang form_hang_step(const struct form *form, size_t step, size_t from);
/* Whether it is read only may still change. */
bool form_may_ask(const struct form *form, size_t index, size_t from);

/* Inside lib/forms: works all this out once components and rules are there. */
struct form_rule;
void ahead_trigger(
	const struct form *form, const json_t *trigger, struct form_rule *rule);
void settle_ahead(struct form *form);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_EVALUATE_H
#define FORMS_EVALUATE_H
/*
 * A form as it is for these answers on this day: what is seen, required and
 * read-only, which steps there are, and every text, limit and list of options
 * with the answers filled in. In the order of Open Forms: conditions until
 * nothing changes, the rules one after another, each seeing what those before
 * it set, then the properties, then the texts. A rule that does not hold
 * leaves all as the form has it, so the result follows from the answers alone.
 */
#include "lib/forms/answers.h"

struct step_state {
	bool applicable;
	bool blocked;    /* a rule says that nobody goes on from here */
	int explanation; /* index of a content that tells why, -1 for none */
	/* Index of the answer that makes it so at the latest, so that it can be
	 * told as soon as that was given; -1: no answer does. */
	int last;
};

struct evaluation {
	const struct form *form; /* borrowed */
	struct date today;
	char *visible; /* a byte a component of the form */
	/* The form's components, as they are now: required, disabled, options,
	 * date limits and texts. They borrow from the form. */
	struct component *components;
	size_t n_components;
	struct step_state *steps;
	struct phrase introduction, explanation, help;
	const json_t **values; /* what evaluation_value() gives */
	json_t *set;           /* by rules, by key */
	void **owned;          /* texts and lists made here */
	size_t n_owned;
};

/* Borrows from `form` and `answers`, which must outlive it. */
struct evaluation *evaluate(
	const struct form *form, const struct answers *answers, struct date today);
/*
 * One row of what is asked in rows: the component of that index in the form of
 * `outer`, whose answers the conditions in a row read too. The answers are
 * those of answers_row(). Borrows from all.
 */
struct evaluation *evaluate_row(
	const struct evaluation *outer, size_t index, const struct answers *row);
void evaluation_free(struct evaluation *evaluation);

/* What counts as the answer: what a rule set it to, else what was answered,
 * else the default; NULL for none. Borrowed. */
const json_t *evaluation_value(
	const struct evaluation *evaluation, size_t index);
/* That answer as Open Forms takes it (section 2.2 of its reference), the parts
 * and the rows in it; NULL when there is none to send: a part is in its whole.
 * New reference. */
json_t *evaluation_leaving(const struct evaluation *evaluation, size_t index);
/* Whether that answer is sent. */
bool evaluation_keeps(
	const struct evaluation *evaluation, const struct form *form, size_t index);

#endif

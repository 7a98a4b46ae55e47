/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_DRAFT_H
#define KIOSK_JOURNEY_DRAFT_H
/*
 * What one form has been answered so far: typed values, and the text as it was
 * typed where it could not be read (wrong input stays). Wiped when freed.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/forms/answers.h"
#include "lib/forms/check.h"

struct typed_text {
	char *key; /* of the component */
	char *text;
};

struct draft {
	char *slug;
	struct form *form; /* in the visitor's language */
	struct answers *answers;
	struct typed_text *typed;
	size_t n_typed;
};

struct draft *draft_new(const char *slug);
void draft_free(struct draft *draft); /* wipes */
void draft_take_form(struct draft *draft, struct form *taken);
bool draft_has_answers(const struct draft *draft);

/* The text in a field: as typed, else the answer as it is typed. Caller
 * frees.*/
char *draft_text(const struct draft *draft, const struct component *component);
void draft_type(
	struct draft *draft, const struct component *component, const char *text);
/* Reads what was typed into an answer and checks it. */
struct problem draft_settle(
	struct draft *draft, const struct component *component, struct date today);

/* Screens of the form now, in order: visible questions and content. */
size_t draft_questions(
	const struct draft *draft, const struct component ***list);
/* "Question n of m" for a component; m is the longest way still possible with
 * what was answered before it. n = 0: it is no question. */
void draft_count(const struct draft *draft, const struct component *component,
	int *n, int *m);

struct journey;

/* The question at hand (also beneath overlays), NULL for none. */
const struct component *journey_component(const struct journey *journey);
/* A value of it is chosen (radio, select, selectboxes, checkbox). */
bool journey_is_chosen(const struct journey *journey,
	const struct component *component, size_t option);
/* Options of a long list that match what was typed; the number of them. */
size_t journey_options(const struct journey *journey,
	const struct component *component, size_t *list, size_t room);
bool component_is_typed(const struct component *component);

#endif

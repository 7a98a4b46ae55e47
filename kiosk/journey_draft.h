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
	char **seen; /* keys of questions that were asked */
	size_t n_seen;
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

void draft_untype(struct draft *draft, const struct component *component);
void draft_see(struct draft *draft, const struct component *component);
bool draft_saw(const struct draft *draft, const struct component *component);

/* Screens of the form now, in order: visible questions and content, n of them.
 * The caller frees the array. */
const struct component **draft_questions(const struct draft *draft, size_t *n);
/* "Question n of m" for a component; m is the longest way still possible with
 * what was answered before it. n = 0: it is no question. */
void draft_count(const struct draft *draft, const struct component *component,
	int *n, int *m);

/* Options of a component that match what was typed: indexes, n of them. The
 * caller frees. */
size_t *component_options(
	const struct component *component, const char *typed, size_t *n);
bool component_is_typed(const struct component *component);
bool component_is_many(const struct component *component); /* marks */
/* An option of it is chosen; of a checkbox the only one, 0. */
bool draft_is_chosen(const struct draft *draft,
	const struct component *component, size_t option);
/* Radio and select: this one. Marks: puts or removes it. */
void draft_choose(
	struct draft *draft, const struct component *component, size_t option);

struct journey;

/* The question at hand (also beneath overlays), NULL for none. */
const struct component *journey_component(const struct journey *journey);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_DRAFT_H
#define KIOSK_JOURNEY_DRAFT_H
/*
 * What one form has been answered so far: typed values, and the text as it was
 * typed where it could not be read (wrong input stays); and the form as it is
 * with those answers. Wiped when freed.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/forms/answers.h"
#include "lib/forms/check.h"
#include "lib/forms/evaluate.h"

struct typed_text {
	char *key; /* of the component */
	char *text;
};

struct draft {
	char *slug;
	/* As it was loaded, in the visitor's language; of a row: lent. */
	struct form *source;
	/* What journey and scenes see: the same as it is now, NULL for none. What
	 * points to one of its components stays good until another form comes. */
	const struct form *form;
	struct evaluation *now;  /* what the answers make of the form */
	struct answers *answers; /* draft_refresh() after a change */
	struct typed_text *typed;
	size_t n_typed;
	char **seen; /* keys of questions that were asked */
	size_t n_seen;
	/* A row of what is asked in rows is a draft of its own. */
	struct draft *inner; /* the one that is being filled in, or NULL */
	struct draft *outer; /* of a row: what it is in */
	char *grid;          /* of a row: key of what it belongs to */
	size_t row;          /* of a row: its index */
	bool fresh;          /* of a row: it was not there before */
	bool changing;       /* of a row: one answer, and back to the row */
	struct form view;    /* behind `form`; its components are the draft's own */
};

struct draft *draft_new(const char *slug, struct date today);
void draft_free(struct draft *draft); /* wipes */
void draft_take_form(struct draft *draft, struct form *taken);
/* Something stands in a field that was not read yet. */
bool draft_has_typed(const struct draft *draft);
bool draft_has_answers(const struct draft *draft);

/* Opens a row, one after the last for a new one, and returns it. What is
 * answered in it stands in the outer draft after draft_keep_row(). */
struct draft *draft_open_row(
	struct draft *draft, const struct component *component, size_t row);
void draft_keep_row(struct draft *row);
/* The same, only to look at; to be freed with draft_free(). */
struct draft *draft_peek_row(
	struct draft *draft, const struct component *component, size_t row);
bool draft_is_blank(const struct draft *row);
void draft_close_row(struct draft *draft); /* that of its own, if any */
void draft_remove_row(
	struct draft *draft, const struct component *component, size_t row);
/* The row in the row ... that is open. */
struct draft *draft_innermost(struct draft *draft);
/* What a row belongs to. */
const struct component *draft_grid(const struct draft *row);
/* A form that was read again, for rows that are open: what is no more there
 * closes. */
void draft_follow_form(struct draft *draft);
size_t draft_n_rows(
	const struct draft *draft, const struct component *component);
/* Sees this form from now on; what was seen before stays the caller's. */
void draft_show_form(struct draft *draft, struct form *source);
void draft_drop_form(struct draft *draft); /* sees none */
/* What answers make of the form, once they changed. */
void draft_refresh(struct draft *draft);
/* What counts as its answer: what a rule set it to, else what was answered,
 * else the default; NULL for none. Borrowed until the next change. */
const json_t *draft_value(
	const struct draft *draft, const struct component *component);
/* Keeps an answer, and refreshes. */
void draft_answer(
	struct draft *draft, const struct component *component, json_t *taken);
bool draft_sees(const struct draft *draft, const struct component *component);
/* What is wrong with its answer, if anything. */
struct problem draft_problem(
	const struct draft *draft, const struct component *component);
/* All answers as they are sent; new reference. */
json_t *draft_data(const struct draft *draft);

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
/* What a softRequiredErrors of the form lists: indexes of questions in its step
 * that may be left open, but better not. n of them; the caller frees. */
size_t *draft_missing(
	const struct draft *draft, const struct component *component, size_t *n);
/* "Question n of m" for a component; m is the longest way still possible with
 * what was answered before it. n = 0: it is no question. */
void draft_count(const struct draft *draft, const struct component *component,
	int *n, int *m);

/* Options of a component that match what was typed: indexes, n of them. The
 * caller frees. */
size_t *component_options(
	const struct component *component, const char *typed, size_t *n);
bool component_is_typed(const struct component *component);
/* Something to read: there is nothing to answer. */
bool component_is_read(const struct component *component);
/* A question that is answered by itself: no text, and no whole of parts. */
bool component_takes_answer(const struct component *component);
bool component_is_many(const struct component *component); /* marks */
/* An option of it is chosen; of a checkbox the only one, 0. */
bool draft_is_chosen(const struct draft *draft,
	const struct component *component, size_t option);
/* Radio and select: this one. Marks: puts or removes it. */
void draft_choose(
	struct draft *draft, const struct component *component, size_t option);

/* The first step from which nobody goes on, on the way to a component (NULL: to
 * the check) as far as that is certain; -1: none. */
int draft_blocked(const struct draft *draft, const struct component *to);
/* A content that tells why nobody goes on is told there, and not asked. */
bool draft_explains(
	const struct draft *draft, const struct component *component);

struct journey;

/* Whether it is more than stands on the service page. */
bool text_is_page(const struct phrase *text);
/* At PLACE_PAGE: what is to be read, or NULL when there is none. */
const struct phrase *journey_page(const struct journey *journey);
/* At PLACE_BLOCKED: the step that is meant, or NULL when it no more is. */
const struct step_state *journey_blocked(const struct journey *journey);

/* The question at hand (also beneath overlays), NULL for none. */
const struct component *journey_component(const struct journey *journey);
/* The draft it is of: that of the form, or of the row that is open. */
struct draft *journey_asked(const struct journey *journey);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_DIFF_PARTS_H
#define TOOLS_DIFF_PARTS_H
/* What the parts of a comparison share. */
#include "tools/form_words.h"

struct side {
	json_t *bundle;
	const json_t *json; /* its "form" */
	struct form *form;
	json_t *texts; /* every Dutch text by its place, in order */
	struct asked_list asked;
	struct effects effects;
};

struct comparison {
	const struct side *old, *new;
	struct text out;
	char *heading; /* not yet printed; NULL: it is */
	json_t *told;  /* places of texts that were told of, as keys */
};

/* Lines that follow are below this, if there are any. Takes it. */
void diff_under(struct comparison *comparison, char *taken_heading);
/* Begins a line, and gives where its words go; diff_end() ends it. */
struct text *diff_line(struct comparison *comparison, const char *words);
void diff_end(struct comparison *comparison);
/* "WHAT: was 'a', is now 'b'"; added or gone where one of them is NULL. */
void diff_texts(struct comparison *comparison, const char *what,
	const char *before, const char *now);
/* The texts whose place begins so, each called by what follows. */
void diff_places(struct comparison *comparison, const char *begin);

/* Of a list in its new order, with the old place of each: which stay where they
 * were, when as few as possible move. The caller frees. */
char *diff_staying(const size_t *old_places, size_t n);

void diff_questions(struct comparison *comparison); /* diff_questions.c */
void diff_question(struct comparison *comparison, const struct asked *before,
	const struct asked *now);                          /* diff_question.c */
void diff_rules(struct comparison *comparison);        /* diff_rules.c */
void diff_translations(struct comparison *comparison); /* diff_other.c */
void diff_service(struct comparison *comparison);

#endif

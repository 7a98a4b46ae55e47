/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_SENTENCE_H
#define TOOLS_SENTENCE_H
/* A text in sentences, a sentence in words. */
#include <stdbool.h>
#include <stddef.h>

struct word {
	char *text;  /* without the marks around it */
	char *lower; /* the same in small letters */
	bool spoken; /* has a letter: not "14" */
	bool ends_clause;
};

struct sentence {
	char *text;
	struct word *words;
	size_t n_words;
};

/* The next sentence at *at, moving it past; false at the end. Ends at a line
 * feed or at . ? ! … with white space behind, but not after "bijv." and such.
 * One without a letter is no sentence. */
bool sentence_next(struct sentence *sentence, const char **at);
void sentence_clear(struct sentence *sentence);

/* " word word word ", in small letters; the caller frees. */
char *sentence_flat(const struct sentence *sentence);

#endif

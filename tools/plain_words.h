/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PLAIN_WORDS_H
#define TOOLS_PLAIN_WORDS_H
/* Lists of Dutch words, in small letters; each ends with NULL. */
#include <stdbool.h>

struct plain_replacement {
	const char *word; /* or a few words */
	const char *say;
};

extern const struct plain_replacement plain_bureaucratic[];
extern const char *const plain_known_long[];    /* long, but known to all */
extern const char *const plain_no_participle[]; /* ends like one, is none */
extern const char *const plain_negations[];
extern const char *const plain_negated[]; /* beginnings: "onmogelijk" */
extern const char *const plain_verbs[];
extern const char *const plain_subclauses[]; /* words that begin one */

bool plain_word_in(const char *const *list, const char *word);

#endif

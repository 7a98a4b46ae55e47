/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ORPHAN_WORDS_H
#define ORPHAN_WORDS_H
/*
 * What of a text counts when screens are compared with what is shown: its
 * words, of letters and digits alone, in one way of writing them. Joined forms
 * of Arabic become letters again; marks, signs and line breaks fall away.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/base/text.h"

struct words {
	char **words;
	size_t n;
	struct text joined; /* all of them without blanks */
};

void words_add(struct words *words, const char *text);
/* The same of a row of cells, in which words may stand back to front: each word
 * as it stands, and then mirrored. */
void words_add_row(struct words *words, const char *row);
void words_clear(struct words *words);

/* Whether the word stands in `words`, whole or as a part where a long word was
 * broken. */
bool words_have(const struct words *words, const char *word);
/* Whether every word of `text` stands there. */
bool words_cover(const struct words *words, const char *text);

#endif

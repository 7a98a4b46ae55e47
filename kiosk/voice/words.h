/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_WORDS_H
#define VOICE_WORDS_H
/*
 * The last gate before the engine, whatever the screen sent: only letters,
 * digits and the punctuation of prose pass, in pieces of at most 200
 * characters. Known to crash it: rows of one token, "A.B.C.", "==" in Hindi;
 * known to act on it: controls and markup.
 */
#include <stddef.h>

enum { PIECE_CHARACTERS = 200 };

struct words {
	char **pieces; /* none when there is nothing to say */
	size_t n;
};

struct words words_of(const char *text);
void words_clear(struct words *words); /* wipes */

#endif

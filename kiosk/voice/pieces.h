/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_PIECES_H
#define VOICE_PIECES_H
/* An utterance as the engine takes it: its segments, cut and cleaned. */
#include <stdbool.h>
#include <stddef.h>

struct piece {
	char *text;
	int segment;
	size_t voice; /* index in voice_names */
	int pause;    /* ms of silence before it */
};

struct pieces {
	struct piece *list;
	size_t n;
};

/* The text of one segment; `pause` comes before the first piece of it. */
void pieces_add(struct pieces *pieces, struct piece segment);
bool pieces_ends_segment(const struct pieces *pieces, size_t i);
/* The first piece after the segment of piece i. */
size_t pieces_next_segment(const struct pieces *pieces, size_t i);
void pieces_clear(struct pieces *pieces); /* wipes */

#endif

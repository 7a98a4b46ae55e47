/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/pieces.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/voice/words.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	MOST_PIECES = 4000,
	CUT_MS = 80, /* between pieces of one segment */
};

void pieces_add(struct pieces *pieces, struct piece segment)
{
	struct words words = words_of(segment.text);

	for (size_t i = 0; i < words.n && pieces->n < MOST_PIECES; i++) {
		struct piece piece = segment;

		piece.text = mem_text(words.pieces[i]);
		piece.pause = i ? CUT_MS : segment.pause;
		pieces->list = mem_more(pieces->list, pieces->n, sizeof piece);
		pieces->list[pieces->n++] = piece;
	}
	words_clear(&words);
}

size_t pieces_next_segment(const struct pieces *pieces, size_t i)
{
	int segment = pieces->list[i].segment;

	while (i < pieces->n && pieces->list[i].segment == segment)
		i++;
	return i;
}

bool pieces_ends_segment(const struct pieces *pieces, size_t i)
{
	return pieces_next_segment(pieces, i) == i + 1;
}

void pieces_clear(struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		char *text = pieces->list[i].text;

		text_wipe(text);
	}
	free(pieces->list);
	*pieces = (struct pieces){ 0 };
}

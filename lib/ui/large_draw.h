/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_DRAW_H
#define UI_LARGE_DRAW_H
/* Signs and drawings in the pixels of a plane. Private to large. */
#include "lib/ui/large_block.h"
#include "lib/ui/strip.h"

struct draw_box { /* pixels */
	struct plane *plane;
	int x, y, width, height;
	int em, baseline; /* of the line beside it, from y */
	double stretch;
	bool mirrored;
	bool on;
	int number;
};

/* Kinds from PIECE_POINTER on, but for caret and code. */
void draw_sign(const struct draw_box *box, enum piece_kind kind);
void draw_bar(const struct draw_box *box, int x, int width); /* caret */

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_PLAIN_SHEET_H
#define UI_PLAIN_SHEET_H
/* What a block is written on, row by row. Private to plain. */
#include "lib/ui/plain_block.h"

struct cells_line;

enum {
	MARGIN = 2,       /* the marker of the focus stands in it */
	WIDEST_TEXT = 60, /* longer lines are harder to read on from */
};

/* Columns count from the side where reading starts. */
struct sheet {
	struct plain_block block;
	const struct plain_frame *frame;
	const struct item *item;
	int width; /* of text */
};

/* Column of the page for something so wide. */
int sheet_column(const struct sheet *sheet, int at, int width);
void sheet_add_rows(struct sheet *sheet, int n); /* blank ones */
/* Text of the item, below what is there already. */
void sheet_add_text(
	struct sheet *sheet, const char *text, int at, unsigned style);
/* Of the interface, so in its direction whatever the language of the item. */
void sheet_put_sign(
	struct sheet *sheet, const char *sign, int row, int at, unsigned style);
void sheet_put_line(struct sheet *sheet, const struct cells_line *line, int row,
	int at, unsigned style);

#endif

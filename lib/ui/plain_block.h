/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_PLAIN_BLOCK_H
#define UI_PLAIN_BLOCK_H
/*
 * One item of a screen as rows of cells, before it has a place on a page.
 * Private to plain.
 */
#include "lib/ui/page.h"
#include "lib/ui/screen.h"

/* The page it is for. */
struct plain_frame {
	const struct screen *screen;
	int columns;   /* of the glass */
	int body_rows; /* of a page, for what must fit one; 0: not known yet */
	bool tight;    /* few rows: no blank ones */
};

struct plain_block {
	struct page page; /* as wide as the glass and as high as the item */
	bool whole;       /* stays on one page where it can */
	int space;        /* blank rows before it */
	/* The cursor of its page is where it belongs when the item has the focus.
	 */
};

/* Without rows when the item is not shown. */
struct plain_block plain_block_make(
	const struct plain_frame *frame, size_t item);
void plain_block_clear(struct plain_block *block);

#endif

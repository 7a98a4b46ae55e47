/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H
/*
 * Which item stands on which page and row: the flow that plain and drawn type
 * share. Pure; how high an item is, only the renderer knows.
 *
 * Top of every page: title, place, notices and errors. Foot of every page: the
 * menu row and the keys line. Between them the other items flow over as many
 * pages as they need; all pages but the last keep rows for an item MORE at the
 * bottom, whether that item is there yet or not.
 */
#include "lib/ui/screen.h"

/* An item as lines that are never cut, each so many rows. Without lines it is
 * not placed. Lent until the next item is measured. */
struct layout_extent {
	const int *lines;
	size_t n_lines;
	int space;  /* blank rows before it, unless it is the first of its part */
	bool whole; /* must stay on one page: cut, it does not fit */
	bool kept;  /* stays on one page where it can */
};

typedef struct layout_extent (*layout_measure)(void *owner, size_t item);

struct layout_room {
	int rows;
	int more_rows;    /* what an item MORE needs */
	int below_header; /* blank rows between header and body */
	int above_footer; /* and between body and foot */
	layout_measure measure;
	void *owner;
};

/* A stretch of an item's lines on a page. */
struct layout_part {
	size_t item;
	size_t first_page, last_page; /* header and foot are on all pages */
	int row, rows;
	size_t first_line, n_lines;
};

struct layout {
	struct layout_part *parts; /* in the order of the items, page by page */
	size_t n_parts;
	size_t pages; /* at least 1 */
	/* The title and any one item are whole on a page; nothing is cut off. */
	bool fits;
	int header_rows, footer_rows, body_rows;
};

/* The caller clears it. */
struct layout layout_make(
	const struct screen *screen, const struct layout_room *room);
/* Tells the screen its pages, and each item on which of them it is. */
void layout_apply(const struct layout *layout, struct screen *screen);
bool layout_part_shows(const struct layout_part *part, size_t page);
void layout_clear(struct layout *layout);

#endif

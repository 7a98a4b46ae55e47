/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_PAGE_H
#define UI_PAGE_H
/*
 * A grid of terminal cells that a renderer filled: what the glass will show.
 * It knows no curses, so golden files need no terminal.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum style { /* bits; every combination is readable without colour */
	STYLE_PLAIN = 0,
	STYLE_BOLD = 1,
	STYLE_INVERSE = 2, /* focus */
	STYLE_ERROR = 4,
	STYLE_DARK_ON_LIGHT = 8, /* QR: whatever the theme */
};

struct cell {
	uint32_t c[3]; /* base character and up to two marks; 0 = none */
	uint8_t width; /* 1, 2; 0 = covered by the wide cell before it */
	uint8_t style;
};

struct target { /* where an item can be tapped; rows and columns from 0 */
	size_t item;
	int row, column, rows, columns;
};

struct page {
	int rows, columns;
	struct cell *cells;            /* rows * columns, row by row */
	int cursor_row, cursor_column; /* in the focused item, always */
	struct target *targets;
	size_t n_targets;
};

void page_init(struct page *page, int rows, int columns); /* all blanks */
void page_wipe(struct page *page); /* blanks again, no targets */
struct cell *page_cell(
	struct page *page, int row, int column); /* NULL outside */
void page_target(struct page *page, struct target target);
/* Index of the item at a cell, or -1. */
long page_item_at(const struct page *page, int row, int column);
/* One line a row, trailing blanks cut; inverse rows marked when `styles`. The
 * caller frees. For golden files. */
char *page_text(const struct page *page, bool styles);
bool page_same(const struct page *a, const struct page *b);
void page_clear(struct page *page);

#endif

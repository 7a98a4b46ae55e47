/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_QR_H
#define UI_QR_H
/*
 * A text as a code that a phone reads, in half blocks, dark on light whatever
 * the theme, with the quiet zone that readers need.
 */
#include <stdbool.h>

struct item;
struct page;

/* What the smallest code needs; false for a text that fits no code. */
bool qr_size(const char *text, int *rows, int *columns);

/* What fits of an item QR: its value, else its raw, which is shorter (the
 * reference alone), else NULL. Lent. */
const char *qr_of_item(const struct item *item, int max_rows, int max_columns);

/* Draws with its upper left corner at row, column; false, with nothing drawn,
 * where it does not fit. */
bool qr_draw(struct page *page, int row, int column, const char *text,
	int max_rows, int max_columns);

#endif

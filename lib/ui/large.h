/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_H
#define UI_LARGE_H
/*
 * The renderer that draws its own type, in block characters as large as the
 * glass and the visitor's eyes ask for. It fills a page of cells and knows no
 * terminal.
 */
#include "lib/ui/mosaic.h"
#include "lib/ui/page.h"
#include "lib/ui/renderer.h"
#include "lib/ui/type.h"

struct large_options {
	const struct type_font *fonts; /* NULL: type_fonts */
	enum mosaic mosaic;
	int step;        /* 0-3: 1, 1.5, 2 or 3 times the size that is needed */
	int mm_height;   /* of the glass; 0: 299, a screen of 24 inches */
	int mm_distance; /* of the eyes; 0: 600 */
	int cell_width, cell_height; /* in any unit; 0: 1 to 2 */
};

/* The caller frees it with renderer->free(). */
struct renderer *large_new(
	const struct large_options *options, int rows, int columns);
void large_resize(struct renderer *renderer, int rows, int columns);
void large_set_mosaic(struct renderer *renderer, enum mosaic mosaic);
void large_set_cell(struct renderer *renderer, int width, int height);

/* Sizes that differ on this grid: 1 to 4. A larger step is the largest. */
int large_steps(const struct renderer *renderer);
void large_set_size(struct renderer *renderer, int step);

/* What show() drew last; lent. */
const struct page *large_page(const struct renderer *renderer);

/* Letters that no font has, since the start: should stay 0. */
size_t large_missing_glyphs(const struct renderer *renderer);
/* What stands on the page, as text: a line "ROW<TAB>ROWS<TAB>ID<TAB>TEXT" for
 * each stretch of text, in reading order. Lent until the next show(). */
const char *large_logical_text(const struct renderer *renderer);
/* False when the last show() had to cut something off: the glass is too small
 * for this screen. */
bool large_fits(const struct renderer *renderer);

#endif

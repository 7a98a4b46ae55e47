/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_STYLE_H
#define UI_LARGE_STYLE_H
/*
 * How large type is on a grid of cells: sizes by step, by script and by what
 * must fit. Pure. Private to large.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/ui/mosaic.h"

struct large_grid {
	int rows, columns;
	enum mosaic mosaic;
	double stretch; /* of a pixel: height by width */
	int mm_height, mm_distance;
};

/* One way of setting a screen. Rows are those of a line of Latin. */
struct large_style {
	int body, small;
	bool native_small; /* small lines in the terminal's own letters if it can */
	bool native_aids;  /* small lines always so: no other way is left */
	bool native;       /* everything, as on the smallest of windows */
	bool tight;        /* other scripts get no more rows than Latin */
	bool tight_small;  /* the same, for small lines only */
	bool shared;       /* page, place and notices share a line, as do menu row
						  and keys */
	bool small_text;   /* what is only read is small too */
	bool small_error;
	bool pictures, codes; /* shown: drawings, codes for a phone */
	int gap;              /* blank rows between items */
	int field_lines;      /* of what is typed, that show at once */
};

enum large_tier { TIER_BODY, TIER_SMALL };

struct large_scale { /* of a line */
	bool native;
	int rows;
	int em;       /* pixels */
	int baseline; /* pixels below the top of the line */
};

int large_step_rows(const struct large_grid *grid, int step);
int large_grid_steps(const struct large_grid *grid);
/* Ways to set a screen, the best first, the last one always fits more than any
 * before it. Returns how many, at most `most`. */
size_t large_styles(const struct large_grid *grid, int step,
	struct large_style *styles, size_t most);
struct large_scale large_scale(const struct large_grid *grid,
	const struct large_style *style, enum large_tier tier, const char *text);
/* True when the terminal shows each letter in one cell, in order. */
bool large_is_native(const char *text);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_CELLS_H
#define UI_CELLS_H
/*
 * Text set in the terminal's own font: broken into lines, in the order in which
 * cells stand, Arabic in joined forms. Right wherever the terminal itself
 * leaves cells alone.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/ui/page.h"

struct cells_line {
	struct cell *cells;
	int width; /* cells */
	int last;  /* cell of the last character in reading order; -1: empty */
};

struct cells {
	struct cells_line *lines; /* at least one */
	size_t n_lines;
};

/* `text` is valid UTF-8, perhaps with line feeds; `rtl` its direction. */
struct cells cells_set(const char *text, bool rtl, int width);
int cells_width(const char *text); /* if it stood on one line */
/* The text with a line feed where each line ends, in the order in which it is
 * read: for paper and files. The caller frees. */
char *cells_fold(const char *text, int width);
void cells_clear(struct cells *cells); /* wipes */

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_STRIP_H
#define UI_STRIP_H
/*
 * Pixels in terminal cells: a plane of masks, one for each cell, and the
 * character that shows a mask. Bit 0 is the upper left pixel, then row by row.
 */
#include <stdint.h>

#include "lib/ui/mosaic.h"

int strip_across(enum mosaic mosaic); /* pixels in a cell */
int strip_down(enum mosaic mosaic);
uint32_t strip_letter(enum mosaic mosaic, uint8_t mask); /* ' ' for 0 */

struct plane {
	enum mosaic mosaic;
	int rows, columns; /* cells */
	uint8_t *masks;
};

void plane_init(struct plane *plane, enum mosaic mosaic, int rows, int columns);
void plane_wipe(struct plane *plane);
void plane_dot(struct plane *plane, int x, int y); /* outside: nothing */
void plane_clear(struct plane *plane);

#endif

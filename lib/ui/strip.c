/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/strip.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"

static const struct {
	int across, down;
} shapes[N_MOSAICS] = {
	[MOSAIC_SEXTANT] = { 2, 3 },
	[MOSAIC_QUADRANT] = { 2, 2 },
	[MOSAIC_HALF] = { 1, 2 },
};

static const uint16_t halves[4] = { ' ', 0x2580, 0x2584, 0x2588 };

static const uint16_t quadrants[16] = { ' ', 0x2598, 0x259D, 0x2580, 0x2596,
	0x258C, 0x259E, 0x259B, 0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599,
	0x259F, 0x2588 };

int strip_across(enum mosaic mosaic)
{
	return shapes[mosaic].across;
}

int strip_down(enum mosaic mosaic)
{
	return shapes[mosaic].down;
}

/* Sextants stand in the order of their masks, but for four that were there. */
static uint32_t sextant(unsigned mask)
{
	switch (mask) {
	case 0:
		return ' ';
	case 21:
		return 0x258C;
	case 42:
		return 0x2590;
	case 63:
		return 0x2588;
	default:
		return 0x1FB00 + mask - 1 - (mask > 21) - (mask > 42);
	}
}

uint32_t strip_letter(enum mosaic mosaic, uint8_t mask)
{
	switch (mosaic) {
	case MOSAIC_HALF:
		return halves[mask & 3];
	case MOSAIC_QUADRANT:
		return quadrants[mask & 15];
	case MOSAIC_SEXTANT:
	case N_MOSAICS:
		break;
	}
	return sextant(mask & 63);
}

void plane_init(struct plane *plane, enum mosaic mosaic, int rows, int columns)
{
	*plane = (struct plane){ mosaic, rows, columns,
		mem_new((size_t)rows * (size_t)columns, 1) };
}

void plane_wipe(struct plane *plane)
{
	memset(plane->masks, 0, (size_t)plane->rows * (size_t)plane->columns);
}

void plane_dot(struct plane *plane, int x, int y)
{
	int across = shapes[plane->mosaic].across;
	int down = shapes[plane->mosaic].down;
	int bit;

	if (x < 0 || y < 0 || x >= plane->columns * across ||
		y >= plane->rows * down)
		return;
	bit = (y % down) * across + x % across;
	plane->masks[(size_t)(y / down) * plane->columns + x / across] |=
		(uint8_t)(1u << bit);
}

void plane_clear(struct plane *plane)
{
	free(plane->masks);
	*plane = (struct plane){ 0 };
}

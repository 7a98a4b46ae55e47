/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_THEME_H
#define UI_THEME_H
/*
 * The colours a resident can choose from. Every text on its paper has a
 * contrast of 7:1 at least; no meaning is told by colour alone.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum theme {
	THEME_BLACK_ON_WHITE,
	THEME_WHITE_ON_BLACK,
	THEME_YELLOW_ON_BLACK,
	THEME_CREAM,
	N_THEMES,
};

enum ink { INK_PAPER, INK_TEXT, INK_ERROR, N_INKS };

struct colour {
	int index;    /* in the palette of 256, where it is near by itself */
	uint32_t rgb; /* what it is made where the palette can be set */
};

struct colour theme_colour(enum theme theme, enum ink ink);
const char *theme_name(enum theme theme); /* for the configuration */
bool theme_from_name(const char *name, enum theme *theme);

#endif

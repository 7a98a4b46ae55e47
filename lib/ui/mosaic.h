/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_MOSAIC_H
#define UI_MOSAIC_H
/*
 * Which block characters a terminal can be trusted to draw: what drawn type is
 * made of. Pure: a guess from the names a terminal goes by, mended when it
 * answers.
 */
#include <stdbool.h>

enum mosaic {
	MOSAIC_SEXTANT,  /* 2 x 3 dots a cell */
	MOSAIC_QUADRANT, /* 2 x 2 */
	MOSAIC_HALF,     /* 1 x 2 */
	N_MOSAICS,
};

/* What the environment says; NULL for what it does not. */
struct mosaic_hints {
	const char *term;          /* TERM */
	const char *xterm_version; /* XTERM_VERSION, which xterm alone sets */
	bool utf8;
};

enum mosaic mosaic_guess(const struct mosaic_hints *hints);

/* The guess after the terminal told its name and version: "foot(1.13.1)". */
enum mosaic mosaic_from_answer(enum mosaic guess, const char *name);

/* "sextant", "quadrant", "half", for the configuration. */
bool mosaic_from_name(const char *name, enum mosaic *mosaic);
const char *mosaic_name(enum mosaic mosaic);

#endif

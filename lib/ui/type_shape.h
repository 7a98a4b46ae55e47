/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TYPE_SHAPE_H
#define UI_TYPE_SHAPE_H
/*
 * A text without line ends as shaped runs in logical order, before it is known
 * where its lines break. Private to type.
 */
#include <fribidi.h>

#include "lib/ui/type_font.h"

struct shaped_glyph {
	unsigned glyph;
	size_t letter; /* index of the first letter of its cluster */
	int advance, x, y;
	bool unsafe; /* a line may not be cut before it without shaping again */
};

struct shaped_run { /* same font, script and level; glyphs in visual order */
	size_t start, end;
	unsigned font;
	hb_script_t script;
	FriBidiLevel level;
	struct shaped_glyph *glyphs;
	size_t n_glyphs;
};

struct shaped {
	uint32_t *letters;
	size_t *bytes; /* where each letter starts; one more for the end */
	size_t n;
	bool rtl;
	hb_language_t language;
	FriBidiLevel *levels;
	char *breaks;    /* a line may break before the letter */
	char *graphemes; /* a character, as a reader sees it, starts here */
	int *advances;   /* of the cluster that starts at the letter, else 0 */
	struct shaped_run *runs;
	size_t n_runs;
};

struct shaped *shaped_new(struct font_shelf *shelf,
	const struct type_style *style, const char *text, size_t size);
/* The glyphs of [start, end) of a run, shaped again where a cut needs it. The
 * caller frees. */
struct shaped_glyph *shaped_piece(struct font_shelf *shelf,
	const struct shaped *shaped, const struct shaped_run *part, size_t *n);
void shaped_free(struct shaped *shaped);

#endif

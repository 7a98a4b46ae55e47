/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TYPE_FONT_H
#define UI_TYPE_FONT_H
/*
 * Font files, opened when a letter first needs them, at the sizes in use, and
 * the pictures of their glyphs. Private to type.
 */
#include <hb.h>

#include "lib/ui/type.h"

struct glyph_picture {
	int left, top; /* of its first pixel, from origin and baseline */
	int width, height, pitch;
	unsigned char *bits; /* rows of bits, first one high; NULL when empty */
};

struct font_shelf;

struct font_shelf *font_shelf_new(const struct type_font *fonts);
/* Font for a letter: number for the calls below. `before` (or -1) is kept where
 * it serves, so that a run is not cut. Sets `missing` when none has it. */
int font_pick(struct font_shelf *shelf, const struct type_style *style,
	uint32_t letter, hb_script_t script, int before);
hb_font_t *font_shaper(struct font_shelf *shelf, unsigned font);
bool font_has(struct font_shelf *shelf, unsigned font, uint32_t letter);
const struct glyph_picture *font_glyph(
	struct font_shelf *shelf, unsigned font, unsigned glyph);
size_t font_missing(const struct font_shelf *shelf);
void font_shelf_forget(struct font_shelf *shelf); /* sizes and pictures */
void font_shelf_free(struct font_shelf *shelf);

#endif

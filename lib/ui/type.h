/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TYPE_H
#define UI_TYPE_H
/*
 * Text set in real fonts, for pixels that are few and not square: HarfBuzz
 * shapes, FriBidi orders, FreeType gives hinted 1-bit glyphs. Lines come out
 * as glyphs with places in pixels; it knows nothing of cells or screens.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A font file for a script (ISO 15924, "Arab"); "" serves any script. The
 * first of a script that is there and has the letter wins. */
struct type_font {
	const char *script;
	const char *file;
	const char *bold; /* NULL: the regular one, drawn as it is */
	int below;        /* only for an em of fewer pixels; 0 = for all */
};

extern const struct type_font type_fonts[]; /* Debian's; ends without a file */

struct type_style {
	const char *language; /* BCP 47 */
	int em;               /* pixels high */
	double stretch;       /* pixels across for one down, as pixels are narrow */
	bool bold;
};

struct type_glyph {
	unsigned font, glyph;
	int x, y; /* of its origin, from the line's left end, on the baseline */
};

struct type_line {
	struct type_glyph *glyphs;
	size_t n_glyphs;
	int width;
	size_t start, end; /* bytes of the text that stand on it */
};

struct type_paragraph {
	struct type_line *lines;
	size_t n_lines;
	int width;   /* of the widest line */
	int ascent;  /* of the ink of the whole paragraph, above the baseline */
	int descent; /* and below it */
	bool rtl;
};

struct type;

struct type *type_new(const struct type_font *fonts); /* NULL: type_fonts */
/* Paragraphs lent from here on stay valid until the next type_turn(). */
void type_turn(struct type *type);
/* Forgets every size and paragraph: the pixels have another shape. */
void type_forget(struct type *type);
/* Lent, see type_turn(). Always at least one line, be it empty. */
const struct type_paragraph *type_paragraph(struct type *type,
	const struct type_style *style, const char *text, int width);

/* Called for every pixel that is black. */
typedef void (*type_dot)(int x, int y, void *owner);
void type_draw(
	struct type *type, const struct type_line *line, type_dot dot, void *owner);

size_t type_missing(const struct type *type); /* letters no font has */
void type_free(struct type *type);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/type.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/screen.h"
#include "lib/ui/type_wrap.h"

enum { KEPT = 256 }; /* paragraphs */

struct kept_paragraph {
	uint64_t hash;
	char *text;
	char language[16];
	int em, width;
	double stretch;
	bool bold;
	unsigned turn; /* when it was last lent */
	struct kept_paragraph *beside;
	struct type_paragraph paragraph;
};

struct type {
	struct font_shelf *shelf;
	struct kept_paragraph *kept[KEPT];
	size_t n_kept;
	struct kept_paragraph *beside; /* lent this turn when all were in use */
	unsigned turn;
};

struct type *type_new(const struct type_font *fonts)
{
	struct type *type = mem_new(1, sizeof(*type));

	type->shelf = font_shelf_new(fonts);
	type->turn = 1;
	return type;
}

/* What stood on a screen may have been an answer. */
static void kept_free(struct kept_paragraph *kept)
{
	for (size_t i = 0; i < kept->paragraph.n_lines; i++) {
		struct type_line *line = &kept->paragraph.lines[i];

		if (line->glyphs)
			explicit_bzero(
				line->glyphs, line->n_glyphs * sizeof(*line->glyphs));
		free(line->glyphs);
	}
	free(kept->paragraph.lines);
	text_wipe(kept->text);
	free(kept);
}

void type_turn(struct type *type)
{
	while (type->beside) {
		struct kept_paragraph *next = type->beside->beside;

		kept_free(type->beside);
		type->beside = next;
	}
	type->turn++;
}

void type_forget(struct type *type)
{
	type_turn(type);
	for (size_t i = 0; i < type->n_kept; i++)
		kept_free(type->kept[i]);
	type->n_kept = 0;
	font_shelf_forget(type->shelf);
}

static uint64_t hash_add(uint64_t hash, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
	return hash;
}

static struct kept_paragraph *paragraph_find(
	struct type *type, const struct kept_paragraph *like)
{
	for (size_t i = 0; i < type->n_kept; i++) {
		struct kept_paragraph *k = type->kept[i];

		if (k->hash == like->hash && k->em == like->em &&
			k->width == like->width && k->bold == like->bold &&
			(int)(k->stretch * 1000) == (int)(like->stretch * 1000) &&
			!strcmp(k->language, like->language) &&
			!strcmp(k->text, like->text))
			return k;
	}
	return NULL;
}

static void paragraph_set(struct type *type, const struct type_style *style,
	struct kept_paragraph *kept)
{
	const char *at = kept->text;

	kept->paragraph.rtl = language_is_rtl(kept->language);
	for (;;) {
		size_t size = strcspn(at, "\n");
		struct shaped *shaped = shaped_new(type->shelf, style, at, size);

		wrap_lines(&kept->paragraph, type->shelf, shaped,
			(size_t)(at - kept->text), kept->width);
		shaped_free(shaped);
		if (!at[size])
			return;
		at += size + 1;
	}
}

/* Into the cache: in a new place, or in that of the one that was not lent for
 * longest; beside it when every one of them is lent now. */
static void paragraph_keep(struct type *type, struct kept_paragraph *kept)
{
	size_t oldest = 0;

	if (type->n_kept < KEPT) {
		type->kept[type->n_kept++] = kept;
		return;
	}
	for (size_t i = 1; i < KEPT; i++)
		if (type->kept[i]->turn < type->kept[oldest]->turn)
			oldest = i;
	if (type->kept[oldest]->turn == type->turn) {
		kept->beside = type->beside;
		type->beside = kept;
		return;
	}
	kept_free(type->kept[oldest]);
	type->kept[oldest] = kept;
}

const struct type_paragraph *type_paragraph(struct type *type,
	const struct type_style *style, const char *text, int width)
{
	struct kept_paragraph like = { .em = style->em,
		.width = width,
		.stretch = style->stretch,
		.bold = style->bold,
		.turn = type->turn,
		.hash = hash_add(0xCBF29CE484222325u, text, strlen(text)) };
	struct kept_paragraph *found;

	strncpy(like.language, style->language, sizeof(like.language) - 1);
	like.text = mem_text(text);
	found = paragraph_find(type, &like);
	if (found) {
		explicit_bzero(like.text, strlen(text));
		free(like.text);
		found->turn = type->turn;
		return &found->paragraph;
	}
	found = mem_copy(&like, sizeof(like));
	paragraph_set(type, style, found);
	paragraph_keep(type, found);
	return &found->paragraph;
}

static void picture_draw(const struct glyph_picture *picture,
	const struct type_glyph *at, type_dot dot, void *owner)
{
	for (int y = 0; y < picture->height; y++) {
		const unsigned char *row = picture->bits + (size_t)y * picture->pitch;

		for (int x = 0; x < picture->width; x++)
			if (row[x >> 3] & (0x80 >> (x & 7)))
				dot(at->x + picture->left + x, y - picture->top - at->y, owner);
	}
}

void type_draw(
	struct type *type, const struct type_line *line, type_dot dot, void *owner)
{
	for (size_t i = 0; i < line->n_glyphs; i++) {
		const struct type_glyph *glyph = &line->glyphs[i];
		const struct glyph_picture *picture =
			font_glyph(type->shelf, glyph->font, glyph->glyph);

		if (picture->bits)
			picture_draw(picture, glyph, dot, owner);
	}
}

size_t type_missing(const struct type *type)
{
	return font_missing(type->shelf);
}

void type_free(struct type *type)
{
	if (!type)
		return;
	type_forget(type);
	font_shelf_free(type->shelf);
	free(type);
}

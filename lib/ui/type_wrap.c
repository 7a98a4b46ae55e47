/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/type_wrap.h"

#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>

#include "lib/base/memory.h"

struct cut { /* letters of one line */
	size_t start;
	size_t end;  /* without the blanks at a break */
	size_t next; /* where the next line starts */
	bool hyphen; /* a word was too long and had to be cut */
};

static bool is_blank(uint32_t letter)
{
	return letter == ' ' || letter == '\t' || letter == 0x3000;
}

static bool takes_hyphen(const struct shaped *shaped, size_t at)
{
	static const uint32_t first_not = 0x0530; /* Latin, Greek, Cyrillic */

	return !shaped->rtl && at > 0 && at < shaped->n &&
		   shaped->letters[at] < first_not &&
		   uc_is_alpha(shaped->letters[at]) &&
		   uc_is_alpha(shaped->letters[at - 1]) &&
		   shaped->letters[at - 1] < first_not;
}

static int hyphen_advance(struct font_shelf *shelf, unsigned font)
{
	hb_font_t *shaper = font_shaper(shelf, font);
	hb_codepoint_t glyph;

	if (!hb_font_get_nominal_glyph(shaper, '-', &glyph))
		return 0;
	return (hb_font_get_glyph_h_advance(shaper, glyph) + 32) / 64;
}

static bool is_cluster(const struct shaped *shaped, size_t at)
{
	return shaped->graphemes[at] && shaped->advances[at] != 0;
}

/* A syllable tends to start with one consonant before a vowel; two letters at
 * least stay on each side. */
static bool is_vowel(uint32_t letter)
{
	uint32_t base = uc_tolower(letter);

	return base == 'a' || base == 'e' || base == 'i' || base == 'o' ||
		   base == 'u' || base == 'y' || base > 0x7F;
}

static bool looks_like_syllable(const struct shaped *shaped, size_t at)
{
	return at + 1 < shaped->n && !is_vowel(shaped->letters[at]) &&
		   is_vowel(shaped->letters[at + 1]) && takes_hyphen(shaped, at - 1) &&
		   takes_hyphen(shaped, at + 1);
}

/* A word of its own that is too long for a line: cut where it hurts least. */
static struct cut cut_word(
	const struct shaped *shaped, size_t start, int width, int hyphen)
{
	struct cut cut = { .start = start };
	size_t syllable = 0;
	size_t at = start;
	int used = 0;

	for (size_t i = start; i < shaped->n; i++) {
		int room = takes_hyphen(shaped, i) ? width - hyphen : width;

		if (i > start && is_cluster(shaped, i) && used <= room) {
			at = i;
			if (i > start + 2 && looks_like_syllable(shaped, i))
				syllable = i;
		}
		used += shaped->advances[i];
		if (used > width && at > start)
			break;
	}
	if (at == start)
		at = shaped->n; /* not even one fits: it stands over the edge */
	if (syllable)
		at = syllable;
	cut.end = cut.next = at;
	cut.hyphen = takes_hyphen(shaped, at) && at < shaped->n;
	return cut;
}

static struct cut cut_line(
	const struct shaped *shaped, size_t start, int width, int hyphen)
{
	struct cut cut = { .start = start };
	size_t last = start;
	int used = 0;

	for (size_t i = start; i < shaped->n; i++) {
		if (shaped->breaks[i])
			last = i;
		used += shaped->advances[i];
		if (used <= width || is_blank(shaped->letters[i]))
			continue;
		if (last == start)
			return cut_word(shaped, start, width, hyphen);
		cut.end = cut.next = last;
		while (cut.end > start && is_blank(shaped->letters[cut.end - 1]))
			cut.end--;
		return cut;
	}
	cut.end = cut.next = shaped->n;
	return cut;
}

/* Runs of the line in logical order. */
static struct shaped_run *line_parts(
	const struct shaped *shaped, const struct cut *cut, size_t *n)
{
	struct shaped_run *parts = mem_new(shaped->n_runs, sizeof(*parts));

	*n = 0;
	for (size_t r = 0; r < shaped->n_runs; r++) {
		struct shaped_run part = shaped->runs[r];

		if (part.start < cut->start)
			part.start = cut->start;
		if (part.end > cut->end)
			part.end = cut->end;
		if (part.start < part.end)
			parts[(*n)++] = part;
	}
	return parts;
}

static void parts_turn(struct shaped_run *parts, size_t from, size_t to)
{
	while (from + 1 < to) {
		struct shaped_run other = parts[--to];

		parts[to] = parts[from];
		parts[from++] = other;
	}
}

/* Rule L2 of the bidirectional algorithm, on runs. */
static void parts_order(struct shaped_run *parts, size_t n)
{
	FriBidiLevel most = 0;

	for (size_t i = 0; i < n; i++)
		if (parts[i].level > most)
			most = parts[i].level;
	for (FriBidiLevel level = most; level > 0; level--)
		for (size_t from = 0; from < n; from++) {
			size_t to = from;

			while (to < n && parts[to].level >= level)
				to++;
			parts_turn(parts, from, to);
			if (to > from)
				from = to - 1;
		}
}

static void line_glyph(
	struct type_line *line, unsigned font, const struct shaped_glyph *glyph)
{
	line->glyphs =
		mem_more(line->glyphs, line->n_glyphs, sizeof(*line->glyphs));
	line->glyphs[line->n_glyphs++] = (struct type_glyph){ font, glyph->glyph,
		line->width + glyph->x, glyph->y };
	line->width += glyph->advance;
}

static void ink_grow(struct type_paragraph *paragraph, struct font_shelf *shelf,
	const struct type_line *line)
{
	for (size_t i = 0; i < line->n_glyphs; i++) {
		const struct type_glyph *g = &line->glyphs[i];
		const struct glyph_picture *p = font_glyph(shelf, g->font, g->glyph);
		int top = p->bits ? p->top + g->y : 0;
		int bottom = p->bits ? p->height - p->top - g->y : 0;

		if (top > paragraph->ascent)
			paragraph->ascent = top;
		if (bottom > paragraph->descent)
			paragraph->descent = bottom;
	}
}

static void line_hyphen(
	struct type_line *line, struct font_shelf *shelf, unsigned font)
{
	hb_codepoint_t glyph;

	if (hb_font_get_nominal_glyph(font_shaper(shelf, font), '-', &glyph))
		line_glyph(line, font,
			&(struct shaped_glyph){
				.glyph = glyph, .advance = hyphen_advance(shelf, font) });
}

static struct type_line line_make(struct font_shelf *shelf,
	const struct shaped *shaped, const struct cut *cut, size_t offset)
{
	struct type_line line = { .start = offset + shaped->bytes[cut->start],
		.end = offset + shaped->bytes[cut->end] };
	size_t n_parts;
	struct shaped_run *parts = line_parts(shaped, cut, &n_parts);

	parts_order(parts, n_parts);
	for (size_t i = 0; i < n_parts; i++) {
		size_t n;
		struct shaped_glyph *glyphs =
			shaped_piece(shelf, shaped, &parts[i], &n);

		for (size_t g = 0; g < n; g++)
			line_glyph(&line, parts[i].font, &glyphs[g]);
		free(glyphs);
	}
	if (cut->hyphen)
		line_hyphen(&line, shelf, shaped->runs[0].font);
	free(parts);
	return line;
}

void wrap_lines(struct type_paragraph *paragraph, struct font_shelf *shelf,
	const struct shaped *shaped, size_t offset, int width)
{
	int hyphen =
		shaped->n_runs ? hyphen_advance(shelf, shaped->runs[0].font) : 0;
	size_t at = 0;

	do {
		struct cut cut = cut_line(shaped, at, width, hyphen);
		struct type_line line = line_make(shelf, shaped, &cut, offset);

		ink_grow(paragraph, shelf, &line);
		if (line.width > paragraph->width)
			paragraph->width = line.width;
		paragraph->lines =
			mem_more(paragraph->lines, paragraph->n_lines, sizeof(line));
		paragraph->lines[paragraph->n_lines++] = line;
		at = cut.next;
	} while (at < shaped->n);
}

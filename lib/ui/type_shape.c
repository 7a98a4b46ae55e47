/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/type_shape.h"

#include <stdlib.h>
#include <string.h>

#include <unigbrk.h>
#include <unilbrk.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/screen.h"

static void letters_read(struct shaped *shaped, const char *text, size_t size)
{
	char *copy = mem_text_n(text, size);
	const char *at = copy;

	shaped->letters = mem_new(size + 1, sizeof(*shaped->letters));
	shaped->bytes = mem_new(size + 1, sizeof(*shaped->bytes));
	while (*at) {
		shaped->bytes[shaped->n] = (size_t)(at - copy);
		shaped->letters[shaped->n++] = text_next(&at);
	}
	shaped->bytes[shaped->n] = size;
	explicit_bzero(copy, size);
	free(copy);
}

static void levels_find(struct shaped *shaped)
{
	FriBidiStrIndex n = (FriBidiStrIndex)shaped->n;
	FriBidiCharType *types = mem_new(shaped->n, sizeof(*types));
	FriBidiBracketType *brackets = mem_new(shaped->n, sizeof(*brackets));
	FriBidiParType base = shaped->rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;

	shaped->levels = mem_new(shaped->n, sizeof(*shaped->levels));
	fribidi_get_bidi_types(shaped->letters, n, types);
	fribidi_get_bracket_types(shaped->letters, n, types, brackets);
	if (!fribidi_get_par_embedding_levels_ex(
			types, brackets, n, &base, shaped->levels))
		memset(shaped->levels, shaped->rtl ? 1 : 0, shaped->n);
	free(brackets);
	free(types);
}

static void breaks_find(struct shaped *shaped)
{
	shaped->breaks = mem_new(shaped->n + 1, 1);
	shaped->graphemes = mem_new(shaped->n + 1, 1);
	u32_possible_linebreaks(
		shaped->letters, shaped->n, "UTF-8", shaped->breaks);
	for (size_t i = 0; i < shaped->n; i++)
		if (!i || (shaped->breaks[i] != UC_BREAK_POSSIBLE &&
					  shaped->breaks[i] != UC_BREAK_MANDATORY))
			shaped->breaks[i] = 0;
	u32_grapheme_breaks(shaped->letters, shaped->n, shaped->graphemes);
}

static bool is_shared(hb_script_t script)
{
	return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
		   script == HB_SCRIPT_UNKNOWN;
}

/* Digits, blanks and marks belong to the script before them, at the start to
 * the one after. */
static hb_script_t *scripts_find(const struct shaped *shaped)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	hb_script_t *scripts = mem_new(shaped->n, sizeof(*scripts));
	hb_script_t now = HB_SCRIPT_COMMON;

	for (size_t i = 0; i < shaped->n; i++) {
		hb_script_t own = hb_unicode_script(unicode, shaped->letters[i]);

		if (!is_shared(own))
			now = own;
		scripts[i] = now;
	}
	for (size_t i = shaped->n; i-- > 0;)
		if (!is_shared(scripts[i]))
			now = scripts[i];
		else
			scripts[i] = is_shared(now) ? HB_SCRIPT_LATIN : now;
	return scripts;
}

static void runs_find(struct shaped *shaped, struct font_shelf *shelf,
	const struct type_style *style)
{
	hb_script_t *scripts = scripts_find(shaped);
	int font = -1;

	for (size_t i = 0; i < shaped->n; i++) {
		struct shaped_run *run =
			shaped->n_runs ? &shaped->runs[shaped->n_runs - 1] : NULL;
		bool same =
			run && run->script == scripts[i] && run->level == shaped->levels[i];

		font = font_pick(
			shelf, style, shaped->letters[i], scripts[i], same ? font : -1);
		if (same && font >= 0 && run->font == (unsigned)font) {
			run->end = i + 1;
			continue;
		}
		if (font < 0)
			break; /* no font at all: nothing to draw with */
		shaped->runs =
			mem_more(shaped->runs, shaped->n_runs, sizeof(*shaped->runs));
		shaped->runs[shaped->n_runs++] = (struct shaped_run){ i, i + 1,
			(unsigned)font, scripts[i], shaped->levels[i], NULL, 0 };
	}
	free(scripts);
}

static int whole_pixels(int in_64ths)
{
	return in_64ths >= 0 ? (in_64ths + 32) / 64 : -((-in_64ths + 32) / 64);
}

/* Advances are rounded one by one, so that equal pairs stand equally apart. */
static struct shaped_glyph *glyphs_read(hb_buffer_t *buffer, size_t *n)
{
	unsigned count;
	hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, NULL);
	struct shaped_glyph *glyphs = mem_new(count, sizeof(*glyphs));

	for (unsigned i = 0; i < count; i++) {
		glyphs[i].glyph = infos[i].codepoint;
		glyphs[i].letter = infos[i].cluster;
		glyphs[i].advance = whole_pixels(places[i].x_advance);
		glyphs[i].x = whole_pixels(places[i].x_offset);
		glyphs[i].y = whole_pixels(places[i].y_offset);
		glyphs[i].unsafe = hb_glyph_info_get_glyph_flags(&infos[i]) &
						   HB_GLYPH_FLAG_UNSAFE_TO_BREAK;
	}
	*n = count;
	return glyphs;
}

/* The text around it goes along as context: a cut word stays joined. */
static struct shaped_glyph *run_shape(struct font_shelf *shelf,
	const struct shaped *shaped, const struct shaped_run *run, size_t *n)
{
	hb_buffer_t *buffer = hb_buffer_create();
	struct shaped_glyph *glyphs;

	hb_buffer_set_cluster_level(
		buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_add_utf32(buffer, shaped->letters, (int)shaped->n,
		(unsigned)run->start, (int)(run->end - run->start));
	hb_buffer_set_direction(
		buffer, run->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, run->script);
	hb_buffer_set_language(buffer, shaped->language);
	hb_shape(font_shaper(shelf, run->font), buffer, NULL, 0);
	glyphs = glyphs_read(buffer, n);
	hb_buffer_destroy(buffer);
	return glyphs;
}

struct shaped *shaped_new(struct font_shelf *shelf,
	const struct type_style *style, const char *text, size_t size)
{
	struct shaped *shaped = mem_new(1, sizeof(*shaped));

	shaped->rtl = language_is_rtl(style->language);
	shaped->language = hb_language_from_string(style->language, -1);
	letters_read(shaped, text, size);
	shaped->advances = mem_new(shaped->n + 1, sizeof(*shaped->advances));
	levels_find(shaped);
	breaks_find(shaped);
	runs_find(shaped, shelf, style);
	for (size_t r = 0; r < shaped->n_runs; r++) {
		struct shaped_run *run = &shaped->runs[r];

		run->glyphs = run_shape(shelf, shaped, run, &run->n_glyphs);
		for (size_t g = 0; g < run->n_glyphs; g++)
			shaped->advances[run->glyphs[g].letter] += run->glyphs[g].advance;
	}
	return shaped;
}

static bool cut_is_safe(const struct shaped_run *run, size_t letter)
{
	if (letter == run->start || letter == run->end)
		return true;
	for (size_t g = 0; g < run->n_glyphs; g++)
		if (run->glyphs[g].letter == letter)
			return !run->glyphs[g].unsafe;
	return false;
}

struct shaped_glyph *shaped_piece(struct font_shelf *shelf,
	const struct shaped *shaped, const struct shaped_run *part, size_t *n)
{
	const struct shaped_run *run = shaped->runs;
	struct shaped_glyph *glyphs;

	while (part->start >= run->end)
		run++;
	if (!cut_is_safe(run, part->start) || !cut_is_safe(run, part->end))
		return run_shape(shelf, shaped, part, n);
	glyphs = mem_new(run->n_glyphs, sizeof(*glyphs));
	*n = 0;
	for (size_t g = 0; g < run->n_glyphs; g++)
		if (run->glyphs[g].letter >= part->start &&
			run->glyphs[g].letter < part->end)
			glyphs[(*n)++] = run->glyphs[g];
	return glyphs;
}

void shaped_free(struct shaped *shaped)
{
	if (!shaped)
		return;
	for (size_t r = 0; r < shaped->n_runs; r++)
		free(shaped->runs[r].glyphs);
	free(shaped->runs);
	explicit_bzero(shaped->letters, shaped->n * sizeof(*shaped->letters));
	free(shaped->letters);
	free(shaped->bytes);
	free(shaped->levels);
	free(shaped->breaks);
	free(shaped->graphemes);
	free(shaped->advances);
	free(shaped);
}

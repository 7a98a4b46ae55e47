/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_block.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/ui/large_native.h"
#include "lib/ui/page.h"
#include "lib/ui/strip.h"

enum { WIDE_LETTERS = 44, ROOMY_COLUMNS = 100, BOLD_EM = 12 };

static const char *title_text(const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (screen->items[i].role == ITEM_TITLE)
			return screen->items[i].label;
	return "";
}

static int columns_for(const struct block_frame *frame, double pixels)
{
	return (int)ceil(
		pixels * frame->grid->stretch / strip_across(frame->grid->mosaic));
}

static bool has_digits(const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (screen->items[i].n > 0 && item_takes_focus(&screen->items[i]))
			return true;
	return false;
}

/* All values of a screen start in one column. */
static int label_columns(const struct block_frame *frame)
{
	const struct screen *screen = frame->screen;
	int most = frame->width * 3 / 5;
	int columns = frame->width / 4;

	for (size_t i = 0; i < screen->n_items; i++) {
		const struct item *item = &screen->items[i];
		struct block_text text = {
			.text = item->label, .language = item->language, .tier = TIER_BODY
		};
		int width;

		if (item->role != ITEM_DETAIL && item->role != ITEM_CHANGE)
			continue;
		width = frame->pointer + block_text_width(frame, &text) + 3;
		if (width > columns)
			columns = width;
	}
	return columns < most ? columns : most;
}

struct block_frame block_frame_make(struct type *type,
	const struct large_grid *grid, const struct large_style *style,
	const struct screen *screen)
{
	struct block_frame frame = { .type = type,
		.grid = grid,
		.style = style,
		.screen = screen,
		.margin = 1,
		.pointer = 2,
		.digit = 2,
		.mark = 4 };
	struct large_scale scale =
		large_scale(grid, style, TIER_BODY, title_text(screen));

	if (grid->columns >= ROOMY_COLUMNS)
		frame.margin = 3;
	frame.width = grid->columns - 2 * frame.margin;
	if (frame.width < 1)
		frame.width = 1;
	if (!scale.native) {
		frame.pointer = columns_for(&frame, .75 * scale.em);
		frame.digit = columns_for(&frame, .85 * scale.em);
		frame.mark = columns_for(&frame, 1.15 * scale.em);
		frame.wide = frame.width * 5 / (4 * scale.rows) >= WIDE_LETTERS;
	} else {
		frame.wide = frame.width >= WIDE_LETTERS;
	}
	if (!has_digits(screen))
		frame.digit = 0;
	for (size_t i = 0; i < screen->n_items; i++)
		frame.shared |= style->shared && screen->items[i].role == ITEM_MENU;
	if (frame.wide)
		frame.label = label_columns(&frame);
	return frame;
}

size_t block_line(struct block *block, size_t item, int rows)
{
	size_t line = block->n_lines++;

	block->rows = mem_more(block->rows, line, sizeof(*block->rows));
	block->owners = mem_more(block->owners, line, sizeof(*block->owners));
	block->rows[line] = rows;
	block->owners[line] = item;
	return line;
}

struct piece *block_piece(
	struct block *block, enum piece_kind kind, size_t line)
{
	struct piece *piece;

	block->pieces =
		mem_more(block->pieces, block->n_pieces, sizeof(*block->pieces));
	piece = &block->pieces[block->n_pieces++];
	piece->kind = kind;
	piece->line = line;
	piece->rows = 1;
	return piece;
}

/* A line of the block with at least so many rows. */
static void need_line(struct block *block, size_t item, size_t line, int rows)
{
	while (block->n_lines <= line)
		block_line(block, item, rows);
	if (block->rows[line] < rows)
		block->rows[line] = rows;
}

static struct piece *text_piece(struct block *block,
	const struct block_text *text, enum piece_kind kind, size_t line)
{
	struct piece *piece = block_piece(block, kind, line);

	piece->at = text->at;
	piece->width = text->width;
	piece->text = text->text;
	piece->id = text->id;
	piece->style = text->style | (text->bold ? STYLE_BOLD : 0);
	return piece;
}

static size_t set_native(struct block *block, size_t item, size_t line,
	const struct block_text *text)
{
	size_t n;
	struct native_line *lines = native_wrap(text->text, text->width, &n);

	for (size_t i = 0; i < n; i++) {
		struct piece *piece;

		need_line(block, item, line + i, 1);
		piece = text_piece(block, text, PIECE_NATIVE, line + i);
		piece->start = lines[i].start;
		piece->end = lines[i].end;
	}
	free(lines);
	return n;
}

static const struct type_paragraph *set_paragraph(
	const struct block_frame *frame, const struct block_text *text,
	const struct large_scale *scale, int pixels)
{
	struct type_style style = { .language = text->language,
		.em = scale->em,
		.stretch =
			frame->grid->stretch * (text->squeeze > 0 ? text->squeeze : 1),
		.bold = text->bold && scale->em >= BOLD_EM };

	return type_paragraph(frame->type, &style, text->text, pixels);
}

/* Makes room for ink that the script does not usually have. */
static void scale_to_ink(
	struct large_scale *scale, const struct type_paragraph *paragraph, int down)
{
	while (paragraph->ascent + paragraph->descent > scale->rows * down)
		scale->rows++;
	if (scale->baseline > scale->rows * down - paragraph->descent)
		scale->baseline = scale->rows * down - paragraph->descent;
	if (scale->baseline < paragraph->ascent)
		scale->baseline = paragraph->ascent;
}

static struct large_scale scale_of(
	const struct block_frame *frame, const struct block_text *text)
{
	const struct piece *like = text->like;

	if (like)
		return (struct large_scale){ !like->em, like->rows, like->em,
			like->baseline };
	if (text->any_script && frame->style->native_small)
		return (struct large_scale){ .native = true, .rows = 1 };
	return large_scale(frame->grid, frame->style, text->tier, text->text);
}

size_t block_set(struct block *block, const struct block_frame *frame,
	size_t item, size_t line, const struct block_text *text)
{
	const struct type_paragraph *paragraph;
	struct large_scale scale = scale_of(frame, text);

	if (scale.native)
		return set_native(block, item, line, text);
	paragraph = set_paragraph(
		frame, text, &scale, text->width * strip_across(frame->grid->mosaic));
	scale_to_ink(&scale, paragraph, strip_down(frame->grid->mosaic));
	for (size_t i = 0; i < paragraph->n_lines; i++) {
		struct piece *piece;

		need_line(block, item, line + i, scale.rows);
		piece = text_piece(block, text, PIECE_TYPE, line + i);
		piece->drawn = &paragraph->lines[i];
		piece->rows = scale.rows;
		piece->em = scale.em;
		piece->baseline = scale.baseline;
		piece->start = piece->drawn->start;
		piece->end = piece->drawn->end;
	}
	return paragraph->n_lines;
}

bool block_may_fit(int width, double squeeze, int room)
{
	return width * squeeze < room * 1.1;
}

size_t block_set_line(struct block *block, const struct block_frame *frame,
	size_t item, size_t line, struct block_text text)
{
	static const double narrow[] = { .9, .8, .7 };
	double usual = text.squeeze > 0 ? text.squeeze : 1;
	int width = block_text_width(frame, &text);

	for (size_t i = 0;
		 width > text.width && i < sizeof(narrow) / sizeof(*narrow); i++) {
		if (!block_may_fit(width, narrow[i] / usual, text.width))
			continue;
		text.squeeze = narrow[i];
		if (block_text_width(frame, &text) <= text.width)
			return block_set(block, frame, item, line, &text);
	}
	text.squeeze = usual;
	return block_set(block, frame, item, line, &text);
}

int block_text_width(
	const struct block_frame *frame, const struct block_text *text)
{
	enum { ANY = 1 << 20 };
	int across = strip_across(frame->grid->mosaic);
	struct large_scale scale = scale_of(frame, text);

	if (scale.native)
		return native_width(text->text, strlen(text->text));
	return (set_paragraph(frame, text, &scale, ANY)->width + across - 1) /
		   across;
}

bool block_is_native(
	const struct block_frame *frame, const struct block_text *text)
{
	return scale_of(frame, text).native;
}

int block_small_rows(const struct block_frame *frame)
{
	return large_scale(
		frame->grid, frame->style, TIER_SMALL, title_text(frame->screen))
		.rows;
}

void block_clear(struct block *block)
{
	free(block->rows);
	free(block->owners);
	free(block->pieces);
	*block = (struct block){ 0 };
}

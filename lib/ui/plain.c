/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/plain.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/ui/layout.h"
#include "lib/ui/plain_block.h"

enum { FEW_ROWS = 16 };

struct plain {
	struct renderer renderer; /* first, so that one is the other */
	struct page page;
	bool fits;
	/* of the screen that is being laid out */
	struct plain_block *blocks;
	size_t n_blocks;
	int *ones; /* as high as a line is */
	size_t n_ones;
};

static void forget_blocks(struct plain *plain)
{
	for (size_t i = 0; i < plain->n_blocks; i++)
		plain_block_clear(&plain->blocks[i]);
	free(plain->blocks);
	plain->blocks = NULL;
	plain->n_blocks = 0;
}

static void make_blocks(struct plain *plain, const struct plain_frame *frame)
{
	forget_blocks(plain);
	plain->n_blocks = frame->screen->n_items;
	plain->blocks = mem_new(plain->n_blocks + 1, sizeof(*plain->blocks));
	for (size_t i = 0; i < plain->n_blocks; i++)
		plain->blocks[i] = plain_block_make(frame, i);
}

static const int *ones(struct plain *plain, size_t n)
{
	while (plain->n_ones < n) {
		plain->ones =
			mem_more(plain->ones, plain->n_ones, sizeof(*plain->ones));
		plain->ones[plain->n_ones++] = 1;
	}
	return plain->ones;
}

static struct layout_extent measure(void *owner, size_t item)
{
	struct plain *plain = owner;
	const struct plain_block *block = &plain->blocks[item];
	size_t rows = (size_t)block->page.rows;

	return (struct layout_extent){ .lines = ones(plain, rows),
		.n_lines = rows,
		.space = block->space,
		.whole = block->whole };
}

static int more_rows(const struct plain *plain, const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		if (screen->items[i].role == ITEM_MORE)
			return plain->blocks[i].page.rows;
	}
	return 1;
}

static bool has_code(const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		if (screen->items[i].role == ITEM_QR)
			return true;
	}
	return false;
}

static struct layout flow(struct plain *plain, const struct plain_frame *frame)
{
	struct layout_room room = { .rows = plain->page.rows,
		.below_header = 1,
		.above_footer = frame->tight ? 0 : 1,
		.measure = measure,
		.owner = plain };

	make_blocks(plain, frame);
	room.more_rows = more_rows(plain, frame->screen) + (frame->tight ? 0 : 1);
	return layout_make(frame->screen, &room);
}

/* A code for phones is shown only where it fits the body of a page, which is
 * known after the first time. */
static struct layout lay_out(struct plain *plain, const struct screen *screen)
{
	struct plain_frame frame = { .screen = screen,
		.columns = plain->page.columns,
		.tight = plain->page.rows < FEW_ROWS };
	struct layout layout = flow(plain, &frame);

	if (!has_code(screen))
		return layout;
	frame.body_rows = layout.body_rows > 0 ? layout.body_rows : 1;
	layout_clear(&layout);
	return flow(plain, &frame);
}

/* The whole row, a marker at the side where reading starts, and bold. */
static void mark_focus(
	struct plain *plain, const struct screen *screen, int row)
{
	int edge = screen->rtl ? plain->page.columns - 1 : 0;
	struct cell *marker = page_cell(&plain->page, row, edge);

	for (int i = 0; i < plain->page.columns; i++) {
		struct cell *cell = page_cell(&plain->page, row, i);

		if (cell && !(cell->style & STYLE_DARK_ON_LIGHT))
			cell->style |= STYLE_INVERSE | STYLE_BOLD;
	}
	if (marker && marker->c[0] == ' ')
		marker->c[0] = screen->rtl ? '<' : '>';
}

static void put_rows(struct plain *plain, const struct layout_part *part)
{
	const struct page *from = &plain->blocks[part->item].page;
	size_t n = (size_t)from->columns;

	for (int i = 0; i < part->rows; i++) {
		struct cell *to = page_cell(&plain->page, part->row + i, 0);

		if (to)
			memcpy(to, &from->cells[(part->first_line + (size_t)i) * n],
				n * sizeof(*to));
	}
}

static void put_cursor(struct plain *plain, const struct layout_part *part)
{
	const struct page *from = &plain->blocks[part->item].page;
	int row = from->cursor_row - (int)part->first_line;

	if (row < 0 || row >= part->rows)
		row = 0;
	plain->page.cursor_row = part->row + row;
	plain->page.cursor_column = from->cursor_column;
}

static void put_part(struct plain *plain, const struct screen *screen,
	const struct layout_part *part)
{
	bool focused = part->item == screen->focus;

	put_rows(plain, part);
	if (!item_takes_focus(&screen->items[part->item]))
		return;
	page_target(&plain->page, (struct target){ .item = part->item,
								  .row = part->row,
								  .rows = part->rows,
								  .columns = plain->page.columns });
	if (!focused)
		return;
	for (int i = 0; i < part->rows; i++)
		mark_focus(plain, screen, part->row + i);
	put_cursor(plain, part);
}

static void plain_fit(struct renderer *renderer, struct screen *screen)
{
	struct plain *plain = (struct plain *)renderer;
	struct layout layout = lay_out(plain, screen);

	layout_apply(&layout, screen);
	layout_clear(&layout);
	forget_blocks(plain);
}

static void plain_show(struct renderer *renderer, const struct screen *before,
	const struct screen *now)
{
	struct plain *plain = (struct plain *)renderer;
	struct layout layout = lay_out(plain, now);

	(void)before;
	page_wipe(&plain->page);
	for (size_t i = 0; i < layout.n_parts; i++) {
		if (layout_part_shows(&layout.parts[i], now->page))
			put_part(plain, now, &layout.parts[i]);
	}
	plain->fits = layout.fits;
	layout_clear(&layout);
	forget_blocks(plain);
}

static void plain_free(struct renderer *renderer)
{
	struct plain *plain = (struct plain *)renderer;

	forget_blocks(plain);
	free(plain->ones);
	page_clear(&plain->page);
	free(plain);
}

struct renderer *plain_new(int rows, int columns)
{
	struct plain *plain = mem_new(1, sizeof(*plain));

	plain->renderer = (struct renderer){ .name = "plain",
		.fit = plain_fit,
		.show = plain_show,
		.free = plain_free };
	page_init(&plain->page, rows, columns);
	plain->fits = true;
	return &plain->renderer;
}

void plain_resize(struct renderer *renderer, int rows, int columns)
{
	struct plain *plain = (struct plain *)renderer;

	page_clear(&plain->page);
	page_init(&plain->page, rows, columns);
}

const struct page *plain_page(const struct renderer *renderer)
{
	return &((const struct plain *)renderer)->page;
}

bool plain_fits(const struct renderer *renderer)
{
	return ((const struct plain *)renderer)->fits;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/page.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

static size_t n_cells(const struct page *page)
{
	return (size_t)page->rows * (size_t)page->columns;
}

void page_init(struct page *page, int rows, int columns)
{
	*page = (struct page){ .rows = rows > 0 ? rows : 0,
		.columns = columns > 0 ? columns : 0 };
	page->cells = mem_new(n_cells(page), sizeof(struct cell));
	page_wipe(page);
}

/* The targets start afresh, as their array may only be filled from nothing. */
void page_wipe(struct page *page)
{
	for (size_t i = 0; i < n_cells(page); i++)
		page->cells[i] = (struct cell){ .c = { ' ' }, .width = 1 };
	page->cursor_row = page->cursor_column = 0;
	free(page->targets);
	page->targets = NULL;
	page->n_targets = 0;
}

struct cell *page_cell(struct page *page, int row, int column)
{
	if (row < 0 || row >= page->rows || column < 0 || column >= page->columns)
		return NULL;
	return &page->cells[(size_t)row * page->columns + column];
}

void page_target(struct page *page, struct target target)
{
	page->targets = mem_more(page->targets, page->n_targets, sizeof(target));
	page->targets[page->n_targets++] = target;
}

long page_item_at(const struct page *page, int row, int column)
{
	for (size_t i = 0; i < page->n_targets; i++) {
		const struct target *t = &page->targets[i];

		if (row >= t->row && row < t->row + t->rows && column >= t->column &&
			column < t->column + t->columns)
			return (long)t->item;
	}
	return -1;
}

static bool is_blank(const struct cell *cell)
{
	return cell->width == 1 && (cell->c[0] == ' ' || !cell->c[0]);
}

static void add_cell(struct text *text, const struct cell *cell)
{
	if (!cell->width)
		return;
	text_add_char(text, cell->c[0] ? cell->c[0] : ' ');
	for (int i = 1; i < 3 && cell->c[i]; i++)
		text_add_char(text, cell->c[i]);
}

/* What a row's style says, in a margin of its own: "> " focus, "! " error. */
static void add_margin(struct text *text, const struct cell *row, int columns)
{
	unsigned styles = 0;

	for (int i = 0; i < columns; i++)
		styles |= row[i].style;
	text_add(text, styles & STYLE_INVERSE ? ">" : " ");
	text_add(text, styles & STYLE_ERROR ? "!" : " ");
	text_add(text, "|");
}

char *page_text(const struct page *page, bool styles)
{
	struct text text = { 0 };

	for (int r = 0; r < page->rows; r++) {
		const struct cell *row = &page->cells[(size_t)r * page->columns];
		int end = page->columns;

		while (end > 0 && is_blank(&row[end - 1]))
			end--;
		if (styles)
			add_margin(&text, row, page->columns);
		for (int i = 0; i < end; i++)
			add_cell(&text, &row[i]);
		text_add(&text, "\n");
	}
	return text_take(&text);
}

static bool cell_same(const struct cell *a, const struct cell *b)
{
	return a->c[0] == b->c[0] && a->c[1] == b->c[1] && a->c[2] == b->c[2] &&
		   a->width == b->width && a->style == b->style;
}

bool page_same(const struct page *a, const struct page *b)
{
	if (a->rows != b->rows || a->columns != b->columns ||
		a->cursor_row != b->cursor_row || a->cursor_column != b->cursor_column)
		return false;
	for (size_t i = 0; i < n_cells(a); i++)
		if (!cell_same(&a->cells[i], &b->cells[i]))
			return false;
	return true;
}

/* An answer may have stood on it. */
void page_clear(struct page *page)
{
	if (page->cells)
		explicit_bzero(page->cells, n_cells(page) * sizeof(struct cell));
	free(page->cells);
	free(page->targets);
	*page = (struct page){ 0 };
}

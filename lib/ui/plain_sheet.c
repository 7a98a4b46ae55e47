/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/plain_sheet.h"

#include <string.h>

#include "lib/ui/cells.h"

static bool is_rtl(const struct sheet *sheet)
{
	return sheet->frame->screen->rtl;
}

/* Columns count from the side where reading starts. */
int sheet_column(const struct sheet *sheet, int at, int width)
{
	return is_rtl(sheet) ? sheet->frame->columns - at - width : at;
}

static struct cells set(const struct sheet *sheet, const char *text, int width)
{
	return cells_set(text, language_is_rtl(sheet->item->language), width);
}

/* Makes the block higher; the new rows are blank. */
void sheet_add_rows(struct sheet *sheet, int n)
{
	struct page *page = &sheet->block.page;
	struct page higher;

	page_init(&higher, page->rows + n, sheet->frame->columns);
	if (page->rows)
		memcpy(higher.cells, page->cells,
			(size_t)page->rows * (size_t)page->columns * sizeof(struct cell));
	higher.cursor_row = page->cursor_row;
	higher.cursor_column = page->cursor_column;
	page_clear(page);
	*page = higher;
}

void sheet_put_line(struct sheet *sheet, const struct cells_line *line, int row,
	int at, unsigned style)
{
	int column = sheet_column(sheet, at, line->width);

	for (int i = 0; i < line->width; i++) {
		struct cell *cell = page_cell(&sheet->block.page, row, column + i);

		if (!cell)
			continue;
		*cell = line->cells[i];
		cell->style = (uint8_t)style;
	}
}

/* Below what is there already, from column `at`. */
void sheet_add_text(
	struct sheet *sheet, const char *text, int at, unsigned style)
{
	struct cells cells;
	int row = sheet->block.page.rows;

	if (!*text)
		return;
	cells = set(sheet, text, MARGIN + sheet->width - at);
	sheet_add_rows(sheet, (int)cells.n_lines);
	for (size_t i = 0; i < cells.n_lines; i++)
		sheet_put_line(sheet, &cells.lines[i], row + (int)i, at, style);
	cells_clear(&cells);
}

/* Of the interface, so in its direction whatever the language of the item. */
void sheet_put_sign(
	struct sheet *sheet, const char *sign, int row, int at, unsigned style)
{
	struct cells cells = cells_set(sign, is_rtl(sheet), sheet->frame->columns);

	sheet_put_line(sheet, &cells.lines[0], row, at, style);
	cells_clear(&cells);
}

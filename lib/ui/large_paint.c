/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_paint.h"

#include <string.h>

#include "lib/ui/large_draw.h"
#include "lib/ui/large_native.h"
#include "lib/ui/qr.h"

/* A piece with its place: rows and columns of the page. */
struct place {
	const struct canvas *canvas;
	const struct piece *piece;
	int row, column;
	bool focus;
};

static bool is_rtl(const struct canvas *canvas)
{
	return canvas->frame->screen->rtl;
}

static struct draw_box box_of(const struct place *place)
{
	const struct block_frame *frame = place->canvas->frame;
	int across = strip_across(frame->grid->mosaic);
	int down = strip_down(frame->grid->mosaic);

	return (struct draw_box){ .plane = place->canvas->plane,
		.x = place->column * across,
		.y = place->row * down,
		.width = place->piece->width * across,
		.height = place->piece->rows * down,
		.em = place->piece->em,
		.baseline = place->piece->baseline,
		.stretch = frame->grid->stretch,
		.mirrored = is_rtl(place->canvas),
		.on = place->piece->on,
		.number = place->piece->number };
}

struct pen {
	struct plane *plane;
	int x, y;
};

static void pen_dot(int x, int y, void *owner)
{
	const struct pen *pen = owner;

	plane_dot(pen->plane, pen->x + x, pen->y + y);
}

static void log_text(const struct place *place)
{
	const struct piece *piece = place->piece;

	text_addf(place->canvas->logical, "%d\t%d\t%s\t%.*s\n", place->row,
		piece->rows, piece->id, (int)(piece->end - piece->start),
		piece->text + piece->start);
}

static void paint_type(const struct place *place)
{
	struct draw_box box = box_of(place);
	const struct type_line *line = place->piece->drawn;
	struct pen pen = { box.plane, box.x, box.y + box.baseline };

	if (box.mirrored)
		pen.x += box.width - line->width;
	type_draw(place->canvas->frame->type, line, pen_dot, &pen);
	log_text(place);
}

static int native_row(const struct place *place)
{
	return place->row +
		   place->piece->baseline / strip_down(place->canvas->plane->mosaic);
}

static void write_native(
	const struct place *place, int column, const char *text, size_t size)
{
	struct native_text where = { .row = native_row(place),
		.column = column,
		.rtl = is_rtl(place->canvas),
		.style = place->piece->style };

	if (place->focus)
		where.style |= STYLE_INVERSE | STYLE_BOLD;
	native_write(place->canvas->page, &where, text, size);
}

static void paint_native(const struct place *place)
{
	const struct piece *piece = place->piece;
	const char *text = piece->text + piece->start;
	size_t size = piece->end - piece->start;
	int column = place->column;

	if (is_rtl(place->canvas))
		column += piece->width - native_width(text, size);
	write_native(place, column, text, size);
	log_text(place);
}

static void frame_row(const struct place *place, int row, const uint32_t c[3])
{
	struct page *page = place->canvas->page;
	int last = place->piece->width - 1;

	for (int i = 0; i <= last; i++) {
		uint32_t letter = i == 0 ? c[0] : i == last ? c[2] : c[1];
		struct cell *cell =
			page_cell(page, place->row + row, place->column + i);

		if (cell && letter)
			cell->c[0] = letter;
	}
}

static void native_frame(const struct place *place)
{
	static const uint32_t top[] = { 0x250C, 0x2500, 0x2510 };
	static const uint32_t sides[] = { 0x2502, 0, 0x2502 };
	static const uint32_t bottom[] = { 0x2514, 0x2500, 0x2518 };
	int last = place->piece->rows - 1;

	frame_row(place, 0, top);
	for (int r = 1; r < last; r++)
		frame_row(place, r, sides);
	frame_row(place, last, bottom);
}

/* Signs in the terminal's own letters. */
static void native_sign(const struct place *place)
{
	static const char *const signs[][2] = {
		[PIECE_POINTER] = { "\u25BA", "\u25C4" },
		[PIECE_CHEVRON] = { "\u203A", "\u2039" },
		[PIECE_RADIO] = { "( )", "( )" },
		[PIECE_CHECK] = { "[ ]", "[ ]" },
		[PIECE_BARS] = { "\u2261", "\u2261" },
		[PIECE_ALERT] = { "!", "!" },
	};
	static const char *const chosen[] = {
		[PIECE_RADIO] = "(\u2022)", [PIECE_CHECK] = "[x]"
	};
	enum piece_kind kind = place->piece->kind;
	const char *sign = signs[kind][is_rtl(place->canvas)];
	int column = place->column;

	if (place->piece->on && kind <= PIECE_CHECK && chosen[kind])
		sign = chosen[kind];
	if (is_rtl(place->canvas))
		column += place->piece->width - native_width(sign, strlen(sign));
	/* A bracket would be mirrored on its way to a mirrored screen, twice. */
	write_native(place, column, sign, strlen(sign));
}

static void paint_sign(const struct place *place)
{
	struct draw_box box = box_of(place);

	if (place->piece->em || place->piece->kind == PIECE_RULE)
		draw_sign(&box, place->piece->kind);
	else if (place->piece->kind == PIECE_FRAME)
		native_frame(place);
	else if (place->piece->kind <= PIECE_ALERT)
		native_sign(place);
}

/* Behind the last letter, where reading goes on. */
static void paint_caret(const struct place *place)
{
	const struct piece *piece = place->piece;
	struct page *page = place->canvas->page;
	struct draw_box box = box_of(place);
	int across = strip_across(box.plane->mosaic);
	int width = (int)(box.em / 9. * box.stretch + .5);
	int x = piece->drawn ? piece->drawn->width + 1 : 0;
	int cells = piece->drawn ? x / across
							 : native_width(piece->text + piece->start,
								   piece->end - piece->start);

	if (piece->drawn)
		draw_bar(&box, x, width > 1 ? width : 1);
	page->cursor_row =
		piece->drawn
			? place->row + piece->baseline / strip_down(box.plane->mosaic)
			: native_row(place);
	page->cursor_column = box.mirrored
							  ? place->column + piece->width - 1 - cells
							  : place->column + cells;
	if (!piece->drawn)
		write_native(place, page->cursor_column, "_", 1);
}

static void paint_piece(const struct place *place)
{
	const struct piece *piece = place->piece;

	switch (piece->kind) {
	case PIECE_TYPE:
		paint_type(place);
		break;
	case PIECE_NATIVE:
		paint_native(place);
		break;
	case PIECE_CARET:
		paint_caret(place);
		break;
	case PIECE_QR:
		qr_draw(place->canvas->page, place->row, place->column, piece->text,
			piece->rows, piece->width);
		break;
	case PIECE_POINTER:
	case PIECE_CHEVRON:
	case PIECE_RADIO:
	case PIECE_CHECK:
	case PIECE_BARS:
	case PIECE_ALERT:
	case PIECE_FACE:
	case PIECE_RULE:
	case PIECE_FRAME:
	case PIECE_PICTURE:
		paint_sign(place);
		break;
	}
}

static void style_rows(
	const struct canvas *canvas, int row, int rows, uint8_t style)
{
	for (int r = row; r < row + rows; r++)
		for (int c = 0; c < canvas->page->columns; c++) {
			struct cell *cell = page_cell(canvas->page, r, c);

			if (cell)
				cell->style |= style;
		}
}

/* The rows of a line: whose they are, and that it has the focus. */
static void paint_line(const struct canvas *canvas, const struct block *block,
	size_t line, int row)
{
	size_t owner = block->owners[line];
	int rows = block->rows[line];
	const struct screen *screen = canvas->frame->screen;
	struct page *page = canvas->page;

	if (owner == BLOCK_NOBODY || !item_takes_focus(&screen->items[owner]))
		return;
	page_target(page, (struct target){ owner, row, 0, rows, page->columns });
	if (owner == screen->focus)
		style_rows(canvas, row, rows, STYLE_INVERSE);
}

/* The pointer stands before the first row of the focused item. */
static void paint_pointer(const struct canvas *canvas,
	const struct block *block, size_t line, int row)
{
	const struct block_frame *frame = canvas->frame;
	struct piece pointer = { .kind = PIECE_POINTER,
		.rows = block->rows[line],
		.width = frame->pointer };
	struct place place = { canvas, &pointer, row, frame->margin, true };

	for (size_t i = block->n_pieces; i-- > 0;)
		if (block->pieces[i].line == line &&
			block->pieces[i].kind <= PIECE_NATIVE) {
			pointer.em = block->pieces[i].em;
			pointer.baseline = block->pieces[i].baseline;
		}
	if (is_rtl(canvas))
		place.column = canvas->page->columns - frame->margin - frame->pointer;
	canvas->page->cursor_row = row;
	canvas->page->cursor_column =
		is_rtl(canvas) ? place.column + frame->pointer - 1 : place.column;
	paint_piece(&place);
}

/* The pointer takes the place of the sign of a row that acts. */
static bool gives_way(const struct piece *piece, bool focus)
{
	return focus && piece->at == 0 &&
		   (piece->kind == PIECE_CHEVRON || piece->kind == PIECE_BARS);
}

static void paint_pieces(const struct canvas *canvas, const struct block *block,
	size_t line, int row)
{
	const struct block_frame *frame = canvas->frame;
	bool focus = block->owners[line] == frame->screen->focus;

	for (size_t i = 0; i < block->n_pieces; i++) {
		const struct piece *piece = &block->pieces[i];
		struct place place = { canvas, piece, row, frame->margin + piece->at,
			focus };

		if (piece->line != line || gives_way(piece, focus))
			continue;
		if (is_rtl(canvas))
			place.column = canvas->page->columns - frame->margin - piece->at -
						   piece->width;
		if (piece->style & STYLE_ERROR)
			style_rows(canvas, row, block->rows[line], STYLE_ERROR);
		paint_piece(&place);
	}
}

void paint_part(const struct canvas *canvas, const struct block *block,
	const struct layout_part *part)
{
	const struct screen *screen = canvas->frame->screen;
	bool pointed = false;
	int row = part->row;

	for (size_t i = 0; i < part->n_lines; i++) {
		size_t line = part->first_line + i;
		size_t owner = block->owners[line];

		paint_line(canvas, block, line, row);
		if (!pointed && owner == screen->focus &&
			item_takes_focus(&screen->items[owner])) {
			paint_pointer(canvas, block, line, row);
			pointed = true;
		}
		paint_pieces(canvas, block, line, row);
		row += block->rows[line];
	}
}

void paint_plane(const struct canvas *canvas)
{
	const struct plane *plane = canvas->plane;
	uint32_t letters[256];

	for (int mask = 0; mask < 256; mask++)
		letters[mask] = strip_letter(plane->mosaic, (uint8_t)mask);
	for (size_t i = 0; i < (size_t)plane->rows * plane->columns; i++)
		if (plane->masks[i])
			canvas->page->cells[i].c[0] = letters[plane->masks[i]];
}

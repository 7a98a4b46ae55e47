/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/qr.h"

#include <qrencode.h>
#include <stddef.h>

#include "lib/base/text.h"
#include "lib/ui/page.h"
#include "lib/ui/screen.h"

/* The standard asks for four light modules around the code. */
enum { QUIET = 4 };

enum { LEVEL_L, LEVEL_M, LEVEL_Q, LEVEL_H, N_LEVELS };

static const QRecLevel levels[N_LEVELS] = { QR_ECLEVEL_L, QR_ECLEVEL_M,
	QR_ECLEVEL_Q, QR_ECLEVEL_H };

static QRcode *encode(const char *text, int level)
{
	if (text_empty(text))
		return NULL;
	return QRcode_encodeString(text, 0, levels[level], QR_MODE_8, 1);
}

static int rows_of(const QRcode *code)
{
	return (code->width + 2 * QUIET + 1) / 2;
}

static int columns_of(const QRcode *code)
{
	return code->width + 2 * QUIET;
}

bool qr_size(const char *text, int *rows, int *columns)
{
	QRcode *code = encode(text, LEVEL_L);

	if (!code)
		return false;
	*rows = rows_of(code);
	*columns = columns_of(code);
	QRcode_free(code);
	return true;
}

static bool fits(const char *text, int max_rows, int max_columns)
{
	int rows, columns;

	return qr_size(text, &rows, &columns) && rows <= max_rows &&
		   columns <= max_columns;
}

const char *qr_of_item(const struct item *item, int max_rows, int max_columns)
{
	if (fits(item->value, max_rows, max_columns))
		return item->value;
	return fits(item->raw, max_rows, max_columns) ? item->raw : NULL;
}

/* The smallest code has the largest modules, which matter most to a phone held
 * by an unsteady hand; what is left over goes to error correction. */
static QRcode *smallest(const char *text)
{
	QRcode *best = encode(text, LEVEL_L);

	for (int level = LEVEL_M; best && level < N_LEVELS; level++) {
		QRcode *next = encode(text, level);

		if (!next || next->width > best->width) {
			QRcode_free(next);
			break;
		}
		QRcode_free(best);
		best = next;
	}
	return best;
}

static bool is_dark(const QRcode *code, int y, int x)
{
	y -= QUIET;
	x -= QUIET;
	return y >= 0 && y < code->width && x >= 0 && x < code->width &&
		   code->data[(size_t)y * (size_t)code->width + (size_t)x] & 1;
}

static void draw(struct page *page, int row, int column, const QRcode *code)
{
	static const uint32_t blocks[] = { ' ', 0x2580, 0x2584, 0x2588 };

	for (int r = 0; r < rows_of(code); r++) {
		for (int c = 0; c < columns_of(code); c++) {
			struct cell *cell = page_cell(page, row + r, column + c);
			int upper = is_dark(code, 2 * r, c);
			int lower = is_dark(code, 2 * r + 1, c);

			if (!cell)
				continue;
			*cell = (struct cell){ .c = { blocks[upper + 2 * lower] },
				.width = 1,
				.style = STYLE_DARK_ON_LIGHT };
		}
	}
}

bool qr_draw(struct page *page, int row, int column, const char *text,
	int max_rows, int max_columns)
{
	QRcode *code = smallest(text);
	bool has_room =
		code && rows_of(code) <= max_rows && columns_of(code) <= max_columns;

	if (has_room)
		draw(page, row, column, code);
	QRcode_free(code);
	return has_room;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/plain_block.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "lib/ui/cells.h"
#include "lib/ui/plain_sheet.h"
#include "lib/ui/qr.h"

/* Numbers and codes are read from left to right in every language. */
static bool is_value_rtl(const struct item *item)
{
	switch (item->kind) {
	case VALUE_DIGITS:
	case VALUE_PHONE:
	case VALUE_POSTCODE:
	case VALUE_IBAN:
	case VALUE_REFERENCE:
	case VALUE_EMAIL:
		return false;
	case VALUE_TEXT:
	case VALUE_DATE:
	case VALUE_TIME:
	case VALUE_NUMBER:
	case VALUE_MONEY:
		break;
	}
	return language_is_rtl(item->language);
}

/* The title says it already, or the error on top of the screen. */
static bool is_said_on_top(
	const struct sheet *sheet, enum item_role role, const char *text)
{
	const struct screen *screen = sheet->frame->screen;

	for (size_t i = 0; i < screen->n_items; i++) {
		if (screen->items[i].role == role &&
			text_same(screen->items[i].label, text))
			return true;
	}
	return false;
}

static void add_hint(struct sheet *sheet, int at)
{
	sheet_add_text(sheet, sheet->item->hint, at, STYLE_PLAIN);
}

static void add_alert(struct sheet *sheet, const char *text)
{
	int row = sheet->block.page.rows;

	if (!*text)
		return;
	sheet_add_text(sheet, text, MARGIN, STYLE_ERROR | STYLE_BOLD);
	sheet_put_sign(sheet, "!", row, 0, STYLE_ERROR | STYLE_BOLD);
}

static void add_error(struct sheet *sheet)
{
	if (!is_said_on_top(sheet, ITEM_ERROR, sheet->item->error))
		add_alert(sheet, sheet->item->error);
}

static void make_title(struct sheet *sheet)
{
	sheet_add_text(sheet, sheet->item->label, MARGIN, STYLE_BOLD);
}

static void make_line(struct sheet *sheet)
{
	sheet_add_text(sheet, sheet->item->label, MARGIN, STYLE_PLAIN);
	sheet_add_text(sheet, sheet->item->value, MARGIN, STYLE_PLAIN);
}

static void make_alert(struct sheet *sheet)
{
	add_alert(sheet, sheet->item->label);
}

/* A short paragraph is not cut in two; a long one, or on few rows, may be. */
static void make_text(struct sheet *sheet)
{
	enum { SHORT = 6 };

	sheet->block.space = 1;
	make_line(sheet);
	add_hint(sheet, MARGIN);
	sheet->block.whole =
		!sheet->frame->tight && sheet->block.page.rows <= SHORT;
}

static void make_heading(struct sheet *sheet)
{
	sheet->block.space = 1;
	make_title(sheet);
	add_hint(sheet, MARGIN);
}

static bool ends_a_sentence(const char *text)
{
	static const char *const ends[] = { ":", "?", "!", ".", "؟", "：", "？" };
	size_t size = strlen(text);

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		size_t n = strlen(ends[i]);

		if (size >= n && strcmp(text + size - n, ends[i]) == 0)
			return true;
	}
	return false;
}

/* Beside its label where both fit a line, else below it. */
static void add_value(struct sheet *sheet, const char *label, int at)
{
	const char *value = sheet->item->value;
	int beside = at + cells_width(label) + 1;
	int row = sheet->block.page.rows - 1;
	struct cells cells;

	if (!*value)
		return;
	if (row != 0 || strchr(value, '\n') ||
		beside + cells_width(value) > MARGIN + sheet->width) {
		sheet_add_text(sheet, value, at + MARGIN, STYLE_BOLD);
		return;
	}
	cells = cells_set(value, is_value_rtl(sheet->item), sheet->width);
	sheet_put_line(sheet, &cells.lines[0], row, beside, STYLE_BOLD);
	cells_clear(&cells);
}

static void make_pair(struct sheet *sheet)
{
	const char *label = sheet->item->label;
	bool joins = *sheet->item->value && !ends_a_sentence(label);
	char *joined = text_format("%s%s", label, joins ? ":" : "");

	sheet->block.whole = true;
	sheet_add_text(sheet, joined, MARGIN, STYLE_PLAIN);
	add_value(sheet, joined, MARGIN);
	add_hint(sheet, MARGIN);
	add_error(sheet);
	free(joined);
}

static const char *sign_of(const struct item *item)
{
	bool chosen = item->state & STATE_CHOSEN;

	switch (item->role) {
	case ITEM_CHOICE:
		return chosen ? "(•)" : "( )";
	case ITEM_MARK:
		return chosen ? "[x]" : "[ ]";
	default:
		return "";
	}
}

/* Whether any option of this screen has a digit, so that all stand in line. */
static bool has_digits(const struct sheet *sheet)
{
	const struct screen *screen = sheet->frame->screen;

	for (size_t i = 0; i < screen->n_items; i++) {
		enum item_role role = screen->items[i].role;

		if ((role == ITEM_CHOICE || role == ITEM_MARK ||
				role == sheet->item->role) &&
			screen->items[i].n > 0)
			return true;
	}
	return false;
}

static void put_digit(struct sheet *sheet, unsigned style)
{
	int n = sheet->item->n;

	if (n > 0 && n < 10) {
		char digit[] = { (char)('0' + n), '\0' };

		sheet_put_sign(sheet, digit, 0, MARGIN, style);
	}
}

/* Digit, sign, label: "2 (•) Ja". */
static void make_option(struct sheet *sheet)
{
	const struct item *item = sheet->item;
	const char *sign = sign_of(item);
	int at = MARGIN + (has_digits(sheet) ? 2 : 0);
	int label_at = at + (*sign ? 4 : 0);
	unsigned style = item->state & STATE_CHOSEN ? STYLE_BOLD : STYLE_PLAIN;

	sheet->block.whole = true;
	sheet_add_text(sheet, item->label, label_at, style);
	if (!sheet->block.page.rows)
		sheet_add_rows(sheet, 1);
	put_digit(sheet, style);
	sheet_put_sign(sheet, sign, 0, at, style);
	sheet_add_text(sheet, item->value, label_at, STYLE_PLAIN);
	add_hint(sheet, label_at);
	add_error(sheet);
}

/* "[ Verder ]", with its digit where it has one. */
static void make_action(struct sheet *sheet)
{
	const struct item *item = sheet->item;
	int at = MARGIN + (item->n > 0 && item->n < 10 ? 2 : 0);
	char *label = text_format("[ %s ]", item->label);

	sheet->block.whole = true;
	sheet_add_text(sheet, label, at, STYLE_PLAIN);
	put_digit(sheet, STYLE_PLAIN);
	sheet_add_text(sheet, item->value, at, STYLE_PLAIN);
	add_hint(sheet, at);
	add_error(sheet);
	free(label);
}

/* To the edge, as each row it takes is lost to every page. */
static void make_foot(struct sheet *sheet)
{
	sheet->width = sheet->frame->columns - MARGIN;
	make_line(sheet);
}

/* What stands in the field, with a stroke where the next letter comes. */
static char *field_text(const struct item *item)
{
	struct text text = { 0 };
	const char *at = item->value;

	if (item->state & STATE_MASKED) {
		while (text_next(&at))
			text_add(&text, "•");
	} else {
		text_add(&text, item->value);
	}
	text_add(&text, "_");
	return text_take(&text);
}

static void put_caret(
	struct sheet *sheet, const struct cells_line *line, int row, int at)
{
	struct page *page = &sheet->block.page;

	page->cursor_row = row;
	page->cursor_column = sheet_column(sheet, at, line->width) +
						  (line->last < 0 ? 0 : line->last);
}

/* Between brackets as wide as an answer may well be. */
static void add_field(struct sheet *sheet)
{
	enum { WIDEST = 40 };
	int inner = (sheet->width < WIDEST ? sheet->width : WIDEST) - 2;
	char *text = field_text(sheet->item);
	struct cells cells = cells_set(text, is_value_rtl(sheet->item), inner);
	int row = sheet->block.page.rows;

	sheet_add_rows(sheet, (int)cells.n_lines);
	for (size_t i = 0; i < cells.n_lines; i++) {
		const struct cells_line *line = &cells.lines[i];

		sheet_put_line(sheet, line, row + (int)i, MARGIN + 1, STYLE_BOLD);
		sheet_put_sign(sheet, "[", row + (int)i, MARGIN, STYLE_PLAIN);
		sheet_put_sign(
			sheet, "]", row + (int)i, MARGIN + 1 + inner, STYLE_PLAIN);
		if (i + 1 == cells.n_lines)
			put_caret(sheet, line, row + (int)i, MARGIN + 1);
	}
	cells_clear(&cells);
	text_wipe(text);
}

static void make_field(struct sheet *sheet)
{
	sheet->block.space = 1;
	sheet->block.whole = true;
	if (!is_said_on_top(sheet, ITEM_TITLE, sheet->item->label))
		sheet_add_text(sheet, sheet->item->label, MARGIN, STYLE_PLAIN);
	add_hint(sheet, MARGIN);
	add_error(sheet);
	add_field(sheet);
}

static const char *code_of(const struct sheet *sheet)
{
	const struct plain_frame *frame = sheet->frame;

	return qr_of_item(sheet->item,
		frame->body_rows ? frame->body_rows : INT_MAX,
		frame->columns - MARGIN - 1);
}

/* The code with its text beside it, or above it where that is too narrow; the
 * text alone where no phone could read the code. */
static void make_code(struct sheet *sheet)
{
	enum { NARROWEST = 16 };
	const char *code = code_of(sheet);
	int rows, columns, above;
	bool beside;

	sheet->block.space = 1;
	sheet->block.whole = true;
	if (!code || !qr_size(code, &rows, &columns)) {
		sheet_add_text(sheet, sheet->item->label, MARGIN, STYLE_PLAIN);
		return;
	}
	sheet->width = sheet->frame->columns - MARGIN - 1;
	if (sheet->width > columns + WIDEST_TEXT)
		sheet->width = columns + WIDEST_TEXT;
	beside = sheet->width - columns - 2 >= NARROWEST;
	sheet_add_text(sheet, sheet->item->label,
		MARGIN + (beside ? columns + 2 : 0), STYLE_PLAIN);
	above = beside ? 0 : sheet->block.page.rows;
	if (sheet->block.page.rows < above + rows)
		sheet_add_rows(sheet, above + rows - sheet->block.page.rows);
	qr_draw(&sheet->block.page, above, sheet_column(sheet, MARGIN, columns),
		code, rows, columns);
}

static void (*const makers[N_ITEM_ROLES])(struct sheet *sheet) = {
	[ITEM_TITLE] = make_title,
	[ITEM_PLACE] = make_line,
	[ITEM_NOTICE] = make_line,
	[ITEM_ERROR] = make_alert,
	[ITEM_TEXT] = make_text,
	[ITEM_HEADING] = make_heading,
	[ITEM_DETAIL] = make_pair,
	[ITEM_CHOICE] = make_option,
	[ITEM_MARK] = make_option,
	[ITEM_FIELD] = make_field,
	[ITEM_CHANGE] = make_pair,
	[ITEM_ACTION] = make_action,
	[ITEM_MORE] = make_action,
	[ITEM_MENU] = make_foot,
	[ITEM_KEYS] = make_foot,
	[ITEM_PICTURE] = NULL, /* carries no meaning */
	[ITEM_QR] = make_code,
};

/* A blank row parts what is of another kind, and every paragraph. */
static int space_before(const struct sheet *sheet, size_t item)
{
	const struct item *items = sheet->frame->screen->items;

	if (sheet->frame->tight)
		return 0;
	if (item > 0 && items[item].role != items[item - 1].role)
		return makers[items[item].role] != make_line &&
			   makers[items[item].role] != make_foot;
	return sheet->block.space;
}

struct plain_block plain_block_make(
	const struct plain_frame *frame, size_t item)
{
	struct sheet sheet = { .frame = frame,
		.item = &frame->screen->items[item],
		.width = frame->columns - MARGIN - 1 };

	if (sheet.width > WIDEST_TEXT)
		sheet.width = WIDEST_TEXT;
	sheet.block.page.cursor_column = sheet_column(&sheet, MARGIN, 1);
	if (makers[sheet.item->role])
		makers[sheet.item->role](&sheet);
	sheet.block.space = space_before(&sheet, item);
	return sheet.block;
}

void plain_block_clear(struct plain_block *block)
{
	page_clear(&block->page);
}

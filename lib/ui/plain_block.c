/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/plain_block.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "lib/ui/cells.h"
#include "lib/ui/qr.h"

enum {
	MARGIN = 2,      /* the marker of the focus stands in it */
	WIDEST_TEXT = 60 /* longer lines are harder to read on from */
};

struct work {
	struct plain_block block;
	const struct plain_frame *frame;
	const struct item *item;
	int width; /* of text */
};

static bool is_rtl(const struct work *work)
{
	return work->frame->screen->rtl;
}

/* Columns count from the side where reading starts. */
static int column_at(const struct work *work, int at, int width)
{
	return is_rtl(work) ? work->frame->columns - at - width : at;
}

static struct cells set(const struct work *work, const char *text, int width)
{
	return cells_set(text, language_is_rtl(work->item->language), width);
}

/* Makes the block higher; the new rows are blank. */
static void add_rows(struct work *work, int n)
{
	struct page *page = &work->block.page;
	struct page higher;

	page_init(&higher, page->rows + n, work->frame->columns);
	if (page->rows)
		memcpy(higher.cells, page->cells,
			(size_t)page->rows * (size_t)page->columns * sizeof(struct cell));
	higher.cursor_row = page->cursor_row;
	higher.cursor_column = page->cursor_column;
	page_clear(page);
	*page = higher;
}

static void put_line(struct work *work, const struct cells_line *line, int row,
	int at, unsigned style)
{
	int column = column_at(work, at, line->width);

	for (int i = 0; i < line->width; i++) {
		struct cell *cell = page_cell(&work->block.page, row, column + i);

		if (!cell)
			continue;
		*cell = line->cells[i];
		cell->style = (uint8_t)style;
	}
}

/* Below what is there already, from column `at`. */
static void add_text(
	struct work *work, const char *text, int at, unsigned style)
{
	struct cells cells;
	int row = work->block.page.rows;

	if (!*text)
		return;
	cells = set(work, text, MARGIN + work->width - at);
	add_rows(work, (int)cells.n_lines);
	for (size_t i = 0; i < cells.n_lines; i++)
		put_line(work, &cells.lines[i], row + (int)i, at, style);
	cells_clear(&cells);
}

/* Of the interface, so in its direction whatever the language of the item. */
static void put_sign(
	struct work *work, const char *sign, int row, int at, unsigned style)
{
	struct cells cells = cells_set(sign, is_rtl(work), work->frame->columns);

	put_line(work, &cells.lines[0], row, at, style);
	cells_clear(&cells);
}

/* The title says it already, or the error on top of the screen. */
static bool is_said_on_top(
	const struct work *work, enum item_role role, const char *text)
{
	const struct screen *screen = work->frame->screen;

	for (size_t i = 0; i < screen->n_items; i++) {
		if (screen->items[i].role == role &&
			text_same(screen->items[i].label, text))
			return true;
	}
	return false;
}

static void add_hint(struct work *work, int at)
{
	add_text(work, work->item->hint, at, STYLE_PLAIN);
}

static void add_alert(struct work *work, const char *text)
{
	int row = work->block.page.rows;

	if (!*text)
		return;
	add_text(work, text, MARGIN, STYLE_ERROR | STYLE_BOLD);
	put_sign(work, "!", row, 0, STYLE_ERROR | STYLE_BOLD);
}

static void add_error(struct work *work)
{
	if (!is_said_on_top(work, ITEM_ERROR, work->item->error))
		add_alert(work, work->item->error);
}

static void make_title(struct work *work)
{
	add_text(work, work->item->label, MARGIN, STYLE_BOLD);
}

static void make_line(struct work *work)
{
	add_text(work, work->item->label, MARGIN, STYLE_PLAIN);
	add_text(work, work->item->value, MARGIN, STYLE_PLAIN);
}

static void make_alert(struct work *work)
{
	add_alert(work, work->item->label);
}

static void make_text(struct work *work)
{
	work->block.space = 1;
	make_line(work);
	add_hint(work, MARGIN);
}

static void make_heading(struct work *work)
{
	work->block.space = 1;
	make_title(work);
	add_hint(work, MARGIN);
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
static void add_value(struct work *work, const char *label, int at)
{
	const char *value = work->item->value;
	int beside = at + cells_width(label) + 1;
	int row = work->block.page.rows - 1;
	struct cells cells;

	if (!*value)
		return;
	if (row != 0 || strchr(value, '\n') ||
		beside + cells_width(value) > MARGIN + work->width) {
		add_text(work, value, at + MARGIN, STYLE_BOLD);
		return;
	}
	cells = set(work, value, work->width);
	put_line(work, &cells.lines[0], row, beside, STYLE_BOLD);
	cells_clear(&cells);
}

static void make_pair(struct work *work)
{
	const char *label = work->item->label;
	bool joins = *work->item->value && !ends_a_sentence(label);
	char *joined = text_format("%s%s", label, joins ? ":" : "");

	work->block.whole = true;
	add_text(work, joined, MARGIN, STYLE_PLAIN);
	add_value(work, joined, MARGIN);
	add_hint(work, MARGIN);
	add_error(work);
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
static bool has_digits(const struct work *work)
{
	const struct screen *screen = work->frame->screen;

	for (size_t i = 0; i < screen->n_items; i++) {
		enum item_role role = screen->items[i].role;

		if ((role == ITEM_CHOICE || role == ITEM_MARK ||
				role == work->item->role) &&
			screen->items[i].n > 0)
			return true;
	}
	return false;
}

/* Digit, sign, label: "2 (•) Ja". */
static void make_option(struct work *work)
{
	const struct item *item = work->item;
	const char *sign = sign_of(item);
	char digit[] = { (char)('0' + item->n % 10), '\0' };
	int at = MARGIN + (has_digits(work) ? 2 : 0);
	int label_at = at + (*sign ? 4 : 0);
	unsigned style = item->state & STATE_CHOSEN ? STYLE_BOLD : STYLE_PLAIN;

	work->block.whole = true;
	add_text(work, item->label, label_at, style);
	if (!work->block.page.rows)
		add_rows(work, 1);
	if (item->n > 0 && item->n < 10)
		put_sign(work, digit, 0, MARGIN, style);
	put_sign(work, sign, 0, at, style);
	add_text(work, item->value, label_at, STYLE_PLAIN);
	add_hint(work, label_at);
	add_error(work);
}

/* "[ Verder ]", with its digit where it has one. */
static void make_action(struct work *work)
{
	const struct item *item = work->item;
	int at = MARGIN + (item->n > 0 && item->n < 10 ? 2 : 0);
	char digit[] = { (char)('0' + item->n % 10), '\0' };
	char *label = text_format("[ %s ]", item->label);

	work->block.whole = true;
	add_text(work, label, at, STYLE_PLAIN);
	if (at > MARGIN)
		put_sign(work, digit, 0, MARGIN, STYLE_PLAIN);
	add_text(work, item->value, at, STYLE_PLAIN);
	add_hint(work, at);
	add_error(work);
	free(label);
}

static void make_foot(struct work *work)
{
	work->width = work->frame->columns - MARGIN - 1;
	make_line(work);
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
	struct work *work, const struct cells_line *line, int row, int at)
{
	struct page *page = &work->block.page;

	page->cursor_row = row;
	page->cursor_column =
		column_at(work, at, line->width) + (line->last < 0 ? 0 : line->last);
}

/* Between brackets as wide as an answer may well be. */
static void add_field(struct work *work)
{
	enum { WIDEST = 40 };
	int inner = (work->width < WIDEST ? work->width : WIDEST) - 2;
	char *text = field_text(work->item);
	struct cells cells = set(work, text, inner);
	int row = work->block.page.rows;

	add_rows(work, (int)cells.n_lines);
	for (size_t i = 0; i < cells.n_lines; i++) {
		const struct cells_line *line = &cells.lines[i];

		put_line(work, line, row + (int)i, MARGIN + 1, STYLE_BOLD);
		put_sign(work, "[", row + (int)i, MARGIN, STYLE_PLAIN);
		put_sign(work, "]", row + (int)i, MARGIN + 1 + inner, STYLE_PLAIN);
		if (i + 1 == cells.n_lines)
			put_caret(work, line, row + (int)i, MARGIN + 1);
	}
	cells_clear(&cells);
	explicit_bzero(text, strlen(text));
	free(text);
}

static void make_field(struct work *work)
{
	work->block.space = 1;
	work->block.whole = true;
	if (!is_said_on_top(work, ITEM_TITLE, work->item->label))
		add_text(work, work->item->label, MARGIN, STYLE_PLAIN);
	add_hint(work, MARGIN);
	add_error(work);
	add_field(work);
}

static bool code_fits(const struct work *work, int rows, int columns)
{
	const struct plain_frame *frame = work->frame;

	return columns <= frame->columns - MARGIN - 1 &&
		   (!frame->body_rows || rows <= frame->body_rows);
}

/* The code with its text beside it, or above it where that is too narrow; the
 * text alone where no phone could read the code. */
static void make_code(struct work *work)
{
	enum { NARROWEST = 16 };
	const struct item *item = work->item;
	int rows = 0, columns = 0, above;
	bool beside;

	work->block.space = 1;
	work->block.whole = true;
	if (!qr_size(item->value, &rows, &columns) ||
		!code_fits(work, rows, columns)) {
		add_text(work, item->label, MARGIN, STYLE_PLAIN);
		return;
	}
	work->width = work->frame->columns - MARGIN - 1;
	if (work->width > columns + WIDEST_TEXT)
		work->width = columns + WIDEST_TEXT;
	beside = work->width - columns - 2 >= NARROWEST;
	add_text(
		work, item->label, MARGIN + (beside ? columns + 2 : 0), STYLE_PLAIN);
	above = beside ? 0 : work->block.page.rows;
	if (work->block.page.rows < above + rows)
		add_rows(work, above + rows - work->block.page.rows);
	qr_draw(&work->block.page, above, column_at(work, MARGIN, columns),
		item->value, rows, columns);
}

static void (*const makers[N_ITEM_ROLES])(struct work *work) = {
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
static int space_before(const struct work *work, size_t item)
{
	const struct item *items = work->frame->screen->items;

	if (work->frame->tight)
		return 0;
	if (item > 0 && items[item].role != items[item - 1].role)
		return makers[items[item].role] != make_line &&
			   makers[items[item].role] != make_foot;
	return work->block.space;
}

struct plain_block plain_block_make(
	const struct plain_frame *frame, size_t item)
{
	struct work work = { .frame = frame,
		.item = &frame->screen->items[item],
		.width = frame->columns - MARGIN - 1 };

	if (work.width > WIDEST_TEXT)
		work.width = WIDEST_TEXT;
	work.block.page.cursor_column = column_at(&work, MARGIN, 1);
	if (makers[work.item->role])
		makers[work.item->role](&work);
	work.block.space = space_before(&work, item);
	return work.block;
}

void plain_block_clear(struct plain_block *block)
{
	page_clear(&block->page);
}

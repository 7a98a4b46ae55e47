/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_block.h"

/* What stands on every page in small type: place and notices on top, menu row
 * and keys at the foot. */

enum { APART = 2, RULED_ROWS = 40 };
#define NARROW .85

static struct block_text small_text(
	const struct block_frame *frame, const struct item *item)
{
	return (struct block_text){ .text = item->label,
		.language = item->language,
		.id = item->id,
		.tier = TIER_SMALL,
		.squeeze = frame->shared ? NARROW : 1,
		.width = frame->width };
}

static bool is_status(const struct item *item)
{
	return item->role == ITEM_PLACE || item->role == ITEM_NOTICE;
}

static const struct item *find_role(
	const struct block_frame *frame, enum item_role role, size_t *index)
{
	const struct screen *screen = frame->screen;

	for (*index = 0; *index < screen->n_items; ++*index)
		if (screen->items[*index].role == role)
			return &screen->items[*index];
	*index = BLOCK_NOBODY;
	return NULL;
}

/* Columns of all place and notices on one line; which comes first: the place,
 * or else the first notice. */
static int status_width_at(
	const struct block_frame *frame, double squeeze, size_t *first)
{
	const struct screen *screen = frame->screen;
	int width = 0;

	*first = screen->n_items;
	for (size_t i = screen->n_items; i-- > 0;) {
		const struct item *item = &screen->items[i];
		struct block_text text = small_text(frame, item);

		if (!is_status(item))
			continue;
		if (item->role == ITEM_PLACE || *first == screen->n_items ||
			screen->items[*first].role != ITEM_PLACE)
			*first = i;
		text.squeeze = squeeze;
		width += block_text_width(frame, &text) + APART;
	}
	return width - APART;
}

/* The same with letters as narrow as one line asks for. */
static int status_width(
	const struct block_frame *frame, size_t *first, double *squeeze)
{
	static const double narrow[] = { .9, .8 };
	int usual = status_width_at(frame, 1, first);
	int width = usual;

	*squeeze = 1;
	for (size_t i = 0;
		 width > frame->width && i < sizeof(narrow) / sizeof(*narrow); i++)
		if (block_may_fit(usual, narrow[i], frame->width)) {
			*squeeze = narrow[i];
			width = status_width_at(frame, *squeeze, first);
		}
	return width;
}

/* The first at the start, unless that is taken; the others against the end. */
static void status_line(struct block *block, const struct block_frame *frame,
	bool start_taken, size_t line)
{
	const struct screen *screen = frame->screen;
	size_t first;
	double squeeze;
	int end = frame->width;

	status_width(frame, &first, &squeeze);
	for (size_t i = screen->n_items; i-- > 0;) {
		struct block_text text = small_text(frame, &screen->items[i]);

		if (!is_status(&screen->items[i]))
			continue;
		text.squeeze = start_taken ? text.squeeze : squeeze;
		text.width = block_text_width(frame, &text);
		if (i != first || start_taken) {
			text.at = end - text.width;
			end = text.at - APART;
		}
		block_set(block, frame, BLOCK_NOBODY, line, &text);
	}
}

struct block block_status(const struct block_frame *frame, size_t item)
{
	struct block block = { 0 };
	struct block_text text = small_text(frame, &frame->screen->items[item]);
	size_t first;
	double squeeze;
	int width = status_width(frame, &first, &squeeze);

	if (frame->shared)
		return block; /* stands in the foot */
	if (width > frame->width)
		block_set(&block, frame, BLOCK_NOBODY, 0, &text);
	else if (item == first)
		status_line(&block, frame, false, 0);
	return block;
}

static void add_sign(struct block *block, enum piece_kind kind, size_t line,
	const struct block_frame *frame)
{
	struct piece like = block->pieces[block->n_pieces - 1];
	struct piece *sign;

	for (size_t i = block->n_pieces; i-- > 0;)
		if (block->pieces[i].line == line)
			like = block->pieces[i];
	sign = block_piece(block, kind, line);
	sign->width = frame->pointer;
	sign->rows = like.rows;
	sign->em = like.em;
	sign->baseline = like.baseline;
}

/* How narrow both must be to stand on one line; 0 where that is no use. */
static double squeeze_for_both(const struct block_frame *frame,
	struct block_text label, struct block_text value)
{
	static const double narrow[] = { 1, .9, .8 };
	int width;

	if (block_is_native(frame, &label) != block_is_native(frame, &value))
		return 0;
	label.squeeze = value.squeeze = 1;
	width = block_text_width(frame, &label) + 2 * APART +
			block_text_width(frame, &value);
	for (size_t i = 0; i < sizeof(narrow) / sizeof(*narrow); i++) {
		if (!block_may_fit(width, narrow[i], label.width))
			continue;
		label.squeeze = value.squeeze = narrow[i];
		if (block_text_width(frame, &label) + 2 * APART +
				block_text_width(frame, &value) <=
			label.width)
			return narrow[i];
	}
	return 0;
}

/* The same words in every language: against the end of the row or, where that
 * is too narrow, below. In the size of the label, which stands there. */
static void add_value(struct block *block, const struct block_frame *frame,
	size_t line, struct block_text value)
{
	struct piece like = block->pieces[block->n_pieces - 1];
	size_t item = block->owners[line];

	if (!block_is_native(frame, &value))
		value.like = &like;
	if (block->n_lines == line + 1 &&
		!like.em == block_is_native(frame, &value) &&
		like.width + 2 * APART + block_text_width(frame, &value) <=
			value.width) {
		value.at = frame->width - block_text_width(frame, &value);
		value.width = frame->width - value.at;
	} else {
		line = block->n_lines;
	}
	block_set_line(block, frame, item, line, value);
}

/* A row that acts, with its sign. */
static void add_row(struct block *block, const struct block_frame *frame,
	size_t item, enum piece_kind sign)
{
	const struct item *of = &frame->screen->items[item];
	struct block_text text = small_text(frame, of);
	struct block_text value;
	size_t line = block->n_lines;
	double squeeze;

	text.at = frame->pointer;
	text.width -= text.at;
	value = text;
	value.text = of->value;
	value.any_script = true;
	squeeze = squeeze_for_both(frame, text, value);
	if (squeeze > 0) {
		text.squeeze = value.squeeze = squeeze;
		text.width = block_text_width(frame, &text);
	}
	block_set_line(block, frame, item, line, text);
	if (*of->value)
		add_value(block, frame, line, value);
	add_sign(block, sign, line, frame);
}

static void add_rule(struct block *block, const struct block_frame *frame)
{
	struct piece *rule;

	if (frame->grid->rows < RULED_ROWS)
		return;
	rule = block_piece(block, PIECE_RULE, block_line(block, BLOCK_NOBODY, 1));
	rule->width = frame->width;
}

/* Each on a line of its own. */
static void status_lines(struct block *block, const struct block_frame *frame)
{
	const struct screen *screen = frame->screen;

	for (size_t i = 0; i < screen->n_items; i++)
		if (is_status(&screen->items[i]))
			block_set_line(block, frame, BLOCK_NOBODY, block->n_lines,
				small_text(frame, &screen->items[i]));
}

/* "More" at the start of a line, place and notices at its end. */
static void shared_status(struct block *block, const struct block_frame *frame)
{
	size_t more;
	const struct item *item = find_role(frame, ITEM_MORE, &more);
	size_t first;
	int status = status_width_at(frame, NARROW, &first);
	int least = frame->width * 3 / 10; /* for "more" */
	bool apart = status > frame->width - frame->pointer - APART - least;

	if (apart && status <= frame->width)
		status_line(block, frame, false, 0);
	else if (apart)
		status_lines(block, frame);
	block_line(block, more, block_small_rows(frame));
	if (!apart)
		status_line(block, frame, true, 0);
	if (item) {
		struct block_text text = small_text(frame, item);

		text.at = frame->pointer;
		text.width -= text.at + (apart ? 0 : status + APART);
		block_set_line(block, frame, more, block->n_lines - 1, text);
		add_sign(block, PIECE_CHEVRON, block->n_lines - 1, frame);
	}
}

/* Where rows are few and every one is drawn, the menu row, when it has the
 * focus, and else the keys stand on one line. It is as high as the other needs,
 * so that nothing moves with the focus. */
static struct block shared_foot(const struct block_frame *frame, size_t menu)
{
	struct block block = { 0 };
	struct block other = { 0 };
	bool focus = frame->screen->focus == menu;
	size_t keys;
	size_t top;

	shared_status(&block, frame);
	top = block.n_lines;
	if (!find_role(frame, ITEM_KEYS, &keys))
		keys = menu;
	add_row(&block, frame, focus ? menu : keys, PIECE_BARS);
	add_row(&other, frame, focus ? keys : menu, PIECE_BARS);
	for (size_t i = 0; i < other.n_lines; i++) {
		if (top + i >= block.n_lines)
			block_line(&block, menu, 0);
		if (block.rows[top + i] < other.rows[i])
			block.rows[top + i] = other.rows[i];
	}
	for (size_t i = top; i < block.n_lines; i++)
		block.owners[i] = menu;
	block_clear(&other);
	return block;
}

struct block block_foot(const struct block_frame *frame, size_t item)
{
	struct block block = { 0 };
	const struct item *of = &frame->screen->items[item];
	struct block_text text = small_text(frame, of);

	if (frame->shared)
		return of->role == ITEM_MENU ? shared_foot(frame, item) : block;
	if (of->role == ITEM_MENU) {
		add_rule(&block, frame);
		add_row(&block, frame, item, PIECE_BARS);
	} else if (of->role == ITEM_MORE) {
		add_row(&block, frame, item, PIECE_CHEVRON);
	} else {
		block_set_line(&block, frame, BLOCK_NOBODY, 0, text);
	}
	block.whole = true;
	return block;
}

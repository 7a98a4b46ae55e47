/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"
#include "lib/ui/large_block.h"
#include "lib/ui/strip.h"

/* The box one types in. */

struct field {
	const struct block_frame *frame;
	size_t item;
	struct block_text text;
	size_t most; /* lines */
};

static size_t lines_of(const struct field *field, const char *value)
{
	struct block lines = { 0 };
	struct block_text text = field->text;
	size_t n;

	text.text = value;
	block_set(&lines, field->frame, field->item, 0, &text);
	n = lines.n_lines;
	block_clear(&lines);
	return n;
}

static const char *skip_characters(const char *text, size_t n)
{
	while (n-- && *text)
		text_next(&text);
	return text;
}

/* Only the end shows of what is too long, as much of it as there is room for:
 * one sees what one types. */
static const char *end_that_fits(const struct field *field)
{
	const char *value = field->text.text;
	size_t low = 0, high = text_length(value);

	if (lines_of(field, value) <= field->most)
		return value;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (lines_of(field, skip_characters(value, middle)) <= field->most)
			high = middle;
		else
			low = middle + 1;
	}
	return skip_characters(value, low);
}

static void add_frame(
	struct block *block, const struct block_frame *frame, size_t line, int em)
{
	struct piece *piece = block_piece(block, PIECE_FRAME, line);

	piece->at = frame->pointer;
	piece->width = frame->width - frame->pointer;
	piece->rows = block->rows[line];
	piece->em = em;
}

/* The box is one line, as a frame cannot be cut; its text lines stand at
 * baselines of their own. */
void block_field(
	struct block *block, const struct block_frame *frame, size_t item)
{
	const struct item *of = &frame->screen->items[item];
	struct block lines = { 0 };
	struct block_text text = { .text = of->value,
		.language = of->language,
		.id = of->id,
		.tier = TIER_BODY,
		.at = frame->pointer + 1 };
	int down = strip_down(frame->grid->mosaic);
	/* On the smallest of windows the inverse row must do. */
	bool framed = !(frame->style->native && frame->style->shared);
	int rows = 0;
	size_t line = block->n_lines;
	struct piece last = { 0 };

	text.width = frame->width - text.at - 2;
	text.text = end_that_fits(&(struct field){
		frame, item, text, (size_t)frame->style->field_lines });
	block_set(&lines, frame, item, 0, &text);
	block_line(block, item, 0);
	for (size_t i = 0; i < lines.n_pieces; i++) {
		struct piece *piece = block_piece(block, lines.pieces[i].kind, line);

		*piece = lines.pieces[i];
		piece->line = line;
		piece->baseline += rows * down;
		if (framed)
			piece->baseline += piece->em ? down - 1 : down;
		rows += lines.rows[i];
		last = *piece;
	}
	if (framed)
		rows += last.em ? 1 : 2;
	block->rows[line] = rows;
	if (framed)
		add_frame(block, frame, line, last.em);
	if (frame->screen->focus == item) {
		struct piece *caret = block_piece(block, PIECE_CARET, line);

		*caret = last;
		caret->kind = PIECE_CARET;
	}
	block_clear(&lines);
}

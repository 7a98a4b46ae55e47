/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "lib/ui/large_block.h"
#include "lib/ui/strip.h"

/* The box one types in. */

/* Only the last lines show of what is too long: one sees what one types. */
static void field_lines(struct block *lines, int most)
{
	size_t skip = lines->n_lines > (size_t)most ? lines->n_lines - most : 0;
	size_t n = 0;

	for (size_t i = 0; i < lines->n_pieces; i++)
		if (lines->pieces[i].line >= skip) {
			lines->pieces[n] = lines->pieces[i];
			lines->pieces[n++].line -= skip;
		}
	lines->n_pieces = n;
	lines->n_lines -= skip;
	memmove(lines->rows, lines->rows + skip, lines->n_lines * sizeof(int));
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
	block_set(&lines, frame, item, 0, &text);
	field_lines(&lines, frame->style->field_lines);
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

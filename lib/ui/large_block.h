/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_BLOCK_H
#define UI_LARGE_BLOCK_H
/*
 * An item as lines of cell rows with pieces on them, at a style: what layout
 * measures and paint draws. Columns count from the side where reading starts,
 * so that a mirrored screen is not another case. Private to large.
 */
#include <stdint.h>

#include "lib/ui/large_style.h"
#include "lib/ui/screen.h"
#include "lib/ui/type.h"

enum piece_kind {
	PIECE_TYPE,    /* a line of drawn text */
	PIECE_NATIVE,  /* a line of the terminal's own */
	PIECE_POINTER, /* the mark of the focus */
	PIECE_CHEVRON, /* its place on a row that acts but has no focus */
	PIECE_RADIO,   /* round: one of several; `on` = chosen */
	PIECE_CHECK,   /* square: any of several */
	PIECE_BARS,    /* the sign of the menu */
	PIECE_ALERT,   /* the sign of an error */
	PIECE_FACE,    /* from sad, 1, to glad, 5 */
	PIECE_RULE,    /* a thin line across */
	PIECE_FRAME,   /* around what is typed */
	PIECE_CARET,
	PIECE_PICTURE,
	PIECE_QR,
};

struct piece {
	enum piece_kind kind;
	size_t line;   /* of the block */
	int at, width; /* columns */
	int rows;
	int em, baseline; /* pixels, from the top of the line */
	bool on;
	int number; /* which face */
	uint8_t style;
	const struct type_line *drawn;
	const char *text; /* the item's, or a constant */
	size_t start, end;
	const char *id; /* of the item whose text it is */
};

#define BLOCK_NOBODY SIZE_MAX

struct block {
	int *rows;      /* of each line */
	size_t *owners; /* whose line it is, for focus and taps; or NOBODY */
	size_t n_lines;
	struct piece *pieces;
	size_t n_pieces;
	int space;
	bool whole, kept;
};

/* All that blocks of a screen are made with. */
struct block_frame {
	struct type *type;
	const struct large_grid *grid;
	const struct large_style *style;
	const struct screen *screen;
	int margin, width;        /* columns: outer, and between the margins */
	int pointer, digit, mark; /* columns of the signs before a label */
	bool wide;                /* label and value stand side by side */
	int label;                /* columns of labels then, with a space */
	bool shared;              /* as the style says, where there is a menu row */
};

struct block_frame block_frame_make(struct type *type,
	const struct large_grid *grid, const struct large_style *style,
	const struct screen *screen);
struct block block_make(const struct block_frame *frame, size_t item);
void block_clear(struct block *block);

/* Between the two files of block. */
struct block_text {
	const char *text, *language, *id;
	enum large_tier tier;
	bool bold;
	uint8_t style;
	int at, width;
	double squeeze;  /* how narrow the letters are; 0 = as they are */
	bool any_script; /* the terminal's own letters will do, whatever they are */
	const struct piece *like; /* in the size and place of this; or NULL */
};

size_t block_line(struct block *block, size_t item, int rows);
struct piece *block_piece(
	struct block *block, enum piece_kind kind, size_t line);
/* Sets a text from line `line` on, adding lines of `item` where there are none
 * yet; returns how many it took. */
size_t block_set(struct block *block, const struct block_frame *frame,
	size_t item, size_t line, const struct block_text *text);
/* The same with narrower letters, if that saves a second line. */
size_t block_set_line(struct block *block, const struct block_frame *frame,
	size_t item, size_t line, struct block_text text);
/* Columns a text takes on one line; more than it may where it does not fit. */
int block_text_width(
	const struct block_frame *frame, const struct block_text *text);
bool block_is_native(
	const struct block_frame *frame, const struct block_text *text);
/* Whether letters so much narrower could save the line: saves opening a font at
 * a size that cannot. `width` is that of the letters as they are. */
bool block_may_fit(int width, double squeeze, int room);
/* Rows of a small line in the screen's own language. */
int block_small_rows(const struct block_frame *frame);
struct block block_foot(const struct block_frame *frame, size_t item);
struct block block_status(const struct block_frame *frame, size_t item);
void block_field(
	struct block *block, const struct block_frame *frame, size_t item);

#endif

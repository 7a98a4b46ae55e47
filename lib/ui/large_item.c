/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "lib/base/text.h"
#include "lib/ui/large_block.h"
#include "lib/ui/page.h"
#include "lib/ui/qr.h"
#include "lib/ui/strip.h"

/* A block in the making, and the item it is for. */
struct work {
	struct block block;
	const struct block_frame *frame;
	const struct item *item;
	size_t index;
};

static struct block_text text_of(
	const struct work *work, const char *text, enum large_tier tier)
{
	return (struct block_text){ .text = text,
		.language = work->item->language,
		.id = work->item->id,
		.tier = tier,
		.width = work->frame->width };
}

/* Below what is there already. */
static void add_text(struct work *work, const struct block_text *text)
{
	if (*text->text)
		block_set(
			&work->block, work->frame, work->index, work->block.n_lines, text);
}

/* What stands first on the block's first line. */
static struct piece first_piece(const struct block *block)
{
	struct piece first = { 0 };

	for (size_t i = block->n_pieces; i-- > 0;)
		if (block->pieces[i].kind <= PIECE_NATIVE)
			first = block->pieces[i];
	return first;
}

/* A sign before the first line of a text, as high as that. */
static void add_sign(struct work *work, enum piece_kind kind, int at, int width)
{
	struct piece first = first_piece(&work->block);
	struct piece *sign;

	sign = block_piece(&work->block, kind, 0);
	sign->at = at;
	sign->width = width;
	sign->rows = first.rows;
	sign->em = first.em;
	sign->baseline = first.baseline;
	sign->on = work->item->state & STATE_CHOSEN;
}

static void add_aid(struct work *work, const char *aid, int at)
{
	struct block_text text = text_of(work, aid, TIER_SMALL);

	text.at = at;
	text.width = work->frame->width - at;
	add_text(work, &text);
}

static void add_hint(struct work *work, int at)
{
	add_aid(work, work->item->hint, at);
}

/* The item's own error, unless the top of the screen says it already. */
static void add_error(struct work *work, int at)
{
	const struct screen *screen = work->frame->screen;
	struct block_text text = text_of(work, work->item->error,
		work->frame->style->small_error ? TIER_SMALL : TIER_BODY);

	for (size_t i = 0; i < screen->n_items; i++)
		if (screen->items[i].role == ITEM_ERROR &&
			text_same(screen->items[i].label, work->item->error))
			return;
	text.at = at;
	text.width = work->frame->width - at;
	text.style = STYLE_ERROR;
	text.bold = true;
	add_text(work, &text);
}

static void make_title(struct work *work)
{
	struct block_text text = text_of(work, work->item->label, TIER_BODY);

	text.bold = true;
	add_text(work, &text);
	work->block.whole = true;
}

static void make_alert(struct work *work)
{
	struct block_text text = text_of(work, work->item->label,
		work->frame->style->small_error ? TIER_SMALL : TIER_BODY);

	text.at = work->frame->mark;
	text.width -= text.at;
	text.style = STYLE_ERROR;
	text.bold = true;
	add_text(work, &text);
	add_sign(work, PIECE_ALERT, 0, work->frame->mark);
	work->block.whole = true;
}

static void make_text(struct work *work)
{
	enum large_tier tier =
		work->frame->style->small_text ? TIER_SMALL : TIER_BODY;
	struct block_text label = text_of(work, work->item->label, tier);
	struct block_text value = text_of(work, work->item->value, tier);

	label.bold = work->item->role == ITEM_HEADING;
	add_text(work, &label);
	add_text(work, &value);
	add_hint(work, 0);
}

/* "face-4": a drawing that needs no words; 0 for any other. */
static int face_number(const struct block_frame *frame, const struct item *item)
{
	bool native =
		large_scale(frame->grid, frame->style, TIER_BODY, item->label).native;

	return !native && text_starts(item->pictogram, "face-")
			   ? item->pictogram[5] - '0'
			   : 0;
}

static bool is_known_picture(const char *name)
{
	return !strcmp(name, "enter-key");
}

/* Columns of the drawing of a key before a label, where the picture of that key
 * found no room on the page; 0 for none. */
static int key_columns(const struct block_frame *frame, const struct item *item)
{
	bool native =
		large_scale(frame->grid, frame->style, TIER_BODY, item->label).native;

	return !native && !frame->style->pictures &&
				   is_known_picture(item->pictogram)
			   ? 2 * frame->mark
			   : 0;
}

/* Choice, mark, action: pointer, digit, sign, label. */
static void make_option(struct work *work)
{
	const struct block_frame *frame = work->frame;
	const struct item *item = work->item;
	bool acts = item->role == ITEM_ACTION;
	int digit = frame->pointer;
	bool numbered = item->n > 0 && item->n < 10;
	int sign = digit + (numbered || !acts ? frame->digit : 0);
	int face = face_number(frame, item);
	int key = key_columns(frame, item);
	int at = sign + (acts ? 0 : frame->mark) + (face ? frame->mark : 0) + key;
	struct block_text label = text_of(work, item->label, TIER_BODY);
	/* Digits are printed on keys as they are here. */
	static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6",
		"7", "8", "9" };
	struct block_text number = text_of(work, "", TIER_BODY);
	struct piece first;

	label.at = at;
	label.width = frame->width - at;
	add_text(work, &label);
	first = first_piece(&work->block);
	number.like = &first;
	if (numbered) {
		number.text = digits[item->n];
		number.language = "en";
		number.at = digit;
		number.width = frame->digit;
		block_set(&work->block, frame, work->index, 0, &number);
	}
	if (!acts)
		add_sign(work, item->role == ITEM_MARK ? PIECE_CHECK : PIECE_RADIO,
			sign, frame->mark);
	else if (!numbered)
		add_sign(work, PIECE_CHEVRON, 0, frame->pointer);
	if (face) {
		add_sign(work, PIECE_FACE, at - frame->mark, frame->mark);
		work->block.pieces[work->block.n_pieces - 1].number = face;
	}
	if (key)
		add_sign(work, PIECE_PICTURE, at - key, key);
	add_aid(work, item->value, at); /* of a setting: what it is now */
	add_hint(work, at);
	add_error(work, at);
	work->block.whole = true;
}

/* Label and value, side by side where there is room. */
static void make_pair(struct work *work)
{
	const struct block_frame *frame = work->frame;
	bool changes = work->item->role == ITEM_CHANGE;
	int at = changes ? frame->pointer : 0;
	int half = frame->wide ? frame->label - at : 0;
	/* A caption may be small, but letters of another script are drawn. */
	bool small = !frame->wide && (frame->style->native_aids ||
									 large_is_native(work->item->label));
	struct block_text label =
		text_of(work, work->item->label, small ? TIER_SMALL : TIER_BODY);
	struct block_text value = text_of(work, work->item->value, TIER_BODY);

	label.at = at;
	label.width = half > 0 ? half - 2 : frame->width - at;
	value.at = at + half;
	value.width = frame->width - value.at;
	value.bold = true;
	add_text(work, &label);
	if (*value.text)
		block_set(&work->block, frame, work->index,
			half ? 0 : work->block.n_lines, &value);
	if (changes && work->block.n_lines)
		add_sign(work, PIECE_CHEVRON, 0, frame->pointer);
	add_hint(work, at);
	add_error(work, at);
	work->block.whole = changes;
	work->block.kept = true;
}

static void make_picture(struct work *work)
{
	const struct block_frame *frame = work->frame;
	struct large_scale scale =
		large_scale(frame->grid, frame->style, TIER_BODY, "");
	struct piece *piece;

	if (!frame->style->pictures || scale.native ||
		!is_known_picture(work->item->value))
		return;
	block_line(&work->block, work->index, 2 * scale.rows);
	piece = block_piece(&work->block, PIECE_PICTURE, 0);
	piece->width = frame->width;
	piece->rows = 2 * scale.rows;
	piece->em = scale.em;
	piece->text = work->item->value;
	work->block.whole = true;
}

/* The code, with its text beside it or, where that is too narrow, beneath. */
static void make_code(struct work *work)
{
	const struct block_frame *frame = work->frame;
	struct block_text label = text_of(work, work->item->label, TIER_BODY);
	int rows = 0;
	int columns = 0;
	int used = 0;
	bool shown = frame->style->codes &&
				 qr_size(work->item->value, &rows, &columns) &&
				 columns <= frame->width;
	bool beside = shown && frame->width - columns - 2 >= frame->width / 2;
	struct piece *piece;

	if (beside) {
		label.at = columns + 2;
		label.width = frame->width - label.at;
	} else if (shown) {
		block_line(&work->block, work->index, rows);
	}
	add_text(work, &label);
	if (!shown)
		return;
	for (size_t i = 0; i < work->block.n_lines; i++)
		used += work->block.rows[i];
	if (used < rows)
		block_line(&work->block, work->index, rows - used);
	piece = block_piece(&work->block, PIECE_QR, 0);
	piece->width = columns;
	piece->rows = rows;
	piece->text = work->item->value;
	work->block.whole = true;
}

static bool is_title(const struct screen *screen, const char *text)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (screen->items[i].role == ITEM_TITLE &&
			text_same(screen->items[i].label, text))
			return true;
	return false;
}

static void make_field(struct work *work)
{
	const struct block_frame *frame = work->frame;
	struct block_text label =
		text_of(work, work->item->label, frame->wide ? TIER_BODY : TIER_SMALL);

	label.at = frame->pointer;
	label.width -= label.at;
	if (!is_title(frame->screen, work->item->label))
		add_text(work, &label);
	add_error(work, frame->pointer);
	block_field(&work->block, frame, work->index);
	add_hint(work, frame->pointer);
	work->block.whole = true;
}

static void (*const makers[N_ITEM_ROLES])(struct work *work) = {
	[ITEM_TITLE] = make_title,
	[ITEM_ERROR] = make_alert,
	[ITEM_TEXT] = make_text,
	[ITEM_HEADING] = make_text,
	[ITEM_DETAIL] = make_pair,
	[ITEM_CHOICE] = make_option,
	[ITEM_MARK] = make_option,
	[ITEM_FIELD] = make_field,
	[ITEM_CHANGE] = make_pair,
	[ITEM_ACTION] = make_option,
	[ITEM_PICTURE] = make_picture,
	[ITEM_QR] = make_code,
};

struct block block_make(const struct block_frame *frame, size_t item)
{
	struct work work = {
		.frame = frame, .item = &frame->screen->items[item], .index = item
	};
	enum item_role role = work.item->role;

	if (role == ITEM_PLACE || role == ITEM_NOTICE)
		return block_status(frame, item);
	if (!makers[role])
		return block_foot(frame, item);
	makers[role](&work);
	work.block.space = frame->style->gap;
	return work.block;
}

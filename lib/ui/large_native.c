/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_native.h"

#include <stdlib.h>
#include <string.h>

#include <fribidi.h>
#include <unictype.h>
#include <uniwidth.h>

#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/page.h"

static bool is_mark(uint32_t letter)
{
	return uc_combining_class(letter) != 0 ||
		   uc_is_property_default_ignorable_code_point(letter);
}

/* Cells a letter takes. */
static int cells_of(uint32_t letter)
{
	if (letter == FRIBIDI_CHAR_FILL || is_mark(letter))
		return 0;
	return uc_width(letter, "UTF-8") == 2 ? 2 : 1;
}

/* Joined forms in the order in which cells stand: what a terminal that knows
 * nothing of Arabic shows right. */
static void to_visual(uint32_t *letters, size_t n, bool rtl)
{
	FriBidiStrIndex size = (FriBidiStrIndex)n;
	FriBidiCharType *types = mem_new(n, sizeof(*types));
	FriBidiBracketType *brackets = mem_new(n, sizeof(*brackets));
	FriBidiLevel *levels = mem_new(n, sizeof(*levels));
	FriBidiJoiningType *joins = mem_new(n, sizeof(*joins));
	FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;

	fribidi_get_bidi_types(letters, size, types);
	fribidi_get_bracket_types(letters, size, types, brackets);
	if (fribidi_get_par_embedding_levels_ex(
			types, brackets, size, &base, levels)) {
		fribidi_get_joining_types(letters, size, joins);
		fribidi_join_arabic(types, size, levels, joins);
		fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels,
			size, joins, letters);
		if (!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types, size, 0, base,
				levels, letters, NULL))
			log_error("cannot order a line");
	}
	free(joins);
	free(levels);
	free(brackets);
	free(types);
}

/* As cells show it, in memory of its own. */
static uint32_t *read_visual(const char *text, size_t size, bool rtl, size_t *n)
{
	char *copy = mem_text_n(text, size);
	const char *at = copy;
	uint32_t *letters = mem_new(size, sizeof(*letters));

	*n = 0;
	while (*at)
		letters[(*n)++] = text_next(&at);
	to_visual(letters, *n, rtl);
	explicit_bzero(copy, size);
	free(copy);
	return letters;
}

static void letters_free(uint32_t *letters, size_t n)
{
	explicit_bzero(letters, n * sizeof(*letters));
	free(letters);
}

int native_width(const char *text, size_t size)
{
	size_t n;
	uint32_t *letters = read_visual(text, size, false, &n);
	int width = 0;

	for (size_t i = 0; i < n; i++)
		width += cells_of(letters[i]);
	letters_free(letters, n);
	return width;
}

static void line_add(
	struct native_line **lines, size_t *n, struct native_line line)
{
	*lines = mem_more(*lines, *n, sizeof(line));
	(*lines)[(*n)++] = line;
}

/* The line that starts at `from`: at a blank where it can, and where the next
 * one starts. */
static struct native_line line_cut(
	const char *text, size_t from, int width, size_t *next)
{
	struct native_line line = { from, from, 0 };
	struct native_line word = line; /* as far as the last whole word */
	const char *at = text + from;

	*next = from;
	while (*at && *at != '\n') {
		const char *before = at;
		uint32_t letter = text_next(&at);

		if (letter == ' ') {
			word = line;
			*next = (size_t)(at - text);
		}
		if (line.width + cells_of(letter) > width) {
			if (letter == ' ' || word.end > from)
				return word;
			/* A window narrower than a letter would never end. */
			*next = (size_t)((before > text + from ? before : at) - text);
			return line;
		}
		line.width += cells_of(letter);
		line.end = (size_t)(at - text);
	}
	*next = line.end + (*at == '\n');
	return line;
}

struct native_line *native_wrap(const char *text, int width, size_t *n)
{
	struct native_line *lines = NULL;
	size_t size = strlen(text);
	size_t at = 0;

	*n = 0;
	do {
		size_t next;

		line_add(&lines, n, line_cut(text, at, width > 0 ? width : 1, &next));
		at = next;
	} while (at < size);
	return lines;
}

static void letter_write(struct page *page, const struct native_text *where,
	int *column, uint32_t letter)
{
	struct cell *cell;
	struct cell *covered;

	if (letter == FRIBIDI_CHAR_FILL)
		return;
	if (is_mark(letter)) {
		cell = page_cell(page, where->row, *column - 1);
		if (cell && !cell->width)
			cell--;
		for (int i = 1; cell && i < 3; i++)
			if (!cell->c[i]) {
				cell->c[i] = letter;
				break;
			}
		return;
	}
	cell = page_cell(page, where->row, *column);
	if (cell)
		*cell = (struct cell){ { letter, 0, 0 }, (uint8_t)cells_of(letter),
			where->style };
	*column += cells_of(letter);
	covered =
		cells_of(letter) == 2 ? page_cell(page, where->row, *column - 1) : NULL;
	if (covered)
		*covered = (struct cell){ { 0, 0, 0 }, 0, where->style };
}

void native_write(struct page *page, const struct native_text *where,
	const char *text, size_t size)
{
	size_t n;
	uint32_t *letters = read_visual(text, size, where->rtl, &n);
	int column = where->column;

	for (size_t i = 0; i < n; i++)
		letter_write(page, where, &column, letters[i]);
	letters_free(letters, n);
}

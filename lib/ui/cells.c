/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/cells.h"

#include <stdlib.h>
#include <string.h>

#include <fribidi.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uniwidth.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

static int width_of(uint32_t c)
{
	int width = uc_width(c, "UTF-8");

	return width < 0 ? 0 : width;
}

int cells_width(const char *text)
{
	int width = 0;

	while (*text)
		width += width_of(text_next(&text));
	return width;
}

/* A paragraph: as read, and what it takes to show it. */
struct paragraph {
	uint32_t *letters; /* shaped where they must be */
	FriBidiStrIndex n;
	FriBidiCharType *types;
	FriBidiLevel *levels;
	FriBidiParType base;
	char *line_breaks, *cluster_breaks;
	bool is_plain; /* from left to right, every letter as it is */
};

static bool is_digit(const struct paragraph *p, FriBidiStrIndex i)
{
	return p->types[i] == FRIBIDI_TYPE_EN || p->types[i] == FRIBIDI_TYPE_AN;
}

/* A number in groups, "14 070", is one number: else its groups would change
 * places between Arabic words. */
static void join_groups(struct paragraph *p)
{
	for (FriBidiStrIndex i = 1; i + 1 < p->n; i++) {
		if (p->letters[i] == ' ' && is_digit(p, i - 1) && is_digit(p, i + 1))
			p->types[i] = FRIBIDI_TYPE_CS;
	}
}

static void find_levels(struct paragraph *p)
{
	size_t n = (size_t)p->n;
	FriBidiBracketType *brackets = mem_new(n, sizeof(*brackets));
	FriBidiJoiningType *joins = mem_new(n, sizeof(*joins));

	fribidi_get_bidi_types(p->letters, p->n, p->types);
	join_groups(p);
	fribidi_get_bracket_types(p->letters, p->n, p->types, brackets);
	p->is_plain = fribidi_get_par_embedding_levels_ex(
					  p->types, brackets, p->n, &p->base, p->levels) <= 1;
	if (!p->is_plain) {
		fribidi_get_joining_types(p->letters, p->n, joins);
		fribidi_join_arabic(p->types, p->n, p->levels, joins);
		fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, p->levels,
			p->n, joins, p->letters);
	}
	free(joins);
	free(brackets);
}

static void paragraph_init(
	struct paragraph *p, const char *text, const char *end, bool rtl)
{
	size_t room = (size_t)(end - text) + 1;

	*p = (struct paragraph){ .base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR };
	p->letters = mem_new(room, sizeof(*p->letters));
	while (text < end)
		p->letters[p->n++] = text_next(&text);
	p->types = mem_new(room, sizeof(*p->types));
	p->levels = mem_new(room, sizeof(*p->levels));
	p->line_breaks = mem_new(room, 1);
	p->cluster_breaks = mem_new(room, 1);
	u32_possible_linebreaks(p->letters, (size_t)p->n, "UTF-8", p->line_breaks);
	u32_grapheme_breaks(p->letters, (size_t)p->n, p->cluster_breaks);
}

static void paragraph_clear(struct paragraph *p)
{
	explicit_bzero(p->letters, (size_t)p->n * sizeof(*p->letters));
	free(p->letters);
	free(p->types);
	free(p->levels);
	free(p->line_breaks);
	free(p->cluster_breaks);
}

/* Where the line that starts at `from` ends: between words, else, for a word
 * that is wider than a line, between letters. */
static FriBidiStrIndex line_end(
	const struct paragraph *p, FriBidiStrIndex from, int most)
{
	FriBidiStrIndex word = from, letter = from;
	int width = 0, blanks = 0;

	for (FriBidiStrIndex i = from; i < p->n; i++) {
		int more = width_of(p->letters[i]);

		if (i > from && p->line_breaks[i] == UC_BREAK_POSSIBLE)
			word = i;
		if (p->cluster_breaks[i])
			letter = i;
		if (p->letters[i] == ' ') {
			blanks++;
			continue;
		}
		if (width + blanks + more > most && letter > from)
			return word > from ? word : letter;
		width += blanks + more;
		blanks = 0;
	}
	return p->n;
}

static bool is_seen(uint32_t c)
{
	return c != FRIBIDI_CHAR_FILL && c != 0x200c && c != 0x200d;
}

static void add_mark(struct cells_line *line, uint32_t c)
{
	struct cell *cell;
	int at = line->width - 1;

	while (at > 0 && !line->cells[at].width)
		at--;
	if (at < 0)
		return;
	cell = &line->cells[at];
	if (!cell->c[1])
		cell->c[1] = c;
	else if (!cell->c[2])
		cell->c[2] = c;
}

static void add_letter(struct cells_line *line, uint32_t c)
{
	int width = width_of(c);

	if (!is_seen(c))
		return;
	if (!width) {
		add_mark(line, c);
		return;
	}
	line->cells[line->width] =
		(struct cell){ .c = { c }, .width = (uint8_t)width };
	if (width == 2)
		line->cells[line->width + 1] = (struct cell){ 0 };
	line->width += width;
}

/* The letters of a line as they stand, and for each which one it was. */
static void reorder(const struct paragraph *p, FriBidiStrIndex from,
	FriBidiStrIndex n, uint32_t *letters, FriBidiStrIndex *map)
{
	for (FriBidiStrIndex i = 0; i < p->n; i++) {
		letters[i] = p->letters[i];
		map[i] = i;
	}
	/* It fails only where there is no memory: then the line stays as read. */
	if (!p->is_plain && !fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, p->types,
							n, from, p->base, p->levels, letters, map))
		return;
}

static struct cells_line make_line(
	const struct paragraph *p, FriBidiStrIndex from, FriBidiStrIndex to)
{
	struct cells_line line = { .last = -1 };
	uint32_t *letters;
	FriBidiStrIndex *map;

	while (to > from && p->letters[to - 1] == ' ')
		to--;
	line.cells = mem_new((size_t)(to - from) + 1, 2 * sizeof(struct cell));
	letters = mem_new((size_t)p->n + 1, sizeof(*letters));
	map = mem_new((size_t)p->n + 1, sizeof(*map));
	reorder(p, from, to - from, letters, map);
	for (FriBidiStrIndex i = from; i < to; i++) {
		add_letter(&line, letters[i]);
		if (map[i] == to - 1)
			line.last = line.width - 1;
	}
	explicit_bzero(letters, (size_t)p->n * sizeof(*letters));
	free(letters);
	free(map);
	return line;
}

static void add_line(struct cells *cells, struct cells_line line)
{
	cells->lines = mem_more(cells->lines, cells->n_lines, sizeof(line));
	cells->lines[cells->n_lines++] = line;
}

static void set_paragraph(
	struct cells *cells, const struct paragraph *p, int width)
{
	FriBidiStrIndex from = 0;

	do {
		FriBidiStrIndex to = line_end(p, from, width > 0 ? width : 1);

		add_line(cells, make_line(p, from, to));
		from = to;
	} while (from < p->n);
}

struct cells cells_set(const char *text, bool rtl, int width)
{
	struct cells cells = { 0 };
	struct paragraph p;

	for (;;) {
		const char *end = text + strcspn(text, "\n");

		paragraph_init(&p, text, end, rtl);
		find_levels(&p);
		set_paragraph(&cells, &p, width);
		paragraph_clear(&p);
		if (!*end)
			return cells;
		text = end + 1;
	}
}

static void fold_paragraph(
	struct text *out, const struct paragraph *p, int width)
{
	FriBidiStrIndex from = 0;

	while (from < p->n) {
		FriBidiStrIndex to = line_end(p, from, width > 0 ? width : 1);
		FriBidiStrIndex end = to;

		while (end > from && p->letters[end - 1] == ' ')
			end--;
		for (FriBidiStrIndex i = from; i < end; i++)
			text_add_char(out, p->letters[i]);
		if (to < p->n)
			text_add(out, "\n");
		from = to;
	}
}

char *cells_fold(const char *text, int width)
{
	struct text out = { 0 };
	struct paragraph p;

	for (;;) {
		const char *end = text + strcspn(text, "\n");

		paragraph_init(&p, text, end, false);
		fold_paragraph(&out, &p, width);
		paragraph_clear(&p);
		if (!*end)
			return text_take(&out);
		text_add(&out, "\n");
		text = end + 1;
	}
}

void cells_clear(struct cells *cells)
{
	for (size_t i = 0; i < cells->n_lines; i++) {
		struct cells_line *line = &cells->lines[i];

		explicit_bzero(line->cells, (size_t)line->width * sizeof(struct cell));
		free(line->cells);
	}
	free(cells->lines);
	*cells = (struct cells){ 0 };
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Every text on the glass belongs to an item, every item is on the glass. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/pages.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "tests/orphan/orphans.h"
#include "tests/orphan/words.h"

/* What was seen of one item, on all pages. */
struct seen {
	char *id;
	struct words words;
};

struct look {
	const struct sight *sight;
	const struct screen *screen; /* as it is shown: divided into pages */
	struct seen *seen;
	size_t n;
	int faults;
};

static struct words *words_of(struct look *look, const char *id)
{
	for (size_t i = 0; i < look->n; i++) {
		if (strcmp(look->seen[i].id, id) == 0)
			return &look->seen[i].words;
	}
	look->seen = mem_more(look->seen, look->n, sizeof *look->seen);
	look->seen[look->n].id = mem_text(id);
	return &look->seen[look->n++].words;
}

static void complain(
	struct look *look, const char *what, const char *id, const char *text)
{
	look->faults++;
	printf("# %s, %s page %zu: %s %s: %s\n", look->sight->name,
		look->screen->name, look->screen->page + 1, what, id, text);
}

/* Digits stand before options; the box of a mark has a cross. */
static bool is_sign(const char *word)
{
	return word[strspn(word, "0123456789")] == '\0' || strcmp(word, "x") == 0;
}

/* A row of cells may stand back to front: `mirror` is NULL elsewhere. */
static bool is_of(const struct words *own, const char *word, const char *mirror)
{
	return is_sign(word) || words_have(own, word) ||
		   (mirror && words_have(own, mirror));
}

/* Plain pages tell whose a row is only where keys act on it. */
static void own_words(
	const struct look *look, const struct item *item, struct words *own)
{
	for (size_t i = 0; i < look->screen->n_items; i++) {
		const struct item *one = &look->screen->items[i];

		if (one != item && (item || one->decorative))
			continue;
		words_add(own, one->label);
		words_add(own, one->value);
		words_add(own, one->hint);
		words_add(own, one->error);
	}
}

static void judge_words(
	struct look *look, const struct item *item, const char *text, bool row)
{
	struct words own = { 0 }, shown = { 0 };

	own_words(look, item, &own);
	if (row)
		words_add_row(&shown, text);
	else
		words_add(&shown, text);
	for (size_t i = 0; i < shown.n; i += row ? 2 : 1) {
		const char *mirrored = row ? shown.words[i + 1] : NULL;

		if (!is_of(&own, shown.words[i], mirrored))
			complain(
				look, "not of", item ? item->id : "any item", shown.words[i]);
	}
	words_clear(&own);
	words_clear(&shown);
}

static void see_text(struct look *look, const char *id, char *text, bool row)
{
	size_t at = screen_find(look->screen, id);
	bool known = at < look->screen->n_items;

	if (!known && !row)
		complain(look, "of no item", id, text);
	judge_words(look, known ? &look->screen->items[at] : NULL, text, row);
	if (row)
		words_add_row(words_of(look, id), text);
	else
		words_add(words_of(look, id), text);
}

/* "ROW<TAB>ROWS<TAB>ID<TAB>TEXT", a line each. */
static void see_drawn(struct look *look)
{
	char *copy = mem_text(large_logical_text(look->sight->renderer));
	char *rest = copy;
	char *line;

	while ((line = strsep(&rest, "\n")) != NULL && *line) {
		char *id, *text;

		strsep(&line, "\t");
		strsep(&line, "\t");
		id = strsep(&line, "\t");
		text = line;
		if (id && text)
			see_text(look, id, text, false);
	}
	free(copy);
}

static void see_cell(struct text *row, const struct cell *cell)
{
	for (int i = 0; i < 3; i++) {
		if (cell->c[i])
			text_add_char(row, cell->c[i]);
	}
	if (!cell->c[0])
		text_add(row, cell->width ? " " : "");
}

/* A stretch of cells of one item. */
static void see_row(struct look *look, const struct page *page, int row)
{
	int from = 0;

	while (from < page->columns) {
		long owner = page_item_at(page, row, from);
		struct text text = { 0 };
		int column = from;

		for (;
			 column < page->columns && page_item_at(page, row, column) == owner;
			 column++)
			see_cell(&text, &page->cells[row * page->columns + column]);
		if (text.bytes)
			see_text(look, owner < 0 ? "" : look->screen->items[owner].id,
				text.bytes, true);
		text_clear(&text);
		from = column;
	}
}

static void see_page(struct look *look)
{
	const struct page *page = plain_page(look->sight->renderer);

	if (look->sight->drawn) {
		see_drawn(look);
		return;
	}
	for (int row = 0; row < page->rows; row++)
		see_row(look, page, row);
}

static size_t menu_of(const struct screen *screen)
{
	size_t i = 0;

	while (i < screen->n_items && screen->items[i].role != ITEM_MENU)
		i++;
	return i;
}

/* Menu row and keys may take turns on a small glass, by the focus. */
static size_t look_at_page(
	struct look *look, const struct screen *screen, size_t page, bool on_menu)
{
	struct pages pages = { .page = page };
	struct renderer *renderer = look->sight->renderer;
	struct screen now = { 0 };
	size_t n;

	screen_copy(&now, screen);
	renderer->fit(renderer, &now);
	n = now.pages;
	pages_settle(&pages, &now, false, "+");
	if (on_menu && menu_of(&now) < now.n_items)
		now.focus = menu_of(&now);
	renderer->show(renderer, NULL, &now);
	look->screen = &now;
	see_page(look);
	look->screen = NULL;
	screen_clear(&now);
	return n;
}

/* Also where it stands under the id of another item with the same text: the
 * title that is the label of its field. */
static bool is_seen(const struct look *look, const char *text)
{
	for (size_t i = 0; i < look->n; i++) {
		if (words_cover(&look->seen[i].words, text))
			return true;
	}
	return text_empty(text);
}

/* Nothing that is hidden behind dots; a code is seen by a phone. */
static bool shows_value(const struct item *item)
{
	return !(item->state & STATE_MASKED) && item->role != ITEM_QR &&
		   item->role != ITEM_PICTURE;
}

/* A long answer that is being typed may show its end alone. */
static const char *seen_value(const struct item *item)
{
	const char *end = item->value;

	if (!shows_value(item))
		return "";
	for (const char *at = end; item->role == ITEM_FIELD && *at; at++) {
		if (*at == ' ' || *at == '@')
			end = at;
	}
	return end;
}

static void judge_item(struct look *look, const struct item *item)
{
	const char *const texts[] = { item->label, item->hint, item->error,
		seen_value(item) };

	if (item->decorative)
		return;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (!words_cover(words_of(look, item->id), texts[i]) &&
			!is_seen(look, texts[i]))
			complain(look, "nowhere shown,", item->id, texts[i]);
	}
}

int seen_faults(const struct sight *sight, const struct screen *screen)
{
	struct look look = { .sight = sight };
	size_t n = 1;

	for (size_t page = 0; page < n; page++)
		n = look_at_page(&look, screen, page, false);
	look_at_page(&look, screen, 0, true);
	look.screen = screen;
	for (size_t i = 0; i < screen->n_items; i++)
		judge_item(&look, &screen->items[i]);
	for (size_t i = 0; i < look.n; i++) {
		free(look.seen[i].id);
		words_clear(&look.seen[i].words);
	}
	free(look.seen);
	return look.faults;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"

static bool is_on(const struct item *item, size_t page)
{
	return item->first_page <= page && page <= item->last_page;
}

static void set_focus(
	struct pages *pages, const struct screen *screen, size_t index)
{
	if (index < screen->n_items)
		snprintf(
			pages->focus, sizeof pages->focus, "%s", screen->items[index].id);
}

static size_t first_on(const struct screen *screen, size_t page)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		if (item_takes_focus(&screen->items[i]) &&
			is_on(&screen->items[i], page))
			return i;
	}
	return screen->n_items;
}

static size_t last_on(const struct screen *screen, size_t page)
{
	size_t last = screen->n_items;

	for (size_t i = 0; i < screen->n_items; i++) {
		if (item_takes_focus(&screen->items[i]) &&
			screen->items[i].role != ITEM_MENU &&
			is_on(&screen->items[i], page))
			last = i;
	}
	return last;
}

/* The row "More" goes just before the menu row. */
static void add_more(struct screen *screen, size_t page, const char *more)
{
	char *id = text_format("%s/more", screen->name);
	struct item *added = screen_add(screen, ITEM_MORE, id, more);
	struct item item;
	size_t at = 0;

	added->first_page = added->last_page = page;
	item = *added;
	while (at < screen->n_items - 1 && screen->items[at].role != ITEM_MENU)
		at++;
	memmove(&screen->items[at + 1], &screen->items[at],
		(screen->n_items - 1 - at) * sizeof item);
	screen->items[at] = item;
	free(id);
}

static void mark_other_pages(struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		if (is_on(&screen->items[i], screen->page))
			screen->items[i].state &= ~(unsigned)STATE_OTHER_PAGE;
		else
			screen->items[i].state |= STATE_OTHER_PAGE;
	}
}

void pages_settle(
	struct pages *pages, struct screen *screen, bool follow, const char *more)
{
	size_t focus = screen_find(screen, pages->focus);

	if (pages->page >= screen->pages)
		pages->page = screen->pages - 1;
	if (focus < screen->n_items && follow &&
		!is_on(&screen->items[focus], pages->page))
		pages->page = screen->items[focus].first_page;
	screen->page = pages->page;
	if (screen->page + 1 < screen->pages)
		add_more(screen, screen->page, more);
	mark_other_pages(screen);
	focus = screen_find(screen, pages->focus);
	if (focus == screen->n_items || !item_takes_focus(&screen->items[focus]) ||
		!is_on(&screen->items[focus], screen->page))
		focus = first_on(screen, screen->page);
	screen->focus = focus;
	set_focus(pages, screen, focus);
}

bool pages_turn(struct pages *pages, const struct screen *screen)
{
	if (screen->page + 1 >= screen->pages)
		return false;
	pages->page = screen->page + 1;
	pages->focus[0] = '\0';
	return true;
}

static bool turn_back(struct pages *pages, const struct screen *screen)
{
	if (!screen->page)
		return false;
	pages->page = screen->page - 1;
	set_focus(pages, screen, last_on(screen, pages->page));
	return true;
}

enum pages_move pages_step(
	struct pages *pages, const struct screen *screen, int direction)
{
	size_t to = screen_step(screen, screen->focus, direction);

	if (to != screen->focus) {
		set_focus(pages, screen, to);
		return PAGES_MOVED;
	}
	if (direction > 0 ? pages_turn(pages, screen) : turn_back(pages, screen))
		return PAGES_TURNED;
	return PAGES_STAYED;
}

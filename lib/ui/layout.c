/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/layout.h"

#include <stdlib.h>

#include "lib/base/memory.h"

enum zone { ZONE_HEADER, ZONE_BODY, ZONE_MORE, ZONE_FOOT };

static const enum zone zones[N_ITEM_ROLES] = {
	[ITEM_TITLE] = ZONE_HEADER,
	[ITEM_PLACE] = ZONE_HEADER,
	[ITEM_NOTICE] = ZONE_HEADER,
	[ITEM_ERROR] = ZONE_HEADER,
	[ITEM_TEXT] = ZONE_BODY,
	[ITEM_HEADING] = ZONE_BODY,
	[ITEM_DETAIL] = ZONE_BODY,
	[ITEM_CHOICE] = ZONE_BODY,
	[ITEM_MARK] = ZONE_BODY,
	[ITEM_FIELD] = ZONE_BODY,
	[ITEM_CHANGE] = ZONE_BODY,
	[ITEM_ACTION] = ZONE_BODY,
	[ITEM_MORE] = ZONE_MORE,
	[ITEM_MENU] = ZONE_FOOT,
	[ITEM_KEYS] = ZONE_FOOT,
	[ITEM_PICTURE] = ZONE_BODY,
	[ITEM_QR] = ZONE_BODY,
};

/* An item of the body that flows, and where the pen is. */
struct flow {
	const struct screen *screen;
	const struct layout_room *room;
	struct layout *layout;
	size_t page;
	int top, foot;     /* rows of the body: its first, the first below it */
	int limit;         /* the same as foot, but for the item MORE */
	int row;           /* next free one */
	size_t page_parts; /* that stand on this page already */
};

static enum zone zone_of(const struct screen *screen, size_t item)
{
	return zones[screen->items[item].role];
}

static struct layout_extent measure(const struct layout_room *room, size_t item)
{
	return room->measure(room->owner, item);
}

static int rows_of(const struct layout_extent *extent, size_t from, size_t to)
{
	int rows = 0;

	for (size_t i = from; i < to; i++)
		rows += extent->lines[i];
	return rows;
}

static void part_add(struct layout *layout, struct layout_part part)
{
	layout->parts =
		mem_more(layout->parts, layout->n_parts, sizeof(*layout->parts));
	layout->parts[layout->n_parts++] = part;
}

/* Rows of a zone, with the spaces between its items. */
static int zone_rows(
	const struct screen *screen, const struct layout_room *room, enum zone zone)
{
	int rows = 0;

	for (size_t i = 0; i < screen->n_items; i++) {
		struct layout_extent extent;

		if (zone_of(screen, i) != zone)
			continue;
		extent = measure(room, i);
		if (extent.n_lines && rows)
			rows += extent.space;
		rows += rows_of(&extent, 0, extent.n_lines);
	}
	return rows;
}

/* The items of a zone that is on every page, from a row down. The title comes
 * first, whatever the order. */
static void zone_place(const struct flow *flow, enum zone zone, int row)
{
	int start = row;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < flow->screen->n_items; i++) {
			bool is_title = flow->screen->items[i].role == ITEM_TITLE;
			struct layout_extent extent;

			if (zone_of(flow->screen, i) != zone || is_title != !pass)
				continue;
			extent = measure(flow->room, i);
			if (!extent.n_lines)
				continue;
			if (row > start)
				row += extent.space;
			part_add(
				flow->layout, (struct layout_part){ .item = i,
								  .row = row,
								  .rows = rows_of(&extent, 0, extent.n_lines),
								  .n_lines = extent.n_lines });
			row += rows_of(&extent, 0, extent.n_lines);
		}
}

/* Rows from a line of an item to the end of the body, all on one page. */
static int rest_rows(const struct flow *flow, size_t item, size_t line)
{
	struct layout_extent extent = measure(flow->room, item);
	int rows = rows_of(&extent, line, extent.n_lines);

	for (size_t i = item + 1; i < flow->screen->n_items; i++) {
		if (zone_of(flow->screen, i) != ZONE_BODY)
			continue;
		extent = measure(flow->room, i);
		if (extent.n_lines && rows)
			rows += extent.space;
		rows += rows_of(&extent, 0, extent.n_lines);
	}
	return rows;
}

/* Only a page that is not the last keeps room for MORE. */
static void page_begin(struct flow *flow, size_t item, size_t line)
{
	bool last = rest_rows(flow, item, line) <= flow->foot - flow->top;

	flow->row = flow->top;
	flow->limit = last ? flow->foot : flow->foot - flow->room->more_rows;
	flow->page_parts = 0;
}

static void page_turn(struct flow *flow, size_t item, size_t line)
{
	flow->page++;
	page_begin(flow, item, line);
}

static void part_put(struct flow *flow, size_t item,
	const struct layout_extent *extent, size_t from, size_t to)
{
	int rows = rows_of(extent, from, to);

	part_add(flow->layout, (struct layout_part){ item, flow->page, flow->page,
							   flow->row, rows, from, to - from });
	flow->row += rows;
	flow->page_parts++;
}

/* How many lines from `from` fit on the rest of this page. */
static size_t lines_that_fit(
	const struct flow *flow, const struct layout_extent *extent, size_t from)
{
	int left = flow->limit - flow->row;
	size_t n = 0;

	while (from + n < extent->n_lines && extent->lines[from + n] <= left)
		left -= extent->lines[from + n++];
	return n;
}

/* A heading alone at the foot of a page promises nothing: what must stand on
 * the same page below it. */
static int rows_to_keep(const struct flow *flow, size_t item)
{
	struct layout_extent next;

	if (flow->screen->items[item].role != ITEM_HEADING ||
		item + 1 >= flow->screen->n_items ||
		zone_of(flow->screen, item + 1) != ZONE_BODY)
		return 0;
	next = measure(flow->room, item + 1);
	if (!next.n_lines)
		return 0;
	return next.space + rows_of(&next, 0, next.whole ? next.n_lines : 1);
}

static bool needs_new_page(
	const struct flow *flow, const struct layout_extent *extent, int keep)
{
	int rows = rows_of(extent, 0, extent->n_lines) + keep;

	if (!flow->page_parts)
		return false;
	if (extent->whole || extent->kept || keep)
		return flow->row + rows > flow->limit;
	return lines_that_fit(flow, extent, 0) == 0;
}

static void flow_item(struct flow *flow, size_t item)
{
	int keep = rows_to_keep(flow, item);
	struct layout_extent extent = measure(flow->room, item);
	size_t from = 0;

	if (flow->page_parts)
		flow->row += extent.space;
	if (needs_new_page(flow, &extent, keep)) {
		page_turn(flow, item, 0);
		extent = measure(flow->room, item);
	}
	while (from < extent.n_lines) {
		size_t n = lines_that_fit(flow, &extent, from);

		if (!n && flow->page_parts) {
			page_turn(flow, item, from);
			extent = measure(flow->room, item);
			continue;
		}
		/* A line higher than a page is cut off; some lines on each page are
		 * better than none of a whole item. */
		if (!n || (extent.whole && n < extent.n_lines))
			flow->layout->fits = false;
		n += !n;
		part_put(flow, item, &extent, from, from + n);
		from += n;
	}
}

static void flow_body(struct flow *flow)
{
	bool begun = false;

	for (size_t i = 0; i < flow->screen->n_items; i++) {
		if (zone_of(flow->screen, i) != ZONE_BODY ||
			!measure(flow->room, i).n_lines)
			continue;
		if (!begun)
			page_begin(flow, i, 0);
		begun = true;
		flow_item(flow, i);
	}
}

static void last_pages_set(
	struct layout *layout, size_t first_body, size_t n_body)
{
	for (size_t i = 0; i < layout->n_parts; i++)
		if (i < first_body || i >= first_body + n_body)
			layout->parts[i].last_page = layout->pages - 1;
}

/* MORE stands at the bottom of all pages but the last. */
static void more_place(struct flow *flow)
{
	struct layout *layout = flow->layout;
	size_t before = layout->n_parts;

	if (layout->pages < 2)
		return;
	zone_place(flow, ZONE_MORE, flow->foot - flow->room->more_rows);
	for (size_t i = before; i < layout->n_parts; i++)
		layout->parts[i].last_page = layout->pages - 2;
}

struct layout layout_make(
	const struct screen *screen, const struct layout_room *room)
{
	struct layout layout = { .fits = true };
	struct flow flow = { .screen = screen, .room = room, .layout = &layout };
	size_t first_body;
	size_t n_body;

	layout.header_rows = zone_rows(screen, room, ZONE_HEADER);
	layout.footer_rows = zone_rows(screen, room, ZONE_FOOT);
	flow.top = layout.header_rows + room->below_header;
	flow.foot = room->rows - layout.footer_rows - room->above_footer;
	layout.body_rows = flow.foot - flow.top;
	if (layout.body_rows < 0)
		layout.fits = false;
	zone_place(&flow, ZONE_HEADER, 0);
	first_body = layout.n_parts;
	flow_body(&flow);
	n_body = layout.n_parts - first_body;
	layout.pages = flow.page + 1;
	zone_place(&flow, ZONE_FOOT, room->rows - layout.footer_rows);
	last_pages_set(&layout, first_body, n_body);
	more_place(&flow);
	return layout;
}

bool layout_part_shows(const struct layout_part *part, size_t page)
{
	return part->first_page <= page && page <= part->last_page;
}

static void item_pages(
	const struct layout *layout, size_t index, struct item *item)
{
	bool found = false;

	for (size_t i = 0; i < layout->n_parts; i++) {
		const struct layout_part *part = &layout->parts[i];

		if (part->item != index)
			continue;
		if (!found)
			item->first_page = part->first_page;
		found = true;
		item->last_page = part->last_page;
	}
}

void layout_apply(const struct layout *layout, struct screen *screen)
{
	screen->pages = layout->pages;
	for (size_t i = 0; i < screen->n_items; i++) {
		struct item *item = &screen->items[i];
		bool more = item->role == ITEM_MORE;

		/* What is not placed is everywhere; but nobody turns the only page. */
		item->first_page = more ? 1 : 0;
		item->last_page = more ? 0 : layout->pages - 1;
		item_pages(layout, i, item);
	}
}

void layout_clear(struct layout *layout)
{
	free(layout->parts);
	*layout = (struct layout){ 0 };
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/layout.h"

/* A renderer in which an item has as many lines of one row as its label has
 * digits; a choice stays whole. */
struct ruler {
	const struct screen *screen;
	int lines[64];
};

static struct layout_extent measure_label(void *owner, size_t item)
{
	struct ruler *ruler = owner;
	const struct item *i = &ruler->screen->items[item];

	for (size_t n = 0; n < 64; n++)
		ruler->lines[n] = 1;
	return (struct layout_extent){ ruler->lines, strlen(i->label),
		i->role == ITEM_HEADING, item_takes_focus(i), i->role == ITEM_DETAIL };
}

static struct layout lay(const struct screen *screen, int rows)
{
	struct ruler ruler = { .screen = screen };
	struct layout_room room = {
		.rows = rows, .more_rows = 1, .measure = measure_label, .owner = &ruler
	};

	return layout_make(screen, &room);
}

static void begin(struct screen *screen)
{
	screen_begin(screen, "x", "nl");
	screen_add(screen, ITEM_TITLE, "x/title", "12");
}

static void finish(struct screen *screen)
{
	screen_add(screen, ITEM_MENU, "x/menu", "1");
	screen_add(screen, ITEM_KEYS, "x/keys", "1");
}

static const struct layout_part *part_of(
	const struct layout *layout, size_t item)
{
	for (size_t i = 0; i < layout->n_parts; i++)
		if (layout->parts[i].item == item)
			return &layout->parts[i];
	fail_msg("item %zu is nowhere", item);
	abort();
}

static void title_is_on_top_and_keys_at_the_foot_of_every_page(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "1234567890");
	finish(&screen);
	layout = lay(&screen, 10);
	assert_int_equal(layout.pages, 2);
	assert_int_equal(part_of(&layout, 0)->row, 0);
	assert_int_equal(part_of(&layout, 0)->last_page, 1);
	assert_int_equal(part_of(&layout, 2)->row, 8);
	assert_int_equal(part_of(&layout, 3)->row, 9);
	assert_int_equal(part_of(&layout, 3)->last_page, 1);
	assert_true(layout.fits);
	layout_clear(&layout);
	screen_clear(&screen);
}

static void every_line_stands_on_one_page_once(void **state)
{
	(void)state;
	for (int rows = 6; rows < 30; rows++) {
		struct screen screen = { 0 };
		struct layout layout;
		size_t next[4] = { 0 };

		begin(&screen);
		screen_add(&screen, ITEM_TEXT, "x/a", "12345678901234567890123");
		screen_add(&screen, ITEM_HEADING, "x/b", "1");
		screen_add(&screen, ITEM_TEXT, "x/c", "12345");
		finish(&screen);
		layout = lay(&screen, rows);
		for (size_t i = 0; i < layout.n_parts; i++) {
			const struct layout_part *part = &layout.parts[i];

			if (part->item < 1 || part->item > 3)
				continue;
			assert_int_equal(part->first_line, next[part->item]);
			next[part->item] += part->n_lines;
		}
		assert_int_equal(next[1], 23);
		assert_int_equal(next[2], 1);
		assert_int_equal(next[3], 5);
		layout_clear(&layout);
		screen_clear(&screen);
	}
}

/* Marks the rows of a page, each of which may be taken once. */
static void take_rows(const struct layout *layout, size_t page, bool taken[11])
{
	for (size_t i = 0; i < layout->n_parts; i++) {
		const struct layout_part *part = &layout->parts[i];

		if (!layout_part_shows(part, page))
			continue;
		for (int r = part->row; r < part->row + part->rows; r++) {
			assert_in_range(r, 0, 10);
			assert_false(taken[r]);
			taken[r] = true;
		}
	}
}

static void parts_of_a_page_never_overlap(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_ERROR, "x/e", "1");
	for (int i = 0; i < 9; i++)
		screen_add(&screen, ITEM_CHOICE, "x/c", i % 2 ? "12" : "1");
	finish(&screen);
	layout = lay(&screen, 11);
	for (size_t page = 0; page < layout.pages; page++) {
		bool taken[11] = { false };

		take_rows(&layout, page, taken);
		if (page + 1 < layout.pages)
			assert_false(taken[8]); /* for MORE */
	}
	layout_clear(&layout);
	screen_clear(&screen);
}

static void a_choice_is_never_cut(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	for (int i = 0; i < 5; i++)
		screen_add(&screen, ITEM_CHOICE, "x/c", "123");
	finish(&screen);
	layout = lay(&screen, 9);
	for (size_t i = 1; i < 6; i++)
		assert_int_equal(part_of(&layout, i)->n_lines, 3);
	assert_true(layout.fits);
	layout_clear(&layout);
	layout = lay(&screen, 6);
	assert_false(layout.fits);
	layout_clear(&layout);
	screen_clear(&screen);
}

static void a_detail_is_cut_only_when_no_page_can_hold_it(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "12");
	screen_add(&screen, ITEM_DETAIL, "x/b", "1234");
	finish(&screen);
	layout = lay(&screen, 9);
	assert_int_equal(layout.pages, 2);
	assert_int_equal(part_of(&layout, 2)->first_page, 1);
	layout_clear(&layout);
	layout = lay(&screen, 7);
	assert_true(layout.fits);
	assert_int_equal(layout.pages, 3);
	layout_clear(&layout);
	screen_clear(&screen);
}

static void a_heading_goes_with_what_follows(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "123");
	screen_add(&screen, ITEM_HEADING, "x/h", "1");
	screen_add(&screen, ITEM_CHOICE, "x/c", "12");
	finish(&screen);
	layout = lay(&screen, 10);
	assert_int_equal(layout.pages, 2);
	assert_int_equal(part_of(&layout, 2)->first_page, 1);
	assert_int_equal(part_of(&layout, 3)->first_page, 1);
	layout_clear(&layout);
	screen_clear(&screen);
}

static void more_changes_no_page(void **state)
{
	struct screen screen = { 0 };
	struct layout before;
	struct layout after;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "1234567890");
	finish(&screen);
	before = lay(&screen, 10);
	screen_add(&screen, ITEM_MORE, "x/more", "1");
	after = lay(&screen, 10);
	assert_int_equal(before.pages, after.pages);
	assert_int_equal(part_of(&before, 1)->n_lines, part_of(&after, 1)->n_lines);
	assert_int_equal(part_of(&after, 4)->row, 7);
	assert_int_equal(part_of(&after, 4)->last_page, 0);
	layout_clear(&before);
	layout_clear(&after);
	screen_clear(&screen);
}

static void less_room_never_means_fewer_pages(void **state)
{
	struct screen screen = { 0 };
	size_t pages = 1;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "12345678901234567890");
	for (int i = 0; i < 7; i++)
		screen_add(&screen, ITEM_CHOICE, "x/c", "12");
	finish(&screen);
	for (int rows = 50; rows >= 7; rows--) {
		struct layout layout = lay(&screen, rows);

		assert_true(layout.pages >= pages);
		pages = layout.pages;
		layout_clear(&layout);
	}
	assert_true(pages > 5);
	screen_clear(&screen);
}

static void the_screen_is_told_its_pages(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	screen_add(&screen, ITEM_TEXT, "x/a", "1234567890");
	screen_add(&screen, ITEM_CHOICE, "x/c", "1");
	finish(&screen);
	layout = lay(&screen, 10);
	layout_apply(&layout, &screen);
	assert_int_equal(screen.pages, 2);
	assert_int_equal(screen.items[1].first_page, 0);
	assert_int_equal(screen.items[1].last_page, 1);
	assert_int_equal(screen.items[2].first_page, 1);
	assert_int_equal(screen.items[3].last_page, 1);
	layout_clear(&layout);
	screen_clear(&screen);
}

static void nothing_of_the_body_is_one_page(void **state)
{
	struct screen screen = { 0 };
	struct layout layout;

	(void)state;
	begin(&screen);
	finish(&screen);
	layout = lay(&screen, 10);
	assert_int_equal(layout.pages, 1);
	layout_clear(&layout);
	layout = lay(&screen, 2);
	assert_false(layout.fits);
	layout_clear(&layout);
	screen_clear(&screen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(title_is_on_top_and_keys_at_the_foot_of_every_page),
		cmocka_unit_test(every_line_stands_on_one_page_once),
		cmocka_unit_test(parts_of_a_page_never_overlap),
		cmocka_unit_test(a_choice_is_never_cut),
		cmocka_unit_test(a_detail_is_cut_only_when_no_page_can_hold_it),
		cmocka_unit_test(a_heading_goes_with_what_follows),
		cmocka_unit_test(more_changes_no_page),
		cmocka_unit_test(less_room_never_means_fewer_pages),
		cmocka_unit_test(the_screen_is_told_its_pages),
		cmocka_unit_test(nothing_of_the_body_is_one_page),
	};

	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/ui/large_paint.h"

struct large {
	struct renderer renderer; /* first: what callers hold */
	struct type *type;
	struct large_grid grid;
	int step;
	struct page page;
	struct plane plane;
	struct text logical;
	bool fits;
};

/* A screen set in one style. */
struct setting {
	struct large_style style;
	struct block_frame frame;
	struct block *blocks;
	size_t n_blocks;
	struct layout layout;
};

enum { MOST_STYLES = 64, DEFAULT_MM_HEIGHT = 299, DEFAULT_MM_DISTANCE = 600 };

static struct large *large_of(struct renderer *renderer)
{
	return (struct large *)renderer;
}

static const struct large *large_seen(const struct renderer *renderer)
{
	return (const struct large *)renderer;
}

static struct layout_extent measure_block(void *owner, size_t item)
{
	struct setting *setting = owner;
	const struct block *block = &setting->blocks[item];

	return (struct layout_extent){ block->rows, block->n_lines, block->space,
		block->whole, block->kept };
}

/* Where it needs no more pages, the foot is set apart from the body. */
static void setting_flow(struct setting *setting, const struct large_grid *grid)
{
	struct layout_room room = { .rows = grid->rows,
		.more_rows =
			setting->frame.shared ? 0 : block_small_rows(&setting->frame),
		.below_header = setting->style.gap,
		.above_footer = setting->style.gap,
		.measure = measure_block,
		.owner = setting };

	setting->layout = layout_make(setting->frame.screen, &room);
}

static void setting_clear(struct setting *setting)
{
	for (size_t i = 0; i < setting->n_blocks; i++)
		block_clear(&setting->blocks[i]);
	free(setting->blocks);
	layout_clear(&setting->layout);
	*setting = (struct setting){ 0 };
}

/* The style stands in the setting, which must stay where it is. */
static void setting_make(struct setting *setting, struct large *large,
	const struct large_style *style, const struct screen *screen)
{
	*setting = (struct setting){ .style = *style };
	setting->frame =
		block_frame_make(large->type, &large->grid, &setting->style, screen);
	setting->blocks = mem_new(screen->n_items, sizeof(*setting->blocks));
	setting->n_blocks = screen->n_items;
	for (size_t i = 0; i < screen->n_items; i++)
		setting->blocks[i] = block_make(&setting->frame, i);
	setting_flow(setting, &large->grid);
}

static bool has_role(const struct screen *screen, enum item_role role)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (screen->items[i].role == role)
			return true;
	return false;
}

struct score {
	bool fits;
	size_t pages;
};

static struct score style_score(struct large *large,
	const struct large_style *style, const struct screen *screen)
{
	struct setting setting;
	struct score score;

	setting_make(&setting, large, style, screen);
	score = (struct score){ setting.layout.fits, setting.layout.pages };
	setting_clear(&setting);
	return score;
}

static bool is_better(struct score a, struct score b)
{
	return a.fits != b.fits ? a.fits : a.pages < b.pages;
}

enum {
	NO_GAP = 1,
	NO_PICTURES = 2,
	SMALL_TEXT = 4,
	SMALLER_AIDS = 8,
	NO_CODES = 16
};

static struct large_style style_less(
	const struct large_style *style, unsigned less)
{
	struct large_style other = *style;

	if (less & NO_GAP)
		other.gap = 0;
	if (less & NO_PICTURES)
		other.pictures = false;
	if (less & SMALL_TEXT)
		other.small_text = true;
	if (less & SMALLER_AIDS)
		other.tight_small = true;
	if (less & NO_CODES)
		other.codes = false;
	return other;
}

/* What is worth a try, as long as this is the best that was found. */
static bool is_worth(unsigned less, struct score best)
{
	if (!best.fits)
		return !(less & SMALLER_AIDS);
	return !(less & NO_CODES) && best.pages > (less & SMALLER_AIDS ? 2 : 1);
}

/* What stands above answers helps to give them: it may be small. */
static bool asks(const struct screen *screen)
{
	return has_role(screen, ITEM_CHOICE) || has_role(screen, ITEM_MARK) ||
		   has_role(screen, ITEM_FIELD);
}

static bool is_in_native_script(const struct screen *screen)
{
	return screen->n_items && large_is_native(screen->items[0].label);
}

/* Where the terminal's own letters are large enough, what is only read may be
 * in those, at the first size: a page then holds what took five. */
static bool may_be_small(const struct large *large,
	const struct large_style *style, const struct screen *screen)
{
	return !style->small_text && (asks(screen) || screen->still ||
									 (style->native_small && large->step == 0 &&
										 is_in_native_script(screen)));
}

/* Air and drawings only where they cost no page, small lines a little smaller
 * where there are many pages; a code for a phone unless nothing would fit. */
static struct score style_vary(
	struct large *large, struct large_style *style, const struct screen *screen)
{
	unsigned useful = (style->gap ? NO_GAP : 0) |
					  (has_role(screen, ITEM_PICTURE) ? NO_PICTURES : 0) |
					  (may_be_small(large, style, screen) ? SMALL_TEXT : 0) |
					  (style->tight_small ? 0 : SMALLER_AIDS) |
					  (has_role(screen, ITEM_QR) ? NO_CODES : 0);
	const struct large_style full = *style;
	struct score best = style_score(large, &full, screen);

	for (unsigned less = 1; less <= useful; less++) {
		struct large_style other = style_less(&full, less);
		struct score score;

		if ((less & ~useful) || !is_worth(less, best))
			continue;
		score = style_score(large, &other, screen);
		if (is_better(score, best)) {
			best = score;
			*style = other;
		}
	}
	return best;
}

/* The largest way in which the question and any one answer are whole; a screen
 * on which nothing moves must be one page as well. */
static struct large_style style_choose(
	struct large *large, const struct screen *screen)
{
	struct large_style styles[MOST_STYLES];
	size_t n = large_styles(&large->grid, large->step, styles, MOST_STYLES);

	for (size_t i = 0; i + 1 < n; i++) {
		struct score score = style_vary(large, &styles[i], screen);

		if (score.fits && (score.pages == 1 || !screen->still))
			return styles[i];
	}
	style_vary(large, &styles[n - 1], screen);
	return styles[n - 1];
}

static void large_fit(struct renderer *renderer, struct screen *screen)
{
	struct large *large = large_of(renderer);
	struct large_style style;
	struct setting setting;

	type_turn(large->type);
	style = style_choose(large, screen);
	setting_make(&setting, large, &style, screen);
	layout_apply(&setting.layout, screen);
	setting_clear(&setting);
}

static void logical_wipe(struct large *large)
{
	if (large->logical.bytes)
		explicit_bzero(large->logical.bytes, large->logical.size);
	text_clear(&large->logical);
}

static void paint(struct large *large, const struct setting *setting)
{
	const struct screen *screen = setting->frame.screen;
	const struct layout *layout = &setting->layout;
	size_t page =
		screen->page < layout->pages ? screen->page : layout->pages - 1;
	struct canvas canvas = { &large->page, &large->plane, &setting->frame,
		&large->logical };

	page_wipe(&large->page);
	plane_wipe(&large->plane);
	logical_wipe(large);
	for (size_t i = 0; i < layout->n_parts; i++) {
		const struct layout_part *part = &layout->parts[i];

		if (layout_part_shows(part, page))
			paint_part(&canvas, &setting->blocks[part->item], part);
	}
	paint_plane(&canvas);
	large->fits = layout->fits;
}

/* The whole page is drawn anew: that costs less than to find out what did not
 * change, and the terminal writes only what differs. */
static void large_show(struct renderer *renderer, const struct screen *before,
	const struct screen *now)
{
	struct large *large = large_of(renderer);
	struct large_style style;
	struct setting setting;

	(void)before;
	type_turn(large->type);
	style = style_choose(large, now);
	setting_make(&setting, large, &style, now);
	paint(large, &setting);
	setting_clear(&setting);
}

static void large_free(struct renderer *renderer)
{
	struct large *large = large_of(renderer);

	type_free(large->type);
	page_clear(&large->page);
	plane_clear(&large->plane);
	logical_wipe(large);
	free(large);
}

void large_resize(struct renderer *renderer, int rows, int columns)
{
	struct large *large = large_of(renderer);

	large->grid.rows = rows > 0 ? rows : 1;
	large->grid.columns = columns > 0 ? columns : 1;
	page_clear(&large->page);
	plane_clear(&large->plane);
	page_init(&large->page, large->grid.rows, large->grid.columns);
	plane_init(&large->plane, large->grid.mosaic, large->grid.rows,
		large->grid.columns);
}

/* Cells are taken as twice as high as wide where nobody knows better. */
void large_set_cell(struct renderer *renderer, int width, int height)
{
	struct large *large = large_of(renderer);
	double shape = width > 0 && height > 0 ? (double)height / width : 2;

	large->grid.stretch = shape * strip_across(large->grid.mosaic) /
						  strip_down(large->grid.mosaic);
	type_forget(large->type);
}

void large_set_mosaic(struct renderer *renderer, enum mosaic mosaic)
{
	struct large *large = large_of(renderer);
	double shape = large->grid.stretch * strip_down(large->grid.mosaic) /
				   strip_across(large->grid.mosaic);

	large->grid.mosaic = mosaic;
	large->grid.stretch = shape * strip_across(mosaic) / strip_down(mosaic);
	type_forget(large->type);
	large_resize(renderer, large->grid.rows, large->grid.columns);
}

void large_set_size(struct renderer *renderer, int step)
{
	struct large *large = large_of(renderer);
	int steps = large_grid_steps(&large->grid);

	large->step = step < 0 ? 0 : step >= steps ? steps - 1 : step;
	type_forget(large->type);
}

int large_steps(const struct renderer *renderer)
{
	return large_grid_steps(&large_seen(renderer)->grid);
}

struct renderer *large_new(
	const struct large_options *options, int rows, int columns)
{
	struct large *large = mem_new(1, sizeof(*large));

	large->renderer =
		(struct renderer){ "large", large_fit, large_show, large_free };
	large->type = type_new(options->fonts);
	large->grid.mosaic = options->mosaic;
	large->grid.mm_height =
		options->mm_height > 0 ? options->mm_height : DEFAULT_MM_HEIGHT;
	large->grid.mm_distance =
		options->mm_distance > 0 ? options->mm_distance : DEFAULT_MM_DISTANCE;
	large->fits = true;
	large_resize(&large->renderer, rows, columns);
	large_set_cell(&large->renderer, options->cell_width, options->cell_height);
	large->step = options->step;
	return &large->renderer;
}

const struct page *large_page(const struct renderer *renderer)
{
	return &large_seen(renderer)->page;
}

size_t large_missing_glyphs(const struct renderer *renderer)
{
	return type_missing(large_seen(renderer)->type);
}

const char *large_logical_text(const struct renderer *renderer)
{
	const struct large *large = large_seen(renderer);

	return large->logical.bytes ? large->logical.bytes : "";
}

bool large_fits(const struct renderer *renderer)
{
	return large_seen(renderer)->fits;
}

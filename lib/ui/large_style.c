/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/large_style.h"

#include <math.h>

#include "lib/base/text.h"
#include "lib/ui/strip.h"

/* A script asks for more rows than Latin to be read with equal ease; its ink
 * is so high and reaches so far below the baseline, by its em. */
struct script_size {
	uint32_t first, last; /* letters */
	int percent;          /* rows for those of Latin */
	int least_pixels;
	int least_em; /* where there is no room for more */
	double height, descent;
};

static const struct script_size latin = { 0, 0, 100, 12, 9, 1.164, .236 };

static const struct script_size scripts[] = {
	{ 0x0370, 0x03FF, 125, 12, 9, 1.164, .236 }, /* Greek */
	{ 0x0590, 0x05FF, 125, 12, 9, 1.25, .3 },    /* Hebrew */
	{ 0x0600, 0x08FF, 140, 12, 9, 1.36, .37 },   /* Arabic */
	{ 0xFB50, 0xFEFC, 140, 12, 9, 1.36, .37 },   /* its forms */
	{ 0x0900, 0x097F, 125, 15, 9, 1.45, .42 },   /* Devanagari */
	{ 0x1200, 0x139F, 150, 15, 12, 1.25, .28 },  /* Ethiopic */
	{ 0x2E80, 0x9FFF, 140, 18, 14, 1.2, .25 },   /* Han */
};

enum { LARGEST_ROWS = 60, GOOD_ROWS = 50 };

static const double steps[] = { 1, 1.5, 2, 3 };
enum { N_STEPS = sizeof(steps) / sizeof(*steps) };

/* The script most letters are of: a word of another one among them must do with
 * its size. */
static const struct script_size *script_of(const char *text)
{
	enum { N = sizeof(scripts) / sizeof(*scripts) };
	size_t counts[N] = { 0 };
	size_t n = 0;
	uint32_t c;

	while ((c = text_next(&text))) {
		n += c >= 'A' && c < 0x0370 && c != 0xB7;
		for (size_t i = 0; i < N; i++)
			counts[i] += c >= scripts[i].first && c <= scripts[i].last;
	}
	for (size_t i = 0; i < N; i++)
		if (counts[i] > n)
			return &scripts[i];
	return &latin;
}

/* The hinted sizes that look best in so many pixels; nine is clean, ten is no
 * clearer and wider. */
static int em_in(const struct script_size *script, int pixels)
{
	int em = (int)(pixels / script->height + .25);

	if (script == &latin && em == 10)
		em = 9;
	return em < script->least_em ? script->least_em : em;
}

static double wanted_mm(const struct large_grid *grid)
{
	return grid->mm_distance * tan(.7 / 180 * 3.14159265358979);
}

static double row_mm(const struct large_grid *grid)
{
	return (double)grid->mm_height / grid->rows;
}

static double capital_mm(const struct large_grid *grid, int rows)
{
	int down = strip_down(grid->mosaic);
	double capital = round(.729 * em_in(&latin, rows * down));

	return capital / down * row_mm(grid);
}

/* The fewest rows in which Latin is clean. */
static int least_rows(const struct large_grid *grid)
{
	int down = strip_down(grid->mosaic);

	return (latin.least_pixels + down - 1) / down;
}

/* Capitals of the terminal's own letters are some .62 of a row high. */
static bool native_is_large(const struct large_grid *grid)
{
	return .62 * row_mm(grid) >= wanted_mm(grid);
}

static int small_rows(const struct large_grid *grid)
{
	int rows = least_rows(grid);

	while (rows < LARGEST_ROWS && capital_mm(grid, rows) < wanted_mm(grid))
		rows++;
	return rows;
}

/* A row more than needed where the grid is fine enough for a good page. */
static int base_rows(const struct large_grid *grid)
{
	int rows = small_rows(grid);

	return rows == least_rows(grid) && grid->rows >= GOOD_ROWS ? rows + 1
															   : rows;
}

/* The most rows in which a short question, a choice and the foot still fit. */
static int most_rows(const struct large_grid *grid)
{
	int foot = 2 * (native_is_large(grid) ? 1 : small_rows(grid));
	int by_height = (grid->rows - foot) / 3;
	int by_width = grid->columns / 9;

	return by_height < by_width ? by_height : by_width;
}

int large_step_rows(const struct large_grid *grid, int step)
{
	int base = base_rows(grid);
	int most = most_rows(grid);
	int rows;

	if (step < 0)
		step = 0;
	if (step >= N_STEPS)
		step = N_STEPS - 1;
	rows = (int)(base * steps[step] + .5);
	if (rows > most)
		rows = most;
	return rows < base ? base : rows;
}

int large_grid_steps(const struct large_grid *grid)
{
	int n = 1;

	while (
		n < N_STEPS && large_step_rows(grid, n) > large_step_rows(grid, n - 1))
		n++;
	return n;
}

size_t large_styles(const struct large_grid *grid, int step,
	struct large_style *styles, size_t most)
{
	struct large_style style = { .native_small = native_is_large(grid),
		.small = small_rows(grid),
		.pictures = true,
		.codes = true,
		.gap = 1 };
	int least = least_rows(grid);
	size_t n = 0;

	if (least > style.small)
		least = style.small;
	for (style.body = large_step_rows(grid, step); n + 9 < most; style.body--) {
		style.field_lines = grid->rows / 3 / style.body;
		if (style.field_lines < 1)
			style.field_lines = 1;
		styles[n++] = style;
		if (style.body <= least)
			break;
	}
	style.body = least;
	style.small = least;
	style.field_lines = 1;
	styles[n++] = style;
	style.tight_small = true;
	style.native_aids = true;
	if (!style.native_small) {
		style.native_aids = false;
		styles[n++] = style;
		style.shared = true;
		styles[n++] = style;
		style.native_aids = true;
	}
	for (int tight = 0; tight < 2; tight++) {
		style.tight = tight;
		style.small_text = style.small_error = false;
		styles[n++] = style;
		style.small_text = style.small_error = true;
		styles[n++] = style;
	}
	style = (struct large_style){ .body = 1,
		.small = 1,
		.native = true,
		.native_small = true,
		.field_lines = 1 };
	styles[n++] = style;
	style.shared = true;
	styles[n++] = style;
	return n;
}

bool large_is_native(const char *text)
{
	uint32_t c;

	while ((c = text_next(&text)))
		if (c >= 0x0530 && !(c >= 0x1E00 && c <= 0x20CF) &&
			!(c >= 0x2190 && c <= 0x21FF) && !(c >= 0x2500 && c <= 0x25FF))
			return false;
	return true;
}

struct large_scale large_scale(const struct large_grid *grid,
	const struct large_style *style, enum large_tier tier, const char *text)
{
	const struct script_size *script = script_of(text);
	int down = strip_down(grid->mosaic);
	int rows = tier == TIER_BODY ? style->body : style->small;
	struct large_scale scale = { 0 };

	if (style->native ||
		(tier == TIER_SMALL &&
			(style->native_aids ||
				(style->native_small && large_is_native(text)))))
		return (struct large_scale){ .native = true, .rows = 1 };
	/* From eight rows up other scripts are nearly as clear as Latin. */
	if (!style->tight && !(tier == TIER_SMALL && style->tight_small))
		rows = rows *
			   (rows < 8 || script->percent <= 115 ? script->percent : 115) /
			   100;
	while (rows * down < script->least_pixels)
		rows++;
	scale.rows = rows;
	scale.em = em_in(script, rows * down);
	/* One pixel of air below, so that nothing touches the next line. */
	scale.baseline =
		rows * down - (int)ceil(script->descent * scale.em - .35) - 1;
	return scale;
}

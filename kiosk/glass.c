/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/glass.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "lib/ui/terminal.h"

/* Below this no screen of ours has room. */
enum { LEAST_ROWS = 12, LEAST_COLUMNS = 40 };

struct glass {
	struct renderer *renderer;
	bool large;
	int step; /* of the size */
	int rows, columns;
};

static const enum theme themes[] = {
	[COLOURS_DARK_ON_LIGHT] = THEME_BLACK_ON_WHITE,
	[COLOURS_LIGHT_ON_DARK] = THEME_WHITE_ON_BLACK,
	[COLOURS_YELLOW_ON_BLACK] = THEME_YELLOW_ON_BLACK,
	[COLOURS_CREAM] = THEME_CREAM,
};

/* The shape of a cell, where the terminal tells its pixels. */
static void set_cell(struct glass *glass)
{
	int width, height;

	if (terminal_pixels(&width, &height) && glass->columns && glass->rows)
		large_set_cell(
			glass->renderer, width / glass->columns, height / glass->rows);
}

static struct renderer *make_large(
	struct glass *glass, const struct options *options)
{
	struct large_options large = {
		.mosaic = terminal_mosaic(),
		.mm_height = options->screen_mm,
		.mm_distance = options->distance_mm,
	};

	return large_new(&large, glass->rows, glass->columns);
}

struct glass *glass_open(const struct options *options)
{
	struct terminal_setup setup = { .theme = THEME_BLACK_ON_WHITE };
	struct glass *glass;

	setup.mosaic_is_set = mosaic_from_name(options->mode, &setup.mosaic);
	if (!terminal_open(&setup))
		return NULL;
	glass = mem_new(1, sizeof *glass);
	terminal_size(&glass->rows, &glass->columns);
	glass->large = text_same(options->renderer, "large");
	if (glass->large) {
		glass->renderer = make_large(glass, options);
		set_cell(glass);
	} else {
		glass->renderer = plain_new(glass->rows, glass->columns);
	}
	return glass;
}

void glass_close(struct glass *glass)
{
	if (!glass)
		return;
	terminal_close();
	glass->renderer->free(glass->renderer);
	free(glass);
}

int glass_fd(const struct glass *glass)
{
	(void)glass;
	return STDIN_FILENO;
}

int glass_size_fd(const struct glass *glass)
{
	(void)glass;
	return terminal_size_fd();
}

/* Another size, or a terminal that told more of itself. */
static void follow_terminal(struct glass *glass)
{
	terminal_size(&glass->rows, &glass->columns);
	if (glass->large) {
		large_set_mosaic(glass->renderer, terminal_mosaic());
		large_resize(glass->renderer, glass->rows, glass->columns);
		set_cell(glass);
		large_set_size(glass->renderer, glass->step);
	} else {
		plain_resize(glass->renderer, glass->rows, glass->columns);
	}
}

bool glass_read(struct glass *glass, struct key *key)
{
	if (!terminal_read(key))
		return false;
	if (key->press == PRESS_RESIZE)
		follow_terminal(glass);
	return true;
}

bool glass_is_gone(const struct glass *glass)
{
	(void)glass;
	return terminal_is_gone();
}

int glass_sizes(const struct glass *glass)
{
	return glass->large ? large_steps(glass->renderer) : 1;
}

void glass_set_size(struct glass *glass, int step)
{
	glass->step = step;
	if (glass->large)
		large_set_size(glass->renderer, step);
}

void glass_set_colours(struct glass *glass, enum colours colours)
{
	(void)glass;
	terminal_set_theme(themes[colours]);
}

bool glass_is_too_small(const struct glass *glass)
{
	return glass->rows < LEAST_ROWS || glass->columns < LEAST_COLUMNS;
}

void glass_fit(struct glass *glass, struct screen *screen)
{
	glass->renderer->fit(glass->renderer, screen);
}

const struct page *glass_page(const struct glass *glass)
{
	return glass->large ? large_page(glass->renderer)
						: plain_page(glass->renderer);
}

void glass_show(
	struct glass *glass, const struct screen *before, const struct screen *now)
{
	glass->renderer->show(glass->renderer, before, now);
	terminal_show(glass_page(glass));
}

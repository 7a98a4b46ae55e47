/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Shows screens of meaning, JSON lines as --screens writes them, on standard
 * input: the page as a terminal would show it, without a terminal. For golden
 * files and pictures.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/log.h"
#include "lib/base/text.h"
#include "lib/ui/large.h"
#include "lib/ui/screen_json.h"

struct options {
	struct large_options large;
	int rows, columns;
	long page; /* from 0; -1: the one with the focus */
	const char *focus;
	bool still; /* one page, as attract is */
	enum { AS_ANSI, AS_TEXT, AS_LOGICAL, AS_TIME } as;
};

static void usage(FILE *to)
{
	fputs(
		"usage: show_screen [-s COLUMNSxROWS] [-z STEP] [-m MOSAIC]\n"
		"  [-p PAGE] [-f FOCUS] [-1] [-a ansi|text|logical|time] < SCREEN.json\n",
		to);
}

static bool read_as(struct options *options, const char *word)
{
	static const char *const words[] = { "ansi", "text", "logical", "time" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_same(words[i], word)) {
			options->as = (int)i;
			return true;
		}
	return false;
}

static bool read_option(struct options *options, int option)
{
	switch (option) {
	case 's':
		return sscanf(optarg, "%dx%d", &options->columns, &options->rows) == 2;
	case 'z':
		options->large.step = atoi(optarg);
		return true;
	case 'm':
		return mosaic_from_name(optarg, &options->large.mosaic);
	case 'p':
		options->page = atol(optarg) - 1;
		return true;
	case 'f':
		options->focus = optarg;
		return true;
	case '1':
		options->still = true;
		return true;
	case 'a':
		return read_as(options, optarg);
	default:
		return false;
	}
}

static void print_cell(const struct cell *cell, uint8_t before)
{
	struct text text = { 0 };
	char *bytes;

	if (!cell->width)
		return;
	if (cell->style != before)
		printf("\x1B[0%s%s%sm", cell->style & STYLE_BOLD ? ";1" : "",
			cell->style & STYLE_INVERSE ? ";7" : "",
			cell->style & STYLE_ERROR ? ";31" : "");
	for (int i = 0; i < 3 && cell->c[i]; i++)
		text_add_char(&text, cell->c[i]);
	bytes = text_take(&text);
	fputs(bytes, stdout);
	free(bytes);
}

static void print_ansi(const struct page *page)
{
	for (int r = 0; r < page->rows; r++) {
		uint8_t style = 0;

		for (int c = 0; c < page->columns; c++) {
			const struct cell *cell =
				&page->cells[(size_t)r * page->columns + c];

			print_cell(cell, style);
			style = cell->style;
		}
		fputs(r + 1 < page->rows ? "\x1B[0m\r\n" : "\x1B[0m", stdout);
	}
	fflush(stdout);
}

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void print_time(struct renderer *renderer, struct screen *screen)
{
	enum { ROUNDS = 200 };
	double start = now_ms();

	for (int i = 0; i < ROUNDS; i++) {
		renderer->fit(renderer, screen);
		renderer->show(renderer, screen, screen);
	}
	printf("%.3f ms for fit and show\n", (now_ms() - start) / ROUNDS);
}

static void print_page(const struct options *options, struct renderer *renderer)
{
	char *text;

	if (options->as == AS_ANSI) {
		print_ansi(large_page(renderer));
	} else if (options->as == AS_LOGICAL) {
		fputs(large_logical_text(renderer), stdout);
	} else {
		text = page_text(large_page(renderer), true);
		fputs(text, stdout);
		free(text);
	}
}

static void set_place(const struct options *options, struct screen *screen)
{
	const struct item *item;

	if (options->focus)
		screen->focus = screen_find(screen, options->focus);
	if (screen->focus >= screen->n_items)
		for (screen->focus = 0;
			 screen->focus + 1 < screen->n_items &&
			 !item_takes_focus(&screen->items[screen->focus]);)
			screen->focus++;
	item = &screen->items[screen->focus];
	if (options->page >= 0)
		screen->page = (size_t)options->page;
	else if (!item_on_page(item, screen->page))
		screen->page = item->first_page;
}

static bool show(
	const struct options *options, struct renderer *renderer, const char *line)
{
	json_t *json = json_loads(line, 0, NULL);
	struct screen screen = { 0 };
	bool done = json && screen_from_json(&screen, json);

	screen.still = options->still;
	if (done && options->as == AS_TIME) {
		print_time(renderer, &screen);
	} else if (done) {
		renderer->fit(renderer, &screen);
		set_place(options, &screen);
		renderer->show(renderer, NULL, &screen);
		print_page(options, renderer);
		if (large_missing_glyphs(renderer) || !large_fits(renderer))
			fprintf(stderr, "missing glyphs: %zu; fits: %d\n",
				large_missing_glyphs(renderer), large_fits(renderer));
	}
	screen_clear(&screen);
	json_decref(json);
	return done;
}

int main(int argc, char **argv)
{
	struct options options = { .rows = 24, .columns = 80, .page = -1 };
	struct renderer *renderer;
	char *line = NULL;
	size_t room = 0;
	bool done = true;
	int option;

	log_open("show_screen");
	while ((option = getopt(argc, argv, "s:z:m:p:f:1a:h")) != -1)
		if (!read_option(&options, option)) {
			usage(option == 'h' ? stdout : stderr);
			return option == 'h' ? 0 : 2;
		}
	renderer = large_new(&options.large, options.rows, options.columns);
	while (done && getline(&line, &room, stdin) > 0)
		done = show(&options, renderer, line);
	free(line);
	renderer->free(renderer);
	return done ? 0 : 1;
}

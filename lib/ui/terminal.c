/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/ui/keys.h"
#include "lib/ui/page.h"
#include "lib/ui/restore.h"
#include "lib/ui/terminal_ink.h"
#include "lib/ui/terminal_modes.h"
#include "lib/ui/terminal_reader.h"

static struct {
	SCREEN *screen;
	bool is_console; /* Linux's own */
	enum mosaic mosaic;
	bool mosaic_is_set;
	struct page shown;
} glass;

/* Kitty's own entry lacks the mouse's coding, and newer terminals are not in
 * the terminfo of a small system: all of them do what xterm does. The last name
 * is one that every terminal understands. */
static bool start_curses(const char *term)
{
	struct mosaic_hints hints = { .term = term, .utf8 = true };
	bool modern = mosaic_guess(&hints) == MOSAIC_SEXTANT;
	const char *const names[] = {
		strcmp(term, "xterm-kitty") == 0 ? "xterm-256color" : term,
		modern ? "xterm-256color" : "vt100", "vt100"
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		glass.screen = newterm(names[i], stdout, stdin);
		glass.is_console = strcmp(names[i], "linux") == 0;
		if (glass.screen)
			return true;
	}
	return fail("cannot start a terminal of type %s", term);
}

static void choose_locale(void)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

static enum mosaic first_guess(
	const struct terminal_setup *setup, const char *term)
{
	struct mosaic_hints hints = {
		.term = term,
		.xterm_version = getenv("XTERM_VERSION"),
		.utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
	};

	return setup->mosaic_is_set ? setup->mosaic : mosaic_guess(&hints);
}

bool terminal_open(const struct terminal_setup *setup)
{
	const char *term = setup->term ? setup->term : getenv("TERM");

	if (!term)
		term = "";
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return fail("the screen needs a terminal");
	memset(&glass, 0, sizeof(glass));
	restore_remember(STDIN_FILENO);
	choose_locale();
	use_env(FALSE); /* the size is the terminal's, not LINES' and COLUMNS' */
	use_tioctl(TRUE);
	if (!start_curses(term))
		return false;
	modes_arm_restore(glass.is_console);
	glass.mosaic_is_set = setup->mosaic_is_set;
	glass.mosaic = first_guess(setup, term);
	modes_set();
	reader_start();
	ink_start(glass.is_console, modes_put);
	terminal_set_theme(setup->theme);
	modes_set_extras(glass.is_console, !glass.mosaic_is_set && ink_is_modern());
	return true;
}

void terminal_size(int *rows, int *columns)
{
	*rows = LINES;
	*columns = COLS;
}

bool terminal_pixels(int *width, int *height)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_xpixel ||
		!size.ws_ypixel)
		return false;
	*width = size.ws_xpixel;
	*height = size.ws_ypixel;
	return true;
}

enum mosaic terminal_mosaic(void)
{
	return glass.mosaic;
}

size_t terminal_n_themes(void)
{
	return ink_has_themes() ? N_THEMES : 2;
}

/* The next page is painted whole. */
void terminal_set_theme(enum theme theme)
{
	struct ink_of_style ink;
	cchar_t blank;

	ink_set_theme(theme);
	ink = ink_of(STYLE_PLAIN);
	setcchar(&blank, L" ", ink.attributes, ink.pair, NULL);
	bkgrndset(&blank);
	page_clear(&glass.shown);
}

/* A character whose width curses sees otherwise would shift its whole row. */
static void spell(const struct cell *cell, wchar_t out[4])
{
	wchar_t base = cell->c[0] ? (wchar_t)cell->c[0] : L' ';

	wmemset(out, 0, 4);
	out[0] = wcwidth(base) == cell->width ? base : L'?';
	for (int i = 1; i < 3 && cell->c[i]; i++) {
		if (wcwidth((wchar_t)cell->c[i]) == 0)
			out[wcslen(out)] = (wchar_t)cell->c[i];
	}
}

static void put_cells(const struct page *page, int row, int from, int to)
{
	const struct cell *cells =
		&page->cells[(size_t)row * (size_t)page->columns];
	cchar_t *out = mem_new((size_t)(to - from), sizeof(*out));
	int n = 0;

	for (int i = from; i < to; i++) {
		struct ink_of_style ink = ink_of(cells[i].style);
		wchar_t spelled[4];

		if (!cells[i].width)
			continue;
		spell(&cells[i], spelled);
		setcchar(&out[n++], spelled, ink.attributes, ink.pair, NULL);
	}
	mvadd_wchnstr(row, from, out, n);
	explicit_bzero(out, (size_t)(to - from) * sizeof(*out));
	free(out);
}

static bool cell_differs(const struct page *page, size_t at)
{
	const struct cell *a = &page->cells[at], *b = &glass.shown.cells[at];

	return memcmp(a->c, b->c, sizeof(a->c)) != 0 || a->width != b->width ||
		   a->style != b->style;
}

static bool is_covered(const struct page *page, size_t at)
{
	return !page->cells[at].width || !glass.shown.cells[at].width;
}

/* What differs in a row, with whole wide characters; false for nothing. */
static bool find_span(const struct page *page, int row, int *from, int *to)
{
	size_t start = (size_t)row * (size_t)page->columns;

	*from = 0;
	*to = page->columns;
	if (!glass.shown.cells)
		return true;
	while (*from < *to && !cell_differs(page, start + (size_t)*from))
		(*from)++;
	while (*to > *from && !cell_differs(page, start + (size_t)*to - 1))
		(*to)--;
	if (*from == *to)
		return false;
	while (*from > 0 && is_covered(page, start + (size_t)*from))
		(*from)--;
	while (*to < page->columns && is_covered(page, start + (size_t)*to))
		(*to)++;
	return true;
}

static void remember(const struct page *page)
{
	size_t size =
		(size_t)page->rows * (size_t)page->columns * sizeof(struct cell);

	if (!glass.shown.cells)
		page_init(&glass.shown, page->rows, page->columns);
	memcpy(glass.shown.cells, page->cells, size);
	glass.shown.cursor_row = page->cursor_row;
	glass.shown.cursor_column = page->cursor_column;
}

/* The terminal shows what comes between these at once, where it can. */
static void paint(const struct page *page)
{
	move(page->cursor_row, page->cursor_column);
	wnoutrefresh(stdscr);
	if (!glass.is_console)
		modes_put("\033[?2026h");
	doupdate();
	if (!glass.is_console)
		modes_put("\033[?2026l");
}

void terminal_show(const struct page *page)
{
	int from, to;

	if (page->rows != glass.shown.rows || page->columns != glass.shown.columns)
		page_clear(&glass.shown);
	if (glass.shown.cells && page_same(page, &glass.shown))
		return;
	if (!glass.shown.cells)
		erase();
	for (int row = 0; row < page->rows && row < LINES; row++) {
		if (find_span(page, row, &from, &to))
			put_cells(page, row, from, to);
	}
	paint(page);
	remember(page);
}

/* Finer blocks than thought, or coarser: drawn type must be drawn anew. */
static bool is_news(const char *name)
{
	enum mosaic mosaic = mosaic_from_answer(glass.mosaic, name);
	bool news = !glass.mosaic_is_set && mosaic != glass.mosaic;

	if (news)
		glass.mosaic = mosaic;
	return news;
}

bool terminal_read(struct key *key)
{
	while (reader_take(key)) {
		const char *name = reader_answer();

		if (name && !is_news(name))
			continue;
		if (key->press == PRESS_RESIZE)
			page_clear(&glass.shown);
		return true;
	}
	return false;
}

int terminal_size_fd(void)
{
	return reader_size_fd();
}

bool terminal_is_gone(void)
{
	struct pollfd input = { .fd = STDIN_FILENO };

	return poll(&input, 1, 0) > 0 &&
		   input.revents & (POLLHUP | POLLERR | POLLNVAL);
}

/* Not endwin(): it would show the screen of before, which restore_now() has
 * done already and in the order that leaves nothing behind. */
void terminal_close(void)
{
	if (!glass.screen)
		return;
	restore_now();
	page_clear(&glass.shown);
	reader_stop();
	delscreen(glass.screen);
	memset(&glass, 0, sizeof(glass));
}

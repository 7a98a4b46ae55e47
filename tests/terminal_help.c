/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/terminal_help.h"

#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#include "lib/ui/page.h"
#include "lib/ui/terminal.h"

void glass_start(struct glass *glass, const char *term, program *run)
{
	struct winsize size = { 24, 80, 800, 480 };
	int ends[2], terminal;

	memset(glass, 0, sizeof(*glass));
	assert_int_equal(pipe(ends), 0);
	/* Its modes are looked at before the program can change them. */
	assert_int_equal(openpty(&glass->master, &terminal, NULL, NULL, &size), 0);
	tcgetattr(terminal, &glass->before);
	glass->child = fork();
	assert_true(glass->child >= 0);
	if (glass->child == 0) {
		close(glass->master);
		login_tty(terminal);
		close(ends[0]);
		signal(SIGHUP, SIG_DFL);
		setenv("TERM", term, 1);
		unsetenv("XTERM_VERSION");
		run(ends[1]);
		_exit(0);
	}
	close(terminal);
	close(ends[1]);
	glass->told = ends[0];
}

void glass_settle(struct glass *glass, int ms)
{
	struct pollfd output = { .fd = glass->master, .events = POLLIN };

	while (
		glass->size < sizeof(glass->output) - 1 && poll(&output, 1, ms) > 0) {
		ssize_t n = read(glass->master, glass->output + glass->size,
			sizeof(glass->output) - 1 - glass->size);

		if (n <= 0)
			break;
		glass->size += (size_t)n;
		glass->output[glass->size] = '\0';
	}
}

void glass_forget(struct glass *glass)
{
	glass->size = 0;
	glass->output[0] = '\0';
}

const char *glass_told(struct glass *glass)
{
	static char line[128];
	struct pollfd told = { .fd = glass->told, .events = POLLIN };
	size_t n = 0;

	while (n < sizeof(line) - 1 && poll(&told, 1, 2000) > 0 &&
		   read(glass->told, line + n, 1) == 1 && line[n] != '\n')
		n++;
	line[n] = '\0';
	return line;
}

void glass_start_shown(struct glass *glass, const char *term, program *run)
{
	glass_start(glass, term, run);
	assert_string_equal(glass_told(glass), "shown");
}

void glass_type(struct glass *glass, const char *bytes)
{
	assert_int_equal(
		write(glass->master, bytes, strlen(bytes)), (int)strlen(bytes));
}

int glass_end(struct glass *glass)
{
	int status = 0;

	glass_settle(glass, 300);
	close(glass->master);
	close(glass->told);
	waitpid(glass->child, &status, 0);
	return status;
}

void glass_open(void)
{
	struct terminal_setup setup = { 0 };

	setlocale(LC_ALL, "C.UTF-8");
	if (!terminal_open(&setup))
		_exit(1);
}

static void write_row(struct page *page, int row, const char *text, int style)
{
	for (int i = 0; text[i]; i++) {
		struct cell *cell = page_cell(page, row, i);

		cell->c[0] = (uint32_t)text[i];
		cell->style = (uint8_t)style;
	}
}

void glass_show_hello(const char *more)
{
	struct page page;
	int rows, columns;

	terminal_size(&rows, &columns);
	page_init(&page, rows, columns);
	write_row(&page, 0, "Goedemorgen", STYLE_BOLD);
	write_row(&page, 2, more, STYLE_INVERSE);
	page.cursor_row = 2;
	terminal_show(&page);
	page_clear(&page);
}

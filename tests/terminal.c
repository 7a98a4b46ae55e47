/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/ui/keys.h"
#include "lib/ui/page.h"
#include "lib/ui/terminal.h"

/*
 * A child has the terminal; we are the one who looks at it and presses keys.
 * The child tells on a pipe what it did, one line each.
 */
struct glass {
	int master, told;
	pid_t child;
	struct termios before;
	char output[1 << 16]; /* what was written since forget() */
	size_t size;
};

typedef void program(int tell);

static void start(struct glass *glass, const char *term, program *run)
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

/* Takes in what is written until `ms` of silence, or until the end. */
static void settle(struct glass *glass, int ms)
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

static void forget(struct glass *glass)
{
	glass->size = 0;
	glass->output[0] = '\0';
}

/* The child's next line; "" when it tells nothing for two seconds. */
static const char *told(struct glass *glass)
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

static void type(struct glass *glass, const char *bytes)
{
	assert_int_equal(
		write(glass->master, bytes, strlen(bytes)), (int)strlen(bytes));
}

static int end(struct glass *glass)
{
	int status = 0;

	settle(glass, 300);
	close(glass->master);
	close(glass->told);
	waitpid(glass->child, &status, 0);
	return status;
}

static void open_glass(void)
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

static void show_hello(const char *more)
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

static void show_and_close(int tell)
{
	open_glass();
	show_hello("Ja");
	terminal_close();
	dprintf(tell, "closed\n");
	pause();
}

static void show_and_abort(int tell)
{
	(void)tell;
	open_glass();
	show_hello("Ja");
	signal(SIGALRM, SIG_DFL);
	abort();
}

static void show_and_wait(int tell)
{
	open_glass();
	show_hello("Ja");
	dprintf(tell, "shown\n");
	pause();
}

static void show_and_exit(int tell)
{
	(void)tell;
	open_glass();
	show_hello("Ja");
	exit(0);
}

/* Shows another page each time a key comes, by its character. */
static void show_by_key(int tell)
{
	struct pollfd input = { .fd = 0, .events = POLLIN };
	struct key key;

	open_glass();
	show_hello("Ja");
	dprintf(tell, "shown\n");
	for (;;) {
		poll(&input, 1, -1);
		if (terminal_is_gone())
			return;
		while (terminal_read(&key)) {
			char more[8] = { (char)key.c };

			if (key.press == PRESS_CHARACTER && key.c == 't')
				terminal_set_theme(THEME_YELLOW_ON_BLACK);
			show_hello(key.c == '=' || key.c == 't' ? "Ja" : more);
			dprintf(tell, "shown\n");
		}
	}
}

static void tell_keys(int tell)
{
	struct pollfd input[2] = { { .fd = 0, .events = POLLIN } };
	struct key key;

	open_glass();
	input[1] = (struct pollfd){ terminal_size_fd(), POLLIN, 0 };
	show_hello("Ja");
	dprintf(tell, "shown\n");
	for (;;) {
		poll(input, 2, -1);
		if (terminal_is_gone()) {
			dprintf(tell, "gone\n");
			return;
		}
		while (terminal_read(&key))
			dprintf(tell, "%d %x %d %d,%d\n", (int)key.press, key.c, key.number,
				key.row, key.column);
	}
}

static void assert_key(struct glass *glass, enum press press, uint32_t c)
{
	unsigned got_press = 0, got_c = 0;

	sscanf(told(glass), "%u %x", &got_press, &got_c);
	assert_int_equal(got_press, press);
	assert_int_equal(got_c, c);
}

static void assert_given_back(struct glass *glass)
{
	struct termios now;

	assert_int_equal(tcgetattr(glass->master, &now), 0);
	assert_int_equal(now.c_lflag, glass->before.c_lflag);
	assert_int_equal(now.c_iflag, glass->before.c_iflag);
	assert_memory_equal(now.c_cc, glass->before.c_cc, sizeof(now.c_cc));
	assert_non_null(strstr(glass->output, "\033[3J"));
}

static void shows_a_page_and_gives_the_terminal_back(void **state)
{
	static const char *const terms[] = { "xterm-256color", "xterm", "vt100",
		"linux", "screen", "no-such-terminal" };

	(void)state;
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		struct glass glass;

		start(&glass, terms[i], show_and_close);
		assert_string_equal(told(&glass), "closed");
		settle(&glass, 100);
		assert_non_null(strstr(glass.output, "Goedemorgen"));
		assert_given_back(&glass);
		kill(glass.child, SIGKILL);
		end(&glass);
	}
}

static void takes_colours_and_screen_back(void **state)
{
	struct glass glass;
	const char *clear;

	(void)state;
	start(&glass, "xterm-256color", show_and_close);
	assert_string_equal(told(&glass), "closed");
	settle(&glass, 100);
	assert_non_null(strstr(glass.output, "\033]104\007"));
	assert_non_null(strstr(glass.output, "\033[8h"));
	clear = strstr(glass.output, "\033]104");
	assert_non_null(strstr(clear, "\033[H\033[2J"));
	assert_true(strstr(clear, "\033[2J") < strstr(clear, "\033[?1049l"));
	kill(glass.child, SIGKILL);
	end(&glass);
}

static void takes_no_signal_from_keys(void **state)
{
	struct glass glass;
	struct termios modes;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	tcgetattr(glass.master, &modes);
	assert_int_equal(modes.c_lflag & (ISIG | ICANON | ECHO | IEXTEN), 0);
	assert_int_equal(modes.c_iflag & (IXON | IXOFF), 0);
	assert_int_equal(modes.c_cc[VINTR], _POSIX_VDISABLE);
	assert_int_equal(modes.c_cc[VSUSP], _POSIX_VDISABLE);
	assert_int_equal(modes.c_cc[VQUIT], _POSIX_VDISABLE);
	type(&glass, "\003");
	assert_key(&glass, PRESS_OTHER, 0);
	type(&glass, "\032");
	assert_key(&glass, PRESS_OTHER, 0);
	type(&glass, "\034\023");
	assert_key(&glass, PRESS_OTHER, 0);
	assert_key(&glass, PRESS_OTHER, 0);
	kill(glass.child, SIGKILL);
	end(&glass);
}

static void assert_ended_by(struct glass *glass, int signal)
{
	int status = 0;

	settle(glass, 300);
	waitpid(glass->child, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), signal);
	close(glass->master);
	close(glass->told);
}

/* The master reads what was written also after the end; modes are asked for
 * while a copy of the other side is still open. */
static int keep_open(struct glass *glass)
{
	char name[128];

	assert_int_equal(ptsname_r(glass->master, name, sizeof(name)), 0);
	return open(name, O_RDWR | O_NOCTTY);
}

static void gives_the_terminal_back_on_a_signal(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGSEGV };

	(void)state;
	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		struct glass glass;
		int kept;

		start(&glass, "xterm-256color", show_and_wait);
		assert_string_equal(told(&glass), "shown");
		kept = keep_open(&glass);
		kill(glass.child, signals[i]);
		settle(&glass, 300);
		assert_given_back(&glass);
		close(kept);
		if (signals[i] == SIGSEGV)
			end(&glass); /* a sanitizer tells of it in its own way */
		else
			assert_ended_by(&glass, signals[i]);
	}
}

static void gives_the_terminal_back_when_the_program_aborts(void **state)
{
	struct glass glass;
	int kept;

	(void)state;
	start(&glass, "xterm-256color", show_and_abort);
	kept = keep_open(&glass);
	settle(&glass, 500);
	assert_given_back(&glass);
	close(kept);
	assert_ended_by(&glass, SIGABRT);
}

static void gives_the_terminal_back_when_the_program_exits(void **state)
{
	struct glass glass;
	int kept;

	(void)state;
	start(&glass, "vt100", show_and_exit);
	kept = keep_open(&glass);
	settle(&glass, 500);
	assert_given_back(&glass);
	close(kept);
	assert_int_equal(end(&glass), 0);
}

static void the_same_page_again_writes_nothing(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", show_by_key);
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	forget(&glass);
	type(&glass, "=");
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	assert_int_equal(glass.size, 0);
	end(&glass);
}

static void a_letter_writes_a_letter_in_one_frame(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", show_by_key);
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	forget(&glass);
	type(&glass, "x");
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	assert_true(glass.size < 150);
	assert_memory_equal(glass.output, "\033[?2026h", 8);
	assert_string_equal(glass.output + glass.size - 8, "\033[?2026l");
	end(&glass);
}

static void another_theme_paints_the_page_again(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", show_by_key);
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	forget(&glass);
	type(&glass, "t");
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	assert_non_null(strstr(glass.output, "38;5;226"));
	assert_non_null(strstr(glass.output, "Goedemorgen"));
	end(&glass);
}

static void without_colours_inverse_is_the_other_theme(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "vt100", show_by_key);
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	assert_null(strstr(glass.output, "38;5"));
	forget(&glass);
	type(&glass, "t");
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 200);
	assert_non_null(strstr(glass.output, "Goedemorgen"));
	assert_non_null(strstr(glass.output, "7m"));
	end(&glass);
}

static void keys_are_decoded(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "\033OA\033OB\r\n\t\033[Z\177");
	assert_key(&glass, PRESS_UP, 0);
	assert_key(&glass, PRESS_DOWN, 0);
	assert_key(&glass, PRESS_ENTER, 0);
	assert_key(&glass, PRESS_ENTER, 0);
	assert_key(&glass, PRESS_TAB, 0);
	assert_key(&glass, PRESS_BACK_TAB, 0);
	assert_key(&glass, PRESS_BACKSPACE, 0);
	type(&glass, "\033OP\033[24~");
	assert_string_equal(told(&glass), "9 0 1 0,0");
	assert_string_equal(told(&glass), "9 0 12 0,0");
	type(&glass, "aé٣ش");
	assert_key(&glass, PRESS_CHARACTER, 'a');
	assert_key(&glass, PRESS_CHARACTER, 0xe9);
	assert_key(&glass, PRESS_CHARACTER, 0x663);
	assert_key(&glass, PRESS_CHARACTER, 0x634);
	type(&glass, "\033OC\033[1;5D");
	assert_key(&glass, PRESS_OTHER, 0);
	assert_key(&glass, PRESS_OTHER, 0);
	end(&glass);
}

static void arrows_work_in_either_form(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "vt100", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "\033OA");
	assert_key(&glass, PRESS_UP, 0);
	type(&glass, "\033[B");
	assert_key(&glass, PRESS_DOWN, 0);
	end(&glass);
}

static void number_pad_works_where_curses_names_its_keys(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "vt100", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "\033Oq\033OM");
	assert_key(&glass, PRESS_CHARACTER, '1');
	assert_key(&glass, PRESS_ENTER, 0);
	end(&glass);
}

static void escape_is_told_within_thirty_milliseconds(void **state)
{
	struct glass glass;
	int64_t best = 1000;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	for (int i = 0; i < 5; i++) {
		int64_t from = clock_ms();

		type(&glass, "\033");
		assert_key(&glass, PRESS_ESCAPE, 0);
		if (clock_ms() - from < best)
			best = clock_ms() - from;
	}
	assert_true(best <= 30);
	end(&glass);
}

static void a_tap_acts_where_it_is_let_go(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "\033[<0;5;3M\033[<0;7;4m");
	assert_string_equal(told(&glass), "10 0 0 3,6");
	type(&glass, "\033[<64;5;3Mx");
	assert_key(&glass, PRESS_CHARACTER, 'x');
	end(&glass);
}

static void answers_swallow_no_keys(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "a\033P>|foot(1.13.1)\033\\b\033[?62;4cc");
	assert_key(&glass, PRESS_CHARACTER, 'a');
	assert_key(&glass, PRESS_CHARACTER, 'b');
	assert_key(&glass, PRESS_CHARACTER, 'c');
	end(&glass);
}

static void an_answer_that_changes_the_blocks_asks_for_a_new_page(void **state)
{
	struct glass glass;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	type(&glass, "\033P>|XTerm(379)\033\\a");
	assert_key(&glass, PRESS_RESIZE, 0);
	assert_key(&glass, PRESS_CHARACTER, 'a');
	end(&glass);
}

static void what_is_pasted_without_end_is_thrown_away(void **state)
{
	struct glass glass;
	char bomb[4096];
	int n = 0;

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	memset(bomb, '1', sizeof(bomb));
	fcntl(glass.master, F_SETFL, O_NONBLOCK);
	assert_true(write(glass.master, bomb, sizeof(bomb)) > 1000);
	usleep(200000);
	fcntl(glass.master, F_SETFL, 0);
	type(&glass, "z");
	while (strcmp(told(&glass), "1 7a 0 0,0") != 0)
		assert_true(++n < 1500);
	end(&glass);
}

static void a_new_size_comes_as_a_key(void **state)
{
	struct glass glass;
	struct winsize size = { 40, 120, 0, 0 };

	(void)state;
	start(&glass, "xterm-256color", tell_keys);
	assert_string_equal(told(&glass), "shown");
	ioctl(glass.master, TIOCSWINSZ, &size);
	assert_key(&glass, PRESS_RESIZE, 0);
	end(&glass);
}

static void ignore_hang_up(int tell)
{
	signal(SIGHUP, SIG_IGN);
	tell_keys(tell);
}

static void hanging_up_is_noticed(void **state)
{
	struct glass glass;
	int status;

	(void)state;
	start(&glass, "xterm-256color", ignore_hang_up);
	assert_string_equal(told(&glass), "shown");
	settle(&glass, 100);
	close(glass.master);
	assert_string_equal(told(&glass), "gone");
	close(glass.told);
	waitpid(glass.child, &status, 0);
}

static void without_a_terminal_it_fails(void **state)
{
	struct terminal_setup setup = { 0 };
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int in = dup(0), out = dup(1);
	bool opened;

	(void)state;
	dup2(null, 0);
	dup2(null, 1);
	opened = terminal_open(&setup);
	dup2(in, 0);
	dup2(out, 1);
	close(in);
	close(out);
	close(null);
	assert_false(opened);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_a_page_and_gives_the_terminal_back),
		cmocka_unit_test(takes_colours_and_screen_back),
		cmocka_unit_test(takes_no_signal_from_keys),
		cmocka_unit_test(gives_the_terminal_back_on_a_signal),
		cmocka_unit_test(gives_the_terminal_back_when_the_program_aborts),
		cmocka_unit_test(gives_the_terminal_back_when_the_program_exits),
		cmocka_unit_test(the_same_page_again_writes_nothing),
		cmocka_unit_test(a_letter_writes_a_letter_in_one_frame),
		cmocka_unit_test(another_theme_paints_the_page_again),
		cmocka_unit_test(without_colours_inverse_is_the_other_theme),
		cmocka_unit_test(keys_are_decoded),
		cmocka_unit_test(arrows_work_in_either_form),
		cmocka_unit_test(number_pad_works_where_curses_names_its_keys),
		cmocka_unit_test(escape_is_told_within_thirty_milliseconds),
		cmocka_unit_test(a_tap_acts_where_it_is_let_go),
		cmocka_unit_test(answers_swallow_no_keys),
		cmocka_unit_test(an_answer_that_changes_the_blocks_asks_for_a_new_page),
		cmocka_unit_test(what_is_pasted_without_end_is_thrown_away),
		cmocka_unit_test(a_new_size_comes_as_a_key),
		cmocka_unit_test(hanging_up_is_noticed),
		cmocka_unit_test(without_a_terminal_it_fails),
	};

	log_open("");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

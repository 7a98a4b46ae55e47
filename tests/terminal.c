/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/terminal_help.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/log.h"
#include "lib/ui/keys.h"
#include "lib/ui/terminal.h"

static void show_and_close(int tell)
{
	glass_open();
	glass_show_hello("Ja");
	terminal_close();
	dprintf(tell, "closed\n");
	pause();
}

static void show_and_abort(int tell)
{
	(void)tell;
	glass_open();
	glass_show_hello("Ja");
	signal(SIGALRM, SIG_DFL);
	abort();
}

static void show_and_wait(int tell)
{
	glass_open();
	glass_show_hello("Ja");
	dprintf(tell, "shown\n");
	pause();
}

static void show_and_exit(int tell)
{
	(void)tell;
	glass_open();
	glass_show_hello("Ja");
	exit(0);
}

/* Shows another page each time a key comes, by its character. */
static void show_by_key(int tell)
{
	struct pollfd input = { .fd = 0, .events = POLLIN };
	struct key key;

	glass_open();
	glass_show_hello("Ja");
	dprintf(tell, "shown\n");
	for (;;) {
		poll(&input, 1, -1);
		if (terminal_is_gone())
			return;
		while (terminal_read(&key)) {
			char more[8] = { (char)key.c };

			if (key.press == PRESS_CHARACTER && key.c == 't')
				terminal_set_theme(THEME_YELLOW_ON_BLACK);
			glass_show_hello(key.c == '=' || key.c == 't' ? "Ja" : more);
			dprintf(tell, "shown\n");
		}
	}
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

		glass_start(&glass, terms[i], show_and_close);
		assert_string_equal(glass_told(&glass), "closed");
		glass_settle(&glass, 100);
		assert_non_null(strstr(glass.output, "Goedemorgen"));
		assert_given_back(&glass);
		kill(glass.child, SIGKILL);
		glass_end(&glass);
	}
}

static void takes_colours_and_screen_back(void **state)
{
	struct glass glass;
	const char *clear;

	(void)state;
	glass_start(&glass, "xterm-256color", show_and_close);
	assert_string_equal(glass_told(&glass), "closed");
	glass_settle(&glass, 100);
	assert_non_null(strstr(glass.output, "\033]104\007"));
	assert_non_null(strstr(glass.output, "\033[8h"));
	clear = strstr(glass.output, "\033]104");
	assert_non_null(strstr(clear, "\033[H\033[2J"));
	assert_true(strstr(clear, "\033[2J") < strstr(clear, "\033[?1049l"));
	kill(glass.child, SIGKILL);
	glass_end(&glass);
}

static void assert_ended_by(struct glass *glass, int signal)
{
	int status = 0;

	glass_settle(glass, 300);
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

		glass_start(&glass, "xterm-256color", show_and_wait);
		assert_string_equal(glass_told(&glass), "shown");
		kept = keep_open(&glass);
		kill(glass.child, signals[i]);
		glass_settle(&glass, 300);
		assert_given_back(&glass);
		close(kept);
		if (signals[i] == SIGSEGV)
			glass_end(&glass); /* a sanitizer tells of it in its own way */
		else
			assert_ended_by(&glass, signals[i]);
	}
}

static void gives_the_terminal_back_when_the_program_aborts(void **state)
{
	struct glass glass;
	int kept;

	(void)state;
	glass_start(&glass, "xterm-256color", show_and_abort);
	kept = keep_open(&glass);
	glass_settle(&glass, 500);
	assert_given_back(&glass);
	close(kept);
	assert_ended_by(&glass, SIGABRT);
}

static void gives_the_terminal_back_when_the_program_exits(void **state)
{
	struct glass glass;
	int kept;

	(void)state;
	glass_start(&glass, "vt100", show_and_exit);
	kept = keep_open(&glass);
	glass_settle(&glass, 500);
	assert_given_back(&glass);
	close(kept);
	assert_int_equal(glass_end(&glass), 0);
}

/* What the key changed is all that stands in the output. */
static void show_and_press(struct glass *glass, const char *key)
{
	glass_start_shown(glass, "xterm-256color", show_by_key);
	glass_settle(glass, 200);
	glass_forget(glass);
	glass_type(glass, key);
	assert_string_equal(glass_told(glass), "shown");
	glass_settle(glass, 200);
}

static void the_same_page_again_writes_nothing(void **state)
{
	struct glass glass;

	(void)state;
	show_and_press(&glass, "=");
	assert_int_equal(glass.size, 0);
	glass_end(&glass);
}

static void a_letter_writes_a_letter_in_one_frame(void **state)
{
	struct glass glass;

	(void)state;
	show_and_press(&glass, "x");
	assert_true(glass.size < 150);
	assert_memory_equal(glass.output, "\033[?2026h", 8);
	assert_string_equal(glass.output + glass.size - 8, "\033[?2026l");
	glass_end(&glass);
}

static void another_theme_paints_the_page_again(void **state)
{
	struct glass glass;

	(void)state;
	show_and_press(&glass, "t");
	assert_non_null(strstr(glass.output, "38;5;226"));
	assert_non_null(strstr(glass.output, "Goedemorgen"));
	glass_end(&glass);
}

static void without_colours_inverse_is_the_other_theme(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "vt100", show_by_key);
	glass_settle(&glass, 200);
	assert_null(strstr(glass.output, "38;5"));
	glass_forget(&glass);
	glass_type(&glass, "t");
	assert_string_equal(glass_told(&glass), "shown");
	glass_settle(&glass, 200);
	assert_non_null(strstr(glass.output, "Goedemorgen"));
	assert_non_null(strstr(glass.output, "7m"));
	glass_end(&glass);
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
		cmocka_unit_test(gives_the_terminal_back_on_a_signal),
		cmocka_unit_test(gives_the_terminal_back_when_the_program_aborts),
		cmocka_unit_test(gives_the_terminal_back_when_the_program_exits),
		cmocka_unit_test(the_same_page_again_writes_nothing),
		cmocka_unit_test(a_letter_writes_a_letter_in_one_frame),
		cmocka_unit_test(another_theme_paints_the_page_again),
		cmocka_unit_test(without_colours_inverse_is_the_other_theme),
		cmocka_unit_test(without_a_terminal_it_fails),
	};

	log_open("");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* What the terminal makes of keys, taps and sizes. */
#include "tests/terminal_help.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/log.h"
#include "lib/ui/keys.h"
#include "lib/ui/terminal.h"

static void tell_keys(int tell)
{
	struct pollfd input[2] = { { .fd = 0, .events = POLLIN } };
	struct key key;

	glass_open();
	input[1] = (struct pollfd){ terminal_size_fd(), POLLIN, 0 };
	glass_show_hello("Ja");
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

	sscanf(glass_told(glass), "%u %x", &got_press, &got_c);
	assert_int_equal(got_press, press);
	assert_int_equal(got_c, c);
}

static void takes_no_signal_from_keys(void **state)
{
	struct glass glass;
	struct termios modes;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	tcgetattr(glass.master, &modes);
	assert_int_equal(modes.c_lflag & (ISIG | ICANON | ECHO | IEXTEN), 0);
	assert_int_equal(modes.c_iflag & (IXON | IXOFF), 0);
	assert_int_equal(modes.c_cc[VINTR], _POSIX_VDISABLE);
	assert_int_equal(modes.c_cc[VSUSP], _POSIX_VDISABLE);
	assert_int_equal(modes.c_cc[VQUIT], _POSIX_VDISABLE);
	glass_type(&glass, "\003");
	assert_key(&glass, PRESS_OTHER, 0);
	glass_type(&glass, "\032");
	assert_key(&glass, PRESS_OTHER, 0);
	glass_type(&glass, "\034\023");
	assert_key(&glass, PRESS_OTHER, 0);
	assert_key(&glass, PRESS_OTHER, 0);
	kill(glass.child, SIGKILL);
	glass_end(&glass);
}

static void keys_are_decoded(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	glass_type(&glass, "\033OA\033OB\r\n\t\033[Z\177");
	assert_key(&glass, PRESS_UP, 0);
	assert_key(&glass, PRESS_DOWN, 0);
	assert_key(&glass, PRESS_ENTER, 0);
	assert_key(&glass, PRESS_ENTER, 0);
	assert_key(&glass, PRESS_TAB, 0);
	assert_key(&glass, PRESS_BACK_TAB, 0);
	assert_key(&glass, PRESS_BACKSPACE, 0);
	glass_type(&glass, "\033OP\033[24~");
	assert_string_equal(glass_told(&glass), "9 0 1 0,0");
	assert_string_equal(glass_told(&glass), "9 0 12 0,0");
	glass_type(&glass, "aé٣ش");
	assert_key(&glass, PRESS_CHARACTER, 'a');
	assert_key(&glass, PRESS_CHARACTER, 0xe9);
	assert_key(&glass, PRESS_CHARACTER, 0x663);
	assert_key(&glass, PRESS_CHARACTER, 0x634);
	glass_type(&glass, "\033OC\033[1;5D");
	assert_key(&glass, PRESS_OTHER, 0);
	assert_key(&glass, PRESS_OTHER, 0);
	glass_end(&glass);
}

static void arrows_work_in_either_form(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "vt100", tell_keys);
	glass_type(&glass, "\033OA");
	assert_key(&glass, PRESS_UP, 0);
	glass_type(&glass, "\033[B");
	assert_key(&glass, PRESS_DOWN, 0);
	glass_end(&glass);
}

static void number_pad_works_where_curses_names_its_keys(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "vt100", tell_keys);
	glass_type(&glass, "\033Oq\033OM");
	assert_key(&glass, PRESS_CHARACTER, '1');
	assert_key(&glass, PRESS_ENTER, 0);
	glass_end(&glass);
}

static void escape_is_told_within_thirty_milliseconds(void **state)
{
	struct glass glass;
	int64_t best = 1000;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	for (int i = 0; i < 5; i++) {
		int64_t from = clock_ms();

		glass_type(&glass, "\033");
		assert_key(&glass, PRESS_ESCAPE, 0);
		if (clock_ms() - from < best)
			best = clock_ms() - from;
	}
	assert_true(best <= 30);
	glass_end(&glass);
}

static void a_tap_acts_where_it_is_let_go(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	glass_type(&glass, "\033[<0;5;3M\033[<0;7;4m");
	assert_string_equal(glass_told(&glass), "10 0 0 3,6");
	glass_type(&glass, "\033[<64;5;3Mx");
	assert_key(&glass, PRESS_CHARACTER, 'x');
	glass_end(&glass);
}

static void answers_swallow_no_keys(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	glass_type(&glass, "a\033P>|foot(1.13.1)\033\\b\033[?62;4cc");
	assert_key(&glass, PRESS_CHARACTER, 'a');
	assert_key(&glass, PRESS_CHARACTER, 'b');
	assert_key(&glass, PRESS_CHARACTER, 'c');
	glass_end(&glass);
}

static void an_answer_that_changes_the_blocks_asks_for_a_new_page(void **state)
{
	struct glass glass;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	glass_type(&glass, "\033P>|XTerm(379)\033\\a");
	assert_key(&glass, PRESS_RESIZE, 0);
	assert_key(&glass, PRESS_CHARACTER, 'a');
	glass_end(&glass);
}

static void what_is_pasted_without_end_is_thrown_away(void **state)
{
	struct glass glass;
	char bomb[4096];
	int n = 0;

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	memset(bomb, '1', sizeof(bomb));
	fcntl(glass.master, F_SETFL, O_NONBLOCK);
	assert_true(write(glass.master, bomb, sizeof(bomb)) > 1000);
	usleep(200000);
	fcntl(glass.master, F_SETFL, 0);
	glass_type(&glass, "z");
	while (strcmp(glass_told(&glass), "1 7a 0 0,0") != 0)
		assert_true(++n < 1500);
	glass_end(&glass);
}

static void a_new_size_comes_as_a_key(void **state)
{
	struct glass glass;
	struct winsize size = { 40, 120, 0, 0 };

	(void)state;
	glass_start_shown(&glass, "xterm-256color", tell_keys);
	ioctl(glass.master, TIOCSWINSZ, &size);
	assert_key(&glass, PRESS_RESIZE, 0);
	glass_end(&glass);
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
	glass_start_shown(&glass, "xterm-256color", ignore_hang_up);
	glass_settle(&glass, 100);
	close(glass.master);
	assert_string_equal(glass_told(&glass), "gone");
	close(glass.told);
	waitpid(glass.child, &status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_no_signal_from_keys),
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
	};

	log_open("");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

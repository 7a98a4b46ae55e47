/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/terminal_modes.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "lib/base/text.h"
#include "lib/ui/restore.h"

void modes_put(const char *bytes)
{
	size_t left = strlen(bytes);

	while (left) {
		ssize_t n = write(STDOUT_FILENO, bytes, left);

		if (n <= 0)
			return;
		bytes += n;
		left -= (size_t)n;
	}
}

/* NULL for what the terminal does not have. */
static const char *capability(const char *name)
{
	const char *value = tigetstr(name);

	/* terminfo says -1 for a name that is not a text's */
	return (intptr_t)value == -1 ? NULL : value;
}

/* Without the marks that ask for padding. */
static void add_capability(struct text *text, const char *name)
{
	const char *value = capability(name);

	if (!value)
		return;
	while (*value) {
		size_t plain = strcspn(value, "$");

		text_add_n(text, value, plain);
		value += plain;
		if (value[0] == '$' && value[1] == '<')
			value += strcspn(value, ">") + 1;
		else if (*value)
			text_add_n(text, value++, 1);
	}
}

/* What gives the terminal back. In this order: the end of whatever was being
 * written, modes, colours, an empty screen, the screen of before, and nothing
 * to scroll back to. */
void modes_arm_restore(bool is_console)
{
	static const char *const names[] = { "oc", "op", "sgr0", "Se", "clear",
		"rmkx", "cnorm", "rmcup" };
	struct text text = { 0 };

	text_add(&text, "\033\\\033[?2026l\033[?1000l\033[?1006l");
	text_add(&text, is_console ? "\033[?8h" : "\033[8h");
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_capability(&text, names[i]);
	text_add(&text, "\033[3J");
	restore_arm(text.bytes, text.size);
	text_clear(&text);
}

/* raw() turns the keys that make signals off; this takes their letters away,
 * so that they stay off whoever turns modes on again. */
static void disarm_control_keys(void)
{
	static const int keys[] = { VINTR, VQUIT, VSUSP, VSTART, VSTOP, VLNEXT,
		VEOF, VEOL, VKILL, VDISCARD, VREPRINT, VWERASE, VERASE };
	struct termios modes;

	if (tcgetattr(STDIN_FILENO, &modes) != 0)
		return;
	modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | IXANY | ISTRIP | BRKINT);
	modes.c_lflag &= ~(tcflag_t)(ISIG | ICANON | IEXTEN | ECHO);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		modes.c_cc[keys[i]] = _POSIX_VDISABLE;
	modes.c_cc[VMIN] = 1;
	modes.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
	def_prog_mode();
}

void modes_set(void)
{
	raw();
	noecho();
	nonl();
	disarm_control_keys();
	set_escdelay(25);
	keypad(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	curs_set(1);
	mouseinterval(0);
	mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED, NULL);
}

/* A cursor that stands still and fills its cell, no bidi in the terminal (the
 * pages are in visual order), no brackets around what is pasted; the question
 * for its name, which is answered among the keys. */
void modes_set_extras(bool is_console, bool asks_name)
{
	struct text text = { 0 };
	const char *cursor = capability("Ss");

	if (is_console) {
		text_add(&text, "\033[?8l"); /* a held key does not repeat */
	} else {
		text_add(&text, "\033[8l\033[?2004l");
		if (cursor)
			text_add(&text, tiparm(cursor, 2));
		if (asks_name)
			text_add(&text, "\033[>q\033[c");
	}
	modes_put(text.bytes);
	text_clear(&text);
}

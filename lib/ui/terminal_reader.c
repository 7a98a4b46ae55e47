/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/terminal_reader.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/ui/decode.h"
#include "lib/ui/keys.h"

/* A person never has more keys waiting; what does is pasted or broken. */
enum { MOST_WAITING = 512 };

static struct {
	WINDOW *input; /* a pad, as reading from a window would paint it */
	struct decoder decoder;
	int waiting; /* how many bytes were read without a pause */
	bool flooded;
	struct key later; /* comes after the one that was given */
	bool answered;
	int resized_fd;
	volatile sig_atomic_t resized;
} reader;

/* Curses' own handler only sets a flag, and a program that is about to wait
 * would not see it before the next key. */
static void note_new_size(int signal)
{
	const uint64_t one = 1;
	int saved = errno;

	(void)signal;
	reader.resized = 1;
	if (write(reader.resized_fd, &one, sizeof(one)) < 0)
		reader.resized = 2; /* seen with the next key */
	errno = saved;
}

static void watch_size(void)
{
	struct sigaction action = { .sa_handler = note_new_size };

	reader.resized_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	sigaction(SIGWINCH, &action, NULL);
}

/* Curses gives KEY_RESIZE for it when the size really is another. */
static void take_size(void)
{
	struct winsize size;
	uint64_t n;

	if (!reader.resized)
		return;
	reader.resized = 0;
	if (read(reader.resized_fd, &n, sizeof(n)) < 0)
		n = 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row &&
		size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
}

/* Curses has names for a few keys of a vt100's number pad only, by their place
 * and not by their digit: the decoder knows all. */
static void leave_number_pad(void)
{
	char sequence[] = "\033O?";

	for (const char *at = "jklmnopqrstuvwxyM"; *at; at++) {
		sequence[2] = *at;
		define_key(sequence, 0);
	}
}

void reader_start(void)
{
	memset(&reader, 0, sizeof(reader));
	reader.input = newpad(1, 1);
	keypad(reader.input, TRUE);
	nodelay(reader.input, TRUE);
	leave_number_pad();
	watch_size();
}

int reader_size_fd(void)
{
	return reader.resized_fd;
}

static const struct {
	int code;
	enum press press;
} named[] = {
	{ KEY_UP, PRESS_UP },
	{ KEY_DOWN, PRESS_DOWN },
	{ KEY_ENTER, PRESS_ENTER },
	{ KEY_BTAB, PRESS_BACK_TAB },
	{ KEY_BACKSPACE, PRESS_BACKSPACE },
	{ KEY_DC, PRESS_BACKSPACE },
	{ KEY_CANCEL, PRESS_ESCAPE },
	{ KEY_EXIT, PRESS_ESCAPE },
	{ KEY_RESIZE, PRESS_RESIZE },
	{ '\r', PRESS_ENTER },
	{ '\n', PRESS_ENTER },
	{ '\t', PRESS_TAB },
	{ '\b', PRESS_BACKSPACE },
	{ 127, PRESS_BACKSPACE },
};

static enum press press_of(int code)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		if (named[i].code == code)
			return named[i].press;
	}
	return PRESS_OTHER;
}

/* A tap acts where it is let go, so that a finger may still slide away. */
static struct key pointer_key(void)
{
	struct key key = { 0 };
	MEVENT event;

	if (getmouse(&event) != OK || !(event.bstate & BUTTON1_RELEASED))
		return key;
	key.press = PRESS_POINTER;
	key.row = event.y;
	key.column = event.x;
	return key;
}

static struct key curses_key(int code)
{
	struct key key = { 0 };

	if (code == KEY_MOUSE)
		return pointer_key();
	if (code >= KEY_F(1) && code <= KEY_F(63)) {
		key.press = PRESS_FUNCTION;
		key.number = code - KEY_F0;
		return key;
	}
	key.press = press_of(code);
	return key;
}

static struct key character_key(uint32_t c)
{
	struct key key = { .press = PRESS_CHARACTER, .c = c };

	if (c < ' ' || c == 127)
		key = (struct key){ .press = press_of((int)c) };
	return key;
}

static struct key decoded_key(enum decoded found)
{
	struct key key = { 0 };

	switch (found) {
	case DECODED_NOTHING:
		break;
	case DECODED_CHARACTER:
		return character_key(reader.decoder.c);
	case DECODED_ESCAPE_AND_CHARACTER:
		reader.later = character_key(reader.decoder.c);
		key.press = PRESS_ESCAPE;
		break;
	case DECODED_ESCAPE:
		key.press = PRESS_ESCAPE;
		break;
	case DECODED_UP:
		key.press = PRESS_UP;
		break;
	case DECODED_DOWN:
		key.press = PRESS_DOWN;
		break;
	case DECODED_UNKNOWN:
		key.press = PRESS_OTHER;
		break;
	case DECODED_ANSWER:
		key.press = PRESS_RESIZE;
		reader.answered = true;
		break;
	}
	return key;
}

/* What is pasted, or comes from a stuck key, is thrown away: it would act on
 * screens that nobody has seen. */
static bool is_flood(void)
{
	if (++reader.waiting <= MOST_WAITING)
		return false;
	flushinp();
	memset(&reader.decoder, 0, sizeof(reader.decoder));
	reader.waiting = 0;
	reader.flooded = true;
	return true;
}

static bool give(struct key *key, struct key given)
{
	*key = given;
	return given.press != PRESS_NONE;
}

static bool take_waiting(struct key *key)
{
	struct key waiting = reader.later;

	reader.later = (struct key){ 0 };
	if (give(key, waiting))
		return true;
	if (!reader.flooded)
		return false;
	reader.flooded = false;
	return give(key, (struct key){ .press = PRESS_OTHER });
}

bool reader_take(struct key *key)
{
	take_size();
	if (take_waiting(key))
		return true;
	while (!is_flood()) {
		int code = wgetch(reader.input);

		if (code == ERR) {
			reader.waiting = 0;
			return give(key, decoded_key(decoder_pause(&reader.decoder)));
		}
		if (give(key, code < KEY_MIN ? decoded_key(decoder_take(&reader.decoder,
										   (unsigned char)code, clock_ms()))
									 : curses_key(code)))
			return true;
	}
	return false;
}

const char *reader_answer(void)
{
	if (!reader.answered)
		return NULL;
	reader.answered = false;
	return reader.decoder.name;
}

void reader_stop(void)
{
	signal(SIGWINCH, SIG_DFL);
	close(reader.resized_fd);
	delwin(reader.input);
	explicit_bzero(&reader, sizeof(reader));
}

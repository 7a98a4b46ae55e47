/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_TERMINAL_HELP_H
#define TESTS_TERMINAL_HELP_H
/*
 * A child has the terminal; we are the one who looks at it and presses keys.
 * The child tells on a pipe what it did, one line each.
 */
#include "tests/test.h"

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

struct glass {
	int master, told;
	pid_t child;
	struct termios before;
	char output[1 << 16]; /* what was written since forget() */
	size_t size;
};

typedef void program(int tell);

/* The child runs `run` in a terminal of that name; shown: it told so. */
void glass_start(struct glass *glass, const char *term, program *run);
void glass_start_shown(struct glass *glass, const char *term, program *run);
int glass_end(struct glass *glass); /* what waitpid() tells */

void glass_type(struct glass *glass, const char *bytes);
/* Takes in what is written until `ms` of silence, or until the end. */
void glass_settle(struct glass *glass, int ms);
void glass_forget(struct glass *glass);
/* The child's next line; "" when it tells nothing for two seconds. */
const char *glass_told(struct glass *glass);

/* For the child. */
void glass_open(void);
void glass_show_hello(const char *more);

#endif

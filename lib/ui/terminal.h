/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TERMINAL_H
#define UI_TERMINAL_H
/*
 * The glass: shows pages and reads keys. The only one who knows curses. There
 * is one terminal, so it is not passed around. No key and no signal leaves the
 * program; however it ends, the terminal is given back and nothing stays on it.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/ui/mosaic.h"
#include "lib/ui/theme.h"

struct key;
struct page;

struct terminal_setup {
	const char *term; /* NULL: from TERM */
	enum theme theme;
	bool mosaic_is_set; /* by the configuration; else it is found out */
	enum mosaic mosaic;
};

/* Standard input and output must be a terminal; false (logged) if not. */
bool terminal_open(const struct terminal_setup *setup);

void terminal_size(int *rows, int *columns);
/* Width and height of the whole screen in pixels; false where unknown. */
bool terminal_pixels(int *width, int *height);
/* May change when the terminal answers: that comes as PRESS_RESIZE. */
enum mosaic terminal_mosaic(void);

/* How many themes differ here: all, or two where colours cannot be trusted
 * (as the terminal is, and inverse). */
size_t terminal_n_themes(void);
void terminal_set_theme(
	enum theme theme); /* with the next page that is shown */

/* Writes what differs from the page before, and nothing when nothing does. */
void terminal_show(const struct page *page);

/* The next key; false when there is none for now. Never waits for one. Call
 * until false when input is readable and before each wait, as curses may hold
 * keys that poll cannot see. */
bool terminal_read(struct key *key);

/* Readable when the size may have changed: watch it for input, then read keys.
 * It never is when nothing happened. */
int terminal_size_fd(void);
bool terminal_is_gone(void); /* hung up: nobody can see or press anything */

void terminal_close(void);

#endif

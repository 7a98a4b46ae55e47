/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TERMINAL_INK_H
#define UI_TERMINAL_INK_H
/* How a style looks in curses, with the colours this terminal has. */
#include <stdbool.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "lib/ui/theme.h"

struct ink_of_style {
	attr_t attributes;
	short pair;
};

/* Once, after curses has started. Linux's own console shows bold as another
 * colour; `write_out` is how to tell it not to. */
void ink_start(bool is_console, void (*write_out)(const char *bytes));
void ink_set_theme(enum theme theme);
struct ink_of_style ink_of(unsigned style); /* bits of enum style */
bool ink_has_themes(void); /* all of them; else as it is, and inverse */
bool ink_is_modern(void);  /* 256 colours or more: understands questions */

#endif

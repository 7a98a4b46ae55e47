/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TERMINAL_MODES_H
#define UI_TERMINAL_MODES_H
/* How the terminal behaves while the kiosk has it, and how it is given back. */
#include <stdbool.h>

void modes_put(const char *bytes);       /* past curses, to the terminal */
void modes_arm_restore(bool is_console); /* after curses has started */
void modes_set(void);
void modes_set_extras(bool is_console, bool asks_name);

#endif

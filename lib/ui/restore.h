/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_RESTORE_H
#define UI_RESTORE_H
/*
 * Gives the terminal back whatever way the program ends: nothing of a visit
 * stays on the glass, and nobody finds a terminal that does not echo. What is
 * needed is prepared beforehand, so that a signal handler can do it.
 */
#include <stddef.h>

/* Remembers the modes of the terminal at `fd` as they are now. */
void restore_remember(int fd);

/* From now on `bytes` (copied) and the remembered modes are written when a
 * signal or a failure ends the program. */
void restore_arm(const char *bytes, size_t size);

/* Writes them now, once; nothing when not armed. */
void restore_now(void);

#endif

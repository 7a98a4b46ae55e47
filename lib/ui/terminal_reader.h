/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TERMINAL_READER_H
#define UI_TERMINAL_READER_H
/* Keys out of curses. */
#include <stdbool.h>

struct key;

void reader_start(void);
bool reader_take(struct key *key); /* false when there is none for now */

/* What the terminal calls itself, once, after a RESIZE that reader_take() gave
 * for it; else NULL. */
const char *reader_answer(void);
int reader_size_fd(void); /* readable when the size may be another */
void reader_stop(void);

#endif

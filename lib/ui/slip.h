/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SLIP_H
#define UI_SLIP_H
/*
 * The renderer of the paper slip: what a resident takes home, in their own
 * language with the Dutch beneath, as lines for a narrow printer. Paper gets
 * lost, so nothing private is ever on it. Lines are in the order in which they
 * are read; the printer sees to their direction.
 */
#include "lib/ui/renderer.h"

enum { SLIP_COLUMNS = 42 };

/* `dutch` is the same screen in Dutch, its items known by their ids; NULL, or
 * in the same language: everything stands there once. The caller frees. */
char *slip_text(
	const struct screen *own, const struct screen *dutch, int columns);

/* The same as a renderer. The caller frees it with renderer->free(). */
struct renderer *slip_new(int columns);
/* What the next show() sets beneath; copied. NULL: nothing. */
void slip_set_dutch(struct renderer *renderer, const struct screen *dutch);
/* What show() made last, "" before; lent. */
const char *slip_last(const struct renderer *renderer);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_PLAIN_H
#define UI_PLAIN_H
/*
 * The renderer in the terminal's own font: a full equal of drawn type, for
 * braille lines, remote terminals and coarse grids. One column, from the top to
 * the foot; it knows no terminal.
 */
#include <stdbool.h>

#include "lib/ui/page.h"
#include "lib/ui/renderer.h"

/* The caller frees it with renderer->free(). */
struct renderer *plain_new(int rows, int columns);
void plain_resize(struct renderer *renderer, int rows, int columns);

/* What show() wrote last; lent. */
const struct page *plain_page(const struct renderer *renderer);
/* False when the last show() had to cut something off: the glass is too small
 * for this screen. */
bool plain_fits(const struct renderer *renderer);

#endif

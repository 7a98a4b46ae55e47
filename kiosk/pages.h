/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_PAGES_H
#define KIOSK_PAGES_H
/*
 * Which page of a screen is shown and where the focus is: a screen that does
 * not fit becomes pages, never a scroll. Down on the last row of a page turns
 * it, and so does Enter on its row "More". Pure.
 */
#include "lib/ui/screen.h"

struct pages {
	size_t page;
	char focus[64]; /* id */
};

/* Of a screen that the renderer divided: brings page and focus to where they
 * can be (the focus decides the page when `follow`), puts the row "More" with
 * `more` as its label before the menu row, and marks what stands on another
 * page. Sets screen->page and screen->focus. */
void pages_settle(
	struct pages *pages, struct screen *screen, bool follow, const char *more);

enum pages_move { PAGES_STAYED, PAGES_MOVED, PAGES_TURNED };

/* One row up (-1) or down (+1) from the focus of a settled screen. */
enum pages_move pages_step(
	struct pages *pages, const struct screen *screen, int direction);
/* To the next page, when there is one: Enter on "More". */
bool pages_turn(struct pages *pages, const struct screen *screen);

#endif

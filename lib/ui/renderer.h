/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_RENDERER_H
#define UI_RENDERER_H
/*
 * One way of telling a screen of meaning: drawn, plain, spoken, on paper.
 * Several listen at once. A renderer may not wait, decide, or change what is
 * said.
 */
#include "lib/ui/screen.h"

struct renderer {
	const char *name;
	/* Divides the screen into pages: sets pages and each item's first_page and
	 * last_page from what fits. NULL: everything is one page. Title, place,
	 * errors, menu row and keys line are on every page. */
	void (*fit)(struct renderer *renderer, struct screen *screen);
	/* Tells what changed since `before`, which is NULL at first. */
	void (*show)(struct renderer *renderer, const struct screen *before,
		const struct screen *now);
	void (*free)(struct renderer *renderer);
};

#endif

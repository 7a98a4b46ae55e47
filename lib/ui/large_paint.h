/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_PAINT_H
#define UI_LARGE_PAINT_H
/* Blocks that have a place, on a page. Private to large. */
#include "lib/base/text.h"
#include "lib/ui/large_block.h"
#include "lib/ui/layout.h"
#include "lib/ui/page.h"
#include "lib/ui/strip.h"

struct canvas {
	struct page *page;
	struct plane *plane; /* wiped */
	const struct block_frame *frame;
	struct text *logical; /* what was drawn, as text */
};

void paint_part(const struct canvas *canvas, const struct block *block,
	const struct layout_part *part);
/* After all parts: the plane's pixels as characters on the page. */
void paint_plane(const struct canvas *canvas);

#endif

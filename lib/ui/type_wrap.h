/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_TYPE_WRAP_H
#define UI_TYPE_WRAP_H
/* Where lines break, and each line's glyphs in visual order. Private to type.
 */
#include "lib/ui/type_shape.h"

/* Adds the lines of a text without line ends; `offset` is where it starts in
 * the whole text. */
void wrap_lines(struct type_paragraph *paragraph, struct font_shelf *shelf,
	const struct shaped *shaped, size_t offset, int width);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_LARGE_NATIVE_H
#define UI_LARGE_NATIVE_H
/* Text in the terminal's own letters, one cell each. Private to large. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct page;

struct native_line {
	size_t start, end; /* bytes */
	int width;         /* cells */
};

/* At least one line. The caller frees. */
struct native_line *native_wrap(const char *text, int width, size_t *n);
struct native_text { /* where and how a line is written */
	int row, column;
	bool rtl;
	uint8_t style;
};
void native_write(struct page *page, const struct native_text *where,
	const char *text, size_t size);
int native_width(const char *text, size_t size);

#endif

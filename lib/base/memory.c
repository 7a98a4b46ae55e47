/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/log.h"

static void *must(void *block)
{
	if (!block) {
		log_error("out of memory");
		abort();
	}
	return block;
}

void *mem_new(size_t n, size_t size)
{
	return must(calloc(n ? n : 1, size ? size : 1));
}

void *mem_grow(void *block, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size) {
		log_error("out of memory");
		abort();
	}
	return must(realloc(block, n && size ? n * size : 1));
}

char *mem_text_n(const char *text, size_t n)
{
	char *copy = mem_new(n + 1, 1);

	if (n)
		memcpy(copy, text, n);
	return copy;
}

char *mem_text(const char *text)
{
	return mem_text_n(text, text ? strlen(text) : 0);
}

void mem_text_set(char **text, const char *to)
{
	char *copy = mem_text(to);

	free(*text);
	*text = copy;
}

void *mem_copy(const void *block, size_t size)
{
	void *copy = mem_new(1, size);

	if (size)
		memcpy(copy, block, size);
	return copy;
}

void *mem_more(void *array, size_t n, size_t size)
{
	bool full = (n & (n - 1)) == 0;

	if (full)
		array = mem_grow(array, n ? n * 2 : 1, size);
	memset((char *)array + n * size, 0, size);
	return array;
}

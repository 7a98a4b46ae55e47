/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
/*
 * Memory that is always there: where the machine has none left the program
 * ends (and is started again), so no caller checks for NULL.
 */
#include <stddef.h>

void *mem_new(size_t n, size_t size); /* zeroed; n * size checked */
void *mem_grow(
	void *block, size_t n, size_t size);        /* realloc; new part unset */
char *mem_text(const char *text);               /* copy; NULL gives "" */
char *mem_text_n(const char *text, size_t n);   /* copy of n bytes */
void mem_text_set(char **text, const char *to); /* a copy; the old is freed */
void *mem_copy(const void *block, size_t size);

/* Room for one more in an array that doubles: returns the array, moved perhaps.
 * `n` is the count in use, before the new one; the new element is zeroed. Only
 * for arrays that never shrink: the room is known from `n` alone. */
void *mem_more(void *array, size_t n, size_t size);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_FILE_H
#define BASE_FILE_H
/* Whole files, read and written so that a power cut leaves old or new. */
#include <stdbool.h>
#include <stddef.h>

/* The bytes (with a NUL behind them), or NULL (logged) when unreadable or over
 * `most` bytes. The caller frees. */
char *file_read(const char *path, size_t most, size_t *size);
bool file_exists(const char *path);

/* temporary name, write, fsync, rename, fsync of the folder; mode 0600. */
bool file_write(const char *path, const void *bytes, size_t size);

#endif

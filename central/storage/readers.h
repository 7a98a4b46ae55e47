/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_STORAGE_READERS_H
#define CENTRAL_STORAGE_READERS_H
/*
 * Connections that only read: made as threads ask for them and kept for the
 * next, so there are never more than threads that read at one time.
 */
#include "central/storage/rows.h"

struct readers;
struct reader;

struct readers *readers_new(const char *path);
void readers_free(struct readers *readers);

/* NULL (logged) when the file cannot be opened; the two below take that. */
struct reader *reader_take(struct readers *readers);
struct query *reader_query(struct reader *reader, enum read which);
/* Resets the query; what was borrowed from it is gone. */
void reader_give(struct readers *readers, struct reader *reader);

#endif

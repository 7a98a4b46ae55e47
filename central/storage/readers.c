/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/storage/readers.h"

#include <pthread.h>
#include <stdlib.h>

#include "lib/base/memory.h"

struct reader {
	struct reader *next;
	struct db *db;
	struct query *queries[N_READS];
	struct query *used;
};

struct readers {
	char *path;
	pthread_mutex_t lock;
	struct reader *idle; /* under the lock */
};

static void reader_free(struct reader *reader)
{
	for (size_t i = 0; i < N_READS; i++)
		query_free(reader->queries[i]);
	db_close(reader->db);
	free(reader);
}

static struct reader *reader_new(const char *path)
{
	struct reader *reader = mem_new(1, sizeof *reader);
	bool ok;

	reader->db = db_open(path, DB_PRECIOUS);
	ok = reader->db != NULL;
	for (size_t i = 0; ok && i < N_READS; i++) {
		reader->queries[i] = query_new(reader->db, read_sql[i]);
		ok = reader->queries[i] != NULL;
	}
	if (ok)
		return reader;
	reader_free(reader);
	return NULL;
}

struct readers *readers_new(const char *path)
{
	struct readers *readers = mem_new(1, sizeof *readers);

	readers->path = mem_text(path);
	pthread_mutex_init(&readers->lock, NULL);
	return readers;
}

void readers_free(struct readers *readers)
{
	if (!readers)
		return;
	while (readers->idle) {
		struct reader *next = readers->idle->next;

		reader_free(readers->idle);
		readers->idle = next;
	}
	pthread_mutex_destroy(&readers->lock);
	free(readers->path);
	free(readers);
}

struct reader *reader_take(struct readers *readers)
{
	struct reader *reader;

	pthread_mutex_lock(&readers->lock);
	reader = readers->idle;
	if (reader)
		readers->idle = reader->next;
	pthread_mutex_unlock(&readers->lock);
	return reader ? reader : reader_new(readers->path);
}

struct query *reader_query(struct reader *reader, enum read which)
{
	if (!reader)
		return NULL;
	reader->used = reader->queries[which];
	return reader->used;
}

void reader_give(struct readers *readers, struct reader *reader)
{
	if (!reader)
		return;
	query_reset(reader->used);
	pthread_mutex_lock(&readers->lock);
	reader->next = readers->idle;
	readers->idle = reader;
	pthread_mutex_unlock(&readers->lock);
}

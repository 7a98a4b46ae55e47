/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_STORAGE_WRITER_H
#define CENTRAL_STORAGE_WRITER_H
/*
 * One thread that writes for all others: what waits is written in one
 * transaction and reported when it is committed, so that a hundred submissions
 * cost one wait for the disk. It knows transactions, no tables.
 */
#include <stdbool.h>

#include "central/storage/storage.h"

struct writer;

/* Embedded as the first member in a job of the owner's. */
struct job {
	struct job *next;
	storage_done *done;
	void *owner;
	enum stored stored; /* set by `write` */
	char *receipt;      /* set by `write`, freed by the writer */
};

struct writer_work {
	bool (*begin)(void *owner);
	bool (*commit)(void *owner);
	void (*rollback)(void *owner);
	/* Within a transaction; false when the database failed. */
	bool (*write)(void *owner, struct job *job);
	void (*free_job)(struct job *job);
};

/* `work` must stay; its functions are called on the writer's thread alone.
 * NULL (logged) when there is no thread to be had. */
struct writer *writer_start(const struct writer_work *work, void *owner);
/* Takes the job; `done` is called once, perhaps before this returns. */
void writer_add(struct writer *writer, struct job *job);
void writer_finish(struct writer *writer); /* ends what waits; then refuses */
void writer_free(struct writer *writer);

#endif

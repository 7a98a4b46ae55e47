/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/storage/writer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"

enum { BATCH_MOST = 256 };

struct writer {
	const struct writer_work *work;
	void *owner;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct job *first, **last; /* under the lock */
	bool closed;               /* under the lock */
	bool joined;
};

static void report(struct writer *writer, struct job *job)
{
	job->done(job->owner, job->stored, job->receipt);
	free(job->receipt);
	writer->work->free_job(job);
}

static void forget_result(struct job *job)
{
	free(job->receipt);
	job->receipt = NULL;
	job->stored = STORED_FAILED;
}

/* All of the batch or nothing. */
static bool write_batch(struct writer *writer, struct job *batch)
{
	bool ok = writer->work->begin(writer->owner);

	for (struct job *job = batch; ok && job; job = job->next)
		ok = writer->work->write(writer->owner, job);
	ok = ok && writer->work->commit(writer->owner);
	if (ok)
		return true;
	writer->work->rollback(writer->owner);
	for (struct job *job = batch; job; job = job->next)
		forget_result(job);
	return false;
}

/* When a batch fails, one of it may be to blame: the others go alone. */
static void write_each(struct writer *writer, struct job *batch)
{
	while (batch) {
		struct job *next = batch->next;

		batch->next = NULL;
		write_batch(writer, batch);
		batch->next = next;
		batch = next;
	}
}

static struct job *wait_for_batch(struct writer *writer)
{
	struct job *batch, **end;
	int n = 0;

	pthread_mutex_lock(&writer->lock);
	while (!writer->first && !writer->closed)
		pthread_cond_wait(&writer->more, &writer->lock);
	batch = writer->first;
	for (end = &writer->first; *end && n < BATCH_MOST; n++)
		end = &(*end)->next;
	writer->first = *end;
	if (!writer->first)
		writer->last = &writer->first;
	if (n)
		*end = NULL;
	pthread_mutex_unlock(&writer->lock);
	return n ? batch : NULL;
}

static void *write_all(void *owner)
{
	struct writer *writer = owner;
	struct job *batch;

	while ((batch = wait_for_batch(writer))) {
		if (!write_batch(writer, batch) && batch->next)
			write_each(writer, batch);
		while (batch) {
			struct job *next = batch->next;

			report(writer, batch);
			batch = next;
		}
	}
	return NULL;
}

struct writer *writer_start(const struct writer_work *work, void *owner)
{
	struct writer *writer = mem_new(1, sizeof *writer);
	int error;

	writer->work = work;
	writer->owner = owner;
	writer->last = &writer->first;
	pthread_mutex_init(&writer->lock, NULL);
	pthread_cond_init(&writer->more, NULL);
	error = pthread_create(&writer->thread, NULL, write_all, writer);
	if (!error)
		return writer;
	fail("cannot start a thread: %s", strerror(error));
	writer->joined = true;
	writer_free(writer);
	return NULL;
}

void writer_add(struct writer *writer, struct job *job)
{
	bool closed;

	job->next = NULL;
	job->stored = STORED_FAILED;
	pthread_mutex_lock(&writer->lock);
	closed = writer->closed;
	if (!closed) {
		*writer->last = job;
		writer->last = &job->next;
		pthread_cond_signal(&writer->more);
	}
	pthread_mutex_unlock(&writer->lock);
	if (closed)
		report(writer, job);
}

void writer_finish(struct writer *writer)
{
	pthread_mutex_lock(&writer->lock);
	writer->closed = true;
	pthread_cond_signal(&writer->more);
	pthread_mutex_unlock(&writer->lock);
	if (!writer->joined)
		pthread_join(writer->thread, NULL);
	writer->joined = true;
}

void writer_free(struct writer *writer)
{
	if (!writer)
		return;
	writer_finish(writer);
	pthread_cond_destroy(&writer->more);
	pthread_mutex_destroy(&writer->lock);
	free(writer);
}

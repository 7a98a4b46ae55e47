/* SPDX-License-Identifier: EUPL-1.2 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "central/storage/readers.h"
#include "central/storage/rows.h"
#include "central/storage/storage.h"
#include "central/storage/writer.h"
#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/store/db.h"

extern const char central_sql[];

/* One connection writes, on the writer's thread; readers have their own. */
struct sqlite {
	struct storage storage; /* first: the rest is behind it */
	char *path;
	struct db *db;
	struct query *queries[N_WRITES];
	struct writer *writer;
	struct readers *readers;
};

struct sqlite_job {
	struct job job; /* first */
	bool (*write)(struct sqlite *sqlite, struct sqlite_job *job);
	struct submission submission;
	struct help_call call;
	/* For kiosks and bundles: a name, what goes with it, and bytes. */
	const char *name, *value;
	const void *bytes;
	size_t size;
};

static struct sqlite *sqlite_of(struct storage *storage)
{
	return (struct sqlite *)storage;
}

/* Which of the three it was, and the receipt that counts. */
static bool look_up(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct query *query = sqlite->queries[WRITE_KNOWN];
	bool found;

	query_text(query, 1, job->submission.id);
	found = query_step(query) == QUERY_ROW;
	if (found) {
		bool same = text_same(query_get_text(query, 0), job->submission.hash);

		job->job.stored = same ? STORED_SAME : STORED_OTHER;
		job->job.receipt = same ? mem_text(query_get_text(query, 1)) : NULL;
	}
	query_reset(query);
	return found;
}

static bool write_submission(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct query *query = sqlite->queries[WRITE_SUBMISSION];
	enum query_step step;

	row_bind(query, &job->submission);
	step = query_step(query);
	query_reset(query);
	if (step == QUERY_DONE)
		return look_up(sqlite, job);
	if (step != QUERY_ROW)
		return false;
	job->job.stored = STORED_NEW;
	job->job.receipt = mem_text(job->submission.receipt);
	return true;
}

static bool write_help(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct query *query = sqlite->queries[WRITE_HELP];
	const struct help_call *call = &job->call;

	query_text(query, 1, call->kiosk);
	query_text(query, 2, call->place);
	query_text(query, 3, call->language);
	query_text(query, 4, call->kind);
	query_text(query, 5, call->called);
	query_text(query, 6, call->received);
	job->job.stored = STORED_NEW;
	return query_run(query);
}

static void bind_now(struct query *query, int n)
{
	char *now = clock_iso(time(NULL));

	query_text(query, n, now);
	free(now);
}

static bool write_kiosk(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct query *query = sqlite->queries[WRITE_KIOSK];

	query_text(query, 1, job->name);
	query_text(query, 2, job->value);
	bind_now(query, 3);
	job->job.stored = STORED_NEW;
	return query_run(query);
}

static bool write_bundle(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct query *query = sqlite->queries[WRITE_BUNDLE];

	query_text(query, 1, job->value);
	query_text(query, 2, job->name);
	query_bytes(query, 3, job->bytes, job->size);
	bind_now(query, 4);
	job->job.stored = STORED_NEW;
	return query_run(query);
}

static bool begin(void *owner)
{
	return db_begin(((struct sqlite *)owner)->db);
}

static bool commit(void *owner)
{
	return db_commit(((struct sqlite *)owner)->db);
}

static void rollback(void *owner)
{
	db_rollback(((struct sqlite *)owner)->db);
}

static bool write_job(void *owner, struct job *job)
{
	struct sqlite_job *mine = (struct sqlite_job *)job;

	return mine->write(owner, mine);
}

static void free_job(struct job *job)
{
	submission_clear(&((struct sqlite_job *)job)->submission);
	free(job);
}

static struct sqlite_job *job_new(
	bool (*write)(struct sqlite *, struct sqlite_job *), storage_done *done,
	void *owner)
{
	struct sqlite_job *job = mem_new(1, sizeof *job);

	job->job.done = done;
	job->job.owner = owner;
	job->write = write;
	return job;
}

static void accept_submission(struct storage *storage,
	struct submission *submission, storage_done *done, void *owner)
{
	struct sqlite_job *job = job_new(write_submission, done, owner);

	job->submission = *submission;
	*submission = (struct submission){ 0 };
	writer_add(sqlite_of(storage)->writer, &job->job);
}

static void call_help(struct storage *storage, const struct help_call *call,
	storage_done *done, void *owner)
{
	struct sqlite_job *job = job_new(write_help, done, owner);

	job->call = *call;
	writer_add(sqlite_of(storage)->writer, &job->job);
}

struct wait {
	pthread_mutex_t lock;
	pthread_cond_t over;
	bool done, ok;
};

static void end_wait(void *owner, enum stored stored, const char *receipt)
{
	struct wait *wait = owner;

	(void)receipt;
	pthread_mutex_lock(&wait->lock);
	wait->done = true;
	wait->ok = stored == STORED_NEW;
	pthread_cond_signal(&wait->over);
	pthread_mutex_unlock(&wait->lock);
}

static bool write_and_wait(struct sqlite *sqlite, struct sqlite_job *job)
{
	struct wait wait = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER,
		false, false };

	job->job.done = end_wait;
	job->job.owner = &wait;
	writer_add(sqlite->writer, &job->job);
	pthread_mutex_lock(&wait.lock);
	while (!wait.done)
		pthread_cond_wait(&wait.over, &wait.lock);
	pthread_mutex_unlock(&wait.lock);
	pthread_cond_destroy(&wait.over);
	pthread_mutex_destroy(&wait.lock);
	return wait.ok;
}

static bool enrol(
	struct storage *storage, const char *name, const char *public_key)
{
	struct sqlite_job *job = job_new(write_kiosk, NULL, NULL);

	job->name = name;
	job->value = public_key;
	return write_and_wait(sqlite_of(storage), job);
}

static bool keep_bundle(struct storage *storage, const char *slug,
	const char *hash, const void *bytes, size_t size)
{
	struct sqlite_job *job = job_new(write_bundle, NULL, NULL);

	job->name = slug;
	job->value = hash;
	job->bytes = bytes;
	job->size = size;
	return write_and_wait(sqlite_of(storage), job);
}

/* One question to a reader; what was borrowed of its answer is gone with it. */
struct question {
	struct readers *readers;
	struct reader *reader;
	struct query *query;
};

static struct question ask(
	struct storage *storage, enum read which, const char *first)
{
	struct question question = { .readers = sqlite_of(storage)->readers };

	question.reader = reader_take(question.readers);
	question.query = reader_query(question.reader, which);
	query_text(question.query, 1, first);
	return question;
}

static void give_back(const struct question *question)
{
	reader_give(question->readers, question->reader);
}

static bool kiosk_key(
	struct storage *storage, const char *name, char public_key[65])
{
	struct question question = ask(storage, READ_KIOSK, name);
	bool found = query_step(question.query) == QUERY_ROW;

	if (found)
		snprintf(public_key, 65, "%s", query_get_text(question.query, 0));
	give_back(&question);
	return found;
}

static char *bundle(
	struct storage *storage, const char *slug, const char *hash, size_t *size)
{
	struct question question = ask(storage, READ_BUNDLE, hash);
	char *copy = NULL;

	query_text(question.query, 2, slug);
	if (query_step(question.query) == QUERY_ROW) {
		const void *bytes = query_get_bytes(question.query, 0, size);

		copy = mem_new(*size + 1, 1);
		memcpy(copy, bytes, *size);
	}
	give_back(&question);
	return copy;
}

static bool one_submission(
	const struct question *question, struct submission *submission)
{
	bool found = query_step(question->query) == QUERY_ROW;

	if (found)
		row_read(question->query, submission);
	give_back(question);
	return found;
}

static bool by_id(
	struct storage *storage, const char *id, struct submission *submission)
{
	struct question question = ask(storage, READ_ID, id);

	return one_submission(&question, submission);
}

static bool by_reference(struct storage *storage, const char *reference,
	int nth, struct submission *submission)
{
	struct question question = ask(storage, READ_REFERENCE, reference);

	query_number(question.query, 2, nth);
	return one_submission(&question, submission);
}

static bool healthy(struct storage *storage)
{
	struct question question = ask(storage, READ_KIOSK, "");
	bool ok = query_step(question.query) != QUERY_FAILED;

	give_back(&question);
	return ok;
}

static void finish(struct storage *storage)
{
	writer_finish(sqlite_of(storage)->writer);
}

static void free_sqlite(struct storage *storage)
{
	struct sqlite *sqlite = sqlite_of(storage);

	writer_free(sqlite->writer);
	readers_free(sqlite->readers);
	for (size_t i = 0; i < N_WRITES; i++)
		query_free(sqlite->queries[i]);
	db_close(sqlite->db);
	free(sqlite->path);
	free(sqlite);
}

static bool open_writer(struct sqlite *sqlite)
{
	static const struct writer_work work = { begin, commit, rollback, write_job,
		free_job };

	sqlite->db = db_open(sqlite->path, DB_PRECIOUS);
	if (!sqlite->db || !db_migrate(sqlite->db, central_sql) ||
		!db_quick_check(sqlite->db))
		return false;
	for (size_t i = 0; i < N_WRITES; i++) {
		sqlite->queries[i] = query_new(sqlite->db, write_sql[i]);
		if (!sqlite->queries[i])
			return false;
	}
	sqlite->writer = writer_start(&work, sqlite);
	return sqlite->writer != NULL;
}

struct storage *storage_sqlite(const char *path)
{
	static const struct storage_operations operations = {
		.accept = accept_submission,
		.call_help = call_help,
		.enrol = enrol,
		.keep_bundle = keep_bundle,
		.kiosk_key = kiosk_key,
		.bundle = bundle,
		.by_id = by_id,
		.by_reference = by_reference,
		.healthy = healthy,
		.finish = finish,
		.free = free_sqlite,
	};
	struct sqlite *sqlite = mem_new(1, sizeof *sqlite);

	sqlite->storage.operations = &operations;
	sqlite->path = mem_text(path);
	sqlite->readers = readers_new(path);
	if (open_writer(sqlite))
		return &sqlite->storage;
	free_sqlite(&sqlite->storage);
	return NULL;
}

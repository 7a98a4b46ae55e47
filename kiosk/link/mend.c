/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kiosk/link/outbox_parts.h"
#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

extern const char outbox_sql[];

enum { HOUR_S = 3600 };

bool outbox_mark(const struct outbox *outbox)
{
	return file_write(outbox->suspect, "", 0);
}

static bool row_is_sound(struct query *query)
{
	char hash[SEAL_HASH_SIZE];
	size_t size;
	const char *bytes = query_get_bytes(query, 1, &size);
	char *sealed = mem_text_n(bytes, size);
	bool sound;

	row_hash(query_get_text(query, 0), sealed, hash);
	sound = !bytes || text_same(hash, query_get_text(query, 2));
	free(sealed);
	return sound && query_get_number(query, 3);
}

/* Every row that will be sent says what it is, and no other holds anything
 * back: SQLite notices few flipped bits by itself. */
static bool rows_are_sound(struct db *db)
{
	struct query *query = query_new(db,
		"SELECT id, sealed, row_hash, CASE"
		" WHEN state = 1 THEN sealed IS NULL AND receipt IS NOT NULL"
		" WHEN state = 3 THEN sealed IS NULL"
		" ELSE sealed IS NOT NULL END FROM outbox");
	enum query_step step;
	bool sound = true;

	while (sound && (step = query_step(query)) == QUERY_ROW)
		sound = row_is_sound(query);
	query_free(query);
	return (sound && step == QUERY_DONE) ||
		   fail("a row of the outbox is not what it was");
}

struct db *outbox_database(const struct outbox *outbox, enum db_trouble *why)
{
	struct db *db = db_try(outbox->path, DB_PRECIOUS, why);

	if (!db)
		return NULL;
	if (db_migrate(db, outbox_sql) && db_quick_check(db) && rows_are_sound(db))
		return db;
	*why = db_trouble(db) == DB_FULL ? DB_FULL : DB_DAMAGED;
	db_close(db);
	return NULL;
}

/* False when the disk has no room for what only this row still holds. */
static bool salvage_row(struct outbox *outbox, struct query *query)
{
	char hash[SEAL_HASH_SIZE];
	size_t size;
	const char *id = query_get_text(query, 0);
	const char *bytes = query_get_bytes(query, 1, &size);
	char *sealed = mem_text_n(bytes, size);
	bool wanted, done;

	id = id ? id : "";
	row_hash(id, sealed, hash);
	wanted = seal_id_ok(id) && text_same(hash, query_get_text(query, 2)) &&
			 !spool_has(outbox->spool, id);
	done = !wanted || spool_write(outbox->spool, id, sealed) == SPOOL_WRITTEN;
	free(sealed);
	return done;
}

/* What the spool lacks and a damaged database still tells whole. */
static bool salvage(struct outbox *outbox)
{
	enum db_trouble why;
	struct db *db = db_try(outbox->path, DB_PRECIOUS, &why);
	struct query *query =
		db ? query_new(db, "SELECT id, sealed, row_hash FROM outbox"
						   " WHERE state IN (0, 2)")
		   : NULL;
	bool done = true;

	while (query_step(query) == QUERY_ROW)
		done = salvage_row(outbox, query) && done;
	query_free(query);
	db_close(db);
	return done;
}

static bool move_file(const struct outbox *outbox, const char *ending)
{
	char *from = text_format("%s%s", outbox->path, ending);
	char *to = text_format("%s.damaged%s", outbox->path, ending);
	bool moved = !file_exists(from) || rename(from, to) == 0 ||
				 fail("cannot put %s aside: %m", from);

	free(from);
	free(to);
	return moved;
}

/* The log goes first: a database without its log is old, a log without its
 * database would be taken for that of the new one. */
static bool put_aside(struct outbox *outbox)
{
	char *shared = text_format("%s-shm", outbox->path);
	bool moved;

	log_error("the outbox is made again from its spool");
	moved =
		salvage(outbox) && move_file(outbox, "-wal") && move_file(outbox, "");
	unlink(shared);
	free(shared);
	return moved;
}

static bool open_or_rebuild(struct outbox *outbox)
{
	enum db_trouble why = DB_DAMAGED;

	if (!file_exists(outbox->suspect))
		outbox->db = outbox_database(outbox, &why);
	if (!outbox->db && why == DB_DAMAGED && put_aside(outbox))
		outbox->db = outbox_database(outbox, &why);
	if (!outbox->db)
		return false;
	if (unlink(outbox->suspect) < 0 && file_exists(outbox->suspect))
		return fail("cannot remove %s: %m", outbox->suspect);
	return true;
}

/* A file that is whole: its envelope fits its name. NULL when it is not. */
static char *whole_file(
	struct outbox *outbox, const char *id, struct envelope *envelope)
{
	char *sealed = spool_read(outbox->spool, id);

	if (sealed && envelope_read(sealed, envelope) &&
		strcmp(envelope->id, id) == 0)
		return sealed;
	free(sealed);
	return NULL;
}

/* So that staff see on the screen that something is here that cannot be sent.
 */
static bool insert_corrupt(struct outbox *outbox, const char *id)
{
	struct query *query = query_new(outbox->db,
		"INSERT INTO outbox(id, form, version, hash, row_hash, state,"
		" created_hour, clock_trust) VALUES($1, '', $2, $2, $2, 3, $3, 0)"
		" ON CONFLICT(id) DO NOTHING");

	log_error("submission %s is damaged on the disk", id);
	query_text(query, 1, id);
	query_text(query, 2,
		"0000000000000000000000000000000000000000000000000000000000000000");
	query_number(query, 3, spool_when(outbox->spool, id) / HOUR_S);
	return query_run_once(query);
}

/* A file without a row is sent; an empty one was taken back (spool_undo). */
static bool mend_file(struct outbox *outbox, const char *id)
{
	char hash[SEAL_HASH_SIZE];
	int state = row_state(outbox, id, hash);
	struct envelope envelope = { 0 };
	char *sealed;
	bool done = true;

	if (state == STATE_DELIVERED || spool_is_empty(outbox->spool, id)) {
		spool_drop(outbox->spool, id);
		return true;
	}
	if (state != STATE_NONE && state != STATE_CORRUPT)
		return state != -1;
	sealed = whole_file(outbox, id, &envelope);
	if (sealed)
		done = row_insert(
			outbox, &envelope, sealed, spool_when(outbox->spool, id) / HOUR_S);
	else if (state == STATE_NONE)
		done = insert_corrupt(outbox, id);
	envelope_clear(&envelope);
	free(sealed);
	return done;
}

static bool mend_files(struct outbox *outbox)
{
	size_t n;
	char **ids = spool_ids(outbox->spool, &n);
	bool done = db_begin(outbox->db);

	for (size_t i = 0; i < n; i++) {
		done = done && mend_file(outbox, ids[i]);
		free(ids[i]);
	}
	free(ids);
	if (done && db_commit(outbox->db))
		return true;
	db_rollback(outbox->db);
	return false;
}

/* Another key than today's, or a bit that flipped outside the seal: the city
 * compares what stands outside with what is inside. */
static bool needs_signing(
	const struct outbox *outbox, const struct envelope *envelope)
{
	return !envelope_signed_by(envelope, outbox->public_key) ||
		   strcmp(envelope->kiosk, outbox->signer.kiosk) != 0;
}

static bool sign_again(
	struct outbox *outbox, struct envelope *envelope, char **sealed)
{
	struct query *query = query_new(outbox->db,
		"UPDATE outbox SET sealed = $2, row_hash = $3 WHERE id = $1");
	char hash[SEAL_HASH_SIZE];

	envelope_sign(envelope, outbox->signer.key, outbox->signer.kiosk);
	free(*sealed);
	*sealed = envelope_write(envelope);
	row_hash(envelope->id, *sealed, hash);
	query_text(query, 1, envelope->id);
	query_bytes(query, 2, *sealed, strlen(*sealed));
	query_text(query, 3, hash);
	return query_run_once(query);
}

static char *row_sealed(struct outbox *outbox, const char *id)
{
	struct query *query =
		query_new(outbox->db, "SELECT sealed FROM outbox WHERE id = $1");
	char *sealed = NULL;

	query_text(query, 1, id);
	if (query_step(query) == QUERY_ROW) {
		size_t size;
		const char *bytes = query_get_bytes(query, 0, &size);

		sealed = mem_text_n(bytes, size);
	}
	query_free(query);
	return sealed;
}

/* The row was found sound: it gives its file back where that is lost or says
 * something else. */
static bool mend_row(struct outbox *outbox, const char *id)
{
	struct envelope envelope = { 0 };
	char *sealed = row_sealed(outbox, id), *file = NULL;
	bool done = sealed && envelope_read(sealed, &envelope);

	if (done && needs_signing(outbox, &envelope))
		done = sign_again(outbox, &envelope, &sealed);
	if (done && spool_has(outbox->spool, id))
		file = spool_read(outbox->spool, id);
	if (done && (!file || strcmp(file, sealed) != 0))
		done = spool_write(outbox->spool, id, sealed) == SPOOL_WRITTEN;
	free(file);
	free(sealed);
	envelope_clear(&envelope);
	return done;
}

static char **waiting_ids(struct outbox *outbox, size_t *n)
{
	struct query *query = query_new(
		outbox->db, "SELECT id FROM outbox WHERE state IN (0, 2) ORDER BY seq");
	char **ids = NULL;

	*n = 0;
	while (query_step(query) == QUERY_ROW) {
		ids = mem_more(ids, *n, sizeof *ids);
		ids[(*n)++] = mem_text(query_get_text(query, 0));
	}
	query_free(query);
	return ids;
}

static bool mend_rows(struct outbox *outbox)
{
	size_t n;
	char **ids = waiting_ids(outbox, &n);
	bool done = true;

	for (size_t i = 0; i < n; i++) {
		done = mend_row(outbox, ids[i]) && done;
		free(ids[i]);
	}
	free(ids);
	return done;
}

/* What a full disk does not let us mend now is mended at the next tidying. */
static void mend(struct outbox *outbox)
{
	outbox->unsettled = !mend_files(outbox) || !mend_rows(outbox);
	if (outbox->unsettled)
		log_error("not all of the outbox could be mended");
	outbox_failed(outbox);
}

bool outbox_tidy(struct outbox *outbox)
{
	if (outbox->broken)
		return false;
	outbox_forget_old(outbox);
	if (!db_quick_check(outbox->db) || !rows_are_sound(outbox->db)) {
		outbox->broken = true;
		outbox_mark(outbox);
		return false;
	}
	mend(outbox);
	return !outbox->broken;
}

static void read_boot_id(char boot_id[40])
{
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");

	/* Any other makes every row due at once: early, never lost. */
	seal_new_id(boot_id);
	if (file && fgets(boot_id, 40, file))
		boot_id[strcspn(boot_id, "\n")] = '\0';
	if (file)
		fclose(file);
}

struct outbox *outbox_open(const char *state, struct signer signer)
{
	struct outbox *outbox = mem_new(1, sizeof *outbox);

	outbox->path = text_format("%s/outbox.db", state);
	outbox->suspect = text_format("%s/outbox.suspect", state);
	outbox->signer = signer;
	signing_key_public(signer.key, outbox->public_key);
	read_boot_id(outbox->boot_id);
	outbox->spool = spool_open(state);
	if (outbox->spool && open_or_rebuild(outbox))
		mend(outbox);
	if (outbox->db && !outbox->broken)
		return outbox;
	outbox_close(outbox);
	return NULL;
}

void outbox_close(struct outbox *outbox)
{
	if (!outbox)
		return;
	db_close(outbox->db);
	spool_free(outbox->spool);
	free(outbox->path);
	free(outbox->suspect);
	free(outbox);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/outbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>

#include "kiosk/link/outbox_parts.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	HOUR_S = 3600,
	REMEMBERED_HOURS = 35 * 24,
	MOST_WAIT_MS = 2 * 3600 * 1000, /* a longer one is a mistake of the disk */
};

bool outbox_is_broken(const struct outbox *outbox)
{
	return outbox->broken;
}

bool outbox_is_unsettled(const struct outbox *outbox)
{
	return outbox->unsettled;
}

void outbox_failed(struct outbox *outbox)
{
	if (outbox->broken || !db_damaged(outbox->db))
		return;
	outbox->broken = true;
	outbox_mark(outbox);
}

void row_hash(const char *id, const char *sealed, char hash[SEAL_HASH_SIZE])
{
	char *both = text_format("%s|%s", id, sealed);

	seal_sha256(both, strlen(both), hash);
	free(both);
}

/* 2: the kernel says the clock is synchronised; 0: nobody knows. */
static int clock_trust(void)
{
	struct timex facts = { 0 };

	return adjtimex(&facts) == TIME_ERROR ? 0 : 2;
}

/* No query of a broken outbox: every step of it fails. */
static struct query *ask(struct outbox *outbox, const char *sql)
{
	return outbox->broken ? NULL : query_new(outbox->db, sql);
}

int row_state(struct outbox *outbox, const char *id, char hash[SEAL_HASH_SIZE])
{
	struct query *query =
		ask(outbox, "SELECT state, hash FROM outbox WHERE id = $1");
	enum query_step step;
	int state = STATE_NONE;

	query_text(query, 1, id);
	step = query_step(query);
	if (step == QUERY_ROW) {
		state = (int)query_get_number(query, 0);
		snprintf(hash, SEAL_HASH_SIZE, "%s", query_get_text(query, 1));
	}
	query_free(query);
	return step == QUERY_FAILED ? -1 : state;
}

bool row_insert(struct outbox *outbox, const struct envelope *envelope,
	const char *sealed, int64_t hour)
{
	struct query *query = ask(outbox,
		"INSERT INTO outbox(id, form, version, hash, sealed, row_hash, state,"
		" created_hour, clock_trust) VALUES($1, $2, $3, $4, $5, $6, 0, $7, $8)"
		" ON CONFLICT(id) DO UPDATE SET form = excluded.form,"
		" version = excluded.version, hash = excluded.hash,"
		" sealed = excluded.sealed, row_hash = excluded.row_hash, state = 0"
		" WHERE outbox.state = 3");
	char hash[SEAL_HASH_SIZE];

	row_hash(envelope->id, sealed, hash);
	query_text(query, 1, envelope->id);
	query_text(query, 2, envelope->form);
	query_text(query, 3, envelope->version);
	query_text(query, 4, envelope->hash);
	query_bytes(query, 5, sealed, strlen(sealed));
	query_text(query, 6, hash);
	query_number(query, 7, hour);
	query_number(query, 8, clock_trust());
	return query_run_once(query);
}

/*
 * The row could not be committed, though perhaps it is in the log of the
 * database and comes back with the next start; and the spool file is on the
 * disk. Either all of it goes for good, and we say so, or what is left will be
 * sent, and then the resident must not hear "not kept".
 */
static enum outbox_kept undo(struct outbox *outbox, const char *id)
{
	char hash[SEAL_HASH_SIZE];
	enum db_trouble why;
	int state;

	db_rollback(outbox->db);
	db_close(outbox->db);
	outbox->db = outbox_database(outbox, &why);
	state = outbox->db ? row_state(outbox, id, hash) : -1;
	if (state == -1) {
		/* The next start makes the database again, from the spool alone. */
		outbox->broken = true;
		if (!outbox_mark(outbox))
			return OUTBOX_KEPT;
	} else if (state != STATE_NONE && state != STATE_CORRUPT) {
		return OUTBOX_KEPT;
	}
	if (spool_undo(outbox->spool, id))
		return OUTBOX_NOT_KEPT;
	outbox->unsettled = true;
	return OUTBOX_KEPT;
}

static enum outbox_kept keep_new(
	struct outbox *outbox, struct envelope *envelope)
{
	enum outbox_kept kept = OUTBOX_NOT_KEPT;
	char *sealed;

	envelope_sign(envelope, outbox->signer.key, outbox->signer.kiosk);
	sealed = envelope_write(envelope);
	/* Unsure is as good as written here: the row makes it last, or else all is
	 * taken back again. */
	if (spool_write(outbox->spool, envelope->id, sealed) != SPOOL_NOT) {
		bool in = db_begin(outbox->db) &&
				  row_insert(outbox, envelope, sealed, time(NULL) / HOUR_S) &&
				  db_commit(outbox->db);

		kept = in ? OUTBOX_KEPT : undo(outbox, envelope->id);
	}
	free(sealed);
	return kept;
}

enum outbox_kept outbox_keep(struct outbox *outbox, struct envelope *envelope)
{
	char hash[SEAL_HASH_SIZE];
	int state;

	if (outbox->broken)
		return OUTBOX_NOT_KEPT;
	state = row_state(outbox, envelope->id, hash);
	if (state == -1) {
		outbox_failed(outbox);
		return OUTBOX_NOT_KEPT;
	}
	if (state == STATE_NONE || state == STATE_CORRUPT)
		return keep_new(outbox, envelope);
	return strcmp(hash, envelope->hash) == 0 ? OUTBOX_KEPT : OUTBOX_OTHER;
}

static bool read_parcel(struct query *query, struct parcel *parcel)
{
	char hash[SEAL_HASH_SIZE];
	size_t size;
	const char *sealed = query_get_bytes(query, 3, &size);

	snprintf(parcel->id, sizeof parcel->id, "%s", query_get_text(query, 0));
	snprintf(parcel->form, sizeof parcel->form, "%s", query_get_text(query, 1));
	snprintf(parcel->hash, sizeof parcel->hash, "%s", query_get_text(query, 2));
	parcel->sealed = mem_text_n(sealed, size);
	parcel->attempts = (int)query_get_number(query, 5) + 1;
	row_hash(parcel->id, parcel->sealed, hash);
	return text_same(hash, query_get_text(query, 4)) ||
		   fail("the row of submission %s changed on the disk", parcel->id);
}

/* Fewest attempts first: what brings a sender down does not hold up the rest.
 */
static bool find_due(struct outbox *outbox, struct parcel *parcel)
{
	struct query *query = ask(outbox,
		"SELECT id, form, hash, sealed, row_hash, attempts FROM outbox"
		" WHERE state = 0 AND"
		" (boot_id IS NOT $1 OR due <= $2 OR due > $2 + $3)"
		" ORDER BY attempts, seq LIMIT 1");
	enum query_step step;
	bool found = false;

	query_text(query, 1, outbox->boot_id);
	query_number(query, 2, clock_ms());
	query_number(query, 3, MOST_WAIT_MS);
	step = query_step(query);
	if (step == QUERY_ROW) {
		found = read_parcel(query, parcel);
		if (!found) {
			outbox->broken = true;
			outbox_mark(outbox);
		}
	}
	query_free(query);
	return found;
}

static bool count_attempt(struct outbox *outbox, const char *id)
{
	struct query *query =
		ask(outbox, "UPDATE outbox SET attempts = attempts + 1 WHERE id = $1");

	query_text(query, 1, id);
	return query_run_once(query);
}

bool outbox_next(struct outbox *outbox, struct parcel *parcel)
{
	*parcel = (struct parcel){ 0 };
	if (outbox->broken)
		return false;
	/* A full disk must not stop what would give it room again. */
	if (find_due(outbox, parcel) && (count_attempt(outbox, parcel->id) ||
										db_trouble(outbox->db) == DB_FULL))
		return true;
	outbox_failed(outbox);
	parcel_clear(parcel);
	return false;
}

void parcel_clear(struct parcel *parcel)
{
	free(parcel->sealed);
	*parcel = (struct parcel){ 0 };
}

int64_t outbox_wait_ms(struct outbox *outbox)
{
	struct query *query =
		ask(outbox, "SELECT min(CASE WHEN boot_id IS $1 AND due <= $2 THEN due"
					" ELSE 0 END) FROM outbox WHERE state = 0"
					" HAVING count(*) > 0");
	enum query_step step;
	int64_t wait = -1;

	query_text(query, 1, outbox->boot_id);
	query_number(query, 2, clock_ms() + MOST_WAIT_MS);
	step = query_step(query);
	if (step == QUERY_FAILED)
		outbox_failed(outbox);
	if (step == QUERY_ROW)
		wait = query_get_number(query, 0) - clock_ms();
	query_free(query);
	return step == QUERY_ROW && wait < 0 ? 0 : wait;
}

/* $1 is the id. */
static bool change(struct outbox *outbox, struct query *query, const char *id)
{
	bool done;

	query_text(query, 1, id);
	done = query_run_once(query);
	if (!done)
		outbox_failed(outbox);
	return done;
}

static bool set_delivered(
	struct outbox *outbox, const char *id, const char *receipt)
{
	struct query *query =
		ask(outbox, "UPDATE outbox SET state = 1, sealed = NULL, receipt = $2,"
					" last_status = 200 WHERE id = $1");

	query_text(query, 2, receipt);
	return change(outbox, query, id);
}

bool outbox_delivered(
	struct outbox *outbox, const char *id, const char *receipt)
{
	bool done = set_delivered(outbox, id, receipt);

	if (!done && (outbox->broken || db_trouble(outbox->db) != DB_FULL))
		return false;
	spool_drop(outbox->spool, id);
	/* The file made room. Else it is sent again, and the city has it. */
	return done || set_delivered(outbox, id, receipt);
}

bool outbox_hold(struct outbox *outbox, const char *id, long status)
{
	struct query *query = ask(
		outbox, "UPDATE outbox SET state = 2, last_status = $2 WHERE id = $1");

	query_number(query, 2, status);
	return change(outbox, query, id);
}

bool outbox_later(
	struct outbox *outbox, const char *id, long status, int64_t wait_ms)
{
	struct query *query =
		ask(outbox, "UPDATE outbox SET last_status = $2, due = $3, boot_id = $4"
					" WHERE id = $1");

	query_number(query, 2, status);
	query_number(query, 3, clock_ms() + wait_ms);
	query_text(query, 4, outbox->boot_id);
	return change(outbox, query, id);
}

void outbox_wake(struct outbox *outbox)
{
	if (!query_run_once(ask(outbox,
			"UPDATE outbox SET due = 0 WHERE state = 0 AND last_status = 0")))
		outbox_failed(outbox);
}

bool outbox_pins(struct outbox *outbox, const char *form, const char *version)
{
	bool pins;
	struct query *query = ask(outbox,
		"SELECT 1 FROM outbox WHERE form = $1 AND version = $2 AND state <> 1"
		" LIMIT 1");
	query_text(query, 1, form);
	query_text(query, 2, version);
	pins = query_step(query) != QUERY_DONE;
	query_free(query);
	return pins;
}

char *outbox_receipt(struct outbox *outbox, const char *id)
{
	char *receipt = NULL;
	struct query *query =
		ask(outbox, "SELECT receipt FROM outbox WHERE id = $1 AND state = 1");
	query_text(query, 1, id);
	if (query_step(query) == QUERY_ROW)
		receipt = mem_text(query_get_text(query, 0));
	query_free(query);
	return receipt;
}

void outbox_each(struct outbox *outbox, outbox_waits *each, void *owner)
{
	static const char *const states[] = {
		[STATE_QUEUED] = "queued",
		[STATE_DELIVERED] = "delivered",
		[STATE_HELD] = "held",
		[STATE_CORRUPT] = "corrupt",
	};
	struct query *query = ask(outbox,
		"SELECT id, form, created_hour, state FROM outbox WHERE state <> 1"
		" ORDER BY seq");
	while (query_step(query) == QUERY_ROW) {
		struct waiting waiting = { query_get_text(query, 0),
			query_get_text(query, 1), query_get_number(query, 2),
			states[query_get_number(query, 3) & 3] };

		each(owner, &waiting);
	}
	query_free(query);
}

void outbox_forget_old(struct outbox *outbox)
{
	struct query *query =
		ask(outbox, "DELETE FROM outbox WHERE state = 1 AND created_hour < $1");

	query_number(query, 1, time(NULL) / HOUR_S - REMEMBERED_HOURS);
	if (query_run_once(query))
		db_shrink(outbox->db);
	else
		outbox_failed(outbox);
}

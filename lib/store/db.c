/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/store/db.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "lib/base/fail.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { BUSY_MS = 5000 };

struct db {
	sqlite3 *sqlite;
	char *path; /* for messages */
	enum db_trouble trouble;
	bool damaged;
};

struct query {
	struct db *db;
	sqlite3_stmt *statement;
	bool bound; /* false: a value did not fit, so it may not run */
};

/* auto_vacuum counts only before the first table, so it stands first. */
static const char both[] = "PRAGMA auto_vacuum=INCREMENTAL;"
						   "PRAGMA journal_mode=WAL;"
						   "PRAGMA secure_delete=ON;"
						   "PRAGMA trusted_schema=OFF;"
						   "PRAGMA cell_size_check=ON;"
						   "PRAGMA foreign_keys=ON;"
						   "PRAGMA temp_store=MEMORY;"
						   "PRAGMA mmap_size=0;";
static const char *const care_pragmas[] = {
	[DB_PRECIOUS] = "PRAGMA synchronous=FULL;",
	[DB_THROW_AWAY] = "PRAGMA synchronous=NORMAL;",
};

static enum db_trouble trouble_of(int code)
{
	switch (code & 0xff) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE:
		return DB_FINE;
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_READONLY:
		return DB_FULL;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return DB_DAMAGED;
	case SQLITE_CONSTRAINT:
		return DB_REFUSED;
	default:
		return DB_OTHER;
	}
}

static bool failed(struct db *db, const char *doing)
{
	db->trouble = trouble_of(sqlite3_extended_errcode(db->sqlite));
	if (db->trouble == DB_DAMAGED)
		db->damaged = true;
	return fail(
		"%s: cannot %s: %s", db->path, doing, sqlite3_errmsg(db->sqlite));
}

static bool run(struct db *db, const char *sql)
{
	while (*sql) {
		sqlite3_stmt *statement = NULL;
		int code = sqlite3_prepare_v2(db->sqlite, sql, -1, &statement, &sql);

		if (code == SQLITE_OK && !statement)
			continue; /* white space or a comment */
		while (code == SQLITE_OK || code == SQLITE_ROW)
			code = sqlite3_step(statement);
		if (sqlite3_finalize(statement) != SQLITE_OK || code != SQLITE_DONE)
			return failed(db, "run a statement");
	}
	return true;
}

struct db *db_open(const char *path, enum db_care care)
{
	enum db_trouble why;

	return db_try(path, care, &why);
}

struct db *db_try(const char *path, enum db_care care, enum db_trouble *why)
{
	struct db *db = mem_new(1, sizeof *db);
	int on = 0;

	db->path = mem_text(path);
	if (sqlite3_open_v2(path, &db->sqlite,
			SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
		failed(db, "open it");
		goto out;
	}
	sqlite3_extended_result_codes(db->sqlite, 1);
	sqlite3_busy_timeout(db->sqlite, BUSY_MS);
	sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
	if (run(db, both) && run(db, care_pragmas[care]))
		return db;
out:
	*why = db->trouble;
	db_close(db);
	return NULL;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	if (sqlite3_close(db->sqlite) != SQLITE_OK)
		assert(!"a query outlives its database");
	free(db->path);
	free(db);
}

enum db_trouble db_trouble(const struct db *db)
{
	return db->trouble;
}

bool db_damaged(const struct db *db)
{
	return db->damaged;
}

static bool user_version(struct db *db, int *version)
{
	struct query *query = query_new(db, "PRAGMA user_version");
	bool found = query_step(query) == QUERY_ROW;

	if (found)
		*version = (int)query_get_number(query, 0);
	query_free(query);
	return found;
}

static bool apply(struct db *db, int version, const char *sql)
{
	char *mark = text_format("PRAGMA user_version=%d", version);
	bool done = db_begin(db) && run(db, sql) && run(db, mark) && db_commit(db);

	if (!done)
		db_rollback(db);
	free(mark);
	return done;
}

static const char *next_part(const char *schema)
{
	static const char begin[] = "-- version ";

	if (text_starts(schema, begin))
		return schema;
	schema = strstr(schema, "\n-- version ");
	return schema ? schema + 1 : NULL;
}

bool db_migrate(struct db *db, const char *schema)
{
	const char *part = next_part(schema);
	int have = 0, version = 0;
	bool ok = user_version(db, &have);

	while (ok && part) {
		const char *body = part + strcspn(part, "\n");
		const char *next = next_part(body);
		char *sql =
			mem_text_n(body, next ? (size_t)(next - body) : strlen(body));

		version = (int)strtol(part + strlen("-- version "), NULL, 10);
		if (version > have)
			ok = apply(db, version, sql);
		free(sql);
		part = next;
	}
	if (ok && have > version)
		log_info("%s is of a newer version (%d)", db->path, have);
	return ok;
}

bool db_quick_check(struct db *db)
{
	struct query *query = query_new(db, "PRAGMA quick_check(1)");
	bool row = query_step(query) == QUERY_ROW;
	bool sound = row && text_same(query_get_text(query, 0), "ok");

	if (row && !sound)
		fail("%s is damaged: %s", db->path, query_get_text(query, 0));
	if (!sound)
		db->damaged = true;
	query_free(query);
	return sound;
}

bool db_begin(struct db *db)
{
	return run(db, "BEGIN IMMEDIATE");
}

bool db_commit(struct db *db)
{
	return run(db, "COMMIT");
}

void db_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(db->sqlite))
		run(db, "ROLLBACK");
}

int db_changes(const struct db *db)
{
	return sqlite3_changes(db->sqlite);
}

void db_shrink(struct db *db)
{
	run(db, "PRAGMA incremental_vacuum");
}

struct query *query_new(struct db *db, const char *sql)
{
	struct query *query = mem_new(1, sizeof *query);

	query->db = db;
	query->bound = true;
	if (sqlite3_prepare_v2(db->sqlite, sql, -1, &query->statement, NULL) ==
		SQLITE_OK)
		return query;
	failed(db, "prepare a statement");
	free(query);
	return NULL;
}

void query_free(struct query *query)
{
	if (!query)
		return;
	sqlite3_finalize(query->statement);
	free(query);
}

/* SQLite numbers $1 and $2 in the order it meets them, so the name decides. */
static int place(const struct query *query, int n)
{
	char name[16];
	int at;

	snprintf(name, sizeof name, "$%d", n);
	at = sqlite3_bind_parameter_index(query->statement, name);
	assert(at > 0);
	return at;
}

static void bound(struct query *query, int code)
{
	if (code == SQLITE_OK)
		return;
	query->bound = false;
	failed(query->db, "bind a value");
}

void query_text(struct query *query, int n, const char *text)
{
	if (query)
		bound(query, sqlite3_bind_text(query->statement, place(query, n), text,
						 -1, SQLITE_TRANSIENT));
}

void query_number(struct query *query, int n, int64_t number)
{
	if (query)
		bound(query,
			sqlite3_bind_int64(query->statement, place(query, n), number));
}

void query_bytes(struct query *query, int n, const void *bytes, size_t size)
{
	if (query)
		bound(query, sqlite3_bind_blob64(query->statement, place(query, n),
						 size ? bytes : "", size, SQLITE_TRANSIENT));
}

void query_null(struct query *query, int n)
{
	if (query)
		bound(query, sqlite3_bind_null(query->statement, place(query, n)));
}

enum query_step query_step(struct query *query)
{
	if (!query || !query->bound)
		return QUERY_FAILED;
	switch (sqlite3_step(query->statement)) {
	case SQLITE_ROW:
		return QUERY_ROW;
	case SQLITE_DONE:
		return QUERY_DONE;
	default:
		failed(query->db, "run a statement");
		return QUERY_FAILED;
	}
}

void query_reset(struct query *query)
{
	if (!query)
		return;
	sqlite3_reset(query->statement);
	sqlite3_clear_bindings(query->statement);
	query->bound = true;
}

bool query_run(struct query *query)
{
	enum query_step step;

	do
		step = query_step(query);
	while (step == QUERY_ROW);
	query_reset(query);
	return step == QUERY_DONE;
}

bool query_run_once(struct query *query)
{
	bool done = query_run(query);

	query_free(query);
	return done;
}

const char *query_get_text(struct query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement, column);
}

int64_t query_get_number(struct query *query, int column)
{
	return sqlite3_column_int64(query->statement, column);
}

const void *query_get_bytes(struct query *query, int column, size_t *size)
{
	const void *bytes = sqlite3_column_blob(query->statement, column);

	*size = (size_t)sqlite3_column_bytes(query->statement, column);
	return bytes;
}

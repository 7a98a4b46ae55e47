/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef STORE_DB_H
#define STORE_DB_H
/*
 * An SQLite file: open, migrate, prepare, bind, step. It knows no table; SQL
 * comes from its users and is never put together from data. SQLite's types
 * stay in here.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;
struct query;

enum db_care {
	DB_PRECIOUS,   /* a commit survives a power cut: WAL, synchronous=FULL */
	DB_THROW_AWAY, /* a cache: may lose its last commits, never its shape */
};

/* Why the last call that failed did. */
enum db_trouble {
	DB_FINE,
	DB_FULL,    /* no room, or the disk refused: SQLITE_FULL, SQLITE_IOERR */
	DB_DAMAGED, /* SQLITE_CORRUPT, SQLITE_NOTADB */
	DB_REFUSED, /* a constraint of the schema */
	DB_OTHER,
};

/* Makes the file where there is none. NULL (logged) when it cannot. */
struct db *db_open(const char *path, enum db_care care);
/* The same, and says why not: a full disk is no reason to start anew. */
struct db *db_try(const char *path, enum db_care care, enum db_trouble *why);
void db_close(struct db *db);

/*
 * Brings the file up to the newest version of `schema`, the text of a file in
 * data/schema: each version is a part that begins with a line `-- version N`,
 * and is applied once, in a transaction of its own. Parts only add, so that a
 * program of the version before can still read the file.
 */
bool db_migrate(struct db *db, const char *schema);

/* Reads every page; false when something is wrong (logged). */
bool db_quick_check(struct db *db);
enum db_trouble db_trouble(const struct db *db);
/* True from the first call on that found the file damaged. */
bool db_damaged(const struct db *db);

bool db_begin(struct db *db); /* IMMEDIATE: the lock is taken here */
bool db_commit(struct db *db);
void db_rollback(struct db *db); /* nothing when none is open */
int db_changes(
	const struct db *db);      /* rows of the last INSERT, UPDATE, DELETE */
void db_shrink(struct db *db); /* gives free pages back to the disk */

/* One statement with $1, $2 ... for values. NULL (logged) when it is wrong;
 * every function below takes NULL, so only the last needs a look. */
struct query *query_new(struct db *db, const char *sql);
void query_free(struct query *query);

/* Values are copied; `n` is the number behind the $. A NULL text is NULL. */
void query_text(struct query *query, int n, const char *text);
void query_number(struct query *query, int n, int64_t number);
void query_bytes(struct query *query, int n, const void *bytes, size_t size);
void query_null(struct query *query, int n);

enum query_step { QUERY_ROW, QUERY_DONE, QUERY_FAILED };
enum query_step query_step(struct query *query); /* failures are logged */
void query_reset(struct query *query);           /* ready for other values */
/* Steps to the end, resets; false when it failed. */
bool query_run(struct query *query);
/* The same, and frees it. */
bool query_run_once(struct query *query);

/* Columns count from 0; texts and bytes are borrowed until the next step. */
const char *query_get_text(struct query *query, int column); /* NULL: NULL */
int64_t query_get_number(struct query *query, int column);
const void *query_get_bytes(struct query *query, int column, size_t *size);

#endif

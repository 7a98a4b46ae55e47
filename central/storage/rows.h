/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_STORAGE_ROWS_H
#define CENTRAL_STORAGE_ROWS_H
/*
 * The SQL of the central service, in words that both SQLite and PostgreSQL
 * take, and how a row becomes a struct. Every value is a parameter.
 */
#include "central/storage/storage.h"
#include "lib/store/db.h"

enum write {
	WRITE_SUBMISSION, /* gives a row when it was new */
	WRITE_KNOWN,      /* hash and receipt of an id */
	WRITE_HELP,
	WRITE_KIOSK,
	WRITE_BUNDLE,
	N_WRITES,
};
enum read { READ_KIOSK, READ_BUNDLE, READ_ID, READ_REFERENCE, N_READS };

extern const char *const write_sql[N_WRITES];
extern const char *const read_sql[N_READS];

void row_bind(struct query *query, const struct submission *submission);
/* Of READ_ID and READ_REFERENCE. */
void row_read(struct query *query, struct submission *submission);

#endif

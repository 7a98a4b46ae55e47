/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_OUTBOX_PARTS_H
#define LINK_OUTBOX_PARTS_H
/* What the files of the outbox share: outbox.c keeps and schedules, mend.c
 * opens and mends. */
#include "kiosk/link/outbox.h"
#include "kiosk/link/spool.h"
#include "lib/store/db.h"

enum { STATE_QUEUED, STATE_DELIVERED, STATE_HELD, STATE_CORRUPT, STATE_NONE };

struct outbox {
	char *path;    /* of the database */
	char *suspect; /* of the mark that makes the next start rebuild it */
	struct spool *spool;
	struct db *db; /* NULL once broken */
	struct signer signer;
	char public_key[65];
	char boot_id[40];
	bool broken;
	bool unsettled; /* a file has no row, or a row no file */
};

/* NULL (logged) when it cannot be opened or is not as it should be: then `why`
 * says whether the disk is full or the file damaged. */
struct db *outbox_database(const struct outbox *outbox, enum db_trouble *why);
/* Leaves the mark; false when the disk does not take even that. */
bool outbox_mark(const struct outbox *outbox);
/* Call after any failure: a damaged database ends the outbox. */
void outbox_failed(struct outbox *outbox);

/* SHA-256 of id|sealed. */
void row_hash(const char *id, const char *sealed, char hash[SEAL_HASH_SIZE]);
bool row_insert(struct outbox *outbox, const struct envelope *envelope,
	const char *sealed, int64_t hour);
/* STATE_NONE: no row; -1: the database failed. `hash` of the envelope. */
int row_state(struct outbox *outbox, const char *id, char hash[SEAL_HASH_SIZE]);
void outbox_forget_old(struct outbox *outbox); /* receipts of over 35 days */

#endif

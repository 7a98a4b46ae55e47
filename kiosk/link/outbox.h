/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_OUTBOX_H
#define LINK_OUTBOX_H
/*
 * What residents sent and the city has not vouched for yet: a spool file and a
 * row each, until a receipt. Knows no network and no socket. Every change is
 * on the disk when its call returns.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/seal/envelope.h"

struct outbox;

struct signer {
	const struct signing_key *key; /* the kiosk's; outlives the outbox */
	const char *kiosk;
};

/*
 * Opens and mends what is in `state`: a damaged database is put aside and made
 * again from the spool, files and rows that lost their twin get it back, and
 * what an older key signed is signed anew. NULL (logged) when the disk does
 * not let it.
 */
struct outbox *outbox_open(const char *state, struct signer signer);
void outbox_close(struct outbox *outbox);
/* The database failed under our hands: end the program, the next start mends.
 */
bool outbox_is_broken(const struct outbox *outbox);

/* A disk without room left something half-mended: tidy soon. */
bool outbox_is_unsettled(const struct outbox *outbox);

enum outbox_kept {
	OUTBOX_KEPT,     /* on the disk, will be sent */
	OUTBOX_NOT_KEPT, /* and will not be sent either */
	OUTBOX_OTHER,    /* other bytes were kept under that id before */
};
/* Signs the envelope, too. The same id and bytes again are simply kept. */
enum outbox_kept outbox_keep(struct outbox *outbox, struct envelope *envelope);

struct parcel {
	char id[SEAL_ID_SIZE], hash[SEAL_HASH_SIZE], form[64];
	char *sealed; /* JSON of the signed envelope */
	int attempts; /* with this one */
};
/* The next that is due, its attempt counted already; false: none is. */
bool outbox_next(struct outbox *outbox, struct parcel *parcel);
void parcel_clear(struct parcel *parcel);
int64_t outbox_wait_ms(struct outbox *outbox); /* to the next; -1: none */

bool outbox_delivered(
	struct outbox *outbox, const char *id, const char *receipt);
bool outbox_hold(struct outbox *outbox, const char *id, long status);
bool outbox_later(
	struct outbox *outbox, const char *id, long status, int64_t wait_ms);
/* The line is back: what got no answer at all is due now. */
void outbox_wake(struct outbox *outbox);

/* A submission of this form and version waits. */
bool outbox_pins(struct outbox *outbox, const char *form, const char *version);
/* The receipt that came for a submission, or NULL; the caller frees. */
char *outbox_receipt(struct outbox *outbox, const char *id);

struct waiting {
	const char *id, *form;
	int64_t since_hour; /* of the wall clock, since 1970 */
	const char *state;  /* "queued", "held", "corrupt" */
};
typedef void outbox_waits(void *owner, const struct waiting *waiting);
void outbox_each(struct outbox *outbox, outbox_waits *each, void *owner);

/* Now and then: forgets receipts of over 35 days, gives lost twins back, and
 * looks through the database; false when it is damaged. */
bool outbox_tidy(struct outbox *outbox);

#endif

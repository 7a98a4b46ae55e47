/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_STORAGE_STORAGE_H
#define CENTRAL_STORAGE_STORAGE_H
/*
 * What the central service remembers, as operations of its own trade. Nobody
 * outside knows which database does it: an implementation fills in the table
 * below. Writes are handed over and reported when they are durable, many in
 * one commit; reads answer at once. All may be called from any thread.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/seal/envelope.h"

struct storage;

/* A submission or rating as it is kept. Texts are the struct's own. */
struct submission {
	char id[SEAL_ID_SIZE], reference[SEAL_REFERENCE_SIZE];
	char kind[16], form[64], version[SEAL_HASH_SIZE], kiosk[64];
	char hash[SEAL_HASH_SIZE], key_id[40];
	char language[36], made[32], received[32];
	char state[16], reason[40];
	unsigned char *content; /* locked, or NULL */
	size_t content_size;
	unsigned char *sealed; /* or NULL */
	size_t sealed_size;
	char *receipt;
};
void submission_clear(struct submission *submission);

struct help_call {
	char kiosk[64], place[200], language[36], kind[32];
	char called[32], received[32];
};

enum stored {
	STORED_NEW,
	STORED_SAME,  /* the same id and hash was there already */
	STORED_OTHER, /* the same id was there with another hash */
	STORED_FAILED,
};

/* From the writer's thread; `receipt` is the one that counts, borrowed, NULL
 * for other things than submissions. */
typedef void storage_done(void *owner, enum stored stored, const char *receipt);

struct storage_operations {
	/* Takes the content. */
	void (*accept)(struct storage *storage, struct submission *submission,
		storage_done *done, void *owner);
	void (*call_help)(struct storage *storage, const struct help_call *call,
		storage_done *done, void *owner);
	/* These two wait until it is durable: for starting up. */
	bool (*enrol)(
		struct storage *storage, const char *name, const char *public_key);
	bool (*keep_bundle)(struct storage *storage, const char *slug,
		const char *hash, const void *bytes, size_t size);

	/* False: there is none. A revoked kiosk has no key. */
	bool (*kiosk_key)(
		struct storage *storage, const char *name, char public_key[65]);
	/* The caller frees; NULL: there is none. */
	char *(*bundle)(struct storage *storage, const char *slug, const char *hash,
		size_t *size);
	/* The nth of an id, or of a reference, which two ids may share though it
	 * hardly ever happens. False: there is none. */
	bool (*by_id)(
		struct storage *storage, const char *id, struct submission *submission);
	bool (*by_reference)(struct storage *storage, const char *reference,
		int nth, struct submission *submission);
	bool (*healthy)(struct storage *storage);

	/* Ends all that was handed over; what comes later fails. */
	void (*finish)(struct storage *storage);
	void (*free)(struct storage *storage);
};

struct storage {
	const struct storage_operations *operations;
};

/* "sqlite:FILE". NULL (logged) when it cannot be opened. */
struct storage *storage_open(const char *where);
struct storage *storage_sqlite(const char *path);
void storage_free(struct storage *storage);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_CENTRAL_H
#define CENTRAL_CENTRAL_H
/*
 * What every handler is given. Nothing in here changes once the server has
 * started, and storage guards itself: so threads share it without a lock.
 */
#include "central/shelf.h"
#include "central/storage/storage.h"
#include "lib/seal/envelope.h"

struct central {
	struct storage *storage;
	struct vault *vault;
	struct shelf *shelf;
	char *keys; /* the document of GET /v1/sleutels */
	char keys_hash[SEAL_HASH_SIZE];
	char description_hash[SEAL_HASH_SIZE]; /* of data/openapi.json */
	char version[32];                      /* API-Version, from it too */
};

/* data/openapi.json, compiled in. */
extern const char openapi_json[];

#endif

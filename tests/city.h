/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_CITY_H
#define TESTS_CITY_H
/*
 * A city for tests, with real keys and receipts, that can lie, break and cut
 * the line, and counts what it saw in memory it shares with the test.
 */
#include <stdbool.h>

#include "lib/seal/envelope.h"
#include "tests/web.h"

enum city_mood {
	CITY_HONEST,
	CITY_HTML, /* 200 and a page, as a captive portal */
	CITY_REDIRECTS,
	CITY_OTHER_RECEIPT, /* true, but of another submission */
	CITY_FORGED,        /* a receipt by another city's key */
	CITY_BROKEN,        /* 500 */
	CITY_BUSY,          /* 429 with Retry-After: 1 */
	CITY_UNKNOWN,       /* 401 */
	CITY_TOO_LARGE,     /* 413 */
	CITY_CUTS_BEFORE,   /* stores nothing, says nothing */
	CITY_CUTS_AFTER,    /* stores, says nothing */
	CITY_CUTS_RANDOMLY,
	N_CITY_MOODS,
};

enum { CITY_MOST = 4096 };

struct city_stored {
	char id[SEAL_ID_SIZE], hash[SEAL_HASH_SIZE];
	int times;
};

struct city_facts {
	volatile enum city_mood mood;
	volatile int edition; /* changes the catalogue and form "a", not "b" */
	volatile bool lies_about_bundle, lies_about_keys;
	volatile int n_catalogues, n_same, n_bundles, n_keys, n_helps;
	volatile int n_posts, n_stored, n_faults; /* faults: wrong header, hash */
	volatile long last_post_ms;
	char help[512]; /* body of the last call for help */
	struct city_stored stored[CITY_MOST];
};

struct city {
	struct web web;
	struct city_facts *facts;
	struct vault *vault, *other;
	char public_key[65]; /* of the kiosk it knows */
	unsigned random;
};

/* Its keys lie in `folder`, which is there. The answers begin with start. */
struct city *city_new(const char *folder, const char *public_key);
bool city_start(struct city *city); /* the same port every time */
void city_stop(struct city *city);
void city_free(struct city *city);
/* How often a submission was stored: 0 or 1, or -1 with another hash. */
int city_has(const struct city *city, const char *id, const char *hash);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_SYNC_H
#define LINK_SYNC_H
/*
 * Keeps what the city publishes: catalogue, bundles, keys. One conditional
 * request tells that nothing changed; otherwise only what is new is fetched,
 * and the catalogue counts when all its bundles are here and are what their
 * versions say.
 */
#include <stdbool.h>

struct link;
struct sync;

/* Reads what the cache holds. `root`: the public key in hex. */
struct sync *sync_new(struct link *link, const char *root);
void sync_free(struct sync *sync);

void sync_now(struct sync *sync);  /* nothing when it runs already */
void sync_anew(struct sync *sync); /* a bundle is gone or ruined: fetch it */
bool sync_is_running(const struct sync *sync);
/* A receipt did not verify: perhaps the city has a new key. */
void sync_doubt_keys(struct sync *sync);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_LINK_H
#define LINK_LINK_H
/*
 * The parts of the kiosk's line to the city, and what they must tell each
 * other: sync keeps what the city publishes, delivery empties the outbox, desk
 * answers the screen.
 */
#include <stdbool.h>
#include <time.h>

#include <jansson.h>

#include "kiosk/link/cache.h"
#include "kiosk/link/options.h"
#include "kiosk/link/outbox.h"
#include "lib/loop/loop.h"
#include "lib/net/http.h"
#include "lib/seal/envelope.h"

struct sync;
struct delivery;
struct desk;

struct link {
	const struct options *options;
	struct loop *loop;
	struct http *http;
	struct outbox *outbox;
	struct cache *cache;
	struct sync *sync;
	struct delivery *delivery;
	struct desk *desk;
	/* What the city publishes; NULL until it was heard once. */
	json_t *catalogue, *keys_document;
	struct city_keys *keys;
	time_t catalogue_fresh, keys_fresh;
	bool central; /* the last exchange brought the city's own answer */
	bool tidies_soon;
	bool failed; /* the loop ends, and the program with 1 */
};

/* The line went away or came back. */
void link_set_central(struct link *link, bool central);
/* After work on the outbox: ends the program when it broke. */
void link_check_outbox(struct link *link);

/* A URL of central; the caller frees. */
char *link_url(const struct link *link, const char *path);

#endif

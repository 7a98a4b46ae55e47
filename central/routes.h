/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_ROUTES_H
#define CENTRAL_ROUTES_H
/* Every address of the service, in one table; data/openapi.json says the same
 * to the world, and a test holds the two together. */
#include "lib/net/server.h"

enum who {
	WHO_ANYBODY,
	WHO_KIOSK, /* the body is an envelope, signed by an enrolled kiosk */
};

extern const struct route central_routes[]; /* ends with one without a path */

/* The server's `may`: lets in who the table says. For WHO_KIOSK it keeps the
 * arrival (central/intake.h) that it read. */
bool gate_may(
	void *owner, const struct route *route, struct exchange *exchange);

#endif

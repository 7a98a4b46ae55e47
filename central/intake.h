/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_INTAKE_H
#define CENTRAL_INTAKE_H
/*
 * The way in for everything that is sealed: submissions and ratings alike. A
 * signed envelope is opened, judged, locked and stored; only when it is
 * durable the kiosk gets its receipt, and the same one however often it asks.
 */
#include "central/central.h"
#include "lib/net/server.h"

/* An envelope between arrival and receipt; kept with its exchange. */
struct arrival {
	struct envelope envelope;
	struct exchange *exchange;
	enum stored stored;
	char *receipt;
};

/* Reads the body; NULL when it is no envelope. */
struct arrival *arrival_read(struct exchange *exchange);
void arrival_free(void *owner); /* an arrival */

/* The handler of `kind`: "inzending" or "waardering". */
enum exchange_turn intake_take(
	const struct central *central, struct exchange *exchange, const char *kind);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/intake.h"
#include "central/routes.h"
#include "lib/base/log.h"

/* The same answer for no signature, a wrong one and an unknown kiosk. */
static bool kiosk_may(const struct central *central, struct exchange *exchange)
{
	struct arrival *arrival = arrival_read(exchange);
	struct storage *storage = central->storage;
	char key[65];

	if (!arrival) {
		exchange_problem(exchange, 400, "Dit is geen verzegelde inzending.");
		return false;
	}
	exchange_keep(exchange, arrival, arrival_free);
	if (arrival->envelope.has_signature &&
		storage->operations->kiosk_key(storage, arrival->envelope.kiosk, key) &&
		envelope_signed_by(&arrival->envelope, key))
		return true;
	log_error("%s came from nobody we know", arrival->envelope.id);
	exchange_problem(
		exchange, 401, "De inzending is niet van een bekende plek.");
	exchange_set_header(
		exchange, "WWW-Authenticate", "Envelope realm=\"opendeur\"");
	return false;
}

bool gate_may(void *owner, const struct route *route, struct exchange *exchange)
{
	switch ((enum who)route->who) {
	case WHO_ANYBODY:
		return true;
	case WHO_KIOSK:
		return kiosk_may(owner, exchange);
	}
	return false;
}

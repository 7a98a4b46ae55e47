/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "central/handlers/handlers.h"
#include "central/intake.h"

enum exchange_turn inzendingen_post(void *owner, struct exchange *exchange)
{
	return intake_take(owner, exchange, "inzending");
}

/* Whoever has the id, which nobody can guess, may know how it stands. Nothing
 * of what was sent is told, nor why it is apart. */
enum exchange_turn inzendingen_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	const char *id = exchange_param(exchange, 0);
	struct storage *storage = central->storage;
	struct submission submission = { 0 };
	json_t *body;

	if (!seal_id_ok(id) ||
		!storage->operations->by_id(storage, id, &submission)) {
		exchange_problem(exchange, 404, "Deze inzending is hier niet.");
		return EXCHANGE_ANSWERED;
	}
	body = json_pack("{s:i, s:s, s:s, s:s, s:s}", "v", 1, "id", submission.id,
		"reference", submission.reference, "state", submission.state,
		"received", submission.received);
	exchange_json(exchange, 200, body);
	json_decref(body);
	submission_clear(&submission);
	return EXCHANGE_ANSWERED;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/central.h"
#include "central/handlers/handlers.h"

enum exchange_turn health_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	struct storage *storage = central->storage;
	json_t *body;

	if (!storage->operations->healthy(storage)) {
		exchange_problem(exchange, 503, "De opslag antwoordt niet.");
		return EXCHANGE_ANSWERED;
	}
	body = json_pack("{s:s}", "status", "pass");
	exchange_json(exchange, 200, body);
	json_decref(body);
	return EXCHANGE_ANSWERED;
}

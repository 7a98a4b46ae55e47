/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "central/central.h"
#include "central/handlers/handlers.h"

enum exchange_turn openapi_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;

	exchange_etag(exchange, central->description_hash);
	exchange_bytes(
		exchange, 200, "application/json", openapi_json, strlen(openapi_json));
	return EXCHANGE_ANSWERED;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "central/central.h"
#include "central/handlers/handlers.h"

enum exchange_turn sleutels_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;

	exchange_etag(exchange, central->keys_hash);
	exchange_bytes(exchange, 200, "application/json", central->keys,
		strlen(central->keys));
	return EXCHANGE_ANSWERED;
}

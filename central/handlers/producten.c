/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "central/central.h"
#include "central/handlers/handlers.h"

enum exchange_turn producten_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	const char *hash, *catalogue = shelf_catalogue(central->shelf, &hash);

	exchange_etag(exchange, hash);
	exchange_bytes(
		exchange, 200, "application/json", catalogue, strlen(catalogue));
	return EXCHANGE_ANSWERED;
}

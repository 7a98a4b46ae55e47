/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "central/central.h"
#include "central/handlers/handlers.h"

static const char type[] = "application/json";

/* What is on offer, with versions: the catalogue's hash covers the same. */
enum exchange_turn formulieren_list(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	json_t *forms = json_array(), *body;
	const char *hash;

	for (size_t i = 0; i < shelf_count(central->shelf); i++) {
		const struct offered *offered = shelf_at(central->shelf, i);

		json_array_append_new(
			forms, json_pack("{s:s, s:s}", "slug", offered->slug, "version",
					   offered->version));
	}
	body = json_pack("{s:i, s:o}", "v", 1, "forms", forms);
	shelf_catalogue(central->shelf, &hash);
	exchange_etag(exchange, hash);
	exchange_json(exchange, 200, body);
	json_decref(body);
	return EXCHANGE_ANSWERED;
}

/* A version by its hash: the one on offer, or an older one from storage. */
static enum exchange_turn answer_version(const struct central *central,
	struct exchange *exchange, const char *slug, const char *version)
{
	const struct offered *offered = shelf_find(central->shelf, slug);
	struct storage *storage = central->storage;
	char *bytes = NULL;
	size_t size = 0;

	if (offered && strcmp(offered->version, version) == 0) {
		exchange_etag(exchange, version);
		exchange_bytes(exchange, 200, type, offered->bytes, offered->size);
		return EXCHANGE_ANSWERED;
	}
	bytes = storage->operations->bundle(storage, slug, version, &size);
	if (bytes) {
		exchange_etag(exchange, version);
		exchange_bytes(exchange, 200, type, bytes, size);
	} else {
		exchange_problem(
			exchange, 404, "Deze versie van dit formulier is hier niet.");
	}
	free(bytes);
	return EXCHANGE_ANSWERED;
}

enum exchange_turn formulieren_get(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	const char *slug = exchange_param(exchange, 0);
	const char *version = exchange_query(exchange, "versie");
	const struct offered *offered = shelf_find(central->shelf, slug);

	if (version)
		return answer_version(central, exchange, slug, version);
	if (offered)
		return answer_version(central, exchange, slug, offered->version);
	exchange_problem(exchange, 404, "Dit formulier is hier niet.");
	return EXCHANGE_ANSWERED;
}

enum exchange_turn formulieren_get_version(
	void *owner, struct exchange *exchange)
{
	return answer_version(owner, exchange, exchange_param(exchange, 0),
		exchange_param(exchange, 1));
}

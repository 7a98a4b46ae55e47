/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "central/central.h"
#include "central/handlers/handlers.h"
#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

/* A text of the call, safe and short enough; "" when it was left out. */
static bool take(const json_t *body, const char *name, char *out, size_t size)
{
	const json_t *value = json_object_get(body, name);
	char *safe;
	bool ok;

	if (!value)
		return true;
	if (!json_is_string(value))
		return false;
	safe = safe_text(json_string_value(value), false);
	ok = strlen(safe) < size;
	if (ok)
		memcpy(out, safe, strlen(safe) + 1);
	free(safe);
	return ok;
}

/* Only these fields are kept: there is no room for who it is. */
static bool call_read(const json_t *body, struct help_call *call)
{
	char *now = clock_iso(time(NULL));

	snprintf(call->received, sizeof call->received, "%s", now);
	free(now);
	return json_is_object(body) &&
		   take(body, "kiosk", call->kiosk, sizeof call->kiosk) &&
		   take(body, "place", call->place, sizeof call->place) &&
		   take(body, "language", call->language, sizeof call->language) &&
		   take(body, "kind", call->kind, sizeof call->kind) &&
		   take(body, "when", call->called, sizeof call->called) &&
		   (call->kiosk[0] || call->place[0]);
}

struct waiting_call {
	struct exchange *exchange;
	enum stored stored;
};

static void on_stored(void *owner, enum stored stored, const char *receipt)
{
	struct waiting_call *waiting = owner;

	(void)receipt;
	waiting->stored = stored;
	exchange_resume(waiting->exchange);
}

static void answer(
	struct exchange *exchange, const struct waiting_call *waiting)
{
	json_t *body;

	if (waiting->stored != STORED_NEW) {
		exchange_problem(
			exchange, 503, "De hulpvraag kon niet worden opgeslagen.");
		return;
	}
	body = json_pack("{s:i, s:s}", "v", 1, "state", "ontvangen");
	exchange_json(exchange, 201, body);
	json_decref(body);
}

enum exchange_turn hulpvragen_post(void *owner, struct exchange *exchange)
{
	const struct central *central = owner;
	struct waiting_call *waiting = exchange_kept(exchange);
	struct help_call call = { 0 };
	size_t size;
	const char *bytes = exchange_body(exchange, &size);
	json_t *body;
	bool ok;

	if (exchange_is_resumed(exchange)) {
		answer(exchange, waiting);
		return EXCHANGE_ANSWERED;
	}
	body = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL);
	ok = call_read(body, &call);
	json_decref(body);
	if (!ok) {
		exchange_problem(exchange, 400,
			"Een hulpvraag noemt ten minste kiosk of place, als tekst.");
		return EXCHANGE_ANSWERED;
	}
	waiting = mem_new(1, sizeof *waiting);
	waiting->exchange = exchange;
	exchange_keep(exchange, waiting, free);
	exchange_wait(exchange);
	central->storage->operations->call_help(
		central->storage, &call, on_stored, waiting);
	return EXCHANGE_WAITING;
}

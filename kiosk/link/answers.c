/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "kiosk/link/catalogue.h"
#include "kiosk/link/delivery.h"
#include "kiosk/link/desk_parts.h"
#include "kiosk/link/sync.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { LIVE_MS = 5000, MOST_LIVE = 1 << 20, MOST_ENDING = 32 };

/* What is not here yet may still come with the sync that runs. */
static enum turn not_here(struct ask *ask, bool last)
{
	if (!last && sync_is_running(ask->visitor->desk->link->sync))
		return TURN_WAIT;
	desk_refuse(ask, 503, "The city has not been heard yet");
	return TURN_DONE;
}

static enum turn get_products(struct ask *ask, bool last)
{
	struct link *link = ask->visitor->desk->link;

	if (!link->catalogue)
		return not_here(ask, last);
	desk_answer(ask, 200, link->catalogue_fresh, json_incref(link->catalogue));
	return TURN_DONE;
}

static enum turn get_keys(struct ask *ask, bool last)
{
	struct link *link = ask->visitor->desk->link;

	if (!link->keys_document)
		return not_here(ask, last);
	desk_answer(ask, 200, link->keys_fresh, json_incref(link->keys_document));
	return TURN_DONE;
}

/* The bytes must still be what their version says; else they are fetched
 * anew. */
static json_t *bundle(struct link *link, const char *slug, const char *version)
{
	size_t size = 0;
	char *bytes = cache_bundle(link->cache, slug, version, &size);
	json_t *json = NULL;

	if (bytes) {
		char hash[SEAL_HASH_SIZE];

		seal_sha256(bytes, size, hash);
		if (strcmp(hash, version) == 0)
			json = json_loadb(bytes, size, 0, NULL);
	}
	if (bytes && !json)
		cache_drop_bundle(link->cache, slug, version);
	free(bytes);
	return json;
}

static enum turn get_form(struct ask *ask, bool last)
{
	struct link *link = ask->visitor->desk->link;
	const char *slug = strrchr(ask->path, '/') + 1;
	const char *version = catalogue_version(link->catalogue, slug);
	json_t *body;

	if (!link->catalogue)
		return not_here(ask, last);
	if (!version) {
		desk_refuse(ask, 404, "The city has no such form");
		return TURN_DONE;
	}
	body = bundle(link, slug, version);
	if (body) {
		desk_answer(ask, 200, link->catalogue_fresh, body);
		return TURN_DONE;
	}
	if (!last)
		sync_anew(link->sync);
	return not_here(ask, last);
}

static bool fits_path(const struct ask *ask, const struct envelope *envelope)
{
	bool rating = strcmp(envelope->form, "waardering") == 0;

	return rating == (strcmp(ask->path, "/v1/waarderingen") == 0);
}

static void tell_kept(struct ask *ask, const char *id)
{
	struct link *link = ask->visitor->desk->link;
	char *receipt = outbox_receipt(link->outbox, id);

	desk_remember(ask->visitor, id);
	desk_answer(
		ask, 202, 0, json_pack("{s:s, s:s}", "id", id, "state", "kept"));
	if (receipt)
		desk_tell_receipt(ask->visitor->desk, id, receipt);
	else
		delivery_kick(link->delivery);
	free(receipt);
}

static void keep(struct ask *ask, struct envelope *envelope)
{
	struct link *link = ask->visitor->desk->link;

	switch (outbox_keep(link->outbox, envelope)) {
	case OUTBOX_KEPT:
		log_info("submission %s is kept", envelope->id);
		tell_kept(ask, envelope->id);
		break;
	case OUTBOX_NOT_KEPT:
		log_error("submission %s is not kept", envelope->id);
		desk_refuse(ask, 507, "Not kept");
		break;
	case OUTBOX_OTHER:
		log_error("submission %s came again with other bytes", envelope->id);
		desk_refuse(ask, 409, "Another submission has this id");
		break;
	}
}

static enum turn post_envelope(struct ask *ask, bool last)
{
	char *json =
		json_is_object(ask->body) ? json_dumps(ask->body, JSON_COMPACT) : NULL;
	struct envelope envelope = { 0 };

	(void)last;
	if (json && envelope_read(json, &envelope) && fits_path(ask, &envelope))
		keep(ask, &envelope);
	else
		desk_refuse(ask, 400, "No envelope that fits this path");
	envelope_clear(&envelope);
	free(json);
	return TURN_DONE;
}

static void live_answer_came(void *owner, const struct http_reply *reply)
{
	struct ask *ask = owner;
	struct link *link = ask->visitor->desk->link;
	json_t *body = json_loadb(reply->body, reply->size, 0, NULL);

	ask->call = NULL;
	/* Central speaks JSON; a page of the library's Wi-Fi does not. */
	if (reply->status && json_is_object(body)) {
		desk_answer(ask, (int)reply->status, 0, body);
	} else {
		json_decref(body);
		link_set_central(link, false);
		desk_refuse(ask, 503, "The city cannot be reached");
	}
	ask_free(ask);
}

static enum turn post_help(struct ask *ask, bool last)
{
	struct desk *desk = ask->visitor->desk;
	json_t *body =
		json_is_object(ask->body) ? json_copy(ask->body) : json_object();
	char *url = link_url(desk->link, ask->path), *text;
	static const char *const headers[] = { "Content-Type: application/json",
		"Accept: application/json, application/problem+json", NULL };
	struct http_request request = {
		.method = "POST",
		.url = url,
		.headers = headers,
		.timeout_ms = LIVE_MS,
		.most = MOST_LIVE,
	};

	(void)last;
	json_object_set_new(body, "kiosk", json_string(desk->kiosk));
	text = json_dumps(body, JSON_COMPACT);
	request.body = text;
	request.size = strlen(text);
	ask->call = http_send(desk->link->http, &request, live_answer_came, ask);
	json_decref(body);
	free(text);
	free(url);
	if (ask->call)
		return TURN_LIVE;
	desk_refuse(ask, 503, "The city cannot be reached");
	return TURN_DONE;
}

static void add_waiting(void *owner, const struct waiting *waiting)
{
	char reference[SEAL_REFERENCE_SIZE];
	bool rating = strcmp(waiting->form, "waardering") == 0;
	char *since = clock_iso((time_t)(waiting->since_hour * 3600));

	if (!seal_reference(waiting->id, reference))
		reference[0] = '\0';
	json_array_append_new(
		owner, json_pack("{s:s, s:s, s:s, s:s}", "reference", reference, "kind",
				   rating ? "waardering" : "inzending", "since_hour", since,
				   "state", waiting->state));
	free(since);
}

static enum turn get_waiting(struct ask *ask, bool last)
{
	json_t *list = json_array();

	(void)last;
	outbox_each(ask->visitor->desk->link->outbox, add_waiting, list);
	desk_answer(ask, 200, 0, json_pack("{s:o}", "waiting", list));
	return TURN_DONE;
}

static enum turn get_state(struct ask *ask, bool last)
{
	const struct link *link = ask->visitor->desk->link;
	char *iso = link->catalogue_fresh ? clock_iso(link->catalogue_fresh) : NULL;

	(void)last;
	desk_answer(ask, 200, 0,
		json_pack("{s:b, s:b, s:s?}", "central", link->central, "catalogue",
			link->catalogue != NULL, "last_sync", iso));
	free(iso);
	return TURN_DONE;
}

/* How the visit before this one ended, a word of the screen's own or none: in
 * memory, as it concerns the next visit alone. */
static enum turn post_ending(struct ask *ask, bool last)
{
	struct desk *desk = ask->visitor->desk;
	const char *ending =
		json_string_value(json_object_get(ask->body, "ending"));

	(void)last;
	if (!ending || strlen(ending) > MOST_ENDING) {
		desk_refuse(ask, 400, "An ending is a short word");
		return TURN_DONE;
	}
	mem_text_set(&desk->ending, ending);
	desk->ended_at = clock_ms();
	desk_answer(ask, 204, 0, NULL);
	return TURN_DONE;
}

static enum turn get_ending(struct ask *ask, bool last)
{
	const struct desk *desk = ask->visitor->desk;
	int64_t ago =
		desk->ending ? (clock_ms() - desk->ended_at) / 1000 : INT64_C(0);

	(void)last;
	desk_answer(ask, 200, 0,
		json_pack("{s:s, s:I}", "ending", desk->ending ? desk->ending : "",
			"seconds", (json_int_t)ago));
	return TURN_DONE;
}

/* A path that ends in a slash takes one more word. */
static const struct route {
	const char *path;
	enum turn (*get)(struct ask *ask, bool last);
	enum turn (*post)(struct ask *ask, bool last);
} routes[] = {
	{ "/v1/producten", get_products, NULL },
	{ "/v1/formulieren/", get_form, NULL },
	{ "/v1/sleutels", get_keys, NULL },
	{ "/v1/inzendingen", NULL, post_envelope },
	{ "/v1/waarderingen", NULL, post_envelope },
	{ "/v1/hulpvragen", NULL, post_help },
	{ "/v1/wachtend", get_waiting, NULL },
	{ "/v1/toestand", get_state, NULL },
	{ "/v1/bezoeken", get_ending, post_ending },
};

static bool matches(const struct route *route, const char *path)
{
	size_t n = strlen(route->path);

	if (route->path[n - 1] != '/')
		return strcmp(route->path, path) == 0;
	return text_starts(path, route->path) && path[n] && !strchr(path + n, '/');
}

enum turn desk_take(struct ask *ask, bool last)
{
	for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
		enum turn (*take)(struct ask * ask, bool last) =
			ask->is_post ? routes[i].post : routes[i].get;

		if (!matches(&routes[i], ask->path))
			continue;
		if (take)
			return take(ask, last);
		desk_refuse(ask, 405, "Not in this way");
		return TURN_DONE;
	}
	desk_refuse(ask, 404, "There is no such path");
	return TURN_DONE;
}

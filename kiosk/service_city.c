/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/service_city.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/asker.h"
#include "kiosk/options.h"
#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

/* Kept already: how long a visitor waits to hear that the city has it. */
enum { PATIENCE_MS = 4000, ROOT_KEY_MOST = 256 };

struct city {
	struct provider provider; /* first */
	struct loop *loop;
	struct asker *asker;
	char *root;
	const struct service_events *events;
	void *owner;
	struct city_keys *keys;
	char *pending;    /* id of a submission whose receipt is awaited */
	json_t *envelope; /* the last one that was handed over */
};

static void patience_ended(void *owner);

static struct city *city_of(struct provider *provider)
{
	return (struct city *)provider;
}

/* A kept submission stays pending: its receipt may still come. */
static void tell_sent(struct city *city, enum sent sent)
{
	char *id = mem_text(city->pending);

	loop_after(city->loop, -1, patience_ended, city);
	if (sent != SENT_KEPT) {
		free(city->pending);
		city->pending = NULL;
	}
	city->events->sent(city->owner, id, sent);
	free(id);
}

static void patience_ended(void *owner)
{
	tell_sent(owner, SENT_KEPT);
}

static bool is_our_receipt(const struct city *city, const char *json)
{
	struct receipt receipt;

	return city->keys && receipt_read(city->keys, json, &receipt) &&
		   text_same(receipt.id, city->pending);
}

static void receipt_came(struct city *city, const json_t *body)
{
	char *json = json_dumps(body, JSON_COMPACT);

	if (json && city->pending && is_our_receipt(city, json))
		tell_sent(city, SENT_RECEIVED);
	free(json);
}

static void start(struct provider *provider);

static void event_came(void *owner, const char *event, const json_t *body)
{
	struct city *city = owner;

	if (strcmp(event, "receipt") == 0)
		receipt_came(city, body);
	else if (strcmp(event, "catalogue") == 0)
		start(&city->provider);
}

static void city_free(struct provider *provider)
{
	struct city *city = city_of(provider);

	loop_after(city->loop, -1, patience_ended, city);
	asker_free(city->asker);
	city_keys_free(city->keys);
	free(city->root);
	free(city->pending);
	json_decref(city->envelope);
	free(city);
}

static void catalogue_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;

	(void)path;
	city->events->catalogue(
		city->owner, status == 200 ? json_object_get(body, "products") : NULL);
}

static void keys_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;
	char *document = status == 200 ? json_dumps(body, JSON_COMPACT) : NULL;
	struct city_keys *keys =
		document ? city_keys_read(document, city->root) : NULL;

	(void)path;
	free(document);
	if (!keys)
		return;
	city_keys_free(city->keys);
	city->keys = keys;
}

static void previous_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;
	const char *ending = json_string_value(json_object_get(body, "ending"));

	(void)path;
	if (status == 200 && !text_empty(ending))
		city->events->previous(city->owner, ending,
			(int)json_integer_value(json_object_get(body, "seconds")));
}

static void start(struct provider *provider)
{
	struct city *city = city_of(provider);

	asker_get(city->asker, "/v1/sleutels", keys_answered);
	asker_get(city->asker, "/v1/producten", catalogue_answered);
	asker_get(city->asker, "/v1/bezoeken", previous_answered);
}

static void form_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;

	city->events->form(
		city->owner, strrchr(path, '/') + 1, status == 200 ? body : NULL);
}

static void want_form(struct provider *provider, const char *slug)
{
	struct city *city = city_of(provider);
	char *path = text_format("/v1/formulieren/%s", slug);

	asker_get(city->asker, path, form_answered);
	free(path);
}

static void kept_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;

	(void)path;
	(void)body;
	if (!city->pending)
		return; /* the receipt was faster */
	if (status == 202)
		loop_after(city->loop, PATIENCE_MS, patience_ended, city);
	else
		tell_sent(city, SENT_NOT_KEPT);
}

/* Sealing again gives other bytes, which link rightly takes for another
 * submission under the same id: so the first envelope is kept. */
static json_t *envelope_for(struct city *city, const struct letter *letter)
{
	const char *id = json_string_value(json_object_get(city->envelope, "id"));
	char *envelope;

	if (text_same(id, letter->id))
		return json_incref(city->envelope);
	envelope = envelope_seal(city->keys, letter);
	json_decref(city->envelope);
	city->envelope = envelope ? json_loads(envelope, 0, NULL) : NULL;
	free(envelope);
	return json_incref(city->envelope);
}

static void send_letter(struct provider *provider, const struct letter *letter)
{
	struct city *city = city_of(provider);
	json_t *envelope = NULL;

	mem_text_set(&city->pending, letter->id);
	if (city->keys)
		envelope = envelope_for(city, letter);
	else
		fail("the city's keys are not here: nothing can be sealed");
	if (envelope)
		asker_post(city->asker, "/v1/inzendingen", envelope, kept_answered);
	else
		tell_sent(city, SENT_NOT_KEPT);
}

static void nobody_waits(
	void *owner, const char *path, int status, const json_t *body)
{
	(void)owner;
	(void)path;
	(void)status;
	(void)body;
}

static void rate(struct provider *provider, const struct letter *letter)
{
	struct city *city = city_of(provider);
	char *envelope = city->keys ? envelope_seal(city->keys, letter) : NULL;

	if (envelope)
		asker_post(city->asker, "/v1/waarderingen",
			json_loads(envelope, 0, NULL), nobody_waits);
	free(envelope);
}

static void tell_ending(struct provider *provider, const char *ending)
{
	struct city *city = city_of(provider);

	asker_post(city->asker, "/v1/bezoeken", json_pack("{ss}", "ending", ending),
		nobody_waits);
}

static void help_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;

	(void)path;
	(void)body;
	city->events->helped(city->owner, status >= 200 && status < 300);
}

static void call_help(struct provider *provider, const json_t *call)
{
	struct city *city = city_of(provider);

	asker_post(
		city->asker, "/v1/hulpvragen", json_deep_copy(call), help_answered);
}

static void waiting_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct city *city = owner;

	(void)path;
	city->events->waiting(
		city->owner, status == 200 ? json_object_get(body, "waiting") : NULL);
}

static void want_waiting(struct provider *provider)
{
	struct city *city = city_of(provider);

	asker_get(city->asker, "/v1/wachtend", waiting_answered);
}

static const struct service_kind kind = {
	.start = start,
	.want_form = want_form,
	.send = send_letter,
	.rate = rate,
	.tell_ending = tell_ending,
	.call_help = call_help,
	.want_waiting = want_waiting,
	.free = city_free,
};

/* The root public key stands in a file of one line, as it is the same on every
 * kiosk and comes with the installation. */
static char *read_root(const char *path)
{
	size_t size;
	char *bytes = file_read(path, ROOT_KEY_MOST, &size);
	char *root = bytes ? text_trim(bytes) : NULL;

	free(bytes);
	return root;
}

struct provider *city_open(void *opener, struct loop *loop,
	const struct service_events *events, void *owner)
{
	const struct options *options = opener;
	char *root = read_root(options->root_key);
	struct city *city;

	if (!root)
		return NULL;
	city = mem_new(1, sizeof *city);
	city->provider.kind = &kind;
	city->loop = loop;
	city->root = root;
	city->events = events;
	city->owner = owner;
	city->asker = asker_new(loop, options->link, event_came, city);
	return &city->provider;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/service.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/asker.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

/* Kept already: how long a visitor waits to hear that the city has it. */
enum { PATIENCE_MS = 4000 };

struct service {
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

/* A kept submission stays pending: its receipt may still come. */
static void tell_sent(struct service *service, enum sent sent)
{
	char *id = mem_text(service->pending);

	loop_after(service->loop, -1, patience_ended, service);
	if (sent != SENT_KEPT) {
		free(service->pending);
		service->pending = NULL;
	}
	service->events->sent(service->owner, id, sent);
	free(id);
}

static void patience_ended(void *owner)
{
	tell_sent(owner, SENT_KEPT);
}

static bool is_our_receipt(const struct service *service, const char *json)
{
	struct receipt receipt;

	return service->keys && receipt_read(service->keys, json, &receipt) &&
		   text_same(receipt.id, service->pending);
}

static void receipt_came(struct service *service, const json_t *body)
{
	char *json = json_dumps(body, JSON_COMPACT);

	if (json && service->pending && is_our_receipt(service, json))
		tell_sent(service, SENT_RECEIVED);
	free(json);
}

static void event_came(void *owner, const char *event, const json_t *body)
{
	if (strcmp(event, "receipt") == 0)
		receipt_came(owner, body);
	else if (strcmp(event, "catalogue") == 0)
		service_start(owner);
}

struct service *service_new(struct loop *loop, const char *socket,
	const char *root, const struct service_events *events, void *owner)
{
	struct service *service = mem_new(1, sizeof *service);

	service->loop = loop;
	service->root = mem_text(root);
	service->events = events;
	service->owner = owner;
	service->asker = asker_new(loop, socket, event_came, service);
	return service;
}

void service_free(struct service *service)
{
	if (!service)
		return;
	loop_after(service->loop, -1, patience_ended, service);
	asker_free(service->asker);
	city_keys_free(service->keys);
	free(service->root);
	free(service->pending);
	json_decref(service->envelope);
	free(service);
}

static void catalogue_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;

	(void)path;
	service->events->catalogue(service->owner,
		status == 200 ? json_object_get(body, "products") : NULL);
}

static void keys_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;
	char *document = status == 200 ? json_dumps(body, JSON_COMPACT) : NULL;
	struct city_keys *keys =
		document ? city_keys_read(document, service->root) : NULL;

	(void)path;
	free(document);
	if (!keys)
		return;
	city_keys_free(service->keys);
	service->keys = keys;
}

static void previous_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;
	const char *ending = json_string_value(json_object_get(body, "ending"));

	(void)path;
	if (status == 200 && !text_empty(ending))
		service->events->previous(service->owner, ending,
			(int)json_integer_value(json_object_get(body, "seconds")));
}

void service_start(struct service *service)
{
	asker_get(service->asker, "/v1/sleutels", keys_answered);
	asker_get(service->asker, "/v1/producten", catalogue_answered);
	asker_get(service->asker, "/v1/bezoeken", previous_answered);
}

static void form_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;

	service->events->form(
		service->owner, strrchr(path, '/') + 1, status == 200 ? body : NULL);
}

void service_want_form(struct service *service, const char *slug)
{
	char *path = text_format("/v1/formulieren/%s", slug);

	asker_get(service->asker, path, form_answered);
	free(path);
}

static void kept_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;

	(void)path;
	(void)body;
	if (!service->pending)
		return; /* the receipt was faster */
	if (status == 202)
		loop_after(service->loop, PATIENCE_MS, patience_ended, service);
	else
		tell_sent(service, SENT_NOT_KEPT);
}

/* Sealing again gives other bytes, which link rightly takes for another
 * submission under the same id: so the first envelope is kept. */
static json_t *envelope_for(
	struct service *service, const struct letter *letter)
{
	const char *id =
		json_string_value(json_object_get(service->envelope, "id"));
	char *envelope;

	if (text_same(id, letter->id))
		return json_incref(service->envelope);
	envelope = envelope_seal(service->keys, letter);
	json_decref(service->envelope);
	service->envelope = envelope ? json_loads(envelope, 0, NULL) : NULL;
	free(envelope);
	return json_incref(service->envelope);
}

void service_send(struct service *service, const struct letter *letter)
{
	json_t *envelope = NULL;

	mem_text_set(&service->pending, letter->id);
	if (service->keys)
		envelope = envelope_for(service, letter);
	else
		fail("the city's keys are not here: nothing can be sealed");
	if (envelope)
		asker_post(service->asker, "/v1/inzendingen", envelope, kept_answered);
	else
		tell_sent(service, SENT_NOT_KEPT);
}

static void nobody_waits(
	void *owner, const char *path, int status, const json_t *body)
{
	(void)owner;
	(void)path;
	(void)status;
	(void)body;
}

void service_rate(struct service *service, const struct letter *letter)
{
	char *envelope =
		service->keys ? envelope_seal(service->keys, letter) : NULL;

	if (envelope)
		asker_post(service->asker, "/v1/waarderingen",
			json_loads(envelope, 0, NULL), nobody_waits);
	free(envelope);
}

void service_tell_ending(struct service *service, const char *ending)
{
	asker_post(service->asker, "/v1/bezoeken",
		json_pack("{ss}", "ending", ending), nobody_waits);
}

static void help_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;

	(void)path;
	(void)body;
	service->events->helped(service->owner, status >= 200 && status < 300);
}

void service_call_help(struct service *service, const json_t *call)
{
	asker_post(
		service->asker, "/v1/hulpvragen", json_deep_copy(call), help_answered);
}

static void waiting_answered(
	void *owner, const char *path, int status, const json_t *body)
{
	struct service *service = owner;

	(void)path;
	service->events->waiting(service->owner,
		status == 200 ? json_object_get(body, "waiting") : NULL);
}

void service_want_waiting(struct service *service)
{
	asker_get(service->asker, "/v1/wachtend", waiting_answered);
}

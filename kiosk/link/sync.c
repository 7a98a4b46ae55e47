/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/sync.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "kiosk/link/catalogue.h"
#include "kiosk/link/delivery.h"
#include "kiosk/link/desk.h"
#include "kiosk/link/link.h"
#include "kiosk/link/retry.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	TIMEOUT_MS = 20000,
	MOST_BODY = 4 << 20,
	KEYS_LAST_S = 24 * 3600,
	DOUBT_MS = 60000,
	NO_CALL_MS = 10000, /* where curl itself had no room */
	LONGEST_WAIT_MS = 300000,
	HOUR_MS = 3600000,
};

struct sync {
	struct link *link;
	char *root;
	struct http_call *call;
	/* A catalogue that is on its way in, until all its bundles are here. */
	json_t *coming;
	struct cached coming_bytes;
	size_t next; /* product whose bundle is looked at */
	bool keys_wanted;
	int64_t doubted_at;
	int failures;
};

static uint32_t random_number(void)
{
	uint32_t number = 0;

	if (getrandom(&number, sizeof number, 0) != sizeof number)
		number = (uint32_t)clock_ms();
	return number;
}

/* The next product from `i` on whose bundle is not here, or the number of
 * products. */
static size_t first_missing(
	const struct sync *sync, const json_t *catalogue, size_t i)
{
	const json_t *products = json_object_get(catalogue, "products");

	for (; i < json_array_size(products); i++) {
		const json_t *product = json_array_get(products, i);

		if (!cache_has_bundle(sync->link->cache, product_slug(product),
				product_version(product)))
			break;
	}
	return i;
}

static bool is_wanted(void *owner, const char *slug, const char *version)
{
	struct link *link = owner;

	return text_same(catalogue_version(link->catalogue, slug), version) ||
		   outbox_pins(link->outbox, slug, version);
}

static void take_catalogue(struct link *link, json_t *taken, time_t fresh)
{
	json_decref(link->catalogue);
	link->catalogue = taken;
	link->catalogue_fresh = fresh;
}

static bool take_keys(struct sync *sync, const char *bytes, time_t fresh)
{
	struct link *link = sync->link;
	struct city_keys *keys = city_keys_read(bytes, sync->root);

	if (!keys)
		return false;
	city_keys_free(link->keys);
	json_decref(link->keys_document);
	link->keys = keys;
	link->keys_document = json_loads(bytes, 0, NULL);
	link->keys_fresh = fresh;
	return true;
}

static void load_catalogue(struct sync *sync)
{
	struct link *link = sync->link;
	struct cached cached;
	json_t *catalogue = NULL;

	if (cache_document(link->cache, "catalogue", &cached))
		catalogue = catalogue_read(cached.bytes, cached.size);
	if (catalogue &&
		first_missing(sync, catalogue, 0) ==
			json_array_size(json_object_get(catalogue, "products")))
		take_catalogue(link, json_incref(catalogue), cached.fresh);
	else
		cache_drop_document(link->cache, "catalogue");
	json_decref(catalogue);
	cached_clear(&cached);
}

static void load_keys(struct sync *sync)
{
	struct cached cached;

	if (cache_document(sync->link->cache, "keys", &cached) &&
		!take_keys(sync, cached.bytes, cached.fresh))
		cache_drop_document(sync->link->cache, "keys");
	cached_clear(&cached);
}

struct sync *sync_new(struct link *link, const char *root)
{
	struct sync *sync = mem_new(1, sizeof *sync);

	sync->link = link;
	sync->root = mem_text(root);
	sync->doubted_at = INT64_MIN / 2;
	load_keys(sync);
	load_catalogue(sync);
	return sync;
}

static void start(void *owner)
{
	sync_now(owner);
}

static void forget_coming(struct sync *sync)
{
	json_decref(sync->coming);
	sync->coming = NULL;
	cached_clear(&sync->coming_bytes);
}

void sync_free(struct sync *sync)
{
	if (!sync)
		return;
	http_cancel(sync->call);
	loop_after(sync->link->loop, -1, start, sync);
	forget_coming(sync);
	free(sync->root);
	free(sync);
}

static void again_in(struct sync *sync, int64_t ms)
{
	loop_after(sync->link->loop, (long)ms, start, sync);
}

/* A tenth earlier or later, so that a city's kiosks do not come together. */
static void succeed(struct sync *sync)
{
	int64_t interval = sync->link->options->sync_seconds * INT64_C(1000);

	sync->failures = 0;
	again_in(sync, interval - random_number() % (uint32_t)(interval / 10 + 1));
	link_set_central(sync->link, true);
	desk_settle(sync->link->desk);
}

static void give_up(struct sync *sync, const struct http_reply *reply)
{
	int64_t most = sync->link->options->sync_seconds * INT64_C(1000);
	int64_t floor = reply->retry_after_s * INT64_C(1000), wait;

	if (most > LONGEST_WAIT_MS)
		most = LONGEST_WAIT_MS;
	wait = retry_back_off(sync->failures++, most, random_number());
	if (floor > HOUR_MS)
		floor = HOUR_MS;
	again_in(sync, floor > wait ? floor : wait);
	forget_coming(sync);
	link_set_central(sync->link, false);
	desk_settle(sync->link->desk);
}

static void reply_fails(
	struct sync *sync, const char *what, const struct http_reply *reply)
{
	if (sync->failures == 0 || sync->link->central)
		log_info("the city's %s did not come: status %ld %s", what,
			reply->status, reply->error);
	give_up(sync, reply);
}

static void get(
	struct sync *sync, const char *path, const char *etag, http_done *done)
{
	char *url = link_url(sync->link, path);
	char *condition =
		text_empty(etag) ? NULL : text_format("If-None-Match: %s", etag);
	const char *const headers[] = { "Accept: application/json", condition,
		NULL };
	struct http_request request = {
		.method = "GET",
		.url = url,
		.headers = headers,
		.timeout_ms = TIMEOUT_MS,
		.most = MOST_BODY,
	};
	sync->call = http_send(sync->link->http, &request, done, sync);
	free(condition);
	free(url);
	if (!sync->call)
		again_in(sync, NO_CALL_MS);
}

static void keys_came(void *owner, const struct http_reply *reply)
{
	struct sync *sync = owner;
	struct cached cached = {
		.etag = mem_text(http_header(reply, "etag")),
		.fresh = time(NULL),
	};

	sync->call = NULL;
	if (reply->status == 200 && take_keys(sync, reply->body, cached.fresh)) {
		cached.bytes = mem_text_n(reply->body, reply->size);
		cached.size = reply->size;
		cache_put_document(sync->link->cache, "keys", &cached);
		sync->keys_wanted = false;
		delivery_kick(sync->link->delivery);
		succeed(sync);
	} else {
		reply_fails(sync, "keys", reply);
	}
	cached_clear(&cached);
}

static void want_keys(struct sync *sync)
{
	const struct link *link = sync->link;
	time_t age = time(NULL) - link->keys_fresh;

	/* A clock that was set back makes them old, too. */
	if (!link->keys || sync->keys_wanted || age < 0 || age > KEYS_LAST_S)
		get(sync, "/v1/sleutels", NULL, keys_came);
	else
		succeed(sync);
}

static void take_coming(struct sync *sync)
{
	struct link *link = sync->link;

	take_catalogue(link, json_incref(sync->coming), sync->coming_bytes.fresh);
	cache_put_document(link->cache, "catalogue", &sync->coming_bytes);
	cache_prune(link->cache, is_wanted, link);
	forget_coming(sync);
	sync->keys_wanted = true;
	log_info("the city's catalogue is new");
	desk_tell_catalogue(link->desk);
	want_keys(sync);
}

static void bundle_came(void *owner, const struct http_reply *reply);

static void want_bundles(struct sync *sync)
{
	const json_t *products = json_object_get(sync->coming, "products");
	char *path;

	sync->next = first_missing(sync, sync->coming, sync->next);
	if (sync->next == json_array_size(products)) {
		take_coming(sync);
		return;
	}
	path = text_format("/v1/formulieren/%s",
		product_slug(json_array_get(products, sync->next)));
	get(sync, path, NULL, bundle_came);
	free(path);
}

static void bundle_came(void *owner, const struct http_reply *reply)
{
	struct sync *sync = owner;
	const json_t *product =
		json_array_get(json_object_get(sync->coming, "products"), sync->next);
	char hash[SEAL_HASH_SIZE];

	sync->call = NULL;
	seal_sha256(reply->body, reply->size, hash);
	if (reply->status != 200)
		reply_fails(sync, product_slug(product), reply);
	else if (!text_same(hash, product_version(product))) {
		log_error("form %s is not the version that the catalogue names",
			product_slug(product));
		give_up(sync, reply);
	} else if (!cache_put_bundle(sync->link->cache, product_slug(product), hash,
				   reply->body, reply->size))
		give_up(sync, reply);
	else
		want_bundles(sync);
}

static void catalogue_came(void *owner, const struct http_reply *reply)
{
	struct sync *sync = owner;
	struct link *link = sync->link;

	sync->call = NULL;
	if (reply->status == 304 && link->catalogue) {
		link->catalogue_fresh = time(NULL);
		cache_touch(link->cache, "catalogue", link->catalogue_fresh);
		want_keys(sync);
		return;
	}
	if (reply->status == 200)
		sync->coming = catalogue_read(reply->body, reply->size);
	if (!sync->coming) {
		reply_fails(sync, "catalogue", reply);
		return;
	}
	sync->coming_bytes = (struct cached){
		.bytes = mem_text_n(reply->body, reply->size),
		.size = reply->size,
		.etag = mem_text(http_header(reply, "etag")),
		.fresh = time(NULL),
	};
	sync->next = 0;
	if (json_equal(sync->coming, link->catalogue) &&
		first_missing(sync, sync->coming, 0) ==
			json_array_size(json_object_get(sync->coming, "products"))) {
		link->catalogue_fresh = sync->coming_bytes.fresh;
		cache_put_document(link->cache, "catalogue", &sync->coming_bytes);
		forget_coming(sync);
		want_keys(sync);
		return;
	}
	want_bundles(sync);
}

void sync_now(struct sync *sync)
{
	struct cached cached = { 0 };

	if (sync->call)
		return;
	if (sync->link->catalogue)
		cache_document(sync->link->cache, "catalogue", &cached);
	get(sync, "/v1/producten", cached.etag, catalogue_came);
	cached_clear(&cached);
}

/* Asks without a condition: something of it is gone from the cache. */
void sync_anew(struct sync *sync)
{
	cache_drop_document(sync->link->cache, "catalogue");
	sync_now(sync);
}

bool sync_is_running(const struct sync *sync)
{
	return sync->call != NULL;
}

void sync_doubt_keys(struct sync *sync)
{
	if (clock_ms() - sync->doubted_at < DOUBT_MS)
		return;
	sync->doubted_at = clock_ms();
	sync->keys_wanted = true;
	sync_now(sync);
}

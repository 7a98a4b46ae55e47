/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <jansson.h>

#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static const char as_json[] = "Content-Type: application/json\r\n";

static char *bundle(const struct city *city, const char *slug)
{
	int edition = strcmp(slug, "a") == 0 ? city->facts->edition : 0;

	return text_format(
		"{\"edition\":%d,\"slug\":\"%s\",\"v\":1}", edition, slug);
}

static json_t *product(const struct city *city, const char *slug)
{
	char *bytes = bundle(city, slug), version[SEAL_HASH_SIZE];

	seal_sha256(bytes, strlen(bytes), version);
	free(bytes);
	return json_pack("{s:s, s:s}", "slug", slug, "version", version);
}

static void say_catalogue(struct city *city, const struct web_request *request,
	struct web_reply *reply)
{
	char tag[32], asked[64], *headers, *body;
	json_t *catalogue = json_pack("{s:i, s:[o, o]}", "v", 1, "products",
		product(city, "a"), product(city, "b"));

	city->facts->n_catalogues++;
	snprintf(tag, sizeof tag, "\"e%d\"", city->facts->edition);
	body = json_dumps(catalogue, JSON_COMPACT | JSON_SORT_KEYS);
	headers = text_format("%sETag: %s\r\n", as_json, tag);
	web_header(request, "If-None-Match", asked, sizeof asked);
	if (strcmp(asked, tag) == 0) {
		city->facts->n_same++;
		text_addf(&reply->bytes, "HTTP/1.1 304 Same\r\nETag: %s\r\n\r\n", tag);
	} else {
		web_say(reply, 200, headers, body);
	}
	free(headers);
	free(body);
	json_decref(catalogue);
}

static void say_bundle(
	struct city *city, const char *slug, struct web_reply *reply)
{
	char *bytes = bundle(city, slug);

	city->facts->n_bundles++;
	if (city->facts->lies_about_bundle)
		bytes[2] = 'E';
	web_say(reply, 200, as_json, bytes);
	free(bytes);
}

static void say_keys(struct city *city, struct web_reply *reply)
{
	char *document = vault_keys_document(
		city->facts->lies_about_keys ? city->other : city->vault);

	city->facts->n_keys++;
	web_say(reply, 200, as_json, document);
	free(document);
}

static void hear_help(struct city *city, const struct web_request *request,
	struct web_reply *reply)
{
	city->facts->n_helps++;
	snprintf(city->facts->help, sizeof city->facts->help, "%s", request->body);
	web_say(reply, 201, as_json, "{\"id\":\"1\"}");
}

static struct city_stored *find(const struct city *city, const char *id)
{
	struct city_facts *facts = city->facts;

	for (int i = 0; i < facts->n_stored; i++) {
		if (strcmp(facts->stored[i].id, id) == 0)
			return &facts->stored[i];
	}
	return NULL;
}

/* Stored once; the same id with another hash is a fault of whoever sent it. */
static void store(struct city *city, const struct envelope *envelope)
{
	struct city_facts *facts = city->facts;
	struct city_stored *stored = find(city, envelope->id);

	if (stored) {
		stored->times++;
		if (strcmp(stored->hash, envelope->hash) != 0)
			facts->n_faults++;
		return;
	}
	stored = &facts->stored[facts->n_stored];
	memcpy(stored->id, envelope->id, sizeof stored->id);
	memcpy(stored->hash, envelope->hash, sizeof stored->hash);
	stored->times = 1;
	if (facts->n_stored < CITY_MOST - 1)
		facts->n_stored++;
}

static void say_receipt(const struct vault *vault, const char *id,
	const char *hash, struct web_reply *reply)
{
	char *receipt = receipt_make(vault, id, hash, time(NULL));

	web_say(reply, 201, as_json, receipt);
	free(receipt);
}

static void say_lie(struct city *city, enum city_mood mood,
	const struct envelope *envelope, struct web_reply *reply)
{
	static const struct {
		int status;
		const char *headers, *body;
	} said[N_CITY_MOODS] = {
		[CITY_HTML] = { 200, "Content-Type: text/html\r\n",
			"<html>Welcome to the Wi-Fi</html>" },
		[CITY_REDIRECTS] = { 302, "Location: /v1/health\r\n", "" },
		[CITY_BROKEN] = { 500, "", "" },
		[CITY_BUSY] = { 429, "Retry-After: 1\r\n", "" },
		[CITY_UNKNOWN] = { 401, "Content-Type: application/problem+json\r\n",
			"{}" },
		[CITY_TOO_LARGE] = { 413, "Content-Type: text/html\r\n", "" },
	};

	if (mood == CITY_OTHER_RECEIPT) {
		char id[SEAL_ID_SIZE];

		seal_new_id(id);
		say_receipt(city->vault, id, envelope->hash, reply);
	} else if (mood == CITY_FORGED) {
		say_receipt(city->other, envelope->id, envelope->hash, reply);
	} else {
		web_say(reply, said[mood].status, said[mood].headers, said[mood].body);
	}
}

static enum city_mood mood_now(struct city *city)
{
	static const enum city_mood moods[] = { CITY_HONEST, CITY_CUTS_BEFORE,
		CITY_CUTS_AFTER };
	enum city_mood mood = city->facts->mood;

	if (mood == CITY_CUTS_RANDOMLY)
		return moods[rand_r(&city->random) % 3];
	return mood;
}

static void hear_submission(struct city *city,
	const struct web_request *request, struct web_reply *reply)
{
	struct envelope envelope;
	enum city_mood mood = mood_now(city);
	char key[64], wanted[64];

	city->facts->last_post_ms = clock_ms();
	web_header(request, "Idempotency-Key", key, sizeof key);
	if (!envelope_read(request->body, &envelope) ||
		!envelope_signed_by(&envelope, city->public_key)) {
		city->facts->n_faults++;
		web_say(reply, 422, "", "");
		return;
	}
	snprintf(wanted, sizeof wanted, "\"%s\"", envelope.id);
	if (strcmp(key, wanted) != 0)
		city->facts->n_faults++;
	if (mood == CITY_HONEST || mood == CITY_CUTS_AFTER)
		store(city, &envelope);
	if (mood == CITY_CUTS_BEFORE || mood == CITY_CUTS_AFTER)
		reply->close = true;
	else if (mood == CITY_HONEST)
		say_receipt(city->vault, envelope.id, envelope.hash, reply);
	else
		say_lie(city, mood, &envelope, reply);
	envelope_clear(&envelope);
	city->facts->n_posts++;
}

static void answer(
	void *owner, const struct web_request *request, struct web_reply *reply)
{
	static const char forms[] = "/v1/formulieren/";
	struct city *city = owner;
	const char *path = request->path;

	if (strcmp(path, "/v1/producten") == 0)
		say_catalogue(city, request, reply);
	else if (strncmp(path, forms, strlen(forms)) == 0)
		say_bundle(city, path + strlen(forms), reply);
	else if (strcmp(path, "/v1/sleutels") == 0)
		say_keys(city, reply);
	else if (strcmp(path, "/v1/hulpvragen") == 0)
		hear_help(city, request, reply);
	else if (strcmp(path, "/v1/inzendingen") == 0 ||
			 strcmp(path, "/v1/waarderingen") == 0)
		hear_submission(city, request, reply);
	else
		web_say(reply, 404, "", "");
}

static struct vault *make_vault(const char *folder, const char *name)
{
	char *path = text_format("%s/%s", folder, name);
	struct vault *vault;

	mkdir(path, 0700);
	vault = vault_open(path, true);
	free(path);
	return vault;
}

struct city *city_new(const char *folder, const char *public_key)
{
	struct city *city = mem_new(1, sizeof *city);

	city->vault = make_vault(folder, "city");
	city->other = make_vault(folder, "other-city");
	city->facts = mmap(NULL, sizeof *city->facts, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	snprintf(city->public_key, sizeof city->public_key, "%s", public_key);
	return city;
}

bool city_start(struct city *city)
{
	city->random = (unsigned)clock_ms();
	return web_start(&city->web, city->web.port, answer, city);
}

void city_stop(struct city *city)
{
	web_stop(&city->web);
}

void city_free(struct city *city)
{
	if (!city)
		return;
	city_stop(city);
	munmap(city->facts, sizeof *city->facts);
	vault_free(city->vault);
	vault_free(city->other);
	free(city);
}

int city_has(const struct city *city, const char *id, const char *hash)
{
	const struct city_stored *stored = find(city, id);

	if (!stored)
		return 0;
	return strcmp(stored->hash, hash) == 0 ? 1 : -1;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/seal/parts.h"

enum { PAD_BLOCK = 1024, ENVELOPE_MOST = 2 * 1024 * 1024 };

/* The id is hashed too: a flipped id would deliver under a false name. */
static void hash_write(struct envelope *envelope, char hex[SEAL_HASH_SIZE])
{
	crypto_hash_sha256_state state;
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(
		&state, (unsigned char *)envelope->id, strlen(envelope->id));
	crypto_hash_sha256_update(&state, (const unsigned char *)"|", 1);
	crypto_hash_sha256_update(&state, envelope->bytes, envelope->size);
	crypto_hash_sha256_final(&state, hash);
	hex_write(hash, sizeof hash, hex);
}

/* The newest key that is valid already. A clock that stands before them all
 * gets the oldest: the city keeps that one longest. */
static const struct public_key *newest_key(const struct public_keys *keys)
{
	const struct public_key *best = NULL, *oldest = NULL;
	char *now = clock_iso(time(NULL));

	for (size_t i = 0; i < keys->n; i++) {
		const struct public_key *key = &keys->keys[i];

		if (!oldest || strcmp(key->not_before, oldest->not_before) < 0)
			oldest = key;
		if (strcmp(key->not_before, now) <= 0 &&
			(!best || strcmp(key->not_before, best->not_before) >= 0))
			best = key;
	}
	free(now);
	return best ? best : oldest;
}

/* Pads and seals; the padded copy holds answers and is wiped. */
static bool seal_bytes(
	struct envelope *envelope, const char *inside, const struct public_key *key)
{
	size_t size = strlen(inside), padded_size = 0;
	size_t room = (size / PAD_BLOCK + 1) * PAD_BLOCK;
	unsigned char *padded = sodium_malloc(room);
	bool ok;

	if (!padded)
		return fail("no memory to seal in");
	memcpy(padded, inside, size);
	envelope->size = room + crypto_box_SEALBYTES;
	envelope->bytes = mem_new(envelope->size, 1);
	ok = sodium_pad(&padded_size, padded, size, PAD_BLOCK, room) == 0 &&
		 crypto_box_seal(envelope->bytes, padded, padded_size, key->bytes) == 0;
	sodium_free(padded);
	return ok || fail("cannot seal to key %s", key->id);
}

/* The same rule for what we make as for what we read. */
static bool letter_fields(
	const struct letter *letter, struct envelope *envelope)
{
	json_t *fields = json_pack(
		"{s:s?, s:s?}", "form", letter->form, "version", letter->version);
	bool ok =
		seal_id_ok(letter->id) &&
		field_word(fields, "form", envelope->form, sizeof envelope->form) &&
		field_hash(fields, "version", envelope->version);

	if (ok)
		memcpy(envelope->id, letter->id, SEAL_ID_SIZE);
	json_decref(fields);
	return ok || fail("a letter needs an id, a form and a version");
}

char *envelope_seal(const struct city_keys *keys, const struct letter *letter)
{
	struct envelope envelope = { 0 };
	const struct public_key *key = keys ? newest_key(&keys->sealing) : NULL;
	char *json = NULL;

	if (!key) {
		fail("there is no key to seal to");
		return NULL;
	}
	if (letter_fields(letter, &envelope) &&
		seal_bytes(&envelope, letter->inside, key)) {
		memcpy(envelope.key, key->id, sizeof envelope.key);
		hash_write(&envelope, envelope.hash);
		json = envelope_write(&envelope);
	}
	envelope_clear(&envelope);
	return json;
}

static bool read_signature(const json_t *object, struct envelope *envelope)
{
	const char *text = json_string_value(json_object_get(object, "signature"));

	if (!json_object_get(object, "signature") &&
		!json_object_get(object, "kiosk"))
		return true;
	envelope->has_signature =
		field_word(object, "kiosk", envelope->kiosk, sizeof envelope->kiosk) &&
		base64_fill(text, envelope->signature, sizeof envelope->signature);
	return envelope->has_signature;
}

static bool read_fields(const json_t *object, struct envelope *envelope)
{
	const json_t *bytes = json_object_get(object, "bytes");
	char id[SEAL_ID_SIZE], hash[SEAL_HASH_SIZE];

	if (json_integer_value(json_object_get(object, "v")) != 1 ||
		!field_word(object, "id", id, sizeof id) || !seal_id_ok(id) ||
		!field_word(object, "form", envelope->form, sizeof envelope->form) ||
		!field_hash(object, "version", envelope->version) ||
		!field_word(object, "key", envelope->key, sizeof envelope->key) ||
		!field_hash(object, "hash", envelope->hash) || !json_is_string(bytes) ||
		!read_signature(object, envelope))
		return fail("malformed envelope");
	memcpy(envelope->id, id, sizeof id);
	envelope->bytes = base64_read(
		json_string_value(bytes), json_string_length(bytes), &envelope->size);
	if (!envelope->bytes)
		return fail("malformed envelope %s: bytes", id);
	hash_write(envelope, hash);
	return strcmp(hash, envelope->hash) == 0 ||
		   fail("envelope %s: the hash does not fit", id);
}

bool envelope_read(const char *json, struct envelope *envelope)
{
	json_t *object;
	bool ok;

	*envelope = (struct envelope){ 0 };
	if (strnlen(json, ENVELOPE_MOST + 1) > ENVELOPE_MOST)
		return fail("an envelope of over 2 MiB");
	object = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	ok = object ? read_fields(object, envelope)
				: fail("an envelope that is no JSON");
	json_decref(object);
	if (!ok)
		envelope_clear(envelope);
	return ok;
}

char *envelope_write(const struct envelope *envelope)
{
	char *bytes = base64_write(envelope->bytes, envelope->size);
	json_t *object =
		json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:s}", "v", 1, "id",
			envelope->id, "form", envelope->form, "version", envelope->version,
			"key", envelope->key, "hash", envelope->hash, "bytes", bytes);
	char *json;

	free(bytes);
	if (envelope->has_signature) {
		char *signature =
			base64_write(envelope->signature, sizeof envelope->signature);

		json_object_set_new(object, "kiosk", json_string(envelope->kiosk));
		json_object_set_new(object, "signature", json_string(signature));
		free(signature);
	}
	json = json_dumps(object, JSON_COMPACT);
	json_decref(object);
	return json;
}

void envelope_clear(struct envelope *envelope)
{
	free(envelope->bytes);
	*envelope = (struct envelope){ 0 };
}

static char *signed_text(const struct envelope *envelope)
{
	return text_format("opendeur-envelope-1|%s|%s|%s|%s|%s|%s", envelope->id,
		envelope->form, envelope->version, envelope->key, envelope->kiosk,
		envelope->hash);
}

void envelope_sign(
	struct envelope *envelope, const struct signing_key *key, const char *name)
{
	char *text;

	snprintf(envelope->kiosk, sizeof envelope->kiosk, "%s", name);
	text = signed_text(envelope);
	crypto_sign_detached(envelope->signature, NULL, (unsigned char *)text,
		strlen(text), key->secret);
	envelope->has_signature = true;
	free(text);
}

bool envelope_signed_by(const struct envelope *envelope, const char *public_hex)
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	char *text;
	bool ok;

	if (!envelope->has_signature ||
		!hex_read(public_hex, public, sizeof public))
		return false;
	text = signed_text(envelope);
	ok = crypto_sign_verify_detached(envelope->signature, (unsigned char *)text,
			 strlen(text), public) == 0;
	free(text);
	return ok;
}

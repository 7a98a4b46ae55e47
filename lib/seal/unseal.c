/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/seal/parts.h"

enum {
	PAD_BLOCK = 1024,
	LOCK_VERSION = 1,
	NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	LOCK_EXTRA = 1 + NONCE_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES,
};

static const struct secret_key *find_key(
	const struct secret_keys *keys, const char *id)
{
	for (size_t i = 0; i < keys->n; i++) {
		if (strcmp(keys->keys[i].id, id) == 0)
			return &keys->keys[i];
	}
	return NULL;
}

/* An envelope that says one thing outside and another inside was made by
 * somebody who is not our screen. */
static bool same_inside(
	const char *inside, size_t size, const struct envelope *envelope)
{
	json_t *object = json_loadb(inside, size, JSON_REJECT_DUPLICATES, NULL);
	const char *id = json_string_value(json_object_get(object, "id"));
	const char *form = json_string_value(json_object_get(object, "form"));
	const char *version = json_string_value(json_object_get(object, "version"));
	bool ok = id && form && version && strcmp(id, envelope->id) == 0 &&
			  strcmp(form, envelope->form) == 0 &&
			  strcmp(version, envelope->version) == 0;

	json_decref(object);
	return ok;
}

static bool open_bytes(const struct secret_key *key,
	const struct envelope *envelope, char *inside, size_t *size)
{
	size_t padded = envelope->size - crypto_box_SEALBYTES;

	return crypto_box_seal_open((unsigned char *)inside, envelope->bytes,
			   envelope->size, key->public, key->secret) == 0 &&
		   sodium_unpad(size, (unsigned char *)inside, padded, PAD_BLOCK) == 0;
}

char *vault_unseal(const struct vault *vault, const struct envelope *envelope)
{
	const struct secret_key *key = find_key(&vault->sealing, envelope->key);
	char *inside;
	size_t size = 0;

	if (!key || envelope->size < crypto_box_SEALBYTES + PAD_BLOCK) {
		fail("envelope %s: cannot be opened with key %s", envelope->id,
			envelope->key);
		return NULL;
	}
	inside = mem_new(envelope->size + 1, 1);
	if (open_bytes(key, envelope, inside, &size) &&
		same_inside(inside, size, envelope)) {
		seal_wipe(inside + size, envelope->size - size);
		return inside;
	}
	fail("envelope %s: what is inside does not fit", envelope->id);
	seal_wipe(inside, envelope->size);
	free(inside);
	return NULL;
}

/* Version, nonce, then the text with its tag. */
unsigned char *vault_lock(const struct vault *vault, const char *place,
	const void *bytes, size_t size, size_t *locked_size)
{
	unsigned char *locked = mem_new(size + LOCK_EXTRA, 1);
	unsigned char *nonce = locked + 1, *text = nonce + NONCE_SIZE;

	locked[0] = LOCK_VERSION;
	randombytes_buf(nonce, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(text, NULL, bytes, size,
		(const unsigned char *)place, strlen(place), NULL, nonce,
		vault->fields);
	*locked_size = size + LOCK_EXTRA;
	return locked;
}

char *vault_unlock(const struct vault *vault, const char *place,
	const void *locked, size_t locked_size, size_t *size)
{
	const unsigned char *nonce = (const unsigned char *)locked + 1;
	const unsigned char *text = nonce + NONCE_SIZE;
	char *bytes;

	if (locked_size < LOCK_EXTRA || nonce[-1] != LOCK_VERSION) {
		fail("%s: no locked field", place);
		return NULL;
	}
	*size = locked_size - LOCK_EXTRA;
	bytes = mem_new(*size + 1, 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt((unsigned char *)bytes, NULL,
			NULL, text, locked_size - 1 - NONCE_SIZE,
			(const unsigned char *)place, strlen(place), nonce,
			vault->fields) == 0)
		return bytes;
	free(bytes);
	fail("%s: cannot be unlocked", place);
	return NULL;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/seal/parts.h"

static bool root_signed(
	const char *body, size_t size, const char *signature, const char *root)
{
	unsigned char bytes[crypto_sign_BYTES];
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	struct text text = { 0 };
	bool ok;

	if (!hex_read(root, public, sizeof public) ||
		!base64_fill(signature, bytes, sizeof bytes))
		return false;
	text_add(&text, "opendeur-keys-1|");
	text_add_n(&text, body, size);
	ok = crypto_sign_verify_detached(
			 bytes, (unsigned char *)text.bytes, text.size, public) == 0;
	text_clear(&text);
	return ok;
}

static bool read_keys(const json_t *list, struct public_keys *keys, bool dated)
{
	size_t i;
	const json_t *item;

	keys->keys = mem_new(json_array_size(list) + 1, sizeof *keys->keys);
	json_array_foreach(list, i, item)
	{
		struct public_key *key = &keys->keys[keys->n++];

		if (!field_word(item, "id", key->id, sizeof key->id) ||
			!hex_read(json_string_value(json_object_get(item, "public")),
				key->bytes, sizeof key->bytes) ||
			(dated && !field_when(item, "not_before", key->not_before)))
			return false;
	}
	return keys->n > 0;
}

static bool read_body(
	struct city_keys *keys, const unsigned char *body, size_t size)
{
	json_t *object =
		json_loadb((const char *)body, size, JSON_REJECT_DUPLICATES, NULL);
	bool ok =
		object &&
		read_keys(json_object_get(object, "sealing"), &keys->sealing, true) &&
		read_keys(json_object_get(object, "receipt"), &keys->receipt, false);

	json_decref(object);
	return ok || fail("the keys document is malformed");
}

struct city_keys *city_keys_read(const char *document, const char *root)
{
	json_t *object = json_loads(document, JSON_REJECT_DUPLICATES, NULL);
	const json_t *body = json_object_get(object, "body");
	struct city_keys *keys = mem_new(1, sizeof *keys);
	unsigned char *bytes = NULL;
	size_t size = 0;
	bool ok;

	if (json_is_string(body) &&
		json_integer_value(json_object_get(object, "v")) == 1)
		bytes = base64_read(
			json_string_value(body), json_string_length(body), &size);
	ok = bytes &&
		 root_signed((char *)bytes, size,
			 json_string_value(json_object_get(object, "signature")), root);
	ok = ok ? read_body(keys, bytes, size)
			: fail("the keys document is not signed by the city");
	free(bytes);
	json_decref(object);
	if (ok)
		return keys;
	city_keys_free(keys);
	return NULL;
}

void city_keys_free(struct city_keys *keys)
{
	if (!keys)
		return;
	free(keys->sealing.keys);
	free(keys->receipt.keys);
	free(keys);
}

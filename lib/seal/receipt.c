/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/text.h"
#include "lib/seal/parts.h"

static char *signed_text(const struct receipt *receipt)
{
	return text_format("opendeur-receipt-1|%s|%s|%s|%s", receipt->id,
		receipt->hash, receipt->reference, receipt->when);
}

static char *receipt_write(const struct receipt *receipt, const char *key,
	const unsigned char bytes[crypto_sign_BYTES])
{
	char *signature = base64_write(bytes, crypto_sign_BYTES);
	json_t *object =
		json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:s}", "v", 1, "id",
			receipt->id, "hash", receipt->hash, "reference", receipt->reference,
			"when", receipt->when, "key", key, "signature", signature);
	char *json = json_dumps(object, JSON_COMPACT);

	json_decref(object);
	free(signature);
	return json;
}

char *receipt_make(
	const struct vault *vault, const char *id, const char *hash, time_t when)
{
	const struct secret_key *key = &vault->receipt.keys[vault->receipt.n - 1];
	struct receipt receipt = { 0 };
	unsigned char signature[crypto_sign_BYTES];
	char *iso = clock_iso(when), *text;

	if (!seal_reference(id, receipt.reference)) {
		free(iso);
		fail("a receipt needs an id");
		return NULL;
	}
	snprintf(receipt.id, sizeof receipt.id, "%s", id);
	snprintf(receipt.hash, sizeof receipt.hash, "%s", hash);
	snprintf(receipt.when, sizeof receipt.when, "%s", iso);
	text = signed_text(&receipt);
	crypto_sign_detached(
		signature, NULL, (unsigned char *)text, strlen(text), key->secret);
	free(text);
	free(iso);
	return receipt_write(&receipt, key->id, signature);
}

static bool signature_holds(const struct public_keys *keys, const char *key_id,
	const char *signature, const struct receipt *receipt)
{
	unsigned char bytes[crypto_sign_BYTES];
	char *text = signed_text(receipt);
	bool ok = false;

	for (size_t i = 0; i < keys->n && !ok; i++) {
		ok = strcmp(keys->keys[i].id, key_id) == 0 &&
			 base64_fill(signature, bytes, sizeof bytes) &&
			 crypto_sign_verify_detached(bytes, (unsigned char *)text,
				 strlen(text), keys->keys[i].bytes) == 0;
	}
	free(text);
	return ok;
}

static bool read_fields(
	const json_t *object, struct receipt *receipt, char key[KEY_ID_SIZE])
{
	char reference[SEAL_REFERENCE_SIZE];

	return json_integer_value(json_object_get(object, "v")) == 1 &&
		   field_word(object, "id", receipt->id, sizeof receipt->id) &&
		   field_hash(object, "hash", receipt->hash) &&
		   field_word(object, "reference", receipt->reference,
			   sizeof receipt->reference) &&
		   field_when(object, "when", receipt->when) &&
		   field_word(object, "key", key, KEY_ID_SIZE) &&
		   seal_reference(receipt->id, reference) &&
		   strcmp(reference, receipt->reference) == 0;
}

bool receipt_read(
	const struct city_keys *keys, const char *json, struct receipt *receipt)
{
	json_t *object = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
	char key[KEY_ID_SIZE];
	bool ok;

	*receipt = (struct receipt){ 0 };
	ok = object && read_fields(object, receipt, key) &&
		 signature_holds(&keys->receipt, key,
			 json_string_value(json_object_get(object, "signature")), receipt);
	if (!ok)
		*receipt = (struct receipt){ 0 };
	json_decref(object);
	return ok;
}

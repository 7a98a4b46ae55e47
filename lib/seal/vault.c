/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/seal/parts.h"

/*
 * A folder of mode 0700: keys.json holds the secrets, sleutels.json the public
 * keys as the root signed them, root.pub the root's public key. Where the
 * vault made its own root (the demo), root.key lies there too; a real city
 * keeps that one elsewhere.
 */
enum { VAULT_FILE_MOST = 1024 * 1024 };

static char *path_in(const char *folder, const char *name)
{
	return text_format("%s/%s", folder, name);
}

static bool write_in(const char *folder, const char *name, const char *text)
{
	char *path = path_in(folder, name);
	bool ok = file_write(path, text, strlen(text));

	free(path);
	return ok;
}

static char *read_in(const char *folder, const char *name)
{
	char *path = path_in(folder, name);
	size_t size = 0;
	char *text = file_read(path, VAULT_FILE_MOST, &size);

	free(path);
	return text;
}

static void wipe_text(char *text)
{
	if (text)
		sodium_memzero(text, strlen(text));
	free(text);
}

/* A key pair of libsodium as what goes into keys.json and sleutels.json. */
static void pair_write(const unsigned char *public, const unsigned char *secret,
	size_t secret_size, json_t *secrets, json_t *publics)
{
	char public_hex[65], secret_hex[129], hash[SEAL_HASH_SIZE];
	json_t *open;

	hex_write(public, 32, public_hex);
	hex_write(secret, secret_size, secret_hex);
	seal_sha256(public, 32, hash);
	hash[12] = '\0'; /* enough to tell a city's few keys apart */
	json_array_append_new(
		secrets, json_pack("{s:s, s:s}", "id", hash, "secret", secret_hex));
	open = json_pack("{s:s, s:s}", "id", hash, "public", public_hex);
	if (secret_size == crypto_box_SECRETKEYBYTES)
		json_object_set_new(
			open, "not_before", json_string("2000-01-01T00:00:00Z"));
	json_array_append_new(publics, open);
	sodium_memzero(secret_hex, sizeof secret_hex);
}

static void make_keys(json_t *secret, json_t *open)
{
	unsigned char public[32], key[64];
	char hex[65];

	crypto_box_keypair(public, key);
	pair_write(public, key, crypto_box_SECRETKEYBYTES,
		json_object_get(secret, "sealing"), json_object_get(open, "sealing"));
	crypto_sign_keypair(public, key);
	pair_write(public, key, crypto_sign_SECRETKEYBYTES,
		json_object_get(secret, "receipt"), json_object_get(open, "receipt"));
	crypto_aead_xchacha20poly1305_ietf_keygen(key);
	hex_write(key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES, hex);
	json_object_set_new(secret, "fields", json_string(hex));
	sodium_memzero(key, sizeof key);
	sodium_memzero(hex, sizeof hex);
}

/* {"v", "body", "signature"} of the public keys, as the root signs them. */
static char *sign_document(const json_t *open, const struct signing_key *root)
{
	unsigned char bytes[crypto_sign_BYTES];
	char *body = json_dumps(open, JSON_COMPACT | JSON_SORT_KEYS);
	char *text = text_format("opendeur-keys-1|%s", body);
	char *body64 = base64_write(body, strlen(body)), *signature, *document;
	json_t *object;

	crypto_sign_detached(
		bytes, NULL, (unsigned char *)text, strlen(text), root->secret);
	signature = base64_write(bytes, sizeof bytes);
	object = json_pack(
		"{s:i, s:s, s:s}", "v", 1, "body", body64, "signature", signature);
	document = json_dumps(object, JSON_COMPACT);
	json_decref(object);
	free(signature);
	free(body64);
	free(text);
	free(body);
	return document;
}

static bool write_root(const char *folder, const struct signing_key *root)
{
	char *path = path_in(folder, "root.key"), hex[65];
	bool ok = signing_key_write(root, path);

	free(path);
	signing_key_public(root, hex);
	return ok && write_in(folder, "root.pub", hex);
}

/* keys.json comes last: while it is not there, the vault is not made. */
static bool make_vault(const char *folder)
{
	json_t *secret =
		json_pack("{s:i, s:[], s:[]}", "v", 1, "sealing", "receipt");
	json_t *open = json_pack("{s:[], s:[]}", "sealing", "receipt");
	struct signing_key *root = signing_key_new();
	char *document = NULL, *secrets = NULL;
	bool ok = root && (mkdir(folder, 0700) == 0 || errno == EEXIST);

	if (ok) {
		make_keys(secret, open);
		document = sign_document(open, root);
		secrets = json_dumps(secret, JSON_COMPACT);
		ok = write_root(folder, root) &&
			 write_in(folder, "sleutels.json", document) &&
			 write_in(folder, "keys.json", secrets);
	} else {
		fail("cannot make %s: %m", folder);
	}
	wipe_text(secrets);
	free(document);
	signing_key_free(root);
	json_decref(open);
	json_decref(secret);
	return ok;
}

static bool read_secret(
	const json_t *item, struct secret_key *key, size_t secret_size)
{
	if (!field_word(item, "id", key->id, sizeof key->id) ||
		!hex_read(json_string_value(json_object_get(item, "secret")),
			key->secret, secret_size))
		return false;
	if (secret_size == crypto_box_SECRETKEYBYTES)
		return crypto_scalarmult_base(key->public, key->secret) == 0;
	return crypto_sign_ed25519_sk_to_pk(key->public, key->secret) == 0;
}

static bool read_secrets(
	const json_t *list, struct secret_keys *keys, size_t secret_size)
{
	size_t n = json_array_size(list);

	keys->keys = n ? sodium_allocarray(n, sizeof *keys->keys) : NULL;
	if (!keys->keys)
		return false;
	for (keys->n = 0; keys->n < n; keys->n++) {
		if (!read_secret(json_array_get(list, keys->n), &keys->keys[keys->n],
				secret_size))
			return false;
	}
	return true;
}

static bool read_keys(struct vault *vault, const char *text)
{
	json_t *object = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	size_t size = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
	bool ok;

	vault->fields = sodium_malloc(size);
	ok = object && vault->fields &&
		 json_integer_value(json_object_get(object, "v")) == 1 &&
		 hex_read(json_string_value(json_object_get(object, "fields")),
			 vault->fields, size) &&
		 read_secrets(json_object_get(object, "sealing"), &vault->sealing,
			 crypto_box_SECRETKEYBYTES) &&
		 read_secrets(json_object_get(object, "receipt"), &vault->receipt,
			 crypto_sign_SECRETKEYBYTES);
	json_decref(object);
	return ok;
}

static bool is_listed(
	const struct public_keys *list, const struct secret_key *key)
{
	for (size_t i = 0; i < list->n; i++) {
		if (strcmp(list->keys[i].id, key->id) == 0 &&
			sodium_memcmp(list->keys[i].bytes, key->public, 32) == 0)
			return true;
	}
	return false;
}

static const struct secret_key *newest(const struct secret_keys *keys)
{
	assert(keys->keys && keys->n);
	return &keys->keys[keys->n - 1];
}

/* What the kiosks are told must be what this vault can open and sign with. */
static bool document_fits(const struct vault *vault)
{
	struct city_keys *keys = city_keys_read(vault->document, vault->root);
	bool ok = keys && is_listed(&keys->receipt, newest(&vault->receipt)) &&
			  is_listed(&keys->sealing, newest(&vault->sealing));

	city_keys_free(keys);
	return ok;
}

static bool read_vault(struct vault *vault, const char *folder)
{
	char *secrets = read_in(folder, "keys.json");
	char *root = read_in(folder, "root.pub");
	bool ok;

	vault->document = read_in(folder, "sleutels.json");
	ok = secrets && root && vault->document;
	if (ok) {
		root[strcspn(root, "\r\n")] = '\0';
		snprintf(vault->root, sizeof vault->root, "%s", root);
		ok = read_keys(vault, secrets) ||
			 fail("%s/keys.json is malformed", folder);
		ok = ok && (document_fits(vault) ||
					   fail("%s: the keys do not fit the signed ones", folder));
	}
	wipe_text(secrets);
	free(root);
	return ok;
}

static bool folder_is_private(const char *folder)
{
	struct stat facts;

	if (stat(folder, &facts) < 0)
		return fail("cannot open %s: %m", folder);
	return !(facts.st_mode & 077) || fail("%s is open to others", folder);
}

struct vault *vault_open(const char *folder, bool make)
{
	char *path = path_in(folder, "keys.json");
	struct vault *vault = NULL;
	bool made = file_exists(path) || (make && make_vault(folder));

	free(path);
	if (!made && !make)
		fail("there are no keys in %s", folder);
	if (!made || !folder_is_private(folder))
		return NULL;
	vault = mem_new(1, sizeof *vault);
	if (read_vault(vault, folder))
		return vault;
	vault_free(vault);
	return NULL;
}

void vault_free(struct vault *vault)
{
	if (!vault)
		return;
	sodium_free(vault->sealing.keys);
	sodium_free(vault->receipt.keys);
	sodium_free(vault->fields);
	free(vault->document);
	free(vault);
}

char *vault_keys_document(const struct vault *vault)
{
	return mem_text(vault->document);
}

const char *vault_root_public(const struct vault *vault)
{
	return vault->root;
}

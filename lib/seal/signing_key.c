/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/seal/envelope.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/seal/parts.h"

static struct signing_key *key_from_seed(
	const unsigned char seed[crypto_sign_SEEDBYTES])
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	struct signing_key *key = sodium_malloc(sizeof *key);

	if (!key) {
		fail("no locked memory for a key");
		return NULL;
	}
	crypto_sign_seed_keypair(public, key->secret, seed);
	return key;
}

struct signing_key *signing_key_new(void)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	struct signing_key *key;

	randombytes_buf(seed, sizeof seed);
	key = key_from_seed(seed);
	sodium_memzero(seed, sizeof seed);
	return key;
}

/* A key that others can read is no longer one. */
static bool is_private(const char *path)
{
	struct stat facts;

	if (stat(path, &facts) < 0)
		return fail("cannot open %s: %m", path);
	return !(facts.st_mode & 077) || fail("%s can be read by others", path);
}

struct signing_key *signing_key_read(const char *path)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	struct signing_key *key = NULL;
	size_t size = 0;
	char *hex = is_private(path) ? file_read(path, 1024, &size) : NULL;

	if (!hex)
		return NULL;
	hex[strcspn(hex, "\r\n")] = '\0';
	if (hex_read(hex, seed, sizeof seed))
		key = key_from_seed(seed);
	else
		fail("%s holds no signing key", path);
	sodium_memzero(hex, size);
	sodium_memzero(seed, sizeof seed);
	free(hex);
	return key;
}

bool signing_key_write(const struct signing_key *key, const char *path)
{
	unsigned char seed[crypto_sign_SEEDBYTES];
	char hex[2 * sizeof seed + 2];
	bool ok;

	crypto_sign_ed25519_sk_to_seed(seed, key->secret);
	hex_write(seed, sizeof seed, hex);
	hex[sizeof hex - 2] = '\n';
	ok = file_write(path, hex, sizeof hex - 1);
	sodium_memzero(seed, sizeof seed);
	sodium_memzero(hex, sizeof hex);
	return ok;
}

void signing_key_public(const struct signing_key *key, char hex[65])
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];

	crypto_sign_ed25519_sk_to_pk(public, key->secret);
	hex_write(public, sizeof public, hex);
}

void signing_key_free(struct signing_key *key)
{
	sodium_free(key);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "lib/base/memory.h"
#include "lib/forms/form_file.h"

char *bundle_bytes(const json_t *bundle, size_t *size)
{
	/* 15 digits give back what people wrote: 0.1, not 0.10000000000000001. */
	size_t flags = JSON_SORT_KEYS | JSON_COMPACT | JSON_ENCODE_ANY |
				   JSON_REAL_PRECISION(15);
	char *bytes = json_dumps(bundle, flags);

	if (!bytes) /* nested deeper than jansson writes: no bundle at all */
		bytes = mem_text("");
	*size = strlen(bytes);
	return bytes;
}

void bundle_version(const json_t *bundle, char version[65])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	size_t size;
	char *bytes = bundle_bytes(bundle, &size);

	/* A pure function of libsodium, which needs no sodium_init(). */
	crypto_hash_sha256(hash, (const unsigned char *)bytes, size);
	sodium_bin2hex(version, 65, hash, sizeof hash);
	free(bytes);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/seal_help.h"

#include <unistd.h>

#include "lib/base/log.h"
#include "lib/base/text.h"
#include "tests/folder.h"

const char letter_version[] =
	"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

struct seal_city city = { .folder = "/tmp/seal-XXXXXX" };

char *letter_inside_of(const char *inner_id)
{
	return text_format(
		"{\"v\":1,\"id\":\"%s\",\"form\":\"proef\","
		"\"version\":\"%s\",\"answers\":{\"bsn\":\"123456782\"}}",
		inner_id, letter_version);
}

char *letter_seal(const char *outer_id, const char *text)
{
	struct letter letter = { outer_id, "proef", letter_version, text };

	return envelope_seal(city.keys, &letter);
}

int city_set_up(void **state)
{
	char *path, *document;

	(void)state;
	log_to_file(
		"/dev/null"); /* what is refused is logged, thousands of times */
	if (!seal_start() || !mkdtemp(city.folder))
		return -1;
	path = text_format("%s/vault", city.folder);
	city.vault = vault_open(path, true);
	free(path);
	if (!city.vault)
		return -1;
	document = vault_keys_document(city.vault);
	city.keys = city_keys_read(document, vault_root_public(city.vault));
	free(document);
	city.device = signing_key_new();
	signing_key_public(city.device, city.device_public);
	seal_new_id(city.id);
	city.inside = letter_inside_of(city.id);
	city.sealed = letter_seal(city.id, city.inside);
	return city.keys && city.sealed ? 0 : -1;
}

int city_tear_down(void **state)
{
	(void)state;
	free(city.sealed);
	free(city.inside);
	signing_key_free(city.device);
	city_keys_free(city.keys);
	vault_free(city.vault);
	return folder_remove(city.folder);
}

struct envelope letter_read(void)
{
	struct envelope envelope;

	assert_true(envelope_read(city.sealed, &envelope));
	return envelope;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/demo.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/text.h"

static const char name[] = "demo";

static bool write_text(const char *folder, const char *file, const char *text)
{
	char *path = text_format("%s/%s", folder, file);
	bool ok = file_write(path, text, strlen(text));

	free(path);
	return ok;
}

static struct signing_key *kiosk_key(const char *state)
{
	char *path = text_format("%s/kiosk.key", state);
	struct signing_key *key = NULL;

	if (file_exists(path)) {
		key = signing_key_read(path);
	} else {
		key = signing_key_new();
		if (key && !signing_key_write(key, path)) {
			signing_key_free(key);
			key = NULL;
		}
	}
	free(path);
	return key;
}

bool demo_prepare(
	const char *state, const struct vault *vault, struct storage *storage)
{
	struct signing_key *key = kiosk_key(state);
	char public_key[65];
	bool ok;

	if (!key)
		return false;
	signing_key_public(key, public_key);
	signing_key_free(key);
	ok = write_text(state, "root.pub", vault_root_public(vault)) &&
		 write_text(state, "kiosk.name", name);
	return ok && storage->operations->enrol(storage, name, public_key);
}

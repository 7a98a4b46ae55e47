/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/keymap.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/config.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

struct name {
	char *key; /* "enter" or "enter.nl" */
	char *printed;
};

struct keymap {
	struct name *names;
	size_t n_names;
};

static const struct {
	const char *key, *printed;
} standard[] = {
	{ "up", "↑" },
	{ "down", "↓" },
	{ "enter", "Enter" },
	{ "escape", "Esc" },
};

enum { N_STANDARD = sizeof(standard) / sizeof(*standard) };

/* Index in `standard` of "enter" in "enter" or "enter.nl"; N_STANDARD if not.
 */
static size_t find_key(const char *name)
{
	size_t size = strcspn(name, ".");
	size_t i = 0;

	while (i < N_STANDARD && (strlen(standard[i].key) != size ||
								 strncmp(standard[i].key, name, size) != 0))
		i++;
	return i;
}

static const char *find(const struct keymap *keymap, const char *key)
{
	for (size_t i = 0; i < keymap->n_names; i++) {
		if (strcmp(keymap->names[i].key, key) == 0)
			return keymap->names[i].printed;
	}
	return NULL;
}

static bool take(
	void *owner, const char *where, const char *name, const char *value)
{
	struct keymap *keymap = owner;
	struct name *added;

	if (find_key(name) == N_STANDARD)
		return fail("%s: unknown key %s", where, name);
	if (find(keymap, name))
		return fail("%s: %s stands here twice", where, name);
	if (text_empty(value))
		return fail("%s: %s has no printed name", where, name);
	keymap->names = mem_more(keymap->names, keymap->n_names, sizeof(*added));
	added = &keymap->names[keymap->n_names++];
	added->key = mem_text(name);
	added->printed = safe_text(value, false);
	return true;
}

struct keymap *keymap_read(const char *path)
{
	struct keymap *keymap = mem_new(1, sizeof(*keymap));

	if (config_pairs(path, take, keymap))
		return keymap;
	keymap_free(keymap);
	return NULL;
}

const char *keymap_name(
	const struct keymap *keymap, const char *key, const char *language)
{
	size_t i = find_key(key);
	char *full = text_format("%s.%s", key, language);
	const char *printed = NULL;

	if (keymap)
		printed = find(keymap, full);
	if (keymap && !printed)
		printed = find(keymap, key);
	free(full);
	return printed ? printed : i < N_STANDARD ? standard[i].printed : key;
}

void keymap_free(struct keymap *keymap)
{
	if (!keymap)
		return;
	for (size_t i = 0; i < keymap->n_names; i++) {
		free(keymap->names[i].key);
		free(keymap->names[i].printed);
	}
	free(keymap->names);
	free(keymap);
}

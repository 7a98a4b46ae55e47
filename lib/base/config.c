/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { MOST_KEYS = 64 };

struct place {
	const char *path;
	int line;
};

static void *field(void *target, const struct config_key *key)
{
	return (char *)target + key->offset;
}

static bool set_number(
	struct place at, const struct config_key *key, void *to, const char *value)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (errno || *end || !*value || number < key->least || number > key->most)
		return fail("%s:%d: %s must be a number from %d to %d", at.path,
			at.line, key->name, key->least, key->most);
	*(int *)to = (int)number;
	return true;
}

static bool set(
	struct place at, const struct config_key *key, void *to, const char *value)
{
	switch (key->type) {
	case CONFIG_TEXT:
		free(*(char **)to);
		*(char **)to = mem_text(value);
		return true;
	case CONFIG_NUMBER:
		return set_number(at, key, to, value);
	case CONFIG_YES_NO:
		if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
			return fail(
				"%s:%d: %s must be yes or no", at.path, at.line, key->name);
		*(bool *)to = strcmp(value, "yes") == 0;
		return true;
	}
	return false;
}

static int find(const struct config_key *keys, const char *name)
{
	for (int i = 0; keys[i].name; i++) {
		if (strcmp(keys[i].name, name) == 0)
			return i;
	}
	return -1;
}

static bool take_line(struct place at, char *line,
	const struct config_key *keys, void *target, bool seen[MOST_KEYS])
{
	char *equals = strchr(line, '=');
	char *name, *value;
	int i;
	bool ok;

	if (text_empty(line) || line[strspn(line, " \t")] == '#')
		return true;
	if (!equals)
		return fail("%s:%d: no = in this line", at.path, at.line);
	*equals = '\0';
	name = text_trim(line);
	value = text_trim(equals + 1);
	i = find(keys, name);
	if (i < 0)
		ok = fail("%s:%d: unknown key %s", at.path, at.line, name);
	else if (i < MOST_KEYS && seen[i])
		ok = fail("%s:%d: %s stands here twice", at.path, at.line, name);
	else
		ok = set(at, &keys[i], field(target, &keys[i]), value);
	if (i >= 0 && i < MOST_KEYS)
		seen[i] = true;
	free(name);
	free(value);
	return ok;
}

bool config_read(const char *path, const struct config_key *keys, void *target)
{
	FILE *file = fopen(path, "re");
	struct place at = { path, 0 };
	bool seen[MOST_KEYS] = { 0 };
	char *line = NULL;
	size_t room = 0;
	bool ok = true;

	if (!file)
		return fail("cannot open %s: %m", path);
	while (ok && getline(&line, &room, file) >= 0) {
		at.line++;
		ok = take_line(at, line, keys, target, seen);
	}
	free(line);
	fclose(file);
	return ok;
}

void config_clear(const struct config_key *keys, void *target)
{
	for (int i = 0; keys[i].name; i++) {
		char **text = field(target, &keys[i]);

		if (keys[i].type != CONFIG_TEXT)
			continue;
		free(*text);
		*text = NULL;
	}
}

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

static bool set_number(const char *where, const struct config_key *key,
	void *to, const char *value)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (errno || *end || !*value || number < key->least || number > key->most)
		return fail("%s: %s must be a number from %d to %d", where, key->name,
			key->least, key->most);
	*(int *)to = (int)number;
	return true;
}

static bool set(const char *where, const struct config_key *key, void *to,
	const char *value)
{
	switch (key->type) {
	case CONFIG_TEXT:
		mem_text_set(to, value);
		return true;
	case CONFIG_NUMBER:
		return set_number(where, key, to, value);
	case CONFIG_YES_NO:
		if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
			return fail("%s: %s must be yes or no", where, key->name);
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

static bool take_line(
	struct place at, char *line, config_pair *take, void *owner)
{
	char *equals = strchr(line, '=');
	char *where, *name, *value;
	bool ok;

	if (text_empty(line) || line[strspn(line, " \t")] == '#')
		return true;
	if (!equals)
		return fail("%s:%d: no = in this line", at.path, at.line);
	*equals = '\0';
	where = text_format("%s:%d", at.path, at.line);
	name = text_trim(line);
	value = text_trim(equals + 1);
	ok = take(owner, where, name, value);
	free(where);
	free(name);
	free(value);
	return ok;
}

bool config_pairs(const char *path, config_pair *take, void *owner)
{
	FILE *file = fopen(path, "re");
	struct place at = { path, 0 };
	char *line = NULL;
	size_t room = 0;
	bool ok = true;

	if (!file)
		return fail("cannot open %s: %m", path);
	while (ok && getline(&line, &room, file) >= 0) {
		at.line++;
		ok = take_line(at, line, take, owner);
	}
	free(line);
	fclose(file);
	return ok;
}

struct reading {
	const struct config_key *keys;
	void *target;
	bool seen[MOST_KEYS];
};

static bool take_pair(
	void *owner, const char *where, const char *name, const char *value)
{
	struct reading *reading = owner;
	const struct config_key *keys = reading->keys;
	int i = find(keys, name);

	if (i < 0)
		return fail("%s: unknown key %s", where, name);
	if (i < MOST_KEYS && reading->seen[i])
		return fail("%s: %s stands here twice", where, name);
	if (i < MOST_KEYS)
		reading->seen[i] = true;
	return set(where, &keys[i], field(reading->target, &keys[i]), value);
}

bool config_read(const char *path, const struct config_key *keys, void *target)
{
	struct reading reading = { .keys = keys, .target = target };

	return config_pairs(path, take_pair, &reading);
}

void config_fill(const struct config_key *keys, void *target)
{
	for (int i = 0; keys[i].name; i++) {
		char **text = field(target, &keys[i]);

		if (keys[i].type == CONFIG_TEXT && !*text)
			*text = mem_text("");
	}
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

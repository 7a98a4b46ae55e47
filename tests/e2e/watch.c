/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/e2e/watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void take(struct watch *watch, const char *line)
{
	json_t *json = json_loads(line, 0, NULL);

	if (!json) {
		printf("# not JSON in %s: %s\n", watch->path, line);
		return;
	}
	if (!watch->lines)
		watch->lines = json_array();
	json_array_append(watch->lines, json);
	json_decref(watch->last);
	watch->last = json;
	watch->count++;
}

bool watch_read(struct watch *watch)
{
	FILE *file = fopen(watch->path, "r");
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int before = watch->count;

	if (!file)
		return false;
	fseek(file, watch->at, SEEK_SET);
	while ((n = getline(&line, &room, file)) > 0 && line[n - 1] == '\n') {
		watch->at += n;
		take(watch, line);
	}
	free(line);
	fclose(file);
	return watch->count != before;
}

void watch_mark(struct watch *watch)
{
	json_decref(watch->lines);
	watch->lines = json_array();
}

bool watch_has(const struct watch *watch, const char *key, const char *part)
{
	size_t i;
	json_t *line;

	json_array_foreach(watch->lines, i, line)
	{
		const char *text = json_string_value(json_object_get(line, key));

		if (text && strstr(text, part))
			return true;
	}
	return false;
}

void watch_clear(struct watch *watch)
{
	json_decref(watch->last);
	json_decref(watch->lines);
	watch->last = watch->lines = NULL;
}

const json_t *watch_item(const struct watch *watch, const char *id)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(watch->last, "items"), i, item)
	{
		const char *have = json_string_value(json_object_get(item, "id"));

		if (have && strcmp(have, id) == 0)
			return item;
	}
	return NULL;
}

const char *watch_text(const struct watch *watch, const char *key)
{
	const char *text = json_string_value(json_object_get(watch->last, key));

	return text ? text : "";
}

static bool item_holds(const json_t *item, const char *part)
{
	static const char *const keys[] = { "label", "value", "hint", "error" };

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		const char *text = json_string_value(json_object_get(item, keys[i]));

		if (text && strstr(text, part))
			return true;
	}
	return false;
}

bool watch_sees(const struct watch *watch, const char *part)
{
	size_t i;
	json_t *item;

	json_array_foreach(json_object_get(watch->last, "items"), i, item)
	{
		if (item_holds(item, part))
			return true;
	}
	return false;
}

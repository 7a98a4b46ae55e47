/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/import_parts.h"

enum { UUID_SIZE = 36 };

bool json_is_blank(const json_t *json)
{
	switch (json ? json_typeof(json) : JSON_NULL) {
	case JSON_NULL:
		return true;
	case JSON_STRING:
		return json_string_length(json) == 0;
	case JSON_OBJECT:
		return json_object_size(json) == 0;
	case JSON_ARRAY:
		return json_array_size(json) == 0;
	case JSON_INTEGER:
	case JSON_REAL:
	case JSON_TRUE:
	case JSON_FALSE:
		break;
	}
	return false;
}

const char *json_text(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static bool is_uuid(const char *at)
{
	for (size_t i = 0; i < UUID_SIZE; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? at[i] != '-'
				 : !at[i] || !strchr("0123456789abcdefABCDEF", at[i]))
			return false;
	}
	return true;
}

char *uuid_at_end(const char *url)
{
	size_t n = strlen(url);

	for (size_t i = n >= UUID_SIZE ? n - UUID_SIZE + 1 : 0; i; i--) {
		if (is_uuid(url + i - 1))
			return mem_text_n(url + i - 1, UUID_SIZE);
	}
	return mem_text("");
}

char *snake_of(const char *camel)
{
	struct text snake = { 0 };

	for (; *camel; camel++) {
		char small = (char)(*camel + ('a' - 'A'));

		if (*camel >= 'A' && *camel <= 'Z') {
			text_add(&snake, "_");
			text_add_n(&snake, &small, 1);
		} else {
			text_add_n(&snake, camel, 1);
		}
	}
	return text_take(&snake);
}

char *camel_of(const char *snake)
{
	struct text camel = { 0 };

	for (; *snake; snake++) {
		if (camel.size && snake[0] == '_' && snake[1] >= 'a' &&
			snake[1] <= 'z') {
			char large = (char)(*++snake - ('a' - 'A'));

			text_add_n(&camel, &large, 1);
		} else {
			text_add_n(&camel, snake, 1);
		}
	}
	return text_take(&camel);
}

static json_t *camel_object(const json_t *json)
{
	json_t *out = json_object();
	const char *key;
	json_t *value;

	json_object_foreach(lend(json), key, value)
	{
		char *camel = camel_of(key);

		if (!json_is_null(value))
			json_object_set_new(out, camel, json_camel(value));
		free(camel);
	}
	return out;
}

json_t *json_camel(const json_t *json)
{
	json_t *out, *value;
	size_t i;

	if (json_is_object(json))
		return camel_object(json);
	if (!json_is_array(json))
		return json_deep_copy(json);
	out = json_array();
	json_array_foreach(json, i, value)
	{
		json_array_append_new(out, json_camel(value));
	}
	return out;
}

json_t *json_picked(const json_t *object, const char *const *keys)
{
	json_t *out = json_object();

	for (; *keys; keys++) {
		json_t *value = json_object_get(object, *keys);

		if (value && !json_is_null(value))
			json_object_set(out, *keys, value);
	}
	return out;
}

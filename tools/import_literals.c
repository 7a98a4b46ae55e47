/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * In 2022 and 2023 a form definition kept the translations of its components
 * in one table, by their Dutch: {"en": {"Naam": "Name"}}. What a component
 * says goes to the component, in the shape that components had at the time.
 */
#include "lib/base/lend.h"
#include "tools/import_parts.h"

static void add_pair(json_t *pairs, const json_t *table, const char *literal)
{
	const char *translation = json_text(table, literal);

	if (*literal && *translation)
		json_array_append_new(pairs, json_pack("{s:s, s:s}", "literal", literal,
										 "translation", translation));
}

static void add_pairs(json_t *pairs, const json_t *table, const json_t *object)
{
	const char *key;
	json_t *value;

	json_object_foreach(lend(object), key, value)
	{
		if (json_is_string(value))
			add_pair(pairs, table, json_string_value(value));
	}
}

static json_t *pairs_of(const json_t *component, const json_t *table)
{
	const json_t *data = json_object_get(component, "data");
	const json_t *lists[] = { json_object_get(component, "values"),
		json_object_get(data, "values") };
	json_t *pairs = json_array();
	json_t *option;
	size_t i;

	add_pairs(pairs, table, component);
	for (size_t j = 0; j < sizeof lists / sizeof lists[0]; j++) {
		json_array_foreach(lists[j], i, option)
		{
			add_pair(pairs, table, json_text(option, "label"));
			add_pair(pairs, table, json_text(option, "description"));
		}
	}
	return pairs;
}

static json_t *object_in(json_t *object, const char *key)
{
	json_t *found = json_object_get(object, key);

	if (!json_is_object(found)) {
		json_object_set_new(object, key, json_object());
		found = json_object_get(object, key);
	}
	return found;
}

void import_literals(struct import *import, json_t *component)
{
	const char *language;
	json_t *table;

	json_object_foreach(import->literals, language, table)
	{
		json_t *pairs = pairs_of(component, table);

		if (json_array_size(pairs)) {
			json_t *all =
				object_in(object_in(component, "openForms"), "translations");

			/* What the component has itself was written later. */
			if (json_is_blank(json_object_get(all, language)))
				json_object_set(all, language, pairs);
		}
		json_decref(pairs);
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/raw_component.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tools/import_parts.h"

enum { MOST_DEPTH = 64 };

struct search {
	const char *key;
	int depth;
};

static const json_t *in_list(
	struct search *search, const json_t *list, const char *grid);

static const json_t *in_one(
	struct search *search, const json_t *component, const char *grid)
{
	const char *own = json_text(component, "key");
	bool is_grid = strcmp(json_text(component, "type"), "editgrid") == 0;
	char *key =
		*grid ? text_format("%s.%s", grid, own) : text_format("%s", own);
	const json_t *found = NULL;
	json_t *column;
	size_t i;

	if (strcmp(key, search->key) == 0)
		found = component;
	if (!found)
		found = in_list(search, json_object_get(component, "components"),
			is_grid ? key : grid);
	json_array_foreach(json_object_get(component, "columns"), i, column)
	{
		if (!found)
			found =
				in_list(search, json_object_get(column, "components"), grid);
	}
	free(key);
	return found;
}

static const json_t *in_list(
	struct search *search, const json_t *list, const char *grid)
{
	const json_t *found = NULL;

	if (search->depth >= MOST_DEPTH)
		return NULL;
	search->depth++;
	for (size_t i = 0; i < json_array_size(list) && !found; i++)
		found = in_one(search, json_array_get(list, i), grid);
	search->depth--;
	return found;
}

const json_t *raw_component(const json_t *form, const char *key)
{
	struct search search = { key, 0 };
	json_t *step;
	size_t i;

	json_array_foreach(json_object_get(form, "steps"), i, step)
	{
		const json_t *configuration = json_object_get(step, "configuration");
		const json_t *found =
			in_list(&search, json_object_get(configuration, "components"), "");

		if (found)
			return found;
	}
	return NULL;
}

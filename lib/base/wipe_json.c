/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/wipe_json.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"

static void wipe_free(void *block)
{
	if (block)
		explicit_bzero(block, malloc_usable_size(block));
	free(block);
}

void wipe_json_start(void)
{
	json_set_alloc_funcs(malloc, wipe_free);
}

static void wipe_texts(json_t *json)
{
	const char *key;
	json_t *value;
	size_t i;

	if (!json || json->refcount != 1)
		return;
	/* Nobody else can read it, so it may be written, const or not. */
	if (json_is_string(json))
		explicit_bzero(lend(json_string_value(json)), json_string_length(json));
	json_object_foreach(json, key, value)
	{
		wipe_texts(value);
	}
	json_array_foreach(json, i, value)
	{
		wipe_texts(value);
	}
}

void json_wipe(json_t *taken)
{
	wipe_texts(taken);
	json_decref(taken);
}

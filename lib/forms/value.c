/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"

enum {
	MOST_HEAP = 8 * 1024 * 1024,
	MOST_DEPTH = 64,
	MOST_WEIGHT = 200 * 1000,
	BLOCK = 8 * 1024,
};

struct heap_block {
	struct heap_block *next;
	size_t used, size;
	max_align_t room[];
};

static struct heap_block *heap_more(struct heap *heap, size_t size)
{
	size_t room = size > BLOCK ? size : BLOCK;
	struct heap_block *block = mem_new(1, sizeof *block + room);

	block->size = room;
	block->next = heap->blocks;
	heap->blocks = block;
	return block;
}

/* What is asked is bounded by what is there already, so that a run that sees
 * `full` after each step stays within twice the limit. */
void *heap_take(struct heap *heap, size_t n, size_t size)
{
	size_t align = sizeof(max_align_t);
	size_t bytes = (n * size + align - 1) / align * align;
	struct heap_block *block = heap->blocks;
	void *taken;

	heap->used += bytes;
	heap->full |= heap->used > MOST_HEAP;
	if (!block || block->size - block->used < bytes)
		block = heap_more(heap, bytes);
	taken = (char *)block->room + block->used;
	block->used += bytes;
	return taken;
}

const char *heap_text(struct heap *heap, struct text *taken)
{
	size_t size = taken->size + 1;
	char *copy = NULL;

	if (heap->used + size > MOST_HEAP) {
		heap->full = true;
	} else {
		copy = heap_take(heap, 1, size);
		memcpy(copy, taken->bytes ? taken->bytes : "", size);
	}
	text_clear(taken);
	return copy;
}

void heap_clear(struct heap *heap)
{
	while (heap->blocks) {
		struct heap_block *next = heap->blocks->next;

		/* Answers were in it. */
		explicit_bzero(heap->blocks->room, heap->blocks->used);
		free(heap->blocks);
		heap->blocks = next;
	}
	*heap = (struct heap){ 0 };
}

static unsigned int added(unsigned int a, size_t b)
{
	return b > MOST_WEIGHT || a + b > MOST_WEIGHT ? MOST_WEIGHT + 1
												  : a + (unsigned int)b;
}

static unsigned int json_weight(const json_t *json)
{
	unsigned int weight = 1;
	const char *key;
	json_t *item;
	size_t i;

	if (json_is_string(json))
		return added(1, json_string_length(json) / 16);
	json_array_foreach(json, i, item) weight = added(weight, json_weight(item));
	json_object_foreach(lend(json), key, item) weight =
		added(weight, json_weight(item) + strlen(key) / 16);
	return weight;
}

static unsigned int weight_of(const struct value *value)
{
	if (value->kind == VALUE_TEXT)
		return added(1, strlen(value->text) / 16);
	return value->weight ? value->weight : 1;
}

struct value value_list(struct heap *heap, const struct value *items, size_t n)
{
	struct value list = { .kind = VALUE_LIST, .weight = 1 };

	for (size_t i = 0; i < n; i++) {
		list.weight = added(list.weight, weight_of(&items[i]));
		if (items[i].depth >= list.depth)
			list.depth = (unsigned short)(items[i].depth + 1);
	}
	heap->full |= list.weight > MOST_WEIGHT || list.depth > MOST_DEPTH;
	list.list.items = items;
	list.list.n = n;
	return list;
}

static struct value list_of(struct heap *heap, const json_t *json)
{
	size_t n = json_array_size(json);
	struct value *items = heap_take(heap, n, sizeof *items);

	for (size_t i = 0; i < n && !heap->full; i++)
		items[i] = value_of(heap, json_array_get(json, i));
	if (heap->full) /* not all was read, and all is given up */
		n = 0;
	return value_list(heap, items, n);
}

struct value value_of(struct heap *heap, const json_t *json)
{
	if (!json)
		return (struct value){ .kind = VALUE_UNDEFINED };
	switch (json_typeof(json)) {
	case JSON_OBJECT:
		return (struct value){
			.kind = VALUE_MAP, .weight = json_weight(json), .map = json
		};
	case JSON_ARRAY:
		return list_of(heap, json);
	case JSON_STRING:
		return (struct value){ .kind = VALUE_TEXT,
			.text = json_string_value(json) };
	case JSON_INTEGER:
		return (struct value){ .kind = VALUE_WHOLE,
			.whole = json_integer_value(json) };
	case JSON_REAL:
		return (
			struct value){ .kind = VALUE_REAL, .real = json_real_value(json) };
	case JSON_TRUE:
	case JSON_FALSE:
		return (
			struct value){ .kind = VALUE_BOOL, .truth = json_is_true(json) };
	case JSON_NULL:
		break;
	}
	return (struct value){ .kind = VALUE_NULL };
}

static json_t *text_json(const struct value *value)
{
	struct text said = { 0 };
	json_t *json;

	if (value->kind == VALUE_STAMP) {
		char *iso = stamp_text(value->stamp, 'T');

		text_add(&said, iso);
		free(iso);
	} else {
		value_say(&said, value);
	}
	json = json_string(said.bytes ? said.bytes : "");
	text_clear(&said);
	return json;
}

static json_t *list_json(const struct value *value)
{
	json_t *list = json_array();

	for (size_t i = 0; i < value->list.n; i++)
		json_array_append_new(list, value_json(&value->list.items[i]));
	return list;
}

json_t *value_json(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_UNDEFINED:
		return json_null();
	case VALUE_BOOL:
		return json_boolean(value->truth);
	case VALUE_WHOLE:
		return json_integer(value->whole);
	case VALUE_REAL:
		return json_real(value->real);
	case VALUE_LIST:
		return list_json(value);
	case VALUE_MAP:
		return value->map ? json_deep_copy(value->map) : json_object();
	case VALUE_SCOPE:
		return json_pack("{s:o, s:o}", "accumulator",
			value_json(&value->list.items[0]), "current",
			value_json(&value->list.items[1]));
	case VALUE_TEXT:
	case VALUE_DATE:
	case VALUE_STAMP:
	case VALUE_DELTA:
		break;
	}
	return text_json(value);
}

bool value_is_nothing(const struct value *value)
{
	return value->kind == VALUE_NULL || value->kind == VALUE_UNDEFINED;
}

bool value_is_number(const struct value *value)
{
	return value->kind == VALUE_WHOLE || value->kind == VALUE_REAL ||
		   value->kind == VALUE_BOOL;
}

double value_number(const struct value *value)
{
	if (value->kind == VALUE_BOOL)
		return value->truth ? 1 : 0;
	return value->kind == VALUE_WHOLE ? (double)value->whole : value->real;
}

bool value_holds(const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_UNDEFINED:
		return false;
	case VALUE_BOOL:
		return value->truth;
	case VALUE_WHOLE:
		return value->whole != 0;
	case VALUE_REAL:
		return value->real != 0;
	case VALUE_TEXT:
		return *value->text;
	case VALUE_LIST:
		return value->list.n > 0;
	case VALUE_MAP:
		return json_object_size(value->map) > 0;
	case VALUE_DELTA:
		return value->delta.months || value->delta.micros;
	case VALUE_SCOPE:
	case VALUE_DATE:
	case VALUE_STAMP:
		break;
	}
	return true;
}

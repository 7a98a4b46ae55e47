/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_VALUE_H
#define FORMS_VALUE_H
/*
 * What rules reckon with: the values of JSON, and dates, moments and spans.
 * Equality, order, truth and texts are those of Python, as Open Forms judges
 * the same rules in it. Values borrow their texts and parts, from the rule,
 * the data or the heap of one run. Inside lib/forms.
 */
#include <jansson.h>

#include "lib/base/text.h"
#include "lib/forms/moment.h"

enum value_kind {
	VALUE_NULL,
	VALUE_UNDEFINED, /* a variable that is not there */
	VALUE_BOOL,
	VALUE_WHOLE,
	VALUE_REAL,
	VALUE_TEXT,
	VALUE_LIST,
	VALUE_MAP,
	VALUE_SCOPE, /* inside reduce: accumulator and current */
	VALUE_DATE,
	VALUE_STAMP,
	VALUE_DELTA,
};

struct value {
	enum value_kind kind;
	unsigned short depth; /* of lists in lists */
	unsigned int weight;  /* about what it costs to write it out; 0 = 1 */
	union {
		bool truth;
		int64_t whole;
		double real;
		const char *text;
		struct {
			const struct value *items;
			size_t n;
		} list;            /* and scope */
		const json_t *map; /* NULL: without keys */
		struct date date;
		struct stamp stamp;
		struct delta delta;
	};
};

/* Memory of one run, freed at once. */
struct heap {
	struct heap_block *blocks;
	size_t used;
	bool full; /* more was asked than a rule may use */
};

void *heap_take(struct heap *heap, size_t n, size_t size);
/* NULL when the heap is full. Takes the text. */
const char *heap_text(struct heap *heap, struct text *taken);
void heap_clear(struct heap *heap);

struct value value_of(struct heap *heap, const json_t *json);
/* A list of these items, which it borrows. */
struct value value_list(struct heap *heap, const struct value *items, size_t n);
/* New reference; what JSON does not have becomes a text. */
json_t *value_json(const struct value *value);

bool value_is_nothing(const struct value *value); /* null or undefined */
bool value_is_number(const struct value *value);  /* true is 1 */
double value_number(const struct value *value);
bool value_holds(const struct value *value);
bool value_same(const struct value *a, const struct value *b);
/* False when the two have no order. */
bool value_less(const struct value *a, const struct value *b, bool *less);
/* "12.5" as a number, as Python's float() and int() read it. */
bool text_number(const char *text, struct value *number);
/* Python's str(): 1.0, True, None, ['a', 1]. */
void value_say(struct text *out, const struct value *value);

#endif

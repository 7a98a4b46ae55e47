/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/rule_run.h"

static const struct value null = { .kind = VALUE_NULL };
static const struct value undefined = { .kind = VALUE_UNDEFINED };

/* As Python's int(): false when it is none. */
static bool as_index(const char *name, size_t n, size_t *index)
{
	struct value number;
	int64_t at;

	if (!text_number(name, &number) || number.kind != VALUE_WHOLE)
		return false;
	at = number.whole < 0 ? number.whole + (int64_t)n : number.whole;
	if (at < 0 || (uint64_t)at >= n)
		return false;
	*index = (size_t)at;
	return true;
}

static struct value letter_number(struct run *run, const char *text, size_t at)
{
	struct text letter = { 0 };
	const char *from = text;

	for (size_t i = 0; i <= at; i++) {
		from = text;
		text_next(&text);
	}
	text_add_n(&letter, from, (size_t)(text - from));
	return value_text(run, &letter);
}

static struct value letter_at(
	struct run *run, const char *text, const char *name)
{
	size_t at;

	if (!as_index(name, text_length(text), &at))
		return undefined;
	return letter_number(run, text, at);
}

static struct value of_scope(const struct value *scope, const char *name)
{
	if (strcmp(name, "accumulator") == 0)
		return scope->list.items[0];
	return strcmp(name, "current") == 0 ? scope->list.items[1] : undefined;
}

/* What stands under one name inside a value. */
static struct value inside(
	struct run *run, const struct value *value, const char *name)
{
	size_t at;

	switch (value->kind) {
	case VALUE_MAP:
		return value_of(&run->heap, json_object_get(value->map, name));
	case VALUE_LIST:
		return as_index(name, value->list.n, &at) ? value->list.items[at]
												  : undefined;
	case VALUE_TEXT:
		return letter_at(run, value->text, name);
	case VALUE_SCOPE:
		return of_scope(value, name);
	case VALUE_NULL:
	case VALUE_UNDEFINED:
	case VALUE_BOOL:
	case VALUE_WHOLE:
	case VALUE_REAL:
	case VALUE_DATE:
	case VALUE_STAMP:
	case VALUE_DELTA:
		break;
	}
	return undefined;
}

static struct value whole_scope(struct run *run)
{
	if (run->scope)
		return *run->scope;
	/* Without its weight, as it is only looked into. */
	if (json_is_object(run->world->data))
		return (struct value){ .kind = VALUE_MAP, .map = run->world->data };
	return value_of(&run->heap, run->world->data);
}

/* The answer to a question about a date is a date, or null when it is none. */
static struct value as_named(
	struct run *run, const char *name, struct value found)
{
	const json_t *kind =
		run->scope ? NULL : json_object_get(run->world->kinds, name);
	struct value moment = null;

	if (!kind || json_integer_value(kind) == NAME_MONEY ||
		found.kind != VALUE_TEXT)
		return found;
	if (json_integer_value(kind) == NAME_DATE &&
		date_read(found.text, &moment.date))
		moment.kind = VALUE_DATE;
	if (json_integer_value(kind) == NAME_STAMP &&
		stamp_read(found.text, &moment.stamp))
		moment.kind = VALUE_STAMP;
	return moment;
}

static struct value named(struct run *run, const char *name)
{
	struct value found = whole_scope(run);
	char *copy = mem_text(name), *at = copy, *part;

	while ((part = strsep(&at, ".")) && found.kind != VALUE_UNDEFINED &&
		   run_step(run, 1))
		found = inside(run, &found, part);
	free(copy);
	/* Half of a way leads elsewhere. */
	return run->failed ? null : as_named(run, name, found);
}

struct value world_value(
	struct world *world, struct heap *heap, const char *name)
{
	struct run run = { .world = world, .heap = *heap };
	struct value value = named(&run, name);

	*heap = run.heap;
	return value;
}

static struct value variable(struct run *run, const struct value *name)
{
	struct text said = { 0 };
	struct value found;

	if (!value_holds(name))
		return run->scope ? *run->scope
						  : value_of(&run->heap, run->world->data);
	if (name->kind == VALUE_TEXT)
		return named(run, name->text);
	value_say(&said, name);
	found = named(run, said.bytes);
	text_clear(&said);
	return found;
}

static struct value op_var(struct run *run, const struct value *args, size_t n)
{
	/* {"var": []} is all there is, as {"var": ""}. */
	struct value found = variable(run, n ? &args[0] : &null);

	if (n > 1 && value_is_nothing(&found) && args[1].kind != VALUE_UNDEFINED)
		return args[1];
	if (found.kind == VALUE_UNDEFINED && run->none_is_null)
		return null;
	return found;
}

static bool is_missing(struct run *run, const struct value *name)
{
	struct value found = variable(run, name);

	return value_is_nothing(&found);
}

static struct value op_missing(
	struct run *run, const struct value *args, size_t n)
{
	struct value *found;
	size_t missing = 0;

	if (n && args[0].kind == VALUE_LIST) {
		n = args[0].list.n;
		args = args[0].list.items;
	}
	found = heap_take(&run->heap, n, sizeof *found);
	for (size_t i = 0; i < n; i++) {
		if (is_missing(run, &args[i]))
			found[missing++] = args[i];
	}
	return value_list(&run->heap, found, missing);
}

/* None when at least so many are there. */
static struct value op_missing_some(
	struct run *run, const struct value *args, size_t n)
{
	struct value missing;

	(void)n;
	if (!value_is_number(&args[0]) || args[1].kind != VALUE_LIST)
		return run_fail(run);
	missing = op_missing(run, &args[1], 1);
	if ((double)(args[1].list.n - missing.list.n) >= value_number(&args[0]))
		missing.list.n = 0;
	return missing;
}

/* A term worked out for one item, or for what a reduce has so far. */
static struct value within_scope(
	struct run *run, const struct term *term, const struct value *scope)
{
	static const struct value nothing = { .kind = VALUE_MAP };
	const struct value *outer = run->scope;
	struct value value;

	/* An item that is 0, "" or empty counts as no data at all. */
	run->scope = value_holds(scope) ? scope : &nothing;
	value = term_value(run, term);
	run->scope = outer;
	return value;
}

static struct value map_items(
	struct run *run, const struct term *term, const struct value *list)
{
	struct value *results =
		heap_take(&run->heap, list->list.n, sizeof *results);

	for (size_t i = 0; i < list->list.n && !run->failed; i++)
		results[i] = within_scope(run, term, &list->list.items[i]);
	if (run->failed)
		return run_fail(run);
	return value_list(&run->heap, results, list->list.n);
}

/* What Python's map() goes through: of an object its names, of a text its
 * letters. */
static struct value parts_of(struct run *run, const struct value *value)
{
	size_t n = value->kind == VALUE_MAP ? json_object_size(value->map)
										: text_length(value->text);
	struct value *items = heap_take(&run->heap, n, sizeof *items);
	size_t at = 0;

	if (value->kind == VALUE_MAP) {
		const char *key;
		json_t *unused;

		json_object_foreach(lend(value->map), key, unused)
		{
			(void)unused;
			items[at++] = (struct value){ .kind = VALUE_TEXT, .text = key };
		}
	}
	for (; at < n && run_step(run, n); at++)
		items[at] = letter_number(run, value->text, at);
	return run->failed ? run_fail(run) : value_list(&run->heap, items, n);
}

static struct value iterable(struct run *run, const struct value *value)
{
	if (!value_holds(value))
		return value_list(&run->heap, NULL, 0);
	if (value->kind == VALUE_MAP || value->kind == VALUE_TEXT)
		return parts_of(run, value);
	return value->kind == VALUE_LIST ? *value : run_fail(run);
}

static struct value op_map(struct run *run, const struct term *parts, size_t n)
{
	bool outer = run->none_is_null;
	struct value list, result;

	(void)n;
	run->none_is_null = true;
	list = term_value(run, &parts[0]);
	list = iterable(run, &list);
	result = !run->failed && run_step(run, list.weight)
				 ? map_items(run, &parts[1], &list)
				 : run_fail(run);
	run->none_is_null = outer;
	return result;
}

static struct value reduce_items(struct run *run, const struct term *term,
	const struct value *list, struct value start)
{
	for (size_t i = 0; i < list->list.n && !run->failed; i++) {
		struct value pair[2] = { start, list->list.items[i] };
		struct value scope = { .kind = VALUE_SCOPE,
			.list = { .items = memcpy(heap_take(&run->heap, 2, sizeof *pair),
						  pair, sizeof pair),
				.n = 2 } };
		struct value both = value_list(&run->heap, scope.list.items, 2);

		scope.weight = both.weight;
		scope.depth = both.depth;
		start = within_scope(run, term, &scope);
	}
	return start;
}

static struct value op_reduce(
	struct run *run, const struct term *parts, size_t n)
{
	bool outer = run->none_is_null;
	struct value list, result;

	(void)n;
	run->none_is_null = true;
	list = term_value(run, &parts[0]);
	result = term_value(run, &parts[2]);
	if (list.kind == VALUE_LIST && run_step(run, list.weight))
		result = reduce_items(run, &parts[1], &list, result);
	run->none_is_null = outer;
	return result;
}

const struct operation data_operators[] = {
	{ "var", 0, 2, op_var, NULL, false, false },
	{ "missing", 0, ANY_NUMBER, op_missing, NULL, false, false },
	{ "missing_some", 2, 2, op_missing_some, NULL, false, false },
	{ "map", 2, 2, NULL, op_map, false, false },
	{ "reduce", 3, 3, NULL, op_reduce, false, false },
	{ 0 },
};

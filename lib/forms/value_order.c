/* SPDX-License-Identifier: EUPL-1.2 */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/value.h"

static bool same_json(const json_t *a, const json_t *b);

static bool same_items(const json_t *a, const json_t *b)
{
	const char *key;
	json_t *item;
	size_t i;

	json_array_foreach(a, i, item)
	{
		if (!same_json(item, json_array_get(b, i)))
			return false;
	}
	json_object_foreach(lend(a), key, item)
	{
		if (!same_json(item, json_object_get(b, key)))
			return false;
	}
	return true;
}

/* As json_equal(), but 1 is 1.0. */
static bool same_json(const json_t *a, const json_t *b)
{
	if (json_is_number(a) && json_is_number(b))
		return json_number_value(a) == json_number_value(b);
	if (!a || !b || json_typeof(a) != json_typeof(b))
		return !a && !b;
	if (json_is_array(a) || json_is_object(a))
		return json_array_size(a) == json_array_size(b) &&
			   json_object_size(a) == json_object_size(b) && same_items(a, b);
	return json_equal(a, b) == 1;
}

static bool same_lists(const struct value *a, const struct value *b)
{
	if (a->list.n != b->list.n)
		return false;
	for (size_t i = 0; i < a->list.n; i++) {
		if (!value_same(&a->list.items[i], &b->list.items[i]))
			return false;
	}
	return true;
}

bool value_same(const struct value *a, const struct value *b)
{
	if (a->kind == VALUE_WHOLE && b->kind == VALUE_WHOLE)
		return a->whole == b->whole;
	if (value_is_number(a) && value_is_number(b))
		return value_number(a) == value_number(b);
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_TEXT:
		return strcmp(a->text, b->text) == 0;
	case VALUE_LIST:
	case VALUE_SCOPE:
		return same_lists(a, b);
	case VALUE_MAP:
		return json_object_size(a->map) == json_object_size(b->map) &&
			   (!a->map || !b->map || same_json(a->map, b->map));
	case VALUE_DATE:
		return date_compare(a->date, b->date) == 0;
	case VALUE_STAMP:
		return stamp_compare(a->stamp, b->stamp) == 0;
	case VALUE_DELTA:
		return a->delta.months == b->delta.months &&
			   a->delta.micros == b->delta.micros;
	case VALUE_NULL:
	case VALUE_UNDEFINED:
	case VALUE_BOOL:
	case VALUE_WHOLE:
	case VALUE_REAL:
		break;
	}
	return true;
}

/* The first items that are not the same decide. */
static bool list_less(const struct value *a, const struct value *b, bool *less)
{
	size_t i = 0;

	while (i < a->list.n && i < b->list.n &&
		   value_same(&a->list.items[i], &b->list.items[i]))
		i++;
	if (i < a->list.n && i < b->list.n)
		return value_less(&a->list.items[i], &b->list.items[i], less);
	*less = a->list.n < b->list.n;
	return true;
}

static bool kind_less(const struct value *a, const struct value *b, bool *less)
{
	if (a->kind == VALUE_TEXT)
		*less = strcmp(a->text, b->text) < 0;
	else if (a->kind == VALUE_LIST)
		return list_less(a, b, less);
	else if (a->kind == VALUE_DATE)
		*less = date_compare(a->date, b->date) < 0;
	else if (a->kind == VALUE_STAMP)
		*less = stamp_compare(a->stamp, b->stamp) < 0;
	else if (a->kind == VALUE_DELTA && a->delta.months == b->delta.months)
		*less = a->delta.micros < b->delta.micros;
	else
		return false;
	return true;
}

bool value_less(const struct value *a, const struct value *b, bool *less)
{
	*less = false;
	if (a->kind == VALUE_WHOLE && b->kind == VALUE_WHOLE)
		*less = a->whole < b->whole;
	else if (value_is_number(a) && value_is_number(b))
		*less = value_number(a) < value_number(b);
	else
		return a->kind == b->kind && kind_less(a, b, less);
	return true;
}

/* Only what is a number from end to end; "inf" and "nan" are none. */
static bool read_number(const char *text, struct value *number)
{
	const char *at = text + (*text == '-' || *text == '+');
	size_t whole = strspn(at, "0123456789");
	size_t part = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") : 0;
	bool is_whole = !at[whole];
	char *end;

	if (whole + part == 0)
		return false;
	at += whole + (at[whole] == '.') + part;
	if (*at == 'e' || *at == 'E') {
		at += 1 + (at[1] == '-' || at[1] == '+');
		if (!isdigit((unsigned char)*at))
			return false;
		at += strspn(at, "0123456789");
	}
	if (*at)
		return false;
	*number = (struct value){ .kind = is_whole ? VALUE_WHOLE : VALUE_REAL };
	if (is_whole && whole < 19)
		number->whole = strtoll(text, &end, 10);
	else
		*number =
			(struct value){ .kind = VALUE_REAL, .real = strtod(text, &end) };
	return number->kind == VALUE_WHOLE || isfinite(number->real);
}

bool text_number(const char *text, struct value *number)
{
	char *trimmed = text_trim(text);
	bool is_number = read_number(trimmed, number);

	free(trimmed);
	return is_number;
}

/* The shortest decimals that are the same number; always with a point or an
 * exponent. Whatever the locale, the point is a point. */
static void say_real(struct text *out, double real)
{
	char said[64];
	int precision = 15;
	char *at;

	do
		snprintf(said, sizeof said, "%.*g", precision, real);
	while (strtod(said, NULL) != real && ++precision <= 17);
	/* Python turns to exponents only from 1e16 on. */
	if (fabs(real) >= 1e15 && fabs(real) < 1e16)
		snprintf(said, sizeof said, "%.1f", real);
	at = said + (*said == '-');
	at += strspn(at, "0123456789");
	if (*at && *at != 'e')
		*at = '.';
	text_add(out, said);
	if (!*at)
		text_add(out, ".0");
}

static void say_quoted(struct text *out, const char *text)
{
	char quote = strchr(text, '\'') && !strchr(text, '"') ? '"' : '\'';

	text_add_n(out, &quote, 1);
	for (; *text; text++) {
		if (*text == quote || *text == '\\')
			text_add(out, "\\");
		if (*text == '\n')
			text_add(out, "\\n");
		else
			text_add_n(out, text, 1);
	}
	text_add_n(out, &quote, 1);
}

static void say_inside(struct text *out, const struct value *value)
{
	if (value->kind == VALUE_TEXT)
		say_quoted(out, value->text);
	else
		value_say(out, value);
}

static void say_json(struct text *out, const json_t *json)
{
	struct heap heap = { 0 };
	struct value value = value_of(&heap, json);

	say_inside(out, &value);
	heap_clear(&heap);
}

static void say_map(struct text *out, const json_t *map)
{
	bool first = true;
	const char *key;
	json_t *item;

	text_add(out, "{");
	json_object_foreach(lend(map), key, item)
	{
		text_add(out, first ? "" : ", ");
		say_quoted(out, key);
		text_add(out, ": ");
		say_json(out, item);
		first = false;
	}
	text_add(out, "}");
}

static void say_list(struct text *out, const struct value *list)
{
	text_add(out, "[");
	for (size_t i = 0; i < list->list.n; i++) {
		text_add(out, i ? ", " : "");
		say_inside(out, &list->list.items[i]);
	}
	text_add(out, "]");
}

static void say_owned(struct text *out, char *taken)
{
	text_add(out, taken);
	free(taken);
}

static void say_scope(struct text *out, const struct value *scope)
{
	text_add(out, "{'accumulator': ");
	say_inside(out, &scope->list.items[0]);
	text_add(out, ", 'current': ");
	say_inside(out, &scope->list.items[1]);
	text_add(out, "}");
}

void value_say(struct text *out, const struct value *value)
{
	char day[16];

	switch (value->kind) {
	case VALUE_NULL:
		return text_add(out, "None");
	case VALUE_UNDEFINED:
		return text_add(out, "undefined");
	case VALUE_BOOL:
		return text_add(out, value->truth ? "True" : "False");
	case VALUE_WHOLE:
		return text_addf(out, "%lld", (long long)value->whole);
	case VALUE_REAL:
		return say_real(out, value->real);
	case VALUE_TEXT:
		return text_add(out, value->text);
	case VALUE_LIST:
		return say_list(out, value);
	case VALUE_MAP:
		return say_map(out, value->map);
	case VALUE_SCOPE:
		return say_scope(out, value);
	case VALUE_DATE:
		date_to_text(value->date, day);
		return text_add(out, day);
	case VALUE_STAMP:
		return say_owned(out, stamp_text(value->stamp, ' '));
	case VALUE_DELTA:
		return say_owned(out, delta_text(value->delta));
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Exports are as old as 2022. Open Forms brings components up to date when it
 * imports them; what it does to each is done here, before anything else looks
 * at a component.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

#define POSTCODE_PATTERN "^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$"
#define LICENCE_PATTERN                                                        \
	"^[a-zA-Z0-9]{1,3}\\-[a-zA-Z0-9]{1,3}\\-[a-zA-Z0-9]{1,3}$"

enum { COLUMN_SIZE = 6, COLUMN_SIZE_MOBILE = 4 };

typedef void convert(json_t *component, struct notes *notes);

static bool is_type(const json_t *component, const char *type)
{
	return strcmp(json_text(component, "type"), type) == 0;
}

/* The object `key` of `component`, made when it is not there. */
static json_t *object_in(json_t *component, const char *key)
{
	json_t *found = json_object_get(component, key);

	if (!json_is_object(found)) {
		json_object_set_new(component, key, json_object());
		found = json_object_get(component, key);
	}
	return found;
}

static void move_time_limits(json_t *component, struct notes *notes)
{
	static const char *const names[] = { "minTime", "maxTime" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		json_t *value = json_object_get(component, names[i]);

		if (!value)
			continue;
		if (!json_is_blank(value)) {
			json_object_set(object_in(component, "validate"), names[i], value);
			notes_add(notes, "%s was moved into validate.", names[i]);
		}
		json_object_del(component, names[i]);
	}
}

static void drop_empty_lengths(json_t *component, struct notes *notes)
{
	static const char *const names[] = { "minLength", "maxLength", "min", "max",
		"minWords", "maxWords", "minSelectedCount", "maxSelectedCount",
		"minTime", "maxTime" };
	json_t *validate = json_object_get(component, "validate");
	size_t n = 0;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		json_t *value = json_object_get(validate, names[i]);

		if (value && json_is_blank(value)) {
			json_object_del(validate, names[i]);
			n++;
		}
	}
	if (n)
		notes_add(notes, "%zu empty %s removed from validate.", n,
			n == 1 ? "limit was" : "limits were");
}

/* Old builders wrote numbers as texts: "500". */
static void read_numbers(json_t *object, struct notes *notes)
{
	static const char *const names[] = { "min", "max", "maxLength",
		"minSelectedCount", "maxSelectedCount", "decimalLimit" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *text = json_text(object, names[i]);
		json_t *number = *text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;

		if (json_is_number(number)) {
			notes_add(notes, "%s \"%s\" was made a number.", names[i], text);
			json_object_set(object, names[i], number);
		}
		json_decref(number);
	}
}

static void fix_numbers(json_t *component, struct notes *notes)
{
	read_numbers(component, notes);
	read_numbers(json_object_get(component, "validate"), notes);
}

static void add_pattern(json_t *component, struct notes *notes)
{
	json_t *validate = object_in(component, "validate");

	if (json_is_string(json_object_get(validate, "pattern")))
		return;
	json_object_set_new(validate, "pattern",
		json_string(is_type(component, "postcode") ? POSTCODE_PATTERN
												   : LICENCE_PATTERN));
	notes_add(notes, "The usual pattern was added to validate.");
}

static void add_derive_address(json_t *component, struct notes *notes)
{
	if (json_is_boolean(json_object_get(component, "deriveAddress")))
		return;
	json_object_set_new(component, "deriveAddress", json_false());
	notes_add(notes, "deriveAddress: false was added.");
}

static void add_interactions(json_t *component, struct notes *notes)
{
	if (json_is_object(json_object_get(component, "interactions")))
		return;
	json_object_set_new(component, "interactions",
		json_pack("{s:b, s:b, s:b}", "marker", 1, "polygon", 0, "polyline", 0));
	notes_add(notes, "interactions was added: a marker.");
}

static void add_data_src(json_t *component, struct notes *notes)
{
	json_t *open_forms = object_in(component, "openForms");

	if (!json_is_blank(json_object_get(open_forms, "dataSrc")))
		return;
	json_object_set_new(open_forms, "dataSrc", json_string("manual"));
	notes_add(notes, "openForms.dataSrc: \"manual\" was added.");
}

static bool fix_size(json_t *column, const char *name, int otherwise)
{
	json_t *size = json_object_get(column, name);
	const char *text = json_string_value(size);
	char *end = NULL;
	long number = text ? strtol(text, &end, 10) : 0;

	if (json_is_integer(size))
		return false;
	if (text && *text && !*end && number > 0 && number < 100)
		otherwise = (int)number;
	json_object_set_new(column, name, json_integer(otherwise));
	return true;
}

static void fix_columns(json_t *component, struct notes *notes)
{
	json_t *column;
	size_t i, n = 0;

	json_array_foreach(json_object_get(component, "columns"), i, column)
	{
		if (!json_is_object(column))
			continue;
		n += fix_size(column, "size", COLUMN_SIZE);
		if (!json_is_blank(json_object_get(column, "sizeMobile")))
			n += fix_size(column, "sizeMobile", COLUMN_SIZE_MOBILE);
	}
	if (n)
		notes_add(notes, "%zu column %s made a number.", n,
			n == 1 ? "size was" : "sizes were");
}

static void allow_invalid(json_t *component, struct notes *notes)
{
	json_t *options = object_in(component, "customOptions");

	if (json_is_true(json_object_get(options, "allowInvalidPreload")))
		return;
	json_object_set_new(options, "allowInvalidPreload", json_true());
	notes_add(notes, "customOptions.allowInvalidPreload: true was added.");
}

static json_t *options_of(const json_t *component)
{
	const json_t *holder = is_type(component, "select")
							   ? json_object_get(component, "data")
							   : component;

	return json_object_get(holder, "values");
}

/* The builder leaves one option without value and label behind. */
static void clean_options(json_t *component, struct notes *notes)
{
	json_t *list = options_of(component);
	size_t i = 0, dropped = 0;

	while (i < json_array_size(list)) {
		json_t *option = json_array_get(list, i);
		json_t *value = json_object_get(option, "value");

		if (json_is_blank(value) &&
			json_is_blank(json_object_get(option, "label"))) {
			json_array_remove(list, i);
			dropped++;
			continue;
		}
		if (json_is_number(value)) {
			char *text = json_dumps(value, JSON_ENCODE_ANY);

			json_object_set_new(option, "value", json_string(text));
			free(text);
		}
		i++;
	}
	if (dropped)
		notes_add(notes, "%zu empty %s removed.", dropped,
			dropped == 1 ? "option was" : "options were");
}

static json_t *all_unmarked(const json_t *component, const json_t *before)
{
	json_t *marks = json_object();
	json_t *option;
	size_t i;

	json_array_foreach(options_of(component), i, option)
	{
		const char *value = json_text(option, "value");
		bool marked = json_is_true(json_object_get(before, value));

		if (*value)
			json_object_set_new(marks, value, json_boolean(marked));
	}
	return marks;
}

/* What "nothing yet" is for a type; NULL: nothing at all. */
static json_t *empty_default(const json_t *component)
{
	const char *type = json_text(component, "type");
	static const char *const lists[] = { "file", "editgrid", "customerProfile",
		"partners", "children", NULL };
	static const char *const none[] = { "number", "currency", "map",
		"addressNL", "content", "fieldset", "columns", "softRequiredErrors",
		NULL };

	if (json_is_true(json_object_get(component, "multiple")) ||
		key_is_among(lists, type))
		return json_array();
	if (strcmp(type, "selectboxes") == 0)
		return all_unmarked(component, NULL);
	if (strcmp(type, "checkbox") == 0)
		return json_false();
	if (key_is_among(none, type) || !keys_of_type(type))
		return NULL;
	return json_string("");
}

static bool holds_only_nothing(const json_t *list)
{
	json_t *value;
	size_t i;

	json_array_foreach(list, i, value)
	{
		if (!json_is_blank(value))
			return false;
	}
	return json_is_array(list);
}

static void fix_number_default(json_t *component, struct notes *notes)
{
	const char *text = json_text(component, "defaultValue");
	json_t *number = *text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;

	if (json_is_number(number)) {
		notes_add(notes, "defaultValue \"%s\" was made a number.", text);
		json_object_set(component, "defaultValue", number);
	}
	json_decref(number);
}

static void fix_default(json_t *component, struct notes *notes)
{
	json_t *value = json_object_get(component, "defaultValue");
	json_t *empty;

	if (!value)
		return;
	if (is_type(component, "selectboxes") && json_is_object(value)) {
		json_object_set_new(
			component, "defaultValue", all_unmarked(component, value));
		return;
	}
	if (is_type(component, "number") || is_type(component, "currency"))
		fix_number_default(component, notes);
	value = json_object_get(component, "defaultValue");
	if (!json_is_blank(value) && !holds_only_nothing(value))
		return;
	empty = empty_default(component);
	if (empty && json_equal(empty, value)) {
		json_decref(empty);
		return;
	}
	if (!json_is_null(value) || empty)
		notes_add(notes, "The empty defaultValue was %s.",
			empty ? "made one of its type" : "removed");
	if (empty)
		json_object_set_new(component, "defaultValue", empty);
	else
		json_object_del(component, "defaultValue");
}

void import_convert(json_t *component, struct notes *notes)
{
	static const struct {
		const char *type; /* NULL: every type */
		convert *convert;
	} conversions[] = {
		{ "time", move_time_limits },
		{ NULL, drop_empty_lengths },
		{ NULL, fix_numbers },
		{ "postcode", add_pattern },
		{ "licenseplate", add_pattern },
		{ "addressNL", add_derive_address },
		{ "map", add_interactions },
		{ "radio", add_data_src },
		{ "select", add_data_src },
		{ "selectboxes", add_data_src },
		{ "radio", clean_options },
		{ "select", clean_options },
		{ "selectboxes", clean_options },
		{ "columns", fix_columns },
		{ "datetime", allow_invalid },
		{ NULL, fix_default },
	};

	for (size_t i = 0; i < sizeof conversions / sizeof conversions[0]; i++) {
		if (!conversions[i].type || is_type(component, conversions[i].type))
			conversions[i].convert(component, notes);
	}
}

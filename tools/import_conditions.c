/* SPDX-License-Identifier: EUPL-1.2 */
/* Conditions as they stand in old exports: empty ones, "true" for true, and
 * texts where the question that decides has numbers. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/import_parts.h"

static void tidy_show(json_t *condition)
{
	const char *show = json_text(condition, "show");

	if (strcmp(show, "true") == 0)
		json_object_set_new(condition, "show", json_true());
	else if (strcmp(show, "false") == 0)
		json_object_set_new(condition, "show", json_false());
}

static bool is_set(const json_t *condition)
{
	const json_t *eq = json_object_get(condition, "eq");

	return json_is_boolean(json_object_get(condition, "show")) &&
		   *json_text(condition, "when") && eq && !json_is_null(eq);
}

/* `eq` in the type of the answers of `type`, or NULL when it is right. */
static json_t *typed(const char *type, const json_t *eq)
{
	const char *text = json_string_value(eq);
	bool number = strcmp(type, "number") == 0 || strcmp(type, "currency") == 0;
	json_t *read;

	if (strcmp(type, "checkbox") == 0 && text)
		return json_boolean(strcmp(text, "true") == 0);
	if (number && text && *text) {
		read = json_loads(text, JSON_DECODE_ANY, NULL);
		if (json_is_number(read))
			return read;
		json_decref(read);
		return NULL;
	}
	if (!number && strcmp(type, "checkbox") != 0 && json_is_number(eq)) {
		char *said = json_dumps(eq, JSON_ENCODE_ANY);

		read = json_string(said);
		free(said);
		return read;
	}
	return NULL;
}

static void type_condition(
	struct import *import, const char *key, json_t *condition)
{
	const char *when = json_text(condition, "when");
	const json_t *trigger = json_object_get(import->index, when);
	json_t *eq;

	if (!trigger) {
		import_report(import,
			"  %s: It depends on '%s', which is not in this form.", key, when);
		return;
	}
	eq = typed(json_text(trigger, "type"), json_object_get(condition, "eq"));
	if (!eq)
		return;
	json_object_set_new(condition, "eq", eq);
	import_report(import, "  %s: conditional.eq was made of the type of '%s'.",
		key, when);
}

void import_conditions(struct import *import)
{
	const char *key;
	json_t *component;

	json_object_foreach(import->index, key, component)
	{
		json_t *condition = json_object_get(component, "conditional");

		if (!json_is_object(condition))
			continue;
		tidy_show(condition);
		if (is_set(condition))
			type_condition(import, key, condition);
		else
			json_object_del(component, "conditional");
	}
}

static void rename_when(const struct import *import, json_t *condition)
{
	const char *when = json_text(condition, "when");
	const char *fresh = json_text(import->renamed, when);
	size_t n = strcspn(when, ".");
	char *grid, *whole;

	if (*fresh) {
		json_object_set_new(condition, "when", json_string(fresh));
		return;
	}
	/* "grid.child" */
	grid = mem_text_n(when, n);
	fresh = json_text(import->renamed, grid);
	whole = text_format("%s%s", fresh, when + n);
	if (*fresh)
		json_object_set_new(condition, "when", json_string(whole));
	free(whole);
	free(grid);
}

void import_rename_conditions(const struct import *import, json_t *list)
{
	json_t *component, *column;
	size_t i, j;

	if (!json_object_size(import->renamed))
		return;
	json_array_foreach(list, i, component)
	{
		json_t *condition = json_object_get(component, "conditional");

		if (json_is_object(condition))
			rename_when(import, condition);
		import_rename_conditions(
			import, json_object_get(component, "components"));
		json_array_foreach(json_object_get(component, "columns"), j, column)
		{
			import_rename_conditions(
				import, json_object_get(column, "components"));
		}
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* The names in JsonLogic, and what they stand for. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "tools/check_parts.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

/* {"op": [a, b]} or {"op": a}. */
const char *logic_operator(const json_t *logic, const json_t **arguments)
{
	void *first = json_object_iter(lend(logic));

	*arguments = first ? json_object_iter_value(first) : NULL;
	return json_object_size(logic) == 1 ? json_object_iter_key(first) : "";
}

const json_t *logic_argument(const json_t *arguments, size_t i)
{
	if (json_is_array(arguments))
		return json_array_get(arguments, i);
	return i ? NULL : arguments;
}

size_t logic_count(const json_t *arguments)
{
	return json_is_array(arguments) ? json_array_size(arguments) : 1;
}

/* The name in {"var": "naam"} or {"var": ["naam", 0]}; "" for others. */
const char *logic_name(const json_t *logic)
{
	const json_t *arguments;
	const char *name = NULL;

	if (json_is_object(logic) &&
		strcmp(logic_operator(logic, &arguments), "var") == 0)
		name = json_string_value(logic_argument(arguments, 0));
	return name ? name : "";
}

static bool is_static(const char *name)
{
	static const char *const names[] = { "now", "today", "current_year",
		"environment", "form_name", "form_id", "form_url", "submission_id",
		"language_code", "auth", "auth_type", "auth_bsn", "auth_kvk",
		"auth_pseudo", "auth_additional_claims", NULL };

	return key_is_among(names, name) || text_starts(name, "auth_context") ||
		   text_starts(name, "auth.");
}

static bool is_variable(const struct check *check, const char *name)
{
	json_t *variable;
	size_t i;

	json_array_foreach(
		json_object_get(check->folder.form.json, "variables"), i, variable)
	{
		const char *key = json_text(variable, "key");
		size_t n = strlen(key);

		if (n && strncmp(key, name, n) == 0 && (!name[n] || name[n] == '.'))
			return true;
	}
	return false;
}

/* The component of "inhoud.adres", and what stands behind its key. */
const json_t *check_component_of(
	const struct check *check, const char *name, const char **rest)
{
	size_t n = strlen(name);

	for (; n; n--) {
		char *key;
		const json_t *found;

		if (name[n] && name[n] != '.')
			continue;
		key = text_format("%.*s", (int)n, name);
		found = check_question(check, key);
		free(key);
		*rest = name[n] ? name + n + 1 : "";
		if (found)
			return found;
	}
	*rest = "";
	return NULL;
}

bool check_is_name(const struct check *check, const char *name)
{
	const char *rest;
	const json_t *component = check_component_of(check, name, &rest);

	if (component && *rest &&
		strcmp(json_text(component, "type"), "selectboxes") == 0 &&
		check_options(component))
		return check_has_option(component, rest);
	return component || is_static(name) || is_variable(check, name);
}

void check_names(const struct check *check, const json_t *logic,
	check_told *told, void *owner)
{
	static const char *const scoped[] = { "map", "reduce", "filter", "all",
		"some", "none", NULL };
	const json_t *arguments;
	const char *op, *name = logic_name(logic);

	for (size_t i = 0; i < json_array_size(logic); i++)
		check_names(check, json_array_get(logic, i), told, owner);
	if (!json_is_object(logic))
		return;
	op = logic_operator(logic, &arguments);
	/* Inside these, names are of the element at hand. */
	if (key_is_among(scoped, op))
		check_names(check, logic_argument(arguments, 0), told, owner);
	else if (strcmp(op, "var") != 0)
		check_names(check, arguments, told, owner);
	else if (*name && !check_is_name(check, name))
		told(owner, name);
}

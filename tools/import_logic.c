/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Rules and variables in the shape the API of Open Forms gives them: names in
 * camel case, steps by their UUID. What stands in triggers and values is
 * never renamed.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

static void set_uuid(json_t *out, const char *key, const char *from)
{
	char *uuid = uuid_at_end(from);

	if (*uuid)
		json_object_set_new(out, key, json_string(uuid));
	free(uuid);
}

/* Before 2.0 `required` was written as a whole `validate`, and setting a value
 * named a component instead of a variable. */
static void renew_action(json_t *action, json_t *inner)
{
	json_t *property = json_object_get(inner, "property");
	json_t *required =
		json_object_get(json_object_get(inner, "state"), "required");

	if (strcmp(json_text(property, "value"), "validate") == 0 && required) {
		json_object_set(inner, "state", required);
		json_object_set_new(
			property, "value", json_string("validate.required"));
		json_object_set_new(property, "type", json_string("bool"));
	}
	if (strcmp(json_text(inner, "type"), "value") == 0) {
		json_object_set_new(inner, "type", json_string("variable"));
		if (!*json_text(action, "variable"))
			json_object_set_new(action, "variable",
				json_string(json_text(action, "component")));
		json_object_set_new(action, "component", json_string(""));
	}
}

static json_t *inner_of(const json_t *old)
{
	json_t *inner = json_picked(old, keys_of(KEYS_ACTION_INNER));
	json_t *copy = json_deep_copy(inner);
	json_t *value = json_object_get(old, "value");

	json_decref(inner);
	/* null is a value to set. */
	if (value)
		json_object_set_new(copy, "value", json_deep_copy(value));
	return copy;
}

static json_t *take_action(const json_t *old)
{
	json_t *action = json_object();
	json_t *inner = inner_of(json_object_get(old, "action"));
	const char *step = json_text(old, "form_step_uuid");

	if (*json_text(old, "uuid"))
		json_object_set_new(
			action, "uuid", json_string(json_text(old, "uuid")));
	json_object_set_new(
		action, "component", json_string(json_text(old, "component")));
	json_object_set_new(
		action, "variable", json_string(json_text(old, "variable")));
	set_uuid(
		action, "formStepUuid", *step ? step : json_text(old, "form_step"));
	renew_action(action, inner);
	json_object_set_new(action, "action", inner);
	return action;
}

/* What is hidden or shown may stand in several steps, under names of its own
 * since. */
static void add_action(const struct import *import, json_t *out, json_t *taken)
{
	const json_t *inner = json_object_get(taken, "action");
	const json_t *aliases = NULL;
	json_t *alias;
	size_t i;

	if (strcmp(json_text(inner, "type"), "property") == 0)
		aliases =
			json_object_get(import->aliases, json_text(taken, "component"));
	json_array_append_new(out, taken);
	json_array_foreach(aliases, i, alias)
	{
		json_t *copy = json_deep_copy(taken);

		json_object_del(copy, "uuid");
		json_object_set(copy, "component", alias);
		json_array_append_new(out, copy);
	}
}

static json_t *take_actions(
	const struct import *import, const json_t *old, struct notes *notes)
{
	json_t *out = json_array();
	json_t *action;
	size_t i;

	json_array_foreach(json_object_get(old, "actions"), i, action)
	{
		const char *type = json_text(json_object_get(action, "action"), "type");

		if (strcmp(type, "set-registration-backend") == 0)
			notes_add(notes,
				"set-registration-backend was dropped: where answers go is "
				"decided elsewhere.");
		else
			add_action(import, out, take_action(action));
	}
	return out;
}

static void take_steps(const json_t *old, json_t *rule)
{
	json_t *steps = json_array();
	json_t *url;
	size_t i;

	json_array_foreach(json_object_get(old, "form_steps"), i, url)
	{
		const char *text = json_string_value(url);
		char *uuid = uuid_at_end(text ? text : "");

		if (*uuid)
			json_array_append_new(steps, json_string(uuid));
		free(uuid);
	}
	if (json_array_size(steps))
		json_object_set(rule, "formSteps", steps);
	json_decref(steps);
	set_uuid(rule, "triggerFromStep", json_text(old, "trigger_from_step"));
}

/* Takes `actions`. */
static json_t *take_rule(const json_t *old, size_t index, json_t *actions)
{
	json_t *order = json_object_get(old, "order");
	json_t *rule = json_object();

	if (*json_text(old, "uuid"))
		json_object_set_new(rule, "uuid", json_string(json_text(old, "uuid")));
	json_object_set_new(rule, "order",
		json_is_integer(order) ? json_incref(order)
							   : json_integer((json_int_t)index));
	if (*json_text(old, "description"))
		json_object_set_new(
			rule, "description", json_string(json_text(old, "description")));
	json_object_set_new(rule, "isAdvanced",
		json_boolean(json_is_true(json_object_get(old, "is_advanced"))));
	take_steps(old, rule);
	json_object_set_new(rule, "jsonLogicTrigger",
		json_deep_copy(json_object_get(old, "json_logic_trigger")));
	json_object_set_new(rule, "actions", actions);
	return rule;
}

static int by_order(const void *left, const void *right)
{
	const json_t *a = *(json_t *const *)left, *b = *(json_t *const *)right;
	json_int_t first = json_integer_value(json_object_get(a, "order"));
	json_int_t second = json_integer_value(json_object_get(b, "order"));

	return (first > second) - (first < second);
}

/* In their order; equal ones as they stood. Takes `rules`. */
static json_t *in_order(json_t *rules)
{
	size_t n = json_array_size(rules);
	json_t **list = mem_new(n + 1, sizeof(json_t *));
	json_t *out = json_array();

	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		json_t *rule = json_array_get(rules, i);

		for (; at && by_order(&list[at - 1], &rule) > 0; at--)
			list[at] = list[at - 1];
		list[at] = rule;
	}
	for (size_t i = 0; i < n; i++)
		json_array_append(out, list[i]);
	free(list);
	json_decref(rules);
	return out;
}

static void add_rule(
	struct import *import, json_t *rules, const json_t *old, size_t index)
{
	struct notes notes = { 0 };
	char *what = text_format("  rule %zu", index + 1);
	json_t *actions = take_actions(import, old, &notes);

	if (!json_is_object(old) || !json_object_get(old, "json_logic_trigger")) {
		import_fail(
			import, "formLogic.json: rule %zu has no trigger", index + 1);
	} else if (!json_array_size(actions)) {
		notes.left_out = true;
		notes_add(&notes, "It does nothing on a kiosk.");
	} else {
		json_array_append_new(
			rules, take_rule(old, index, json_incref(actions)));
	}
	import_tell(import, what, &notes);
	json_decref(actions);
	free(what);
}

json_t *import_logic(struct import *import)
{
	const json_t *list = import->export->parts[EXPORT_LOGIC];
	json_t *rules = json_array();
	json_t *old;
	size_t i;

	if (json_array_size(list))
		import_report(import, "rules: %zu", json_array_size(list));
	json_array_foreach(list, i, old)
	{
		add_rule(import, rules, old, i);
	}
	return in_order(rules);
}

/* Of a call to a service only that there is one: addresses and keys are not
 * for a kiosk. */
static void keep_fetch(const json_t *old, json_t *out, struct notes *notes)
{
	const json_t *fetch = json_object_get(old, "service_fetch_configuration");

	if (json_is_blank(fetch))
		return;
	json_object_set_new(out, "serviceFetchConfiguration",
		json_pack("{s:s}", "name", json_text(fetch, "name")));
	notes_add(notes,
		"How it is fetched from a service was dropped: only the server does.");
}

static json_t *take_variable(const json_t *old, struct notes *notes)
{
	json_t *camel = json_camel(old);
	json_t *out = json_picked(camel, keys_of(KEYS_VARIABLE));
	json_t *initial = json_object_get(old, "initial_value");

	json_object_del(out, "serviceFetchConfiguration");
	/* Not json_camel's: keys inside are the author's. */
	if (initial)
		json_object_set_new(out, "initialValue", json_deep_copy(initial));
	if (!*json_text(out, "prefillPlugin"))
		json_object_del(out, "prefillPlugin");
	else
		notes_add(notes, "It is filled in after a login, which is not here.");
	keep_fetch(old, out, notes);
	json_decref(camel);
	return out;
}

json_t *import_variables(struct import *import)
{
	const json_t *list = import->export->parts[EXPORT_VARIABLES];
	json_t *out = json_array();
	json_t *old;
	size_t i;

	json_array_foreach(list, i, old)
	{
		const char *source = json_text(old, "source");
		struct notes notes = { 0 };
		char *what = text_format("variable %s", json_text(old, "key"));

		notes.left_out =
			!*json_text(old, "key") || strcmp(source, "component") == 0;
		if (notes.left_out)
			notes_add(&notes, "It stands for a question.");
		else
			json_array_append_new(out, take_variable(old, &notes));
		import_tell(import, what, &notes);
		free(what);
	}
	return out;
}

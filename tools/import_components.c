/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

/* Settings that tell a server what to do, and no kiosk. */
static const struct {
	const char *key, *why;
} server_keys[] = {
	{ "prefill", "there is no login here, so residents fill it in" },
	{ "registration", "where answers go is decided elsewhere" },
	{ "calculateValue", "a script, which Open Forms does not run either" },
	{ "customConditional", "a script, which Open Forms does not run either" },
	{ "logic", "rules of the first builder, which Open Forms ignores" },
	{ "appointments", "appointments are made elsewhere" },
};

static bool is_idle_object(const json_t *json)
{
	const char *key;
	json_t *value;

	if (!json_is_object(json))
		return json_is_blank(json) || json_is_false(json);
	json_object_foreach(lend(json), key, value)
	{
		if (!is_idle_object(value))
			return false;
	}
	return true;
}

static void drop(const char *key, const json_t *value, struct notes *notes)
{
	for (size_t i = 0; i < sizeof server_keys / sizeof server_keys[0]; i++) {
		if (strcmp(server_keys[i].key, key) == 0 && !is_idle_object(value)) {
			notes_add(notes, "%s was dropped: %s.", key, server_keys[i].why);
			return;
		}
	}
	if (is_idle_object(value) || key_is_of_builder(key) ||
		key_is_among(keys_of(KEYS_COMPONENT), key))
		notes->n_builder++;
	else
		notes_add(notes, "%s was dropped: not a setting of Open Forms.", key);
}

static json_t *tidy_validate(const json_t *validate, struct notes *notes)
{
	json_t *out = json_picked(validate, keys_of(KEYS_VALIDATE));
	const char *key;
	json_t *value;

	json_object_foreach(lend(validate), key, value)
	{
		static const char *const scripts[] = { "custom", "json", NULL };

		if (!key_is_among(keys_of(KEYS_VALIDATE), key) &&
			!json_is_blank(value) && key_is_among(scripts, key))
			notes_add(notes, "validate.%s was dropped: a script.", key);
	}
	if (json_is_blank(json_object_get(out, "plugins")))
		json_object_del(out, "plugins");
	return out;
}

static json_t *tidy_open_forms(const json_t *open_forms, struct notes *notes)
{
	static const char *const limits[] = { "minDate", "maxDate" };
	json_t *out = json_picked(open_forms, keys_of(KEYS_OPEN_FORMS));
	const char *key;
	json_t *value;

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		json_t *limit = json_object_get(out, limits[i]);

		if (limit && !*json_text(limit, "mode"))
			json_object_del(out, limits[i]);
	}
	json_object_foreach(lend(open_forms), key, value)
	{
		if (!key_is_among(keys_of(KEYS_OPEN_FORMS), key) &&
			!is_idle_object(value))
			notes_add(notes, "openForms.%s was dropped: unknown.", key);
	}
	return out;
}

static json_t *tidy_picker(const json_t *picker, struct notes *notes)
{
	static const char *const keys[] = { "minDate", "maxDate", NULL };

	(void)notes;
	return json_picked(picker, keys);
}

static json_t *tidy_options(const json_t *list, struct notes *notes)
{
	json_t *out = json_array();
	json_t *option;
	size_t i;

	(void)notes;
	json_array_foreach(list, i, option)
	{
		json_array_append_new(out, json_picked(option, keys_of(KEYS_OPTION)));
	}
	return out;
}

static json_t *tidy_data(const json_t *data, struct notes *notes)
{
	json_t *values = json_object_get(data, "values");

	return json_is_array(values)
			   ? json_pack("{s:o}", "values", tidy_options(values, notes))
			   : json_object();
}

static json_t *tidy_errors(const json_t *errors, struct notes *notes)
{
	json_t *out = json_object();
	const char *key;
	json_t *value;

	(void)notes;
	json_object_foreach(lend(errors), key, value)
	{
		json_t *kept = json_is_object(value) ? tidy_errors(value, notes)
											 : json_incref(value);

		if (!json_is_blank(kept) &&
			(json_is_string(kept) || json_is_object(kept)))
			json_object_set(out, key, kept);
		json_decref(kept);
	}
	return out;
}

/* Members that are cleaned inside. */
static const struct {
	const char *key;
	json_t *(*tidy)(const json_t *value, struct notes *notes);
} inner[] = {
	{ "validate", tidy_validate },
	{ "openForms", tidy_open_forms },
	{ "datePicker", tidy_picker },
	{ "values", tidy_options },
	{ "data", tidy_data },
	{ "errors", tidy_errors },
	{ "translatedErrors", tidy_errors },
};

static json_t *tidied(const char *key, const json_t *value, struct notes *notes)
{
	for (size_t i = 0; i < sizeof inner / sizeof inner[0]; i++) {
		if (strcmp(inner[i].key, key) == 0 &&
			(json_is_object(value) || json_is_array(value)))
			return inner[i].tidy(value, notes);
	}
	return json_deep_copy(value);
}

/* Kept, even so: "" says something there. */
static bool may_be_blank(const char *key)
{
	return strcmp(key, "defaultValue") == 0;
}

static bool is_kept(const json_t *component, const char *key)
{
	static const char *const server[] = { "prefill", "registration",
		"showInEmail", "showInPDF", "id", "input", "hideLabel", NULL };
	const char *const *own = keys_of_type(json_text(component, "type"));

	if (key_is_among(server, key) || strcmp(key, "customOptions") == 0)
		return strcmp(key, "customOptions") == 0;
	return !own || key_is_among(own, key) ||
		   key_is_among(keys_of(KEYS_COMPONENT), key);
}

/* What is so anyway. */
static bool is_default(const char *key, const json_t *value)
{
	static const char *const off[] = { "multiple", "hidden", "disabled",
		"isSensitiveData", "showCharCount", NULL };

	return json_is_false(value) && key_is_among(off, key);
}

static void keep(
	json_t *out, const char *key, const json_t *value, struct notes *notes)
{
	json_t *tidy = tidied(key, value, notes);

	if ((!json_is_blank(tidy) || may_be_blank(key)) && !is_default(key, tidy))
		json_object_set(out, key, tidy);
	json_decref(tidy);
}

/* A copy with the settings that count, in the order authors know. */
static json_t *kept_of(const json_t *component, struct notes *notes)
{
	json_t *out = json_object();
	const char *const *common = keys_of(KEYS_COMPONENT);
	const char *key;
	json_t *value;

	for (; *common; common++) {
		value = json_object_get(component, *common);
		if (value && is_kept(component, *common))
			keep(out, *common, value, notes);
	}
	json_object_foreach(lend(component), key, value)
	{
		bool children =
			strcmp(key, "components") == 0 || strcmp(key, "columns") == 0;

		if (!is_kept(component, key))
			drop(key, value, notes);
		else if (!children && !json_object_get(out, key) &&
				 !key_is_among(keys_of(KEYS_COMPONENT), key))
			keep(out, key, value, notes);
	}
	return out;
}

static json_t *columns_of(
	struct import *import, const json_t *columns, const char *scope)
{
	json_t *out = json_array();
	json_t *column;
	size_t i;

	json_array_foreach(columns, i, column)
	{
		json_t *kept = json_picked(column, keys_of(KEYS_COLUMN));

		json_object_set_new(kept, "components",
			import_components(
				import, json_object_get(column, "components"), scope));
		json_array_append_new(out, kept);
	}
	return out;
}

static void take_children(struct import *import, const json_t *component,
	const char *scope, json_t *out)
{
	const json_t *list = json_object_get(component, "components");
	const json_t *columns = json_object_get(component, "columns");
	bool grid = strcmp(json_text(component, "type"), "editgrid") == 0;

	if (json_is_array(list))
		json_object_set_new(out, "components",
			import_components(
				import, list, grid ? json_text(out, "key") : scope));
	if (json_is_array(columns))
		json_object_set_new(out, "columns", columns_of(import, columns, scope));
}

static json_t *find(
	const struct import *import, const char *scope, const char *key)
{
	char *whole = text_format("%s%s%s", scope, *scope ? "." : "", key);
	json_t *found = json_object_get(import->index, whole);

	free(whole);
	return found;
}

static void put_in_index(
	struct import *import, json_t *component, const char *scope)
{
	const char *key = json_text(component, "key");
	char *whole = text_format("%s%s%s", scope, *scope ? "." : "", key);

	json_object_set(import->index, whole, component);
	free(whole);
}

/* Rules and conditions must find it under its new name. */
static void note_renamed(struct import *import, const char *key,
	const char *fresh, const char *scope)
{
	json_t *all = json_object_get(import->aliases, key);

	if (*scope || json_object_get(import->here, key))
		return;
	json_object_set_new(import->renamed, key, json_string(fresh));
	if (!all) {
		json_object_set_new(import->aliases, key, json_array());
		all = json_object_get(import->aliases, key);
	}
	json_array_append_new(all, json_string(fresh));
}

/* Steps can share a definition, and two definitions a key; here each question
 * has a key of its own. */
static void settle_key(struct import *import, json_t *component,
	const char *scope, struct notes *notes)
{
	char *key = mem_text(json_text(component, "key"));
	const char *base = *key ? key : json_text(component, "type");
	char *fresh = mem_text(base);

	for (size_t n = 2; *base && find(import, scope, fresh); n++) {
		free(fresh);
		fresh = text_format("%s_%zu", base, n);
	}
	if (!*key)
		notes_add(notes, "It had no key, and '%s' is its key now.", fresh);
	else if (strcmp(key, fresh) != 0)
		notes_add(notes,
			"Its key '%s' is in this form already, so it is '%s' now. Do the "
			"same in Open Forms, where both share one answer.",
			key, fresh);
	if (*key && strcmp(key, fresh) != 0)
		note_renamed(import, key, fresh, scope);
	json_object_set_new(component, "key", json_string(fresh));
	if (!*scope)
		json_object_set_new(import->here, key, json_true());
	free(fresh);
	free(key);
}

static json_t *take_component(
	struct import *import, const json_t *component, const char *scope)
{
	struct notes notes = { 0 };
	json_t *copy = json_deep_copy(component);
	const char *type = json_text(component, "type");
	char *what = text_format("  %s (%s)", json_text(component, "key"), type);
	json_t *out;

	import_convert(copy, &notes);
	import_settle_types(copy, &notes);
	import_renew(copy, &notes);
	import_literals(import, copy);
	out = kept_of(copy, &notes);
	settle_key(import, out, scope, &notes);
	if (!keys_of_type(type))
		notes_add(&notes,
			"'%s' is no type of Open Forms, and is left as it is.", type);
	import_tell(import, what, &notes);
	put_in_index(import, out, scope);
	take_children(import, copy, scope, out);
	json_decref(copy);
	free(what);
	return out;
}

json_t *import_components(
	struct import *import, const json_t *list, const char *scope)
{
	json_t *out = json_array();
	json_t *component;
	size_t i;

	json_array_foreach(list, i, component)
	{
		if (json_is_object(component))
			json_array_append_new(
				out, take_component(import, component, scope));
		else
			import_fail(import,
				"formDefinitions.json: something else than a component in a "
				"list of them");
	}
	return out;
}

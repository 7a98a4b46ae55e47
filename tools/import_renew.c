/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What later releases of Open Forms changed in components that were made
 * before: texts and error messages that are kept elsewhere now, conditions
 * that compare with nothing, and defaults that no answer can be.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

static bool is_among(const json_t *component, const char *const *types)
{
	return key_is_among(types, json_text(component, "type"));
}

/* What stands in `errors` was worked out from translatedErrors. */
static void empty_errors(json_t *component, struct notes *notes)
{
	static const char *const types[] = { "textfield", "email", "phoneNumber",
		"postcode", "selectboxes", "licenseplate", NULL };

	if (!is_among(component, types) ||
		!json_object_size(json_object_get(component, "errors")))
		return;
	json_object_del(component, "errors");
	notes_add(notes, "errors was emptied, as translatedErrors counts.");
}

static void drop_unused_errors(json_t *component, struct notes *notes)
{
	static const char *const types[] = { "email", "select", "radio", "checkbox",
		NULL };
	json_t *all = json_object_get(component, "translatedErrors");
	const char *language;
	json_t *errors;
	size_t n = 0;

	if (!is_among(component, types))
		return;
	json_object_foreach(all, language, errors)
	{
		size_t before = json_object_size(errors);

		json_object_del(errors, "maxLength");
		json_object_del(errors, "pattern");
		n += before - json_object_size(errors);
	}
	if (n)
		notes_add(notes,
			"%zu error %s removed, as nothing of the kind is checked.", n,
			n == 1 ? "message was" : "messages were");
}

static void drop_translated_default(json_t *component, struct notes *notes)
{
	json_t *all = json_object_get(
		json_object_get(component, "openForms"), "translations");
	const char *language;
	json_t *texts;

	json_object_foreach(all, language, texts)
	{
		json_t *value = json_object_get(texts, "defaultValue");

		if (value && !json_is_blank(value))
			notes_add(notes,
				"The defaultValue for '%s' was dropped: there is one for all "
				"languages.",
				language);
		json_object_del(texts, "defaultValue");
	}
}

/* Compared with "" there is no condition, for these. */
static void drop_empty_condition(json_t *component, struct notes *notes)
{
	static const char *const types[] = { "textfield", "email", "date", "time",
		"phoneNumber", "postcode", "file", "textarea", "number", "select",
		"selectboxes", "radio", "iban", "licenseplate", "bsn", "content",
		"fieldset", NULL };
	json_t *condition = json_object_get(component, "conditional");
	const char *eq = json_string_value(json_object_get(condition, "eq"));

	if (!is_among(component, types) || !eq || *eq)
		return;
	if (*json_text(condition, "when") &&
		!json_is_blank(json_object_get(condition, "show")))
		notes_add(notes,
			"conditional was removed: compared with nothing it does not count.");
	json_object_del(component, "conditional");
}

static bool is_in_list(const json_t *list, const char *text)
{
	json_t *item;
	size_t i;

	json_array_foreach(list, i, item)
	{
		const char *said = json_string_value(item);

		if (said && strcmp(said, text) == 0)
			return true;
	}
	return false;
}

static const char *const zip_types[] = { "application/x-zip-compressed",
	"application/zip-compressed" };

/* Browsers call a zip by several names. */
static void add_zip_types(json_t *component, struct notes *notes)
{
	static const char *const types[] = { "file", NULL };
	json_t *list = json_object_get(json_object_get(component, "file"), "type");
	const char *pattern = json_text(component, "filePattern");
	char *longer;

	if (!is_among(component, types) || !json_array_size(list) || !*pattern ||
		!(is_in_list(list, "application/zip") ||
			strstr(pattern, "application/zip")))
		return;
	for (size_t i = 0; i < sizeof zip_types / sizeof zip_types[0]; i++) {
		pattern = json_text(component, "filePattern");
		if (!is_in_list(list, zip_types[i]))
			json_array_append_new(list, json_string(zip_types[i]));
		if (strstr(pattern, zip_types[i]))
			continue;
		longer = text_format("%s,%s", pattern, zip_types[i]);
		json_object_set_new(component, "filePattern", json_string(longer));
		notes_add(notes, "%s was added to the kinds of file.", zip_types[i]);
		free(longer);
	}
}

static bool is_option(const json_t *component, const json_t *value)
{
	const json_t *data = json_object_get(component, "data");
	const json_t *list = json_object_get(component, "values");
	json_t *option;
	size_t i;

	if (strcmp(json_text(component, "type"), "select") == 0)
		list = json_object_get(data, "values");
	json_array_foreach(list, i, option)
	{
		if (json_equal(json_object_get(option, "value"), value))
			return true;
	}
	return false;
}

static bool has_own_options(const json_t *component)
{
	const json_t *open_forms = json_object_get(component, "openForms");

	return strcmp(json_text(open_forms, "dataSrc"), "manual") == 0;
}

static bool may_be_answer(const json_t *component, const json_t *value)
{
	static const char *const choices[] = { "radio", "select", NULL };
	static const char *const numbers[] = { "number", "currency", NULL };
	static const char *const marks[] = { "selectboxes", NULL };
	static const char *const mark[] = { "checkbox", NULL };
	static const char *const others[] = { "file", "map", "addressNL",
		"editgrid", "customerProfile", "partners", "children",
		"npFamilyMembers", NULL };

	if (is_among(component, numbers))
		return json_is_number(value);
	if (is_among(component, mark))
		return json_is_boolean(value);
	if (is_among(component, marks))
		return json_is_object(value);
	if (is_among(component, choices) && has_own_options(component))
		return is_option(component, value);
	return is_among(component, others) || json_is_string(value);
}

/* "true" and 3, where true and "3" were meant. */
static json_t *as_meant(const json_t *component, const json_t *value)
{
	const char *word = json_string_value(value);
	char *said =
		json_is_number(value) ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
	json_t *meant = said ? json_string(said) : NULL;

	if (strcmp(json_text(component, "type"), "checkbox") == 0 && word)
		meant = json_boolean(strcmp(word, "true") == 0);
	free(said);
	return meant;
}

static void settle_default(json_t *component, struct notes *notes)
{
	json_t *value = json_object_get(component, "defaultValue");
	bool several = json_is_true(json_object_get(component, "multiple"));
	json_t *meant;

	if (!keys_of_type(json_text(component, "type")) || json_is_blank(value) ||
		(several && json_is_array(value)) || may_be_answer(component, value))
		return;
	meant = as_meant(component, value);
	if (meant && may_be_answer(component, meant)) {
		json_object_set(component, "defaultValue", meant);
		notes_add(notes, "defaultValue was made one of its type.");
	} else {
		json_object_del(component, "defaultValue");
		notes_add(notes, "defaultValue was dropped: no answer can be that.");
	}
	json_decref(meant);
}

/* One where a list belongs, and a list where one belongs. */
static void settle_several(json_t *component, struct notes *notes)
{
	static const char *const lists[] = { "file", "editgrid", "customerProfile",
		"partners", "children", "npFamilyMembers", NULL };
	json_t *value = json_object_get(component, "defaultValue");
	bool several = json_is_true(json_object_get(component, "multiple"));

	if (json_is_blank(value) || is_among(component, lists) ||
		several == json_is_array(value))
		return;
	if (several) {
		json_object_set_new(component, "defaultValue", json_pack("[O]", value));
		notes_add(notes, "defaultValue was made a list.");
		return;
	}
	json_object_set(component, "defaultValue", json_array_get(value, 0));
	notes_add(notes, "defaultValue was made one answer.");
}

void import_renew(json_t *component, struct notes *notes)
{
	empty_errors(component, notes);
	drop_unused_errors(component, notes);
	drop_translated_default(component, notes);
	drop_empty_condition(component, notes);
	add_zip_types(component, notes);
	settle_several(component, notes);
	settle_default(component, notes);
}

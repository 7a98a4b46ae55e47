/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Settings of another type than they should be: "true" for true, "3" for 3,
 * a number for a text. What can be read as it was meant is, and the rest is
 * left out, so that one odd setting does not cost the whole form.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/forms/moment.h"
#include "lib/forms/pattern.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

enum setting {
	SETTING_TEXT,
	SETTING_FLAG,
	SETTING_NUMBER,
	SETTING_COUNT,
	SETTING_TIME,
	SETTING_OBJECT,
	SETTING_LIST
};

static const struct typed_key {
	const char *key;
	enum setting setting;
} component_types[] = {
	{ "label", SETTING_TEXT },
	{ "description", SETTING_TEXT },
	{ "tooltip", SETTING_TEXT },
	{ "placeholder", SETTING_TEXT },
	{ "autocomplete", SETTING_TEXT },
	{ "html", SETTING_TEXT },
	{ "customClass", SETTING_TEXT },
	{ "groupLabel", SETTING_TEXT },
	{ "addAnother", SETTING_TEXT },
	{ "saveRow", SETTING_TEXT },
	{ "removeRow", SETTING_TEXT },
	{ "suffix", SETTING_TEXT },
	{ "currency", SETTING_TEXT },
	{ "layout", SETTING_TEXT },
	{ "dataSrc", SETTING_TEXT },
	{ "filePattern", SETTING_TEXT },
	{ "fileMaxSize", SETTING_TEXT },
	{ "multiple", SETTING_FLAG },
	{ "hidden", SETTING_FLAG },
	{ "disabled", SETTING_FLAG },
	{ "clearOnHide", SETTING_FLAG },
	{ "isSensitiveData", SETTING_FLAG },
	{ "showInSummary", SETTING_FLAG },
	{ "showCharCount", SETTING_FLAG },
	{ "confirmationRecipient", SETTING_FLAG },
	{ "allowNegative", SETTING_FLAG },
	{ "hideHeader", SETTING_FLAG },
	{ "autoExpand", SETTING_FLAG },
	{ "disableAddingRemovingRows", SETTING_FLAG },
	{ "deriveAddress", SETTING_FLAG },
	{ "enableSelection", SETTING_FLAG },
	{ "includeChildren", SETTING_FLAG },
	{ "includePartners", SETTING_FLAG },
	{ "useConfigFiletypes", SETTING_FLAG },
	{ "useConfigDefaultMapSettings", SETTING_FLAG },
	{ "shouldUpdateCustomerData", SETTING_FLAG },
	{ "decimalLimit", SETTING_COUNT },
	{ "rows", SETTING_COUNT },
	{ "maxNumberOfFiles", SETTING_COUNT },
	{ "validate", SETTING_OBJECT },
	{ "openForms", SETTING_OBJECT },
	{ "conditional", SETTING_OBJECT },
	{ "datePicker", SETTING_OBJECT },
	{ "data", SETTING_OBJECT },
	{ "errors", SETTING_OBJECT },
	{ "translatedErrors", SETTING_OBJECT },
	{ "customOptions", SETTING_OBJECT },
	{ "interactions", SETTING_OBJECT },
	{ "file", SETTING_OBJECT },
	{ "of", SETTING_OBJECT },
	{ "values", SETTING_LIST },
	{ "components", SETTING_LIST },
	{ "columns", SETTING_LIST },
	{ "faqItems", SETTING_LIST },
	{ "digitalAddressTypes", SETTING_LIST },
	{ NULL, SETTING_TEXT },
};

static const struct typed_key validate_types[] = {
	{ "required", SETTING_FLAG },
	{ "min", SETTING_NUMBER },
	{ "max", SETTING_NUMBER },
	{ "maxLength", SETTING_COUNT },
	{ "minSelectedCount", SETTING_COUNT },
	{ "maxSelectedCount", SETTING_COUNT },
	{ "pattern", SETTING_TEXT },
	{ "minTime", SETTING_TIME },
	{ "maxTime", SETTING_TIME },
	{ "plugins", SETTING_LIST },
	{ NULL, SETTING_TEXT },
};

static const struct typed_key open_forms_types[] = {
	{ "dataSrc", SETTING_TEXT },
	{ "code", SETTING_TEXT },
	{ "service", SETTING_TEXT },
	{ "widget", SETTING_TEXT },
	{ "minDate", SETTING_OBJECT },
	{ "maxDate", SETTING_OBJECT },
	{ "translations", SETTING_OBJECT },
	{ "components", SETTING_OBJECT },
	{ "requireVerification", SETTING_FLAG },
	{ "softRequired", SETTING_FLAG },
	{ NULL, SETTING_TEXT },
};

static const char *const setting_names[] = {
	[SETTING_TEXT] = "a text",
	[SETTING_FLAG] = "true or false",
	[SETTING_NUMBER] = "a number",
	[SETTING_COUNT] = "a whole number from 0 on",
	[SETTING_TIME] = "a time as 09:00",
	[SETTING_OBJECT] = "an object",
	[SETTING_LIST] = "a list",
};

static bool is_count(const json_t *value)
{
	double number = json_number_value(value);

	return json_is_number(value) && number >= 0 && number <= INT_MAX &&
		   number == (double)(int)number;
}

static bool is_time(const json_t *value)
{
	const char *text = json_string_value(value);
	int hours, minutes, end = 0;

	return text && strspn(text, "0123456789:") == strlen(text) &&
		   sscanf(text, "%2d:%2d%n", &hours, &minutes, &end) == 2 && end &&
		   hours < 24 && minutes < 60;
}

static bool fits(enum setting setting, const json_t *value)
{
	switch (setting) {
	case SETTING_TEXT:
		return json_is_string(value);
	case SETTING_FLAG:
		return json_is_boolean(value);
	case SETTING_NUMBER:
		return json_is_number(value);
	case SETTING_COUNT:
		return is_count(value);
	case SETTING_TIME:
		return is_time(value);
	case SETTING_OBJECT:
		return json_is_object(value);
	case SETTING_LIST:
		return json_is_array(value);
	}
	return false;
}

static json_t *as_text(const json_t *value)
{
	char *said =
		json_is_number(value) ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
	json_t *text = said ? json_string(said) : NULL;

	free(said);
	return text;
}

static json_t *as_flag(const json_t *value)
{
	const char *word = json_string_value(value);

	if (json_is_number(value))
		return json_boolean(json_number_value(value) != 0);
	if (word && (strcmp(word, "true") == 0 || strcmp(word, "false") == 0))
		return json_boolean(strcmp(word, "true") == 0);
	return NULL;
}

static json_t *as_number(const json_t *value)
{
	const char *word = json_string_value(value);
	json_t *number = word ? json_loads(word, JSON_DECODE_ANY, NULL) : NULL;

	if (json_is_number(number))
		return number;
	json_decref(number);
	return NULL;
}

/* As it was meant: new reference, or NULL. */
static json_t *read_as(enum setting setting, const json_t *value)
{
	switch (setting) {
	case SETTING_TEXT:
		return as_text(value);
	case SETTING_FLAG:
		return as_flag(value);
	case SETTING_NUMBER:
	case SETTING_COUNT:
		return as_number(value);
	case SETTING_TIME:
	case SETTING_OBJECT:
	case SETTING_LIST:
		break;
	}
	return NULL;
}

static void settle(json_t *object, const struct typed_key *key,
	const char *place, struct notes *notes)
{
	json_t *value = json_object_get(object, key->key);
	json_t *read;

	if (!value || fits(key->setting, value))
		return;
	read = json_is_blank(value) ? NULL : read_as(key->setting, value);
	if (read && fits(key->setting, read)) {
		notes_add(notes, "%s%s was made %s.", place, key->key,
			setting_names[key->setting]);
		json_object_set_new(object, key->key, read);
		return;
	}
	json_decref(read);
	/* null, "", {} and [] say nothing, whatever should stand there. */
	if (!json_is_blank(value) && !json_is_false(value))
		notes_add(notes, "%s%s was dropped: it must be %s.", place, key->key,
			setting_names[key->setting]);
	json_object_del(object, key->key);
}

static void settle_all(json_t *object, const struct typed_key *keys,
	const char *place, struct notes *notes)
{
	for (; json_is_object(object) && keys->key; keys++)
		settle(object, keys, place, notes);
}

/* Of a list only what is an object stays, or else a text. */
static void keep_only(
	json_t *list, bool objects, const char *place, struct notes *notes)
{
	size_t i = 0;

	while (i < json_array_size(list)) {
		const json_t *item = json_array_get(list, i);

		if (objects ? json_is_object(item) : json_is_string(item)) {
			i++;
			continue;
		}
		if (!json_is_blank(item))
			notes_add(notes, "Something in %s was dropped: it must be %s.",
				place, objects ? "an object" : "a text");
		json_array_remove(list, i);
	}
}

/* An option that nobody can choose: without a value, or with that of another.
 */
static bool is_choice(const json_t *list, size_t at)
{
	const json_t *value = json_object_get(json_array_get(list, at), "value");

	for (size_t i = 0; i < at; i++) {
		if (json_equal(
				json_object_get(json_array_get(list, i), "value"), value))
			return false;
	}
	return json_is_string(value) && json_string_length(value);
}

static void settle_options(json_t *list, struct notes *notes)
{
	static const struct typed_key keys[] = {
		{ "label", SETTING_TEXT },
		{ "description", SETTING_TEXT },
		{ "openForms", SETTING_OBJECT },
		{ NULL, SETTING_TEXT },
	};
	json_t *option;
	size_t i;

	keep_only(list, true, "values", notes);
	json_array_foreach(list, i, option)
	{
		settle_all(option, keys, "values.", notes);
	}
	for (i = 0; i < json_array_size(list);) {
		option = json_array_get(list, i);
		if (is_choice(list, i)) {
			i++;
			continue;
		}
		notes_add(notes,
			"The option '%s' was dropped: it has no value of its own.",
			json_text(option, "label"));
		json_array_remove(list, i);
	}
}

static void settle_date_limits(json_t *open_forms, struct notes *notes)
{
	static const char *const limits[] = { "minDate", "maxDate" };
	static const char *const modes[] = { "", "fixedValue", "future", "past",
		"relativeToVariable", NULL };

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		json_t *limit = json_object_get(open_forms, limits[i]);
		const char *mode = json_text(limit, "mode");

		if (key_is_among(modes, mode))
			continue;
		notes_add(notes, "openForms.%s was dropped: its mode '%s' is unknown.",
			limits[i], mode);
		json_object_del(open_forms, limits[i]);
	}
}

/* Of a pattern that nothing can read nobody knows what was meant. */
static void settle_pattern(json_t *validate, struct notes *notes)
{
	char *wrong = pattern_fault(json_text(validate, "pattern"));

	if (!wrong)
		return;
	notes_add(notes, "validate.pattern was dropped: %s.", wrong);
	json_object_del(validate, "pattern");
	free(wrong);
}

static void settle_picker(json_t *picker, struct notes *notes)
{
	static const char *const limits[] = { "minDate", "maxDate" };

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		json_t *limit = json_object_get(picker, limits[i]);
		const char *text = json_string_value(limit);
		struct date date;

		if (json_is_blank(limit) || (text && date_read(text, &date)))
			continue;
		notes_add(
			notes, "datePicker.%s was dropped: it must be a date.", limits[i]);
		json_object_del(picker, limits[i]);
	}
}

void import_settle_types(json_t *component, struct notes *notes)
{
	json_t *validate, *data;

	settle_all(component, component_types, "", notes);
	validate = json_object_get(component, "validate");
	settle_all(validate, validate_types, "validate.", notes);
	settle_pattern(validate, notes);
	keep_only(
		json_object_get(validate, "plugins"), false, "validate.plugins", notes);
	settle_all(json_object_get(component, "openForms"), open_forms_types,
		"openForms.", notes);
	settle_date_limits(json_object_get(component, "openForms"), notes);
	settle_picker(json_object_get(component, "datePicker"), notes);
	data = json_object_get(component, "data");
	if (json_is_object(data) && !json_is_array(json_object_get(data, "values")))
		json_object_del(data, "values");
	settle_options(json_object_get(data, "values"), notes);
	settle_options(json_object_get(component, "values"), notes);
	keep_only(json_object_get(component, "columns"), true, "columns", notes);
	keep_only(json_object_get(component, "faqItems"), true, "faqItems", notes);
}

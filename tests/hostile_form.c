/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/hostile_form.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "lib/base/text.h"

static json_t *text_of(struct author *author)
{
	char *text = author->make(author);
	json_t *json = json_string(text);

	free(text);
	if (!json)
		abort();
	return json;
}

static void set_text(json_t *object, const char *key, struct author *author)
{
	json_object_set_new(object, key, text_of(author));
}

static json_t *options_of(struct author *author)
{
	json_t *options = json_array();
	static const char *const values[] = { "a", "b", "c" };

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		json_t *option = json_pack("{s:s}", "value", values[i]);

		set_text(option, "label", author);
		set_text(option, "description", author);
		json_array_append_new(options, option);
	}
	return options;
}

static json_t *component_of(const char *type, struct author *author)
{
	json_t *component = json_pack("{s:s, s:s}", "type", type, "key", type);

	set_text(component, "label", author);
	set_text(component, "description", author);
	set_text(component, "tooltip", author);
	set_text(component, "placeholder", author);
	if (strcmp(type, "content") == 0)
		set_text(component, "html", author);
	if (strcmp(type, "number") == 0)
		set_text(component, "suffix", author);
	if (strcmp(type, "radio") == 0 || strcmp(type, "selectboxes") == 0)
		json_object_set_new(component, "values", options_of(author));
	return component;
}

/* A form without a name is no form. */
static void set_name(json_t *form, struct author *author)
{
	char *text = author->make(author);
	char *name = text_format("Naam %s", text);

	json_object_set_new(form, "name", json_string(name));
	free(name);
	free(text);
}

static json_t *form_of(struct author *author)
{
	static const char *const types[] = { "content", "textfield", "radio",
		"selectboxes", "number", "checkbox", "textarea" };
	json_t *components = json_array(), *statement, *step, *form;

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		json_array_append_new(components, component_of(types[i], author));
	statement = json_pack(
		"{s:s, s:s}", "key", "privacyPolicyAccepted", "type", "checkbox");
	set_text(statement, "label", author);
	step = json_pack("{s:s, s:{s:s, s:o}}", "slug", "stap", "configuration",
		"display", "form", "components", components);
	set_text(step, "name", author);
	form = json_pack("{s:s, s:[o], s:[o]}", "slug", "vijand",
		"submissionStatementsConfiguration", statement, "steps", step);
	set_name(form, author);
	set_text(form, "introductionPageContent", author);
	set_text(form, "explanationTemplate", author);
	return form;
}

static json_t *service_of(struct author *author)
{
	static const char *const keys[] = { "category", "summary", "here",
		"delivery", "bring", "who", "elsewhere", "next", "contact", "search" };
	json_t *service = json_pack("{s:i, s:s, s:i, s:{s:i}, s:s, s:i}", "v", 1,
		"slug", "vijand", "order", 1, "price", "cents", 100, "pictogram",
		"phone", "workingDays", 3);

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		set_text(service, keys[i], author);
	set_text(json_object_get(service, "price"), "text", author);
	return service;
}

char *hostile_bundle(struct author *author)
{
	json_t *bundle = json_pack("{s:i, s:s, s:o, s:o, s:{s:{}}}", "v", 1, "slug",
		"vijand", "form", form_of(author), "service", service_of(author),
		"translations", "tr");
	json_t *turkish =
		json_object_get(json_object_get(bundle, "translations"), "tr");
	char *bytes;

	set_text(turkish, "form:name", author);
	set_text(turkish, "textfield:label", author);
	set_text(turkish, "radio:values:a:label", author);
	bytes = json_dumps(bundle, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(bundle);
	return bytes;
}

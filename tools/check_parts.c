/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/check_parts.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"

/* Where a list of components stands. */
struct spot {
	const char *place, *parent, *grid;
	int step;
};

static void index_list(
	struct check *check, const json_t *list, const struct spot *spot);

static void index_one(
	struct check *check, json_t *component, const struct spot *spot)
{
	const char *key = json_text(component, "key");
	const char *type = json_text(component, "type");
	json_t *entry = json_pack("{s:s, s:O, s:s, s:i}", "place", spot->place,
		"json", component, "parent", spot->parent, "step", spot->step);
	struct spot below = { NULL, key,
		strcmp(type, "editgrid") == 0 ? key : spot->grid, spot->step };
	char *place = place_key(spot->place, "components");
	json_t *column;
	size_t i;

	if (*key && !json_object_get(check->index, key))
		json_object_set(check->index, key, entry);
	if (*key && *spot->grid) {
		char *scoped = text_format("%s.%s", spot->grid, key);

		json_object_set(check->index, scoped, entry);
		free(scoped);
	}
	json_decref(entry);
	below.place = place;
	index_list(check, json_object_get(component, "components"), &below);
	free(place);
	json_array_foreach(json_object_get(component, "columns"), i, column)
	{
		place = text_format("%s.columns[%zu].components", spot->place, i);
		below.place = place;
		index_list(check, json_object_get(column, "components"), &below);
		free(place);
	}
}

static void index_list(
	struct check *check, const json_t *list, const struct spot *spot)
{
	json_t *component;
	size_t i;

	json_array_foreach(list, i, component)
	{
		char *place = place_index(spot->place, i);
		struct spot at = { place, spot->parent, spot->grid, spot->step };

		if (json_is_object(component))
			index_one(check, component, &at);
		free(place);
	}
}

static void index_form(struct check *check)
{
	const json_t *form = check->folder.form.json;
	static const char statements[] = "submissionStatementsConfiguration";
	struct spot spot = { statements, "", "", -1 };
	json_t *step;
	size_t i;

	json_array_foreach(json_object_get(form, "steps"), i, step)
	{
		char *place = text_format("steps[%zu].configuration.components", i);
		const struct spot at = { place, "", "", (int)i };

		index_list(check,
			json_object_get(
				json_object_get(step, "configuration"), "components"),
			&at);
		free(place);
	}
	index_list(check, json_object_get(form, statements), &spot);
}

void check_begin(
	struct check *check, const char *path, struct findings *findings)
{
	*check = (struct check){ .index = json_object(),
		.done = json_object(),
		.why = json_object(),
		.findings = findings };
	folder_read(&check->folder, path);
	index_form(check);
}

void check_end(struct check *check)
{
	json_decref(check->index);
	json_decref(check->done);
	json_decref(check->why);
	folder_clear(&check->folder);
}

struct finding check_at(
	const struct folder_file *file, const char *place, enum finding_rule rule)
{
	return (struct finding){ .rule = rule,
		.severity = AMBER,
		.file = file->path,
		.place = place,
		.line = json_line(file->lines, place) };
}

void check_each(struct check *check, check_one *one)
{
	const char *key;
	json_t *entry;

	json_object_foreach(check->index, key, entry)
	{
		const json_t *json = json_object_get(entry, "json");

		/* In a grid each stands under two names. */
		if (strcmp(key, json_text(json, "key")) == 0)
			one(check, json, json_text(entry, "place"));
	}
}

void check_each_step(
	struct check *check, enum finding_rule rule, check_one_step *one)
{
	const struct folder_file *file = &check->folder.form;
	json_t *step;
	size_t i;

	json_array_foreach(json_object_get(file->json, "steps"), i, step)
	{
		char *place = place_index("steps", i);
		struct finding finding = check_at(file, place, rule);

		one(check, step, &finding);
		free(place);
	}
}

const json_t *check_question(const struct check *check, const char *key)
{
	return json_object_get(json_object_get(check->index, key), "json");
}

const char *check_place(const struct check *check, const char *key)
{
	return json_text(json_object_get(check->index, key), "place");
}

const char *check_type(const struct check *check, const char *key)
{
	return json_text(check_question(check, key), "type");
}

const json_t *check_options(const json_t *component)
{
	const char *source =
		json_text(json_object_get(component, "openForms"), "dataSrc");
	const json_t *values = json_object_get(component, "values");

	if (*source && strcmp(source, "manual") != 0)
		return NULL;
	if (!values)
		values = json_object_get(json_object_get(component, "data"), "values");
	return json_is_array(values) ? values : NULL;
}

bool check_has_option(const json_t *component, const char *value)
{
	json_t *option;
	size_t i;

	json_array_foreach(check_options(component), i, option)
	{
		if (strcmp(json_text(option, "value"), value) == 0)
			return true;
	}
	return false;
}

bool check_has_answer(const char *type)
{
	static const char *const none[] = { "content", "fieldset", "columns",
		"softRequiredErrors", NULL };

	return *type && !key_is_among(none, type);
}

json_t *check_either(const json_t *object, const char *camel)
{
	json_t *found = json_object_get(object, camel);
	char *snake;

	if (found)
		return found;
	snake = snake_of(camel);
	found = json_object_get(object, snake);
	free(snake);
	return found;
}

const json_t *check_rules(const struct check *check, const char **name)
{
	static const char *const names[] = { "logic", "logicRules", "rules" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const json_t *rules =
			json_object_get(check->folder.form.json, names[i]);

		*name = names[i];
		if (json_array_size(rules))
			return rules;
	}
	*name = names[0];
	return NULL;
}

/* A part of a place, with its %3A read again; the caller frees. */
static char *next_part(const char **at)
{
	struct text part = { 0 };
	char byte;

	while (**at && **at != ':') {
		unsigned int code = 0;

		if (**at == '%' && sscanf(*at, "%%%2X", &code) == 1 && code) {
			byte = (char)code;
			*at += 3;
		} else {
			byte = *(*at)++;
		}
		text_add_n(&part, &byte, 1);
	}
	*at += **at == ':';
	return text_take(&part);
}

static char *step_place(
	const struct check *check, const char *slug, const char *property)
{
	json_t *step;
	size_t i;

	json_array_foreach(
		json_object_get(check->folder.form.json, "steps"), i, step)
	{
		if (strcmp(json_text(step, "slug"), slug) == 0)
			return text_format("steps[%zu].%s", i, property);
	}
	return text_format("steps.%s", slug);
}

static char *option_place(const json_t *component, const char *place,
	const char *value, const char *property)
{
	const char *list =
		json_object_get(component, "values") ? "values" : "data.values";
	json_t *option;
	size_t i;

	json_array_foreach(check_options(component), i, option)
	{
		if (strcmp(json_text(option, "value"), value) == 0)
			return text_format("%s.%s[%zu].%s", place, list, i, property);
	}
	return mem_text(place);
}

static char *place_of_parts(
	const struct check *check, char *const parts[4], bool *in_service)
{
	const json_t *component = check_question(check, parts[0]);
	const char *place = check_place(check, parts[0]);

	*in_service = false;
	if (component && strcmp(parts[1], "values") == 0 && *parts[3])
		return option_place(component, place, parts[2], parts[3]);
	if (component && *parts[2])
		return text_format("%s.%s.%s", place, parts[1], parts[2]);
	if (component)
		return place_key(place, parts[1]);
	if (strcmp(parts[0], "step") == 0)
		return step_place(check, parts[1], parts[2]);
	*in_service = strcmp(parts[0], "service") == 0;
	if (*in_service && strcmp(parts[1], "price") == 0)
		return mem_text("price.text");
	return mem_text(parts[1]);
}

struct finding check_at_text(const struct check *check, const char *context,
	char **place, enum finding_rule rule)
{
	const struct folder_file *file;
	char *parts[4];
	bool in_service;

	for (size_t i = 0; i < 4; i++)
		parts[i] = next_part(&context);
	*place = place_of_parts(check, parts, &in_service);
	file = in_service ? &check->folder.service : &check->folder.form;
	for (size_t i = 0; i < 4; i++)
		free(parts[i]);
	return check_at(file, *place, rule);
}

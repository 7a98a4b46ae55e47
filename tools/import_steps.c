/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/import_parts.h"

/* {"begin_text": {"resolved": …, "value": ""}}: only what a form changed. In
 * the first releases a plain "begin_text": "". */
static json_t *literals_of(const json_t *old)
{
	static const char *const plain[][2] = { { "previous_text", "previousText" },
		{ "begin_text", "beginText" }, { "change_text", "changeText" },
		{ "confirm_text", "confirmText" }, { "save_text", "saveText" },
		{ "next_text", "nextText" } };
	json_t *out = json_object();
	json_t *camel = json_camel(json_object_get(old, "literals"));
	const char *key;
	json_t *value;

	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
		const char *text = json_text(old, plain[i][0]);

		if (*text)
			json_object_set_new(out, plain[i][1],
				json_pack("{s:s, s:s}", "resolved", text, "value", text));
	}

	json_object_foreach(camel, key, value)
	{
		if (*json_text(value, "value"))
			json_object_set(out, key, value);
	}
	json_decref(camel);
	return out;
}

void import_set_literals(json_t *out, const json_t *old)
{
	json_t *literals = literals_of(old);

	if (json_object_size(literals))
		json_object_set(out, "literals", literals);
	json_decref(literals);
}

/* Where texts of components stand too, until import_texts() takes them. */
void import_set_translations(json_t *out, const json_t *old)
{
	json_t *texts = json_camel(json_object_get(old, "translations"));

	if (json_object_size(texts))
		json_object_set_new(
			out, "openForms", json_pack("{s:O}", "translations", texts));
	json_decref(texts);
}

void import_lower_slug(json_t *out, const char *key)
{
	char *slug = mem_text(json_text(out, key));

	for (char *at = slug; *at; at++) {
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + ('a' - 'A'));
	}
	json_object_set_new(out, key, json_string(slug));
	free(slug);
}

static const json_t *definition_of(
	const struct import *import, const json_t *step)
{
	char *uuid = uuid_at_end(json_text(step, "form_definition"));
	const json_t *found = NULL;
	json_t *definition;
	size_t i;

	json_array_foreach(import->export->parts[EXPORT_DEFINITIONS], i, definition)
	{
		char *url = uuid_at_end(json_text(definition, "url"));
		bool same = *uuid && (!strcmp(uuid, json_text(definition, "uuid")) ||
								 !strcmp(uuid, url));

		free(url);
		if (same)
			found = definition;
	}
	free(uuid);
	return found;
}

static const char *either(
	const json_t *first, const json_t *second, const char *key)
{
	return *json_text(first, key) ? json_text(first, key)
								  : json_text(second, key);
}

static void set_text(json_t *out, const char *key, const char *text)
{
	if (*text)
		json_object_set_new(out, key, json_string(text));
}

/* Texts of the definition, then those of the step over them. */
static void set_step_translations(
	json_t *out, const json_t *old, const json_t *definition)
{
	json_t *holder = json_object();
	json_t *texts = json_deep_copy(json_object_get(definition, "translations"));
	const char *language;
	json_t *own;

	if (!json_is_object(texts)) {
		json_decref(texts);
		texts = json_object();
	}
	json_object_foreach(json_object_get(old, "translations"), language, own)
	{
		json_t *both = json_object_get(texts, language);

		if (json_is_object(both) && json_is_object(own))
			json_object_update(both, own);
		else
			json_object_set(texts, language, own);
	}
	json_object_set(holder, "translations", texts);
	import_set_translations(out, holder);
	json_decref(texts);
	json_decref(holder);
}

static json_t *configuration_of(struct import *import, const json_t *step,
	const json_t *definition, const char *slug)
{
	const json_t *from = json_object_get(definition, "configuration");
	json_t *components, *taken;

	if (!json_is_object(from))
		from = json_object_get(step, "configuration");
	components = json_object_get(from, "components");
	if (!json_is_array(components)) {
		import_fail(
			import, "step '%s' has no form definition in this export", slug);
		return json_object();
	}
	json_object_clear(import->here);
	json_object_clear(import->renamed);
	import->literals = json_object_get(definition, "component_translations");
	taken = import_components(import, components, "");
	import->literals = NULL;
	import_rename_conditions(import, taken);
	return json_pack("{s:s, s:o}", "display", "form", "components", taken);
}

static json_t *take_step(struct import *import, const json_t *old, size_t index)
{
	const json_t *definition = definition_of(import, old);
	const char *slug = either(old, definition, "slug");
	json_t *order = json_object_get(old, "index");
	bool applicable = !json_is_false(json_object_get(old, "is_applicable"));
	json_t *step = json_object();

	import_report(import, "step '%s'%s", slug,
		definition ? "" : ": from the copy in formSteps.json");
	set_text(step, "uuid", json_text(old, "uuid"));
	json_object_set_new(step, "slug", json_string(slug));
	import_lower_slug(step, "slug");
	set_text(step, "name", either(old, definition, "name"));
	json_object_set_new(step, "index",
		json_is_integer(order) ? json_incref(order)
							   : json_integer((json_int_t)index));
	json_object_set_new(step, "isApplicable", json_boolean(applicable));
	import_set_literals(step, old);
	set_step_translations(step, old, definition);
	json_object_set_new(
		step, "configuration", configuration_of(import, old, definition, slug));
	return step;
}

/* A definition can stand in a form twice; steps are told apart by name. */
static void tell_apart(json_t *steps, json_t *step)
{
	char *slug = mem_text(json_text(step, "slug"));
	size_t n = 1, i = 0;

	while (i < json_array_size(steps)) {
		json_t *other = json_array_get(steps, i++);

		if (strcmp(json_text(other, "slug"), json_text(step, "slug")) == 0) {
			char *next = text_format("%s-%zu", slug, ++n);

			json_object_set_new(step, "slug", json_string(next));
			free(next);
			i = 0;
		}
	}
	free(slug);
}

json_t *import_steps(struct import *import)
{
	json_t *steps = json_array();
	json_t *old;
	size_t i;

	json_array_foreach(import->export->parts[EXPORT_STEPS], i, old)
	{
		json_t *step;

		if (!json_is_object(old)) {
			import_fail(import, "formSteps.json: not a step");
			break;
		}
		step = take_step(import, old, i);
		tell_apart(steps, step);
		json_array_append_new(steps, step);
	}
	return steps;
}

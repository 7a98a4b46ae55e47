/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/wipe_json.h"
#include "lib/forms/leaving.h"
#include "lib/forms/rows.h"

static json_t *all_options(
	const struct component *component, const json_t *value)
{
	json_t *all = json_object();

	for (size_t i = 0; i < component->n_options; i++) {
		const char *name = component->options[i].value;

		json_object_set_new(all, name,
			json_boolean(json_is_true(json_object_get(value, name))));
	}
	return all;
}

/* As Open Forms takes it, with its own way of saying that there is none. */
json_t *answer_leaving(const struct component *component, const json_t *value)
{
	switch (component->type) {
	case COMPONENT_SELECTBOXES:
		/* Before the rule about its options was worked out. */
		if (component->items && !component->n_options && value)
			return json_deep_copy(value);
		return all_options(component, value);
	case COMPONENT_CHECKBOX:
		return json_boolean(json_is_true(value));
	case COMPONENT_NUMBER:
	case COMPONENT_CURRENCY:
		return json_is_number(value) ? json_deep_copy(value) : json_null();
	case COMPONENT_FILE:
		return json_array();
	case COMPONENT_SELECT:
		if (component->multiple)
			return json_is_array(value) ? json_deep_copy(value) : json_array();
		break;
	case COMPONENT_TEXTFIELD:
	case COMPONENT_TEXTAREA:
	case COMPONENT_EMAIL:
	case COMPONENT_PHONE:
	case COMPONENT_POSTCODE:
	case COMPONENT_BSN:
	case COMPONENT_IBAN:
	case COMPONENT_DATE:
	case COMPONENT_DATETIME:
	case COMPONENT_TIME:
	case COMPONENT_LICENSEPLATE:
	case COMPONENT_RADIO:
		break;
	case COMPONENT_ADDRESS: /* evaluation_leaving() makes these */
	case COMPONENT_PROFILE:
	case COMPONENT_EDITGRID:
	case COMPONENT_SEVERAL:
	case COMPONENT_SOFT_ERRORS:
	case COMPONENT_CONTENT:
	case COMPONENT_FIELDSET:
	case COMPONENT_COLUMNS:
	case N_COMPONENT_TYPES:
		return NULL;
	}
	return json_is_string(value) ? json_deep_copy(value) : json_string("");
}

/* The object in which the last part of a dotted key stands, and that part. */
json_t *inner_object(json_t *data, const char **key, bool make)
{
	const char *dot;

	while (data && (dot = strchr(*key, '.')) != NULL) {
		char *part = mem_text_n(*key, (size_t)(dot - *key));
		json_t *inner = json_object_get(data, part);

		if (!inner && make) {
			inner = json_object();
			json_object_set_new(data, part, inner);
		}
		free(part);
		data = json_is_object(inner) ? inner : NULL;
		*key = dot + 1;
	}
	return data;
}

json_t *answers_data(const struct answers *answers, const struct form *form)
{
	struct evaluation *evaluation =
		evaluate(form, answers, answers_day(answers));
	json_t *data = evaluation_data(evaluation);

	evaluation_free(evaluation);
	return data;
}

/* Whether anything but emptied objects is left. */
static bool is_used_up(json_t *value)
{
	const char *key;
	json_t *inner;

	if (!json_is_object(value))
		return false;
	json_object_foreach(value, key, inner)
	{
		if (!is_used_up(inner))
			return false;
	}
	return true;
}

/* [{"type": "email", "address": ...}]; what is not so stays. */
static void take_profile(
	struct answers *answers, const struct component *component, json_t *list)
{
	size_t i = 0;

	while (i < json_array_size(list)) {
		const json_t *one = json_array_get(list, i);
		const char *type = json_string_value(json_object_get(one, "type"));
		json_t *address = json_object_get(one, "address");
		char *key;

		if (!type || !json_is_string(address)) {
			i++;
			continue;
		}
		key = text_format("%s.%s", component->key, type);
		answers_put(answers, key, json_deep_copy(address));
		free(key);
		json_array_remove(list, i);
	}
}

/* What the server adds to an address is not answered. */
static void take_address(json_t *address)
{
	json_object_del(address, "secretStreetCity");
	json_object_del(address, "autoPopulated");
}

static json_t *kept_answer(
	const struct component *component, const json_t *value)
{
	return component->repeat ? rows_from_data(component, value)
							 : json_deep_copy(value);
}

static void take_answer(
	struct answers *answers, const struct component *component, json_t *data)
{
	const char *key = component->key;
	json_t *inner = inner_object(data, &key, false);
	json_t *value = json_object_get(inner, key);

	if (!value)
		return;
	if (component->type == COMPONENT_PROFILE)
		take_profile(answers, component, value);
	if (component->type == COMPONENT_ADDRESS)
		take_address(value);
	/* An address is used up by its parts, which come after it. */
	if (component->type == COMPONENT_ADDRESS && json_is_object(value))
		return;
	if (!json_is_null(value))
		answers_put(answers, component->key, kept_answer(component, value));
	json_object_del(inner, key);
}

/* What no question asked for stays in, for check_answers() to find. */
struct answers *answers_from_data(const struct form *form, const json_t *data)
{
	struct answers *answers = answers_new();
	json_t *rest = json_deep_copy(data);
	const char *key;
	json_t *value;

	for (size_t i = 0; i < form->n_components; i++) {
		if (component_has_answer(&form->components[i]))
			take_answer(answers, &form->components[i], rest);
	}
	json_object_foreach(rest, key, value)
	{
		if (!is_used_up(value))
			answers_put(answers, key, json_deep_copy(value));
	}
	json_wipe(rest);
	return answers;
}

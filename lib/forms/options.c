/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/loader.h"

enum { MOST_OPTIONS = 5000 };

/* Worked out from answers; false when no rule says how. */
static bool load_items(struct loader *loader, const struct node *open_forms,
	struct component *component)
{
	struct node expression = node_get(open_forms, "itemsExpression");
	char *wrong;

	if (!expression.json)
		return false;
	component->items = rule_new(expression.json, &wrong);
	if (component->items)
		load_rule_reach(loader, &expression, component->items);
	else
		load_reach(loader, &expression, FORM_NOT_HERE, "%s", wrong);
	free(wrong);
	return true;
}

static bool options_stand_here(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node open_forms = node_object(node, "openForms");
	const char *source = node_text(&open_forms, "dataSrc");
	const char *formio = node_text(node, "dataSrc");

	if (strcmp(source, "variable") == 0 &&
		load_items(loader, &open_forms, component))
		return false;
	if (strcmp(source, "variable") == 0 ||
		strcmp(source, "referenceLists") == 0) {
		load_reach(loader, node, FORM_ONLINE,
			"component '%s' takes its options from '%s', which only the "
			"server has",
			component->key, source);
		return false;
	}
	if ((*source && strcmp(source, "manual") != 0) ||
		(*formio && strcmp(formio, "values") != 0)) {
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' takes its options from '%s', which is unknown",
			component->key, *source ? source : formio);
		return false;
	}
	return true;
}

static struct phrase option_text(struct loader *loader, const struct node *node,
	const struct component *component, const char *property)
{
	char *key = context_key(loader, component);
	char *context = CONTEXT(key, "values", node_text(node, "value"), property);

	free(key);
	return load_phrase(loader, node, property, PHRASE_HTML, context);
}

/* Every row that can be chosen has words. */
static void require_label(const struct node *node, struct option *option)
{
	if (!text_empty(option->label.text))
		return;
	free(option->label.text);
	option->label.text = safe_text(option->value, false);
	if (text_empty(option->label.text))
		node_fault_at(node, "label", "an option of which nothing can be seen");
}

static void add_option(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct option *option;

	component->options = mem_more(
		component->options, component->n_options, sizeof *component->options);
	option = &component->options[component->n_options++];
	option->value = mem_text(node_text(node, "value"));
	option->label = option_text(loader, node, component, "label");
	option->description = option_text(loader, node, component, "description");
	require_label(node, option);
}

/* The builder leaves one option without value and label, which is none. */
static void load_option(struct loader *loader, const struct node *node,
	struct component *component, json_t *seen)
{
	const char *value = node_text(node, "value");

	if (!json_is_object(node->json))
		node_fault(
			node, "%s where an option must stand", json_kind(node->json));
	else if (!*value && *node_text(node, "label"))
		node_fault_at(node, "value", "an option without a value");
	else if (*value && json_object_get(seen, value))
		node_fault_at(node, "value", "a second option of this value");
	else if (*value) {
		json_object_set_new(seen, value, json_true());
		add_option(loader, node, component);
	}
}

void load_options(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node data = node_object(node, "data");
	struct node list = component->type == COMPONENT_SELECT
						   ? node_array(&data, "values")
						   : node_array(node, "values");
	json_t *seen;

	if (!options_stand_here(loader, node, component))
		return;
	if (node_size(&list) > MOST_OPTIONS) {
		node_fault(&list, "over %d options", MOST_OPTIONS);
		return;
	}
	seen = json_object();
	for (size_t i = 0; i < node_size(&list) && !list.fault->text; i++) {
		struct node option = node_at(&list, i);

		load_option(loader, &option, component, seen);
	}
	json_decref(seen);
	if (!component->n_options)
		node_fault(&list, "no options");
}

/* Only what the options know, and only what is marked. */
static json_t *marked_options(
	const struct component *component, const json_t *value)
{
	json_t *marked = json_object();

	for (size_t i = 0; i < component->n_options; i++) {
		const char *name = component->options[i].value;

		if (json_is_true(json_object_get(value, name)))
			json_object_set_new(marked, name, json_true());
	}
	if (json_object_size(marked))
		return marked;
	json_decref(marked);
	return NULL;
}

static bool is_known_option(
	const struct component *component, const json_t *value)
{
	return !component->n_options ||
		   component_option(component, json_string_value(value));
}

static bool may_be_default(
	const struct component *component, const json_t *value)
{
	switch (component->type) {
	case COMPONENT_NUMBER:
	case COMPONENT_CURRENCY:
		return json_is_number(value);
	case COMPONENT_CHECKBOX:
		return json_is_boolean(value);
	case COMPONENT_SELECTBOXES:
		return json_is_object(value);
	case COMPONENT_SELECT:
	case COMPONENT_RADIO:
		return json_is_string(value) && is_known_option(component, value);
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
		return json_is_string(value);
	case COMPONENT_EDITGRID:
	case COMPONENT_SEVERAL:
	case COMPONENT_FILE:
	case COMPONENT_ADDRESS:
	case COMPONENT_PROFILE:
	case COMPONENT_SOFT_ERRORS:
	case COMPONENT_CONTENT:
	case COMPONENT_FIELDSET:
	case COMPONENT_COLUMNS:
	case N_COMPONENT_TYPES:
		break;
	}
	return true;
}

/* Old exports hold [""], [null] and "" where there is nothing. */
static json_t *default_rows(
	const struct component *component, const json_t *value)
{
	json_t *rows = json_array();
	json_t *row;
	size_t i;

	json_array_foreach(lend(value), i, row)
	{
		bool empty = json_is_null(row) ||
					 (json_is_string(row) && !*json_string_value(row));
		bool fits =
			json_is_object(row) == (component->type == COMPONENT_EDITGRID);

		if (!empty && fits && json_array_size(rows) < MOST_ROWS)
			json_array_append(rows, row);
	}
	if (json_array_size(rows))
		return rows;
	json_decref(rows);
	return NULL;
}

void load_default(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node found = node_get(node, "defaultValue");

	if (!found.json || !component_has_answer(component))
		return;
	if (json_is_string(found.json))
		load_no_template(loader, &found, json_string_value(found.json));
	if (component->repeat || component->multiple) {
		component->default_value = default_rows(component, found.json);
		return;
	}
	/* Of several answers, and this is one of them, which starts empty. */
	if (json_is_array(found.json) && node_flag(node, "multiple", false))
		return;
	if (!may_be_default(component, found.json))
		node_fault(&found, "not an answer to this component");
	else if (component->type == COMPONENT_SELECTBOXES && !component->items)
		component->default_value = marked_options(component, found.json);
	else if (!json_is_false(found.json))
		component->default_value = json_deep_copy(found.json);
}

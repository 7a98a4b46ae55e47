/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/logic.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/ahead.h"
#include "lib/forms/loader.h"
#include "lib/forms/rule.h"
#include "lib/forms/template.h"

enum { MOST_VARIABLES = 2000 };

static void form_rule_clear(struct form_rule *rule)
{
	for (size_t i = 0; i < rule->n_actions; i++) {
		free(rule->actions[i].variable);
		rule_free(rule->actions[i].value);
	}
	free(rule->actions);
	json_decref(rule->eq);
	rule_free(rule->trigger);
}

void logic_free(struct logic *logic)
{
	if (!logic)
		return;
	for (size_t i = 0; i < logic->n_rules; i++)
		form_rule_clear(&logic->rules[i]);
	free(logic->rules);
	free(logic->texts);
	free(logic->watched);
	json_decref(logic->secrets);
	free(logic->last);
	free(logic->seen);
	free(logic->fixed);
	free(logic->there);
	json_decref(logic->variables);
	json_decref(logic->constants);
	json_decref(logic->kinds);
	free(logic);
}

static void add_kind(struct logic *logic, const char *name, enum name_kind kind)
{
	json_object_set_new(logic->kinds, name, json_integer(kind));
}

static void load_constants(struct loader *loader, const struct node *form)
{
	static const char *const nobody[] = { "auth_type", "auth_bsn", "auth_kvk",
		"auth_pseudo" };
	struct logic *logic = loader->form->logic;
	json_t *constants = logic->constants;

	json_object_set_new(
		constants, "form_name", json_string(loader->form->name.text));
	json_object_set_new(
		constants, "form_id", json_string(node_text(form, "uuid")));
	json_object_set_new(
		constants, "language_code", json_string(loader->form->language));
	for (size_t i = 0; i < sizeof nobody / sizeof nobody[0]; i++)
		json_object_set_new(constants, nobody[i], json_string(""));
	json_object_set_new(constants, "auth", json_null());
	json_object_set_new(constants, "auth_context", json_null());
	json_object_set_new(constants, "auth_additional_claims", json_object());
	add_kind(logic, "today", NAME_DATE);
	add_kind(logic, "now", NAME_STAMP);
}

static void load_kinds(struct loader *loader)
{
	const struct form *form = loader->form;

	for (size_t i = 0; i < form->n_components; i++) {
		if (form->components[i].type == COMPONENT_DATE)
			add_kind(form->logic, form->components[i].key, NAME_DATE);
		if (form->components[i].type == COMPONENT_DATETIME)
			add_kind(form->logic, form->components[i].key, NAME_STAMP);
		if (form->components[i].type == COMPONENT_CURRENCY)
			add_kind(form->logic, form->components[i].key, NAME_MONEY);
	}
}

static void load_variable(struct loader *loader, const struct node *node)
{
	struct logic *logic = loader->form->logic;
	const char *key = node_text(node, "key");
	const char *source = node_text(node, "source");
	struct node type = node_either(node, "dataType", "data_type");
	struct node prefill = node_either(node, "prefillPlugin", "prefill_plugin");
	const char *name = json_string_value(type.json);
	/* Not by node_get: "" is a value here. */
	json_t *initial = json_object_get(node->json, "initialValue");

	/* Those of components are what was answered. */
	if (*source && strcmp(source, "user_defined") != 0)
		return;
	if (!*key || form_find(loader->form, key)) {
		node_fault_at(node, "key", "not a name for a variable");
		return;
	}
	if (prefill.json)
		load_reach(loader, &prefill, FORM_ONLINE,
			"variable '%s' is filled in by '%s', which only the server can",
			key, json_string_value(prefill.json));
	if (!initial)
		initial = json_object_get(node->json, "initial_value");
	json_object_set_new(
		logic->variables, key, initial ? json_deep_copy(initial) : json_null());
	if (name && strcmp(name, "date") == 0)
		add_kind(logic, key, NAME_DATE);
	if (name && strcmp(name, "datetime") == 0)
		add_kind(logic, key, NAME_STAMP);
}

static void load_variables(struct loader *loader, const struct node *form)
{
	struct node list = node_either(form, "variables", "formVariables");

	if (list.json && !json_is_array(list.json))
		node_fault(&list, "%s where a list must stand", json_kind(list.json));
	if (node_size(&list) > MOST_VARIABLES)
		node_fault(&list, "over %d variables", MOST_VARIABLES);
	for (size_t i = 0; i < node_size(&list) && !list.fault->text; i++) {
		struct node variable = node_at(&list, i);

		load_variable(loader, &variable);
	}
}

static bool is_secret(const struct logic *logic, const char *name)
{
	char *part = mem_text(name);
	bool secret = json_object_get(logic->secrets, part) != NULL;
	char *dot;

	while (!secret && (dot = strrchr(part, '.')) != NULL) {
		*dot = '\0';
		secret = json_object_get(logic->secrets, part) != NULL;
	}
	free(part);
	return secret;
}

static bool reads_secret(const struct logic *logic, const json_t *names)
{
	const char *name;
	json_t *value;

	json_object_foreach(
		lend(names), name, value) if (is_secret(logic, name)) return true;
	return false;
}

/* What a rule makes of a secret is one; several rules one after another too. */
static void note_secrets(struct form *form)
{
	enum { ROUNDS = 4 };
	struct logic *logic = form->logic;

	logic->secrets = json_object();
	for (size_t i = 0; i < form->n_components; i++)
		if (form->components[i].is_private)
			json_object_set_new(
				logic->secrets, form->components[i].key, json_true());
	for (size_t i = 0; i < ROUNDS * logic->n_rules; i++) {
		const struct form_rule *rule = &logic->rules[i % logic->n_rules];

		for (size_t j = 0; j < rule->n_actions; j++) {
			const struct action *action = &rule->actions[j];

			if (action->kind == ACTION_VARIABLE &&
				reads_secret(logic, rule_names(action->value)))
				json_object_set_new(
					logic->secrets, action->variable, json_true());
		}
	}
}

static void note_text(
	struct logic *logic, const struct phrase *phrase, struct filled_text place)
{
	json_t *names;

	if (!template_is(phrase->text))
		return;
	names = json_object();
	if (!template_check(phrase->text, names)) {
		json_decref(names);
		return;
	}
	place.is_private = reads_secret(logic, names);
	json_decref(names);
	logic->texts = mem_more(logic->texts, logic->n_texts, sizeof place);
	logic->texts[logic->n_texts++] = place;
}

static void note_component(
	struct logic *logic, const struct component *component, int index)
{
	static const size_t offsets[] = { offsetof(struct component, label),
		offsetof(struct component, description),
		offsetof(struct component, tooltip),
		offsetof(struct component, placeholder),
		offsetof(struct component, content),
		offsetof(struct component, suffix) };

	for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++)
		note_text(logic,
			(const struct phrase *)(const void *)((const char *)component +
												  offsets[i]),
			(struct filled_text){
				.component = index, .option = -1, .offset = offsets[i] });
	for (size_t i = 0; i < component->n_options; i++) {
		const struct option *option = &component->options[i];
		struct filled_text place = { .component = index,
			.option = (int)i,
			.offset = offsetof(struct option, label) };

		note_text(logic, &option->label, place);
		place.offset = offsetof(struct option, description);
		note_text(logic, &option->description, place);
	}
	for (size_t i = 0; i < component->n_faqs; i++) {
		const struct faq *faq = &component->faqs[i];
		struct filled_text place = { .component = index,
			.option = (int)i,
			.offset = offsetof(struct faq, label),
			.faq = true };

		note_text(logic, &faq->label, place);
		place.offset = offsetof(struct faq, content);
		note_text(logic, &faq->content, place);
	}
}

static void note_texts(struct form *form)
{
	struct filled_text place = { .component = -1,
		.option = -1,
		.offset = offsetof(struct form, introduction) };

	note_text(form->logic, &form->introduction, place);
	place.offset = offsetof(struct form, explanation);
	note_text(form->logic, &form->explanation, place);
	place.offset = offsetof(struct form, help);
	note_text(form->logic, &form->help, place);
	for (size_t i = 0; i < form->n_components; i++)
		note_component(form->logic, &form->components[i], (int)i);
}

static void note_watched(struct form *form)
{
	form->logic->watched = mem_new(form->n_components + 1, 1);
	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];

		if (component->condition.set && component->condition.at >= 0)
			form->logic->watched[component->condition.at] = 1;
		if (component->parent >= 0)
			form->logic->watched[component->parent] = 1;
	}
}

static bool decides_something(const struct form *form)
{
	bool decides = form->logic->n_rules || form->logic->n_texts;

	for (size_t i = 0; i < form->n_components && !decides; i++) {
		const struct component *component = &form->components[i];

		decides = component->items ||
				  component->limits.min_date.mode == DATE_RELATIVE ||
				  component->limits.max_date.mode == DATE_RELATIVE;
	}
	return decides;
}

static bool is_set_by_rule(const struct form *form, int index)
{
	for (size_t i = 0; form->logic && i < form->logic->n_rules; i++) {
		const struct form_rule *rule = &form->logic->rules[i];

		for (size_t j = 0; j < rule->n_actions; j++)
			if (rule->actions[j].component == index &&
				rule->actions[j].kind != ACTION_HIDDEN)
				return true;
	}
	return false;
}

void refuse_stuck(struct loader *loader, const struct node *node)
{
	const struct form *form = loader->form;

	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];

		if (component->disabled && component->limits.required &&
			!component->default_value && !is_set_by_rule(form, (int)i))
			load_reach(loader, node, FORM_NOT_HERE,
				"component '%s' is required, read-only and empty: it needs a "
				"login",
				component->key);
	}
}

void load_logic(struct loader *loader, const struct node *form)
{
	struct logic *logic = mem_new(1, sizeof *logic);

	if (form->fault->text) {
		free(logic);
		return;
	}
	loader->form->logic = logic;
	logic->variables = json_object();
	logic->constants = json_object();
	logic->kinds = json_object();
	load_constants(loader, form);
	load_kinds(loader);
	load_variables(loader, form);
	load_rules(loader, form);
	note_secrets(loader->form);
	note_texts(loader->form);
	note_watched(loader->form);
	if (decides_something(loader->form)) {
		settle_ahead(loader->form);
		return;
	}
	logic_free(logic);
	loader->form->logic = NULL;
}

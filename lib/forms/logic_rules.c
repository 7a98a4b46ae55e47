/* SPDX-License-Identifier: EUPL-1.2 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/ahead.h"
#include "lib/forms/loader.h"
#include "lib/forms/logic.h"

enum { MOST_RULES = 2000, MOST_ACTIONS = 500 };
enum { NO_STEP = -1, UNKNOWN_STEP = -2 };

struct action_type {
	const char *name;
	enum action_kind kind;
	bool state;
};

static const struct action_type known_actions[] = {
	{ "property", ACTION_HIDDEN, false },
	{ "disable-next", ACTION_NO_NEXT, true },
	{ "step-not-applicable", ACTION_STEP, false },
	{ "step-applicable", ACTION_STEP, true },
	{ "variable", ACTION_VARIABLE, false },
};

static const struct action_type *known_action(const char *name)
{
	for (size_t i = 0; i < sizeof known_actions / sizeof known_actions[0];
		 i++) {
		if (strcmp(known_actions[i].name, name) == 0)
			return &known_actions[i];
	}
	return NULL;
}

/* What a rule does that is not done here. */
static void refuse_action(
	struct loader *loader, const struct node *node, const char *type)
{
	static const char *const online[] = { "fetch-from-service", "evaluate-dmn",
		"synchronize-variables" };

	/* Where a submission goes is decided after sending. */
	if (strcmp(type, "set-registration-backend") == 0)
		return;
	for (size_t i = 0; i < sizeof online / sizeof online[0]; i++) {
		if (strcmp(type, online[i]) == 0) {
			load_reach(loader, node, FORM_ONLINE,
				"a rule does '%s', which only the server can do", type);
			return;
		}
	}
	load_reach(loader, node, FORM_NOT_HERE,
		"a rule does '%s', which this version does not follow", type);
}

/* A step by its UUID, also at the end of an address, or by its slug. */
static int find_step(const struct form *form, const char *text)
{
	size_t n = strlen(text);
	size_t from;

	while (n && text[n - 1] == '/')
		n--;
	from = n;
	while (from && text[from - 1] != '/')
		from--;
	if (from == n)
		return NO_STEP;
	for (size_t i = 0; i < form->n_steps; i++) {
		const char *const names[] = { form->steps[i].uuid,
			form->steps[i].slug };

		for (size_t j = 0; j < 2; j++) {
			if (strlen(names[j]) == n - from &&
				strncmp(names[j], text + from, n - from) == 0)
				return (int)i;
		}
	}
	return UNKNOWN_STEP;
}

static const char *either_text(
	const struct node *node, const char *camel, const char *snake)
{
	struct node found = node_either(node, camel, snake);

	if (!found.json || json_is_string(found.json))
		return found.json ? json_string_value(found.json) : "";
	node_fault(&found, "%s where a text must stand", json_kind(found.json));
	return "";
}

static int step_of(struct loader *loader, const struct node *node)
{
	const char *text = either_text(node, "formStepUuid", "form_step_uuid");

	if (!*text)
		text = either_text(node, "formStep", "form_step");
	return find_step(loader->form, text);
}

/* Of what the server too leaves alone no action remains. */
static bool read_step(
	struct loader *loader, const struct node *node, struct action *action)
{
	action->step = step_of(loader, node);
	if (action->step >= 0 ||
		(action->step == NO_STEP && action->kind == ACTION_NO_NEXT))
		return true;
	load_reach(loader, node, FORM_NOT_HERE,
		"a rule is about a step that is not in the form");
	return false;
}

static bool read_property(
	struct loader *loader, const struct node *node, struct action *action)
{
	static const struct {
		const char *name;
		enum action_kind kind;
	} properties[] = {
		{ "hidden", ACTION_HIDDEN },
		{ "validate.required", ACTION_REQUIRED },
		{ "disabled", ACTION_DISABLED },
	};
	struct node inner = node_object(node, "action");
	struct node property = node_object(&inner, "property");
	const char *name = node_text(&property, "value");
	const struct component *component =
		form_find(loader->form, node_text(node, "component"));

	action->state = node_flag(&inner, "state", false);
	action->component =
		component ? (int)(component - loader->form->components) : -1;
	for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
		if (strcmp(properties[i].name, name) == 0) {
			action->kind = properties[i].kind;
			return component != NULL;
		}
	}
	load_reach(loader, node, FORM_NOT_HERE,
		"a rule sets the property '%s', which this version does not", name);
	return false;
}

/* {"a": true, "b": false}: the marks of boxes, and no operator. */
static bool is_plain_object(const json_t *json)
{
	void *first = json_object_iter(lend(json));

	return json_is_object(json) &&
		   (json_object_size(json) != 1 ||
			   json_is_boolean(json_object_iter_value(first)));
}

static struct rule *read_rule(
	struct loader *loader, const struct node *node, const json_t *json)
{
	char *wrong;
	struct rule *rule = rule_new(json, &wrong);

	if (rule)
		load_rule_reach(loader, node, rule);
	else
		load_reach(loader, node, FORM_NOT_HERE, "a rule: %s", wrong);
	free(wrong);
	return rule;
}

static bool read_variable(
	struct loader *loader, const struct node *node, struct action *action)
{
	struct node inner = node_object(node, "action");
	/* Not by node_get: "" is a value here. */
	const json_t *value = json_object_get(inner.json, "value");
	const char *name = node_text(node, "variable");
	const struct component *component = form_find(loader->form, name);
	struct node at = node_get(&inner, "value");

	if (!component && !json_object_get(loader->form->logic->variables, name))
		return false;
	action->component =
		component ? (int)(component - loader->form->components) : -1;
	action->variable = mem_text(name);
	action->value = !value || is_plain_object(value)
						? rule_literal(value ? value : json_null())
						: read_rule(loader, &at, value);
	if (action->value)
		rule_know_null_only(action->value);
	return action->value != NULL;
}

static bool read_action(
	struct loader *loader, const struct node *node, struct action *action)
{
	struct node inner = node_object(node, "action");
	const char *type = node_text(&inner, "type");
	const struct action_type *known = known_action(type);

	if (!known) {
		refuse_action(loader, node, type);
		return false;
	}
	*action = (struct action){ .kind = known->kind,
		.state = known->state,
		.component = -1,
		.step = NO_STEP };
	if (known->kind == ACTION_HIDDEN)
		return read_property(loader, node, action);
	if (known->kind == ACTION_VARIABLE)
		return read_variable(loader, node, action);
	return read_step(loader, node, action);
}

static void read_actions(
	struct loader *loader, const struct node *node, struct form_rule *rule)
{
	struct node list = node_array(node, "actions");

	if (!node_size(&list))
		load_reach(loader, node, FORM_NOT_HERE, "a rule without actions");
	if (node_size(&list) > MOST_ACTIONS)
		node_fault(&list, "over %d actions", MOST_ACTIONS);
	for (size_t i = 0; i < node_size(&list) && !list.fault->text; i++) {
		struct node at = node_at(&list, i);
		struct action *action;

		rule->actions =
			mem_more(rule->actions, rule->n_actions, sizeof *action);
		action = &rule->actions[rule->n_actions];
		if (read_action(loader, &at, action)) {
			rule->n_actions++;
		} else {
			free(action->variable);
			*action = (struct action){ 0 };
		}
	}
}

/* A content that is shown when "next" is not: it says why. */
static int explanation_of(const struct form *form, const struct form_rule *rule)
{
	for (size_t i = 0; i < rule->n_actions; i++) {
		const struct action *action = &rule->actions[i];

		if (action->kind == ACTION_HIDDEN && !action->state &&
			form->components[action->component].type == COMPONENT_CONTENT)
			return action->component;
	}
	return -1;
}

static void add_rule(struct loader *loader, const struct node *node)
{
	struct logic *logic = loader->form->logic;
	struct node trigger =
		node_either(node, "jsonLogicTrigger", "json_logic_trigger");
	struct form_rule *rule;
	int first;

	logic->rules = mem_more(logic->rules, logic->n_rules, sizeof *rule);
	rule = &logic->rules[logic->n_rules++];
	read_actions(loader, node, rule);
	first = find_step(loader->form,
		either_text(node, "triggerFromStep", "trigger_from_step"));
	rule->first_step = first < 0 ? 0 : first;
	rule->explanation = explanation_of(loader->form, rule);
	ahead_trigger(loader->form, trigger.json, rule);
	if (!rule->n_actions)
		return;
	if (trigger.json)
		rule->trigger = read_rule(loader, &trigger, trigger.json);
	else
		load_reach(loader, node, FORM_NOT_HERE, "a rule without a trigger");
	if (!rule->trigger) /* it cannot be carried out */
		rule->trigger = rule_literal(json_false());
}

struct place {
	int order;
	size_t index;
};

/* By `order`; the file's order where none is given. */
static int compare_places(const void *a, const void *b)
{
	const struct place *first = a, *second = b;

	if (first->order != second->order)
		return first->order < second->order ? -1 : 1;
	return first->index < second->index ? -1 : 1;
}

static struct place *sorted(const struct node *list)
{
	size_t n = node_size(list);
	struct place *places = mem_new(n + 1, sizeof *places);

	for (size_t i = 0; i < n; i++) {
		struct node rule = node_at(list, i);

		places[i].order = node_count(&rule, "order", INT_MAX, INT_MAX);
		places[i].index = i;
	}
	qsort(places, n, sizeof *places, compare_places);
	return places;
}

void load_rules(struct loader *loader, const struct node *form)
{
	static const char *const names[] = { "logic", "logicRules", "rules" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct node rules = node_array(form, names[i]);
		size_t n = node_size(&rules);
		struct place *places;

		if (n > MOST_RULES) {
			node_fault(&rules, "over %d rules", MOST_RULES);
			return;
		}
		places = sorted(&rules);
		for (size_t j = 0; j < n && !rules.fault->text; j++) {
			struct node rule = node_at(&rules, places[j].index);

			add_rule(loader, &rule);
		}
		free(places);
	}
}

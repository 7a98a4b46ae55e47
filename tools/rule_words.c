/* SPDX-License-Identifier: EUPL-1.2 */
/* What the rules of a form do, in words. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/check_parts.h"
#include "tools/form_words.h"
#include "tools/import_parts.h"
#include "tools/logic_words.h"

struct ranked {
	const json_t *rule;
	json_int_t order;
	size_t index;
};

static int by_order(const void *a, const void *b)
{
	const struct ranked *first = a, *second = b;

	if (first->order != second->order)
		return first->order < second->order ? -1 : 1;
	return first->index < second->index ? -1 : first->index > second->index;
}

static struct ranked *ranked_rules(const json_t *form, size_t *n)
{
	static const char *const names[] = { "logic", "logicRules", "rules" };
	struct ranked *rules = NULL;

	*n = 0;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		json_t *rule;
		size_t j;

		json_array_foreach(json_object_get(form, names[i]), j, rule)
		{
			const json_t *order = json_object_get(rule, "order");

			rules = mem_more(rules, *n, sizeof *rules);
			rules[*n] = (struct ranked){ rule,
				json_is_integer(order) ? json_integer_value(order) : INT_MAX,
				*n };
			(*n)++;
		}
	}
	if (*n)
		qsort(rules, *n, sizeof *rules, by_order);
	return rules;
}

static const json_t *either(
	const json_t *object, const char *camel, const char *snake)
{
	const json_t *found = json_object_get(object, camel);

	return found ? found : json_object_get(object, snake);
}

/* A step by its uuid, also at the end of an address, or by its slug. */
static int step_called(const struct form *form, const json_t *name)
{
	const char *text = json_string_value(name);
	char *uuid;
	int found = -1;

	if (!text)
		return -1;
	uuid = uuid_at_end(text);
	for (size_t i = 0; i < form->n_steps; i++) {
		const struct step *step = &form->steps[i];

		if (text_same(step->slug, text) ||
			(*step->uuid &&
				(text_same(step->uuid, text) || text_same(step->uuid, uuid))))
			found = (int)i;
	}
	free(uuid);
	return found;
}

static int step_of(const struct form *form, const json_t *action)
{
	int step =
		step_called(form, either(action, "formStepUuid", "form_step_uuid"));

	return step >= 0
			   ? step
			   : step_called(form, either(action, "formStep", "form_step"));
}

static const char *property_verb(const json_t *inner)
{
	static const struct {
		const char *property, *yes, *no;
	} verbs[] = {
		{ "hidden", "hidden", "shown" },
		{ "validate.required", "required", "not required" },
		{ "disabled", "read only", "open to change" },
	};
	const char *property =
		json_text(json_object_get(inner, "property"), "value");
	bool yes = json_is_true(json_object_get(inner, "state"));

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(verbs[i].property, property) == 0)
			return yes ? verbs[i].yes : verbs[i].no;
	}
	return "changed in a way that is not done here";
}

/* What the server decides after sending is left out. */
static bool read_effect(
	struct effect *effect, const struct form *form, const json_t *action)
{
	static const struct {
		const char *type, *verb;
	} steps[] = {
		{ "disable-next", "nobody goes on" },
		{ "step-not-applicable", "skipped" },
		{ "step-applicable", "not skipped" },
	};
	const json_t *inner = json_object_get(action, "action");
	const char *type = json_text(inner, "type");

	effect->step = -1;
	if (strcmp(type, "set-registration-backend") == 0)
		return false;
	if (strcmp(type, "property") == 0) {
		effect->key = json_text(action, "component");
		effect->verb = property_verb(inner);
	} else if (strcmp(type, "variable") == 0) {
		effect->key = json_text(action, "variable");
		effect->verb = "set to";
		effect->value = json_object_get(inner, "value");
	} else {
		effect->verb = "something only the server can do";
	}
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		if (strcmp(steps[i].type, type) == 0) {
			effect->verb = steps[i].verb;
			effect->step = step_of(form, action);
		}
	}
	return true;
}

static void add_rule(struct effects *effects, const struct form *form,
	const json_t *rule, size_t number)
{
	json_t *action;
	size_t i;

	json_array_foreach(json_object_get(rule, "actions"), i, action)
	{
		const char *rest;
		struct effect effect = {
			.rule = number,
			.uuid = json_text(rule, "uuid"),
			.key = "",
			.from_step = step_called(
				form, either(rule, "triggerFromStep", "trigger_from_step")),
			.trigger = either(rule, "jsonLogicTrigger", "json_logic_trigger"),
		};

		if (!read_effect(&effect, form, action))
			continue;
		effect.of_component =
			*effect.key && named_component(form, effect.key, &rest) && !*rest;
		effects->list =
			mem_more(effects->list, effects->n, sizeof *effects->list);
		effects->list[effects->n++] = effect;
	}
}

void effects_read(
	struct effects *effects, const struct form *form, const json_t *json)
{
	size_t n;
	struct ranked *rules = ranked_rules(json, &n);

	*effects = (struct effects){ 0 };
	for (size_t i = 0; i < n; i++)
		add_rule(effects, form, rules[i].rule, i + 1);
	free(rules);
}

void effects_clear(struct effects *effects)
{
	free(effects->list);
	*effects = (struct effects){ 0 };
}

void trigger_words(
	struct text *out, const struct form *form, const struct effect *effect)
{
	if (json_is_true(effect->trigger)) {
		text_add(out, "always");
	} else {
		text_add(out, "when ");
		logic_words(out, form, effect->trigger);
	}
	if (effect->from_step > 0) {
		text_add(out, ", from step ");
		quoted_words(out, form->steps[effect->from_step].name.text);
		text_add(out, " on");
	}
}

void effect_words(
	struct text *out, const struct form *form, const struct effect *effect)
{
	text_add(out, effect->verb);
	if (effect->value) {
		text_add(out, " ");
		logic_words(out, form, effect->value);
	}
	text_add(out, " ");
	trigger_words(out, form, effect);
}

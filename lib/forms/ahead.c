/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/ahead.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/logic.h"
#include "lib/forms/rule.h"

enum { MOST_ROUNDS = 8, NOWHERE = -1, SEVERAL = -2 };

/* Components, and after them variables, by one number each. */
struct ahead {
	const struct form *form;
	struct logic *logic;
	json_t *numbers; /* by key */
	int *last;       /* the answer that decides it at the latest */
	char *asked;     /* a byte a component: who sits here answers it */
	size_t n;
	bool changed;
};

/* --- a trigger that is about one answer --- */

static const char *var_name(const json_t *json)
{
	const json_t *var = json_object_get(json, "var");

	if (json_object_size(json) != 1)
		return NULL;
	if (json_is_array(var) && json_array_size(var) == 1)
		var = json_array_get(var, 0);
	return json_string_value(var);
}

static bool is_literal(const json_t *json)
{
	return json_is_string(json) || json_is_number(json) ||
		   json_is_boolean(json);
}

void ahead_trigger(
	const struct form *form, const json_t *trigger, struct form_rule *rule)
{
	const json_t *sides = json_object_get(trigger, "==");
	size_t name_at = 0;
	const struct component *when = NULL;
	const json_t *eq;
	const char *name;

	rule->when = NOWHERE;
	if (!sides)
		sides = json_object_get(trigger, "===");
	if (json_array_size(sides) != 2 || json_object_size(trigger) != 1)
		return;
	if (!var_name(json_array_get(sides, 0)))
		name_at = 1;
	name = var_name(json_array_get(sides, name_at));
	eq = json_array_get(sides, 1 - name_at);
	if (name && is_literal(eq))
		when = form_find(form, name);
	if (!when)
		return;
	rule->when = (int)(when - form->components);
	rule->eq = json_deep_copy(eq);
}

/* --- by which answer each thing is decided --- */

/* "a.b" is in "a" where it is none itself. */
static int number_of(const struct ahead *ahead, const char *name)
{
	char *part = mem_text(name);
	const json_t *found = json_object_get(ahead->numbers, part);
	char *dot;

	while (!found && (dot = strrchr(part, '.')) != NULL) {
		*dot = '\0';
		found = json_object_get(ahead->numbers, part);
	}
	free(part);
	return found ? (int)json_integer_value(found) : NOWHERE;
}

static int last_read(const struct ahead *ahead, const struct rule *rule)
{
	int last = NOWHERE;
	const char *name;
	json_t *value;

	if (!rule)
		return last;
	json_object_foreach(lend(rule_names(rule)), name, value)
	{
		int number = number_of(ahead, name);

		if (number >= 0 && ahead->last[number] > last)
			last = ahead->last[number];
	}
	return last;
}

static void raise(struct ahead *ahead, int *last, int to)
{
	if (to <= *last)
		return;
	*last = to;
	ahead->changed = true;
}

static void decide(struct ahead *ahead, struct decider *decider, int rule)
{
	if (decider->rule == NOWHERE)
		decider->rule = rule;
	else if (decider->rule != rule)
		decider->rule = SEVERAL;
	raise(ahead, &decider->last, ahead->logic->rules[rule].last);
}

static void follow_action(
	struct ahead *ahead, const struct action *action, int rule)
{
	struct logic *logic = ahead->logic;
	int last = logic->rules[rule].last;
	int number = action->component;

	if (action->kind == ACTION_HIDDEN)
		decide(ahead, &logic->seen[number], rule);
	else if (action->kind == ACTION_DISABLED)
		decide(ahead, &logic->fixed[number], rule);
	else if (action->kind == ACTION_STEP)
		decide(ahead, &logic->there[action->step], rule);
	if (action->kind != ACTION_VARIABLE)
		return;
	if (number < 0)
		number = number_of(ahead, action->variable);
	if (number < 0)
		return;
	raise(ahead, &ahead->last[number], last);
	raise(ahead, &ahead->last[number], last_read(ahead, action->value));
}

static void follow_rules(struct ahead *ahead)
{
	struct logic *logic = ahead->logic;

	for (size_t i = 0; i < logic->n_rules; i++) {
		struct form_rule *rule = &logic->rules[i];

		raise(ahead, &rule->last, last_read(ahead, rule->trigger));
		for (size_t j = 0; j < rule->n_actions; j++)
			follow_action(ahead, &rule->actions[j], (int)i);
	}
}

/* Who reads an answer reads also whether it is there. */
static void follow_components(struct ahead *ahead)
{
	const struct form *form = ahead->form;

	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		int up = component->parent;
		int at = component->condition.outer ? -1 : component->condition.at;
		int *last = &ahead->last[i];

		if (component->condition.set && at >= 0)
			raise(ahead, last, ahead->last[at]);
		raise(ahead, last, ahead->logic->seen[i].last);
		raise(ahead, last, ahead->logic->there[component->step].last);
		if (up >= 0)
			raise(ahead, last, ahead->last[up]);
		if (up >= 0 && component->part) /* the whole is its parts */
			raise(ahead, &ahead->last[up], *last);
	}
}

static void all_last(struct decider *deciders, size_t n, int last)
{
	for (size_t i = 0; i < n; i++)
		if (deciders[i].rule != NOWHERE)
			deciders[i].last = last;
}

/* No end to it: all may change until the last answer. */
static void decide_last(struct ahead *ahead)
{
	size_t n = ahead->form->n_components;
	struct logic *logic = ahead->logic;

	for (size_t i = 0; i < logic->n_rules; i++)
		logic->rules[i].last = (int)n;
	for (size_t i = 0; i < n; i++)
		logic->last[i] = (int)n;
	all_last(logic->seen, n, (int)n);
	all_last(logic->fixed, n, (int)n);
	all_last(logic->there, ahead->form->n_steps, (int)n);
}

static struct decider *new_deciders(size_t n)
{
	struct decider *deciders = mem_new(n + 1, sizeof *deciders);

	for (size_t i = 0; i < n; i++)
		deciders[i] = (struct decider){ NOWHERE, NOWHERE };
	return deciders;
}

/* What is read only until a rule says else, nobody answers. */
static void note_asked(struct ahead *ahead)
{
	const struct form *form = ahead->form;

	for (size_t i = 0; i < form->n_components; i++)
		ahead->asked[i] = component_has_answer(&form->components[i]) &&
								  !form->components[i].disabled
							  ? 1
							  : 0;
	for (size_t i = 0; i < ahead->logic->n_rules; i++) {
		const struct form_rule *rule = &ahead->logic->rules[i];

		for (size_t j = 0; j < rule->n_actions; j++)
			if (rule->actions[j].kind == ACTION_DISABLED)
				ahead->asked[rule->actions[j].component] = 1;
	}
}

static void number_all(struct ahead *ahead)
{
	const struct form *form = ahead->form;
	const char *name;
	json_t *value;

	for (size_t i = 0; i < form->n_components; i++)
		json_object_set_new(ahead->numbers, form->components[i].key,
			json_integer((json_int_t)i));
	ahead->n = form->n_components;
	json_object_foreach(ahead->logic->variables, name, value)
	{
		json_object_set_new(
			ahead->numbers, name, json_integer((json_int_t)ahead->n++));
	}
}

/* Why nobody goes on may be told by another rule that holds just then. */
static void explain_alike(struct logic *logic)
{
	for (size_t i = 0; i < logic->n_rules; i++) {
		struct form_rule *rule = &logic->rules[i];

		for (size_t j = 0; j < logic->n_rules && rule->explanation < 0; j++)
			if (rule->when >= 0 && logic->rules[j].when == rule->when &&
				json_equal(logic->rules[j].eq, rule->eq))
				rule->explanation = logic->rules[j].explanation;
	}
}

void settle_ahead(struct form *form)
{
	struct logic *logic = form->logic;
	size_t n = form->n_components;
	struct ahead ahead = { .form = form,
		.logic = logic,
		.numbers = json_object(),
		.asked = mem_new(n + 1, 1),
		.changed = true };

	number_all(&ahead);
	note_asked(&ahead);
	logic->seen = new_deciders(n);
	logic->fixed = new_deciders(n);
	logic->there = new_deciders(form->n_steps);
	logic->last = mem_new(ahead.n + 1, sizeof *logic->last);
	ahead.last = logic->last;
	for (size_t i = 0; i < ahead.n; i++)
		ahead.last[i] = i < n && ahead.asked[i] ? (int)i : NOWHERE;
	for (size_t i = 0; i < logic->n_rules; i++)
		logic->rules[i].last = NOWHERE;
	for (int i = 0; ahead.changed && i < MOST_ROUNDS; i++) {
		ahead.changed = false;
		follow_rules(&ahead);
		follow_components(&ahead);
	}
	if (ahead.changed)
		decide_last(&ahead);
	explain_alike(logic);
	json_decref(ahead.numbers);
	free(ahead.asked);
}

/* --- what is told of it --- */

static struct hang hang_on_rules(
	const struct form *form, const struct decider *decider, size_t from)
{
	const struct form_rule *rule;
	struct hang hang = { .kind = HANG_NOT };

	if (decider->last < (int)from)
		return hang;
	hang.kind = HANG_ANY;
	if (decider->rule < 0)
		return hang;
	rule = &form->logic->rules[decider->rule];
	if (rule->when < (int)from || form->logic->last[rule->when] != rule->when)
		return hang;
	hang.kind = HANG_ANSWER;
	hang.when = rule->when;
	hang.eq = rule->eq;
	return hang;
}

/* The state that a rule gives to a component or a step. */
static bool state_of(
	const struct form *form, const struct decider *decider, int at, bool step)
{
	const struct form_rule *rule = &form->logic->rules[decider->rule];

	for (size_t i = 0; i < rule->n_actions; i++) {
		const struct action *action = &rule->actions[i];

		if (step ? action->kind == ACTION_STEP && action->step == at
				 : action->kind == ACTION_HIDDEN && action->component == at)
			return action->state;
	}
	return false;
}

static struct hang hang_on_condition(
	const struct form *form, size_t index, size_t from)
{
	const struct condition *condition = &form->components[index].condition;
	struct hang hang = { .kind = HANG_NOT };
	int last = condition->at;

	if (!condition->set || condition->outer || condition->at < 0)
		return hang;
	if (form->logic)
		last = form->logic->last[condition->at];
	if (condition->at >= (int)from && last == condition->at) {
		hang = (struct hang){ HANG_ANSWER, condition->at, condition->show,
			condition->eq };
	} else if (last >= (int)from) {
		hang.kind = HANG_ANY;
	}
	return hang;
}

struct hang form_hang(const struct form *form, size_t index, size_t from)
{
	struct hang hang = hang_on_condition(form, index, from);
	struct hang other;
	const struct decider *decider;

	if (!form->logic)
		return hang;
	decider = &form->logic->seen[index];
	other = hang_on_rules(form, decider, from);
	if (other.kind == HANG_ANSWER) {
		bool hides = state_of(form, decider, (int)index, false);

		/* What the rule makes of it the form does already: no change. */
		other.show = !hides;
		if (hides == form->components[index].hidden)
			other.kind = HANG_NOT;
	}
	if (hang.kind == HANG_NOT)
		return other;
	if (other.kind != HANG_NOT)
		hang.kind = HANG_ANY;
	return hang;
}

struct hang form_hang_step(const struct form *form, size_t step, size_t from)
{
	struct hang hang = { .kind = HANG_NOT };
	const struct decider *decider;

	if (!form->logic)
		return hang;
	decider = &form->logic->there[step];
	hang = hang_on_rules(form, decider, from);
	if (hang.kind == HANG_ANSWER)
		hang.show = state_of(form, decider, (int)step, true);
	return hang;
}

bool form_may_ask(const struct form *form, size_t index, size_t from)
{
	return form->logic && form->logic->fixed[index].last >= (int)from;
}

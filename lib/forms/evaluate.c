/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/evaluate.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/wipe_json.h"
#include "lib/forms/evaluate_run.h"
#include "lib/forms/leaving.h"
#include "lib/forms/moment.h"

/* Of operators and components looked at, for one evaluation: a tenth of a
 * second at most. */
enum { MOST_STEPS = 1000 * 1000 };

const json_t *evaluation_value(
	const struct evaluation *evaluation, size_t index)
{
	return evaluation->values[index];
}

bool evaluation_keeps(
	const struct evaluation *evaluation, const struct form *form, size_t index)
{
	const struct component *component = &form->components[index];

	return evaluation->visible[index] ||
		   (!component->clear_on_hide &&
			   evaluation->steps[component->step].applicable);
}

void evaluation_own(struct evaluation *evaluation, void *taken)
{
	evaluation->owned =
		mem_more(evaluation->owned, evaluation->n_owned, sizeof(void *));
	evaluation->owned[evaluation->n_owned++] = taken;
}

void evaluation_free(struct evaluation *evaluation)
{
	if (!evaluation)
		return;
	/* Answers may be filled in in a text. */
	for (size_t i = 0; i < evaluation->n_owned; i++) {
		explicit_bzero(
			evaluation->owned[i], malloc_usable_size(evaluation->owned[i]));
		free(evaluation->owned[i]);
	}
	free(evaluation->owned);
	free(evaluation->visible);
	free(evaluation->components);
	free(evaluation->steps);
	free(evaluation->values);
	json_wipe(evaluation->set);
	free(evaluation);
}

/* Puts an answer where rules read it, or takes it away. */
static void put_datum(struct working *working, size_t index)
{
	const struct component *component = &working->form->components[index];
	const char *key = component->key;
	bool keeps = sight_keeps(&working->sight, index);
	json_t *value, *outer;

	working->known[index] = keeps ? 1 : 0;
	if (component->part) {
		put_datum(working, (size_t)component->parent);
		return;
	}
	value = keeps ? evaluation_leaving(working->result, index) : NULL;
	outer = inner_object(working->data, &key, value != NULL);
	if (!outer)
		return;
	if (value)
		json_object_set_new(outer, key, value);
	else
		json_object_del(outer, key);
}

/* After a change in what is seen. */
static void put_data(struct working *working)
{
	for (size_t i = 0; i < working->form->n_components; i++) {
		if ((working->known[i] != 0) != sight_keeps(&working->sight, i))
			put_datum(working, i);
	}
}

static void settle(struct working *working)
{
	int rounds;

	/* Out of steps: once more, at the end. */
	working->stale = working->world.steps < 0;
	if (working->stale)
		return;
	rounds = sight_settle(&working->sight);

	working->world.steps -= rounds * (long)working->form->n_components;
	if (working->data)
		put_data(working);
}

static void put_text(json_t *data, const char *name, char *taken)
{
	json_object_set_new(data, name, json_string(taken));
	free(taken);
}

static void put_variables(struct working *working)
{
	const struct logic *logic = working->form->logic;
	struct date today = working->world.today;
	char day[16];

	json_object_update(working->data, logic->constants);
	json_object_update(working->data, logic->variables);
	date_to_text(today, day);
	json_object_set_new(working->data, "today", json_string(day));
	json_object_set_new(
		working->data, "current_year", json_integer(today.year));
	put_text(working->data, "now", stamp_text(stamp_now(today), 'T'));
}

static void begin_data(struct working *working)
{
	working->data = json_object();
	working->world.data = working->data;
	working->world.kinds = working->form->logic->kinds;
	put_variables(working);
	for (size_t i = 0; i < working->form->n_components; i++)
		put_datum(working, i);
}

/* Hidden or shown; only what depends on it is looked at again. */
static void look_again(struct working *working, size_t index)
{
	char before = working->result->visible[index];

	if (working->form->logic->watched[index]) {
		settle(working);
		return;
	}
	sight_look(&working->sight, index);
	if (working->result->visible[index] != before)
		put_datum(working, index);
}

static void hide(
	struct working *working, size_t index, bool hidden, bool forced)
{
	bool changes =
		working->hidden[index] != hidden || working->forced[index] != forced;

	working->decided[index] = 1;
	working->hidden[index] = hidden ? 1 : 0;
	working->forced[index] = forced ? 1 : 0;
	if (changes)
		look_again(working, index);
}

static void set_component(struct working *working, size_t index, json_t *taken)
{
	const struct component *component = &working->form->components[index];
	struct evaluation *result = working->result;
	json_t *answer = as_answer(component, taken);
	const json_t *before = result->values[index];

	if (!answer)
		return;
	if (before && json_equal(before, answer)) {
		json_wipe(answer);
		return;
	}
	json_object_set_new(result->set, component->key, answer);
	result->values[index] = answer;
	working->known[index] = 0;
	if (working->form->logic->watched[index])
		settle(working);
	put_datum(working, index);
}

static void set_variable(struct working *working, const struct action *action)
{
	json_t *value = rule_value(action->value, &working->world);

	if (!value)
		return;
	if (action->component >= 0)
		set_component(working, (size_t)action->component, value);
	else
		json_object_set_new(working->data, action->variable, value);
}

static void block_step(struct working *working, const struct form_rule *rule,
	const struct action *action)
{
	size_t from = (size_t)rule->first_step, to = working->form->n_steps;

	if (action->step >= 0) {
		from = (size_t)action->step;
		to = from + 1;
	}
	working->world.steps -= (long)(to - from);
	for (size_t i = from; i < to; i++) {
		struct step_state *step = &working->result->steps[i];

		if (!step->blocked || rule->last < step->last) {
			step->explanation = rule->explanation;
			step->last = rule->last;
		}
		step->blocked = true;
	}
}

static void apply_step(struct working *working, const struct action *action)
{
	size_t step = (size_t)action->step;

	if ((working->applicable[step] != 0) == action->state)
		return;
	working->applicable[step] = action->state ? 1 : 0;
	working->result->steps[step].applicable = action->state;
	settle(working);
}

static void carry_out(struct working *working, const struct form_rule *rule,
	const struct action *action)
{
	struct component *components = working->result->components;

	working->world.steps--;
	switch (action->kind) {
	case ACTION_HIDDEN:
		hide(working, (size_t)action->component, action->state, action->state);
		break;
	case ACTION_REQUIRED:
		components[action->component].limits.required = action->state;
		break;
	case ACTION_DISABLED:
		components[action->component].disabled = action->state;
		break;
	case ACTION_VARIABLE:
		set_variable(working, action);
		break;
	case ACTION_NO_NEXT:
		block_step(working, rule, action);
		break;
	case ACTION_STEP:
		apply_step(working, action);
		break;
	}
}

/* What it would have hidden or shown is now as the form has it. */
static void leave(struct working *working, const struct form_rule *rule)
{
	for (size_t i = 0; i < rule->n_actions; i++) {
		const struct action *action = &rule->actions[i];
		size_t index = (size_t)action->component;

		if (action->kind == ACTION_HIDDEN && !working->decided[index])
			hide(
				working, index, working->form->components[index].hidden, false);
	}
}

static void follow_rules(struct working *working)
{
	const struct logic *logic = working->form->logic;

	for (size_t i = 0; i < logic->n_rules; i++) {
		const struct form_rule *rule = &logic->rules[i];

		if (!rule->n_actions)
			continue;
		if (!rule_holds(rule->trigger, &working->world)) {
			leave(working, rule);
			continue;
		}
		for (size_t j = 0; j < rule->n_actions && working->world.steps >= 0;
			 j++)
			carry_out(working, rule, &rule->actions[j]);
	}
	if (working->stale) {
		working->world.steps = 0;
		settle(working);
	}
	if (working->world.steps < 0)
		log_error("form %s: its rules cost too much, some were not followed",
			working->form->slug);
}

/*
 * Until its rule was looked at, a component that a rule hides or shows counts
 * as shown, so that what was answered is there for the rules before.
 */
static void begin_hidden(struct working *working)
{
	const struct form *form = working->form;
	const struct logic *logic = form->logic;

	for (size_t i = 0; i < form->n_components; i++)
		working->hidden[i] = form->components[i].hidden ? 1 : 0;
	for (size_t i = 0; logic && i < logic->n_rules; i++) {
		for (size_t j = 0; j < logic->rules[i].n_actions; j++) {
			const struct action *action = &logic->rules[i].actions[j];

			if (action->kind == ACTION_HIDDEN)
				working->hidden[action->component] = 0;
		}
	}
}

static struct evaluation *new_result(
	const struct form *form, const struct answers *answers, struct date today)
{
	struct evaluation *result = mem_new(1, sizeof *result);
	size_t n = form->n_components;

	result->form = form;
	result->today = today.day ? today : date_today();
	result->n_components = n;
	result->visible = mem_new(n + 1, 1);
	result->components = mem_new(n + 1, sizeof *result->components);
	if (n)
		memcpy(result->components, form->components,
			n * sizeof *result->components);
	result->steps = mem_new(form->n_steps + 1, sizeof *result->steps);
	result->values = mem_new(n + 1, sizeof(void *));
	result->introduction = form->introduction;
	result->explanation = form->explanation;
	result->help = form->help;
	for (size_t i = 0; i < n; i++)
		result->values[i] = answers_value(answers, &form->components[i]);
	for (size_t i = 0; i < form->n_steps; i++)
		result->steps[i] =
			(struct step_state){ .applicable = form->steps[i].is_applicable,
				.explanation = -1,
				.last = -1 };
	return result;
}

static struct evaluation *evaluate_within(const struct form *form,
	const struct answers *answers, struct date today,
	const struct evaluation *outer)
{
	size_t n = form->n_components;
	struct evaluation *result = new_result(form, answers, today);
	char *bytes = mem_new(4 * n + form->n_steps + 1, 1);
	struct working working = { .form = form,
		.result = result,
		.hidden = bytes,
		.forced = bytes + n,
		.decided = bytes + 2 * n,
		.known = bytes + 3 * n,
		.applicable = bytes + 4 * n,
		.world = { .today = result->today, .steps = MOST_STEPS } };

	for (size_t i = 0; i < form->n_steps; i++)
		working.applicable[i] = form->steps[i].is_applicable ? 1 : 0;
	working.sight = (struct sight){ .form = form,
		.values = result->values,
		.hidden = working.hidden,
		.forced = working.forced,
		.applicable = working.applicable,
		.visible = result->visible,
		.outer = outer };
	begin_hidden(&working);
	settle(&working);
	if (form->logic) {
		result->set = json_object();
		begin_data(&working);
		follow_rules(&working);
		fill_view(&working);
		json_wipe(working.data);
	}
	require_parts(result);
	free(bytes);
	return result;
}

struct evaluation *evaluate(
	const struct form *form, const struct answers *answers, struct date today)
{
	return evaluate_within(form, answers, today, NULL);
}

struct evaluation *evaluate_row(
	const struct evaluation *outer, size_t index, const struct answers *row)
{
	const struct repeat *repeat = outer->components[index].repeat;

	return evaluate_within(repeat->form, row, outer->today, outer);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/condition.h"
#include "lib/forms/loader.h"
#include "lib/forms/typed.h"

/* Old exports say "true" where new ones say true; "" is no answer. */
static bool read_show(const struct node *condition, bool *show)
{
	struct node found = node_get(condition, "show");
	const char *word = json_string_value(found.json);

	if (!found.json)
		return false;
	*show = json_is_true(found.json) || (word && !strcmp(word, "true"));
	if (json_is_boolean(found.json) ||
		(word && (*show || strcmp(word, "false") == 0)))
		return true;
	return node_fault(
		&found, "%s where true or false must stand", json_kind(found.json));
}

void load_condition(const struct node *node, struct component *component)
{
	struct node found = node_object(node, "conditional");
	const char *when = node_text(&found, "when");
	/* Not by node_get: here "" means something, that nothing was answered. */
	json_t *eq = json_object_get(found.json, "eq");
	bool show = true;

	if (!read_show(&found, &show) || !*when || !eq || json_is_null(eq))
		return;
	component->condition = (struct condition){ .set = true,
		.show = show,
		.when = mem_text(when),
		.at = -1,
		.eq = json_deep_copy(eq) };
}

/* Old exports hold `eq` as a text; gives it the type of what is asked. */
static json_t *typed_eq(const struct component *when, const json_t *eq)
{
	const char *word = json_string_value(eq);
	json_t *number = NULL;

	if (!word || !*word)
		return NULL;
	if (when->type == COMPONENT_CHECKBOX && strcmp(word, "true") == 0)
		return json_true();
	if (when->type == COMPONENT_CHECKBOX && strcmp(word, "false") == 0)
		return json_false();
	if (when->type == COMPONENT_NUMBER || when->type == COMPONENT_CURRENCY)
		number = json_loads(word, JSON_DECODE_ANY, NULL);
	if (number && !json_is_number(number)) {
		json_decref(number);
		number = NULL;
	}
	return number;
}

/* Where the names of conditions are looked up: in a row, and around it. */
struct scope {
	const struct form *form;
	const struct scope *around; /* NULL for the form itself */
	const char *grid;           /* key of what the rows belong to */
};

/* In a row its own questions are "GRID.KEY". */
static const struct component *find_when(
	const struct scope *scope, struct condition *condition)
{
	size_t n = scope->grid ? strlen(scope->grid) : 0;
	const struct component *found = NULL;

	condition->outer = false;
	if (n && strncmp(condition->when, scope->grid, n) == 0 &&
		condition->when[n] == '.')
		found = form_find(scope->form, condition->when + n + 1);
	if (!found && scope->around) {
		found = form_find(scope->around->form, condition->when);
		condition->outer = found != NULL;
	}
	return found ? found : form_find(scope->form, condition->when);
}

static void settle(struct loader *loader, const struct node *node,
	const struct scope *scope, struct component *component)
{
	struct condition *condition = &component->condition;
	const struct component *when = find_when(scope, condition);
	const struct form *form =
		condition->outer && scope->around ? scope->around->form : scope->form;
	json_t *eq;

	if (!when) {
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' depends on '%s', which is not asked here",
			component->key, condition->when);
		return;
	}
	condition->at = (int)(when - form->components);
	eq = typed_eq(when, condition->eq);
	if (eq) {
		json_decref(condition->eq);
		condition->eq = eq;
	}
}

/* What decides whether a component is seen, followed one step at a time. */
struct walk {
	const struct form *form;
	char *state; /* a byte a component: 0 new, 1 on the way, 2 done */
	size_t *way; /* the components on the way */
	bool *turns; /* whether the step from each to the next turns around */
	size_t n_way;
};

/*
 * Whether what `component` depends on, when hidden, hides it, so that hiding
 * goes on through the condition (false) or turns around (true).
 */
static bool turns_around(const struct component *component)
{
	const json_t *eq = component->condition.eq;
	bool matches_nothing = json_is_string(eq) && !*json_string_value(eq);

	return matches_nothing == component->condition.show;
}

static bool report(
	const struct walk *walk, size_t back, const struct node *node)
{
	const struct form *form = walk->form;
	struct text said = { 0 };
	size_t from = 0;
	bool turned = false;

	while (walk->way[from] != back)
		from++;
	for (size_t i = from; i < walk->n_way; i++) {
		turned ^= walk->turns[i];
		text_addf(
			&said, "'%s' depends on ", form->components[walk->way[i]].key);
	}
	if (turned)
		node_fault(node, "conditions never settle: %s'%s'", said.bytes,
			form->components[back].key);
	text_clear(&said);
	return !turned;
}

static bool walk_from(struct walk *walk, size_t index, const struct node *node);

static bool walk_to(
	struct walk *walk, size_t next, bool turns, const struct node *node)
{
	if (next >= walk->form->n_components || walk->state[next] == 2)
		return true;
	walk->turns[walk->n_way - 1] = turns;
	if (walk->state[next] == 1)
		return report(walk, next, node);
	return walk_from(walk, next, node);
}

/* The way is as long as there are components at most (2000). */
static bool walk_from(struct walk *walk, size_t index, const struct node *node)
{
	const struct component *component = &walk->form->components[index];
	bool fine = true;

	walk->state[index] = 1;
	walk->way[walk->n_way++] = index;
	if (component->parent >= 0)
		fine = walk_to(walk, (size_t)component->parent, false, node);
	if (fine && component->condition.set && component->condition.at >= 0 &&
		!component->condition.outer) {
		size_t when = (size_t)component->condition.at;

		/* What keeps its answer when hidden passes no hiding on. */
		if (walk->form->components[when].clear_on_hide)
			fine = walk_to(walk, when, turns_around(component), node);
	}
	walk->n_way--;
	walk->state[index] = 2;
	return fine;
}

/*
 * A circle of conditions settles, unless hiding a question in the end shows
 * it again: it turns around an odd number of times.
 */
static void refuse_endless(const struct form *form, const struct node *node)
{
	size_t n = form->n_components;
	struct walk walk = { .form = form,
		.state = mem_new(n, 1),
		.way = mem_new(n, sizeof *walk.way),
		.turns = mem_new(n, sizeof *walk.turns) };

	for (size_t i = 0; i < n; i++) {
		if (!walk.state[i] && !walk_from(&walk, i, node))
			break;
	}
	free(walk.turns);
	free(walk.way);
	free(walk.state);
}

/* That of a part of an address knows already what it depends on. */
static bool is_open(const struct component *component)
{
	return component->condition.set && component->part == PART_NONE;
}

static void settle_rows(struct loader *loader, const struct node *node,
	const struct scope *around, const struct component *component)
{
	const struct form *row = component->repeat->form;
	struct scope scope = { row, around, component->key };

	for (size_t i = 0; i < row->n_components; i++) {
		if (is_open(&row->components[i]))
			settle(loader, node, &scope, &row->components[i]);
		if (row->components[i].repeat)
			settle_rows(loader, node, &scope, &row->components[i]);
	}
	refuse_endless(row, node);
}

void settle_conditions(struct loader *loader, const struct node *form)
{
	struct node steps = node_get(form, "steps");
	struct scope scope = { loader->form, NULL, NULL };

	for (size_t i = 0; i < loader->form->n_components; i++) {
		struct component *component = &loader->form->components[i];
		struct node step = node_at(&steps, (size_t)component->step);

		if (is_open(component))
			settle(loader, &step, &scope, component);
		if (component->repeat)
			settle_rows(loader, &step, &scope, component);
	}
	refuse_endless(loader->form, &steps);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/visible.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/forms/condition.h"

enum { MOST_ROUNDS = 50 };

static bool answer_is_empty_list(const json_t *value)
{
	return !value || json_is_null(value) ||
		   (json_is_array(value) && !json_array_size(value));
}

/* Of what takes several answers one is enough. */
static bool list_holds(const json_t *list, const json_t *eq)
{
	json_t *one;
	size_t i;

	json_array_foreach(lend(list), i, one)
	{
		if (json_equal(one, eq))
			return true;
	}
	return false;
}

bool condition_matches(
	const struct component *when, const json_t *value, const json_t *eq)
{
	const char *word = json_string_value(eq);

	if (when->type == COMPONENT_SELECTBOXES)
		return word && json_is_true(json_object_get(value, word));
	if (answer_is_empty_list(value))
		return word && !*word;
	if (json_is_array(value))
		return list_holds(value, eq);
	if (json_is_number(value) && json_is_number(eq))
		return json_number_value(value) == json_number_value(eq);
	return json_equal(value, eq) == 1;
}

bool sight_keeps(const struct sight *sight, size_t index)
{
	const struct component *component = &sight->form->components[index];

	return sight->visible[index] ||
		   (!component->clear_on_hide && sight->applicable[component->step]);
}

/* The answer that counts now: none when it went with its question. */
static const json_t *current(
	const struct component *component, const json_t *value, bool visible)
{
	if (!visible && component->clear_on_hide)
		return NULL;
	if (!value && component->type == COMPONENT_CHECKBOX)
		return json_false();
	return value;
}

static bool shows_itself(const struct sight *sight, size_t index)
{
	const struct component *component = &sight->form->components[index];
	const struct condition *condition = &component->condition;
	const struct evaluation *outer = condition->outer ? sight->outer : NULL;
	const struct component *when;
	const json_t *value;
	size_t at;

	if (sight->forced[index])
		return false;
	if (!condition->set)
		return !sight->hidden[index];
	if (condition->at < 0 || (condition->outer && !outer))
		return !condition->show;
	at = (size_t)condition->at;
	when = outer ? &outer->form->components[at] : &sight->form->components[at];
	value = outer ? current(when, outer->values[at], outer->visible[at])
				  : current(when, sight->values[at], sight->visible[at]);
	return condition_matches(when, value, condition->eq) == condition->show;
}

static bool decide(const struct sight *sight, size_t index)
{
	const struct component *component = &sight->form->components[index];

	return sight->applicable[component->step] &&
		   (component->parent < 0 || sight->visible[component->parent]) &&
		   shows_itself(sight, index);
}

void sight_look(struct sight *sight, size_t index)
{
	sight->visible[index] = decide(sight, index) ? 1 : 0;
}

/* The first component that changed, or the number of components. */
static size_t look(struct sight *sight, bool backward)
{
	size_t n = sight->form->n_components;
	size_t changed = n;

	for (size_t i = 0; i < n; i++) {
		size_t at = backward ? n - 1 - i : i;
		char now = decide(sight, at) ? 1 : 0;

		if (now != sight->visible[at] && changed == n)
			changed = at;
		sight->visible[at] = now;
	}
	return changed;
}

/*
 * Loading refuses what surely never settles. Where something still does not,
 * a question too many is better than one too few.
 */
static void give_up(struct sight *sight, size_t changed)
{
	char *before = mem_copy(sight->visible, sight->form->n_components);

	log_error("form %s: conditions do not settle at component %s",
		sight->form->slug, sight->form->components[changed].key);
	look(sight, false);
	for (size_t i = 0; i < sight->form->n_components; i++)
		sight->visible[i] = (char)(sight->visible[i] | before[i]);
	free(before);
}

int sight_settle(struct sight *sight)
{
	size_t n = sight->form->n_components;
	size_t changed = 0;
	int round = 0;

	memset(sight->visible, 1, n);
	/* A long chain that stands in the form from end to begin settles only a
	 * link a round, unless it is read backward. */
	for (; round < MOST_ROUNDS && changed < n; round++)
		changed = look(sight, round >= MOST_ROUNDS / 2);
	if (changed < n)
		give_up(sight, changed);
	return round;
}

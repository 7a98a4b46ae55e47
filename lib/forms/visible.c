/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/forms/answers.h"
#include "lib/forms/condition.h"

enum { MOST_ROUNDS = 50 };

bool condition_matches(
	const struct component *when, const json_t *value, const json_t *eq)
{
	const char *word = json_string_value(eq);

	if (when->type == COMPONENT_SELECTBOXES)
		return word && json_is_true(json_object_get(value, word));
	if (!value || json_is_null(value))
		return word && !*word;
	if (json_is_number(value) && json_is_number(eq))
		return json_number_value(value) == json_number_value(eq);
	return json_equal(value, eq) == 1;
}

struct sight {
	const struct answers *answers;
	const struct form *form;
	int *when; /* index of what a component depends on, -1 for nothing */
	char *visible;
};

/* The answer that counts now: none when it went with its question. */
static const json_t *current(const struct sight *sight, int index)
{
	const struct component *component = &sight->form->components[index];
	const json_t *value = answers_value(sight->answers, component);

	if (!sight->visible[index] && component->clear_on_hide)
		return NULL;
	if (!value && component->type == COMPONENT_CHECKBOX)
		return json_false();
	return value;
}

static bool shows_itself(const struct sight *sight, size_t index)
{
	const struct component *component = &sight->form->components[index];
	const struct condition *condition = &component->condition;
	int when = sight->when[index];
	const json_t *value;

	if (!condition->set)
		return !component->hidden;
	if (when < 0)
		return !condition->show;
	value = current(sight, when);
	return condition_matches(&sight->form->components[when], value,
			   condition->eq) == condition->show;
}

static bool decide(const struct sight *sight, size_t index)
{
	const struct component *component = &sight->form->components[index];

	return sight->form->steps[component->step].is_applicable &&
		   (component->parent < 0 || sight->visible[component->parent]) &&
		   shows_itself(sight, index);
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

static int *resolve(const struct form *form)
{
	int *when = mem_new(form->n_components, sizeof *when);

	for (size_t i = 0; i < form->n_components; i++) {
		const struct condition *condition = &form->components[i].condition;
		const struct component *found =
			condition->set ? form_find(form, condition->when) : NULL;

		when[i] = found ? (int)(found - form->components) : -1;
	}
	return when;
}

char *answers_visible(const struct answers *answers, const struct form *form)
{
	size_t n = form->n_components;
	struct sight sight = { .answers = answers,
		.form = form,
		.when = resolve(form),
		.visible = mem_new(n, 1) };
	size_t changed = 0;

	memset(sight.visible, 1, n);
	/* A long chain that stands in the form from end to begin settles only a
	 * link a round, unless it is read backward. */
	for (int round = 0; round < MOST_ROUNDS && changed < n; round++)
		changed = look(&sight, round >= MOST_ROUNDS / 2);
	if (changed < n)
		give_up(&sight, changed);
	free(sight.when);
	return sight.visible;
}

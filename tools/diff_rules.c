/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules: what each does to one thing, compared by what it says and not by its
 * words, as a label that changed is no other rule. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/diff_parts.h"
#include "tools/import_parts.h"
#include "tools/logic_words.h"

static const char *slug_of(const struct side *side, int step)
{
	return step >= 0 ? side->form->steps[step].slug : "";
}

static bool same_target(const struct comparison *comparison,
	const struct effect *before, const struct effect *now)
{
	return strcmp(before->key, now->key) == 0 &&
		   strcmp(slug_of(comparison->old, before->step),
			   slug_of(comparison->new, now->step)) == 0;
}

static bool same_words(const struct comparison *comparison,
	const struct effect *before, const struct effect *now)
{
	return same_target(comparison, before, now) &&
		   strcmp(before->verb, now->verb) == 0 &&
		   strcmp(slug_of(comparison->old, before->from_step),
			   slug_of(comparison->new, now->from_step)) == 0 &&
		   json_equal(lend(before->trigger), lend(now->trigger)) &&
		   (before->value == now->value ||
			   json_equal(lend(before->value), lend(now->value)));
}

typedef bool likeness(const struct comparison *comparison,
	const struct effect *before, const struct effect *now);

/* Pairs off what is alike, each with one other; `pairs` has for each new one
 * the old one plus 1. */
static void pair(const struct comparison *comparison, size_t *pairs,
	char *taken, likeness *alike)
{
	const struct effects *old = &comparison->old->effects;
	const struct effects *new = &comparison->new->effects;

	for (size_t i = 0; i < new->n; i++) {
		for (size_t j = 0; j < old->n && !pairs[i]; j++) {
			if (taken[j] || !alike(comparison, &old->list[j], &new->list[i]))
				continue;
			taken[j] = 1;
			pairs[i] = j + 1;
		}
	}
}

static void target_words(
	struct text *out, const struct side *side, const struct effect *effect)
{
	if (effect->step >= 0) {
		text_add(out, "the step ");
		quoted_words(out, side->form->steps[effect->step].name.text);
	} else if (*effect->key) {
		name_words(out, side->form, effect->key);
	} else {
		text_add(out, "the form");
	}
	text_add(out, ": ");
}

static void tell_rule(struct comparison *comparison, const char *words,
	const struct side *side, const struct effect *effect)
{
	struct text *out = diff_line(comparison, words);

	target_words(out, side, effect);
	effect_words(out, side->form, effect);
	diff_end(comparison);
}

static void tell_changed(struct comparison *comparison,
	const struct effect *before, const struct effect *now)
{
	struct text *out = diff_line(comparison, "changed: ");

	target_words(out, comparison->new, now);
	effect_words(out, comparison->new->form, now);
	text_add(out, "; was: ");
	effect_words(out, comparison->old->form, before);
	diff_end(comparison);
}

static void diff_order(struct comparison *comparison, const size_t *pairs)
{
	size_t last = 0;

	for (size_t i = 0; i < comparison->new->effects.n; i++) {
		if (pairs[i] && pairs[i] < last) {
			diff_line(comparison, "they are carried out in another order");
			diff_end(comparison);
			return;
		}
		last = pairs[i] ? pairs[i] : last;
	}
}

static const json_t *variable_called(const struct side *side, const char *key)
{
	json_t *variable;
	size_t i;

	json_array_foreach(json_object_get(side->json, "variables"), i, variable)
	{
		if (strcmp(json_text(variable, "key"), key) == 0)
			return variable;
	}
	return NULL;
}

/* What a variable begins as; what is there for a question is told with it. */
static void diff_variable(struct comparison *comparison, const char *key)
{
	const json_t *before = variable_called(comparison->old, key);
	const json_t *now = variable_called(comparison->new, key);
	const json_t *was = json_object_get(before, "initialValue");
	const json_t *is = json_object_get(now, "initialValue");
	struct text *out;

	if (strcmp(json_text(now ? now : before, "source"), "component") == 0 ||
		(before && now && (was == is || json_equal(lend(was), lend(is)))))
		return;
	out = diff_line(comparison, "the variable ");
	quoted_words(out, key);
	if (!now) {
		text_add(out, " is gone");
	} else {
		text_add(out, before ? " begins as " : " is new; it begins as ");
		value_words(out, NULL, is);
	}
	if (before && now) {
		text_add(out, "; that was ");
		value_words(out, NULL, was);
	}
	diff_end(comparison);
}

static void diff_variables(struct comparison *comparison)
{
	const struct side *const sides[] = { comparison->new, comparison->old };

	for (size_t i = 0; i < 2; i++) {
		json_t *variable;
		size_t j;

		json_array_foreach(
			json_object_get(sides[i]->json, "variables"), j, variable)
		{
			const char *key = json_text(variable, "key");

			if (!i || !variable_called(comparison->new, key))
				diff_variable(comparison, key);
		}
	}
}

void diff_rules(struct comparison *comparison)
{
	const struct effects *old = &comparison->old->effects;
	const struct effects *new = &comparison->new->effects;
	size_t *pairs = mem_new(new->n + 1, sizeof *pairs);
	char *same = mem_new(old->n + 1, 1);
	char *taken;

	diff_under(comparison, mem_text("Rules"));
	pair(comparison, pairs, same, same_words);
	taken = mem_copy(same, old->n + 1);
	pair(comparison, pairs, taken, same_target);
	for (size_t i = 0; i < new->n; i++) {
		if (!pairs[i])
			tell_rule(comparison, "new: ", comparison->new, &new->list[i]);
		else if (!same[pairs[i] - 1])
			tell_changed(comparison, &old->list[pairs[i] - 1], &new->list[i]);
	}
	for (size_t i = 0; i < old->n; i++) {
		if (!taken[i])
			tell_rule(comparison, "gone: ", comparison->old, &old->list[i]);
	}
	diff_order(comparison, pairs);
	diff_variables(comparison);
	free(taken);
	free(same);
	free(pairs);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/journey_draft.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/typed.h"

struct draft *draft_new(const char *slug, struct date today)
{
	struct draft *draft = mem_new(1, sizeof(*draft));

	draft->slug = mem_text(slug);
	draft->answers = answers_new();
	answers_dated(draft->answers, today);
	return draft;
}

void draft_free(struct draft *draft)
{
	if (!draft)
		return;
	for (size_t i = 0; i < draft->n_typed; i++) {
		text_wipe(draft->typed[i].key);
		text_wipe(draft->typed[i].text);
	}
	free(draft->typed);
	for (size_t i = 0; i < draft->n_seen; i++)
		free(draft->seen[i]);
	free(draft->seen);
	draft_free(draft->inner);
	if (!draft->outer)
		form_free(draft->source);
	draft_drop_form(draft);
	answers_free(draft->answers);
	free(draft->grid);
	free(draft->slug);
	free(draft);
}

void draft_take_form(struct draft *draft, struct form *taken)
{
	struct form *old = draft->source;

	draft_show_form(draft, taken);
	draft_follow_form(draft);
	form_free(old);
}

static struct typed_text *find_typed(const struct draft *draft, const char *key)
{
	for (size_t i = 0; i < draft->n_typed; i++)
		if (text_same(draft->typed[i].key, key))
			return &draft->typed[i];
	return NULL;
}

bool draft_has_typed(const struct draft *draft)
{
	for (size_t i = 0; i < draft->n_typed; i++)
		if (*draft->typed[i].text)
			return true;
	return false;
}

bool draft_has_answers(const struct draft *draft)
{
	if (draft->inner && draft_has_answers(draft->inner))
		return true;
	return draft_has_typed(draft) || answers_any(draft->answers);
}

char *draft_text(const struct draft *draft, const struct component *component)
{
	const struct typed_text *typed = find_typed(draft, component->key);

	if (typed)
		return mem_text(typed->text);
	return typed_text(component, draft_value(draft, component));
}

void draft_type(
	struct draft *draft, const struct component *component, const char *text)
{
	struct typed_text *typed = find_typed(draft, component->key);
	char *copy = mem_text(text);

	if (!typed)
		typed = find_typed(draft, ""); /* the place of one that was settled */
	if (!typed) {
		draft->typed = mem_more(draft->typed, draft->n_typed, sizeof(*typed));
		typed = &draft->typed[draft->n_typed++];
	}
	if (!text_same(typed->key, component->key)) {
		text_wipe(typed->key);
		typed->key = mem_text(component->key);
	}
	text_wipe(typed->text);
	typed->text = copy;
}

/* mem_more() wants arrays that never shrink, so an emptied entry stays for the
 * next. */
void draft_untype(struct draft *draft, const struct component *component)
{
	struct typed_text *typed = find_typed(draft, component->key);

	if (!typed)
		return;
	text_wipe(typed->text);
	text_wipe(typed->key);
	typed->key = mem_text("");
	typed->text = mem_text("");
}

bool draft_saw(const struct draft *draft, const struct component *component)
{
	for (size_t i = 0; i < draft->n_seen; i++)
		if (text_same(draft->seen[i], component->key))
			return true;
	return false;
}

void draft_see(struct draft *draft, const struct component *component)
{
	if (draft_saw(draft, component))
		return;
	draft->seen = mem_more(draft->seen, draft->n_seen, sizeof(char *));
	draft->seen[draft->n_seen++] = mem_text(component->key);
}

static struct problem typing_problem(
	const struct component *component, enum problem_code code)
{
	struct problem problem = { .component = component, .code = code };

	if (code == PROBLEM_DECIMALS)
		problem.limit = component->limits.decimals;
	return problem;
}

/* Wrong input stays as it was typed, and the answer before it stays too. */
static struct problem settle_typed(
	struct draft *draft, const struct component *component, struct date today)
{
	char *text = draft_text(draft, component);
	json_t *value = NULL;
	enum problem_code code = typed_value(component, text, &value);
	struct problem problem = typing_problem(component, code);

	text_wipe(text);
	if (!code)
		problem = check_value(component, value, today);
	if (problem.code) {
		json_decref(value);
		return problem;
	}
	draft_untype(draft, component);
	draft_answer(draft, component, value ? value : json_null());
	return problem;
}

struct problem draft_settle(
	struct draft *draft, const struct component *component, struct date today)
{
	if (component_is_typed(component))
		return settle_typed(draft, component, today);
	if (!component_has_answer(component))
		return (struct problem){ .component = component };
	return draft_problem(draft, component);
}

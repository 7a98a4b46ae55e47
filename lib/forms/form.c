/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/forms/logic.h"
#include "lib/forms/rule.h"
#include "lib/forms/service.h"

const struct component *form_find(const struct form *form, const char *key)
{
	for (size_t i = 0; i < form->n_components; i++) {
		if (strcmp(form->components[i].key, key) == 0)
			return &form->components[i];
	}
	return NULL;
}

bool component_has_answer(const struct component *component)
{
	return component->type < COMPONENT_CONTENT;
}

bool component_is_whole(const struct component *component)
{
	return component->type == COMPONENT_ADDRESS ||
		   component->type == COMPONENT_PROFILE;
}

const struct option *component_option(
	const struct component *component, const char *value)
{
	for (size_t i = 0; i < component->n_options; i++) {
		if (strcmp(component->options[i].value, value) == 0)
			return &component->options[i];
	}
	return NULL;
}

bool component_error(const struct component *component, const char *code,
	struct phrase *borrowed)
{
	const json_t *error = json_object_get(component->errors, code);
	const char *text = json_string_value(json_object_get(error, "text"));
	const char *language =
		json_string_value(json_object_get(error, "language"));

	if (!text || !language)
		return false;
	/* Lent, not to be changed: a phrase elsewhere owns its text. */
	borrowed->text = lend(text);
	snprintf(borrowed->language, sizeof borrowed->language, "%s", language);
	return true;
}

static void option_clear(struct option *option)
{
	free(option->value);
	free(option->label.text);
	free(option->description.text);
}

static void repeat_free(struct repeat *repeat)
{
	if (!repeat)
		return;
	form_free(repeat->form);
	free(repeat->one.text);
	free(repeat->add.text);
	free(repeat->remove.text);
	free(repeat);
}

static void component_clear(struct component *component)
{
	struct phrase *const phrases[] = { &component->label,
		&component->description, &component->tooltip, &component->placeholder,
		&component->content, &component->suffix };

	for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
		free(phrases[i]->text);
	for (size_t i = 0; i < component->n_options; i++)
		option_clear(&component->options[i]);
	free(component->options);
	for (size_t i = 0; i < component->n_faqs; i++) {
		free(component->faqs[i].label.text);
		free(component->faqs[i].content.text);
	}
	free(component->faqs);
	free(component->key);
	free(component->autocomplete);
	free(component->limits.pattern);
	free(component->limits.min_time);
	free(component->limits.max_time);
	free(component->limits.min_date.variable);
	free(component->limits.max_date.variable);
	rule_free(component->items);
	repeat_free(component->repeat);
	free(component->condition.when);
	json_decref(component->condition.eq);
	json_decref(component->default_value);
	json_decref(component->errors);
}

static void components_free(struct component *components, size_t n)
{
	for (size_t i = 0; i < n; i++)
		component_clear(&components[i]);
	free(components);
}

void form_free(struct form *form)
{
	if (!form)
		return;
	for (size_t i = 0; i < form->n_steps; i++) {
		free(form->steps[i].slug);
		free(form->steps[i].uuid);
		free(form->steps[i].name.text);
		free(form->steps[i].previous.text);
		free(form->steps[i].next.text);
	}
	free(form->steps);
	components_free(form->components, form->n_components);
	components_free(form->statements, form->n_statements);
	logic_free(form->logic);
	service_clear(&form->service);
	free(form->name.text);
	free(form->introduction.text);
	free(form->explanation.text);
	free(form->help.text);
	free(form->begin.text);
	free(form->previous.text);
	free(form->change.text);
	free(form->confirm.text);
	free(form->slug);
	free(form->reason);
	free(form);
}

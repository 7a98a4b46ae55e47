/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "tools/import_parts.h"
#include "tools/logic_words.h"
#include "tools/raw_component.h"
#include "tools/show.h"

static void add_plain(struct text *out, const char *text)
{
	char *safe = safe_text(text, false);

	text_add(out, safe);
	free(safe);
}

static void indent(struct text *out, int depth)
{
	for (int i = 0; i < depth; i++)
		text_add(out, "  ");
}

static void add_head(struct text *out, const struct form *form)
{
	static const char *const reaches[] = {
		[FORM_OFFLINE] = "yes, also when the network is down",
		[FORM_ONLINE] = "only while there is a network",
		[FORM_NOT_HERE] = "no",
	};

	add_plain(out, form->name.text);
	text_addf(out, " [%s]\n", form->slug);
	text_addf(out, "On the kiosk: %s", reaches[form->reach]);
	if (!text_empty(form->reason)) {
		text_add(out, ", as ");
		add_plain(out, form->reason);
	}
	text_add(out, "\n");
	if (!form->complete)
		text_addf(out,
			"Not everything is translated into '%s'; the rest is in Dutch.\n",
			form->language);
}

static void add_effects(
	struct text *out, const struct shown *shown, const char *key, int depth)
{
	for (size_t i = 0; i < shown->effects.n; i++) {
		const struct effect *effect = &shown->effects.list[i];

		if (effect->step >= 0 || strcmp(effect->key, key) != 0)
			continue;
		indent(out, depth);
		effect_words(out, shown->form, effect);
		text_addf(out, " (rule %zu)\n", effect->rule);
	}
}

static void add_options(
	struct text *out, const struct shown *shown, const struct asked *asked)
{
	const struct component *component = asked->component;
	const json_t *raw, *expression;

	for (size_t i = 0; i < component->n_options; i++) {
		indent(out, asked->depth + 3);
		text_add(out, "- ");
		add_plain(out, component->options[i].label.text);
		text_add(out, "\n");
	}
	if (!component->items)
		return;
	raw = raw_component(shown->json, asked->key);
	expression =
		json_object_get(json_object_get(raw, "openForms"), "itemsExpression");
	indent(out, asked->depth + 3);
	text_add(out, "- what stands in ");
	logic_words(out, shown->form, expression);
	text_add(out, "\n");
}

static void add_asked(
	struct text *out, const struct shown *shown, const struct asked *asked)
{
	const struct component *component = asked->component;
	struct text condition = { 0 };
	const char *text = component->type == COMPONENT_CONTENT
						   ? component->content.text
						   : component->label.text;

	indent(out, asked->depth + 1);
	if (asked->number)
		text_addf(out, "%d. ", asked->number);
	add_plain(out, text_empty(text) ? component->key : text);
	text_add(out, "\n");
	indent(out, asked->depth + 2);
	text_add(out, type_words(component));
	if (component->type == COMPONENT_SEVERAL) {
		text_add(out, ", each ");
		text_add(out, type_words(&component->repeat->form->components[0]));
	}
	limits_words(out, component);
	text_add(out, " [");
	add_plain(out, asked->key);
	text_add(out, "]\n");
	condition_words(&condition, asked);
	if (condition.size) {
		indent(out, asked->depth + 2);
		text_addf(out, "%s\n", condition.bytes);
	}
	text_clear(&condition);
	add_effects(out, shown, asked->key, asked->depth + 2);
	add_options(out, shown, asked);
}

static void add_step_effects(
	struct text *out, const struct shown *shown, int step)
{
	for (size_t i = 0; i < shown->effects.n; i++) {
		const struct effect *effect = &shown->effects.list[i];

		if (effect->step != step)
			continue;
		text_add(out, strcmp(effect->verb, "nobody goes on") == 0
						  ? "  from this step "
						  : "  this step is ");
		effect_words(out, shown->form, effect);
		text_addf(out, " (rule %zu)\n", effect->rule);
	}
}

static void add_step(struct text *out, const struct shown *shown, int step)
{
	const struct step *own = &shown->form->steps[step];

	text_addf(out, "\nStep %d: ", step + 1);
	add_plain(out, text_empty(own->name.text) ? own->slug : own->name.text);
	text_add(out, "\n");
	if (!own->is_applicable)
		text_add(out, "  this step is skipped, unless a rule says otherwise\n");
	add_step_effects(out, shown, step);
	for (size_t i = 0; i < shown->asked.n; i++) {
		if (shown->asked.list[i].step == step)
			add_asked(out, shown, &shown->asked.list[i]);
	}
}

/* What is about no question and no step that there is. */
static void add_other_effects(struct text *out, const struct shown *shown)
{
	const char *heading = "\nOther rules\n";

	for (size_t i = 0; i < shown->effects.n; i++) {
		const struct effect *effect = &shown->effects.list[i];

		if (effect->step >= 0 || asked_find(&shown->asked, effect->key))
			continue;
		text_add(out, heading);
		heading = "";
		text_add(out, "  ");
		if (*effect->key) {
			name_words(out, shown->form, effect->key);
			text_add(out, ": ");
		}
		effect_words(out, shown->form, effect);
		text_addf(out, " (rule %zu)\n", effect->rule);
	}
}

static void add_variables(struct text *out, const struct shown *shown)
{
	const char *heading = "\nVariables\n";
	json_t *variable;
	size_t i;

	json_array_foreach(json_object_get(shown->json, "variables"), i, variable)
	{
		if (strcmp(json_text(variable, "source"), "component") == 0)
			continue;
		text_add(out, heading);
		heading = "";
		text_add(out, "  ");
		quoted_words(out, json_text(variable, "key"));
		text_add(out, " begins as ");
		value_words(out, NULL, json_object_get(variable, "initialValue"));
		text_add(out, "\n");
	}
}

static void add_statements(struct text *out, const struct form *form)
{
	if (form->n_statements)
		text_add(out, "\nBefore sending\n");
	for (size_t i = 0; i < form->n_statements; i++) {
		text_add(out, "  ");
		add_plain(out, text_empty(form->statements[i].label.text)
						   ? form->statements[i].key
						   : form->statements[i].label.text);
		text_add(out, form->statements[i].limits.required
						  ? " (required)\n"
						  : " (may be skipped)\n");
	}
}

void show_outline(struct text *out, const struct shown *shown)
{
	add_head(out, shown->form);
	for (size_t i = 0; i < shown->form->n_steps; i++)
		add_step(out, shown, (int)i);
	add_other_effects(out, shown);
	add_variables(out, shown);
	add_statements(out, shown->form);
}

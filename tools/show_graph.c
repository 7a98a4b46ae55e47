/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The questions of a form as a graph: in their order by arrows, conditions and
 * rules by dotted ones. Nodes are called by numbers of our own, and every text
 * of a form is a label, escaped, so that none is ever read as the language of
 * the graph.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "tools/check_parts.h"
#include "tools/logic_words.h"
#include "tools/show.h"

enum { MOST_LABEL = 90 /* characters */ };
enum shape { SHAPE_QUESTION, SHAPE_TEXT, SHAPE_RULE, SHAPE_END };

/* Labels come in escaped. */
struct style {
	const char *head, *foot, *step_end;
	void (*escape)(struct text *out, uint32_t c);
	void (*step)(struct text *out, int step, const char *label);
	void (*node)(struct text *out, const char *name, enum shape shape,
		const char *label);
	void (*arrow)(struct text *out, const char *from, const char *to);
	void (*dotted)(
		struct text *out, const char *from, const char *to, const char *label);
};

struct graph {
	struct text *out;
	const struct shown *shown;
	const struct style *style;
};

/* Mermaid knows characters by number; all that could mean something to it, or
 * to the Markdown and HTML in it, goes that way. */
static void escape_mermaid(struct text *out, uint32_t c)
{
	bool plain = c > 126 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
				 (c >= 'A' && c <= 'Z') || strchr(" ,.:?!'/+", (int)c);

	if (plain)
		text_add_char(out, c);
	else
		text_addf(out, "#%u;", c);
}

static void step_mermaid(struct text *out, int step, const char *label)
{
	text_addf(out, "  subgraph s%d[\"%s\"]\n", step, label);
}

static void node_mermaid(
	struct text *out, const char *name, enum shape shape, const char *label)
{
	static const char *const before[] = { "[\"", "(\"", "{{\"", "([\"" };
	static const char *const after[] = { "\"]", "\")", "\"}}", "\"])" };

	text_addf(out, "  %s%s%s%s\n", name, before[shape], label, after[shape]);
}

static void arrow_mermaid(struct text *out, const char *from, const char *to)
{
	text_addf(out, "  %s --> %s\n", from, to);
}

static void dotted_mermaid(
	struct text *out, const char *from, const char *to, const char *label)
{
	text_addf(out, "  %s -. \"%s\" .-> %s\n", from, label, to);
}

/* In quotes only these mean something; & begins an entity of HTML. */
static void escape_dot(struct text *out, uint32_t c)
{
	if (c == '&')
		text_add(out, "&amp;");
	else if (c == '"' || c == '\\')
		text_addf(out, "\\%c", (char)c);
	else
		text_add_char(out, c);
}

static void step_dot(struct text *out, int step, const char *label)
{
	text_addf(out, "  subgraph cluster_%d {\n    label=\"%s\";\n", step, label);
}

static void node_dot(
	struct text *out, const char *name, enum shape shape, const char *label)
{
	static const char *const shapes[] = { "box", "note", "hexagon", "ellipse" };

	text_addf(
		out, "  %s [shape=%s, label=\"%s\"];\n", name, shapes[shape], label);
}

static void arrow_dot(struct text *out, const char *from, const char *to)
{
	text_addf(out, "  %s -> %s;\n", from, to);
}

static void dotted_dot(
	struct text *out, const char *from, const char *to, const char *label)
{
	text_addf(
		out, "  %s -> %s [style=dashed, label=\"%s\"];\n", from, to, label);
}

static const struct style mermaid = {
	.head = "flowchart TD\n",
	.foot = "",
	.step_end = "  end\n",
	.escape = escape_mermaid,
	.step = step_mermaid,
	.node = node_mermaid,
	.arrow = arrow_mermaid,
	.dotted = dotted_mermaid,
};

static const struct style dot = {
	.head = "digraph form {\n  node [fontname=\"sans-serif\"];\n"
			"  edge [fontname=\"sans-serif\"];\n",
	.foot = "}\n",
	.step_end = "  }\n",
	.escape = escape_dot,
	.step = step_dot,
	.node = node_dot,
	.arrow = arrow_dot,
	.dotted = dotted_dot,
};

/* One line, no longer than a label should be; the caller frees. */
static char *escaped(const struct graph *graph, const char *text)
{
	struct text out = { 0 };
	char *safe = safe_text(text, false);
	const char *at = safe;
	uint32_t c;

	for (int n = 0; (c = text_next(&at)) != 0; n++) {
		if (n == MOST_LABEL) {
			text_add(&out, "...");
			break;
		}
		graph->style->escape(&out, c);
	}
	free(safe);
	return text_take(&out);
}

static void node(const struct graph *graph, const char *name, enum shape shape,
	struct text *taken_label)
{
	char *label = escaped(graph, taken_label->bytes ? taken_label->bytes : "");

	graph->style->node(graph->out, name, shape, label);
	free(label);
	text_clear(taken_label);
}

static void dotted(const struct graph *graph, const char *from, const char *to,
	const char *words)
{
	char *label = escaped(graph, words);

	graph->style->dotted(graph->out, from, to, label);
	free(label);
}

struct name {
	char text[24];
};

static struct name name_of(char kind, size_t i)
{
	struct name name;

	snprintf(name.text, sizeof name.text, "%c%zu", kind, i + 1);
	return name;
}

static struct name asked_name(const struct graph *graph, const struct asked *at)
{
	return name_of('q', (size_t)(at - graph->shown->asked.list));
}

static void add_asked(const struct graph *graph, const struct asked *asked)
{
	const struct component *component = asked->component;
	struct text label = { 0 };
	const char *text = component->type == COMPONENT_CONTENT
						   ? component->content.text
						   : component->label.text;

	if (asked->number)
		text_addf(&label, "%d: ", asked->number);
	text_add(&label, text_empty(text) ? component->key : text);
	if (asked->number)
		text_addf(&label, " (%s%s)", type_words(component),
			component->limits.required ? ", required" : "");
	node(graph, asked_name(graph, asked).text,
		asked->number ? SHAPE_QUESTION : SHAPE_TEXT, &label);
}

static void add_step(const struct graph *graph, int step)
{
	const struct shown *shown = graph->shown;
	const struct step *own = &shown->form->steps[step];
	struct text text = { 0 };
	char *label;

	text_addf(&text, "Step %d: %s", step + 1,
		text_empty(own->name.text) ? own->slug : own->name.text);
	label = escaped(graph, text.bytes);
	graph->style->step(graph->out, step + 1, label);
	free(label);
	text_clear(&text);
	text_addf(&text, "Step %d", step + 1);
	node(graph, name_of('p', (size_t)step).text, SHAPE_END, &text);
	for (size_t i = 0; i < shown->asked.n; i++) {
		if (shown->asked.list[i].step == step)
			add_asked(graph, &shown->asked.list[i]);
	}
	text_add(graph->out, graph->style->step_end);
}

/* From the start through every step and question to sending. */
static void add_order(const struct graph *graph)
{
	const struct shown *shown = graph->shown;
	struct name before = { "start" };

	for (size_t step = 0; step < shown->form->n_steps; step++) {
		struct name now = name_of('p', step);

		graph->style->arrow(graph->out, before.text, now.text);
		before = now;
		for (size_t i = 0; i < shown->asked.n; i++) {
			if (shown->asked.list[i].step != (int)step)
				continue;
			now = name_of('q', i);
			graph->style->arrow(graph->out, before.text, now.text);
			before = now;
		}
	}
	graph->style->arrow(graph->out, before.text, "finish");
}

/* What a name in a row or a rule stands for, if it is a question here. */
static const struct asked *asked_named(
	const struct graph *graph, const struct form *form, const char *name)
{
	const struct asked_list *list = &graph->shown->asked;
	const char *rest;
	const struct component *found = named_component(form, name, &rest);

	while (found && found->part && found->parent >= 0)
		found = &form->components[found->parent];
	for (size_t i = 0; i < list->n && found; i++) {
		if (list->list[i].component == found)
			return &list->list[i];
	}
	return NULL;
}

static void add_condition(const struct graph *graph, const struct asked *asked)
{
	const struct condition *condition = &asked->component->condition;
	const struct form *form =
		condition->outer && asked->outer ? asked->outer : asked->form;
	const struct asked *when;
	struct text words = { 0 };

	if (!condition->set)
		return;
	when = asked_named(graph, form, condition->when);
	if (when) {
		condition_words(&words, asked);
		dotted(graph, asked_name(graph, when).text,
			asked_name(graph, asked).text, words.bytes);
	}
	text_clear(&words);
}

struct reading {
	const struct graph *graph;
	const char *rule;
	json_t *seen;
};

/* An arrow from each question that a rule reads. */
static void add_reads(const struct reading *reading, const json_t *logic)
{
	const struct graph *graph = reading->graph;
	const char *name = logic_name(logic);
	const struct asked *asked =
		*name ? asked_named(graph, graph->shown->form, name) : NULL;
	const char *key;
	json_t *part;
	size_t i;

	json_array_foreach(logic, i, part)
	{
		add_reads(reading, part);
	}
	json_object_foreach((json_t *)lend(logic), key, part)
	{
		add_reads(reading, part);
	}
	if (!asked || json_object_get(reading->seen, asked->key))
		return;
	json_object_set_new(reading->seen, asked->key, json_true());
	dotted(graph, asked_name(graph, asked).text, reading->rule, "is read by");
}

static void add_rule(const struct graph *graph, const struct effect *effect)
{
	struct name name = name_of('r', effect->rule - 1);
	struct reading reading = { graph, name.text, json_object() };
	struct text label = { 0 };

	text_addf(&label, "Rule %zu: ", effect->rule);
	trigger_words(&label, graph->shown->form, effect);
	node(graph, name.text, SHAPE_RULE, &label);
	add_reads(&reading, effect->trigger);
	json_decref(reading.seen);
}

static void add_effect(const struct graph *graph, size_t index)
{
	const struct effect *effect = &graph->shown->effects.list[index];
	const struct asked *asked =
		*effect->key ? asked_named(graph, graph->shown->form, effect->key)
					 : NULL;
	struct name rule = name_of('r', effect->rule - 1);
	struct name to = name_of('v', index);
	struct text words = { 0 };

	text_add(&words, effect->verb);
	if (effect->value) {
		text_add(&words, " ");
		logic_words(&words, graph->shown->form, effect->value);
	}
	if (asked) {
		to = asked_name(graph, asked);
	} else if (effect->step >= 0) {
		to = name_of('p', (size_t)effect->step);
	} else {
		struct text label = { 0 };

		if (*effect->key)
			name_words(&label, graph->shown->form, effect->key);
		else
			text_add(&label, "The form");
		node(graph, to.text, SHAPE_TEXT, &label);
	}
	dotted(graph, rule.text, to.text, words.bytes);
	text_clear(&words);
}

static void make(
	struct text *out, const struct shown *shown, const struct style *style)
{
	const struct graph graph = { out, shown, style };
	const struct effects *effects = &shown->effects;
	struct text label = { 0 };

	text_add(out, style->head);
	text_add(&label, shown->form->name.text);
	node(&graph, "start", SHAPE_END, &label);
	for (size_t i = 0; i < shown->form->n_steps; i++)
		add_step(&graph, (int)i);
	text_add(&label, "Check and send");
	node(&graph, "finish", SHAPE_END, &label);
	add_order(&graph);
	for (size_t i = 0; i < shown->asked.n; i++)
		add_condition(&graph, &shown->asked.list[i]);
	for (size_t i = 0; i < effects->n; i++) {
		if (!i || effects->list[i].rule != effects->list[i - 1].rule)
			add_rule(&graph, &effects->list[i]);
		add_effect(&graph, i);
	}
	text_add(out, style->foot);
}

void show_mermaid(struct text *out, const struct shown *shown)
{
	make(out, shown, &mermaid);
}

void show_dot(struct text *out, const struct shown *shown)
{
	make(out, shown, &dot);
}

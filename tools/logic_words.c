/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/logic_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tools/check_parts.h"
#include "tools/logic_operators.h"

enum { MOST_DEPTH = 32, MOST_TEXT = 40 /* characters */ };

void quoted_words(struct text *out, const char *text)
{
	char *safe = safe_text(text, false);

	text_addf(out, "'%s'", safe);
	free(safe);
}

/* Of what is to read, its beginning. */
static void begin_words(struct text *out, const char *text)
{
	struct text begin = { 0 };
	uint32_t c;

	for (int n = 0; (c = text_next(&text)) != 0; n++) {
		if (n == MOST_TEXT) {
			text_add(&begin, "...");
			break;
		}
		text_add_char(&begin, c);
	}
	quoted_words(out, begin.bytes);
	text_clear(&begin);
}

static void label_words(struct text *out, const struct component *component)
{
	if (component->type == COMPONENT_CONTENT &&
		!text_empty(component->content.text))
		begin_words(out, component->content.text);
	else
		quoted_words(out, text_empty(component->label.text)
							  ? component->key
							  : component->label.text);
}

const struct component *named_component(
	const struct form *form, const char *name, const char **rest)
{
	const struct component *found = NULL;
	size_t longest = 0;

	*rest = "";
	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		size_t n = strlen(component->key);

		if (n <= longest || strncmp(component->key, name, n) != 0 ||
			(name[n] && name[n] != '.'))
			continue;
		longest = n;
		found = component;
		*rest = name[n] ? name + n + 1 : "";
	}
	return found;
}

void name_words(struct text *out, const struct form *form, const char *name)
{
	const char *rest;
	const struct component *component = named_component(form, name, &rest);

	if (!component && (text_same(name, "today") || text_same(name, "now"))) {
		text_add(out, name);
		return;
	}
	if (!component) {
		text_add(out, "the variable ");
		quoted_words(out, name);
		return;
	}
	if (*rest) {
		const struct option *option = component_option(component, rest);

		quoted_words(out, option && !text_empty(option->label.text)
							  ? option->label.text
							  : rest);
		text_add(out, " of ");
	}
	/* What is a part of an address has no label of its own. */
	while (component->part && component->parent >= 0) {
		quoted_words(out, strrchr(component->key, '.') + 1);
		text_add(out, " of ");
		component = &form->components[component->parent];
	}
	label_words(out, component);
}

static void number_words(struct text *out, double number)
{
	if (number == floor(number) && fabs(number) < 1e15)
		text_addf(out, "%.0f", number);
	else
		text_addf(out, "%.10g", number);
}

/* Marks as {"a": true, "b": false}. */
static void marks_words(
	struct text *out, const struct component *component, const json_t *value)
{
	const char *key, *between = "";
	json_t *mark;
	size_t n = 0;

	json_object_foreach(lend_json(value), key, mark)
	{
		const struct option *option =
			component ? component_option(component, key) : NULL;

		if (json_is_false(mark))
			continue;
		text_add(out, between);
		quoted_words(out, option ? option->label.text : key);
		if (!json_is_true(mark)) {
			text_add(out, ": ");
			value_words(out, NULL, mark);
		}
		between = ", ";
		n++;
	}
	if (!n)
		text_add(out, "nothing marked");
}

static void list_words(
	struct text *out, const struct component *component, const json_t *value)
{
	json_t *item;
	size_t i;

	if (!json_array_size(value))
		text_add(out, "nothing");
	json_array_foreach(value, i, item)
	{
		text_add(out, i ? ", " : "");
		value_words(out, component, item);
	}
}

static void string_words(
	struct text *out, const struct component *component, const char *value)
{
	const struct option *option =
		component ? component_option(component, value) : NULL;

	if (!*value)
		text_add(out, "empty");
	else
		quoted_words(out, option && !text_empty(option->label.text)
							  ? option->label.text
							  : value);
}

void value_words(
	struct text *out, const struct component *component, const json_t *value)
{
	if (json_is_string(value))
		string_words(out, component, json_string_value(value));
	else if (json_is_number(value))
		number_words(out, json_number_value(value));
	else if (json_is_boolean(value))
		text_add(out, json_is_true(value) ? "yes" : "no");
	else if (json_is_array(value))
		list_words(out, component, value);
	else if (json_is_object(value))
		marks_words(out, component, value);
	else
		text_add(out, "nothing");
}

static void tell(struct tell *told, const json_t *logic);

void tell_term(struct tell *told, size_t i)
{
	const json_t *arguments = told->arguments;
	const json_t *term = logic_argument(arguments, i);
	const struct operator_words *own = told->own;
	struct tell inner = *told;
	bool group;

	inner.depth++;
	inner.beside = NULL;
	/* "'Voor wie' is 'Voor mij'": the option of what it is compared with. */
	for (size_t j = 0; j < logic_count(arguments) && !inner.beside; j++) {
		const char *rest;

		if (j != i)
			inner.beside = named_component(
				told->form, logic_name(logic_argument(arguments, j)), &rest);
	}
	group = logic_is_group(term) && own->how != WORDS_CALL;
	text_add(told->out, group ? "(" : "");
	tell(&inner, term);
	text_add(told->out, group ? ")" : "");
}

static void tell_operator(struct tell *told, const char *op)
{
	const struct operator_words *own = operator_words(op);
	size_t n = logic_count(told->arguments);

	told->own = own;
	if (own->say && own->say(told, n))
		return;
	if (own->how == WORDS_BETWEEN && n) {
		for (size_t i = 0; i < n; i++) {
			text_add(told->out, i > 1 && own->chains ? ", which" : "");
			text_add(told->out, i ? own->words : "");
			tell_term(told, i);
		}
		return;
	}
	if (own->words)
		text_add(told->out, own->words);
	else
		quoted_words(told->out, op);
	text_add(told->out, n ? " " : "");
	for (size_t i = 0; i < n; i++) {
		text_add(told->out, i ? ", " : "");
		tell_term(told, i);
	}
}

static void tell_list(struct tell *told, const json_t *list)
{
	struct tell inner = *told;

	inner.arguments = list;
	inner.own = operator_words("merge");
	for (size_t i = 0; i < json_array_size(list); i++) {
		text_add(told->out, i ? ", " : "");
		tell_term(&inner, i);
	}
}

static void tell(struct tell *told, const json_t *logic)
{
	const json_t *arguments = NULL;
	const char *name = logic_name(logic);
	const char *op =
		json_is_object(logic) ? logic_operator(logic, &arguments) : "";
	struct tell inner = *told;

	inner.arguments = arguments;
	if (told->depth > MOST_DEPTH)
		text_add(told->out, "...");
	else if (*name)
		name_words(told->out, told->form, name);
	else if (*op && !json_is_boolean(arguments))
		tell_operator(&inner, op);
	else if (json_is_array(logic) && logic_has_rule(logic))
		tell_list(told, logic);
	else
		value_words(told->out, told->beside, logic);
}

void logic_words(struct text *out, const struct form *form, const json_t *logic)
{
	struct tell told = { .out = out, .form = form };

	tell(&told, logic);
}

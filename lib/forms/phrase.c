/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/html.h"
#include "lib/forms/loader.h"

struct phrase phrase_empty(void)
{
	return (struct phrase){ .text = mem_text(""), .language = "nl" };
}

void phrase_clear(struct phrase *phrase)
{
	free(phrase->text);
	phrase->text = NULL;
}

static void add_escaped(struct text *out, const char *part)
{
	for (; *part; part++) {
		if (*part == ':' || *part == '%')
			text_addf(out, "%%%02X", (unsigned int)*part);
		else
			text_add_n(out, part, 1);
	}
}

char *context_join(const char *const *parts)
{
	struct text context = { 0 };

	for (size_t i = 0; parts[i]; i++) {
		if (i)
			text_add(&context, ":");
		add_escaped(&context, parts[i]);
	}
	return text_take(&context);
}

char *context_key(
	const struct loader *loader, const struct component *component)
{
	return loader->grid ? text_format("%s.%s", loader->grid, component->key)
						: mem_text(component->key);
}

char *context_of(const struct loader *loader, const struct component *component,
	const char *property)
{
	char *key = context_key(loader, component);
	char *context = CONTEXT(key, property);

	free(key);
	return context;
}

static const char *inline_text(
	const struct node *node, const char *language, const char *property)
{
	struct node open_forms = node_object(node, "openForms");
	struct node languages = node_object(&open_forms, "translations");
	struct node texts = node_object(&languages, language);

	return node_text(&texts, property);
}

static void add_text(struct loader *loader, const struct node *node,
	const char *context, const char *dutch)
{
	if (!loader->texts || !*dutch)
		return;
	if (json_object_get(loader->texts, context))
		node_fault(node, "the place '%s' stands for two texts", context);
	else
		json_object_set_new(loader->texts, context, json_string(dutch));
}

const char *load_choice(struct loader *loader, const struct node *node,
	const struct choice *choice, const char **language)
{
	const char *asked = loader->form->language;
	const char *found;

	add_text(loader, node, choice->context, choice->dutch);
	*language = "nl";
	if (!*choice->dutch || strcmp(asked, "nl") == 0)
		return choice->dutch;
	found =
		json_string_value(json_object_get(loader->overlay, choice->context));
	*language = loader->overlay_language;
	if (found && *found)
		return found;
	*language = asked;
	if (loader->translated && *choice->inlined)
		return choice->inlined;
	loader->form->complete = false;
	*language = "nl";
	return choice->dutch;
}

static char *shown_text(enum phrase_kind kind, const char *text)
{
	return kind == PHRASE_HTML ? html_to_text(text) : safe_text(text, false);
}

struct phrase load_phrase(struct loader *loader, const struct node *node,
	const char *property, enum phrase_kind kind, char *taken_context)
{
	struct phrase phrase = { 0 };
	struct choice choice = { .context = taken_context,
		.dutch = loader->translated ? inline_text(node, "nl", property) : "",
		.inlined = inline_text(node, loader->form->language, property) };
	struct node at = node_get(node, property);
	const char *language, *text;

	if (!*choice.dutch)
		choice.dutch = node_text(node, property);
	text = load_choice(loader, node, &choice, &language);

	phrase.text = shown_text(kind, text);
	/* A translation of which nothing can be seen is none. */
	if (text_empty(phrase.text) && text != choice.dutch) {
		free(phrase.text);
		text = choice.dutch;
		phrase.text = shown_text(kind, text);
		language = "nl";
		loader->form->complete = false;
	}
	if (!loader->fills || !load_fits(loader, phrase.text))
		load_no_template(loader, &at, text);
	snprintf(phrase.language, sizeof phrase.language, "%s", language);
	free(taken_context);
	return phrase;
}

/* {"resolved": what stands on the button, "value": what the author set}, or a
 * text. */
static const char *literal_text(
	const struct node *node, const char *camel, const char *snake)
{
	struct node literals = node_object(node, "literals");
	struct node at = node_either(&literals, camel, snake);

	return json_is_string(at.json) ? json_string_value(at.json)
								   : node_text(&at, "value");
}

struct phrase load_literal(struct loader *loader, const struct node *node,
	const char *camel, const char *snake, char *taken_context)
{
	struct form *form = loader->form;
	struct choice choice = { .context = taken_context,
		.dutch = loader->translated ? inline_text(node, "nl", camel) : "",
		.inlined = inline_text(node, form->language, camel) };
	bool complete = form->complete;
	struct phrase phrase = { 0 };
	const char *language, *text;

	if (!*choice.dutch)
		choice.dutch = literal_text(node, camel, snake);
	text = load_choice(loader, node, &choice, &language);
	if (strcmp(language, "nl") == 0 && strcmp(form->language, "nl") != 0)
		text = "";
	form->complete = complete;
	phrase.text = safe_text(text, false);
	snprintf(phrase.language, sizeof phrase.language, "%s", language);
	free(taken_context);
	return phrase;
}

void load_reach(struct loader *loader, const struct node *node,
	enum form_reach reach, const char *format, ...)
{
	struct form *form = loader->form;
	char *said = NULL, *place, *whole;
	va_list args;

	if (reach <= form->reach)
		return;
	va_start(args, format);
	if (vasprintf(&said, format, args) < 0)
		said = mem_text("out of memory");
	va_end(args);
	place = node_place(node);
	whole = text_format("%s%s%s", place, *place ? ": " : "", said);
	free(form->reason);
	form->reason = safe_text(whole, false);
	form->reach = reach;
	free(whole);
	free(place);
	free(said);
}

void load_no_template(
	struct loader *loader, const struct node *node, const char *text)
{
	if (strstr(text, "{{") || strstr(text, "{%"))
		load_reach(loader, node, FORM_ONLINE,
			"a template, which only the server can fill in");
}

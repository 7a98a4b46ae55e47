/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "lib/forms/html.h"
#include "lib/forms/loader.h"

/* Open Forms fills these in itself, so they are no templates: "{{ minTime }}".
 */
static bool fill(
	struct text *out, const char *name, const struct component *component)
{
	const struct limits *limits = &component->limits;

	if (strcmp(name, "field") == 0 || strcmp(name, "label") == 0)
		text_add(out, component->label.text);
	else if (strcmp(name, "length") == 0 || strcmp(name, "maxLength") == 0)
		text_addf(out, "%d", limits->max_length);
	else if (strcmp(name, "minTime") == 0)
		text_add(out, limits->min_time);
	else if (strcmp(name, "maxTime") == 0)
		text_add(out, limits->max_time);
	else if (strcmp(name, "minSelectedCount") == 0)
		text_addf(out, "%d", limits->min_selected);
	else if (strcmp(name, "maxSelectedCount") == 0)
		text_addf(out, "%d", limits->max_selected);
	else if (strcmp(name, "min") == 0)
		text_addf(out, "%g", limits->min);
	else if (strcmp(name, "max") == 0)
		text_addf(out, "%g", limits->max);
	else
		return false;
	return true;
}

/* Past "{{ name }}" when it was filled in, else `at`. */
static const char *fill_next(
	struct text *out, const char *at, const struct component *component)
{
	char name[32] = "";
	int past = 0;

	if (sscanf(at, "{{ %31[A-Za-z] }}%n", name, &past) == 1 && past &&
		fill(out, name, component))
		return at + past;
	return at;
}

static char *filled(const char *text, const struct component *component)
{
	struct text out = { 0 };

	while (*text) {
		const char *past = fill_next(&out, text, component);

		if (past == text)
			text_add_n(&out, past++, 1);
		text = past;
	}
	return text_take(&out);
}

static void load_error(struct loader *loader, const struct node *node,
	struct component *component, const struct choice *choice, const char *code)
{
	const char *language;
	const char *chosen = load_choice(loader, node, choice, &language);
	char *whole, *text;

	if (!*chosen)
		return;
	whole = filled(chosen, component);
	text = html_to_text(whole);
	load_no_template(loader, node, text);
	if (!component->errors)
		component->errors = json_object();
	json_object_set_new(component->errors, code,
		json_pack("{s:s, s:s}", "text", text, "language", language));
	free(text);
	free(whole);
}

static void load_codes(struct loader *loader, const struct node *node,
	struct component *component, const struct node *codes)
{
	struct node errors = node_object(node, "errors");
	struct node translated = node_object(node, "translatedErrors");
	struct node dutch = node_object(&translated, "nl");
	struct node other = node_object(&translated, loader->form->language);
	char *key = context_key(loader, component);
	const char *code;
	json_t *value;

	json_object_foreach(lend(codes->json), code, value)
	{
		struct choice choice = { .dutch = node_text(&dutch, code),
			.inlined = node_text(&other, code) };
		char *context = CONTEXT(key, "errors", code);

		if (json_object_get(component->errors, code)) {
			free(context);
			continue;
		}
		if (!*choice.dutch)
			choice.dutch = node_text(&errors, code);
		choice.context = context;
		load_error(loader, node, component, &choice, code);
		free(context);
	}
	free(key);
}

void load_errors(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node errors = node_object(node, "errors");
	struct node translated = node_object(node, "translatedErrors");
	struct node dutch = node_object(&translated, "nl");

	load_codes(loader, node, component, &dutch);
	load_codes(loader, node, component, &errors);
}

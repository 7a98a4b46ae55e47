/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/form_source.h"

static const struct {
	const char *name;
	void (*make)(struct text *out, const struct shown *shown);
} formats[] = {
	[SHOW_OUTLINE] = { "outline", show_outline },
	[SHOW_MERMAID] = { "mermaid", show_mermaid },
	[SHOW_DOT] = { "dot", show_dot },
};

bool show_format_named(const char *name, enum show_format *format)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		if (strcmp(formats[i].name, name) == 0) {
			*format = (enum show_format)i;
			return true;
		}
	}
	return false;
}

static bool print(const struct shown *shown, enum show_format format)
{
	struct text out = { 0 };
	bool fine;

	formats[format].make(&out, shown);
	fine = fwrite(out.bytes, 1, out.size, stdout) == out.size &&
		   fflush(stdout) == 0;
	text_clear(&out);
	return fine;
}

static bool show_form(
	const json_t *bundle, const struct form *form, enum show_format format)
{
	struct shown shown = { .form = form,
		.json = json_object_get(bundle, "form") };
	bool fine;

	asked_read(&shown.asked, form);
	effects_read(&shown.effects, form, shown.json);
	fine = print(&shown, format);
	effects_clear(&shown.effects);
	asked_clear(&shown.asked);
	return fine;
}

bool show(const char *path, enum show_format format, const char *language)
{
	struct form_fault fault = { 0 };
	struct text notes = { 0 };
	json_t *bundle = form_source(path, &notes, &fault);
	struct form *form =
		bundle ? form_from_json(bundle, "", language, &fault) : NULL;
	bool fine = form && show_form(bundle, form, format);

	if (fault.text)
		fprintf(stderr, "%s\n", fault.text);
	free(fault.text);
	text_clear(&notes);
	form_free(form);
	json_decref(bundle);
	return fine;
}

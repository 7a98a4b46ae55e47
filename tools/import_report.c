/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/import_parts.h"

static void add_line(
	struct text *out, const char *before, const char *format, va_list args)
{
	char *said = NULL, *safe;

	if (vasprintf(&said, format, args) < 0)
		said = NULL;
	safe = safe_text(said ? said : "", false);
	text_addf(out, "%s%s\n", before, safe);
	free(safe);
	free(said);
}

void notes_add(struct notes *notes, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_line(&notes->lines, "      ", format, args);
	va_end(args);
}

void import_report(struct import *import, const char *format, ...)
{
	const char *indent = format;
	char before[9];
	va_list args;

	/* safe_text() eats blanks at the start of nothing else. */
	while (*format == ' ' && format - indent < 8)
		format++;
	snprintf(before, sizeof before, "%.*s", (int)(format - indent), indent);
	va_start(args, format);
	add_line(&import->report, before, format, args);
	va_end(args);
}

void import_tell(struct import *import, const char *what, struct notes *notes)
{
	size_t indent = strspn(what, " ");
	char *safe = safe_text(what + indent, false);

	text_addf(&import->report, "%.*s%s: It was %s.", (int)indent, what, safe,
		notes->left_out ? "left out" : "taken over");
	if (notes->n_builder)
		text_addf(&import->report, " %zu %s of the builder %s nothing here.",
			notes->n_builder, notes->n_builder == 1 ? "setting" : "settings",
			notes->n_builder == 1 ? "means" : "mean");
	text_add(&import->report, "\n");
	text_add(&import->report, notes->lines.bytes);
	text_clear(&notes->lines);
	free(safe);
}

bool import_fail(struct import *import, const char *format, ...)
{
	char *said = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&said, format, args) < 0)
		said = NULL;
	va_end(args);
	if (!import->wrong)
		import->wrong = safe_text(said ? said : "no memory", false);
	free(said);
	return false;
}

void import_clear(struct import *import)
{
	json_decref(import->form);
	json_decref(import->index);
	json_decref(import->overlays);
	json_decref(import->here);
	json_decref(import->renamed);
	json_decref(import->aliases);
	text_clear(&import->report);
	free(import->wrong);
	*import = (struct import){ 0 };
}

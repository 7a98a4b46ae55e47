/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_SHOW_H
#define TOOLS_SHOW_H
/* A form as an outline for people, or as a graph for Mermaid or Graphviz. */
#include <stdbool.h>

#include "tools/form_words.h"

enum show_format { SHOW_OUTLINE, SHOW_MERMAID, SHOW_DOT };

bool show_format_named(const char *name, enum show_format *format);
/* Prints; complains on standard error. */
bool show(const char *path, enum show_format format, const char *language);

/* What both are made of. */
struct shown {
	const struct form *form;
	const json_t *json; /* the bundle's "form" */
	struct asked_list asked;
	struct effects effects;
};

void show_outline(struct text *out, const struct shown *shown);
void show_mermaid(struct text *out, const struct shown *shown);
void show_dot(struct text *out, const struct shown *shown);

#endif

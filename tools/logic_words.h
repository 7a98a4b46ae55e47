/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_LOGIC_WORDS_H
#define TOOLS_LOGIC_WORDS_H
/*
 * JsonLogic in plain words, with the labels of a form: {"==": [{"var":
 * "voorWie"}, "mij"]} is "'Voor wie' is 'Voor mij'". Safe to show, one line.
 */
#include <jansson.h>

#include "lib/base/text.h"
#include "lib/forms/form.h"

void logic_words(
	struct text *out, const struct form *form, const json_t *logic);

/* 'Label', or 'key' where there is no label; a variable by its name. */
void name_words(struct text *out, const struct form *form, const char *name);
/* A value: 'text', a number, yes, no, nothing. With a component (or NULL) an
 * option has its label. */
void value_words(
	struct text *out, const struct component *component, const json_t *value);
/* A text in quotes, safe to show. */
void quoted_words(struct text *out, const char *text);

/* The component that a name is of; `rest` is what stands behind its key. */
const struct component *named_component(
	const struct form *form, const char *name, const char **rest);

#endif

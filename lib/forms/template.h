/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_TEMPLATE_H
#define FORMS_TEMPLATE_H
/*
 * The part of Django's templates that forms use: {{ a.b }}, and {% if a == "b"
 * and not c %} with elif, else and endif. Plain text in and out.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/forms/rule.h"
#include "lib/forms/value.h"

bool template_is(const char *text);
/* Whether it is one that can be filled in here; adds the names it reads. */
bool template_check(const char *text, json_t *names);
/* Safe text; what is wrong in it is left out, and all of it when the world has
 * no steps left. The caller frees. */
char *template_fill(const char *text, struct world *world);

/* As people write it, not as Python does: 31-12-1980, 12,5. */
void value_show(struct text *out, const struct value *value);
/* The same of an amount: 12,50, and 12 when there are no cents. */
void value_show_money(struct text *out, const struct value *value);

#endif

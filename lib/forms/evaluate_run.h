/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_EVALUATE_RUN_H
#define FORMS_EVALUATE_RUN_H
/* What evaluate() works with. Only for evaluate*.c. */
#include "lib/forms/evaluate.h"
#include "lib/forms/logic.h"
#include "lib/forms/rule.h"
#include "lib/forms/visible.h"

struct working {
	const struct form *form;
	struct evaluation *result;
	struct sight sight;
	struct world world;
	json_t *data;       /* what rules read; NULL when there are none */
	struct world aloud; /* the same without what is not for all ears */
	/* A byte a component: */
	char *hidden, *forced; /* as in struct sight */
	char *decided;         /* a rule about hiding it was looked at */
	char *known;           /* its answer stands in data */
	char *applicable;      /* a byte a step */
	bool stale;            /* what is seen must be settled again */
};

/* To be freed with the evaluation. */
void evaluation_own(struct evaluation *evaluation, void *taken);
/* evaluate_answer.c: what a component takes for an answer of this; NULL when
 * it takes nothing of it. New reference. */
json_t *as_answer(const struct component *component, json_t *taken);
/* evaluate_parts.c: which parts of an address or profile are required now. */
void require_parts(struct evaluation *evaluation);
/* evaluate_view.c: texts, options and date limits, from the data at the end. */
void fill_view(struct working *working);

#endif

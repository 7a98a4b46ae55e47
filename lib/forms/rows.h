/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_ROWS_H
#define FORMS_ROWS_H
/* Answers from within: how they are kept, and rows of them. Inside lib/forms.
 */
#include "lib/forms/answers.h"

/* A row of an editgrid is kept as an object as `values` is, one of a question
 * with several answers as the answer alone. */
struct answers {
	json_t *values;  /* by key, dots and all */
	struct date day; /* on which they are given; 0 when not told */
};

/* The answers of one kept row; NULL json: an empty one. The caller frees. */
struct answers *row_answers(
	const struct component *component, const json_t *kept, struct date day);
/* From what Open Forms takes to what is kept; new reference. What is no list
 * of rows stays as it is, for check.h to find. */
json_t *rows_from_data(const struct component *component, const json_t *data);

#endif

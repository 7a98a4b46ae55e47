/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_LEAVING_H
#define FORMS_LEAVING_H
/* How one answer stands in the data object. Inside lib/forms. */
#include "lib/forms/evaluate.h"

/* As Open Forms takes it, with its own way of saying that there is none; NULL
 * when the component asks nothing. New reference. */
json_t *answer_leaving(const struct component *component, const json_t *value);
/* All that is sent, as an object. New reference. */
json_t *evaluation_data(const struct evaluation *evaluation);
/* The object in which the last part of a dotted key stands, and that part. */
json_t *inner_object(json_t *data, const char **key, bool make);

#endif

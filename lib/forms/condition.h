/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_CONDITION_H
#define FORMS_CONDITION_H
/* Whether an answer is what a `conditional` waits for. Inside lib/forms. */
#include "lib/forms/form.h"

/* `value` is the answer to `when`; NULL: none, or hidden and cleared. */
bool condition_matches(
	const struct component *when, const json_t *value, const json_t *eq);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_TYPED_NUMBER_H
#define FORMS_TYPED_NUMBER_H
/* Numbers as people type them. Inside lib/forms only. */
#include "lib/forms/typed.h"

enum problem_code typed_number(
	const struct component *component, const char *typed, json_t **value);
char *number_text(double number, int least_decimals);

#endif

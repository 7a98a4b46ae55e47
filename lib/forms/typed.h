/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_TYPED_H
#define FORMS_TYPED_H
/*
 * Between what a person types and the value that leaves: people type dates as
 * they speak them, decimal commas, blanks and dots in numbers, and Arabic or
 * Persian digits. Pure, no locale.
 */
#include "lib/forms/check.h"

/*
 * The typed text of a text-like component (everything but radio, select,
 * selectboxes, checkbox) as a JSON value: new reference in *value, NULL for an
 * empty text. When it cannot be read the code says why and *value is NULL; the
 * typed text stays with the journey. Dates: 31-12-1980, 31 12 1980, 31121980,
 * 1980-12-31. Numbers: 12,50 and 12.50. Postcode: 2512gk -> "2512 GK". BSN:
 * blanks and dots dropped. IBAN: blanks dropped, capitals. Phone: + 0-9 blanks
 * and hyphens, foreign too. Time: 14:30, 1430, 14.30.
 */
enum problem_code typed_value(
	const struct component *component, const char *typed, json_t **value);

/* How a value looks when it is typed again or shown: dates DD-MM-YYYY, decimal
 * comma, BSN 123 456 782, IBAN in fours. The caller frees; "" for none. */
char *typed_text(const struct component *component, const json_t *value);

/* 0-9 for ASCII, Arabic-Indic and Persian digits, else -1. */
int digit_of(unsigned int c);
/* The text with all those digits as ASCII; the caller frees. */
char *ascii_digits(const char *text);

#endif

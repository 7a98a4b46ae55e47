/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_FORMATS_H
#define FORMS_FORMATS_H
/* The fixed formats in which an answer leaves. ASCII only; NULL is not taken.
 */
#include <stdbool.h>
#include <stddef.h>

bool is_digits(const char *text, size_t n); /* exactly n of them */
bool bsn_is_proof(const char *nine_digits); /* the 11-proef */
bool iban_is_valid(const char *iban);       /* "NL91ABNA0417164300" */
bool email_is_valid(const char *email);
bool phone_is_valid(const char *phone, bool dutch);
bool postcode_is_valid(const char *postcode); /* "2512 GK" */
int time_seconds(const char *time); /* HH:MM or HH:MM:SS; -1 when it is none */

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_PATTERN_H
#define FORMS_PATTERN_H
/*
 * Patterns of a form, met by the whole text: `^(?:...)$` by PCRE2, without
 * JIT and with limits, as the patterns are the municipality's and the texts
 * are the public's.
 */
#include <stdbool.h>

/* NULL when it can be used, else what is wrong with it; the caller frees. */
char *pattern_fault(const char *pattern);
bool pattern_meets(const char *pattern, const char *text);

#endif

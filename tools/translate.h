/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_TRANSLATE_H
#define TOOLS_TRANSLATE_H
#include <stdbool.h>

/* Writes or updates LANG.po in the folder of a form, and says what is missing.
 * Complains on standard error. */
bool translate(const char *folder, const char *language);

#endif

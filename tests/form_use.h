/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FORM_USE_H
#define TESTS_FORM_USE_H
/* Loads bytes as a bundle and, when they are one, does with the form what a
 * visit and central do. For bytes that nobody means well. */
#include <stdbool.h>
#include <stddef.h>

/* false when the bytes are no bundle. Aborts when neither form nor fault came.
 */
bool form_use(const char *bytes, size_t size);

#endif

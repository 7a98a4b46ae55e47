/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H
#include <stdbool.h>

/*
 * For what the world does wrong (file, network, SQL): logs once, where the
 * cause is known, and is false, so `return fail("cannot open %s", path);`.
 * Callers decide what to do, they do not log again. Our own mistakes assert;
 * a visitor's mistakes are data (struct problem).
 */
bool fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif

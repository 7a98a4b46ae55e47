/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H
/* cmocka, with the headers it needs in the order it needs them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif

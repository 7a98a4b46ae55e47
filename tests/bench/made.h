/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BENCH_MADE_H
#define BENCH_MADE_H
/* Forms and services to measure with, as many as one wants. */
#include <jansson.h>

/* A bundle of one step with so many questions, and rules about them. */
json_t *bench_bundle(int questions, int rules);
/* One service of the list that link keeps. */
json_t *bench_product(int number);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_FUZZ_TARGETS_H
#define TESTS_FUZZ_TARGETS_H
/*
 * What takes bytes from outside, each as a function of bytes: nothing may come
 * of them but a result or a message. `make fuzz` hunts with libFuzzer; the
 * corpus runs with the tests.
 */
#include <stddef.h>

typedef void fuzz_target(const char *bytes, size_t size);

fuzz_target fuzz_form;    /* a bundle */
fuzz_target fuzz_rule;    /* {"rule": JsonLogic, "data": {...}, "kinds": {}} */
fuzz_target fuzz_answers; /* {"data": what was sent, "typed": a text} */
fuzz_target fuzz_export;  /* {"forms": [...], "steps": [...] ...} */
fuzz_target fuzz_zip;     /* an export as a file */

struct fuzz_place {
	const char *name; /* of the corpus and the dictionary */
	fuzz_target *target;
};

extern const struct fuzz_place fuzz_places[]; /* ends in one without a name */

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_HOSTILE_FORM_H
#define TESTS_HOSTILE_FORM_H
/* A form of every kind of question whose every text is an author's. */
#include <stdint.h>

struct author {
	char *(*make)(struct author *author); /* the next text */
	const char *part;                     /* what it is made of */
	uint32_t next;                        /* or from which character on */
};

/* The bundle, slug "vijand", with some texts in Turkish. The caller frees. */
char *hostile_bundle(struct author *author);

#endif

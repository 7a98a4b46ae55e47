/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef GOLDEN_TELLER_H
#define GOLDEN_TELLER_H
/* A visit as text, one way of telling each: what golden files hold. */
#include "tests/golden/player.h"

struct teller {
	const char *name;                           /* ending of the golden file */
	char *(*tell)(const struct player *player); /* the caller frees */
	bool drawn; /* other font libraries draw other cells */
};

extern const struct teller tellers[]; /* ends with one without a name */

#endif

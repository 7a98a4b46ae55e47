/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef ORPHAN_ORPHANS_H
#define ORPHAN_ORPHANS_H
/* What the no-orphan-text test looks at. Each says what it finds as comments
 * and returns how many faults there were. */
#include "tests/golden/player.h"

/* One way of showing a screen on cells. */
struct sight {
	const char *name;
	struct renderer *renderer;
	bool drawn;
};

/* That what stands on the pages of a screen is of its items, and that all of
 * its items stand there. */
int seen_faults(const struct sight *sight, const struct screen *screen);

/* That everything a screen shows is said, and nothing else. The language must
 * be in use. */
int heard_faults(const struct screen *screen);

/* That no text of the visit stayed English. */
int foreign_faults(const struct player *english, const struct player *other);

#endif

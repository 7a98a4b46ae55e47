/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef E2E_WALK_H
#define E2E_WALK_H
/* What the files of the walker share: the commands a journey can hold. */
#include <stdbool.h>

#include "tests/e2e/stage.h"
#include "tests/e2e/watch.h"

struct walk {
	struct stage stage;
	struct watch screens, utterances;
	bool keep_screen; /* start the next visit when one ended well */
	int visits;
	int before; /* screens shown before an actor was started */
};

/* A command does what it says or claims it; false ends the journey. */
typedef bool walk_command(struct walk *walk, char *argument);

struct walk_entry {
	const char *name;
	walk_command *run;
};

/* Each ends with an entry without a name. */
extern const struct walk_entry walk_hands[];  /* keys */
extern const struct walk_entry walk_claims[]; /* what is seen and heard */
extern const struct walk_entry walk_actors[]; /* start, stop, kill */
extern const struct walk_entry walk_city[];   /* what central has */

void walk_listen(struct walk *walk); /* reads what came in */
void walk_settle(struct walk *walk); /* until nothing new comes for a moment */
typedef bool walk_claim(struct walk *walk, const char *argument);
bool walk_until(struct walk *walk, walk_claim *claim, const char *argument);
bool walk_within(
	struct walk *walk, int ms, walk_claim *claim, const char *argument);
/* SCENE/KEY of an id of the scene shown; static memory. */
const char *walk_id(struct walk *walk, const char *id);
void walk_print_screen(struct walk *walk);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef GOLDEN_PLAYER_H
#define GOLDEN_PLAYER_H
/*
 * A visit without terminal, city or clock: journey, scenes and pages, played by
 * item ids. Every screen on the way is kept, for renderers to tell.
 */
#include <jansson.h>

#include "kiosk/journey.h"
#include "kiosk/offers.h"
#include "kiosk/scenes.h"
#include "lib/ui/renderer.h"

struct player {
	struct journey journey;
	struct surroundings around;
	struct catalogue catalogue;
	json_t *products;
	char *forms;              /* folder of the bundles */
	struct renderer *divider; /* whose fit() makes the pages; NULL: one page */
	struct screen *screens;
	size_t n_screens;
	enum outcome outcome; /* of sending */
	bool called;          /* help from people was told to central */
	const char *bundle;   /* in place of the file in `forms`; NULL */
	char *made;           /* the same, of a folder in tests/forms */
	char *slip;           /* as it was when something was sent */
	bool in_full;         /* drawn cells as they are, not only a sum of them */
	int limit, taken;     /* the visitor does no more than that; 0: all */
	bool ended;
};

/* `builddir` holds locale/ and forms/. False with a printed reason. */
bool player_begin(
	struct player *player, const char *builddir, const char *language);
/* In place of the city's forms: this bundle alone, borrowed. False when it
 * cannot be loaded. */
bool player_offer(struct player *player, const char *bundle);
/* The screen at hand, kept. */
const struct screen *player_screen(struct player *player);
/* Taps the item KEY of the scene at hand; false when it is not there. */
bool player_press(struct player *player, const char *key);
/* With the focus where the scene puts it. */
void player_take(struct player *player, const struct intent *intent);
void player_intent(struct player *player, enum intent_kind kind, int number);
void player_type(struct player *player, const char *text);
/* Answers of `file` (KEY VALUE lines) until the form's check is reached. */
bool player_fill(struct player *player, const char *file);
void player_end(struct player *player);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SPEECH_PARTS_H
#define UI_SPEECH_PARTS_H
/* What the files of the speech renderer share. */
#include "lib/ui/speech.h"

enum { HINT_PAUSE = 1500, BLOCK_PAUSE = 500 };

/* How a screen is told: for whom, and in how many words. */
struct telling {
	enum route route;
	const struct screen *screen;
	bool many_tongues; /* no one language fits: names only, no role words */
};

struct telling telling_of(const struct screen *screen, enum route route);

/* Adds text that is words already; takes `words`. NULL when it is empty. */
struct segment *utterance_add_words(
	struct utterance *utterance, const char *language, char *words);

/* The item's parts, each a whole sentence or a name. */
void say_label(struct utterance *utterance, const struct telling *telling,
	const struct item *item);
void say_value(struct utterance *utterance, const struct telling *telling,
	const struct item *item); /* value, or state of what is chosen */
void say_hint(struct utterance *utterance, const struct telling *telling,
	const struct item *item, int pause);
void say_error(struct utterance *utterance, const struct telling *telling,
	const struct item *item);
/* Label, value or state, role, n of m. */
void say_item(struct utterance *utterance, const struct telling *telling,
	const struct item *item);
/* What was typed or deleted since. */
void say_echo(struct utterance *utterance, const struct telling *telling,
	const struct item *before, const struct item *now);

bool item_is_told(const struct screen *screen, const struct item *item);
bool item_is_reading(const struct item *item); /* to hear, not to act on */
/* The item that keys act on, NULL when there is none to tell. */
const struct item *screen_focus(const struct screen *screen);
/* `screen` may be NULL. */
bool screen_has(
	const struct screen *screen, enum item_role role, const char *label);

/* The error of an item, unless the screen says the same on top. */
void say_own_error(struct utterance *utterance, const struct telling *telling,
	const struct item *item);
/* Those that `before` did not have (`new`), or those it did. */
void say_notices(struct utterance *utterance, const struct telling *telling,
	const struct screen *before, bool new);
void say_focus(struct utterance *utterance, const struct telling *telling);
/* All of it; `everything` with what a list of languages leaves out. */
void say_screen(struct utterance *utterance, const struct telling *telling,
	const struct screen *before, bool everything);
void say_next_page(struct utterance *utterance, const struct telling *telling);

#endif

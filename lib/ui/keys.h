/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_KEYS_H
#define UI_KEYS_H
/*
 * From what was pressed to what was meant. Knows no curses and reads no clock:
 * the terminal (or a pad) gives the key, the caller the time.
 */
#include <stdbool.h>
#include <stdint.h>

#include "lib/ui/intent.h"

struct page;
struct screen;

enum press {
	PRESS_NONE,
	PRESS_CHARACTER, /* c */
	PRESS_ENTER,
	PRESS_ESCAPE,
	PRESS_UP,
	PRESS_DOWN,
	PRESS_TAB,
	PRESS_BACK_TAB,
	PRESS_BACKSPACE,
	PRESS_FUNCTION, /* number: 1 is F1 */
	PRESS_POINTER,  /* row, column, where button or finger was let go */
	PRESS_RESIZE,   /* the screen must be laid out anew */
	PRESS_OTHER,    /* a key we have no name for */
	N_PRESSES,
};

struct key {
	enum press press;
	uint32_t c;
	int number;
	int row, column; /* from 0 */
};

/* Number of the digit, Arabic-Indic and Persian ones too; else -1. */
int key_digit(uint32_t c);

/* What a key means; `in_field`: a text field has the focus, so digits are text.
 * `staff` is the number of the function key of the staff, 0 for none. A pointer
 * gives NONE: ask keys_tap(). */
struct intent keys_intent(const struct key *key, bool in_field, int staff);

/* PRESS with the id of the item that was tapped; NONE beside every item. */
struct intent keys_tap(const struct key *key, const struct page *page,
	const struct screen *screen);

/*
 * One press never acts on two screens. A held or trembling key gives many
 * events; only the first may act. Up, Down, typing and deleting may repeat.
 */
enum { KEY_GUARD_SLOTS = N_INTENT_KINDS + 10 };

struct key_guard {
	int guard_ms;  /* the same key again within this time is ignored */
	int repeat_ms; /* how long this keyboard waits before a held key repeats;
					  0: learnt from the first key that is held */
	/* private */
	int64_t
		last[KEY_GUARD_SLOTS]; /* of each key that may not repeat; 0 never */
	struct intent before;      /* the event before this one */
	int64_t before_at;
	int gap;  /* between the two events before this one, of one key */
	int fast; /* how many events in a row came as quick as only repeats do */
};

/* Whether the intent may act. `now` in ms, above 0. Ask once for each event. */
bool key_guard_allows(
	struct key_guard *guard, const struct intent *intent, int64_t now);

#endif

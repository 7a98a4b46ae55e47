/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_PARTS_H
#define KIOSK_JOURNEY_PARTS_H
/* What the files of the journey share; for nobody else. */
#include "kiosk/journey.h"

/* Acts on a way that was taken; returns effects. */
typedef unsigned way_taken(struct journey *journey, const struct way *way);

/* One of the table; it ends with a row without a key. */
struct fixed_way {
	const char *key;
	way_taken *taken;
	bool (*offered)(const struct journey *journey); /* NULL: always */
	enum place_kind place;
	bool numbered, confirms;
};

extern const struct fixed_way fixed_ways[];
way_taken *way_taken_of(enum place_kind kind, const char *key);

struct ways {
	struct way *list;
	size_t n;
	const char *scene; /* for the room that an id has */
};

/* "PREFIX:DATA", or "PREFIX:#N" where that is too long or no plain text. */
struct way *ways_add(struct ways *ways, const char *prefix, const char *data);
/* Does it at the place at hand; false: no such way here. */
bool way_take(struct journey *journey, const char *key, unsigned *effects);
bool way_find(
	const struct journey *journey, const char *key, struct way *found);
bool way_number(const struct journey *journey, int number, struct way *found);
/* A digit or a tap marks it, beside going to it. */
bool way_marks(const struct journey *journey, const struct way *way);
unsigned way_mark(struct journey *journey, const struct way *way);

struct place *place_top(struct journey *journey);
unsigned place_go(
	struct journey *journey, enum place_kind kind, const char *key); /* flow */
unsigned place_open(struct journey *journey, enum place_kind kind);
unsigned place_close(struct journey *journey);
void place_focus(struct journey *journey, const char *key);
bool place_is_open(const struct journey *journey, enum place_kind kind);
/* Closes everything above and including that overlay. */
unsigned place_close_from(struct journey *journey, enum place_kind kind);
unsigned journey_note(struct journey *journey, enum notice notice);

unsigned journey_back(struct journey *journey);
unsigned journey_set_language(struct journey *journey, const char *tag);
unsigned journey_set_size(struct journey *journey);
unsigned journey_set_colours(struct journey *journey);
unsigned journey_set_speech(struct journey *journey);
unsigned journey_call_people(struct journey *journey);
unsigned journey_leave(struct journey *journey); /* asks */
unsigned journey_open_staff(struct journey *journey);
unsigned journey_end(struct journey *journey, enum ending ending);
unsigned journey_goodbye(struct journey *journey);
void journey_wipe(struct journey *journey);
bool journey_has_answers(const struct journey *journey);

/* journey_rows.c: what is asked in rows. The list of them; a question in one
 * that was answered, or left by Back. */
unsigned rows_begin(struct journey *journey);
unsigned row_show(struct journey *journey);
unsigned row_back_to_list(struct journey *journey);
unsigned row_next(struct journey *journey, const struct component *component);
unsigned row_back(struct journey *journey, const struct component *component);
unsigned focus_row(struct journey *journey, size_t row);

unsigned form_open(struct journey *journey, const char *slug);
unsigned form_came(struct journey *journey);
/* journey_pages.c: what is to be read, then the first question; and back from
 * that. */
unsigned form_begin(struct journey *journey);
unsigned form_leave(struct journey *journey);
unsigned page_back(struct journey *journey);
unsigned form_start(struct journey *journey);
unsigned form_ask(struct journey *journey, const struct component *component);
const struct component *form_neighbour(
	const struct journey *journey, int direction);
/* Of a draft the first question that is still to be asked, or answered
 * better. */
const struct component *draft_unsettled(const struct draft *draft);
/* journey_blocked.c: nobody goes on from this step; back to what makes it so.
 */
unsigned form_block(struct journey *journey, int step);
unsigned form_unblock(struct journey *journey);
bool may_unblock(const struct journey *journey);
bool may_not_unblock(const struct journey *journey);
unsigned form_next(struct journey *journey);
unsigned form_back(struct journey *journey);
unsigned form_change(struct journey *journey, const char *key);
unsigned form_check(struct journey *journey); /* or the first problem */
unsigned form_after_check(struct journey *journey);
unsigned form_statements(struct journey *journey);
unsigned form_send(struct journey *journey);
struct draft *journey_draft(struct journey *journey, const char *slug);

/* Some word in `words` begins with what was typed, capitals or not. */
bool words_hold(const char *words, const char *typed);

unsigned journey_type(struct journey *journey, const char *text);
unsigned journey_delete(struct journey *journey);
unsigned journey_idle(struct journey *journey, int seconds);

#endif

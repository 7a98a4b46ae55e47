/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_VISIT_STATE_H
#define KIOSK_VISIT_STATE_H
/* What the files of the visit share; nobody else includes this. */
#include <jansson.h>

#include "kiosk/announcer.h"
#include "kiosk/glass.h"
#include "kiosk/idle.h"
#include "kiosk/journey.h"
#include "kiosk/offers.h"
#include "kiosk/pages.h"
#include "kiosk/records.h"
#include "kiosk/scenes.h"
#include "kiosk/service.h"
#include "kiosk/visit.h"
#include "lib/ui/keymap.h"
#include "lib/ui/keys.h"

enum { EXIT_VISIT_ENDED = 0, EXIT_FAILED = 1, EXIT_WRONG = 2, EXIT_STAFF = 10 };

struct visit {
	const struct options *options;
	const struct visit_source *source;
	struct loop *loop;
	struct journey journey;
	struct surroundings around;
	struct glass *glass;
	struct renderer *speech;
	struct announcer *announcer;
	struct provider *service;
	struct keymap *keymap;
	struct key_guard guard;
	struct records records;
	struct idle idle;

	bool opening;        /* nothing is shown before the catalogue is known */
	struct screen shown; /* what renderers told last */
	bool has_shown;
	struct pages pages;
	bool follow; /* the focus decides the page */
	bool dirty;  /* there is something new to tell */
	bool whole;  /* speech begins anew: a new place, or just switched on */
	bool repeat; /* and says it all again */
	bool said;   /* something, in this visit */

	json_t *products; /* the catalogue as it came, for another language */
	struct catalogue catalogue;
	json_t *bundle; /* of the form at hand, for another language */
	char letter_id[SEAL_ID_SIZE]; /* of the submission at hand */
	char *letter_answers;         /* what was sealed under that id */
	struct waiting *waiting;
	char *mistake; /* in a form that is being written; NULL or "": none */
	struct form *form_dutch; /* the form at hand, for the slip */
	char names[4][64]; /* printed names of keys, in the visitor's language */
	int exit_code;
	bool ended;
};

/* visit_effects.c: does what a journey asks. */
void visit_do(struct visit *visit, unsigned effects);
/* visit_city.c: what link answers, and what is asked of it. */
bool visit_open_city(struct visit *visit);
void visit_send(struct visit *visit);
void visit_rate(struct visit *visit);
void visit_call_people(struct visit *visit);
void visit_translate_offers(struct visit *visit);
void visit_translate_form(struct visit *visit);
void visit_forget_previous(void *owner); /* attract tells it no longer */
void visit_close_city(struct visit *visit);
/* visit_keys.c: keys, taps and the clock become intents. */
void visit_read_keys(void *owner, int fd, short events);
void visit_take(struct visit *visit, const struct intent *intent);
void visit_wind_clock(struct visit *visit);
void visit_activity_changed(struct visit *visit); /* speaks, waits, or not */
/* visit_turn.c: before every wait. */
void visit_turn(void *owner);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_H
#define KIOSK_JOURNEY_H
/*
 * One visit as a state machine: where a visitor is, what they answered and what
 * must happen next. Pure: it takes intents and results, and gives effects; it
 * knows no screen, no clock, no network and no words.
 */
#include "kiosk/journey_draft.h"
#include "kiosk/journey_effect.h"
#include "kiosk/journey_place.h"
#include "lib/ui/intent.h"

enum colours {
	COLOURS_DARK_ON_LIGHT,
	COLOURS_LIGHT_ON_DARK,
	COLOURS_YELLOW_ON_BLACK,
	COLOURS_CREAM,
	N_COLOURS,
};

/* Until somebody chose, the kiosk reads aloud: who cannot see hears how. */
enum speech_choice { SPEECH_UNASKED, SPEECH_ON, SPEECH_OFF };

enum outcome { OUTCOME_NONE, OUTCOME_RECEIVED, OUTCOME_KEPT, OUTCOME_NOT_KEPT };

/* How a visit ended; attract of the next one tells, without personal data. */
enum ending {
	ENDING_NONE,        /* by the visitor, or nothing had begun */
	ENDING_IDLE_UNSENT, /* wiped after silence, nothing was sent */
	ENDING_IDLE_SENT,   /* the same, after something was sent */
};

enum people { PEOPLE_CALLING, PEOPLE_CALLED, PEOPLE_NOT_CALLED };

/* How long sending lasts by now, in words on the screen. */
enum progress { PROGRESS_BEGUN, PROGRESS_KEEPING, PROGRESS_LONG };

struct journey {
	/* The visit sets these at the start; sizes and voice whenever they
	 * change.*/
	struct date today;
	int idle_seconds; /* 60-600 */
	int n_sizes;      /* steps that differ on this screen, 1-4 */
	bool voice;       /* somebody can read aloud */
	bool printer;
	bool trial;           /* journey_try() */
	enum ending previous; /* of the visit before; journey_forget_previous() */
	const struct catalogue *catalogue; /* borrowed; NULL or empty: none */

	/* Where the visitor is: places[depth - 1]; overlays lie on the flow. */
	struct place places[JOURNEY_DEPTH];
	size_t depth;

	char language[16], first_language[16]; /* at hand; heading the list */
	int size;                              /* step from 0, below n_sizes */
	enum colours colours;
	enum speech_choice speech;

	struct draft **drafts; /* one a form that was begun */
	size_t n_drafts;
	struct draft *draft;        /* the one at hand, or NULL */
	char slug[64];              /* of the form at hand or asked for */
	char category[ID_SIZE * 2]; /* through which it was found; "" = home */
	bool changing;              /* one answer, and straight back to the check */

	struct problem problem; /* at the current question; code NONE when well */
	enum notice notice;
	bool agreed[JOURNEY_STATEMENTS]; /* statements */
	bool disagreed;                  /* a required statement was passed by */

	enum outcome outcome;
	enum progress progress;
	char reference[16]; /* "7K2M-9QXT-4HD" */
	bool sent;          /* something was sent in this visit */
	bool begun;         /* the visitor passed the greeting */
	int rating;         /* 1-5, 0 = none */
	char *comment;
	enum people people;
	const char *typed; /* with EFFECT_PIN: what was typed; borrowed */
	int wrong_pins;
	int patience;  /* 1, or 10 after "more time" */
	int warned_at; /* seconds of silence when the warning came */
	enum ending ending;
};

/* An empty journey on attract; `language` is that of the previous visit. */
void journey_init(struct journey *journey, const char *language);
/* Opens that form at once, only to be tried out: nothing is ever sent. */
unsigned journey_try(struct journey *journey, const char *slug);
void journey_clear(struct journey *journey); /* wipes all answers */

/*
 * Takes what the visitor meant, with the id of the focused item ("" for none),
 * and returns effects. Also UP and DOWN come by, though the visit moves the
 * focus: a focus that moved is told in `item` of the next intent.
 */
unsigned journey_take(
	struct journey *journey, const struct intent *intent, const char *item);

/* Results. Each returns effects as journey_take() does. */
unsigned journey_got_catalogue(
	struct journey *journey, const struct catalogue *borrowed);
/* Also after EFFECT_LANGUAGE, for the form at hand: place and answers stay. */
unsigned journey_got_form(struct journey *journey, struct form *taken);
unsigned journey_no_form(struct journey *journey);
unsigned journey_progress(struct journey *journey, enum progress progress);
/* A kept one may be received later; never the reverse. */
unsigned journey_sent(
	struct journey *journey, enum outcome outcome, const char *reference);
unsigned journey_people_called(struct journey *journey, bool called);
unsigned journey_pin(struct journey *journey, bool right);
unsigned journey_printed(struct journey *journey, bool printed);
void journey_forget_previous(struct journey *journey);

/* Seconds of silence at which an INTENT_IDLE is wanted; -1: the clock stands
 * still here. */
int journey_next_idle(const struct journey *journey);
/* With the focus on this item typing is text (digits too), not choosing. */
bool journey_types(const struct journey *journey, const char *item);
bool journey_speaks(const struct journey *journey);

#endif

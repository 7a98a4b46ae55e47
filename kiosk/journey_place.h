/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_JOURNEY_PLACE_H
#define KIOSK_JOURNEY_PLACE_H
/*
 * The places of a visit and what one can do at each, by key and in order.
 * Scenes give the words; an item's id is SCENE/KEY.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/forms/form.h"

enum {
	JOURNEY_DEPTH = 16, /* a flow and the overlays on it */
	JOURNEY_GROUP = 7,  /* options at a time */
	JOURNEY_STATEMENTS = MOST_STATEMENTS,
	ID_SIZE = 64, /* of an item's id, with its NUL: as in an intent */
};

enum place_kind { /* scene names: journey_scene() */
	PLACE_ATTRACT,
	PLACE_NO_SERVICES, /* nothing to offer yet: for staff */
	PLACE_LANGUAGE,
	PLACE_GREETING,
	PLACE_READABLE, /* "Can you read this well?" */
	PLACE_ALOUD,    /* "Shall I read aloud?" */
	PLACE_HOME,
	PLACE_CATEGORY, /* key: the category's key */
	PLACE_FETCHING, /* the form is on its way */
	PLACE_NOT_HERE, /* the form cannot be done here */
	PLACE_SERVICE,
	PLACE_PAGE,     /* of a form, before its questions; key: which one */
	PLACE_QUESTION, /* key: the component's; content is scene "reading" */
	PLACE_ROWS,     /* key: of what is asked in rows; the list of them */
	PLACE_ROW,      /* one of them: change it, remove it */
	PLACE_REMOVE,   /* "Remove it?" */
	PLACE_BLOCKED,  /* key: the slug of a step from which nobody goes on */
	PLACE_CHECK,
	PLACE_STATEMENTS,
	PLACE_SEND,
	PLACE_SENDING,
	PLACE_DONE,
	PLACE_NOT_KEPT,
	PLACE_RATING,
	PLACE_COMMENT,
	PLACE_GOODBYE,
	/* Overlays, as PLACE_LANGUAGE may be: BACK returns to the same place. */
	PLACE_OTHER_LANGUAGE, /* a page to show to the employee */
	PLACE_MENU,
	PLACE_HELP,   /* with this screen */
	PLACE_HOW,    /* how this machine works */
	PLACE_PEOPLE, /* help from people */
	PLACE_STOP,
	PLACE_IDLE,
	PLACE_PIN,
	PLACE_STAFF,
	PLACE_STAFF_END,
	N_PLACES,
};

struct place {
	enum place_kind kind;
	char key[ID_SIZE * 2];
	char focus[ID_SIZE]; /* key of the item to return to; "" = the first */
	size_t group;        /* of options or services, each JOURNEY_GROUP */
	char *typed;         /* search words, pin; NULL for none */
	bool shown;          /* the masked value of this question is shown */
};

/* Something one can do at a place. */
struct way {
	char key[ID_SIZE]; /* "next", "option:ja", "service:verhuizing" */
	int number;        /* the digit that goes to it; 0 = none */
	bool confirms;     /* changes the world: no first focus */
	size_t index;      /* option, service, statement it stands for */
};

/* What the city offers, in the visitor's language. */
struct entry {
	char *slug;
	struct phrase name, summary, category;
	char *category_key; /* the same in every language */
	char *search;       /* words people look for, in lower case */
	char *pictogram;
	bool complete; /* all of the form is in the visitor's language */
	enum form_reach reach;
};

struct catalogue {
	struct entry *entries; /* in the order of the list */
	size_t n_entries;
};

/* Languages of the interface: adding one is a row in journey_language.c. */
struct language {
	const char *tag;   /* "tr" */
	const char *name;  /* own name, own script: "Türkçe" */
	const char *dutch; /* "Turks" */
	const char *word;  /* "language" in that language: "Dil" */
};

struct journey;

const struct place *journey_place(const struct journey *journey);
/* The place of the flow beneath overlays. */
const struct place *journey_flow(const struct journey *journey);
const char *journey_scene(const struct journey *journey); /* "question" */
/* All that can be done here, in order: n ways, which the caller frees. */
struct way *journey_ways(const struct journey *journey, size_t *n);
/* Id of the item to start on or return to (never a confirming one at first). */
void journey_focus(const struct journey *journey, char out[ID_SIZE]);
/* Key of the field that typing goes to: "field:naam", "search"; or "". */
void journey_field(const struct journey *journey, char out[ID_SIZE]);
char *journey_typed(const struct journey *journey); /* its text; caller frees */

size_t journey_languages(const struct language **languages);
const struct language *journey_language(const char *tag); /* NULL: unknown */

/* Entry at hand, NULL when there is none. */
const struct entry *journey_entry(const struct journey *journey);
/* Services that home or a category lists now (search too): indexes into the
 * catalogue, n of them. The caller frees. */
size_t *journey_listed(const struct journey *journey, size_t *n);
/* The same of categories: index of the first entry of each. NULL and 0 where
 * home lists services. */
size_t *journey_categories(const struct journey *journey, size_t *n);

#endif

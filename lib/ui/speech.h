/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_SPEECH_H
#define UI_SPEECH_H
/*
 * The renderer for the ear: turns a screen of meaning into utterances, in the
 * words of a good announcer. It knows no engine and no socket; what it says
 * goes to a sink. Values of private items leave it only for a headset.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/ui/renderer.h"

enum priority {
	PRIORITY_ALERT,    /* the visit is about to end */
	PRIORITY_SCREEN,   /* a whole screen */
	PRIORITY_FOCUS,    /* the item that keys act on */
	PRIORITY_ECHO,     /* what was typed */
	PRIORITY_HINT,     /* only when nothing else is said */
	PRIORITY_PROGRESS, /* how far something is */
	N_PRIORITIES,
};

enum route { ROUTE_UNKNOWN, ROUTE_LOUDSPEAKER, ROUTE_HEADSET };

struct segment {
	char *text; /* words only, see verbal.h */
	char language[16];
	enum privacy privacy;
	int pause; /* milliseconds of silence before it */
};

struct utterance {
	enum priority priority;
	enum route route; /* for which it was made */
	struct segment *segments;
	size_t n_segments;
};

/* The utterance is borrowed. What comes replaces what is being said, unless
 * its priority is HINT or PROGRESS, which wait until nothing is said. */
typedef void speech_sink(void *owner, const struct utterance *utterance);

/* Its role and state words are in the language that gettext has, so that must
 * be the language of the screen when show() is called. */
struct renderer *speech_new(speech_sink *sink, void *owner);
/* Unknown at first, which counts as a loudspeaker. */
void speech_set_route(struct renderer *renderer, enum route route);
/* All of the screen again; also where show() says nothing unasked (attract). */
void speech_repeat(struct renderer *renderer, const struct screen *now);
/* One sentence of the moment, already translated and public. */
void speech_say(struct renderer *renderer, enum priority priority,
	const char *language, const char *text);

/* For who makes utterances of its own: adds a public segment, its text turned
 * into words. NULL when there is nothing to say. */
struct segment *utterance_add(
	struct utterance *utterance, const char *language, const char *text);
void utterance_copy(struct utterance *to, const struct utterance *from);
void utterance_clear(struct utterance *utterance); /* wipes; empty again */

const char *priority_name(enum priority priority); /* "screen" */
const char *route_name(enum route route);          /* "loudspeaker" */

#endif

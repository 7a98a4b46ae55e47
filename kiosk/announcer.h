/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_ANNOUNCER_H
#define KIOSK_ANNOUNCER_H
/*
 * The screen's end of the socket to opendeur-voice: hands utterances over,
 * hushes it, and knows whether it speaks. Its absence is a quiet notice, never
 * a wait. What comes with priority HINT or PROGRESS waits until nothing is
 * said.
 */
#include "lib/loop/loop.h"
#include "lib/ui/speech.h"

struct announcer;

struct announcer_events {
	void (*voice)(void *owner, bool present); /* came or went, or no card */
	void (*quiet)(void *owner); /* all was heard, or it was hushed */
};

struct announcer *announcer_new(struct loop *loop, const char *socket,
	const struct announcer_events *events, void *owner);
void announcer_free(struct announcer *announcer); /* ends the visit's voice */

void announcer_say(
	struct announcer *announcer, const struct utterance *utterance);
void announcer_hush(struct announcer *announcer); /* and forgets what waits */
bool announcer_speaks(const struct announcer *announcer);
bool announcer_present(const struct announcer *announcer);

#endif

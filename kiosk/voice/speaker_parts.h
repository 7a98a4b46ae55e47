/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_SPEAKER_PARTS_H
#define VOICE_SPEAKER_PARTS_H
/* What the speaker is inside: for its own files only. */
#include "kiosk/voice/child.h"
#include "kiosk/voice/pieces.h"
#include "kiosk/voice/speaker.h"

enum { MOST_VOICES = 64, USUAL_RATE = 160, NONE = -1 };

enum doing { SILENT, WAITING, SPEAKING, STOPPING };

struct speaker {
	struct child *child;
	const struct speaker_events *events;
	void *owner;
	enum doing doing;
	int id, rate, gain;
	uint32_t generation;
	struct pieces pieces;
	int n_segments;
	size_t next;  /* to hand over */
	size_t heard; /* the first that was not */
	long working; /* the engine is on it; NONE */
	long blamed;  /* lost the child once already; NONE */
	bool was_started;
	bool any_heard;
	size_t probed; /* voices tried so far */
	bool voices[MOST_VOICES];
	bool is_probing, is_ready, has_device;
};

/* The utterance is over; the callback may begin another. */
void speaker_finish(struct speaker *speaker, bool all_heard);
/* Hands the child more of it, or ends it when all was heard. */
void speaker_feed(struct speaker *speaker);
/* From the first piece that was not heard. */
void speaker_speak(struct speaker *speaker);
/* What was being said is over; `say` need not wait for the child's word, as a
 * generation ends by the next one's coming. */
void speaker_cut(struct speaker *speaker);

extern const struct child_events speaker_child_events;

#endif

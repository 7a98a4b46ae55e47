/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_SPEAKER_H
#define VOICE_SPEAKER_H
/*
 * One utterance at a time: hands its pieces to the child, knows how far it was
 * heard, and goes on after the child was lost. A segment that loses the child
 * twice is left out, and that is told.
 */
#include <stdbool.h>

#include "kiosk/voice/output.h"
#include "lib/loop/loop.h"

struct speaker;

struct speaker_events {
	void (*started)(void *owner, int id);
	void (*segment)(void *owner, int id, int n); /* heard to its end */
	void (*done)(void *owner, int id);
	void (*stopped)(void *owner, int id);
	void (*unspeakable)(void *owner, int id, int n);
	void (*no_voice)(void *owner, int id, int n, const char *language);
	void (*ready)(void *owner); /* voices and device are known */
	void (*device)(void *owner, bool present);
};

struct speaker *speaker_new(struct loop *loop,
	const struct output_choice *output, const struct speaker_events *events,
	void *owner);
void speaker_free(struct speaker *speaker);

/* A new utterance, which silences what was said: begin, add, say. */
void speaker_begin(struct speaker *speaker, int id, int rate, int gain);
void speaker_add(
	struct speaker *speaker, const char *text, const char *language, int pause);
void speaker_say(struct speaker *speaker);

void speaker_stop(struct speaker *speaker);
/* Forgets everything, in the child by ending it. */
void speaker_end(struct speaker *speaker);

bool speaker_is_ready(const struct speaker *speaker);
bool speaker_has_device(const struct speaker *speaker);
/* Whether the voice of voice_names[i] loads and sounds. */
bool speaker_has_voice(const struct speaker *speaker, size_t i);

#endif

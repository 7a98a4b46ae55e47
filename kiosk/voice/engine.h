/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_ENGINE_H
#define VOICE_ENGINE_H
/*
 * libespeak-ng, in the only way that does not stall, freeze or run anything:
 * synchronous, plain UTF-8, no markup. One a process, called by one thread;
 * it may crash on plain text, so it lives in a child. It keeps what it spoke.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SAMPLE_RATE = 22050 };

/* False stops the synthesis; nothing comes after it. */
typedef bool engine_sink(void *owner, const int16_t *samples, size_t n);

bool engine_open(void);
/* False when it does not load: then nothing may be spoken with it. */
bool engine_voice(const char *voice, int rate);
/* False when it failed or was stopped. */
bool engine_speak(const char *text, engine_sink *sink, void *owner);

#endif

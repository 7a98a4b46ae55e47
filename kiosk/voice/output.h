/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_OUTPUT_H
#define VOICE_OUTPUT_H
/*
 * Where samples go: a sound card, a clock, a file. None waits: the child waits
 * for it and for orders at once.
 */
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PERIOD_MS = 10, BUFFER_MS_OUT = 40, MOST_FDS = 8 };

struct output {
	bool (*open)(struct output *output); /* false: there is no device now */
	/* Takes what fits, 0 when full; -1: the device is gone. */
	long (*write)(struct output *output, const int16_t *samples, size_t n);
	long (*pending)(struct output *output); /* written, not yet heard */
	void (*drop)(struct output *output);    /* what is pending is not heard */
	/* What tells of room or of the device's end, and how long it takes at
	 * most; `idle`: nothing is being said, so only its end is of interest. */
	size_t (*watch)(struct output *output, struct pollfd *fds, bool idle);
	int (*wait_ms)(const struct output *output);
	bool (*woke)(struct output *output, struct pollfd *fds, size_t n);
	/* Writes down what happened at this sample; may do nothing. */
	void (*note)(struct output *output, const char *event, int id, int segment);
};

enum output_kind { OUTPUT_ALSA, OUTPUT_NULL, OUTPUT_WAV, OUTPUT_PACED };

struct output_choice {
	enum output_kind kind;
	const char *target; /* file, or name of an ALSA device; "" for any card */
	int64_t began;      /* clock_ms(): where the time of a file begins */
};

/* "alsa", "alsa:NAME", "null", "wav:FILE", "paced:FILE". */
bool output_parse(const char *text, struct output_choice *choice);
/* Empties the files, so that each child after this goes on where the last one
 * ended. False (logged) when it cannot. */
bool output_prepare(struct output_choice *choice);

struct output *output_new(const struct output_choice *choice);
struct output *alsa_new(const char *name);
struct output *clock_new(const struct output_choice *choice);

#endif

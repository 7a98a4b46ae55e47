/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A sound card that is only a clock: it takes 40 ms, hears 10 ms at a time,
 * and may write down what it heard, at the time it heard it. What was dropped
 * never reaches the file. `wav` has no clock and takes all at once.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "kiosk/voice/engine.h"
#include "kiosk/voice/output.h"
#include "kiosk/voice/wav.h"
#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { ROOM = SAMPLE_RATE * BUFFER_MS_OUT / 1000 };

struct clocked {
	struct output output; /* first */
	bool by_the_clock;
	int64_t began; /* where the time of the file begins */
	bool running;
	int64_t started; /* when this stretch of sound began */
	uint64_t origin; /* its place in the file */
	uint64_t heard;  /* of it */
	int16_t buffer[ROOM];
	size_t filled;
	int file, log; /* -1: none */
};

static uint64_t samples_in(int64_t ms)
{
	return (uint64_t)ms * SAMPLE_RATE / 1000;
}

static void hear(struct clocked *clocked, size_t n)
{
	if (clocked->file >= 0 && n)
		wav_write(clocked->file, clocked->origin + clocked->heard,
			clocked->buffer, n);
	memmove(clocked->buffer, clocked->buffer + n,
		(clocked->filled - n) * sizeof clocked->buffer[0]);
	clocked->filled -= n;
	clocked->heard += n;
}

static void advance(struct clocked *clocked)
{
	int64_t ms = clock_ms() - clocked->started;
	uint64_t due;

	if (!clocked->running)
		return;
	due = samples_in(ms - ms % PERIOD_MS);
	if (due <= clocked->heard)
		return;
	due -= clocked->heard;
	if (due >= clocked->filled)
		clocked->running = false; /* ran dry, as a card does */
	hear(clocked, due < clocked->filled ? (size_t)due : clocked->filled);
}

/* Where the next sample goes in the file. */
static uint64_t place_now(const struct clocked *clocked)
{
	uint64_t length = clocked->file >= 0 ? wav_length(clocked->file) : 0;
	uint64_t now = samples_in(clock_ms() - clocked->began);

	if (clocked->running)
		return clocked->origin + clocked->heard + clocked->filled;
	return now < length || !clocked->by_the_clock ? length : now;
}

static void start(struct clocked *clocked)
{
	clocked->origin = place_now(clocked);
	clocked->running = true;
	clocked->started = clock_ms();
	clocked->heard = 0;
}

static bool clock_open(struct output *output)
{
	(void)output;
	return true;
}

static long clock_write(struct output *output, const int16_t *samples, size_t n)
{
	struct clocked *clocked = (struct clocked *)output;

	advance(clocked);
	if (!clocked->running)
		start(clocked);
	if (n > ROOM - clocked->filled)
		n = ROOM - clocked->filled;
	memcpy(clocked->buffer + clocked->filled, samples, n * sizeof *samples);
	clocked->filled += n;
	if (!clocked->by_the_clock)
		hear(clocked, n);
	return (long)n;
}

static long clock_pending(struct output *output)
{
	struct clocked *clocked = (struct clocked *)output;

	advance(clocked);
	return (long)clocked->filled;
}

static void clock_drop(struct output *output)
{
	struct clocked *clocked = (struct clocked *)output;

	advance(clocked);
	clocked->filled = 0;
	clocked->running = false;
	explicit_bzero(clocked->buffer, sizeof clocked->buffer);
}

static size_t clock_watch(
	struct output *output, struct pollfd *fds, bool is_idle)
{
	(void)output;
	(void)fds;
	(void)is_idle;
	return 0;
}

static int clock_wait_ms(const struct output *output)
{
	const struct clocked *clocked = (const struct clocked *)output;
	int64_t ms = clock_ms() - clocked->started;

	return clocked->running ? (int)(PERIOD_MS - ms % PERIOD_MS) : 0;
}

static bool clock_woke(struct output *output, struct pollfd *fds, size_t n)
{
	(void)output;
	(void)fds;
	(void)n;
	return true;
}

static void clock_note(
	struct output *output, const char *event, int id, int segment)
{
	struct clocked *clocked = (struct clocked *)output;
	json_t *line;
	char *text;

	if (clocked->log < 0)
		return;
	line = json_pack("{s:i, s:I, s:I, s:s, s:i, s:i}", "v", 1, "ms",
		(json_int_t)(clock_ms() - clocked->began), "sample",
		(json_int_t)place_now(clocked), "event", event, "id", id, "segment",
		segment);
	text = json_dumps(line, JSON_COMPACT);
	dprintf(clocked->log, "%s\n", text);
	free(text);
	json_decref(line);
}

struct output *clock_new(const struct output_choice *choice)
{
	struct clocked *clocked = mem_new(1, sizeof *clocked);
	char *log = text_format("%s.log", choice->target);

	clocked->output = (struct output){ clock_open, clock_write, clock_pending,
		clock_drop, clock_watch, clock_wait_ms, clock_woke, clock_note };
	clocked->by_the_clock = choice->kind != OUTPUT_WAV;
	clocked->began = choice->began;
	clocked->file = choice->kind == OUTPUT_NULL ? -1 : wav_open(choice->target);
	clocked->log = choice->kind == OUTPUT_PACED
					   ? open(log, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
					   : -1;
	free(log);
	return &clocked->output;
}

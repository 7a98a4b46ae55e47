/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/mouth.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kiosk/voice/engine.h"
#include "kiosk/voice/orders.h"
#include "lib/base/clock.h"

enum {
	MOST_ORDERS = 16, /* the parent has fewer on their way */
	MOST_MARKS = 32,
	CHUNK = SAMPLE_RATE * PERIOD_MS / 1000,
	ALIVE_MS = 250,
	RETRY_MS = 500, /* looking for a sound card */
	QUIET = 64,     /* below this the engine has not begun to speak */
	MOST_QUIET = SAMPLE_RATE * 30 / 1000,
	PROBE_SAMPLES = SAMPLE_RATE / 5, /* three words are longer than this */
};

/* Something to report when the sample at `at` was heard. */
struct mark {
	uint64_t at;
	uint32_t piece;
	int id, segment;
};

struct mouth {
	int fd;
	struct output *output;
	bool has_engine, has_device;
	uint32_t generation;
	struct order orders[MOST_ORDERS];
	size_t n_orders;
	struct order now;
	struct mark marks[MOST_MARKS];
	size_t n_marks;
	uint64_t written; /* samples handed over */
	uint64_t told;    /* heard at the last report of being alive */
	int64_t told_at;
	int64_t tried_at; /* when a device was last looked for */
	bool fresh;       /* nothing of this generation was handed over */
	size_t trimmed;   /* leading samples left out so far */
};

static void report(
	struct mouth *mouth, enum report_kind kind, uint32_t piece, int value)
{
	struct report line = { kind, mouth->generation, piece, value };

	/* A parent that is gone or slow must not hold the sound up. */
	if (send(mouth->fd, &line, sizeof line, MSG_DONTWAIT | MSG_NOSIGNAL) < 0 &&
		errno != EAGAIN)
		_exit(0);
}

static void silence(struct mouth *mouth)
{
	if (mouth->output->pending(mouth->output) > 0)
		mouth->output->note(
			mouth->output, "dropped", mouth->now.id, mouth->now.segment);
	mouth->output->drop(mouth->output);
	mouth->n_marks = 0;
	explicit_bzero(mouth->orders, sizeof mouth->orders);
	mouth->n_orders = 0;
}

static void begin_generation(struct mouth *mouth, uint32_t generation)
{
	silence(mouth);
	mouth->generation = generation;
	mouth->fresh = true;
	mouth->trimmed = 0;
}

static void take_order(struct mouth *mouth, const struct order *order)
{
	if (order->kind != ORDER_PROBE && order->generation != mouth->generation)
		begin_generation(mouth, order->generation);
	if (order->kind == ORDER_STOP)
		report(mouth, REPORT_STOPPED, 0, 0);
	else if (mouth->n_orders < MOST_ORDERS)
		mouth->orders[mouth->n_orders++] = *order;
}

static void read_orders(struct mouth *mouth)
{
	struct order order;
	ssize_t n;

	while ((n = recv(mouth->fd, &order, sizeof order, MSG_DONTWAIT)) ==
		   sizeof order)
		take_order(mouth, &order);
	if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
		_exit(0);
	explicit_bzero(&order, sizeof order);
}

static uint64_t heard(struct mouth *mouth)
{
	uint64_t pending = (uint64_t)mouth->output->pending(mouth->output);

	return pending < mouth->written ? mouth->written - pending : 0;
}

/* Reports what the playhead has passed. */
static void tell(struct mouth *mouth)
{
	uint64_t at = heard(mouth);
	size_t n = 0;

	while (n < mouth->n_marks && mouth->marks[n].at <= at) {
		const struct mark *mark = &mouth->marks[n++];

		report(mouth, REPORT_HEARD, mark->piece, 0);
		mouth->output->note(mouth->output, "heard", mark->id, mark->segment);
	}
	mouth->n_marks -= n;
	memmove(
		mouth->marks, mouth->marks + n, mouth->n_marks * sizeof(struct mark));
	if (at > mouth->told && clock_ms() - mouth->told_at >= ALIVE_MS) {
		report(mouth, REPORT_ALIVE, 0, 0);
		mouth->told = at;
		mouth->told_at = clock_ms();
	}
}

static void look_for_device(struct mouth *mouth)
{
	mouth->tried_at = clock_ms();
	mouth->has_device = mouth->output->open(mouth->output);
}

static void lose_device(struct mouth *mouth)
{
	silence(mouth);
	mouth->has_device = false;
	mouth->tried_at = clock_ms();
	report(mouth, REPORT_DEVICE, 0, 0);
}

/* Until an order comes, the output has room or is gone, or `ms` are over. */
static void wait_for(struct mouth *mouth, int ms, bool is_idle, bool watch)
{
	struct pollfd fds[1 + MOST_FDS] = { { .fd = mouth->fd, .events = POLLIN } };
	size_t n = 0;

	if (watch && mouth->has_device)
		n = mouth->output->watch(mouth->output, fds + 1, is_idle);
	if (poll(fds, 1 + n, ms) < 0 && errno != EINTR)
		_exit(1);
	if (fds[0].revents)
		read_orders(mouth);
	if (n && mouth->has_device &&
		!mouth->output->woke(mouth->output, fds + 1, n))
		lose_device(mouth);
}

static bool is_cut(const struct mouth *mouth)
{
	return mouth->now.generation != mouth->generation || !mouth->has_device;
}

static void first_sample(struct mouth *mouth)
{
	mouth->fresh = false;
	report(mouth, REPORT_STARTED, mouth->now.piece, 0);
	mouth->output->note(
		mouth->output, "first", mouth->now.id, mouth->now.segment);
}

/* Hands all samples over; false when an order or the device cut them. */
static bool play(struct mouth *mouth, const int16_t *samples, size_t n)
{
	read_orders(mouth);
	while (n && !is_cut(mouth)) {
		long taken = mouth->output->write(mouth->output, samples, n);

		if (taken < 0) {
			lose_device(mouth);
			break;
		}
		mouth->written += (uint64_t)taken;
		samples += taken;
		n -= (size_t)taken;
		tell(mouth);
		if (n)
			wait_for(mouth, mouth->output->wait_ms(mouth->output), false, true);
	}
	return !is_cut(mouth);
}

static bool play_silence(struct mouth *mouth, size_t n)
{
	static const int16_t nothing[CHUNK];

	while (n) {
		size_t part = n < CHUNK ? n : CHUNK;

		if (!play(mouth, nothing, part))
			return false;
		n -= part;
	}
	return true;
}

/* The engine's own silence before the first word is 10 to 25 ms of waiting. */
static size_t leading_quiet(
	struct mouth *mouth, const int16_t *samples, size_t n)
{
	size_t quiet = 0;

	while (mouth->fresh && quiet < n && mouth->trimmed < MOST_QUIET &&
		   samples[quiet] > -QUIET && samples[quiet] < QUIET) {
		quiet++;
		mouth->trimmed++;
	}
	return quiet;
}

/* One chunk, as loud as asked for. */
static bool play_chunk(struct mouth *mouth, const int16_t *samples, size_t n)
{
	int16_t part[CHUNK];

	for (size_t i = 0; i < n; i++)
		part[i] = (int16_t)(samples[i] * mouth->now.gain / 100);
	read_orders(mouth);
	if (is_cut(mouth))
		return false;
	if (mouth->fresh)
		first_sample(mouth);
	return play(mouth, part, n);
}

static bool samples_came(void *owner, const int16_t *samples, size_t n)
{
	struct mouth *mouth = owner;
	size_t at = leading_quiet(mouth, samples, n);

	while (at < n) {
		size_t size = n - at < CHUNK ? n - at : CHUNK;

		if (!play_chunk(mouth, samples + at, size))
			return false;
		at += size;
	}
	return true;
}

static void add_mark(struct mouth *mouth)
{
	if (mouth->n_marks == MOST_MARKS)
		return;
	mouth->marks[mouth->n_marks++] = (struct mark){ mouth->written,
		mouth->now.piece, mouth->now.id, mouth->now.segment };
	tell(mouth);
}

static void speak(struct mouth *mouth)
{
	size_t pause = (size_t)mouth->now.pause * SAMPLE_RATE / 1000;

	if (!mouth->has_device)
		return;
	report(mouth, REPORT_BEGIN, mouth->now.piece, 0);
	if (!mouth->has_engine ||
		!engine_voice(mouth->now.voice, mouth->now.rate)) {
		report(mouth, REPORT_NO_VOICE, mouth->now.piece, 0);
		return;
	}
	if (play_silence(mouth, pause) &&
		engine_speak(mouth->now.text, samples_came, mouth))
		add_mark(mouth);
	else if (!is_cut(mouth))
		report(mouth, REPORT_NO_VOICE, mouth->now.piece, 0);
}

static bool count_samples(void *owner, const int16_t *samples, size_t n)
{
	size_t *loud = owner;

	for (size_t i = 0; i < n; i++)
		*loud += samples[i] <= -QUIET || samples[i] >= QUIET;
	return true;
}

/* A voice without its dictionary loads and says next to nothing. */
static void probe(struct mouth *mouth)
{
	size_t loud = 0;
	bool sounds =
		mouth->has_engine && engine_voice(mouth->now.voice, mouth->now.rate) &&
		engine_speak("1, 2, 3", count_samples, &loud) && loud >= PROBE_SAMPLES;

	report(mouth, REPORT_PROBED, 0, sounds);
}

static void obey(struct mouth *mouth)
{
	mouth->now = mouth->orders[0];
	memmove(mouth->orders, mouth->orders + 1,
		--mouth->n_orders * sizeof(struct order));
	if (mouth->now.kind == ORDER_PROBE)
		probe(mouth);
	else
		speak(mouth);
	explicit_bzero(mouth->now.text, sizeof mouth->now.text);
}

/* All was handed over: lets the last of it be heard. */
static void run_out(struct mouth *mouth)
{
	mouth->now.generation = mouth->generation;
	/* Sound shorter than a period would wait for the rest of it. */
	if (!play_silence(mouth, CHUNK))
		return;
	while (!is_cut(mouth) && !mouth->n_orders &&
		   mouth->output->pending(mouth->output) > 0) {
		wait_for(mouth, PERIOD_MS, false, false);
		tell(mouth);
	}
	if (is_cut(mouth) || mouth->n_orders)
		return;
	tell(mouth);
	mouth->output->drop(mouth->output);
}

static int until_retry(const struct mouth *mouth)
{
	int64_t ms = mouth->tried_at + RETRY_MS - clock_ms();

	if (mouth->has_device)
		return -1;
	return ms > 0 ? (int)ms : 0;
}

static void rest(struct mouth *mouth)
{
	wait_for(mouth, until_retry(mouth), true, true);
	if (mouth->has_device || until_retry(mouth) > 0)
		return;
	look_for_device(mouth);
	if (mouth->has_device)
		report(mouth, REPORT_DEVICE, 0, 1);
}

void mouth_run(int fd, const struct output_choice *choice)
{
	static struct mouth mouth;

	mouth.fd = fd;
	mouth.output = output_new(choice);
	mouth.has_engine = engine_open();
	look_for_device(&mouth);
	report(&mouth, REPORT_HELLO, 0, mouth.has_device);
	for (;;) {
		bool sounding;

		read_orders(&mouth);
		sounding = mouth.has_device && mouth.written &&
				   mouth.output->pending(mouth.output) > 0;
		if (mouth.n_orders)
			obey(&mouth);
		else if (sounding || mouth.n_marks)
			run_out(&mouth);
		else
			rest(&mouth);
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/speaker.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/voice/child.h"
#include "kiosk/voice/pieces.h"
#include "kiosk/voice/tongues.h"
#include "lib/base/memory.h"

enum {
	ON_THEIR_WAY = 4, /* pieces in the child: enough for no gap */
	MOST_VOICES = 64,
	GAP_MS = 150, /* between segments at USUAL_RATE */
	USUAL_RATE = 160,
	NONE = -1,
};

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

static void forget(struct speaker *speaker)
{
	pieces_clear(&speaker->pieces);
	speaker->n_segments = 0;
	speaker->next = speaker->heard = 0;
	speaker->working = speaker->blamed = NONE;
	speaker->was_started = speaker->any_heard = false;
	speaker->doing = SILENT;
	child_expect(speaker->child, speaker->is_probing);
}

/* The utterance is over; the callback may begin another. */
static void finish(struct speaker *speaker, bool all_heard)
{
	int id = speaker->id;

	forget(speaker);
	if (all_heard)
		speaker->events->done(speaker->owner, id);
	else
		speaker->events->stopped(speaker->owner, id);
}

/* --- to the child --- */

static void probe_next(struct speaker *speaker)
{
	struct order order = { .kind = ORDER_PROBE, .rate = USUAL_RATE };
	const char *voice = voice_names[speaker->probed].voice;

	memcpy(order.voice, voice, strlen(voice) + 1);
	speaker->is_probing = true;
	child_expect(speaker->child, true);
	child_order(speaker->child, &order);
}

static void hand_over(struct speaker *speaker, size_t i)
{
	const struct piece *piece = &speaker->pieces.list[i];
	const char *voice = voice_names[piece->voice].voice;
	struct order order = { .kind = ORDER_SPEAK,
		.generation = speaker->generation,
		.piece = (uint32_t)i,
		.id = speaker->id,
		.segment = piece->segment,
		.pause = piece->pause,
		.rate = speaker->rate,
		.gain = speaker->gain };

	memcpy(order.voice, voice, strlen(voice) + 1);
	memcpy(
		order.text, piece->text, strnlen(piece->text, sizeof order.text - 1));
	child_order(speaker->child, &order);
	explicit_bzero(order.text, sizeof order.text);
}

static void feed(struct speaker *speaker)
{
	if (speaker->doing != SPEAKING)
		return;
	if (speaker->heard == speaker->pieces.n) {
		finish(speaker, speaker->any_heard);
		return;
	}
	while (speaker->next < speaker->pieces.n &&
		   speaker->next < speaker->heard + ON_THEIR_WAY)
		hand_over(speaker, speaker->next++);
}

static void speak(struct speaker *speaker)
{
	if (!speaker->has_device || !child_is_there(speaker->child)) {
		finish(speaker, false);
		return;
	}
	speaker->doing = SPEAKING;
	speaker->generation++;
	child_expect(speaker->child, true);
	feed(speaker);
}

/* --- what is to be said --- */

/* What was being said is over; `say` need not wait for the child's word, as a
 * generation ends by the next one's coming. */
static void cut(struct speaker *speaker)
{
	if (speaker->doing != SILENT)
		finish(speaker, false);
}

void speaker_begin(struct speaker *speaker, int id, int rate, int gain)
{
	cut(speaker);
	forget(speaker);
	speaker->id = id;
	speaker->rate = rate;
	speaker->gain = gain;
}

void speaker_add(
	struct speaker *speaker, const char *text, const char *language, int pause)
{
	int n = speaker->n_segments++;
	size_t voice = voice_index(language);
	char *words;

	/* While voices are not known yet each gets the benefit of the doubt. */
	if (voice == n_voice_names ||
		(speaker->is_ready && !speaker->voices[voice])) {
		speaker->events->no_voice(speaker->owner, speaker->id, n, language);
		return;
	}
	if (!pause && n)
		pause = GAP_MS * USUAL_RATE / speaker->rate;
	words = mem_text(text);
	pieces_add(&speaker->pieces, (struct piece){ words, n, voice, pause });
	explicit_bzero(words, strlen(words));
	free(words);
}

void speaker_say(struct speaker *speaker)
{
	if (!speaker->pieces.n) {
		speaker->doing = SPEAKING;
		finish(speaker, false);
	} else if (!speaker->is_ready) {
		speaker->doing = WAITING;
	} else {
		speak(speaker);
	}
}

void speaker_stop(struct speaker *speaker)
{
	struct order order = { .kind = ORDER_STOP };

	if (speaker->doing != SPEAKING) {
		if (speaker->doing == WAITING)
			finish(speaker, false);
		return;
	}
	order.generation = ++speaker->generation;
	speaker->doing = STOPPING;
	child_order(speaker->child, &order);
}

void speaker_end(struct speaker *speaker)
{
	cut(speaker);
	forget(speaker);
	speaker->is_probing = false; /* goes on when the next says hello */
	child_replace(speaker->child);
}

/* --- from the child --- */

static void segment_heard(struct speaker *speaker, size_t i)
{
	int segment = speaker->pieces.list[i].segment;

	speaker->any_heard = true;
	if (i + 1 == speaker->pieces.n ||
		speaker->pieces.list[i + 1].segment != segment)
		speaker->events->segment(speaker->owner, speaker->id, segment);
}

/* Pieces before `to` count as heard. */
static void hear_until(struct speaker *speaker, size_t to)
{
	while (speaker->heard < to && speaker->heard < speaker->pieces.n)
		segment_heard(speaker, speaker->heard++);
}

/* The rest of the segment is left out too: half a sentence misleads. */
static void leave_out(struct speaker *speaker, size_t i)
{
	size_t next = pieces_next_segment(&speaker->pieces, i);

	speaker->heard = next;
	if (speaker->next < next)
		speaker->next = next;
}

static void started(struct speaker *speaker, const struct report *report)
{
	(void)report;
	if (!speaker->was_started)
		speaker->events->started(speaker->owner, speaker->id);
	speaker->was_started = true;
}

static void heard(struct speaker *speaker, const struct report *report)
{
	hear_until(speaker, (size_t)report->piece + 1);
	feed(speaker);
}

static void begun(struct speaker *speaker, const struct report *report)
{
	speaker->working = (long)report->piece;
}

static void no_voice(struct speaker *speaker, const struct report *report)
{
	const struct piece *piece;

	if (report->piece < speaker->heard || report->piece >= speaker->pieces.n)
		return;
	piece = &speaker->pieces.list[report->piece];
	hear_until(speaker, report->piece);
	speaker->events->no_voice(speaker->owner, speaker->id, piece->segment,
		voice_names[piece->voice].language);
	leave_out(speaker, report->piece);
	feed(speaker);
}

static void stopped(struct speaker *speaker, const struct report *report)
{
	(void)report;
	if (speaker->doing == STOPPING)
		finish(speaker, false);
}

static void set_device(struct speaker *speaker, bool present)
{
	if (present == speaker->has_device)
		return;
	speaker->has_device = present;
	if (!present)
		cut(speaker);
	if (speaker->is_ready)
		speaker->events->device(speaker->owner, present);
}

static void ready(struct speaker *speaker)
{
	speaker->is_ready = true;
	child_expect(speaker->child, false);
	speaker->events->ready(speaker->owner);
	if (speaker->doing == WAITING)
		speak(speaker);
}

static void probe_over(struct speaker *speaker, bool sounds)
{
	if (!speaker->is_probing)
		return;
	speaker->is_probing = false;
	speaker->voices[speaker->probed++] = sounds;
	if (speaker->probed == n_voice_names)
		ready(speaker);
}

static void hello(struct speaker *speaker, bool has_device)
{
	set_device(speaker, has_device);
	if (!speaker->is_ready)
		probe_next(speaker);
}

static void probed(struct speaker *speaker, bool sounds)
{
	probe_over(speaker, sounds);
	if (!speaker->is_ready)
		probe_next(speaker);
}

/* About the utterance; a report of an older generation is about another. */
static void (*const on_report[])(
	struct speaker *speaker, const struct report *report) = {
	[REPORT_BEGIN] = begun,
	[REPORT_STARTED] = started,
	[REPORT_HEARD] = heard,
	[REPORT_NO_VOICE] = no_voice,
	[REPORT_STOPPED] = stopped,
	[REPORT_DEVICE] = NULL,
};

static void report_came(void *owner, const struct report *report)
{
	struct speaker *speaker = owner;

	if (report->kind == REPORT_HELLO)
		hello(speaker, report->value);
	else if (report->kind == REPORT_DEVICE)
		set_device(speaker, report->value);
	else if (report->kind == REPORT_PROBED)
		probed(speaker, report->value);
	else if (report->generation == speaker->generation &&
			 (speaker->doing == SPEAKING || speaker->doing == STOPPING) &&
			 on_report[report->kind])
		on_report[report->kind](speaker, report);
}

/* The child died on a piece: once more, then it is left out. */
static void resume(struct speaker *speaker)
{
	size_t culprit = speaker->working > (long)speaker->heard
						 ? (size_t)speaker->working
						 : speaker->heard;
	int segment = speaker->pieces.list[culprit].segment;

	hear_until(speaker, culprit);
	if (speaker->blamed == segment) {
		leave_out(speaker, culprit);
		speaker->events->unspeakable(speaker->owner, speaker->id, segment);
	}
	speaker->blamed = segment;
	speaker->next = speaker->heard;
	speaker->working = NONE;
	if (speaker->doing == SPEAKING)
		speak(speaker);
}

static void child_lost(void *owner)
{
	struct speaker *speaker = owner;

	if (!speaker->is_ready)
		probe_over(speaker, false);
	else if (speaker->doing == SPEAKING)
		resume(speaker);
	else if (speaker->doing == STOPPING)
		finish(speaker, false);
}

struct speaker *speaker_new(struct loop *loop,
	const struct output_choice *output, const struct speaker_events *events,
	void *owner)
{
	static const struct child_events child_events = { report_came, child_lost };
	struct speaker *speaker = mem_new(1, sizeof *speaker);

	speaker->events = events;
	speaker->owner = owner;
	speaker->working = speaker->blamed = NONE;
	speaker->child = child_new(loop, output, &child_events, speaker);
	return speaker;
}

void speaker_free(struct speaker *speaker)
{
	if (!speaker)
		return;
	forget(speaker);
	child_free(speaker->child);
	free(speaker);
}

bool speaker_is_ready(const struct speaker *speaker)
{
	return speaker->is_ready;
}

bool speaker_has_device(const struct speaker *speaker)
{
	return speaker->has_device;
}

bool speaker_has_voice(const struct speaker *speaker, size_t i)
{
	return speaker->voices[i];
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* What the child tells of an utterance, of its voices and of itself. */
#include "kiosk/voice/speaker_parts.h"

#include <string.h>

#include "kiosk/voice/tongues.h"

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
	speaker_feed(speaker);
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
	speaker_feed(speaker);
}

static void stopped(struct speaker *speaker, const struct report *report)
{
	(void)report;
	if (speaker->doing == STOPPING)
		speaker_finish(speaker, false);
}

static void set_device(struct speaker *speaker, bool present)
{
	if (present == speaker->has_device)
		return;
	speaker->has_device = present;
	if (!present)
		speaker_cut(speaker);
	if (speaker->is_ready)
		speaker->events->device(speaker->owner, present);
}

static void probe_next(struct speaker *speaker)
{
	struct order order = { .kind = ORDER_PROBE, .rate = USUAL_RATE };
	const char *voice = voice_names[speaker->probed].voice;

	memcpy(order.voice, voice, strlen(voice) + 1);
	speaker->is_probing = true;
	child_expect(speaker->child, true);
	child_order(speaker->child, &order);
}

static void ready(struct speaker *speaker)
{
	speaker->is_ready = true;
	child_expect(speaker->child, false);
	speaker->events->ready(speaker->owner);
	if (speaker->doing == WAITING)
		speaker_speak(speaker);
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
		speaker_speak(speaker);
}

static void child_lost(void *owner)
{
	struct speaker *speaker = owner;

	if (!speaker->is_ready)
		probe_over(speaker, false);
	else if (speaker->doing == SPEAKING)
		resume(speaker);
	else if (speaker->doing == STOPPING)
		speaker_finish(speaker, false);
}

const struct child_events speaker_child_events = { report_came, child_lost };

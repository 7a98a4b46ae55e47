/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/speaker.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/voice/speaker_parts.h"
#include "kiosk/voice/tongues.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum {
	ON_THEIR_WAY = 4, /* pieces in the child: enough for no gap */
	GAP_MS = 150,     /* between segments at USUAL_RATE */
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

void speaker_finish(struct speaker *speaker, bool all_heard)
{
	int id = speaker->id;

	forget(speaker);
	if (all_heard)
		speaker->events->done(speaker->owner, id);
	else
		speaker->events->stopped(speaker->owner, id);
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

void speaker_feed(struct speaker *speaker)
{
	if (speaker->doing != SPEAKING)
		return;
	if (speaker->heard == speaker->pieces.n) {
		speaker_finish(speaker, speaker->any_heard);
		return;
	}
	while (speaker->next < speaker->pieces.n &&
		   speaker->next < speaker->heard + ON_THEIR_WAY)
		hand_over(speaker, speaker->next++);
}

void speaker_speak(struct speaker *speaker)
{
	if (!speaker->has_device || !child_is_there(speaker->child)) {
		speaker_finish(speaker, false);
		return;
	}
	speaker->doing = SPEAKING;
	speaker->generation++;
	child_expect(speaker->child, true);
	speaker_feed(speaker);
}

void speaker_cut(struct speaker *speaker)
{
	if (speaker->doing != SILENT)
		speaker_finish(speaker, false);
}

void speaker_begin(struct speaker *speaker, int id, int rate, int gain)
{
	speaker_cut(speaker);
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
	text_wipe(words);
}

void speaker_say(struct speaker *speaker)
{
	if (!speaker->pieces.n) {
		speaker->doing = SPEAKING;
		speaker_finish(speaker, false);
	} else if (!speaker->is_ready) {
		speaker->doing = WAITING;
	} else {
		speaker_speak(speaker);
	}
}

void speaker_stop(struct speaker *speaker)
{
	struct order order = { .kind = ORDER_STOP };

	if (speaker->doing != SPEAKING) {
		if (speaker->doing == WAITING)
			speaker_finish(speaker, false);
		return;
	}
	order.generation = ++speaker->generation;
	speaker->doing = STOPPING;
	child_order(speaker->child, &order);
}

void speaker_end(struct speaker *speaker)
{
	speaker_cut(speaker);
	forget(speaker);
	speaker->is_probing = false; /* goes on when the next says hello */
	child_replace(speaker->child);
}

struct speaker *speaker_new(struct loop *loop,
	const struct output_choice *output, const struct speaker_events *events,
	void *owner)
{
	struct speaker *speaker = mem_new(1, sizeof *speaker);

	speaker->events = events;
	speaker->owner = owner;
	speaker->working = speaker->blamed = NONE;
	speaker->child = child_new(loop, output, &speaker_child_events, speaker);
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

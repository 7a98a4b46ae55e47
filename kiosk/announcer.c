/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/announcer.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/net/lines.h"
#include "lib/ui/speech_json.h"

enum {
	SOON_MS = 250,  /* a voice that ended is started again at once */
	LATE_MS = 8000, /* where there is none, looking costs nothing */
	RATE = 160,     /* words a minute: for who hears this for the first time */
	GAIN = 100,
	/* A voice that says nothing of an utterance for so long does not speak: the
	 * idle clock must not stand still for ever. */
	LONGEST_MS = 120000,
};

struct announcer {
	struct loop *loop;
	char *socket;
	const struct announcer_events *events;
	void *owner;
	struct peer *peer;
	bool ready, device;
	long retry_ms;
	int last_id;
	int speaking;          /* id of what is being said; 0 = silence */
	struct utterance next; /* a hint or progress that waits its turn */
	bool has_next;
};

static void connect_voice(void *owner);

bool announcer_present(const struct announcer *announcer)
{
	return announcer->peer && announcer->ready && announcer->device;
}

bool announcer_speaks(const struct announcer *announcer)
{
	return announcer->speaking != 0;
}

static void tell_presence(struct announcer *announcer, bool before)
{
	bool now = announcer_present(announcer);

	if (now != before)
		announcer->events->voice(announcer->owner, now);
}

static void forget_next(struct announcer *announcer)
{
	utterance_clear(&announcer->next);
	announcer->has_next = false;
}

static void too_long(void *owner)
{
	struct announcer *announcer = owner;

	announcer->speaking = 0;
	announcer->events->quiet(announcer->owner);
}

static void send_now(
	struct announcer *announcer, const struct utterance *utterance)
{
	struct speech_settings settings = { ++announcer->last_id, RATE, GAIN };
	json_t *line;

	if (!announcer->peer)
		return;
	line = utterance_say(utterance, settings);
	if (peer_send(announcer->peer, line)) {
		announcer->speaking = settings.id;
		loop_after(announcer->loop, LONGEST_MS, too_long, announcer);
	}
	json_decref(line);
}

static void fell_silent(struct announcer *announcer)
{
	announcer->speaking = 0;
	loop_after(announcer->loop, -1, too_long, announcer);
	if (announcer->has_next) {
		send_now(announcer, &announcer->next);
		forget_next(announcer);
	} else {
		announcer->events->quiet(announcer->owner);
	}
}

static void ready_came(struct announcer *announcer, const json_t *line)
{
	announcer->ready = true;
	announcer->device = json_is_true(json_object_get(line, "device"));
}

static void event_came(
	struct announcer *announcer, const json_t *line, const char *event)
{
	int id = (int)json_integer_value(json_object_get(line, "id"));

	if (strcmp(event, "ready") == 0)
		ready_came(announcer, line);
	else if (strcmp(event, "device") == 0)
		announcer->device = json_is_true(json_object_get(line, "present"));
	else if (id == announcer->speaking &&
			 (strcmp(event, "done") == 0 || strcmp(event, "stopped") == 0))
		fell_silent(announcer);
}

static void line_came(void *owner, struct peer *peer, json_t *line)
{
	struct announcer *announcer = owner;
	const char *event = json_string_value(json_object_get(line, "event"));
	bool before = announcer_present(announcer);

	(void)peer;
	if (event && json_integer_value(json_object_get(line, "v")) == 1)
		event_came(announcer, line, event);
	tell_presence(announcer, before);
}

static void voice_gone(void *owner, struct peer *peer)
{
	struct announcer *announcer = owner;
	bool before = announcer_present(announcer);

	(void)peer;
	announcer->peer = NULL;
	announcer->ready = false;
	if (announcer->speaking)
		fell_silent(announcer);
	tell_presence(announcer, before);
	announcer->retry_ms = SOON_MS;
	loop_after(announcer->loop, announcer->retry_ms, connect_voice, announcer);
}

static void connect_voice(void *owner)
{
	static const struct lines_events events = {
		.line = line_came,
		.closed = voice_gone,
	};
	struct announcer *announcer = owner;

	announcer->peer =
		lines_connect(announcer->loop, announcer->socket, &events, announcer);
	if (announcer->peer)
		return;
	announcer->retry_ms *= 2;
	if (announcer->retry_ms > LATE_MS)
		announcer->retry_ms = LATE_MS;
	loop_after(announcer->loop, announcer->retry_ms, connect_voice, announcer);
}

struct announcer *announcer_new(struct loop *loop, const char *socket,
	const struct announcer_events *events, void *owner)
{
	struct announcer *announcer = mem_new(1, sizeof *announcer);

	announcer->loop = loop;
	announcer->socket = mem_text(socket);
	announcer->events = events;
	announcer->owner = owner;
	announcer->retry_ms = SOON_MS;
	connect_voice(announcer);
	return announcer;
}

static void send_line(struct announcer *announcer, json_t *taken)
{
	if (announcer->peer)
		peer_send(announcer->peer, taken);
	json_decref(taken);
}

void announcer_free(struct announcer *announcer)
{
	if (!announcer)
		return;
	send_line(announcer, speech_end_line());
	loop_after(announcer->loop, -1, connect_voice, announcer);
	loop_after(announcer->loop, -1, too_long, announcer);
	if (announcer->peer)
		peer_close(announcer->peer);
	forget_next(announcer);
	free(announcer->socket);
	free(announcer);
}

void announcer_say(
	struct announcer *announcer, const struct utterance *utterance)
{
	bool waits = utterance->priority == PRIORITY_HINT ||
				 utterance->priority == PRIORITY_PROGRESS;

	forget_next(announcer);
	if (waits && announcer->speaking) {
		utterance_copy(&announcer->next, utterance);
		announcer->has_next = true;
	} else {
		send_now(announcer, utterance);
	}
}

void announcer_hush(struct announcer *announcer)
{
	forget_next(announcer);
	if (!announcer->speaking)
		return;
	announcer->speaking = 0;
	loop_after(announcer->loop, -1, too_long, announcer);
	send_line(announcer, speech_stop_line());
	announcer->events->quiet(announcer->owner);
}

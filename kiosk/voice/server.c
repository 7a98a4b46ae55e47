/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/server.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/voice/speaker.h"
#include "kiosk/voice/tongues.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/net/lines.h"

enum {
	MOST_SEGMENTS = 500,
	LONGEST_PAUSE = 10000,
	SLOWEST = 80,
	FASTEST = 449,
	USUAL_RATE = 160,
	FULL_GAIN = 100,
};

struct server {
	struct lines *lines;
	struct speaker *speaker;
	struct peer **peers;
	size_t n_peers;
	struct peer *talker; /* whose utterance it is; NULL */
};

/* --- events out --- */

static void send_to(struct peer *peer, json_t *taken)
{
	if (peer && taken)
		peer_send(peer, taken);
	json_decref(taken);
}

static void send_event(struct server *server, const char *event, int id)
{
	send_to(server->talker,
		json_pack("{s:i, s:s, s:i}", "v", 1, "event", event, "id", id));
}

static void started(void *owner, int id)
{
	send_event(owner, "started", id);
}

static void done(void *owner, int id)
{
	send_event(owner, "done", id);
}

static void stopped(void *owner, int id)
{
	send_event(owner, "stopped", id);
}

static void send_segment(
	struct server *server, const char *event, int id, int n)
{
	send_to(server->talker, json_pack("{s:i, s:s, s:i, s:i}", "v", 1, "event",
								event, "id", id, "n", n));
}

static void segment(void *owner, int id, int n)
{
	send_segment(owner, "segment", id, n);
}

static void unspeakable(void *owner, int id, int n)
{
	send_segment(owner, "unspeakable", id, n);
}

static void no_voice(void *owner, int id, int n, const char *language)
{
	struct server *server = owner;

	send_to(server->talker,
		json_pack("{s:i, s:s, s:i, s:i, s:s}", "v", 1, "event", "no-voice",
			"id", id, "n", n, "language", language));
}

static json_t *ready_line(const struct server *server)
{
	json_t *voices = json_array();

	for (size_t i = 0; i < n_voice_names; i++) {
		if (speaker_has_voice(server->speaker, i))
			json_array_append_new(voices, json_string(voice_names[i].language));
	}
	return json_pack("{s:i, s:s, s:o, s:b}", "v", 1, "event", "ready", "voices",
		voices, "device", speaker_has_device(server->speaker));
}

static void send_all(struct server *server, json_t *taken)
{
	for (size_t i = 0; i < server->n_peers; i++)
		peer_send(server->peers[i], taken);
	json_decref(taken);
}

static void ready(void *owner)
{
	send_all(owner, ready_line(owner));
}

static void device(void *owner, bool present)
{
	send_all(owner, json_pack("{s:i, s:s, s:b}", "v", 1, "event", "device",
						"present", present));
}

/* --- lines in --- */

/* The number under `key`, or `usual` where there is none; within bounds. */
static int number(const json_t *in, const char *key, int usual, int most)
{
	const json_t *value = json_object_get(in, key);
	json_int_t n = json_is_integer(value) ? json_integer_value(value) : usual;

	if (n < 0)
		return 0;
	return n > most ? most : (int)n;
}

static const char *text(const json_t *in, const char *key)
{
	const char *value = json_string_value(json_object_get(in, key));

	return value ? value : "";
}

static void say(struct server *server, struct peer *peer, const json_t *what)
{
	const json_t *segments = json_object_get(what, "segments"), *one;
	int rate = number(what, "rate", USUAL_RATE, FASTEST);
	int gain = number(what, "gain", FULL_GAIN, FULL_GAIN);
	size_t i;

	/* First, so that the end of what is cut goes to who asked for it. */
	speaker_begin(server->speaker, number(what, "id", 0, INT32_MAX),
		rate < SLOWEST ? SLOWEST : rate, gain);
	server->talker = peer;
	json_array_foreach(segments, i, one)
	{
		if (i < MOST_SEGMENTS)
			speaker_add(server->speaker, text(one, "text"),
				text(one, "language"), number(one, "pause", 0, LONGEST_PAUSE));
	}
	speaker_say(server->speaker);
}

static void line_came(void *owner, struct peer *peer, json_t *line)
{
	struct server *server = owner;
	const json_t *what = json_object_get(line, "say");

	if (json_integer_value(json_object_get(line, "v")) != 1) {
		fail("a line of another version than 1");
		return;
	}
	if (json_is_object(what))
		say(server, peer, what);
	else if (json_is_true(json_object_get(line, "stop")))
		speaker_stop(server->speaker);
	else if (json_is_true(json_object_get(line, "end")))
		speaker_end(server->speaker);
}

static void opened(void *owner, struct peer *peer)
{
	struct server *server = owner;

	server->peers =
		mem_grow(server->peers, server->n_peers + 1, sizeof(struct peer *));
	server->peers[server->n_peers++] = peer;
	if (speaker_is_ready(server->speaker))
		send_to(peer, ready_line(server));
}

/* A screen that is gone has ended its visit. */
/* cppcheck-suppress constParameter ; lines.h has it so */
static void closed(void *owner, struct peer *peer)
{
	struct server *server = owner;
	size_t i = 0;

	while (i < server->n_peers && server->peers[i] != peer)
		i++;
	if (i < server->n_peers)
		server->peers[i] = server->peers[--server->n_peers];
	if (server->talker != peer)
		return;
	server->talker = NULL;
	speaker_end(server->speaker);
}

struct server *server_new(
	struct loop *loop, const char *socket, const struct output_choice *output)
{
	static const struct lines_events lines_events = { opened, line_came,
		closed };
	static const struct speaker_events speaker_events = { started, segment,
		done, stopped, unspeakable, no_voice, ready, device };
	struct server *server = mem_new(1, sizeof *server);

	server->lines = lines_listen(loop, socket, &lines_events, server);
	if (!server->lines) {
		free(server);
		return NULL;
	}
	server->speaker = speaker_new(loop, output, &speaker_events, server);
	return server;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	speaker_free(server->speaker);
	lines_free(server->lines);
	free(server->peers);
	free(server);
}

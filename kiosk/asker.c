/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/asker.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/net/lines.h"

enum {
	/* How long link may take to answer anything. Long, as it may be started
	 * again meanwhile, and a "no" about what it kept after all would be untrue.
	 */
	ANSWER_MS = 30000,
	RETRY_MS = 200, /* link is restarted at once; look again soon */
};

struct question {
	int id;
	json_t *line;
	asker_answered *answered;
	bool sent; /* over the connection there is now */
	struct question *next;
};

struct asker {
	struct loop *loop;
	char *socket;
	asker_event *event;
	void *owner;
	struct peer *peer;
	struct question *questions; /* oldest first */
	int last_id;
};

static void connect_link(void *owner);

static void question_free(struct question *question)
{
	json_decref(question->line);
	free(question);
}

/* A line that fails closes the peer, so what is left is looked at each time. */
static void send_questions(struct asker *asker)
{
	for (struct question *q = asker->questions; q && asker->peer; q = q->next) {
		if (!q->sent)
			q->sent = peer_send(asker->peer, q->line);
	}
}

static struct question *take_question(struct asker *asker, int id)
{
	struct question **at = &asker->questions;
	struct question *found;

	while (*at && (*at)->id != id)
		at = &(*at)->next;
	found = *at;
	if (found)
		*at = found->next;
	return found;
}

static void answer(struct asker *asker, struct question *question, int status,
	const json_t *body)
{
	const char *path =
		json_string_value(json_object_get(question->line, "path"));

	question->answered(asker->owner, path, status, body);
	question_free(question);
}

/* Link did not answer in time: every question gets a "no". */
static void give_up(void *owner)
{
	struct asker *asker = owner;
	struct question *question = asker->questions;

	asker->questions = NULL;
	while (question) {
		struct question *next = question->next;

		answer(asker, question, 503, NULL);
		question = next;
	}
}

static void answer_came(struct asker *asker, const json_t *line)
{
	struct question *question = take_question(
		asker, (int)json_integer_value(json_object_get(line, "id")));

	if (!question)
		return;
	if (!asker->questions)
		loop_after(asker->loop, -1, give_up, asker);
	answer(asker, question,
		(int)json_integer_value(json_object_get(line, "status")),
		json_object_get(line, "body"));
}

static void line_came(void *owner, struct peer *peer, json_t *line)
{
	struct asker *asker = owner;
	const char *event = json_string_value(json_object_get(line, "event"));

	(void)peer;
	if (json_integer_value(json_object_get(line, "v")) != 1)
		return;
	if (event)
		asker->event(asker->owner, event, json_object_get(line, "body"));
	else
		answer_came(asker, line);
}

static void link_gone(void *owner, struct peer *peer)
{
	struct asker *asker = owner;

	(void)peer;
	asker->peer = NULL;
	for (struct question *q = asker->questions; q; q = q->next)
		q->sent = false;
	loop_after(asker->loop, RETRY_MS, connect_link, asker);
}

static void connect_link(void *owner)
{
	static const struct lines_events events = {
		.line = line_came,
		.closed = link_gone,
	};
	struct asker *asker = owner;

	asker->peer = lines_connect(asker->loop, asker->socket, &events, asker);
	if (asker->peer)
		send_questions(asker);
	else
		loop_after(asker->loop, RETRY_MS, connect_link, asker);
}

struct asker *asker_new(
	struct loop *loop, const char *socket, asker_event *event, void *owner)
{
	struct asker *asker = mem_new(1, sizeof *asker);

	asker->loop = loop;
	asker->socket = mem_text(socket);
	asker->event = event;
	asker->owner = owner;
	connect_link(asker);
	return asker;
}

static void ask(
	struct asker *asker, json_t *taken_line, asker_answered *answered)
{
	struct question *question = mem_new(1, sizeof *question);
	struct question **end = &asker->questions;

	question->id = ++asker->last_id;
	question->line = taken_line;
	question->answered = answered;
	json_object_set_new(taken_line, "id", json_integer(question->id));
	while (*end)
		end = &(*end)->next;
	*end = question;
	loop_after(asker->loop, ANSWER_MS, give_up, asker);
	send_questions(asker);
}

void asker_get(struct asker *asker, const char *path, asker_answered *answered)
{
	ask(asker, json_pack("{si ss ss}", "v", 1, "method", "GET", "path", path),
		answered);
}

void asker_post(struct asker *asker, const char *path, json_t *taken_body,
	asker_answered *answered)
{
	ask(asker,
		json_pack("{si ss ss so}", "v", 1, "method", "POST", "path", path,
			"body", taken_body),
		answered);
}

void asker_free(struct asker *asker)
{
	if (!asker)
		return;
	loop_after(asker->loop, -1, give_up, asker);
	loop_after(asker->loop, -1, connect_link, asker);
	if (asker->peer)
		peer_close(asker->peer);
	while (asker->questions) {
		struct question *next = asker->questions->next;

		question_free(asker->questions);
		asker->questions = next;
	}
	free(asker->socket);
	free(asker);
}

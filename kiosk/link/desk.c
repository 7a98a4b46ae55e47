/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/desk.h"

#include <stdlib.h>
#include <string.h>

#include "kiosk/link/desk_parts.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { PATIENCE_MS = 5000 };

void desk_answer(struct ask *ask, int status, time_t fresh, json_t *taken)
{
	json_t *line =
		json_pack("{s:i, s:O, s:i}", "v", 1, "id", ask->id, "status", status);

	if (fresh) {
		char *iso = clock_iso(fresh);

		json_object_set_new(line, "fresh", json_string(iso));
		free(iso);
	}
	json_object_set_new(line, "body", taken ? taken : json_null());
	peer_send(ask->visitor->peer, line);
	json_decref(line);
}

void desk_refuse(struct ask *ask, int status, const char *title)
{
	desk_answer(ask, status, 0,
		json_pack("{s:s, s:s, s:i}", "type", "about:blank", "title", title,
			"status", status));
}

static void send_event(struct visitor *visitor, const char *event, json_t *body)
{
	json_t *line =
		json_pack("{s:i, s:s, s:O*}", "v", 1, "event", event, "body", body);

	peer_send(visitor->peer, line);
	json_decref(line);
}

static void tell_all(struct desk *desk, const char *event, json_t *taken)
{
	for (struct visitor *at = desk ? desk->visitors : NULL; at; at = at->next)
		send_event(at, event, taken);
	json_decref(taken);
}

void desk_tell_catalogue(struct desk *desk)
{
	tell_all(desk, "catalogue", NULL);
}

void desk_tell_state(struct desk *desk, bool central)
{
	tell_all(desk, "state", json_pack("{s:b}", "central", central));
}

void desk_tell_receipt(struct desk *desk, const char *id, const char *receipt)
{
	json_t *body = json_loads(receipt, 0, NULL);

	for (struct visitor *at = desk ? desk->visitors : NULL; at; at = at->next) {
		for (size_t i = 0; i < at->n_sent; i++) {
			if (strcmp(at->sent[i], id) == 0)
				send_event(at, "receipt", body);
		}
	}
	json_decref(body);
}

void desk_remember(struct visitor *visitor, const char *id)
{
	visitor->sent =
		mem_more(visitor->sent, visitor->n_sent, sizeof *visitor->sent);
	visitor->sent[visitor->n_sent++] = mem_text(id);
}

static void dispose(struct ask *ask)
{
	http_cancel(ask->call);
	json_decref(ask->id);
	json_decref(ask->body);
	free(ask->path);
	free(ask);
}

void ask_free(struct ask *ask)
{
	struct ask **at = &ask->visitor->asks;

	while (*at != ask)
		at = &(*at)->next;
	*at = ask->next;
	dispose(ask);
}

static void settle(struct ask *ask, bool last)
{
	enum turn turn = desk_take(ask, last);

	if (turn == TURN_DONE)
		ask_free(ask);
	else if (turn == TURN_WAIT)
		loop_after(ask->visitor->desk->link->loop, PATIENCE_MS,
			desk_patience_ended, ask->visitor->desk);
}

/* Answers may close no visitor and add no question, so both lists hold. */
static void settle_all(struct desk *desk, bool last)
{
	for (struct visitor *at = desk->visitors; at; at = at->next) {
		struct ask *ask = at->asks, *next;

		for (; ask; ask = next) {
			next = ask->next;
			if (!ask->call)
				settle(ask, last);
		}
	}
}

void desk_settle(struct desk *desk)
{
	if (desk)
		settle_all(desk, true);
}

void desk_patience_ended(void *owner)
{
	settle_all(owner, true);
}

static void opened(void *owner, struct peer *peer)
{
	struct desk *desk = owner;
	struct visitor *visitor = mem_new(1, sizeof *visitor);

	visitor->desk = desk;
	visitor->peer = peer;
	visitor->next = desk->visitors;
	desk->visitors = visitor;
	peer_set_owner(peer, visitor);
}

static void forget(struct visitor *visitor)
{
	struct ask *ask;

	while ((ask = visitor->asks)) {
		visitor->asks = ask->next;
		dispose(ask);
	}
	for (size_t i = 0; i < visitor->n_sent; i++)
		free(visitor->sent[i]);
	free(visitor->sent);
	free(visitor);
}

static void closed(void *owner, struct peer *peer)
{
	struct desk *desk = owner;
	struct visitor *visitor = peer_owner(peer), **at = &desk->visitors;

	while (*at != visitor)
		at = &(*at)->next;
	*at = visitor->next;
	forget(visitor);
}

static void line_came(void *owner, struct peer *peer, json_t *line)
{
	struct visitor *visitor = peer_owner(peer);
	struct ask *ask = mem_new(1, sizeof *ask);
	json_t *id = json_object_get(line, "id");

	(void)owner;
	ask->visitor = visitor;
	ask->next = visitor->asks;
	visitor->asks = ask;
	ask->id = json_is_integer(id) ? json_incref(id) : json_null();
	ask->path = mem_text(json_string_value(json_object_get(line, "path")));
	ask->is_post =
		text_same(json_string_value(json_object_get(line, "method")), "POST");
	ask->body = json_incref(json_object_get(line, "body"));
	if (json_integer_value(json_object_get(line, "v")) != 1 ||
		!json_is_integer(id)) {
		desk_refuse(ask, 400, "A question needs v and id");
		ask_free(ask);
		return;
	}
	settle(ask, false);
	link_check_outbox(visitor->desk->link);
}

static const struct lines_events events = { opened, line_came, closed };

struct desk *desk_new(struct link *link, const char *kiosk)
{
	struct desk *desk = mem_new(1, sizeof *desk);

	desk->link = link;
	desk->kiosk = mem_text(kiosk);
	desk->lines =
		lines_listen(link->loop, link->options->listen, &events, desk);
	if (desk->lines)
		return desk;
	desk_free(desk);
	return NULL;
}

void desk_free(struct desk *desk)
{
	struct visitor *next;

	if (!desk)
		return;
	loop_after(desk->link->loop, -1, desk_patience_ended, desk);
	for (struct visitor *at = desk->visitors; at; at = next) {
		next = at->next;
		forget(at);
	}
	lines_free(desk->lines);
	free(desk->kiosk);
	free(desk->ending);
	free(desk);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_DESK_PARTS_H
#define LINK_DESK_PARTS_H
/* What the files of the desk share: desk.c holds the connections, answers.c
 * the one table of paths. */
#include "kiosk/link/desk.h"
#include "kiosk/link/link.h"
#include "lib/base/clock.h"
#include "lib/net/lines.h"

struct visitor { /* one connection: a screen, that is a visit */
	struct desk *desk;
	struct peer *peer;
	struct visitor *next;
	struct ask *asks;
	char **sent; /* ids of its submissions, for their receipts */
	size_t n_sent;
};

struct ask { /* a question that is not answered yet */
	struct visitor *visitor;
	struct ask *next;
	json_t *id, *body;
	char *path;
	bool is_post;
	struct http_call *call; /* to central, for a live answer */
};

struct desk {
	struct link *link;
	struct lines *lines;
	struct visitor *visitors;
	char *kiosk;
	char *ending; /* how the visit before ended, as the screen said */
	int64_t ended_at;
};

enum turn {
	TURN_DONE, /* answered */
	TURN_WAIT, /* the first sync runs: ask again when it ended */
	TURN_LIVE, /* central is asked; the answer ends the ask */
};

/* `last`: nothing more will come, so answer. */
enum turn desk_take(struct ask *ask, bool last);
void desk_patience_ended(void *owner);

/* `fresh` 0: not said. */
void desk_answer(struct ask *ask, int status, time_t fresh, json_t *taken);
void desk_refuse(struct ask *ask, int status, const char *title);
void desk_remember(struct visitor *visitor, const char *id);
void ask_free(struct ask *ask);

#endif

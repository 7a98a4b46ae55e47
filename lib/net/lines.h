/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef NET_LINES_H
#define NET_LINES_H
/*
 * JSON lines over a UNIX stream socket, both ends, on the loop: how the screen
 * talks to link and voice. Each line is one JSON object of at most 8 MiB. Never
 * blocks: what the other end does not take now is kept, up to 16 MiB, then the
 * peer is closed. A line that is no JSON object ends the connection too. No
 * curl, no sodium in here.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/loop/loop.h"

struct lines; /* a listening socket */
struct peer;  /* one connection */

/*
 * `owner` is what was given to lines_listen(), lines_connect() or
 * lines_adopt(); a connection may have one of its own besides, see
 * peer_set_owner(). Any of these may close the peer; each may be NULL. The
 * struct is copied.
 */
struct lines_events {
	/* A new connection (server side only). */
	void (*opened)(void *owner, struct peer *peer);
	/* One line; `line` is borrowed. */
	void (*line)(void *owner, struct peer *peer, json_t *line);
	/* The other end is gone; the peer is freed after this returns. */
	void (*closed)(void *owner, struct peer *peer);
};

/* Replaces a stale socket file; mode 0600. NULL (logged) when it cannot. */
struct lines *lines_listen(struct loop *loop, const char *path,
	const struct lines_events *events, void *owner);
void lines_free(struct lines *lines); /* closes its peers, removes the file */

/* NULL (not logged: callers retry) when nobody listens. */
struct peer *lines_connect(struct loop *loop, const char *path,
	const struct lines_events *events, void *owner);
/* The same over a socket that is open already (a socketpair). Takes `fd`. */
struct peer *lines_adopt(
	struct loop *loop, int fd, const struct lines_events *events, void *owner);

/* Sends the object as one line; `line` is borrowed. False when the peer is
 * closed, or was closed for being too slow. */
bool peer_send(struct peer *peer, const json_t *line);
/* What is still unsent, in bytes. */
size_t peer_pending(const struct peer *peer);
void peer_set_owner(struct peer *peer, void *owner); /* NULL at first */
void *peer_owner(const struct peer *peer);
void peer_close(struct peer *peer); /* frees it; `closed` is not called */

#endif

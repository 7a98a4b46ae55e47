/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/net/peer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"

enum {
	MOST_LINE = 8 << 20,
	MOST_PENDING = 16 << 20,
	CHUNK = 64 << 10,
};

/* Bytes that came or must go; what is used up stands before `start`. */
struct buffer {
	char *bytes;
	size_t start, end, room;
};

/*
 * `busy` counts the callbacks the peer is in. A peer that is closed inside one
 * of its own callbacks is only `closed` there and freed when the callback is
 * back, so that callers may close it at any moment.
 */
struct peer {
	struct loop *loop;
	peer_gone *gone;
	void *gone_owner;
	struct lines_events events;
	void *events_owner, *owner;
	int fd;
	int busy;
	bool closed;
	bool broken; /* takes no more; `closed` is on its way */
	struct buffer in, out;
	size_t searched; /* of `in`, no line feed up to here */
};

static void buffer_room(struct buffer *buffer, size_t more)
{
	size_t used = buffer->end - buffer->start;

	if (buffer->start && buffer->room - buffer->end < more) {
		memmove(buffer->bytes, buffer->bytes + buffer->start, used);
		buffer->start = 0;
		buffer->end = used;
	}
	if (buffer->room - buffer->end >= more)
		return;
	buffer->room = (buffer->end + more) * 2;
	buffer->bytes = mem_grow(buffer->bytes, buffer->room, 1);
}

/* Lines hold what residents hear: what was used up leaves no trace. */
static void buffer_use(struct buffer *buffer, size_t n)
{
	explicit_bzero(buffer->bytes + buffer->start, n);
	buffer->start += n;
	if (buffer->start < buffer->end)
		return;
	buffer->start = buffer->end = 0;
	if (buffer->room > CHUNK) {
		free(buffer->bytes);
		*buffer = (struct buffer){ 0 };
	}
}

static void buffer_clear(struct buffer *buffer)
{
	if (buffer->bytes)
		explicit_bzero(buffer->bytes, buffer->room);
	free(buffer->bytes);
	*buffer = (struct buffer){ 0 };
}

static void peer_lost(void *owner);

static void release(struct peer *peer)
{
	buffer_clear(&peer->in);
	buffer_clear(&peer->out);
	free(peer);
}

void peer_close(struct peer *peer)
{
	if (!peer || peer->closed)
		return;
	peer->closed = true;
	loop_watch(peer->loop, peer->fd, 0, NULL, NULL);
	loop_after(peer->loop, -1, peer_lost, peer);
	close(peer->fd);
	if (peer->gone)
		peer->gone(peer->gone_owner, peer);
	if (!peer->busy)
		release(peer);
}

/* Leaves a callback; false when the peer was closed in it and is gone now. */
static bool leave(struct peer *peer)
{
	peer->busy--;
	if (!peer->closed)
		return true;
	if (!peer->busy)
		release(peer);
	return false;
}

static void tell_closed(struct peer *peer)
{
	peer->broken = true;
	peer->busy++;
	if (peer->events.closed)
		peer->events.closed(peer->events_owner, peer);
	if (leave(peer))
		peer_close(peer);
}

/* False when the peer is gone. */
static bool take_line(struct peer *peer, const char *bytes, size_t size)
{
	json_error_t error = { 0 };
	json_t *line = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);

	if (!json_is_object(line)) {
		/* The parser's own words would quote what a resident hears. */
		fail("a line that is no JSON object (byte %d)", error.position);
		json_decref(line);
		tell_closed(peer);
		return false;
	}
	peer->busy++;
	if (peer->events.line)
		peer->events.line(peer->events_owner, peer, line);
	json_decref(line);
	return leave(peer);
}

/* False when the peer is gone. */
static bool take_lines(struct peer *peer)
{
	struct buffer *in = &peer->in;

	for (;;) {
		char *line = in->bytes + in->start;
		char *feed;
		size_t n = in->end - in->start;

		feed = n > peer->searched
				   ? memchr(line + peer->searched, '\n', n - peer->searched)
				   : NULL;
		peer->searched = n;
		if ((feed ? (size_t)(feed - line) : n) > MOST_LINE) {
			fail("a line of over %d bytes", MOST_LINE);
			tell_closed(peer);
			return false;
		}
		if (!feed)
			return true;
		if (!take_line(peer, line, (size_t)(feed - line)))
			return false;
		buffer_use(in, (size_t)(feed - line) + 1);
		peer->searched = 0;
	}
}

enum came { CAME_NOTHING, CAME_SOME, CAME_END };

static enum came read_some(struct peer *peer)
{
	ssize_t n;

	buffer_room(&peer->in, CHUNK);
	n = read(peer->fd, peer->in.bytes + peer->in.end, CHUNK);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return CAME_NOTHING;
	if (n <= 0)
		return CAME_END;
	peer->in.end += (size_t)n;
	return CAME_SOME;
}

/* What the other end said before it went is still heard. */
static void peer_lost(void *owner)
{
	struct peer *peer = owner;

	while (read_some(peer) == CAME_SOME) {
		if (!take_lines(peer))
			return;
	}
	tell_closed(peer);
}

static void peer_ready(void *owner, int fd, short events);

static void watch(struct peer *peer)
{
	bool unsent = peer->out.end > peer->out.start;

	loop_watch(peer->loop, peer->fd, (short)(POLLIN | (unsent ? POLLOUT : 0)),
		peer_ready, peer);
}

static bool give_up(struct peer *peer)
{
	peer->broken = true;
	buffer_clear(&peer->out);
	watch(peer);
	loop_after(peer->loop, 0, peer_lost, peer);
	return false;
}

static bool write_some(struct peer *peer)
{
	struct buffer *out = &peer->out;

	while (out->end > out->start) {
		ssize_t n = send(peer->fd, out->bytes + out->start,
			out->end - out->start, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return true;
		if (n < 0)
			return give_up(peer);
		buffer_use(out, (size_t)n);
	}
	return true;
}

static void peer_ready(void *owner, int fd, short events)
{
	struct peer *peer = owner;
	enum came came;

	(void)fd;
	if (events & POLLOUT && write_some(peer))
		watch(peer);
	if (!(events & ~POLLOUT))
		return;
	came = read_some(peer);
	if (came == CAME_SOME)
		take_lines(peer);
	else if (came == CAME_END)
		tell_closed(peer);
}

static int add_bytes(const char *bytes, size_t size, void *to)
{
	struct buffer *out = to;

	buffer_room(out, size);
	memcpy(out->bytes + out->end, bytes, size);
	out->end += size;
	return 0;
}

bool peer_send(struct peer *peer, const json_t *line)
{
	bool waiting = peer_pending(peer) > 0;

	if (peer->closed || peer->broken)
		return false;
	if (json_dump_callback(line, add_bytes, &peer->out, JSON_COMPACT) < 0)
		return fail("a line that cannot be written as JSON");
	add_bytes("\n", 1, &peer->out);
	if (peer_pending(peer) > MOST_PENDING) {
		fail("a reader was too slow");
		return give_up(peer);
	}
	/* Lines keep their order: what waits goes first, in the loop. */
	if (waiting)
		return true;
	if (!write_some(peer))
		return false;
	if (peer_pending(peer))
		watch(peer);
	return true;
}

size_t peer_pending(const struct peer *peer)
{
	return peer->out.end - peer->out.start;
}

void peer_set_owner(struct peer *peer, void *owner)
{
	peer->owner = owner;
}

void *peer_owner(const struct peer *peer)
{
	return peer->owner;
}

struct peer *lines_adopt(
	struct loop *loop, int fd, const struct lines_events *events, void *owner)
{
	struct peer *peer = mem_new(1, sizeof *peer);
	int flags = fcntl(fd, F_GETFL);

	fcntl(fd, F_SETFL, flags | O_NONBLOCK);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	peer->loop = loop;
	peer->events = *events;
	peer->events_owner = owner;
	peer->fd = fd;
	watch(peer);
	return peer;
}

void peer_on_gone(struct peer *peer, peer_gone *gone, void *owner)
{
	peer->gone = gone;
	peer->gone_owner = owner;
}

void peer_open(struct peer *peer)
{
	peer->busy++;
	if (peer->events.opened)
		peer->events.opened(peer->events_owner, peer);
	leave(peer);
}

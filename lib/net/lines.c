/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/net/lines.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/net/peer.h"

enum { BACKLOG = 16, ACCEPT_AGAIN_MS = 1000 };

struct lines {
	struct loop *loop;
	struct lines_events events;
	void *owner;
	int fd;
	struct sockaddr_un address;
	struct stat file; /* so that only our own file is removed */
	struct peer **peers;
	size_t n_peers;
};

static void forget(void *owner, const struct peer *peer)
{
	struct lines *lines = owner;
	size_t i = 0;

	while (lines->peers[i] != peer)
		i++;
	lines->peers[i] = lines->peers[--lines->n_peers];
}

static bool set_address(struct sockaddr_un *address, const char *path)
{
	size_t n = strlen(path);

	*address = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (n >= sizeof address->sun_path)
		return false;
	memcpy(address->sun_path, path, n);
	return true;
}

static int try_connect(const struct sockaddr_un *address)
{
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd >= 0 &&
		connect(fd, (const struct sockaddr *)address, sizeof *address) < 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

struct peer *lines_connect(struct loop *loop, const char *path,
	const struct lines_events *events, void *owner)
{
	struct sockaddr_un address;
	int fd = set_address(&address, path) ? try_connect(&address) : -1;

	return fd >= 0 ? lines_adopt(loop, fd, events, owner) : NULL;
}

static void peer_came(void *owner, int fd, short events);

static void accept_again(void *owner)
{
	struct lines *lines = owner;

	loop_watch(lines->loop, lines->fd, POLLIN, peer_came, lines);
}

static void peer_came(void *owner, int fd, short events)
{
	struct lines *lines = owner;
	int peer_fd = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	struct peer *peer;

	(void)events;
	if (peer_fd < 0) {
		if (errno != EMFILE && errno != ENFILE && errno != ENOMEM)
			return;
		/* The caller stays in the queue: look again when there is room. */
		fail("cannot take a connection: %m");
		loop_watch(lines->loop, fd, 0, NULL, NULL);
		loop_after(lines->loop, ACCEPT_AGAIN_MS, accept_again, lines);
		return;
	}
	peer = lines_adopt(lines->loop, peer_fd, &lines->events, lines->owner);
	peer_on_gone(peer, forget, lines);
	lines->peers =
		mem_grow(lines->peers, lines->n_peers + 1, sizeof(struct peer *));
	lines->peers[lines->n_peers++] = peer;
	peer_open(peer);
}

/* A socket file without a listener is what a killed program leaves behind. */
static bool make_way(const struct sockaddr_un *address)
{
	const char *path = address->sun_path;
	struct stat facts;
	int fd;

	if (lstat(path, &facts) < 0)
		return errno == ENOENT || fail("cannot look at %s: %m", path);
	if (!S_ISSOCK(facts.st_mode))
		return fail("%s is in the way and is no socket", path);
	fd = try_connect(address);
	if (fd >= 0) {
		close(fd);
		return fail("another program listens on %s", path);
	}
	if (errno == EAGAIN)
		return fail("another program listens on %s", path);
	return unlink(path) == 0 || fail("cannot remove %s: %m", path);
}

static bool bind_and_listen(struct lines *lines)
{
	const struct sockaddr *address = (const struct sockaddr *)&lines->address;
	const char *path = lines->address.sun_path;
	mode_t mask;
	int bound;

	lines->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (lines->fd < 0)
		return fail("cannot make a socket: %m");
	mask = umask(0177);
	bound = bind(lines->fd, address, sizeof lines->address);
	umask(mask);
	if (bound < 0)
		return fail("cannot listen on %s: %m", path);
	if (lstat(path, &lines->file) < 0 || listen(lines->fd, BACKLOG) < 0)
		return fail("cannot listen on %s: %m", path);
	return true;
}

struct lines *lines_listen(struct loop *loop, const char *path,
	const struct lines_events *events, void *owner)
{
	struct lines *lines = mem_new(1, sizeof *lines);

	lines->loop = loop;
	lines->events = *events;
	lines->owner = owner;
	lines->fd = -1;
	if (!set_address(&lines->address, path)) {
		fail("%s is too long for a socket", path);
		free(lines);
		return NULL;
	}
	if (!make_way(&lines->address) || !bind_and_listen(lines)) {
		lines_free(lines);
		return NULL;
	}
	loop_watch(loop, lines->fd, POLLIN, peer_came, lines);
	return lines;
}

static void remove_own_file(const struct lines *lines)
{
	struct stat facts;

	if (lines->file.st_ino && lstat(lines->address.sun_path, &facts) == 0 &&
		facts.st_ino == lines->file.st_ino &&
		facts.st_dev == lines->file.st_dev)
		unlink(lines->address.sun_path);
}

void lines_free(struct lines *lines)
{
	if (!lines)
		return;
	while (lines->n_peers)
		peer_close(lines->peers[0]);
	loop_after(lines->loop, -1, accept_again, lines);
	if (lines->fd >= 0) {
		loop_watch(lines->loop, lines->fd, 0, NULL, NULL);
		close(lines->fd);
	}
	remove_own_file(lines);
	free(lines->peers);
	free(lines);
}

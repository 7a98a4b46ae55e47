/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/netwatch.h"

#include <errno.h>
#include <net/if.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"

/* A link that comes up sends several messages: they count as one. */
enum { SETTLE_MS = 300 };

struct netwatch {
	struct loop *loop;
	loop_due *up;
	void *owner;
	int fd;
};

static bool is_up(const struct nlmsghdr *message)
{
	const struct ifinfomsg *link = NLMSG_DATA(message);

	if (message->nlmsg_type == RTM_NEWADDR)
		return true;
	return message->nlmsg_type == RTM_NEWLINK &&
		   message->nlmsg_len >= NLMSG_LENGTH(sizeof *link) &&
		   link->ifi_flags & IFF_RUNNING && !(link->ifi_flags & IFF_LOOPBACK);
}

static void message_came(void *owner, int fd, short events)
{
	_Alignas(struct nlmsghdr) char bytes[8192];
	struct netwatch *watch = owner;
	ssize_t n = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
	bool up = n < 0 && errno == ENOBUFS; /* too much happened to tell */
	const struct nlmsghdr *message = (const struct nlmsghdr *)bytes;

	(void)events;
	for (size_t left = n > 0 ? (size_t)n : 0; NLMSG_OK(message, left);
		 message = NLMSG_NEXT(message, left))
		up = up || is_up(message);
	if (up)
		loop_after(watch->loop, SETTLE_MS, watch->up, watch->owner);
}

struct netwatch *netwatch_adopt(
	struct loop *loop, int fd, loop_due *up, void *owner)
{
	struct netwatch *watch = mem_new(1, sizeof *watch);

	*watch = (struct netwatch){ loop, up, owner, fd };
	loop_watch(loop, fd, POLLIN, message_came, watch);
	return watch;
}

struct netwatch *netwatch_new(struct loop *loop, loop_due *up, void *owner)
{
	struct sockaddr_nl address = {
		.nl_family = AF_NETLINK,
		.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR,
	};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);

	if (fd < 0 ||
		bind(fd, (const struct sockaddr *)&address, sizeof address) < 0) {
		fail("cannot watch the network: %m");
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	return netwatch_adopt(loop, fd, up, owner);
}

void netwatch_free(struct netwatch *watch)
{
	if (!watch)
		return;
	loop_watch(watch->loop, watch->fd, 0, NULL, NULL);
	loop_after(watch->loop, -1, watch->up, watch->owner);
	close(watch->fd);
	free(watch);
}

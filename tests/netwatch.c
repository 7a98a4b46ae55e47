/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>

#include "kiosk/link/netwatch.h"

struct seen {
	struct loop *loop;
	int n;
};

static void up(void *owner)
{
	++((struct seen *)owner)->n;
}

static void stop(void *owner)
{
	loop_stop(owner);
}

struct message {
	struct nlmsghdr head;
	struct ifinfomsg link;
};

static struct message message(unsigned short type, unsigned flags)
{
	return (struct message){
		.head = { .nlmsg_len = sizeof(struct message), .nlmsg_type = type },
		.link = { .ifi_flags = flags },
	};
}

/* How often the network came up, when the kernel says these `n` things. */
static int times_up(const struct message *messages, int n)
{
	struct seen seen = { .loop = loop_new() };
	struct netwatch *watch;
	int fds[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_DGRAM, 0, fds), 0);
	watch = netwatch_adopt(seen.loop, fds[0], up, &seen);
	for (int i = 0; i < n; i++)
		assert_true(send(fds[1], &messages[i], sizeof *messages, 0) > 0);
	loop_after(seen.loop, 600, stop, seen.loop);
	assert_true(loop_run(seen.loop));
	netwatch_free(watch);
	loop_free(seen.loop);
	close(fds[1]);
	return seen.n;
}

static void a_cable_and_its_addresses_count_once(void **state)
{
	const struct message messages[] = { message(RTM_NEWLINK, IFF_RUNNING),
		message(RTM_NEWADDR, 0), message(RTM_NEWADDR, 0) };

	(void)state;
	assert_int_equal(times_up(messages, 3), 1);
}

static void what_goes_down_is_no_reason_to_try(void **state)
{
	const struct message messages[] = { message(RTM_NEWLINK, 0),
		message(RTM_DELADDR, 0), message(RTM_DELLINK, 0),
		message(RTM_NEWLINK, IFF_RUNNING | IFF_LOOPBACK) };

	(void)state;
	assert_int_equal(times_up(messages, 4), 0);
}

static void half_a_message_is_none(void **state)
{
	struct message messages[] = { message(RTM_NEWLINK, IFF_RUNNING),
		message(RTM_NEWADDR, 0) };

	(void)state;
	messages[0].head.nlmsg_len = sizeof(struct nlmsghdr) + 1;
	messages[1].head.nlmsg_len = 100000;
	assert_int_equal(times_up(messages, 2), 0);
}

static void the_kernel_can_be_listened_to(void **state)
{
	struct seen seen = { .loop = loop_new() };
	struct netwatch *watch = netwatch_new(seen.loop, up, &seen);

	(void)state;
	assert_non_null(watch);
	netwatch_free(watch);
	loop_free(seen.loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cable_and_its_addresses_count_once),
		cmocka_unit_test(what_goes_down_is_no_reason_to_try),
		cmocka_unit_test(half_a_message_is_none),
		cmocka_unit_test(the_kernel_can_be_listened_to),
	};

	return cmocka_run_group_tests_name("netwatch", tests, NULL, NULL);
}

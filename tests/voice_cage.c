/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/voice/cage.h"

/* Runs `act` in a process inside the cage: the code it ended with. */
static int inside(int (*act)(void))
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit(cage_close() ? act() : 99);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int run_a_program(void)
{
	execl("/bin/true", "/bin/true", (char *)NULL);
	return errno == EPERM ? 1 : 2;
}

static int open_a_network_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM &&
				   socket(AF_INET6, SOCK_DGRAM, 0) < 0 &&
				   socket(AF_NETLINK, SOCK_RAW, 0) < 0
			   ? 1
			   : 2;
}

static int open_a_local_socket(void)
{
	int fds[2];

	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 &&
				   socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fds) == 0
			   ? 1
			   : 2;
}

static int fork_inside(void)
{
	return inside(run_a_program);
}

static void no_program_runs(void **state)
{
	(void)state;
	assert_int_equal(inside(run_a_program), 1);
	assert_int_equal(inside(fork_inside), 1);
}

static void no_network_is_reached(void **state)
{
	(void)state;
	assert_int_equal(inside(open_a_network_socket), 1);
}

static void sockets_of_the_machine_stay(void **state)
{
	(void)state;
	assert_int_equal(inside(open_a_local_socket), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_program_runs),
		cmocka_unit_test(no_network_is_reached),
		cmocka_unit_test(sockets_of_the_machine_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/voice/mouth.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/harden.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"

enum {
	HANG_MS = 1000,
	REAP_MS = 50,
	FIRST_DELAY_MS = 50, /* when it dies before it said hello */
	LAST_DELAY_MS = 5000,
	LOGS_PER_MINUTE = 6,
};

struct child {
	struct loop *loop;
	const struct output_choice *output;
	const struct child_events *events;
	void *owner;
	pid_t pid; /* 0: none now */
	int fd;
	bool said_hello, expected;
	long delay; /* before the next start; 0 = at once */
	int64_t logged_since;
	int logged;
};

static void start(void *owner);

/* Deaths come in rows when a card or a dictionary is broken. */
static void log_loss(struct child *child, const char *how)
{
	if (clock_ms() - child->logged_since > 60000) {
		child->logged_since = clock_ms();
		child->logged = 0;
	}
	if (++child->logged <= LOGS_PER_MINUTE)
		log_error("the speaking process %s; another takes its place", how);
}

static void reap(void *owner)
{
	struct child *child = owner;
	pid_t pid;

	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0) {
		/* How it ended does not matter: it is replaced. */
	}
	if (pid == 0)
		loop_after(child->loop, REAP_MS, reap, child);
}

/* No core, no new rights, no memory that others may read, no descriptors of
 * the parent's; gone with the parent. */
static void shut_in(int fd, pid_t parent)
{
	sigset_t all;
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(0);
	harden();
	sigemptyset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	dup2(null, STDIN_FILENO);
	dup2(null, STDOUT_FILENO);
#ifndef __SANITIZE_ADDRESS__
	dup2(null, STDERR_FILENO); /* the engine prints what it speaks there */
#endif
	dup2(fd, STDERR_FILENO + 1);
	close_range(STDERR_FILENO + 2, ~0U, 0);
}

static void came(void *owner, int fd, short events);

static bool fork_child(struct child *child)
{
	pid_t parent = getpid();
	int fds[2];

	if (socketpair(
			AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fds) < 0)
		return fail("cannot make a socket pair: %m");
	child->pid = fork();
	if (child->pid == 0) {
		shut_in(fds[1], parent);
		mouth_run(STDERR_FILENO + 1, child->output);
	}
	close(fds[1]);
	if (child->pid < 0) {
		child->pid = 0;
		close(fds[0]);
		return fail("cannot start the speaking process: %m");
	}
	child->fd = fds[0];
	child->said_hello = false;
	loop_watch(child->loop, child->fd, POLLIN, came, child);
	return true;
}

static void start_later(struct child *child)
{
	child->delay = child->delay ? child->delay * 2 : FIRST_DELAY_MS;
	if (child->delay > LAST_DELAY_MS)
		child->delay = LAST_DELAY_MS;
	loop_after(child->loop, child->delay, start, child);
}

static void start(void *owner)
{
	struct child *child = owner;

	if (!child->pid && !fork_child(child))
		start_later(child);
}

static void lost_later(void *owner);

static void end(struct child *child)
{
	loop_after(child->loop, -1, start, child);
	loop_after(child->loop, -1, lost_later, child);
	if (!child->pid)
		return;
	loop_watch(child->loop, child->fd, 0, NULL, NULL);
	close(child->fd);
	kill(child->pid, SIGKILL); /* not waited for yet, so it is still ours */
	child->pid = 0;
	reap(child);
}

static void lose(struct child *child, const char *how)
{
	bool at_once = child->said_hello;

	log_loss(child, how);
	end(child);
	if (at_once)
		start(child);
	else
		start_later(child);
	child->events->lost(child->owner);
}

static void hang(void *owner)
{
	struct child *child = owner;

	if (child->pid)
		lose(child, "was silent for too long");
}

void child_expect(struct child *child, bool reports)
{
	child->expected = reports;
	loop_after(child->loop, reports ? HANG_MS : -1, hang, child);
}

static void take_report(struct child *child, const struct report *report)
{
	if (report->kind == REPORT_HELLO) {
		child->said_hello = true;
		child->delay = 0;
	}
	if (child->expected)
		loop_after(child->loop, HANG_MS, hang, child);
	child->events->report(child->owner, report);
}

static void came(void *owner, int fd, short events)
{
	struct child *child = owner;
	pid_t pid = child->pid;
	struct report report;
	ssize_t n;

	(void)events;
	while (
		(n = recv(fd, &report, sizeof report, MSG_DONTWAIT)) == sizeof report) {
		take_report(child, &report);
		if (child->pid != pid)
			return;
	}
	if (n >= 0 || errno != EAGAIN)
		lose(child, "ended");
}

static void lost_later(void *owner)
{
	lose(owner, "did not take its orders");
}

void child_order(struct child *child, const struct order *order)
{
	if (!child->pid)
		return;
	/* Told in a turn of its own, as the caller is in the middle of something.
	 */
	if (send(child->fd, order, sizeof *order, MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
		loop_after(child->loop, 0, lost_later, child);
}

bool child_is_there(const struct child *child)
{
	return child->pid != 0;
}

void child_replace(struct child *child)
{
	child_expect(child, false);
	end(child);
	start(child);
}

struct child *child_new(struct loop *loop, const struct output_choice *output,
	const struct child_events *events, void *owner)
{
	struct child *child = mem_new(1, sizeof *child);

	child->loop = loop;
	child->output = output;
	child->events = events;
	child->owner = owner;
	start(child);
	return child;
}

void child_free(struct child *child)
{
	if (!child)
		return;
	child_expect(child, false);
	end(child);
	loop_after(child->loop, -1, reap, child);
	free(child);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/loop/loop.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"

struct watch {
	loop_ready *ready;
	void *owner;
};

struct timer {
	loop_due *due;
	void *owner;
	int64_t at;
};

/*
 * `fds` and `watches` run in parallel, as poll wants the first alone. A watch
 * that stops during a turn keeps its place with fd -1 until the turn is over,
 * so that positions stay true while the turn walks over them.
 */
struct loop {
	struct pollfd *fds;
	struct watch *watches;
	size_t n_fds;
	struct timer *timers;
	size_t n_timers;
	struct timer *hooks;
	size_t n_hooks;
	int signal_fd;
	int signal;
	bool stopped;
};

struct loop *loop_new(void)
{
	struct loop *loop = mem_new(1, sizeof *loop);

	loop->signal_fd = -1;
	return loop;
}

static size_t find_fd(const struct loop *loop, int fd)
{
	size_t i = 0;

	while (i < loop->n_fds && loop->fds[i].fd != fd)
		i++;
	return i;
}

void loop_watch(
	struct loop *loop, int fd, short events, loop_ready *ready, void *owner)
{
	size_t i = find_fd(loop, fd);

	if (!events) {
		if (i < loop->n_fds)
			loop->fds[i] = (struct pollfd){ .fd = -1 };
		return;
	}
	if (i == loop->n_fds) {
		loop->fds = mem_grow(loop->fds, i + 1, sizeof *loop->fds);
		loop->watches = mem_grow(loop->watches, i + 1, sizeof *loop->watches);
		loop->n_fds++;
	}
	loop->fds[i] = (struct pollfd){ .fd = fd, .events = events };
	loop->watches[i] = (struct watch){ ready, owner };
}

void loop_after(struct loop *loop, long ms, loop_due *due, void *owner)
{
	size_t i = 0;

	while (i < loop->n_timers &&
		   (loop->timers[i].due != due || loop->timers[i].owner != owner))
		i++;
	if (ms < 0) {
		if (i < loop->n_timers)
			loop->timers[i] = loop->timers[--loop->n_timers];
		return;
	}
	if (i == loop->n_timers) {
		loop->timers =
			mem_grow(loop->timers, loop->n_timers + 1, sizeof *loop->timers);
		loop->n_timers++;
	}
	loop->timers[i] = (struct timer){ due, owner, clock_ms() + ms };
}

void loop_idle(struct loop *loop, loop_due *due, void *owner)
{
	loop->hooks = mem_grow(loop->hooks, loop->n_hooks + 1, sizeof *loop->hooks);
	loop->hooks[loop->n_hooks++] = (struct timer){ due, owner, 0 };
}

static void signal_came(void *owner, int fd, short events)
{
	struct loop *loop = owner;
	struct signalfd_siginfo info;

	(void)events;
	if (read(fd, &info, sizeof info) != sizeof info)
		return;
	loop->signal = (int)info.ssi_signo;
	loop_stop(loop);
}

bool loop_stop_on_signals(struct loop *loop)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	signal(SIGPIPE, SIG_IGN);
	if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
		return fail("cannot block signals: %m");
	loop->signal_fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (loop->signal_fd < 0)
		return fail("cannot wait for signals: %m");
	loop_watch(loop, loop->signal_fd, POLLIN, signal_came, loop);
	return true;
}

/* That which is due first; NULL: there are none. */
static const struct timer *first_timer(const struct loop *loop)
{
	const struct timer *first = NULL;

	for (size_t i = 0; i < loop->n_timers; i++) {
		if (!first || loop->timers[i].at < first->at)
			first = &loop->timers[i];
	}
	return first;
}

static int wait_ms(const struct loop *loop)
{
	const struct timer *first = first_timer(loop);
	int64_t ms;

	if (!first)
		return -1;
	ms = first->at - clock_ms();
	if (ms < 0)
		return 0;
	return ms > INT_MAX ? INT_MAX : (int)ms;
}

/* Runs what is due now, in order of time; what a callback sets for later waits
 * its turn. */
static void run_timers(struct loop *loop)
{
	int64_t now = clock_ms();
	const struct timer *first;

	while (!loop->stopped && (first = first_timer(loop)) != NULL &&
		   first->at <= now) {
		struct timer timer = *first;

		loop_after(loop, -1, timer.due, timer.owner);
		timer.due(timer.owner);
		if (clock_ms() - now > 100)
			return; /* let descriptors have a turn */
	}
}

static void run_fds(struct loop *loop, size_t n)
{
	for (size_t i = 0; i < n && !loop->stopped; i++) {
		short events = loop->fds[i].revents;

		loop->fds[i].revents = 0;
		if (loop->fds[i].fd >= 0 && events)
			loop->watches[i].ready(
				loop->watches[i].owner, loop->fds[i].fd, events);
	}
}

static void drop_stopped(struct loop *loop)
{
	size_t kept = 0;

	for (size_t i = 0; i < loop->n_fds; i++) {
		if (loop->fds[i].fd < 0)
			continue;
		loop->fds[kept] = loop->fds[i];
		loop->watches[kept++] = loop->watches[i];
	}
	loop->n_fds = kept;
}

static void run_hooks(struct loop *loop)
{
	for (size_t i = 0; i < loop->n_hooks && !loop->stopped; i++)
		loop->hooks[i].due(loop->hooks[i].owner);
}

bool loop_run(struct loop *loop)
{
	loop->stopped = false;
	while (!loop->stopped) {
		int n;

		run_hooks(loop);
		drop_stopped(loop);
		if (loop->stopped)
			break;
		n = poll(loop->fds, loop->n_fds, wait_ms(loop));
		if (n < 0 && errno != EINTR)
			return fail("poll: %m");
		if (n > 0)
			run_fds(loop, loop->n_fds);
		run_timers(loop);
	}
	return true;
}

void loop_stop(struct loop *loop)
{
	loop->stopped = true;
}

int loop_signal(const struct loop *loop)
{
	return loop->signal;
}

void loop_free(struct loop *loop)
{
	if (!loop)
		return;
	if (loop->signal_fd >= 0)
		close(loop->signal_fd);
	free(loop->fds);
	free(loop->watches);
	free(loop->timers);
	free(loop->hooks);
	free(loop);
}

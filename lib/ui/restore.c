/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/restore.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* A signal handler has no owner to be passed. */
static struct {
	int fd;
	bool remembered;
	struct termios modes;
	char bytes[512];
	size_t size;
	volatile sig_atomic_t armed;
	struct sigaction before[NSIG];  /* what ends the program after us */
	_Alignas(16) char stack[16384]; /* for when its own has overflowed */
} last;

static const int fatal[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS,
	SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU, SIGPIPE };

enum { N_FATAL = sizeof(fatal) / sizeof(*fatal) };

void restore_remember(int fd)
{
	last.fd = fd;
	last.remembered = tcgetattr(fd, &last.modes) == 0;
	for (size_t i = 0; i < N_FATAL; i++)
		sigaction(fatal[i], NULL, &last.before[fatal[i]]);
}

/* Safe in a signal handler: write and tcsetattr only. */
void restore_now(void)
{
	int saved = errno;
	size_t done = 0;

	if (!last.armed)
		return;
	last.armed = 0;
	while (done < last.size) {
		ssize_t n = write(last.fd, last.bytes + done, last.size - done);

		if (n <= 0)
			break;
		done += (size_t)n;
	}
	if (last.remembered)
		tcsetattr(last.fd, TCSANOW, &last.modes);
	errno = saved;
}

/* Afterwards the signal does what it would have done: a fault happens again by
 * itself when we return, and is told about with its own place. */
static void end(int signal, siginfo_t *info, void *context)
{
	(void)context;
	restore_now();
	sigaction(signal, &last.before[signal], NULL);
	if (info->si_code <= 0 || signal == SIGABRT)
		raise(signal);
}

/* Curses catches some too, but does more in its handler than a handler may. */
static void catch_fatal(void)
{
	struct sigaction action = { .sa_sigaction = end,
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK };
	stack_t stack = { 0 };

	if (sigaltstack(NULL, &stack) == 0 && stack.ss_flags & SS_DISABLE) {
		stack = (stack_t){ .ss_sp = last.stack, .ss_size = sizeof(last.stack) };
		sigaltstack(&stack, NULL);
	}
	for (size_t i = 0; i < N_FATAL; i++) {
		if (last.before[fatal[i]].sa_handler != SIG_IGN)
			sigaction(fatal[i], &action, NULL);
	}
}

void restore_arm(const char *bytes, size_t size)
{
	static bool registered;

	assert(size <= sizeof(last.bytes));
	memcpy(last.bytes, bytes, size);
	last.size = size;
	last.armed = 1;
	if (registered)
		return;
	registered = true;
	atexit(restore_now);
	catch_fatal();
	/* No key, and no other program, puts the kiosk to sleep. */
	signal(SIGTSTP, SIG_IGN);
	signal(SIGTTIN, SIG_IGN);
	signal(SIGTTOU, SIG_IGN);
}

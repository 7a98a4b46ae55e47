/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "lib/loop/loop.h"

struct trace {
	struct loop *loop;
	char seen[32];
	int fd[2];
};

static void note(struct trace *trace, char c)
{
	size_t n = strlen(trace->seen);

	if (n + 1 < sizeof trace->seen)
		trace->seen[n] = c;
}

static void first(void *owner)
{
	note(owner, '1');
}

static void second(void *owner)
{
	note(owner, '2');
}

static void end(void *owner)
{
	struct trace *trace = owner;

	note(trace, 'e');
	loop_stop(trace->loop);
}

static void timers_run_in_order_of_time(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	loop_after(trace.loop, 20, end, &trace);
	loop_after(trace.loop, 10, second, &trace);
	loop_after(trace.loop, 1, first, &trace);
	assert_true(loop_run(trace.loop));
	assert_string_equal(trace.seen, "12e");
	loop_free(trace.loop);
}

static void timers_that_are_late_keep_their_order(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	loop_after(trace.loop, 3, end, &trace);
	loop_after(trace.loop, 2, second, &trace);
	loop_after(trace.loop, 1, first, &trace);
	poll(NULL, 0, 10); /* all are due by now */
	assert_true(loop_run(trace.loop));
	assert_string_equal(trace.seen, "12e");
	loop_free(trace.loop);
}

static void a_forgotten_timer_does_not_run(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	loop_after(trace.loop, 1, first, &trace);
	loop_after(trace.loop, -1, first, &trace);
	loop_after(trace.loop, 10, end, &trace);
	assert_true(loop_run(trace.loop));
	assert_string_equal(trace.seen, "e");
	loop_free(trace.loop);
}

static void byte_came(void *owner, int fd, short events)
{
	struct trace *trace = owner;
	char c;

	(void)events;
	assert_int_equal(read(fd, &c, 1), 1);
	note(trace, c);
	if (c == 'x')
		loop_stop(trace->loop);
}

static void a_watched_descriptor_gets_its_bytes(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	assert_int_equal(pipe(trace.fd), 0);
	loop_watch(trace.loop, trace.fd[0], POLLIN, byte_came, &trace);
	assert_int_equal(write(trace.fd[1], "ax", 2), 2);
	assert_true(loop_run(trace.loop));
	assert_string_equal(trace.seen, "ax");
	loop_free(trace.loop);
	close(trace.fd[0]);
	close(trace.fd[1]);
}

static void stop_watching(void *owner, int fd, short events)
{
	struct trace *trace = owner;

	(void)events;
	note(trace, 'w');
	loop_watch(trace->loop, fd, 0, NULL, NULL);
}

static void a_watch_may_stop_itself(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	assert_int_equal(pipe(trace.fd), 0);
	loop_watch(trace.loop, trace.fd[0], POLLIN, stop_watching, &trace);
	loop_after(trace.loop, 10, end, &trace);
	assert_int_equal(write(trace.fd[1], "a", 1), 1);
	assert_true(loop_run(trace.loop));
	assert_string_equal(trace.seen, "we");
	loop_free(trace.loop);
	close(trace.fd[0]);
	close(trace.fd[1]);
}

static void raise_term(void *owner)
{
	(void)owner;
	raise(SIGTERM);
}

static void the_hook_runs_before_each_wait_and_term_ends_the_loop(void **state)
{
	struct trace trace = { .loop = loop_new() };

	(void)state;
	assert_true(loop_stop_on_signals(trace.loop));
	loop_idle(trace.loop, first, &trace);
	loop_after(trace.loop, 1, raise_term, &trace);
	assert_true(loop_run(trace.loop));
	assert_true(strlen(trace.seen) >= 2);
	assert_int_equal(loop_signal(trace.loop), SIGTERM);
	loop_free(trace.loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(timers_run_in_order_of_time),
		cmocka_unit_test(timers_that_are_late_keep_their_order),
		cmocka_unit_test(a_forgotten_timer_does_not_run),
		cmocka_unit_test(a_watched_descriptor_gets_its_bytes),
		cmocka_unit_test(a_watch_may_stop_itself),
		cmocka_unit_test(the_hook_runs_before_each_wait_and_term_ends_the_loop),
	};

	return cmocka_run_group_tests_name("loop", tests, NULL, NULL);
}

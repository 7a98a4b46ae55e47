/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H
/*
 * The one place where a program waits: descriptors, timers and a hook that
 * runs before each wait (draw there). Callbacks change state and return; none
 * may wait itself or run the loop again.
 */
#include <stdbool.h>

struct loop;

typedef void loop_ready(void *owner, int fd, short events); /* poll(2) events */
typedef void loop_due(void *owner);

struct loop *loop_new(void);

/* Replaces what was watched on `fd`; no events: stop watching. Always stop
 * before closing the descriptor. POLLHUP and POLLERR come unasked. */
void loop_watch(
	struct loop *loop, int fd, short events, loop_ready *ready, void *owner);

/* One timer per (due, owner) pair: a second call moves it; ms < 0 forgets it.
 */
void loop_after(struct loop *loop, long ms, loop_due *due, void *owner);

/* Before every wait, in the order given. A hook may stop the loop. */
void loop_idle(struct loop *loop, loop_due *due, void *owner);

/* TERM, INT and HUP end the loop; other children of signals are left alone. */
bool loop_stop_on_signals(struct loop *loop);

bool loop_run(struct loop *loop); /* false when poll itself fails (logged) */
void loop_stop(struct loop *loop);
int loop_signal(const struct loop *loop); /* that ended it; 0 for none */
void loop_free(struct loop *loop);

#endif

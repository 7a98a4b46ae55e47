/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_IDLE_H
#define KIOSK_IDLE_H
/*
 * How long a visitor has been silent. The clock stands still while the kiosk
 * speaks or waits for the city, as a visitor who listens is not away. Pure:
 * the time is passed in.
 */
#include <stdbool.h>
#include <stdint.h>

struct idle {
	int64_t at;     /* when counting last began, in ms */
	int64_t before; /* silence counted before that, in ms */
	bool still;
};

void idle_reset(struct idle *idle, int64_t now); /* the visitor did something */
void idle_stand_still(struct idle *idle, bool still, int64_t now);
int64_t idle_ms(const struct idle *idle, int64_t now);

#endif

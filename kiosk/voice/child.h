/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_CHILD_H
#define VOICE_CHILD_H
/*
 * The parent's hold on the child: starts it, sends it orders, hears its
 * reports, and replaces it when it dies, hangs or does not take its orders.
 */
#include <stdbool.h>

#include "kiosk/voice/orders.h"
#include "kiosk/voice/output.h"
#include "lib/loop/loop.h"

struct child;

struct child_events {
	void (*report)(void *owner, const struct report *report);
	/* It was lost, with all its orders; another takes its place. */
	void (*lost)(void *owner);
};

struct child *child_new(struct loop *loop, const struct output_choice *output,
	const struct child_events *events, void *owner);
void child_free(struct child *child);

/* False while it waits for another start: orders would be lost. */
bool child_is_there(const struct child *child);
/* What it cannot take now, it never will: then it is lost. */
void child_order(struct child *child, const struct order *order);
/* From now on it must report at least once a second, or it is lost. */
void child_expect(struct child *child, bool reports);
/* Ends it, with all it knows, and starts another; `lost` is not called. */
void child_replace(struct child *child);

#endif

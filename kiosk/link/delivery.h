/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LINK_DELIVERY_H
#define LINK_DELIVERY_H
/*
 * Empties the outbox towards the city, one submission at a time, until a
 * receipt verifies for each. What an answer means stands in retry.h.
 */

struct link;
struct delivery;

struct delivery *delivery_new(struct link *link);
void delivery_free(struct delivery *delivery);

void delivery_kick(struct delivery *delivery); /* something may be due */
/* The line is back: ends a pause that only failures made. */
void delivery_resume(struct delivery *delivery);

#endif

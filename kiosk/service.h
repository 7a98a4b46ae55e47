/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_SERVICE_H
#define KIOSK_SERVICE_H
/*
 * What can be asked of the city, over link's socket. It knows requests and
 * answers, no screens; it never learns whether cache or city answered. Answers
 * arrive by the events, from the loop. When link is away requests wait for it
 * to come back, as link is restarted within a second.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/loop/loop.h"
#include "lib/seal/envelope.h"

enum sent {
	SENT_RECEIVED, /* a receipt of the city verified */
	SENT_KEPT,     /* kept safely here, not yet received */
	SENT_NOT_KEPT, /* neither: the answers are still with the visitor */
};

struct service_events {
	/* `products` is borrowed; NULL when there is no catalogue at all. */
	void (*catalogue)(void *owner, const json_t *products);
	/* `bundle` is borrowed; NULL when it cannot be had. */
	void (*form)(void *owner, const char *slug, const json_t *bundle);
	void (*sent)(void *owner, const char *id, enum sent sent);
	void (*helped)(void *owner, bool told); /* central was told of the call */
	void (*waiting)(void *owner, const json_t *waiting); /* for staff */
	/* How the visit before this one ended, and how long ago. */
	void (*previous)(void *owner, const char *ending, int seconds);
};

struct service;

/* `root` is the city's root public key in hex. Borrows `events`. */
struct service *service_new(struct loop *loop, const char *socket,
	const char *root, const struct service_events *events, void *owner);
void service_free(struct service *service);

/* Asks for the catalogue and the keys; link tells when they change, and then
 * this happens by itself. */
void service_start(struct service *service);
void service_want_form(struct service *service, const char *slug);
/* Seals and hands over; `letter` is done with when this returns. The answer is
 * `sent`: received when the receipt comes within the patience, else kept, and
 * received when it comes later. The same id again is the same envelope again.
 */
void service_send(struct service *service, const struct letter *letter);
/* The same for a rating; nobody waits for its answer. */
void service_rate(struct service *service, const struct letter *letter);
/* Leaves word for the next visit: "idle-unsent", "idle-sent" or "". Link keeps
 * it in memory, as a visit is a process and the screen writes nothing. */
void service_tell_ending(struct service *service, const char *ending);
void service_call_help(struct service *service, const json_t *call);
void service_want_waiting(struct service *service);

#endif

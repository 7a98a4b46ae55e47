/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_SERVICE_H
#define KIOSK_SERVICE_H
/*
 * What can be asked of who answers a visit: the city over link's socket
 * (service_city.h), or somebody else in its place. It knows requests and
 * answers, no screens. Answers arrive by the events, from the loop or at once.
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
	/* What is wrong with the form by now; "" when nothing is. Only of a form
	 * that is being written. */
	void (*mistake)(void *owner, const char *text);
};

/* The one who answers stands behind it, with this as its first member. */
struct provider {
	const struct service_kind *kind;
};

struct service_kind {
	void (*start)(struct provider *service);
	void (*want_form)(struct provider *service, const char *slug);
	void (*send)(struct provider *service, const struct letter *letter);
	void (*rate)(struct provider *service, const struct letter *letter);
	void (*tell_ending)(struct provider *service, const char *ending);
	void (*call_help)(struct provider *service, const json_t *call);
	void (*want_waiting)(struct provider *service);
	void (*free)(struct provider *service);
};

/* NULL (logged) when it cannot be had. Borrows `events`. */
typedef struct provider *service_open(void *opener, struct loop *loop,
	const struct service_events *events, void *owner);

void service_free(struct provider *service);

/* Asks for the catalogue, and tells it again when it changes. */
void service_start(struct provider *service);
void service_want_form(struct provider *service, const char *slug);
/* Seals and hands over; `letter` is done with when this returns. The answer is
 * `sent`: received when the receipt comes within the patience, else kept, and
 * received when it comes later. The same id again is the same envelope again.
 */
void service_send(struct provider *service, const struct letter *letter);
/* The same for a rating; nobody waits for its answer. */
void service_rate(struct provider *service, const struct letter *letter);
/* Leaves word for the next visit: "idle-unsent", "idle-sent" or "". */
void service_tell_ending(struct provider *service, const char *ending);
void service_call_help(struct provider *service, const json_t *call);
void service_want_waiting(struct provider *service);

#endif

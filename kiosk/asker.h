/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef KIOSK_ASKER_H
#define KIOSK_ASKER_H
/*
 * Questions to link and their answers, over its socket (doc/protocols.md,
 * "Screen and link"). Knows no forms and no submissions. When link is away a
 * question waits for it: link is restarted within a second, and takes the same
 * question twice without harm.
 */
#include <jansson.h>

#include "lib/loop/loop.h"

struct asker;

/* `path` is that of the question; `body` is borrowed, NULL without an answer
 * in time (status 503). */
typedef void asker_answered(
	void *owner, const char *path, int status, const json_t *body);
typedef void asker_event(void *owner, const char *event, const json_t *body);

struct asker *asker_new(
	struct loop *loop, const char *socket, asker_event *event, void *owner);
void asker_get(struct asker *asker, const char *path, asker_answered *answered);
void asker_post(struct asker *asker, const char *path, json_t *taken_body,
	asker_answered *answered);
void asker_free(struct asker *asker); /* nobody is answered any more */

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef VOICE_SERVER_H
#define VOICE_SERVER_H
/* The socket: lines of doc/protocols.md in, a speaker, events out. */
#include <stdbool.h>

#include "kiosk/voice/output.h"
#include "lib/loop/loop.h"

struct server;

/* NULL (logged) when it cannot listen. */
struct server *server_new(
	struct loop *loop, const char *socket, const struct output_choice *output);
void server_free(struct server *server);

#endif

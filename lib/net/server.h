/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef NET_SERVER_H
#define NET_SERVER_H
/*
 * An HTTP server made of one table of routes. It keeps the manners (limits,
 * problem details, ETags, security headers); a route's handler only reads an
 * exchange and answers it. As many threads as cores serve many connections
 * each, so a handler may not wait: it hands its work on and says so. It knows
 * no resource, no form and no database.
 */
#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

struct server;
struct exchange; /* one request and its answer */

enum exchange_turn {
	EXCHANGE_ANSWERED,
	EXCHANGE_WAITING, /* after exchange_wait(); exchange_resume() comes */
};

typedef enum exchange_turn server_handler(
	void *owner, struct exchange *exchange);

struct route {
	const char *method; /* GET also serves HEAD */
	const char *path;   /* "/v1/formulieren/{slug}" */
	int who;            /* the program's own idea of who may */
	server_handler *handler;
};

struct server_options {
	const char *listen; /* HOST:PORT; port 0 for any free one */
	const char *api_version;
	const struct route *routes; /* ends with one without a path */
	/* Asked before the handler; answers the exchange itself when false. */
	bool (*may)(
		void *owner, const struct route *route, struct exchange *exchange);
	void *owner;
	int threads; /* 0: as many as there are cores */
};

struct server *server_start(const struct server_options *options);
const char *server_url(const struct server *server); /* http://HOST:PORT */
/* Takes no connection any more. Whoever was handed work must then finish it
 * before server_free(), which ends the threads. */
void server_quiesce(struct server *server);
void server_free(struct server *server);

/* What was asked. All is borrowed; NULL where there is none. */
const char *exchange_param(const struct exchange *exchange, size_t n);
const char *exchange_query(const struct exchange *exchange, const char *name);
const char *exchange_header(const struct exchange *exchange, const char *name);
/* At most 2 MiB, NUL behind; "" for none. */
const char *exchange_body(const struct exchange *exchange, size_t *size);

/* Something that `may` or a handler found and a later call needs. */
void exchange_keep(
	struct exchange *exchange, void *kept, void (*kept_free)(void *));
void *exchange_kept(const struct exchange *exchange);

/* Before the work is handed on, as it may be done at once. */
void exchange_wait(struct exchange *exchange);
/* From any thread, once: the handler is called again. */
void exchange_resume(struct exchange *exchange);
bool exchange_is_resumed(const struct exchange *exchange);

/* The answer. A strong ETag, given before the body, becomes 304 by itself. */
void exchange_etag(struct exchange *exchange, const char *tag);
/* After the body was given. */
void exchange_set_header(
	struct exchange *exchange, const char *name, const char *value);
void exchange_json(struct exchange *exchange, int status, const json_t *body);
/* Copies. `type` is a media type. */
void exchange_bytes(struct exchange *exchange, int status, const char *type,
	const void *bytes, size_t size);
/* Problem details (RFC 9457); `detail` in Dutch, for who builds a client. */
void exchange_problem(
	struct exchange *exchange, int status, const char *detail);

#endif

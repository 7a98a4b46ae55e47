/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef NET_HTTP_H
#define NET_HTTP_H
/*
 * HTTP as a client, on the loop: a request in, one callback out. Follows no
 * redirect, uses no proxy, trusts no folder of the system's certificates when
 * it was given a file, and keeps connections open. curl's types stay in here.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/loop/loop.h"

struct http;
struct http_call;

struct http_request {
	const char *method; /* "GET", "POST" ... */
	const char *url;
	const char *const *headers; /* "Name: value", ends with NULL; or NULL */
	const void *body;           /* copied; NULL for none */
	size_t size;
	long timeout_ms; /* for the whole exchange */
	size_t most;     /* bytes of a body we take; a longer one is no answer */
};

struct http_reply {
	long status;       /* 0: no whole answer came */
	const char *error; /* why not; "" when one came */
	const char *body;  /* ends in a NUL that is not counted */
	size_t size;
	const char *type;    /* media type without parameters, lower case; or "" */
	long retry_after_s;  /* Retry-After in seconds, from a date too; -1: none */
	const void *headers; /* for http_header() */
};

/* The reply and its texts are lent until the callback returns. It may send
 * again or cancel other calls, not free `http`; its own call is over. */
typedef void http_done(void *owner, const struct http_reply *reply);

struct http_options {
	const char *agent; /* User-Agent */
	const char
		*ca_file;  /* the only certificates to trust; NULL: the system's */
	bool own_city; /* the other end is ours: nothing under TLS 1.3 */
};

/* NULL (logged) when curl does not start. */
struct http *http_new(struct loop *loop, const struct http_options *options);
void http_free(struct http *http); /* cancels what runs; no callbacks */

/* NULL (logged) when curl takes no request. The callback never runs inside:
 * what is wrong with a URL or a line is told later, as a reply. */
struct http_call *http_send(struct http *http,
	const struct http_request *request, http_done *done, void *owner);
void http_cancel(struct http_call *call); /* no callback; NULL is fine */
/* The network changed: open connections may lead nowhere, so make new ones.
 * (Any exchange that fails has the same effect.) */
void http_forget_connections(struct http *http);

/* The first header of that name in any case, or NULL. */
const char *http_header(const struct http_reply *reply, const char *name);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TESTS_WEB_H
#define TESTS_WEB_H
/*
 * A web server for tests: a child process on a free port of the loopback that
 * answers what a function says, however wrong that is. It dies with its test.
 */
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lib/base/text.h"

struct web_request {
	char method[16], path[512];
	const char *head; /* all header lines */
	const char *body; /* ends in NUL */
	size_t size;
	int connection; /* counts from 1 */
};

struct web_reply {
	struct text bytes; /* exactly what is sent */
	int delay_ms;
	bool close; /* afterwards */
};

typedef void web_answer(
	void *owner, const struct web_request *request, struct web_reply *reply);

struct web {
	pid_t pid;
	int port;
	char url[64]; /* "http://127.0.0.1:40123" */
};

/* `port` 0: a free one. */
bool web_start(struct web *web, int port, web_answer *answer, void *owner);
void web_stop(struct web *web);

/* A whole answer with its length; `headers` are lines with \r\n, or "". */
void web_say(
	struct web_reply *reply, int status, const char *headers, const char *body);
/* Of a request header, without its line end; "" when it is not there. */
bool web_header(const struct web_request *request, const char *name,
	char *value, size_t size);

#endif

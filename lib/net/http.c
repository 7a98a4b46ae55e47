/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/net/http.h"

#include <ctype.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { MOST_HEADERS = 64 << 10, CONNECT_MS = 10000, IDLE_CONNECTIONS = 4 };

/*
 * curl tells which sockets and which moment it waits for; the loop does the
 * waiting. curl may not be called from inside its own callbacks, so answers
 * are handed out afterwards, one by one, as each may change the list.
 */
struct http {
	struct loop *loop;
	CURLM *multi;
	char *agent, *ca_file;
	struct http_call *calls;
	bool own_city;
	bool fresh; /* open connections are not to be trusted */
};

struct http_call {
	struct http *http;
	struct http_call *next;
	CURL *easy;
	struct curl_slist *headers;
	struct text body, head; /* head: "name\0value\0" ..., names lower case */
	size_t most;
	char error[CURL_ERROR_SIZE];
	http_done *done;
	void *owner;
};

static void dispose(struct http_call *call)
{
	curl_multi_remove_handle(call->http->multi, call->easy);
	curl_easy_cleanup(call->easy);
	curl_slist_free_all(call->headers);
	text_clear(&call->body);
	text_clear(&call->head);
	free(call);
}

static void release(struct http_call *call)
{
	struct http_call **at = &call->http->calls;

	while (*at != call)
		at = &(*at)->next;
	*at = call->next;
	dispose(call);
}

void http_cancel(struct http_call *call)
{
	if (call)
		release(call);
}

static size_t take_body(char *bytes, size_t one, size_t n, void *owner)
{
	struct http_call *call = owner;

	if (call->body.size + n * one > call->most)
		return 0; /* ends the exchange */
	text_add_n(&call->body, bytes, n * one);
	return n * one;
}

static void add_header(struct text *head, const char *line, size_t size)
{
	const char *colon = memchr(line, ':', size);
	char *name, *value, *trimmed;

	if (!colon)
		return;
	name = mem_text_n(line, (size_t)(colon - line));
	value = mem_text_n(colon + 1, size - (size_t)(colon - line) - 1);
	trimmed = text_trim(value);
	for (char *c = name; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	text_add_n(head, name, strlen(name) + 1);
	text_add_n(head, trimmed, strlen(trimmed) + 1);
	free(trimmed);
	free(value);
	free(name);
}

static size_t take_header(char *line, size_t one, size_t n, void *owner)
{
	struct http_call *call = owner;
	size_t size = n * one;

	/* A status line begins the head anew: after "100 Continue", say. */
	if (size > 5 && memcmp(line, "HTTP/", 5) == 0)
		text_clear(&call->head);
	else if (call->head.size + size > MOST_HEADERS)
		return 0;
	else
		add_header(&call->head, line, size);
	return size;
}

static void set_body(CURL *easy, const struct http_request *request)
{
	if (!request->body)
		return;
	curl_easy_setopt(
		easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->size);
	curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, request->body);
}

static void set_trust(CURL *easy, const struct http *http)
{
	/* The folder would be read anew for every connection. */
	curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
	if (http->ca_file)
		curl_easy_setopt(easy, CURLOPT_CAINFO, http->ca_file);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION,
		http->own_city ? (long)CURL_SSLVERSION_TLSv1_3
					   : (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, http->fresh ? 1L : 0L);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_PROXY, "");
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
}

static void set_headers(struct http_call *call, const char *const *headers)
{
	/* Waiting for "100 Continue" would cost a second at an old proxy. */
	call->headers = curl_slist_append(NULL, "Expect:");
	for (size_t i = 0; headers && headers[i]; i++)
		call->headers = curl_slist_append(call->headers, headers[i]);
	curl_easy_setopt(call->easy, CURLOPT_HTTPHEADER, call->headers);
}

static void set_up(struct http_call *call, const struct http_request *request)
{
	CURL *easy = call->easy;

	set_trust(easy, call->http);
	set_body(easy, request);
	set_headers(call, request->headers);
	curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
	curl_easy_setopt(easy, CURLOPT_URL, request->url);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, call->http->agent);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request->timeout_ms);
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
		request->timeout_ms < CONNECT_MS ? request->timeout_ms
										 : (long)CONNECT_MS);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, call);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, call);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, call->error);
	curl_easy_setopt(easy, CURLOPT_PRIVATE, call);
}

struct http_call *http_send(struct http *http,
	const struct http_request *request, http_done *done, void *owner)
{
	struct http_call *call = mem_new(1, sizeof *call);

	call->http = http;
	call->easy = curl_easy_init();
	call->most = request->most;
	call->done = done;
	call->owner = owner;
	call->next = http->calls;
	http->calls = call;
	if (call->easy) {
		set_up(call, request);
		if (curl_multi_add_handle(http->multi, call->easy) == CURLM_OK)
			return call;
	}
	fail("cannot ask %s", request->url);
	release(call);
	return NULL;
}

void http_forget_connections(struct http *http)
{
	http->fresh = true;
}

const char *http_header(const struct http_reply *reply, const char *name)
{
	const struct text *head = reply->headers;
	size_t at = 0;

	while (at < head->size) {
		const char *found = head->bytes + at;
		const char *value = found + strlen(found) + 1;

		if (strcasecmp(found, name) == 0)
			return value;
		at += (size_t)(value - found) + strlen(value) + 1;
	}
	return NULL;
}

static char *media_type(const char *header)
{
	char *part = mem_text_n(header, header ? strcspn(header, ";") : 0);
	char *type = text_trim(part);

	for (char *c = type; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	free(part);
	return type;
}

/* -1 when there is none: curl says 0 for both. */
static long retry_after(
	const struct http_call *call, const struct http_reply *reply)
{
	curl_off_t seconds = 0;

	if (!http_header(reply, "retry-after"))
		return -1;
	curl_easy_getinfo(call->easy, CURLINFO_RETRY_AFTER, &seconds);
	return (long)seconds;
}

static void finish(struct http_call *call, CURLcode code)
{
	struct http_reply reply = { .headers = &call->head, .error = "" };
	http_done *done = call->done;
	void *owner = call->owner;
	char *type = NULL;

	call->http->fresh = code != CURLE_OK;
	if (code == CURLE_OK) {
		curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &reply.status);
		type = media_type(http_header(&reply, "content-type"));
		reply.retry_after_s = retry_after(call, &reply);
	} else {
		text_clear(&call->head);
		text_clear(&call->body);
		reply.error = *call->error ? call->error : curl_easy_strerror(code);
		reply.retry_after_s = -1;
	}
	reply.body = call->body.bytes ? call->body.bytes : "";
	reply.size = call->body.size;
	reply.type = type ? type : "";
	done(owner, &reply);
	free(type);
}

static void hand_out(struct http *http)
{
	const CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(http->multi, &left))) {
		CURL *easy = message->easy_handle;
		CURLcode code = message->data.result;
		struct http_call *call = NULL;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(easy, CURLINFO_PRIVATE, &call);
		curl_multi_remove_handle(http->multi, easy);
		finish(call, code);
		release(call);
	}
}

static void act(struct http *http, curl_socket_t fd, int what)
{
	int running;

	curl_multi_socket_action(http->multi, fd, what, &running);
	hand_out(http);
}

static void socket_ready(void *owner, int fd, short events)
{
	int what = 0;

	if (events & (POLLIN | POLLHUP))
		what |= CURL_CSELECT_IN;
	if (events & POLLOUT)
		what |= CURL_CSELECT_OUT;
	if (events & POLLERR)
		what |= CURL_CSELECT_ERR;
	act(owner, fd, what);
}

static void time_came(void *owner)
{
	act(owner, CURL_SOCKET_TIMEOUT, 0);
}

static int watch_socket(
	CURL *easy, curl_socket_t fd, int what, void *owner, void *of_socket)
{
	static const short events[] = {
		[CURL_POLL_NONE] = 0,
		[CURL_POLL_IN] = POLLIN,
		[CURL_POLL_OUT] = POLLOUT,
		[CURL_POLL_INOUT] = POLLIN | POLLOUT,
		[CURL_POLL_REMOVE] = 0,
	};
	struct http *http = owner;

	(void)easy;
	(void)of_socket;
	loop_watch(http->loop, fd, events[what], socket_ready, http);
	return 0;
}

static int set_timer(CURLM *multi, long ms, void *owner)
{
	struct http *http = owner;

	(void)multi;
	loop_after(http->loop, ms, time_came, http);
	return 0;
}

struct http *http_new(struct loop *loop, const struct http_options *options)
{
	struct http *http = mem_new(1, sizeof *http);

	http->loop = loop;
	http->agent = mem_text(options->agent);
	http->ca_file = options->ca_file ? mem_text(options->ca_file) : NULL;
	http->own_city = options->own_city;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
		http->multi = curl_multi_init();
	if (!http->multi) {
		fail("curl does not start");
		http_free(http);
		return NULL;
	}
	curl_multi_setopt(http->multi, CURLMOPT_SOCKETFUNCTION, watch_socket);
	curl_multi_setopt(http->multi, CURLMOPT_SOCKETDATA, http);
	curl_multi_setopt(http->multi, CURLMOPT_TIMERFUNCTION, set_timer);
	curl_multi_setopt(http->multi, CURLMOPT_TIMERDATA, http);
	curl_multi_setopt(
		http->multi, CURLMOPT_MAXCONNECTS, (long)IDLE_CONNECTIONS);
	return http;
}

void http_free(struct http *http)
{
	struct http_call *call;

	if (!http)
		return;
	while ((call = http->calls)) {
		http->calls = call->next;
		dispose(call);
	}
	if (http->multi)
		curl_multi_cleanup(http->multi);
	loop_after(http->loop, -1, time_came, http);
	free(http->agent);
	free(http->ca_file);
	free(http);
	curl_global_cleanup();
}

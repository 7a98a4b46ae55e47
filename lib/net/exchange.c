/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/net/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/memory.h"

enum { PATIENCE_MS = 60000, OVERRUN_MOST = 8 * BODY_MOST };

struct exchange *exchange_new(struct MHD_Connection *connection)
{
	struct exchange *exchange = mem_new(1, sizeof *exchange);

	exchange->connection = connection;
	exchange->began = clock_ms();
	return exchange;
}

/* A body may hold what a resident wrote: it does not stay on the heap. */
static void drop_body(struct exchange *exchange)
{
	if (exchange->body)
		explicit_bzero(exchange->body, exchange->body_room);
	free(exchange->body);
	exchange->body = NULL;
	exchange->body_room = 0;
}

void exchange_free(struct exchange *exchange)
{
	if (!exchange)
		return;
	drop_body(exchange);
	exchange_keep(exchange, NULL, NULL);
	if (exchange->response)
		MHD_destroy_response(exchange->response);
	free(exchange);
}

static void make_room(struct exchange *exchange, size_t size)
{
	size_t room = exchange->body_room ? exchange->body_room : 4096;
	char *body;

	while (room < size)
		room *= 2;
	if (room == exchange->body_room)
		return;
	body = mem_new(room, 1);
	if (exchange->body)
		memcpy(body, exchange->body, exchange->body_size);
	drop_body(exchange);
	exchange->body = body;
	exchange->body_room = room;
}

bool exchange_take_body(
	struct exchange *exchange, const char *bytes, size_t size)
{
	size_t total = exchange->body_size + size;

	if (total > OVERRUN_MOST || clock_ms() - exchange->began > PATIENCE_MS)
		return false;
	if (total > BODY_MOST) {
		exchange->body_too_large = true;
		drop_body(exchange);
	} else {
		make_room(exchange, total + 1);
		memcpy(exchange->body + exchange->body_size, bytes, size);
		exchange->body[total] = '\0';
	}
	exchange->body_size = total;
	return true;
}

const char *exchange_param(const struct exchange *exchange, size_t n)
{
	return n < exchange->match.n_params ? exchange->match.params[n] : NULL;
}

const char *exchange_query(const struct exchange *exchange, const char *name)
{
	return MHD_lookup_connection_value(
		exchange->connection, MHD_GET_ARGUMENT_KIND, name);
}

const char *exchange_header(const struct exchange *exchange, const char *name)
{
	return MHD_lookup_connection_value(
		exchange->connection, MHD_HEADER_KIND, name);
}

const char *exchange_body(const struct exchange *exchange, size_t *size)
{
	if (size)
		*size = exchange->body ? exchange->body_size : 0;
	return exchange->body ? exchange->body : "";
}

void exchange_keep(
	struct exchange *exchange, void *kept, void (*kept_free)(void *))
{
	if (exchange->kept && exchange->kept_free)
		exchange->kept_free(exchange->kept);
	exchange->kept = kept;
	exchange->kept_free = kept_free;
}

void *exchange_kept(const struct exchange *exchange)
{
	return exchange->kept;
}

void exchange_wait(struct exchange *exchange)
{
	MHD_suspend_connection(exchange->connection);
}

/* The flag is set before the other thread can look: resuming takes a lock. */
void exchange_resume(struct exchange *exchange)
{
	exchange->resumed = true;
	MHD_resume_connection(exchange->connection);
}

bool exchange_is_resumed(const struct exchange *exchange)
{
	return exchange->resumed;
}

void exchange_etag(struct exchange *exchange, const char *tag)
{
	snprintf(exchange->etag, sizeof exchange->etag, "\"%s\"", tag);
}

void exchange_set_header(
	struct exchange *exchange, const char *name, const char *value)
{
	MHD_add_response_header(exchange->response, name, value);
}

/* If-None-Match compares weakly: W/"x" and "x" are the same. */
static bool has_already(const struct exchange *exchange)
{
	const char *asked = exchange_header(exchange, "If-None-Match");
	size_t n = strlen(exchange->etag);

	while (n && asked && *asked) {
		asked += strspn(asked, " \t,");
		if (*asked == '*')
			return true;
		if (strncmp(asked, "W/", 2) == 0)
			asked += 2;
		if (strncmp(asked, exchange->etag, n) == 0)
			return true;
		asked += strcspn(asked, ",");
	}
	return false;
}

static void add_headers(struct exchange *exchange, const char *type)
{
	static const char *const always[][2] = {
		{ "Content-Security-Policy",
			"default-src 'none'; frame-ancestors 'none'" },
		{ "X-Content-Type-Options", "nosniff" },
		{ "X-Frame-Options", "DENY" },
		{ "Referrer-Policy", "no-referrer" },
	};

	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		exchange_set_header(exchange, always[i][0], always[i][1]);
	exchange_set_header(exchange, "API-Version", exchange->api_version);
	if (exchange->etag[0]) {
		exchange_set_header(exchange, "ETag", exchange->etag);
		exchange_set_header(exchange, "Cache-Control", "no-cache");
	} else {
		exchange_set_header(exchange, "Cache-Control", "no-store");
	}
	if (type)
		exchange_set_header(exchange, "Content-Type", type);
}

void exchange_bytes(struct exchange *exchange, int status, const char *type,
	const void *bytes, size_t size)
{
	bool unchanged = status == MHD_HTTP_OK && has_already(exchange);

	if (exchange->response)
		MHD_destroy_response(exchange->response);
	exchange->status = unchanged ? MHD_HTTP_NOT_MODIFIED : (unsigned int)status;
	/* Copied, so libmicrohttpd never writes into what we hold. */
	exchange->response = MHD_create_response_from_buffer_with_free_callback(
		unchanged ? 0 : size, mem_copy(bytes, unchanged ? 0 : size), free);
	add_headers(exchange, unchanged ? NULL : type);
}

static void send_json(
	struct exchange *exchange, int status, const char *type, const json_t *body)
{
	char *text = json_dumps(body, JSON_COMPACT);

	exchange_bytes(exchange, status, type, text, strlen(text));
	free(text);
}

void exchange_json(struct exchange *exchange, int status, const json_t *body)
{
	send_json(exchange, status, "application/json", body);
}

static const char *title_of(int status)
{
	static const struct {
		int status;
		const char *title;
	} titles[] = {
		{ 400, "Ongeldig verzoek" },
		{ 401, "Afzender niet bekend" },
		{ 403, "Geen toegang" },
		{ 404, "Niet gevonden" },
		{ 405, "Methode niet toegestaan" },
		{ 409, "Conflict" },
		{ 413, "Bericht te groot" },
		{ 415, "Mediatype niet ondersteund" },
		{ 422, "Inhoud niet verwerkbaar" },
		{ 503, "Tijdelijk niet beschikbaar" },
	};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		if (titles[i].status == status)
			return titles[i].title;
	}
	return "Interne fout";
}

void exchange_problem(struct exchange *exchange, int status, const char *detail)
{
	json_t *body = json_pack("{s:s, s:s, s:i, s:s}", "type", "about:blank",
		"title", title_of(status), "status", status, "detail", detail);

	exchange->etag[0] = '\0';
	send_json(exchange, status, "application/problem+json", body);
	json_decref(body);
}

enum MHD_Result exchange_send(struct exchange *exchange)
{
	return MHD_queue_response(
		exchange->connection, exchange->status, exchange->response);
}

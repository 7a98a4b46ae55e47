/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef NET_EXCHANGE_H
#define NET_EXCHANGE_H
/* What server.c, exchange.c and route.c share and nobody else sees. */
#include <stdint.h>

#include <microhttpd.h>

#include "lib/net/server.h"

enum { MAX_PARAMS = 4, PARAM_SIZE = 128, BODY_MOST = 2 * 1024 * 1024 };

struct route_match {
	const struct route *route; /* NULL: no such path, or no such method */
	bool path_known;
	char allow[64]; /* the methods of that path */
	char params[MAX_PARAMS][PARAM_SIZE];
	size_t n_params;
};

/* Pure: which route a method and path mean. */
struct route_match route_find(
	const struct route *routes, const char *method, const char *path);

struct exchange {
	struct MHD_Connection *connection;
	const char *api_version;
	struct route_match match;
	char *body;
	size_t body_size, body_room;
	bool body_too_large;
	int64_t began;
	void *kept;
	void (*kept_free)(void *);
	bool resumed;
	char etag[80];
	struct MHD_Response *response;
	unsigned int status;
};

struct exchange *exchange_new(struct MHD_Connection *connection);
void exchange_free(struct exchange *exchange);
/* False when the client is not worth listening to any longer. */
bool exchange_take_body(
	struct exchange *exchange, const char *bytes, size_t size);
enum MHD_Result exchange_send(struct exchange *exchange);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/net/server.h"

#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/net/exchange.h"

enum {
	QUIET_SECONDS = 15,
	HEADERS_MOST = 16 * 1024,
	CONNECTIONS_MOST = 1000,
	BACKLOG = 512,
};

struct server {
	struct MHD_Daemon *daemon;
	struct server_options options;
	char *url;
	int fd;
	bool quiet;
};

static bool has_body(const struct exchange *exchange)
{
	return strcmp(exchange->match.route->method, "POST") == 0;
}

static bool is_json(const struct exchange *exchange)
{
	static const char json[] = "application/json";
	const char *type = exchange_header(exchange, "Content-Type");
	size_t n = sizeof json - 1;

	return type && strncasecmp(type, json, n) == 0 &&
		   (type[n] == '\0' || type[n] == ';' || type[n] == ' ');
}

/* What can be refused before a byte of the body was read. */
static bool refuse_early(struct exchange *exchange)
{
	const char *length = exchange_header(exchange, "Content-Length");
	const struct route_match *match = &exchange->match;

	if (exchange_header(exchange, "Origin")) {
		exchange_problem(
			exchange, 403, "Deze dienst is er niet voor browsers.");
	} else if (!match->path_known) {
		exchange_problem(exchange, 404, "Dit adres bestaat niet.");
	} else if (!match->route) {
		exchange_problem(exchange, 405, "Dit adres kent deze methode niet.");
		exchange_set_header(exchange, "Allow", match->allow);
	} else if (has_body(exchange) && !is_json(exchange)) {
		exchange_problem(exchange, 415, "Stuur application/json.");
	} else if (length && strtoull(length, NULL, 10) > BODY_MOST) {
		exchange->body_too_large = true;
	}
	if (exchange->body_too_large)
		exchange_problem(exchange, 413, "Een bericht is ten hoogste 2 MiB.");
	return exchange->response != NULL;
}

/* An answer before the body costs the connection, so it waits when there is
 * none to come. */
static enum MHD_Result begin(const struct server *server,
	struct exchange *exchange, const char *method, const char *path)
{
	bool body_comes = exchange_header(exchange, "Content-Length") ||
					  exchange_header(exchange, "Transfer-Encoding");

	exchange->api_version = server->options.api_version;
	exchange->match = route_find(server->options.routes, method, path);
	return refuse_early(exchange) && body_comes ? exchange_send(exchange)
												: MHD_YES;
}

static enum MHD_Result handle(
	const struct server *server, struct exchange *exchange)
{
	const struct route *route = exchange->match.route;
	void *owner = server->options.owner;

	if (exchange->body_too_large)
		exchange_problem(exchange, 413, "Een bericht is ten hoogste 2 MiB.");
	if (exchange->response)
		return exchange_send(exchange);
	if (!exchange->resumed && server->options.may &&
		!server->options.may(owner, route, exchange))
		return exchange_send(exchange);
	if (route->handler(owner, exchange) == EXCHANGE_WAITING)
		return MHD_YES;
	return exchange_send(exchange);
}

/* libmicrohttpd calls this once for the headers, then for every piece of the
 * body, then once more, and again after a wait. The parameters are its own. */
/* NOLINTNEXTLINE(readability-function-size) */
static enum MHD_Result on_request(void *owner,
	struct MHD_Connection *connection, const char *path, const char *method,
	const char *http_version, const char *bytes, size_t *size, void **state)
{
	const struct server *server = owner;
	struct exchange *exchange = *state;

	(void)http_version;
	if (!exchange) {
		*state = exchange = exchange_new(connection);
		return begin(server, exchange, method, path);
	}
	if (*size) {
		bool ok = exchange_take_body(exchange, bytes, *size);

		*size = 0;
		return ok ? MHD_YES : MHD_NO;
	}
	return handle(server, exchange);
}

static void on_completed(void *owner, struct MHD_Connection *connection,
	void **state, enum MHD_RequestTerminationCode why)
{
	(void)owner;
	(void)connection;
	(void)why;
	exchange_free(*state);
	*state = NULL;
}

static int bind_to(const struct addrinfo *address)
{
	int on = 1;
	int fd = socket(
		address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, address->ai_addr, address->ai_addrlen) == 0 &&
		listen(fd, BACKLOG) == 0)
		return fd;
	close(fd);
	return -1;
}

/* "127.0.0.1:8080", "[::1]:0", "localhost:80". */
static bool split_address(const char *listen, char **host, const char **port)
{
	const char *colon = strrchr(listen, ':');
	size_t n = colon ? (size_t)(colon - listen) : 0;

	if (n == 0 || !colon[1] ||
		strspn(colon + 1, "0123456789") != strlen(colon + 1))
		return fail("%s is not HOST:PORT", listen);
	*port = colon + 1;
	if (*listen == '[' && listen[n - 1] == ']')
		*host = mem_text_n(listen + 1, n - 2);
	else
		*host = mem_text_n(listen, n);
	return true;
}

static int open_socket(const char *listen)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
		.ai_flags = AI_PASSIVE | AI_NUMERICSERV },
					*found = NULL;
	char *host = NULL;
	const char *port = NULL;
	int fd = -1, error;

	if (!split_address(listen, &host, &port))
		return -1;
	error = getaddrinfo(host, port, &hints, &found);
	if (error)
		fail("cannot find %s: %s", listen, gai_strerror(error));
	for (struct addrinfo *at = found; at && fd < 0; at = at->ai_next)
		fd = bind_to(at);
	if (!error && fd < 0)
		fail("cannot listen on %s: %m", listen);
	if (found)
		freeaddrinfo(found);
	free(host);
	return fd;
}

static char *url_of(int fd)
{
	struct sockaddr_storage address;
	socklen_t size = sizeof address;
	char host[NI_MAXHOST] = "", port[NI_MAXSERV] = "";

	if (getsockname(fd, (struct sockaddr *)&address, &size) < 0 ||
		getnameinfo((struct sockaddr *)&address, size, host, sizeof host, port,
			sizeof port, NI_NUMERICHOST | NI_NUMERICSERV))
		return mem_text("");
	return text_format(
		strchr(host, ':') ? "http://[%s]:%s" : "http://%s:%s", host, port);
}

/* Some descriptors are left for files, sockets and the database. */
static unsigned int connections_most(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur < 256)
		return 64;
	if (limit.rlim_cur > CONNECTIONS_MOST + 128)
		return CONNECTIONS_MOST;
	return (unsigned int)limit.rlim_cur - 128;
}

static unsigned int threads_of(const struct server_options *options)
{
	long n =
		options->threads ? options->threads : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 2 ? 2 : n > 64 ? 64 : (unsigned int)n;
}

static bool start_daemon(struct server *server)
{
	struct MHD_OptionItem options[] = {
		{ MHD_OPTION_LISTEN_SOCKET, server->fd, NULL },
		{ MHD_OPTION_THREAD_POOL_SIZE, threads_of(&server->options), NULL },
		{ MHD_OPTION_CONNECTION_LIMIT, connections_most(), NULL },
		{ MHD_OPTION_CONNECTION_TIMEOUT, QUIET_SECONDS, NULL },
		{ MHD_OPTION_CONNECTION_MEMORY_LIMIT, HEADERS_MOST, NULL },
		{ MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL },
		{ MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)on_completed, server },
		{ MHD_OPTION_END, 0, NULL },
	};

	server->daemon = MHD_start_daemon(
		MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC,
		0, NULL, NULL, on_request, server, MHD_OPTION_ARRAY, options,
		MHD_OPTION_END);
	return server->daemon || fail("cannot start the HTTP server");
}

struct server *server_start(const struct server_options *options)
{
	struct server *server = mem_new(1, sizeof *server);

	server->options = *options;
	server->fd = open_socket(options->listen);
	if (server->fd >= 0) {
		server->url = url_of(server->fd);
		if (start_daemon(server))
			return server;
		close(server->fd);
	}
	free(server->url);
	free(server);
	return NULL;
}

const char *server_url(const struct server *server)
{
	return server->url;
}

void server_quiesce(struct server *server)
{
	if (!server->quiet)
		MHD_quiesce_daemon(server->daemon);
	server->quiet = true;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	server_quiesce(server);
	MHD_stop_daemon(server->daemon);
	close(server->fd);
	free(server->url);
	free(server);
}

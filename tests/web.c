/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/web.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/memory.h"

enum { MOST_CONNECTIONS = 16 };

struct connection {
	int fd; /* 0: free */
	int number;
	struct text in;
};

struct server {
	int fd, opened;
	struct connection connections[MOST_CONNECTIONS];
	web_answer *answer;
	void *owner;
};

bool web_header(const struct web_request *request, const char *name,
	char *value, size_t size)
{
	size_t n = strlen(name);

	*value = '\0';
	for (const char *at = request->head; at && *at; at = strchr(at, '\n')) {
		at += *at == '\n';
		if (strncasecmp(at, name, n) != 0 || at[n] != ':')
			continue;
		at += n + 1;
		at += strspn(at, " ");
		snprintf(value, size, "%.*s", (int)strcspn(at, "\r\n"), at);
		return true;
	}
	return false;
}

void web_say(
	struct web_reply *reply, int status, const char *headers, const char *body)
{
	text_addf(&reply->bytes,
		"HTTP/1.1 %d Said\r\nContent-Length: %zu\r\n%s\r\n%s", status,
		strlen(body), headers, body);
}

static void drop(struct connection *connection)
{
	close(connection->fd);
	text_clear(&connection->in);
	*connection = (struct connection){ 0 };
}

static void send_all(int fd, const struct text *bytes)
{
	size_t done = 0;

	while (done < bytes->size) {
		ssize_t n =
			send(fd, bytes->bytes + done, bytes->size - done, MSG_NOSIGNAL);

		if (n <= 0)
			return;
		done += (size_t)n;
	}
}

/* True when a whole request was there and was answered. */
static bool serve_one(struct server *server, struct connection *connection)
{
	struct web_request request = { .connection = connection->number };
	struct web_reply reply = { 0 };
	char *in = connection->in.bytes, length[32], *body, *rest;
	char *end = in ? strstr(in, "\r\n\r\n") : NULL;
	size_t have;

	if (!end)
		return false;
	request.head = strchr(in, '\n') + 1;
	if (web_header(&request, "Content-Length", length, sizeof length))
		request.size = strtoul(length, NULL, 10);
	have = connection->in.size - (size_t)(end + 4 - in);
	if (have < request.size)
		return false;
	end[2] = '\0';
	sscanf(in, "%15s %511s", request.method, request.path);
	body = mem_text_n(end + 4, request.size);
	request.body = body;
	server->answer(server->owner, &request, &reply);
	rest = mem_text_n(end + 4 + request.size, have - request.size);
	text_clear(&connection->in);
	text_add(&connection->in, rest);
	usleep((useconds_t)reply.delay_ms * 1000);
	send_all(connection->fd, &reply.bytes);
	if (reply.close)
		drop(connection);
	text_clear(&reply.bytes);
	free(body);
	free(rest);
	return true;
}

static void take(struct server *server, struct connection *connection)
{
	char bytes[65536];
	ssize_t n = read(connection->fd, bytes, sizeof bytes);

	if (n <= 0) {
		drop(connection);
		return;
	}
	text_add_n(&connection->in, bytes, (size_t)n);
	while (connection->fd && serve_one(server, connection))
		;
}

static void welcome(struct server *server)
{
	int fd = accept(server->fd, NULL, NULL);

	for (int i = 0; i < MOST_CONNECTIONS; i++) {
		if (server->connections[i].fd)
			continue;
		server->connections[i].fd = fd;
		server->connections[i].number = ++server->opened;
		return;
	}
	close(fd);
}

static void serve(struct server *server)
{
	struct pollfd fds[MOST_CONNECTIONS + 1];

	for (;;) {
		fds[MOST_CONNECTIONS] =
			(struct pollfd){ .fd = server->fd, .events = POLLIN };
		for (int i = 0; i < MOST_CONNECTIONS; i++) {
			int fd = server->connections[i].fd;

			fds[i] = (struct pollfd){ .fd = fd ? fd : -1, .events = POLLIN };
		}
		if (poll(fds, MOST_CONNECTIONS + 1, -1) < 0)
			_exit(1);
		for (int i = 0; i < MOST_CONNECTIONS; i++) {
			if (fds[i].revents)
				take(server, &server->connections[i]);
		}
		if (fds[MOST_CONNECTIONS].revents)
			welcome(server);
	}
}

static int listen_on(int *port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
		.sin_port = htons((uint16_t)*port),
	};
	socklen_t size = sizeof address;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 ||
		listen(fd, 64) < 0 ||
		getsockname(fd, (struct sockaddr *)&address, &size) < 0) {
		perror("web");
		close(fd);
		return -1;
	}
	*port = ntohs(address.sin_port);
	return fd;
}

bool web_start(struct web *web, int port, web_answer *answer, void *owner)
{
	struct server server = { .answer = answer, .owner = owner };

	server.fd = listen_on(&port);
	if (server.fd < 0)
		return false;
	web->port = port;
	snprintf(web->url, sizeof web->url, "http://127.0.0.1:%d", port);
	web->pid = fork();
	if (web->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGTERM, SIG_DFL);
		serve(&server);
	}
	close(server.fd);
	return web->pid > 0;
}

void web_stop(struct web *web)
{
	if (web->pid <= 0)
		return;
	kill(web->pid, SIGKILL);
	waitpid(web->pid, NULL, 0);
	web->pid = 0;
}

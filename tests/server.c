/* SPDX-License-Identifier: EUPL-1.2 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/text.h"
#include "lib/net/exchange.h"
#include "lib/net/server.h"
#include "tests/test.h"

/* Which route a path means. */

static const struct route paths[] = {
	{ "GET", "/v1/dingen", 1, NULL },
	{ "POST", "/v1/dingen", 2, NULL },
	{ "GET", "/v1/dingen/{id}", 3, NULL },
	{ "GET", "/v1/dingen/{id}/delen/{deel}", 4, NULL },
	{ 0 },
};

static int who_of(const char *method, const char *path)
{
	struct route_match match = route_find(paths, method, path);

	return match.route ? match.route->who : 0;
}

static void a_route_is_found_by_method_and_path(void **state)
{
	(void)state;
	assert_int_equal(who_of("GET", "/v1/dingen"), 1);
	assert_int_equal(who_of("HEAD", "/v1/dingen"), 1);
	assert_int_equal(who_of("POST", "/v1/dingen"), 2);
	assert_int_equal(who_of("GET", "/v1/dingen/7"), 3);
	assert_int_equal(who_of("GET", "/v1/dingen/7/delen/8"), 4);
}

static void other_paths_have_no_route(void **state)
{
	static const char *const wrong[] = { "", "/", "/v1", "/v1/dingen/",
		"/v1/dingenx", "/v1/ding", "v1/dingen", "/v1/dingen/7/", "//v1/dingen",
		"/v1/dingen/7/delen", "/v1/dingen/7/delen/8/9" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(route_find(paths, "GET", wrong[i]).path_known);
}

static void a_known_path_tells_its_methods(void **state)
{
	struct route_match match = route_find(paths, "DELETE", "/v1/dingen");

	(void)state;
	assert_true(match.path_known);
	assert_null(match.route);
	assert_string_equal(match.allow, "GET, HEAD, POST");
}

static void parts_in_braces_become_parameters(void **state)
{
	struct route_match match =
		route_find(paths, "GET", "/v1/dingen/abc/delen/x-1");

	(void)state;
	assert_int_equal(match.n_params, 2);
	assert_string_equal(match.params[0], "abc");
	assert_string_equal(match.params[1], "x-1");
}

static void a_part_too_long_for_a_parameter_is_no_path_of_ours(void **state)
{
	char path[400];

	(void)state;
	snprintf(path, sizeof path, "/v1/dingen/%0200d", 0);
	assert_false(route_find(paths, "GET", path).path_known);
}

/* A server whose resources show its manners; two wait for others. */

static pthread_t helper;

static void *resume_later(void *exchange)
{
	usleep(2000);
	exchange_resume(exchange);
	return NULL;
}

static enum exchange_turn slow(void *owner, struct exchange *exchange)
{
	(void)owner;
	if (!exchange_is_resumed(exchange)) {
		exchange_wait(exchange);
		pthread_create(&helper, NULL, resume_later, exchange);
		return EXCHANGE_WAITING;
	}
	pthread_join(helper, NULL);
	exchange_bytes(exchange, 200, "text/plain", "slow", 4);
	return EXCHANGE_ANSWERED;
}

static enum exchange_turn at_once(void *owner, struct exchange *exchange)
{
	(void)owner;
	if (!exchange_is_resumed(exchange)) {
		exchange_wait(exchange);
		exchange_resume(exchange);
		return EXCHANGE_WAITING;
	}
	exchange_bytes(exchange, 200, "text/plain", "once", 4);
	return EXCHANGE_ANSWERED;
}

static enum exchange_turn tagged(void *owner, struct exchange *exchange)
{
	(void)owner;
	exchange_etag(exchange, "abc");
	exchange_bytes(exchange, 200, "text/plain", "body", 4);
	return EXCHANGE_ANSWERED;
}

static enum exchange_turn echo(void *owner, struct exchange *exchange)
{
	size_t size;
	const char *body = exchange_body(exchange, &size);

	(void)owner;
	exchange_bytes(exchange, 201, "text/plain", body, size);
	return EXCHANGE_ANSWERED;
}

static bool may(
	void *owner, const struct route *route, struct exchange *exchange)
{
	(void)owner;
	if (route->who == 0)
		return true;
	exchange_problem(exchange, 401, "Nee.");
	return false;
}

static const struct route routes[] = {
	{ "GET", "/slow", 0, slow },
	{ "GET", "/once", 0, at_once },
	{ "GET", "/tagged", 0, tagged },
	{ "POST", "/echo", 0, echo },
	{ "GET", "/secret", 1, tagged },
	{ 0 },
};

static struct server *server;

static int start(void **state)
{
	struct server_options options = { .listen = "127.0.0.1:0",
		.api_version = "1.2.3",
		.routes = routes,
		.may = may };

	(void)state;
	server = server_start(&options);
	return server ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	server_free(server);
	return 0;
}

static int dial(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	struct timeval patience = { .tv_sec = 10 };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	address.sin_port =
		htons((uint16_t)atoi(strrchr(server_url(server), ':') + 1));
	assert_int_equal(
		connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	return fd;
}

/* The whole answer to raw bytes; "" when the connection just closes. */
static char *ask_raw(const char *bytes, size_t size, bool hang_up)
{
	struct text answer = { 0 };
	char piece[4096];
	ssize_t n;
	int fd = dial();

	while (size) {
		n = send(fd, bytes, size, MSG_NOSIGNAL);
		if (n <= 0)
			break;
		bytes += n;
		size -= (size_t)n;
	}
	if (hang_up)
		shutdown(fd, SHUT_WR);
	while ((n = recv(fd, piece, sizeof piece, 0)) > 0)
		text_add_n(&answer, piece, (size_t)n);
	close(fd);
	return text_take(&answer);
}

static char *ask(const char *first, const char *headers, const char *body)
{
	char *request = text_format("%s HTTP/1.1\r\nHost: x\r\nConnection: close"
								"\r\n%s\r\n%s",
		first, headers, body);
	char *answer = ask_raw(request, strlen(request), false);

	free(request);
	return answer;
}

static void answers(const char *first, const char *headers, const char *body,
	const char *expected)
{
	char *answer = ask(first, headers, body);

	if (!strstr(answer, expected))
		print_error("%s\nis not in\n%s\n", expected, answer);
	assert_non_null(strstr(answer, expected));
	free(answer);
}

static void a_waiting_exchange_is_answered_once_resumed(void **state)
{
	(void)state;
	answers("GET /slow", "", "", "\r\n\r\nslow");
}

static void an_exchange_may_be_resumed_before_its_handler_returns(void **state)
{
	(void)state;
	answers("GET /once", "", "", "\r\n\r\nonce");
}

static void an_unknown_path_is_a_problem_with_details(void **state)
{
	(void)state;
	answers("GET /nowhere", "", "", "HTTP/1.1 404 ");
	answers("GET /nowhere", "", "", "application/problem+json");
	answers("GET /nowhere", "", "", "\"status\":404");
}

static void a_wrong_method_is_told_which_are_right(void **state)
{
	(void)state;
	answers("DELETE /tagged", "", "", "HTTP/1.1 405 ");
	answers("DELETE /tagged", "", "", "Allow: GET, HEAD\r\n");
}

static void what_is_unchanged_is_not_sent_again(void **state)
{
	(void)state;
	answers("GET /tagged", "", "", "ETag: \"abc\"\r\n");
	answers("GET /tagged", "If-None-Match: \"abc\"\r\n", "", " 304 ");
	answers("GET /tagged", "If-None-Match: \"x\", W/\"abc\"\r\n", "", " 304 ");
	answers("GET /tagged", "If-None-Match: *\r\n", "", " 304 ");
	answers("GET /tagged", "If-None-Match: \"abcd\"\r\n", "", " 200 ");
	answers("GET /tagged", "If-None-Match: ,,W/\r\n", "", " 200 ");
}

static void every_answer_carries_version_and_security_headers(void **state)
{
	(void)state;
	answers("GET /tagged", "", "", "API-Version: 1.2.3\r\n");
	answers("GET /nowhere", "", "", "API-Version: 1.2.3\r\n");
	answers("GET /nowhere", "", "", "X-Content-Type-Options: nosniff\r\n");
	answers("GET /nowhere", "", "", "Cache-Control: no-store\r\n");
}

static void no_answer_names_the_software(void **state)
{
	char *answer = ask("GET /tagged", "", "");

	(void)state;
	assert_null(strcasestr(answer, "\nserver:"));
	assert_null(strcasestr(answer, "microhttpd"));
	free(answer);
}

static void head_is_get_without_a_body(void **state)
{
	char *answer = ask("HEAD /tagged", "", "");

	(void)state;
	assert_non_null(strstr(answer, " 200 "));
	assert_null(strstr(answer, "body"));
	free(answer);
}

static void a_body_arrives_whole(void **state)
{
	(void)state;
	answers("POST /echo",
		"Content-Type: application/json; charset=utf-8\r\n"
		"Content-Length: 5\r\n",
		"hallo", "\r\n\r\nhallo");
	answers("POST /echo",
		"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
		"3\r\nhal\r\n2\r\nlo\r\n0\r\n\r\n", "\r\n\r\nhallo");
}

static void a_body_of_another_type_is_refused(void **state)
{
	(void)state;
	answers("POST /echo", "Content-Type: text/plain\r\nContent-Length: 0\r\n",
		"", " 415 ");
	answers("POST /echo", "Content-Length: 0\r\n", "", " 415 ");
	answers("POST /echo",
		"Content-Type: application/jsonx\r\nContent-Length: 0\r\n", "",
		" 415 ");
}

static void a_body_said_to_be_too_large_is_refused_at_once(void **state)
{
	(void)state;
	answers("POST /echo",
		"Content-Type: application/json\r\nContent-Length: 2097153\r\n", "",
		" 413 ");
}

static void a_body_that_grows_too_large_is_refused(void **state)
{
	size_t size = 3UL * 1024 * 1024;
	struct text request = { 0 };
	char *answer, *body = malloc(size);

	(void)state;
	memset(body, 'x', size);
	text_addf(&request,
		"POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
		"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
		"%zx\r\n",
		size);
	text_add_n(&request, body, size);
	text_add(&request, "\r\n0\r\n\r\n");
	answer = ask_raw(request.bytes, request.size, false);
	assert_non_null(strstr(answer, " 413 "));
	free(answer);
	free(body);
	text_clear(&request);
}

static void browsers_are_sent_away(void **state)
{
	(void)state;
	answers("GET /tagged", "Origin: https://example.org\r\n", "", " 403 ");
}

static void who_may_not_does_not_reach_the_handler(void **state)
{
	(void)state;
	answers("GET /secret", "", "", " 401 ");
}

static void headers_without_end_are_refused(void **state)
{
	char *headers = text_format("X: %0100000d\r\n", 0), *answer;

	(void)state;
	answer = ask("GET /tagged", headers, "");
	assert_null(strstr(answer, " 200 "));
	free(answer);
	free(headers);
}

static void garbage_does_no_harm(void **state)
{
	unsigned int seed = 7;
	char bytes[2000];

	(void)state;
	for (int i = 0; i < 200; i++) {
		size_t n = (size_t)rand_r(&seed) % sizeof bytes;

		for (size_t j = 0; j < n; j++)
			bytes[j] = (char)rand_r(&seed);
		for (size_t j = 0; i % 2 && j < n && j < 4; j++)
			bytes[j] = "GET "[j];
		free(ask_raw(bytes, n, true));
	}
	answers("GET /tagged", "", "", " 200 ");
}

static void a_request_without_host_is_refused(void **state)
{
	static const char request[] = "GET /tagged HTTP/1.1\r\n\r\n";
	char *answer = ask_raw(request, sizeof request - 1, false);

	(void)state;
	assert_non_null(strstr(answer, " 400 "));
	free(answer);
}

static void an_address_that_is_none_is_refused(void **state)
{
	static const char *const wrong[] = { "", "8080", ":8080", "127.0.0.1",
		"127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999x", "999.1.1.1:0" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct server_options options = { .listen = wrong[i],
			.routes = routes };

		assert_null(server_start(&options));
	}
}

static void ipv6_has_its_brackets(void **state)
{
	struct server_options options = { .listen = "[::1]:0", .routes = routes };
	struct server *other = server_start(&options);

	(void)state;
	if (other) /* a machine may have no IPv6 at all */
		assert_memory_equal(server_url(other), "http://[::1]:", 13);
	server_free(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_route_is_found_by_method_and_path),
		cmocka_unit_test(other_paths_have_no_route),
		cmocka_unit_test(a_known_path_tells_its_methods),
		cmocka_unit_test(parts_in_braces_become_parameters),
		cmocka_unit_test(a_part_too_long_for_a_parameter_is_no_path_of_ours),
		cmocka_unit_test(a_waiting_exchange_is_answered_once_resumed),
		cmocka_unit_test(an_exchange_may_be_resumed_before_its_handler_returns),
		cmocka_unit_test(an_unknown_path_is_a_problem_with_details),
		cmocka_unit_test(a_wrong_method_is_told_which_are_right),
		cmocka_unit_test(what_is_unchanged_is_not_sent_again),
		cmocka_unit_test(every_answer_carries_version_and_security_headers),
		cmocka_unit_test(no_answer_names_the_software),
		cmocka_unit_test(head_is_get_without_a_body),
		cmocka_unit_test(a_body_arrives_whole),
		cmocka_unit_test(a_body_of_another_type_is_refused),
		cmocka_unit_test(a_body_said_to_be_too_large_is_refused_at_once),
		cmocka_unit_test(a_body_that_grows_too_large_is_refused),
		cmocka_unit_test(browsers_are_sent_away),
		cmocka_unit_test(who_may_not_does_not_reach_the_handler),
		cmocka_unit_test(headers_without_end_are_refused),
		cmocka_unit_test(garbage_does_no_harm),
		cmocka_unit_test(a_request_without_host_is_refused),
		cmocka_unit_test(an_address_that_is_none_is_refused),
		cmocka_unit_test(ipv6_has_its_brackets),
	};

	return cmocka_run_group_tests(tests, start, stop);
}

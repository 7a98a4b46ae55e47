/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <time.h>

#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/net/http.h"
#include "tests/web.h"

/* What the city says at each path; /echo gives back what it was asked. */
static void answer(
	void *owner, const struct web_request *request, struct web_reply *reply)
{
	char value[256];

	(void)owner;
	if (strcmp(request->path, "/echo") == 0) {
		char *body;

		web_header(request, "X-Told", value, sizeof value);
		body = text_format("%s|%s|%s|%d", request->method, value, request->body,
			request->connection);
		web_say(reply, 201,
			"Content-Type: Application/Json; charset=utf-8\r\n"
			"ETag: \"a:b\"\r\n",
			body);
		free(body);
	} else if (strcmp(request->path, "/away") == 0) {
		web_say(reply, 302, "Location: /echo\r\n", "");
	} else if (strcmp(request->path, "/half") == 0) {
		text_add(&reply->bytes,
			"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
		reply->close = true;
	} else if (strcmp(request->path, "/later") == 0) {
		web_say(reply, 503, "Retry-After: 120\r\n", "");
	} else if (strcmp(request->path, "/on-a-date") == 0) {
		time_t then = time(NULL) + 90;
		char *headers;

		strftime(
			value, sizeof value, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&then));
		headers = text_format("Retry-After: %s\r\n", value);
		web_say(reply, 429, headers, "");
		free(headers);
	} else if (strcmp(request->path, "/slow") == 0) {
		reply->delay_ms = 400;
		web_say(reply, 200, "", "slow");
	} else if (strcmp(request->path, "/noise") == 0) {
		text_add(&reply->bytes, "hello, this is no HTTP\r\n\r\n");
		reply->close = true;
	} else {
		web_say(reply, 404, "", "no such page");
	}
}

struct heard {
	struct loop *loop;
	int n;
	long status, retry_after_s;
	char *body, *type, *etag, *error;
};

struct place {
	struct web web;
	struct loop *loop;
	struct http *http;
	struct heard heard;
};

static void clear(struct heard *heard)
{
	free(heard->body);
	free(heard->type);
	free(heard->etag);
	free(heard->error);
	heard->body = heard->type = heard->etag = heard->error = NULL;
}

static void done(void *owner, const struct http_reply *reply)
{
	struct heard *heard = owner;

	clear(heard);
	heard->n++;
	heard->status = reply->status;
	heard->retry_after_s = reply->retry_after_s;
	heard->body = mem_text_n(reply->body, reply->size);
	heard->type = mem_text(reply->type);
	heard->etag = mem_text(http_header(reply, "ETag"));
	heard->error = mem_text(reply->error);
	loop_stop(heard->loop);
}

static int set_up(void **state)
{
	struct place *place = mem_new(1, sizeof *place);
	struct http_options options = { .agent = "opendeur-test" };

	place->loop = place->heard.loop = loop_new();
	place->http = http_new(place->loop, &options);
	*state = place;
	return place->http && web_start(&place->web, 0, answer, NULL) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	web_stop(&place->web);
	http_free(place->http);
	loop_free(place->loop);
	clear(&place->heard);
	free(place);
	return 0;
}

static struct http_call *ask(
	struct place *place, const char *path, struct http_request request)
{
	char *url = text_format("%s%s", place->web.url, path);
	struct http_call *call;

	request.url = url;
	if (!request.method)
		request.method = "GET";
	if (!request.timeout_ms)
		request.timeout_ms = 5000;
	if (!request.most)
		request.most = 1000;
	call = http_send(place->http, &request, done, &place->heard);
	assert_non_null(call);
	free(url);
	return call;
}

static struct heard *get(struct place *place, const char *path)
{
	ask(place, path, (struct http_request){ 0 });
	assert_true(loop_run(place->loop));
	return &place->heard;
}

static void brings_status_body_media_type_and_headers(void **state)
{
	struct heard *heard = get(*state, "/echo");

	assert_int_equal(heard->status, 201);
	assert_string_equal(heard->body, "GET|||1");
	assert_string_equal(heard->type, "application/json");
	assert_string_equal(heard->etag, "\"a:b\"");
	assert_int_equal(heard->retry_after_s, -1);
}

static void sends_body_and_headers(void **state)
{
	static const char *const headers[] = { "X-Told: yes", NULL };
	struct place *place = *state;

	ask(place, "/echo",
		(struct http_request){
			.method = "POST", .headers = headers, .body = "{}", .size = 2 });
	assert_true(loop_run(place->loop));
	assert_string_equal(place->heard.body, "POST|yes|{}|1");
}

static void follows_no_redirect(void **state)
{
	assert_int_equal(get(*state, "/away")->status, 302);
}

static void half_an_answer_is_none(void **state)
{
	struct heard *heard = get(*state, "/half");

	assert_int_equal(heard->status, 0);
	assert_string_equal(heard->body, "");
	assert_true(*heard->error);
}

static void what_is_no_http_is_no_answer(void **state)
{
	assert_int_equal(get(*state, "/noise")->status, 0);
}

static void a_longer_body_than_allowed_is_no_answer(void **state)
{
	struct place *place = *state;

	ask(place, "/echo", (struct http_request){ .most = 3 });
	assert_true(loop_run(place->loop));
	assert_int_equal(place->heard.status, 0);
}

static void nobody_at_home_is_no_answer(void **state)
{
	struct place *place = *state;

	web_stop(&place->web);
	assert_int_equal(get(place, "/echo")->status, 0);
}

static void a_wrong_url_and_another_protocol_are_no_answer(void **state)
{
	static const char *const urls[] = { "no url at all", "file:///etc/passwd" };
	struct place *place = *state;

	for (int i = 0; i < 2; i++) {
		struct http_request request = { "GET", urls[i], NULL, NULL, 0, 500,
			1000 };

		assert_non_null(http_send(place->http, &request, done, &place->heard));
		assert_true(loop_run(place->loop));
		assert_int_equal(place->heard.status, 0);
		assert_string_equal(place->heard.body, "");
	}
}

static void gives_up_when_time_is_up(void **state)
{
	struct place *place = *state;
	int64_t began = clock_ms();

	ask(place, "/slow", (struct http_request){ .timeout_ms = 100 });
	assert_true(loop_run(place->loop));
	assert_int_equal(place->heard.status, 0);
	assert_true(clock_ms() - began < 350);
}

static void knows_when_to_come_back(void **state)
{
	assert_int_equal(get(*state, "/later")->retry_after_s, 120);
	assert_in_range(get(*state, "/on-a-date")->retry_after_s, 85, 90);
}

static void keeps_its_connection_until_an_exchange_fails(void **state)
{
	struct place *place = *state;

	get(place, "/echo");
	assert_string_equal(get(place, "/echo")->body, "GET|||1");
	get(place, "/half");
	assert_string_equal(get(place, "/echo")->body, "GET|||2");
	http_forget_connections(place->http);
	assert_string_equal(get(place, "/echo")->body, "GET|||3");
}

static void a_cancelled_call_never_answers(void **state)
{
	struct place *place = *state;

	http_cancel(ask(place, "/echo", (struct http_request){ 0 }));
	get(place, "/slow");
	assert_int_equal(place->heard.n, 1);
	assert_string_equal(place->heard.body, "slow");
}

static void several_run_at_once(void **state)
{
	struct place *place = *state;

	for (int i = 0; i < 3; i++)
		ask(place, "/echo", (struct http_request){ 0 });
	while (place->heard.n < 3)
		assert_true(loop_run(place->loop));
	assert_int_equal(place->heard.status, 201);
}

static void ignores_a_proxy_of_the_environment(void **state)
{
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	assert_int_equal(get(*state, "/echo")->status, 201);
	unsetenv("http_proxy");
}

#define with_web(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_web(brings_status_body_media_type_and_headers),
		with_web(sends_body_and_headers),
		with_web(follows_no_redirect),
		with_web(half_an_answer_is_none),
		with_web(what_is_no_http_is_no_answer),
		with_web(a_longer_body_than_allowed_is_no_answer),
		with_web(nobody_at_home_is_no_answer),
		with_web(a_wrong_url_and_another_protocol_are_no_answer),
		with_web(gives_up_when_time_is_up),
		with_web(knows_when_to_come_back),
		with_web(keeps_its_connection_until_an_exchange_fails),
		with_web(a_cancelled_call_never_answers),
		with_web(several_run_at_once),
		with_web(ignores_a_proxy_of_the_environment),
	};

	return cmocka_run_group_tests_name("http", tests, NULL, NULL);
}

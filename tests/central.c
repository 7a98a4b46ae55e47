/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/central_stage.h"

#include <curl/curl.h>

#include "lib/base/log.h"
#include "lib/base/text.h"

static struct stage stage;
static const char inzendingen[] = "/v1/inzendingen";

static int open_stage(void **state)
{
	(void)state;
	curl_global_init(CURL_GLOBAL_ALL);
	log_to_file("/dev/null");
	if (!seal_start())
		return -1;
	stage_open(&stage);
	return 0;
}

static int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	curl_global_cleanup();
	return 0;
}

static void is_apart(const char *id, const char *reason)
{
	json_t *object = stage_shown(&stage, id);

	assert_string_equal(text_in(object, "state"), "apart");
	assert_string_equal(text_in(object, "reason"), reason);
	json_decref(object);
}

static void it_says_where_it_listens(void **state)
{
	(void)state;
	assert_true(
		text_starts(stage.first_line, "listening on http://127.0.0.1:"));
}

static void the_catalogue_is_not_sent_twice(void **state)
{
	struct reply reply = ask(&stage, "GET", "/v1/producten", NULL, NULL);
	char *etag, *header;

	(void)state;
	assert_int_equal(reply.status, 200);
	assert_non_null(strstr(reply.body, stage.version));
	etag = strstr(reply.headers, "ETag: ");
	assert_non_null(etag);
	header = text_format("If-None-Match: %.66s", etag + 6);
	assert_int_equal(stage_status(&stage, "GET", "/v1/producten", header), 304);
	free(header);
	reply_clear(&reply);
}

static void a_form_carries_its_version_as_etag(void **state)
{
	struct reply reply =
		ask(&stage, "GET", "/v1/formulieren/proef", NULL, NULL);
	char *header = text_format("If-None-Match: \"%s\"", stage.version);
	char hash[SEAL_HASH_SIZE];

	(void)state;
	assert_int_equal(reply.status, 200);
	seal_sha256(reply.body, strlen(reply.body), hash);
	assert_string_equal(hash, stage.version);
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/formulieren/proef", header), 304);
	free(header);
	reply_clear(&reply);
}

static void forms_that_are_not_there_are_not_found(void **state)
{
	(void)state;
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/formulieren/nee", NULL), 404);
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/formulieren/proef?versie=abc", NULL),
		404);
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/formulieren/proef/versies/abc", NULL),
		404);
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/formulieren/..%2f..%2fetc", NULL),
		404);
}

static void every_reading_route_answers(void **state)
{
	static const char *const paths[] = { "/v1/producten", "/v1/formulieren",
		"/v1/formulieren/proef", "/v1/sleutels", "/v1/health",
		"/v1/openapi.json" };

	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct reply reply = ask(&stage, "GET", paths[i], NULL, NULL);
		json_t *body = json_loads(reply.body, 0, NULL);

		assert_int_equal(reply.status, 200);
		assert_non_null(body);
		assert_non_null(strstr(reply.headers, "API-Version: 1."));
		json_decref(body);
		reply_clear(&reply);
	}
}

static void a_submission_gets_a_receipt_that_holds(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe");
	struct reply reply = post(&stage, inzendingen, id, body);
	struct receipt receipt;

	(void)state;
	assert_int_equal(reply.status, 201);
	assert_true(receipt_read(stage.keys, reply.body, &receipt));
	assert_string_equal(receipt.id, id);
	assert_non_null(strstr(reply.headers, "Location: /v1/inzendingen/"));
	reply_clear(&reply);
	free(body);
}

static void the_same_again_gets_the_same_receipt(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe");
	struct reply first = post(&stage, inzendingen, id, body);
	struct reply again = post(&stage, inzendingen, id, body);

	(void)state;
	assert_int_equal(first.status, 201);
	assert_int_equal(again.status, 200);
	assert_string_equal(first.body, again.body);
	reply_clear(&first);
	reply_clear(&again);
	free(body);
}

static void the_same_id_with_other_bytes_is_refused(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe");
	char *inside = letter_text(&stage, id, "Mehmet");
	struct letter letter = { id, "proef", stage.version, inside };
	char *other = sealed(&stage, &letter, "demo");
	json_t *object;

	(void)state;
	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	assert_int_equal(stage_post_status(&stage, inzendingen, id, other), 422);
	object = stage_shown(&stage, id);
	assert_string_equal(
		text_in(json_object_get(object, "answers"), "naam"), "Ayşe");
	json_decref(object);
	free(other);
	free(inside);
	free(body);
}

static void show_prints_what_was_filled_in(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Zeynep");
	json_t *object;

	(void)state;
	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	object = stage_shown(&stage, id);
	assert_string_equal(text_in(object, "id"), id);
	assert_string_equal(text_in(object, "form"), "proef");
	assert_string_equal(text_in(object, "version"), stage.version);
	assert_string_equal(text_in(object, "language"), "tr");
	assert_string_equal(text_in(object, "when"), "2026-11-25T07:00:00Z");
	assert_string_equal(text_in(object, "state"), "ontvangen");
	assert_string_equal(text_in(object, "kiosk"), "demo");
	assert_string_equal(
		text_in(json_object_get(object, "answers"), "naam"), "Zeynep");
	json_decref(object);
	free(body);
}

static void who_has_the_id_may_know_how_it_stands(void **state)
{
	char id[SEAL_ID_SIZE], reference[SEAL_REFERENCE_SIZE];
	char *body = sealed_answer(&stage, id, "Fatma"), *path;
	struct reply reply;

	(void)state;
	assert_int_equal(stage_post_status(&stage, inzendingen, id, body), 201);
	path = text_format("/v1/inzendingen/%s", id);
	reply = ask(&stage, "GET", path, NULL, NULL);
	seal_reference(id, reference);
	assert_int_equal(reply.status, 200);
	assert_non_null(strstr(reply.body, reference));
	assert_non_null(strstr(reply.body, "\"ontvangen\""));
	assert_null(strstr(reply.body, "Fatma"));
	assert_int_equal(
		stage_status(&stage, "GET", "/v1/inzendingen/x", NULL), 404);
	reply_clear(&reply);
	free(path);
	free(body);
}

static void nobody_we_do_not_know_may_send(void **state)
{
	char id[SEAL_ID_SIZE], *inside;
	struct letter letter = { id, "proef", stage.version, NULL };
	char *unsigned_one, *unknown;

	(void)state;
	seal_new_id(id);
	letter.inside = inside = letter_text(&stage, id, "Ayşe");
	unsigned_one = sealed(&stage, &letter, NULL);
	unknown = sealed(&stage, &letter, "elders");
	assert_int_equal(
		stage_post_status(&stage, inzendingen, id, unsigned_one), 401);
	assert_int_equal(stage_post_status(&stage, inzendingen, id, unknown), 401);
	free(unknown);
	free(unsigned_one);
	free(inside);
}

static void another_key_than_the_enrolled_one_may_not_send(void **state)
{
	char id[SEAL_ID_SIZE], *body = sealed_answer(&stage, id, "Ayşe"), *forged;
	struct signing_key *other = signing_key_new();
	struct envelope envelope;

	(void)state;
	assert_true(envelope_read(body, &envelope));
	envelope_sign(&envelope, other, "demo");
	forged = envelope_write(&envelope);
	assert_int_equal(stage_post_status(&stage, inzendingen, id, forged), 401);
	envelope_clear(&envelope);
	signing_key_free(other);
	free(forged);
	free(body);
}

static void the_idempotency_key_must_be_the_id(void **state)
{
	char id[SEAL_ID_SIZE], other[SEAL_ID_SIZE];
	char *body = sealed_answer(&stage, id, "Ayşe");
	struct reply reply = ask(&stage, "POST", inzendingen, NULL, body);

	(void)state;
	assert_int_equal(reply.status, 400);
	reply_clear(&reply);
	seal_new_id(other);
	assert_int_equal(stage_post_status(&stage, inzendingen, other, body), 400);
	free(body);
}

static void what_is_no_envelope_is_a_problem(void **state)
{
	static const char *const wrong[] = { "", "{}", "[]", "x", "null",
		"{\"v\":1,\"id\":\"1\"}" };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct reply reply = post(&stage, inzendingen, "x", wrong[i]);

		assert_int_equal(reply.status, 400);
		assert_non_null(
			strstr(reply.headers, "Content-Type: application/problem+json"));
		reply_clear(&reply);
	}
}

/* Sends `inside` as it is and tells under which id. */
static void send_inside(const char *path, const char *form, const char *version,
	const char *id, const char *inside)
{
	struct letter letter = { id, form, version, inside };
	char *body = sealed(&stage, &letter, "demo");

	assert_int_equal(stage_post_status(&stage, path, id, body), 201);
	free(body);
}

static void what_cannot_be_opened_is_put_apart(void **state)
{
	char id[SEAL_ID_SIZE], other[SEAL_ID_SIZE], *inside;

	(void)state;
	seal_new_id(id);
	seal_new_id(other);
	inside = letter_text(&stage, other, "Ayşe");
	send_inside(inzendingen, "proef", stage.version, id, inside);
	is_apart(id, "niet-te-openen");
	free(inside);
}

static void an_unknown_version_is_put_apart(void **state)
{
	static const char zeroes[] = "00000000000000000000000000000000"
								 "00000000000000000000000000000000";
	char id[SEAL_ID_SIZE], *inside, *at;

	(void)state;
	seal_new_id(id);
	inside = letter_text(&stage, id, "Ayşe");
	at = strstr(inside, stage.version);
	memcpy(at, zeroes, sizeof zeroes - 1);
	send_inside(inzendingen, "proef", zeroes, id, inside);
	is_apart(id, "onbekende-versie");
	free(inside);
}

static void invalid_answers_are_put_apart(void **state)
{
	char id[SEAL_ID_SIZE], *inside;

	(void)state;
	seal_new_id(id);
	inside = letter_text(&stage, id, "een naam van meer dan twintig tekens");
	send_inside(inzendingen, "proef", stage.version, id, inside);
	is_apart(id, "ongeldige-antwoorden");
	free(inside);
}

static void a_rating_in_the_wrong_place_is_put_apart(void **state)
{
	char id[SEAL_ID_SIZE], *inside;

	(void)state;
	seal_new_id(id);
	inside = letter_text(&stage, id, "Ayşe");
	send_inside("/v1/waarderingen", "proef", stage.version, id, inside);
	is_apart(id, "andere-soort");
	free(inside);
}

static void a_rating_is_received(void **state)
{
	static const char zeroes[] = "00000000000000000000000000000000"
								 "00000000000000000000000000000000";
	char id[SEAL_ID_SIZE], *inside;
	json_t *object;

	(void)state;
	seal_new_id(id);
	inside = text_format("{\"v\":1,\"kind\":\"waardering\",\"id\":\"%s\","
						 "\"form\":\"waardering\",\"version\":\"%s\","
						 "\"language\":\"nl\",\"when\":\"2026-11-25T07:00:00Z\""
						 ",\"about\":\"proef\",\"score\":4,"
						 "\"comment\":\"Fijn\"}",
		id, zeroes);
	send_inside("/v1/waarderingen", "waardering", zeroes, id, inside);
	object = stage_shown(&stage, id);
	assert_string_equal(text_in(object, "state"), "ontvangen");
	assert_string_equal(text_in(object, "comment"), "Fijn");
	assert_int_equal(json_integer_value(json_object_get(object, "score")), 4);
	json_decref(object);
	free(inside);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_says_where_it_listens),
		cmocka_unit_test(the_catalogue_is_not_sent_twice),
		cmocka_unit_test(a_form_carries_its_version_as_etag),
		cmocka_unit_test(forms_that_are_not_there_are_not_found),
		cmocka_unit_test(every_reading_route_answers),
		cmocka_unit_test(a_submission_gets_a_receipt_that_holds),
		cmocka_unit_test(the_same_again_gets_the_same_receipt),
		cmocka_unit_test(the_same_id_with_other_bytes_is_refused),
		cmocka_unit_test(show_prints_what_was_filled_in),
		cmocka_unit_test(who_has_the_id_may_know_how_it_stands),
		cmocka_unit_test(nobody_we_do_not_know_may_send),
		cmocka_unit_test(another_key_than_the_enrolled_one_may_not_send),
		cmocka_unit_test(the_idempotency_key_must_be_the_id),
		cmocka_unit_test(what_is_no_envelope_is_a_problem),
		cmocka_unit_test(what_cannot_be_opened_is_put_apart),
		cmocka_unit_test(an_unknown_version_is_put_apart),
		cmocka_unit_test(invalid_answers_are_put_apart),
		cmocka_unit_test(a_rating_in_the_wrong_place_is_put_apart),
		cmocka_unit_test(a_rating_is_received),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}

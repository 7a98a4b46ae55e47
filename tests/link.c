/* SPDX-License-Identifier: EUPL-1.2 */
/* The real opendeur-link between a screen and a city that may lie. */
#include "tests/test.h"

#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"
#include "tests/rig.h"

static int set_up(void **state)
{
	*state = rig_new();
	return 0;
}

static int tear_down(void **state)
{
	rig_free(*state);
	return 0;
}

static bool knows_catalogue(struct rig *rig)
{
	return rig_status(rig, "GET", "/v1/producten", NULL) == 200;
}

static bool nothing_waits(struct rig *rig)
{
	return rig_waiting(rig) == 0;
}

static void start_all(struct rig *rig)
{
	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, knows_catalogue, 5000));
}

static bool says_central(struct rig *rig)
{
	json_t *answer = rig_ask(rig, "GET", "/v1/toestand", NULL);
	bool central = json_is_true(
		json_object_get(json_object_get(answer, "body"), "central"));

	json_decref(answer);
	return central;
}

/* Posts one more submission and leaves it to link. */
static struct sent post_one(struct rig *rig)
{
	struct sent sent = rig_seal(rig, "uittreksel-brp");

	assert_int_equal(rig_post(rig, &sent), 202);
	return sent;
}

static void assert_stored(const struct rig *rig, const struct sent *sent)
{
	assert_int_equal(city_has(rig->city, sent->id, sent->hash), 1);
	assert_int_equal(rig->city->facts->n_faults, 0);
}

static void without_the_city_a_first_start_has_nothing_to_show(void **state)
{
	struct rig *rig = *state;

	assert_true(rig_start(rig));
	assert_int_equal(rig_status(rig, "GET", "/v1/producten", NULL), 503);
	assert_int_equal(rig_status(rig, "GET", "/v1/formulieren/a", NULL), 503);
	assert_int_equal(rig_status(rig, "GET", "/v1/sleutels", NULL), 503);
	assert_false(says_central(rig));
}

static void the_first_question_waits_for_the_first_answer(void **state)
{
	struct rig *rig = *state;
	json_t *answer;

	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	answer = rig_ask(rig, "GET", "/v1/producten", NULL);
	assert_int_equal(
		json_integer_value(json_object_get(answer, "status")), 200);
	assert_true(json_is_string(json_object_get(answer, "fresh")));
	json_decref(answer);
}

static void answers_with_catalogue_forms_and_keys(void **state)
{
	struct rig *rig = *state;
	json_t *answer;
	char *keys;
	struct city_keys *read;

	start_all(rig);
	answer = rig_ask(rig, "GET", "/v1/formulieren/a", NULL);
	assert_string_equal(json_string_value(json_object_get(
							json_object_get(answer, "body"), "slug")),
		"a");
	json_decref(answer);
	assert_int_equal(rig_status(rig, "GET", "/v1/formulieren/c", NULL), 404);
	assert_int_equal(rig_status(rig, "GET", "/v1/formulieren/", NULL), 404);
	assert_int_equal(rig_status(rig, "PUT", "/v1/inzendingen", NULL), 405);
	answer = rig_ask(rig, "GET", "/v1/sleutels", NULL);
	keys = json_dumps(json_object_get(answer, "body"), 0);
	read = city_keys_read(keys, vault_root_public(rig->city->vault));
	assert_non_null(read);
	city_keys_free(read);
	free(keys);
	json_decref(answer);
}

static void without_the_city_everything_comes_from_the_cache(void **state)
{
	struct rig *rig = *state;

	start_all(rig);
	assert_int_equal(rig_status(rig, "GET", "/v1/sleutels", NULL), 200);
	assert_int_equal(rig_stop(rig), 0);
	city_stop(rig->city);
	assert_true(rig_start(rig));
	assert_int_equal(rig_status(rig, "GET", "/v1/producten", NULL), 200);
	assert_int_equal(rig_status(rig, "GET", "/v1/formulieren/b", NULL), 200);
	assert_int_equal(rig_status(rig, "GET", "/v1/sleutels", NULL), 200);
	assert_false(says_central(rig));
}

static bool asked_again(struct rig *rig)
{
	return rig->city->facts->n_same > 0;
}

static void one_request_tells_that_nothing_changed(void **state)
{
	struct rig *rig = *state;
	struct city_facts *facts = rig->city->facts;

	start_all(rig);
	assert_int_equal(rig_status(rig, "GET", "/v1/sleutels", NULL), 200);
	assert_int_equal(facts->n_bundles, 2);
	rig_kill(rig);
	facts->n_same = facts->n_catalogues = facts->n_bundles = facts->n_keys = 0;
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, asked_again, 3000));
	assert_int_equal(facts->n_catalogues, facts->n_same);
	assert_int_equal(facts->n_bundles, 0);
	assert_int_equal(facts->n_keys, 0);
}

static int edition_of(struct rig *rig, const char *path)
{
	json_t *answer = rig_ask(rig, "GET", path, NULL);
	int edition = (int)json_integer_value(
		json_object_get(json_object_get(answer, "body"), "edition"));

	json_decref(answer);
	return edition;
}

static void only_what_changed_is_fetched_and_the_screen_is_told(void **state)
{
	struct rig *rig = *state;
	json_t *event;

	start_all(rig);
	rig->city->facts->n_bundles = 0;
	json_array_clear(rig->events);
	rig->city->facts->edition = 7;
	event = rig_event(rig, "catalogue", 5000);
	assert_non_null(event);
	json_decref(event);
	assert_int_equal(rig->city->facts->n_bundles, 1);
	assert_int_equal(edition_of(rig, "/v1/formulieren/a"), 7);
}

static bool bundle_was_refused(struct rig *rig)
{
	return rig->city->facts->n_bundles >= 2;
}

static void a_form_that_is_not_its_version_changes_nothing(void **state)
{
	struct rig *rig = *state;

	start_all(rig);
	rig->city->facts->n_bundles = 0;
	rig->city->facts->lies_about_bundle = true;
	rig->city->facts->edition = 8;
	assert_true(rig_until(rig, bundle_was_refused, 8000));
	assert_int_equal(edition_of(rig, "/v1/formulieren/a"), 0);
}

static bool keys_were_refused(struct rig *rig)
{
	return rig->city->facts->n_keys >= 1;
}

static void keys_that_the_root_did_not_sign_are_not_kept(void **state)
{
	struct rig *rig = *state;

	rig->city->facts->lies_about_keys = true;
	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, keys_were_refused, 5000));
	assert_int_equal(rig_status(rig, "GET", "/v1/sleutels", NULL), 503);
}

static void a_submission_arrives_once_and_its_receipt_comes_back(void **state)
{
	struct rig *rig = *state;
	struct sent sent;
	json_t *event;
	char *json;
	struct receipt receipt;

	start_all(rig);
	sent = post_one(rig);
	event = rig_event(rig, "receipt", 5000);
	json = json_dumps(event, 0);
	assert_true(receipt_read(rig->keys, json, &receipt));
	assert_string_equal(receipt.id, sent.id);
	assert_stored(rig, &sent);
	assert_int_equal(rig_waiting(rig), 0);
	assert_int_equal(rig_files(rig), 0);
	free(json);
	json_decref(event);
	json_decref(sent.body);
}

static void the_same_again_is_kept_and_told_again_and_not_sent_again(
	void **state)
{
	struct rig *rig = *state;
	struct sent sent;
	json_t *event;

	start_all(rig);
	sent = post_one(rig);
	json_decref(rig_event(rig, "receipt", 5000));
	assert_int_equal(rig_post(rig, &sent), 202);
	event = rig_event(rig, "receipt", 1000);
	assert_non_null(event);
	assert_int_equal(rig->city->facts->n_posts, 1);
	json_decref(event);
	json_decref(sent.body);
}

static void other_bytes_under_the_same_id_are_refused(void **state)
{
	struct rig *rig = *state;
	struct sent sent, other;
	struct letter letter;
	char *json;

	assert_true(rig_start(rig));
	sent = post_one(rig);
	letter = (struct letter){ sent.id, "uittreksel-brp",
		"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
		"{\"v\":2}" };
	json = envelope_seal(rig->keys, &letter);
	other = sent;
	other.body = json_loads(json, 0, NULL);
	assert_int_equal(rig_post(rig, &other), 409);
	assert_int_equal(rig_waiting(rig), 1);
	free(json);
	json_decref(other.body);
	json_decref(sent.body);
}

static void what_is_no_envelope_is_refused(void **state)
{
	struct rig *rig = *state;
	struct sent sent;

	assert_true(rig_start(rig));
	assert_int_equal(
		rig_status(rig, "POST", "/v1/inzendingen", json_object()), 400);
	assert_int_equal(rig_status(rig, "POST", "/v1/inzendingen", NULL), 400);
	sent = rig_seal(rig, "waardering");
	assert_int_equal(
		rig_status(rig, "POST", "/v1/inzendingen", json_incref(sent.body)),
		400);
	assert_int_equal(rig_post(rig, &sent), 202);
	json_object_set_new(
		sent.body, "id", json_string("00000000-0000-4000-8000-000000000000"));
	assert_int_equal(rig_post(rig, &sent), 400);
	assert_int_equal(rig_files(rig), 1);
	json_decref(sent.body);
}

static void kept_without_the_city_and_sent_when_it_is_back(void **state)
{
	struct rig *rig = *state;
	struct sent sent, rating;
	json_t *answer;

	start_all(rig);
	city_stop(rig->city);
	sent = post_one(rig);
	rating = rig_seal(rig, "waardering");
	assert_int_equal(rig_post(rig, &rating), 202);
	answer = rig_ask(rig, "GET", "/v1/wachtend", NULL);
	answer = answer ? answer : json_null();
	assert_int_equal(json_array_size(json_object_get(
						 json_object_get(answer, "body"), "waiting")),
		2);
	json_decref(answer);
	rig_kill(rig);
	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, nothing_waits, 10000));
	assert_stored(rig, &sent);
	assert_stored(rig, &rating);
	json_decref(sent.body);
	json_decref(rating.body);
}

static bool was_asked(struct rig *rig)
{
	return rig->city->facts->n_posts > 0;
}

/* The spool alone is enough, and nobody waits for a back-off. */
static void forget_schedule(const struct rig *rig)
{
	char *path = text_format("%s/outbox.db", rig->state);

	unlink(path);
	free(path);
}

/* Whatever it says, only a receipt that verifies ends a submission. */
static void a_lying_city_is_never_believed(void **state)
{
	static const enum city_mood moods[] = { CITY_HTML, CITY_REDIRECTS,
		CITY_OTHER_RECEIPT, CITY_FORGED, CITY_BROKEN, CITY_CUTS_BEFORE,
		CITY_CUTS_AFTER };
	enum { N = sizeof moods / sizeof *moods };
	struct rig *rig = *state;
	struct sent sent[N];

	start_all(rig);
	for (int i = 0; i < N; i++) {
		rig->city->facts->mood = moods[i];
		rig->city->facts->n_posts = 0;
		sent[i] = post_one(rig);
		assert_true(rig_until(rig, was_asked, 6000));
		usleep(20000);
		assert_int_equal(rig_waiting(rig), i + 1);
		rig_kill(rig); /* forgets the pause that failures made */
		assert_true(rig_start(rig));
	}
	assert_int_equal(rig_files(rig), N);
	rig->city->facts->mood = CITY_HONEST;
	rig_kill(rig);
	forget_schedule(rig);
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, nothing_waits, 10000));
	for (int i = 0; i < N; i++) {
		assert_stored(rig, &sent[i]);
		json_decref(sent[i].body);
	}
}

static void waits_as_long_as_the_city_asks(void **state)
{
	struct rig *rig = *state;
	struct sent sent;
	int64_t asked;

	start_all(rig);
	rig->city->facts->mood = CITY_BUSY;
	sent = post_one(rig);
	assert_true(rig_until(rig, was_asked, 3000));
	asked = rig->city->facts->last_post_ms;
	rig->city->facts->mood = CITY_HONEST;
	assert_true(rig_until(rig, nothing_waits, 8000));
	assert_true(rig->city->facts->last_post_ms - asked >= 1000);
	assert_stored(rig, &sent);
	json_decref(sent.body);
}

static const char *first_state(struct rig *rig, char *state, size_t size)
{
	json_t *answer = rig_ask(rig, "GET", "/v1/wachtend", NULL);
	const json_t *first = json_array_get(
		json_object_get(json_object_get(answer, "body"), "waiting"), 0);

	snprintf(
		state, size, "%s", json_string_value(json_object_get(first, "state")));
	json_decref(answer);
	return state;
}

static bool first_is_held(struct rig *rig)
{
	char state[16];

	return strcmp(first_state(rig, state, sizeof state), "held") == 0;
}

static void what_the_city_refuses_is_held_for_staff_and_holds_up_nobody(
	void **state)
{
	struct rig *rig = *state;
	struct sent held, sent;

	start_all(rig);
	rig->city->facts->mood = CITY_TOO_LARGE;
	held = post_one(rig);
	assert_true(rig_until(rig, first_is_held, 3000));
	rig->city->facts->mood = CITY_HONEST;
	sent = post_one(rig);
	json_decref(rig_event(rig, "receipt", 5000));
	assert_stored(rig, &sent);
	assert_int_equal(city_has(rig->city, held.id, held.hash), 0);
	assert_int_equal(rig_files(rig), 1);
	json_decref(held.body);
	json_decref(sent.body);
}

static void a_kiosk_the_city_does_not_know_keeps_everything(void **state)
{
	struct rig *rig = *state;
	struct sent first, second;

	start_all(rig);
	rig->city->facts->mood = CITY_UNKNOWN;
	first = post_one(rig);
	second = post_one(rig);
	assert_true(rig_until(rig, was_asked, 3000));
	usleep(100000);
	assert_int_equal(rig->city->facts->n_posts, 1);
	assert_int_equal(rig_waiting(rig), 2);
	assert_int_equal(rig_files(rig), 2);
	json_decref(first.body);
	json_decref(second.body);
}

/* `most` bytes a file: a disk without room. What was promised before stays,
 * what was refused never comes. */
static void refuse_when_full(struct rig *rig, rlim_t most)
{
	struct sent before, refused;
	int status;

	assert_true(rig_start(rig));
	before = post_one(rig);
	rig_limit_files(rig, most);
	refused = rig_seal(rig, "uittreksel-brp");
	status = rig_post(rig, &refused);
	assert_true(status == 507);
	rig_kill(rig);
	assert_int_equal(rig_files(rig), 1);
	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, nothing_waits, 10000));
	assert_stored(rig, &before);
	assert_int_equal(city_has(rig->city, refused.id, refused.hash), 0);
	json_decref(before.body);
	json_decref(refused.body);
}

static void not_kept_when_the_spool_has_no_room(void **state)
{
	refuse_when_full(*state, 1000);
}

static void not_kept_when_the_database_has_no_room(void **state)
{
	refuse_when_full(*state, 8192);
}

static void a_ruined_database_is_made_again_and_all_is_sent(void **state)
{
	struct rig *rig = *state;
	struct sent sent[3];
	char *path = text_format("%s/outbox.db", rig->state), noise[9000];

	assert_true(rig_start(rig));
	for (int i = 0; i < 3; i++)
		sent[i] = post_one(rig);
	assert_int_equal(rig_stop(rig), 0);
	memset(noise, 'n', sizeof noise);
	assert_true(file_write(path, noise, sizeof noise));
	assert_true(city_start(rig->city));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, nothing_waits, 10000));
	for (int i = 0; i < 3; i++) {
		assert_stored(rig, &sent[i]);
		json_decref(sent[i].body);
	}
	free(path);
}

static void a_ruined_cache_is_fetched_again(void **state)
{
	struct rig *rig = *state;
	char *path = text_format("%s/cache.db", rig->state), noise[9000];

	start_all(rig);
	assert_int_equal(rig_stop(rig), 0);
	memset(noise, 'n', sizeof noise);
	assert_true(file_write(path, noise, sizeof noise));
	assert_true(rig_start(rig));
	assert_true(rig_until(rig, knows_catalogue, 5000));
	assert_int_equal(rig_status(rig, "GET", "/v1/formulieren/a", NULL), 200);
	free(path);
}

static void a_call_for_help_carries_the_kiosk_s_name(void **state)
{
	struct rig *rig = *state;

	start_all(rig);
	assert_int_equal(rig_status(rig, "POST", "/v1/hulpvragen",
						 json_pack("{s:s}", "language", "tr")),
		201);
	assert_non_null(strstr(rig->city->facts->help, "\"kiosk\":\"proef-1\""));
	assert_non_null(strstr(rig->city->facts->help, "\"language\":\"tr\""));
}

static void a_call_for_help_without_the_city_says_so(void **state)
{
	struct rig *rig = *state;

	start_all(rig);
	city_stop(rig->city);
	assert_int_equal(
		rig_status(rig, "POST", "/v1/hulpvragen", json_object()), 503);
}

static void the_screen_hears_that_the_line_went_and_came_back(void **state)
{
	struct rig *rig = *state;
	json_t *event;

	start_all(rig);
	assert_true(rig_until(rig, says_central, 3000));
	json_array_clear(rig->events);
	city_stop(rig->city);
	event = rig_event(rig, "state", 5000);
	assert_true(json_is_false(json_object_get(event, "central")));
	json_decref(event);
	assert_true(city_start(rig->city));
	event = rig_event(rig, "state", 8000);
	assert_true(json_is_true(json_object_get(event, "central")));
	json_decref(event);
}

static bool last_ending_is(struct rig *rig, const char *ending)
{
	json_t *answer = rig_ask(rig, "GET", "/v1/bezoeken", NULL);
	const json_t *body = json_object_get(answer, "body");
	bool same =
		json_integer_value(json_object_get(answer, "status")) == 200 &&
		text_same(json_string_value(json_object_get(body, "ending")), ending) &&
		json_is_integer(json_object_get(body, "seconds"));

	json_decref(answer);
	return same;
}

static void remembers_how_the_visit_before_ended(void **state)
{
	struct rig *rig = *state;

	assert_true(rig_start(rig));
	assert_true(last_ending_is(rig, ""));
	assert_int_equal(rig_status(rig, "POST", "/v1/bezoeken",
						 json_pack("{s:s}", "ending", "idle-unsent")),
		204);
	assert_true(last_ending_is(rig, "idle-unsent"));
	assert_int_equal(rig_status(rig, "POST", "/v1/bezoeken",
						 json_pack("{s:s}", "ending", "")),
		204);
	assert_true(last_ending_is(rig, ""));
	assert_int_equal(
		rig_status(rig, "POST", "/v1/bezoeken", json_object()), 400);
}

static void a_second_link_on_the_same_folder_refuses(void **state)
{
	struct rig *rig = *state;
	pid_t first;

	assert_true(rig_start(rig));
	first = rig->link;
	close(rig->fd);
	rig->fd = -1;
	unlink(rig->socket);
	assert_false(rig_start(rig));
	rig->link = first;
}

static void without_its_keys_it_does_not_start(void **state)
{
	struct rig *rig = *state;
	char *path = text_format("%s/kiosk.key", rig->state);

	unlink(path);
	assert_false(rig_start(rig));
	free(path);
}

#define with_rig(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		with_rig(without_the_city_a_first_start_has_nothing_to_show),
		with_rig(the_first_question_waits_for_the_first_answer),
		with_rig(answers_with_catalogue_forms_and_keys),
		with_rig(without_the_city_everything_comes_from_the_cache),
		with_rig(one_request_tells_that_nothing_changed),
		with_rig(only_what_changed_is_fetched_and_the_screen_is_told),
		with_rig(a_form_that_is_not_its_version_changes_nothing),
		with_rig(keys_that_the_root_did_not_sign_are_not_kept),
		with_rig(a_submission_arrives_once_and_its_receipt_comes_back),
		with_rig(the_same_again_is_kept_and_told_again_and_not_sent_again),
		with_rig(other_bytes_under_the_same_id_are_refused),
		with_rig(what_is_no_envelope_is_refused),
		with_rig(kept_without_the_city_and_sent_when_it_is_back),
		with_rig(a_lying_city_is_never_believed),
		with_rig(waits_as_long_as_the_city_asks),
		with_rig(what_the_city_refuses_is_held_for_staff_and_holds_up_nobody),
		with_rig(a_kiosk_the_city_does_not_know_keeps_everything),
		with_rig(not_kept_when_the_spool_has_no_room),
		with_rig(not_kept_when_the_database_has_no_room),
		with_rig(a_ruined_database_is_made_again_and_all_is_sent),
		with_rig(a_ruined_cache_is_fetched_again),
		with_rig(a_call_for_help_carries_the_kiosk_s_name),
		with_rig(a_call_for_help_without_the_city_says_so),
		with_rig(the_screen_hears_that_the_line_went_and_came_back),
		with_rig(remembers_how_the_visit_before_ended),
		with_rig(a_second_link_on_the_same_folder_refuses),
		with_rig(without_its_keys_it_does_not_start),
	};

	return cmocka_run_group_tests_name("link", tests, NULL, NULL);
}

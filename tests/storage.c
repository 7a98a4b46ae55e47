/* SPDX-License-Identifier: EUPL-1.2 */
/* The same claims for every kind of storage: add it to `kinds`. */
#include <pthread.h>
#include <unistd.h>

#include "central/storage/storage.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "tests/folder.h"
#include "tests/test.h"

#define HASH_A                                                                 \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B                                                                 \
	"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static char folder[sizeof "/tmp/storage-XXXXXX"];
static char *where;
static struct storage *storage;

static int open_sqlite(void **state)
{
	(void)state;
	log_to_file("/dev/null");
	snprintf(folder, sizeof folder, "/tmp/storage-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	where = text_format("sqlite:%s/central.db", folder);
	storage = storage_open(where);
	if (!storage || !storage->operations->enrol(storage, "loket", HASH_A))
		return -1;
	return 0;
}

static int close_sqlite(void **state)
{
	(void)state;
	storage_free(storage);
	free(where);
	return folder_remove(folder);
}

static const struct {
	const char *name;
	CMFixtureFunction open, close;
} kinds[] = {
	{ "sqlite", open_sqlite, close_sqlite },
};

struct outcome {
	pthread_mutex_t lock;
	pthread_cond_t came;
	int n;
	enum stored stored;
	char *receipt;
};

static void remember(void *owner, enum stored stored, const char *receipt)
{
	struct outcome *outcome = owner;

	pthread_mutex_lock(&outcome->lock);
	outcome->stored = stored;
	free(outcome->receipt);
	outcome->receipt = receipt ? mem_text(receipt) : NULL;
	outcome->n++;
	pthread_cond_signal(&outcome->came);
	pthread_mutex_unlock(&outcome->lock);
}

static void wait_for(struct outcome *outcome, int n)
{
	pthread_mutex_lock(&outcome->lock);
	while (outcome->n < n)
		pthread_cond_wait(&outcome->came, &outcome->lock);
	pthread_mutex_unlock(&outcome->lock);
}

static struct submission example(const char *id, const char *hash)
{
	struct submission submission = { 0 };

	snprintf(submission.id, sizeof submission.id, "%s", id);
	snprintf(submission.hash, sizeof submission.hash, "%s", hash);
	snprintf(submission.version, sizeof submission.version, "%s", HASH_B);
	strcpy(submission.reference, "HXXC-QX8Y-XK4");
	strcpy(submission.kind, "inzending");
	strcpy(submission.form, "proef");
	strcpy(submission.kiosk, "loket");
	strcpy(submission.key_id, "k1");
	strcpy(submission.language, "nl");
	strcpy(submission.made, "2026-11-25T07:00:00Z");
	strcpy(submission.received, "2026-11-25T07:00:01Z");
	strcpy(submission.state, "ontvangen");
	submission.content = mem_copy("\0abc", 4);
	submission.content_size = 4;
	submission.receipt = text_format("receipt of %s", hash);
	return submission;
}

static const char id_a[] = "123e4567-e89b-42d3-a456-426614174000";
static const char id_b[] = "123e4567-e89b-42d3-a456-426614174001";

/* Hands it over and waits; the receipt is the caller's. */
static enum stored put(struct submission submission, char **receipt)
{
	struct outcome outcome = { PTHREAD_MUTEX_INITIALIZER,
		PTHREAD_COND_INITIALIZER, 0, STORED_FAILED, NULL };

	storage->operations->accept(storage, &submission, remember, &outcome);
	wait_for(&outcome, 1);
	if (receipt)
		*receipt = outcome.receipt;
	else
		free(outcome.receipt);
	return outcome.stored;
}

static void what_is_accepted_is_found_by_its_id(void **state)
{
	struct submission found;

	(void)state;
	assert_int_equal(put(example(id_a, HASH_A), NULL), STORED_NEW);
	assert_true(storage->operations->by_id(storage, id_a, &found));
	assert_string_equal(found.id, id_a);
	assert_string_equal(found.reference, "HXXC-QX8Y-XK4");
	assert_string_equal(found.form, "proef");
	assert_string_equal(found.version, HASH_B);
	assert_string_equal(found.kiosk, "loket");
	assert_string_equal(found.hash, HASH_A);
	assert_string_equal(found.language, "nl");
	assert_string_equal(found.received, "2026-11-25T07:00:01Z");
	assert_int_equal(found.content_size, 4);
	assert_memory_equal(found.content, "\0abc", 4);
	assert_null(found.sealed);
	submission_clear(&found);
	assert_false(storage->operations->by_id(storage, id_b, &found));
}

static void the_same_again_gives_the_first_receipt(void **state)
{
	struct submission again = example(id_a, HASH_A);
	char *receipt;

	(void)state;
	put(example(id_a, HASH_A), NULL);
	free(again.receipt);
	again.receipt = mem_text("a later receipt");
	assert_int_equal(put(again, &receipt), STORED_SAME);
	assert_string_equal(receipt, "receipt of " HASH_A);
	free(receipt);
}

static void another_hash_under_the_same_id_changes_nothing(void **state)
{
	struct submission found;
	char *receipt;

	(void)state;
	put(example(id_a, HASH_A), NULL);
	assert_int_equal(put(example(id_a, HASH_B), &receipt), STORED_OTHER);
	assert_null(receipt);
	assert_true(storage->operations->by_id(storage, id_a, &found));
	assert_string_equal(found.hash, HASH_A);
	submission_clear(&found);
}

static void two_of_one_reference_are_both_found(void **state)
{
	struct submission found;

	(void)state;
	put(example(id_a, HASH_A), NULL);
	put(example(id_b, HASH_B), NULL);
	for (int n = 0; n < 2; n++) {
		assert_true(storage->operations->by_reference(
			storage, "HXXC-QX8Y-XK4", n, &found));
		assert_string_equal(found.id, n ? id_b : id_a);
		submission_clear(&found);
	}
	assert_false(
		storage->operations->by_reference(storage, "HXXC-QX8Y-XK4", 2, &found));
}

static void what_breaks_a_rule_fails_and_harms_no_other(void **state)
{
	struct outcome good = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER,
		0, STORED_FAILED, NULL };
	struct outcome bad = good;
	struct submission right = example(id_a, HASH_A);
	struct submission wrong = example(id_b, HASH_B);

	(void)state;
	strcpy(wrong.kiosk, "nergens");
	storage->operations->accept(storage, &wrong, remember, &bad);
	storage->operations->accept(storage, &right, remember, &good);
	wait_for(&bad, 1);
	wait_for(&good, 1);
	assert_int_equal(bad.stored, STORED_FAILED);
	assert_int_equal(good.stored, STORED_NEW);
	free(bad.receipt);
	free(good.receipt);
}

static void many_are_written_and_each_is_reported_once(void **state)
{
	struct outcome outcome = { PTHREAD_MUTEX_INITIALIZER,
		PTHREAD_COND_INITIALIZER, 0, STORED_FAILED, NULL };

	(void)state;
	for (int i = 0; i < 1000; i++) {
		char id[SEAL_ID_SIZE];
		struct submission submission;

		snprintf(id, sizeof id, "123e4567-e89b-42d3-a456-426614%06d", i);
		submission = example(id, HASH_A);
		storage->operations->accept(storage, &submission, remember, &outcome);
	}
	wait_for(&outcome, 1000);
	storage->operations->finish(storage);
	assert_int_equal(outcome.n, 1000);
	assert_int_equal(outcome.stored, STORED_NEW);
	free(outcome.receipt);
}

static void after_the_finish_nothing_is_taken(void **state)
{
	(void)state;
	storage->operations->finish(storage);
	assert_int_equal(put(example(id_a, HASH_A), NULL), STORED_FAILED);
}

static void it_is_all_there_when_opened_again(void **state)
{
	struct submission found;
	char key[65];

	(void)state;
	put(example(id_a, HASH_A), NULL);
	storage_free(storage);
	storage = storage_open(where);
	assert_non_null(storage);
	assert_true(storage->operations->by_id(storage, id_a, &found));
	assert_true(storage->operations->kiosk_key(storage, "loket", key));
	submission_clear(&found);
}

static void a_kiosk_has_the_key_it_was_enrolled_with(void **state)
{
	char key[65];

	(void)state;
	assert_true(storage->operations->kiosk_key(storage, "loket", key));
	assert_string_equal(key, HASH_A);
	assert_true(storage->operations->enrol(storage, "loket", HASH_B));
	assert_true(storage->operations->kiosk_key(storage, "loket", key));
	assert_string_equal(key, HASH_B);
	assert_false(storage->operations->kiosk_key(storage, "nergens", key));
}

static void a_bundle_is_kept_by_its_hash(void **state)
{
	char *bytes;
	size_t size;

	(void)state;
	assert_true(
		storage->operations->keep_bundle(storage, "proef", HASH_A, "{}", 2));
	assert_true(
		storage->operations->keep_bundle(storage, "proef", HASH_A, "{}", 2));
	bytes = storage->operations->bundle(storage, "proef", HASH_A, &size);
	assert_int_equal(size, 2);
	assert_string_equal(bytes, "{}");
	free(bytes);
	assert_null(storage->operations->bundle(storage, "proef", HASH_B, &size));
	assert_null(storage->operations->bundle(storage, "anders", HASH_A, &size));
}

static void a_call_for_help_is_written(void **state)
{
	struct outcome outcome = { PTHREAD_MUTEX_INITIALIZER,
		PTHREAD_COND_INITIALIZER, 0, STORED_FAILED, NULL };
	struct help_call call = { .kiosk = "loket", .place = "Bibliotheek" };

	(void)state;
	storage->operations->call_help(storage, &call, remember, &outcome);
	wait_for(&outcome, 1);
	assert_int_equal(outcome.stored, STORED_NEW);
}

static void it_is_healthy_while_it_answers(void **state)
{
	(void)state;
	assert_true(storage->operations->healthy(storage));
}

static void *read_and_write(void *owner)
{
	char id[SEAL_ID_SIZE];

	for (int i = 0; i < 50; i++) {
		struct submission found;

		snprintf(id, sizeof id, "123e4567-e89b-42d3-a456-4266%02d%06d",
			*(int *)owner, i);
		if (put(example(id, HASH_A), NULL) != STORED_NEW ||
			!storage->operations->by_id(storage, id, &found))
			return NULL;
		submission_clear(&found);
	}
	return owner;
}

static void threads_find_what_they_wrote(void **state)
{
	enum { N = 8 };
	pthread_t threads[N];
	int numbers[N];

	(void)state;
	for (int i = 0; i < N; i++) {
		numbers[i] = i;
		assert_int_equal(
			pthread_create(&threads[i], NULL, read_and_write, &numbers[i]), 0);
	}
	for (int i = 0; i < N; i++) {
		void *result;

		pthread_join(threads[i], &result);
		assert_ptr_equal(result, &numbers[i]);
	}
}

static void what_is_no_storage_is_refused(void **state)
{
	(void)state;
	assert_null(storage_open("sqlite:"));
	assert_null(storage_open("/tmp/x"));
	assert_null(storage_open("sqlite:/nonexistent/central.db"));
}

#define CLAIM(claim)                                                           \
	{                                                                          \
#claim, claim, NULL, NULL, NULL                                        \
	}

int main(void)
{
	struct CMUnitTest tests[] = {
		CLAIM(what_is_accepted_is_found_by_its_id),
		CLAIM(the_same_again_gives_the_first_receipt),
		CLAIM(another_hash_under_the_same_id_changes_nothing),
		CLAIM(two_of_one_reference_are_both_found),
		CLAIM(what_breaks_a_rule_fails_and_harms_no_other),
		CLAIM(many_are_written_and_each_is_reported_once),
		CLAIM(after_the_finish_nothing_is_taken),
		CLAIM(it_is_all_there_when_opened_again),
		CLAIM(a_kiosk_has_the_key_it_was_enrolled_with),
		CLAIM(a_bundle_is_kept_by_its_hash),
		CLAIM(a_call_for_help_is_written),
		CLAIM(it_is_healthy_while_it_answers),
		CLAIM(threads_find_what_they_wrote),
		CLAIM(what_is_no_storage_is_refused),
	};
	int failed = 0;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
			tests[i].setup_func = kinds[k].open;
			tests[i].teardown_func = kinds[k].close;
		}
		failed += cmocka_run_group_tests_name(kinds[k].name, tests, NULL, NULL);
	}
	return failed;
}

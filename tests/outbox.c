/* SPDX-License-Identifier: EUPL-1.2 */
/* The outbox on a disk that fails, with no network near. */
#include "tests/test.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/link/outbox.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "tests/folder.h"

static const char version[] =
	"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

struct place {
	char folder[32];
	struct signing_key *key;
	struct vault *vault;
	struct city_keys *keys;
	struct outbox *outbox;
};

static struct signer signer(const struct place *place)
{
	return (struct signer){ place->key, "proef-1" };
}

static void reopen(struct place *place)
{
	outbox_close(place->outbox);
	place->outbox = outbox_open(place->folder, signer(place));
	assert_non_null(place->outbox);
}

static int set_up(void **state)
{
	struct place *place = mem_new(1, sizeof *place);
	char *city, *document;

	strcpy(place->folder, "/tmp/opendeur-outbox-XXXXXX");
	if (!seal_start() || !mkdtemp(place->folder))
		return -1;
	city = text_format("%s/city", place->folder);
	mkdir(city, 0700);
	place->key = signing_key_new();
	place->vault = vault_open(city, true);
	document = vault_keys_document(place->vault);
	place->keys = city_keys_read(document, vault_root_public(place->vault));
	reopen(place);
	signal(SIGXFSZ, SIG_IGN);
	free(document);
	free(city);
	*state = place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	outbox_close(place->outbox);
	city_keys_free(place->keys);
	vault_free(place->vault);
	signing_key_free(place->key);
	folder_remove(place->folder);
	free(place);
	return 0;
}

static struct envelope sealed(const struct place *place, const char *form)
{
	char id[SEAL_ID_SIZE], *json;
	struct letter letter = { id, form, version, "{\"v\":1}" };
	struct envelope envelope;

	seal_new_id(id);
	json = envelope_seal(place->keys, &letter);
	assert_true(envelope_read(json, &envelope));
	free(json);
	return envelope;
}

/* Keeps one more; its id. */
static void keep_one(struct place *place, char id[SEAL_ID_SIZE])
{
	struct envelope envelope = sealed(place, "verhuizing");

	strcpy(id, envelope.id);
	assert_int_equal(outbox_keep(place->outbox, &envelope), OUTBOX_KEPT);
	envelope_clear(&envelope);
}

static char *file_of(const struct place *place, const char *id)
{
	return text_format("%s/spool/%s.sealed", place->folder, id);
}

static bool has_file(const struct place *place, const char *id)
{
	char *path = file_of(place, id);
	struct stat facts;
	bool has = stat(path, &facts) == 0 && facts.st_size > 0;

	free(path);
	return has;
}

static char *database(const struct place *place)
{
	return text_format("%s/outbox.db", place->folder);
}

static void count_one(void *owner, const struct waiting *waiting)
{
	(void)waiting;
	++*(int *)owner;
}

static int count_waiting(struct place *place)
{
	int n = 0;

	outbox_each(place->outbox, count_one, &n);
	return n;
}

/* The id that is due next, taken and put back as tried now; "" for none. */
static void next_id(struct place *place, char id[SEAL_ID_SIZE])
{
	struct parcel parcel;

	id[0] = '\0';
	if (outbox_next(place->outbox, &parcel))
		strcpy(id, parcel.id);
	parcel_clear(&parcel);
}

static void what_is_kept_is_signed_and_there_twice(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], public_key[65], *path, *text;
	struct envelope envelope;
	struct parcel parcel;
	size_t size;

	keep_one(place, id);
	path = file_of(place, id);
	text = file_read(path, 1 << 20, &size);
	assert_true(envelope_read(text, &envelope));
	signing_key_public(place->key, public_key);
	assert_true(envelope_signed_by(&envelope, public_key));
	assert_true(outbox_next(place->outbox, &parcel));
	assert_string_equal(parcel.id, id);
	assert_string_equal(parcel.sealed, text);
	assert_string_equal(parcel.hash, envelope.hash);
	parcel_clear(&parcel);
	envelope_clear(&envelope);
	free(text);
	free(path);
}

static void an_attempt_is_counted_before_it_is_made(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE];
	struct parcel parcel;

	keep_one(place, id);
	next_id(place, id);
	reopen(place);
	assert_true(outbox_next(place->outbox, &parcel));
	assert_int_equal(parcel.attempts, 2);
	parcel_clear(&parcel);
}

static void the_least_tried_goes_first_then_the_oldest(void **state)
{
	struct place *place = *state;
	char first[SEAL_ID_SIZE], second[SEAL_ID_SIZE], id[SEAL_ID_SIZE];

	keep_one(place, first);
	keep_one(place, second);
	next_id(place, id);
	assert_string_equal(id, first);
	next_id(place, id);
	assert_string_equal(id, second);
	next_id(place, id);
	assert_string_equal(id, first);
}

static void what_must_wait_waits_and_a_better_line_wakes_it(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], next[SEAL_ID_SIZE];

	assert_int_equal(outbox_wait_ms(place->outbox), -1);
	keep_one(place, id);
	assert_int_equal(outbox_wait_ms(place->outbox), 0);
	assert_true(outbox_later(place->outbox, id, 0, 60000));
	next_id(place, next);
	assert_string_equal(next, "");
	assert_in_range(outbox_wait_ms(place->outbox), 59000, 60000);
	reopen(place);
	assert_in_range(outbox_wait_ms(place->outbox), 58000, 60000);
	outbox_wake(place->outbox);
	assert_int_equal(outbox_wait_ms(place->outbox), 0);
	assert_true(outbox_later(place->outbox, id, 503, 60000));
	outbox_wake(place->outbox);
	assert_in_range(outbox_wait_ms(place->outbox), 59000, 60000);
}

static void a_delivered_one_leaves_only_its_receipt(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], *receipt;

	keep_one(place, id);
	assert_true(outbox_delivered(place->outbox, id, "{\"receipt\":1}"));
	assert_false(has_file(place, id));
	assert_int_equal(count_waiting(place), 0);
	reopen(place);
	receipt = outbox_receipt(place->outbox, id);
	assert_string_equal(receipt, "{\"receipt\":1}");
	assert_int_equal(outbox_wait_ms(place->outbox), -1);
	free(receipt);
}

static void a_file_that_outlived_its_delivery_is_removed(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], *path, *text;
	size_t size;

	keep_one(place, id);
	path = file_of(place, id);
	text = file_read(path, 1 << 20, &size);
	assert_true(outbox_delivered(place->outbox, id, "{}"));
	assert_true(file_write(path, text, size));
	reopen(place);
	assert_false(has_file(place, id));
	assert_int_equal(count_waiting(place), 0);
	free(text);
	free(path);
}

static void a_held_one_stays_and_is_not_sent(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE];

	keep_one(place, id);
	assert_true(outbox_hold(place->outbox, id, 413));
	assert_int_equal(outbox_wait_ms(place->outbox), -1);
	reopen(place);
	assert_int_equal(count_waiting(place), 1);
	assert_true(has_file(place, id));
}

static void pins_the_form_while_a_submission_of_it_waits(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE];

	assert_false(outbox_pins(place->outbox, "verhuizing", version));
	keep_one(place, id);
	assert_true(outbox_pins(place->outbox, "verhuizing", version));
	assert_false(outbox_pins(place->outbox, "uittreksel-brp", version));
	assert_true(outbox_delivered(place->outbox, id, "{}"));
	assert_false(outbox_pins(place->outbox, "verhuizing", version));
}

static void the_same_is_kept_other_bytes_are_not(void **state)
{
	struct place *place = *state;
	struct envelope one = sealed(place, "verhuizing");
	struct envelope other = sealed(place, "verhuizing");

	assert_int_equal(outbox_keep(place->outbox, &one), OUTBOX_KEPT);
	assert_int_equal(outbox_keep(place->outbox, &one), OUTBOX_KEPT);
	strcpy(other.id, one.id);
	assert_int_equal(outbox_keep(place->outbox, &other), OUTBOX_OTHER);
	assert_int_equal(count_waiting(place), 1);
	envelope_clear(&one);
	envelope_clear(&other);
}

static void a_file_without_a_row_is_sent(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], next[SEAL_ID_SIZE], *path = database(place);

	keep_one(place, id);
	outbox_close(place->outbox);
	unlink(path);
	place->outbox = outbox_open(place->folder, signer(place));
	next_id(place, next);
	assert_string_equal(next, id);
	free(path);
}

static void a_row_without_its_file_writes_it_again(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], *path;

	keep_one(place, id);
	path = file_of(place, id);
	unlink(path);
	reopen(place);
	assert_true(has_file(place, id));
	assert_true(file_write(path, "noise", 5));
	reopen(place);
	assert_int_equal(count_waiting(place), 1);
	unlink(path);
	reopen(place);
	assert_true(has_file(place, id));
	free(path);
}

static void a_damaged_file_alone_is_shown_to_staff_and_not_sent(void **state)
{
	struct place *place = *state;
	char *path = file_of(place, "7d171cd3-371e-4a6e-bf64-27dd5d886ffe");

	assert_true(file_write(path, "noise", 5));
	reopen(place);
	assert_int_equal(count_waiting(place), 1);
	assert_int_equal(outbox_wait_ms(place->outbox), -1);
	assert_true(file_exists(path));
	free(path);
}

static void what_another_key_signed_is_signed_anew(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], public_key[65];
	struct envelope envelope;
	struct parcel parcel;

	keep_one(place, id);
	outbox_close(place->outbox);
	place->outbox = NULL;
	signing_key_free(place->key);
	place->key = signing_key_new();
	signing_key_public(place->key, public_key);
	reopen(place);
	assert_true(outbox_next(place->outbox, &parcel));
	assert_true(envelope_read(parcel.sealed, &envelope));
	assert_true(envelope_signed_by(&envelope, public_key));
	parcel_clear(&parcel);
	envelope_clear(&envelope);
	reopen(place);
	assert_true(has_file(place, id));
}

static void flip(const char *path, off_t at, unsigned bit)
{
	int fd = open(path, O_RDWR);
	unsigned char c;

	if (pread(fd, &c, 1, at) == 1) {
		c ^= (unsigned char)(1u << bit);
		assert_int_equal(pwrite(fd, &c, 1, at), 1);
	}
	close(fd);
}

static void is_due(struct place *place, const char *id)
{
	char next[SEAL_ID_SIZE];

	for (int i = 0; i < 8; i++) {
		next_id(place, next);
		if (strcmp(next, id) == 0)
			return;
	}
	fail_msg("%s is lost", id);
}

/* Bits all over the file: each time all three are there and whole. */
static void no_flipped_bit_of_the_database_loses_a_submission(void **state)
{
	struct place *place = *state;
	char ids[3][SEAL_ID_SIZE], *path = database(place);
	struct stat facts;

	for (int i = 0; i < 3; i++)
		keep_one(place, ids[i]);
	for (unsigned round = 0; round < 30; round++) {
		outbox_close(place->outbox);
		assert_int_equal(stat(path, &facts), 0);
		flip(path, (off_t)(round * 7919u) % facts.st_size, round % 8);
		place->outbox = outbox_open(place->folder, signer(place));
		/* Found only at work: then the next start mends it. */
		if (!place->outbox || outbox_is_broken(place->outbox))
			reopen(place);
		for (int i = 0; i < 3; i++)
			is_due(place, ids[i]);
	}
	free(path);
}

/* Also what only the suspect database still holds. */
static void a_suspect_database_is_made_again_from_both_copies(void **state)
{
	struct place *place = *state;
	char first[SEAL_ID_SIZE], second[SEAL_ID_SIZE];
	char *mark = text_format("%s/outbox.suspect", place->folder), *path;

	keep_one(place, first);
	keep_one(place, second);
	path = file_of(place, first);
	unlink(path);
	assert_true(file_write(mark, "", 0));
	reopen(place);
	assert_false(file_exists(mark));
	is_due(place, first);
	is_due(place, second);
	assert_int_equal(count_waiting(place), 2);
	free(path);
	free(mark);
}

/* An empty file says that its submission was taken back. */
static void what_was_taken_back_does_not_return_with_its_row(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE];
	char *mark = text_format("%s/outbox.suspect", place->folder), *path;

	keep_one(place, id);
	path = file_of(place, id);
	assert_int_equal(truncate(path, 0), 0);
	assert_true(file_write(mark, "", 0));
	reopen(place);
	assert_int_equal(count_waiting(place), 0);
	assert_false(file_exists(path));
	free(path);
	free(mark);
}

/* Runs `keep` once where no file may grow over `most` bytes. */
static enum outbox_kept keep_where_small(
	struct place *place, rlim_t most, char id[SEAL_ID_SIZE])
{
	struct envelope envelope = sealed(place, "verhuizing");
	struct rlimit before, small;
	enum outbox_kept kept;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = most;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	kept = outbox_keep(place->outbox, &envelope);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	strcpy(id, envelope.id);
	envelope_clear(&envelope);
	return kept;
}

static void not_kept_is_never_sent_wherever_the_room_ends(void **state)
{
	struct place *place = *state;
	char first[SEAL_ID_SIZE], id[SEAL_ID_SIZE];
	int n_refused = 0;

	keep_one(place, first);
	for (rlim_t most = 0; most < 70000; most += 4000) {
		enum outbox_kept kept = keep_where_small(place, most, id);

		assert_int_not_equal(kept, OUTBOX_OTHER);
		reopen(place);
		if (kept == OUTBOX_KEPT) {
			is_due(place, id);
			assert_true(outbox_delivered(place->outbox, id, "{}"));
		} else {
			n_refused++;
			assert_false(has_file(place, id));
		}
		assert_int_equal(count_waiting(place), 1);
	}
	assert_true(n_refused > 3);
	is_due(place, first);
}

static void tidying_gives_back_what_was_lost(void **state)
{
	struct place *place = *state;
	char id[SEAL_ID_SIZE], *path;

	keep_one(place, id);
	path = file_of(place, id);
	unlink(path);
	assert_true(outbox_tidy(place->outbox));
	assert_true(has_file(place, id));
	free(path);
}

#define in_place(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_place(what_is_kept_is_signed_and_there_twice),
		in_place(an_attempt_is_counted_before_it_is_made),
		in_place(the_least_tried_goes_first_then_the_oldest),
		in_place(what_must_wait_waits_and_a_better_line_wakes_it),
		in_place(a_delivered_one_leaves_only_its_receipt),
		in_place(a_file_that_outlived_its_delivery_is_removed),
		in_place(a_held_one_stays_and_is_not_sent),
		in_place(pins_the_form_while_a_submission_of_it_waits),
		in_place(the_same_is_kept_other_bytes_are_not),
		in_place(a_file_without_a_row_is_sent),
		in_place(a_row_without_its_file_writes_it_again),
		in_place(a_damaged_file_alone_is_shown_to_staff_and_not_sent),
		in_place(what_another_key_signed_is_signed_anew),
		in_place(no_flipped_bit_of_the_database_loses_a_submission),
		in_place(a_suspect_database_is_made_again_from_both_copies),
		in_place(what_was_taken_back_does_not_return_with_its_row),
		in_place(not_kept_is_never_sent_wherever_the_room_ends),
		in_place(tidying_gives_back_what_was_lost),
	};

	return cmocka_run_group_tests_name("outbox", tests, NULL, NULL);
}

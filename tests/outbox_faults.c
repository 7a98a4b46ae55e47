/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The 1st, 2nd, 3rd ... call to the disk fails while a submission is kept, once
 * and for ever after: what was called kept is sent, what was called not kept
 * is not. Our own calls are wrapped by the linker.
 */
#include "tests/test.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/link/outbox.h"
#include "lib/base/text.h"
#include "tests/folder.h"

/* Which call fails; 0: none. */
static int calls, fails_at;
static bool for_ever;

static bool strikes(void)
{
	calls++;
	if (fails_at && (calls == fails_at || (for_ever && calls > fails_at))) {
		errno = ENOSPC;
		return true;
	}
	return false;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __real_ftruncate(int fd, off_t size);
int __wrap_ftruncate(int fd, off_t size);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);

int __wrap_open(const char *path, int flags, ...)
{
	return strikes() ? -1 : __real_open(path, flags, 0600);
}

/* Half of it is written, as on a disk that fills. The log is no disk. */
ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
	if (fd == STDERR_FILENO || !strikes())
		return __real_write(fd, bytes, size);
	if (size > 1)
		__real_write(fd, bytes, size / 2);
	return -1;
}

int __wrap_fsync(int fd)
{
	return strikes() ? -1 : __real_fsync(fd);
}

int __wrap_ftruncate(int fd, off_t size)
{
	return strikes() ? -1 : __real_ftruncate(fd, size);
}

int __wrap_rename(const char *from, const char *to)
{
	return strikes() ? -1 : __real_rename(from, to);
}

int __wrap_unlink(const char *path)
{
	return strikes() ? -1 : __real_unlink(path);
}

struct place {
	char folder[40];
	char *city, *state;
	struct signing_key *key;
	struct city_keys *keys;
};

static void set_up(struct place *place)
{
	struct vault *vault;
	char *document;

	*place = (struct place){ .folder = "/tmp/opendeur-faults-XXXXXX" };
	assert_true(seal_start());
	assert_non_null(mkdtemp(place->folder));
	place->city = text_format("%s/city", place->folder);
	place->state = text_format("%s/kiosk", place->folder);
	mkdir(place->city, 0700);
	mkdir(place->state, 0700);
	vault = vault_open(place->city, true);
	document = vault_keys_document(vault);
	place->keys = city_keys_read(document, vault_root_public(vault));
	place->key = signing_key_new();
	free(document);
	vault_free(vault);
}

static void tear_down(struct place *place)
{
	city_keys_free(place->keys);
	signing_key_free(place->key);
	folder_remove(place->folder);
	free(place->city);
	free(place->state);
}

static struct outbox *open_it(const struct place *place)
{
	struct signer signer = { place->key, "proef-1" };
	struct outbox *outbox = outbox_open(place->state, signer);

	assert_non_null(outbox);
	return outbox;
}

static struct envelope sealed(const struct place *place)
{
	char id[SEAL_ID_SIZE], *json;
	struct letter letter = { id, "verhuizing",
		"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
		"{\"v\":1}" };
	struct envelope envelope;

	seal_new_id(id);
	json = envelope_seal(place->keys, &letter);
	assert_true(envelope_read(json, &envelope));
	free(json);
	return envelope;
}

/* Whether the outbox will send it; delivers whatever is due. */
static bool is_sent(const struct place *place, const char *id)
{
	struct outbox *outbox = open_it(place);
	struct parcel parcel;
	bool sent = false;

	while (outbox_next(outbox, &parcel)) {
		sent = sent || strcmp(parcel.id, id) == 0;
		assert_true(outbox_delivered(outbox, parcel.id, "{}"));
		parcel_clear(&parcel);
	}
	outbox_close(outbox);
	return sent;
}

/* True when the strike came. */
static bool keep_with_strike(const struct place *place, int at)
{
	struct outbox *outbox = open_it(place);
	struct envelope envelope = sealed(place);
	enum outbox_kept kept;
	bool struck;

	calls = 0;
	fails_at = at;
	kept = outbox_keep(outbox, &envelope);
	struck = calls >= at;
	fails_at = 0;
	assert_int_not_equal(kept, OUTBOX_OTHER);
	outbox_close(outbox);
	assert_true(is_sent(place, envelope.id) == (kept == OUTBOX_KEPT));
	envelope_clear(&envelope);
	return struck;
}

static void strike_everywhere(bool ever)
{
	struct place place;
	int at = 1;

	set_up(&place);
	for_ever = ever;
	while (keep_with_strike(&place, at))
		at++;
	assert_true(at > 5);
	tear_down(&place);
}

static void one_failure_never_makes_a_false_promise(void **state)
{
	(void)state;
	strike_everywhere(false);
}

static void a_disk_that_goes_on_failing_makes_no_false_promise(void **state)
{
	(void)state;
	strike_everywhere(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_failure_never_makes_a_false_promise),
		cmocka_unit_test(a_disk_that_goes_on_failing_makes_no_false_promise),
	};

	return cmocka_run_group_tests_name("outbox faults", tests, NULL, NULL);
}

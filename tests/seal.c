/* SPDX-License-Identifier: EUPL-1.2 */
#include <ctype.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>

#include "lib/base/file.h"
#include "lib/base/log.h"
#include "lib/base/text.h"
#include "lib/seal/envelope.h"
#include "tests/test.h"

static const char version[] =
	"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/* One city with its keys, one kiosk, one letter, for all claims. */
static char folder[] = "/tmp/seal-XXXXXX";
static struct vault *vault;
static struct city_keys *keys;
static struct signing_key *device;
static char device_public[65], id[SEAL_ID_SIZE], *inside, *sealed;

static char *inside_of(const char *inner_id)
{
	return text_format(
		"{\"v\":1,\"id\":\"%s\",\"form\":\"proef\","
		"\"version\":\"%s\",\"answers\":{\"bsn\":\"123456782\"}}",
		inner_id, version);
}

static char *seal(const char *outer_id, const char *text)
{
	struct letter letter = { outer_id, "proef", version, text };

	return envelope_seal(keys, &letter);
}

static int open_city(void **state)
{
	char *path, *document;

	(void)state;
	log_to_file(
		"/dev/null"); /* what is refused is logged, thousands of times */
	if (!seal_start() || !mkdtemp(folder))
		return -1;
	path = text_format("%s/vault", folder);
	vault = vault_open(path, true);
	free(path);
	if (!vault)
		return -1;
	document = vault_keys_document(vault);
	keys = city_keys_read(document, vault_root_public(vault));
	free(document);
	device = signing_key_new();
	signing_key_public(device, device_public);
	seal_new_id(id);
	inside = inside_of(id);
	sealed = seal(id, inside);
	return keys && sealed ? 0 : -1;
}

static int remove_one(
	const char *path, const struct stat *facts, int type, struct FTW *ftw)
{
	(void)facts;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int close_city(void **state)
{
	(void)state;
	free(sealed);
	free(inside);
	signing_key_free(device);
	city_keys_free(keys);
	vault_free(vault);
	return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static struct envelope read_sealed(void)
{
	struct envelope envelope;

	assert_true(envelope_read(sealed, &envelope));
	return envelope;
}

static void ids_are_random_uuids_of_version_4(void **state)
{
	char a[SEAL_ID_SIZE], b[SEAL_ID_SIZE];

	(void)state;
	seal_new_id(a);
	seal_new_id(b);
	assert_true(seal_id_ok(a));
	assert_string_not_equal(a, b);
	assert_int_equal(a[14], '4');
}

static void other_texts_are_no_ids(void **state)
{
	static const char *const wrong[] = { "", "x",
		"123e4567-e89b-12d3-a456-426614174000",
		"123e4567-e89b-42d3-c456-426614174000",
		"123E4567-E89B-42D3-A456-426614174000",
		"123e4567-e89b-42d3-a456-42661417400",
		"123e4567-e89b-42d3-a456-4266141740000",
		"123e4567ae89b-42d3-a456-426614174000",
		"123e4567-e89b-42d3-a456-42661417400g" };

	(void)state;
	assert_true(seal_id_ok("123e4567-e89b-42d3-a456-426614174000"));
	assert_false(seal_id_ok(NULL));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(seal_id_ok(wrong[i]));
}

/* Worked out apart: SHA-256 of the 16 bytes by sha256sum, the rest by a second
 * program. */
static void a_reference_follows_from_the_id_alone(void **state)
{
	char reference[SEAL_REFERENCE_SIZE], again[SEAL_REFERENCE_SIZE];

	(void)state;
	assert_true(
		seal_reference("123e4567-e89b-42d3-a456-426614174000", reference));
	assert_true(seal_reference("123e4567-e89b-42d3-a456-426614174000", again));
	assert_string_equal(reference, again);
	assert_string_equal(reference, "HXXC-QX8Y-XK4");
	assert_false(seal_reference("123e4567", reference));
}

static void nth_reference(int n, char reference[SEAL_REFERENCE_SIZE])
{
	char *nth_id = text_format("123e4567-e89b-42d3-a456-426614174%03d", n);

	assert_true(seal_reference(nth_id, reference));
	free(nth_id);
}

/* As somebody might: small letters, O for 0, I or L for 1, no hyphens but a
 * blank here and there. */
static void type_badly(const char *reference, int habit, struct text *typed)
{
	static const char *const ones[] = { "1", "I", "l", "i", "L" };

	for (const char *at = reference; *at; at++) {
		if (*at == '0')
			text_add(typed, habit % 2 ? "o" : "O");
		else if (*at == '1')
			text_add(typed, ones[habit % 5]);
		else if (*at != '-')
			text_add_char(typed, (uint32_t)(habit % 3 ? tolower(*at) : *at));
		if (habit % 5 == 0)
			text_add(typed, " ");
	}
}

static void a_reference_is_read_as_people_type_it(void **state)
{
	char reference[SEAL_REFERENCE_SIZE], out[SEAL_REFERENCE_SIZE];

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct text typed = { 0 };

		nth_reference(i, reference);
		type_badly(reference, i, &typed);
		assert_true(seal_reference_read(typed.bytes, out));
		assert_string_equal(out, reference);
		text_clear(&typed);
	}
}

static void one_wrong_symbol_never_fits(void **state)
{
	static const char all[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char reference[SEAL_REFERENCE_SIZE], out[SEAL_REFERENCE_SIZE];

	(void)state;
	seal_reference(id, reference);
	for (size_t at = 0; at < SEAL_REFERENCE_SIZE - 1; at++) {
		char right = reference[at];

		if (right == '-')
			continue;
		for (const char *c = all; *c; c++) {
			reference[at] = *c;
			assert_true(seal_reference_read(reference, out) == (*c == right));
		}
		reference[at] = right;
	}
}

static void swapped_neighbours_do_not_fit(void **state)
{
	char reference[SEAL_REFERENCE_SIZE], out[SEAL_REFERENCE_SIZE];

	(void)state;
	for (int i = 0; i < 100; i++) {
		char c;

		nth_reference(i, reference);
		c = reference[1];
		if (c == reference[2] || (c == '0' && reference[2] == 'Z') ||
			(c == 'Z' && reference[2] == '0'))
			continue;
		reference[1] = reference[2];
		reference[2] = c;
		assert_false(seal_reference_read(reference, out));
	}
}

static void other_texts_are_no_references(void **state)
{
	static const char *const wrong[] = { "", "-", "7K2M", "UUUU-UUUU-UUU",
		"0000-0000-00000", "\xc3\xa9", "0000 0000 0\x01" };
	char out[SEAL_REFERENCE_SIZE];

	(void)state;
	assert_false(seal_reference_read(NULL, out));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(seal_reference_read(wrong[i], out));
}

static void what_is_sealed_is_opened_by_the_vault(void **state)
{
	struct envelope envelope = read_sealed();
	char *opened = vault_unseal(vault, &envelope);

	(void)state;
	assert_string_equal(opened, inside);
	free(opened);
	envelope_clear(&envelope);
}

static void the_size_tells_only_kilobytes(void **state)
{
	struct envelope a = read_sealed(), b;
	char *text = text_format("%s%400s", inside, ""), *longer = seal(id, text);

	(void)state;
	assert_true(envelope_read(longer, &b));
	assert_int_equal(a.size, b.size);
	assert_int_equal((a.size - 48) % 1024, 0);
	free(text);
	free(longer);
	envelope_clear(&a);
	envelope_clear(&b);
}

static void nothing_inside_shows_outside(void **state)
{
	(void)state;
	assert_null(strstr(sealed, "123456782"));
	assert_null(strstr(sealed, "answers"));
}

static void every_flipped_byte_is_refused(void **state)
{
	struct envelope envelope = read_sealed();
	char *whole;
	size_t n;

	(void)state;
	envelope_sign(&envelope, device, "loket-1");
	whole = envelope_write(&envelope);
	envelope_clear(&envelope);
	n = strlen(whole);
	for (size_t i = 0; i < n; i++) {
		bool accepted;
		char *opened = NULL;

		whole[i] ^= 1;
		accepted = envelope_read(whole, &envelope) &&
				   envelope_signed_by(&envelope, device_public) &&
				   (opened = vault_unseal(vault, &envelope));
		assert_false(accepted);
		whole[i] ^= 1;
		envelope_clear(&envelope);
		free(opened);
	}
	free(whole);
}

static void flipped_bytes_with_a_fitting_hash_stay_shut(void **state)
{
	struct envelope envelope = read_sealed();

	(void)state;
	for (size_t i = 0; i < envelope.size; i++) {
		envelope.bytes[i] ^= 0x80;
		assert_null(vault_unseal(vault, &envelope));
		envelope.bytes[i] ^= 0x80;
	}
	envelope_clear(&envelope);
}

static void an_envelope_with_another_id_inside_stays_shut(void **state)
{
	struct envelope envelope;
	char other[SEAL_ID_SIZE], *text, *json;

	(void)state;
	seal_new_id(other);
	text = inside_of(other);
	json = seal(id, text);
	assert_true(envelope_read(json, &envelope));
	assert_null(vault_unseal(vault, &envelope));
	envelope_clear(&envelope);
	free(json);
	free(text);
}

static void an_envelope_with_another_form_outside_stays_shut(void **state)
{
	struct envelope envelope = read_sealed();

	(void)state;
	envelope.form[0] = 'x';
	assert_null(vault_unseal(vault, &envelope));
	envelope_clear(&envelope);
}

static void malformed_envelopes_are_refused(void **state)
{
	static const char *const wrong[] = { "", "null", "[]", "{}", "{\"v\":1}",
		"{\"v\":2,\"id\":\"x\"}", "{", "\xff" };
	struct envelope envelope;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(envelope_read(wrong[i], &envelope));
		assert_null(envelope.bytes);
	}
}

static void an_envelope_over_two_mebibytes_is_refused(void **state)
{
	size_t size = 3UL * 1024 * 1024;
	char *text = malloc(size + 1);
	struct envelope envelope;

	(void)state;
	memset(text, ' ', size);
	text[size] = '\0';
	memcpy(text, sealed, strlen(sealed));
	assert_false(envelope_read(text, &envelope));
	free(text);
}

static void a_letter_without_a_proper_form_is_not_sealed(void **state)
{
	struct letter letter = { id, "a|b", version, inside };

	(void)state;
	assert_null(envelope_seal(keys, &letter));
	letter.form = "proef";
	letter.version = "1";
	assert_null(envelope_seal(keys, &letter));
	assert_null(envelope_seal(NULL, &letter));
}

static void written_and_read_it_is_the_same(void **state)
{
	struct envelope envelope = read_sealed(), again;
	char *json;

	(void)state;
	assert_false(envelope_signed_by(&envelope, device_public));
	envelope_sign(&envelope, device, "loket-1");
	json = envelope_write(&envelope);
	assert_true(envelope_read(json, &again));
	assert_true(envelope_signed_by(&again, device_public));
	assert_string_equal(again.kiosk, "loket-1");
	assert_memory_equal(again.bytes, envelope.bytes, envelope.size);
	free(json);
	envelope_clear(&envelope);
	envelope_clear(&again);
}

static void another_name_or_key_did_not_sign(void **state)
{
	struct envelope envelope = read_sealed();
	struct signing_key *other = signing_key_new();
	char hex[65];

	(void)state;
	signing_key_public(other, hex);
	envelope_sign(&envelope, device, "loket-1");
	assert_false(envelope_signed_by(&envelope, hex));
	assert_false(envelope_signed_by(&envelope, "00"));
	strcpy(envelope.kiosk, "loket-2");
	assert_false(envelope_signed_by(&envelope, device_public));
	signing_key_free(other);
	envelope_clear(&envelope);
}

static void a_device_key_survives_its_file(void **state)
{
	char *path = text_format("%s/kiosk.key", folder), hex[65];
	struct signing_key *again;

	(void)state;
	assert_true(signing_key_write(device, path));
	again = signing_key_read(path);
	assert_non_null(again);
	signing_key_public(again, hex);
	assert_string_equal(hex, device_public);
	signing_key_free(again);
	free(path);
}

static void a_device_key_others_can_read_is_refused(void **state)
{
	char *path = text_format("%s/open.key", folder);

	(void)state;
	assert_true(signing_key_write(device, path));
	assert_int_equal(chmod(path, 0644), 0);
	assert_null(signing_key_read(path));
	free(path);
}

static void a_file_without_a_key_is_refused(void **state)
{
	char *path = text_format("%s/no.key", folder);

	(void)state;
	assert_true(file_write(path, "abc", 3));
	assert_null(signing_key_read(path));
	free(path);
}

static char *receipt_text(void)
{
	struct envelope envelope = read_sealed();
	char *json = receipt_make(vault, envelope.id, envelope.hash, 1795590000);

	envelope_clear(&envelope);
	return json;
}

static void a_receipt_of_the_city_holds(void **state)
{
	char *json = receipt_text(), reference[SEAL_REFERENCE_SIZE];
	struct envelope envelope = read_sealed();
	struct receipt receipt;

	(void)state;
	assert_true(receipt_read(keys, json, &receipt));
	assert_string_equal(receipt.id, envelope.id);
	assert_string_equal(receipt.hash, envelope.hash);
	seal_reference(envelope.id, reference);
	assert_string_equal(receipt.reference, reference);
	assert_string_equal(receipt.when, "2026-11-25T07:00:00Z");
	envelope_clear(&envelope);
	free(json);
}

static void every_flipped_byte_of_a_receipt_is_noticed(void **state)
{
	char *json = receipt_text();
	struct receipt receipt;

	(void)state;
	for (size_t i = 0; i < strlen(json); i++) {
		json[i] ^= 1;
		assert_false(receipt_read(keys, json, &receipt));
		assert_string_equal(receipt.id, "");
		json[i] ^= 1;
	}
	free(json);
}

static void a_page_is_no_receipt(void **state)
{
	struct receipt receipt;

	(void)state;
	assert_false(receipt_read(keys, "<html>OK</html>", &receipt));
	assert_false(receipt_read(keys, "{\"v\":1}", &receipt));
	assert_false(receipt_read(keys, "[1]", &receipt));
}

static void a_receipt_of_another_city_does_not_hold(void **state)
{
	char *path = text_format("%s/other", folder), *json;
	struct vault *other = vault_open(path, true);
	struct receipt receipt;

	(void)state;
	assert_non_null(other);
	json = receipt_make(other, id, version, 1795590000);
	assert_false(receipt_read(keys, json, &receipt));
	free(json);
	vault_free(other);
	free(path);
}

static void keys_of_another_root_are_refused(void **state)
{
	char *document = vault_keys_document(vault);

	(void)state;
	assert_null(city_keys_read(document, device_public));
	assert_null(city_keys_read(document, ""));
	free(document);
}

static void every_flipped_byte_of_the_keys_is_noticed(void **state)
{
	char *document = vault_keys_document(vault);

	(void)state;
	for (size_t i = 0; i < strlen(document); i++) {
		document[i] ^= 1;
		assert_null(city_keys_read(document, vault_root_public(vault)));
		document[i] ^= 1;
	}
	free(document);
}

static void a_vault_is_the_same_when_opened_again(void **state)
{
	char *path = text_format("%s/vault", folder), *opened;
	struct vault *again = vault_open(path, true);
	struct envelope envelope = read_sealed();
	struct stat facts;

	(void)state;
	assert_string_equal(vault_root_public(again), vault_root_public(vault));
	opened = vault_unseal(again, &envelope);
	assert_string_equal(opened, inside);
	assert_int_equal(stat(path, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0700);
	free(opened);
	envelope_clear(&envelope);
	vault_free(again);
	free(path);
}

static void a_vault_is_not_made_unasked(void **state)
{
	char *path = text_format("%s/none", folder);

	(void)state;
	assert_null(vault_open(path, false));
	assert_false(file_exists(path));
	free(path);
}

static void a_vault_open_to_others_is_refused(void **state)
{
	char *path = text_format("%s/bare", folder);

	(void)state;
	vault_free(vault_open(path, true));
	assert_int_equal(chmod(path, 0755), 0);
	assert_null(vault_open(path, false));
	free(path);
}

static void a_vault_with_keys_of_another_is_refused(void **state)
{
	char *mixed = text_format("%s/mixed", folder);
	char *from = text_format("%s/vault/keys.json", folder);
	char *to = text_format("%s/keys.json", mixed), *bytes;
	size_t size;

	(void)state;
	vault_free(vault_open(mixed, true));
	bytes = file_read(from, 100000, &size);
	assert_true(file_write(to, bytes, size));
	assert_null(vault_open(mixed, false));
	free(bytes);
	free(to);
	free(from);
	free(mixed);
}

static void a_locked_field_opens_at_its_own_place_only(void **state)
{
	size_t locked_size, size;
	unsigned char *locked =
		vault_lock(vault, "inzending.antwoorden|a", "geheim", 6, &locked_size);
	char *text = vault_unlock(
		vault, "inzending.antwoorden|a", locked, locked_size, &size);

	(void)state;
	assert_string_equal(text, "geheim");
	assert_int_equal(size, 6);
	assert_null(vault_unlock(
		vault, "inzending.antwoorden|b", locked, locked_size, &size));
	free(text);
	free(locked);
}

static void every_flipped_byte_of_a_locked_field_is_noticed(void **state)
{
	size_t locked_size, size;
	unsigned char *locked = vault_lock(vault, "x", "geheim", 6, &locked_size);

	(void)state;
	for (size_t i = 0; i < locked_size; i++) {
		locked[i] ^= 4;
		assert_null(vault_unlock(vault, "x", locked, locked_size, &size));
		locked[i] ^= 4;
		assert_null(vault_unlock(vault, "x", locked, i, &size));
	}
	free(locked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_random_uuids_of_version_4),
		cmocka_unit_test(other_texts_are_no_ids),
		cmocka_unit_test(a_reference_follows_from_the_id_alone),
		cmocka_unit_test(a_reference_is_read_as_people_type_it),
		cmocka_unit_test(one_wrong_symbol_never_fits),
		cmocka_unit_test(swapped_neighbours_do_not_fit),
		cmocka_unit_test(other_texts_are_no_references),
		cmocka_unit_test(what_is_sealed_is_opened_by_the_vault),
		cmocka_unit_test(the_size_tells_only_kilobytes),
		cmocka_unit_test(nothing_inside_shows_outside),
		cmocka_unit_test(every_flipped_byte_is_refused),
		cmocka_unit_test(flipped_bytes_with_a_fitting_hash_stay_shut),
		cmocka_unit_test(an_envelope_with_another_id_inside_stays_shut),
		cmocka_unit_test(an_envelope_with_another_form_outside_stays_shut),
		cmocka_unit_test(malformed_envelopes_are_refused),
		cmocka_unit_test(an_envelope_over_two_mebibytes_is_refused),
		cmocka_unit_test(a_letter_without_a_proper_form_is_not_sealed),
		cmocka_unit_test(written_and_read_it_is_the_same),
		cmocka_unit_test(another_name_or_key_did_not_sign),
		cmocka_unit_test(a_device_key_survives_its_file),
		cmocka_unit_test(a_device_key_others_can_read_is_refused),
		cmocka_unit_test(a_file_without_a_key_is_refused),
		cmocka_unit_test(a_receipt_of_the_city_holds),
		cmocka_unit_test(every_flipped_byte_of_a_receipt_is_noticed),
		cmocka_unit_test(a_page_is_no_receipt),
		cmocka_unit_test(a_receipt_of_another_city_does_not_hold),
		cmocka_unit_test(keys_of_another_root_are_refused),
		cmocka_unit_test(every_flipped_byte_of_the_keys_is_noticed),
		cmocka_unit_test(a_vault_is_the_same_when_opened_again),
		cmocka_unit_test(a_vault_is_not_made_unasked),
		cmocka_unit_test(a_vault_open_to_others_is_refused),
		cmocka_unit_test(a_vault_with_keys_of_another_is_refused),
		cmocka_unit_test(a_locked_field_opens_at_its_own_place_only),
		cmocka_unit_test(every_flipped_byte_of_a_locked_field_is_noticed),
	};

	return cmocka_run_group_tests(tests, open_city, close_city);
}

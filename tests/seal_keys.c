/* SPDX-License-Identifier: EUPL-1.2 */
/* Keys, receipts, and the vault that holds a city's secrets. */
#include "tests/seal_help.h"

#include <sys/stat.h>

#include "lib/base/file.h"
#include "lib/base/text.h"

static void a_device_key_survives_its_file(void **state)
{
	char *path = text_format("%s/kiosk.key", city.folder), hex[65];
	struct signing_key *again;

	(void)state;
	assert_true(signing_key_write(city.device, path));
	again = signing_key_read(path);
	assert_non_null(again);
	signing_key_public(again, hex);
	assert_string_equal(hex, city.device_public);
	signing_key_free(again);
	free(path);
}

static void a_device_key_others_can_read_is_refused(void **state)
{
	char *path = text_format("%s/open.key", city.folder);

	(void)state;
	assert_true(signing_key_write(city.device, path));
	assert_int_equal(chmod(path, 0644), 0);
	assert_null(signing_key_read(path));
	free(path);
}

static void a_file_without_a_key_is_refused(void **state)
{
	char *path = text_format("%s/no.key", city.folder);

	(void)state;
	assert_true(file_write(path, "abc", 3));
	assert_null(signing_key_read(path));
	free(path);
}

static char *receipt_text(void)
{
	struct envelope envelope = letter_read();
	char *json =
		receipt_make(city.vault, envelope.id, envelope.hash, 1795590000);

	envelope_clear(&envelope);
	return json;
}

static void a_receipt_of_the_city_holds(void **state)
{
	char *json = receipt_text(), reference[SEAL_REFERENCE_SIZE];
	struct envelope envelope = letter_read();
	struct receipt receipt;

	(void)state;
	assert_true(receipt_read(city.keys, json, &receipt));
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
		assert_false(receipt_read(city.keys, json, &receipt));
		assert_string_equal(receipt.id, "");
		json[i] ^= 1;
	}
	free(json);
}

static void a_page_is_no_receipt(void **state)
{
	struct receipt receipt;

	(void)state;
	assert_false(receipt_read(city.keys, "<html>OK</html>", &receipt));
	assert_false(receipt_read(city.keys, "{\"v\":1}", &receipt));
	assert_false(receipt_read(city.keys, "[1]", &receipt));
}

static void a_receipt_of_another_city_does_not_hold(void **state)
{
	char *path = text_format("%s/other", city.folder), *json;
	struct vault *other = vault_open(path, true);
	struct receipt receipt;

	(void)state;
	assert_non_null(other);
	json = receipt_make(other, city.id, letter_version, 1795590000);
	assert_false(receipt_read(city.keys, json, &receipt));
	free(json);
	vault_free(other);
	free(path);
}

static void keys_of_another_root_are_refused(void **state)
{
	char *document = vault_keys_document(city.vault);

	(void)state;
	assert_null(city_keys_read(document, city.device_public));
	assert_null(city_keys_read(document, ""));
	free(document);
}

static void every_flipped_byte_of_the_keys_is_noticed(void **state)
{
	char *document = vault_keys_document(city.vault);

	(void)state;
	for (size_t i = 0; i < strlen(document); i++) {
		document[i] ^= 1;
		assert_null(city_keys_read(document, vault_root_public(city.vault)));
		document[i] ^= 1;
	}
	free(document);
}

static void a_vault_is_the_same_when_opened_again(void **state)
{
	char *path = text_format("%s/vault", city.folder), *opened;
	struct vault *again = vault_open(path, true);
	struct envelope envelope = letter_read();
	struct stat facts;

	(void)state;
	assert_string_equal(
		vault_root_public(again), vault_root_public(city.vault));
	opened = vault_unseal(again, &envelope);
	assert_string_equal(opened, city.inside);
	assert_int_equal(stat(path, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0700);
	free(opened);
	envelope_clear(&envelope);
	vault_free(again);
	free(path);
}

static void a_vault_is_not_made_unasked(void **state)
{
	char *path = text_format("%s/none", city.folder);

	(void)state;
	assert_null(vault_open(path, false));
	assert_false(file_exists(path));
	free(path);
}

static void a_vault_open_to_others_is_refused(void **state)
{
	char *path = text_format("%s/bare", city.folder);

	(void)state;
	vault_free(vault_open(path, true));
	assert_int_equal(chmod(path, 0755), 0);
	assert_null(vault_open(path, false));
	free(path);
}

static void a_vault_with_keys_of_another_is_refused(void **state)
{
	char *mixed = text_format("%s/mixed", city.folder);
	char *from = text_format("%s/vault/keys.json", city.folder);
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
	unsigned char *locked = vault_lock(
		city.vault, "inzending.antwoorden|a", "geheim", 6, &locked_size);
	char *text = vault_unlock(
		city.vault, "inzending.antwoorden|a", locked, locked_size, &size);

	(void)state;
	assert_string_equal(text, "geheim");
	assert_int_equal(size, 6);
	assert_null(vault_unlock(
		city.vault, "inzending.antwoorden|b", locked, locked_size, &size));
	free(text);
	free(locked);
}

static void every_flipped_byte_of_a_locked_field_is_noticed(void **state)
{
	size_t locked_size, size;
	unsigned char *locked =
		vault_lock(city.vault, "x", "geheim", 6, &locked_size);

	(void)state;
	for (size_t i = 0; i < locked_size; i++) {
		locked[i] ^= 4;
		assert_null(vault_unlock(city.vault, "x", locked, locked_size, &size));
		locked[i] ^= 4;
		assert_null(vault_unlock(city.vault, "x", locked, i, &size));
	}
	free(locked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
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

	return cmocka_run_group_tests(tests, city_set_up, city_tear_down);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Envelopes. */
#include "tests/seal_help.h"

#include "lib/base/text.h"

static void what_is_sealed_is_opened_by_the_vault(void **state)
{
	struct envelope envelope = letter_read();
	char *opened = vault_unseal(city.vault, &envelope);

	(void)state;
	assert_string_equal(opened, city.inside);
	free(opened);
	envelope_clear(&envelope);
}

static void the_size_tells_only_kilobytes(void **state)
{
	struct envelope a = letter_read(), b;
	char *text = text_format("%s%400s", city.inside, ""),
		 *longer = letter_seal(city.id, text);

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
	assert_null(strstr(city.sealed, "123456782"));
	assert_null(strstr(city.sealed, "answers"));
}

static void every_flipped_byte_is_refused(void **state)
{
	struct envelope envelope = letter_read();
	char *whole;
	size_t n;

	(void)state;
	envelope_sign(&envelope, city.device, "loket-1");
	whole = envelope_write(&envelope);
	envelope_clear(&envelope);
	n = strlen(whole);
	for (size_t i = 0; i < n; i++) {
		bool accepted;
		char *opened = NULL;

		whole[i] ^= 1;
		accepted = envelope_read(whole, &envelope) &&
				   envelope_signed_by(&envelope, city.device_public) &&
				   (opened = vault_unseal(city.vault, &envelope));
		assert_false(accepted);
		whole[i] ^= 1;
		envelope_clear(&envelope);
		free(opened);
	}
	free(whole);
}

static void flipped_bytes_with_a_fitting_hash_stay_shut(void **state)
{
	struct envelope envelope = letter_read();

	(void)state;
	for (size_t i = 0; i < envelope.size; i++) {
		envelope.bytes[i] ^= 0x80;
		assert_null(vault_unseal(city.vault, &envelope));
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
	text = letter_inside_of(other);
	json = letter_seal(city.id, text);
	assert_true(envelope_read(json, &envelope));
	assert_null(vault_unseal(city.vault, &envelope));
	envelope_clear(&envelope);
	free(json);
	free(text);
}

static void an_envelope_with_another_form_outside_stays_shut(void **state)
{
	struct envelope envelope = letter_read();

	(void)state;
	envelope.form[0] = 'x';
	assert_null(vault_unseal(city.vault, &envelope));
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
	memcpy(text, city.sealed, strlen(city.sealed));
	assert_false(envelope_read(text, &envelope));
	free(text);
}

static void a_letter_without_a_proper_form_is_not_sealed(void **state)
{
	struct letter letter = { city.id, "a|b", letter_version, city.inside };

	(void)state;
	assert_null(envelope_seal(city.keys, &letter));
	letter.form = "proef";
	letter.version = "1";
	assert_null(envelope_seal(city.keys, &letter));
	assert_null(envelope_seal(NULL, &letter));
}

static void written_and_read_it_is_the_same(void **state)
{
	struct envelope envelope = letter_read(), again;
	char *json;

	(void)state;
	assert_false(envelope_signed_by(&envelope, city.device_public));
	envelope_sign(&envelope, city.device, "loket-1");
	json = envelope_write(&envelope);
	assert_true(envelope_read(json, &again));
	assert_true(envelope_signed_by(&again, city.device_public));
	assert_string_equal(again.kiosk, "loket-1");
	assert_memory_equal(again.bytes, envelope.bytes, envelope.size);
	free(json);
	envelope_clear(&envelope);
	envelope_clear(&again);
}

static void another_name_or_key_did_not_sign(void **state)
{
	struct envelope envelope = letter_read();
	struct signing_key *other = signing_key_new();
	char hex[65];

	(void)state;
	signing_key_public(other, hex);
	envelope_sign(&envelope, city.device, "loket-1");
	assert_false(envelope_signed_by(&envelope, hex));
	assert_false(envelope_signed_by(&envelope, "00"));
	strcpy(envelope.kiosk, "loket-2");
	assert_false(envelope_signed_by(&envelope, city.device_public));
	signing_key_free(other);
	envelope_clear(&envelope);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
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
	};

	return cmocka_run_group_tests(tests, city_set_up, city_tear_down);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of submissions, and the references that people read and type. */
#include "tests/test.h"

#include <ctype.h>

#include "lib/base/text.h"
#include "lib/seal/envelope.h"

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
	char id[SEAL_ID_SIZE];

	(void)state;
	seal_new_id(id);
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
	};

	if (!seal_start())
		return EXIT_FAILURE;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

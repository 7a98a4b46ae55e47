/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "tools/import_parts.h"

#define FORM "9b8db5a3-8f6d-4f57-bb67-0cb0803f2ced"
#define STEP "24e7bc56-c558-441e-8ca9-3477bb5ca10e"

static void the_last_uuid_of_a_url_counts(void **state)
{
	static const struct {
		const char *url, *uuid;
	} table[] = {
		{ "http://h/api/v2/forms/" FORM "/steps/" STEP, STEP },
		{ "http://h/" FORM "/logic-rules", FORM },
		{ FORM, FORM },
		{ "http://h/forms/1", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		char *uuid = uuid_at_end(table[i].url);

		assert_string_equal(uuid, table[i].uuid);
		free(uuid);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_uuid_of_a_url_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

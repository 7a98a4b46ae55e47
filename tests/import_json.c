/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "tools/import_parts.h"

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

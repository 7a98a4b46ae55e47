/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/rule_help.h"

#include "tests/form_help.h"

static void assert_row(const struct rule_row *row, struct world *world)
{
	json_t *logic = json_of(row->rule);
	char *wrong;
	struct rule *rule = rule_new(logic, &wrong);
	json_t *value, *wanted = row->value ? json_of(row->value) : NULL;

	if (!rule)
		fail_msg("%s: %s", row->rule, wrong);
	value = rule_value(rule, world);
	/* To the letter: 1 is another value than 1.0. */
	if (!value != !wanted || (value && !json_equal(value, wanted))) {
		char *text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;

		fail_msg("%s with %s: %s, not %s", row->rule, row->data,
			text ? text : "wrong", row->value ? row->value : "wrong");
	}
	json_decref(wanted);
	json_decref(value);
	rule_free(rule);
	json_decref(logic);
}

void assert_rules(const struct rule_row *rows, size_t n, const char *kinds)
{
	for (size_t i = 0; i < n; i++) {
		json_t *data = json_of(rows[i].data);
		json_t *named = json_of(kinds ? kinds : "{}");
		struct world world = {
			.data = data, .kinds = named, .today = TODAY, .steps = 100000
		};

		assert_row(&rows[i], &world);
		json_decref(named);
		json_decref(data);
	}
}

void assert_no_rule(const char *rule, const char *wrong)
{
	json_t *logic = json_of(rule);
	char *said;

	assert_null(rule_new(logic, &said));
	assert_string_equal(said, wrong);
	free(said);
	json_decref(logic);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>

#include "lib/forms/rule.h"
#include "tests/fuzz/targets.h"

enum { STEPS = 50000 };

/* What JSON can hold, and the same each time. */
static void compare(const json_t *value, const json_t *again)
{
	char *text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;

	if (!value != !again || (value && !json_equal(value, again)))
		abort();
	if (value && !text)
		abort();
	free(text);
}

static void work_out(const struct rule *rule, const json_t *given)
{
	struct world world = { .data = json_object_get(given, "data"),
		.kinds = json_object_get(given, "kinds"),
		.today = { 2026, 11, 25 },
		.steps = STEPS };
	json_t *value = rule_value(rule, &world), *again;

	world.steps = STEPS;
	again = rule_value(rule, &world);
	compare(value, again);
	world.steps = STEPS;
	if (rule_holds(rule, &world) && !value)
		abort(); /* what has no value holds not */
	json_decref(again);
	json_decref(value);
}

void fuzz_rule(const char *bytes, size_t size)
{
	json_t *given = json_loadb(bytes, size, 0, NULL);
	const json_t *logic = json_object_get(given, "rule");
	char *wrong = NULL;
	struct rule *rule = logic ? rule_new(logic, &wrong) : NULL;

	if (logic && !rule == !wrong)
		abort();
	if (rule)
		work_out(rule, given);
	free(wrong);
	rule_free(rule);
	json_decref(given);
}

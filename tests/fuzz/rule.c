/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>

#include "lib/forms/rule.h"
#include "tests/fuzz/targets.h"

enum { STEPS = 50000 };

static void work_out(const struct rule *rule, const json_t *given)
{
	struct world world = { .data = json_object_get(given, "data"),
		.kinds = json_object_get(given, "kinds"),
		.today = { 2026, 11, 25 },
		.steps = STEPS };
	json_t *value = rule_value(rule, &world);

	world.steps = STEPS;
	if (rule_holds(rule, &world) && !value)
		abort(); /* what has no value holds not */
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

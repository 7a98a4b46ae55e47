/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/bench/made.h"

#include <stdlib.h>

#include "lib/base/text.h"

enum { ASKED = 100 }; /* questions that rules are about */

static json_t *question(int number)
{
	static const char *const types[] = { "textfield", "number", "radio", "date",
		"checkbox" };
	const char *type = types[number % 5];
	char *key = text_format("vraag%d", number);
	json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:{s:b}}", "type", type,
		"key", key, "label", "Wat is het antwoord op deze vraag?",
		"description", "Dit helpt u om de vraag te beantwoorden.", "validate",
		"required", 1);

	if (number % 5 == 2)
		json_object_set_new(json, "values",
			json_pack("[{s:s, s:s}, {s:s, s:s}]", "value", "ja", "label", "Ja",
				"value", "nee", "label", "Nee"));
	if (number % 10 == 5) {
		char *when = text_format("vraag%d", number - 3);

		json_object_set_new(json, "conditional",
			json_pack("{s:b, s:s, s:s}", "show", 1, "when", when, "eq", "ja"));
		free(when);
	}
	free(key);
	return json;
}

/* Shows, requires, reckons: half of them do so with these answers. */
static json_t *rule(int number)
{
	char *reads = text_format("vraag%d", number % ASKED / 5 * 5 + 1);
	char *sets = text_format("vraag%d", (number + 7) % ASKED);
	json_t *action;
	json_t *json;

	if (number % 4 == 3) {
		char *sum = text_format("som%d", number % 10);

		action = json_pack("{s:s, s:{s:s, s:{s:[{s:s}, i]}}}", "variable", sum,
			"action", "type", "variable", "value", "+", "var", reads, 1);
		free(sum);
	} else {
		action = json_pack("{s:s, s:{s:s, s:{s:s, s:s}, s:b}}", "component",
			sets, "action", "type", "property", "property", "value",
			number % 4 == 1 ? "validate.required" : "hidden", "type", "bool",
			"state", number % 2);
	}
	json = json_pack("{s:{s:[{s:[{s:s}, i]}, {s:[{s:s}, s]}]}, s:[o]}",
		"jsonLogicTrigger", "and", ">", "var", reads, number % 2 ? 2 : 4,
		"!=", "var", "vraag0", "niets", "actions", action);
	free(reads);
	free(sets);
	return json;
}

json_t *bench_bundle(int questions, int rules)
{
	json_t *components = json_array(), *logic = json_array(),
		   *variables = json_array();

	for (int i = 0; i < questions; i++)
		json_array_append_new(components, question(i));
	for (int i = 0; i < rules; i++)
		if (json_array_append_new(logic, rule(i)) < 0)
			abort();
	for (int i = 0; i < 10; i++) {
		char *key = text_format("som%d", i);

		json_array_append_new(variables,
			json_pack("{s:s, s:s, s:s, s:i}", "key", key, "source",
				"user_defined", "dataType", "float", "initialValue", 0));
		free(key);
	}
	return json_pack("{s:i, s:s, s:{s:s, s:[{s:s, s:s, s:{s:o}}], s:o, s:o}}",
		"v", 1, "slug", "meting", "form", "name", "Meting", "steps", "slug",
		"stap", "name", "Stap", "configuration", "components", components,
		"logic", logic, "variables", variables);
}

json_t *bench_product(int number)
{
	char *slug = text_format("dienst-%d", number);
	char *name = text_format("Dienst nummer %d", number);
	char *category = text_format("Onderwerp %d", number % 12);
	json_t *json = json_pack(
		"{s:s, s:i, s:{s:s, s:s}, s:{s:s}, s:{s:s}, s:[s, s], s:s}", "slug",
		slug, "order", number, "name", "nl", name, "en", name, "category", "nl",
		category, "search", "nl", "verhuizen adres woning bewijs aanvragen",
		"complete", "nl", "en", "reach", "offline");

	free(slug);
	free(name);
	free(category);
	return json;
}

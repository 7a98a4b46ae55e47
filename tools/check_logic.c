/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules: can they fire, and do they speak of what is there? */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "tools/check_parts.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"

struct at {
	struct check *check;
	const char *place;
};

/* Beyond, guessing what was meant takes longer than it helps. */
enum { MOST_NAMES = 2000 };

static const char **names_of(const struct check *check)
{
	size_t n = 0;
	const char **names =
		calloc(json_object_size(check->index) + 1, sizeof *names);
	const char *key;
	json_t *unused;

	json_object_foreach(check->index, key, unused)
	{
		(void)unused;
		if (names)
			names[n++] = key;
	}
	return names;
}

static void tell_name(void *owner, const char *name)
{
	const struct at *at = owner;
	struct finding finding =
		check_at(&at->check->folder.form, at->place, RULE_UNKNOWN_NAME);
	const char **names = json_object_size(at->check->index) <= MOST_NAMES
							 ? names_of(at->check)
							 : NULL;
	const char *meant = names ? key_nearest(names, name) : NULL;
	char *repair = meant ? text_format("Did you mean \"%s\"?", meant)
						 : text_format("Give the question of that key, or "
									   "change the rule.");

	finding.severity = RED;
	finding.repair = repair;
	findings_addf(at->check->findings, &finding,
		"\"%s\" is no question, option or variable of this form", name);
	free(repair);
	free(names);
}

static bool has_step(const struct check *check, const char *uuid)
{
	json_t *step;
	size_t i;

	json_array_foreach(
		json_object_get(check->folder.form.json, "steps"), i, step)
	{
		if (strcmp(json_text(step, "uuid"), uuid) == 0)
			return true;
	}
	return false;
}

static void check_step_uuid(
	struct check *check, const json_t *action, const char *place)
{
	char *whole = place_key(place, "formStepUuid");
	struct finding finding =
		check_at(&check->folder.form, whole, RULE_UNKNOWN_NAME);
	const char *uuid = json_string_value(check_either(action, "formStepUuid"));

	finding.severity = RED;
	finding.repair = "Use the uuid of one of the steps.";
	if (uuid && *uuid && !has_step(check, uuid))
		findings_addf(
			check->findings, &finding, "no step has the uuid \"%s\"", uuid);
	free(whole);
}

static void check_action(
	struct check *check, const json_t *action, const char *place)
{
	static const char *const named[] = { "component", "variable" };
	const json_t *inner = json_object_get(action, "action");
	char *whole = text_format("%s.action.value", place);
	struct at at = { check, whole };

	check_names(check, json_object_get(inner, "value"), tell_name, &at);
	free(whole);
	for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
		const char *name = json_text(action, named[i]);

		whole = place_key(place, named[i]);
		at.place = whole;
		if (*name && !check_is_name(check, name))
			tell_name(&at, name);
		free(whole);
	}
	check_step_uuid(check, action, place);
}

static void check_actions(
	struct check *check, const json_t *rule, const char *place)
{
	const json_t *actions = json_object_get(rule, "actions");
	struct finding finding =
		check_at(&check->folder.form, place, RULE_NO_EFFECT);
	json_t *action;
	size_t i;

	finding.severity = RED;
	finding.text = "a rule that does nothing";
	finding.repair = "Give it actions, or take it out.";
	if (!json_array_size(actions))
		findings_add(check->findings, &finding);
	json_array_foreach(actions, i, action)
	{
		char *whole = text_format("%s.actions[%zu]", place, i);

		check_action(check, action, whole);
		free(whole);
	}
}

static void check_trigger(
	struct check *check, const json_t *rule, const char *place)
{
	const json_t *trigger = check_either(rule, "jsonLogicTrigger");
	const char *name = json_object_get(rule, "jsonLogicTrigger")
						   ? "jsonLogicTrigger"
						   : "json_logic_trigger";
	char *whole = place_key(place, name);
	struct finding finding =
		check_at(&check->folder.form, whole, RULE_NEVER_FIRES);
	struct at at = { check, whole };

	check_names(check, trigger, tell_name, &at);
	switch (check_truth(check, trigger)) {
	case NEVER:
		finding.severity = RED;
		finding.text = "this rule can never fire, whatever is answered";
		finding.repair = "Compare with an answer that can be given.";
		findings_add(check->findings, &finding);
		break;
	case ALWAYS:
		finding.rule = RULE_ALWAYS_FIRES;
		finding.text = "this rule always fires, whatever is answered";
		finding.repair = "Set it in the form itself, without a rule.";
		findings_add(check->findings, &finding);
		break;
	case MAYBE:
		break;
	}
	free(whole);
}

static const char *const rule_names[] = { "uuid", "url", "form", "order",
	"description", "isAdvanced", "is_advanced", "triggerFromStep",
	"trigger_from_step", "formSteps", "form_steps", "jsonLogicTrigger",
	"json_logic_trigger", "actions", NULL };

static void check_rule_keys(
	struct check *check, const json_t *rule, const char *place)
{
	const char *key;
	json_t *unused;

	json_object_foreach(lend(rule), key, unused)
	{
		char *whole = place_key(place, key);
		struct finding finding =
			check_at(&check->folder.form, whole, RULE_UNKNOWN_KEY);
		const char *meant = key_nearest(rule_names, key);
		char *repair = meant ? text_format("Did you mean \"%s\"?", meant)
							 : text_format("Take it out: nothing reads it.");

		(void)unused;
		finding.severity = meant ? RED : AMBER;
		finding.repair = repair;
		if (!key_is_among(rule_names, key))
			findings_addf(check->findings, &finding,
				"the setting \"%s\" is unknown", key);
		free(repair);
		free(whole);
	}
}

void check_logic(struct check *check)
{
	const char *name;
	const json_t *rules = check_rules(check, &name);
	json_t *rule;
	size_t i;

	json_array_foreach(rules, i, rule)
	{
		char *place = place_index(name, i);

		check_rule_keys(check, rule, place);
		check_trigger(check, rule, place);
		check_actions(check, rule, place);
		free(place);
	}
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Can every question be reached by some way through the form? */
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tools/check_parts.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"

static char *deed(const char *type, const char *name)
{
	return text_format("%s %s", type, name);
}

/* Of the changes of properties only `hidden: false` counts. */
static bool counts(const json_t *inner)
{
	const json_t *property = json_object_get(inner, "property");

	return strcmp(json_text(inner, "type"), "property") != 0 ||
		   (strcmp(json_text(property, "value"), "hidden") == 0 &&
			   json_is_false(json_object_get(inner, "state")));
}

static void note_action(struct check *check, const json_t *action)
{
	const json_t *inner = json_object_get(action, "action");
	const char *step = json_string_value(check_either(action, "formStepUuid"));
	const char *names[] = { json_text(action, "component"),
		json_text(action, "variable"), step ? step : "" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char *done = deed(json_text(inner, "type"), names[i]);

		if (*names[i] && counts(inner))
			json_object_set_new(check->done, done, json_true());
		free(done);
	}
}

static void note_rules(struct check *check)
{
	const char *unused;
	const json_t *rules = check_rules(check, &unused);
	json_t *rule, *action;
	size_t i, j;

	json_array_foreach(rules, i, rule)
	{
		if (check_truth(check, check_either(rule, "jsonLogicTrigger")) == NEVER)
			continue;
		json_array_foreach(json_object_get(rule, "actions"), j, action)
		{
			note_action(check, action);
		}
	}
}

/* Whether a rule that can fire does `type` to `name`: a component, a variable,
 * or the uuid of a step. */
static bool rule_does(
	const struct check *check, const char *type, const char *name)
{
	char *done = deed(type, name);
	bool does = json_object_get(check->done, done) != NULL;

	free(done);
	return does;
}

static bool shows_when(const json_t *condition, bool *show)
{
	const json_t *found = json_object_get(condition, "show");
	const char *text = json_text(condition, "show");
	const json_t *eq = json_object_get(condition, "eq");

	*show = json_is_true(found) || strcmp(text, "true") == 0;
	return (json_is_boolean(found) || *text) && *json_text(condition, "when") &&
		   eq && !json_is_null(eq);
}

static bool is_nothing(const json_t *eq)
{
	return json_is_string(eq) && !*json_string_value(eq);
}

/* Whether the answer a condition asks for can be given at all. */
static bool can_match(const json_t *trigger, const json_t *condition)
{
	const json_t *eq = json_object_get(condition, "eq");

	if (strcmp(json_text(trigger, "type"), "selectboxes") == 0 &&
		json_is_string(eq) && check_options(trigger))
		return is_nothing(eq) ||
			   check_has_option(trigger, json_string_value(eq));
	return check_equals(trigger, eq) != NEVER;
}

static bool carries_value(const struct check *check, const char *key)
{
	const json_t *value =
		json_object_get(check_question(check, key), "defaultValue");

	return (!json_is_blank(value) && !json_is_false(value)) ||
		   rule_does(check, "variable", key);
}

static const char *never_shown(struct check *check, const char *key);

static const char *find_why(struct check *check, const char *key)
{
	const json_t *component = check_question(check, key);
	const json_t *condition = json_object_get(component, "conditional");
	const char *when = json_text(condition, "when");
	const json_t *trigger = check_question(check, when);
	const char *parent =
		json_text(json_object_get(check->index, key), "parent");
	bool show;

	if (rule_does(check, "property", key))
		return "";
	if (*parent && never_shown(check, parent))
		return "it stands in a group that is never shown";
	if (!shows_when(condition, &show))
		return json_is_true(json_object_get(component, "hidden"))
				   ? "it is hidden, and no rule shows it"
				   : "";
	if (!show)
		return "";
	if (!trigger)
		return "it waits for a question that is not in this form";
	if (!can_match(trigger, condition))
		return "it waits for an answer that cannot be given";
	if (!is_nothing(json_object_get(condition, "eq")) &&
		!carries_value(check, when) && never_shown(check, when))
		return "it waits for a question that is never asked";
	return "";
}

/* Why it can never be seen, or NULL. Each is looked at once; one that is still
 * being looked at, in a circle, does not count against itself. */
static const char *never_shown(struct check *check, const char *key)
{
	const char *why = json_string_value(json_object_get(check->why, key));

	if (!why) {
		json_object_set_new(check->why, key, json_string(""));
		why = find_why(check, key);
		json_object_set_new(check->why, key, json_string(why));
	}
	return *why ? why : NULL;
}

static void tell_effect(struct check *check, const char *key)
{
	const json_t *component = check_question(check, key);
	const json_t *condition = json_object_get(component, "conditional");
	const json_t *trigger = check_question(check, json_text(condition, "when"));
	char *place = place_key(check_place(check, key), "conditional");
	struct finding finding =
		check_at(&check->folder.form, place, RULE_NO_EFFECT);
	bool show;

	finding.text = "this condition changes nothing: it hides the question "
				   "for an answer that cannot be given";
	finding.repair = "Compare with an answer that can be given.";
	if (shows_when(condition, &show) && !show &&
		(!trigger || !can_match(trigger, condition)))
		findings_add(check->findings, &finding);
	free(place);
}

static void check_reached(
	struct check *check, const json_t *json, const char *place)
{
	const char *key = json_text(json, "key");
	const char *parent =
		json_text(json_object_get(check->index, key), "parent");
	const char *why = never_shown(check, key);
	struct finding finding =
		check_at(&check->folder.form, place, RULE_UNREACHABLE);
	bool carrier = why && carries_value(check, key);

	tell_effect(check, key);
	/* Said of the group already. A hidden value is an old way to calculate. */
	if (!why || carrier || (*parent && never_shown(check, parent)))
		return;
	finding.severity = RED;
	finding.repair = "Let its condition or a rule show it, or take it out.";
	findings_addf(
		check->findings, &finding, "\"%s\" is never shown: %s", key, why);
}

static void check_applies(
	struct check *check, const json_t *step, struct finding *finding)
{
	finding->severity = RED;
	finding->repair = "Let a rule make it apply, or take it out.";
	if (json_is_false(json_object_get(step, "isApplicable")) &&
		!rule_does(check, "step-applicable", json_text(step, "uuid")))
		findings_addf(check->findings, finding,
			"the step \"%s\" never applies, and no rule changes that",
			json_text(step, "slug"));
}

void check_reach(struct check *check)
{
	note_rules(check);
	check_each(check, check_reached);
	check_each_step(check, RULE_UNREACHABLE, check_applies);
}

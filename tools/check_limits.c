/* SPDX-License-Identifier: EUPL-1.2 */
/* Limits no answer can keep, and choices without a choice. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "tools/check_parts.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"

struct question {
	struct check *check;
	const json_t *json;
	const char *place;
};

static void tell(const struct question *question, struct finding finding,
	const char *below, const char *text)
{
	char *place = place_key(question->place, below);
	struct finding whole = check_at(&question->check->folder.form,
		*below ? place : question->place, finding.rule);

	/* A setting that is not written stands where its question does. */
	if (!whole.line)
		whole.line =
			json_line(question->check->folder.form.lines, question->place);
	whole.severity = finding.severity;
	whole.repair = finding.repair;
	whole.text = text;
	findings_add(question->check->findings, &whole);
	free(place);
}

static bool number_of(const json_t *object, const char *key, double *number)
{
	const json_t *value = json_object_get(object, key);

	*number = json_number_value(value);
	return json_is_number(value);
}

static void check_pairs(const struct question *question)
{
	static const struct {
		const char *least, *most;
	} pairs[] = {
		{ "min", "max" },
		{ "minSelectedCount", "maxSelectedCount" },
		{ "minLength", "maxLength" },
	};
	const json_t *validate = json_object_get(question->json, "validate");

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		char *below = text_format("validate.%s", pairs[i].least);
		char *text = text_format("\"%s\" is above \"%s\": no answer is right",
			pairs[i].least, pairs[i].most);
		double least, most;

		if (number_of(validate, pairs[i].least, &least) &&
			number_of(validate, pairs[i].most, &most) && least > most)
			tell(question,
				(struct finding){ .rule = RULE_LIMITS,
					.severity = RED,
					.repair = "Swap them, or take one out." },
				below, text);
		free(text);
		free(below);
	}
}

static const char *fixed_date(const json_t *json, const char *name)
{
	const json_t *limit =
		json_object_get(json_object_get(json, "openForms"), name);
	const char *mode = json_text(limit, "mode");

	if (*mode && strcmp(mode, "fixedValue") != 0)
		return "";
	return json_text(json_object_get(json, "datePicker"), name);
}

static bool limit_mode_is(
	const json_t *json, const char *name, const char *mode)
{
	const json_t *limit =
		json_object_get(json_object_get(json, "openForms"), name);

	return strcmp(json_text(limit, "mode"), mode) == 0;
}

static void check_dates(const struct question *question)
{
	const char *least = fixed_date(question->json, "minDate");
	const char *most = fixed_date(question->json, "maxDate");
	/* ISO dates sort as texts; the day is enough. */
	bool crossed = *least && *most && strncmp(least, most, 10) > 0;

	crossed = crossed || (limit_mode_is(question->json, "minDate", "future") &&
							 limit_mode_is(question->json, "maxDate", "past"));
	if (crossed)
		tell(question,
			(struct finding){ .rule = RULE_LIMITS,
				.severity = RED,
				.repair = "Swap them, or take one out." },
			"openForms", "the first date is after the last: no date is right");
}

static void check_options_of(const struct question *question)
{
	static const char *const chosen[] = { "radio", "select", "selectboxes",
		NULL };
	const json_t *validate = json_object_get(question->json, "validate");
	const char *source =
		json_text(json_object_get(question->json, "openForms"), "dataSrc");
	bool elsewhere = *source && strcmp(source, "manual") != 0;
	json_t *option;
	size_t i, n = 0;
	double least;

	if (!key_is_among(chosen, json_text(question->json, "type")) || elsewhere)
		return;
	json_array_foreach(check_options(question->json), i, option)
	{
		n += *json_text(option, "value") != '\0';
	}
	if (!n)
		tell(question,
			(struct finding){ .rule = RULE_NO_OPTIONS,
				.severity = RED,
				.repair = "Write its options, or take the question out." },
			"", "a choice without options");
	else if (number_of(validate, "minSelectedCount", &least) &&
			 least > (double)n)
		tell(question,
			(struct finding){ .rule = RULE_LIMITS,
				.severity = RED,
				.repair = "Lower it to the number of options at most." },
			"validate.minSelectedCount",
			"asks for more options than there are");
}

/* Whether any rule mentions the question: then it may be opened or filled. */
static bool is_in_rules(const struct check *check, const char *key)
{
	const char *name;
	const json_t *rules = check_rules(check, &name);
	char *text = rules ? json_dumps(rules, JSON_COMPACT) : NULL;
	char *quoted = text_format("\"%s\"", key);
	bool found = text && strstr(text, quoted);

	free(quoted);
	free(text);
	return found;
}

static void check_locked(const struct question *question)
{
	const json_t *json = question->json;
	const json_t *validate = json_object_get(json, "validate");

	if (!json_is_true(json_object_get(json, "disabled")) ||
		!json_is_true(json_object_get(validate, "required")) ||
		!json_is_blank(json_object_get(json, "defaultValue")) ||
		*json_text(json_object_get(json, "prefill"), "plugin") ||
		is_in_rules(question->check, json_text(json, "key")))
		return;
	tell(question,
		(struct finding){ .rule = RULE_LOCKED,
			.severity = RED,
			.repair = "Take out \"disabled\" or \"required\", or give it a "
					  "\"defaultValue\"." },
		"disabled", "must be answered, and nobody can");
}

static bool has_error(const json_t *json, const char *name)
{
	const json_t *errors = json_object_get(json, "errors");
	const json_t *dutch =
		json_object_get(json_object_get(json, "translatedErrors"), "nl");

	return !json_is_blank(json_object_get(errors, name)) ||
		   !json_is_blank(json_object_get(dutch, name));
}

static void check_pattern(const struct question *question)
{
	/* Of others the kiosk itself tells what is right. */
	static const char *const own[] = { "textfield", "textarea", NULL };
	const json_t *validate = json_object_get(question->json, "validate");

	if (!key_is_among(own, json_text(question->json, "type")) ||
		!*json_text(validate, "pattern") ||
		has_error(question->json, "pattern"))
		return;
	tell(question,
		(struct finding){ .rule = RULE_ERROR_MISSING,
			.severity = AMBER,
			.repair = "Tell in \"translatedErrors\" (\"nl\", \"pattern\") what "
					  "to type, with an example." },
		"validate.pattern", "a pattern without a text for who misses it");
}

static void check_empty(
	struct check *check, const json_t *step, struct finding *finding)
{
	const json_t *configuration = json_object_get(step, "configuration");

	finding->severity = RED;
	finding->text = "a step without questions";
	finding->repair = "Write its questions, or take the step out.";
	if (!json_array_size(json_object_get(configuration, "components")))
		findings_add(check->findings, finding);
}

static void check_question_limits(
	struct check *check, const json_t *json, const char *place)
{
	const struct question question = { check, json, place };

	check_pairs(&question);
	check_dates(&question);
	check_options_of(&question);
	check_locked(&question);
	check_pattern(&question);
}

void check_limits(struct check *check)
{
	check_each_step(check, RULE_EMPTY_STEP, check_empty);
	check_each(check, check_question_limits);
}

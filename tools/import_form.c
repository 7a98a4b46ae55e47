/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

/* Settings of a form that are not for a kiosk, by how their names begin. */
static const char *why_dropped(const char *key)
{
	static const struct {
		const char *begin, *why;
	} reasons[] = {
		{ "registration", "where answers go is decided elsewhere" },
		{ "payment", "nothing is paid here" },
		{ "price", "nothing is paid here" },
		{ "product", "nothing is paid here" },
		{ "auth", "there is no login here" },
		{ "auto_login", "there is no login here" },
		{ "login_", "there is no login here" },
		{ "cosign", "e-mail is sent elsewhere" },
		{ "confirmation_email", "e-mail is sent elsewhere" },
		{ "send_confirmation", "e-mail is sent elsewhere" },
		{ "submission_confirmation", "service.json tells what comes next" },
		{ "submissions_removal", "nothing is stored here" },
		{ "brp_personen", "where data comes from is decided elsewhere" },
		{ "category", "the kiosk has its own list of services" },
		{ "theme", "the kiosk has its own looks" },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
		if (text_starts(key, reasons[i].begin))
			return reasons[i].why;
	}
	return "a kiosk has no use for it";
}

static bool holds_something(const json_t *json)
{
	const char *key;
	json_t *value;

	if (!json_is_object(json))
		return !json_is_blank(json) && !json_is_false(json);
	json_object_foreach(lend(json), key, value)
	{
		if (holds_something(value))
			return true;
	}
	return false;
}

/* Looked at apart from the list of what is kept. */
static bool is_read(const char *snake)
{
	static const char *const read[] = { "steps", "translations", "url",
		"internal_name", "is_deleted", "is_appointment", "appointment_options",
		"ask_privacy_consent", "ask_statement_of_truth", "literals",
		"show_progress_indicator", "show_summary_progress",
		"required_fields_with_asterisk", "display_main_website_link", NULL };

	return key_is_among(read, snake);
}

static void report_dropped(struct import *import, const json_t *old)
{
	const char *key;
	json_t *value;

	json_object_foreach(lend(old), key, value)
	{
		char *camel = camel_of(key);

		if (!is_read(key) && holds_something(value) &&
			!key_is_among(keys_of(KEYS_FORM), camel))
			import_report(
				import, "  %s was dropped: %s.", key, why_dropped(key));
		free(camel);
	}
}

static bool asks_login(const struct import *import, const json_t *old)
{
	json_t *definition;
	size_t i;

	if (json_is_true(json_object_get(old, "login_required")))
		return true;
	json_array_foreach(import->export->parts[EXPORT_DEFINITIONS], i, definition)
	{
		if (json_is_true(json_object_get(definition, "login_required")))
			return true;
	}
	return false;
}

static bool is_appointment(const json_t *old)
{
	const json_t *options = json_object_get(old, "appointment_options");

	return json_is_true(json_object_get(old, "is_appointment")) ||
		   json_is_true(json_object_get(options, "is_appointment"));
}

static json_t *statement(const char *key, const char *label)
{
	return json_pack("{s:s, s:s, s:s, s:b, s:{s:b}}", "type", "checkbox", "key",
		key, "label", label, "defaultValue", 0, "validate", "required", 1);
}

/* The sentences of the statements are settings of a whole Open Forms, so an
 * export tells only whether there are any; newer ones bring them along. */
static json_t *statements_of(struct import *import, const json_t *old)
{
	const char *privacy = json_text(old, "ask_privacy_consent");
	const char *truth = json_text(old, "ask_statement_of_truth");
	const json_t *own =
		json_object_get(old, "submission_statements_configuration");
	json_t *list = json_array();

	if (json_array_size(own)) {
		json_decref(list);
		return import_components(import, own, "");
	}
	if (strcmp(privacy, "disabled") != 0)
		json_array_append_new(
			list, statement("privacyPolicyAccepted",
					  "De gemeente mag mijn gegevens hiervoor gebruiken."));
	if (strcmp(truth, "required") == 0)
		json_array_append_new(list, statement("statementOfTruthAccepted",
										"Alles wat ik heb ingevuld, klopt."));
	if (json_array_size(list))
		import_report(import,
			"  The sentences of the statements are not in an export. Those of "
			"the kiosk stand there; see toFill in service.json.");
	return list;
}

/* In the order of form.json; steps, rules and variables come after. */
static void take_settings(struct import *import, const json_t *old)
{
	const char *const *keys = keys_of(KEYS_FORM);
	json_t *form = import->form;

	import_set_translations(form, old);
	for (; *keys; keys++) {
		char *snake = snake_of(*keys);
		json_t *value = json_object_get(old, snake);

		if (!is_read(snake) && !json_is_blank(value))
			json_object_set_new(form, *keys,
				json_is_object(value) ? json_camel(value)
									  : json_deep_copy(value));
		free(snake);
	}
	import_set_literals(form, old);
	import_lower_slug(form, "slug");
	if (asks_login(import, old))
		json_object_set_new(form, "loginRequired", json_true());
	if (is_appointment(old))
		json_object_set_new(form, "type", json_string("appointment"));
	import->translated =
		json_is_true(json_object_get(old, "translation_enabled"));
	json_object_set_new(
		form, "submissionStatementsConfiguration", statements_of(import, old));
}

static void tell_origin(struct import *import, const json_t *old)
{
	const json_t *meta = import->export->parts[EXPORT_META];
	const char *release = json_text(meta, "of_release");
	const char *created = json_text(meta, "created");

	import_report(import, "form '%s' (%s)", json_text(old, "name"),
		json_text(old, "slug"));
	if (*release)
		import_report(import, "  It was made by Open Forms %s on %.10s.",
			release, created);
	else
		import_report(import, "  The export does not tell what made it.");
	text_add(&import->report, import->export->notes.bytes);
}

bool import_form(struct import *import)
{
	const json_t *list = import->export->parts[EXPORT_FORMS];
	const json_t *old = json_array_get(list, 0);
	json_t *steps;

	import->form = json_object();
	import->index = json_object();
	import->overlays = json_object();
	import->here = json_object();
	import->renamed = json_object();
	import->aliases = json_object();
	if (json_array_size(list) != 1 || !json_is_object(old))
		return import_fail(import, "forms.json: %zu forms, and one is expected",
			json_array_size(list));
	if (!*json_text(old, "slug") || !*json_text(old, "name"))
		return import_fail(import, "forms.json: a form without slug or name");
	tell_origin(import, old);
	if (!json_array_size(import->export->parts[EXPORT_STEPS]))
		return import_fail(import, "it has no steps%s",
			is_appointment(old)
				? ": it makes appointments, which is not done with a form here"
				: ", so there is nothing to ask");
	report_dropped(import, old);
	take_settings(import, old);
	steps = import_steps(import);
	json_object_set_new(import->form, "steps", steps);
	import_conditions(import);
	json_object_set_new(import->form, "logic", import_logic(import));
	json_object_set_new(import->form, "variables", import_variables(import));
	if (!import->wrong)
		import_texts(import);
	return !import->wrong;
}

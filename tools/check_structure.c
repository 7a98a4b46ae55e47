/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the form whole, is everything in it known, is nothing left to fill in? */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/form.h"
#include "tools/check_parts.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"

struct walk {
	struct check *check;
	const struct folder_file *file;
	const char *place;
};

static void tell_unknown(const struct walk *walk, const char *key,
	const char *const *known, const char *const *more)
{
	char *place = place_key(walk->place, key);
	struct finding finding = check_at(walk->file, place, RULE_UNKNOWN_KEY);
	const char *meant = key_nearest(known, key);
	char *repair;

	if (!meant && more)
		meant = key_nearest(more, key);
	/* Likely a slip, by which something the author wanted does not happen. */
	finding.severity = meant ? RED : AMBER;
	repair = meant ? text_format("Did you mean \"%s\"?", meant)
				   : mem_text("Take it out: nothing reads it.");
	finding.repair = repair;
	findings_addf(
		walk->check->findings, &finding, "the setting \"%s\" is unknown", key);
	free(repair);
	free(place);
}

static void check_keys(const struct walk *walk, const json_t *object,
	const char *const *known, const char *const *more)
{
	const char *key;
	json_t *unused;

	json_object_foreach(lend(object), key, unused)
	{
		(void)unused;
		/* As JSON has no comments, some write them under such keys. */
		if (*key != '_' && *key != '$' && !key_is_among(known, key) &&
			!(more && key_is_among(more, key)))
			tell_unknown(walk, key, known, more);
	}
}

static void check_member(const struct walk *walk, const json_t *object,
	const char *key, enum key_level level)
{
	char *place = place_key(walk->place, key);
	const struct walk below = { walk->check, walk->file, place };
	const json_t *member = json_object_get(object, key);

	if (json_is_object(member))
		check_keys(&below, member, keys_of(level), NULL);
	free(place);
}

static void check_option_keys(const struct walk *walk, const json_t *component)
{
	bool own = json_object_get(component, "values") != NULL;
	json_t *option;
	size_t i;

	json_array_foreach(check_options(component), i, option)
	{
		char *place = text_format(
			"%s.%s[%zu]", walk->place, own ? "values" : "data.values", i);
		const struct walk below = { walk->check, walk->file, place };

		check_keys(&below, option, keys_of(KEYS_OPTION), NULL);
		free(place);
	}
}

static void check_columns(const struct walk *walk, const json_t *component)
{
	json_t *column;
	size_t i;

	json_array_foreach(json_object_get(component, "columns"), i, column)
	{
		char *place = text_format("%s.columns[%zu]", walk->place, i);
		const struct walk below = { walk->check, walk->file, place };

		check_keys(&below, column, keys_of(KEYS_COLUMN), NULL);
		free(place);
	}
}

static void tell_type(const struct walk *walk, const char *type)
{
	char *place = place_key(walk->place, "type");
	struct finding finding = check_at(walk->file, place, RULE_UNKNOWN_KEY);
	const char *meant = key_nearest(keys_types(), type);
	char *repair = meant ? text_format("Did you mean \"%s\"?", meant)
						 : mem_text("Use one of the types in doc/forms.md.");

	finding.severity = RED;
	finding.repair = repair;
	findings_addf(
		walk->check->findings, &finding, "the type \"%s\" is unknown", type);
	free(repair);
	free(place);
}

static void check_component_keys(
	struct check *check, const json_t *component, const char *at)
{
	const struct walk walk = { check, &check->folder.form, at };
	const char *type = json_text(component, "type");
	const char *const *own = keys_of_type(type);
	char *place = place_key(walk.place, "openForms");
	const struct walk inside = { check, walk.file, place };

	if (!own) {
		tell_type(&walk, type);
	} else {
		check_keys(&walk, component, keys_of(KEYS_COMPONENT), own);
		check_member(&walk, component, "validate", KEYS_VALIDATE);
		check_member(&walk, component, "openForms", KEYS_OPEN_FORMS);
		check_member(&walk, component, "conditional", KEYS_CONDITIONAL);
		check_member(&inside, json_object_get(component, "openForms"),
			"minDate", KEYS_DATE_LIMIT);
		check_member(&inside, json_object_get(component, "openForms"),
			"maxDate", KEYS_DATE_LIMIT);
		check_option_keys(&walk, component);
		check_columns(&walk, component);
	}
	free(place);
}

static void check_steps(struct check *check)
{
	json_t *step;
	size_t i;

	json_array_foreach(
		json_object_get(check->folder.form.json, "steps"), i, step)
	{
		char *place = place_index("steps", i);
		const struct walk walk = { check, &check->folder.form, place };

		check_keys(&walk, step, keys_of(KEYS_STEP), NULL);
		check_member(&walk, step, "configuration", KEYS_CONFIGURATION);
		free(place);
	}
}

static void check_all_keys(struct check *check)
{
	const struct walk form = { check, &check->folder.form, "" };
	const struct walk service = { check, &check->folder.service, "" };

	check_keys(
		&form, form.file->json, keys_of(KEYS_FORM), keys_of(KEYS_FORM_API));
	check_steps(check);
	check_each(check, check_component_keys);
	check_keys(&service, service.file->json, keys_of(KEYS_SERVICE), NULL);
	check_member(&service, service.file->json, "price", KEYS_PRICE);
}

static void tell_broken(
	struct check *check, const struct folder_file *file, const char *wrong)
{
	struct finding finding = check_at(file, "", RULE_BROKEN);

	finding.severity = RED;
	finding.line = file->line;
	finding.text = wrong;
	finding.repair = "Repair it: no kiosk can read it as it is.";
	findings_add(check->findings, &finding);
}

/* Its page is the first thing residents read; what it needs is not optional. */
void check_service(struct check *check)
{
	static const char *const needed[] = { "category", "summary", "here",
		"delivery", "who", "elsewhere", "next", "contact" };
	const struct folder_file *file = &check->folder.service;
	const json_t *to_fill = json_object_get(file->json, "toFill");
	const char *key;
	json_t *ask;

	json_object_foreach(lend(to_fill), key, ask)
	{
		char *place = place_key("toFill", key);
		struct finding finding = check_at(file, place, RULE_TO_FILL);

		finding.severity = RED;
		finding.repair = json_string_value(ask);
		findings_addf(check->findings, &finding,
			"\"%s\" is still to be written; then take this line out", key);
		free(place);
	}
	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
		struct finding finding = check_at(file, needed[i], RULE_TO_FILL);

		if (!file->json || *json_text(file->json, needed[i]) ||
			json_object_get(to_fill, needed[i]))
			continue;
		finding.severity = RED;
		finding.repair = "Write it: residents read it before they begin.";
		findings_addf(check->findings, &finding, "\"%s\" is empty", needed[i]);
	}
}

static void tell_reach(struct check *check)
{
	struct finding finding = check_at(&check->folder.form, "", RULE_NOT_HERE);

	if (!*check->folder.reason)
		return;
	if (check->folder.reach == FORM_ONLINE) {
		finding.rule = RULE_ONLINE_ONLY;
		finding.repair = "Without the network residents cannot use it.";
	} else {
		finding.repair = "Residents are told to do this elsewhere.";
	}
	finding.text = check->folder.reason;
	findings_add(check->findings, &finding);
}

void check_structure(struct check *check)
{
	struct folder *folder = &check->folder;

	if (folder->form.wrong)
		tell_broken(check, &folder->form, folder->form.wrong);
	if (folder->service.wrong)
		tell_broken(check, &folder->service, folder->service.wrong);
	if (folder->wrong)
		tell_broken(check, &folder->form, folder->wrong);
	check_all_keys(check);
	check_service(check);
	if (!folder->wrong)
		tell_reach(check);
}

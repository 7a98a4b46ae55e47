/* SPDX-License-Identifier: EUPL-1.2 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/formats.h"
#include "lib/forms/loader.h"
#include "lib/forms/pattern.h"

enum {
	MOST_DECIMALS = 10,
	MOST_YEARS = 1000,
	MOST_MONTHS = 12000,
	MOST_DAYS = 365000
};

#define POSTCODE_PATTERN "^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$"

#define PLATE_PATTERN "^[a-zA-Z0-9]{1,3}-[a-zA-Z0-9]{1,3}-[a-zA-Z0-9]{1,3}$"

static char *text_or_null(const char *text)
{
	return *text ? mem_text(text) : NULL;
}

static void load_pattern(
	const struct node *validate, struct component *component)
{
	const char *pattern = node_text(validate, "pattern");
	char *wrong;

	if (!*pattern && component->type == COMPONENT_POSTCODE)
		pattern = POSTCODE_PATTERN;
	if (!*pattern && component->type == COMPONENT_LICENSEPLATE)
		pattern = PLATE_PATTERN;
	if (!*pattern)
		return;
	wrong = pattern_fault(pattern);
	if (wrong)
		node_fault_at(validate, "pattern", wrong);
	free(wrong);
	component->limits.pattern = mem_text(pattern);
}

static char *load_time(const struct node *validate, const char *key)
{
	const char *time = node_text(validate, key);

	if (*time && time_seconds(time) < 0)
		node_fault_at(validate, key, "not a time (HH:MM)");
	return text_or_null(time);
}

/*
 * "2026-08-20T00:00:00+02:00": the day as written. Written in UTC, a midnight
 * of here stands as 22:00 or 23:00 of the day before.
 */
static struct date fixed_date(const struct node *picker, const char *key)
{
	const char *text = node_text(picker, key);
	struct date date = date_from_text(text);
	size_t n = strlen(text);

	if (!*text)
		return (struct date){ 0 };
	if (!date.day || (n > 10 && text[10] != 'T'))
		node_fault_at(picker, key, "not a date (YYYY-MM-DD)");
	if (n > 13 && text[n - 1] == 'Z' && strncmp(text + 11, "22", 2) >= 0)
		date = date_plus_days(date, 1);
	return date;
}

/* {"variable": "now", "operator": "add", "delta": {"years": null ...}} */
static void load_relative(struct loader *loader, const struct node *found,
	const char *key, struct date_limit *limit)
{
	struct node delta = node_object(found, "delta");
	const char *variable = node_text(found, "variable");
	int sign = strcmp(node_text(found, "operator"), "subtract") == 0 ? -1 : 1;

	if (!loader_knows(loader, variable)) {
		load_reach(loader, found, FORM_ONLINE,
			"its %s depends on a variable, which only the server has", key);
		return;
	}
	limit->mode = DATE_RELATIVE;
	limit->variable = mem_text(variable);
	limit->years = sign * node_count(&delta, "years", MOST_YEARS, 0);
	limit->months = sign * node_count(&delta, "months", MOST_MONTHS, 0);
	limit->days = sign * node_count(&delta, "days", MOST_DAYS, 0);
}

static void load_date_limit(struct loader *loader, const struct node *node,
	const char *key, struct date_limit *limit)
{
	struct node picker = node_object(node, "datePicker");
	struct node open_forms = node_object(node, "openForms");
	struct node found = node_object(&open_forms, key);
	const char *mode = node_text(&found, "mode");

	limit->include_today = node_flag(&found, "includeToday", false);
	if (strcmp(mode, "past") == 0) {
		limit->mode = DATE_PAST;
	} else if (strcmp(mode, "future") == 0) {
		limit->mode = DATE_FUTURE;
	} else if (strcmp(mode, "relativeToVariable") == 0) {
		load_relative(loader, &found, key, limit);
	} else if (*mode && strcmp(mode, "fixedValue") != 0) {
		node_fault(&found, "the mode '%s' is unknown", mode);
	} else {
		limit->fixed = fixed_date(&picker, key);
		limit->mode = limit->fixed.day ? DATE_FIXED : DATE_ANY;
	}
}

static void load_numbers(const struct node *node, const struct node *validate,
	struct component *component)
{
	struct limits *limits = &component->limits;
	int otherwise = component->type == COMPONENT_CURRENCY ? 2 : -1;

	limits->has_min = node_number(validate, "min", &limits->min);
	limits->has_max = node_number(validate, "max", &limits->max);
	limits->decimals =
		node_count(node, "decimalLimit", MOST_DECIMALS, otherwise);
	limits->allow_negative =
		node_flag(node, "allowNegative", limits->has_min && limits->min < 0);
}

/*
 * The plugins for phone numbers are carried out here (several mean: one of
 * them is enough); the others ask a register.
 */
static void load_plugins(struct loader *loader, const struct node *validate,
	struct component *component)
{
	struct node plugins = node_array(validate, "plugins");
	bool dutch = false, foreign = false;

	for (size_t i = 0; i < node_size(&plugins); i++) {
		struct node node = node_at(&plugins, i);
		const char *name = json_string_value(node.json);

		if (!name)
			node_fault(
				&node, "%s where a text must stand", json_kind(node.json));
		else if (strcmp(name, "phonenumber-nl") == 0)
			dutch = true;
		else if (strcmp(name, "phonenumber-international") == 0)
			foreign = true;
		else
			load_reach(loader, &node, FORM_ONLINE,
				"component '%s' is checked by '%s', which only the server can",
				component->key, name);
	}
	component->limits.dutch_phone = dutch && !foreign;
}

void load_limits(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node validate = node_object(node, "validate");
	struct limits *limits = &component->limits;

	limits->required = node_flag(&validate, "required", false);
	limits->max_length = node_count(&validate, "maxLength", INT_MAX, 0);
	limits->min_selected =
		node_count(&validate, "minSelectedCount", INT_MAX, 0);
	limits->max_selected =
		node_count(&validate, "maxSelectedCount", INT_MAX, 0);
	limits->min_time = load_time(&validate, "minTime");
	limits->max_time = load_time(&validate, "maxTime");
	load_numbers(node, &validate, component);
	load_pattern(&validate, component);
	load_plugins(loader, &validate, component);
	if (component->type == COMPONENT_DATE ||
		component->type == COMPONENT_DATETIME) {
		load_date_limit(loader, node, "minDate", &limits->min_date);
		load_date_limit(loader, node, "maxDate", &limits->max_date);
	}
}

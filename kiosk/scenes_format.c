/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates, numbers, money and answers as one reads them in a language. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/forms/typed.h"

static const char *const months[] = { N_("January"), N_("February"),
	N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
	N_("September"), N_("October"), N_("November"), N_("December") };

char *format_date(struct date date)
{
	if (date.month < 1 || date.month > 12)
		return mem_text("");
	/* TRANSLATORS: day, month, year: 12 March 2026. Reorder as needed. */
	return text_format(
		_("%1$d %2$s %3$d"), date.day, _(months[date.month - 1]), date.year);
}

char *format_money(long cents)
{
	long whole = labs(cents) / 100;
	long rest = labs(cents) % 100;

	if (cents < 0)
		/* TRANSLATORS: euros and cents below zero; Dutch: -€ 18,30 */
		return text_format(_("-€ %1$ld.%2$02ld"), whole, rest);
	/* TRANSLATORS: euros and cents; Dutch: € 18,30 */
	return text_format(_("€ %1$ld.%2$02ld"), whole, rest);
}

char *format_number(double number)
{
	char *plain = text_format("%.10g", number);
	size_t whole = strcspn(plain, ".,");
	struct text text = { 0 };

	text_add_n(&text, plain, whole);
	if (plain[whole]) {
		/* TRANSLATORS: the decimal mark; Dutch: a comma */
		text_add(&text, C_("decimal mark", "."));
		text_add(&text, plain + whole + 1);
	}
	free(plain);
	return text_take(&text);
}

/* Of letters and digits only, so that nine digits are nine dots. */
char *format_mask(const char *text)
{
	struct text mask = { 0 };
	uint32_t c;

	while ((c = text_next(&text)))
		if (c > 0x7F || isalnum((int)c))
			text_add(&mask, "•");
	return text_take(&mask);
}

static const enum value_kind kinds[N_COMPONENT_TYPES] = {
	[COMPONENT_EMAIL] = VALUE_EMAIL,
	[COMPONENT_PHONE] = VALUE_PHONE,
	[COMPONENT_POSTCODE] = VALUE_POSTCODE,
	[COMPONENT_BSN] = VALUE_DIGITS,
	[COMPONENT_IBAN] = VALUE_IBAN,
	[COMPONENT_NUMBER] = VALUE_NUMBER,
	[COMPONENT_CURRENCY] = VALUE_MONEY,
	[COMPONENT_DATE] = VALUE_DATE,
	[COMPONENT_LICENSEPLATE] = VALUE_REFERENCE,
	[COMPONENT_TIME] = VALUE_TIME,
};

/* For machines: dates ISO, money in cents, times without seconds. */
static char *raw_of(const struct component *component, const json_t *value)
{
	const char *text = json_string_value(value);

	if (component->type == COMPONENT_CURRENCY && json_is_number(value))
		return text_format("%ld", lround(json_number_value(value) * 100));
	if (json_is_number(value))
		return text_format("%.10g", json_number_value(value));
	if (component->type == COMPONENT_TIME && text)
		return mem_text_n(text, strnlen(text, 5));
	return mem_text(text);
}

static char *marked_labels(
	const struct draft *draft, const struct component *component)
{
	struct text labels = { 0 };

	for (size_t i = 0; i < component->n_options; i++) {
		if (!draft_is_chosen(draft, component, i))
			continue;
		/* TRANSLATORS: between two things in a list */
		text_add(&labels, labels.size ? C_("list", ", ") : "");
		text_add(&labels, component->options[i].label.text);
	}
	return text_take(&labels);
}

/* "2026-09-01T14:30:00+02:00", as the clock there shows it. */
static char *format_moment(const char *iso)
{
	char *day = mem_text_n(iso, strnlen(iso, 10));
	char *date = format_date(date_from_text(day));
	/* TRANSLATORS: a date and a time: 12 March 2026, 14:30 */
	char *whole = text_format(
		C_("moment", "%1$s, %2$.5s"), date, strlen(iso) > 16 ? iso + 11 : "");

	free(date);
	free(day);
	return whole;
}

static char *shown_of(const struct draft *draft,
	const struct component *component, const json_t *value)
{
	const struct option *option = NULL;

	if (component->type == COMPONENT_CHECKBOX)
		return mem_text(json_is_true(value) ? _("Yes") : _("No"));
	if (component->repeat)
		return rows_text(draft, component);
	if (component->type == COMPONENT_SELECTBOXES || component->multiple)
		return marked_labels(draft, component);
	if (component->n_options && json_is_string(value))
		option = component_option(component, json_string_value(value));
	if (option)
		return mem_text(option->label.text);
	if (component->type == COMPONENT_DATE && json_is_string(value))
		return format_date(date_from_text(json_string_value(value)));
	if (component->type == COMPONENT_DATETIME && json_is_string(value))
		return format_moment(json_string_value(value));
	if (component->type == COMPONENT_CURRENCY && json_is_number(value))
		return format_money(lround(json_number_value(value) * 100));
	return typed_text(component, value);
}

struct answer_text answer_text(
	const struct draft *draft, const struct component *component)
{
	const json_t *value = draft_value(draft, component);
	struct answer_text text = { .kind = kinds[component->type] };

	text.shown = shown_of(draft, component, value);
	text.raw = text.kind ? raw_of(component, value) : mem_text("");
	return text;
}

/* What stands in a field: spoken by rule once it can be read. */
struct answer_text answer_typed(
	const struct component *component, const char *typed)
{
	struct answer_text text = { .shown = mem_text(typed) };
	json_t *value = NULL;

	if (typed_value(component, typed, &value) == PROBLEM_NONE && value)
		text.kind = kinds[component->type];
	text.raw = text.kind ? raw_of(component, value) : mem_text("");
	json_decref(value);
	return text;
}

void answer_text_clear(struct answer_text *text)
{
	text_wipe(text->shown);
	text_wipe(text->raw);
	*text = (struct answer_text){ 0 };
}

/* Behind dots there is nothing to speak but how many there are. */
void scene_value(struct item *item, const struct component *component,
	const struct answer_text *text, bool masked)
{
	char *dots = format_mask(*text->raw ? text->raw : text->shown);

	item->privacy = component->is_private ? PRIVACY_PRIVATE : PRIVACY_PUBLIC;
	item_set_value(item, masked ? dots : text->shown);
	item_set_raw(item, text->kind, masked ? "" : text->raw);
	if (masked && *text->shown)
		item->state |= STATE_MASKED;
	free(dots);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Options: which are offered, which are chosen. */
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static const bool is_typed[N_COMPONENT_TYPES] = {
	[COMPONENT_TEXTFIELD] = true,
	[COMPONENT_TEXTAREA] = true,
	[COMPONENT_EMAIL] = true,
	[COMPONENT_PHONE] = true,
	[COMPONENT_POSTCODE] = true,
	[COMPONENT_BSN] = true,
	[COMPONENT_IBAN] = true,
	[COMPONENT_NUMBER] = true,
	[COMPONENT_CURRENCY] = true,
	[COMPONENT_DATE] = true,
	[COMPONENT_DATETIME] = true,
	[COMPONENT_TIME] = true,
	[COMPONENT_LICENSEPLATE] = true,
};

bool component_is_typed(const struct component *component)
{
	return component && is_typed[component->type];
}

bool component_is_read(const struct component *component)
{
	return component && (component->type == COMPONENT_CONTENT ||
							component->type == COMPONENT_SOFT_ERRORS ||
							component->type == COMPONENT_FILE);
}

bool component_takes_answer(const struct component *component)
{
	return component_has_answer(component) && !component_is_read(component) &&
		   !component_is_whole(component);
}

bool component_is_many(const struct component *component)
{
	return component &&
		   (component->type == COMPONENT_SELECTBOXES ||
			   component->type == COMPONENT_CHECKBOX || component->multiple);
}

static uint32_t lower(uint32_t c)
{
	return (uint32_t)towlower((wint_t)c);
}

/* Capitals or not, `words` begins with `typed` here. */
static bool begins(const char *words, const char *typed)
{
	while (*typed)
		if (lower(text_next(&words)) != lower(text_next(&typed)))
			return false;
	return true;
}

bool words_hold(const char *words, const char *typed)
{
	bool at_start = true;

	while (*words) {
		const char *here = words;
		uint32_t c = text_next(&words);

		if (at_start && begins(here, typed))
			return true;
		at_start = c == ' ' || c == '-' || c == '(' || c == '/' || c == '\n';
	}
	return !*typed;
}

size_t *component_options(
	const struct component *component, const char *typed, size_t *n)
{
	size_t *list = mem_new(component->n_options, sizeof(*list));

	*n = 0;
	for (size_t i = 0; i < component->n_options; i++)
		if (words_hold(component->options[i].label.text, typed))
			list[(*n)++] = i;
	return list;
}

/* Where a value stands among several, -1 for nowhere. */
static long chosen_at(const json_t *list, const char *name)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *one = json_string_value(json_array_get(list, i));

		if (one && text_same(one, name))
			return (long)i;
	}
	return -1;
}

bool draft_is_chosen(
	const struct draft *draft, const struct component *component, size_t option)
{
	const json_t *value = draft_value(draft, component);
	const char *text = json_string_value(value);

	if (component->type == COMPONENT_CHECKBOX)
		return json_is_true(value);
	if (option >= component->n_options)
		return false;
	if (component->type == COMPONENT_SELECTBOXES)
		return json_is_true(
			json_object_get(value, component->options[option].value));
	if (component->multiple)
		return chosen_at(value, component->options[option].value) >= 0;
	return text && text_same(text, component->options[option].value);
}

/* Put at the end of the list of values, or taken out of it. */
static json_t *list_with(
	const struct draft *draft, const struct component *component, size_t turned)
{
	const json_t *value = draft_value(draft, component);
	const char *name = component->options[turned].value;
	long at = chosen_at(value, name);
	json_t *list = json_is_array(value) ? json_deep_copy(value) : json_array();

	if (at >= 0)
		json_array_remove(list, (size_t)at);
	else
		json_array_append_new(list, json_string(name));
	return list;
}

static json_t *marks_with(
	const struct draft *draft, const struct component *component, size_t turned)
{
	json_t *marks = json_object();

	for (size_t i = 0; i < component->n_options; i++) {
		bool chosen = draft_is_chosen(draft, component, i) != (i == turned);

		json_object_set_new(
			marks, component->options[i].value, json_boolean(chosen));
	}
	return marks;
}

void draft_choose(
	struct draft *draft, const struct component *component, size_t option)
{
	json_t *value;

	if (component->type == COMPONENT_CHECKBOX)
		value = json_boolean(!draft_is_chosen(draft, component, 0));
	else if (option >= component->n_options)
		return;
	else if (component->type == COMPONENT_SELECTBOXES)
		value = marks_with(draft, component, option);
	else if (component->multiple)
		value = list_with(draft, component, option);
	else
		value = json_string(component->options[option].value);
	draft_answer(draft, component, value);
}

/* Services that match, in the catalogue's order. */
static bool is_listed(const struct journey *journey, const struct entry *entry)
{
	const struct place *place = journey_flow(journey);

	if (place->kind == PLACE_CATEGORY)
		return text_same(entry->category_key, place->key);
	if (!place->typed || !*place->typed)
		return true;
	return words_hold(entry->name.text, place->typed) ||
		   words_hold(entry->search, place->typed);
}

size_t *journey_listed(const struct journey *journey, size_t *n)
{
	const struct catalogue *all = journey->catalogue;
	size_t *list = mem_new(all ? all->n_entries : 0, sizeof(*list));

	*n = 0;
	for (size_t i = 0; all && i < all->n_entries; i++)
		if (is_listed(journey, &all->entries[i]))
			list[(*n)++] = i;
	return list;
}

static bool category_is_new(const struct catalogue *all, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (text_same(
				all->entries[i].category_key, all->entries[at].category_key))
			return false;
	return true;
}

size_t *journey_categories(const struct journey *journey, size_t *n)
{
	const struct catalogue *all = journey->catalogue;
	size_t *list;

	*n = 0;
	if (!all || all->n_entries <= JOURNEY_GROUP)
		return NULL;
	list = mem_new(all->n_entries, sizeof(*list));
	for (size_t i = 0; i < all->n_entries; i++)
		if (category_is_new(all, i))
			list[(*n)++] = i;
	return list;
}

const struct entry *journey_entry(const struct journey *journey)
{
	const struct catalogue *all = journey->catalogue;

	for (size_t i = 0; all && i < all->n_entries; i++)
		if (text_same(all->entries[i].slug, journey->slug))
			return &all->entries[i];
	return NULL;
}

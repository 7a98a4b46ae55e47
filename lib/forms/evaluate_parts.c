/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers that are made of others: of parts, or of rows. */
#include <stdlib.h>
#include <string.h>

#include "lib/forms/evaluate_run.h"
#include "lib/forms/leaving.h"
#include "lib/forms/rows.h"

/* One after the last part of what begins at `whole`. */
static size_t parts_end(const struct evaluation *evaluation, size_t whole)
{
	size_t i = whole + 1;

	while (i < evaluation->n_components && evaluation->components[i].part &&
		   evaluation->components[i].parent == (int)whole)
		i++;
	return i;
}

/* "" when it is not asked or not answered. */
static const char *part_text(const struct evaluation *evaluation, size_t index)
{
	const char *text = json_string_value(evaluation->values[index]);

	return text && evaluation->visible[index] ? text : "";
}

static bool any_part(const struct evaluation *evaluation, size_t whole)
{
	size_t end = parts_end(evaluation, whole);

	for (size_t i = whole + 1; i < end; i++) {
		if (*part_text(evaluation, i))
			return true;
	}
	return false;
}

/* The name of a part, behind the last dot of its key. */
static const char *part_name(const struct component *component)
{
	return strrchr(component->key, '.') + 1;
}

static json_t *address_leaving(
	const struct evaluation *evaluation, size_t whole)
{
	size_t end = parts_end(evaluation, whole);
	json_t *address;

	if (!any_part(evaluation, whole))
		return json_null();
	/* Nothing looks a street up here: it was typed, whatever the form would
	 * rather have. */
	address =
		json_pack("{s:s, s:b}", "secretStreetCity", "", "autoPopulated", 0);
	for (size_t i = whole + 1; i < end; i++)
		json_object_set_new(address, part_name(&evaluation->components[i]),
			json_string(part_text(evaluation, i)));
	return address;
}

static json_t *profile_leaving(
	const struct evaluation *evaluation, size_t whole)
{
	size_t end = parts_end(evaluation, whole);
	json_t *profile = json_array();

	for (size_t i = whole + 1; i < end; i++) {
		const char *text = part_text(evaluation, i);

		if (*text)
			json_array_append_new(
				profile, json_pack("{s:s, s:s, s:s}", "type",
							 part_name(&evaluation->components[i]), "address",
							 text, "preferenceUpdate", "useOnlyOnce"));
	}
	return profile;
}

static json_t *row_leaving(
	const struct evaluation *evaluation, size_t index, const json_t *kept)
{
	const struct component *component = &evaluation->components[index];
	struct answers *row = row_answers(component, kept, evaluation->today);
	struct evaluation *inner = evaluate_row(evaluation, index, row);
	json_t *leaving = component->type == COMPONENT_SEVERAL
						  ? evaluation_leaving(inner, 0)
						  : evaluation_data(inner);

	evaluation_free(inner);
	answers_free(row);
	return leaving;
}

static json_t *rows_leaving(const struct evaluation *evaluation, size_t index)
{
	const json_t *rows = evaluation->values[index];
	json_t *leaving = json_array();

	for (size_t i = 0; i < json_array_size(rows); i++)
		json_array_append_new(
			leaving, row_leaving(evaluation, index, json_array_get(rows, i)));
	return leaving;
}

json_t *evaluation_leaving(const struct evaluation *evaluation, size_t index)
{
	const struct component *component = &evaluation->components[index];

	if (component->part)
		return NULL;
	if (component->repeat)
		return rows_leaving(evaluation, index);
	if (component->type == COMPONENT_ADDRESS)
		return address_leaving(evaluation, index);
	if (component->type == COMPONENT_PROFILE)
		return profile_leaving(evaluation, index);
	return answer_leaving(component, evaluation->values[index]);
}

json_t *evaluation_data(const struct evaluation *evaluation)
{
	json_t *data = json_object();

	for (size_t i = 0; i < evaluation->n_components; i++) {
		const char *key = evaluation->components[i].key;
		json_t *value, *outer;

		if (!evaluation_keeps(evaluation, evaluation->form, i))
			continue;
		value = evaluation_leaving(evaluation, i);
		outer = value ? inner_object(data, &key, true) : NULL;
		if (outer)
			json_object_set_new(outer, key, value);
	}
	return data;
}

static bool is_needed(enum part part)
{
	return part == PART_POSTCODE || part == PART_HOUSE_NUMBER ||
		   part == PART_STREET || part == PART_CITY;
}

/* An address that was begun is finished, also when it may be left out. Of a
 * profile one way to reach somebody is enough: the last is asked for when there
 * is no other. */
void require_parts(struct evaluation *evaluation)
{
	for (size_t i = 0; i < evaluation->n_components; i++) {
		const struct component *whole = &evaluation->components[i];
		size_t end;
		bool any;

		if (!component_is_whole(whole))
			continue;
		end = parts_end(evaluation, i);
		any = any_part(evaluation, i);
		for (size_t j = i + 1; j < end; j++) {
			struct component *part = &evaluation->components[j];

			part->limits.required =
				whole->type == COMPONENT_ADDRESS
					? is_needed(part->part) && (whole->limits.required || any)
					: whole->limits.required && !any && j + 1 == end;
			part->disabled = whole->disabled;
		}
	}
}

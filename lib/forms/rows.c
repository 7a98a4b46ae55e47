/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/rows.h"

#include <stdlib.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/wipe_json.h"

static bool is_single(const struct component *component)
{
	return component->type == COMPONENT_SEVERAL;
}

static const char *single_key(const struct component *component)
{
	return component->repeat->form->components[0].key;
}

struct answers *row_answers(
	const struct component *component, const json_t *kept, struct date day)
{
	struct answers *row = answers_new();

	answers_dated(row, day);
	if (is_single(component)) {
		if (kept)
			answers_put(row, single_key(component), json_deep_copy(kept));
	} else if (json_is_object(kept)) {
		json_wipe(row->values);
		row->values = json_deep_copy(kept);
	}
	return row;
}

size_t answers_n_rows(
	const struct answers *answers, const struct component *component)
{
	return json_array_size(answers_value(answers, component));
}

struct answers *answers_row(const struct answers *answers,
	const struct component *component, size_t index)
{
	const json_t *rows = answers_value(answers, component);

	return row_answers(
		component, json_array_get(rows, index), answers_day(answers));
}

/* The rows to change: the answer's own, made of the default when there is
 * none. */
static json_t *own_rows(
	struct answers *answers, const struct component *component)
{
	json_t *rows = json_object_get(answers->values, component->key);

	if (json_is_array(rows))
		return rows;
	rows = json_is_array(component->default_value) && !rows
			   ? json_deep_copy(component->default_value)
			   : json_array();
	answers_put(answers, component->key, rows);
	return rows;
}

void answers_put_row(struct answers *answers, const struct component *component,
	size_t index, const struct answers *row)
{
	json_t *rows = own_rows(answers, component);
	const json_t *kept = is_single(component)
							 ? answers_get(row, single_key(component))
							 : row->values;
	json_t *copy = kept ? json_deep_copy(kept) : json_null();

	if (index < json_array_size(rows)) {
		json_t *old = json_incref(json_array_get(rows, index));

		json_array_set_new(rows, index, copy);
		json_wipe(old);
	} else {
		json_array_append_new(rows, copy);
	}
}

void answers_remove_row(
	struct answers *answers, const struct component *component, size_t index)
{
	json_t *rows = own_rows(answers, component);
	json_t *old = json_array_get(rows, index);

	if (!old)
		return;
	json_incref(old);
	json_array_remove(rows, index);
	json_wipe(old);
}

json_t *rows_from_data(const struct component *component, const json_t *data)
{
	json_t *rows;
	json_t *given;
	size_t i;

	if (is_single(component) || !json_is_array(data))
		return json_deep_copy(data);
	rows = json_array();
	json_array_foreach(lend(data), i, given)
	{
		struct answers *row;

		if (!json_is_object(given)) {
			json_array_append(rows, given);
			continue;
		}
		row = answers_from_data(component->repeat->form, given);
		json_array_append(rows, row->values);
		answers_free(row);
	}
	return rows;
}

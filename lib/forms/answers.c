/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/answers.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/wipe_json.h"
#include "lib/forms/rows.h"

struct answers *answers_new(void)
{
	struct answers *answers = mem_new(1, sizeof *answers);

	answers->values = json_object();
	return answers;
}

struct answers *answers_copy(const struct answers *answers)
{
	struct answers *copy = mem_new(1, sizeof *copy);

	copy->values = json_deep_copy(answers->values);
	copy->day = answers->day;
	return copy;
}

void answers_free(struct answers *answers)
{
	if (!answers)
		return;
	json_wipe(answers->values);
	free(answers);
}

const json_t *answers_get(const struct answers *answers, const char *key)
{
	return json_object_get(answers->values, key);
}

void answers_put(struct answers *answers, const char *key, json_t *taken)
{
	answers_forget(answers, key);
	if (taken)
		json_object_set_new(answers->values, key, taken);
}

void answers_forget(struct answers *answers, const char *key)
{
	json_t *old = json_object_get(answers->values, key);

	if (!old)
		return;
	json_incref(old);
	json_object_del(answers->values, key);
	json_wipe(old);
}

bool answers_any(const struct answers *answers)
{
	return json_object_size(answers->values) > 0;
}

const char *answers_unknown(
	const struct answers *answers, const struct form *form)
{
	const char *key;
	json_t *value;

	json_object_foreach(answers->values, key, value)
	{
		const struct component *found = form_find(form, key);

		if (!found || !component_has_answer(found))
			return key;
	}
	return NULL;
}

void answers_dated(struct answers *answers, struct date day)
{
	answers->day = day;
}

struct date answers_day(const struct answers *answers)
{
	return answers->day.day ? answers->day : date_today();
}

const json_t *answers_value(
	const struct answers *answers, const struct component *component)
{
	const json_t *value = answers_get(answers, component->key);

	return value ? value : component->default_value;
}

static bool nothing_marked(const json_t *value)
{
	const char *key;
	json_t *marked;

	json_object_foreach(lend(value), key, marked)
	{
		if (json_is_true(marked))
			return false;
	}
	return true;
}

bool answer_is_empty(const struct component *component, const json_t *value)
{
	if (!value || json_is_null(value))
		return true;
	if (json_is_string(value))
		return !*json_string_value(value);
	if (json_is_array(value))
		return json_array_size(value) == 0;
	if (component->type == COMPONENT_CHECKBOX)
		return json_is_false(value);
	return json_is_object(value) && nothing_marked(value);
}

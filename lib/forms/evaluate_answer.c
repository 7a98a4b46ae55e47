/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/wipe_json.h"
#include "lib/forms/evaluate_run.h"
#include "lib/forms/moment.h"
#include "lib/forms/rows.h"
#include "lib/forms/value.h"

/* What a component makes of a value for an answer: new reference, NULL when it
 * takes nothing of this. */
typedef json_t *take_value(const json_t *json, const struct value *value);

static json_t *take_number(const json_t *json, const struct value *value)
{
	struct value number;

	if (json_is_number(json) || json_is_null(json))
		return json_deep_copy(json);
	if (value->kind == VALUE_TEXT && text_number(value->text, &number))
		return value_json(&number);
	return NULL;
}

static json_t *take_mark(const json_t *json, const struct value *value)
{
	(void)json;
	return json_boolean(value_holds(value));
}

static json_t *take_marks(const json_t *json, const struct value *value)
{
	(void)value;
	return json_is_object(json) ? json_deep_copy(json) : NULL;
}

static json_t *take_text(const json_t *json, const struct value *value)
{
	struct text said = { 0 };
	json_t *text;

	if (json_is_null(json))
		return json_null();
	value_say(&said, value);
	text = json_string(said.bytes ? said.bytes : "");
	text_clear_wiped(&said);
	return text;
}

static json_t *take_date(const json_t *json, const struct value *value)
{
	struct date date;
	char day[16];

	if (!value_holds(value))
		return json_null();
	if (!json_is_string(json) || !date_read(value->text, &date))
		return NULL;
	date_to_text(date, day);
	return json_string(day);
}

static json_t *take_stamp(const json_t *json, const struct value *value)
{
	struct stamp stamp;

	if (!value_holds(value))
		return json_null();
	if (!json_is_string(json) || !stamp_read(value->text, &stamp))
		return NULL;
	return json_deep_copy(json);
}

static json_t *take_none(const json_t *json, const struct value *value)
{
	(void)json;
	(void)value;
	return NULL;
}

/* A list, as it is kept. */
static json_t *take_list(const struct component *component, const json_t *json)
{
	if (!json_is_array(json))
		return NULL;
	return component->repeat ? rows_from_data(component, json)
							 : json_deep_copy(json);
}

/* NULL: the value as it is. */
static take_value *const takers[N_COMPONENT_TYPES] = {
	[COMPONENT_TEXTFIELD] = take_text,
	[COMPONENT_TEXTAREA] = take_text,
	[COMPONENT_EMAIL] = take_text,
	[COMPONENT_PHONE] = take_text,
	[COMPONENT_POSTCODE] = take_text,
	[COMPONENT_BSN] = take_text,
	[COMPONENT_IBAN] = take_text,
	[COMPONENT_TIME] = take_text,
	[COMPONENT_RADIO] = take_text,
	[COMPONENT_SELECT] = take_text,
	[COMPONENT_NUMBER] = take_number,
	[COMPONENT_CURRENCY] = take_number,
	[COMPONENT_DATE] = take_date,
	[COMPONENT_DATETIME] = take_stamp,
	[COMPONENT_LICENSEPLATE] = take_text,
	[COMPONENT_FILE] = take_none,
	[COMPONENT_ADDRESS] = take_none,
	[COMPONENT_PROFILE] = take_none,
	[COMPONENT_SELECTBOXES] = take_marks,
	[COMPONENT_CHECKBOX] = take_mark,
};

json_t *as_answer(const struct component *component, json_t *taken)
{
	take_value *take = takers[component->type];
	struct heap heap = { 0 };
	struct value value = value_of(&heap, taken);
	json_t *answer = NULL;

	if (component->repeat || component->multiple)
		answer = take_list(component, taken);
	else if (component_has_answer(component))
		answer = take ? take(taken, &value) : json_deep_copy(taken);
	heap_clear(&heap);
	json_wipe(taken);
	return answer;
}

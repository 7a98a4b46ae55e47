/* SPDX-License-Identifier: EUPL-1.2 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/forms/template.h"
#include "lib/forms/typed_number.h"

static void say_number(struct text *out, double number)
{
	char *text = number_text(number, 0);

	text_add(out, text);
	free(text);
}

void value_show_money(struct text *out, const struct value *value)
{
	double amount;
	char *text;

	if (value->kind != VALUE_WHOLE && value->kind != VALUE_REAL) {
		value_show(out, value);
		return;
	}
	amount = value_number(value);
	text = number_text(amount, amount == floor(amount) ? 0 : 2);
	text_add(out, text);
	free(text);
}

static void say_date(struct text *out, struct date date)
{
	text_addf(out, "%02d-%02d-%04d", date.day, date.month, date.year);
}

static void say_stamp(struct text *out, struct stamp stamp)
{
	char *iso = stamp_text(stamp, 'T');

	say_date(out, stamp_date(stamp));
	text_addf(out, " %.5s", iso + strlen("2026-11-25T"));
	free(iso);
}

/* What is marked, of many boxes. */
static void show_marked(struct text *out, const json_t *map)
{
	const char *key;
	json_t *marked;
	bool first = true;

	json_object_foreach(lend(map), key, marked)
	{
		if (!json_is_true(marked))
			continue;
		text_addf(out, "%s%s", first ? "" : ", ", key);
		first = false;
	}
}

void value_show(struct text *out, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL:
	case VALUE_UNDEFINED:
	case VALUE_SCOPE:
		return;
	case VALUE_WHOLE:
	case VALUE_REAL:
		return say_number(out, value_number(value));
	case VALUE_DATE:
		return say_date(out, value->date);
	case VALUE_STAMP:
		return say_stamp(out, value->stamp);
	case VALUE_MAP:
		return show_marked(out, value->map);
	case VALUE_LIST:
		for (size_t i = 0; i < value->list.n; i++) {
			text_add(out, i ? ", " : "");
			value_show(out, &value->list.items[i]);
		}
		return;
	case VALUE_TEXT:
	case VALUE_BOOL:
	case VALUE_DELTA:
		break;
	}
	value_say(out, value);
}

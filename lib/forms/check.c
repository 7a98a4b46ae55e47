/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/formats.h"
#include "lib/forms/moment.h"
#include "lib/forms/pattern.h"

static struct problem found(enum problem_code code)
{
	return (struct problem){ .code = code };
}

static struct problem limited(enum problem_code code, double limit)
{
	return (struct problem){ .code = code, .limit = limit };
}

static struct problem found_if(bool wrong, enum problem_code code)
{
	return found(wrong ? code : PROBLEM_NONE);
}

static struct problem check_line(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)today;
	return found_if(strpbrk(text, "\r\n") != NULL, PROBLEM_TYPE);
}

static struct problem check_any(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)text;
	(void)today;
	return found(PROBLEM_NONE);
}

static struct problem check_email(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)today;
	return found_if(!email_is_valid(text), PROBLEM_EMAIL);
}

static struct problem check_phone(
	const struct component *component, const char *text, struct date today)
{
	(void)today;
	return found_if(
		!phone_is_valid(text, component->limits.dutch_phone), PROBLEM_PHONE);
}

static struct problem check_postcode(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)today;
	return found_if(!postcode_is_valid(text), PROBLEM_POSTCODE);
}

static struct problem check_bsn(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)today;
	if (!is_digits(text, 9))
		return found(PROBLEM_BSN_LENGTH);
	return found_if(!bsn_is_proof(text), PROBLEM_BSN);
}

static struct problem check_iban(
	const struct component *component, const char *text, struct date today)
{
	(void)component;
	(void)today;
	return found_if(!iban_is_valid(text), PROBLEM_IBAN);
}

static struct problem check_option(
	const struct component *component, const char *text, struct date today)
{
	(void)today;
	return found_if(!component_option(component, text), PROBLEM_OPTION);
}

/* min_time above max_time: the span passes midnight. */
static bool in_time_range(const struct limits *limits, int at)
{
	int from = limits->min_time ? time_seconds(limits->min_time) : -1;
	int to = limits->max_time ? time_seconds(limits->max_time) : -1;

	if (from >= 0 && to >= 0 && from > to)
		return at >= from || at <= to;
	return (from < 0 || at >= from) && (to < 0 || at <= to);
}

static struct problem check_time(
	const struct component *component, const char *text, struct date today)
{
	int at = time_seconds(text);

	(void)today;
	if (at < 0)
		return found(PROBLEM_TIME);
	return found_if(!in_time_range(&component->limits, at), PROBLEM_TIME_RANGE);
}

/* `otherwise` is what a fixed limit that is passed is called, `side` on which
 * side of it is wrong. */
static struct problem check_date_limit(const struct date_limit *limit,
	struct date date, struct date today, int side)
{
	int past = date_compare(date, today);
	bool is_today = past == 0 && limit->include_today;

	switch (limit->mode) {
	case DATE_ANY:
	case DATE_RELATIVE:
		break;
	case DATE_FUTURE:
		return found_if(past <= 0 && !is_today, PROBLEM_DATE_FUTURE);
	case DATE_PAST:
		return found_if(past >= 0 && !is_today, PROBLEM_DATE_PAST);
	case DATE_FIXED:
		if (date_compare(date, limit->fixed) * side > 0)
			return (struct problem){ .code = side < 0 ? PROBLEM_DATE_BEFORE
													  : PROBLEM_DATE_AFTER,
				.date_limit = limit->fixed };
		break;
	}
	return found(PROBLEM_NONE);
}

static struct problem check_date(
	const struct component *component, const char *text, struct date today)
{
	const struct limits *limits = &component->limits;
	struct date date = date_from_text(text);
	struct problem problem;

	if (!date.day || strlen(text) != strlen("2026-11-25"))
		return found(PROBLEM_DATE);
	problem = check_date_limit(&limits->min_date, date, today, -1);
	if (!problem.code)
		problem = check_date_limit(&limits->max_date, date, today, 1);
	return problem;
}

static struct problem check_datetime(
	const struct component *component, const char *text, struct date today)
{
	struct stamp stamp;
	char *day;
	struct problem problem;

	if (strlen(text) < sizeof "2026-11-25T14:30" - 1 || text[10] != 'T' ||
		!stamp_read(text, &stamp))
		return found(PROBLEM_DATETIME);
	day = mem_text_n(text, sizeof "2026-11-25" - 1);
	problem = check_date(component, day, today);
	free(day);
	return problem;
}

/* What a component that answers with a text takes; NULL: other JSON. */
typedef struct problem check_text(
	const struct component *component, const char *text, struct date today);

static check_text *const text_checks[N_COMPONENT_TYPES] = {
	[COMPONENT_TEXTFIELD] = check_line,
	[COMPONENT_TEXTAREA] = check_any,
	[COMPONENT_EMAIL] = check_email,
	[COMPONENT_PHONE] = check_phone,
	[COMPONENT_POSTCODE] = check_postcode,
	[COMPONENT_BSN] = check_bsn,
	[COMPONENT_IBAN] = check_iban,
	[COMPONENT_DATE] = check_date,
	[COMPONENT_DATETIME] = check_datetime,
	[COMPONENT_TIME] = check_time,
	[COMPONENT_LICENSEPLATE] = check_line,
	[COMPONENT_RADIO] = check_option,
	[COMPONENT_SELECT] = check_option,
};

static struct problem check_string(
	const struct component *component, const json_t *value, struct date today)
{
	const char *text = json_string_value(value);
	const struct limits *limits = &component->limits;
	struct problem problem;

	if (!text)
		return found(PROBLEM_TYPE);
	if (limits->max_length && text_length(text) > (size_t)limits->max_length)
		return limited(PROBLEM_TOO_LONG, limits->max_length);
	problem = text_checks[component->type](component, text, today);
	if (!problem.code && limits->pattern &&
		!pattern_meets(limits->pattern, text))
		return found(PROBLEM_PATTERN);
	return problem;
}

static bool has_decimals_over(double number, int decimals)
{
	double scaled = number * pow(10, decimals);

	/* 0.1 is never exactly 0.1: near enough is whole. */
	return fabs(scaled - round(scaled)) > 1e-9 * fmax(1, fabs(scaled));
}

static struct problem check_number(
	const struct component *component, const json_t *value)
{
	const struct limits *limits = &component->limits;
	double number;

	if (!json_is_number(value))
		return found(PROBLEM_TYPE);
	number = json_number_value(value);
	if (!isfinite(number))
		return found(PROBLEM_NOT_A_NUMBER);
	if (limits->decimals == 0 && has_decimals_over(number, 0))
		return found(PROBLEM_NOT_WHOLE);
	if (limits->decimals > 0 && has_decimals_over(number, limits->decimals))
		return limited(PROBLEM_DECIMALS, limits->decimals);
	if (number < 0 && !limits->allow_negative)
		return found(PROBLEM_NEGATIVE);
	if (limits->has_min && number < limits->min)
		return limited(PROBLEM_TOO_SMALL, limits->min);
	if (limits->has_max && number > limits->max)
		return limited(PROBLEM_TOO_LARGE, limits->max);
	return found(PROBLEM_NONE);
}

static struct problem check_marks(
	const struct component *component, const json_t *value)
{
	const struct limits *limits = &component->limits;
	const char *name;
	json_t *mark;
	int marks = 0;

	if (!json_is_object(value))
		return found(PROBLEM_TYPE);
	json_object_foreach(lend(value), name, mark)
	{
		if (!json_is_boolean(mark))
			return found(PROBLEM_TYPE);
		if (!component_option(component, name))
			return found(PROBLEM_OPTION);
		marks += json_is_true(mark);
	}
	if (limits->min_selected && marks && marks < limits->min_selected)
		return limited(PROBLEM_TOO_FEW, limits->min_selected);
	if (limits->max_selected && marks > limits->max_selected)
		return limited(PROBLEM_TOO_MANY, limits->max_selected);
	return found(PROBLEM_NONE);
}

/* Of options chosen: each of them once. */
static struct problem check_list(
	const struct component *component, const json_t *value)
{
	const struct limits *limits = &component->limits;
	int n = (int)json_array_size(value);
	json_t *one;
	size_t i;

	if (!json_is_array(value))
		return found(PROBLEM_TYPE);
	json_array_foreach(lend(value), i, one)
	{
		if (!json_is_string(one))
			return found(PROBLEM_TYPE);
		if (!component_option(component, json_string_value(one)))
			return found(PROBLEM_OPTION);
	}
	if (limits->min_selected && n < limits->min_selected)
		return limited(PROBLEM_TOO_FEW, limits->min_selected);
	if (limits->max_selected && n > limits->max_selected)
		return limited(PROBLEM_TOO_MANY, limits->max_selected);
	return found(PROBLEM_NONE);
}

/* What is in them: check_component(). */
static struct problem check_rows(
	const struct component *component, const json_t *value)
{
	if (!json_is_array(value))
		return found(PROBLEM_TYPE);
	if (json_array_size(value) > (size_t)component->repeat->most)
		return limited(PROBLEM_MANY_ROWS, component->repeat->most);
	return found(PROBLEM_NONE);
}

static bool takes_list(const struct component *component)
{
	return component->multiple || component->repeat ||
		   component->type == COMPONENT_FILE ||
		   component->type == COMPONENT_PROFILE;
}

static enum problem_code nothing_code(const struct component *component)
{
	if (component->repeat)
		return PROBLEM_NO_ROWS;
	return component->type == COMPONENT_CHECKBOX ? PROBLEM_MUST_AGREE
												 : PROBLEM_REQUIRED;
}

static struct problem check_empty(
	const struct component *component, const json_t *value)
{
	/* Empty, but of another kind than this question's empty. */
	if ((json_is_array(value) && !takes_list(component)) ||
		(json_is_string(value) && takes_list(component)) ||
		(json_is_object(value) && component->type != COMPONENT_SELECTBOXES) ||
		(json_is_false(value) && component->type != COMPONENT_CHECKBOX))
		return found(PROBLEM_TYPE);
	if (json_is_object(value)) {
		struct problem problem = check_marks(component, value);

		if (problem.code)
			return problem;
	}
	/* Of parts each says for itself whether it is required. */
	if (!component->limits.required || component_is_whole(component))
		return found(PROBLEM_NONE);
	return found(nothing_code(component));
}

static struct problem check_filled(
	const struct component *component, const json_t *value, struct date today)
{
	if (component->multiple)
		return check_list(component, value);
	if (component->repeat)
		return check_rows(component, value);
	/* A file cannot be given here, and of parts nothing may be left. */
	if (component->type == COMPONENT_FILE || component_is_whole(component))
		return found(PROBLEM_TYPE);
	if (text_checks[component->type])
		return check_string(component, value, today);
	if (component->type == COMPONENT_SELECTBOXES)
		return check_marks(component, value);
	if (component->type == COMPONENT_CHECKBOX)
		return found_if(!json_is_true(value), PROBLEM_TYPE);
	if (component_has_answer(component))
		return check_number(component, value);
	return found(PROBLEM_NONE);
}

struct problem check_value(
	const struct component *component, const json_t *value, struct date today)
{
	struct problem problem = { 0 };

	if (component_has_answer(component))
		problem = answer_is_empty(component, value)
					  ? check_empty(component, value)
					  : check_filled(component, value, today);
	problem.component = component;
	return problem;
}

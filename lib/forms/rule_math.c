/* SPDX-License-Identifier: EUPL-1.2 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/forms/rule_run.h"

static struct value null(void)
{
	return (struct value){ .kind = VALUE_NULL };
}

static struct value whole(int64_t number)
{
	return (struct value){ .kind = VALUE_WHOLE, .whole = number };
}

/* JSON has no infinity. */
static struct value real(struct run *run, double number)
{
	if (!isfinite(number))
		return run_fail(run);
	return (struct value){ .kind = VALUE_REAL, .real = number };
}

/* A text as the number that it is; all else as it is. */
static struct value numeric(struct run *run, const struct value *value)
{
	struct value number;

	if (value->kind == VALUE_BOOL)
		return whole(value->truth);
	if (value->kind != VALUE_TEXT)
		return *value;
	return text_number(value->text, &number) ? number : run_fail(run);
}

/* A date with hours added is a moment, as in Python. */
static struct value moved(
	struct run *run, const struct value *moment, struct delta delta)
{
	struct value sum = *moment;
	bool fine;

	if (sum.kind == VALUE_DATE && delta_has_clock(delta))
		sum = (struct value){ .kind = VALUE_STAMP,
			.stamp = stamp_of_date(moment->date) };
	fine = sum.kind == VALUE_DATE ? date_plus(sum.date, delta, &sum.date)
								  : stamp_plus(sum.stamp, delta, &sum.stamp);
	return fine ? sum : run_fail(run);
}

static bool is_moment(const struct value *value)
{
	return value->kind == VALUE_DATE || value->kind == VALUE_STAMP;
}

static struct value add_numbers(
	struct run *run, const struct value *a, const struct value *b)
{
	int64_t sum;

	if (a->kind == VALUE_WHOLE && b->kind == VALUE_WHOLE &&
		!__builtin_add_overflow(a->whole, b->whole, &sum))
		return whole(sum);
	return real(run, value_number(a) + value_number(b));
}

static struct value add(
	struct run *run, const struct value *a, const struct value *b)
{
	struct value sum = { .kind = VALUE_DELTA };

	if (value_is_number(a) && value_is_number(b))
		return add_numbers(run, a, b);
	if (is_moment(a) && b->kind == VALUE_DELTA)
		return moved(run, a, b->delta);
	if (is_moment(b) && a->kind == VALUE_DELTA)
		return moved(run, b, a->delta);
	if (a->kind == VALUE_DELTA && b->kind == VALUE_DELTA &&
		delta_plus(a->delta, b->delta, &sum.delta))
		return sum;
	return run_fail(run);
}

static struct value op_plus(struct run *run, const struct value *args, size_t n)
{
	struct value sum = n ? numeric(run, &args[0]) : whole(0);

	for (size_t i = 1; i < n && !run->failed; i++) {
		struct value next = numeric(run, &args[i]);

		sum = add(run, &sum, &next);
	}
	if (!value_is_number(&sum) && !is_moment(&sum) && sum.kind != VALUE_DELTA)
		return run_fail(run);
	return run->failed ? run_fail(run) : sum;
}

static struct value negative(struct run *run, const struct value *value)
{
	struct value turned = *value;

	if (value->kind == VALUE_DELTA)
		turned.delta = delta_negative(value->delta);
	else if (value->kind == VALUE_WHOLE && value->whole != INT64_MIN)
		turned.whole = -value->whole;
	else if (value_is_number(value))
		return real(run, -value_number(value));
	else
		return run_fail(run);
	return turned;
}

/* A text: what is reckoned on with goes through {"duration": ...} first. */
static struct value between(
	struct run *run, const struct value *a, const struct value *b)
{
	char *span =
		span_text(a->kind == VALUE_DATE ? date_minus(a->date, b->date)
										: stamp_minus(a->stamp, b->stamp));
	struct text text = { 0 };

	text_add(&text, span);
	free(span);
	return value_text(run, &text);
}

static struct value earlier(
	struct run *run, const struct value *from, const struct value *span)
{
	struct value sum = *from;

	if (from->kind != VALUE_DATE || delta_has_clock(span->delta))
		return moved(run, from, delta_negative(span->delta));
	return date_less(from->date, span->delta, &sum.date) ? sum : run_fail(run);
}

static struct value op_minus(
	struct run *run, const struct value *args, size_t n)
{
	struct value from = numeric(run, &args[0]), less;

	if (run->failed || n == 1)
		return negative(run, &from);
	less = numeric(run, &args[1]);
	if (run->failed)
		return run_fail(run);
	if (is_moment(&from) && less.kind == from.kind)
		return between(run, &from, &less);
	if (is_moment(&from) && less.kind == VALUE_DELTA)
		return earlier(run, &from, &less);
	less = negative(run, &less);
	if (run->failed)
		return run_fail(run);
	return add(run, &from, &less);
}

static bool as_real(struct run *run, const struct value *value, double *number)
{
	struct value read = numeric(run, value);

	if (run->failed || !value_is_number(&read)) {
		run->failed = true;
		return false;
	}
	*number = value_number(&read);
	return true;
}

/* Starts whole at 1 and turns real with the first number, as in Python. */
static struct value op_times(
	struct run *run, const struct value *args, size_t n)
{
	double product = 1, factor;

	if (!n)
		return whole(1);
	for (size_t i = 0; i < n; i++) {
		if (!as_real(run, &args[i], &factor))
			return run_fail(run);
		product *= factor;
	}
	return real(run, product);
}

static struct value op_divide(
	struct run *run, const struct value *args, size_t n)
{
	double from, by;

	if (n == 1)
		return args[0];
	if (!as_real(run, &args[0], &from) || !as_real(run, &args[1], &by) ||
		by == 0)
		return run_fail(run);
	return real(run, from / by);
}

/* The rest has the sign of what is divided by. */
static struct value op_rest(struct run *run, const struct value *args, size_t n)
{
	const struct value *a = &args[0], *b = &args[1];
	double rest, by;

	(void)n;
	if (!value_is_number(a) || !value_is_number(b) || value_number(b) == 0)
		return run_fail(run);
	if (a->kind != VALUE_REAL && b->kind != VALUE_REAL) {
		struct value from = numeric(run, a), divisor = numeric(run, b);
		int64_t left = divisor.whole == -1 ? 0 : from.whole % divisor.whole;

		if (left && (left < 0) != (divisor.whole < 0))
			left += divisor.whole;
		return whole(left);
	}
	by = value_number(b);
	rest = fmod(value_number(a), by);
	if (rest != 0 && (rest < 0) != (by < 0))
		rest += by;
	return real(run, rest);
}

static struct value extreme(
	struct run *run, const struct value *args, size_t n, bool least)
{
	const struct value *best = &args[0];

	for (size_t i = 1; i < n; i++) {
		bool less;

		if (!value_less(
				least ? &args[i] : best, least ? best : &args[i], &less))
			return run_fail(run);
		if (less)
			best = &args[i];
	}
	return *best;
}

static struct value op_min(struct run *run, const struct value *args, size_t n)
{
	return extreme(run, args, n, true);
}

static struct value op_max(struct run *run, const struct value *args, size_t n)
{
	return extreme(run, args, n, false);
}

static struct value op_today(
	struct run *run, const struct value *args, size_t n)
{
	(void)args;
	(void)n;
	return (struct value){ .kind = VALUE_DATE, .date = run->world->today };
}

static struct value op_date(struct run *run, const struct value *args, size_t n)
{
	struct value date = { .kind = VALUE_DATE };

	(void)n;
	if (args[0].kind == VALUE_DATE)
		return args[0];
	if (args[0].kind == VALUE_STAMP)
		date.date = stamp_date(args[0].stamp);
	else if (args[0].kind != VALUE_TEXT)
		return run_fail(run);
	else if (!date_read(args[0].text, &date.date))
		return null();
	return date;
}

static struct value op_datetime(
	struct run *run, const struct value *args, size_t n)
{
	struct value stamp = { .kind = VALUE_STAMP };

	(void)n;
	if (args[0].kind == VALUE_STAMP)
		return args[0];
	if (args[0].kind != VALUE_TEXT)
		return run_fail(run);
	return stamp_read(args[0].text, &stamp.stamp) ? stamp : null();
}

/* Years and months must be whole; of the others a part counts. */
static bool add_unit(struct delta *delta, size_t unit, double number)
{
	static const struct {
		int months;
		double seconds;
	} units[] = { { 12, 0 }, { 1, 0 }, { 0, 86400 }, { 0, 3600 }, { 0, 60 },
		{ 0, 1 } };

	if (fabs(number) > 4e6)
		return false;
	delta->months += (int64_t)number * units[unit].months;
	delta->micros += llround(number * units[unit].seconds * SECOND);
	return !units[unit].months || number == floor(number);
}

static struct value op_rdelta(
	struct run *run, const struct value *args, size_t n)
{
	struct value span = { .kind = VALUE_DELTA, .delta.of_clock = true };

	for (size_t i = 0; i < n && i < 6; i++) {
		if (!value_is_number(&args[i]) ||
			!add_unit(&span.delta, i, value_number(&args[i])))
			return run_fail(run);
	}
	return span;
}

static struct value op_duration(
	struct run *run, const struct value *args, size_t n)
{
	struct value span = { .kind = VALUE_DELTA };

	(void)n;
	if (args[0].kind == VALUE_DELTA)
		return args[0];
	if (args[0].kind != VALUE_TEXT || !delta_read(args[0].text, &span.delta))
		return run_fail(run);
	return span;
}

const struct operation math_operators[] = {
	{ "+", 0, ANY_NUMBER, op_plus, NULL, true, false },
	{ "-", 1, ANY_NUMBER, op_minus, NULL, true, false },
	{ "*", 0, ANY_NUMBER, op_times, NULL, true, false },
	{ "/", 1, 2, op_divide, NULL, true, false },
	{ "%", 2, 2, op_rest, NULL, true, false },
	{ "min", 1, ANY_NUMBER, op_min, NULL, true, false },
	{ "max", 1, ANY_NUMBER, op_max, NULL, true, false },
	{ "today", 0, ANY_NUMBER, op_today, NULL, false, false },
	{ "date", 1, ANY_NUMBER, op_date, NULL, true, true },
	{ "datetime", 1, ANY_NUMBER, op_datetime, NULL, true, true },
	{ "rdelta", 0, ANY_NUMBER, op_rdelta, NULL, false, false },
	{ "duration", 1, 2, op_duration, NULL, false, false },
	{ 0 },
};

/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "lib/forms/rule_run.h"

static bool same_said(const struct value *a, const struct value *b)
{
	struct text first = { 0 }, second = { 0 };
	bool is_same;

	value_say(&first, a);
	value_say(&second, b);
	is_same = text_same(first.bytes, second.bytes);
	text_clear(&first);
	text_clear(&second);
	return is_same;
}

/* As texts where one is a text, as truths where one is one, else as is. */
static bool same_softly(const struct value *a, const struct value *b)
{
	if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT)
		return strcmp(a->text, b->text) == 0;
	if (a->kind == VALUE_TEXT || b->kind == VALUE_TEXT)
		return same_said(a, b);
	if (a->kind == VALUE_BOOL || b->kind == VALUE_BOOL)
		return value_holds(a) == value_holds(b);
	return value_same(a, b);
}

/* "P10D" is "P0Y0M10DT0H0M0S". */
static bool same(const struct value *a, const struct value *b)
{
	struct value read = { .kind = VALUE_DELTA };

	if (a->kind == VALUE_DELTA && b->kind == VALUE_TEXT &&
		delta_read(b->text, &read.delta))
		return value_same(a, &read);
	if (b->kind == VALUE_DELTA && a->kind == VALUE_TEXT &&
		delta_read(a->text, &read.delta))
		return value_same(b, &read);
	return same_softly(a, b);
}

static struct value op_equal(
	struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return value_bool(same(&args[0], &args[1]));
}

static struct value op_unequal(
	struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return value_bool(!same(&args[0], &args[1]));
}

static bool same_kind(const struct value *a, const struct value *b)
{
	return a->kind == b->kind && value_same(a, b);
}

static struct value op_identical(
	struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return value_bool(same_kind(&args[0], &args[1]));
}

static struct value op_different(
	struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return value_bool(!same_kind(&args[0], &args[1]));
}

/* As Python's float() would make it: false when it cannot, and then *wrong
 * when that is an error and not just no number. */
static bool as_number(const struct value *value, double *number, bool *wrong)
{
	struct value read;

	if (value_is_number(value)) {
		*number = value_number(value);
		return true;
	}
	if (value->kind != VALUE_TEXT)
		return false;
	if (text_number(value->text, &read)) {
		*number = value_number(&read);
		return true;
	}
	*wrong = true;
	return false;
}

static bool is_counted(const struct value *value)
{
	return value->kind == VALUE_WHOLE || value->kind == VALUE_REAL;
}

/* Beside a number everything is one, or not less. */
static bool is_less(
	struct run *run, const struct value *a, const struct value *b)
{
	double first = 0, second = 0;
	bool less = false, wrong = false;

	if (a->kind == VALUE_WHOLE && b->kind == VALUE_WHOLE)
		return a->whole < b->whole;
	if (is_counted(a) || is_counted(b)) {
		less = as_number(a, &first, &wrong);
		less = less && as_number(b, &second, &wrong) && first < second;
	} else {
		wrong = !value_less(a, b, &less);
	}
	run->failed |= wrong;
	return less;
}

/* Whether it holds for each two that stand beside each other. */
static struct value chain(struct run *run, const struct value *args, size_t n,
	bool or_same, bool turned)
{
	bool holds = true;

	for (size_t i = 0; i + 1 < n && holds; i++) {
		const struct value *a = &args[turned ? i + 1 : i];
		const struct value *b = &args[turned ? i : i + 1];

		holds = is_less(run, a, b) || (or_same && same(a, b));
	}
	return run->failed ? run_fail(run) : value_bool(holds);
}

/* What stood beside a number counts as one for the next too. */
static struct value op_less(struct run *run, const struct value *args, size_t n)
{
	struct value left = args[0];
	bool holds = true;

	for (size_t i = 1; i < n && holds && !run->failed; i++) {
		bool counted = is_counted(&left) || is_counted(&args[i]);
		struct value right = args[i], number;

		holds = is_less(run, &left, &right);
		if (counted && right.kind == VALUE_TEXT &&
			text_number(right.text, &number))
			right = number;
		left = right;
	}
	return run->failed ? run_fail(run) : value_bool(holds);
}

static struct value op_less_equal(
	struct run *run, const struct value *args, size_t n)
{
	return chain(run, args, n, true, false);
}

static struct value op_more(struct run *run, const struct value *args, size_t n)
{
	return chain(run, args, n, false, true);
}

static struct value op_more_equal(
	struct run *run, const struct value *args, size_t n)
{
	return chain(run, args, n, true, true);
}

static struct value op_not(struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return value_bool(!value_holds(&args[0]));
}

static struct value op_holds(
	struct run *run, const struct value *args, size_t n)
{
	(void)run;
	return value_bool(n && value_holds(&args[0]));
}

static struct value op_and(struct run *run, const struct value *args, size_t n)
{
	struct value all = value_bool(true);

	(void)run;
	for (size_t i = 0; i < n && value_holds(&all); i++)
		all = args[i];
	return all;
}

static struct value op_or(struct run *run, const struct value *args, size_t n)
{
	struct value any = value_bool(false);

	(void)run;
	for (size_t i = 0; i < n && !value_holds(&any); i++)
		any = args[i];
	return any;
}

static struct value op_if(struct run *run, const struct value *args, size_t n)
{
	(void)run;
	for (size_t i = 0; i + 1 < n; i += 2) {
		if (value_holds(&args[i]))
			return args[i + 1];
	}
	return n % 2 ? args[n - 1] : (struct value){ .kind = VALUE_NULL };
}

static struct value in_list(const struct value *item, const struct value *list)
{
	for (size_t i = 0; i < list->list.n; i++) {
		if (value_same(item, &list->list.items[i]))
			return value_bool(true);
	}
	return value_bool(false);
}

static struct value op_in(struct run *run, const struct value *args, size_t n)
{
	const struct value *item = &args[0], *all = &args[1];

	(void)n;
	if (all->kind == VALUE_LIST)
		return in_list(item, all);
	if (value_is_nothing(item))
		return value_bool(false);
	if (all->kind == VALUE_TEXT && item->kind != VALUE_TEXT)
		return run_fail(run);
	if (all->kind == VALUE_TEXT)
		return value_bool(strstr(all->text, item->text) != NULL);
	if (all->kind == VALUE_MAP)
		return value_bool(item->kind == VALUE_TEXT &&
						  json_object_get(all->map, item->text) != NULL);
	return value_bool(false);
}

static struct value op_cat(struct run *run, const struct value *args, size_t n)
{
	struct text whole = { 0 };

	for (size_t i = 0; i < n; i++) {
		value_say(&whole, &args[i]);
		if (!run_step(run, 1 + whole.size / 1024)) {
			text_clear(&whole);
			return run_fail(run);
		}
	}
	return value_text(run, &whole);
}

static struct value op_merge(
	struct run *run, const struct value *args, size_t n)
{
	struct value *items;
	size_t total = 0, at = 0;

	for (size_t i = 0; i < n; i++)
		total += args[i].kind == VALUE_LIST ? args[i].list.n : 1;
	if (!run_step(run, total))
		return run_fail(run);
	items = heap_take(&run->heap, total, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		if (args[i].kind != VALUE_LIST) {
			items[at++] = args[i];
			continue;
		}
		for (size_t j = 0; j < args[i].list.n; j++)
			items[at++] = args[i].list.items[j];
	}
	return value_list(&run->heap, items, total);
}

static struct value op_count(
	struct run *run, const struct value *args, size_t n)
{
	struct value count = { .kind = VALUE_WHOLE };

	(void)run;
	for (size_t i = 0; i < n; i++)
		count.whole += value_holds(&args[i]);
	return count;
}

/* What a rule logs is what people answered: nobody is told. */
static struct value op_log(struct run *run, const struct value *args, size_t n)
{
	(void)run;
	(void)n;
	return args[0];
}

static bool as_whole(const struct value *value, int64_t *whole)
{
	if (value->kind == VALUE_BOOL)
		*whole = value->truth;
	else if (value->kind == VALUE_WHOLE)
		*whole = value->whole;
	else
		return false;
	return true;
}

static int64_t within(int64_t at, int64_t size)
{
	if (at < 0)
		at = at < -size ? 0 : size + at;
	return at > size ? size : at;
}

/* In characters; a negative start or length counts from the end. */
static struct value op_substr(
	struct run *run, const struct value *args, size_t n)
{
	struct text said = { 0 }, part = { 0 };
	int64_t start, length = INT32_MAX, size, end;
	const char *at;

	if (!as_whole(&args[1], &start) || (n > 2 && !as_whole(&args[2], &length)))
		return run_fail(run);
	value_say(&said, &args[0]);
	at = said.bytes ? said.bytes : "";
	size = (int64_t)text_length(at);
	start = within(start, size);
	end = length < 0 ? within(length, size) : size;
	if (length >= 0 && length < size - start)
		end = start + length;
	for (int64_t i = 0; i < end && *at; i++) {
		const char *from = at;

		text_next(&at);
		if (i >= start)
			text_add_n(&part, from, (size_t)(at - from));
	}
	text_clear(&said);
	return value_text(run, &part);
}

const struct operation logic_operators[] = {
	{ "==", 2, 2, op_equal, NULL, false, false },
	{ "===", 2, 2, op_identical, NULL, false, false },
	{ "!=", 2, 2, op_unequal, NULL, false, false },
	{ "!==", 2, 2, op_different, NULL, false, false },
	{ "<", 2, ANY_NUMBER, op_less, NULL, true, false },
	{ "<=", 2, ANY_NUMBER, op_less_equal, NULL, true, false },
	{ ">", 2, ANY_NUMBER, op_more, NULL, true, false },
	{ ">=", 2, ANY_NUMBER, op_more_equal, NULL, true, false },
	{ "!", 1, 1, op_not, NULL, false, false },
	{ "!!", 0, 1, op_holds, NULL, false, false },
	{ "and", 0, ANY_NUMBER, op_and, NULL, false, false },
	{ "or", 0, ANY_NUMBER, op_or, NULL, false, false },
	{ "if", 0, ANY_NUMBER, op_if, NULL, false, false },
	{ "?:", 3, 3, op_if, NULL, false, false },
	{ "in", 2, 2, op_in, NULL, false, false },
	{ "cat", 0, ANY_NUMBER, op_cat, NULL, false, false },
	{ "merge", 0, ANY_NUMBER, op_merge, NULL, false, false },
	{ "count", 0, ANY_NUMBER, op_count, NULL, true, false },
	{ "log", 1, 1, op_log, NULL, true, false },
	{ "substr", 2, 3, op_substr, NULL, true, false },
	{ 0 },
};

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What can be known of a condition before anybody has answered anything. Only
 * what is certain counts: all else is MAYBE.
 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "tools/check_parts.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

static enum truth invert(enum truth truth)
{
	return truth == MAYBE ? MAYBE : truth == NEVER ? ALWAYS : NEVER;
}

static bool number_of(const json_t *json, double *number)
{
	*number = json_number_value(json);
	return json_is_number(json);
}

static bool limit_of(const json_t *component, const char *key, double *limit)
{
	return number_of(
		json_object_get(json_object_get(component, "validate"), key), limit);
}

static bool is_number_type(const char *type)
{
	return strcmp(type, "number") == 0 || strcmp(type, "currency") == 0;
}

static enum truth equals_number(const json_t *component, const json_t *eq)
{
	double number, limit;

	if (!number_of(eq, &number))
		return MAYBE;
	if (limit_of(component, "min", &limit) && number < limit)
		return NEVER;
	if (limit_of(component, "max", &limit) && number > limit)
		return NEVER;
	return MAYBE;
}

enum truth check_equals(const json_t *component, const json_t *eq)
{
	const char *type = json_text(component, "type");
	const char *text = json_string_value(eq);
	bool choice = !strcmp(type, "radio") || !strcmp(type, "select");

	if (is_number_type(type))
		return equals_number(component, eq);
	if (!choice || !text || !*text || !check_options(component))
		return MAYBE;
	return check_has_option(component, text) ? MAYBE : NEVER;
}

static bool is_equality(const char *op)
{
	return strcmp(op, "==") == 0 || strcmp(op, "===") == 0;
}

static bool is_inequality(const char *op)
{
	return strcmp(op, "!=") == 0 || strcmp(op, "!==") == 0;
}

static bool is_literal(const json_t *json)
{
	return json && !json_is_object(json) && !json_is_array(json);
}

/* As json-logic-py has it: with a text on either side, texts are compared. */
static enum truth equal_literals(const json_t *a, const json_t *b)
{
	double x, y;

	if (json_is_string(a) && json_is_string(b))
		return json_equal(a, b) ? ALWAYS : NEVER;
	if (number_of(a, &x) && number_of(b, &y))
		return x == y ? ALWAYS : NEVER;
	if (json_is_boolean(a) && json_is_boolean(b))
		return json_equal(a, b) ? ALWAYS : NEVER;
	return MAYBE;
}

static enum truth judge_equality(
	const struct check *check, const json_t *a, const json_t *b)
{
	const char *name = *logic_name(a) ? logic_name(a) : logic_name(b);
	const json_t *literal = *logic_name(a) ? b : a;
	const json_t *component;
	const char *rest;

	if (is_literal(a) && is_literal(b))
		return equal_literals(a, b);
	if (!*name || !is_literal(literal))
		return MAYBE;
	component = check_component_of(check, name, &rest);
	if (component && !*rest)
		return check_equals(component, literal);
	/* A name of nothing is null, which equals no text but "None". */
	if (!check_is_name(check, name) && json_is_string(literal))
		return NEVER;
	return MAYBE;
}

/* Whether a number of `component` can be `op` than `than`. */
static enum truth judge_bound(
	const json_t *component, const char *op, double than)
{
	bool or_equal = op[1] == '=';
	double limit;

	if (op[0] == '>' && limit_of(component, "max", &limit) &&
		(limit < than || (limit == than && !or_equal)))
		return NEVER;
	if (op[0] == '<' && limit_of(component, "min", &limit) &&
		(limit > than || (limit == than && !or_equal)))
		return NEVER;
	return MAYBE;
}

static enum truth judge_order(
	const struct check *check, const char *op, const json_t *a, const json_t *b)
{
	static const char *const turned[] = { "<", ">", "<=", ">=" };
	static const char *const ops[] = { ">", "<", ">=", "<=" };
	const json_t *component;
	const char *rest;
	double x, y;

	if (number_of(a, &x) && number_of(b, &y)) {
		bool holds = op[0] == '>' ? x > y : x < y;

		return holds || (op[1] == '=' && x == y) ? ALWAYS : NEVER;
	}
	if (*logic_name(b) && number_of(a, &x)) {
		for (size_t i = 0; i < 4; i++) {
			if (strcmp(ops[i], op) == 0)
				return judge_order(check, turned[i], b, a);
		}
	}
	if (!*logic_name(a) || !number_of(b, &y))
		return MAYBE;
	component = check_component_of(check, logic_name(a), &rest);
	if (!component || *rest || !is_number_type(json_text(component, "type")))
		return MAYBE;
	return judge_bound(component, op, y);
}

/* `x == "a"` and `x == "b"` side by side. */
static bool contradicts(const json_t *one, const json_t *other)
{
	const json_t *a = NULL, *b = NULL;
	const char *op = json_is_object(one) ? logic_operator(one, &a) : "";
	const char *second = json_is_object(other) ? logic_operator(other, &b) : "";
	const char *name;

	if (!is_equality(op) || !is_equality(second))
		return false;
	name = logic_name(logic_argument(a, 0));
	return *name && strcmp(name, logic_name(logic_argument(b, 0))) == 0 &&
		   is_literal(logic_argument(a, 1)) &&
		   is_literal(logic_argument(b, 1)) &&
		   equal_literals(logic_argument(a, 1), logic_argument(b, 1)) == NEVER;
}

static enum truth judge_and(const struct check *check, const json_t *arguments)
{
	enum truth truth = ALWAYS;

	for (size_t i = 0; i < logic_count(arguments); i++) {
		enum truth one = check_truth(check, logic_argument(arguments, i));

		if (one < truth)
			truth = one;
		for (size_t j = 0; j < i; j++) {
			if (contradicts(
					logic_argument(arguments, j), logic_argument(arguments, i)))
				return NEVER;
		}
	}
	return truth;
}

static enum truth judge_or(const struct check *check, const json_t *arguments)
{
	enum truth truth = NEVER;

	for (size_t i = 0; i < logic_count(arguments); i++) {
		enum truth one = check_truth(check, logic_argument(arguments, i));

		if (one > truth)
			truth = one;
	}
	return truth;
}

/* if, then, else if, then, else. */
static enum truth judge_if(
	const struct check *check, const json_t *arguments, size_t from)
{
	enum truth truth, yes, no;

	if (from >= logic_count(arguments))
		return NEVER;
	truth = check_truth(check, logic_argument(arguments, from));
	if (from + 1 >= logic_count(arguments))
		return truth;
	yes = check_truth(check, logic_argument(arguments, from + 1));
	no = judge_if(check, arguments, from + 2);
	if (truth != MAYBE)
		return truth == ALWAYS ? yes : no;
	return yes == no ? yes : MAYBE;
}

/* {"in": [{"var": "x"}, ["a", "b"]]}. */
static enum truth judge_in(const struct check *check, const json_t *arguments)
{
	const char *name = logic_name(logic_argument(arguments, 0));
	const json_t *list = logic_argument(arguments, 1), *component;
	const char *rest;
	json_t *value;
	size_t i;

	component = check_component_of(check, name, &rest);
	if (!component || *rest || !json_is_array(list))
		return MAYBE;
	json_array_foreach(list, i, value)
	{
		if (check_equals(component, value) != NEVER)
			return MAYBE;
	}
	return NEVER;
}

static enum truth literal_truth(const json_t *json)
{
	double number;

	if (!json || json_is_null(json) || json_is_false(json) ||
		json_is_blank(json) || (number_of(json, &number) && number == 0))
		return NEVER;
	return ALWAYS;
}

enum truth check_truth(const struct check *check, const json_t *logic)
{
	const json_t *arguments;
	const char *op;

	if (!json_is_object(logic) || !json_object_size(logic))
		return literal_truth(logic);
	op = logic_operator(logic, &arguments);
	if (strcmp(op, "var") == 0)
		return *logic_name(logic) && logic_count(arguments) == 1 &&
					   !check_is_name(check, logic_name(logic))
				   ? NEVER
				   : MAYBE;
	if (strcmp(op, "and") == 0)
		return judge_and(check, arguments);
	if (strcmp(op, "or") == 0)
		return judge_or(check, arguments);
	if (strcmp(op, "!") == 0)
		return invert(check_truth(check, logic_argument(arguments, 0)));
	if (strcmp(op, "!!") == 0)
		return check_truth(check, logic_argument(arguments, 0));
	if (strcmp(op, "if") == 0 || strcmp(op, "?:") == 0)
		return judge_if(check, arguments, 0);
	if (strcmp(op, "in") == 0)
		return judge_in(check, arguments);
	if (is_equality(op))
		return judge_equality(
			check, logic_argument(arguments, 0), logic_argument(arguments, 1));
	if (is_inequality(op))
		return invert(judge_equality(
			check, logic_argument(arguments, 0), logic_argument(arguments, 1)));
	if ((*op == '<' || *op == '>') && logic_count(arguments) == 2)
		return judge_order(check, op, logic_argument(arguments, 0),
			logic_argument(arguments, 1));
	return MAYBE;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/logic_operators.h"

#include <string.h>

#include "tools/check_parts.h"

/* "'Adres' of 'Wat erop?' is marked", for a box or a mark. */
static bool say_marked(struct tell *told, size_t n, bool turned)
{
	for (size_t i = 0; n == 2 && i < 2; i++) {
		const json_t *mark = logic_argument(told->arguments, i);
		const char *rest;
		const char *name = logic_name(logic_argument(told->arguments, 1 - i));
		const struct component *component =
			named_component(told->form, name, &rest);

		if (!json_is_boolean(mark) || !component)
			continue;
		tell_term(told, 1 - i);
		text_add(told->out,
			json_is_true(mark) != turned ? " is marked" : " is not marked");
		return true;
	}
	return false;
}

static bool is_nothing(const json_t *term)
{
	return json_is_null(term) ||
		   (json_is_string(term) && !*json_string_value(term)) ||
		   (json_is_array(term) && !json_array_size(term));
}

/* "'Naam' is not filled in" */
static bool say_filled(struct tell *told, size_t n, bool filled)
{
	for (size_t i = 0; n == 2 && i < 2; i++) {
		if (!is_nothing(logic_argument(told->arguments, i)))
			continue;
		tell_term(told, 1 - i);
		text_add(told->out, filled ? " is filled in" : " is not filled in");
		return true;
	}
	return false;
}

static bool say_equal(struct tell *told, size_t n)
{
	return say_marked(told, n, false) || say_filled(told, n, false);
}

static bool say_unequal(struct tell *told, size_t n)
{
	return say_marked(told, n, true) || say_filled(told, n, true);
}

static bool say_truth(struct tell *told, size_t n, const char *words)
{
	if (n != 1 || !*logic_name(logic_argument(told->arguments, 0)))
		return false;
	tell_term(told, 0);
	text_add(told->out, words);
	return true;
}

static bool say_not(struct tell *told, size_t n)
{
	return say_truth(told, n, " is not filled in");
}

static bool say_holds(struct tell *told, size_t n)
{
	return say_truth(told, n, " is filled in");
}

/* "a if b, c if d, else e" */
static bool say_if(struct tell *told, size_t n)
{
	size_t i = 0;

	for (; i + 1 < n; i += 2) {
		text_add(told->out, i ? ", else " : "");
		tell_term(told, i + 1);
		text_add(told->out, " if ");
		tell_term(told, i);
	}
	if (i < n) {
		text_add(told->out, i ? ", else " : "");
		tell_term(told, i);
	}
	return true;
}

/* What is in a text or a list of one's own is "one of". */
static bool say_in(struct tell *told, size_t n)
{
	if (n != 2)
		return false;
	tell_term(told, 0);
	text_add(told->out, json_is_array(logic_argument(told->arguments, 1))
							? " is one of "
							: " is in ");
	tell_term(told, 1);
	return true;
}

static bool say_minus(struct tell *told, size_t n)
{
	if (n != 1)
		return false;
	text_add(told->out, "minus ");
	tell_term(told, 0);
	return true;
}

static bool say_first(struct tell *told, size_t n)
{
	if (n)
		tell_term(told, 0);
	return true;
}

static bool say_today(struct tell *told, size_t n)
{
	(void)n;
	text_add(told->out, "today");
	return true;
}

/* {"rdelta": [years, months, days]} */
static bool say_span(struct tell *told, size_t n)
{
	static const char *const units[] = { "years", "months", "days", "hours",
		"minutes", "seconds" };
	const char *between = "";

	for (size_t i = 0; i < n && i < sizeof units / sizeof units[0]; i++) {
		const json_t *term = logic_argument(told->arguments, i);

		if (json_is_number(term) && json_number_value(term) == 0)
			continue;
		text_add(told->out, between);
		tell_term(told, i);
		text_addf(told->out, " %s", units[i]);
		between = " and ";
	}
	if (!*between)
		text_add(told->out, "0 days");
	return true;
}

static bool say_name(struct tell *told, size_t n)
{
	text_add(told->out, "the item at hand");
	if (!n || is_nothing(logic_argument(told->arguments, 0)))
		return true;
	text_add(told->out, ", its ");
	tell_term(told, 0);
	return true;
}

/* Texts that are names, in the arguments themselves or in a list there. */
static void say_names(struct tell *told, const json_t *names)
{
	for (size_t i = 0; i < logic_count(names); i++) {
		const json_t *name = logic_argument(names, i);

		text_add(told->out, i ? ", " : "");
		if (json_is_string(name))
			name_words(told->out, told->form, json_string_value(name));
		else if (json_is_array(name) && !logic_has_rule(name))
			say_names(told, name);
		else
			logic_words(told->out, told->form, name);
	}
}

static bool say_missing(struct tell *told, size_t n)
{
	(void)n;
	text_add(told->out, "what is not filled in of ");
	say_names(told, told->arguments);
	return true;
}

static bool say_needed(struct tell *told, size_t n)
{
	if (n != 2)
		return false;
	text_add(told->out, "what is still needed to have ");
	tell_term(told, 0);
	text_add(told->out, " of ");
	say_names(told, logic_argument(told->arguments, 1));
	return true;
}

static const struct operator_words operators[] = {
	{ "==", WORDS_BETWEEN, false, " is ", say_equal, false },
	{ "===", WORDS_BETWEEN, false, " is ", say_equal, false },
	{ "!=", WORDS_BETWEEN, false, " is not ", say_unequal, false },
	{ "!==", WORDS_BETWEEN, false, " is not ", say_unequal, false },
	{ "<", WORDS_BETWEEN, false, " is less than ", NULL, true },
	{ "<=", WORDS_BETWEEN, false, " is at most ", NULL, true },
	{ ">", WORDS_BETWEEN, false, " is more than ", NULL, true },
	{ ">=", WORDS_BETWEEN, false, " is at least ", NULL, true },
	{ "and", WORDS_BETWEEN, true, " and ", NULL, false },
	{ "or", WORDS_BETWEEN, true, " or ", NULL, false },
	{ "!", WORDS_BEFORE, false, "not so:", say_not, false },
	{ "!!", WORDS_BEFORE, false, "it is so:", say_holds, false },
	{ "if", WORDS_BETWEEN, true, "", say_if, false },
	{ "?:", WORDS_BETWEEN, true, "", say_if, false },
	{ "in", WORDS_BETWEEN, false, " is in ", say_in, false },
	{ "+", WORDS_BETWEEN, true, " + ", NULL, false },
	{ "-", WORDS_BETWEEN, true, " - ", say_minus, false },
	{ "*", WORDS_BETWEEN, true, " x ", NULL, false },
	{ "/", WORDS_BETWEEN, true, " / ", NULL, false },
	{ "%", WORDS_BETWEEN, true, " modulo ", NULL, false },
	{ "cat", WORDS_BETWEEN, true, " followed by ", NULL, false },
	{ "merge", WORDS_CALL, true, "all of", NULL, false },
	{ "min", WORDS_CALL, true, "the least of", NULL, false },
	{ "max", WORDS_CALL, true, "the greatest of", NULL, false },
	{ "count", WORDS_CALL, true, "how many there are of", NULL, false },
	{ "missing", WORDS_CALL, true, "what is not filled in of", say_missing,
		false },
	{ "missing_some", WORDS_CALL, true, "what is still needed of", say_needed,
		false },
	{ "map", WORDS_CALL, true, "worked out for each of", NULL, false },
	{ "reduce", WORDS_CALL, true, "worked out over all of", NULL, false },
	{ "substr", WORDS_CALL, true, "a part of", NULL, false },
	{ "date", WORDS_CALL, false, "", say_first, false },
	{ "datetime", WORDS_CALL, false, "", say_first, false },
	{ "log", WORDS_CALL, false, "", say_first, false },
	{ "today", WORDS_CALL, false, "today", say_today, false },
	{ "rdelta", WORDS_CALL, false, "", say_span, false },
	{ "duration", WORDS_CALL, false, "the time of", NULL, false },
	{ "var", WORDS_CALL, false, "", say_name, false },
};

const struct operator_words *operator_words(const char *name)
{
	static const struct operator_words unknown = { "", WORDS_CALL, true, NULL,
		NULL, false };

	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		if (strcmp(operators[i].name, name) == 0)
			return &operators[i];
	}
	return &unknown;
}

bool logic_is_group(const json_t *logic)
{
	const json_t *arguments;

	return json_is_object(logic) && json_object_size(logic) == 1 &&
		   !*logic_name(logic) &&
		   operator_words(logic_operator(logic, &arguments))->groups &&
		   logic_count(arguments) > 1;
}

bool logic_has_rule(const json_t *list)
{
	json_t *item;
	size_t i;

	json_array_foreach(list, i, item)
	{
		if (json_is_object(item) || logic_has_rule(item))
			return true;
	}
	return false;
}

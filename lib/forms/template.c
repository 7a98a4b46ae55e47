/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/template.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/rule_run.h"

enum { MOST_NESTED = 16, MOST_FILLED = 1024 * 1024, STEP_BYTES = 4 };

struct filler {
	const char *at;
	struct text out;
	struct world *world; /* NULL: only checked */
	json_t *names;       /* those read; NULL: not asked for */
	struct heap heap;
	bool money; /* the last name is of an amount of money */
	int nested;
	bool wrong;
};

bool template_is(const char *text)
{
	return strstr(text, "{{") || strstr(text, "{%") || strstr(text, "{#");
}

static bool refuse(struct filler *filler)
{
	filler->wrong = true;
	return false;
}

static void skip_blanks(struct filler *filler)
{
	while (isspace((unsigned char)*filler->at))
		filler->at++;
}

/* "{%" and what comes with it, moving past it when it stands here. */
static bool take(struct filler *filler, const char *token)
{
	skip_blanks(filler);
	if (!text_starts(filler->at, token))
		return false;
	filler->at += strlen(token);
	return true;
}

static bool is_name_char(char c)
{
	return isalnum((unsigned char)c) || strchr("_.-", c) ||
		   (unsigned char)c >= 0x80;
}

static size_t word_length(const struct filler *filler)
{
	size_t n = 0;

	while (filler->at[n] && is_name_char(filler->at[n]))
		n++;
	return n;
}

static bool take_word(struct filler *filler, const char *word)
{
	skip_blanks(filler);
	if (word_length(filler) != strlen(word) || !text_starts(filler->at, word))
		return false;
	filler->at += strlen(word);
	return true;
}

static struct value find(struct filler *filler, const char *name)
{
	struct value nothing = { .kind = VALUE_NULL };

	if (filler->names)
		json_object_set_new(filler->names, name, json_true());
	filler->money =
		filler->world && json_integer_value(json_object_get(
							 filler->world->kinds, name)) == NAME_MONEY;
	return filler->world ? world_value(filler->world, &filler->heap, name)
						 : nothing;
}

static struct value literal_text(struct filler *filler)
{
	struct value value = { .kind = VALUE_TEXT, .text = "" };
	char quote = *filler->at++;
	const char *end = strchr(filler->at, quote);
	struct text text = { 0 };

	if (!end) {
		refuse(filler);
		return value;
	}
	text_add_n(&text, filler->at, (size_t)(end - filler->at));
	filler->at = end + 1;
	value.text = heap_text(&filler->heap, &text);
	if (!value.text)
		value.kind = VALUE_NULL;
	return value;
}

static bool literal_word(const char *word, struct value *value)
{
	static const struct {
		const char *word;
		struct value value;
	} words[] = {
		{ "True", { .kind = VALUE_BOOL, .truth = true } },
		{ "False", { .kind = VALUE_BOOL } },
		{ "None", { .kind = VALUE_NULL } },
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (strcmp(word, words[i].word) == 0) {
			*value = words[i].value;
			return true;
		}
	}
	return text_number(word, value);
}

static struct value operand(struct filler *filler)
{
	struct value value = { .kind = VALUE_NULL };
	char *word;
	size_t n;

	skip_blanks(filler);
	if (*filler->at == '"' || *filler->at == '\'')
		return literal_text(filler);
	n = word_length(filler);
	if (!n) {
		refuse(filler);
		return value;
	}
	word = mem_text_n(filler->at, n);
	filler->at += n;
	if (!literal_word(word, &value))
		value = find(filler, word);
	free(word);
	return value;
}

typedef bool compare(const struct value *a, const struct value *b);

static bool is_same(const struct value *a, const struct value *b)
{
	return value_same(a, b) || (value_is_nothing(a) && value_is_nothing(b));
}

static bool is_other(const struct value *a, const struct value *b)
{
	return !is_same(a, b);
}

static bool is_less(const struct value *a, const struct value *b)
{
	bool less;

	return value_less(a, b, &less) && less;
}

static bool is_more(const struct value *a, const struct value *b)
{
	return is_less(b, a);
}

static bool is_at_most(const struct value *a, const struct value *b)
{
	return is_less(a, b) || value_same(a, b);
}

static bool is_at_least(const struct value *a, const struct value *b)
{
	return is_at_most(b, a);
}

static bool comparison(struct filler *filler)
{
	static const struct {
		const char *token;
		compare *compare;
	} operators[] = {
		{ "==", is_same },
		{ "!=", is_other },
		{ "<=", is_at_most },
		{ ">=", is_at_least },
		{ "<", is_less },
		{ ">", is_more },
	};
	struct value left = operand(filler), right;

	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		if (!take(filler, operators[i].token))
			continue;
		right = operand(filler);
		return operators[i].compare(&left, &right);
	}
	return value_holds(&left);
}

static bool negation(struct filler *filler)
{
	bool holds = true;

	while (take_word(filler, "not"))
		holds = !holds;
	return comparison(filler) == holds;
}

/* Each side is read, whatever the other says. */
static bool conjunction(struct filler *filler)
{
	bool all = negation(filler);

	while (take_word(filler, "and"))
		all = negation(filler) && all;
	return all;
}

static bool disjunction(struct filler *filler)
{
	bool any = conjunction(filler);

	while (take_word(filler, "or"))
		any = conjunction(filler) || any;
	return any;
}

static void fill_name(struct filler *filler, bool live)
{
	struct value value;

	filler->money = false;
	value = operand(filler);
	if (!take(filler, "}}"))
		refuse(filler);
	else if (live && filler->money)
		value_show_money(&filler->out, &value);
	else if (live)
		value_show(&filler->out, &value);
}

static void block(struct filler *filler, bool live);

static bool condition(struct filler *filler)
{
	bool holds = disjunction(filler);

	if (!take(filler, "%}"))
		return refuse(filler);
	return holds;
}

/* After "{% if". Ends past its endif. */
static void branches(struct filler *filler, bool live)
{
	bool done = !live;
	bool holds = condition(filler);

	if (++filler->nested > MOST_NESTED)
		refuse(filler);
	while (!filler->wrong) {
		block(filler, !done && holds);
		done |= holds;
		if (take_word(filler, "elif")) {
			holds = condition(filler);
		} else if (take_word(filler, "else") && take(filler, "%}")) {
			holds = true;
		} else if (take_word(filler, "endif") && take(filler, "%}")) {
			break;
		} else {
			refuse(filler);
		}
	}
	filler->nested--;
}

static void skip_note(struct filler *filler)
{
	const char *end = strstr(filler->at, "#}");

	if (end)
		filler->at = end + 2;
	else
		refuse(filler);
}

/* To the end, or inside an if past the "{%" of what is none. */
static void block(struct filler *filler, bool live)
{
	while (*filler->at && !filler->wrong) {
		if (text_starts(filler->at, "{{")) {
			filler->at += 2;
			fill_name(filler, live);
		} else if (text_starts(filler->at, "{#")) {
			skip_note(filler);
		} else if (text_starts(filler->at, "{%")) {
			filler->at += 2;
			if (take_word(filler, "if"))
				branches(filler, live);
			else if (filler->nested)
				return;
			else
				refuse(filler);
		} else {
			text_add_n(&filler->out, filler->at++, live ? 1 : 0);
		}
		if (filler->out.size > MOST_FILLED || filler->heap.full)
			refuse(filler);
	}
}

static void run(struct filler *filler)
{
	block(filler, true);
	heap_clear(&filler->heap);
}

bool template_check(const char *text, json_t *names)
{
	struct filler filler = { .at = text, .names = names };

	run(&filler);
	text_clear(&filler.out);
	return !filler.wrong;
}

/* A part that was left out leaves no hole: one empty line at most. */
static char *without_holes(const char *text)
{
	struct text out = { 0 };
	char *trimmed = text_trim(text);
	int lines = 0;

	for (const char *at = trimmed; *at; at++) {
		lines = *at == '\n' ? lines + 1 : 0;
		if (lines <= 2)
			text_add_n(&out, at, 1);
	}
	free(trimmed);
	return text_take(&out);
}

char *template_fill(const char *text, struct world *world)
{
	struct filler filler = { .at = text, .world = world };
	char *whole, *safe;

	if (world->steps < 0)
		return mem_text("");
	run(&filler);
	/* What was written counts as what was worked out. */
	world->steps -= (long)(filler.out.size / STEP_BYTES);
	whole = without_holes(filler.out.bytes ? filler.out.bytes : "");
	safe = safe_text(whole, true);
	text_clear(&filler.out);
	free(whole);
	return safe;
}

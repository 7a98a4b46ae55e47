/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/rule.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/rule_run.h"

enum { MOST_TERMS = 20000, MOST_DEPTH = 100 };

struct rule {
	json_t *logic; /* owns the texts of the literals */
	json_t *names;
	struct heap heap; /* the lists among the literals */
	struct term top;
	bool none_is_null;
};

/* While a rule is read. */
struct reader {
	struct rule *rule;
	char *wrong;
	size_t n_terms;
	int depth;
	int inside; /* map and reduce around here */
};

static bool refuse(struct reader *reader, const char *format, const char *name)
{
	if (!reader->wrong) {
		/* One of the constant formats below, all with one name or none. */
		struct text said = { 0 };
		const char *at = strstr(format, "%s");

		text_add_n(&said, format, at ? (size_t)(at - format) : strlen(format));
		if (at) {
			text_add(&said, name);
			text_add(&said, at + 2);
		}
		reader->wrong = safe_text(said.bytes, false);
		text_clear(&said);
	}
	return false;
}

static const struct operation *find_operation(const char *name)
{
	static const struct operation *const tables[] = { logic_operators,
		data_operators, math_operators };

	/* As a server writes it that turns names into camels. */
	if (strcmp(name, "missingSome") == 0)
		name = "missing_some";
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		for (const struct operation *at = tables[i]; at->name; at++) {
			if (strcmp(at->name, name) == 0)
				return at;
		}
	}
	return NULL;
}

static bool read_term(
	struct reader *reader, struct term *term, const json_t *json);

static void note_name(struct reader *reader, const struct term *term)
{
	struct text name = { 0 };

	if (reader->inside || term->operation)
		return;
	if (term->is_list) {
		for (size_t i = 0; i < term->n; i++)
			note_name(reader, &term->parts[i]);
		return;
	}
	if (term->literal.kind == VALUE_LIST) {
		for (size_t i = 0; i < term->literal.list.n; i++) {
			struct term part = { .literal = term->literal.list.items[i] };

			note_name(reader, &part);
		}
		return;
	}
	if (!value_holds(&term->literal))
		return;
	value_say(&name, &term->literal);
	json_object_set_new(reader->rule->names, name.bytes, json_true());
	text_clear(&name);
}

static void note_names(struct reader *reader, const struct term *term)
{
	const char *name = term->operation->name;
	bool all = strcmp(name, "missing") == 0;

	if (strcmp(name, "missing_some") == 0 && term->n == 2)
		note_name(reader, &term->parts[1]);
	if (!all && strcmp(name, "var") != 0)
		return;
	for (size_t i = 0; i < term->n && (all || i == 0); i++)
		note_name(reader, &term->parts[i]);
}

/* A list of literals is a literal itself. */
static void fold(struct reader *reader, struct term *term)
{
	struct heap *heap = &reader->rule->heap;
	struct value *items;

	for (size_t i = 0; i < term->n; i++) {
		if (term->parts[i].operation || term->parts[i].is_list)
			return;
	}
	items = heap_take(heap, term->n, sizeof *items);
	for (size_t i = 0; i < term->n; i++)
		items[i] = term->parts[i].literal;
	term->literal = value_list(heap, items, term->n);
	free(term->parts);
	term->parts = NULL;
	term->is_list = false;
	term->n = 0;
}

static bool read_parts(
	struct reader *reader, struct term *term, const json_t *json)
{
	size_t n = json_is_array(json) ? json_array_size(json) : 1;
	bool scoped = term->operation && term->operation->operate_terms;
	bool fine = true;

	reader->n_terms += n;
	if (reader->n_terms > MOST_TERMS)
		return refuse(reader, "too large", "");
	term->parts = mem_new(n ? n : 1, sizeof *term->parts);
	for (size_t i = 0; i < n && fine; i++) {
		const json_t *part =
			json_is_array(json) ? json_array_get(json, i) : json;
		bool of_items = scoped && i == 1;

		reader->inside += of_items;
		term->n++;
		fine = read_term(reader, &term->parts[i], part);
		reader->inside -= of_items;
	}
	return fine;
}

/* The key that is an operator; one that starts with "_" is a note. */
static const char *only_key(const json_t *json)
{
	const char *key, *found = NULL;
	json_t *value;

	json_object_foreach(lend(json), key, value)
	{
		if (*key == '_')
			continue;
		if (found)
			return NULL;
		found = key;
	}
	return found;
}

static bool read_operation(
	struct reader *reader, struct term *term, const json_t *json)
{
	const char *name = only_key(json);

	if (!name)
		return refuse(reader, "several keys where one operator must stand", "");
	term->operation = find_operation(name);
	if (!term->operation)
		return refuse(reader, "the operator '%s' is unknown", name);
	if (!read_parts(reader, term, json_object_get(json, name)))
		return false;
	if (term->n < term->operation->least)
		return refuse(reader, "the operator '%s' has too few values", name);
	if (term->n > term->operation->most)
		return refuse(reader, "the operator '%s' has too many values", name);
	note_names(reader, term);
	return true;
}

static bool read_term(
	struct reader *reader, struct term *term, const json_t *json)
{
	bool fine = true;

	if (++reader->depth > MOST_DEPTH)
		return refuse(reader, "nested too deep", "");
	if (json_object_size(json)) {
		fine = read_operation(reader, term, json);
	} else if (json_is_array(json)) {
		term->is_list = true;
		fine = read_parts(reader, term, json);
		if (fine)
			fold(reader, term);
	} else {
		term->literal = value_of(&reader->rule->heap, json);
	}
	reader->depth--;
	return fine;
}

static void parts_free(struct term *term)
{
	for (size_t i = 0; i < term->n; i++)
		parts_free(&term->parts[i]);
	free(term->parts);
}

struct rule *rule_new(const json_t *logic, char **wrong)
{
	struct rule *rule = mem_new(1, sizeof *rule);
	struct reader reader = { .rule = rule };

	rule->logic = json_deep_copy(logic);
	rule->names = json_object();
	read_term(&reader, &rule->top, rule->logic);
	if (rule->heap.full)
		refuse(&reader, "too large", "");
	*wrong = reader.wrong;
	if (!reader.wrong)
		return rule;
	rule_free(rule);
	return NULL;
}

struct rule *rule_literal(const json_t *value)
{
	struct rule *rule = mem_new(1, sizeof *rule);

	rule->logic = json_deep_copy(value);
	rule->names = json_object();
	rule->top.literal = value_of(&rule->heap, rule->logic);
	return rule;
}

void rule_know_null_only(struct rule *rule)
{
	rule->none_is_null = true;
}

void rule_free(struct rule *rule)
{
	if (!rule)
		return;
	parts_free(&rule->top);
	heap_clear(&rule->heap);
	json_decref(rule->names);
	json_decref(rule->logic);
	free(rule);
}

const json_t *rule_names(const struct rule *rule)
{
	return rule->names;
}

struct value run_fail(struct run *run)
{
	run->failed = true;
	return (struct value){ .kind = VALUE_NULL };
}

bool run_step(struct run *run, size_t steps)
{
	run->world->steps -= (long)steps;
	if (run->world->steps < 0 || run->heap.full)
		run->failed = true;
	return !run->failed;
}

struct value value_bool(bool truth)
{
	return (struct value){ .kind = VALUE_BOOL, .truth = truth };
}

struct value value_text(struct run *run, struct text *taken)
{
	const char *text = heap_text(&run->heap, taken);

	if (!text)
		return run_fail(run);
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static bool spreads(
	const struct operation *operation, const struct value *value)
{
	return (operation->spreads_null && value_is_nothing(value)) ||
		   (operation->spreads_blank && value->kind == VALUE_TEXT &&
			   !*value->text);
}

static struct value *part_values(
	struct run *run, const struct term *term, struct value *few)
{
	enum { FEW = 4 };
	struct value *values =
		term->n <= FEW ? few : heap_take(&run->heap, term->n, sizeof *values);

	for (size_t i = 0; i < term->n && !run->failed; i++) {
		values[i] = term_value(run, &term->parts[i]);
		run_step(run, values[i].weight);
	}
	return values;
}

struct value term_value(struct run *run, const struct term *term)
{
	const struct operation *operation = term->operation;
	struct value few[4], *values;

	if (!run_step(run, 1))
		return run_fail(run);
	if (!operation && !term->is_list)
		return term->literal;
	if (operation && operation->operate_terms)
		return operation->operate_terms(run, term->parts, term->n);
	values = part_values(run, term, few);
	if (run->failed)
		return run_fail(run);
	if (!operation) {
		if (values == few) /* a list outlives this call */
			values = memcpy(heap_take(&run->heap, term->n, sizeof *values), few,
				term->n * sizeof *values);
		return value_list(&run->heap, values, term->n);
	}
	for (size_t i = 0; i < term->n; i++) {
		if (spreads(operation, &values[i]))
			return (struct value){ .kind = VALUE_NULL };
	}
	return operation->operate(run, values, term->n);
}

bool rule_holds(const struct rule *rule, struct world *world)
{
	struct run run = { .world = world, .none_is_null = rule->none_is_null };
	struct value value = term_value(&run, &rule->top);
	bool holds = !run.failed && !run.heap.full && value_holds(&value);

	heap_clear(&run.heap);
	return holds;
}

json_t *rule_value(const struct rule *rule, struct world *world)
{
	struct run run = { .world = world, .none_is_null = rule->none_is_null };
	struct value value = term_value(&run, &rule->top);
	json_t *json = NULL;

	if (!run.failed && !run.heap.full)
		json = value_json(&value);
	heap_clear(&run.heap);
	return json;
}

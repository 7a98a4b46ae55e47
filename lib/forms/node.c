/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/node.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

/* An operator of a rule takes two levels: itself and its list. */
enum { MOST_LEVELS = 32, MOST_RULE_LEVELS = 220, MOST_TEXT = 1024 * 1024 };

const char *json_kind(const json_t *json)
{
	static const char *const kinds[] = {
		[JSON_OBJECT] = "an object",
		[JSON_ARRAY] = "a list",
		[JSON_STRING] = "a text",
		[JSON_INTEGER] = "a number",
		[JSON_REAL] = "a number",
		[JSON_TRUE] = "true or false",
		[JSON_FALSE] = "true or false",
		[JSON_NULL] = "nothing",
	};

	return json ? kinds[json_typeof(json)] : "nothing";
}

static const json_t *none_if_empty(const json_t *json)
{
	if (json_is_null(json))
		return NULL;
	return json_is_string(json) && !*json_string_value(json) ? NULL : json;
}

struct node node_top(const json_t *json, struct form_fault *fault)
{
	return (struct node){ .json = json, .fault = fault };
}

struct node node_get(const struct node *node, const char *key)
{
	return (
		struct node){ .json = none_if_empty(json_object_get(node->json, key)),
		.up = node,
		.key = key,
		.fault = node->fault };
}

struct node node_at(const struct node *node, size_t index)
{
	return (
		struct node){ .json = none_if_empty(json_array_get(node->json, index)),
		.up = node,
		.index = index,
		.fault = node->fault };
}

static void add_place(struct text *out, const struct node *node)
{
	if (!node || !node->up)
		return;
	add_place(out, node->up);
	if (!node->key)
		text_addf(out, "[%zu]", node->index);
	else
		text_addf(out, "%s%.80s", out->size ? "." : "", node->key);
}

char *node_place(const struct node *node)
{
	struct text place = { 0 };

	add_place(&place, node);
	return text_take(&place);
}

bool node_fault(const struct node *node, const char *format, ...)
{
	struct text said = { 0 };
	char *wrong = NULL;
	va_list args;

	if (node->fault->text)
		return false;
	va_start(args, format);
	if (vasprintf(&wrong, format, args) < 0)
		wrong = mem_text("out of memory");
	va_end(args);
	add_place(&said, node);
	text_addf(&said, "%s%s", said.size ? ": " : "", wrong);
	/* Keys and values of the file are in it. */
	node->fault->text = safe_text(said.bytes, false);
	text_clear(&said);
	free(wrong);
	return false;
}

bool node_fault_at(const struct node *node, const char *key, const char *wrong)
{
	struct node at = node_get(node, key);

	return node_fault(&at, "%s", wrong);
}

static bool wrong_kind(const struct node *node, const char *must)
{
	return node_fault(
		node, "%s where %s must stand", json_kind(node->json), must);
}

struct node node_object(const struct node *node, const char *key)
{
	struct node found = node_get(node, key);

	if (found.json && !json_is_object(found.json)) {
		wrong_kind(&found, "an object");
		found.json = NULL;
	}
	return found;
}

struct node node_array(const struct node *node, const char *key)
{
	struct node found = node_get(node, key);

	if (found.json && !json_is_array(found.json)) {
		wrong_kind(&found, "a list");
		found.json = NULL;
	}
	return found;
}

size_t node_size(const struct node *node)
{
	return json_array_size(node->json);
}

const char *node_text(const struct node *node, const char *key)
{
	struct node found = node_get(node, key);

	if (!found.json)
		return "";
	if (json_is_string(found.json))
		return json_string_value(found.json);
	wrong_kind(&found, "a text");
	return "";
}

bool node_flag(const struct node *node, const char *key, bool otherwise)
{
	struct node found = node_get(node, key);

	if (!found.json)
		return otherwise;
	if (json_is_boolean(found.json))
		return json_is_true(found.json);
	wrong_kind(&found, "true or false");
	return otherwise;
}

bool node_number(const struct node *node, const char *key, double *number)
{
	struct node found = node_get(node, key);

	if (!found.json)
		return false;
	if (!json_is_number(found.json))
		return wrong_kind(&found, "a number");
	*number = json_number_value(found.json);
	return true;
}

int node_count(
	const struct node *node, const char *key, int most, int otherwise)
{
	struct node found = node_get(node, key);
	double number = 0;

	if (!node_number(node, key, &number))
		return otherwise;
	if (number >= 0 && number <= most && number == floor(number))
		return (int)number;
	node_fault(&found, "not a whole number from 0 to %d", most);
	return otherwise;
}

static bool child_within_bounds(const struct node *node, int level);

static bool children_within_bounds(const struct node *node, int level)
{
	const char *key;
	json_t *value;
	size_t i;

	json_object_foreach(lend(node->json), key, value)
	{
		struct node child = { value, node, key, 0, node->fault };

		if (!child_within_bounds(&child, level + 1))
			return false;
	}
	json_array_foreach(node->json, i, value)
	{
		struct node child = { value, node, NULL, i, node->fault };

		if (!child_within_bounds(&child, level + 1))
			return false;
	}
	return true;
}

static bool holds_rules(const struct node *node)
{
	static const char *const names[] = { "logic", "logicRules", "rules",
		"itemsExpression" };

	for (size_t i = 0; node->key && i < sizeof names / sizeof names[0]; i++) {
		if (strcmp(node->key, names[i]) == 0)
			return true;
	}
	return false;
}

static bool child_within_bounds(const struct node *node, int level)
{
	int most = MOST_LEVELS;

	/* Only as deep as it is already too deep for anything else. */
	for (const struct node *up = node; level > MOST_LEVELS && up; up = up->up) {
		if (holds_rules(up))
			most = MOST_RULE_LEVELS;
	}
	if (level > most)
		return node_fault(node, "nested over %d levels deep", most);
	if (json_is_string(node->json) &&
		json_string_length(node->json) > MOST_TEXT)
		return node_fault(node, "a text over 1 MB");
	return children_within_bounds(node, level);
}

bool node_within_bounds(const struct node *node)
{
	return child_within_bounds(node, 0);
}

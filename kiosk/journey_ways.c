/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can do at a place: ways that data brings (options, services, answers
 * to change), and after them the fixed ways of journey_table.c. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static bool is_plain(const char *data)
{
	for (; *data; data++)
		if (*data <= ' ' || *data > '~')
			return false;
	return true;
}

struct way *ways_add(struct ways *ways, const char *prefix, const char *data)
{
	size_t room = ID_SIZE - strlen(ways->scene) - strlen(prefix) - 3;
	struct way *way;

	ways->list = mem_more(ways->list, ways->n, sizeof(*way));
	way = &ways->list[ways->n++];
	if (!data)
		snprintf(way->key, sizeof(way->key), "%s", prefix);
	else if (strlen(data) <= room && is_plain(data))
		snprintf(way->key, sizeof(way->key), "%s:%s", prefix, data);
	return way;
}

/* Data that is no plain short text goes by its number. */
static void name_by_index(struct way *way, const char *prefix)
{
	if (!*way->key)
		snprintf(way->key, sizeof(way->key), "%s:#%zu", prefix, way->index + 1);
}

struct group {
	size_t first, n; /* what is shown of a list */
	bool more, earlier;
};

static struct group group_of(const struct journey *journey, size_t n)
{
	size_t at = journey_place(journey)->group * JOURNEY_GROUP;
	struct group group = { .first = at < n ? at : 0 };

	group.n = n - group.first;
	if (group.n > JOURNEY_GROUP)
		group.n = JOURNEY_GROUP;
	group.more = group.first + group.n < n;
	group.earlier = group.first > 0;
	return group;
}

static void add_turns(struct ways *ways, struct group group)
{
	if (group.more)
		ways_add(ways, "more", NULL);
	if (group.earlier)
		ways_add(ways, "earlier", NULL);
}

/* A group of a list of indexes, numbered from 1; data_of names each. */
static void add_list(const struct journey *journey, struct ways *ways,
	const char *prefix, const size_t *list, size_t n)
{
	struct group group = group_of(journey, n);
	const struct component *component = journey_component(journey);

	for (size_t i = 0; i < group.n; i++) {
		size_t at = list[group.first + i];
		const char *data = NULL;
		struct way *way;

		if (*prefix == 'o')
			data = component->n_options ? component->options[at].value : "yes";
		else if (*prefix == 'c')
			data = journey->catalogue->entries[at].category_key;
		else
			data = journey->catalogue->entries[at].slug;
		way = ways_add(ways, prefix, data);
		way->number = (int)i + 1;
		way->index = at;
		name_by_index(way, prefix);
	}
	add_turns(ways, group);
}

static void add_languages(const struct journey *journey, struct ways *ways)
{
	const struct language *languages;
	size_t n = journey_languages(&languages);

	/* That of the previous visit comes first, the others keep their order. */
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < n; i++) {
			struct way *way;

			if (text_same(languages[i].tag, journey->first_language) ==
				(round == 1))
				continue;
			way = ways_add(ways, "language", languages[i].tag);
			way->index = i;
			way->number = (int)ways->n;
		}
}

static void add_home(const struct journey *journey, struct ways *ways)
{
	const char *typed = journey_place(journey)->typed;
	size_t n;
	size_t *list = journey_categories(journey, &n);

	if (list && text_empty(typed))
		add_list(journey, ways, "category", list, n);
	free(list);
	if (list && text_empty(typed))
		return;
	list = journey_listed(journey, &n);
	add_list(journey, ways, "service", list, n);
	free(list);
}

static void add_services(const struct journey *journey, struct ways *ways)
{
	size_t n;
	size_t *list = journey_listed(journey, &n);

	add_list(journey, ways, "service", list, n);
	free(list);
}

static void add_missing(const struct journey *journey, struct ways *ways)
{
	const struct draft *draft = journey_asked(journey);
	size_t n;
	size_t *list = draft_missing(draft, journey_component(journey), &n);

	for (size_t i = 0; i < n && i < JOURNEY_GROUP; i++) {
		struct way *way =
			ways_add(ways, "missing", draft->form->components[list[i]].key);

		way->index = list[i];
		way->number = (int)i + 1;
		name_by_index(way, "missing");
	}
	free(list);
}

static void add_options(const struct journey *journey, struct ways *ways)
{
	const struct component *component = journey_component(journey);
	const char *typed = journey_place(journey)->typed;
	size_t n;
	size_t *list;

	if (!component || component_is_typed(component))
		return;
	if (component->type == COMPONENT_SOFT_ERRORS) {
		add_missing(journey, ways);
		return;
	}
	if (component->type == COMPONENT_CHECKBOX) {
		size_t only = 0;

		add_list(journey, ways, "option", &only, 1);
		return;
	}
	list = component_options(component, typed ? typed : "", &n);
	add_list(journey, ways, "option", list, n);
	free(list);
}

/* By number: a row has no name of its own. */
static void add_rows(const struct journey *journey, struct ways *ways)
{
	size_t n = draft_n_rows(journey_asked(journey), journey_component(journey));
	struct group group = group_of(journey, n);

	for (size_t i = 0; i < group.n; i++) {
		char number[24];
		struct way *way;

		snprintf(number, sizeof(number), "%zu", group.first + i + 1);
		way = ways_add(ways, "row", number);
		way->index = group.first + i;
		way->number = (int)i + 1;
	}
	add_turns(ways, group);
}

static void add_row_answers(const struct journey *journey, struct ways *ways)
{
	const struct draft *row = journey_asked(journey);
	size_t n;
	const struct component **list = draft_questions(row, &n);

	for (size_t i = 0; i < n; i++) {
		struct way *way;

		if (!component_takes_answer(list[i]))
			continue;
		way = ways_add(ways, "answer", list[i]->key);
		way->index = (size_t)(list[i] - row->form->components);
		name_by_index(way, "answer");
	}
	free(list);
}

static void add_changes(const struct journey *journey, struct ways *ways)
{
	size_t n;
	const struct component **list = draft_questions(journey->draft, &n);

	for (size_t i = 0; i < n; i++) {
		struct way *way;

		if (!component_takes_answer(list[i]) || !list[i]->in_summary)
			continue;
		way = ways_add(ways, "change", list[i]->key);
		way->index = (size_t)(list[i] - journey->draft->form->components);
		name_by_index(way, "change");
	}
	free(list);
}

static void add_statements(const struct journey *journey, struct ways *ways)
{
	const struct form *form = journey->draft->form;

	for (size_t i = 0; i < form->n_statements && i < JOURNEY_STATEMENTS; i++) {
		struct way *way = ways_add(ways, "agree", form->statements[i].key);

		way->index = i;
		way->number = (int)i + 1;
		name_by_index(way, "agree");
	}
}

static void (*const from_data[N_PLACES])(
	const struct journey *journey, struct ways *ways) = {
	[PLACE_LANGUAGE] = add_languages,
	[PLACE_HOME] = add_home,
	[PLACE_CATEGORY] = add_services,
	[PLACE_QUESTION] = add_options,
	[PLACE_ROWS] = add_rows,
	[PLACE_ROW] = add_row_answers,
	[PLACE_CHECK] = add_changes,
	[PLACE_STATEMENTS] = add_statements,
};

static int last_number(const struct ways *ways)
{
	int last = 0;

	for (size_t i = 0; i < ways->n; i++)
		if (ways->list[i].number > last)
			last = ways->list[i].number;
	return last;
}

struct way *journey_ways(const struct journey *journey, size_t *n)
{
	enum place_kind kind = journey_place(journey)->kind;
	struct ways ways = { .scene = journey_scene(journey) };
	int number;

	if (from_data[kind])
		from_data[kind](journey, &ways);
	number = last_number(&ways);
	for (const struct fixed_way *fixed = fixed_ways; fixed->key; fixed++) {
		struct way *way;

		if (fixed->place != kind ||
			(fixed->offered && !fixed->offered(journey)))
			continue;
		way = ways_add(&ways, fixed->key, NULL);
		way->confirms = fixed->confirms;
		way->number = fixed->numbered ? ++number : 0;
	}
	*n = ways.n;
	return ways.list;
}

bool way_find(const struct journey *journey, const char *key, struct way *found)
{
	size_t n;
	struct way *ways = journey_ways(journey, &n);
	bool is_there = false;

	for (size_t i = 0; i < n && !is_there; i++) {
		is_there = text_same(ways[i].key, key);
		if (is_there)
			*found = ways[i];
	}
	free(ways);
	return is_there;
}

bool way_number(const struct journey *journey, int number, struct way *found)
{
	size_t n;
	struct way *ways = journey_ways(journey, &n);
	bool is_there = false;

	for (size_t i = 0; i < n && !is_there; i++) {
		is_there = number > 0 && ways[i].number == number;
		if (is_there)
			*found = ways[i];
	}
	free(ways);
	return is_there;
}

bool way_take(struct journey *journey, const char *key, unsigned *effects)
{
	struct way way;
	way_taken *taken;

	if (!way_find(journey, key, &way))
		return false;
	taken = way_taken_of(journey_place(journey)->kind, key);
	*effects = taken(journey, &way);
	return true;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/slip.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/cells.h"

enum { INDENT = 2 }; /* of the Dutch beneath */

struct work {
	struct text out;
	const struct screen *dutch; /* NULL: once is enough */
	int columns;
};

static bool belongs_on_paper(const struct item *item)
{
	if (item->decorative)
		return false;
	switch (item->role) {
	case ITEM_TITLE:
	case ITEM_NOTICE: /* that it is only a test */
	case ITEM_TEXT:
	case ITEM_HEADING:
		return true;
	case ITEM_DETAIL:
		return item->privacy == PRIVACY_PUBLIC &&
			   !(item->state & STATE_MASKED) && item->kind != VALUE_DIGITS &&
			   item->kind != VALUE_IBAN;
	default:
		return false;
	}
}

/* The same item in Dutch; NULL when it says nothing else. */
static const struct item *find_dutch(
	const struct work *work, const struct item *own)
{
	const struct item *dutch;
	size_t at;

	if (!work->dutch)
		return NULL;
	at = screen_find(work->dutch, own->id);
	if (at == work->dutch->n_items)
		return NULL;
	dutch = &work->dutch->items[at];
	if (!belongs_on_paper(dutch) || strcmp(dutch->language, own->language) == 0)
		return NULL;
	return dutch;
}

static void add_lines(struct work *work, const char *text, int indent)
{
	char *folded, *rest;
	const char *line;

	if (text_empty(text))
		return;
	folded = cells_fold(text, work->columns - indent);
	rest = folded;
	while ((line = strsep(&rest, "\n")) != NULL)
		text_addf(&work->out, "%*s%s\n", *line ? indent : 0, "", line);
	free(folded);
}

/* "7 K 2 M   9 Q X T   4 H D": what is copied by hand is read sign by sign. */
static void add_reference(struct work *work, const char *value)
{
	struct text spaced = { 0 };
	const char *at = value;
	uint32_t c;

	while ((c = text_next(&at)) != 0) {
		if (spaced.size)
			text_add(&spaced, " ");
		text_add_char(&spaced, c == '-' ? ' ' : c);
	}
	text_add(&work->out, "\n");
	add_lines(work, spaced.bytes, INDENT);
	text_clear(&spaced);
}

static char *with_value(const struct item *item)
{
	if (text_empty(item->value))
		return mem_text(item->label);
	return text_format("%s: %s", item->label, item->value);
}

static void add_detail(
	struct work *work, const struct item *own, const struct item *dutch)
{
	bool is_reference = own->kind == VALUE_REFERENCE;
	char *text = is_reference ? mem_text(own->label) : with_value(own);

	add_lines(work, text, 0);
	free(text);
	if (dutch) {
		text = is_reference ? mem_text(dutch->label) : with_value(dutch);
		add_lines(work, text, INDENT);
		free(text);
	}
	if (is_reference)
		add_reference(work, own->value);
}

static void add_prose(
	struct work *work, const struct item *own, const struct item *dutch)
{
	add_lines(work, own->label, 0);
	add_lines(work, own->value, 0);
	if (!dutch)
		return;
	add_lines(work, dutch->label, INDENT);
	add_lines(work, dutch->value, INDENT);
}

char *slip_text(
	const struct screen *own, const struct screen *dutch, int columns)
{
	struct work work = { .columns = columns, .dutch = dutch };

	if (dutch && strcmp(own->language, dutch->language) == 0)
		work.dutch = NULL;
	for (size_t i = 0; i < own->n_items; i++) {
		const struct item *item = &own->items[i];

		if (!belongs_on_paper(item))
			continue;
		if (work.out.size)
			text_add(&work.out, "\n");
		if (item->role == ITEM_DETAIL)
			add_detail(&work, item, find_dutch(&work, item));
		else
			add_prose(&work, item, find_dutch(&work, item));
	}
	return text_take(&work.out);
}

struct slip {
	struct renderer renderer; /* first, so that one is the other */
	struct screen dutch;
	bool has_dutch;
	int columns;
	char *last;
};

static void slip_show(struct renderer *renderer, const struct screen *before,
	const struct screen *now)
{
	struct slip *slip = (struct slip *)renderer;

	(void)before;
	free(slip->last);
	slip->last =
		slip_text(now, slip->has_dutch ? &slip->dutch : NULL, slip->columns);
}

static void slip_free(struct renderer *renderer)
{
	struct slip *slip = (struct slip *)renderer;

	slip_set_dutch(renderer, NULL);
	free(slip->last);
	free(slip);
}

struct renderer *slip_new(int columns)
{
	struct slip *slip = mem_new(1, sizeof(*slip));

	slip->renderer = (struct renderer){
		.name = "slip", .show = slip_show, .free = slip_free
	};
	slip->columns = columns;
	slip->last = mem_text("");
	return &slip->renderer;
}

void slip_set_dutch(struct renderer *renderer, const struct screen *dutch)
{
	struct slip *slip = (struct slip *)renderer;

	screen_clear(&slip->dutch);
	slip->has_dutch = dutch;
	if (dutch)
		screen_copy(&slip->dutch, dutch);
}

const char *slip_last(const struct renderer *renderer)
{
	return ((const struct slip *)renderer)->last;
}

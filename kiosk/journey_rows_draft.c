/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows as drafts in a draft. */
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_draft.h"
#include "lib/base/memory.h"

const struct component *draft_grid(const struct draft *row)
{
	return form_find(row->outer->form, row->grid);
}

size_t draft_n_rows(
	const struct draft *draft, const struct component *component)
{
	return answers_n_rows(draft->answers, component);
}

/* Who comes back to a row was asked all that stands in it. */
static void see_all(struct draft *row)
{
	for (size_t i = 0; i < row->form->n_components; i++)
		if (row->now->visible[i])
			draft_see(row, &row->form->components[i]);
}

struct draft *draft_peek_row(
	struct draft *draft, const struct component *component, size_t row)
{
	struct draft *inner = draft_new(draft->slug, answers_day(draft->answers));

	answers_free(inner->answers);
	inner->answers = answers_row(draft->answers, component, row);
	inner->outer = draft;
	inner->grid = mem_text(component->key);
	inner->row = row;
	inner->fresh = row >= draft_n_rows(draft, component);
	draft_show_form(inner, component->repeat->form);
	if (!inner->fresh)
		see_all(inner);
	return inner;
}

struct draft *draft_open_row(
	struct draft *draft, const struct component *component, size_t row)
{
	struct draft *inner = draft_peek_row(draft, component, row);

	draft_close_row(draft);
	draft->inner = inner;
	return inner;
}

bool draft_is_blank(const struct draft *row)
{
	if (draft_has_typed(row))
		return false;
	for (size_t i = 0; i < row->form->n_components; i++) {
		const struct component *component = &row->form->components[i];

		if (!answer_is_empty(
				component, answers_get(row->answers, component->key)))
			return false;
	}
	return true;
}

void draft_keep_row(struct draft *row)
{
	const struct component *grid = draft_grid(row);

	answers_put_row(row->outer->answers, grid, row->row, row->answers);
	if (row->outer->outer)
		draft_keep_row(row->outer);
	else
		draft_refresh(row->outer);
}

void draft_close_row(struct draft *draft)
{
	draft_free(draft->inner);
	draft->inner = NULL;
}

void draft_remove_row(
	struct draft *draft, const struct component *component, size_t row)
{
	answers_remove_row(draft->answers, component, row);
	if (draft->outer)
		draft_keep_row(draft);
	else
		draft_refresh(draft);
}

struct draft *draft_innermost(struct draft *draft)
{
	while (draft && draft->inner)
		draft = draft->inner;
	return draft;
}

void draft_follow_form(struct draft *draft)
{
	const struct component *grid;

	if (!draft->inner)
		return;
	grid = draft_grid(draft->inner);
	if (!grid || !grid->repeat) {
		draft_close_row(draft);
		return;
	}
	draft_show_form(draft->inner, grid->repeat->form);
	draft_follow_form(draft->inner);
}

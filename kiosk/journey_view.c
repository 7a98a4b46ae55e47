/* SPDX-License-Identifier: EUPL-1.2 */
/* A form as the answers make it, where one can point at its components. */
#include <stdlib.h>
#include <string.h>

#include "kiosk/journey_draft.h"
#include "lib/base/memory.h"

static size_t index_in(
	const struct draft *draft, const struct component *component)
{
	return (size_t)(component - draft->form->components);
}

static struct evaluation *evaluate_draft(const struct draft *draft)
{
	if (draft->outer)
		return evaluate_row(draft->outer->now,
			index_in(draft->outer, draft_grid(draft)), draft->answers);
	return evaluate(draft->source, draft->answers, answers_day(draft->answers));
}

static void refresh_one(struct draft *draft)
{
	struct evaluation *before = draft->now;
	struct evaluation *now = evaluate_draft(draft);

	if (now->n_components)
		memcpy(draft->view.components, now->components,
			now->n_components * sizeof(*now->components));
	draft->view.introduction = now->introduction;
	draft->view.explanation = now->explanation;
	draft->view.help = now->help;
	draft->now = now;
	evaluation_free(before);
}

void draft_refresh(struct draft *draft)
{
	refresh_one(draft);
	if (draft->inner)
		draft_refresh(draft->inner);
}

void draft_drop_form(struct draft *draft)
{
	evaluation_free(draft->now);
	free(draft->view.components);
	draft->view = (struct form){ 0 };
	draft->now = NULL;
	draft->form = draft->source = NULL;
}

void draft_show_form(struct draft *draft, struct form *source)
{
	draft_drop_form(draft);
	draft->source = source;
	draft->view = *source;
	draft->view.components =
		mem_new(source->n_components + 1, sizeof(*source->components));
	draft->form = &draft->view;
	refresh_one(draft);
}

const json_t *draft_value(
	const struct draft *draft, const struct component *component)
{
	return evaluation_value(draft->now, index_in(draft, component));
}

void draft_answer(
	struct draft *draft, const struct component *component, json_t *taken)
{
	answers_put(draft->answers, component->key, taken);
	draft_refresh(draft);
}

bool draft_sees(const struct draft *draft, const struct component *component)
{
	return draft->now->visible[index_in(draft, component)] != 0;
}

struct problem draft_problem(
	const struct draft *draft, const struct component *component)
{
	struct problem problem =
		check_component(draft->now, index_in(draft, component));

	problem.component = component;
	return problem;
}

json_t *draft_data(const struct draft *draft)
{
	return answers_data(draft->answers, draft->source);
}

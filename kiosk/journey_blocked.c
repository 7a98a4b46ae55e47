/* SPDX-License-Identifier: EUPL-1.2 */
/* Where a rule says that nobody goes on: as soon as no answer that is still to
 * come can change it, and at the end of the step in any case. */
#include <stdlib.h>

#include "kiosk/journey_parts.h"
#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

#define UNUSED __attribute__((unused))

static bool is_blocked(const struct step_state *step)
{
	return step->applicable && step->blocked;
}

int draft_blocked(const struct draft *draft, const struct component *to)
{
	long at = to ? to - draft->form->components : 0;

	for (size_t i = 0; i < draft->form->n_steps; i++) {
		const struct step_state *step = &draft->now->steps[i];

		if (to && (int)i > to->step)
			break;
		if (is_blocked(step) && (!to || (int)i < to->step || step->last < at))
			return (int)i;
	}
	return -1;
}

bool draft_explains(
	const struct draft *draft, const struct component *component)
{
	int at = (int)(component - draft->form->components);

	for (size_t i = 0; i < draft->form->n_steps; i++) {
		const struct step_state *step = &draft->now->steps[i];

		if (is_blocked(step) && step->explanation == at)
			return true;
	}
	return false;
}

unsigned form_block(struct journey *journey, int step)
{
	return place_go(
		journey, PLACE_BLOCKED, journey->draft->form->steps[step].slug);
}

const struct step_state *journey_blocked(const struct journey *journey)
{
	const struct draft *draft = journey->draft;
	const char *slug = journey_flow(journey)->key;

	for (size_t i = 0; draft && i < draft->form->n_steps; i++)
		if (text_same(draft->form->steps[i].slug, slug) &&
			is_blocked(&draft->now->steps[i]))
			return &draft->now->steps[i];
	return NULL;
}

/* The last question of those that make it so. */
static const struct component *to_change(const struct journey *journey)
{
	const struct step_state *step = journey_blocked(journey);
	const struct component *found = NULL;
	size_t n;
	const struct component **list;

	if (!step)
		return NULL;
	list = draft_questions(journey->draft, &n);
	for (size_t i = 0; i < n; i++)
		if (component_takes_answer(list[i]) &&
			list[i] - journey->draft->form->components <= step->last)
			found = list[i];
	free(list);
	return found;
}

bool may_unblock(const struct journey *journey)
{
	return to_change(journey) != NULL;
}

bool may_not_unblock(const struct journey *journey)
{
	return !may_unblock(journey);
}

unsigned form_unblock(struct journey *journey)
{
	const struct component *component = to_change(journey);

	return component ? form_ask(journey, component) : form_leave(journey);
}

unsigned take_unblock(struct journey *journey, UNUSED const struct way *way)
{
	return form_unblock(journey);
}

/* What was answered stays for who comes back to it. */
unsigned take_other(struct journey *journey, UNUSED const struct way *way)
{
	journey->category[0] = '\0';
	return place_go(journey, PLACE_HOME, "");
}

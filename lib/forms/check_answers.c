/* SPDX-License-Identifier: EUPL-1.2 */
/* All that is wrong with the answers to a form, its rows too. */
#include <stdlib.h>

#include "lib/base/memory.h"
#include "lib/forms/check.h"
#include "lib/forms/rows.h"

static struct problem type_problem(const struct component *component)
{
	return (struct problem){ .component = component, .code = PROBLEM_TYPE };
}

static struct problem check_inside(
	const struct evaluation *inner, const struct answers *row)
{
	for (size_t i = 0; i < inner->n_components; i++) {
		struct problem problem;

		if (!inner->visible[i])
			continue;
		problem = check_component(inner, i);
		if (problem.code)
			return problem;
	}
	if (answers_unknown(row, inner->form))
		return type_problem(NULL);
	return (struct problem){ 0 };
}

static struct problem check_row(
	const struct evaluation *evaluation, size_t index, size_t at)
{
	const struct component *component = &evaluation->components[index];
	const json_t *kept = json_array_get(evaluation->values[index], at);
	struct answers *row = row_answers(component, kept, evaluation->today);
	struct evaluation *inner = evaluate_row(evaluation, index, row);
	struct problem problem = check_inside(inner, row);

	/* Of what is in a row each is an object. */
	if (component->type == COMPONENT_EDITGRID && !json_is_object(kept))
		problem = type_problem(NULL);
	if (problem.code) {
		problem.within = problem.code;
		problem.inner = problem.component;
		problem.code = PROBLEM_ROW;
		problem.row = at + 1;
	}
	evaluation_free(inner);
	answers_free(row);
	return problem;
}

struct problem check_component(
	const struct evaluation *evaluation, size_t index)
{
	const struct component *component = &evaluation->components[index];
	const json_t *value = evaluation->values[index];
	struct problem problem = check_value(component, value, evaluation->today);

	for (size_t i = 0;
		 component->repeat && !problem.code && i < json_array_size(value); i++)
		problem = check_row(evaluation, index, i);
	problem.component = &evaluation->form->components[index];
	return problem;
}

static void add_problem(
	struct problem **problems, size_t *n, struct problem problem)
{
	*problems = mem_more(*problems, *n, sizeof **problems);
	(*problems)[(*n)++] = problem;
}

size_t check_answers(const struct form *form, const struct answers *answers,
	struct date today, struct problem **problems)
{
	struct evaluation *evaluation = evaluate(form, answers, today);
	size_t n = 0;

	*problems = NULL;
	for (size_t i = 0; i < form->n_components; i++) {
		struct problem problem;

		if (!evaluation->visible[i])
			continue;
		problem = check_component(evaluation, i);
		if (problem.code)
			add_problem(problems, &n, problem);
	}
	if (answers_unknown(answers, form))
		add_problem(problems, &n, type_problem(NULL));
	evaluation_free(evaluation);
	return n;
}

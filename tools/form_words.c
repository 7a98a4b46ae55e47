/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/form_words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "tools/logic_words.h"

static void add(struct asked_list *asked, const struct asked *one)
{
	asked->list = mem_more(asked->list, asked->n, sizeof *asked->list);
	asked->list[asked->n++] = *one;
}

static int depth_of(const struct form *form, const struct component *component)
{
	int depth = 0;

	for (int up = component->parent; up >= 0; up = form->components[up].parent)
		depth++;
	return depth;
}

static bool is_question(const struct component *component)
{
	return component_has_answer(component);
}

static void add_rows(
	struct asked_list *asked, const struct asked *around, int *number)
{
	const struct form *form = around->component->repeat->form;

	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		const struct asked one = {
			.form = form,
			.outer = around->form,
			.component = component,
			.key = text_format("%s.%s", around->key, component->key),
			.step = around->step,
			.number = is_question(component) ? ++*number : 0,
			.depth = around->depth + 1 + depth_of(form, component),
		};

		if (component->part) {
			*number -= one.number ? 1 : 0;
			free(one.key);
			continue;
		}
		add(asked, &one);
	}
}

void asked_read(struct asked_list *asked, const struct form *form)
{
	int number = 0;

	*asked = (struct asked_list){ 0 };
	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		struct asked one = { .form = form, .component = component };

		if (component->part)
			continue;
		one.key = mem_text(component->key);
		one.step = component->step;
		one.number = is_question(component) ? ++number : 0;
		one.depth = depth_of(form, component);
		add(asked, &one);
		/* What is asked several times has its question in itself. */
		if (component->type == COMPONENT_EDITGRID && component->repeat)
			add_rows(asked, &one, &number);
	}
}

void asked_clear(struct asked_list *asked)
{
	for (size_t i = 0; i < asked->n; i++)
		free(asked->list[i].key);
	free(asked->list);
	*asked = (struct asked_list){ 0 };
}

const struct asked *asked_find(const struct asked_list *asked, const char *key)
{
	for (size_t i = 0; i < asked->n; i++) {
		if (strcmp(asked->list[i].key, key) == 0)
			return &asked->list[i];
	}
	return NULL;
}

const char *type_words(const struct component *component)
{
	static const char *const types[N_COMPONENT_TYPES] = {
		[COMPONENT_TEXTFIELD] = "text on one line",
		[COMPONENT_TEXTAREA] = "text of more lines",
		[COMPONENT_EMAIL] = "e-mail address",
		[COMPONENT_PHONE] = "phone number",
		[COMPONENT_POSTCODE] = "postcode",
		[COMPONENT_BSN] = "BSN",
		[COMPONENT_IBAN] = "IBAN",
		[COMPONENT_NUMBER] = "number",
		[COMPONENT_CURRENCY] = "amount of money",
		[COMPONENT_DATE] = "date",
		[COMPONENT_DATETIME] = "date and time",
		[COMPONENT_TIME] = "time",
		[COMPONENT_LICENSEPLATE] = "licence plate",
		[COMPONENT_RADIO] = "choose one",
		[COMPONENT_SELECT] = "choose one from a list",
		[COMPONENT_SELECTBOXES] = "mark one or more",
		[COMPONENT_CHECKBOX] = "a mark, or none",
		[COMPONENT_FILE] = "papers to bring or to send later",
		[COMPONENT_ADDRESS] = "address",
		[COMPONENT_PROFILE] = "e-mail and phone",
		[COMPONENT_EDITGRID] = "a list; for each one in it",
		[COMPONENT_SEVERAL] = "several answers",
		[COMPONENT_CONTENT] = "something to read",
		[COMPONENT_SOFT_ERRORS] = "what is still open, to read",
		[COMPONENT_FIELDSET] = "a group",
		[COMPONENT_COLUMNS] = "side by side",
	};

	if (component->type == COMPONENT_SELECT && component->multiple)
		return "choose one or more from a list";
	return types[component->type];
}

void component_words(struct text *out, const struct component *component)
{
	const char *text = component->label.text;

	if (component->type == COMPONENT_CONTENT)
		text = component->content.text;
	quoted_words(out, text_empty(text) ? component->key : text);
}

static void count_words(
	struct text *out, const char *least_or_most, int n, const char *what)
{
	if (n)
		text_addf(
			out, ", %s %d %s%s", least_or_most, n, what, n == 1 ? "" : "s");
}

/* "3 years and 2 days before 'grens'" */
static void relative_words(struct text *out, const struct date_limit *limit)
{
	const struct {
		int n;
		const char *unit;
	} parts[] = { { limit->years, "year" }, { limit->months, "month" },
		{ limit->days, "day" } };
	bool before = false;
	const char *between = "";

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (!parts[i].n)
			continue;
		before = parts[i].n < 0;
		text_addf(out, "%s%d %s%s", between, abs(parts[i].n), parts[i].unit,
			abs(parts[i].n) == 1 ? "" : "s");
		between = " and ";
	}
	if (*between)
		text_add(out, before ? " before " : " after ");
	quoted_words(out, limit->variable ? limit->variable : "");
}

static void date_words(
	struct text *out, const char *side, const struct date_limit *limit)
{
	switch (limit->mode) {
	case DATE_ANY:
		return;
	case DATE_FUTURE:
		text_add(out, ", in the future");
		break;
	case DATE_PAST:
		text_add(out, ", in the past");
		break;
	case DATE_FIXED:
		text_addf(out, ", %s %04d-%02d-%02d", side, limit->fixed.year,
			limit->fixed.month, limit->fixed.day);
		return;
	case DATE_RELATIVE:
		text_addf(out, ", %s ", side);
		relative_words(out, limit);
		return;
	}
	if (limit->include_today)
		text_add(out, " or today");
}

void bounds_words(struct text *out, const struct component *component)
{
	const struct limits *limits = &component->limits;

	if (limits->has_min)
		text_addf(out, ", at least %.10g", limits->min);
	if (limits->has_max)
		text_addf(out, ", at most %.10g", limits->max);
	count_words(out, "at most", limits->max_length,
		component->type == COMPONENT_EDITGRID ? "time" : "character");
	count_words(out, "at least", limits->min_selected, "mark");
	count_words(out, "at most", limits->max_selected, "mark");
	if (limits->min_time)
		text_addf(out, ", from %s", limits->min_time);
	if (limits->max_time)
		text_addf(out, ", until %s", limits->max_time);
	date_words(out, "not before", &limits->min_date);
	date_words(out, "not after", &limits->max_date);
	if (limits->pattern) {
		text_add(out, ", as in the pattern ");
		quoted_words(out, limits->pattern);
	}
}

void limits_words(struct text *out, const struct component *component)
{
	if (component_has_answer(component) && !component->disabled)
		text_add(out,
			component->limits.required ? ", required" : ", may be skipped");
	if (component->disabled)
		text_add(out, ", read only");
	if (component->hidden)
		text_add(out, ", hidden at first");
	bounds_words(out, component);
}

void condition_cause(struct text *out, const struct asked *asked)
{
	const struct condition *condition = &asked->component->condition;
	const struct form *form =
		condition->outer && asked->outer ? asked->outer : asked->form;
	const char *name = condition->when;
	const struct component *when;
	const char *rest;

	/* In a row the name of what it waits for has that of the whole before it.
	 */
	assert(form);
	if (condition->at >= 0)
		name = form->components[condition->at].key;
	when = named_component(form, name, &rest);
	name_words(out, form, name);
	if (json_is_boolean(condition->eq) && when &&
		when->type == COMPONENT_CHECKBOX) {
		text_add(
			out, json_is_true(condition->eq) ? " is marked" : " is not marked");
		return;
	}
	text_add(out, when && when->type == COMPONENT_SELECTBOXES ? " has the mark "
															  : " is ");
	value_words(out, when, condition->eq);
}

void condition_words(struct text *out, const struct asked *asked)
{
	const struct condition *condition = &asked->component->condition;
	bool reads = !component_has_answer(asked->component);

	if (!condition->set)
		return;
	text_addf(out, "%s%s when ", condition->show ? "" : "not ",
		reads ? "shown" : "asked");
	condition_cause(out, asked);
}

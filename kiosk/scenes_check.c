/* SPDX-License-Identifier: EUPL-1.2 */
/* Check, agree, send: the last look before something leaves. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* What the parts are of is told with the first of them. */
static bool begins_whole(
	const struct draft *draft, const struct component *component)
{
	return component->part &&
		   component == &draft->form->components[component->parent + 1];
}

void scene_change(struct scene *scene, const struct way *way)
{
	const struct draft *draft = journey_asked(scene->journey);
	const struct component *component = &draft->form->components[way->index];
	struct answer_text text = answer_text(draft, component);
	bool shown = journey_place(scene->journey)->shown;
	struct phrase label;
	struct item *item;

	component_label(component, &label);
	item = scene_way_as(scene, way, ITEM_CHANGE, label.text);
	item_set_language(item, label.language);
	item_set_aloud(item, label.aloud);
	if (begins_whole(draft, component))
		item_set_hint(
			item, draft->form->components[component->parent].label.text);
	if (*text.shown)
		scene_value(item, component, &text, component->is_masked && !shown);
	else
		item_set_value(item, _("Not filled in"));
	answer_text_clear(&text);
}

/* An answer that is not the resident's to change is read only. */
static bool is_fixed(
	const struct draft *draft, const struct component *component)
{
	return draft_sees(draft, component) && component->disabled &&
		   component->in_summary && component_takes_answer(component);
}

static void add_fixed(struct scene *scene, const struct component *component)
{
	const struct draft *draft = scene->journey->draft;
	struct answer_text text = answer_text(draft, component);
	bool shown = journey_place(scene->journey)->shown;
	char *key =
		text_format("fixed:%td", component - draft->form->components + 1);
	struct phrase label;
	struct item *item;

	component_label(component, &label);
	item = scene_phrase(scene, ITEM_DETAIL, key, &label);
	if (item && *text.shown)
		scene_value(item, component, &text, component->is_masked && !shown);
	else if (item)
		item_set_value(item, _("Not filled in"));
	free(key);
	answer_text_clear(&text);
}

static void add_step(struct scene *scene, int step)
{
	const struct form *form = scene_form(scene);
	char *key;

	if (form->n_steps < 2 || step < 0 || (size_t)step >= form->n_steps)
		return;
	key = text_format("step:%d", step + 1);
	scene_phrase(scene, ITEM_HEADING, key, &form->steps[step].name);
	free(key);
}

static void add_price(struct scene *scene)
{
	const struct service *service = &scene_form(scene)->service;

	scene_phrase(scene, ITEM_TEXT, "price", &service->price);
	scene_phrase(scene, ITEM_TEXT, "delivery", &service->delivery);
}

/* All answers in the order of the form, each step under its name; returns how
 * many of the ways that were. */
static size_t add_answers(struct scene *scene, const struct way *ways, size_t n)
{
	const struct draft *draft = scene->journey->draft;
	int step = -1;
	size_t used = 0;

	for (size_t i = 0; i < draft->form->n_components; i++) {
		const struct component *component = &draft->form->components[i];
		bool changes = used < n && text_starts(ways[used].key, "change:") &&
					   ways[used].index == i;

		if (!changes && !is_fixed(draft, component))
			continue;
		if (component->step != step)
			add_step(scene, component->step);
		step = component->step;
		if (changes)
			scene_change(scene, &ways[used++]);
		else
			add_fixed(scene, component);
	}
	return used;
}

void scene_check(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	size_t i;

	scene_title(scene, _("Check your answers"));
	scene_phrase(scene, ITEM_HEADING, "name", &scene_form(scene)->name);
	i = add_answers(scene, ways, n);
	add_price(scene);
	for (; i < n; i++)
		scene_way(scene, &ways[i]);
	free(ways);
}

static void add_statement(struct scene *scene, const struct way *way)
{
	const struct component *statement =
		&scene_form(scene)->statements[way->index];
	bool agreed = scene->journey->agreed[way->index];
	struct item *item = scene_way_as(scene, way, ITEM_MARK,
		text_empty(statement->label.text) ? statement->key
										  : statement->label.text);

	item_set_language(item, statement->label.language);
	if (agreed)
		item->state |= STATE_CHOSEN;
	else if (!statement->limits.required)
		item_set_hint(item, _("You may skip this."));
	else if (scene->journey->disagreed)
		item_set_error(item, _("Put a mark here when you agree."));
}

void scene_statements(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	scene_title(scene, _("Do you agree with this?"));
	if (scene->journey->disagreed)
		scene_add(scene, ITEM_ERROR, "error",
			_("You can only go on when you agree. Put the mark first."));
	scene_add(scene, ITEM_TEXT, "why",
		_("Read it and put a mark. Then we can send your request."));
	for (size_t i = 0; i < n; i++)
		if (text_starts(ways[i].key, "agree:"))
			add_statement(scene, &ways[i]);
		else
			scene_way(scene, &ways[i]);
	free(ways);
}

void scene_send(struct scene *scene)
{
	scene_title(scene, _("Do you want to send your request now?"));
	scene_phrase(scene, ITEM_HEADING, "name", &scene_form(scene)->name);
	scene_add(scene, ITEM_TEXT, "not-yet", _("Nothing has been sent yet."));
	if (scene->journey->trial)
		scene_add(scene, ITEM_TEXT, "trial",
			_("This form is being tried out. Nothing can be sent from here."));
	add_price(scene);
	scene_ways(scene);
}

static const char *const progress_texts[] = {
	[PROGRESS_BEGUN] = N_("We are packing your answers safely."),
	[PROGRESS_KEEPING] = N_("Your request is safe. We are handing it over."),
	[PROGRESS_LONG] =
		N_("This takes a little longer. You need not do anything."),
};

void scene_sending(struct scene *scene)
{
	scene_title(scene, _("We are sending your request"));
	scene_add(scene, ITEM_TEXT, "progress",
		_(progress_texts[scene->journey->progress]));
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around the questions: pages to read before them, and the words
 * of who made the form on what goes on. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static const struct {
	const char *key, *title;
} titles[] = {
	{ "introduction", N_("About this form") },
	{ "explanation", N_("Before you begin") },
	{ "help", N_("Help with this form") },
};

void scene_page(struct scene *scene)
{
	const struct phrase *page = journey_page(scene->journey);
	const char *key = journey_place(scene->journey)->key;
	const char *title = titles[0].title;

	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		if (text_same(titles[i].key, key))
			title = titles[i].title;
	scene_title(scene, _(title));
	scene_phrase(scene, ITEM_HEADING, "name", &scene_form(scene)->name);
	if (page)
		scene_phrase(scene, ITEM_TEXT, "content", page);
	scene_ways(scene);
}

/* At the first question of a step the step's word for going back, at the last
 * one that for going on. */
static const struct phrase *step_word(const struct scene *scene, bool onward)
{
	const struct draft *draft = journey_asked(scene->journey);
	const struct component *at = journey_component(scene->journey);
	const struct step *step;
	bool at_edge = true;
	size_t n;
	const struct component **list;

	if (!at || draft->outer)
		return NULL;
	list = draft_questions(draft, &n);
	for (size_t i = 0; i < n; i++)
		if (list[i]->step == at->step && (onward ? list[i] > at : list[i] < at))
			at_edge = false;
	free(list);
	step = &draft->form->steps[at->step];
	return at_edge ? (onward ? &step->next : &step->previous) : NULL;
}

const struct phrase *own_word(const struct scene *scene, const char *key)
{
	const struct form *form = scene_form(scene);
	const struct phrase *word = NULL;

	switch ((int)journey_place(scene->journey)->kind) {
	case PLACE_SERVICE:
		word = text_same(key, "start") ? &form->begin : NULL;
		break;
	case PLACE_BLOCKED:
		word = text_same(key, "change") ? &form->change : NULL;
		break;
	case PLACE_CHECK:
		word = text_same(key, "back") ? &form->previous : NULL;
		break;
	case PLACE_SEND:
		word = text_same(key, "send") ? &form->confirm : NULL;
		break;
	case PLACE_QUESTION:
	case PLACE_ROWS:
		if (text_same(key, "next") || text_same(key, "back"))
			word = step_word(scene, text_same(key, "next"));
		break;
	default:
		break;
	}
	return word && !text_empty(word->text) ? word : NULL;
}

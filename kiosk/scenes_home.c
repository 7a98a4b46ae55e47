/* SPDX-License-Identifier: EUPL-1.2 */
/* What the city offers: the list, its subjects, and the page of a service. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static void add_field(struct scene *scene)
{
	char *typed = journey_typed(scene->journey);
	struct item *field =
		scene_add(scene, ITEM_FIELD, "search", _("Search: type a word"));

	item_set_value(field, typed);
	free(typed);
}

/* A service: its name, what it is, and whether it is only in Dutch. */
static void add_service(struct scene *scene, const struct way *way)
{
	const struct entry *entry = &scene->journey->catalogue->entries[way->index];
	struct item *item = scene_way_called(scene, way, entry->name.text);
	char *key;

	item_set_language(item, entry->name.language);
	item_set_pictogram(item, entry->pictogram);
	if (text_same(entry->name.language, entry->summary.language))
		item_set_hint(item, entry->summary.text);
	if (entry->complete)
		return;
	key = text_format("dutch:%zu", way->index + 1);
	scene_add(scene, ITEM_TEXT, key, _("This form is in Dutch."));
	free(key);
}

static void add_list(struct scene *scene)
{
	const struct catalogue *all = scene->journey->catalogue;
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	for (size_t i = 0; i < n; i++) {
		if (text_starts(ways[i].key, "service:"))
			add_service(scene, &ways[i]);
		else if (text_starts(ways[i].key, "category:")) {
			const struct phrase *name = &all->entries[ways[i].index].category;

			item_set_language(
				scene_way_called(scene, &ways[i], name->text), name->language);
		} else
			scene_way(scene, &ways[i]);
	}
	free(ways);
}

static void tell_found(struct scene *scene)
{
	size_t n;

	free(journey_listed(scene->journey, &n));
	if (n)
		scene_add_free(scene, ITEM_TEXT, "found",
			text_format(P_("%zu result.", "%zu results.", n), n));
	else
		scene_add(scene, ITEM_TEXT, "found",
			_("Nothing found. Try another word, or ask an employee."));
}

void scene_home(struct scene *scene)
{
	char field[ID_SIZE];
	char *typed = journey_typed(scene->journey);

	scene_title(scene, _("What do you want to arrange?"));
	journey_field(scene->journey, field);
	if (*field)
		add_field(scene);
	if (!text_empty(typed))
		tell_found(scene);
	free(typed);
	add_list(scene);
}

void scene_category(struct scene *scene)
{
	const struct catalogue *all = scene->journey->catalogue;
	const char *key = journey_place(scene->journey)->key;
	size_t i = 0;

	while (i < all->n_entries && !text_same(all->entries[i].category_key, key))
		i++;
	if (i < all->n_entries)
		scene_title_phrase(scene, &all->entries[i].category);
	else
		scene_title(scene, _("What do you want to arrange?"));
	add_list(scene);
}

void scene_fetching(struct scene *scene)
{
	scene_title(scene, _("One moment please"));
	scene_add(scene, ITEM_TEXT, "what", _("We are getting your form."));
	scene_ways(scene);
}

void scene_not_here(struct scene *scene)
{
	const struct form *form = scene_form(scene);
	const struct entry *entry = journey_entry(scene->journey);

	if (form && form->reach != FORM_OFFLINE) {
		scene_title(scene, _("You cannot arrange this here."));
		scene_phrase(scene, ITEM_HEADING, "name", &form->name);
		if (form->reach == FORM_ONLINE)
			scene_add(scene, ITEM_TEXT, "why",
				_("This form needs a connection that this machine does not "
				  "have."));
		scene_add(scene, ITEM_TEXT, "at-desk",
			_("An employee can arrange it with you, or tell you where to go."));
		scene_phrase(scene, ITEM_TEXT, "elsewhere", &form->service.elsewhere);
		scene_phrase(scene, ITEM_TEXT, "contact", &form->service.contact);
	} else {
		scene_title(scene, _("We cannot show this form now."));
		if (entry)
			scene_phrase(scene, ITEM_HEADING, "name", &entry->name);
		scene_add(scene, ITEM_TEXT, "do",
			_("Try it again later, or ask an employee."));
	}
	scene_desk(scene);
	scene_ways(scene);
}

static void tell_dutch(struct scene *scene, const struct form *form)
{
	if (!form->complete)
		scene_add(scene, ITEM_TEXT, "dutch",
			_("This form is in Dutch. An employee can help you."));
}

static void add_short(
	struct scene *scene, const char *key, const struct phrase *text)
{
	if (!text_is_page(text))
		scene_phrase(scene, ITEM_TEXT, key, text);
}

/* First what one gets and how, then what it costs, what to bring, for whom. */
void scene_service(struct scene *scene)
{
	const struct form *form = scene_form(scene);
	const struct service *service = &form->service;

	scene_title_phrase(scene, &form->name);
	tell_dutch(scene, form);
	scene_phrase(scene, ITEM_TEXT, "here", &service->here);
	scene_phrase(scene, ITEM_TEXT, "delivery", &service->delivery);
	scene_phrase(scene, ITEM_TEXT, "price", &service->price);
	scene_phrase(scene, ITEM_TEXT, "bring", &service->bring);
	scene_phrase(scene, ITEM_TEXT, "who", &service->who);
	scene_phrase(scene, ITEM_TEXT, "elsewhere", &service->elsewhere);
	add_short(scene, "introduction", &form->introduction);
	add_short(scene, "explanation", &form->explanation);
	add_short(scene, "help", &form->help);
	scene_ways(scene);
}

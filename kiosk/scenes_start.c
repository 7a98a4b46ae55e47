/* SPDX-License-Identifier: EUPL-1.2 */
/* From a stranger to a visitor: attract, language, greeting, comfort. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static const char invitation[] =
	N_("City desk, free of charge. Press any key.");
static const char stopped_unsent[] =
	N_("The last visit has stopped. Nothing was sent.");
static const char stopped_sent[] =
	N_("The last visit has stopped. What was sent stays sent.");
static const char other_language[] = N_("Other language");

static struct item *add_in(struct scene *scene, enum item_role role,
	const char *key, const char *language, const char *text)
{
	struct item *item =
		scene_add(scene, role, key, translate_into(language, text));

	item_set_language(item, language);
	return item;
}

/* For who walked away and comes back: without personal data. */
static void add_previous(struct scene *scene)
{
	const char *language = scene->journey->language;
	enum ending previous = scene->journey->previous;
	const char *text =
		previous == ENDING_IDLE_SENT ? stopped_sent : stopped_unsent;

	if (previous == ENDING_NONE)
		return;
	add_in(scene, ITEM_NOTICE, "previous", language, text);
	if (!text_same(language, "nl"))
		add_in(scene, ITEM_NOTICE, "previous:nl", "nl", text);
}

void scene_attract(struct scene *scene)
{
	const struct language *languages;
	size_t n = journey_languages(&languages);
	const char *first = scene->journey->language;
	struct item *picture;
	size_t start;

	scene_title(scene, _(invitation));
	add_previous(scene);
	for (size_t i = 0; i < n; i++) {
		char *key = text_format("line:%s", languages[i].tag);

		if (!text_same(languages[i].tag, first))
			add_in(scene, ITEM_TEXT, key, languages[i].tag, invitation);
		free(key);
	}
	picture = scene_add(scene, ITEM_PICTURE, "key", "");
	item_set_value(picture, "enter-key");
	scene_ways(scene);
	start = screen_find(scene->screen, "attract/start");
	if (start < scene->screen->n_items)
		item_set_pictogram(&scene->screen->items[start], "enter-key");
}

/* For staff; a resident reads only that it is not their fault. */
void scene_no_services(struct scene *scene)
{
	scene_title(scene, _("This machine is not ready yet."));
	scene_add(
		scene, ITEM_TEXT, "residents", _("Please ask an employee for help."));
	if (!text_same(scene->journey->language, "nl"))
		add_in(scene, ITEM_TEXT, "residents:nl", "nl",
			"Please ask an employee for help.");
	scene_add(scene, ITEM_HEADING, "staff-heading", _("For staff"));
	scene_add(scene, ITEM_TEXT, "staff-why",
		_("There is no list of services here yet. The central service cannot "
		  "be reached."));
	scene_add(scene, ITEM_TEXT, "staff-do",
		_("Check the network cable and the power. This screen goes away by "
		  "itself."));
	if (!text_empty(scene->around->kiosk))
		item_set_value(
			scene_add(scene, ITEM_DETAIL, "kiosk", _("Name of this machine")),
			scene->around->kiosk);
	scene_ways(scene);
}

void scene_language(struct scene *scene)
{
	const struct language *languages;
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	journey_languages(&languages);
	scene_title(scene, _("Choose your language"));
	for (size_t i = 0; i < n; i++) {
		bool is_one = text_starts(ways[i].key, "language:");
		char *others = is_one ? NULL : scene_in_all(other_language);
		struct item *item = scene_way_called(
			scene, &ways[i], is_one ? languages[ways[i].index].name : others);

		if (is_one)
			item_set_language(item, languages[ways[i].index].tag);
		free(others);
	}
	free(ways);
}

void scene_greeting(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	char *words = scene_language_words();

	/* TRANSLATORS: name your own language instead of English. */
	scene_title(scene, _("Welcome. Do you want to go on in English?"));
	for (size_t i = 0; i < n; i++)
		if (text_same(ways[i].key, "language"))
			scene_way_called(scene, &ways[i], words);
		else
			scene_way(scene, &ways[i]);
	free(words);
	free(ways);
}

void scene_readable(struct scene *scene)
{
	scene_title(scene, _("Can you read this well?"));
	scene_ways(scene);
}

void scene_aloud(struct scene *scene)
{
	scene_title(scene, _("Shall I read everything aloud?"));
	scene_add(scene, ITEM_TEXT, "private",
		_("You hear private answers only through headphones."));
	scene_ways(scene);
}

void scene_too_small(struct scene *scene)
{
	scene_title(scene, _("This window is too small."));
	scene_add(scene, ITEM_TEXT, "do",
		_("Make the window larger, or the letters smaller."));
}

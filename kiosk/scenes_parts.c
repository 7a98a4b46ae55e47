/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/scenes_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

struct item *scene_add(struct scene *scene, enum item_role role,
	const char *key, const char *label)
{
	char *id = text_format("%s/%s", scene->screen->name, key);
	struct item *item = screen_add(scene->screen, role, id, label);

	free(id);
	return item;
}

struct item *scene_add_free(
	struct scene *scene, enum item_role role, const char *key, char *label)
{
	struct item *item = scene_add(scene, role, key, label);

	free(label);
	return item;
}

struct item *scene_phrase(struct scene *scene, enum item_role role,
	const char *key, const struct phrase *phrase)
{
	struct item *item;

	if (text_empty(phrase->text))
		return NULL;
	item = scene_add(scene, role, key, phrase->text);
	item_set_language(item, phrase->language);
	item_set_aloud(item, phrase->aloud);
	return item;
}

/* For who writes the form: the last version that was well stays on screen. */
static void add_mistake(struct scene *scene)
{
	if (text_empty(scene->around->mistake))
		return;
	scene_add(scene, ITEM_NOTICE, "mistake",
		_("There is a mistake in the form. You see the version before it."));
	item_set_language(
		scene_add(scene, ITEM_NOTICE, "mistake-place", scene->around->mistake),
		"en");
}

/* What the moment asks to be told, before all else on the screen. */
void scene_notices(struct scene *scene)
{
	char *notice = notice_text(scene);

	if (*notice)
		scene_add(scene, ITEM_NOTICE, "notice", notice);
	free(notice);
	add_mistake(scene);
	if (scene->around->testing)
		scene_add(
			scene, ITEM_NOTICE, "testing", _("Trial: this is only a test."));
}

void scene_title(struct scene *scene, const char *title)
{
	scene_add(scene, ITEM_TITLE, "title", title);
	scene_notices(scene);
}

void scene_title_phrase(struct scene *scene, const struct phrase *title)
{
	scene_phrase(scene, ITEM_TITLE, "title", title);
	scene_notices(scene);
}

int scene_numbered(const struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	int numbered = 0;

	for (size_t i = 0; i < n; i++)
		numbered += ways[i].number > 0;
	free(ways);
	return numbered;
}

struct item *scene_way_as(struct scene *scene, const struct way *way,
	enum item_role role, const char *label)
{
	struct item *item = scene_add(scene, role, way->key, label);

	if (way->number) {
		item->n = way->number;
		item->of = scene_numbered(scene);
	}
	if (way->confirms)
		item->state |= STATE_CONFIRMS;
	return item;
}

struct item *scene_way_called(
	struct scene *scene, const struct way *way, const char *label)
{
	return scene_way_as(scene, way, ITEM_ACTION, label);
}

struct item *scene_way(struct scene *scene, const struct way *way)
{
	struct phrase words;
	struct item *item;

	way_words(scene, way->key, &words);
	item = scene_way_called(scene, way, words.text);
	item_set_language(item, words.language);
	return item;
}

void scene_ways(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	for (size_t i = 0; i < n; i++)
		scene_way(scene, &ways[i]);
	free(ways);
}

static const char *const part_names[N_PARTS] = {
	[PART_POSTCODE] = N_("Postcode"),
	[PART_HOUSE_NUMBER] = N_("House number"),
	[PART_HOUSE_LETTER] = N_("Letter after the house number"),
	[PART_HOUSE_ADDITION] = N_("Addition to the house number"),
	[PART_STREET] = N_("Street"),
	[PART_CITY] = N_("Town or city"),
	[PART_EMAIL] = N_("E-mail address"),
	[PART_PHONE] = N_("Phone number"),
};

void component_label(const struct component *component, struct phrase *out)
{
	*out = component->label;
	if (component->part)
		out->text = lend(_(part_names[component->part]));
	else if (text_empty(out->text))
		out->text = component->key;
	if (component->part)
		snprintf(
			out->language, sizeof(out->language), "%s", translate_language());
}

const struct form *scene_form(const struct scene *scene)
{
	return scene->journey->draft ? scene->journey->draft->form : NULL;
}

char *scene_language_words(void)
{
	const struct language *languages;
	size_t n = journey_languages(&languages);
	struct text words = { 0 };

	for (size_t i = 0; i < n; i++) {
		text_add(&words, i ? " · " : "");
		text_add(&words, languages[i].word);
	}
	return text_take(&words);
}

char *scene_in_all(const char *text)
{
	const struct language *languages;
	size_t n = journey_languages(&languages);
	struct text all = { 0 };

	for (size_t i = 0; i < n; i++) {
		text_add(&all, i ? " · " : "");
		text_add(&all, translate_into(languages[i].tag, text));
	}
	return text_take(&all);
}

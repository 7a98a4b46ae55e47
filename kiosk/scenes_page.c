/* SPDX-License-Identifier: EUPL-1.2 */
/* Pages of the form to read before its questions. */
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

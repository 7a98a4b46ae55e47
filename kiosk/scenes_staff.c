/* SPDX-License-Identifier: EUPL-1.2 */
/* For staff: leave, and see that nothing is lost. No content of residents. */
#include <stdlib.h>
#include <string.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

void scene_pin(struct scene *scene)
{
	char *typed = journey_typed(scene->journey);
	struct text dots = { 0 };
	const char *rest = typed;
	struct item *field;

	scene_title(scene, _("For staff only"));
	scene_add(scene, ITEM_TEXT, "never", _("Never type your own PIN here."));
	if (!text_empty(scene->around->staff_hint))
		item_set_value(
			scene_add(scene, ITEM_DETAIL, "hint", _("Code of this trial")),
			scene->around->staff_hint);
	field = scene_add(scene, ITEM_FIELD, "pin", _("Staff code"));
	while (text_next(&rest))
		text_add(&dots, "•");
	item_set_value(field, dots.bytes ? dots.bytes : "");
	field->privacy = PRIVACY_PRIVATE;
	field->state |= STATE_MASKED;
	text_wipe(typed);
	text_clear(&dots);
	scene_ways(scene);
}

static void add_waiting(struct scene *scene)
{
	const struct surroundings *around = scene->around;

	if (!around->waiting_known) {
		scene_add(scene, ITEM_TEXT, "unknown",
			_("We cannot see now what waits here."));
		return;
	}
	if (!around->n_waiting)
		scene_add(
			scene, ITEM_TEXT, "none", _("Nothing waits on this machine."));
	for (size_t i = 0; i < around->n_waiting; i++) {
		const struct waiting *waiting = &around->waiting[i];
		char *key = text_format("waiting:%s", waiting->reference);
		struct item *item =
			scene_add(scene, ITEM_DETAIL, key, waiting->reference);

		item_set_value(item, text_same(waiting->state, "held")
								 ? _("Held: a manager must look at it")
								 : _("Goes out by itself"));
		free(key);
	}
}

void scene_staff(struct scene *scene)
{
	scene_title(scene, _("For staff"));
	if (!text_empty(scene->around->kiosk))
		item_set_value(
			scene_add(scene, ITEM_DETAIL, "kiosk", _("Name of this machine")),
			scene->around->kiosk);
	scene_add(scene, ITEM_HEADING, "waiting", _("Waits to be sent"));
	add_waiting(scene);
	scene_ways(scene);
}

void scene_staff_end(struct scene *scene)
{
	scene_title(scene, _("Somebody has filled in answers. End the visit?"));
	scene_add(scene, ITEM_TEXT, "wiped",
		_("The answers are wiped. Nothing is sent."));
	scene_ways(scene);
}

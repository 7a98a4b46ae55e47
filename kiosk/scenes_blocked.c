/* SPDX-License-Identifier: EUPL-1.2 */
/* A form that goes no further with these answers: why, and what one can do. */
#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* The form's own words, when it has any. */
static const struct phrase *reason_of(const struct scene *scene)
{
	const struct step_state *step = journey_blocked(scene->journey);
	const struct phrase *content;

	if (!step || step->explanation < 0)
		return NULL;
	content = &scene_form(scene)->components[step->explanation].content;
	return text_empty(content->text) ? NULL : content;
}

void scene_blocked(struct scene *scene)
{
	const struct phrase *reason = reason_of(scene);

	scene_title(scene, _("You cannot go on with this form"));
	scene_phrase(scene, ITEM_HEADING, "name", &scene_form(scene)->name);
	if (reason)
		scene_phrase(scene, ITEM_TEXT, "reason", reason);
	else
		scene_add(scene, ITEM_TEXT, "reason",
			_("This form is not meant for the answers that you gave."));
	scene_add(scene, ITEM_TEXT, "stay",
		_("Nothing is sent. Your answers stay here until you stop."));
	scene_ways(scene);
}

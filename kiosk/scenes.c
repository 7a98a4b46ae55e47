/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/scenes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static scene_made *const made[N_PLACES] = {
	[PLACE_ATTRACT] = scene_attract,
	[PLACE_NO_SERVICES] = scene_no_services,
	[PLACE_LANGUAGE] = scene_language,
	[PLACE_GREETING] = scene_greeting,
	[PLACE_READABLE] = scene_readable,
	[PLACE_ALOUD] = scene_aloud,
	[PLACE_HOME] = scene_home,
	[PLACE_CATEGORY] = scene_category,
	[PLACE_FETCHING] = scene_fetching,
	[PLACE_NOT_HERE] = scene_not_here,
	[PLACE_SERVICE] = scene_service,
	[PLACE_PAGE] = scene_page,
	[PLACE_QUESTION] = scene_question,
	[PLACE_ROWS] = scene_rows,
	[PLACE_ROW] = scene_row,
	[PLACE_REMOVE] = scene_remove,
	[PLACE_BLOCKED] = scene_blocked,
	[PLACE_CHECK] = scene_check,
	[PLACE_STATEMENTS] = scene_statements,
	[PLACE_SEND] = scene_send,
	[PLACE_SENDING] = scene_sending,
	[PLACE_DONE] = scene_done,
	[PLACE_NOT_KEPT] = scene_not_kept,
	[PLACE_RATING] = scene_rating,
	[PLACE_COMMENT] = scene_comment,
	[PLACE_GOODBYE] = scene_goodbye,
	[PLACE_OTHER_LANGUAGE] = scene_other_language,
	[PLACE_MENU] = scene_menu,
	[PLACE_HELP] = scene_help,
	[PLACE_HOW] = scene_how,
	[PLACE_PEOPLE] = scene_people,
	[PLACE_STOP] = scene_stop,
	[PLACE_IDLE] = scene_idle,
	[PLACE_PIN] = scene_pin,
	[PLACE_STAFF] = scene_staff,
	[PLACE_STAFF_END] = scene_staff_end,
};

static const char *or_usual(const char *printed, const char *usual)
{
	return text_empty(printed) ? usual : printed;
}

/* The last two rows, the same on every screen. */
static void add_foot(struct scene *scene)
{
	const struct key_names *keys = &scene->around->keys;
	const char *enter = or_usual(keys->enter, _("Enter"));
	const char *back = or_usual(keys->back, _("Esc"));
	char *words = scene_language_words();
	struct item *menu;

	menu = scene_add(scene, ITEM_MENU, "menu",
		_("Help, language, larger, read aloud, stop"));
	item_set_value(menu, words);
	free(words);
	if (text_empty(keys->up) || text_empty(keys->down))
		/* TRANSLATORS: names of keys: Enter, Esc. At most three keys. */
		scene_add_free(scene, ITEM_KEYS, "keys",
			text_format(
				_("%1$s: go on. Arrows: choose. %2$s: back."), enter, back));
	else
		/* TRANSLATORS: names of keys: Enter, up, down, Esc. */
		scene_add_free(scene, ITEM_KEYS, "keys",
			text_format(_("%1$s: go on. %2$s and %3$s: choose. %4$s: back."),
				enter, keys->up, keys->down, back));
}

static bool may_be_first(const struct item *item)
{
	return item_takes_focus(item) && !(item->state & STATE_CONFIRMS) &&
		   item->role != ITEM_MORE;
}

/* Where the journey wants it; else the first that does no harm. */
static void set_focus(struct scene *scene)
{
	struct screen *screen = scene->screen;
	char wanted[ID_SIZE];
	size_t at;

	journey_focus(scene->journey, wanted);
	at = screen_find(screen, wanted);
	if (at == screen->n_items || !item_takes_focus(&screen->items[at]))
		for (at = 0; at < screen->n_items; at++)
			if (may_be_first(&screen->items[at]))
				break;
	screen->focus = at;
}

static bool covers(enum place_kind kind)
{
	return kind == PLACE_IDLE || kind == PLACE_PEOPLE || kind == PLACE_PIN ||
		   kind == PLACE_STAFF || kind == PLACE_STAFF_END;
}

void scenes_build(const struct journey *journey,
	const struct surroundings *around, struct screen *screen)
{
	struct scene scene = { journey, around, screen };
	enum place_kind kind = journey_place(journey)->kind;

	translate_use(journey->language);
	screen_begin(screen,
		around->too_small ? "too-small" : journey_scene(journey),
		journey->language);
	(around->too_small ? scene_too_small : made[kind])(&scene);
	add_foot(&scene);
	screen->cover = covers(kind);
	screen->still = kind == PLACE_ATTRACT && journey->depth == 1;
	set_focus(&scene);
}

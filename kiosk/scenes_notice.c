/* SPDX-License-Identifier: EUPL-1.2 */
/* One line about the moment. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static const char *const texts[N_NOTICES] = {
	[NOTICE_UNKNOWN_KEY] = N_("This key does nothing here."),
	[NOTICE_NO_SUCH_NUMBER] = N_("There is no choice with that number."),
	[NOTICE_NO_BACK] = N_("You cannot go back from here."),
	[NOTICE_LANGUAGE] = N_("You now read English."),
	[NOTICE_LARGEST] = N_("The letters cannot be larger."),
	[NOTICE_SPEECH_ON] = N_("Reading aloud is on."),
	[NOTICE_SPEECH_OFF] = N_("Reading aloud is off."),
	[NOTICE_NO_VOICE] = N_("Reading aloud does not work now."),
	[NOTICE_FULL] = N_("No more letters fit here."),
	[NOTICE_WRONG_PIN] = N_("That is not the right staff code."),
	[NOTICE_NO_STAFF] = N_("Wrong too often. Wait for the next visit."),
	[NOTICE_PRINTED] = N_("Your page comes out of the printer."),
	[NOTICE_NOT_PRINTED] =
		N_("The printer does not work. Write the number down."),
	[NOTICE_MORE_TIME] = N_("You now have ten times as much time."),
	[NOTICE_SENDING] = N_("We are still sending. One moment please."),
};

static const char *const colour_names[N_COLOURS] = {
	[COLOURS_DARK_ON_LIGHT] = N_("Black on white"),
	[COLOURS_LIGHT_ON_DARK] = N_("White on black"),
	[COLOURS_YELLOW_ON_BLACK] = N_("Yellow on black"),
	[COLOURS_CREAM] = N_("Black on cream"),
};

const char *colours_name(enum colours colours)
{
	return _(colour_names[colours]);
}

/* Quietly: where one looks for it, not on every screen. */
static bool tells_voice(enum place_kind kind)
{
	return kind == PLACE_LANGUAGE || kind == PLACE_READABLE ||
		   kind == PLACE_MENU;
}

char *notice_text(const struct scene *scene)
{
	const struct journey *journey = scene->journey;
	enum notice notice = journey->notice;

	if (notice == NOTICE_SIZE)
		return text_format(_("Letters: size %1$d of %2$d."), journey->size + 1,
			journey->n_sizes);
	if (notice == NOTICE_COLOURS)
		return text_format(_("Colours: %s."), colours_name(journey->colours));
	if (notice == NOTICE_NONE && scene->around->no_voice &&
		tells_voice(journey_place(journey)->kind))
		return mem_text(_("Reading aloud does not work now."));
	return mem_text(texts[notice] ? _(texts[notice]) : "");
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>

#include "kiosk/visit_state.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* So that a flood of keys leaves a turn to the voice, the city and the clock.
 */
enum { KEYS_A_TURN = 16 };

/* The row that turns the page, in the visitor's language. */
static char *more_label(const struct screen *screen, size_t page)
{
	/* TRANSLATORS: on a row that shows the next page: "More (page 2 of 3)" */
	return text_format(
		_("More (page %1$zu of %2$zu)"), page + 2, screen->pages);
}

static void build(struct visit *visit, struct screen *now)
{
	char *more;

	visit->around.too_small = glass_is_too_small(visit->glass);
	scenes_build(&visit->journey, &visit->around, now);
	glass_fit(visit->glass, now);
	more = more_label(now, visit->pages.page);
	pages_settle(&visit->pages, now, visit->follow, more);
	free(more);
}

static void speak(struct visit *visit, const struct screen *now)
{
	const struct screen *before =
		visit->has_shown && !visit->whole ? &visit->shown : NULL;

	if (!journey_speaks(&visit->journey))
		return;
	if (visit->repeat)
		speech_repeat(visit->speech, now);
	else
		visit->speech->show(visit->speech, before, now);
}

static void show(struct visit *visit)
{
	struct screen now = { 0 };

	build(visit, &now);
	glass_show(visit->glass, visit->has_shown ? &visit->shown : NULL, &now);
	records_screen(&visit->records, &now);
	speak(visit, &now);
	screen_clear(&visit->shown);
	visit->shown = now;
	visit->has_shown = true;
	visit->dirty = visit->whole = visit->repeat = visit->follow = false;
	visit_wind_clock(visit);
}

static void go_on(void *owner)
{
	(void)owner; /* only ends the wait, so that the next turn comes at once */
}

/* Curses may hold keys that poll cannot see, so they are read here, before each
 * wait: a key, its screen, the next key. */
void visit_turn(void *owner)
{
	struct visit *visit = owner;

	if (visit->opening)
		return;
	for (int i = 0; i < KEYS_A_TURN && !visit->ended; i++) {
		visit_read_keys(visit, glass_fd(visit->glass), 0);
		if (!visit->dirty || visit->ended)
			return;
		show(visit);
	}
	loop_after(visit->loop, 0, go_on, visit);
}

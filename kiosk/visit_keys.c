/* SPDX-License-Identifier: EUPL-1.2 */
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "kiosk/visit_state.h"
#include "lib/base/clock.h"

enum { STAFF_KEY = 12 /* F12 */ };

static const struct item *focused(const struct visit *visit)
{
	const struct screen *shown = &visit->shown;

	return visit->has_shown && shown->focus < shown->n_items
			   ? &shown->items[shown->focus]
			   : NULL;
}

/* Rows and pages are no matter of the journey: true when that was all. */
static bool moved(struct visit *visit, enum intent_kind kind)
{
	const struct item *item = focused(visit);

	if (kind == INTENT_ENTER && item && item->role == ITEM_MORE)
		return pages_turn(&visit->pages, &visit->shown);
	if (kind == INTENT_UP || kind == INTENT_DOWN)
		return pages_step(&visit->pages, &visit->shown,
				   kind == INTENT_DOWN ? 1 : -1) != PAGES_STAYED;
	return false;
}

static bool is_tap_on_more(const struct visit *visit, const struct intent *tap)
{
	size_t i = screen_find(&visit->shown, tap->text);

	return tap->kind == INTENT_PRESS && i < visit->shown.n_items &&
		   visit->shown.items[i].role == ITEM_MORE;
}

void visit_take(struct visit *visit, const struct intent *intent)
{
	const struct item *item = focused(visit);
	unsigned effects;

	if (!visit->shown.still && is_tap_on_more(visit, intent)) {
		visit->dirty = pages_turn(&visit->pages, &visit->shown);
		return;
	}
	/* Any key on attract starts, and does nothing else. */
	if (!visit->shown.still && intent->kind == INTENT_ENTER &&
		moved(visit, INTENT_ENTER)) {
		visit->dirty = true;
		return;
	}
	effects = journey_take(&visit->journey, intent, item ? item->id : "");
	if (!(effects & (EFFECT_MOVED | EFFECT_END)))
		moved(visit, intent->kind == INTENT_ENTER ? INTENT_NONE : intent->kind);
	visit->dirty = true;
	visit_do(visit, effects);
}

static void act(struct visit *visit, const struct key *key)
{
	int64_t now = clock_ms();
	const struct item *item = focused(visit);
	bool in_field = journey_types(&visit->journey, item ? item->id : "");
	struct intent intent = keys_intent(key, in_field, STAFF_KEY);

	if (key->press == PRESS_POINTER)
		intent = keys_tap(key, glass_page(visit->glass), &visit->shown);
	if (key->press == PRESS_RESIZE) {
		visit->dirty = visit->follow = true;
		visit->journey.n_sizes = glass_sizes(visit->glass);
		return;
	}
	if (intent.kind == INTENT_NONE ||
		!key_guard_allows(&visit->guard, &intent, now))
		return;
	announcer_hush(visit->announcer);
	idle_reset(&visit->idle, now);
	visit_take(visit, &intent);
}

/*
 * Keys that were pressed before the screen they would act on was shown do not
 * act on it: one key a turn, unless it is text for the same field.
 */
void visit_read_keys(void *owner, int fd, short events)
{
	struct visit *visit = owner;
	struct key key;

	(void)fd;
	if (glass_is_gone(visit->glass) || (events & (POLLERR | POLLNVAL))) {
		visit->ended = true;
		visit->exit_code = EXIT_FAILED;
		loop_stop(visit->loop);
		return;
	}
	while (!visit->ended && glass_read(visit->glass, &key)) {
		act(visit, &key);
		if (visit->dirty && key.press != PRESS_CHARACTER)
			break;
	}
}

static void silence_lasted(void *owner)
{
	struct visit *visit = owner;
	struct intent intent = { .kind = INTENT_IDLE };

	intent.number = (int)(idle_ms(&visit->idle, clock_ms()) / 1000);
	visit_take(visit, &intent);
}

void visit_wind_clock(struct visit *visit)
{
	int next = journey_next_idle(&visit->journey);
	int64_t left = (int64_t)next * 1000 - idle_ms(&visit->idle, clock_ms());

	if (next < 0 || visit->idle.still || visit->source->trial)
		left = -1;
	else if (left < 0)
		left = 0;
	loop_after(visit->loop, (long)left, silence_lasted, visit);
}

void visit_activity_changed(struct visit *visit)
{
	idle_stand_still(
		&visit->idle, announcer_speaks(visit->announcer), clock_ms());
	visit_wind_clock(visit);
}

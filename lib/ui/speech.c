/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/speech.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/speech_parts.h"

struct speech {
	struct renderer renderer; /* first, so that one can be the other */
	speech_sink *sink;
	void *owner;
	enum route route;
};

static const struct item *same_item(
	const struct screen *before, const struct item *item)
{
	size_t i = screen_find(before, item->id);

	return i < before->n_items ? &before->items[i] : NULL;
}

static const char *label_of(const struct screen *screen, enum item_role role)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		if (screen->items[i].role == role)
			return screen->items[i].label;
	}
	return "";
}

/* "Question 3 of 9" of a group, or of a row, is one question, also when its
 * words change because of what was marked in it. */
static bool has_other_title(
	const struct screen *before, const struct screen *now)
{
	const char *place = label_of(now, ITEM_PLACE);

	if (text_same(label_of(before, ITEM_TITLE), label_of(now, ITEM_TITLE)))
		return false;
	return !*place || !text_same(place, label_of(before, ITEM_PLACE)) ||
		   !text_same(
			   label_of(before, ITEM_HEADING), label_of(now, ITEM_HEADING));
}

static bool is_other_screen(
	const struct screen *before, const struct screen *now)
{
	const struct item *focus = before ? screen_focus(before) : NULL;

	return !before || !text_same(before->name, now->name) ||
		   !text_same(before->language, now->language) ||
		   has_other_title(before, now) || before->cover != now->cover ||
		   (focus && screen_find(now, focus->id) == now->n_items &&
			   screen_focus(now) && !same_item(before, screen_focus(now)));
}

static void new_errors(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	const struct item *focus = screen_focus(telling->screen), *old;

	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];

		if (item->role == ITEM_ERROR && item_is_told(telling->screen, item) &&
			!screen_has(before, ITEM_ERROR, item->label))
			say_item(utterance, telling, item);
	}
	old = focus ? same_item(before, focus) : NULL;
	if (focus && (!old || !text_same(old->error, focus->error)))
		say_own_error(utterance, telling, focus);
}

static bool is_typing(const struct item *before, const struct item *now)
{
	return now->role == ITEM_FIELD &&
		   (before->state & STATE_MASKED) == (now->state & STATE_MASKED);
}

static bool value_changed(const struct item *before, const struct item *now)
{
	return before->state != now->state || !text_same(before->value, now->value);
}

/* The item kept the focus; only what stands in it is another. */
static void changed_value(struct utterance *utterance,
	const struct telling *telling, const struct item *before,
	const struct item *now)
{
	if (!value_changed(before, now))
		return;
	if (is_typing(before, now)) {
		utterance->priority = PRIORITY_ECHO;
		say_echo(utterance, telling, before, now);
		return;
	}
	if (now->role == ITEM_CHOICE || now->role == ITEM_MARK)
		say_label(utterance, telling, now);
	say_value(utterance, telling, now);
}

static void changed_focus(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	const struct item *now = screen_focus(telling->screen);
	const struct item *old = now ? same_item(before, now) : NULL;

	if (!now)
		return;
	if (old && old == screen_focus(before)) {
		changed_value(utterance, telling, old, now);
		return;
	}
	say_own_error(utterance, telling, now);
	say_focus(utterance, telling);
}

/* On the same screen: a new error comes first, and then where one is. */
static void small_change(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	new_errors(utterance, telling, before);
	if (utterance->n_segments) {
		utterance->priority = PRIORITY_SCREEN;
		say_focus(utterance, telling);
		return;
	}
	say_notices(utterance, telling, before, true);
	changed_focus(utterance, telling, before);
}

/* An option that means something else since another was marked. */
static bool is_renamed(const struct item *old, const struct item *now)
{
	return old && (now->role == ITEM_CHOICE || now->role == ITEM_MARK) &&
		   !text_same(old->label, now->label);
}

/* Texts that changed by themselves, as when the city answers. */
static void changed_texts(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];
		const struct item *old = same_item(before, item);

		/* The one with the focus is said already. */
		if (is_renamed(old, item) && item_is_told(telling->screen, item) &&
			item != screen_focus(telling->screen))
			say_label(utterance, telling, item);
		if ((item_is_reading(item) || item->role == ITEM_TITLE) &&
			item_is_told(telling->screen, item) &&
			(!old || !text_same(old->label, item->label) ||
				!text_same(old->value, item->value)))
			say_item(utterance, telling, item);
	}
}

static void hand_over(struct speech *speech, struct utterance *utterance)
{
	utterance->route = speech->route;
	if (utterance->n_segments)
		speech->sink(speech->owner, utterance);
	utterance_clear(utterance);
}

static void show_change(struct speech *speech, const struct telling *telling,
	const struct screen *before)
{
	struct utterance utterance = { .priority = PRIORITY_FOCUS };
	struct utterance later = { .priority = PRIORITY_PROGRESS };

	small_change(&utterance, telling, before);
	changed_texts(&later, telling, before);
	hand_over(speech, &utterance);
	hand_over(speech, &later);
}

static void show(struct renderer *renderer, const struct screen *before,
	const struct screen *now)
{
	struct speech *speech = (struct speech *)renderer;
	struct telling telling = telling_of(now, speech->route);
	struct utterance utterance = { .priority = PRIORITY_SCREEN };

	if (now->still)
		return;
	if (is_other_screen(before, now))
		say_screen(&utterance, &telling, before, false);
	else if (before->page != now->page)
		say_next_page(&utterance, &telling);
	else
		show_change(speech, &telling, before);
	hand_over(speech, &utterance);
}

void speech_repeat(struct renderer *renderer, const struct screen *now)
{
	struct speech *speech = (struct speech *)renderer;
	struct telling telling = telling_of(now, speech->route);
	struct utterance utterance = { .priority = PRIORITY_SCREEN };

	say_screen(&utterance, &telling, NULL, true);
	hand_over(speech, &utterance);
}

void speech_say(struct renderer *renderer, enum priority priority,
	const char *language, const char *text)
{
	struct speech *speech = (struct speech *)renderer;
	struct utterance utterance = { .priority = priority };

	utterance_add(&utterance, language, text);
	utterance.priority = priority;
	hand_over(speech, &utterance);
}

void speech_set_route(struct renderer *renderer, enum route route)
{
	((struct speech *)renderer)->route = route;
}

static void speech_free(struct renderer *renderer)
{
	free(renderer);
}

struct renderer *speech_new(speech_sink *sink, void *owner)
{
	struct speech *speech = mem_new(1, sizeof *speech);

	speech->renderer = (struct renderer){
		.name = "speech", .show = show, .free = speech_free
	};
	speech->sink = sink;
	speech->owner = owner;
	return &speech->renderer;
}

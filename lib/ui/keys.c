/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/keys.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "lib/ui/page.h"
#include "lib/ui/screen.h"

static const enum intent_kind of_press[N_PRESSES] = {
	[PRESS_ENTER] = INTENT_ENTER,
	[PRESS_ESCAPE] = INTENT_BACK,
	[PRESS_UP] = INTENT_UP,
	[PRESS_DOWN] = INTENT_DOWN,
	[PRESS_TAB] = INTENT_DOWN,
	[PRESS_BACK_TAB] = INTENT_UP,
	[PRESS_BACKSPACE] = INTENT_DELETE,
	[PRESS_RESIZE] = INTENT_RESIZE,
	[PRESS_OTHER] = INTENT_UNKNOWN,
};

/* From F17 on these are the codes of EZ Access pads, as far as a terminal
 * passes them on: help, up, down, action, back. */
static const enum intent_kind of_function[] = {
	[1] = INTENT_HELP,
	[2] = INTENT_LANGUAGE,
	[3] = INTENT_SIZE,
	[4] = INTENT_SPEECH,
	[5] = INTENT_REPEAT,
	[6] = INTENT_COLOURS,
	[8] = INTENT_PEOPLE,
	[10] = INTENT_LEAVE,
	[17] = INTENT_HELP,
	[18] = INTENT_UP,
	[19] = INTENT_DOWN,
	[20] = INTENT_ENTER,
	[21] = INTENT_BACK,
};

int key_digit(uint32_t c)
{
	static const uint32_t zeroes[] = { '0', 0x0660, 0x06f0 };

	for (size_t i = 0; i < sizeof(zeroes) / sizeof(*zeroes); i++) {
		if (c >= zeroes[i] && c <= zeroes[i] + 9)
			return (int)(c - zeroes[i]);
	}
	return -1;
}

static struct intent function_intent(int number, int staff)
{
	struct intent intent = { .kind = INTENT_UNKNOWN };
	int known = (int)(sizeof(of_function) / sizeof(*of_function));

	if (staff && number == staff)
		intent.kind = INTENT_STAFF;
	else if (number > 0 && number < known && of_function[number])
		intent.kind = of_function[number];
	return intent;
}

static struct intent character_intent(uint32_t c, bool in_field)
{
	struct intent intent = { .kind = INTENT_TYPE };
	struct text bytes = { 0 };
	int digit = key_digit(c);
	char *safe;

	if (digit >= 0 && !in_field) {
		intent.kind = INTENT_CHOOSE;
		intent.number = digit;
		return intent;
	}
	text_add_char(&bytes, c);
	safe = safe_text(bytes.bytes, false);
	snprintf(intent.text, sizeof(intent.text), "%s", safe);
	if (!*safe)
		intent.kind = INTENT_UNKNOWN;
	free(safe);
	text_clear(&bytes);
	return intent;
}

struct intent keys_intent(const struct key *key, bool in_field, int staff)
{
	struct intent intent = { .kind = of_press[key->press] };

	if (key->press == PRESS_CHARACTER)
		return character_intent(key->c, in_field);
	if (key->press == PRESS_FUNCTION)
		return function_intent(key->number, staff);
	return intent;
}

struct intent keys_tap(
	const struct key *key, const struct page *page, const struct screen *screen)
{
	struct intent intent = { 0 };
	long item = page_item_at(page, key->row, key->column);

	if (key->press != PRESS_POINTER || item < 0 ||
		(size_t)item >= screen->n_items)
		return intent;
	intent.kind = INTENT_PRESS;
	snprintf(intent.text, sizeof(intent.text), "%s", screen->items[item].id);
	return intent;
}

/* Where the guard remembers this intent; -1 for one that may repeat. */
static int slot_of(const struct intent *intent)
{
	switch (intent->kind) {
	case INTENT_NONE:
	case INTENT_UP:
	case INTENT_DOWN:
	case INTENT_TYPE:
	case INTENT_DELETE:
	case INTENT_UNKNOWN:
	case INTENT_WAKE:
	case INTENT_IDLE:
	case INTENT_RESIZE:
	case N_INTENT_KINDS:
		return -1;
	case INTENT_CHOOSE:
		return N_INTENT_KINDS + intent->number % 10;
	case INTENT_ENTER:
	case INTENT_BACK:
	case INTENT_PRESS:
	case INTENT_REPEAT:
	case INTENT_HELP:
	case INTENT_PEOPLE:
	case INTENT_LANGUAGE:
	case INTENT_SIZE:
	case INTENT_COLOURS:
	case INTENT_SPEECH:
	case INTENT_LEAVE:
	case INTENT_STAFF:
		return (int)intent->kind;
	}
	return -1;
}

/* A digit that is held while a text field comes on the screen is still the
 * press that brought the field. */
static int slot_of_typed_digit(const struct intent *intent)
{
	const char *at = intent->text;
	int digit = intent->kind == INTENT_TYPE ? key_digit(text_next(&at)) : -1;

	return digit < 0 || *at ? -1 : N_INTENT_KINDS + digit;
}

static bool same_intent(const struct intent *a, const struct intent *b)
{
	return a->kind == b->kind && a->number == b->number &&
		   strcmp(a->text, b->text) == 0;
}

/* Every keyboard waits a fixed while before a held key repeats, and then
 * repeats fast. The wait is longer than any guard should be, so it is learnt.
 */
static void learn(struct key_guard *guard, int gap)
{
	enum { QUICK_MS = 60, SHORTEST_WAIT_MS = 180, LONGEST_WAIT_MS = 1200 };

	if (gap > QUICK_MS) {
		guard->gap = gap;
		guard->fast = 0;
		return;
	}
	if (++guard->fast == 2 && !guard->repeat_ms &&
		guard->gap >= SHORTEST_WAIT_MS && guard->gap <= LONGEST_WAIT_MS)
		guard->repeat_ms = guard->gap;
}

static bool is_first_repeat(const struct key_guard *guard, int gap)
{
	enum { SLACK_MS = 20 };

	return guard->repeat_ms && abs(gap - guard->repeat_ms) <= SLACK_MS;
}

bool key_guard_allows(
	struct key_guard *guard, const struct intent *intent, int64_t now)
{
	bool same = same_intent(intent, &guard->before);
	int64_t since = now - guard->before_at;
	int gap = !same || since > INT32_MAX ? INT32_MAX : (int)since;
	bool held = same && is_first_repeat(guard, gap);
	int typed = slot_of_typed_digit(intent);
	int slot = typed < 0 ? slot_of(intent) : typed;
	bool again;

	if (same)
		learn(guard, gap);
	else
		guard->gap = guard->fast = 0;
	guard->before = *intent;
	guard->before_at = now;
	if (slot < 0)
		return true;
	again = guard->last[slot] && now - guard->last[slot] < guard->guard_ms;
	if (typed >= 0) {
		if (again)
			guard->last[slot] = now;
		return !again;
	}
	guard->last[slot] = now;
	return !again && !held;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* A whole screen in words, in the order a good announcer takes. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/speech_parts.h"

enum { FEW_TONGUES = 3 }; /* from so many on, a screen is a list of them */

bool item_is_told(const struct screen *screen, const struct item *item)
{
	return !item->decorative && item->role != ITEM_PICTURE &&
		   item_on_page(item, screen->page);
}

static bool same_tongue(const char *a, const char *b)
{
	size_t n = strcspn(a, "-_");

	return n == strcspn(b, "-_") && strncmp(a, b, n) == 0;
}

static bool is_new_tongue(const struct screen *screen, size_t at)
{
	for (size_t i = 0; i < at; i++) {
		if (item_is_told(screen, &screen->items[i]) &&
			same_tongue(screen->items[i].language, screen->items[at].language))
			return false;
	}
	return true;
}

struct telling telling_of(const struct screen *screen, enum route route)
{
	struct telling telling = { .route = route, .screen = screen };
	int tongues = 0;

	for (size_t i = 0; i < screen->n_items; i++)
		tongues +=
			item_is_told(screen, &screen->items[i]) && is_new_tongue(screen, i);
	telling.many_tongues = tongues >= FEW_TONGUES;
	return telling;
}

const struct item *screen_focus(const struct screen *screen)
{
	const struct item *item;

	if (screen->focus >= screen->n_items)
		return NULL;
	item = &screen->items[screen->focus];
	return item_takes_focus(item) && item_is_told(screen, item) ? item : NULL;
}

static void pause_before(struct utterance *utterance, size_t n, int pause)
{
	if (n > 0 && n < utterance->n_segments && !utterance->segments[n].pause)
		utterance->segments[n].pause = pause;
}

bool screen_has(
	const struct screen *screen, enum item_role role, const char *label)
{
	for (size_t i = 0; screen && i < screen->n_items; i++) {
		if (screen->items[i].role == role &&
			text_same(screen->items[i].label, label))
			return true;
	}
	return false;
}

static void say_role_of(struct utterance *utterance,
	const struct telling *telling, enum item_role role)
{
	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];

		if (item->role == role && item_is_told(telling->screen, item)) {
			say_item(utterance, telling, item);
			say_hint(utterance, telling, item, 0);
		}
	}
}

static void say_page(struct utterance *utterance, const struct telling *telling)
{
	const struct screen *screen = telling->screen;
	char *words;

	if (screen->pages < 2)
		return;
	words = text_format(
		_("Page %1$d of %2$d."), (int)screen->page + 1, (int)screen->pages);
	utterance_add(utterance, screen->language, words);
	free(words);
}

/* The error of an item, unless the screen says the same on top. */
void say_own_error(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	if (item && !screen_has(telling->screen, ITEM_ERROR, item->error))
		say_error(utterance, telling, item);
}

static void say_head(struct utterance *utterance, const struct telling *telling)
{
	say_role_of(utterance, telling, ITEM_ERROR);
	say_own_error(utterance, telling, screen_focus(telling->screen));
	say_role_of(utterance, telling, ITEM_TITLE);
	say_role_of(utterance, telling, ITEM_PLACE);
}

/* Notices that stood on the screen before as well wait until the end. */
void say_notices(struct utterance *utterance, const struct telling *telling,
	const struct screen *before, bool new)
{
	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];
		bool known = screen_has(before, ITEM_NOTICE, item->label);

		if (item->role == ITEM_NOTICE && item_is_told(telling->screen, item) &&
			known != new)
			say_item(utterance, telling, item);
	}
}

bool item_is_reading(const struct item *item)
{
	return item->role == ITEM_TEXT || item->role == ITEM_HEADING ||
		   item->role == ITEM_DETAIL || item->role == ITEM_QR;
}

/* The heading that questions of a group share is said where it changes, and
 * else at the end. */
static bool is_known_heading(
	const struct screen *before, const struct item *item)
{
	size_t at;

	if (!before || item->role != ITEM_HEADING)
		return false;
	at = screen_find(before, item->id);
	return at < before->n_items &&
		   text_same(before->items[at].label, item->label);
}

static void say_known_headings(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];

		if (is_known_heading(before, item) &&
			item_is_told(telling->screen, item))
			say_item(utterance, telling, item);
	}
}

static void say_reading(struct utterance *utterance,
	const struct telling *telling, const struct screen *before)
{
	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];

		if (!item_is_reading(item) || !item_is_told(telling->screen, item) ||
			is_known_heading(before, item))
			continue;
		say_own_error(utterance, telling, item);
		say_item(utterance, telling, item);
		say_hint(utterance, telling, item, 0);
	}
}

void say_focus(struct utterance *utterance, const struct telling *telling)
{
	const struct item *item = screen_focus(telling->screen);
	size_t n = utterance->n_segments;

	if (!item)
		return;
	say_item(utterance, telling, item);
	pause_before(utterance, n, BLOCK_PAUSE);
	say_hint(utterance, telling, item, HINT_PAUSE);
}

/* A list of languages falls silent after the names: what the menu and the keys
 * are called in one of them helps nobody yet. */
static bool is_left_out(const struct telling *telling, const struct item *item)
{
	return telling->many_tongues &&
		   (item->role == ITEM_MENU || item->role == ITEM_KEYS);
}

/* What else can be chosen here, for who does not press a key at once. */
static void say_others(
	struct utterance *utterance, const struct telling *telling, bool everything)
{
	size_t n = utterance->n_segments;
	int pause = telling->many_tongues ? 0 : BLOCK_PAUSE;

	for (size_t i = 0; i < telling->screen->n_items; i++) {
		const struct item *item = &telling->screen->items[i];

		if (!item_takes_focus(item) || item == screen_focus(telling->screen) ||
			!item_is_told(telling->screen, item) ||
			(!everything && is_left_out(telling, item)))
			continue;
		say_own_error(utterance, telling, item);
		say_item(utterance, telling, item);
		say_hint(utterance, telling, item, 0);
	}
	pause_before(utterance, n, pause);
}

static void say_keys(struct utterance *utterance, const struct telling *telling,
	const struct screen *before, bool everything)
{
	size_t n = utterance->n_segments;

	say_known_headings(utterance, telling, before);
	say_notices(utterance, telling, before, false);
	if (everything || !telling->many_tongues)
		say_role_of(utterance, telling, ITEM_KEYS);
	pause_before(utterance, n, BLOCK_PAUSE);
}

/* The question first, then where one is, what there is to read and what can be
 * done: what is needed most comes first, and what any key cuts comes last. */
void say_screen(struct utterance *utterance, const struct telling *telling,
	const struct screen *before, bool everything)
{
	say_head(utterance, telling);
	say_page(utterance, telling);
	say_notices(utterance, telling, before, true);
	say_reading(utterance, telling, before);
	say_focus(utterance, telling);
	say_others(utterance, telling, everything);
	say_keys(utterance, telling, before, everything);
}

void say_next_page(struct utterance *utterance, const struct telling *telling)
{
	say_page(utterance, telling);
	say_reading(utterance, telling, NULL);
	say_focus(utterance, telling);
	say_others(utterance, telling, false);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/golden/teller.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "kiosk/pages.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "lib/ui/speech.h"

enum { ROWS = 24, COLUMNS = 80 };

static void tell_item(struct text *out, const struct item *item, bool focus)
{
	const struct {
		const char *name, *text;
	} parts[] = {
		{ "value", item->value },
		{ "hint", item->hint },
		{ "error", item->error },
	};

	text_addf(out, "%s %-8s %s", focus ? ">" : " ", role_name(item->role),
		item->label);
	if (item->n)
		text_addf(out, " (%d/%d)", item->n, item->of);
	if (item->state & STATE_CHOSEN)
		text_add(out, " [chosen]");
	if (item->state & STATE_MASKED)
		text_add(out, " [masked]");
	if (item->privacy == PRIVACY_PRIVATE)
		text_add(out, " [private]");
	text_addf(out, "  {%s, %s}\n", item->id, item->language);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (!text_empty(parts[i].text))
			text_addf(out, "      %s: %s\n", parts[i].name, parts[i].text);
	}
}

static char *tell_screen(const struct player *player)
{
	struct text out = { 0 };

	for (size_t i = 0; i < player->n_screens; i++) {
		const struct screen *screen = &player->screens[i];

		text_addf(&out, "== %s (%s%s)\n", screen->name, screen->language,
			screen->rtl ? ", right to left" : "");
		for (size_t j = 0; j < screen->n_items; j++)
			tell_item(&out, &screen->items[j], j == screen->focus);
	}
	return text_take(&out);
}

typedef void draw_page(struct text *out, struct renderer *renderer);

/* Every page of a screen, as pages.c would show them. */
static void tell_pages(struct text *out, struct renderer *renderer,
	const struct screen *screen, draw_page *draw)
{
	size_t n = 1;

	for (size_t i = 0; i < n; i++) {
		struct pages pages = { .page = i };
		struct screen now = { 0 };

		screen_copy(&now, screen);
		renderer->fit(renderer, &now);
		n = now.pages;
		pages_settle(&pages, &now, false, "+");
		renderer->show(renderer, NULL, &now);
		text_addf(out, "== %s, page %zu of %zu\n", screen->name, i + 1, n);
		draw(out, renderer);
		screen_clear(&now);
	}
}

static void draw_cells(struct text *out, const struct page *page)
{
	char *text = page_text(page, true);

	text_addf(out, "%s\n", text);
	free(text);
}

static void draw_plain(struct text *out, struct renderer *renderer)
{
	draw_cells(out, plain_page(renderer));
}

static void draw_large(struct text *out, struct renderer *renderer)
{
	draw_cells(out, large_page(renderer));
}

/* What stands where, and a number that any other cell would change: a whole
 * visit of drawn cells is long, so one form is kept in full. */
static void sum_large(struct text *out, struct renderer *renderer)
{
	char *cells = page_text(large_page(renderer), true);
	uint64_t sum = 14695981039346656037u;

	for (const char *c = cells; *c; c++)
		sum = (sum ^ (unsigned char)*c) * 1099511628211u;
	text_addf(
		out, "%scells %016" PRIx64 "\n", large_logical_text(renderer), sum);
	free(cells);
}

static char *tell_drawn(const struct player *player, draw_page *draw)
{
	struct large_options options = { .mosaic = MOSAIC_SEXTANT };
	struct renderer *renderer = large_new(&options, ROWS, COLUMNS);
	struct text out = { 0 };

	for (size_t i = 0; i < player->n_screens; i++)
		tell_pages(&out, renderer, &player->screens[i], draw);
	text_addf(&out, "== missing glyphs: %zu\n", large_missing_glyphs(renderer));
	renderer->free(renderer);
	return text_take(&out);
}

static char *tell_large(const struct player *player)
{
	return tell_drawn(player, player->in_full ? draw_large : sum_large);
}

static char *tell_plain(const struct player *player)
{
	struct renderer *renderer = plain_new(ROWS, COLUMNS);
	struct text out = { 0 };

	for (size_t i = 0; i < player->n_screens; i++)
		tell_pages(&out, renderer, &player->screens[i], draw_plain);
	renderer->free(renderer);
	return text_take(&out);
}

static void hear(void *owner, const struct utterance *utterance)
{
	struct text *out = owner;

	for (size_t i = 0; i < utterance->n_segments; i++) {
		const struct segment *segment = &utterance->segments[i];

		text_addf(out, "%-8s %s%s %s", priority_name(utterance->priority),
			segment->language,
			segment->privacy == PRIVACY_PRIVATE ? " private" : "",
			segment->text);
		if (segment->pause)
			text_addf(out, "  (after %d ms)", segment->pause);
		text_add(out, "\n");
	}
}

static char *tell_speech(const struct player *player)
{
	struct text out = { 0 };
	struct renderer *speech = speech_new(hear, &out);
	const struct screen *before = NULL;

	for (size_t i = 0; i < player->n_screens; i++) {
		const struct screen *screen = &player->screens[i];

		translate_use(screen->language);
		text_addf(&out, "== %s\n", screen->name);
		if (screen->still)
			speech_repeat(speech, screen);
		else
			speech->show(speech, before, screen);
		before = screen;
	}
	translate_use(player->journey.language);
	speech->free(speech);
	return text_take(&out);
}

static char *tell_slip(const struct player *player)
{
	return mem_text(player->slip);
}

const struct teller tellers[] = {
	{ "screen", tell_screen, false },
	{ "large", tell_large, true },
	{ "plain", tell_plain, false },
	{ "speech", tell_speech, false },
	{ "slip", tell_slip, false },
	{ 0 },
};

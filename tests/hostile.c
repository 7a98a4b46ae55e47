/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Forms that nobody means well: all of Unicode, texts without end, signs that
 * turn a line around or command a terminal. Played to the end in drawn type,
 * in the terminal's own and by ear: what comes out is only ever text.
 */
#include "tests/test.h"

#include "kiosk/pages.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "lib/ui/speech.h"
#include "tests/golden/play.h"
#include "tests/golden/player.h"
#include "tests/hostile_form.h"

/* --- what comes out --- */

static bool acts(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x01, 0x1F },
		{ 0x7F, 0x9F },
		{ 0x61C, 0x61C },
		{ 0x200B, 0x200B },
		{ 0x200E, 0x200F },
		{ 0x2028, 0x202E },
		{ 0x2060, 0x206F },
		{ 0xD800, 0xF8FF },
		{ 0xFEFF, 0xFEFF },
		{ 0xFFF9, 0xFFFB },
		{ 0xFFFE, 0xFFFF },
		{ 0xE0000, 0x10FFFF },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	}
	return false;
}

/* `own`: what parts the lines of this way of telling. */
static void is_only_text(const char *what, const char *text, const char *own)
{
	const char *at = text;
	uint32_t c;

	assert_true(text_is_utf8(text, strlen(text)));
	while ((c = text_next(&at)) != 0) {
		if (acts(c) && !(c < 0x80 && strchr(own, (char)c)))
			fail_msg("U+%04X came out of %s", c, what);
	}
}

static void hear(void *owner, const struct utterance *utterance)
{
	(void)owner;
	for (size_t i = 0; i < utterance->n_segments; i++) {
		is_only_text("speech", utterance->segments[i].text, "");
		is_only_text("speech", utterance->segments[i].language, "");
	}
}

struct theatre {
	struct renderer *large, *plain, *speech;
	size_t most_pages; /* of a screen that are looked at */
};

static void open_theatre(struct theatre *theatre, int rows, int columns)
{
	struct large_options options = { .mosaic = MOSAIC_SEXTANT };

	theatre->large = large_new(&options, rows, columns);
	theatre->plain = plain_new(rows, columns);
	theatre->speech = speech_new(hear, NULL);
	speech_set_route(theatre->speech, ROUTE_HEADSET);
}

static void close_theatre(struct theatre *theatre)
{
	theatre->large->free(theatre->large);
	theatre->plain->free(theatre->plain);
	theatre->speech->free(theatre->speech);
}

static void look_at(struct theatre *theatre, struct renderer *renderer)
{
	bool drawn = renderer == theatre->large;
	char *text =
		page_text(drawn ? large_page(renderer) : plain_page(renderer), false);

	is_only_text(renderer->name, text, "\n");
	free(text);
	if (drawn)
		is_only_text("what is drawn", large_logical_text(renderer), "\t\n");
}

static void show_pages(struct theatre *theatre, struct renderer *renderer,
	const struct screen *screen)
{
	size_t n = 1;

	for (size_t i = 0; i < n && i < theatre->most_pages; i++) {
		struct pages pages = { .page = i };
		struct screen now = { 0 };

		screen_copy(&now, screen);
		renderer->fit(renderer, &now);
		n = now.pages;
		pages_settle(&pages, &now, false, "+");
		renderer->show(renderer, NULL, &now);
		look_at(theatre, renderer);
		screen_clear(&now);
	}
}

/* Whatever a form says, a visitor finds a title and words on every row that
 * acts. */
static void has_words(const struct screen *screen)
{
	assert_true(screen->n_items > 0);
	assert_int_equal(screen->items[0].role, ITEM_TITLE);
	for (size_t i = 0; i < screen->n_items; i++) {
		const struct item *item = &screen->items[i];

		if (item->role != ITEM_TITLE && !item_takes_focus(item))
			continue;
		if (text_empty(item->label))
			fail_msg("%s has no words", item->id);
	}
}

static void tell(struct theatre *theatre, const struct screen *screen)
{
	has_words(screen);
	show_pages(theatre, theatre->large, screen);
	show_pages(theatre, theatre->plain, screen);
	speech_repeat(theatre->speech, screen);
}

/* --- the visit --- */

static bool play_form(struct player *player)
{
	return player_press(player, "service:vijand") &&
		   player_press(player, "start") && player_fill(player, "/dev/null") &&
		   player_press(player, "next") &&
		   player_press(player, "agree:privacyPolicyAccepted") &&
		   player_press(player, "next") && player_press(player, "send") &&
		   player_press(player, "finish");
}

static void play(
	struct theatre *theatre, struct author *author, const char *language)
{
	struct player player = { .outcome = OUTCOME_KEPT };
	char *bundle = hostile_bundle(author);

	assert_true(player_begin(&player, getenv("builddir"), language));
	assert_true(player_offer(&player, bundle));
	assert_true(play_start(&player, language));
	assert_true(play_form(&player));
	is_only_text("the slip", player.slip, "\n");
	for (size_t i = 0; i < player.n_screens; i++) {
		/* A press keeps the screen it was made on again. */
		if (i % 2 == 0)
			tell(theatre, &player.screens[i]);
	}
	player_end(&player);
	free(bundle);
}

static void play_at(struct author *author, int rows, int columns)
{
	struct theatre theatre = { .most_pages = 2 };

	open_theatre(&theatre, rows, columns);
	play(&theatre, author, "nl");
	play(&theatre, author, "tr");
	close_theatre(&theatre);
}

/* --- authors --- */

/* Goes through Unicode; unassigned and private planes in larger steps. */
static uint32_t next_character(uint32_t c)
{
	uint32_t step = c >= 0xE1000   ? 509
					: c >= 0x30000 ? 251
					: c >= 0x20000 ? 31
								   : 1;

	c += step;
	return c >= 0xD800 && c < 0xE000 ? 0xE000 : c;
}

static char *make_chunk(struct author *author)
{
	enum { CHUNK = 120 };
	struct text text = { 0 };

	for (int i = 0; i < CHUNK && author->next < 0x110000; i++) {
		text_add_char(&text, author->next);
		author->next = next_character(author->next);
	}
	return text_take(&text);
}

static void lets_nothing_of_unicode_act(void **state)
{
	struct theatre theatre = { .most_pages = 2 };
	struct author author = { .make = make_chunk, .next = 1 };
	int turn = 0;

	(void)state;
	open_theatre(&theatre, 24, 80);
	while (author.next < 0x110000)
		play(&theatre, &author, turn++ % 4 ? "nl" : "tr");
	close_theatre(&theatre);
}

static char *make_same(struct author *author)
{
	return mem_text(author->part);
}

static void shows_no_command_to_a_terminal(void **state)
{
	struct author author = { .make = make_same,
		.part = "\x1B[2J\x1B]0;titel\x07"
				"Naam\xC2\x9B"
				"31m\x7F\x1B(0\x0E" };

	(void)state;
	play_at(&author, 24, 80);
}

static void turns_no_line_around(void **state)
{
	struct author author = { .make = make_same,
		.part = "\u202ENaam\u202C \u2066van\u2069 \u061C\u200Fu\u200B?" };

	(void)state;
	play_at(&author, 24, 80);
}

static char *make_long(struct author *author)
{
	enum { LENGTH = 4000 };
	struct text text = { 0 };

	while (text.size < LENGTH)
		text_add(&text, author->part);
	return text_take(&text);
}

static void takes_a_word_without_end(void **state)
{
	struct author author = { .make = make_long, .part = "uittreksel" };

	(void)state;
	play_at(&author, 24, 80);
}

static void takes_a_sentence_without_end(void **state)
{
	struct author author = { .make = make_long,
		.part = "een heel lange zin, " };

	(void)state;
	play_at(&author, 24, 80);
	play_at(&author, 12, 40);
}

static void takes_letters_of_every_direction(void **state)
{
	struct author author = { .make = make_long, .part = "abc אבג ابت 12 (3) " };

	(void)state;
	play_at(&author, 60, 200);
}

static void finds_words_where_a_form_has_none(void **state)
{
	struct author author = { .make = make_same, .part = "\u200B\u202E\uFEFF" };

	(void)state;
	play_at(&author, 24, 80);
}

static void finds_words_where_a_form_has_nothing(void **state)
{
	struct author author = { .make = make_same, .part = "" };

	(void)state;
	play_at(&author, 24, 80);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_no_command_to_a_terminal),
		cmocka_unit_test(turns_no_line_around),
		cmocka_unit_test(finds_words_where_a_form_has_none),
		cmocka_unit_test(finds_words_where_a_form_has_nothing),
		cmocka_unit_test(takes_a_word_without_end),
		cmocka_unit_test(takes_a_sentence_without_end),
		cmocka_unit_test(takes_letters_of_every_direction),
		cmocka_unit_test(lets_nothing_of_unicode_act),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

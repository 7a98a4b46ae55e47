/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/ui/large.h"
#include "lib/ui/large_style.h"

static const struct {
	const char *language, *title, *place, *answer, *menu, *keys, *text;
} samples[] = {
	{ "nl", "Waarvoor hebt u het uittreksel nodig?", "Vraag 3 van 9",
		"Trouwen of een partnerschap aangaan",
		"Hulp, taal, groter, voorlezen, stoppen",
		"Enter: verder. Pijltjes: kiezen. Esc: terug.",
		"U krijgt het uittreksel per post. Dat duurt vijf werkdagen. U betaalt "
		"nu niets. Pak nu uw pas of uw ID-kaart, want u hebt uw "
		"burgerservicenummer nodig." },
	{ "en", "What do you need the extract for?", "Question 3 of 9",
		"To marry or register a partnership",
		"Help, language, larger, read aloud, stop",
		"Enter: go on. Arrows: choose. Esc: back.",
		"You get the extract by post. That takes five working days. You pay "
		"nothing now. Please take your passport or your identity card, as you "
		"need your citizen service number." },
	{ "tr", "Kayıt örneğine ne için ihtiyacınız var?", "Soru 3 / 9",
		"Evlilik ya da birliktelik için", "Yardım, dil, büyüt, sesli oku, dur",
		"Enter: devam. Oklar: seç. Esc: geri.",
		"Kayıt örneğini postayla alırsınız. Bu beş iş günü sürer. Şimdi ödeme "
		"yapmazsınız. Pasaportunuzu ya da kimlik kartınızı hazırlayın." },
	{ "ar", "لماذا تحتاج إلى مستخرج من السجل؟", "السؤال 3 من 9",
		"الزواج أو تسجيل الشراكة", "مساعدة، لغة، تكبير، قراءة، إيقاف",
		"Enter: متابعة. الأسهم: اختيار. Esc: رجوع.",
		"ستصلك الوثيقة بالبريد. يستغرق ذلك خمسة أيام عمل. لا تدفع شيئاً الآن. "
		"خذ الآن جواز سفرك أو بطاقة هويتك." },
};
enum { N_SAMPLES = sizeof(samples) / sizeof(*samples) };

static const struct {
	int rows, columns;
} grids[] = { { 24, 80 }, { 25, 80 }, { 30, 100 }, { 40, 120 }, { 60, 200 },
	{ 67, 240 } };
enum { N_GRIDS = sizeof(grids) / sizeof(*grids) };

static void add_foot(struct screen *screen, size_t sample)
{
	struct item *menu =
		screen_add(screen, ITEM_MENU, "q/menu", samples[sample].menu);

	item_set_value(menu, "Taal · Language · Dil · اللغة");
	screen_add(screen, ITEM_KEYS, "q/keys", samples[sample].keys);
}

/* A question with text above its answers. */
static void make_question(struct screen *screen, size_t sample)
{
	screen_begin(screen, "q", samples[sample].language);
	screen_add(screen, ITEM_TITLE, "q/title", samples[sample].title);
	screen_add(screen, ITEM_PLACE, "q/place", samples[sample].place);
	screen_add(screen, ITEM_TEXT, "q/text", samples[sample].text);
	for (int i = 1; i <= 5; i++) {
		char id[8];
		struct item *item;

		snprintf(id, sizeof(id), "q/%d", i);
		item = screen_add(screen, ITEM_CHOICE, id, samples[sample].answer);
		item->n = i;
		item->of = 5;
	}
	add_foot(screen, sample);
	screen->focus = 3;
}

static struct renderer *make_large(int rows, int columns, int step)
{
	struct large_options options = { .mosaic = MOSAIC_SEXTANT };
	struct renderer *large = large_new(&options, rows, columns);

	large_set_size(large, step);
	return large;
}

/* As the visit does: the first that can have it. */
static void focus_on_page(struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (item_takes_focus(&screen->items[i]) &&
			item_on_page(&screen->items[i], screen->page)) {
			screen->focus = i;
			return;
		}
}

/* Text of an item as the page says it, without blanks, added to `all`. */
static void collect(struct text *all, const char *logical, const char *id)
{
	while (*logical) {
		const char *end = strchr(logical, '\n');
		const char *name = strchr(strchr(logical, '\t') + 1, '\t') + 1;

		if (!strncmp(name, id, strlen(id)) && name[strlen(id)] == '\t')
			for (const char *c = name + strlen(id) + 1; c < end; c++)
				if (*c != ' ')
					text_add_n(all, c, 1);
		logical = end + 1;
	}
}

static void assert_text(struct text *all, const char *want, const char *extra)
{
	struct text squeezed = { 0 };
	char *got = text_take(all);
	char *expected;

	for (const char *c = want; *c; c++)
		if (*c != ' ')
			text_add_n(&squeezed, c, 1);
	text_add(&squeezed, extra);
	expected = text_take(&squeezed);
	assert_string_equal(got, expected);
	free(expected);
	free(got);
}

typedef void (*page_check)(struct renderer *large, const struct screen *screen);

static void on_pages(struct renderer *large, size_t sample, page_check check)
{
	struct screen screen = { 0 };

	make_question(&screen, sample);
	large->fit(large, &screen);
	for (; screen.page < screen.pages; screen.page++) {
		focus_on_page(&screen);
		large->show(large, NULL, &screen);
		check(large, &screen);
	}
	screen_clear(&screen);
}

static void on_sizes(size_t grid, size_t sample, page_check check)
{
	struct renderer *large =
		make_large(grids[grid].rows, grids[grid].columns, 0);
	int steps = large_steps(large);

	for (int step = 0; step < steps; step++) {
		large_set_size(large, step);
		on_pages(large, sample, check);
	}
	large->free(large);
}

/* Every page of every sample at every grid and size. */
static void on_every_page(page_check check)
{
	for (size_t s = 0; s < N_SAMPLES; s++)
		for (size_t g = 0; g < N_GRIDS; g++)
			on_sizes(g, s, check);
}

static void check_whole_title(
	struct renderer *large, const struct screen *screen)
{
	struct text all = { 0 };

	collect(&all, large_logical_text(large), "q/title");
	assert_text(&all, screen->items[0].label, "");
}

static void the_question_is_whole_on_every_page(void **state)
{
	(void)state;
	on_every_page(check_whole_title);
}

static void check_fits(struct renderer *large, const struct screen *screen)
{
	(void)screen;
	assert_true(large_fits(large));
	assert_int_equal(large_missing_glyphs(large), 0);
}

static void nothing_is_cut_off_and_no_letter_is_missing(void **state)
{
	(void)state;
	on_every_page(check_fits);
}

static void check_focus(struct renderer *large, const struct screen *screen)
{
	const struct page *page = large_page(large);
	struct text all = { 0 };

	assert_int_equal(page_item_at(page, page->cursor_row, page->cursor_column),
		screen->focus);
	for (int r = 0; r < page->rows; r++)
		for (int c = 0; c < page->columns; c++) {
			bool inverse =
				page->cells[r * page->columns + c].style & STYLE_INVERSE;

			assert_int_equal(
				inverse, page_item_at(page, r, c) == (long)screen->focus);
		}
	collect(&all, large_logical_text(large), screen->items[screen->focus].id);
	assert_true(all.size > 0);
	text_clear(&all);
}

static void focus_is_an_inverse_row_with_the_cursor(void **state)
{
	(void)state;
	on_every_page(check_focus);
}

static void check_answer_whole(
	struct renderer *large, const struct screen *screen)
{
	const struct item *item = &screen->items[screen->focus];
	struct text all = { 0 };
	char digit[2] = { (char)('0' + item->n), '\0' };

	if (item->role != ITEM_CHOICE)
		return;
	collect(&all, large_logical_text(large), item->id);
	/* The digit stands on the first line, after its text. */
	assert_int_equal(strspn(all.bytes, "0123456789"), 0);
	assert_non_null(strstr(all.bytes, digit));
	assert_true(all.size > strlen(item->label) * 3 / 4);
	text_clear(&all);
}

static void the_focused_answer_is_whole_with_its_digit(void **state)
{
	(void)state;
	on_every_page(check_answer_whole);
}

/* Rows that hold text, as the page says. */
static void mark_rows(const char *logical, bool *rows)
{
	while (*logical) {
		int row;
		int n;

		assert_int_equal(sscanf(logical, "%d\t%d", &row, &n), 2);
		for (int r = row; r < row + n; r++)
			rows[r] = true;
		logical = strchr(logical, '\n') + 1;
	}
}

static void check_ink(struct renderer *large, const struct screen *screen)
{
	const struct page *page = large_page(large);
	bool rows[128] = { false };

	(void)screen;
	mark_rows(large_logical_text(large), rows);
	for (int r = 0; r < page->rows; r++)
		for (int c = 0; c < page->columns; c++) {
			uint32_t letter = page->cells[r * page->columns + c].c[0];
			enum { RULE = 0x1FB0B }; /* the line above the foot */

			if (letter == ' ')
				continue;
			if (letter != RULE)
				assert_true(rows[r]);
			assert_in_range(c, 1, page->columns - 2);
		}
}

static void no_ink_is_outside_its_rows_and_margins(void **state)
{
	(void)state;
	on_every_page(check_ink);
}

static void all_text_is_on_the_pages_once(void **state)
{
	(void)state;
	for (size_t s = 0; s < N_SAMPLES; s++)
		for (size_t g = 0; g < N_GRIDS; g++) {
			struct renderer *large =
				make_large(grids[g].rows, grids[g].columns, 3);
			struct screen screen = { 0 };
			struct text text = { 0 };
			struct text answer = { 0 };

			make_question(&screen, s);
			large->fit(large, &screen);
			for (; screen.page < screen.pages; screen.page++) {
				focus_on_page(&screen);
				large->show(large, NULL, &screen);
				collect(&text, large_logical_text(large), "q/text");
				collect(&answer, large_logical_text(large), "q/5");
			}
			assert_text(&text, samples[s].text, "");
			assert_true(answer.size > 0);
			text_clear(&answer);
			large->free(large);
			screen_clear(&screen);
		}
}

static void the_item_more_changes_nothing_else(void **state)
{
	struct renderer *large = make_large(24, 80, 0);
	struct screen screen = { 0 };
	struct text before = { 0 };
	struct text after = { 0 };
	size_t pages;

	(void)state;
	make_question(&screen, 0);
	large->fit(large, &screen);
	pages = screen.pages;
	assert_true(pages > 1);
	large->show(large, NULL, &screen);
	collect(&before, large_logical_text(large), "q/text");
	screen_add(&screen, ITEM_MORE, "q/more", "Meer antwoorden");
	large->show(large, NULL, &screen);
	collect(&after, large_logical_text(large), "q/text");
	assert_string_equal(before.bytes, after.bytes);
	assert_non_null(strstr(large_logical_text(large), "q/more\tMeer"));
	large->fit(large, &screen);
	assert_int_equal(screen.pages, pages);
	text_clear(&before);
	text_clear(&after);
	large->free(large);
	screen_clear(&screen);
}

static void arabic_is_mirrored(void **state)
{
	struct renderer *large = make_large(60, 200, 0);
	struct screen screen = { 0 };
	const struct page *page = large_page(large);

	(void)state;
	make_question(&screen, 0);
	large->fit(large, &screen);
	focus_on_page(&screen);
	large->show(large, NULL, &screen);
	assert_true(page->cursor_column < 10);
	screen_clear(&screen);
	make_question(&screen, 3);
	large->fit(large, &screen);
	focus_on_page(&screen);
	large->show(large, NULL, &screen);
	assert_true(page->cursor_column > 190);
	screen_clear(&screen);
	large->free(large);
}

static char *page_with(struct renderer *large, enum item_role role,
	unsigned item_state, bool focus)
{
	struct screen screen = { 0 };
	struct item *item;
	char *text;

	screen_begin(&screen, "x", "nl");
	screen_add(&screen, ITEM_TITLE, "x/title", "Vraag");
	item = screen_add(&screen, role, "x/a", "Antwoord");
	item->n = 1;
	item->of = 2;
	item->state = item_state;
	screen_add(&screen, ITEM_ACTION, "x/b", "Verder");
	add_foot(&screen, 0);
	screen.focus = focus ? 1 : 2;
	large->fit(large, &screen);
	large->show(large, NULL, &screen);
	text = page_text(large_page(large), false);
	screen_clear(&screen);
	return text;
}

static void what_is_chosen_shows_without_colour(void **state)
{
	(void)state;
	for (int grid = 0; grid < 2; grid++)
		for (int role = ITEM_CHOICE; role <= ITEM_MARK; role++) {
			struct renderer *large =
				grid ? make_large(24, 80, 0) : make_large(12, 40, 0);
			char *no = page_with(large, (enum item_role)role, 0, false);
			char *yes =
				page_with(large, (enum item_role)role, STATE_CHOSEN, false);
			char *focus = page_with(large, (enum item_role)role, 0, true);

			assert_string_not_equal(no, yes);
			assert_string_not_equal(no, focus);
			free(no);
			free(yes);
			free(focus);
			large->free(large);
		}
}

static void the_caret_follows_what_is_typed(void **state)
{
	struct renderer *large = make_large(24, 80, 0);
	int before = 0;

	(void)state;
	for (int n = 1; n < 8; n++) {
		struct screen screen = { 0 };
		struct item *item;
		const struct page *page = large_page(large);

		screen_begin(&screen, "x", "nl");
		screen_add(&screen, ITEM_TITLE, "x/title", "Wat is uw naam?");
		item = screen_add(&screen, ITEM_FIELD, "x/a", "Uw antwoord");
		item_set_value(item, &"Jansen "[7 - n]);
		add_foot(&screen, 0);
		screen.focus = 1;
		large->fit(large, &screen);
		large->show(large, NULL, &screen);
		assert_true(page->cursor_column > before);
		assert_int_equal(
			page_item_at(page, page->cursor_row, page->cursor_column), 1);
		before = page->cursor_column;
		screen_clear(&screen);
	}
	large->free(large);
}

static void a_long_answer_shows_its_end(void **state)
{
	struct renderer *large = make_large(24, 80, 0);
	struct screen screen = { 0 };
	struct text value = { 0 };
	struct item *item;

	(void)state;
	for (int i = 0; i < 100; i++)
		text_addf(&value, "woord%d ", i);
	screen_begin(&screen, "x", "nl");
	screen_add(&screen, ITEM_TITLE, "x/title", "Wat is er?");
	item = screen_add(&screen, ITEM_FIELD, "x/a", "Uw antwoord");
	item_set_value(item, value.bytes);
	add_foot(&screen, 0);
	screen.focus = 1;
	large->fit(large, &screen);
	assert_int_equal(screen.pages, 1);
	large->show(large, NULL, &screen);
	assert_non_null(strstr(large_logical_text(large), "woord99"));
	assert_null(strstr(large_logical_text(large), "woord1 "));
	text_clear(&value);
	screen_clear(&screen);
	large->free(large);
}

static void an_error_has_its_style_and_its_words(void **state)
{
	struct renderer *large = make_large(24, 80, 0);
	struct screen screen = { 0 };
	const struct page *page = large_page(large);
	unsigned styles = 0;
	struct item *item;

	(void)state;
	screen_begin(&screen, "x", "nl");
	screen_add(&screen, ITEM_TITLE, "x/title", "Uw BSN?");
	screen_add(&screen, ITEM_ERROR, "x/e", "Dit getal klopt niet.");
	item = screen_add(&screen, ITEM_FIELD, "x/a", "Uw antwoord");
	item_set_error(item, "Dit getal klopt niet.");
	add_foot(&screen, 0);
	screen.focus = 2;
	large->fit(large, &screen);
	large->show(large, NULL, &screen);
	for (int i = 0; i < page->rows * page->columns; i++)
		styles |= page->cells[i].style;
	assert_true(styles & STYLE_ERROR);
	assert_non_null(strstr(large_logical_text(large), "x/e\tDit getal klopt"));
	assert_null(strstr(large_logical_text(large), "x/a\tDit getal"));
	screen_clear(&screen);
	large->free(large);
}

static void sizes_that_differ_are_offered_once(void **state)
{
	(void)state;
	for (int rows = 12; rows < 80; rows++)
		for (int columns = 40; columns < 250; columns += 30) {
			struct large_grid grid = { .rows = rows,
				.columns = columns,
				.mosaic = MOSAIC_SEXTANT,
				.stretch = 4. / 3,
				.mm_height = 299,
				.mm_distance = 600 };
			int steps = large_grid_steps(&grid);

			assert_in_range(steps, 1, 4);
			for (int step = 1; step < steps; step++)
				assert_true(large_step_rows(&grid, step) >
							large_step_rows(&grid, step - 1));
		}
}

/* 0.7 degrees at 60 cm are 7.3 mm: at twice the distance letters must be twice
 * as high, if the pixels do not ask for more anyway. */
static void letters_grow_with_the_distance(void **state)
{
	struct large_grid near = { .rows = 60,
		.columns = 200,
		.mosaic = MOSAIC_SEXTANT,
		.stretch = 4. / 3,
		.mm_height = 299,
		.mm_distance = 600 };
	struct large_grid far = near;

	(void)state;
	far.mm_distance = 2000;
	assert_int_equal(large_step_rows(&near, 0), 5);
	assert_true(large_step_rows(&far, 0) >= 7);
}

static void larger_letters_take_more_rows(void **state)
{
	struct renderer *large = make_large(60, 200, 0);
	int before = 0;

	(void)state;
	assert_true(large_steps(large) >= 3);
	for (int step = 0; step < large_steps(large); step++) {
		struct screen screen = { 0 };
		const char *title;
		int rows;

		screen_begin(&screen, "x", "nl");
		screen_add(&screen, ITEM_TITLE, "x/title", "Klaar.");
		screen_add(&screen, ITEM_ACTION, "x/b", "Verder");
		add_foot(&screen, 0);
		screen.focus = 1;
		large_set_size(large, step);
		large->fit(large, &screen);
		large->show(large, NULL, &screen);
		title = large_logical_text(large);
		assert_int_equal(sscanf(title, "0\t%d", &rows), 1);
		assert_true(rows > before);
		before = rows;
		screen_clear(&screen);
	}
	large->free(large);
}

static void the_smallest_window_still_works(void **state)
{
	(void)state;
	for (size_t s = 0; s < N_SAMPLES; s++) {
		struct renderer *large = make_large(12, 40, 0);

		on_pages(large, s, check_whole_title);
		on_pages(large, s, check_fits);
		large->free(large);
	}
}

static void no_grid_is_too_odd(void **state)
{
	(void)state;
	for (int rows = 1; rows < 40; rows += 3)
		for (int columns = 1; columns < 90; columns += 8) {
			struct renderer *large = make_large(rows, columns, 1);
			struct screen screen = { 0 };

			make_question(&screen, 3);
			large->fit(large, &screen);
			large->show(large, NULL, &screen);
			screen_clear(&screen);
			large->free(large);
		}
}

static void a_still_screen_is_one_page(void **state)
{
	for (size_t g = 0; g < N_GRIDS; g++) {
		struct renderer *large = make_large(grids[g].rows, grids[g].columns, 0);
		struct screen screen = { 0 };
		struct item *picture;

		(void)state;
		screen_begin(&screen, "attract", "nl");
		screen.still = true;
		screen_add(&screen, ITEM_TITLE, "q/title",
			"Regel hier gratis uw zaken met de gemeente. Druk op een toets.");
		for (size_t s = 1; s < N_SAMPLES; s++)
			item_set_language(
				screen_add(&screen, ITEM_TEXT, "q/text", samples[s].title),
				samples[s].language);
		picture = screen_add(&screen, ITEM_PICTURE, "q/picture", "");
		item_set_value(picture, "enter-key");
		screen_add(&screen, ITEM_ACTION, "q/start", "Begin");
		add_foot(&screen, 0);
		screen.focus = 5;
		large->fit(large, &screen);
		assert_int_equal(screen.pages, 1);
		large->show(large, NULL, &screen);
		check_whole_title(large, &screen);
		check_fits(large, &screen);
		screen_clear(&screen);
		large->free(large);
	}
}

static void coarser_mosaics_work_too(void **state)
{
	(void)state;
	for (int m = 0; m < N_MOSAICS; m++) {
		struct renderer *large = make_large(60, 200, 0);
		struct screen screen = { 0 };

		large_set_mosaic(large, (enum mosaic)m);
		make_question(&screen, 3);
		large->fit(large, &screen);
		focus_on_page(&screen);
		large->show(large, NULL, &screen);
		check_whole_title(large, &screen);
		check_fits(large, &screen);
		screen_clear(&screen);
		large->free(large);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_question_is_whole_on_every_page),
		cmocka_unit_test(nothing_is_cut_off_and_no_letter_is_missing),
		cmocka_unit_test(focus_is_an_inverse_row_with_the_cursor),
		cmocka_unit_test(the_focused_answer_is_whole_with_its_digit),
		cmocka_unit_test(no_ink_is_outside_its_rows_and_margins),
		cmocka_unit_test(all_text_is_on_the_pages_once),
		cmocka_unit_test(the_item_more_changes_nothing_else),
		cmocka_unit_test(arabic_is_mirrored),
		cmocka_unit_test(what_is_chosen_shows_without_colour),
		cmocka_unit_test(the_caret_follows_what_is_typed),
		cmocka_unit_test(a_long_answer_shows_its_end),
		cmocka_unit_test(an_error_has_its_style_and_its_words),
		cmocka_unit_test(sizes_that_differ_are_offered_once),
		cmocka_unit_test(letters_grow_with_the_distance),
		cmocka_unit_test(larger_letters_take_more_rows),
		cmocka_unit_test(the_smallest_window_still_works),
		cmocka_unit_test(no_grid_is_too_odd),
		cmocka_unit_test(a_still_screen_is_one_page),
		cmocka_unit_test(coarser_mosaics_work_too),
	};

	return cmocka_run_group_tests_name("large", tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"
#include "tests/visitor.h"

/* What holds on every screen. */

static void check_ids(const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		const char *id = screen->items[i].id;
		size_t n = strlen(screen->name);

		assert_true(strncmp(id, screen->name, n) == 0 && id[n] == '/');
		assert_true(strlen(id) < ID_SIZE);
		assert_int_equal(screen_find(screen, id), i);
	}
}

static void check_items(const struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++) {
		const struct item *item = &screen->items[i];

		if (!*item->label && !item->decorative)
			fail_msg("%s has no label", item->id);
		if (item->role == ITEM_TITLE)
			assert_int_equal(i, 0);
		assert_string_not_equal(item->language, "");
		if (item->state & STATE_MASKED)
			assert_string_equal(item->raw, "");
	}
}

static void check_screen(const struct screen *screen)
{
	const struct item *focus = &screen->items[screen->focus];

	assert_int_equal(screen->items[0].role, ITEM_TITLE);
	assert_int_equal(screen->items[screen->n_items - 2].role, ITEM_MENU);
	assert_int_equal(screen->items[screen->n_items - 1].role, ITEM_KEYS);
	assert_true(item_takes_focus(focus));
	assert_false(focus->state & STATE_CONFIRMS);
	check_ids(screen);
	check_items(screen);
}

static void check_nothing_chosen(const struct visitor *visitor)
{
	for (size_t i = 0; i < visitor->screen.n_items; i++)
		assert_false(visitor->screen.items[i].state & STATE_CHOSEN);
}

/* Through a whole form, looking at every screen, and over each of them at
 * every overlay. */
static void look_around(struct visitor *visitor)
{
	static const enum intent_kind over[] = { INTENT_HELP, INTENT_PEOPLE,
		INTENT_LANGUAGE, INTENT_LEAVE, INTENT_STAFF };

	check_screen(&visitor->screen);
	for (size_t i = 0; i < sizeof(over) / sizeof(*over); i++) {
		visitor_do(visitor, over[i], 0);
		check_screen(&visitor->screen);
		visitor_do(visitor, INTENT_BACK, 0);
	}
	visitor_enter(visitor, "menu");
	check_screen(&visitor->screen);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_do(visitor, INTENT_IDLE, 600);
	check_screen(&visitor->screen);
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_do(visitor, INTENT_ENTER, 0);
	check_screen(&visitor->screen);
}

static void look_through(
	struct visitor *visitor, const char *language, const char *slug)
{
	visitor_end(visitor);
	visitor_begin(visitor, language);
	check_screen(&visitor->screen);
	visitor_to_home(visitor, language);
	look_around(visitor);
	visitor_to_form(visitor, slug);
	while (!visitor_is_at(visitor, "check")) {
		check_nothing_chosen(visitor);
		look_around(visitor);
		visitor_enter(visitor, "next"); /* errors too */
		check_screen(&visitor->screen);
		if (!visitor->journey.problem.code)
			continue;
		visitor_answer(visitor);
	}
	look_around(visitor);
	visitor_to_send(visitor);
	look_around(visitor);
	visitor_enter(visitor, "send");
	look_around(visitor);
	visitor_enter(visitor, "finish");
	look_around(visitor);
	visitor_enter(visitor, "face:5");
	look_around(visitor);
	visitor_enter(visitor, "next");
	check_screen(&visitor->screen);
}

static void every_screen_of_every_form_is_whole(void **state)
{
	static const char *const slugs[] = { "uittreksel-brp", "verhuizing",
		"melding-openbare-ruimte", "terugbelverzoek" };
	static const char *const languages[] = { "nl", "en", "tr", "ar" };

	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++)
			look_through(*state, languages[j], slugs[i]);
}

static void the_first_screens_are_whole(void **state)
{
	struct visitor *visitor = *state;

	check_screen(&visitor->screen);
	assert_true(visitor->screen.still);
	visitor_do(visitor, INTENT_WAKE, 0);
	check_screen(&visitor->screen);
	visitor_enter(visitor, "other");
	check_screen(&visitor->screen);
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_enter(visitor, "language:ar");
	check_screen(&visitor->screen);
	assert_true(visitor->screen.rtl);
	visitor_enter(visitor, "yes");
	check_screen(&visitor->screen);
	visitor_enter(visitor, "yes");
	check_screen(&visitor->screen);
}

static void a_test_says_so_on_every_screen(void **state)
{
	struct visitor *visitor = *state;

	visitor->around.testing = true;
	visitor_look(visitor);
	assert_non_null(visitor_item(visitor, "testing"));
	visitor_to_home(visitor, "nl");
	assert_non_null(visitor_item(visitor, "testing"));
	visitor_do(visitor, INTENT_LEAVE, 0);
	assert_non_null(visitor_item(visitor, "testing"));
}

static void the_language_entry_is_recognisable_everywhere(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "ar");
	assert_string_equal(
		visitor_item(visitor, "menu")->value, "Taal · Language · Dil · اللغة");
	visitor_enter(visitor, "menu");
	assert_string_equal(visitor_item(visitor, "language")->label,
		"Taal · Language · Dil · اللغة");
}

static void a_small_window_says_so_and_keeps_the_place(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor->around.too_small = true;
	visitor_look(visitor);
	assert_true(visitor_is_at(visitor, "too-small"));
	visitor->around.too_small = false;
	visitor_look(visitor);
	assert_true(visitor_is_at(visitor, "home"));
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(every_screen_of_every_form_is_whole),
		VISIT(the_first_screens_are_whole),
		VISIT(a_test_says_so_on_every_screen),
		VISIT(the_language_entry_is_recognisable_everywhere),
		VISIT(a_small_window_says_so_and_keeps_the_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

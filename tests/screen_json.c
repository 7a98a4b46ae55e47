/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/screen_json.h"

static void make_screen(struct screen *screen)
{
	struct item *item;

	screen_begin(screen, "question", "ar");
	screen_add(screen, ITEM_TITLE, "question/title", "لماذا؟");
	item = screen_add(screen, ITEM_MARK, "question/a", "Ja");
	item->state = STATE_CHOSEN;
	item->n = 1;
	item->of = 2;
	item_set_language(item, "nl");
	item_set_hint(item, "hint");
	item = screen_add(screen, ITEM_FIELD, "question/b", "BSN");
	item->state = STATE_MASKED;
	item->privacy = PRIVACY_PRIVATE;
	item_set_value(item, "•••");
	item_set_error(item, "fout");
	screen->focus = 2;
	screen->pages = 3;
	screen->page = 1;
}

static void a_screen_comes_back_as_it_went(void **state)
{
	struct screen screen = { 0 };
	struct screen back = { 0 };
	json_t *json;
	json_t *again;

	(void)state;
	make_screen(&screen);
	json = screen_to_json(&screen);
	assert_true(screen_from_json(&back, json));
	assert_true(back.rtl);
	assert_int_equal(back.focus, 2);
	assert_int_equal(back.page, 1);
	assert_int_equal(back.items[1].state, STATE_CHOSEN);
	assert_int_equal(back.items[2].privacy, PRIVACY_PRIVATE);
	again = screen_to_json(&back);
	assert_true(json_equal(json, again));
	json_decref(json);
	json_decref(again);
	screen_clear(&screen);
	screen_clear(&back);
}

static void states_are_words(void **state)
{
	struct screen screen = { 0 };
	json_t *json;
	json_t *items;

	(void)state;
	make_screen(&screen);
	screen.items[1].state = 0;
	json = screen_to_json(&screen);
	items = json_object_get(json, "items");
	assert_string_equal(
		json_string_value(json_object_get(json_array_get(items, 0), "state")),
		"");
	assert_string_equal(
		json_string_value(json_object_get(json_array_get(items, 1), "state")),
		"not chosen");
	assert_string_equal(
		json_string_value(json_object_get(json_array_get(items, 2), "state")),
		"masked");
	json_decref(json);
	screen_clear(&screen);
}

static void an_unknown_role_is_no_screen(void **state)
{
	struct screen screen = { 0 };
	json_t *json = json_pack("{s:s, s:s, s:[{s:s}]}", "name", "x", "language",
		"nl", "items", "role", "button");

	(void)state;
	assert_false(screen_from_json(&screen, json));
	assert_int_equal(screen.n_items, 0);
	json_decref(json);
	json = json_object();
	assert_false(screen_from_json(&screen, json));
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_screen_comes_back_as_it_went),
		cmocka_unit_test(states_are_words),
		cmocka_unit_test(an_unknown_role_is_no_screen),
	};

	return cmocka_run_group_tests_name("screen_json", tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/ui/keys.h"
#include "lib/ui/page.h"
#include "lib/ui/screen.h"

enum { STAFF = 12 };

static struct intent of(enum press press)
{
	struct key key = { .press = press };

	return keys_intent(&key, false, STAFF);
}

static struct intent of_function(int number)
{
	struct key key = { .press = PRESS_FUNCTION, .number = number };

	return keys_intent(&key, false, STAFF);
}

static struct intent typed(uint32_t c, bool in_field)
{
	struct key key = { .press = PRESS_CHARACTER, .c = c };

	return keys_intent(&key, in_field, STAFF);
}

static void four_keys_do_everything(void **state)
{
	(void)state;
	assert_int_equal(of(PRESS_UP).kind, INTENT_UP);
	assert_int_equal(of(PRESS_DOWN).kind, INTENT_DOWN);
	assert_int_equal(of(PRESS_ENTER).kind, INTENT_ENTER);
	assert_int_equal(of(PRESS_ESCAPE).kind, INTENT_BACK);
}

static void tab_goes_down_and_back_tab_up(void **state)
{
	(void)state;
	assert_int_equal(of(PRESS_TAB).kind, INTENT_DOWN);
	assert_int_equal(of(PRESS_BACK_TAB).kind, INTENT_UP);
}

static void function_keys_are_short_cuts(void **state)
{
	(void)state;
	assert_int_equal(of_function(1).kind, INTENT_HELP);
	assert_int_equal(of_function(2).kind, INTENT_LANGUAGE);
	assert_int_equal(of_function(3).kind, INTENT_SIZE);
	assert_int_equal(of_function(4).kind, INTENT_SPEECH);
	assert_int_equal(of_function(5).kind, INTENT_REPEAT);
	assert_int_equal(of_function(6).kind, INTENT_COLOURS);
	assert_int_equal(of_function(8).kind, INTENT_PEOPLE);
	assert_int_equal(of_function(10).kind, INTENT_LEAVE);
}

static void staff_key_is_the_configured_one(void **state)
{
	struct key f1 = { .press = PRESS_FUNCTION, .number = 1 };

	(void)state;
	assert_int_equal(of_function(STAFF).kind, INTENT_STAFF);
	assert_int_equal(keys_intent(&f1, false, 1).kind, INTENT_STAFF);
	assert_int_equal(keys_intent(&f1, false, 0).kind, INTENT_HELP);
}

static void keys_without_meaning_say_so(void **state)
{
	(void)state;
	assert_int_equal(of(PRESS_OTHER).kind, INTENT_UNKNOWN);
	assert_int_equal(of_function(7).kind, INTENT_UNKNOWN);
	assert_int_equal(of_function(9).kind, INTENT_UNKNOWN);
	assert_int_equal(of_function(63).kind, INTENT_UNKNOWN);
	assert_int_equal(of_function(-1).kind, INTENT_UNKNOWN);
	assert_int_equal(typed(0x07, false).kind, INTENT_UNKNOWN);
	assert_int_equal(typed(0x202e, true).kind, INTENT_UNKNOWN);
}

static void digits_of_every_script_choose(void **state)
{
	(void)state;
	assert_int_equal(typed('3', false).kind, INTENT_CHOOSE);
	assert_int_equal(typed('3', false).number, 3);
	assert_int_equal(typed(0x0663, false).number, 3);
	assert_int_equal(typed(0x06f3, false).number, 3);
	assert_int_equal(typed(0x06f3, false).kind, INTENT_CHOOSE);
}

static void digits_are_text_in_a_field(void **state)
{
	(void)state;
	assert_int_equal(typed('3', true).kind, INTENT_TYPE);
	assert_string_equal(typed('3', true).text, "3");
	assert_string_equal(typed(0x0663, true).text, "٣");
}

static void letters_are_typed_as_utf8(void **state)
{
	(void)state;
	assert_int_equal(typed(0xe9, true).kind, INTENT_TYPE);
	assert_string_equal(typed(0xe9, true).text, "é");
	assert_string_equal(typed(' ', true).text, " ");
}

static void tap_presses_the_item_under_it(void **state)
{
	struct screen screen = { 0 };
	struct page page;
	struct key key = { .press = PRESS_POINTER, .row = 4, .column = 7 };
	struct intent intent;

	(void)state;
	screen_begin(&screen, "question", "nl");
	screen_add(&screen, ITEM_TITLE, "question/title", "Vraag");
	screen_add(&screen, ITEM_CHOICE, "question/yes", "Ja");
	page_init(&page, 24, 80);
	page_target(&page, (struct target){ 1, 4, 2, 2, 60 });
	intent = keys_tap(&key, &page, &screen);
	assert_int_equal(intent.kind, INTENT_PRESS);
	assert_string_equal(intent.text, "question/yes");
	key.row = 6;
	assert_int_equal(keys_tap(&key, &page, &screen).kind, INTENT_NONE);
	page_clear(&page);
	screen_clear(&screen);
}

/* Counts how many of the same events act, `ms` apart, from `at`. */
static int n_acting(
	struct key_guard *guard, struct intent intent, int64_t at, int n, int ms)
{
	int acting = 0;

	for (int i = 0; i < n; i++)
		acting += key_guard_allows(guard, &intent, at + (int64_t)i * ms);
	return acting;
}

static void held_enter_acts_once(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent enter = { .kind = INTENT_ENTER };

	(void)state;
	assert_int_equal(n_acting(&guard, enter, 1000, 200, 30), 1);
	assert_true(key_guard_allows(&guard, &enter, 1000 + 199 * 30 + 150));
}

static void trembling_key_acts_once_and_a_second_press_acts_again(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent two = { .kind = INTENT_CHOOSE, .number = 2 };

	(void)state;
	assert_true(key_guard_allows(&guard, &two, 1000));
	assert_false(key_guard_allows(&guard, &two, 1149));
	assert_true(key_guard_allows(&guard, &two, 1299));
}

static void another_key_acts_at_once(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent two = { .kind = INTENT_CHOOSE, .number = 2 };
	struct intent three = { .kind = INTENT_CHOOSE, .number = 3 };
	struct intent enter = { .kind = INTENT_ENTER };

	(void)state;
	assert_true(key_guard_allows(&guard, &two, 1000));
	assert_true(key_guard_allows(&guard, &three, 1001));
	assert_true(key_guard_allows(&guard, &enter, 1002));
}

static void flood_of_turning_keys_acts_once_a_key(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent one = { .kind = INTENT_CHOOSE, .number = 1 };
	struct intent enter = { .kind = INTENT_ENTER };
	int acting = 0;

	(void)state;
	for (int i = 0; i < 100; i++) {
		acting += key_guard_allows(&guard, &one, 1000 + 2 * i);
		acting += key_guard_allows(&guard, &enter, 1001 + 2 * i);
	}
	assert_int_equal(acting, 2);
}

static void arrows_and_typing_may_repeat(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent down = { .kind = INTENT_DOWN };
	struct intent l = { .kind = INTENT_TYPE, .text = "l" };
	struct intent one = { .kind = INTENT_TYPE, .text = "1" };
	struct intent erase = { .kind = INTENT_DELETE };

	(void)state;
	assert_int_equal(n_acting(&guard, down, 1000, 50, 30), 50);
	assert_int_equal(n_acting(&guard, l, 5000, 2, 40), 2);
	assert_int_equal(n_acting(&guard, one, 6000, 2, 40), 2);
	assert_int_equal(n_acting(&guard, erase, 7000, 9, 30), 9);
}

static void digit_held_into_a_field_is_not_typed(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent choose = { .kind = INTENT_CHOOSE, .number = 1 };
	struct intent type = { .kind = INTENT_TYPE, .text = "1" };

	(void)state;
	assert_true(key_guard_allows(&guard, &choose, 1000));
	assert_int_equal(n_acting(&guard, type, 1030, 40, 30), 0);
	assert_true(key_guard_allows(&guard, &type, 1030 + 39 * 30 + 150));
}

/* A held key: the keyboard waits 500 ms, then repeats every 33. */
static int n_acting_held(struct key_guard *guard, int64_t at)
{
	struct intent enter = { .kind = INTENT_ENTER };

	return n_acting(guard, enter, at, 1, 0) +
		   n_acting(guard, enter, at + 500, 20, 33);
}

static void the_wait_before_repeating_is_known_from_the_configuration(
	void **state)
{
	struct key_guard guard = { .guard_ms = 150, .repeat_ms = 500 };

	(void)state;
	assert_int_equal(n_acting_held(&guard, 1000), 1);
}

static void the_wait_before_repeating_is_learnt_from_the_first_held_key(
	void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent down = { .kind = INTENT_DOWN };

	(void)state;
	n_acting(&guard, down, 1000, 1, 0);
	n_acting(&guard, down, 1500, 5, 33);
	assert_int_equal(n_acting_held(&guard, 5000), 1);
	assert_int_equal(n_acting_held(&guard, 9000), 1);
}

static void slow_presses_all_act(void **state)
{
	struct key_guard guard = { .guard_ms = 150 };
	struct intent enter = { .kind = INTENT_ENTER };

	(void)state;
	assert_int_equal(n_acting(&guard, enter, 1000, 20, 400), 20);
}

static void no_guard_when_configured_so(void **state)
{
	struct key_guard guard = { 0 };
	struct intent enter = { .kind = INTENT_ENTER };

	(void)state;
	assert_int_equal(n_acting(&guard, enter, 1000, 20, 1), 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(four_keys_do_everything),
		cmocka_unit_test(tab_goes_down_and_back_tab_up),
		cmocka_unit_test(function_keys_are_short_cuts),
		cmocka_unit_test(staff_key_is_the_configured_one),
		cmocka_unit_test(keys_without_meaning_say_so),
		cmocka_unit_test(digits_of_every_script_choose),
		cmocka_unit_test(digits_are_text_in_a_field),
		cmocka_unit_test(letters_are_typed_as_utf8),
		cmocka_unit_test(tap_presses_the_item_under_it),
		cmocka_unit_test(held_enter_acts_once),
		cmocka_unit_test(trembling_key_acts_once_and_a_second_press_acts_again),
		cmocka_unit_test(another_key_acts_at_once),
		cmocka_unit_test(flood_of_turning_keys_acts_once_a_key),
		cmocka_unit_test(arrows_and_typing_may_repeat),
		cmocka_unit_test(digit_held_into_a_field_is_not_typed),
		cmocka_unit_test(
			the_wait_before_repeating_is_known_from_the_configuration),
		cmocka_unit_test(
			the_wait_before_repeating_is_learnt_from_the_first_held_key),
		cmocka_unit_test(slow_presses_all_act),
		cmocka_unit_test(no_guard_when_configured_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

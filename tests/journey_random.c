/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Whatever is pressed: there is a screen with a menu row, the focus is on an
 * item that takes it, and nothing is sent but from the button that says so.
 */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

enum { PRESSES = 20000 };

static uint32_t seed;

/* The same row of numbers every time. */
static unsigned next_random(unsigned below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static void check_screen(const struct visitor *visitor)
{
	const struct screen *screen = &visitor->screen;

	assert_true(screen->n_items >= 3);
	assert_int_equal(screen->items[0].role, ITEM_TITLE);
	assert_int_equal(screen->items[screen->n_items - 2].role, ITEM_MENU);
	assert_int_equal(screen->items[screen->n_items - 1].role, ITEM_KEYS);
	assert_true(screen->focus < screen->n_items);
	assert_true(item_takes_focus(&screen->items[screen->focus]));
}

static const struct item *focused(const struct visitor *visitor)
{
	size_t at = screen_find(&visitor->screen, visitor->focus);

	return at < visitor->screen.n_items ? &visitor->screen.items[at] : NULL;
}

static void press_something(struct visitor *visitor)
{
	enum intent_kind kind = next_random(N_INTENT_KINDS);
	unsigned letter = next_random(26);

	if (kind == INTENT_TYPE) {
		char typed[2] = { (char)('a' + letter), '\0' };

		visitor_type(visitor, typed);
	} else if (kind == INTENT_PRESS) {
		const struct screen *screen = &visitor->screen;
		const struct item *item =
			&screen->items[next_random((unsigned)screen->n_items)];

		visitor_tap(visitor, strchr(item->id, '/') + 1);
	} else if (kind == INTENT_IDLE)
		visitor_do(visitor, kind, (int)next_random(200));
	else
		visitor_do(visitor, kind, (int)next_random(10));
}

static void start_again(struct visitor *visitor)
{
	visitor_end(visitor);
	visitor_begin(visitor, "nl");
}

/* No send key, so that whatever is sent would be sent by mistake. */
static bool would_send(const struct visitor *visitor)
{
	const struct item *item = focused(visitor);

	return item && item->state & STATE_CONFIRMS &&
		   (visitor_is_at(visitor, "send") ||
			   visitor_is_at(visitor, "not-kept"));
}

static void random_presses_never_send_and_never_trap(void **state)
{
	struct visitor *visitor = *state;

	seed = 20261125;
	for (int i = 0; i < PRESSES; i++) {
		int sends = visitor->sends;
		bool at_send = visitor_is_at(visitor, "send") ||
					   visitor_is_at(visitor, "not-kept");

		press_something(visitor);
		if (visitor->sends != sends)
			assert_true(at_send);
		if (visitor->ended || visitor->left)
			start_again(visitor);
		check_screen(visitor);
	}
}

/* Somebody who fills in all and then presses anything but that button. */
static void at_the_last_button_other_presses_do_not_send(void **state)
{
	struct visitor *visitor = *state;

	seed = 2512;
	for (int round = 0; round < 20; round++) {
		start_again(visitor);
		visitor_to_home(visitor, "nl");
		visitor_to_form(visitor, "uittreksel-brp");
		visitor_to_send(visitor);
		for (int i = 0; i < 100 && !visitor->ended && !visitor->left; i++) {
			enum intent_kind kind = next_random(N_INTENT_KINDS);

			if (kind == INTENT_PRESS || kind == INTENT_TYPE ||
				(kind == INTENT_ENTER && would_send(visitor)))
				continue;
			visitor_do(visitor, kind, (int)next_random(10));
			check_screen(visitor);
		}
		assert_int_equal(visitor->sends, 0);
	}
}

/* Somebody who presses at random in a form that follows rules. */
static void rules_never_trap_who_presses_anything(void **state)
{
	struct visitor *visitor = *state;

	seed = 1930;
	for (int round = 0; round < 40; round++) {
		start_again(visitor);
		visitor_add_test_form(visitor, "marktkraam");
		visitor_to_home(visitor, "nl");
		visitor_to_form(visitor, "marktkraam");
		for (int i = 0; i < 150 && !visitor->ended && !visitor->left; i++) {
			press_something(visitor);
			check_screen(visitor);
		}
	}
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(random_presses_never_send_and_never_trap),
		VISIT(at_the_last_button_other_presses_do_not_send),
		VISIT(rules_never_trap_who_presses_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <locale.h>

#include "lib/ui/slip.h"

static void add(struct screen *screen, enum item_role role, const char *id,
	const char *label, const char *value)
{
	item_set_value(screen_add(screen, role, id, label), value);
}

static void done_in_dutch(struct screen *screen)
{
	screen_begin(screen, "done", "nl");
	add(screen, ITEM_TITLE, "done/title", "Klaar.", "");
	add(screen, ITEM_DETAIL, "done/reference", "Uw nummer", "7K2M-9QXT-4HD");
	screen->items[1].kind = VALUE_REFERENCE;
	add(screen, ITEM_TEXT, "done/next",
		"U krijgt het uittreksel met de post, binnen 5 werkdagen.", "");
	add(screen, ITEM_DETAIL, "done/phone", "Bel ons", "14 070");
	add(screen, ITEM_ACTION, "done/ready", "Ik ben klaar", "");
	add(screen, ITEM_MENU, "done/menu", "Hulp, taal, stoppen", "");
}

static void done_in_turkish(struct screen *screen)
{
	screen_begin(screen, "done", "tr");
	add(screen, ITEM_TITLE, "done/title", "Bitti.", "");
	add(screen, ITEM_DETAIL, "done/reference", "Numaranız", "7K2M-9QXT-4HD");
	screen->items[1].kind = VALUE_REFERENCE;
	add(screen, ITEM_TEXT, "done/next",
		"Belge 5 iş günü içinde posta ile gelir.", "");
	add(screen, ITEM_DETAIL, "done/phone", "Bizi arayın", "14 070");
	add(screen, ITEM_ACTION, "done/ready", "Hazırım", "");
}

static void own_language_has_the_dutch_beneath(void **state)
{
	struct screen turkish = { 0 }, dutch = { 0 };
	char *slip;

	(void)state;
	done_in_turkish(&turkish);
	done_in_dutch(&dutch);
	slip = slip_text(&turkish, &dutch, SLIP_COLUMNS);
	assert_string_equal(slip, "Bitti.\n"
							  "  Klaar.\n"
							  "\n"
							  "Numaranız\n"
							  "  Uw nummer\n"
							  "\n"
							  "  7 K 2 M   9 Q X T   4 H D\n"
							  "\n"
							  "Belge 5 iş günü içinde posta ile gelir.\n"
							  "  U krijgt het uittreksel met de post,\n"
							  "  binnen 5 werkdagen.\n"
							  "\n"
							  "Bizi arayın: 14 070\n"
							  "  Bel ons: 14 070\n");
	free(slip);
	screen_clear(&turkish);
	screen_clear(&dutch);
}

static void dutch_stands_there_once(void **state)
{
	struct screen dutch = { 0 };
	char *slip;

	(void)state;
	done_in_dutch(&dutch);
	slip = slip_text(&dutch, &dutch, SLIP_COLUMNS);
	assert_string_equal(slip, "Klaar.\n"
							  "\n"
							  "Uw nummer\n"
							  "\n"
							  "  7 K 2 M   9 Q X T   4 H D\n"
							  "\n"
							  "U krijgt het uittreksel met de post,\n"
							  "binnen 5 werkdagen.\n"
							  "\n"
							  "Bel ons: 14 070\n");
	free(slip);
	screen_clear(&dutch);
}

static void nothing_private_is_on_paper(void **state)
{
	struct screen screen = { 0 };
	struct item *item;
	char *slip;

	(void)state;
	screen_begin(&screen, "done", "nl");
	add(&screen, ITEM_TITLE, "done/title", "Klaar.", "");
	item = screen_add(&screen, ITEM_DETAIL, "done/name", "Naam");
	item_set_value(item, "Jansen");
	item->privacy = PRIVACY_PRIVATE;
	item = screen_add(&screen, ITEM_DETAIL, "done/bsn", "BSN");
	item_set_value(item, "123456782");
	item->kind = VALUE_DIGITS;
	item = screen_add(&screen, ITEM_DETAIL, "done/iban", "IBAN");
	item_set_value(item, "NL91ABNA0417164300");
	item->kind = VALUE_IBAN;
	item = screen_add(&screen, ITEM_FIELD, "done/field", "Uw mening");
	item_set_value(item, "geheim");
	slip = slip_text(&screen, NULL, SLIP_COLUMNS);
	assert_string_equal(slip, "Klaar.\n");
	free(slip);
	screen_clear(&screen);
}

static void no_line_is_wider_than_the_paper(void **state)
{
	struct screen turkish = { 0 }, dutch = { 0 };

	(void)state;
	done_in_turkish(&turkish);
	done_in_dutch(&dutch);
	for (int columns = 16; columns <= 48; columns++) {
		char *slip = slip_text(&turkish, &dutch, columns);
		char *rest = slip, *line;

		while ((line = strsep(&rest, "\n")) != NULL)
			assert_true(mbstowcs(NULL, line, 0) <= (size_t)columns);
		free(slip);
	}
	screen_clear(&turkish);
	screen_clear(&dutch);
}

static void renderer_makes_the_same_slip(void **state)
{
	struct screen turkish = { 0 }, dutch = { 0 };
	struct renderer *renderer = slip_new(SLIP_COLUMNS);
	char *slip;

	(void)state;
	done_in_turkish(&turkish);
	done_in_dutch(&dutch);
	assert_string_equal(slip_last(renderer), "");
	slip_set_dutch(renderer, &dutch);
	renderer->show(renderer, NULL, &turkish);
	slip = slip_text(&turkish, &dutch, SLIP_COLUMNS);
	assert_string_equal(slip_last(renderer), slip);
	free(slip);
	renderer->free(renderer);
	screen_clear(&turkish);
	screen_clear(&dutch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_language_has_the_dutch_beneath),
		cmocka_unit_test(dutch_stands_there_once),
		cmocka_unit_test(nothing_private_is_on_paper),
		cmocka_unit_test(no_line_is_wider_than_the_paper),
		cmocka_unit_test(renderer_makes_the_same_slip),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <unistd.h>

#include "lib/base/text.h"
#include "lib/ui/keymap.h"

static struct keymap *from(const char *lines)
{
	char path[] = "/tmp/keymap-XXXXXX";
	int fd = mkstemp(path);
	struct keymap *keymap;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, lines, strlen(lines)), (int)strlen(lines));
	close(fd);
	keymap = keymap_read(path);
	unlink(path);
	return keymap;
}

static void name_is_of_the_language_then_of_all_then_standard(void **state)
{
	struct keymap *keymap = from("enter = Go\nenter.nl = groene knop\n");

	(void)state;
	assert_string_equal(keymap_name(keymap, "enter", "nl"), "groene knop");
	assert_string_equal(keymap_name(keymap, "enter", "tr"), "Go");
	assert_string_equal(keymap_name(keymap, "escape", "tr"), "Esc");
	keymap_free(keymap);
}

static void without_a_file_names_are_of_a_standard_keyboard(void **state)
{
	(void)state;
	assert_string_equal(keymap_name(NULL, "enter", "nl"), "Enter");
	assert_string_equal(keymap_name(NULL, "up", "ar"), "↑");
}

static void refuses_unknown_double_and_empty_names(void **state)
{
	(void)state;
	assert_null(from("enterr = Go\n"));
	assert_null(from("enter = Go\nenter = Stop\n"));
	assert_null(from("enter =\n"));
	assert_null(keymap_read("/nonexistent/keymap.conf"));
}

static void printed_names_are_made_safe(void **state)
{
	struct keymap *keymap = from("enter = a\033[2Jb\n");

	(void)state;
	assert_null(strchr(keymap_name(keymap, "enter", "nl"), '\033'));
	keymap_free(keymap);
}

static void shipped_maps_name_every_key(void **state)
{
	static const char *const files[] = { "keyboard", "pad" };
	static const char *const keys[] = { "up", "down", "enter", "escape" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *path =
			text_format("%s/data/keymaps/%s.conf", getenv("srcdir"), files[i]);
		struct keymap *keymap = keymap_read(path);

		assert_non_null(keymap);
		for (size_t k = 0; k < 4; k++)
			assert_true(*keymap_name(keymap, keys[k], "nl"));
		keymap_free(keymap);
		free(path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(name_is_of_the_language_then_of_all_then_standard),
		cmocka_unit_test(without_a_file_names_are_of_a_standard_keyboard),
		cmocka_unit_test(refuses_unknown_double_and_empty_names),
		cmocka_unit_test(printed_names_are_made_safe),
		cmocka_unit_test(shipped_maps_name_every_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

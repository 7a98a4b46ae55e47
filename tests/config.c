/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <unistd.h>

#include "lib/base/config.h"

struct settings {
	char *name;
	int seconds;
	bool testing;
};

static const struct config_key keys[] = {
	{ "name", CONFIG_TEXT, offsetof(struct settings, name), 0, 0 },
	{ "seconds", CONFIG_NUMBER, offsetof(struct settings, seconds), 60, 600 },
	{ "testing", CONFIG_YES_NO, offsetof(struct settings, testing), 0, 0 },
	{ 0 },
};

static bool read_text(const char *text, struct settings *settings)
{
	char path[] = "/tmp/opendeur-config-XXXXXX";
	int fd = mkstemp(path);
	bool ok;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	ok = config_read(path, keys, settings);
	unlink(path);
	return ok;
}

static void reads_text_numbers_and_yes_with_comments_between(void **state)
{
	struct settings settings = { .seconds = 180 };

	(void)state;
	assert_true(read_text("# a kiosk\nname = Centrale bibliotheek\n\n"
						  "seconds=90\ntesting = yes\n",
		&settings));
	assert_string_equal(settings.name, "Centrale bibliotheek");
	assert_int_equal(settings.seconds, 90);
	assert_true(settings.testing);
	config_clear(keys, &settings);
}

static void what_is_not_named_keeps_its_default(void **state)
{
	struct settings settings = { .seconds = 180 };

	(void)state;
	assert_true(read_text("testing = no\n", &settings));
	assert_int_equal(settings.seconds, 180);
}

static void an_unknown_key_is_an_error(void **state)
{
	struct settings settings = { 0 };

	(void)state;
	assert_false(read_text("secnods = 90\n", &settings));
}

static void a_number_out_of_range_is_an_error(void **state)
{
	struct settings settings = { 0 };

	(void)state;
	assert_false(read_text("seconds = 59\n", &settings));
	assert_false(read_text("seconds = 90s\n", &settings));
	assert_false(read_text("seconds =\n", &settings));
}

static void a_key_twice_is_an_error(void **state)
{
	struct settings settings = { 0 };

	(void)state;
	assert_false(read_text("testing = no\ntesting = yes\n", &settings));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_text_numbers_and_yes_with_comments_between),
		cmocka_unit_test(what_is_not_named_keeps_its_default),
		cmocka_unit_test(an_unknown_key_is_an_error),
		cmocka_unit_test(a_number_out_of_range_is_an_error),
		cmocka_unit_test(a_key_twice_is_an_error),
	};

	return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}

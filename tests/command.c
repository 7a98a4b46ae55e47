/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <unistd.h>

#include "lib/base/command.h"

struct settings {
	char *name, *record;
	int seconds;
	bool testing;
	bool fast;
};

static const struct config_key keys[] = {
	{ "name", CONFIG_TEXT, offsetof(struct settings, name), 0, 0 },
	{ "seconds", CONFIG_NUMBER, offsetof(struct settings, seconds), 60, 600 },
	{ "testing", CONFIG_YES_NO, offsetof(struct settings, testing), 0, 0 },
	{ 0 },
};

static const struct command_option options[] = {
	{ "name", 'n', COMMAND_TEXT, offsetof(struct settings, name) },
	{ "record", 0, COMMAND_TEXT, offsetof(struct settings, record) },
	{ "fast", 0, COMMAND_FLAG, offsetof(struct settings, fast) },
	{ 0 },
};

static const struct command command = {
	.program = "tester",
	.version = "1.2.3",
	.help = "Usage: tester\n",
	.options = options,
	.keys = keys,
};

enum { MOST_WORDS = 12 };

/* The words of `line` as a program finds them. */
static enum command_next read_line(const struct command *read,
	struct settings *settings, const char *line, struct command_words *words)
{
	static char copy[256];
	static char *argv[MOST_WORDS + 2];
	int argc = 0;

	snprintf(copy, sizeof copy, "tester %s", line);
	for (char *word = strtok(copy, " "); word && argc <= MOST_WORDS;
		 word = strtok(NULL, " "))
		argv[argc++] = word;
	argv[argc] = NULL;
	return command_read(read, settings, argc, argv, words);
}

static enum command_next read_simply(
	struct settings *settings, const char *line)
{
	return read_line(&command, settings, line, NULL);
}

static int write_file(void **state)
{
	static char path[] = "/tmp/opendeur-command-XXXXXX";
	static const char text[] = "name = file\nseconds = 90\ntesting = yes\n";
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		return -1;
	close(fd);
	*state = path;
	return 0;
}

static int remove_file(void **state)
{
	return unlink(*state);
}

static void takes_options_by_name_by_letter_and_with_an_equals_sign(
	void **state)
{
	struct settings settings = { 0 };

	(void)state;
	assert_int_equal(read_simply(&settings, "--record=a -n b"), COMMAND_GO);
	assert_string_equal(settings.record, "a");
	assert_string_equal(settings.name, "b");
	assert_false(settings.fast);
	assert_int_equal(read_simply(&settings, "--fast --name c"), COMMAND_GO);
	assert_string_equal(settings.name, "c");
	assert_true(settings.fast);
	command_clear(&command, &settings);
}

static void the_line_wins_from_the_file_wherever_it_is_named(void **state)
{
	static const struct {
		const char *before, *after;
	} lines[] = {
		{ "-c ", "--name line" },
		{ "--name line --config=", "" },
		{ "-n line -c", "" },
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct settings settings = { .seconds = 180 };
		char line[128];

		snprintf(line, sizeof line, "%s%s %s", lines[i].before, (char *)*state,
			lines[i].after);
		assert_int_equal(read_simply(&settings, line), COMMAND_GO);
		assert_string_equal(settings.name, "line");
		assert_int_equal(settings.seconds, 90);
		assert_true(settings.testing);
		command_clear(&command, &settings);
	}
}

static void reads_its_own_file_unless_another_is_named(void **state)
{
	struct command with_file = command;
	struct settings settings = { 0 };

	with_file.file = *state;
	assert_int_equal(read_line(&with_file, &settings, "", NULL), COMMAND_GO);
	assert_string_equal(settings.name, "file");
	command_clear(&with_file, &settings);
	settings = (struct settings){ 0 };
	assert_int_equal(
		read_line(&with_file, &settings, "-c /dev/null", NULL), COMMAND_GO);
	assert_null(settings.name);
	command_clear(&with_file, &settings);
}

static void its_own_file_need_not_be_there_a_named_one_must(void **state)
{
	struct command with_file = command;
	struct settings settings = { 0 };

	(void)state;
	with_file.file = "/nowhere/tester.conf";
	assert_int_equal(read_line(&with_file, &settings, "", NULL), COMMAND_GO);
	assert_int_equal(
		read_line(&with_file, &settings, "-c /nowhere/tester.conf", NULL),
		COMMAND_WRONG);
	command_clear(&with_file, &settings);
}

static void help_and_version_are_done_whatever_the_file_says(void **state)
{
	static const char *const lines[] = { "--help", "-h", "--version", "-V",
		"-c /nowhere --help", "--fast --version -c /nowhere" };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct settings settings = { 0 };

		assert_int_equal(read_simply(&settings, lines[i]), COMMAND_DONE);
		assert_false(settings.fast);
		command_clear(&command, &settings);
	}
}

static void refuses_what_it_does_not_know_and_takes_nothing(void **state)
{
	static const char *const lines[] = { "--fast --banana", "--fast -b",
		"--fast --name", "--fast=yes", "--fast banana", "--fast -c" };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct settings settings = { 0 };

		assert_int_equal(read_simply(&settings, lines[i]), COMMAND_WRONG);
		assert_false(settings.fast);
		command_clear(&command, &settings);
	}
}

static void hands_over_the_words_between_the_options(void **state)
{
	struct settings settings = { 0 };
	struct command_words words;

	(void)state;
	assert_int_equal(
		read_line(&command, &settings, "show --fast 7K2M -n a", &words),
		COMMAND_GO);
	assert_int_equal(words.n, 2);
	assert_string_equal(words.list[0], "show");
	assert_string_equal(words.list[1], "7K2M");
	assert_true(settings.fast);
	command_clear(&command, &settings);
}

static void has_no_file_without_keys(void **state)
{
	static const struct command_option fast[] = {
		{ "fast", 0, COMMAND_FLAG, offsetof(struct settings, fast) },
		{ 0 },
	};
	struct command without_keys = command;
	struct settings settings = { 0 };

	(void)state;
	without_keys.keys = NULL;
	without_keys.options = fast;
	assert_int_equal(read_line(&without_keys, &settings, "-c /dev/null", NULL),
		COMMAND_WRONG);
	assert_int_equal(
		read_line(&without_keys, &settings, "--fast", NULL), COMMAND_GO);
	command_clear(&without_keys, &settings);
	assert_true(settings.fast);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			takes_options_by_name_by_letter_and_with_an_equals_sign),
		cmocka_unit_test(the_line_wins_from_the_file_wherever_it_is_named),
		cmocka_unit_test(reads_its_own_file_unless_another_is_named),
		cmocka_unit_test(its_own_file_need_not_be_there_a_named_one_must),
		cmocka_unit_test(help_and_version_are_done_whatever_the_file_says),
		cmocka_unit_test(refuses_what_it_does_not_know_and_takes_nothing),
		cmocka_unit_test(hands_over_the_words_between_the_options),
		cmocka_unit_test(has_no_file_without_keys),
	};

	return cmocka_run_group_tests_name(
		"command", tests, write_file, remove_file);
}

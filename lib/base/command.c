/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/command.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"

enum { MOST_OPTIONS = 32, WITHOUT_LETTER = 256 };

/* A command's options, and those that every command has, as getopt_long()
 * wants them. */
struct known {
	char letters[2 * MOST_OPTIONS + 1];
	struct option options[MOST_OPTIONS + 1];
	int n;
};

/* What getopt_long() gives for the option that is number `i` of its table. */
static int sign_of(const struct command_option *option, int i)
{
	return option->letter ? option->letter : WITHOUT_LETTER + i;
}

static void know(
	struct known *known, const struct command_option *option, int i)
{
	bool has_value = option->kind == COMMAND_TEXT;
	size_t n = strlen(known->letters);

	assert(known->n < MOST_OPTIONS);
	if (option->letter)
		snprintf(known->letters + n, sizeof known->letters - n, "%c%s",
			option->letter, has_value ? ":" : "");
	known->options[known->n++] = (struct option){ option->name,
		has_value ? required_argument : no_argument, NULL, sign_of(option, i) };
}

static struct known know_all(const struct command *command)
{
	static const struct command_option common[] = {
		{ "help", 'h', COMMAND_FLAG, 0 },
		{ "version", 'V', COMMAND_FLAG, 0 },
		{ "config", 'c', COMMAND_TEXT, 0 },
	};
	struct known known = { .n = 0 };

	for (int i = 0; i < (command->keys ? 3 : 2); i++)
		know(&known, &common[i], i);
	for (int i = 0; command->options[i].name; i++)
		know(&known, &command->options[i], i);
	return known;
}

static enum command_next try_help(const struct command *command)
{
	fprintf(stderr, "Try '%s --help'.\n", command->program);
	return COMMAND_WRONG;
}

enum command_next command_wrong(const struct command *command, const char *what)
{
	fprintf(stderr, "%s: %s\n", command->program, what);
	return try_help(command);
}

/* The whole line, before anything of it counts; sets `file` where -c does. */
static enum command_next look(const struct command *command,
	const struct known *known, int argc, char **argv, const char **file)
{
	int sign;

	optind = 0;
	while ((sign = getopt_long(
				argc, argv, known->letters, known->options, NULL)) != -1) {
		switch (sign) {
		case 'h':
			fputs(command->help, stdout);
			return COMMAND_DONE;
		case 'V':
			printf("%s %s\n", command->program, command->version);
			return COMMAND_DONE;
		case 'c':
			*file = optarg;
			break;
		case '?':
			return try_help(command);
		default:
			break;
		}
	}
	return COMMAND_GO;
}

static void set(const struct command_option *option, void *target)
{
	void *field = (char *)target + option->offset;

	if (option->kind == COMMAND_TEXT)
		mem_text_set(field, optarg);
	else
		*(bool *)field = true;
}

static void take(const struct command *command, const struct known *known,
	void *target, int argc, char **argv)
{
	int sign;

	optind = 0;
	while ((sign = getopt_long(
				argc, argv, known->letters, known->options, NULL)) != -1) {
		for (int i = 0; command->options[i].name; i++) {
			if (sign_of(&command->options[i], i) == sign)
				set(&command->options[i], target);
		}
	}
}

static bool read_file(
	const struct command *command, const char *named, void *target)
{
	const char *file = named ? named : command->file;

	if (!command->keys || !file || (!named && !file_exists(file)))
		return true;
	return config_read(file, command->keys, target);
}

enum command_next command_read(const struct command *command, void *target,
	int argc, char **argv, struct command_words *words)
{
	struct known known = know_all(command);
	const char *file = NULL;
	enum command_next next = look(command, &known, argc, argv, &file);

	if (next != COMMAND_GO)
		return next;
	if (words)
		*words = (struct command_words){ argc - optind, argv + optind };
	else if (optind < argc)
		return command_wrong(command, "a word too many");
	if (!read_file(command, file, target))
		return COMMAND_WRONG;
	take(command, &known, target, argc, argv);
	return COMMAND_GO;
}

void command_clear(const struct command *command, void *target)
{
	for (int i = 0; command->options[i].name; i++) {
		char **text = (char **)((char *)target + command->options[i].offset);

		if (command->options[i].kind != COMMAND_TEXT)
			continue;
		free(*text);
		*text = NULL;
	}
	if (command->keys)
		config_clear(command->keys, target);
}

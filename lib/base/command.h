/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_COMMAND_H
#define BASE_COMMAND_H
/*
 * The command line of a program and its configuration file, read into the
 * program's own struct: the file first, wherever -c stands, so that the line
 * wins. --help and --version every program has.
 */
#include <stdbool.h>
#include <stddef.h>

#include "lib/base/config.h"

enum command_kind {
	COMMAND_TEXT, /* char *, its value: freed and replaced */
	COMMAND_FLAG, /* bool, true when it stands there */
};

struct command_option {
	const char *name; /* without its hyphens */
	char letter;      /* 0: none */
	enum command_kind kind;
	size_t offset;
};

struct command {
	const char *program, *version;
	const char *help;
	const struct command_option *options; /* ends with one without a name */
	const struct config_key *keys;        /* NULL: it has no -c FILE */
	const char *file; /* read without -c too, when it is there; or NULL */
};

/* What stands beside the options, in order. */
struct command_words {
	int n;
	char **list;
};

/* What is not GO is the exit code of the program. */
enum command_next { COMMAND_GO = -1, COMMAND_DONE = 0, COMMAND_WRONG = 2 };

/* `target` holds the defaults; the caller clears it whatever comes. Says what
 * is wrong on standard error. Without `words` no word may stand there. */
enum command_next command_read(const struct command *command, void *target,
	int argc, char **argv, struct command_words *words);

/* For what the program itself sees is wrong: says it; is COMMAND_WRONG. */
enum command_next command_wrong(
	const struct command *command, const char *what);

/* Frees the texts of options and keys. */
void command_clear(const struct command *command, void *target);

#endif

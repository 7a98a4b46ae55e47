/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H
/*
 * Configuration files of `key = value` lines, `#` comments, one table a
 * program. An unknown key, a value out of range or a second value for a key is
 * an error that names file and line.
 */
#include <stdbool.h>
#include <stddef.h>

enum config_type {
	CONFIG_TEXT,   /* char *: freed and replaced; free it with config_clear */
	CONFIG_NUMBER, /* int, between least and most */
	CONFIG_YES_NO, /* bool: yes or no */
};

struct config_key {
	const char *name;
	enum config_type type;
	size_t offset; /* of the field in the program's own struct */
	int least, most;
};

/* The table ends with a key without a name. `target` holds the defaults. */
bool config_read(const char *path, const struct config_key *keys, void *target);
/* A text that is NULL becomes an empty one. */
void config_fill(const struct config_key *keys, void *target);
void config_clear(const struct config_key *keys, void *target);

/* Each pair of a file whose keys are no table: `where` is FILE:LINE for a
 * message; false ends the reading and is the answer. */
typedef bool config_pair(
	void *owner, const char *where, const char *name, const char *value);
bool config_pairs(const char *path, config_pair *take, void *owner);

#endif

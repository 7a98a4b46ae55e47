/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_SETTINGS_H
#define CENTRAL_SETTINGS_H
/* What the command line and the configuration file say, with the defaults
 * filled in: the command line wins. */
#include <stdbool.h>

#include "lib/base/command.h"

struct settings {
	char *listen, *storage, *state, *forms;
	bool demo;
	const char *show; /* a reference to print; NULL: serve */
};

/* Clear them whatever comes; see command_read(). */
enum command_next settings_read(
	struct settings *settings, int argc, char **argv);
void settings_clear(struct settings *settings);

#endif

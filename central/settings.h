/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_SETTINGS_H
#define CENTRAL_SETTINGS_H
/* What the command line and the configuration file say, with the defaults
 * filled in: the command line wins. */
#include <stdbool.h>

struct settings {
	char *listen, *storage, *state, *forms;
	bool demo;
	const char *show; /* a reference to print; NULL: serve */
};

enum settings_next { SETTINGS_GO, SETTINGS_DONE, SETTINGS_WRONG };

/* SETTINGS_DONE after --help and --version; SETTINGS_WRONG says why. */
enum settings_next settings_read(
	struct settings *settings, int argc, char **argv);
void settings_clear(struct settings *settings);

#endif

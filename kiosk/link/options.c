/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

static const struct config_key keys[] = {
	{ "central", CONFIG_TEXT, offsetof(struct options, central), 0, 0 },
	{ "listen", CONFIG_TEXT, offsetof(struct options, listen), 0, 0 },
	{ "state", CONFIG_TEXT, offsetof(struct options, state), 0, 0 },
	{ "kiosk", CONFIG_TEXT, offsetof(struct options, kiosk), 0, 0 },
	{ "device_key", CONFIG_TEXT, offsetof(struct options, device_key), 0, 0 },
	{ "root_key", CONFIG_TEXT, offsetof(struct options, root_key), 0, 0 },
	{ "ca", CONFIG_TEXT, offsetof(struct options, ca), 0, 0 },
	{ "sync_seconds", CONFIG_NUMBER, offsetof(struct options, sync_seconds), 1,
		86400 },
	{ 0 },
};

static const struct command_option line[] = {
	{ "central", 0, COMMAND_TEXT, offsetof(struct options, central) },
	{ "listen", 0, COMMAND_TEXT, offsetof(struct options, listen) },
	{ "state", 0, COMMAND_TEXT, offsetof(struct options, state) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-link",
	.version = PACKAGE_VERSION,
	.help =
		"Usage: opendeur-link [-c FILE] [--central URL] [--listen SOCKET]\n"
		"                     [--state DIR]\n"
		"The kiosk's line to the city: keeps what the city publishes, keeps\n"
		"what residents send until the city vouches for it, and answers the\n"
		"screen on SOCKET. DIR holds kiosk.key, kiosk.name and root.pub, as\n"
		"the city made them for this kiosk. Ends with 0 on TERM, 1 on\n"
		"failure, 2 on wrong usage.\n",
	.options = line,
	.keys = keys,
	.file = SYSCONFDIR "/opendeur/link.conf",
};

static void set_in_state(char **file, const char *state, const char *name)
{
	char *path;

	if (!text_empty(*file))
		return;
	path = text_format("%s/%s", state, name);
	mem_text_set(file, path);
	free(path);
}

static enum command_next complete(struct options *options)
{
	size_t n = strlen(options->central);

	if (!text_starts(options->central, "https://") &&
		!text_starts(options->central, "http://"))
		return command_wrong(
			&command, "--central needs a URL that begins with https://");
	if (text_empty(options->listen) || text_empty(options->state))
		return command_wrong(&command, "--listen and --state cannot be empty");
	while (n && options->central[n - 1] == '/')
		options->central[--n] = '\0';
	set_in_state(&options->device_key, options->state, "kiosk.key");
	set_in_state(&options->root_key, options->state, "root.pub");
	return COMMAND_GO;
}

enum command_next options_read(struct options *options, int argc, char **argv)
{
	enum command_next next;

	*options = (struct options){
		.listen = mem_text("/run/opendeur/link.socket"),
		.state = mem_text("/var/lib/opendeur"),
		.sync_seconds = 300,
	};
	config_fill(keys, options);
	next = command_read(&command, options, argc, argv, NULL);
	return next == COMMAND_GO ? complete(options) : next;
}

void options_clear(struct options *options)
{
	command_clear(&command, options);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/link/options.h"

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/config.h"
#include "lib/base/file.h"
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

static const struct option long_options[] = {
	{ "central", required_argument, NULL, 'C' },
	{ "listen", required_argument, NULL, 'L' },
	{ "state", required_argument, NULL, 'S' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ 0 },
};

static void set(char **to, const char *value)
{
	free(*to);
	*to = mem_text(value);
}

static void set_defaults(struct options *options)
{
	*options = (struct options){ .sync_seconds = 300 };
	for (const struct config_key *key = keys; key->name; key++) {
		if (key->type == CONFIG_TEXT)
			set((char **)((char *)options + key->offset), "");
	}
	set(&options->listen, "/run/opendeur/link.socket");
	set(&options->state, "/var/lib/opendeur");
}

static void print_help(void)
{
	puts("Usage: opendeur-link [-c FILE] [--central URL] [--listen SOCKET]\n"
		 "                     [--state DIR]\n"
		 "The kiosk's line to the city: keeps what the city publishes, keeps\n"
		 "what residents send until the city vouches for it, and answers the\n"
		 "screen on SOCKET. DIR holds kiosk.key, kiosk.name and root.pub, as\n"
		 "the city made them for this kiosk. Ends with 0 on TERM, 1 on\n"
		 "failure, 2 on wrong usage.");
}

static enum options_result wrong(const char *what)
{
	fprintf(stderr, "opendeur-link: %s\nTry opendeur-link --help\n", what);
	return OPTIONS_WRONG;
}

static char **target_of(struct options *options, int letter)
{
	switch (letter) {
	case 'C':
		return &options->central;
	case 'L':
		return &options->listen;
	case 'S':
		return &options->state;
	default:
		return NULL;
	}
}

/* The configuration first, wherever -c stands: the command line wins. */
static bool read_config(struct options *options, int argc, char **argv)
{
	const char *path = SYSCONFDIR "/opendeur/link.conf";
	bool named = false;
	int letter;

	opterr = 0;
	optind = 1;
	while ((letter = getopt_long(argc, argv, "c:", long_options, NULL)) != -1) {
		if (letter == 'c') {
			path = optarg;
			named = true;
		}
	}
	if (!named && !file_exists(path))
		return true;
	return config_read(path, keys, options);
}

static enum options_result read_line(
	struct options *options, int argc, char **argv)
{
	int letter;

	optind = 1;
	while ((letter = getopt_long(argc, argv, "c:", long_options, NULL)) != -1) {
		char **target = target_of(options, letter);

		if (target) {
			set(target, optarg);
		} else if (letter == 'h') {
			print_help();
			return OPTIONS_DONE;
		} else if (letter == 'V') {
			puts("opendeur-link " PACKAGE_VERSION);
			return OPTIONS_DONE;
		} else if (letter != 'c') {
			return wrong("an option that does not exist, or without its value");
		}
	}
	return optind == argc ? OPTIONS_GO : wrong("a word too many");
}

static void set_in_state(char **file, const char *state, const char *name)
{
	char *path;

	if (!text_empty(*file))
		return;
	path = text_format("%s/%s", state, name);
	set(file, path);
	free(path);
}

static enum options_result complete(struct options *options)
{
	size_t n = strlen(options->central);

	if (!text_starts(options->central, "https://") &&
		!text_starts(options->central, "http://"))
		return wrong("--central needs a URL that begins with https://");
	if (text_empty(options->listen) || text_empty(options->state))
		return wrong("--listen and --state cannot be empty");
	while (n && options->central[n - 1] == '/')
		options->central[--n] = '\0';
	set_in_state(&options->device_key, options->state, "kiosk.key");
	set_in_state(&options->root_key, options->state, "root.pub");
	return OPTIONS_GO;
}

enum options_result options_read(struct options *options, int argc, char **argv)
{
	enum options_result result;

	set_defaults(options);
	if (!read_config(options, argc, argv))
		return OPTIONS_WRONG;
	result = read_line(options, argc, argv);
	return result == OPTIONS_GO ? complete(options) : result;
}

void options_clear(struct options *options)
{
	config_clear(keys, options);
}

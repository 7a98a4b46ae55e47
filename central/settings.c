/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/settings.h"

#include <getopt.h>
#include <libgen.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/config.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static const char usage[] =
	"Usage: opendeur-central [OPTION]...\n"
	"       opendeur-central show REFERENCE [OPTION]...\n"
	"The central service of Open Deur, or one submission as JSON.\n"
	"\n"
	"  -c, --config FILE       read settings from FILE\n"
	"  -l, --listen HOST:PORT  where to listen; port 0 is any free one\n"
	"      --storage KIND:PATH the database, for example sqlite:central.db\n"
	"      --state DIR         keys, and the database unless told otherwise\n"
	"      --forms DIR         what `opendeur-forms publish` made\n"
	"      --demo              make keys and enrol a demonstration kiosk\n"
	"  -h, --help              show this text\n"
	"  -V, --version           show the version\n"
	"\n"
	"Exit status: 0 when told to stop, 1 on failure, 2 on wrong usage.\n";

enum { OPTION_STORAGE = 256, OPTION_STATE, OPTION_FORMS, OPTION_DEMO };

static const struct option options[] = {
	{ "config", required_argument, NULL, 'c' },
	{ "listen", required_argument, NULL, 'l' },
	{ "storage", required_argument, NULL, OPTION_STORAGE },
	{ "state", required_argument, NULL, OPTION_STATE },
	{ "forms", required_argument, NULL, OPTION_FORMS },
	{ "demo", no_argument, NULL, OPTION_DEMO },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

static const struct config_key keys[] = {
	{ "listen", CONFIG_TEXT, offsetof(struct settings, listen), 0, 0 },
	{ "storage", CONFIG_TEXT, offsetof(struct settings, storage), 0, 0 },
	{ "state", CONFIG_TEXT, offsetof(struct settings, state), 0, 0 },
	{ "forms", CONFIG_TEXT, offsetof(struct settings, forms), 0, 0 },
	{ NULL, CONFIG_TEXT, 0, 0, 0 },
};

static void put(char **setting, const char *value)
{
	char *copy = mem_text(value);

	free(*setting);
	*setting = copy;
}

static enum settings_next wrong(void)
{
	fputs("Try 'opendeur-central --help'.\n", stderr);
	return SETTINGS_WRONG;
}

static enum settings_next take_option(
	struct settings *settings, const char **config, int option)
{
	switch (option) {
	case 'c':
		*config = optarg;
		return SETTINGS_GO;
	case 'l':
		put(&settings->listen, optarg);
		return SETTINGS_GO;
	case OPTION_STORAGE:
		put(&settings->storage, optarg);
		return SETTINGS_GO;
	case OPTION_STATE:
		put(&settings->state, optarg);
		return SETTINGS_GO;
	case OPTION_FORMS:
		put(&settings->forms, optarg);
		return SETTINGS_GO;
	case OPTION_DEMO:
		settings->demo = true;
		return SETTINGS_GO;
	case 'h':
		fputs(usage, stdout);
		return SETTINGS_DONE;
	case 'V':
		puts("opendeur-central " PACKAGE_VERSION);
		return SETTINGS_DONE;
	default:
		return wrong();
	}
}

static enum settings_next take_words(
	struct settings *settings, int n, char **words)
{
	if (n == 0)
		return SETTINGS_GO;
	if (n == 2 && strcmp(words[0], "show") == 0) {
		settings->show = words[1];
		return SETTINGS_GO;
	}
	fprintf(stderr, n == 1 && strcmp(words[0], "show") == 0
						? "opendeur-central: show needs a reference\n"
						: "opendeur-central: too many words\n");
	return wrong();
}

/* In a build tree the bundles stand in `forms` beside the program. */
static char *forms_beside(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	char *forms, *catalogue;

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	forms = text_format("%s/forms", dirname(path));
	catalogue = text_format("%s/catalogue.json", forms);
	if (!file_exists(catalogue)) {
		free(forms);
		forms = NULL;
	}
	free(catalogue);
	return forms;
}

static void fill_in(struct settings *settings)
{
	const char *state = getenv("STATE_DIRECTORY"); /* from systemd */

	if (!settings->listen)
		put(&settings->listen,
			settings->demo ? "127.0.0.1:0" : "127.0.0.1:8080");
	if (!settings->state)
		put(&settings->state, state ? state : "/var/lib/opendeur-central");
	if (!settings->storage)
		settings->storage =
			text_format("sqlite:%s/central.db", settings->state);
	if (!settings->forms && settings->demo)
		settings->forms = forms_beside();
	if (!settings->forms)
		put(&settings->forms, PKGDATADIR "/forms");
}

/* The file first, then what the command line says again. */
static bool read_config(struct settings *settings, const char *path)
{
	struct settings from_file = { 0 };

	if (!path)
		return true;
	if (!config_read(path, keys, &from_file)) {
		config_clear(keys, &from_file);
		return false;
	}
	if (!settings->listen && from_file.listen)
		put(&settings->listen, from_file.listen);
	if (!settings->storage && from_file.storage)
		put(&settings->storage, from_file.storage);
	if (!settings->state && from_file.state)
		put(&settings->state, from_file.state);
	if (!settings->forms && from_file.forms)
		put(&settings->forms, from_file.forms);
	config_clear(keys, &from_file);
	return true;
}

enum settings_next settings_read(
	struct settings *settings, int argc, char **argv)
{
	enum settings_next next = SETTINGS_GO;
	const char *config = NULL;
	int option;

	*settings = (struct settings){ 0 };
	while (next == SETTINGS_GO &&
		   (option = getopt_long(argc, argv, "c:l:hV", options, NULL)) != -1)
		next = take_option(settings, &config, option);
	if (next == SETTINGS_GO)
		next = take_words(settings, argc - optind, argv + optind);
	if (next != SETTINGS_GO)
		return next;
	if (!read_config(settings, config))
		return SETTINGS_WRONG;
	fill_in(settings);
	return SETTINGS_GO;
}

void settings_clear(struct settings *settings)
{
	free(settings->listen);
	free(settings->storage);
	free(settings->state);
	free(settings->forms);
	*settings = (struct settings){ 0 };
}

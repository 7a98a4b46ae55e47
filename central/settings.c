/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/settings.h"

#include <libgen.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static const struct config_key keys[] = {
	{ "listen", CONFIG_TEXT, offsetof(struct settings, listen), 0, 0 },
	{ "storage", CONFIG_TEXT, offsetof(struct settings, storage), 0, 0 },
	{ "state", CONFIG_TEXT, offsetof(struct settings, state), 0, 0 },
	{ "forms", CONFIG_TEXT, offsetof(struct settings, forms), 0, 0 },
	{ 0 },
};

static const struct command_option line[] = {
	{ "listen", 'l', COMMAND_TEXT, offsetof(struct settings, listen) },
	{ "storage", 0, COMMAND_TEXT, offsetof(struct settings, storage) },
	{ "state", 0, COMMAND_TEXT, offsetof(struct settings, state) },
	{ "forms", 0, COMMAND_TEXT, offsetof(struct settings, forms) },
	{ "demo", 0, COMMAND_FLAG, offsetof(struct settings, demo) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-central",
	.version = PACKAGE_VERSION,
	.help =
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
		"Exit status: 0 when told to stop, 1 on failure, 2 on wrong usage.\n",
	.options = line,
	.keys = keys,
};

static enum command_next take_words(
	struct settings *settings, struct command_words words)
{
	bool shows = words.n && strcmp(words.list[0], "show") == 0;

	if (shows && words.n == 1)
		return command_wrong(&command, "show needs a reference");
	if (words.n && (!shows || words.n > 2))
		return command_wrong(&command, "a word too many");
	if (shows)
		settings->show = words.list[1];
	return COMMAND_GO;
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
		mem_text_set(&settings->listen,
			settings->demo ? "127.0.0.1:0" : "127.0.0.1:8080");
	if (!settings->state)
		mem_text_set(
			&settings->state, state ? state : "/var/lib/opendeur-central");
	if (!settings->storage)
		settings->storage =
			text_format("sqlite:%s/central.db", settings->state);
	if (!settings->forms && settings->demo)
		settings->forms = forms_beside();
	if (!settings->forms)
		mem_text_set(&settings->forms, PKGDATADIR "/forms");
}

enum command_next settings_read(
	struct settings *settings, int argc, char **argv)
{
	struct command_words words;
	enum command_next next;

	*settings = (struct settings){ 0 };
	next = command_read(&command, settings, argc, argv, &words);
	if (next == COMMAND_GO)
		next = take_words(settings, words);
	if (next == COMMAND_GO)
		fill_in(settings);
	return next;
}

void settings_clear(struct settings *settings)
{
	command_clear(&command, settings);
}

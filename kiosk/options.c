/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/options.h"

#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/config.h"
#include "lib/base/file.h"
#include "lib/base/memory.h"

#define TEXT(name)                                                             \
	{                                                                          \
#name, CONFIG_TEXT, offsetof(struct options, name), 0, 0               \
	}
#define YES_NO(name)                                                           \
	{                                                                          \
#name, CONFIG_YES_NO, offsetof(struct options, name), 0, 0             \
	}
#define NUMBER(name, least, most)                                              \
	{                                                                          \
#name, CONFIG_NUMBER, offsetof(struct options, name), least, most      \
	}

static const struct config_key keys[] = {
	TEXT(link),
	TEXT(voice),
	TEXT(root_key),
	TEXT(locale_folder),
	TEXT(keymap),
	TEXT(fonts),
	TEXT(place),
	TEXT(desk),
	TEXT(desk_en),
	TEXT(desk_tr),
	TEXT(desk_ar),
	TEXT(phone),
	TEXT(staffed_until),
	TEXT(staff_pin),
	YES_NO(testing),
	TEXT(renderer),
	TEXT(language),
	TEXT(size),
	TEXT(speech),
	TEXT(mode),
	NUMBER(idle_seconds, 60, 600),
	NUMBER(guard_ms, 0, 1000),
	NUMBER(screen_mm, 50, 3000),
	NUMBER(distance_mm, 200, 5000),
	{ 0 },
};

static const struct option long_options[] = {
	{ "link", required_argument, NULL, 'l' },
	{ "voice", required_argument, NULL, 'v' },
	{ "renderer", required_argument, NULL, 'r' },
	{ "size", required_argument, NULL, 's' },
	{ "language", required_argument, NULL, 'g' },
	{ "speech", required_argument, NULL, 'p' },
	{ "utterances", required_argument, NULL, 'u' },
	{ "screens", required_argument, NULL, 'n' },
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
	*options = (struct options){
		.idle_seconds = 180,
		.guard_ms = 150,
		.screen_mm = 299, /* a 24 inch screen of 16:9 */
		.distance_mm = 600,
	};
	for (const struct config_key *key = keys; key->name; key++) {
		if (key->type == CONFIG_TEXT)
			set((char **)((char *)options + key->offset), "");
	}
	set(&options->link, "/run/opendeur/link.socket");
	set(&options->voice, "/run/opendeur/voice.socket");
	set(&options->root_key, SYSCONFDIR "/opendeur/root.pub");
	set(&options->locale_folder, LOCALEDIR);
	set(&options->phone, "14 070");
	set(&options->renderer, "large");
	set(&options->size, "1");
	set(&options->mode, "auto");
	set(&options->utterances, "");
	set(&options->screens, "");
}

static void print_help(void)
{
	puts(
		"Usage: opendeur [-c FILE] [--link SOCKET] [--voice SOCKET]\n"
		"                [--renderer large|plain] [--size 1|1.5|2|3]\n"
		"                [--language TAG] [--speech on|off]\n"
		"                [--utterances FILE] [--screens FILE]\n"
		"One visit to the kiosk, on this terminal. Ends with 0 when the visit\n"
		"has ended, 10 when staff left, 1 on failure, 2 on wrong usage.\n"
		"--utterances and --screens write down what is said and shown; only\n"
		"where the configuration says `testing = yes`.");
}

static char **target_of(struct options *options, int letter)
{
	switch (letter) {
	case 'l':
		return &options->link;
	case 'v':
		return &options->voice;
	case 'r':
		return &options->renderer;
	case 's':
		return &options->size;
	case 'g':
		return &options->language;
	case 'p':
		return &options->speech;
	case 'u':
		return &options->utterances;
	case 'n':
		return &options->screens;
	default:
		return NULL;
	}
}

static enum options_result wrong(const char *what)
{
	fprintf(stderr, "opendeur: %s\nTry opendeur --help\n", what);
	return OPTIONS_WRONG;
}

static bool one_of(const char *value, const char *const *allowed)
{
	for (; *allowed; allowed++) {
		if (strcmp(value, *allowed) == 0)
			return true;
	}
	return false;
}

static enum options_result judge(const struct options *options)
{
	static const char *const renderers[] = { "large", "plain", NULL };
	static const char *const sizes[] = { "1", "1.5", "2", "3", NULL };
	static const char *const speech[] = { "", "on", "off", NULL };
	static const char *const modes[] = { "auto", "sextant", "quadrant", "half",
		NULL };

	if (!one_of(options->renderer, renderers))
		return wrong("the renderer is large or plain");
	if (!one_of(options->size, sizes))
		return wrong("the size is 1, 1.5, 2 or 3");
	if (!one_of(options->speech, speech))
		return wrong("speech is on or off");
	if (!one_of(options->mode, modes))
		return wrong("the mode is auto, sextant, quadrant or half");
	if (!options->testing && (*options->utterances || *options->screens))
		return wrong("--utterances and --screens need `testing = yes`");
	return OPTIONS_GO;
}

/* The configuration first, wherever -c stands, so that the command line wins.
 */
static bool read_config(struct options *options, int argc, char **argv)
{
	int letter;
	const char *path = SYSCONFDIR "/opendeur/kiosk.conf";
	bool named = false;

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
			puts("opendeur " PACKAGE_VERSION);
			return OPTIONS_DONE;
		} else if (letter != 'c') {
			return wrong("an option that does not exist, or without its value");
		}
	}
	return optind == argc ? OPTIONS_GO : wrong("a word too many");
}

enum options_result options_read(struct options *options, int argc, char **argv)
{
	enum options_result result;

	set_defaults(options);
	if (!read_config(options, argc, argv))
		return OPTIONS_WRONG;
	result = read_line(options, argc, argv);
	return result == OPTIONS_GO ? judge(options) : result;
}

int options_size_step(const struct options *options)
{
	static const char *const steps[] = { "1", "1.5", "2", "3" };
	int step = 3;

	while (step > 0 && strcmp(options->size, steps[step]) != 0)
		step--;
	return step;
}

void options_clear(struct options *options)
{
	config_clear(keys, options);
	free(options->utterances);
	free(options->screens);
	*options = (struct options){ 0 };
}

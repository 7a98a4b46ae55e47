/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/options.h"

#include <stddef.h>
#include <string.h>

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

#define OPTION(name)                                                           \
	{                                                                          \
#name, 0, COMMAND_TEXT, offsetof(struct options, name)                 \
	}

static const struct command_option line[] = {
	OPTION(link),
	OPTION(voice),
	OPTION(renderer),
	OPTION(size),
	OPTION(language),
	OPTION(speech),
	OPTION(utterances),
	OPTION(screens),
	{ 0 },
};

static const struct command command = {
	.program = "opendeur",
	.version = PACKAGE_VERSION,
	.help =
		"Usage: opendeur [-c FILE] [--link SOCKET] [--voice SOCKET]\n"
		"                [--renderer large|plain] [--size 1|1.5|2|3]\n"
		"                [--language TAG] [--speech on|off]\n"
		"                [--utterances FILE] [--screens FILE]\n"
		"One visit to the kiosk, on this terminal. Ends with 0 when the visit\n"
		"has ended, 10 when staff left, 1 on failure, 2 on wrong usage.\n"
		"--utterances and --screens write down what is said and shown; only\n"
		"where the configuration says `testing = yes`.\n",
	.options = line,
	.keys = keys,
	.file = SYSCONFDIR "/opendeur/kiosk.conf",
};

struct options options_usual(void)
{
	struct options options = {
		.link = mem_text("/run/opendeur/link.socket"),
		.voice = mem_text("/run/opendeur/voice.socket"),
		.root_key = mem_text(SYSCONFDIR "/opendeur/root.pub"),
		.locale_folder = mem_text(LOCALEDIR),
		.phone = mem_text("14 070"),
		.renderer = mem_text("large"),
		.size = mem_text("1"),
		.mode = mem_text("auto"),
		.idle_seconds = 180,
		.guard_ms = 150,
		.screen_mm = 299, /* a 24 inch screen of 16:9 */
		.distance_mm = 600,
		.utterances = mem_text(""),
		.screens = mem_text(""),
	};

	config_fill(keys, &options);
	return options;
}

static bool one_of(const char *value, const char *const *allowed)
{
	for (; *allowed; allowed++) {
		if (strcmp(value, *allowed) == 0)
			return true;
	}
	return false;
}

static enum command_next judge(const struct options *options)
{
	static const char *const renderers[] = { "large", "plain", NULL };
	static const char *const sizes[] = { "1", "1.5", "2", "3", NULL };
	static const char *const speech[] = { "", "on", "off", NULL };
	static const char *const modes[] = { "auto", "sextant", "quadrant", "half",
		NULL };

	if (!one_of(options->renderer, renderers))
		return command_wrong(&command, "the renderer is large or plain");
	if (!one_of(options->size, sizes))
		return command_wrong(&command, "the size is 1, 1.5, 2 or 3");
	if (!one_of(options->speech, speech))
		return command_wrong(&command, "speech is on or off");
	if (!one_of(options->mode, modes))
		return command_wrong(
			&command, "the mode is auto, sextant, quadrant or half");
	if (!options->testing && (*options->utterances || *options->screens))
		return command_wrong(
			&command, "--utterances and --screens need `testing = yes`");
	return COMMAND_GO;
}

enum command_next options_read(struct options *options, int argc, char **argv)
{
	enum command_next next;

	*options = options_usual();
	next = command_read(&command, options, argc, argv, NULL);
	return next == COMMAND_GO ? judge(options) : next;
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
	command_clear(&command, options);
}

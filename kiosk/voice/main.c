/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-voice: speaks what it is told on a UNIX socket. */
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "kiosk/voice/cage.h"
#include "kiosk/voice/server.h"
#include "lib/base/command.h"
#include "lib/base/harden.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/wipe_json.h"

/* The leak checker needs calls that the cage refuses. */
#ifdef __SANITIZE_ADDRESS__
static const bool caged = false;
#define VERSION_TOLD PACKAGE_VERSION " (without its cage)"
#else
static const bool caged = true;
#define VERSION_TOLD PACKAGE_VERSION
#endif

struct options {
	char *listen, *output;
};

static const struct command_option line[] = {
	{ "listen", 0, COMMAND_TEXT, offsetof(struct options, listen) },
	{ "output", 0, COMMAND_TEXT, offsetof(struct options, output) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-voice",
	.version = VERSION_TOLD,
	.help =
		"Usage: opendeur-voice [--listen SOCKET] [--output OUTPUT]\n"
		"\n"
		"Speaks what it is told, in JSON lines on a UNIX socket.\n"
		"\n"
		"  --listen SOCKET  where (/run/opendeur/voice.socket)\n"
		"  --output OUTPUT  alsa         the first sound card that opens (default)\n"
		"                   alsa:NAME    that one, by its ALSA name\n"
		"                   null         no sound, but its timing\n"
		"                   wav:FILE     into a file, as fast as it goes\n"
		"                   paced:FILE   into a file by the clock, and what\n"
		"                                happened when into FILE.log\n"
		"  --help           this text\n"
		"  --version        the version\n",
	.options = line,
};

/* A kernel without seccomp still has all the rest. */
static void close_the_cage(void)
{
	if (caged && !cage_close())
		log_error("seccomp is not available: %m");
}

static int run(const char *socket, struct output_choice *output)
{
	struct loop *loop = loop_new();
	struct server *server =
		loop_stop_on_signals(loop) ? server_new(loop, socket, output) : NULL;
	int code = server && loop_run(loop) ? EXIT_SUCCESS : EXIT_FAILURE;

	server_free(server);
	loop_free(loop);
	return code;
}

static int speak(const struct options *options)
{
	struct output_choice output = { OUTPUT_ALSA, "", 0 };

	if (!output_parse(options->output, &output))
		return command_wrong(&command, "that output is not known");
	close_the_cage();
	return output_prepare(&output) ? run(options->listen, &output)
								   : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
	struct options options = { mem_text("/run/opendeur/voice.socket"),
		mem_text("alsa") };
	int code;

	harden();
	wipe_json_start(); /* lines of JSON hold what residents hear */
	log_open("opendeur-voice");
	code = command_read(&command, &options, argc, argv, NULL);
	if (code == COMMAND_GO)
		code = speak(&options);
	command_clear(&command, &options);
	return code;
}

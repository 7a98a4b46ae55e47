/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-voice: speaks what it is told on a UNIX socket. */
#include <getopt.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <jansson.h>

#include "kiosk/voice/cage.h"
#include "kiosk/voice/server.h"
#include "lib/base/log.h"

enum { EXIT_USAGE = 2 };

/* The leak checker needs calls that the cage refuses. */
#ifdef __SANITIZE_ADDRESS__
static const bool caged = false;
#else
static const bool caged = true;
#endif

static const char usage[] =
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
	"  --version        the version\n";

struct options {
	const char *socket;
	struct output_choice output;
};

static int refuse(const char *what)
{
	fprintf(stderr, "opendeur-voice: %s\n%s", what, usage);
	return EXIT_USAGE;
}

static int tell_version(void)
{
	return printf("opendeur-voice %s%s\n", PACKAGE_VERSION,
			   caged ? "" : " (without its cage)") < 0;
}

/* NEGATIVE: go on; else the exit code. */
static int read_options(int argc, char **argv, struct options *options)
{
	static const struct option known[] = {
		{ "listen", required_argument, NULL, 'l' },
		{ "output", required_argument, NULL, 'o' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		if (c == 'l')
			options->socket = optarg;
		else if (c == 'o' && !output_parse(optarg, &options->output))
			return refuse("that output is not known");
		else if (c == 'h')
			return fputs(usage, stdout) < 0;
		else if (c == 'v')
			return tell_version();
		else if (c == '?')
			return EXIT_USAGE;
	}
	return optind < argc ? refuse("it takes no other words") : -1;
}

/* JSON lines hold what residents hear: nothing of it stays in freed memory. */
static void wipe_and_free(void *block)
{
	if (block)
		explicit_bzero(block, malloc_usable_size(block));
	free(block);
}

static void harden(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	json_set_alloc_funcs(malloc, wipe_and_free);
	/* A kernel without seccomp still has all the rest. */
	if (caged && !cage_close())
		log_error("seccomp is not available: %m");
}

int main(int argc, char **argv)
{
	struct options options = { .socket = "/run/opendeur/voice.socket",
		.output = { OUTPUT_ALSA, "", 0 } };
	int code = read_options(argc, argv, &options);
	struct loop *loop;
	struct server *server;

	if (code >= 0)
		return code;
	log_open("opendeur-voice");
	harden();
	if (!output_prepare(&options.output))
		return EXIT_FAILURE;
	loop = loop_new();
	server = loop_stop_on_signals(loop)
				 ? server_new(loop, options.socket, &options.output)
				 : NULL;
	code = server && loop_run(loop) ? EXIT_SUCCESS : EXIT_FAILURE;
	server_free(server);
	loop_free(loop);
	return code;
}

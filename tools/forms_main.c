/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-forms: what authors of forms do with them. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/log.h"
#include "tools/publish.h"

enum { EXIT_USAGE = 2 };

static const char help[] =
	"Usage: opendeur-forms publish FORMDIR... -o DIR [--strict]\n"
	"\n"
	"Makes of every form folder (form.json, service.json, LANG.po) the bundle\n"
	"DIR/SLUG.json, and of all of them DIR/catalogue.json. Prints name and\n"
	"version of each. What is wrong with a form, and which translations are\n"
	"left out, goes to standard error.\n"
	"\n"
	"  -o, --output DIR  where the bundles go; made when it is not there\n"
	"      --strict      a translation that is left out is a failure\n"
	"      --help        this text\n"
	"      --version     the version\n"
	"\n"
	"Exit codes: 0 done, 1 failure (nothing is written), 2 wrong usage.\n";

static int usage(const char *what)
{
	fprintf(stderr, "opendeur-forms: %s\nTry 'opendeur-forms --help'.\n", what);
	return EXIT_USAGE;
}

static const struct option options[] = {
	{ "output", required_argument, NULL, 'o' },
	{ "strict", no_argument, NULL, 's' },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'v' },
	{ 0 },
};

int main(int argc, char **argv)
{
	const char *output = NULL;
	bool strict = false;
	int c;

	log_open("opendeur-forms");
	while ((c = getopt_long(argc, argv, "o:", options, NULL)) != -1) {
		switch (c) {
		case 'o':
			output = optarg;
			break;
		case 's':
			strict = true;
			break;
		case 'h':
			fputs(help, stdout);
			return EXIT_SUCCESS;
		case 'v':
			puts("opendeur-forms " PACKAGE_VERSION);
			return EXIT_SUCCESS;
		default:
			return usage("an option that is not known");
		}
	}
	if (optind == argc || strcmp(argv[optind], "publish") != 0)
		return usage("say what to do: publish");
	if (optind + 1 == argc)
		return usage("no form folder is named");
	if (!output)
		return usage("no folder for the bundles is named (-o DIR)");
	return publish(argv + optind + 1, output, strict) ? EXIT_SUCCESS
													  : EXIT_FAILURE;
}

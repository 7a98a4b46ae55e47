/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-forms: what authors of forms do with them. */
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/command.h"
#include "lib/base/log.h"
#include "tools/publish.h"

struct orders {
	char *output;
	bool strict;
};

static const struct command_option options[] = {
	{ "output", 'o', COMMAND_TEXT, offsetof(struct orders, output) },
	{ "strict", 0, COMMAND_FLAG, offsetof(struct orders, strict) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-forms",
	.version = PACKAGE_VERSION,
	.help =
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
		"Exit codes: 0 done, 1 failure (nothing is written), 2 wrong usage.\n",
	.options = options,
};

static int follow(const struct orders *orders, struct command_words words)
{
	if (!words.n || strcmp(words.list[0], "publish") != 0)
		return command_wrong(&command, "say what to do: publish");
	if (words.n == 1)
		return command_wrong(&command, "no form folder is named");
	if (!orders->output)
		return command_wrong(
			&command, "no folder for the bundles is named (-o DIR)");
	return publish(words.list + 1, orders->output, orders->strict)
			   ? EXIT_SUCCESS
			   : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
	struct orders orders = { 0 };
	struct command_words words;
	int code;

	log_open("opendeur-forms");
	code = command_read(&command, &orders, argc, argv, &words);
	if (code == COMMAND_GO)
		code = follow(&orders, words);
	command_clear(&command, &orders);
	return code;
}

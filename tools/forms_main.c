/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-forms: what authors of forms do with them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/command.h"
#include "lib/base/log.h"
#include "lib/base/text.h"
#include "tools/check_forms.h"
#include "tools/diff.h"
#include "tools/folder.h"
#include "tools/import.h"
#include "tools/preview.h"
#include "tools/publish.h"
#include "tools/show.h"
#include "tools/translate.h"

struct orders {
	char *output, *format, *language;
	bool strict, check, again;
	struct command_words words; /* after the verb */
};

static const struct command_option options[] = {
	{ "output", 'o', COMMAND_TEXT, offsetof(struct orders, output) },
	{ "format", 0, COMMAND_TEXT, offsetof(struct orders, format) },
	{ "language", 0, COMMAND_TEXT, offsetof(struct orders, language) },
	{ "strict", 0, COMMAND_FLAG, offsetof(struct orders, strict) },
	{ "check", 0, COMMAND_FLAG, offsetof(struct orders, check) },
	{ "again", 0, COMMAND_FLAG, offsetof(struct orders, again) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-forms",
	.version = PACKAGE_VERSION,
	.help =
		"Usage: opendeur-forms import EXPORT.zip [-o DIR] [--check] [--again]\n"
		"       opendeur-forms check FORMDIR... [--format text|json|sarif]\n"
		"       opendeur-forms translate FORMDIR LANG\n"
		"       opendeur-forms show FORM [--format outline|mermaid|dot]\n"
		"                           [--language TAG]\n"
		"       opendeur-forms diff OLD NEW\n"
		"       opendeur-forms preview FORM [--language TAG] [--size SIZE]\n"
		"                              [--speech] [--plain]\n"
		"       opendeur-forms publish FORMDIR... -o DIR [--strict]\n"
		"\n"
		"A form is a folder: form.json, service.json, and LANG.po for each\n"
		"translation. FORM is such a folder, or a form.json, or a bundle.\n"
		"\n"
		"import     makes the folder DIR/SLUG of an export of Open Forms, and\n"
		"           tells of each question what was done to it\n"
		"check      tells what is wrong with forms, and how plain their Dutch is\n"
		"translate  writes or updates LANG.po, and tells what is missing\n"
		"show       tells what is asked, of whom, and what rules do\n"
		"diff       tells in words what changed from one FORM to another\n"
		"preview    is the form on this terminal as residents will see it; what\n"
		"           one changes in its files is seen at once\n"
		"publish    makes of every form the bundle DIR/SLUG.json, and of all of\n"
		"           them DIR/catalogue.json; prints name and version of each\n"
		"\n"
		"  -o, --output DIR   where it goes; made when it is not there\n"
		"      --check        only report: nothing is written\n"
		"      --again        write over the form.json of an earlier import\n"
		"      --format NAME  text for people, json, or sarif for editors; of show:\n"
		"                     outline for people, mermaid or dot for a picture\n"
		"      --language TAG in which language; Dutch (nl) when not said\n"
		"      --strict       a translation that is left out is a failure\n"
		"      --help         this text\n"
		"      --version      the version\n"
		"\n"
		"Exit codes: 0 done, 1 failure or something red, 2 wrong usage; of diff:\n"
		"0 the same, 1 different, 2 trouble.\n",
	.options = options,
};

static int usage(const char *what)
{
	return command_wrong(&command, what);
}

static int result(bool fine)
{
	return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int do_import(const struct orders *orders)
{
	const struct import_wish import = { orders->output, orders->check,
		orders->again };

	if (orders->words.n != 1)
		return usage("say which export to read, and one only");
	return result(import_export(orders->words.list[0], &import));
}

static int do_check(const struct orders *orders)
{
	enum check_format format = CHECK_TEXT;

	if (!orders->words.n)
		return usage("no form folder is named");
	if (orders->format && !check_format_named(orders->format, &format))
		return usage("the format is text, json or sarif");
	return result(check_forms(orders->words.list, format));
}

static int do_translate(const struct orders *orders)
{
	if (orders->words.n != 2)
		return usage("say which form folder, and into which language");
	if (!is_language_name(orders->words.list[1]))
		return usage("a language is called as in 'en' or 'zh-hans'; "
					 "Dutch (nl) is what is translated");
	return result(translate(orders->words.list[0], orders->words.list[1]));
}

/* "en-GB" is nothing but letters, digits and hyphens. */
static bool is_tag(const char *tag)
{
	return text_same(tag, "nl") || is_language_name(tag);
}

static int do_show(const struct orders *orders)
{
	const char *language = orders->language ? orders->language : "nl";
	enum show_format format = SHOW_OUTLINE;

	if (orders->words.n != 1)
		return usage("say which form to show, and one only");
	if (orders->format && !show_format_named(orders->format, &format))
		return usage("the format is outline, mermaid or dot");
	if (!is_tag(language))
		return usage("a language is called as in 'en' or 'zh-hans'");
	return result(show(orders->words.list[0], format, language));
}

static int do_diff(const struct orders *orders)
{
	if (orders->words.n != 2)
		return usage("say which two forms to compare: the old, the new");
	return (int)diff(orders->words.list[0], orders->words.list[1]);
}

static int do_publish(const struct orders *orders)
{
	if (!orders->words.n)
		return usage("no form folder is named");
	if (!orders->output)
		return usage("no folder for the bundles is named (-o DIR)");
	return result(publish(orders->words.list, orders->output, orders->strict));
}

static const struct verb {
	const char *name;
	bool output, format, language, strict, check,
		again; /* what it knows of options */
	int (*do_it)(const struct orders *orders);
} verbs[] = {
	{ .name = "import",
		.output = true,
		.check = true,
		.again = true,
		.do_it = do_import },
	{ .name = "check", .format = true, .do_it = do_check },
	{ .name = "translate", .do_it = do_translate },
	{ .name = "show", .format = true, .language = true, .do_it = do_show },
	{ .name = "diff", .do_it = do_diff },
	{ .name = "publish", .output = true, .strict = true, .do_it = do_publish },
};

static bool knows(const struct verb *verb, const struct orders *orders)
{
	return (verb->output || !orders->output) &&
		   (verb->format || !orders->format) &&
		   (verb->language || !orders->language) &&
		   (verb->strict || !orders->strict) &&
		   (verb->check || !orders->check) && (verb->again || !orders->again);
}

static int follow(struct orders *orders, struct command_words words)
{
	for (size_t i = 0; words.n && i < sizeof verbs / sizeof verbs[0]; i++) {
		if (strcmp(verbs[i].name, words.list[0]) != 0)
			continue;
		if (!knows(&verbs[i], orders))
			return usage("an option that says nothing to this command");
		orders->words = (struct command_words){ words.n - 1, words.list + 1 };
		return verbs[i].do_it(orders);
	}
	return usage(
		"say what to do: import, check, translate, show, diff, preview or publish");
}

int main(int argc, char **argv)
{
	struct orders orders = { 0 };
	struct command_words words;
	int code;

	log_open("opendeur-forms");
	/* A program of its own, as only it has a terminal; its options too. */
	if (argc > 1 && strcmp(argv[1], "preview") == 0)
		return preview_run(argv + 1);
	code = command_read(&command, &orders, argc, argv, &words);
	if (code == COMMAND_GO)
		code = follow(&orders, words);
	command_clear(&command, &orders);
	return code;
}

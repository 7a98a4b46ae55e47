/* SPDX-License-Identifier: EUPL-1.2 */
/* opendeur-preview: a form that is being written, as residents will see it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "kiosk/journey.h"
#include "kiosk/visit.h"
#include "lib/base/command.h"
#include "lib/base/file.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/seal/envelope.h"
#include "tools/preview/folder_service.h"
#include "tools/preview/voice_child.h"
#include "tools/programs.h"

struct orders {
	char *language, *size, *voice, *screens, *utterances;
	bool speech, plain;
	struct command_words words;
};

static const struct command_option line[] = {
	{ "language", 0, COMMAND_TEXT, offsetof(struct orders, language) },
	{ "size", 0, COMMAND_TEXT, offsetof(struct orders, size) },
	{ "voice", 0, COMMAND_TEXT, offsetof(struct orders, voice) },
	{ "screens", 0, COMMAND_TEXT, offsetof(struct orders, screens) },
	{ "utterances", 0, COMMAND_TEXT, offsetof(struct orders, utterances) },
	{ "speech", 0, COMMAND_FLAG, offsetof(struct orders, speech) },
	{ "plain", 0, COMMAND_FLAG, offsetof(struct orders, plain) },
	{ 0 },
};

static const struct command command = {
	.program = "opendeur-preview",
	.version = PACKAGE_VERSION,
	.help =
		"Usage: opendeur-preview FORM [--language TAG] [--size SIZE]\n"
		"                        [--speech] [--plain]\n"
		"\n"
		"The form on this terminal as residents will see it. FORM is a folder, a\n"
		"form.json or a bundle; what one changes in its files is seen at once, at\n"
		"the question where one is and with the answers so far. A mistake is told\n"
		"with its place, and the version before it stays. Nothing is ever sent.\n"
		"F10 ends it.\n"
		"\n"
		"  --language TAG     nl (when not said), or another one of the kiosk\n"
		"  --size SIZE        1, 1.5, 2 or 3; or normal, large, larger, largest\n"
		"  --speech           reads aloud, as the kiosk does\n"
		"  --plain            in the terminal's own letters\n"
		"  --voice SOCKET     of an opendeur-voice that runs already\n"
		"  --screens FILE     writes down what is shown, as JSON lines\n"
		"  --utterances FILE  and what is said\n"
		"  --help             this text\n"
		"  --version          the version\n"
		"\n"
		"Exit codes: 0 done, 1 failure, 2 wrong usage.\n",
	.options = line,
};

static int usage(const char *what)
{
	return command_wrong(&command, what);
}

/* "large" is what one says, 1.5 what the kiosk has. */
static const char *size_named(const char *name)
{
	static const struct {
		const char *name, *size;
	} sizes[] = { { "normal", "1" }, { "large", "1.5" }, { "larger", "2" },
		{ "largest", "3" }, { "1", "1" }, { "1.5", "1.5" }, { "2", "2" },
		{ "3", "3" } };

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		if (text_same(sizes[i].name, name))
			return sizes[i].size;
	}
	return NULL;
}

static int judge(const struct orders *orders)
{
	if (orders->words.n != 1)
		return usage("say which form to show, and one only");
	if (orders->size && !size_named(orders->size))
		return usage("the size is 1, 1.5, 2 or 3, or normal, large, larger or "
					 "largest");
	if (orders->language && !journey_language(orders->language))
		return usage("the kiosk does not speak that language");
	return COMMAND_GO;
}

/* As they are built the translations are beside the programs. */
static void find_translations(struct options *options)
{
	char *folder = beside_this_program("locale");

	if (file_exists(folder))
		mem_text_set(&options->locale_folder, folder);
	free(folder);
}

static void set_options(struct options *options, const struct orders *orders)
{
	const char *size = orders->size ? size_named(orders->size) : "1";

	*options = options_usual();
	options->testing = true; /* every screen says so */
	mem_text_set(
		&options->language, orders->language ? orders->language : "nl");
	mem_text_set(&options->size, size);
	mem_text_set(&options->renderer, orders->plain ? "plain" : "large");
	mem_text_set(&options->speech, orders->speech ? "on" : "off");
	if (orders->voice)
		mem_text_set(&options->voice, orders->voice);
	if (orders->screens)
		mem_text_set(&options->screens, orders->screens);
	if (orders->utterances)
		mem_text_set(&options->utterances, orders->utterances);
	find_translations(options);
}

/* Libraries write to standard error, right across the screen. */
static void keep_the_glass_clean(void)
{
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (nowhere >= 0 && isatty(STDERR_FILENO))
		dup2(nowhere, STDERR_FILENO);
}

static int run(const struct options *options, struct tried *tried)
{
	const struct visit_source source = { folder_open, tried, tried->slug };
	struct loop *loop = loop_new();
	struct visit *visit = NULL;
	int code = EXIT_FAILURE;

	if (seal_start() && loop_stop_on_signals(loop))
		visit = visit_new(loop, options, &source);
	if (visit && loop_run(loop))
		code = visit_exit_code(visit);
	visit_free(visit);
	loop_free(loop);
	return code;
}

static int preview(const struct orders *orders, struct tried *tried)
{
	struct voice_child voice = { 0 };
	struct options options;
	int code;

	set_options(&options, orders);
	if (orders->speech && !orders->voice && voice_child_start(&voice))
		mem_text_set(&options.voice, voice.socket);
	keep_the_glass_clean();
	code = run(&options, tried);
	voice_child_end(&voice);
	options_clear(&options);
	return code;
}

int main(int argc, char **argv)
{
	struct orders orders = { 0 };
	struct tried tried = { 0 };
	int code;

	log_open("opendeur-preview");
	code = command_read(&command, &orders, argc, argv, &orders.words);
	if (code == COMMAND_GO)
		code = judge(&orders);
	if (code == COMMAND_GO && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		code = usage("a preview needs a terminal");
	if (code == COMMAND_GO)
		code = tried_read(&tried, orders.words.list[0])
				   ? preview(&orders, &tried)
				   : EXIT_FAILURE;
	tried_clear(&tried);
	command_clear(&command, &orders);
	return code;
}

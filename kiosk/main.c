/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * opendeur: the screen of the kiosk, for one visit. Wires, runs, stops.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include "kiosk/options.h"
#include "kiosk/service_city.h"
#include "kiosk/visit.h"
#include "lib/base/fail.h"
#include "lib/base/harden.h"
#include "lib/base/log.h"
#include "lib/base/wipe_json.h"
#include "lib/seal/envelope.h"

enum { FAILED = 1, WRONG_USAGE = 2 };

static bool has_terminal(void)
{
	return (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) ||
		   fail("the kiosk needs a terminal");
}

/* Libraries write to standard error, right across the screen: where that is
 * the visitor's terminal it goes nowhere. */
static void keep_the_glass_clean(void)
{
	int nowhere;

	if (!isatty(STDERR_FILENO))
		return;
	nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (nowhere >= 0)
		dup2(nowhere, STDERR_FILENO);
}

static int run_visit(struct loop *loop, struct options *options)
{
	const struct visit_source city = { .open = city_open, .opener = options };
	struct visit *visit = visit_new(loop, options, &city);
	int code = FAILED;

	if (visit && loop_run(loop))
		code = visit_exit_code(visit);
	visit_free(visit);
	return code;
}

static int run(struct options *options)
{
	struct loop *loop = loop_new();
	int code = FAILED;

	if (seal_start() && loop_stop_on_signals(loop))
		code = run_visit(loop, options);
	loop_free(loop);
	return code;
}

int main(int argc, char **argv)
{
	struct options options;
	int code;

	harden();
	wipe_json_start();
	log_open("opendeur");
	code = options_read(&options, argc, argv);
	if (code == COMMAND_GO && has_terminal()) {
		keep_the_glass_clean();
		code = run(&options);
	} else if (code == COMMAND_GO) {
		code = WRONG_USAGE;
	}
	options_clear(&options);
	return code;
}

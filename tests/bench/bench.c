/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * `make bench`: the kiosk beside dialog, whiptail and w3m, all in turn in one
 * run, medians over the rounds. A figure alone says little on a shared machine:
 * the ratios to the peers do. A missing peer is a failure with its name.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/text.h"
#include "tests/bench/probe.h"
#include "tests/e2e/stage.h"

#define DOWN "\x1BOB"
#define UP   "\x1BOA"

enum { ROUNDS = 7, MOST_CASES = 10 };

struct measured {
	struct probe_case probe;
	struct probe_result rounds[ROUNDS];
	struct probe_result median;
	int n;
};

static const char *const moves[] = { DOWN, DOWN, UP, DOWN, UP, UP, DOWN, DOWN,
	UP, UP, NULL };
static const char *const letters[] = { "j", "a", "n", "s", "e", "n", "e", "n",
	NULL };
static const char *const tabs[] = { "\t", "\t", "\t", "\t", NULL };
static const char *const to_languages[] = { "\r", NULL };

#define MENU_ITEMS                                                             \
	"20|60|10|1|Nederlands|2|English|3|Turkce|4|Polski|5|Francais|6"           \
	"|Espanol|7|Deutsch"

static char page_path[256];

static bool write_page(const struct stage *stage)
{
	FILE *file;

	snprintf(page_path, sizeof page_path, "%s", stage_path(stage, "form.html"));
	file = fopen(page_path, "w");
	if (!file)
		return false;
	fputs("<html><body><h1>Extract</h1><form>", file);
	for (int i = 0; i < 8; i++)
		fprintf(file, "<p>Question %d <input name=f%d></p>", i, i);
	fputs("<input type=submit></form></body></html>", file);
	fclose(file);
	return true;
}

static const char *kiosk(const struct stage *stage, const char *renderer)
{
	return text_format("%s/opendeur|-c|%s|--link|%s|--voice|%s|--speech|off"
					   "|--renderer|%s",
		stage->build, stage_path(stage, "kiosk.conf"),
		stage_path(stage, "link.socket"), stage_path(stage, "voice.socket"),
		renderer);
}

static size_t make_cases(const struct stage *stage, struct measured *cases)
{
	static const struct {
		int rows, columns;
	} sizes[] = { { 60, 200 }, { 24, 80 } };
	size_t n = 0;

	for (size_t i = 0; i < 2; i++) {
		int rows = sizes[i].rows, columns = sizes[i].columns;

		cases[n++].probe = (struct probe_case){ "opendeur large",
			kiosk(stage, "large"), to_languages, moves, rows, columns };
		cases[n++].probe = (struct probe_case){ "opendeur plain",
			kiosk(stage, "plain"), to_languages, moves, rows, columns };
	}
	cases[n++].probe = (struct probe_case){ "dialog menu",
		"dialog|--menu|Choose your language|" MENU_ITEMS, NULL, moves, 24, 80 };
	cases[n++].probe = (struct probe_case){ "whiptail menu",
		"whiptail|--menu|Choose your language|" MENU_ITEMS, NULL, moves, 24,
		80 };
	cases[n++].probe = (struct probe_case){ "whiptail input",
		"whiptail|--inputbox|What is your name?|20|60", NULL, letters, 24, 80 };
	cases[n++].probe = (struct probe_case){ "w3m form",
		text_format("w3m|%s", page_path), NULL, tabs, 24, 80 };
	return n;
}

static double *field(struct probe_result *result, size_t i)
{
	double *const fields[] = { &result->start_ms, &result->start_bytes,
		&result->first_ms, &result->frame_ms, &result->key_bytes,
		&result->private_kb, &result->wakeups, &result->idle_bytes };

	return i < sizeof fields / sizeof fields[0] ? fields[i] : NULL;
}

static void take_medians(struct measured *measured)
{
	double values[ROUNDS];

	for (size_t i = 0; field(&measured->median, i); i++) {
		for (int round = 0; round < measured->n; round++)
			values[round] = *field(&measured->rounds[round], i);
		*field(&measured->median, i) =
			probe_median(values, (size_t)measured->n);
	}
}

static void print(const struct measured *m)
{
	const struct probe_result *r = &m->median;

	printf("%-15s %3dx%-3d %8.1f %8.0f %8.2f %8.2f %8.0f %9.2f %8.1f %6.0f\n",
		m->probe.name, m->probe.columns, m->probe.rows, r->start_ms,
		r->start_bytes, r->first_ms, r->frame_ms, r->key_bytes,
		r->private_kb / 1024, r->wakeups, r->idle_bytes);
}

static void print_ratios(
	const struct measured *ours, const struct measured *peer)
{
	printf("%s %dx%d / %s: start %.2f, key to frame %.2f, bytes a key %.2f, "
		   "memory %.2f\n",
		ours->probe.name, ours->probe.columns, ours->probe.rows,
		peer->probe.name, ours->median.start_ms / peer->median.start_ms,
		ours->median.frame_ms / peer->median.frame_ms,
		ours->median.key_bytes / peer->median.key_bytes,
		ours->median.private_kb / peer->median.private_kb);
}

static bool is_there(const char *program)
{
	char command[64];

	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	if (system(command) == 0)
		return true;
	fprintf(stderr, "bench: %s is missing\n", program);
	return false;
}

static bool open_stage(struct stage *stage)
{
	return is_there("dialog") && is_there("whiptail") && is_there("w3m") &&
		   stage_open(stage) && write_page(stage) &&
		   stage_start(stage, ACTOR_CENTRAL) &&
		   stage_start(stage, ACTOR_LINK) && stage_start(stage, ACTOR_VOICE) &&
		   stage_write_config(stage);
}

static void run_all(struct measured *cases, size_t n)
{
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < n; i++) {
			if (probe_run(&cases[i].probe, &cases[i].rounds[cases[i].n]))
				cases[i].n++;
			else
				fprintf(
					stderr, "bench: %s shows nothing\n", cases[i].probe.name);
		}
	}
}

int main(void)
{
	static struct measured cases[MOST_CASES];
	struct stage stage = { .build = getenv("builddir"),
		.source = getenv("srcdir"),
		.idle_seconds = 180 };
	size_t n;

	if (!stage.build || !stage.source || !open_stage(&stage))
		return 1;
	n = make_cases(&stage, cases);
	run_all(cases, n);
	puts("program          size   start/ms    bytes  key/ms  frame/ms  "
		 "bytes   private/MB wakeup/s idle B/s");
	for (size_t i = 0; i < n; i++) {
		take_medians(&cases[i]);
		print(&cases[i]);
	}
	for (size_t i = 0; i < 4; i++) {
		for (size_t peer = 4; peer < n; peer++)
			print_ratios(&cases[i], &cases[peer]);
	}
	stage_close(&stage);
	return 0;
}

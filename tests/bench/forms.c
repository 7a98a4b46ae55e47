/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * `make bench-forms`: what the engine of the forms costs, beside what jansson
 * takes for the same bytes, in turn in one run; medians. The forms are made
 * here: 300 questions, and 100 questions under 200 rules.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kiosk/link/cache.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/check.h"
#include "lib/forms/form_file.h"
#include "lib/ui/large.h"
#include "lib/ui/plain.h"
#include "tests/bench/made.h"
#include "tests/folder.h"
#include "tests/golden/play.h"

enum { ROUNDS = 41, QUESTIONS = 300, ASKED = 100, RULES = 200, FORMS = 1000 };

static const struct date today = { 2026, 11, 25 };

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values)
{
	qsort(values, ROUNDS, sizeof *values, by_size);
	return values[ROUNDS / 2];
}

static struct form *load(const char *bytes, size_t size)
{
	struct form_fault fault = { 0 };
	struct form *form = form_load(bytes, size, "nl", &fault);

	if (!form) {
		fprintf(stderr, "bench: %s\n", fault.text);
		exit(1);
	}
	return form;
}

static struct answers *answered(const struct form *form)
{
	struct answers *answers = answers_new();

	answers_dated(answers, today);
	for (size_t i = 0; i < form->n_components; i++) {
		const struct component *component = &form->components[i];
		json_t *value =
			component->type == COMPONENT_NUMBER ? json_integer(3)
			: component->type == COMPONENT_CHECKBOX
				? json_true()
				: json_string(
					  component->type == COMPONENT_DATE ? "2000-02-29" : "ja");

		answers_put(answers, component->key, value);
	}
	return answers;
}

/* --- what is measured --- */

static void tell(const char *what, double ms, double goal)
{
	printf("%-52s %8.3f ms", what, ms);
	if (goal > 0)
		printf("  (goal %.1f: %s)", goal, ms <= goal ? "met" : "not met");
	puts("");
}

static void bench_load(void)
{
	json_t *bundle = bench_bundle(QUESTIONS, 0);
	size_t size;
	char *bytes = bundle_bytes(bundle, &size);
	double ours[ROUNDS], peers[ROUNDS], mine, peer;

	for (int i = 0; i < ROUNDS; i++) {
		double begun = now_ms();
		struct form *form = load(bytes, size);
		struct answers *answers = answers_new();

		evaluation_free(evaluate(form, answers, today));
		ours[i] = now_ms() - begun;
		answers_free(answers);
		form_free(form);
		begun = now_ms();
		json_decref(json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL));
		peers[i] = now_ms() - begun;
	}
	mine = median(ours);
	peer = median(peers);
	tell("300 questions: read, and what is seen first", mine, 0);
	tell("the same bytes by jansson alone", peer, 0);
	printf("%-52s %8.2f\n", "ratio", mine / peer);
	free(bytes);
	json_decref(bundle);
}

/* That the rules did something. */
static void tell_effect(const struct form *form, const struct answers *answers)
{
	struct evaluation *evaluation = evaluate(form, answers, today);
	int required = 0, filled = 0;

	for (size_t i = 0; i < form->n_components; i++) {
		required += evaluation->components[i].limits.required;
		filled += strstr(evaluation->components[i].label.text, " 4 ") != NULL;
	}
	printf("of %zu questions rules made %d required, and %d show a sum\n",
		form->n_components, required, filled);
	evaluation_free(evaluation);
}

static void bench_rules(void)
{
	json_t *bundle = bench_bundle(ASKED, RULES);
	json_t *asked = json_object_get(
		json_array_get(
			json_object_get(json_object_get(bundle, "form"), "steps"), 0),
		"configuration");
	size_t size, at;
	json_t *each;
	char *bytes;
	struct form *form;
	struct answers *answers;
	double ours[ROUNDS], checks[ROUNDS];

	/* What rules reckon is shown, or they need not be followed. */
	json_array_foreach(json_object_get(asked, "components"), at, each)
	{
		char *label = text_format("Dat is {{ som%zu }} euro", at % 10);

		json_object_set_new(each, "label", json_string(label));
		json_object_del(each, "validate");
		free(label);
	}
	bytes = bundle_bytes(bundle, &size);
	form = load(bytes, size);
	answers = answered(form);
	tell_effect(form, answers);
	for (int i = 0; i < ROUNDS; i++) {
		double begun = now_ms();
		struct problem *problems;

		evaluation_free(evaluate(form, answers, today));
		ours[i] = now_ms() - begun;
		begun = now_ms();
		check_answers(form, answers, today, &problems);
		checks[i] = now_ms() - begun;
		free(problems);
	}
	tell("200 rules and 100 questions: a press", median(ours), 1);
	tell("the same with all answers checked", median(checks), 0);
	answers_free(answers);
	form_free(form);
	free(bytes);
	json_decref(bundle);
}

/* --- the first screen, and the list of services --- */

static double show(struct renderer *renderer, const struct screen *screen)
{
	double values[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		struct screen now = { 0 };
		double begun = now_ms();

		screen_copy(&now, screen);
		renderer->fit(renderer, &now);
		renderer->show(renderer, NULL, &now);
		values[i] = now_ms() - begun;
		screen_clear(&now);
	}
	return median(values);
}

static void show_both(const struct screen *screen, const char *what)
{
	struct large_options options = { .mosaic = MOSAIC_SEXTANT };
	struct renderer *large = large_new(&options, 60, 200);
	struct renderer *plain = plain_new(24, 80);
	char *line = text_format("%s: drawn, 200x60", what);

	tell(line, show(large, screen), 0);
	free(line);
	line = text_format("%s: plain, 80x24", what);
	tell(line, show(plain, screen), 0);
	free(line);
	large->free(large);
	plain->free(plain);
}

/* From the press that starts the form to the screen that has its first
 * question, once a visit. */
static double start_form(const char *bundle)
{
	struct player player = { .outcome = OUTCOME_KEPT };
	double begun, taken;

	if (!player_begin(&player, getenv("builddir"), "nl") ||
		!player_offer(&player, bundle) || !play_start(&player, "nl"))
		exit(1);
	begun = now_ms();
	if (!player_press(&player, "service:meting") ||
		!player_press(&player, "start"))
		exit(1);
	taken = now_ms() - begun;
	player_end(&player);
	return taken;
}

static void bench_first_screen(void)
{
	json_t *bundle = bench_bundle(QUESTIONS, 0);
	struct player player = { .outcome = OUTCOME_KEPT };
	double values[ROUNDS];
	size_t size;
	char *bytes;

	json_object_set_new(bundle, "service",
		json_pack("{s:i, s:s, s:i, s:s, s:s}", "v", 1, "slug", "meting",
			"order", 1, "category", "Proef", "summary", "Om te meten."));
	bytes = bundle_bytes(bundle, &size);
	for (int i = 0; i < ROUNDS; i++)
		values[i] = start_form(bytes);
	tell("300 questions: press to page and first question", median(values), 0);
	if (player_begin(&player, getenv("builddir"), "nl") &&
		player_offer(&player, bytes) && play_start(&player, "nl") &&
		player_press(&player, "service:meting") &&
		player_press(&player, "start"))
		show_both(player_screen(&player), "its first question");
	player_end(&player);
	free(bytes);
	json_decref(bundle);
}

static void fill_cache(const char *state)
{
	struct cache *cache = cache_open(state);
	json_t *products = json_array(), *bundle = bench_bundle(20, 5);
	struct cached document = { .etag = mem_text("\"1\""), .fresh = 1 };
	char version[65], *bytes;
	size_t size;

	for (int i = 0; i < FORMS; i++)
		json_array_append_new(products, bench_product(i));
	document.bytes = json_dumps(products, JSON_COMPACT);
	document.size = strlen(document.bytes);
	bytes = bundle_bytes(bundle, &size);
	bundle_version(bundle, version);
	if (!cache || !cache_put_document(cache, "catalogue", &document))
		exit(1);
	for (int i = 0; i < FORMS; i++)
		cache_put_bundle(cache,
			json_string_value(
				json_object_get(json_array_get(products, (size_t)i), "slug")),
			version, bytes, size);
	cached_clear(&document);
	free(bytes);
	json_decref(products);
	json_decref(bundle);
	cache_close(cache);
}

/* What link reads and the screen makes of it. */
static void read_offers(const char *state, double *reads, double *offers)
{
	double begun = now_ms();
	struct cache *cache = cache_open(state);
	struct cached document;
	struct catalogue catalogue;
	json_t *products;

	if (!cache || !cache_document(cache, "catalogue", &document))
		exit(1);
	*reads = now_ms() - begun;
	begun = now_ms();
	products = json_loadb(document.bytes, document.size, 0, NULL);
	offers_read(&catalogue, products, "nl");
	*offers = now_ms() - begun;
	if (catalogue.n_entries != FORMS)
		exit(1);
	offers_clear(&catalogue);
	json_decref(products);
	cached_clear(&document);
	cache_close(cache);
}

static void bench_catalogue(void)
{
	char state[] = "/tmp/bench-forms-XXXXXX";
	double reads[ROUNDS], offers[ROUNDS];

	if (!mkdtemp(state))
		exit(1);
	fill_cache(state);
	for (int i = 0; i < ROUNDS; i++)
		read_offers(state, &reads[i], &offers[i]);
	tell("1,000 forms in the cache: opened and listed", median(reads), 0);
	tell("the list as what is offered", median(offers), 0);
	folder_remove(state);
}

int main(void)
{
	bench_load();
	bench_rules();
	bench_first_screen();
	bench_catalogue();
	return 0;
}

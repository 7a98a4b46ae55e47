/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kiosk/letters.h"
#include "kiosk/visit_state.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/form_file.h"

enum { LONG_MS = 2500 };

void visit_translate_offers(struct visit *visit)
{
	struct catalogue old = visit->catalogue;

	offers_read(&visit->catalogue, visit->products, visit->journey.language);
	visit_do(visit, journey_got_catalogue(&visit->journey, &visit->catalogue));
	offers_clear(&old);
}

static void catalogue_came(void *owner, const json_t *products)
{
	struct visit *visit = owner;

	visit->opening = false;
	if (!products && visit->products)
		return; /* what we have stays good */
	json_decref(visit->products);
	visit->products = json_deep_copy(products);
	visit_translate_offers(visit);
}

/* The form at hand in the visitor's language, or why not. */
static void give_form(struct visit *visit)
{
	struct form_fault fault = { 0 };
	/* Its version is the hash of its canonical bytes, made again here: what was
	 * changed on the way does not pass for a version. */
	struct form *form =
		form_from_json(visit->bundle, NULL, visit->journey.language, &fault);

	if (form) {
		visit_do(visit, journey_got_form(&visit->journey, form));
	} else {
		fail("form %s: %s", visit->journey.slug,
			fault.text ? fault.text : "cannot be read");
		visit_do(visit, journey_no_form(&visit->journey));
	}
	free(fault.text);
}

void visit_translate_form(struct visit *visit)
{
	if (visit->bundle && visit->journey.draft)
		give_form(visit);
}

/* The slip is in Dutch beneath, for who reads it at the counter. */
static void load_in_dutch(struct visit *visit)
{
	struct form_fault fault = { 0 };

	form_free(visit->form_dutch);
	visit->form_dutch = form_from_json(visit->bundle, NULL, "nl", &fault);
	visit->around.form_dutch = visit->form_dutch;
	free(fault.text);
}

static void form_came(void *owner, const char *slug, const json_t *bundle)
{
	struct visit *visit = owner;

	if (strcmp(slug, visit->journey.slug) != 0)
		return; /* the visitor went on to another */
	if (!bundle) {
		visit_do(visit, journey_no_form(&visit->journey));
		return;
	}
	json_decref(visit->bundle);
	visit->bundle = json_deep_copy(bundle);
	load_in_dutch(visit);
	give_form(visit);
}

static void takes_long(void *owner)
{
	struct visit *visit = owner;

	visit_do(visit, journey_progress(&visit->journey, PROGRESS_LONG));
}

static void sent_came(void *owner, const char *id, enum sent sent)
{
	static const enum outcome outcomes[] = {
		[SENT_RECEIVED] = OUTCOME_RECEIVED,
		[SENT_KEPT] = OUTCOME_KEPT,
		[SENT_NOT_KEPT] = OUTCOME_NOT_KEPT,
	};
	struct visit *visit = owner;
	char reference[SEAL_REFERENCE_SIZE] = "";

	if (strcmp(id, visit->letter_id) != 0)
		return;
	loop_after(visit->loop, -1, takes_long, visit);
	seal_reference(id, reference);
	visit_do(visit, journey_sent(&visit->journey, outcomes[sent], reference));
	if (sent != SENT_NOT_KEPT) {
		free(visit->letter_answers);
		visit->letter_answers = NULL;
	}
}

static void helped_came(void *owner, bool told)
{
	struct visit *visit = owner;

	visit_do(visit, journey_people_called(&visit->journey, told));
}

static void waiting_came(void *owner, const json_t *waiting)
{
	struct visit *visit = owner;
	size_t n = json_array_size(waiting);
	struct waiting *list = mem_new(n, sizeof *list);

	for (size_t i = 0; i < n; i++) {
		const json_t *row = json_array_get(waiting, i);
		const char *reference =
			json_string_value(json_object_get(row, "reference"));

		snprintf(list[i].reference, sizeof list[i].reference, "%s",
			reference ? reference : "");
		list[i].state =
			text_same(json_string_value(json_object_get(row, "state")), "held")
				? "held"
				: "queued";
	}
	free(visit->waiting);
	visit->waiting = list;
	visit->around.waiting = list;
	visit->around.n_waiting = n;
	visit->around.waiting_known = waiting != NULL;
	visit->dirty = true;
}

static void previous_came(void *owner, const char *ending, int seconds)
{
	enum { SHOWN_SECONDS = 300 };
	struct visit *visit = owner;

	if (seconds >= SHOWN_SECONDS)
		return;
	visit->journey.previous =
		text_same(ending, "idle-unsent") ? ENDING_IDLE_UNSENT
		: text_same(ending, "idle-sent") ? ENDING_IDLE_SENT
										 : ENDING_NONE;
	loop_after(visit->loop, (SHOWN_SECONDS - seconds) * 1000L,
		visit_forget_previous, visit);
	visit->dirty = true;
}

void visit_forget_previous(void *owner)
{
	struct visit *visit = owner;

	journey_forget_previous(&visit->journey);
	visit->dirty = true;
}

/* It stands on the first page of the screen; once it is gone one is back at
 * what is asked. */
static void mistake_came(void *owner, const char *text)
{
	struct visit *visit = owner;

	if (text_same(visit->mistake, text))
		return;
	visit->pages.page = 0;
	if (text_empty(text))
		journey_focus(&visit->journey, visit->pages.focus);
	visit->follow = text_empty(text);
	mem_text_set(&visit->mistake, text);
	visit->around.mistake = visit->mistake;
	visit->dirty = true;
}

bool visit_open_city(struct visit *visit)
{
	static const struct service_events events = {
		.catalogue = catalogue_came,
		.form = form_came,
		.sent = sent_came,
		.helped = helped_came,
		.waiting = waiting_came,
		.previous = previous_came,
		.mistake = mistake_came,
	};
	const struct visit_source *source = visit->source;

	visit->service = source->open(source->opener, visit->loop, &events, visit);
	if (!visit->service)
		return false;
	service_start(visit->service);
	if (source->trial)
		visit_do(visit, journey_try(&visit->journey, source->trial));
	return true;
}

/* The same answers go out again under the same id, so that a second try of what
 * perhaps was kept is no second request. */
static void choose_id(struct visit *visit)
{
	const struct draft *draft = visit->journey.draft;
	json_t *data = draft_data(draft);
	char *answers = json_dumps(
		data, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(15));

	json_decref(data);
	if (!text_same(answers, visit->letter_answers) || !visit->letter_id[0])
		seal_new_id(visit->letter_id);
	free(visit->letter_answers);
	visit->letter_answers = answers;
}

void visit_send(struct visit *visit)
{
	char *when = clock_iso(time(NULL));
	struct letter letter = { .id = visit->letter_id };
	char *inside;

	choose_id(visit);
	inside = letter_submission(&visit->journey, visit->letter_id, when);
	letter.form = visit->journey.draft->form->slug;
	letter.version = visit->journey.draft->form->version;
	letter.inside = inside;
	loop_after(visit->loop, LONG_MS, takes_long, visit);
	service_send(visit->service, &letter);
	seal_wipe(inside, strlen(inside));
	free(inside);
	free(when);
}

void visit_rate(struct visit *visit)
{
	static const char no_version[] =
		"0000000000000000000000000000000000000000000000000000000000000000";
	char id[SEAL_ID_SIZE];
	char *when = clock_iso(time(NULL));
	struct letter letter = { id, "waardering", no_version, NULL };
	char *inside;

	seal_new_id(id);
	inside = letter_rating(&visit->journey, id, when);
	letter.inside = inside;
	service_rate(visit->service, &letter);
	seal_wipe(inside, strlen(inside));
	free(inside);
	free(when);
}

void visit_call_people(struct visit *visit)
{
	json_t *call = json_pack("{ss ss ss}", "language", visit->journey.language,
		"kind", "bezoeker", "place", visit->options->place);

	service_call_help(visit->service, call);
	json_decref(call);
}

void visit_close_city(struct visit *visit)
{
	loop_after(visit->loop, -1, takes_long, visit);
	loop_after(visit->loop, -1, visit_forget_previous, visit);
	service_free(visit->service);
	json_decref(visit->products);
	json_decref(visit->bundle);
	if (visit->letter_answers)
		seal_wipe(visit->letter_answers, strlen(visit->letter_answers));
	free(visit->letter_answers);
	free(visit->waiting);
	free(visit->mistake);
	form_free(visit->form_dutch);
	offers_clear(&visit->catalogue);
}

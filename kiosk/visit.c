/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/visit.h"

#include <poll.h>
#include <stdlib.h>

#include "kiosk/visit_state.h"
#include "lib/base/clock.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* Attract says its sentence so often at most, also over visits: the first comes
 * after this time. */
enum { ATTRACT_MS = 60000 };

/* Link knows the catalogue at once; after this time the screen says that there
 * is none yet. */
enum { OPENING_MS = 500 };

static void hand_over(void *owner, const struct utterance *utterance)
{
	struct visit *visit = owner;

	visit->said = true;
	records_utterance(&visit->records, utterance);
	announcer_say(visit->announcer, utterance);
	visit_activity_changed(visit);
}

static void voice_changed(void *owner, bool present)
{
	struct visit *visit = owner;

	visit->journey.voice = present;
	visit->around.no_voice = !present;
	visit->dirty = true;
	/* One that comes after the first screen tells it all the same. */
	visit->whole |= present && !visit->said;
	visit_activity_changed(visit);
}

static void fell_quiet(void *owner)
{
	visit_activity_changed(owner);
}

static void attract_speaks(void *owner)
{
	struct visit *visit = owner;

	if (visit->shown.still) {
		visit->repeat = visit->dirty = true;
		loop_after(visit->loop, ATTRACT_MS, attract_speaks, visit);
	}
}

static void opening_ends(void *owner)
{
	struct visit *visit = owner;

	visit->opening = false;
}

static void set_around(struct visit *visit)
{
	const struct options *options = visit->options;
	struct surroundings *around = &visit->around;

	around->kiosk = options->place;
	around->desk = around->desk_dutch = options->desk;
	around->desk_language = "nl";
	around->desk_until = options->staffed_until;
	around->phone = options->phone;
	around->staff_hint = options->testing ? options->staff_pin : "";
	around->testing = options->testing;
	around->no_voice = true; /* until it says that it is ready */
}

static void begin_journey(struct visit *visit)
{
	const struct options *options = visit->options;
	struct journey *journey = &visit->journey;

	journey_init(journey, *options->language ? options->language : "nl");
	journey->today = date_today();
	journey->idle_seconds = options->idle_seconds;
	journey->n_sizes = glass_sizes(visit->glass);
	journey->size = options_size_step(options);
	if (journey->size >= journey->n_sizes)
		journey->size = journey->n_sizes - 1;
	if (text_same(options->speech, "on"))
		journey->speech = SPEECH_ON;
	else if (text_same(options->speech, "off"))
		journey->speech = SPEECH_OFF;
	glass_set_size(visit->glass, journey->size);
	glass_set_colours(visit->glass, journey->colours);
}

static bool open_parts(struct visit *visit)
{
	static const struct announcer_events voice_events = {
		.voice = voice_changed,
		.quiet = fell_quiet,
	};
	const struct options *options = visit->options;

	if (!records_open(&visit->records, options->screens, options->utterances))
		return false;
	translate_open(options->locale_folder);
	if (*options->keymap)
		visit->keymap = keymap_read(options->keymap);
	visit->glass = glass_open(options);
	if (!visit->glass)
		return false;
	visit->speech = speech_new(hand_over, visit);
	visit->announcer =
		announcer_new(visit->loop, options->voice, &voice_events, visit);
	visit->guard.guard_ms = options->guard_ms;
	return true;
}

struct visit *visit_new(struct loop *loop, const struct options *options,
	const struct visit_source *source)
{
	struct visit *visit = mem_new(1, sizeof *visit);

	visit->options = options;
	visit->source = source;
	visit->loop = loop;
	set_around(visit);
	if (!open_parts(visit)) {
		visit_free(visit);
		return NULL;
	}
	begin_journey(visit);
	idle_reset(&visit->idle, clock_ms());
	visit_do(visit, EFFECT_MOVED | EFFECT_LANGUAGE);
	if (!visit_open_city(visit)) {
		visit_free(visit);
		return NULL;
	}
	loop_watch(loop, glass_fd(visit->glass), POLLIN, visit_read_keys, visit);
	loop_watch(
		loop, glass_size_fd(visit->glass), POLLIN, visit_read_keys, visit);
	loop_idle(loop, visit_turn, visit);
	loop_after(loop, ATTRACT_MS, attract_speaks, visit);
	visit->opening = true;
	loop_after(loop, OPENING_MS, opening_ends, visit);
	return visit;
}

int visit_exit_code(const struct visit *visit)
{
	return visit->exit_code;
}

void visit_free(struct visit *visit)
{
	if (!visit)
		return;
	visit_close_city(visit);
	announcer_free(visit->announcer);
	if (visit->speech)
		visit->speech->free(visit->speech);
	screen_clear(&visit->shown);
	journey_clear(&visit->journey);
	if (visit->glass) {
		loop_watch(visit->loop, glass_fd(visit->glass), 0, NULL, NULL);
		loop_watch(visit->loop, glass_size_fd(visit->glass), 0, NULL, NULL);
		glass_close(visit->glass);
	}
	keymap_free(visit->keymap);
	records_close(&visit->records);
	free(visit);
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of the ways: what one can do, said as one would say it, or as who
 * made the form says it. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/lend.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static const struct {
	enum place_kind place; /* N_PLACES: wherever it is offered */
	const char *key, *label;
} labels[] = {
	{ PLACE_ATTRACT, "start", N_("Begin") },
	{ PLACE_NO_SERVICES, "staff", N_("For staff only") },
	{ PLACE_GREETING, "yes", N_("Yes, go on") },
	{ PLACE_READABLE, "yes", N_("Yes") },
	{ PLACE_READABLE, "larger", N_("No, make the letters larger") },
	{ PLACE_ALOUD, "yes", N_("Yes, read aloud") },
	{ PLACE_ALOUD, "no", N_("No, I read it myself") },
	{ PLACE_HOME, "more", N_("More") },
	{ PLACE_HOME, "earlier", N_("Back to the start of the list") },
	{ PLACE_CATEGORY, "more", N_("More") },
	{ PLACE_CATEGORY, "back", N_("Back to all subjects") },
	{ PLACE_NOT_HERE, "back", N_("Back to the list") },
	{ PLACE_SERVICE, "start", N_("Start now") },
	{ PLACE_SERVICE, "back", N_("Back to the list") },
	{ PLACE_PAGE, "next", N_("Go on") },
	{ PLACE_PAGE, "back", N_("Back to the page before") },
	{ PLACE_QUESTION, "next", N_("Go on") },
	{ PLACE_QUESTION, "help", N_("Help with this question") },
	{ PLACE_QUESTION, "back", N_("Back to the page before") },
	{ PLACE_QUESTION, "more", N_("More answers") },
	{ PLACE_QUESTION, "earlier", N_("Earlier answers") },
	{ PLACE_ROWS, "add", N_("Add one") },
	{ PLACE_ROWS, "next", N_("Go on") },
	{ PLACE_ROWS, "help", N_("Help with this question") },
	{ PLACE_ROWS, "back", N_("Back to the page before") },
	{ PLACE_ROW, "ready", N_("This is right, back to the list") },
	{ PLACE_ROW, "remove", N_("Remove this") },
	{ PLACE_REMOVE, "no", N_("No, keep it") },
	{ PLACE_REMOVE, "yes", N_("Yes, remove it") },
	{ PLACE_BLOCKED, "change", N_("Change my answers") },
	{ PLACE_BLOCKED, "another", N_("Arrange something else") },
	{ PLACE_CHECK, "next", N_("Everything is right, go on") },
	{ PLACE_CHECK, "back", N_("Back to the last question") },
	{ PLACE_STATEMENTS, "next", N_("Go on") },
	{ PLACE_STATEMENTS, "back", N_("Back to my answers") },
	{ PLACE_SEND, "look", N_("Look at my answers again") },
	{ PLACE_SEND, "anew", N_("Begin again") },
	{ PLACE_SEND, "send", N_("Send my request") },
	{ PLACE_DONE, "finish", N_("I am done") },
	{ PLACE_DONE, "another", N_("Arrange something else") },
	{ PLACE_DONE, "again", N_("Hear it again") },
	{ PLACE_DONE, "print", N_("Print this page") },
	{ PLACE_NOT_KEPT, "look", N_("Look at my answers again") },
	{ PLACE_NOT_KEPT, "retry", N_("Send my request again") },
	{ PLACE_RATING, "skip", N_("Skip this question") },
	{ PLACE_RATING, "face:1", N_("Very bad") },
	{ PLACE_RATING, "face:2", N_("Bad") },
	{ PLACE_RATING, "face:3", N_("Not good and not bad") },
	{ PLACE_RATING, "face:4", N_("Good") },
	{ PLACE_RATING, "face:5", N_("Very good") },
	{ PLACE_COMMENT, "next", N_("Go on") },
	{ PLACE_GOODBYE, "finish", N_("Close this screen") },
	{ PLACE_MENU, "help", N_("Help with this screen") },
	{ PLACE_MENU, "size", N_("Larger or smaller letters") },
	{ PLACE_MENU, "speech", N_("Read aloud") },
	{ PLACE_MENU, "repeat", N_("Hear it again") },
	{ PLACE_MENU, "colours", N_("Other colours") },
	{ PLACE_MENU, "stop", N_("Stop") },
	{ PLACE_HELP, "how", N_("How this machine works") },
	{ PLACE_STOP, "no", N_("No, go on") },
	{ PLACE_STOP, "yes", N_("Yes, stop") },
	{ PLACE_IDLE, "again", N_("Hear the question again") },
	{ PLACE_IDLE, "go-on", N_("Yes, go on") },
	{ PLACE_IDLE, "more-time", N_("Yes, and give me more time") },
	{ PLACE_IDLE, "new", N_("I just arrived: new visit") },
	{ PLACE_PIN, "next", N_("Go on") },
	{ PLACE_STAFF, "end", N_("End this visit") },
	{ PLACE_STAFF, "leave", N_("Close the program") },
	{ PLACE_STAFF_END, "no", N_("No, back") },
	{ PLACE_STAFF_END, "yes", N_("Yes, wipe the answers") },
	{ N_PLACES, "return", N_("Back to where you were") },
	{ N_PLACES, "back", N_("Back") },
	{ N_PLACES, "people", N_("Help from an employee") },
	{ N_PLACES, "more", N_("More") },
	{ N_PLACES, "earlier", N_("Earlier in the list") },
};

const char *way_label(enum place_kind place, const char *key)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if ((labels[i].place == place || labels[i].place == N_PLACES) &&
			text_same(labels[i].key, key))
			return _(labels[i].label);
	return NULL;
}

/* At the first question of a step the step's word for going back, at the last
 * one that for going on. */
static const struct phrase *step_word(const struct scene *scene, bool onward)
{
	const struct draft *draft = journey_asked(scene->journey);
	const struct component *at = journey_component(scene->journey);
	const struct step *step;
	bool at_edge = true;
	size_t n;
	const struct component **list;

	if (!at || draft->outer)
		return NULL;
	list = draft_questions(draft, &n);
	for (size_t i = 0; i < n; i++)
		if (list[i]->step == at->step && (onward ? list[i] > at : list[i] < at))
			at_edge = false;
	free(list);
	step = &draft->form->steps[at->step];
	return at_edge ? (onward ? &step->next : &step->previous) : NULL;
}

/* Of who made the form: literals of Open Forms. */
static const struct {
	enum place_kind place;
	const char *key;
	size_t offset; /* of a phrase in a form */
} literals[] = {
	{ PLACE_SERVICE, "start", offsetof(struct form, begin) },
	{ PLACE_BLOCKED, "change", offsetof(struct form, change) },
	{ PLACE_CHECK, "back", offsetof(struct form, previous) },
	{ PLACE_SEND, "send", offsetof(struct form, confirm) },
};

static const struct phrase *literal(const struct scene *scene, const char *key)
{
	enum place_kind kind = journey_place(scene->journey)->kind;
	const char *form = (const char *)scene_form(scene);

	for (size_t i = 0; i < sizeof(literals) / sizeof(*literals); i++)
		if (literals[i].place == kind && text_same(literals[i].key, key))
			return (
				const struct phrase *)(const void *)(form + literals[i].offset);
	return NULL;
}

static const struct phrase *own_word(const struct scene *scene, const char *key)
{
	enum place_kind kind = journey_place(scene->journey)->kind;
	bool onward = text_same(key, "next");

	if (kind == PLACE_ROWS && text_same(key, "add"))
		return &journey_component(scene->journey)->repeat->add;
	if (kind == PLACE_ROW && text_same(key, "remove"))
		return &draft_grid(journey_asked(scene->journey))->repeat->remove;
	if ((kind == PLACE_QUESTION || kind == PLACE_ROWS) &&
		(onward || text_same(key, "back")))
		return step_word(scene, onward);
	return literal(scene, key);
}

/* Ours, where it depends on more than the place. */
static const char *word_now(const struct scene *scene, const char *key)
{
	const struct place *place = journey_place(scene->journey);

	if (text_same(key, "show") && place->kind == PLACE_QUESTION)
		return place->shown ? _("Hide my answer") : _("Show my answer");
	if (text_same(key, "show"))
		return place->shown ? _("Hide hidden answers again")
							: _("Show hidden answers");
	if (place->kind == PLACE_ROWS && text_same(key, "add") &&
		draft_n_rows(
			journey_asked(scene->journey), journey_component(scene->journey)))
		return _("Add another one");
	return way_label(place->kind, key);
}

void way_words(const struct scene *scene, const char *key, struct phrase *out)
{
	const struct phrase *own = own_word(scene, key);
	const char *ours;

	if (own && !text_empty(own->text)) {
		*out = *own;
		return;
	}
	ours = word_now(scene, key);
	*out = (struct phrase){ .text = lend(ours ? ours : key) };
	snprintf(out->language, sizeof(out->language), "%s", translate_language());
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Over the flow: menu, help, people, stop and the warning. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* Which printed key does the same, shown here only. */
static const char *key_of(const struct key_names *keys, const char *way)
{
	const struct {
		const char *way, *name;
	} names[] = {
		{ "help", keys->help },
		{ "language", keys->language },
		{ "size", keys->size },
		{ "speech", keys->speech },
		{ "repeat", keys->repeat },
		{ "colours", keys->colours },
		{ "people", keys->people },
		{ "stop", keys->stop },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (text_same(names[i].way, way))
			return names[i].name;
	return NULL;
}

static char *state_of(const struct journey *journey, const char *way)
{
	if (text_same(way, "size"))
		return text_format(
			_("Size %1$d of %2$d"), journey->size + 1, journey->n_sizes);
	if (text_same(way, "colours"))
		return mem_text(colours_name(journey->colours));
	if (text_same(way, "speech"))
		return mem_text(journey_speaks(journey) ? _("On") : _("Off"));
	return mem_text("");
}

void scene_menu(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	char *words = scene_language_words();

	scene_title(scene, _("Help, language, larger, read aloud, stop"));
	for (size_t i = 0; i < n; i++) {
		const char *key = key_of(&scene->around->keys, ways[i].key);
		char *state = state_of(scene->journey, ways[i].key);
		struct item *item = text_same(ways[i].key, "language")
								? scene_way_called(scene, &ways[i], words)
								: scene_way(scene, &ways[i]);
		char *hint;

		item_set_value(item, state);
		free(state);
		if (text_empty(key))
			continue;
		/* TRANSLATORS: %s is the name of a key: F1 */
		hint = text_format(_("Key: %s"), key);
		item_set_hint(item, hint);
		free(hint);
	}
	free(words);
	free(ways);
}

/* Why the city asks for a piece of personal data: HTML autofill tokens. */
static const struct {
	const char *token, *text;
} purposes[] = {
	{ "name", N_("This asks for your own full name.") },
	{ "given-name", N_("This asks for your own first names.") },
	{ "family-name", N_("This asks for your own last name.") },
	{ "bday", N_("This asks for your own date of birth.") },
	{ "email", N_("This asks for your own e-mail address.") },
	{ "tel", N_("This asks for your own phone number.") },
	{ "postal-code", N_("This asks for the postcode of your own home.") },
	{ "street-address", N_("This asks for the address of your own home.") },
	{ "address-line1", N_("This asks for the address of your own home.") },
	{ "address-level2", N_("This asks for the town you live in.") },
	{ "country-name", N_("This asks for the country you live in.") },
	{ "sex", N_("This asks for your own sex.") },
	{ "language", N_("This asks for your own language.") },
};

static void tell_purpose(struct scene *scene, const struct component *component)
{
	for (size_t i = 0; i < sizeof(purposes) / sizeof(*purposes); i++)
		if (text_same(component->autocomplete, purposes[i].token))
			scene_add(scene, ITEM_TEXT, "purpose", _(purposes[i].text));
}

/* What one does on a screen, where that is not the same as elsewhere. */
static const char *const what_to_do[N_PLACES] = {
	[PLACE_LANGUAGE] = N_("Choose the language that you read or hear best."),
	[PLACE_READABLE] = N_("Choose larger letters until you read them easily."),
	[PLACE_ALOUD] = N_("A voice can read every screen to you."),
	[PLACE_HOME] = N_("Choose what you want to arrange."),
	[PLACE_CATEGORY] = N_("Choose what you want to arrange."),
	[PLACE_PAGE] = N_("Read this first. Then choose: go on."),
	[PLACE_SERVICE] = N_("Read this first. Then choose: start now."),
	[PLACE_ROWS] = N_("Choose one to change it. Or add one, or go on."),
	[PLACE_ROW] = N_("Choose an answer to change it."),
	[PLACE_BLOCKED] = N_("You can change an answer, or ask an employee."),
	[PLACE_CHECK] =
		N_("Is an answer wrong? Choose it and press Enter to change it."),
	[PLACE_STATEMENTS] = N_("Put a mark with Enter. Then choose: go on."),
	[PLACE_SEND] = N_("Only when you choose: send my request, we send it."),
	[PLACE_DONE] = N_("You need the number when you call us."),
	[PLACE_RATING] = N_("You help us with your opinion. You may skip it."),
};

static void tell_faqs(struct scene *scene, const struct component *component)
{
	for (size_t i = 0; i < component->n_faqs; i++) {
		char *label = text_format("faq:%zu", i + 1);
		char *content = text_format("answer:%zu", i + 1);

		scene_phrase(scene, ITEM_HEADING, label, &component->faqs[i].label);
		scene_phrase(scene, ITEM_TEXT, content, &component->faqs[i].content);
		free(label);
		free(content);
	}
}

static void help_with_question(
	struct scene *scene, const struct component *component)
{
	scene_phrase(scene, ITEM_HEADING, "question", &component->label);
	scene_phrase(scene, ITEM_TEXT, "tooltip", &component->tooltip);
	scene_phrase(scene, ITEM_TEXT, "description", &component->description);
	tell_purpose(scene, component);
	if (component_is_typed(component))
		scene_add(
			scene, ITEM_TEXT, "do", _("Type your answer and press Enter."));
	else if (component_is_many(component))
		scene_add(scene, ITEM_TEXT, "do",
			_("Put or remove a mark with Enter. Then choose: go on."));
	else if (component_has_answer(component))
		scene_add(scene, ITEM_TEXT, "do",
			_("Choose an answer with the arrows and press Enter."));
	tell_faqs(scene, component);
}

void scene_help(struct scene *scene)
{
	const struct component *component = journey_component(scene->journey);
	const char *what = what_to_do[journey_flow(scene->journey)->kind];

	scene_title(scene, _("Help with this screen"));
	if (component)
		help_with_question(scene, component);
	else
		scene_add(scene, ITEM_TEXT, "do",
			what ? _(what) : _("Choose with the arrows and press Enter."));
	scene_add(scene, ITEM_TEXT, "safe",
		_("You can always go back. Your answers stay."));
	scene_ways(scene);
}

void scene_how(struct scene *scene)
{
	static const struct {
		const char *key, *text;
	} texts[] = {
		{ "arrows", N_("With the arrows up and down you go to a choice.") },
		{ "enter", N_("With Enter you do what you chose.") },
		{ "back", N_("With Esc you go back. Your answers stay.") },
		{ "digits", N_("You can also type the number of a choice.") },
		{ "last-row", N_("The last row has help, language, larger and stop.") },
		{ "large", N_("You can choose larger letters and other colours.") },
		{ "aloud", N_("You can have everything read aloud.") },
		{ "headphones", N_("Plug in headphones to hear private answers.") },
		{ "send", N_("Nothing is sent before you say so.") },
		{ "wipe", N_("When you stop, what you filled in is wiped.") },
		{ "employee", N_("An employee is glad to help you.") },
	};

	scene_title(scene, _("How this machine works"));
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		scene_add(scene, ITEM_TEXT, texts[i].key, _(texts[i].text));
	scene_ways(scene);
}

static const char *const people_texts[] = {
	[PEOPLE_CALLING] = N_("We are calling an employee."),
	[PEOPLE_CALLED] = N_("An employee knows that you ask for help."),
	[PEOPLE_NOT_CALLED] = N_("Go to the desk, or call us."),
};

void scene_desk(struct scene *scene)
{
	const struct surroundings *around = scene->around;
	struct item *item;

	if (!text_empty(around->desk)) {
		item = scene_add(scene, ITEM_TEXT, "desk", around->desk);
		item_set_language(item, around->desk_language);
	}
	if (!text_empty(around->desk_dutch) &&
		!text_same(around->desk_dutch, around->desk)) {
		item = scene_add(scene, ITEM_TEXT, "desk:nl", around->desk_dutch);
		item_set_language(item, "nl");
	}
	if (!text_empty(around->desk_until))
		scene_add_free(scene, ITEM_TEXT, "until",
			/* TRANSLATORS: %s is a time: 17:00 */
			text_format(_("Somebody is there until %s."), around->desk_until));
	if (!text_empty(around->phone))
		scene_add_free(scene, ITEM_TEXT, "phone",
			text_format(_("You can also call %s."), around->phone));
}

void scene_people(struct scene *scene)
{
	scene_title(scene, _("Help from an employee"));
	scene_add(
		scene, ITEM_TEXT, "called", _(people_texts[scene->journey->people]));
	scene_desk(scene);
	scene_add(scene, ITEM_TEXT, "covered",
		_("Nobody sees your answers on this page."));
	scene_ways(scene);
}

static bool has_answers(const struct journey *journey)
{
	for (size_t i = 0; i < journey->n_drafts; i++)
		if (draft_has_answers(journey->drafts[i]))
			return true;
	return false;
}

/* Something else may have been begun after sending: then both are told. */
void scene_stop(struct scene *scene)
{
	const struct journey *journey = scene->journey;

	scene_title(scene, _("Do you want to stop?"));
	if (!journey->sent || has_answers(journey))
		scene_add(
			scene, ITEM_TEXT, "wiped", _("What you filled in here goes away."));
	if (journey->sent)
		scene_add(scene, ITEM_TEXT, "sent",
			_("Your request has been sent already and stays."));
	else
		scene_add(scene, ITEM_TEXT, "nothing",
			_("Nothing changes at the municipality."));
	scene_ways(scene);
}

/* In words, not as a counter; nothing of the visit is on it. */
void scene_idle(struct scene *scene)
{
	scene_title(scene, _("Are you still there?"));
	scene_add(scene, ITEM_TEXT, "soon",
		_("Without an answer we stop in one minute."));
	scene_add(
		scene, ITEM_TEXT, "wipe", _("Then what was filled in here is wiped."));
	scene_ways(scene);
}

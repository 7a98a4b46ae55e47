/* SPDX-License-Identifier: EUPL-1.2 */
/* One question a screen, and the texts of a form that ask nothing. */
#include <stdlib.h>
#include <string.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

/* How to type it, where that is not plain. */
static const char *const ways_to_type[N_COMPONENT_TYPES] = {
	[COMPONENT_EMAIL] = N_("For example: name@example.nl."),
	[COMPONENT_PHONE] = N_("For example: 06 12345678 or +90 532 1234567."),
	[COMPONENT_POSTCODE] = N_("For example: 2512 GK."),
	[COMPONENT_BSN] = N_("9 digits. You find them on your card."),
	[COMPONENT_IBAN] = N_("For example: NL91 ABNA 0417 1643 00."),
	[COMPONENT_CURRENCY] = N_("In euros. For example: 12,50."),
	[COMPONENT_DATE] = N_("Day, month, year. For example: 31-12-1980."),
	[COMPONENT_DATETIME] =
		N_("Day, month, year and time. For example: 31-12-2026 14:30."),
	[COMPONENT_LICENSEPLATE] = N_("For example: AB-12-CD."),
	[COMPONENT_TIME] = N_("Hours and minutes. For example: 14:30."),
};

void scene_place(struct scene *scene, const struct component *component)
{
	const struct draft *draft = journey_asked(scene->journey);
	int n, of;

	draft_count(draft, component, &n, &of);
	/* One of several answers has no place but its number. */
	if (draft->outer && draft_grid(draft)->type == COMPONENT_SEVERAL)
		n = 0;
	if (n)
		scene_add_free(scene, ITEM_PLACE, "place",
			/* TRANSLATORS: how far one is: Question 3 of 9 */
			text_format(_("Question %1$d of %2$d"), n, of));
}

static bool has_problem(
	const struct scene *scene, const struct component *component)
{
	const struct problem *problem = &scene->journey->problem;

	return problem->code && problem->component == component;
}

/* The same words on top and at the field. */
void scene_error(struct scene *scene, const struct component *component)
{
	struct phrase error;
	struct item *item;

	if (!has_problem(scene, component))
		return;
	problem_phrase(&scene->journey->problem, &error);
	item = scene_add(scene, ITEM_ERROR, "error", error.text);
	item_set_language(item, error.language);
	free(error.text);
}

static void set_error(const struct scene *scene,
	const struct component *component, struct item *item)
{
	struct phrase error;

	if (!has_problem(scene, component))
		return;
	problem_phrase(&scene->journey->problem, &error);
	item_set_error(item, error.text);
	free(error.text);
}

static void add_group(struct scene *scene, const struct component *component)
{
	const struct draft *draft = journey_asked(scene->journey);
	const struct form *form = draft->form;
	int up = component->parent;

	scene_row_heading(scene);
	while (up >= 0) {
		const struct component *parent = &form->components[up];

		if ((parent->type == COMPONENT_FIELDSET ||
				component_is_whole(parent)) &&
			!text_empty(parent->label.text)) {
			scene_phrase(scene, ITEM_HEADING, "group", &parent->label);
			return;
		}
		up = parent->parent;
	}
	if (!draft->outer && form->n_steps > 1)
		scene_phrase(
			scene, ITEM_HEADING, "group", &form->steps[component->step].name);
}

static struct item *add_answer_field(
	struct scene *scene, const char *key, const struct component *component)
{
	struct item *field;
	char *label;

	if (text_empty(component->suffix.text))
		return scene_add(scene, ITEM_FIELD, key, _("Your answer"));
	/* TRANSLATORS: %s is a unit: m², years */
	label = text_format(_("Your answer in %s"), component->suffix.text);
	field = scene_add_free(scene, ITEM_FIELD, key, label);
	return field;
}

static void add_field(struct scene *scene, const struct component *component)
{
	const struct place *place = journey_place(scene->journey);
	char key[ID_SIZE];
	char *typed = journey_typed(scene->journey);
	struct answer_text text = answer_typed(component, typed);
	const char *hint = ways_to_type[component->type];
	struct item *field;

	journey_field(scene->journey, key);
	field = add_answer_field(scene, key, component);
	scene_value(field, component, &text, component->is_masked && !place->shown);
	if (hint)
		item_set_hint(field, _(hint));
	set_error(scene, component, field);
	text_wipe(typed);
	answer_text_clear(&text);
}

static void add_search(struct scene *scene, const struct component *component)
{
	char *typed;
	size_t n;
	struct item *field;

	if (component->n_options <= JOURNEY_GROUP)
		return;
	typed = journey_typed(scene->journey);
	field = scene_add(
		scene, ITEM_FIELD, "search", _("Search: type the first letters"));
	item_set_value(field, typed);
	field->privacy = component->is_private ? PRIVACY_PRIVATE : PRIVACY_PUBLIC;
	free(component_options(component, typed, &n));
	if (!n)
		scene_add(scene, ITEM_TEXT, "found",
			_("Nothing found. Take letters away, or type another word."));
	free(typed);
}

static int n_options_shown(const struct way *ways, size_t n)
{
	int shown = 0;

	for (size_t i = 0; i < n; i++)
		shown += text_starts(ways[i].key, "option:");
	return shown;
}

static void add_option(struct scene *scene, const struct component *component,
	const struct way *way, int of)
{
	enum item_role role =
		component_is_many(component) ? ITEM_MARK : ITEM_CHOICE;
	const struct option *option =
		component->n_options ? &component->options[way->index] : NULL;
	/* TRANSLATORS: the only mark of a question: put it to say yes */
	const char *label = option ? option->label.text : C_("mark", "Yes");
	struct item *item = scene_way_as(scene, way, role, label);

	item->of = of;
	if (option) {
		item_set_language(item, option->label.language);
		item_set_aloud(item, option->label.aloud);
		item_set_hint(item, option->description.aloud
								? option->description.aloud
								: option->description.text);
	}
	if (draft_is_chosen(journey_asked(scene->journey), component, way->index))
		item->state |= STATE_CHOSEN;
	if (way->number == 1) /* once, where the focus goes */
		set_error(scene, component, item);
}

static void add_missing(struct scene *scene, const struct way *way)
{
	const struct component *component =
		&journey_asked(scene->journey)->form->components[way->index];
	struct phrase label;
	struct item *item;

	component_label(component, &label);
	item = scene_way_called(scene, way, label.text);
	item_set_language(item, label.language);
	item_set_aloud(item, label.aloud);
}

static void add_ways(struct scene *scene, const struct component *component)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);
	int of = n_options_shown(ways, n);

	for (size_t i = 0; i < n; i++) {
		if (text_starts(ways[i].key, "option:"))
			add_option(scene, component, &ways[i], of);
		else if (text_starts(ways[i].key, "missing:"))
			add_missing(scene, &ways[i]);
		else
			scene_way(scene, &ways[i]);
	}
	free(ways);
}

/* No file can be given here, and none is required. */
static void tell_file(struct scene *scene, const struct component *component)
{
	if (component->type != COMPONENT_FILE)
		return;
	scene_phrase(scene, ITEM_TEXT, "hint", &component->description);
	scene_add(scene, ITEM_TEXT, "no-file",
		_("You cannot hand in a file on this machine."));
	scene_add(scene, ITEM_TEXT, "file-later",
		_("Bring it to the desk, or send it later. You can go on now."));
}

static const char *reading_title(const struct component *component)
{
	return component->type == COMPONENT_SOFT_ERRORS
			   ? _("Not everything is filled in yet")
			   : _("Please read this");
}

/* A text without a question: its heading, when it has one, is the title. */
static void reading(struct scene *scene, const struct component *component)
{
	const struct phrase *label = &component->label;

	if (text_empty(label->text))
		scene_title(scene, reading_title(component));
	else
		scene_title_phrase(scene, label);
	add_group(scene, component);
	scene_phrase(scene, ITEM_TEXT, "content", &component->content);
	tell_file(scene, component);
	if (component->type == COMPONENT_SOFT_ERRORS)
		scene_add(scene, ITEM_TEXT, "may-go-on",
			_("Choose what you want to fill in, or go on without it."));
	add_ways(scene, component);
}

static const char *const part_hints[N_PARTS] = {
	[PART_HOUSE_NUMBER] = N_("Only the number. A letter comes after this."),
	[PART_HOUSE_LETTER] = N_("Only when there is one letter: the A of 12 A."),
	[PART_HOUSE_ADDITION] = N_("Only when there is more, like bis or 2."),
};

static void tell_optional(
	struct scene *scene, const struct component *component)
{
	if (component->limits.required || component->limits.min_selected > 0)
		return;
	scene_add(scene, ITEM_TEXT, "optional", _("You may skip this question."));
}

static void tell_many(struct scene *scene, const struct component *component)
{
	if (component->type == COMPONENT_SELECTBOXES || component->multiple)
		scene_add(scene, ITEM_TEXT, "many",
			_("You may choose more than one answer."));
}

void scene_question(struct scene *scene)
{
	const struct component *component = journey_component(scene->journey);
	struct phrase label;

	if (component_is_read(component)) {
		reading(scene, component);
		return;
	}
	component_label(component, &label);
	scene_title_phrase(scene, &label);
	scene_place(scene, component);
	scene_error(scene, component);
	add_group(scene, component);
	scene_phrase(scene, ITEM_TEXT, "hint", &component->description);
	if (part_hints[component->part])
		scene_add(scene, ITEM_TEXT, "hint", _(part_hints[component->part]));
	tell_many(scene, component);
	tell_optional(scene, component);
	if (component_is_typed(component))
		add_field(scene, component);
	else
		add_search(scene, component);
	add_ways(scene, component);
}

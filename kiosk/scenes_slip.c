/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The slip one takes home, on paper or in a phone: what was asked, its number,
 * what happens next and whom to call. Never an answer, never a BSN.
 */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static void add_reference(struct scene *scene)
{
	struct item *item =
		scene_add(scene, ITEM_DETAIL, "reference", _("Your number"));

	item_set_value(item, scene->journey->reference);
	item_set_raw(item, VALUE_REFERENCE, scene->journey->reference);
}

static void add_dates(struct scene *scene, const struct service *service)
{
	struct date today = scene->journey->today;
	char *date = format_date(today);
	char *by =
		format_date(date_plus_working_days(today, service->working_days));
	struct item *item = scene_add(scene, ITEM_DETAIL, "date", _("Asked on"));

	item_set_value(item, date);
	if (scene->journey->outcome == OUTCOME_RECEIVED)
		scene_add_free(scene, ITEM_TEXT, "by",
			text_format(_("You hear from us on %s at the latest."), by));
	else {
		scene_add(scene, ITEM_TEXT, "itself", _("We send it by itself."));
		scene_add_free(scene, ITEM_TEXT, "by",
			text_format(_("Have you heard nothing on %1$s? Call %2$s."), by,
				scene->around->phone));
	}
	free(date);
	free(by);
}

/* The form in the language of the slip, or NULL when it is not at hand. */
static const struct form *form_in(
	const struct scene *scene, const char *language)
{
	const struct form *dutch = scene->around->form_dutch;

	if (text_same(language, scene->journey->language))
		return scene_form(scene);
	return dutch && text_same(dutch->slug, scene->journey->slug) ? dutch : NULL;
}

static void add_service(struct scene *scene, const struct form *form)
{
	const struct service *service;

	if (!form)
		return;
	service = &form->service;
	scene_phrase(scene, ITEM_TEXT, "name", &form->name);
	if (scene->journey->outcome == OUTCOME_RECEIVED)
		scene_phrase(scene, ITEM_TEXT, "next", &service->next);
	scene_phrase(scene, ITEM_TEXT, "delivery", &service->delivery);
	scene_phrase(scene, ITEM_TEXT, "price", &service->price);
	scene_phrase(scene, ITEM_TEXT, "contact", &service->contact);
}

void scenes_slip(const struct journey *journey,
	const struct surroundings *around, const char *language,
	struct screen *screen)
{
	struct scene scene = { journey, around, screen };
	const struct form *form = scene_form(&scene);

	translate_use(language);
	screen_begin(screen, "slip", language);
	scene_add(&scene, ITEM_TITLE, "title", _("Municipality of The Hague"));
	add_service(&scene, form_in(&scene, language));
	add_reference(&scene);
	add_dates(&scene, &form->service);
	if (!text_empty(around->phone))
		scene_add_free(&scene, ITEM_TEXT, "phone",
			text_format(_("Questions? Call %s."), around->phone));
	if (around->testing)
		scene_add(
			&scene, ITEM_NOTICE, "testing", _("Trial: this is only a test."));
	translate_use(journey->language);
}

/* Short enough for a code that a phone reads from a coarse screen. */
static void add_lines(
	const struct scene *scene, const char *language, struct text *lines)
{
	const struct journey *journey = scene->journey;
	const struct form *form = scene_form(scene);
	struct date by =
		date_plus_working_days(journey->today, form->service.working_days);
	char *today;
	char *day;

	translate_use(language);
	today = format_date(journey->today);
	day = format_date(by);
	if (form_in(scene, language))
		text_addf(lines, "%s\n", form_in(scene, language)->name.text);
	text_addf(lines, "%s: %s\n", _("Your number"), journey->reference);
	text_addf(lines, "%s: %s\n", _("Asked on"), today);
	text_addf(lines, _("Have you heard nothing on %1$s? Call %2$s."), day,
		scene->around->phone);
	translate_use(journey->language);
	free(today);
	free(day);
}

char *scenes_slip_text(
	const struct journey *journey, const struct surroundings *around)
{
	struct scene scene = { journey, around, NULL };
	struct text lines = { 0 };

	add_lines(&scene, journey->language, &lines);
	if (!text_same(journey->language, "nl")) {
		text_add(&lines, "\n\n");
		add_lines(&scene, "nl", &lines);
	}
	return text_take(&lines);
}

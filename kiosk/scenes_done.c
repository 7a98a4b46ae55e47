/* SPDX-License-Identifier: EUPL-1.2 */
/* What became of it, and goodbye. */
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static char *answer_day(const struct scene *scene)
{
	const struct service *service = &scene_form(scene)->service;

	return format_date(
		date_plus_working_days(scene->journey->today, service->working_days));
}

static void add_reference(struct scene *scene)
{
	const char *reference = scene->journey->reference;
	struct item *item =
		scene_add(scene, ITEM_DETAIL, "reference", _("Your number"));

	item_set_value(item, reference);
	item_set_raw(item, VALUE_REFERENCE, reference);
	if (!scene->journey->printer)
		scene_add(scene, ITEM_TEXT, "write-down",
			_("Write this number down. Take your time."));
}

static void tell_received(struct scene *scene)
{
	const struct form *form = scene_form(scene);
	char *day = answer_day(scene);

	scene_phrase(scene, ITEM_TEXT, "next", &form->service.next);
	if (form->service.working_days > 0)
		scene_add_free(scene, ITEM_TEXT, "by",
			/* TRANSLATORS: %s is a date: 12 March 2026 */
			text_format(_("You hear from us on %s at the latest."), day));
	free(day);
}

/* Safe here, and on its way by itself; one sentence a line. */
static void tell_kept(struct scene *scene)
{
	char *day = answer_day(scene);

	scene_add(scene, ITEM_TEXT, "safe", _("Your request is safe here."));
	scene_add(scene, ITEM_TEXT, "itself", _("We send it by itself."));
	scene_add(scene, ITEM_TEXT, "desk", _("The desk cannot see it yet."));
	scene_add_free(scene, ITEM_TEXT, "by",
		/* TRANSLATORS: a date and a phone number */
		text_format(_("Have you heard nothing on %1$s? Call %2$s."), day,
			scene->around->phone));
	free(day);
}

static void add_code(struct scene *scene)
{
	char *text = scenes_slip_text(scene->journey, scene->around);
	struct item *item = scene_add(scene, ITEM_QR, "code",
		_("Scan this with your phone, then you have this page with you."));

	item_set_value(item, text);
	free(text);
}

void scene_done(struct scene *scene)
{
	const struct form *form = scene_form(scene);
	bool received = scene->journey->outcome == OUTCOME_RECEIVED;

	scene_title(scene, received
						   ? _("Done. We have received your request.")
						   : _("Done. You do not have to do anything else."));
	add_reference(scene);
	if (received)
		tell_received(scene);
	else
		tell_kept(scene);
	scene_phrase(scene, ITEM_TEXT, "delivery", &form->service.delivery);
	scene_phrase(scene, ITEM_TEXT, "price", &form->service.price);
	scene_phrase(scene, ITEM_TEXT, "contact", &form->service.contact);
	add_code(scene);
	scene_ways(scene);
}

void scene_not_kept(struct scene *scene)
{
	scene_title(scene, _("Your request has not been sent"));
	scene_add(
		scene, ITEM_TEXT, "why", _("Something in this machine does not work."));
	scene_add(scene, ITEM_TEXT, "answers", _("Your answers are still here."));
	scene_add(scene, ITEM_TEXT, "do",
		_("Ask an employee for help, or send it again."));
	if (!text_empty(scene->around->phone))
		scene_add_free(scene, ITEM_TEXT, "phone",
			text_format(_("You can also call %s."), scene->around->phone));
	scene_ways(scene);
}

void scene_rating(struct scene *scene)
{
	size_t n;
	struct way *ways = journey_ways(scene->journey, &n);

	scene_title(scene, _("How did it go?"));
	scene_add(scene, ITEM_TEXT, "optional",
		_("You may skip this question. We do not know who you are."));
	for (size_t i = 0; i < n; i++) {
		const char *label = way_label(PLACE_RATING, ways[i].key);
		char *face;
		struct item *item;

		if (!ways[i].number) {
			scene_way(scene, &ways[i]);
			continue;
		}
		item = scene_way_as(scene, &ways[i], ITEM_CHOICE, label);
		face = text_format("face-%d", ways[i].number);
		item_set_pictogram(item, face);
		if (scene->journey->rating == ways[i].number)
			item->state |= STATE_CHOSEN;
		free(face);
	}
	free(ways);
}

void scene_comment(struct scene *scene)
{
	char *typed = journey_typed(scene->journey);
	struct item *field;

	scene_title(scene, _("Do you want to say something about it?"));
	scene_add(scene, ITEM_TEXT, "optional",
		_("You may skip this. Do not type names or numbers of people."));
	field = scene_add(scene, ITEM_FIELD, "comment", _("Your words"));
	item_set_value(field, typed);
	field->privacy = PRIVACY_PRIVATE;
	free(typed);
	scene_ways(scene);
}

/* What to take along, and what is gone. */
void scene_goodbye(struct scene *scene)
{
	scene_title(scene, _("Goodbye"));
	scene_add(scene, ITEM_TEXT, "take",
		_("Take your card, your papers and your headphones with you."));
	scene_add(scene, ITEM_TEXT, "wiped",
		_("What you filled in here has been wiped."));
	if (scene->journey->sent)
		scene_add(scene, ITEM_TEXT, "stays",
			_("What you have sent stays with the municipality."));
	else
		scene_add(scene, ITEM_TEXT, "stays",
			_("Nothing has been sent to the municipality."));
	scene_ways(scene);
}

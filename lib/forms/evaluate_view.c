/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/log.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/wipe_json.h"
#include "lib/forms/evaluate_run.h"
#include "lib/forms/leaving.h"
#include "lib/forms/rule_run.h"
#include "lib/forms/template.h"

/* MOST_STEPS for the texts and lists of a whole form. An option takes the room
 * of a few operators. */
enum { MOST_OPTIONS = 5000, MOST_STEPS = 1000 * 1000, OPTION_STEPS = 4 };

/* A text of an option of its own, or one of the items; "" for none. */
static char *said(const json_t *json)
{
	struct heap heap = { 0 };
	struct value value = value_of(&heap, json);
	struct text text = { 0 };
	char *whole, *safe;

	value_say(&text, &value);
	whole = text_take(&text);
	safe = safe_text(whole, false);
	text_wipe(whole);
	heap_clear(&heap);
	return safe;
}

static bool is_nothing(const json_t *item)
{
	json_t *part;
	size_t i;

	json_array_foreach(item, i, part)
	{
		if (json_is_null(part))
			return true;
	}
	return json_is_null(item) || (json_is_array(item) && !i);
}

static struct phrase own_phrase(struct working *working, char *taken)
{
	struct phrase phrase = { .text = taken, .language = "nl" };

	evaluation_own(working->result, taken);
	return phrase;
}

/* "a" or ["a", "label"]. */
static void add_item(struct working *working, struct component *component,
	const json_t *item, json_t *seen)
{
	const json_t *value = json_is_array(item) ? json_array_get(item, 0) : item;
	const json_t *label = json_is_array(item) && json_array_size(item) > 1
							  ? json_array_get(item, 1)
							  : value;
	char *name = said(value);
	struct option *option = &component->options[component->n_options];

	evaluation_own(working->result, name);
	if (text_empty(name) || json_object_get(seen, name))
		return;
	json_object_set_new(seen, name, json_true());
	option->value = name;
	option->label = own_phrase(working, said(label));
	if (text_empty(option->label.text))
		option->label = own_phrase(working, mem_text(name));
	option->description = own_phrase(working, mem_text(""));
	component->n_options++;
}

static void fill_items(struct working *working, struct component *component)
{
	json_t *list = rule_value(component->items, &working->world);
	json_t *seen = json_object();
	size_t n = json_array_size(list);

	if (n > MOST_OPTIONS)
		n = MOST_OPTIONS;
	working->world.steps -= (long)n * OPTION_STEPS;
	if (working->world.steps < 0)
		n = 0;
	component->n_options = 0;
	component->options = mem_new(n + 1, sizeof *component->options);
	evaluation_own(working->result, component->options);
	for (size_t i = 0; i < n; i++) {
		const json_t *item = json_array_get(list, i);

		if (!is_nothing(item))
			add_item(working, component, item, seen);
	}
	json_wipe(seen);
	json_wipe(list);
}

static void fill_limit(struct working *working, struct date_limit *limit)
{
	struct delta delta = { .months = limit->years * INT64_C(12) + limit->months,
		.micros = limit->days * DAY };
	struct heap heap = { 0 };
	struct value value;

	if (limit->mode != DATE_RELATIVE)
		return;
	value = world_value(&working->world, &heap, limit->variable);
	limit->mode = DATE_ANY;
	if (value.kind == VALUE_STAMP)
		limit->fixed = stamp_date(value.stamp);
	else if (value.kind == VALUE_DATE)
		limit->fixed = value.date;
	/* Moments in variables of no kind at all stand there as texts. */
	else if (value.kind != VALUE_TEXT || !date_read(value.text, &limit->fixed))
		limit->fixed = (struct date){ 0 };
	if (limit->fixed.day && date_plus(limit->fixed, delta, &limit->fixed))
		limit->mode = DATE_FIXED;
	heap_clear(&heap);
}

static struct phrase *phrase_in(void *thing, size_t offset)
{
	return (struct phrase *)(void *)((char *)thing + offset);
}

/* Options with a template are the evaluation's own. */
static void own_options(struct working *working, int index)
{
	struct component *component = &working->result->components[index];

	if (component->options != working->form->components[index].options)
		return;
	component->options = mem_copy(
		component->options, component->n_options * sizeof *component->options);
	evaluation_own(working->result, component->options);
}

static void own_faqs(struct working *working, int index)
{
	struct component *component = &working->result->components[index];

	if (component->faqs != working->form->components[index].faqs)
		return;
	component->faqs =
		mem_copy(component->faqs, component->n_faqs * sizeof *component->faqs);
	evaluation_own(working->result, component->faqs);
}

static struct phrase *phrase_of(
	struct working *working, const struct filled_text *text)
{
	struct evaluation *result = working->result;

	if (text->component < 0)
		return text->offset == offsetof(struct form, introduction)
				   ? &result->introduction
			   : text->offset == offsetof(struct form, help)
				   ? &result->help
				   : &result->explanation;
	if (text->faq) {
		own_faqs(working, text->component);
		return phrase_in(
			&result->components[text->component].faqs[text->option],
			text->offset);
	}
	if (text->option < 0)
		return phrase_in(&result->components[text->component], text->offset);
	own_options(working, text->component);
	return phrase_in(&result->components[text->component].options[text->option],
		text->offset);
}

/* Without the answers that only who sits here may hear. */
static struct world *aloud_world(struct working *working)
{
	json_t *data;
	const char *name;
	json_t *value;

	if (working->aloud.data)
		return &working->aloud;
	data = json_deep_copy(working->data);
	json_object_foreach(working->form->logic->secrets, name, value)
	{
		const char *key = name;
		json_t *outer = inner_object(data, &key, false);

		if (outer)
			json_object_del(outer, key);
	}
	working->aloud = working->world;
	working->aloud.data = data;
	return &working->aloud;
}

static void fill_text(struct working *working, const struct filled_text *text)
{
	struct phrase *phrase = phrase_of(working, text);

	if (text->is_private) {
		char *aloud = template_fill(phrase->text, aloud_world(working));

		phrase->aloud = aloud;
		evaluation_own(working->result, aloud);
	}
	phrase->text = template_fill(phrase->text, &working->world);
	evaluation_own(working->result, phrase->text);
	/* Every row that can be chosen has words. */
	if (!text->faq && text->option >= 0 &&
		text->offset == offsetof(struct option, label) &&
		text_empty(phrase->text))
		phrase->text = working->result->components[text->component]
						   .options[text->option]
						   .value;
}

void fill_view(struct working *working)
{
	const struct logic *logic = working->form->logic;
	struct evaluation *result = working->result;

	/* Apart from what rules cost, so that a text is whole after those that
	 * took all that there was. */
	working->world.steps = MOST_STEPS;
	for (size_t i = 0; i < result->n_components; i++) {
		struct component *component = &result->components[i];

		if (component->items)
			fill_items(working, component);
		fill_limit(working, &component->limits.min_date);
		fill_limit(working, &component->limits.max_date);
	}
	for (size_t i = 0; i < logic->n_texts; i++)
		fill_text(working, &logic->texts[i]);
	if (working->world.steps < 0)
		log_error("form %s: its texts and lists cost too much, some are empty",
			working->form->slug);
	json_wipe(lend(working->aloud.data));
}

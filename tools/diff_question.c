/* SPDX-License-Identifier: EUPL-1.2 */
/* One question in two versions. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/diff_parts.h"
#include "tools/form_keys.h"
#include "tools/logic_words.h"
#include "tools/raw_component.h"

static void say(struct comparison *comparison, const char *words)
{
	diff_line(comparison, words);
	diff_end(comparison);
}

static void diff_required(struct comparison *comparison,
	const struct component *before, const struct component *now)
{
	if (before->limits.required != now->limits.required)
		say(comparison,
			now->limits.required ? "is required now" : "may be skipped now");
	if (before->disabled != now->disabled)
		say(comparison,
			now->disabled ? "is read only now" : "can be filled in now");
	if (before->hidden != now->hidden)
		say(comparison, now->hidden ? "is hidden at first now"
									: "is no longer hidden at first");
}

static void diff_bounds(struct comparison *comparison,
	const struct component *before, const struct component *now)
{
	struct text was = { 0 }, is = { 0 };

	bounds_words(&was, before);
	bounds_words(&is, now);
	/* Past the comma in front. */
	diff_texts(comparison, "what may be filled in",
		was.size ? was.bytes + 2 : "", is.size ? is.bytes + 2 : "");
	text_clear(&was);
	text_clear(&is);
}

static void diff_condition(struct comparison *comparison,
	const struct asked *before, const struct asked *now)
{
	const struct condition *was = &before->component->condition;
	const struct condition *is = &now->component->condition;
	struct text *out;

	if (was->set == is->set &&
		(!is->set || (was->show == is->show && text_same(was->when, is->when) &&
						 json_equal(lend(was->eq), lend(is->eq)))))
		return;
	out = diff_line(comparison, "is ");
	if (is->set)
		condition_words(out, now);
	else
		text_add(out, "asked always");
	text_add(out, " now; it was ");
	if (was->set)
		condition_words(out, before);
	else
		text_add(out, "asked always");
	diff_end(comparison);
}

static size_t option_index(
	const struct component *component, const struct option *option)
{
	for (size_t i = 0; i < component->n_options; i++) {
		if (strcmp(component->options[i].value, option->value) == 0)
			return i;
	}
	return component->n_options;
}

static void claim(
	struct comparison *comparison, const char *key, const char *value)
{
	char *begin = text_format("%s:values:%s:", key, value);
	static const char *const parts[] = { "label", "description" };

	for (size_t i = 0; i < 2; i++) {
		char *place = text_format("%s%s", begin, parts[i]);

		json_object_set_new(comparison->told, place, json_true());
		free(place);
	}
	free(begin);
}

static void say_option(struct comparison *comparison, const char *words,
	const struct option *option)
{
	struct text *out = diff_line(comparison, "the option ");

	quoted_words(out,
		text_empty(option->label.text) ? option->value : option->label.text);
	text_addf(out, " %s", words);
	diff_end(comparison);
}

static void diff_option(struct comparison *comparison,
	const struct option *before, const struct option *now)
{
	diff_texts(comparison, "an option", before->label.text, now->label.text);
	diff_texts(comparison, "what is said with an option",
		before->description.text, now->description.text);
}

static void diff_options(struct comparison *comparison, const char *key,
	const struct component *before, const struct component *now)
{
	size_t *places = mem_new(now->n_options + 1, sizeof *places);
	size_t *index = mem_new(now->n_options + 1, sizeof *index);
	size_t n = 0;
	char *stays;

	for (size_t i = 0; i < now->n_options; i++) {
		const struct option *option = &now->options[i];
		size_t at = option_index(before, option);

		claim(comparison, key, option->value);
		if (at == before->n_options) {
			say_option(comparison, "is new", option);
			continue;
		}
		diff_option(comparison, &before->options[at], option);
		places[n] = at;
		index[n++] = i;
	}
	for (size_t i = 0; i < before->n_options; i++) {
		claim(comparison, key, before->options[i].value);
		if (option_index(now, &before->options[i]) == now->n_options)
			say_option(comparison, "is removed", &before->options[i]);
	}
	stays = diff_staying(places, n);
	for (size_t i = 0; i < n; i++) {
		if (!stays[i])
			say_option(comparison, "is moved", &now->options[index[i]]);
	}
	free(stays);
	free(index);
	free(places);
}

/* What was told in words already, or is told elsewhere. */
static bool is_told(const char *key)
{
	static const char *const told[] = { "type", "key", "label", "legend",
		"description", "tooltip", "placeholder", "html", "suffix", "groupLabel",
		"addAnother", "removeRow", "values", "data", "validate", "conditional",
		"hidden", "disabled", "components", "columns", "translatedErrors",
		"errors", "openForms", NULL };
	/* Nothing of it reaches a resident. */
	static const char *const unseen[] = { "id", "uuid", "tableView", "input",
		"registration", "prefill", "customClass", "autofocus", "showInEmail",
		"showInPDF", "isSensitiveData", NULL };

	return key_is_among(told, key) || key_is_among(unseen, key) ||
		   key_is_of_builder(key);
}

static void diff_setting(struct comparison *comparison, const char *key,
	const json_t *before, const json_t *now)
{
	struct text *out;

	if (is_told(key) || json_equal(lend(before), lend(now)))
		return;
	out = diff_line(comparison, "the setting ");
	quoted_words(out, key);
	text_add(out, " was ");
	value_words(out, NULL, before);
	text_add(out, ", is now ");
	value_words(out, NULL, now);
	diff_end(comparison);
}

static void diff_settings(
	struct comparison *comparison, const json_t *before, const json_t *now)
{
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)lend(now), key, value)
	{
		diff_setting(comparison, key, json_object_get(before, key), value);
	}
	json_object_foreach((json_t *)lend(before), key, value)
	{
		if (!json_object_get(now, key))
			diff_setting(comparison, key, value, NULL);
	}
}

static const json_t *items_of(const json_t *component)
{
	return json_object_get(
		json_object_get(component, "openForms"), "itemsExpression");
}

static void diff_items(
	struct comparison *comparison, const json_t *before, const json_t *now)
{
	struct text was = { 0 }, is = { 0 };

	if (!json_equal(lend(items_of(before)), lend(items_of(now)))) {
		logic_words(&was, comparison->old->form, items_of(before));
		logic_words(&is, comparison->new->form, items_of(now));
		diff_texts(
			comparison, "where the options come from", was.bytes, is.bytes);
	}
	text_clear(&was);
	text_clear(&is);
}

void diff_question(struct comparison *comparison, const struct asked *before,
	const struct asked *now)
{
	const struct component *was = before->component;
	const struct component *is = now->component;
	const json_t *old_json = raw_component(comparison->old->json, before->key);
	const json_t *new_json = raw_component(comparison->new->json, now->key);
	struct text heading = { 0 };
	char *begin = text_format("%s:", now->key);

	component_words(&heading, is);
	text_addf(&heading, " [%s]", now->key);
	diff_under(comparison, text_take(&heading));
	diff_texts(
		comparison, "what one fills in", type_words(was), type_words(is));
	diff_options(comparison, now->key, was, is);
	diff_places(comparison, begin);
	diff_required(comparison, was, is);
	diff_bounds(comparison, was, is);
	diff_condition(comparison, before, now);
	diff_items(comparison, old_json, new_json);
	diff_settings(comparison, old_json, new_json);
	free(begin);
}

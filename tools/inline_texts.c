/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A translation goes to the place of its Dutch text: the language is put into
 * a copy of the form where the Dutch stood, with a mark before it, and the
 * loader of forms tells which text stands in which place.
 */
#include "tools/inline_texts.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/bundle.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"

#define MARK "\x02"

typedef void visitor(json_t *object, void *owner);

static void each_object(json_t *json, visitor *visit, void *owner)
{
	const char *key;
	json_t *value;

	for (size_t i = 0; i < json_array_size(json); i++)
		each_object(json_array_get(json, i), visit, owner);
	if (!json_is_object(json))
		return;
	json_object_foreach(json, key, value)
	{
		each_object(value, visit, owner);
	}
	visit(json, owner);
}

static json_t *translations_of(const json_t *object)
{
	return json_object_get(
		json_object_get(object, "openForms"), "translations");
}

struct filling {
	const char *language;
	const char *mark;
};

static bool ends_in_text(const char *key)
{
	size_t n = strlen(key);

	return n > 4 && strcmp(key + n - 4, "Text") == 0;
}

/* "nextText" of a form or step stands as literals.nextText. */
static void fill_literal(json_t *object, const char *key, const char *text)
{
	json_t *literals = json_object_get(object, "literals");

	if (!json_is_object(literals)) {
		json_object_set_new(object, "literals", json_object());
		literals = json_object_get(object, "literals");
	}
	json_object_set_new(literals, key,
		json_pack("{s:s, s:s}", "resolved", text, "value", text));
}

/* Translations of a form name things that a kiosk does not keep. */
static bool may_have(const json_t *object, const char *key)
{
	return json_object_get(object, key) || json_object_get(object, "key") ||
		   json_object_get(object, "value") ||
		   key_is_among(keys_of(KEYS_FORM), key);
}

static void fill(json_t *object, const char *key, const json_t *translation,
	const char *mark)
{
	const char *text = json_string_value(translation);
	bool whole = json_object_get(object, "steps") ||
				 json_object_get(object, "configuration");
	char *marked;

	if (!text || !*text)
		return;
	marked = text_format("%s%s", mark, text);
	if (whole && ends_in_text(key))
		fill_literal(object, key, marked);
	else if (may_have(object, key))
		json_object_set_new(object, key, json_string(marked));
	free(marked);
}

static void fill_error(json_t *errors, const char *code,
	const json_t *translation, const char *mark)
{
	const char *text = json_string_value(translation);
	char *marked = text_format("%s%s", mark, text ? text : "");

	if (text && *text)
		json_object_set_new(errors, code, json_string(marked));
	free(marked);
}

/* In 2022 a list of {literal, translation}, for options too. */
static void fill_literals(json_t *object, const json_t *pairs, const char *mark)
{
	json_t *pair, *value;
	size_t i;
	const char *key;
	void *next;

	json_array_foreach(pairs, i, pair)
	{
		const char *literal = json_text(pair, "literal");

		if (!*literal || !*json_text(pair, "translation"))
			continue;
		json_object_foreach_safe(object, next, key, value)
		{
			const char *text = json_string_value(value);

			if (text && strcmp(text, literal) == 0 && strcmp(key, "key") != 0)
				fill(object, key, json_object_get(pair, "translation"), mark);
		}
	}
}

static void fill_old(json_t *object, const json_t *pairs, const char *mark)
{
	json_t *values = json_object_get(object, "values");
	json_t *option;
	size_t i;

	if (!values)
		values = json_object_get(json_object_get(object, "data"), "values");
	fill_literals(object, pairs, mark);
	json_array_foreach(values, i, option)
	{
		const char *value = json_text(option, "value");
		char *kept = mem_text(value);

		fill_literals(option, pairs, mark);
		json_object_set_new(option, "value", json_string(kept));
		free(kept);
	}
}

static void fill_errors(json_t *object, const struct filling *filling)
{
	json_t *texts = json_object_get(
		json_object_get(object, "translatedErrors"), filling->language);
	json_t *errors = json_object_get(object, "errors");
	const char *code;
	json_t *text;

	if (!json_object_size(texts))
		return;
	if (!json_is_object(errors)) {
		json_object_set_new(object, "errors", json_object());
		errors = json_object_get(object, "errors");
	}
	json_object_foreach(texts, code, text)
	{
		fill_error(errors, code, text, filling->mark);
	}
}

static void fill_object(json_t *object, void *owner)
{
	const struct filling *filling = owner;
	json_t *texts = json_object_get(translations_of(object), filling->language);
	const char *key;
	json_t *text;

	fill_errors(object, filling);
	if (json_is_array(texts)) {
		fill_old(object, texts, filling->mark);
		return;
	}
	json_object_foreach(texts, key, text)
	{
		fill(object, key, text, filling->mark);
	}
}

static void note_languages(json_t *object, void *owner)
{
	json_t *found = owner;
	const char *language;
	json_t *texts;

	json_object_foreach(translations_of(object), language, texts)
	{
		if (json_is_object(texts) || json_is_array(texts))
			json_object_set_new(found, language, json_true());
	}
	json_object_foreach(
		json_object_get(object, "translatedErrors"), language, texts)
	{
		if (json_is_object(texts))
			json_object_set_new(found, language, json_true());
	}
}

/* What has no place among the texts of a kiosk, and yet was translated: the
 * words of buttons and of help. It stays beside its Dutch. */
static json_t *without_place(const json_t *object)
{
	bool whole = json_object_get(object, "steps") ||
				 json_object_get(object, "configuration");
	json_t *kept = json_object();
	const char *language, *key;
	json_t *texts, *text;

	json_object_foreach(whole ? translations_of(object) : NULL, language, texts)
	{
		json_t *own = json_object();

		json_object_foreach(texts, key, text)
		{
			if (!json_is_blank(text) && strcmp(language, "nl") != 0 &&
				(ends_in_text(key) || text_starts(key, "help")))
				json_object_set(own, key, text);
		}
		if (json_object_size(own))
			json_object_set(kept, language, own);
		json_decref(own);
	}
	return kept;
}

static void strip_object(json_t *object, void *owner)
{
	json_t *open_forms = json_object_get(object, "openForms");
	json_t *kept = without_place(object);

	(void)owner;
	json_object_del(open_forms, "translations");
	if (json_object_size(kept))
		json_object_set(open_forms, "translations", kept);
	json_decref(kept);
	if (json_is_object(open_forms) && !json_object_size(open_forms))
		json_object_del(object, "openForms");
	json_object_del(object, "translatedErrors");
}

/* Every text of the form by its place. */
static json_t *texts_of(json_t *form)
{
	struct form_fault fault = { 0 };
	json_t *texts = json_object();
	json_t *bundle = json_pack("{s:i, s:s, s:O, s:{}, s:{}}", "v", 1, "slug",
		json_text(form, "slug"), "form", form, "service", "translations");

	form_free(bundle_read(bundle, "", "nl", texts, &fault));
	free(fault.text);
	json_decref(bundle);
	return texts;
}

json_t *inline_texts(const json_t *form, const char *language)
{
	struct filling filling = { language, MARK };
	json_t *copy = json_deep_copy(form);
	json_t *overlay = json_object();
	json_t *texts, *text;
	const char *place;

	each_object(copy, fill_object, &filling);
	each_object(copy, strip_object, NULL);
	texts = texts_of(copy);
	json_object_foreach(texts, place, text)
	{
		const char *said = json_string_value(text);

		if (text_starts(said, MARK))
			json_object_set_new(
				overlay, place, json_string(said + strlen(MARK)));
	}
	json_decref(texts);
	json_decref(copy);
	return overlay;
}

json_t *inline_languages(json_t *form)
{
	json_t *found = json_object();

	each_object(form, note_languages, found);
	return found;
}

void inline_settle(json_t *form, const char *language)
{
	struct filling filling = { language, "" };

	each_object(form, fill_object, &filling);
}

void inline_strip(json_t *form)
{
	each_object(form, strip_object, NULL);
}

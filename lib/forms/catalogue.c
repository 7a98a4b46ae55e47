/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/forms/bundle.h"

struct entry {
	const json_t *bundle;
	char version[65];
	json_t *json;
	struct form_fault *fault;
};

static const char *reach_name(enum form_reach reach)
{
	static const char *const names[] = {
		[FORM_OFFLINE] = "offline",
		[FORM_ONLINE] = "online",
		[FORM_NOT_HERE] = "not-here",
	};

	return names[reach];
}

/* A text under its language, unless it is the Dutch one standing in. */
static void add_text(struct entry *entry, const char *property,
	const struct phrase *phrase, const char *language)
{
	json_t *texts = json_object_get(entry->json, property);

	if (!*phrase->text || strcmp(phrase->language, language) != 0)
		return;
	if (!texts) {
		texts = json_object();
		json_object_set_new(entry->json, property, texts);
	}
	json_object_set_new(texts, language, json_string(phrase->text));
}

static void add_facts(struct entry *entry, const struct form *form)
{
	json_object_set_new(entry->json, "slug", json_string(form->slug));
	json_object_set_new(entry->json, "version", json_string(entry->version));
	json_object_set_new(
		entry->json, "order", json_integer(form->service.order));
	json_object_set_new(
		entry->json, "pictogram", json_string(form->service.pictogram));
	json_object_set_new(
		entry->json, "reach", json_string(reach_name(form->reach)));
	if (*form->reason)
		json_object_set_new(entry->json, "reason", json_string(form->reason));
}

static bool add_language(struct entry *entry, const char *language)
{
	struct form *form =
		form_from_json(entry->bundle, entry->version, language, entry->fault);

	if (!form)
		return false;
	if (strcmp(language, "nl") == 0)
		add_facts(entry, form);
	add_text(entry, "name", &form->name, language);
	add_text(entry, "category", &form->service.category, language);
	add_text(entry, "summary", &form->service.summary, language);
	add_text(entry, "search", &form->service.search, language);
	if (form->complete)
		json_array_append_new(
			json_object_get(entry->json, "complete"), json_string(language));
	form_free(form);
	return true;
}

/* nl, what the overlays hold, and en where the form itself is translated. */
static json_t *languages_of(const json_t *bundle)
{
	json_t *languages = json_pack("{s:n}", "nl");
	const json_t *form = json_object_get(bundle, "form");

	json_object_update(languages, json_object_get(bundle, "translations"));
	if (json_is_true(json_object_get(form, "translationEnabled")))
		json_object_set_new(languages, "en", json_null());
	return languages;
}

json_t *catalogue_entry(const json_t *bundle, struct form_fault *fault)
{
	struct entry entry = { .bundle = bundle,
		.json = json_pack("{s:[]}", "complete"),
		.fault = fault };
	json_t *languages = languages_of(bundle);
	bool fine = true;
	const char *language;
	json_t *unused;

	bundle_version(bundle, entry.version);
	json_object_foreach(languages, language, unused)
	{
		(void)unused;
		fine = fine && add_language(&entry, language);
	}
	json_decref(languages);
	if (fine)
		return entry.json;
	json_decref(entry.json);
	return NULL;
}

static long long order_of(const json_t *entry)
{
	return json_integer_value(json_object_get(entry, "order"));
}

static int compare(const void *left, const void *right)
{
	const json_t *a = *(json_t *const *)left, *b = *(json_t *const *)right;

	if (order_of(a) != order_of(b))
		return order_of(a) < order_of(b) ? -1 : 1;
	return strcmp(json_string_value(json_object_get(a, "slug")),
		json_string_value(json_object_get(b, "slug")));
}

json_t *catalogue_of(json_t *taken_entries)
{
	size_t n = json_array_size(taken_entries);
	json_t **sorted = mem_new(n, sizeof(json_t *));
	json_t *products = json_array();

	for (size_t i = 0; i < n; i++)
		sorted[i] = json_array_get(taken_entries, i);
	qsort(sorted, n, sizeof(json_t *), compare);
	for (size_t i = 0; i < n; i++)
		json_array_append(products, sorted[i]);
	free(sorted);
	json_decref(taken_entries);
	return json_pack("{s:i, s:o}", "v", 1, "products", products);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/offers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

/* Of which something can be seen. */
static bool take_text(
	struct phrase *phrase, const json_t *texts, const char *language)
{
	const char *text = json_string_value(json_object_get(texts, language));
	char *safe = safe_text(text ? text : "", true);

	if (text_empty(safe)) {
		free(safe);
		return false;
	}
	phrase->text = safe;
	snprintf(phrase->language, sizeof phrase->language, "%s", language);
	return true;
}

/* The visitor's language, then Dutch, then any there is. */
static void set_phrase(
	struct phrase *phrase, json_t *texts, const char *language)
{
	const char *any;
	json_t *unused;

	if (take_text(phrase, texts, language) || take_text(phrase, texts, "nl"))
		return;
	json_object_foreach(texts, any, unused)
	{
		(void)unused;
		if (take_text(phrase, texts, any))
			return;
	}
	phrase->text = mem_text("");
}

static bool lists(const json_t *languages, const char *language)
{
	size_t i;
	json_t *item;

	json_array_foreach(languages, i, item)
	{
		if (text_same(json_string_value(item), language))
			return true;
	}
	return false;
}

static enum form_reach reach_of(const json_t *product)
{
	const char *reach = json_string_value(json_object_get(product, "reach"));

	if (text_same(reach, "not-here"))
		return FORM_NOT_HERE;
	return text_same(reach, "online") ? FORM_ONLINE : FORM_OFFLINE;
}

/* People type words of the form's own language and Dutch terms alike. */
static char *search_words(const json_t *product, const char *language)
{
	const json_t *texts = json_object_get(product, "search");
	const char *own = json_string_value(json_object_get(texts, language));
	const char *dutch = json_string_value(json_object_get(texts, "nl"));
	char *words = text_format("%s %s", own ? own : "", dutch ? dutch : "");
	char *safe = safe_text(words, false);

	free(words);
	return safe;
}

static bool read_entry(
	struct entry *entry, const json_t *product, const char *language)
{
	const char *slug = json_string_value(json_object_get(product, "slug"));
	json_t *categories = json_object_get(product, "category");
	const char *pictogram =
		json_string_value(json_object_get(product, "pictogram"));
	const char *category = json_string_value(json_object_get(categories, "nl"));

	set_phrase(&entry->name, json_object_get(product, "name"), language);
	if (text_empty(slug) || text_empty(entry->name.text)) {
		free(entry->name.text);
		return fail("the catalogue holds a product without slug or name");
	}
	entry->slug = safe_text(slug, false);
	set_phrase(&entry->summary, json_object_get(product, "summary"), language);
	set_phrase(&entry->category, categories, language);
	entry->category_key = safe_text(category ? category : "", false);
	entry->search = search_words(product, language);
	entry->pictogram = safe_text(pictogram ? pictogram : "", false);
	entry->complete = lists(json_object_get(product, "complete"), language);
	entry->reach = reach_of(product);
	return true;
}

static int order_of(const json_t *product)
{
	return (int)json_integer_value(json_object_get(product, "order"));
}

static int by_order(const void *a, const void *b)
{
	return order_of(*(json_t *const *)a) - order_of(*(json_t *const *)b);
}

void offers_read(
	struct catalogue *catalogue, const json_t *products, const char *language)
{
	size_t n = json_array_size(products);
	json_t **sorted = mem_new(n, sizeof(json_t *));

	for (size_t i = 0; i < n; i++)
		sorted[i] = json_array_get(products, i);
	qsort(sorted, n, sizeof(json_t *), by_order);
	catalogue->entries = mem_new(n, sizeof *catalogue->entries);
	catalogue->n_entries = 0;
	for (size_t i = 0; i < n; i++) {
		if (read_entry(
				&catalogue->entries[catalogue->n_entries], sorted[i], language))
			catalogue->n_entries++;
	}
	free(sorted);
}

static void entry_clear(struct entry *entry)
{
	free(entry->slug);
	free(entry->name.text);
	free(entry->summary.text);
	free(entry->category.text);
	free(entry->category_key);
	free(entry->search);
	free(entry->pictogram);
}

void offers_clear(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->n_entries; i++)
		entry_clear(&catalogue->entries[i]);
	free(catalogue->entries);
	*catalogue = (struct catalogue){ 0 };
}

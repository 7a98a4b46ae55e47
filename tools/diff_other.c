/* SPDX-License-Identifier: EUPL-1.2 */
/* The service page and the translations of two versions. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/diff_parts.h"
#include "tools/inline_texts.h"
#include "tools/logic_words.h"

void diff_service(struct comparison *comparison)
{
	const struct service *before = &comparison->old->form->service;
	const struct service *now = &comparison->new->form->service;
	const struct {
		const char *words;
		int before, now;
	} numbers[] = {
		{ "the working days it takes", before->working_days,
			now->working_days },
		{ "the price in cents", before->price_cents, now->price_cents },
		{ "its place in the list of services", before->order, now->order },
	};

	diff_under(comparison, mem_text("The service page"));
	diff_places(comparison, "service:");
	diff_texts(comparison, "the pictogram", before->pictogram, now->pictogram);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		if (numbers[i].before == numbers[i].now)
			continue;
		text_addf(diff_line(comparison, numbers[i].words),
			": was %d, is now %d", numbers[i].before, numbers[i].now);
		diff_end(comparison);
	}
}

/* What is translated, by place: overlays before what the form itself has. */
static json_t *translated(const struct side *side, const char *language)
{
	json_t *texts = inline_texts(side->json, language);
	json_t *overlay = json_object_get(
		json_object_get(side->bundle, "translations"), language);

	if (!texts)
		texts = json_object();
	if (overlay)
		json_object_update(texts, overlay);
	return texts;
}

static json_t *languages_of(const struct side *side)
{
	json_t *languages = inline_languages(lend(side->json));
	const char *language;
	json_t *unused;

	json_object_foreach(
		json_object_get(side->bundle, "translations"), language, unused)
	{
		(void)unused;
		json_object_set_new(languages, language, json_true());
	}
	json_object_del(languages, "nl");
	return languages;
}

static void tell_place(struct comparison *comparison, const char *words,
	const char *place, const char *text)
{
	struct text *out = diff_line(comparison, words);
	char *safe = safe_text(place, false);

	quoted_words(out, text);
	text_addf(out, " [%s]", safe);
	free(safe);
	diff_end(comparison);
}

/* One text in one language, as it was and as it is. */
static void diff_place(struct comparison *comparison, const char *place,
	const char *was, const char *is)
{
	const char *dutch =
		json_string_value(json_object_get(comparison->new->texts, place));
	const char *old_dutch =
		json_string_value(json_object_get(comparison->old->texts, place));
	bool missed = text_empty(was) && text_same(dutch, old_dutch);

	if (text_same(was, is) && (missed || !text_empty(is)))
		return;
	if (text_empty(is)) {
		tell_place(comparison,
			text_empty(was) ? "not translated: " : "not translated any more: ",
			place, dutch);
	} else if (text_empty(was)) {
		tell_place(comparison, "translated: ", place, is);
	} else {
		struct text *out = diff_line(comparison, "translated anew: was ");

		quoted_words(out, was);
		text_add(out, ", is now ");
		quoted_words(out, is);
		diff_end(comparison);
	}
}

static size_t count_known(const json_t *texts, const json_t *places)
{
	const char *place;
	json_t *unused;
	size_t n = 0;

	json_object_foreach((json_t *)lend(places), place, unused)
	{
		(void)unused;
		n += !text_empty(json_string_value(json_object_get(texts, place)));
	}
	return n;
}

static void diff_language(struct comparison *comparison, const char *language)
{
	const struct side *old = comparison->old, *new = comparison->new;
	json_t *was = translated(old, language);
	json_t *is = translated(new, language);
	const char *place;
	json_t *unused;

	diff_under(comparison, text_format("Translation '%s'", language));
	if (!json_object_size(was) && json_object_size(is)) {
		text_addf(diff_line(comparison, "is new: "), "%zu of %zu texts",
			count_known(is, new->texts), json_object_size(new->texts));
		diff_end(comparison);
	} else if (json_object_size(was) && !json_object_size(is)) {
		diff_line(comparison, "is gone");
		diff_end(comparison);
	} else {
		json_object_foreach(new->texts, place, unused)
		{
			(void)unused;
			diff_place(comparison, place,
				json_string_value(json_object_get(was, place)),
				json_string_value(json_object_get(is, place)));
		}
	}
	json_decref(is);
	json_decref(was);
}

void diff_translations(struct comparison *comparison)
{
	json_t *languages = languages_of(comparison->new);
	json_t *before = languages_of(comparison->old);
	const char *language;
	json_t *unused;

	json_object_update(languages, before);
	json_object_foreach(languages, language, unused)
	{
		(void)unused;
		diff_language(comparison, language);
	}
	json_decref(before);
	json_decref(languages);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "tools/diff_parts.h"
#include "tools/form_source.h"
#include "tools/logic_words.h"

void diff_under(struct comparison *comparison, char *taken_heading)
{
	free(comparison->heading);
	comparison->heading = taken_heading;
}

struct text *diff_line(struct comparison *comparison, const char *words)
{
	if (comparison->heading) {
		char *safe = safe_text(comparison->heading, false);

		text_addf(&comparison->out, "%s\n", safe);
		free(safe);
		diff_under(comparison, NULL);
	}
	text_addf(&comparison->out, "  %s", words);
	return &comparison->out;
}

void diff_end(struct comparison *comparison)
{
	text_add(&comparison->out, "\n");
}

void diff_texts(struct comparison *comparison, const char *what,
	const char *before, const char *now)
{
	struct text *out;

	if (text_same(before, now))
		return;
	out = diff_line(comparison, what);
	if (!text_empty(before)) {
		text_add(out, text_empty(now) ? " is gone, was " : ": was ");
		quoted_words(out, before);
	}
	if (!text_empty(now)) {
		text_add(out, text_empty(before) ? " is new: " : ", is now ");
		quoted_words(out, now);
	}
	diff_end(comparison);
}

static const char *called(const char *part)
{
	static const struct {
		const char *part, *words;
	} names[] = {
		{ "label", "the question" },
		{ "legend", "the heading" },
		{ "description", "the hint" },
		{ "tooltip", "the help" },
		{ "placeholder", "the example" },
		{ "html", "the text" },
		{ "suffix", "the unit" },
		{ "groupLabel", "the name of one in the list" },
		{ "addAnother", "the words to add one" },
		{ "removeRow", "the words to remove one" },
		{ "errors:required", "what is said when it is not filled in" },
		{ "name", "the name" },
		{ "introductionPageContent", "the introduction" },
		{ "explanationTemplate", "the explanation" },
	};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (strcmp(names[i].part, part) == 0)
			return names[i].words;
	}
	return NULL;
}

static void tell_place(
	struct comparison *comparison, const char *place, const char *part)
{
	const char *words = called(part);
	char *other = NULL;

	if (json_object_get(comparison->told, place))
		return;
	json_object_set_new(comparison->told, place, json_true());
	if (!words) {
		other = text_format("the text '%s'", part);
		words = other;
	}
	diff_texts(comparison, words,
		json_string_value(json_object_get(comparison->old->texts, place)),
		json_string_value(json_object_get(comparison->new->texts, place)));
	free(other);
}

void diff_places(struct comparison *comparison, const char *begin)
{
	const json_t *const sides[] = { comparison->new->texts,
		comparison->old->texts };
	const char *place;
	json_t *text;

	for (size_t i = 0; i < 2; i++) {
		json_object_foreach((json_t *)lend(sides[i]), place, text)
		{
			(void)text;
			if (text_starts(place, begin))
				tell_place(comparison, place, place + strlen(begin));
		}
	}
}

/* The longest sequence that rises; quick enough for a few thousand. */
char *diff_staying(const size_t *old_places, size_t n)
{
	size_t *length = mem_new(n + 1, sizeof *length);
	size_t *from = mem_new(n + 1, sizeof *from);
	char *stays = mem_new(n + 1, 1);
	size_t last = n;

	for (size_t i = 0; i < n; i++) {
		length[i] = 1;
		from[i] = n;
		for (size_t j = 0; j < i; j++) {
			if (old_places[j] >= old_places[i] || length[j] < length[i])
				continue;
			length[i] = length[j] + 1;
			from[i] = j;
		}
		if (last == n || length[i] > length[last])
			last = i;
	}
	for (; last < n; last = from[last])
		stays[last] = 1;
	free(length);
	free(from);
	return stays;
}

static void diff_form(struct comparison *comparison)
{
	static const char *const reaches[] = {
		[FORM_OFFLINE] = "also when the network is down",
		[FORM_ONLINE] = "only while there is a network",
		[FORM_NOT_HERE] = "not on this kiosk",
	};
	const struct form *before = comparison->old->form;
	const struct form *now = comparison->new->form;

	diff_under(comparison, mem_text("The form"));
	diff_texts(comparison, "its short name", before->slug, now->slug);
	diff_places(comparison, "form:");
	diff_texts(comparison, "where it can be filled in", reaches[before->reach],
		reaches[now->reach]);
	diff_texts(comparison, "why that is so", before->reason, now->reason);
}

static void diff_statements(struct comparison *comparison)
{
	const struct form *now = comparison->new->form;
	const struct form *before = comparison->old->form;

	diff_under(comparison, mem_text("Before sending"));
	for (size_t i = 0; i < now->n_statements; i++) {
		char *begin = text_format("%s:", now->statements[i].key);
		bool was = true;

		diff_places(comparison, begin);
		free(begin);
		for (size_t j = 0; j < before->n_statements; j++) {
			if (strcmp(before->statements[j].key, now->statements[i].key) == 0)
				was = before->statements[j].limits.required ==
					  now->statements[i].limits.required;
		}
		if (was)
			continue;
		quoted_words(diff_line(comparison, ""), now->statements[i].label.text);
		text_add(&comparison->out, now->statements[i].limits.required
									   ? " is required now"
									   : " may be skipped now");
		diff_end(comparison);
	}
	/* What is left, of whatever it is. */
	diff_places(comparison, "");
}

static bool side_read(struct side *side, const char *path)
{
	struct form_fault fault = { 0 };
	struct text notes = { 0 };

	side->texts = json_object();
	side->bundle = form_source(path, &notes, &fault);
	if (side->bundle)
		side->form = bundle_read(side->bundle, "", "nl", side->texts, &fault);
	if (side->form) {
		side->json = json_object_get(side->bundle, "form");
		asked_read(&side->asked, side->form);
		effects_read(&side->effects, side->form, side->json);
	}
	if (fault.text)
		fprintf(stderr, "%s\n", fault.text);
	free(fault.text);
	text_clear(&notes);
	return side->form != NULL;
}

static void side_clear(struct side *side)
{
	asked_clear(&side->asked);
	effects_clear(&side->effects);
	form_free(side->form);
	json_decref(side->texts);
	json_decref(side->bundle);
}

static bool is_same(const struct side *old, const struct side *new)
{
	char before[65], now[65];

	bundle_version(old->bundle, before);
	bundle_version(new->bundle, now);
	return strcmp(before, now) == 0;
}

static void diff_around(struct comparison *comparison)
{
	const struct side *old = comparison->old, *new = comparison->new;
	const char *place;
	json_t *text;

	if (json_object_get(old->bundle, "service") &&
		json_object_get(new->bundle, "service")) {
		diff_service(comparison);
		diff_translations(comparison);
		return;
	}
	/* Of a form.json on its own these are not known. */
	json_object_foreach(
		old->texts, place, text) if (text_starts(place, "service:"))
		json_object_set(comparison->told, place, text);
	json_object_foreach(
		new->texts, place, text) if (text_starts(place, "service:"))
		json_object_set(comparison->told, place, text);
}

static enum diff_result compare(const struct side *old, const struct side *new)
{
	struct comparison comparison = {
		.old = old, .new = new, .told = json_object()
	};
	bool same = is_same(old, new);

	diff_form(&comparison);
	diff_questions(&comparison);
	diff_rules(&comparison);
	diff_around(&comparison);
	diff_statements(&comparison);
	diff_under(&comparison, NULL);
	if (comparison.out.size)
		fputs(comparison.out.bytes, stdout);
	else
		puts(same ? "Nothing changed."
				  : "Nothing that residents see changed; the files differ.");
	text_clear(&comparison.out);
	json_decref(comparison.told);
	return same ? DIFF_SAME : DIFF_DIFFERENT;
}

enum diff_result diff(const char *old_path, const char *new_path)
{
	struct side old = { 0 }, new = { 0 };
	enum diff_result result = DIFF_TROUBLE;
	bool both = side_read(&old, old_path);

	both = side_read(&new, new_path) && both;
	if (both)
		result = compare(&old, &new);
	if (fflush(stdout) != 0)
		result = DIFF_TROUBLE;
	side_clear(&old);
	side_clear(&new);
	return result;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/text.h"
#include "lib/forms/po.h"
#include "tools/check_parts.h"
#include "tools/inline_texts.h"
#include "tools/po_file.h"

enum { MOST_FILE = 16 * 1024 * 1024 };

struct overlay_check {
	struct check *check;
	const char *path, *language;
	const json_t *inlined; /* what the form itself has */
	struct po_file po;
};

static void tell(const struct overlay_check *overlay,
	const struct po_item *item, struct finding finding)
{
	finding.file = overlay->path;
	finding.place = item->context;
	finding.line = item->line;
	findings_add(overlay->check->findings, &finding);
}

static bool has_inline(const struct overlay_check *overlay, const char *place)
{
	return json_object_get(overlay->inlined, place) != NULL;
}

/* msgfmt wants the same line feeds at both ends. */
static bool same_ends(const struct po_item *item)
{
	size_t n = strlen(item->id), m = strlen(item->text);

	return (item->id[0] == '\n') == (item->text[0] == '\n') &&
		   (n && item->id[n - 1] == '\n') == (m && item->text[m - 1] == '\n');
}

static void check_item(
	const struct overlay_check *overlay, const struct po_item *item)
{
	const char *dutch = json_string_value(
		json_object_get(overlay->check->folder.texts, item->context));

	if (!dutch)
		tell(overlay, item,
			(struct finding){ .rule = RULE_TRANSLATION_GONE,
				.text = "no text stands in this place",
				.repair = "Run opendeur-forms translate: it keeps the old "
						  "one aside." });
	else if (strcmp(dutch, item->id) != 0)
		tell(overlay, item,
			(struct finding){ .rule = RULE_TRANSLATION_CHANGED,
				.text = "the Dutch has changed, so this is left out",
				.repair = "Run opendeur-forms translate, and look at it." });
	else if (!*item->text && !has_inline(overlay, item->context))
		tell(overlay, item,
			(struct finding){ .rule = RULE_TRANSLATION_MISSING,
				.text = "not translated",
				.repair = "Translate it; until then the Dutch is shown." });
	else if (item->fuzzy)
		tell(overlay, item,
			(struct finding){ .rule = RULE_TRANSLATION_FUZZY,
				.text = "marked fuzzy, so this is left out",
				.repair = "Look at it, then take the word fuzzy out." });
	else if (*item->text && !same_ends(item))
		tell(overlay, item,
			(struct finding){ .rule = RULE_TRANSLATION_FILE,
				.severity = RED,
				.text = "a line feed at one end of only one of both texts",
				.repair = "Begin and end both in the same way." });
}

static void check_absent(const struct overlay_check *overlay)
{
	const char *place;
	json_t *text;

	json_object_foreach(overlay->check->folder.texts, place, text)
	{
		const struct finding finding = { .rule = RULE_TRANSLATION_MISSING,
			.file = overlay->path,
			.place = place,
			.repair = "Run opendeur-forms translate, and translate it." };

		if (!po_file_find(&overlay->po, place, false) &&
			!has_inline(overlay, place))
			findings_addf(overlay->check->findings, &finding,
				"not in this file: \"%s\"", json_string_value(text));
	}
}

/* Twice: once as strictly as publishing does, once with all there is in it. */
static char *fault_of(
	struct overlay_check *overlay, const char *bytes, size_t size)
{
	struct form_fault fault = { 0 };
	struct po strict = { 0 };
	char *wrong = NULL;

	if (po_read(&strict, bytes, size, &fault))
		po_file_read(&overlay->po, bytes, size, &wrong);
	else
		wrong = fault.text;
	po_clear(&strict);
	return wrong;
}

static bool read_overlay(struct overlay_check *overlay)
{
	struct finding finding = { .rule = RULE_TRANSLATION_FILE,
		.severity = RED,
		.file = overlay->path,
		.place = "",
		.repair = "Repair it: a form with such a file is not published." };
	size_t size;
	char *bytes = file_read(overlay->path, MOST_FILE, &size);
	char *wrong = bytes ? fault_of(overlay, bytes, size) : NULL;
	bool fine = bytes && !wrong;

	finding.text = wrong ? wrong : "cannot be read";
	if (wrong)
		sscanf(wrong, "line %d", &finding.line);
	if (!fine)
		findings_add(overlay->check->findings, &finding);
	free(wrong);
	free(bytes);
	return fine;
}

static void check_overlay(struct overlay_check *overlay)
{
	struct finding finding = { .rule = RULE_TRANSLATION_FILE,
		.severity = RED,
		.file = overlay->path,
		.place = "",
		.text = "not called by a language",
		.repair = "Call it en.po, tr.po or so." };

	if (!is_language_name(overlay->language)) {
		findings_add(overlay->check->findings, &finding);
		return;
	}
	if (!read_overlay(overlay))
		return;
	for (size_t i = 0; i < overlay->po.n; i++) {
		if (overlay->po.items[i].context && !overlay->po.items[i].obsolete)
			check_item(overlay, &overlay->po.items[i]);
	}
	check_absent(overlay);
	po_file_clear(&overlay->po);
}

/* English is what most residents without Dutch can read. */
static void check_english(struct check *check, const json_t *languages)
{
	struct finding finding =
		check_at(&check->folder.form, "", RULE_TRANSLATION_MISSING);
	json_t *inlined = inline_texts(check->folder.form.json, "en");
	json_t *name;
	size_t i;
	bool found = json_object_size(inlined) > 0;

	json_array_foreach(languages, i, name)
	{
		found = found || strcmp(json_string_value(name), "en") == 0;
	}
	finding.line = 0;
	finding.text = "there is no English of this form";
	finding.repair = "Run opendeur-forms translate FORM en.";
	if (!found)
		findings_add(check->findings, &finding);
	json_decref(inlined);
}

void check_translations(struct check *check)
{
	json_t *languages = folder_languages(&check->folder);
	json_t *name;
	size_t i;

	json_array_foreach(languages, i, name)
	{
		const char *language = json_string_value(name);
		char *path = text_format("%s/%s.po", check->folder.path, language);
		json_t *inlined = inline_texts(check->folder.form.json, language);
		struct overlay_check overlay = { .check = check,
			.path = path,
			.language = language,
			.inlined = inlined };

		check_overlay(&overlay);
		json_decref(inlined);
		free(path);
	}
	check_english(check, languages);
	json_decref(languages);
}

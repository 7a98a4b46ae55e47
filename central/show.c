/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"

/* What was inside, or NULL when it never opened. */
static json_t *open_content(
	const struct vault *vault, const struct submission *submission)
{
	char *place = text_format("submission.content|%s", submission->id);
	json_t *inside = NULL;
	char *text = NULL;
	size_t size = 0;

	if (submission->content)
		text = vault_unlock(
			vault, place, submission->content, submission->content_size, &size);
	if (text) {
		inside = json_loadb(text, size, 0, NULL);
		seal_wipe(text, size);
	}
	free(text);
	free(place);
	return inside;
}

static json_t *outside_of(const struct submission *submission)
{
	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}",
		"id", submission->id, "reference", submission->reference, "kind",
		submission->kind, "form", submission->form, "version",
		submission->version, "kiosk", submission->kiosk, "language",
		submission->language, "when", submission->made, "received",
		submission->received, "state", submission->state, "reason",
		submission->reason);
}

static void print_one(
	const struct vault *vault, const struct submission *submission)
{
	static const char *const told[] = { "answers", "statements", "about",
		"score", "comment" };
	json_t *inside = open_content(vault, submission);
	json_t *object = outside_of(submission);
	char *text;

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		json_t *value = json_object_get(inside, told[i]);

		if (value)
			json_object_set(object, told[i], value);
	}
	/* To a terminal perhaps: JSON itself hides every control below a blank,
	 * and ASCII hides the rest. */
	text = json_dumps(object, JSON_INDENT(2) | JSON_ENSURE_ASCII);
	puts(text);
	seal_wipe(text, strlen(text));
	free(text);
	json_decref(object);
	json_decref(inside);
}

bool show_reference(
	struct storage *storage, const struct vault *vault, const char *typed)
{
	char reference[SEAL_REFERENCE_SIZE];
	struct submission submission;
	int n = 0;

	if (!seal_reference_read(typed, reference))
		return fail("that is no reference: a symbol is wrong or missing");
	while (
		storage->operations->by_reference(storage, reference, n, &submission)) {
		print_one(vault, &submission);
		submission_clear(&submission);
		n++;
	}
	return n > 0 || fail("nothing was received as %s", reference);
}

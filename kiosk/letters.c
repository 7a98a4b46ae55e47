/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/letters.h"

#include "lib/base/text.h"

static char *to_text(json_t *taken)
{
	char *text = json_dumps(
		taken, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(15));

	json_decref(taken);
	return text;
}

char *letter_submission(
	const struct journey *journey, const char *id, const char *when)
{
	const struct draft *draft = journey->draft;
	json_t *statements = json_object();

	for (size_t i = 0; i < draft->form->n_statements; i++)
		json_object_set_new(statements, draft->form->statements[i].key,
			json_boolean(i < sizeof journey->agreed && journey->agreed[i]));
	return to_text(json_pack("{si ss ss ss ss ss ss so so}", "v", 1, "kind",
		"inzending", "id", id, "form", draft->form->slug, "version",
		draft->form->version, "language", journey->language, "when", when,
		"answers", draft_data(draft), "statements", statements));
}

char *letter_rating(
	const struct journey *journey, const char *id, const char *when)
{
	const char *about = journey->slug;

	return to_text(json_pack("{si ss ss ss ss ss ss ss si ss}", "v", 1, "kind",
		"waardering", "id", id, "form", "waardering", "version",
		"00000000000000000000000000000000"
		"00000000000000000000000000000000",
		"language", journey->language, "when", when, "about", about, "score",
		journey->rating, "comment", journey->comment ? journey->comment : ""));
}

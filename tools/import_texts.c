/* SPDX-License-Identifier: EUPL-1.2 */
/* Translations stand all over an export, and belong into one file a language.
 */
#include <string.h>

#include "tools/folder.h"
#include "tools/import_parts.h"
#include "tools/inline_texts.h"

enum { MOST_LANGUAGES = 40 };

void import_texts(struct import *import)
{
	json_t *languages = inline_languages(import->form);
	const char *language;
	json_t *unused;

	/* The Dutch first, as the others are known by it. */
	if (import->translated)
		inline_settle(import->form, "nl");
	json_object_foreach(languages, language, unused)
	{
		json_t *overlay = NULL;

		(void)unused;
		if (strcmp(language, "nl") == 0)
			continue;
		if (is_language_name(language) &&
			json_object_size(import->overlays) < MOST_LANGUAGES)
			overlay = inline_texts(import->form, language);
		else
			import_report(import,
				"Translations into '%s' were dropped: that is no name of a language.",
				language);
		if (json_object_size(overlay))
			json_object_set(import->overlays, language, overlay);
		json_decref(overlay);
	}
	inline_strip(import->form);
	json_decref(languages);
}

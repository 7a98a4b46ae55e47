/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/tongues.h"

#include <string.h>
#include <strings.h>

/* "zh" is no name of a voice, and "cmn" reads characters as English. Somali
 * and Tigrinya have none. */
const struct voice_name voice_names[] = {
	{ "nl", "nl" },
	{ "en", "en" },
	{ "tr", "tr" },
	{ "ar", "ar" },
	{ "pl", "pl" },
	{ "uk", "uk" },
	{ "bg", "bg" },
	{ "de", "de" },
	{ "es", "es" },
	{ "fr", "fr" },
	{ "pt", "pt" },
	{ "ro", "ro" },
	{ "ru", "ru" },
	{ "fa", "fa" },
	{ "hi", "hi" },
	{ "zh", "cmn-latn-pinyin" },
	{ "pap", "pap" },
	{ "am", "am" },
	{ "ku", "ku" },
};
const size_t n_voice_names = sizeof voice_names / sizeof voice_names[0];

/* Sorani is written in Arabic letters, which the Kurdish voice spells out. */
static int is_unreadable(const char *language)
{
	return strncasecmp(language, "ku-Arab", 7) == 0;
}

size_t voice_index(const char *language)
{
	size_t n = strcspn(language, "-_"), i = 0;

	if (is_unreadable(language))
		return n_voice_names;
	while (i < n_voice_names &&
		   (strlen(voice_names[i].language) != n ||
			   strncasecmp(voice_names[i].language, language, n) != 0))
		i++;
	return i;
}

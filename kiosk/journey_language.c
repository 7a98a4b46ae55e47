/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/journey_place.h"

#include <string.h>

/* The languages of the interface: each has a catalogue in i18n/, but English,
 * in which the texts are written. In the order of the list. */
static const struct language table[] = {
	{ "nl", "Nederlands", "Nederlands", "Taal" },
	{ "en", "English", "Engels", "Language" },
	{ "tr", "Türkçe", "Turks", "Dil" },
	{ "ar", "العربية", "Arabisch", "اللغة" },
};

size_t journey_languages(const struct language **languages)
{
	*languages = table;
	return sizeof(table) / sizeof(*table);
}

const struct language *journey_language(const char *tag)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i].tag, tag) == 0)
			return &table[i];
	return NULL;
}

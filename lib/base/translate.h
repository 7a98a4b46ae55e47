/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_TRANSLATE_H
#define BASE_TRANSLATE_H
/*
 * Texts for residents and staff: English in the source, looked up in the
 * catalogue of the language that is set, which changes while a program runs.
 * Whole sentences only; where two values meet, number their places (%1$s).
 */
#include <libintl.h>

#define _(text)           gettext(text)
#define N_(text)          text /* for tables: looked up when used, by _() */
#define C_(context, text) translate_in(context "\004" text, text)
#define P_(one, many, n)  ngettext(one, many, n)

/* Where the catalogues are: the folder that holds LANG/LC_MESSAGES. */
void translate_open(const char *folder);
/* From now on texts are in this language (BCP 47). */
void translate_use(const char *language);
const char *translate_language(void); /* the one in use, "en" at first */
/* One text in another language; "" stays "". */
const char *translate_into(const char *language, const char *text)
	__attribute__((format_arg(2)));

/* `both` is context, \004 and text: how a catalogue keeps them. */
const char *translate_in(const char *both, const char *text)
	__attribute__((format_arg(2)));

#endif

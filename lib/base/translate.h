/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_TRANSLATE_H
#define BASE_TRANSLATE_H
/*
 * Texts for residents and staff: English in the source, looked up in the
 * catalogue of the language that is set. Whole sentences only; where two
 * values meet, number their places (%1$s).
 */
#include <libintl.h>

#define _(text)           gettext(text)
#define N_(text)          text /* for tables: looked up when used, by _() */
#define C_(context, text) translate_in(context "\004" text, text)
#define P_(one, many, n)  ngettext(one, many, n)

/* `both` is context, \004 and text: how a catalogue keeps them. */
const char *translate_in(const char *both, const char *text)
	__attribute__((format_arg(2)));

#endif

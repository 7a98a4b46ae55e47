/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_I18N_H
#define BASE_I18N_H
/*
 * Texts of the interface in the visitor's language: gettext, with a language
 * that changes while the program runs. msgids are English, so "en" needs no
 * catalogue.
 */
#include <libintl.h>

#define _(text)           gettext(text)
#define N_(text)          text /* only marks it for xgettext; i18n_in() or _() later */
#define P_(one, many, n)  ngettext(one, many, n)
#define C_(context, text) i18n_context(context "\004" text, text)

/* Where the catalogues are: the folder that holds LANG/LC_MESSAGES. */
void i18n_open(const char *folder);
/* From now on texts are in this language (BCP 47). */
void i18n_use(const char *language);
const char *i18n_language(void); /* the one in use */
/* One text in another language; "" stays "". */
const char *i18n_in(const char *language, const char *msgid)
	__attribute__((format_arg(2)));

const char *i18n_context(const char *both, const char *text)
	__attribute__((format_arg(2)));

#endif

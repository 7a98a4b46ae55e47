/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_INLINE_TEXTS_H
#define TOOLS_INLINE_TEXTS_H
/*
 * Translations inside a form: openForms.translations of components, options,
 * steps and the form itself, and translatedErrors.
 */
#include <jansson.h>

/* {"en": true, ...}; the caller frees. */
json_t *inline_languages(json_t *form);
/* The texts a form has in a language, by their place; the caller frees. */
json_t *inline_texts(const json_t *form, const char *language);
/* Puts those of a language where the plain texts stand. */
void inline_settle(json_t *form, const char *language);
/* Takes all translations out. */
void inline_strip(json_t *form);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_DUTCH_H
#define TOOLS_DUTCH_H
/* What one can see of Dutch words without a dictionary. Pure; words are UTF-8
 * without blanks. */
#include <stdbool.h>
#include <stddef.h>

/* In small letters; the caller frees. */
char *dutch_lower(const char *word);
/* At least 1. Letters of an abbreviation ("BSN") are spoken one by one. */
size_t dutch_syllables(const char *word);
/* Four syllables, or over 14 letters, and not a word everyone knows. */
bool dutch_is_long(const char *word);
/* Of a word in small letters: "ingevuld", "verstuurd", "gegeven". */
bool dutch_is_participle(const char *lower);
/* "niet", "zonder", "onmogelijk". */
bool dutch_is_negation(const char *lower);
/* A verb that can stand second in a sentence: "is", "krijgt", "kunt". */
bool dutch_is_common_verb(const char *lower);

#endif

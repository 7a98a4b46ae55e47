/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_VERBAL_H
#define UI_VERBAL_H
/*
 * Typed values as words that can be spoken: "1980-12-31" becomes
 * "31 december 1980", "2512 GK" becomes "2, 5, 1, 2, G, K". Pure: no engine, no
 * catalogue, no locale. What comes out holds letters, numbers and the
 * punctuation of prose; never a sign that an engine reads in its own way.
 */
#include <stddef.h>
#include <stdint.h>

#include "lib/ui/screen.h"

/* The caller frees; never NULL, "" for a value without anything to say. A raw
 * value that is not of its kind is spelled, not guessed. A language without a
 * table of its own still gets digits and letters one by one. */
char *verbal(enum value_kind kind, const char *raw, const char *language);

/* One typed character: "a", "hoofdletter A", "spatie", "apenstaartje". */
char *verbal_character(uint32_t c, const char *language);

/* Every character on its own, for writing down or checking. */
char *verbal_spelled(const char *text, const char *language);

#endif

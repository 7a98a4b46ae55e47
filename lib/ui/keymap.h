/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H
/*
 * What is printed on the keys of this kiosk, in each language: a file of
 * `enter = Enter` and `enter.nl = groene knop` lines.
 */
struct keymap;

struct keymap *keymap_read(
	const char *path); /* NULL (logged) when unreadable */

/* The printed name of "up", "down", "enter" or "escape" in `language`, else the
 * one for all languages, else of a standard keyboard; `keymap` may be NULL. */
const char *keymap_name(
	const struct keymap *keymap, const char *key, const char *language);
void keymap_free(struct keymap *keymap);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/theme.h"

#include <string.h>

/* From the colour cube: the first sixteen are the terminal's own and may have
 * any colour. */
#define BLACK                                                                  \
	{                                                                          \
		16, 0x000000                                                           \
	}
#define WHITE                                                                  \
	{                                                                          \
		231, 0xffffff                                                          \
	}
#define YELLOW                                                                 \
	{                                                                          \
		226, 0xffff00                                                          \
	}
#define CREAM                                                                  \
	{                                                                          \
		230, 0xfdf6e3                                                          \
	}
#define DARK_RED                                                               \
	{                                                                          \
		88, 0x870000                                                           \
	}
#define PINK                                                                   \
	{                                                                          \
		217, 0xffafaf                                                          \
	}
#define AMBER                                                                  \
	{                                                                          \
		214, 0xffb000                                                          \
	}

static const struct {
	const char *name;
	struct colour inks[N_INKS]; /* paper, text, error */
} themes[N_THEMES] = {
	[THEME_BLACK_ON_WHITE] = { "black-on-white", { WHITE, BLACK, DARK_RED } },
	[THEME_WHITE_ON_BLACK] = { "white-on-black", { BLACK, WHITE, PINK } },
	[THEME_YELLOW_ON_BLACK] = { "yellow-on-black", { BLACK, YELLOW, AMBER } },
	[THEME_CREAM] = { "cream", { CREAM, BLACK, DARK_RED } },
};

struct colour theme_colour(enum theme theme, enum ink ink)
{
	return themes[theme].inks[ink];
}

const char *theme_name(enum theme theme)
{
	return themes[theme].name;
}

bool theme_from_name(const char *name, enum theme *theme)
{
	for (size_t i = 0; i < N_THEMES; i++) {
		if (strcmp(name, themes[i].name) == 0) {
			*theme = (enum theme)i;
			return true;
		}
	}
	return false;
}

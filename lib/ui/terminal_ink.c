/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/terminal_ink.h"

#include <stdint.h>
#include <stdlib.h>

#include "lib/base/text.h"
#include "lib/ui/page.h"

enum palette {
	PALETTE_NONE,   /* the terminal's own colours, perhaps inverted */
	PALETTE_FEW,    /* eight that can be set */
	PALETTE_CUBE,   /* 256, right by themselves, set where possible */
	PALETTE_DIRECT, /* a number is a colour */
};

enum { PAIR_TEXT = 1, PAIR_ERROR, PAIR_CODE };

static struct {
	enum palette palette;
	enum theme theme;
	bool is_console, has_code_pair;
	void (*write_out)(const char *bytes);
} ink;

static enum palette find_palette(void)
{
	if (!has_colors() || start_color() != OK)
		return PALETTE_NONE;
	if (COLORS >= 1 << 24)
		return PALETTE_DIRECT;
	if (COLORS >= 256)
		return PALETTE_CUBE;
	return can_change_color() ? PALETTE_FEW : PALETTE_NONE;
}

static int thousands(uint32_t rgb, int shift)
{
	return (int)((rgb >> shift & 255) * 1000 / 255);
}

static void set_colour(int index, uint32_t rgb)
{
	if (can_change_color())
		init_extended_color(
			index, thousands(rgb, 16), thousands(rgb, 8), thousands(rgb, 0));
	/* Bold is another colour there: make it the same. */
	if (ink.is_console) {
		char *twin =
			text_format("\033]P%X%06X", (unsigned)index + 8, (unsigned)rgb);

		ink.write_out(twin);
		free(twin);
	}
}

/* Numbers below eight are the terminal's own colours, whatever they are. */
static int direct(uint32_t rgb)
{
	return rgb < 8 ? 8 : (int)rgb;
}

static int number_of(struct colour colour, int few)
{
	switch (ink.palette) {
	case PALETTE_DIRECT:
		return direct(colour.rgb);
	case PALETTE_CUBE:
		set_colour(colour.index, colour.rgb);
		return colour.index;
	case PALETTE_FEW:
		set_colour(few, colour.rgb);
		return few;
	case PALETTE_NONE:
		break;
	}
	return few;
}

/* A code for phones is dark on light in every theme. */
static bool set_code_pair(void)
{
	struct colour dark = theme_colour(THEME_BLACK_ON_WHITE, INK_TEXT);
	struct colour light = theme_colour(THEME_BLACK_ON_WHITE, INK_PAPER);

	if (!has_colors())
		return false;
	if (ink.palette == PALETTE_NONE)
		return init_pair(PAIR_CODE, COLOR_BLACK, COLOR_WHITE) == OK;
	return init_extended_pair(PAIR_CODE, number_of(dark, COLOR_BLUE),
			   number_of(light, COLOR_YELLOW)) == OK;
}

static bool set_pairs(void)
{
	int paper = number_of(theme_colour(ink.theme, INK_PAPER), COLOR_BLACK);
	int text = number_of(theme_colour(ink.theme, INK_TEXT), COLOR_WHITE);
	int error = number_of(theme_colour(ink.theme, INK_ERROR), COLOR_RED);

	return init_extended_pair(PAIR_TEXT, text, paper) == OK &&
		   init_extended_pair(PAIR_ERROR, error, paper) == OK;
}

void ink_start(bool is_console, void (*write_out)(const char *bytes))
{
	ink.is_console = is_console;
	ink.write_out = write_out;
	ink.palette = find_palette();
	ink.has_code_pair = set_code_pair();
}

void ink_set_theme(enum theme theme)
{
	ink.theme = theme;
	if (ink.palette != PALETTE_NONE && !set_pairs())
		ink.palette = PALETTE_NONE; /* pairs that fail are black on black */
}

static bool is_inverted(void)
{
	return ink.palette == PALETTE_NONE &&
		   theme_colour(ink.theme, INK_PAPER).rgb == 0;
}

static short pair_of(unsigned style)
{
	if (style & STYLE_DARK_ON_LIGHT)
		return ink.has_code_pair ? PAIR_CODE : 0;
	if (ink.palette == PALETTE_NONE)
		return 0;
	return style & STYLE_ERROR ? PAIR_ERROR : PAIR_TEXT;
}

/* Where the terminal's own colours are unknown, light on dark is likelier. */
static bool is_reversed(unsigned style)
{
	if (style & STYLE_DARK_ON_LIGHT)
		return !ink.has_code_pair;
	return !!(style & STYLE_INVERSE) != is_inverted();
}

struct ink_of_style ink_of(unsigned style)
{
	struct ink_of_style of = { .attributes = A_NORMAL, .pair = pair_of(style) };

	if (is_reversed(style))
		of.attributes |= A_REVERSE;
	if (style & (STYLE_BOLD | STYLE_ERROR) && !(style & STYLE_DARK_ON_LIGHT))
		of.attributes |= A_BOLD;
	return of;
}

bool ink_has_themes(void)
{
	return ink.palette != PALETTE_NONE;
}

bool ink_is_modern(void)
{
	return ink.palette == PALETTE_CUBE || ink.palette == PALETTE_DIRECT;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/mosaic.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "lib/base/text.h"

static const char *const names[N_MOSAICS] = {
	[MOSAIC_SEXTANT] = "sextant",
	[MOSAIC_QUADRANT] = "quadrant",
	[MOSAIC_HALF] = "half",
};

struct known {
	const char *start; /* of the name, whatever the case */
	enum mosaic mosaic;
};

/* A terminal that is not listed may have half blocks at least: they stand in
 * every font with line drawing. */
static const struct known by_term[] = {
	{ "linux", MOSAIC_HALF },
	{ "xterm-256color", MOSAIC_SEXTANT },
	{ "xterm-direct", MOSAIC_SEXTANT },
	{ "xterm-kitty", MOSAIC_SEXTANT },
	{ "xterm-ghostty", MOSAIC_SEXTANT },
	{ "xterm", MOSAIC_QUADRANT },
	{ "foot", MOSAIC_SEXTANT },
	{ "vte", MOSAIC_SEXTANT },
	{ "gnome", MOSAIC_SEXTANT },
	{ "konsole", MOSAIC_SEXTANT },
	{ "kitty", MOSAIC_SEXTANT },
	{ "alacritty", MOSAIC_SEXTANT },
	{ "wezterm", MOSAIC_SEXTANT },
	{ "tmux", MOSAIC_SEXTANT },
	{ "screen-256color", MOSAIC_SEXTANT },
	{ "screen", MOSAIC_QUADRANT },
	{ "rxvt", MOSAIC_QUADRANT },
	{ NULL, MOSAIC_HALF },
};

static const struct known by_answer[] = {
	{ "xterm(", MOSAIC_QUADRANT }, /* sextants come from a font, with seams */
	{ "foot", MOSAIC_SEXTANT },
	{ "kitty", MOSAIC_SEXTANT },
	{ "konsole", MOSAIC_SEXTANT },
	{ "vte", MOSAIC_SEXTANT },
	{ "tmux", MOSAIC_SEXTANT },
	{ "wezterm", MOSAIC_SEXTANT },
	{ "ghostty", MOSAIC_SEXTANT },
	{ "contour", MOSAIC_SEXTANT },
	{ NULL, MOSAIC_HALF },
};

static const struct known *find(const struct known *known, const char *name)
{
	while (known->start &&
		   strncasecmp(name, known->start, strlen(known->start)) != 0)
		known++;
	return known;
}

enum mosaic mosaic_guess(const struct mosaic_hints *hints)
{
	const char *term = hints->term ? hints->term : "";
	enum mosaic mosaic = find(by_term, term)->mosaic;

	if (!hints->utf8)
		return MOSAIC_HALF;
	if (!text_empty(hints->xterm_version) && mosaic == MOSAIC_SEXTANT &&
		strncasecmp(term, "xterm", 5) == 0)
		return MOSAIC_QUADRANT;
	return mosaic;
}

enum mosaic mosaic_from_answer(enum mosaic guess, const char *name)
{
	const struct known *known = find(by_answer, name);

	return known->start ? known->mosaic : guess;
}

bool mosaic_from_name(const char *name, enum mosaic *mosaic)
{
	for (size_t i = 0; i < N_MOSAICS; i++) {
		if (strcmp(name, names[i]) == 0) {
			*mosaic = (enum mosaic)i;
			return true;
		}
	}
	return false;
}

const char *mosaic_name(enum mosaic mosaic)
{
	return names[mosaic];
}

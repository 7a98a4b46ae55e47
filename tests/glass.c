/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include <math.h>

#include "lib/ui/mosaic.h"
#include "lib/ui/theme.h"

/* Colours and block characters: what the glass can be trusted with. */

static double linear(uint32_t channel)
{
	double c = channel / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
		   0.0722 * linear(rgb & 255);
}

static double contrast(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

/* What a palette index is where nobody changed it. */
static uint32_t of_cube(int index)
{
	static const uint32_t steps[] = { 0, 95, 135, 175, 215, 255 };
	int i = index - 16;

	return steps[i / 36] << 16 | steps[i / 6 % 6] << 8 | steps[i % 6];
}

static void every_text_has_a_contrast_of_seven(void **state)
{
	(void)state;
	for (int theme = 0; theme < N_THEMES; theme++) {
		struct colour paper = theme_colour(theme, INK_PAPER);

		for (int ink = INK_TEXT; ink < N_INKS; ink++) {
			struct colour text = theme_colour(theme, ink);

			assert_true(contrast(text.rgb, paper.rgb) >= 7);
			assert_true(
				contrast(of_cube(text.index), of_cube(paper.index)) >= 7);
		}
	}
}

static void themes_are_found_by_name(void **state)
{
	enum theme theme;

	(void)state;
	for (int i = 0; i < N_THEMES; i++) {
		assert_true(theme_from_name(theme_name(i), &theme));
		assert_int_equal(theme, i);
	}
	assert_false(theme_from_name("pink-on-pink", &theme));
}

static enum mosaic guess(const char *term, const char *xterm)
{
	struct mosaic_hints hints = { term, xterm, true };

	return mosaic_guess(&hints);
}

static void guesses_what_a_terminal_can_draw(void **state)
{
	(void)state;
	assert_int_equal(guess("xterm-256color", NULL), MOSAIC_SEXTANT);
	assert_int_equal(guess("foot", NULL), MOSAIC_SEXTANT);
	assert_int_equal(guess("tmux-256color", NULL), MOSAIC_SEXTANT);
	assert_int_equal(guess("xterm-256color", "XTerm(379)"), MOSAIC_QUADRANT);
	assert_int_equal(guess("tmux-256color", "XTerm(379)"), MOSAIC_SEXTANT);
	assert_int_equal(guess("xterm", NULL), MOSAIC_QUADRANT);
	assert_int_equal(guess("linux", NULL), MOSAIC_HALF);
	assert_int_equal(guess("vt100", NULL), MOSAIC_HALF);
	assert_int_equal(guess(NULL, NULL), MOSAIC_HALF);
}

static void without_utf8_it_trusts_nothing_finer_than_halves(void **state)
{
	struct mosaic_hints hints = { "xterm-256color", NULL, false };

	(void)state;
	assert_int_equal(mosaic_guess(&hints), MOSAIC_HALF);
}

static void an_answer_mends_the_guess(void **state)
{
	(void)state;
	assert_int_equal(
		mosaic_from_answer(MOSAIC_SEXTANT, "XTerm(379)"), MOSAIC_QUADRANT);
	assert_int_equal(
		mosaic_from_answer(MOSAIC_QUADRANT, "foot(1.13.1)"), MOSAIC_SEXTANT);
	assert_int_equal(
		mosaic_from_answer(MOSAIC_HALF, "something new"), MOSAIC_HALF);
}

static void mosaics_are_found_by_name(void **state)
{
	enum mosaic mosaic;

	(void)state;
	for (int i = 0; i < N_MOSAICS; i++) {
		assert_true(mosaic_from_name(mosaic_name(i), &mosaic));
		assert_int_equal(mosaic, i);
	}
	assert_false(mosaic_from_name("dots", &mosaic));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_has_a_contrast_of_seven),
		cmocka_unit_test(themes_are_found_by_name),
		cmocka_unit_test(guesses_what_a_terminal_can_draw),
		cmocka_unit_test(without_utf8_it_trusts_nothing_finer_than_halves),
		cmocka_unit_test(an_answer_mends_the_guess),
		cmocka_unit_test(mosaics_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/ui/strip.h"
#include "lib/ui/type.h"

static const struct {
	const char *language, *text;
} samples[] = {
	{ "nl", "Alle mensen worden vrij en gelijk in waardigheid en rechten "
			"geboren. Coördinatie, ’s avonds: € 18,30 (½ uur)." },
	{ "en", "All human beings are born free and equal in dignity and rights. "
			"“Don’t worry” – it’s café-style." },
	{ "tr", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. "
			"İĞÜŞÖÇ ığüşöç." },
	{ "ar", "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. رقم 14 070 "
			"(uittreksel BRP)، ٣ من ٩؟" },
};

static struct type_style style_of(const char *language, int em)
{
	return (struct type_style){ language, em, 4. / 3, false };
}

static void lines_stay_within_their_width(void **state)
{
	struct type *type = type_new(NULL);

	(void)state;
	for (size_t s = 0; s < 4; s++)
		for (int width = 40; width < 400; width += 7) {
			struct type_style style = style_of(samples[s].language, 9);
			const struct type_paragraph *paragraph =
				type_paragraph(type, &style, samples[s].text, width);

			for (size_t i = 0; i < paragraph->n_lines; i++)
				assert_in_range(paragraph->lines[i].width, 0, width);
			type_turn(type);
		}
	type_free(type);
}

/* Only blanks may be missing between lines. */
static void every_letter_stands_on_one_line(void **state)
{
	struct type *type = type_new(NULL);

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		struct type_style style = style_of(samples[s].language, 13);
		const struct type_paragraph *paragraph =
			type_paragraph(type, &style, samples[s].text, 130);
		size_t at = 0;

		for (size_t i = 0; i < paragraph->n_lines; i++) {
			for (; at < paragraph->lines[i].start; at++)
				assert_int_equal(samples[s].text[at], ' ');
			at = paragraph->lines[i].end;
		}
		assert_int_equal(at, strlen(samples[s].text));
	}
	type_free(type);
}

static void the_fonts_have_all_letters_of_our_languages(void **state)
{
	struct type *type = type_new(NULL);

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		struct type_style style = style_of(samples[s].language, 13);

		type_paragraph(type, &style, samples[s].text, 500);
	}
	assert_int_equal(type_missing(type), 0);
	type_free(type);
}

static void a_letter_that_no_font_has_is_counted(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("nl", 9);

	(void)state;
	type_paragraph(type, &style, "a\U00012000b", 500);
	assert_int_equal(type_missing(type), 1);
	type_free(type);
}

static void a_missing_file_gives_way_to_the_next(void **state)
{
	const struct type_font fonts[] = { { "", "/nowhere/none.ttf", NULL, 0 },
		type_fonts[6], { NULL, NULL, NULL, 0 } };
	struct type *type = type_new(fonts);
	struct type_style style = style_of("nl", 9);
	const struct type_paragraph *paragraph;

	(void)state;
	paragraph = type_paragraph(type, &style, "Huis", 500);
	assert_true(paragraph->width > 20);
	assert_int_equal(type_missing(type), 0);
	type_free(type);
}

static void without_any_font_there_is_no_crash(void **state)
{
	const struct type_font fonts[] = { { "", "/nowhere/none.ttf", NULL, 0 },
		{ NULL, NULL, NULL, 0 } };
	struct type *type = type_new(fonts);
	struct type_style style = style_of("nl", 9);

	(void)state;
	assert_int_equal(type_paragraph(type, &style, "Huis", 50)->n_lines, 1);
	assert_true(type_missing(type) > 0);
	type_free(type);
}

struct ink {
	int left, right, top, bottom;
};

static void ink_dot(int x, int y, void *owner)
{
	struct ink *ink = owner;

	ink->left = x < ink->left ? x : ink->left;
	ink->right = x > ink->right ? x : ink->right;
	ink->top = y < ink->top ? y : ink->top;
	ink->bottom = y > ink->bottom ? y : ink->bottom;
}

static void all_ink_is_within_ascent_and_descent(void **state)
{
	struct type *type = type_new(NULL);

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		struct type_style style = style_of(samples[s].language, 11);
		const struct type_paragraph *paragraph =
			type_paragraph(type, &style, samples[s].text, 300);

		for (size_t i = 0; i < paragraph->n_lines; i++) {
			struct ink ink = { 0 };

			type_draw(type, &paragraph->lines[i], ink_dot, &ink);
			assert_true(ink.top >= -paragraph->ascent);
			assert_true(ink.bottom < paragraph->descent);
			assert_true(ink.left >= -2);
			assert_true(ink.right <= paragraph->lines[i].width + 2);
		}
	}
	type_free(type);
}

/* The word that comes first in reading stands last in a row of Dutch. */
static void arabic_runs_from_right_to_left(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("ar", 13);
	const struct type_paragraph *mixed =
		type_paragraph(type, &style, "باب AB", 500);
	const struct type_paragraph *latin =
		type_paragraph(type, &style, "AB", 500);
	const struct type_glyph *a = &latin->lines[0].glyphs[0];

	(void)state;
	assert_true(mixed->rtl);
	assert_int_equal(mixed->lines[0].glyphs[0].glyph, a->glyph);
	assert_int_equal(mixed->lines[0].glyphs[0].x, 0);
	type_free(type);
}

static void arabic_letters_join_across_a_cut_word(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("ar", 13);
	const struct type_paragraph *cut =
		type_paragraph(type, &style, "بببببببببببب", 30);
	const struct type_paragraph *alone = type_paragraph(type, &style, "ب", 500);

	(void)state;
	assert_true(cut->n_lines > 1);
	for (size_t i = 0; i < cut->lines[1].n_glyphs; i++)
		assert_int_not_equal(
			cut->lines[1].glyphs[i].glyph, alone->lines[0].glyphs[0].glyph);
	type_free(type);
}

static void a_word_that_is_too_long_gets_a_hyphen(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("nl", 9);
	const struct type_paragraph *word =
		type_paragraph(type, &style, "verblijfsvergunning", 60);
	const struct type_paragraph *hyphen = type_paragraph(type, &style, "-", 60);
	const struct type_line *first = &word->lines[0];

	(void)state;
	assert_true(word->n_lines > 1);
	assert_true(first->width <= 60);
	assert_int_equal(first->glyphs[first->n_glyphs - 1].glyph,
		hyphen->lines[0].glyphs[0].glyph);
	type_free(type);
}

static void line_ends_in_the_text_are_kept(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("nl", 9);
	const struct type_paragraph *paragraph =
		type_paragraph(type, &style, "een\n\ndrie", 500);

	(void)state;
	assert_int_equal(paragraph->n_lines, 3);
	assert_int_equal(paragraph->lines[1].n_glyphs, 0);
	assert_int_equal(paragraph->lines[2].start, 5);
	type_free(type);
}

static void an_empty_text_is_one_empty_line(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("nl", 9);

	(void)state;
	assert_int_equal(type_paragraph(type, &style, "", 50)->n_lines, 1);
	type_free(type);
}

static void what_was_lent_stays_until_the_next_turn(void **state)
{
	struct type *type = type_new(NULL);
	struct type_style style = style_of("nl", 9);
	const struct type_paragraph *first =
		type_paragraph(type, &style, "eerste", 500);
	int width = first->width;

	(void)state;
	for (int i = 0; i < 600; i++) {
		char text[16];

		snprintf(text, sizeof(text), "tekst %d", i);
		type_paragraph(type, &style, text, 500);
	}
	assert_ptr_equal(type_paragraph(type, &style, "eerste", 500), first);
	assert_int_equal(first->width, width);
	type_free(type);
}

static void each_mask_has_a_character_of_its_own(void **state)
{
	(void)state;
	for (int m = 0; m < N_MOSAICS; m++) {
		enum mosaic mosaic = (enum mosaic)m;
		int n = 1 << (strip_across(mosaic) * strip_down(mosaic));

		for (int a = 0; a < n; a++)
			for (int b = 0; b < a; b++)
				assert_int_not_equal(strip_letter(mosaic, (uint8_t)a),
					strip_letter(mosaic, (uint8_t)b));
	}
	assert_int_equal(strip_letter(MOSAIC_SEXTANT, 1), 0x1FB00);
	assert_int_equal(strip_letter(MOSAIC_SEXTANT, 62), 0x1FB3B);
	assert_int_equal(strip_letter(MOSAIC_SEXTANT, 21), 0x258C);
	assert_int_equal(strip_letter(MOSAIC_QUADRANT, 15), 0x2588);
}

static void dots_outside_a_plane_fall_away(void **state)
{
	struct plane plane;

	(void)state;
	plane_init(&plane, MOSAIC_SEXTANT, 2, 3);
	plane_dot(&plane, -1, 0);
	plane_dot(&plane, 0, 6);
	plane_dot(&plane, 6, 0);
	for (int i = 0; i < 6; i++)
		assert_int_equal(plane.masks[i], 0);
	plane_dot(&plane, 5, 5);
	assert_int_equal(plane.masks[5], 32);
	plane_clear(&plane);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_stay_within_their_width),
		cmocka_unit_test(every_letter_stands_on_one_line),
		cmocka_unit_test(the_fonts_have_all_letters_of_our_languages),
		cmocka_unit_test(a_letter_that_no_font_has_is_counted),
		cmocka_unit_test(a_missing_file_gives_way_to_the_next),
		cmocka_unit_test(without_any_font_there_is_no_crash),
		cmocka_unit_test(all_ink_is_within_ascent_and_descent),
		cmocka_unit_test(arabic_runs_from_right_to_left),
		cmocka_unit_test(arabic_letters_join_across_a_cut_word),
		cmocka_unit_test(a_word_that_is_too_long_gets_a_hyphen),
		cmocka_unit_test(line_ends_in_the_text_are_kept),
		cmocka_unit_test(an_empty_text_is_one_empty_line),
		cmocka_unit_test(what_was_lent_stays_until_the_next_turn),
		cmocka_unit_test(each_mask_has_a_character_of_its_own),
		cmocka_unit_test(dots_outside_a_plane_fall_away),
	};

	return cmocka_run_group_tests_name("type", tests, NULL, NULL);
}

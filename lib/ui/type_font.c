/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/type_font.h"

#include <stdlib.h>
#include <string.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ft.h>
#include <unictype.h>

#include "lib/base/log.h"
#include "lib/base/memory.h"

#define DEJAVU "/usr/share/fonts/truetype/dejavu/"
#define NOTO   "/usr/share/fonts/truetype/noto/"

#define NOTO_FONT(name) NOTO name "-Regular.ttf", NOTO name "-Bold.ttf"

const struct type_font type_fonts[] = {
	/* DejaVu's own Arabic must not win: it is much harder to read. Kufi keeps
	 * its shapes where pixels are very few. */
	{ "Arab", NOTO "NotoKufiArabic-Regular.ttf", NULL, 10 },
	{ "Arab", NOTO_FONT("NotoSansArabic"), 0 },
	{ "Arab", NOTO_FONT("NotoNaskhArabic"), 0 },
	{ "Deva", NOTO_FONT("NotoSansDevanagari"), 0 },
	{ "Ethi", NOTO_FONT("NotoSansEthiopic"), 0 },
	{ "Hebr", NOTO_FONT("NotoSansHebrew"), 0 },
	{ "Hani", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", NULL, 0 },
	{ "Hani", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", NULL,
		0 },
	{ "", DEJAVU "DejaVuSans.ttf", DEJAVU "DejaVuSans-Bold.ttf", 0 },
	{ "", NOTO_FONT("NotoSans"), 0 },
	{ "", NOTO "NotoSansSymbols2-Regular.ttf", NULL, 0 },
	{ NULL, NULL, NULL, 0 },
};

/* A file at a size: a face of its own, as HarfBuzz asks the face it was given
 * for advances at any moment. */
struct font {
	const struct type_font *source;
	bool bold;
	int em;
	int em_across; /* in 64ths of a pixel */
	FT_Face face;
	hb_font_t *shaper;
};

struct cached_glyph {
	bool used;
	unsigned font, glyph;
	struct glyph_picture picture;
};

struct font_shelf {
	FT_Library library;
	const struct type_font *sources;
	bool *broken; /* one for each source: said once, then passed over */
	struct font *fonts;
	size_t n_fonts;
	struct cached_glyph *glyphs; /* open addressing, a power of two */
	size_t n_glyphs, room;
	size_t missing;
};

enum { FIRST_ROOM = 512 };

struct font_shelf *font_shelf_new(const struct type_font *fonts)
{
	struct font_shelf *shelf = mem_new(1, sizeof(*shelf));
	size_t n = 0;

	shelf->sources = fonts ? fonts : type_fonts;
	while (shelf->sources[n].file)
		n++;
	shelf->broken = mem_new(n, sizeof(bool));
	if (FT_Init_FreeType(&shelf->library)) {
		log_error("out of memory");
		abort();
	}
	return shelf;
}

static const char *font_file(const struct type_font *source, bool bold)
{
	return bold && source->bold ? source->bold : source->file;
}

static FT_Face open_face(
	struct font_shelf *shelf, const struct type_font *source, bool bold)
{
	FT_Face face = NULL;

	if (!FT_New_Face(shelf->library, font_file(source, bold), 0, &face))
		return face;
	if (bold && source->bold &&
		!FT_New_Face(shelf->library, source->file, 0, &face))
		return face;
	log_error("cannot open font %s", source->file);
	shelf->broken[source - shelf->sources] = true;
	return NULL;
}

static bool is_same_font(const struct font *font,
	const struct type_font *source, const struct type_style *style)
{
	return font->source == source && font->bold == style->bold &&
		   font->em == style->em &&
		   font->em_across == (int)(style->em * style->stretch * 64);
}

/* Number of the font at that size, opened when it is new; -1: no such file. */
static int font_at(struct font_shelf *shelf, const struct type_font *source,
	const struct type_style *style)
{
	struct font *font;
	FT_Face face;

	for (size_t i = 0; i < shelf->n_fonts; i++)
		if (is_same_font(&shelf->fonts[i], source, style))
			return (int)i;
	face = shelf->broken[source - shelf->sources]
			   ? NULL
			   : open_face(shelf, source, style->bold);
	if (!face)
		return -1;
	shelf->fonts = mem_more(shelf->fonts, shelf->n_fonts, sizeof(*font));
	font = &shelf->fonts[shelf->n_fonts];
	*font = (struct font){ .source = source,
		.bold = style->bold,
		.em = style->em,
		.em_across = (int)(style->em * style->stretch * 64),
		.face = face };
	FT_Set_Char_Size(face, font->em_across, (FT_F26Dot6)style->em * 64, 72, 72);
	font->shaper = hb_ft_font_create_referenced(face);
	hb_ft_font_set_load_flags(font->shaper, FT_LOAD_TARGET_MONO);
	return (int)shelf->n_fonts++;
}

bool font_has(struct font_shelf *shelf, unsigned font, uint32_t letter)
{
	return FT_Get_Char_Index(shelf->fonts[font].face, letter) != 0;
}

static bool serves(const struct type_font *source, hb_script_t script)
{
	return *source->script &&
		   hb_script_from_string(source->script, -1) == script;
}

/* First the fonts of the script, then those for any, then all others. */
static int turn_of(const struct type_font *source,
	const struct type_style *style, hb_script_t script)
{
	if (source->below && style->em >= source->below)
		return 3; /* last of all */
	if (!*source->script)
		return 1;
	return serves(source, script) ? 0 : 2;
}

static int find_font(struct font_shelf *shelf, const struct type_style *style,
	uint32_t letter, hb_script_t script)
{
	for (int turn = 0; turn <= 3; turn++)
		for (const struct type_font *s = shelf->sources; s->file; s++) {
			int font = turn_of(s, style, script) == turn
						   ? font_at(shelf, s, style)
						   : -1;

			if (font >= 0 && font_has(shelf, (unsigned)font, letter))
				return font;
		}
	return -1;
}

/* Nothing is drawn for these, so it matters little which font has them. */
static bool is_invisible(uint32_t letter)
{
	return letter <= ' ' || uc_is_property_default_ignorable_code_point(letter);
}

static int any_font(struct font_shelf *shelf, const struct type_style *style)
{
	for (const struct type_font *s = shelf->sources; s->file; s++) {
		int font = font_at(shelf, s, style);

		if (font >= 0)
			return font;
	}
	return -1;
}

int font_pick(struct font_shelf *shelf, const struct type_style *style,
	uint32_t letter, hb_script_t script, int before)
{
	bool shared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
				  uc_is_general_category_withtable(
					  letter, UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Z);
	int font;

	if (before >= 0 &&
		(is_invisible(letter) ||
			(shared && font_has(shelf, (unsigned)before, letter))))
		return before;
	font = find_font(shelf, style, letter, script);
	if (font >= 0)
		return font;
	if (!is_invisible(letter))
		shelf->missing++;
	return before >= 0 ? before : any_font(shelf, style);
}

hb_font_t *font_shaper(struct font_shelf *shelf, unsigned font)
{
	return shelf->fonts[font].shaper;
}

static size_t glyph_place(
	const struct font_shelf *shelf, unsigned font, unsigned glyph)
{
	size_t at = (glyph * 2654435761u + font * 40503u) & (shelf->room - 1);

	while (shelf->glyphs[at].used &&
		   (shelf->glyphs[at].font != font || shelf->glyphs[at].glyph != glyph))
		at = (at + 1) & (shelf->room - 1);
	return at;
}

static void glyphs_grow(struct font_shelf *shelf)
{
	struct cached_glyph *old = shelf->glyphs;
	size_t n = shelf->room;

	shelf->room = n ? n * 2 : FIRST_ROOM;
	shelf->glyphs = mem_new(shelf->room, sizeof(*old));
	for (size_t i = 0; i < n; i++)
		if (old[i].used)
			shelf->glyphs[glyph_place(shelf, old[i].font, old[i].glyph)] =
				old[i];
	free(old);
}

static void glyph_raster(FT_Face face, unsigned glyph, struct glyph_picture *to)
{
	FT_GlyphSlot slot = face->glyph;

	if (FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_MONO) ||
		FT_Render_Glyph(slot, FT_RENDER_MODE_MONO) ||
		slot->bitmap.pixel_mode != FT_PIXEL_MODE_MONO || !slot->bitmap.buffer)
		return;
	to->left = slot->bitmap_left;
	to->top = slot->bitmap_top;
	to->width = (int)slot->bitmap.width;
	to->height = (int)slot->bitmap.rows;
	to->pitch = abs(slot->bitmap.pitch);
	to->bits =
		mem_copy(slot->bitmap.buffer, (size_t)to->pitch * (size_t)to->height);
}

const struct glyph_picture *font_glyph(
	struct font_shelf *shelf, unsigned font, unsigned glyph)
{
	struct cached_glyph *cached;

	if (shelf->n_glyphs * 4 >= shelf->room * 3)
		glyphs_grow(shelf);
	cached = &shelf->glyphs[glyph_place(shelf, font, glyph)];
	if (!cached->used) {
		cached->used = true;
		cached->font = font;
		cached->glyph = glyph;
		glyph_raster(shelf->fonts[font].face, glyph, &cached->picture);
		shelf->n_glyphs++;
	}
	return &cached->picture;
}

size_t font_missing(const struct font_shelf *shelf)
{
	return shelf->missing;
}

void font_shelf_forget(struct font_shelf *shelf)
{
	for (size_t i = 0; i < shelf->room; i++)
		free(shelf->glyphs[i].picture.bits);
	free(shelf->glyphs);
	for (size_t i = 0; i < shelf->n_fonts; i++) {
		hb_font_destroy(shelf->fonts[i].shaper);
		FT_Done_Face(shelf->fonts[i].face);
	}
	free(shelf->fonts);
	shelf->glyphs = NULL;
	shelf->fonts = NULL;
	shelf->n_glyphs = shelf->room = shelf->n_fonts = 0;
}

void font_shelf_free(struct font_shelf *shelf)
{
	if (!shelf)
		return;
	font_shelf_forget(shelf);
	FT_Done_FreeType(shelf->library);
	free(shelf->broken);
	free(shelf);
}

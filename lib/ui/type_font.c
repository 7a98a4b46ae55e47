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

/* A file is read once; its tables and what HarfBuzz made of them serve all
 * sizes. */
struct font_file {
	bool tried; /* a missing file is said once and passed over */
	hb_face_t *face;
	hb_font_t *probe; /* without size: which letters it has */
};

/* A file at a size. */
struct font {
	const struct font_file *file;
	int em;
	int em_across; /* in 64ths of a pixel */
	hb_font_t *shaper;
	FT_Face face; /* the shaper's */
};

struct cached_glyph {
	bool used;
	unsigned font, glyph;
	struct glyph_picture picture;
};

struct font_shelf {
	const struct type_font *sources;
	struct font_file *files; /* regular and bold of each source */
	size_t n_files;
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
	shelf->n_files = 2 * n;
	shelf->files = mem_new(shelf->n_files, sizeof(*shelf->files));
	return shelf;
}

/* NULL when it cannot be read. */
static const struct font_file *file_open(
	struct font_file *file, const char *name)
{
	hb_blob_t *blob;

	if (file->tried)
		return file->face ? file : NULL;
	file->tried = true;
	blob = hb_blob_create_from_file_or_fail(name);
	if (!blob) {
		log_error("cannot open font %s", name);
		return NULL;
	}
	file->face = hb_face_create(blob, 0);
	file->probe = hb_font_create(file->face);
	hb_blob_destroy(blob);
	return file;
}

static const struct font_file *file_of(struct font_shelf *shelf,
	const struct type_font *source, const struct type_style *style)
{
	struct font_file *files = &shelf->files[2 * (source - shelf->sources)];
	const struct font_file *bold =
		style->bold && source->bold ? file_open(&files[1], source->bold) : NULL;

	return bold ? bold : file_open(&files[0], source->file);
}

static bool file_has(const struct font_file *file, uint32_t letter)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(file->probe, letter, &glyph);
}

/* Number of the font at that size, made when it is new. */
static int font_at(struct font_shelf *shelf, const struct font_file *file,
	const struct type_style *style)
{
	int across = (int)(style->em * style->stretch * 64);
	struct font *font;

	for (size_t i = 0; i < shelf->n_fonts; i++) {
		font = &shelf->fonts[i];
		if (font->file == file && font->em == style->em &&
			font->em_across == across)
			return (int)i;
	}
	shelf->fonts = mem_more(shelf->fonts, shelf->n_fonts, sizeof(*font));
	font = &shelf->fonts[shelf->n_fonts];
	*font = (struct font){ .file = file, .em = style->em, .em_across = across };
	font->shaper = hb_font_create(file->face);
	hb_font_set_scale(font->shaper, across, style->em * 64);
	hb_ft_font_set_funcs(font->shaper);
	hb_ft_font_set_load_flags(font->shaper, FT_LOAD_TARGET_MONO);
	font->face = hb_ft_font_get_face(font->shaper);
	return (int)shelf->n_fonts++;
}

bool font_has(struct font_shelf *shelf, unsigned font, uint32_t letter)
{
	return file_has(shelf->fonts[font].file, letter);
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
			const struct font_file *file = turn_of(s, style, script) == turn
											   ? file_of(shelf, s, style)
											   : NULL;

			if (file && file_has(file, letter))
				return font_at(shelf, file, style);
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
		const struct font_file *file = file_of(shelf, s, style);

		if (file)
			return font_at(shelf, file, style);
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
	FT_GlyphSlot slot = face ? face->glyph : NULL;

	if (!slot || FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_MONO) ||
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
	for (size_t i = 0; i < shelf->n_fonts; i++)
		hb_font_destroy(shelf->fonts[i].shaper);
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
	for (size_t i = 0; i < shelf->n_files; i++) {
		hb_font_destroy(shelf->files[i].probe);
		hb_face_destroy(shelf->files[i].face);
	}
	free(shelf->files);
	free(shelf);
}

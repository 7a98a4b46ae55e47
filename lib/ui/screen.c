/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/screen.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

static const char *const role_names[N_ITEM_ROLES] = {
	[ITEM_TITLE] = "title",
	[ITEM_PLACE] = "place",
	[ITEM_NOTICE] = "notice",
	[ITEM_ERROR] = "error",
	[ITEM_TEXT] = "text",
	[ITEM_HEADING] = "heading",
	[ITEM_DETAIL] = "detail",
	[ITEM_CHOICE] = "choice",
	[ITEM_MARK] = "mark",
	[ITEM_FIELD] = "field",
	[ITEM_CHANGE] = "change",
	[ITEM_ACTION] = "action",
	[ITEM_MORE] = "more",
	[ITEM_MENU] = "menu",
	[ITEM_KEYS] = "keys",
	[ITEM_PICTURE] = "picture",
	[ITEM_QR] = "qr",
};

static const bool role_takes_focus[N_ITEM_ROLES] = {
	[ITEM_CHOICE] = true,
	[ITEM_MARK] = true,
	[ITEM_FIELD] = true,
	[ITEM_CHANGE] = true,
	[ITEM_ACTION] = true,
	[ITEM_MORE] = true,
	[ITEM_MENU] = true,
};

/* Languages that are written from right to left in their usual script. */
static const char *const rtl_languages[] = { "ar", "arc", "ary", "arz", "azb",
	"ckb", "dv", "fa", "he", "iw", "ji", "lrc", "mzn", "nqo", "pnb", "prs",
	"ps", "sd", "syr", "ug", "ur", "yi" };
static const char *const rtl_scripts[] = { "Adlm", "Arab", "Hebr", "Mand",
	"Nkoo", "Rohg", "Syrc", "Thaa" };

const char *role_name(enum item_role role)
{
	return role < N_ITEM_ROLES ? role_names[role] : "";
}

bool item_takes_focus(const struct item *item)
{
	return role_takes_focus[item->role];
}

static bool is_one_of(
	const char *word, size_t length, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(list[i]) == length && !strncasecmp(list[i], word, length))
			return true;
	return false;
}

/* A script of four letters ("ku-Arab", "az-Latn") beats the language. */
bool language_is_rtl(const char *language)
{
	size_t primary = strcspn(language, "-_");

	for (const char *tag = language + primary; *tag;) {
		size_t length = strcspn(++tag, "-_");

		if (length == 4 && (*tag < '0' || *tag > '9'))
			return is_one_of(tag, length, rtl_scripts,
				sizeof(rtl_scripts) / sizeof(*rtl_scripts));
		tag += length;
	}
	return is_one_of(language, primary, rtl_languages,
		sizeof(rtl_languages) / sizeof(*rtl_languages));
}

static void text_set(char **to, const char *from)
{
	char *safe = safe_text(from ? from : "", true);

	text_wipe(*to);
	*to = safe;
}

static void language_set(char to[16], const char *language)
{
	size_t n = language ? strnlen(language, 15) : 0;

	memset(to, 0, 16);
	if (n)
		memcpy(to, language, n);
}

struct item *screen_add(struct screen *screen, enum item_role role,
	const char *id, const char *label)
{
	struct item *item;

	screen->items = mem_more(screen->items, screen->n_items, sizeof(*item));
	item = &screen->items[screen->n_items++];
	item->role = role;
	item->decorative = role == ITEM_PICTURE;
	text_set(&item->id, id);
	text_set(&item->label, label);
	text_set(&item->value, "");
	text_set(&item->raw, "");
	text_set(&item->hint, "");
	text_set(&item->error, "");
	text_set(&item->pictogram, "");
	language_set(item->language, screen->language);
	return item;
}

void item_set_value(struct item *item, const char *value)
{
	text_set(&item->value, value);
}

void item_set_raw(struct item *item, enum value_kind kind, const char *raw)
{
	item->kind = kind;
	text_set(&item->raw, raw);
}

void item_set_aloud(struct item *item, const char *aloud)
{
	if (aloud)
		text_set(&item->aloud, aloud);
}

void item_set_hint(struct item *item, const char *hint)
{
	text_set(&item->hint, hint);
}

void item_set_error(struct item *item, const char *error)
{
	text_set(&item->error, error);
}

void item_set_pictogram(struct item *item, const char *name)
{
	text_set(&item->pictogram, name);
}

void item_set_language(struct item *item, const char *language)
{
	language_set(item->language, language);
}

size_t screen_find(const struct screen *screen, const char *id)
{
	for (size_t i = 0; i < screen->n_items; i++)
		if (text_same(screen->items[i].id, id))
			return i;
	return screen->n_items;
}

bool item_on_page(const struct item *item, size_t page)
{
	return item->first_page <= page && page <= item->last_page;
}

size_t screen_step(const struct screen *screen, size_t from, int direction)
{
	size_t at = from;

	while (direction < 0 ? at > 0 : at + 1 < screen->n_items) {
		const struct item *item;

		at = direction < 0 ? at - 1 : at + 1;
		item = &screen->items[at];
		if (item_takes_focus(item) && item_on_page(item, screen->page))
			return at;
	}
	return from;
}

void screen_begin(struct screen *screen, const char *name, const char *language)
{
	screen->name = safe_text(name ? name : "", false);
	language_set(screen->language, language);
	screen->rtl = language_is_rtl(screen->language);
	screen->pages = 1;
}

static void item_copy(struct item *to, const struct item *from)
{
	*to = *from;
	to->id = mem_text(from->id);
	to->label = mem_text(from->label);
	to->aloud = from->aloud ? mem_text(from->aloud) : NULL;
	to->value = mem_text(from->value);
	to->raw = mem_text(from->raw);
	to->hint = mem_text(from->hint);
	to->error = mem_text(from->error);
	to->pictogram = mem_text(from->pictogram);
}

static void item_clear(struct item *item)
{
	text_wipe(item->id);
	text_wipe(item->label);
	text_wipe(item->aloud);
	text_wipe(item->value);
	text_wipe(item->raw);
	text_wipe(item->hint);
	text_wipe(item->error);
	text_wipe(item->pictogram);
	explicit_bzero(item, sizeof(*item));
}

void screen_copy(struct screen *to, const struct screen *from)
{
	struct screen copy = *from;

	copy.name = mem_text(from->name);
	copy.items = NULL;
	/* One by one, so that the copy can be added to as well. */
	for (size_t i = 0; i < from->n_items; i++) {
		copy.items = mem_more(copy.items, i, sizeof(struct item));
		item_copy(&copy.items[i], &from->items[i]);
	}
	screen_clear(to);
	*to = copy;
}

void screen_clear(struct screen *screen)
{
	for (size_t i = 0; i < screen->n_items; i++)
		item_clear(&screen->items[i]);
	free(screen->items);
	free(screen->name);
	*screen = (struct screen){ 0 };
}

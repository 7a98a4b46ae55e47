/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/ui/screen_json.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"

static const char *state_word(const struct item *item)
{
	if (item->state & STATE_MASKED)
		return "masked";
	if (item->role != ITEM_CHOICE && item->role != ITEM_MARK)
		return "";
	return item->state & STATE_CHOSEN ? "chosen" : "not chosen";
}

static json_t *item_to_json(const struct item *item)
{
	return json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:s, s:s, s:s, s:s, s:b}", "id",
		item->id, "role", role_name(item->role), "label", item->label, "value",
		item->value, "state", state_word(item), "n", item->n, "of", item->of,
		"hint", item->hint, "error", item->error, "language", item->language,
		"privacy", item->privacy == PRIVACY_PRIVATE ? "private" : "public",
		"decorative", item->decorative);
}

json_t *screen_to_json(const struct screen *screen)
{
	json_t *items = json_array();

	for (size_t i = 0; i < screen->n_items; i++)
		json_array_append_new(items, item_to_json(&screen->items[i]));
	return json_pack("{s:s, s:s, s:s, s:s, s:I, s:I, s:o}", "name",
		screen->name, "language", screen->language, "direction",
		screen->rtl ? "rtl" : "ltr", "focus",
		screen->focus < screen->n_items ? screen->items[screen->focus].id : "",
		"page", (json_int_t)screen->page + 1, "pages",
		(json_int_t)screen->pages, "items", items);
}

static const char *text_at(const json_t *json, const char *key)
{
	const char *text = json_string_value(json_object_get(json, key));

	return text ? text : "";
}

static int number_at(const json_t *json, const char *key)
{
	return (int)json_integer_value(json_object_get(json, key));
}

static enum item_role role_of(const char *name)
{
	for (int role = 0; role < N_ITEM_ROLES; role++)
		if (text_same(role_name((enum item_role)role), name))
			return (enum item_role)role;
	return N_ITEM_ROLES;
}

static bool item_from_json(struct screen *screen, const json_t *json)
{
	enum item_role role = role_of(text_at(json, "role"));
	const char *state = text_at(json, "state");
	struct item *item;

	if (role == N_ITEM_ROLES)
		return fail("no role of an item: \"%s\"", text_at(json, "role"));
	item =
		screen_add(screen, role, text_at(json, "id"), text_at(json, "label"));
	item_set_value(item, text_at(json, "value"));
	item_set_hint(item, text_at(json, "hint"));
	item_set_error(item, text_at(json, "error"));
	item_set_pictogram(item, text_at(json, "pictogram"));
	if (*text_at(json, "language"))
		item_set_language(item, text_at(json, "language"));
	item->n = number_at(json, "n");
	item->of = number_at(json, "of");
	item->state = text_same(state, "chosen")   ? STATE_CHOSEN
				  : text_same(state, "masked") ? STATE_MASKED
											   : 0;
	item->privacy = text_same(text_at(json, "privacy"), "private")
						? PRIVACY_PRIVATE
						: PRIVACY_PUBLIC;
	item->decorative = json_is_true(json_object_get(json, "decorative"));
	return true;
}

bool screen_from_json(struct screen *screen, const json_t *json)
{
	const json_t *items = json_object_get(json, "items");
	size_t index;
	json_t *item;

	if (!json_is_array(items))
		return fail("a screen has a list of items");
	screen_begin(screen, text_at(json, "name"), text_at(json, "language"));
	screen->rtl = text_same(text_at(json, "direction"), "rtl");
	json_array_foreach(items, index, item)
	{
		if (!item_from_json(screen, item)) {
			screen_clear(screen);
			return false;
		}
	}
	screen->focus = screen_find(screen, text_at(json, "focus"));
	if (number_at(json, "pages") > 0)
		screen->pages = (size_t)number_at(json, "pages");
	if (number_at(json, "page") > 0)
		screen->page = (size_t)number_at(json, "page") - 1;
	return true;
}

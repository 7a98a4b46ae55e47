/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"

static void set(char **text, const char *to)
{
	char *copy = to ? mem_text(to) : NULL;

	free(*text);
	*text = copy;
}

/* The Dutch is not what it was when this was translated. */
static void change_dutch(struct po_item *item, const char *dutch)
{
	if (strcmp(item->id, dutch) == 0)
		return;
	if (*item->text && item->old_id && strcmp(item->old_id, dutch) == 0) {
		/* And now it is again. */
		item->fuzzy = item->old_context != NULL;
		set(&item->old_id, NULL);
	} else if (*item->text) {
		if (!item->fuzzy || !item->old_id)
			set(&item->old_id, item->id);
		item->fuzzy = true;
	}
	set(&item->id, dutch);
}

static bool is_gone(const struct po_item *item, const json_t *texts)
{
	return item->context &&
		   (item->obsolete || !json_object_get(texts, item->context));
}

/* The translation of the same Dutch in a place that is gone: its question got
 * another key. */
static const struct po_item *same_elsewhere(
	const struct po_file *po, const json_t *texts, const char *dutch)
{
	for (size_t i = 0; i < po->n; i++) {
		const struct po_item *item = &po->items[i];

		if (is_gone(item, texts) && *item->text && text_same(item->id, dutch))
			return item;
	}
	return NULL;
}

static void fill_new(struct po_item *item, const struct po_item *like)
{
	if (!like)
		return;
	set(&item->text, like->text);
	set(&item->comments, like->comments);
	set(&item->old_context, like->context);
	item->fuzzy = true;
}

static void move_item(struct po_file *to, struct po_item *from)
{
	struct po_item *added = po_file_add(to, "");

	po_item_clear(added);
	*added = *from;
	*from = (struct po_item){ 0 };
}

static void take_text(struct po_file *out, struct po_file *po,
	const json_t *texts, const char *place, const char *dutch)
{
	struct po_item *found = po_file_find(po, place, false);
	struct po_item *added;

	if (!found)
		found = po_file_find(po, place, true);
	if (found) {
		move_item(out, found);
		added = &out->items[out->n - 1];
		added->obsolete = false;
		change_dutch(added, dutch);
		return;
	}
	added = po_file_add(out, place);
	set(&added->id, dutch);
	fill_new(added, same_elsewhere(po, texts, dutch));
}

static void fill_given(struct po_item *item, const json_t *given, bool doubted)
{
	const char *text = json_string_value(json_object_get(given, item->context));

	if (!text || !*text || (*item->text && !item->fuzzy))
		return;
	set(&item->text, text);
	set(&item->old_id, NULL);
	set(&item->old_context, NULL);
	item->fuzzy = doubted;
}

static void take_texts(struct po_file *out, struct po_file *po,
	const json_t *texts, struct overlay_count *count)
{
	const char *place;
	json_t *text;

	json_object_foreach(lend(texts), place, text)
	{
		take_text(out, po, texts, place, json_string_value(text));
		count->texts++;
	}
}

static void count_item(const struct po_item *item, struct overlay_count *count)
{
	if (!*item->text)
		count->missing++;
	else if (item->fuzzy)
		count->fuzzy++;
	else
		count->done++;
}

/* What is left has no text any more; what was never translated is no loss. */
static void keep_unused(
	struct po_file *out, struct po_file *po, struct overlay_count *count)
{
	for (size_t i = 0; i < po->n; i++) {
		struct po_item *item = &po->items[i];

		if (!item->context || !*item->text)
			continue;
		item->obsolete = true;
		move_item(out, item);
		count->obsolete++;
	}
}

void overlay_update(struct po_file *po, const json_t *texts,
	const json_t *given, bool doubted, struct overlay_count *count)
{
	struct po_file out = { 0 };

	*count = (struct overlay_count){ 0 };
	if (po->n && po->items[0].id && !po->items[0].context)
		move_item(&out, &po->items[0]);
	take_texts(&out, po, texts, count);
	for (size_t i = 0; i < out.n; i++) {
		struct po_item *item = &out.items[i];

		if (!item->context)
			continue;
		fill_given(item, given, doubted);
		count_item(item, count);
	}
	keep_unused(&out, po, count);
	out.tail = po->tail;
	po->tail = NULL;
	po_file_clear(po);
	*po = out;
}

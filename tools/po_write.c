/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "lib/base/text.h"
#include "tools/po_file.h"

static void add_escaped(struct text *out, const char *text, size_t n)
{
	static const char escaped[] = "\n\t\"\\", names[] = "nt\"\\";

	text_add(out, "\"");
	for (; n; n--, text++) {
		const char *found = strchr(escaped, *text);

		if (found)
			text_addf(out, "\\%c", names[found - escaped]);
		else
			text_add_n(out, text, 1);
	}
	text_add(out, "\"\n");
}

/* One line; of a text with lines, and of a header, one for each. */
static void add_part(struct text *out, const char *before, const char *word,
	const char *text, bool lines)
{
	const char *feed = strchr(text, '\n');

	text_addf(out, "%s%s ", before, word);
	if (!feed || (!feed[1] && !lines)) {
		add_escaped(out, text, strlen(text));
		return;
	}
	text_add(out, "\"\"\n");
	while (*text) {
		size_t n = strcspn(text, "\n");

		n += text[n] == '\n';
		text_add(out, before);
		add_escaped(out, text, n);
		text += n;
	}
}

static void add_item(struct text *out, const struct po_item *item)
{
	const char *before = item->obsolete ? "#~ " : "";
	const char *old = item->obsolete ? "#~| " : "#| ";

	text_add(out, item->comments);
	if (item->fuzzy || *item->flags)
		text_addf(out, "#, %s%s%s\n", item->fuzzy ? "fuzzy" : "",
			item->fuzzy && *item->flags ? ", " : "", item->flags);
	if (item->old_context)
		add_part(out, old, "msgctxt", item->old_context, false);
	if (item->old_id)
		add_part(out, old, "msgid", item->old_id, false);
	if (item->context)
		add_part(out, before, "msgctxt", item->context, false);
	add_part(out, before, "msgid", item->id, false);
	add_part(out, before, "msgstr", item->text, !item->context);
}

char *po_file_bytes(const struct po_file *po)
{
	struct text out = { 0 };

	for (size_t i = 0; i < po->n; i++) {
		if (i)
			text_add(&out, "\n");
		add_item(&out, &po->items[i]);
	}
	if (po->tail)
		text_addf(&out, "\n%s", po->tail);
	return text_take(&out);
}

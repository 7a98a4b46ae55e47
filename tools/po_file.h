/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_PO_FILE_H
#define TOOLS_PO_FILE_H
/*
 * A whole PO file, with what translators wrote around the texts, so that it
 * can be written again and nothing is lost: comments, flags, what a text was
 * before, and entries that are no longer used.
 */
#include <stdbool.h>
#include <stddef.h>

struct po_item {
	char *comments; /* lines "# …", "#. …", "#: …" as they stand; "" */
	char *flags;    /* of "#, …" without fuzzy: "no-wrap, c-format"; "" */
	bool fuzzy, obsolete;
	char *context; /* NULL for the header */
	char *id, *text;
	char *old_context, *old_id; /* of "#| …"; NULL when there is none */
	int line;
};

struct po_file {
	struct po_item *items; /* the header first, when there is one */
	size_t n;
	char *tail; /* comments behind the last entry, or NULL */
};

/* false with what is wrong, to be freed: "line 12: …". */
bool po_file_read(
	struct po_file *po, const char *bytes, size_t size, char **wrong);
/* The bytes to write, to be freed. */
char *po_file_bytes(const struct po_file *po);
/* Makes the header a new file begins with; `day` as "2026-11-25". */
void po_file_begin(struct po_file *po, const char *language, const char *day);
/* The new last item, empty, of `context` (copied). */
struct po_item *po_file_add(struct po_file *po, const char *context);
/* The used (or else unused) item of a place, or NULL. */
struct po_item *po_file_find(
	const struct po_file *po, const char *context, bool obsolete);
void po_item_clear(struct po_item *item);
void po_file_clear(struct po_file *po);

#endif

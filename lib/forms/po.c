/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/po.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum po_part { PO_NONE, PART_CONTEXT, PART_ID, PART_TEXT, N_PO_PARTS };

struct reader {
	struct po *po;
	struct form_fault *fault;
	json_t *seen; /* the contexts so far */
	int line;
	/* The entry that is being read. */
	struct text parts[N_PO_PARTS];
	bool has[N_PO_PARTS];
	enum po_part part; /* the last keyword, to which loose texts add */
	bool fuzzy;
	int entry_line;
};

static bool wrong(struct reader *reader, int line, const char *what)
{
	if (!reader->fault->text)
		reader->fault->text = text_format("line %d: %s", line, what);
	return false;
}

static void begin_entry(struct reader *reader)
{
	for (int i = 0; i < N_PO_PARTS; i++) {
		text_clear(&reader->parts[i]);
		reader->has[i] = false;
	}
	reader->part = PO_NONE;
	reader->fuzzy = false;
}

static bool is_header(const struct reader *reader)
{
	return !reader->has[PART_CONTEXT] && !reader->parts[PART_ID].size;
}

static bool end_header(struct reader *reader)
{
	const char *header = reader->parts[PART_TEXT].bytes;
	const char *charset = header ? strstr(header, "charset=") : NULL;

	if (charset && strncasecmp(charset + 8, "utf-8", 5) != 0)
		return wrong(reader, reader->entry_line, "another charset than UTF-8");
	if (reader->po->n_entries)
		return wrong(reader, reader->entry_line, "an entry without msgctxt");
	return true;
}

static bool add_entry(struct reader *reader)
{
	struct po *po = reader->po;
	struct po_entry *entry;
	const char *context = reader->parts[PART_CONTEXT].bytes;

	if (!reader->has[PART_CONTEXT])
		return wrong(reader, reader->entry_line, "an entry without msgctxt");
	if (json_object_get(reader->seen, context ? context : ""))
		return wrong(
			reader, reader->entry_line, "a second entry of this place");
	json_object_set_new(reader->seen, context ? context : "", json_true());
	po->entries = mem_more(po->entries, po->n_entries, sizeof *po->entries);
	entry = &po->entries[po->n_entries++];
	entry->context = text_take(&reader->parts[PART_CONTEXT]);
	entry->id = text_take(&reader->parts[PART_ID]);
	entry->text = text_take(&reader->parts[PART_TEXT]);
	entry->fuzzy = reader->fuzzy;
	entry->line = reader->entry_line;
	return true;
}

static bool end_entry(struct reader *reader)
{
	bool fine = true;

	if (reader->part == PO_NONE)
		return true;
	if (!reader->has[PART_ID])
		fine = wrong(reader, reader->entry_line, "an entry without msgid");
	else if (!reader->has[PART_TEXT])
		fine = wrong(reader, reader->entry_line, "an entry without msgstr");
	else if (is_header(reader))
		fine = end_header(reader);
	else
		fine = add_entry(reader);
	begin_entry(reader);
	return fine;
}

static char unescaped(char c)
{
	static const char names[] = "nt\"\\";
	static const char meant[] = "\n\t\"\\";
	const char *found = c ? strchr(names, c) : NULL;

	if (!found)
		return '\0';
	return meant[found - names];
}

/* A quoted text and nothing behind it. */
static bool read_quoted(struct reader *reader, struct text *out, const char *at)
{
	if (*at++ != '"')
		return wrong(reader, reader->line, "a text must begin with a quote");
	while (*at && *at != '"') {
		char c = *at++;

		if (c == '\\') {
			c = unescaped(*at);
			if (!c)
				return wrong(reader, reader->line,
					"only \\n, \\t, \\\" and \\\\ can follow a backslash");
			at++;
		}
		text_add_n(out, &c, 1);
	}
	if (*at != '"')
		return wrong(reader, reader->line, "a text that does not end");
	if (at[1 + strspn(at + 1, " \t")])
		return wrong(reader, reader->line, "something behind a text");
	return true;
}

static bool begin_part(struct reader *reader, enum po_part part)
{
	bool first = part == PART_CONTEXT ||
				 (part == PART_ID && reader->part != PART_CONTEXT);

	if (first) {
		bool fuzzy = reader->fuzzy;

		/* The flag stands before the entry, and after the one before. */
		if (reader->part != PO_NONE) {
			if (!end_entry(reader))
				return false;
			fuzzy = false;
		}
		reader->fuzzy = fuzzy;
		reader->entry_line = reader->line;
	}
	if (part == PART_TEXT && reader->part != PART_ID)
		return wrong(reader, reader->line, "a msgstr without msgid before it");
	reader->has[part] = true;
	reader->part = part;
	return true;
}

static bool read_keyword(struct reader *reader, const char *at)
{
	static const struct {
		const char *name;
		enum po_part part;
	} keywords[] = {
		{ "msgctxt", PART_CONTEXT },
		{ "msgid", PART_ID },
		{ "msgstr", PART_TEXT },
	};
	size_t n = strcspn(at, " \t\"");

	for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
		if (strlen(keywords[i].name) != n ||
			strncmp(keywords[i].name, at, n) != 0)
			continue;
		at += n;
		at += strspn(at, " \t");
		return begin_part(reader, keywords[i].part) &&
			   read_quoted(reader, &reader->parts[reader->part], at);
	}
	if (text_starts(at, "msgid_plural") || text_starts(at, "msgstr["))
		return wrong(reader, reader->line, "plurals have no place in a form");
	return wrong(reader, reader->line, "an unknown word");
}

static bool read_comment(struct reader *reader, const char *line)
{
	/* A comment belongs to the entry that follows. */
	if (reader->part == PART_TEXT && !end_entry(reader))
		return false;
	if (line[1] == ',' && strstr(line, "fuzzy"))
		reader->fuzzy = true;
	return true;
}

static bool read_line(struct reader *reader, const char *line)
{
	line += strspn(line, " \t");
	if (!*line)
		return true;
	if (*line == '#')
		return read_comment(reader, line);
	if (*line != '"')
		return read_keyword(reader, line);
	if (reader->part == PO_NONE)
		return wrong(reader, reader->line, "a text without a word before it");
	return read_quoted(reader, &reader->parts[reader->part], line);
}

static bool read_lines(struct reader *reader, const char *bytes)
{
	bool fine = true;

	while (fine && *bytes) {
		size_t n = strcspn(bytes, "\n");
		size_t shown = n && bytes[n - 1] == '\r' ? n - 1 : n;
		char *line = mem_text_n(bytes, shown);

		reader->line++;
		fine = read_line(reader, line);
		free(line);
		bytes += n + (bytes[n] == '\n');
	}
	return fine && end_entry(reader);
}

bool po_read(
	struct po *po, const char *bytes, size_t size, struct form_fault *fault)
{
	struct reader reader = { .po = po, .fault = fault };
	char *copy = mem_text_n(bytes, size);
	bool fine;

	*po = (struct po){ 0 };
	fault->text = NULL;
	reader.seen = json_object();
	if (strlen(copy) != size || !text_is_utf8(bytes, size))
		fine = wrong(&reader, 1, "not UTF-8");
	else
		fine = read_lines(&reader, copy);
	begin_entry(&reader);
	json_decref(reader.seen);
	free(copy);
	if (!fine)
		po_clear(po);
	return fine;
}

void po_clear(struct po *po)
{
	for (size_t i = 0; i < po->n_entries; i++) {
		free(po->entries[i].context);
		free(po->entries[i].id);
		free(po->entries[i].text);
	}
	free(po->entries);
	*po = (struct po){ 0 };
}

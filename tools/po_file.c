/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/po_file.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum part { PART_CONTEXT, PART_ID, PART_TEXT, N_PARTS, PART_NONE = N_PARTS };

struct reader {
	struct po_file *po;
	char **wrong;
	int line;
	/* The entry that is being read. */
	struct text comments, flags;
	struct text parts[N_PARTS], old[N_PARTS];
	bool has[N_PARTS], has_old[N_PARTS];
	enum part part; /* the last keyword, to which loose texts add */
	bool in_old, obsolete, fuzzy;
	int entry_line;
};

static bool wrong(const struct reader *reader, const char *what)
{
	if (!*reader->wrong)
		*reader->wrong = text_format("line %d: %s", reader->line, what);
	return false;
}

static void begin_entry(struct reader *reader)
{
	text_clear(&reader->comments);
	text_clear(&reader->flags);
	for (int i = 0; i < N_PARTS; i++) {
		text_clear(&reader->parts[i]);
		text_clear(&reader->old[i]);
		reader->has[i] = reader->has_old[i] = false;
	}
	reader->part = PART_NONE;
	reader->in_old = reader->obsolete = reader->fuzzy = false;
}

static bool has_entry(const struct reader *reader)
{
	return reader->has[PART_CONTEXT] || reader->has[PART_ID] ||
		   reader->has[PART_TEXT];
}

static struct po_item *new_item(struct po_file *po)
{
	po->items = mem_more(po->items, po->n, sizeof *po->items);
	return &po->items[po->n++];
}

static bool end_entry(struct reader *reader)
{
	struct po_item *item;

	if (!has_entry(reader))
		return true;
	if (!reader->has[PART_ID] || !reader->has[PART_TEXT])
		return wrong(reader, "an entry without msgid or msgstr before it");
	if (!reader->has[PART_CONTEXT] && reader->parts[PART_ID].size)
		return wrong(reader, "an entry without msgctxt before it");
	item = new_item(reader->po);
	item->comments = text_take(&reader->comments);
	item->flags = text_take(&reader->flags);
	item->fuzzy = reader->fuzzy;
	item->obsolete = reader->obsolete;
	item->line = reader->entry_line;
	if (reader->has[PART_CONTEXT])
		item->context = text_take(&reader->parts[PART_CONTEXT]);
	item->id = text_take(&reader->parts[PART_ID]);
	item->text = text_take(&reader->parts[PART_TEXT]);
	if (reader->has_old[PART_CONTEXT])
		item->old_context = text_take(&reader->old[PART_CONTEXT]);
	if (reader->has_old[PART_ID])
		item->old_id = text_take(&reader->old[PART_ID]);
	begin_entry(reader);
	return true;
}

static bool add_quoted(struct reader *reader, struct text *out, const char *at)
{
	static const char names[] = "nt\"\\", meant[] = "\n\t\"\\";

	if (*at++ != '"')
		return wrong(reader, "a text must begin with a quote");
	for (; *at && *at != '"'; at++) {
		const char *found;

		if (*at != '\\') {
			text_add_n(out, at, 1);
			continue;
		}
		found = at[1] ? strchr(names, at[1]) : NULL;
		if (!found)
			return wrong(
				reader, "only \\n, \\t, \\\" and \\\\ follow a backslash");
		text_add_n(out, &meant[found - names], 1);
		at++;
	}
	if (*at != '"' || at[1 + strspn(at + 1, " \t")])
		return wrong(reader, "a text that does not end, or goes on");
	return true;
}

static struct text *part_text(struct reader *reader, enum part part)
{
	return reader->in_old ? &reader->old[part] : &reader->parts[part];
}

static bool begin_part(struct reader *reader, enum part part, bool old)
{
	bool first = part == PART_CONTEXT || !reader->has[PART_CONTEXT];

	if (!old && part != PART_TEXT && first && reader->has[PART_TEXT] &&
		!end_entry(reader))
		return false;
	if (!old && reader->has[part] && !end_entry(reader))
		return false;
	if (!old && !has_entry(reader))
		reader->entry_line = reader->line;
	reader->in_old = old;
	reader->part = part;
	if (old)
		reader->has_old[part] = true;
	else
		reader->has[part] = true;
	return true;
}

static bool read_keyword(struct reader *reader, const char *at, bool old)
{
	static const char *const names[N_PARTS] = { "msgctxt", "msgid", "msgstr" };
	size_t n = strcspn(at, " \t\"");

	if (*at == '"') {
		if (reader->part == PART_NONE || reader->in_old != old)
			return wrong(reader, "a text without a word before it");
		return add_quoted(reader, part_text(reader, reader->part), at);
	}
	for (int i = 0; i < N_PARTS; i++) {
		if (strlen(names[i]) != n || strncmp(names[i], at, n) != 0)
			continue;
		at += n + strspn(at + n, " \t");
		return begin_part(reader, (enum part)i, old) &&
			   add_quoted(reader, part_text(reader, (enum part)i), at);
	}
	return wrong(reader, "an unknown word");
}

/* What stands between commas, but for fuzzy. */
static void read_flags(struct reader *reader, const char *at)
{
	while (*at) {
		size_t n;

		at += strspn(at, ", \t");
		n = strcspn(at, ", \t");
		if (n == strlen("fuzzy") && strncmp(at, "fuzzy", n) == 0)
			reader->fuzzy = true;
		else if (n)
			text_addf(&reader->flags, "%s%.*s", reader->flags.size ? ", " : "",
				(int)n, at);
		at += n;
	}
}

static const char *past_blanks(const char *at)
{
	return at + strspn(at, " \t");
}

static bool read_obsolete(struct reader *reader, const char *at)
{
	bool old = *at == '|';

	at = past_blanks(at + old);
	if (!*at)
		return true;
	/* The first unused entry behind used ones. */
	if (has_entry(reader) && !reader->obsolete && !end_entry(reader))
		return false;
	if (reader->has[PART_TEXT] && (old || text_starts(at, "msgctxt")) &&
		!end_entry(reader))
		return false;
	reader->obsolete = true;
	return read_keyword(reader, at, old);
}

static bool read_comment(struct reader *reader, const char *line)
{
	if (line[1] == '~')
		return read_obsolete(reader, past_blanks(line + 2));
	if (reader->has[PART_TEXT] && !end_entry(reader))
		return false;
	if (line[1] == ',') {
		read_flags(reader, line + 2);
		return true;
	}
	if (line[1] == '|') {
		const char *at = past_blanks(line + 2);

		return !*at || read_keyword(reader, at, true);
	}
	text_addf(&reader->comments, "%s\n", line);
	return true;
}

static bool read_line(struct reader *reader, const char *line)
{
	line = past_blanks(line);
	if (!*line)
		return true;
	if (*line == '#')
		return read_comment(reader, line);
	return read_keyword(reader, line, false);
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
	fine = fine && end_entry(reader);
	/* Comments that nothing follows. */
	if (fine && reader->comments.size)
		reader->po->tail = text_take(&reader->comments);
	return fine;
}

bool po_file_read(
	struct po_file *po, const char *bytes, size_t size, char **wrong_)
{
	struct reader reader = { .po = po, .wrong = wrong_, .line = 0 };
	char *copy = mem_text_n(bytes, size);
	bool fine;

	*po = (struct po_file){ 0 };
	*wrong_ = NULL;
	begin_entry(&reader);
	if (strlen(copy) != size || !text_is_utf8(bytes, size))
		fine = wrong(&reader, "not UTF-8");
	else
		fine = read_lines(&reader, copy);
	begin_entry(&reader);
	free(copy);
	if (!fine)
		po_file_clear(po);
	return fine;
}

struct po_item *po_file_add(struct po_file *po, const char *context)
{
	struct po_item *item = new_item(po);

	item->comments = mem_text("");
	item->flags = mem_text("");
	item->context = mem_text(context);
	item->id = mem_text("");
	item->text = mem_text("");
	return item;
}

struct po_item *po_file_find(
	const struct po_file *po, const char *context, bool obsolete)
{
	for (size_t i = 0; i < po->n; i++) {
		struct po_item *item = &po->items[i];

		if (item->context && item->obsolete == obsolete &&
			strcmp(item->context, context) == 0)
			return item;
	}
	return NULL;
}

void po_file_begin(struct po_file *po, const char *language, const char *day)
{
	struct po_item *header = po_file_add(po, "");

	free(header->context);
	header->context = NULL;
	free(header->text);
	header->text = text_format("Project-Id-Version: opendeur-forms\n"
							   "PO-Revision-Date: %s 00:00+0000\n"
							   "Last-Translator: Open Deur\n"
							   "Language-Team: Open Deur\n"
							   "Language: %s\n"
							   "MIME-Version: 1.0\n"
							   "Content-Type: text/plain; charset=UTF-8\n"
							   "Content-Transfer-Encoding: 8bit\n",
		day, language);
}

void po_item_clear(struct po_item *item)
{
	free(item->comments);
	free(item->flags);
	free(item->context);
	free(item->id);
	free(item->text);
	free(item->old_context);
	free(item->old_id);
	*item = (struct po_item){ 0 };
}

void po_file_clear(struct po_file *po)
{
	for (size_t i = 0; i < po->n; i++)
		po_item_clear(&po->items[i]);
	free(po->items);
	free(po->tail);
	*po = (struct po_file){ 0 };
}

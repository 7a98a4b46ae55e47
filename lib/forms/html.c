/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/html.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/entity.h"

enum { MOST_LISTS = 8, MOST_TAG = 4096 };

/* What was written, and what is owed before the next letter is. */
struct writer {
	struct text out;
	int breaks; /* line feeds: 0, 1 or 2 */
	bool blank;
	bool cell;                   /* a cell of this row was written */
	int lists;                   /* depth */
	int numbers[MOST_LISTS + 1]; /* of the last item; -1 = bullets */
	size_t mark_end;             /* where the last bullet ends in `out` */
	char *address;               /* of the link that is open */
	size_t link_from;            /* where its text starts in `out` */
};

static void owe_breaks(struct writer *writer, int n)
{
	if (writer->breaks < n)
		writer->breaks = n;
	writer->blank = false;
}

static void pay(struct writer *writer)
{
	if (!writer->out.size)
		writer->breaks = 0;
	else if (writer->breaks)
		text_add(&writer->out, writer->breaks > 1 ? "\n\n" : "\n");
	else if (writer->blank && writer->out.bytes[writer->out.size - 1] != ' ')
		text_add(&writer->out, " ");
	writer->breaks = 0;
	writer->blank = false;
}

static void write_char(struct writer *writer, uint32_t c)
{
	if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0) {
		writer->blank = true;
		return;
	}
	pay(writer);
	text_add_char(&writer->out, c);
}

static void take_block(struct writer *writer, bool closing)
{
	(void)closing;
	/* A paragraph right behind the bullet of its item stays beside it. */
	if (!writer->mark_end || writer->out.size != writer->mark_end)
		owe_breaks(writer, 2);
}

static void take_line(struct writer *writer, bool closing)
{
	if (!closing)
		owe_breaks(writer, writer->breaks < 2 ? writer->breaks + 1 : 2);
}

static void open_list(struct writer *writer, int number)
{
	owe_breaks(writer, writer->lists ? 1 : 2);
	if (writer->lists < MOST_LISTS)
		writer->lists++;
	writer->numbers[writer->lists] = number;
}

static void take_list(struct writer *writer, bool closing)
{
	if (!closing) {
		open_list(writer, -1);
		return;
	}
	if (writer->lists)
		writer->lists--;
	owe_breaks(writer, writer->lists ? 1 : 2);
}

static void take_numbered(struct writer *writer, bool closing)
{
	if (closing)
		take_list(writer, true);
	else
		open_list(writer, 0);
}

static void take_item(struct writer *writer, bool closing)
{
	int *number = &writer->numbers[writer->lists];

	owe_breaks(writer, 1);
	if (closing)
		return;
	pay(writer);
	if (writer->lists && *number >= 0)
		text_addf(&writer->out, "%d. ", ++*number);
	else
		text_add(&writer->out, "• ");
	writer->mark_end = writer->out.size;
}

static void take_row(struct writer *writer, bool closing)
{
	(void)closing;
	owe_breaks(writer, 1);
	writer->cell = false;
}

static void take_cell(struct writer *writer, bool closing)
{
	if (closing)
		return;
	/* A comma, as a voice pauses there. */
	if (writer->cell) {
		text_add(&writer->out, ",");
		writer->blank = true;
	}
	writer->cell = true;
}

/* What of an address people type or dial; NULL for one that leads nowhere. */
static const char *bare_address(const char *address)
{
	static const char *const schemes[] = { "https://", "http://",
		"mailto:", "tel:" };

	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
		size_t n = strlen(schemes[i]);

		if (strncasecmp(address, schemes[i], n) == 0)
			return address[n] ? address + n : NULL;
	}
	return NULL;
}

/* Nobody types the slash at its end. */
static void add_address(struct text *out, const char *address)
{
	size_t n = strlen(address);

	text_add_n(out, address, n > 1 && address[n - 1] == '/' ? n - 1 : n);
}

static bool same_address(const char *text, const char *address)
{
	size_t n = strlen(address);
	const char *bare = bare_address(text);

	if (bare)
		text = bare;
	if (n && address[n - 1] == '/')
		n--;
	return strncasecmp(text, address, n) == 0 &&
		   (text[n] == '\0' || (text[n] == '/' && text[n + 1] == '\0'));
}

static void close_link(struct writer *writer)
{
	const char *bare = writer->address ? bare_address(writer->address) : NULL;

	if (bare) {
		size_t from = writer->link_from;
		char *text =
			text_trim(writer->out.size > from ? writer->out.bytes + from : "");

		if (!*text) {
			pay(writer);
			add_address(&writer->out, bare);
		} else if (!same_address(text, bare)) {
			text_add(&writer->out, " (");
			add_address(&writer->out, bare);
			text_add(&writer->out, ")");
		}
		free(text);
	}
	free(writer->address);
	writer->address = NULL;
}

static const struct tag {
	const char *name;
	void (*take)(struct writer *writer, bool closing);
} tags[] = {
	{ "br", take_line },
	{ "p", take_block },
	{ "div", take_block },
	{ "h1", take_block },
	{ "h2", take_block },
	{ "h3", take_block },
	{ "h4", take_block },
	{ "h5", take_block },
	{ "h6", take_block },
	{ "blockquote", take_block },
	{ "figure", take_block },
	{ "table", take_block },
	{ "ul", take_list },
	{ "ol", take_numbered },
	{ "li", take_item },
	{ "tr", take_row },
	{ "td", take_cell },
	{ "th", take_cell },
};

/* The value of href in the inside of a tag; NULL when there is none. */
static char *href_of(const char *inside, size_t size)
{
	char *copy = mem_text_n(inside, size);
	char *at = strcasestr(copy, "href");
	char *value = NULL;

	if (at) {
		at += strlen("href");
		at += strspn(at, " \t\r\n");
	}
	if (at && *at == '=') {
		size_t n;

		at += 1 + strspn(at + 1, " \t\r\n");
		if (*at == '"' || *at == '\'') {
			const char *quote = *at++ == '"' ? "\"" : "'";

			n = strcspn(at, quote);
		} else {
			n = strcspn(at, " \t\r\n");
		}
		value = mem_text_n(at, n);
	}
	free(copy);
	return value;
}

static char *without_entities(const char *text)
{
	struct text out = { 0 };

	while (*text) {
		uint32_t c = *text == '&' ? entity_next(&text) : 0;

		text_add_char(&out, c ? c : text_next(&text));
	}
	return text_take(&out);
}

static void open_link(struct writer *writer, const char *inside, size_t size)
{
	char *raw = href_of(inside, size);

	close_link(writer);
	if (raw)
		writer->address = without_entities(raw);
	writer->link_from = writer->out.size;
	free(raw);
}

static void take_tag(struct writer *writer, const char *inside, size_t size)
{
	bool closing = size && *inside == '/';
	const char *name = inside + closing;
	size_t n = 0;

	while (name + n < inside + size && isalnum((unsigned char)name[n]))
		n++;
	if (n == 1 && (*name == 'a' || *name == 'A')) {
		if (closing)
			close_link(writer);
		else
			open_link(writer, inside, size);
		return;
	}
	for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
		if (strlen(tags[i].name) == n && !strncasecmp(tags[i].name, name, n))
			tags[i].take(writer, closing);
	}
}

/* Past the end of an element whose inside is never shown, or NULL. */
static const char *skip_hidden(const char *at)
{
	static const char *const hidden[] = { "script", "style", "template",
		"iframe", "svg", "head", "title" };

	if (strncmp(at, "<!--", 4) == 0) {
		const char *end = strstr(at, "-->");

		return end ? end + 3 : at + strlen(at);
	}
	for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
		size_t n = strlen(hidden[i]);
		char close[16];
		const char *end;

		if (strncasecmp(at + 1, hidden[i], n) != 0 ||
			isalnum((unsigned char)at[1 + n]))
			continue;
		snprintf(close, sizeof close, "</%s", hidden[i]);
		end = strcasestr(at, close);
		end = end ? strchr(end, '>') : NULL;
		return end ? end + 1 : at + strlen(at);
	}
	return NULL;
}

/* The '>' of the tag at `at`, blind to quoted ones; NULL when it is no tag.
 * Looks no further than any real tag goes, so that "<a<a<a" costs little. */
static const char *tag_end(const char *at)
{
	char quote = 0;

	if (!isalpha((unsigned char)at[1]) && !strchr("/!?", at[1]))
		return NULL;
	if (!at[1])
		return NULL;
	for (size_t n = 0; *++at && n < MOST_TAG; n++) {
		if (quote && *at == quote)
			quote = 0;
		else if (quote)
			continue;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '>')
			return at;
		else if (*at == '<')
			return NULL;
	}
	return NULL;
}

static const char *take_markup(struct writer *writer, const char *at)
{
	const char *past = skip_hidden(at);
	const char *end;

	if (past)
		return past;
	end = tag_end(at);
	if (!end) {
		write_char(writer, '<');
		return at + 1;
	}
	take_tag(writer, at + 1, (size_t)(end - at - 1));
	return end + 1;
}

char *html_to_text(const char *html)
{
	struct writer writer = { 0 };
	char *text, *safe;

	while (*html) {
		uint32_t c = 0;

		if (*html == '<') {
			html = take_markup(&writer, html);
			continue;
		}
		if (*html == '&')
			c = entity_next(&html);
		write_char(&writer, c ? c : text_next(&html));
	}
	close_link(&writer);
	text = text_take(&writer.out);
	safe = safe_text(text, true);
	free(text);
	return safe;
}

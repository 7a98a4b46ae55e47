/* SPDX-License-Identifier: EUPL-1.2 */
#include "kiosk/voice/words.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"

enum { MOST_ALIKE = 3, LONGEST_TOKEN = 40, MOST_APOSTROPHES = 2 };

struct cleaning {
	struct text out;
	uint32_t last;   /* added to out; ' ' at first */
	int token;       /* characters since the last blank */
	int apostrophes; /* in this token */
};

static bool is_letter(uint32_t c)
{
	return uc_is_general_category(c, UC_LETTER);
}

static bool is_digit(uint32_t c)
{
	return uc_is_general_category(c, UC_DECIMAL_DIGIT_NUMBER);
}

static bool is_mark(uint32_t c)
{
	return uc_is_general_category(c, UC_MARK) || c == 0x200C || c == 0x200D;
}

static void add_blank(struct cleaning *cleaning)
{
	if (cleaning->last != ' ')
		text_add(&cleaning->out, " ");
	cleaning->last = ' ';
	cleaning->token = 0;
	cleaning->apostrophes = 0;
}

static void add(struct cleaning *cleaning, uint32_t c)
{
	if (cleaning->token >= LONGEST_TOKEN && !is_mark(c))
		add_blank(cleaning);
	text_add_char(&cleaning->out, c);
	cleaning->last = c;
	cleaning->token++;
}

/* Each is said where it can be: "aaaaa" as "5 a", digits one by one. */
static void add_many(struct cleaning *cleaning, uint32_t c, int n)
{
	if (is_digit(c)) {
		for (int i = 0; i < n; i++) {
			add(cleaning, c);
			add(cleaning, ',');
			add_blank(cleaning);
		}
		return;
	}
	add_blank(cleaning);
	if (is_letter(c)) {
		char *count = text_format("%d ", n);
		text_add(&cleaning->out, count);
		text_add_char(&cleaning->out, c);
		cleaning->last = c;
		free(count);
	}
	add_blank(cleaning);
}

static void add_joint(struct cleaning *cleaning, uint32_t c, uint32_t next)
{
	bool inside = (is_letter(cleaning->last) || is_mark(cleaning->last)) &&
				  is_letter(next);

	if (text_is_apostrophe(c) && ++cleaning->apostrophes > MOST_APOSTROPHES)
		inside = false;
	if (inside)
		add(cleaning, text_is_apostrophe(c) ? '\'' : '-');
	else
		add_blank(cleaning);
}

static void add_melody(struct cleaning *cleaning, uint32_t c)
{
	if (text_is_melody(cleaning->last))
		return;
	if (cleaning->last == ' ' && cleaning->out.size > 1 && c != '(') {
		cleaning->out.size--;
		cleaning->last = 0;
	}
	add(cleaning, c);
	/* Never "A.B.C.": the engine would search it for an abbreviation. */
	if (c != '(')
		add_blank(cleaning);
}

static void add_character(struct cleaning *cleaning, uint32_t c, uint32_t next)
{
	bool has_letter = cleaning->last != ' ';

	if (is_letter(c) || is_digit(c) || (is_mark(c) && has_letter))
		add(cleaning, c);
	else if (text_is_melody(c))
		add_melody(cleaning, c);
	else if (c == '-' || c == 0x2010 || c == 0x2011 || text_is_apostrophe(c))
		add_joint(cleaning, c, next);
	else
		add_blank(cleaning);
}

static uint32_t peek(const char *at)
{
	return text_next(&at);
}

static char *clean(const char *text)
{
	struct cleaning cleaning = { .last = ' ' };
	uint32_t c;

	while ((c = text_next(&text)) != 0) {
		const char *after = text;
		int alike = 1;

		while (peek(after) == c) {
			text_next(&after);
			alike++;
		}
		if (alike > MOST_ALIKE) {
			add_many(&cleaning, c, alike);
			text = after;
		} else {
			add_character(&cleaning, c, peek(text));
		}
	}
	return text_take(&cleaning.out);
}

/* One form for each letter with its accents, or the engine spells them. */
static char *composed(const char *text)
{
	size_t size = 0;
	uint8_t *bytes = u8_normalize(
		UNINORM_NFC, (const uint8_t *)text, strlen(text), NULL, &size);
	char *copy = mem_text_n(
		bytes ? (const char *)bytes : text, bytes ? size : strlen(text));

	if (bytes)
		explicit_bzero(bytes, size);
	free(bytes);
	return copy;
}

/* A Chinese character is a word, so it counts double. */
static int weight(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) ? 2
																		  : 1;
}

static bool ends_sentence(uint32_t c)
{
	return c == '.' || c == '?' || c == '!' || c == ';' || c == 0x61F ||
		   c == 0x61B || c == 0x3002 || c == 0x964;
}

/* How many bytes the next piece takes: to the last sentence end that leaves
 * it half full, else to the last blank, else to the limit. */
static size_t piece_size(const char *text)
{
	const char *at = text, *blank = NULL, *sentence = NULL, *full;
	uint32_t last = 0;
	int n = 0;

	for (;;) {
		uint32_t c;

		full = at;
		c = text_next(&at);
		if (c == 0)
			return (size_t)(full - text);
		n += weight(c);
		if (n > PIECE_CHARACTERS)
			break;
		if (c == ' ')
			blank = at;
		if (c == ' ' && ends_sentence(last) && n > PIECE_CHARACTERS / 2)
			sentence = at;
		last = c;
	}
	if (sentence)
		return (size_t)(sentence - text);
	return (size_t)((blank ? blank : full) - text);
}

struct words words_of(const char *text)
{
	struct words words = { 0 };
	char *safe = safe_text(text, false);
	char *whole = composed(safe);
	char *ready = clean(whole);
	const char *at = ready;

	while (*at) {
		size_t size = piece_size(at);
		char *piece = mem_text_n(at, size);

		at += size;
		if (text_empty(piece)) {
			free(piece);
			continue;
		}
		words.pieces = mem_more(words.pieces, words.n, sizeof *words.pieces);
		words.pieces[words.n++] = piece;
	}
	text_wipe(safe);
	text_wipe(whole);
	text_wipe(ready);
	return words;
}

void words_clear(struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		text_wipe(words->pieces[i]);
	free(words->pieces);
	*words = (struct words){ 0 };
}

/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A text to be spoken: what the rules know becomes words, every other sign
 * its name or a pause, and nothing is left that could act on an engine or make
 * it stumble.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>

#include "lib/base/memory.h"
#include "lib/ui/verbal_tongue.h"

enum { MOST_ALIKE = 3, LONGEST_WORD = 40 };

struct prose {
	struct text out;
	const struct tongue *tongue;
	uint32_t before; /* the character of the text before this one */
	int letters;     /* so far in this word */
};

static bool is_word(uint32_t c)
{
	return uc_is_general_category(c, UC_LETTER) ||
		   uc_is_general_category(c, UC_MARK) || c == 0x200C || c == 0x200D;
}

static bool is_number(uint32_t c)
{
	return uc_is_general_category(c, UC_DECIMAL_DIGIT_NUMBER);
}

static bool is_quote(uint32_t c)
{
	return c == '"' || text_is_apostrophe(c) || c == 0xAB || c == 0xBB ||
		   (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static bool ends_with(const struct prose *prose, char c)
{
	size_t size = prose->out.size;

	return size && prose->out.bytes && prose->out.bytes[size - 1] == c;
}

static void add_blank(struct prose *prose)
{
	if (prose->out.size && !ends_with(prose, ' '))
		text_add(&prose->out, " ");
}

static void drop_blank(struct prose *prose)
{
	if (prose->out.bytes && ends_with(prose, ' '))
		prose->out.bytes[--prose->out.size] = '\0';
}

static bool after_melody(const struct prose *prose)
{
	const char *at = prose->out.size ? prose->out.bytes : "";
	uint32_t c, last = 0;

	/* Only the end of what stands there counts; texts are short. */
	while ((c = text_next(&at)) != 0) {
		if (c != ' ')
			last = c;
	}
	return last == 0 || text_is_melody(last);
}

static void add_pause(struct prose *prose, const char *pause)
{
	if (after_melody(prose))
		return;
	drop_blank(prose);
	text_add(&prose->out, pause);
}

static void add_word(struct prose *prose, const char *word)
{
	if (!ends_with(prose, '('))
		add_blank(prose);
	text_add(&prose->out, word);
	add_blank(prose);
}

static uint32_t peek(const char *at)
{
	return text_next(&at);
}

static void add_sign(struct prose *prose, uint32_t c, uint32_t next)
{
	const char *word = tongue_sign(prose->tongue, c);
	bool inside = is_word(prose->before) && is_word(next);

	if (inside && (is_dash(c) || text_is_apostrophe(c)))
		text_add(&prose->out, is_dash(c) ? "-" : "'");
	else if (is_quote(c))
		add_blank(prose);
	else if (is_dash(c) || (c == '/' && !is_number(prose->before)) ||
			 (word && !*word))
		add_pause(prose, ", ");
	else
		add_word(prose, word ? word : prose->tongue->unknown_sign);
}

static void add_melody(struct prose *prose, uint32_t c, uint32_t next)
{
	drop_blank(prose);
	if (c == '(')
		add_blank(prose);
	text_add_char(&prose->out, c);
	/* "A.B": two words, or the engine takes it for one it knows. */
	if ((is_word(next) || is_number(next)) && c != '(')
		text_add(&prose->out, " ");
}

/* How often the same character comes again from here. */
static size_t alike(const char *at, uint32_t c)
{
	size_t n = 1;

	while (text_next(&at) == c)
		n++;
	return n;
}

/* "-----" is "5 keer streepje"; a row of dots is only a pause. */
static void add_many(struct prose *prose, uint32_t c, size_t n)
{
	char *count = text_format("%zu", n);
	struct text name = { 0 };

	if (c == '.' || c == 0xB7 || c == 0x2026 || c == ' ') {
		add_pause(prose, ", ");
	} else {
		text_add(&name, tongue_sign(prose->tongue, c));
		if (!name.size && is_word(c))
			text_add_char(&name, c);
		add_blank(prose);
		if (name.size)
			fill(&prose->out, prose->tongue->times,
				(const char *[]){ count, name.bytes, "" });
		add_blank(prose);
	}
	text_clear(&name);
	free(count);
}

static void add_letter(struct prose *prose, uint32_t c)
{
	if (++prose->letters > LONGEST_WORD) {
		add_blank(prose);
		prose->letters = 1;
	}
	text_add_char(&prose->out, c);
}

static void add_character(struct prose *prose, const char **at)
{
	uint32_t c = text_next(at), next = peek(*at);
	size_t n = alike(*at, c);

	if (!is_word(c))
		prose->letters = 0;
	if (n > MOST_ALIKE && !is_number(c)) {
		add_many(prose, c, n);
		while (--n)
			text_next(at);
	} else if (c == '\n') {
		add_pause(prose, ". ");
		add_blank(prose);
	} else if (c == ' ') {
		add_blank(prose);
	} else if (is_word(c) || is_number(c)) {
		add_letter(prose, c);
	} else if (text_is_melody(c)) {
		add_melody(prose, c, next);
	} else {
		add_sign(prose, c, next);
	}
	prose->before = c;
}

/* Arabic-Indic and Persian digits as ASCII, so that rules know them too. */
static char *with_plain_digits(const char *text)
{
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&text)) != 0) {
		int digit = digit_value(c);

		text_add_char(&out, digit >= 0 ? (uint32_t)('0' + digit) : c);
	}
	return text_take(&out);
}

static bool starts_word(uint32_t before)
{
	return !is_word(before) && !is_number(before);
}

/* "saat 14:30" has the word that the words for a time begin with: once. */
static const char *without_repetition(
	const struct prose *prose, const char *words)
{
	size_t n = strcspn(words, " ");
	size_t size = prose->out.size;

	if (words[n] != ' ' || size < n + 1 || !ends_with(prose, ' ') ||
		strncasecmp(prose->out.bytes + size - n - 1, words, n) != 0)
		return words;
	return words + n + 1;
}

void say_prose(struct text *out, const struct tongue *tongue, const char *text)
{
	char *plain = with_plain_digits(text);
	const char *at = plain;
	struct prose prose = { .tongue = tongue, .before = ' ' };

	while (*at) {
		struct text words = { 0 };
		size_t n =
			starts_word(prose.before) ? verbal_rule(&words, tongue, at) : 0;

		if (n) {
			text_add(&prose.out, without_repetition(&prose, words.bytes));
			prose.before = (unsigned char)at[n - 1];
			at += n;
		} else {
			add_character(&prose, &at);
		}
		text_clear(&words);
	}
	drop_blank(&prose);
	text_add(out, prose.out.bytes);
	text_clear(&prose.out);
	free(plain);
}

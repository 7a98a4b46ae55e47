/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/orphan/words.h"

#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "lib/base/memory.h"

enum kind { NO_WORD, LETTERS, DIGITS };

/* Apart, as digits keep their direction in a line from right to left. */
static enum kind kind_of(uint32_t c)
{
	if (uc_is_general_category(c, UC_LETTER))
		return LETTERS;
	return uc_is_general_category(c, UC_NUMBER) ? DIGITS : NO_WORD;
}

static bool is_unseen(uint32_t c)
{
	return uc_is_general_category(c, UC_MARK) || c == 0x200C || c == 0x200D ||
		   c == 0x640; /* tatweel only widens a word */
}

static char *plain_form(const char *word)
{
	size_t size = 0;
	uint8_t *form = u8_normalize(
		UNINORM_NFKC, (const uint8_t *)word, strlen(word) + 1, NULL, &size);
	char *copy = form ? mem_text((const char *)form) : mem_text("");

	free(form);
	return copy;
}

static void add_word(struct words *words, const char *word)
{
	char *form = plain_form(word);

	words->words = mem_more(words->words, words->n, sizeof *words->words);
	words->words[words->n++] = form;
	text_add(&words->joined, form);
}

typedef void take_word(struct words *words, const char *word);

static void each_word(struct words *words, const char *text, take_word *take)
{
	struct text word = { 0 };
	enum kind kind = NO_WORD;
	uint32_t c;

	do {
		enum kind now;

		c = text_next(&text);
		if (c && is_unseen(c))
			continue;
		now = c ? kind_of(c) : NO_WORD;
		if (now != kind && word.size) {
			take(words, word.bytes);
			text_clear(&word);
		}
		if (now != NO_WORD)
			text_add_char(&word, c);
		kind = now;
	} while (c);
}

void words_add(struct words *words, const char *text)
{
	if (text)
		each_word(words, text, add_word);
}

static char *mirror_of(const char *word)
{
	size_t n = 0, length = text_length(word);
	uint32_t *letters = mem_new(length + 1, sizeof *letters);
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&word)) != 0)
		letters[n++] = c;
	while (n > 0)
		text_add_char(&out, letters[--n]);
	free(letters);
	return text_take(&out);
}

/* Joined Arabic stands back to front, also where a ligature holds two letters:
 * so it is mirrored as it stands, before the letters are told apart. */
static void add_both_ways(struct words *words, const char *word)
{
	char *mirrored = mirror_of(word);

	add_word(words, word);
	add_word(words, mirrored);
	free(mirrored);
}

void words_add_row(struct words *words, const char *row)
{
	each_word(words, row, add_both_ways);
}

void words_clear(struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		free(words->words[i]);
	free(words->words);
	text_clear(&words->joined);
	*words = (struct words){ 0 };
}

bool words_have(const struct words *words, const char *word)
{
	for (size_t i = 0; i < words->n; i++) {
		if (strcmp(words->words[i], word) == 0)
			return true;
	}
	return words->joined.bytes && strstr(words->joined.bytes, word);
}

bool words_cover(const struct words *words, const char *text)
{
	struct words wanted = { 0 };
	bool all = true;

	words_add(&wanted, text);
	for (size_t i = 0; i < wanted.n; i++)
		all = all && words_have(words, wanted.words[i]);
	words_clear(&wanted);
	return all;
}

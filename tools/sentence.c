/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/sentence.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "tools/dutch.h"
#include "tools/plain_words.h"

static bool is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c >= 0x3041;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Part of a word when between others: "e-mail", "zo'n", "18,30". */
static bool is_inside(uint32_t c)
{
	return is_letter(c) || is_digit(c) || c == 0x2019 ||
		   (c && c < 0x80 && strchr("'-.,/@%$_", (int)c));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_short_form(const char *begin, const char *end)
{
	static const char *const forms[] = { "bijv.", "bv.", "dhr.", "dr.", "drs.",
		"enz.", "evt.", "incl.", "ing.", "ir.", "m.b.t.", "mevr.", "mr.", "mw.",
		"nr.", "o.a.", "p.", "prof.", "st.", "t.a.v.", "tel.", "t/m.", NULL };
	const char *from = end;
	char *word, *lower;
	bool found;

	while (from > begin && !strchr(" \t\n(", from[-1]))
		from--;
	word = mem_text_n(from, (size_t)(end - from));
	lower = dutch_lower(word);
	found = plain_word_in(forms, lower);
	free(lower);
	free(word);
	return found;
}

/* Past the end of the sentence that begins at `begin`. */
static const char *sentence_end(const char *begin)
{
	const char *at = begin;

	while (*at && *at != '\n') {
		const char *next = at;
		uint32_t c = text_next(&next);
		bool stops = c == '.' || c == '?' || c == '!' || c == 0x2026;

		at = next;
		while (stops && *at && strchr("\")'", *at))
			at++;
		if (stops && (is_blank(*at) || *at == '\n' || !*at) &&
			!(c == '.' && is_short_form(begin, at)))
			return at;
	}
	return at;
}

static void add_word(struct sentence *sentence, const char *from, size_t size)
{
	struct word *word;
	char *text = mem_text_n(from, size);
	const char *at = text;
	size_t end = strlen(text);
	uint32_t c;

	/* Marks inside a word are none at its end: "kaart,". */
	while (end && strchr("'-.,/@_", text[end - 1]))
		text[--end] = '\0';
	sentence->words =
		mem_more(sentence->words, sentence->n_words, sizeof *sentence->words);
	word = &sentence->words[sentence->n_words++];
	word->text = text;
	word->lower = dutch_lower(text);
	while ((c = text_next(&at)))
		word->spoken = word->spoken || is_letter(c);
}

static void mark_clause(struct sentence *sentence, uint32_t c)
{
	if (sentence->n_words && c < 0x80 && c && strchr(",;:()", (int)c))
		sentence->words[sentence->n_words - 1].ends_clause = true;
}

static void find_words(struct sentence *sentence)
{
	const char *at = sentence->text;

	while (*at) {
		const char *from = at, *next = at;
		uint32_t c = text_next(&next);

		if (!is_letter(c) && !is_digit(c)) {
			mark_clause(sentence, c);
			at = next;
			continue;
		}
		while (*at) {
			next = at;
			c = text_next(&next);
			if (!is_inside(c))
				break;
			at = next;
		}
		add_word(sentence, from, (size_t)(at - from));
		mark_clause(sentence, (uint32_t)(unsigned char)at[-1]);
	}
}

static bool has_spoken(const struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->n_words; i++) {
		if (sentence->words[i].spoken)
			return true;
	}
	return false;
}

bool sentence_next(struct sentence *sentence, const char **at)
{
	while (**at) {
		struct sentence found = { 0 };
		const char *end;

		*at += strspn(*at, " \t\r\n");
		end = sentence_end(*at);
		found.text = mem_text_n(*at, (size_t)(end - *at));
		*at = end;
		find_words(&found);
		if (has_spoken(&found)) {
			*sentence = found;
			return true;
		}
		sentence_clear(&found);
	}
	*sentence = (struct sentence){ 0 };
	return false;
}

void sentence_clear(struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->n_words; i++) {
		free(sentence->words[i].text);
		free(sentence->words[i].lower);
	}
	free(sentence->words);
	free(sentence->text);
	*sentence = (struct sentence){ 0 };
}

char *sentence_flat(const struct sentence *sentence)
{
	struct text flat = { 0 };

	text_add(&flat, " ");
	for (size_t i = 0; i < sentence->n_words; i++) {
		text_add(&flat, sentence->words[i].lower);
		text_add(&flat, " ");
	}
	return text_take(&flat);
}

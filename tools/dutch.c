/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/dutch.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tools/plain_words.h"

enum { LONG_SYLLABLES = 4, LONG_LETTERS = 14, MOST_ABBREVIATION = 5 };

static uint32_t lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
		return c + 0x20;
	if (c >= 0x100 && c <= 0x137)
		return c | 1;
	return c;
}

char *dutch_lower(const char *word)
{
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&word)))
		text_add_char(&out, lower(c));
	return text_take(&out);
}

/* Accents go; a trema becomes '-', as it begins a syllable. */
static void add_folded(struct text *out, uint32_t c)
{
	static const char bases[] = "aaaaaaaceeeeiiiidnooooo/ouuuuypy";

	if (c == 0xEB || c == 0xEF || c == 0xF6 || c == 0xFC)
		text_add(out, "-");
	if (c >= 0xE0 && c <= 0xFF)
		text_add_n(out, &bases[c - 0xE0], 1);
	else if (c < 0x80)
		text_add_char(out, c);
	else
		text_add(out, "'");
}

static char *folded(const char *word)
{
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&word)))
		add_folded(&out, lower(c));
	return text_take(&out);
}

static bool is_vowel(char c)
{
	return c && strchr("aeiouy", c);
}

/* Vowels that are spoken as one, the longest first; what is not here but side
 * by side ("ch-a-os") is two. */
static size_t vowel_size(const char *at)
{
	static const char *const together[] = { "ieuw", "eeuw", "aai", "ooi", "oei",
		"eau", "ieu", "eeu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui",
		"ij", "ei", "au", "ou" };

	for (size_t i = 0; i < sizeof together / sizeof together[0]; i++) {
		if (text_starts(at, together[i]))
			return strlen(together[i]);
	}
	/* "sta-tion" is two, "y" before a vowel ("yoghurt") none of its own. */
	if (text_starts(at, "io") && at[2] == 'n')
		return 2;
	if (*at == 'y' && is_vowel(at[1]))
		return 1 + vowel_size(at + 1);
	return 1;
}

static bool is_abbreviation(const char *word, size_t n)
{
	if (n < 2 || n > MOST_ABBREVIATION)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (word[i] < 'A' || word[i] > 'Z')
			return false;
	}
	return true;
}

static size_t count_vowels(const char *at)
{
	size_t n = 0;

	while (*at) {
		bool after_q = n && at[-1] == 'q' && *at == 'u';

		if (is_vowel(*at) && !after_q) {
			n++;
			at += vowel_size(at);
		} else {
			at++;
		}
	}
	return n;
}

/* One part of "ID-kaart". */
static size_t part_syllables(const char *part, size_t size)
{
	char *bytes, *fold;
	size_t n;

	if (is_abbreviation(part, size))
		return size;
	bytes = text_format("%.*s", (int)size, part);
	fold = folded(bytes);
	n = count_vowels(fold);
	free(fold);
	free(bytes);
	return n;
}

size_t dutch_syllables(const char *word)
{
	size_t n = 0;

	while (*word) {
		size_t size = strcspn(word, "-");

		n += part_syllables(word, size);
		word += size;
		word += *word == '-';
	}
	return n ? n : 1;
}

bool dutch_is_long(const char *word)
{
	char *small = dutch_lower(word);
	bool is_long = (dutch_syllables(word) >= LONG_SYLLABLES ||
					   text_length(word) > LONG_LETTERS) &&
				   !plain_word_in(plain_known_long, small);

	free(small);
	return is_long;
}

static bool ends(const char *word, const char *with)
{
	size_t n = strlen(word), m = strlen(with);

	return n >= m && strcmp(word + n - m, with) == 0;
}

/* Past "in" of "ingevuld", when "ge" follows. */
static const char *past_separable(const char *word)
{
	static const char *const before[] = { "aan", "achter", "af", "bij",
		"binnen", "door", "goed", "in", "klaar", "langs", "mee", "na", "neer",
		"om", "op", "over", "samen", "tegen", "terug", "thuis", "toe", "uit",
		"vast", "voor", "weg" };

	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
		size_t n = strlen(before[i]);

		if (text_starts(word, before[i]) && text_starts(word + n, "ge"))
			return word + n;
	}
	return word;
}

bool dutch_is_participle(const char *lower)
{
	static const char *const prefixes[] = { "be", "ver", "ont", "her" };
	const char *core = past_separable(lower);
	bool weak = ends(core, "d") || ends(core, "t");

	if (strlen(core) < 5 || plain_word_in(plain_no_participle, lower))
		return false;
	if (text_starts(core, "ge"))
		return weak || ends(core, "en");
	for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
		/* "ver...en" is far oftener an infinitive. */
		if (text_starts(core, prefixes[i]))
			return weak;
	}
	return false;
}

bool dutch_is_negation(const char *lower)
{
	if (plain_word_in(plain_negations, lower))
		return true;
	for (size_t i = 0; plain_negated[i]; i++) {
		if (text_starts(lower, plain_negated[i]))
			return true;
	}
	return false;
}

bool dutch_is_common_verb(const char *lower)
{
	return plain_word_in(plain_verbs, lower);
}

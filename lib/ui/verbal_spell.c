/* SPDX-License-Identifier: EUPL-1.2 */
/* Characters one by one: for codes, for typing, for addresses. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "lib/ui/verbal.h"
#include "lib/ui/verbal_tongue.h"

static bool is_mark(uint32_t c)
{
	return uc_is_general_category(c, UC_MARK);
}

static bool is_letter(uint32_t c)
{
	return uc_is_general_category(c, UC_LETTER);
}

static void letter_name(
	struct text *out, const struct tongue *tongue, uint32_t c)
{
	uint32_t capital = uc_toupper(c);

	if (tongue->letters && capital >= 'A' && capital <= 'Z')
		text_add(out, tongue->letters[capital - 'A']);
	else
		text_add_char(out, c);
}

/* The words for one character, "" for none. */
static void character_name(
	struct text *out, const struct tongue *tongue, uint32_t c)
{
	const char *sign;
	int digit = digit_value(c);

	if (digit >= 0) {
		text_addf(out, "%d", digit);
	} else if (is_letter(c)) {
		letter_name(out, tongue, c);
	} else {
		sign = tongue_sign(tongue, c);
		text_add(out, sign ? sign : tongue->unknown_sign);
	}
}

static void marks_after(struct text *out, const char **at)
{
	const char *next = *at;
	uint32_t c;

	while ((c = text_next(&next)) != 0 && is_mark(c)) {
		text_add_char(out, c);
		*at = next;
	}
}

/* Between the groups of a code; heard as a longer rest. */
static bool parts_groups(uint32_t c)
{
	return c == ' ' || c == '-' || c == '.' || c == '\n' || c == '/' ||
		   c == '(' || c == ')' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static void say_characters(struct text *out, const struct tongue *tongue,
	const char *rest, const char *text, const char *end)
{
	const char *before = "";
	uint32_t c;

	while (text < end && (c = text_next(&text)) != 0) {
		struct text name = { 0 };

		if (parts_groups(c)) {
			before = *before ? rest : "";
			continue;
		}
		character_name(&name, tongue, c);
		marks_after(&name, &text);
		if (name.size) {
			text_add(out, before);
			text_add(out, name.bytes);
			before = tongue->comma;
		}
		text_clear(&name);
	}
}

void say_spelled(struct text *out, const struct tongue *tongue,
	const char *text, size_t size)
{
	say_characters(out, tongue, tongue->rest, text, text + size);
}

void say_evenly(struct text *out, const struct tongue *tongue, const char *text,
	size_t size)
{
	say_characters(out, tongue, tongue->comma, text, text + size);
}

/* In fours, as it stands on the card, however it was written. */
void say_iban(struct text *out, const struct tongue *tongue, const char *text,
	size_t size)
{
	struct text fours = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < size; i++) {
		if (text[i] == ' ' || text[i] == '-')
			continue;
		if (n && n % 4 == 0)
			text_add(&fours, " ");
		text_add_n(&fours, text + i, 1);
		n++;
	}
	say_spelled(out, tongue, fours.size ? fours.bytes : "", fours.size);
	text_clear(&fours);
}

char *verbal_spelled(const char *text, const char *language)
{
	const struct tongue *tongue = tongue_of(language);
	char *safe = safe_text(text, false);
	const char *at = safe;
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&at)) != 0) {
		char *name = verbal_character(c, language);

		if (*name && out.size && !is_mark(c))
			text_add(&out, tongue->comma);
		text_add(&out, name);
		free(name);
	}
	free(safe);
	return text_take(&out);
}

char *verbal_character(uint32_t c, const char *language)
{
	const struct tongue *tongue = tongue_of(language);
	struct text name = { 0 }, out = { 0 };

	if (c == ' ')
		return text_format("%s", tongue->space);
	if (is_mark(c)) {
		text_add_char(&out, c);
		return text_take(&out);
	}
	character_name(&name, tongue, c);
	if (uc_is_upper(c))
		fill(&out, tongue->capital, (const char *[]){ name.bytes, "", "" });
	else
		text_add(&out, name.bytes);
	text_clear(&name);
	return text_take(&out);
}

static bool has_vowel(const char *word, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		if ((word[i] & 0x80) || strchr("aeiouyAEIOUY", word[i]))
			return true;
	}
	return false;
}

/* Words of an address are spoken, "nl" and "gmx" spelled. */
static void address_part(struct text *out, const struct tongue *tongue,
	const char *part, size_t size)
{
	bool is_digits = digit_value((unsigned char)*part) >= 0;

	if (out->size && out->bytes[out->size - 1] != ' ')
		text_add(out, " ");
	if (is_digits || size == 1 || !has_vowel(part, size))
		say_spelled(out, tongue, part, size);
	else
		text_add_n(out, part, size);
}

static size_t part_length(const char *at, const char *end)
{
	const char *start = at, *next = at;
	uint32_t c = text_next(&next);
	bool digits = digit_value(c) >= 0;

	while (at < end && (is_letter(c) || is_mark(c) || digit_value(c) >= 0) &&
		   (digit_value(c) >= 0) == digits) {
		at = next;
		c = text_next(&next);
	}
	return (size_t)(at - start);
}

void say_address(struct text *out, const struct tongue *tongue,
	const char *text, size_t size)
{
	struct text words = { 0 };
	const char *end = text + size;

	while (text < end) {
		size_t part = part_length(text, end);
		uint32_t c;

		if (part) {
			address_part(&words, tongue, text, part);
			text += part;
			continue;
		}
		c = text_next(&text);
		if (c == ' ')
			continue;
		if (words.size)
			text_add(&words, " ");
		character_name(&words, tongue, c);
	}
	text_add(out, words.bytes);
	text_clear(&words);
}

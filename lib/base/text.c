/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"

/* Grows in powers of two, which the size alone tells. */
static size_t room_for(size_t size)
{
	size_t room = 64;

	while (room < size)
		room *= 2;
	return room;
}

void text_add_n(struct text *text, const char *more, size_t n)
{
	size_t need = text->size + n + 1;

	if (!text->bytes || room_for(need) != room_for(text->size + 1))
		text->bytes = mem_grow(text->bytes, room_for(need), 1);
	if (n)
		memcpy(text->bytes + text->size, more, n);
	text->size += n;
	text->bytes[text->size] = '\0';
}

void text_add(struct text *text, const char *more)
{
	if (more)
		text_add_n(text, more, strlen(more));
}

static char *format_args(const char *format, va_list args)
{
	char *made = NULL;

	if (vasprintf(&made, format, args) < 0)
		return mem_text("");
	return made;
}

void text_addf(struct text *text, const char *format, ...)
{
	va_list args;
	char *made;

	va_start(args, format);
	made = format_args(format, args);
	va_end(args);
	text_add(text, made);
	free(made);
}

char *text_format(const char *format, ...)
{
	va_list args;
	char *made;

	va_start(args, format);
	made = format_args(format, args);
	va_end(args);
	return made;
}

static size_t encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

void text_add_char(struct text *text, uint32_t c)
{
	char bytes[4] = { 0 };
	size_t n = encode(c, bytes);

	text_add_n(text, bytes, n);
}

char *text_take(struct text *text)
{
	char *bytes = text->bytes ? text->bytes : mem_text("");

	*text = (struct text){ 0 };
	return bytes;
}

void text_clear(struct text *text)
{
	free(text->bytes);
	*text = (struct text){ 0 };
}

void text_clear_wiped(struct text *text)
{
	if (text->bytes)
		explicit_bzero(text->bytes, text->size);
	text_clear(text);
}

void text_wipe(char *taken)
{
	if (taken)
		explicit_bzero(taken, strlen(taken));
	free(taken);
}

/* Bytes of the sequence that starts with `lead`, 0 when none does. */
static int sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool is_scalar(uint32_t c, int length)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	return c >= least[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/* Length of the valid sequence at `s` and its character, or 0. */
static int decode(const unsigned char *s, uint32_t *c)
{
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	int length = sequence_length(s[0]);

	if (!length)
		return 0;
	*c = s[0] & lead_bits[length];
	for (int i = 1; i < length; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		*c = *c << 6 | (s[i] & 0x3F);
	}
	return is_scalar(*c, length) ? length : 0;
}

uint32_t text_next(const char **at)
{
	uint32_t c = 0;
	int length;

	if (!**at)
		return 0;
	length = decode((const unsigned char *)*at, &c);
	*at += length ? length : 1;
	return length ? c : 0xFFFD;
}

size_t text_length(const char *text)
{
	size_t n = 0;

	while (text_next(&text))
		n++;
	return n;
}

bool text_is_utf8(const char *bytes, size_t size)
{
	char *copy = mem_text_n(bytes, size); /* so that decode() meets a NUL */
	size_t at = 0;
	uint32_t c;
	int length = 1;

	while (at < size && length) {
		length = decode((const unsigned char *)copy + at, &c);
		at += (size_t)length;
	}
	free(copy);
	return length != 0;
}

bool text_is_melody(uint32_t c)
{
	static const uint32_t signs[] = { '.', ',', ';', ':', '?', '!', '(', ')',
		0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x3001, 0x3002, 0xFF0C, 0xFF1F };

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		if (signs[i] == c)
			return true;
	}
	return false;
}

bool text_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

bool text_same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool text_empty(const char *text)
{
	while (text && is_space(*text))
		text++;
	return !text || !*text;
}

char *text_trim(const char *text)
{
	size_t n;

	while (is_space(*text))
		text++;
	n = strlen(text);
	while (n && is_space(text[n - 1]))
		n--;
	return mem_text_n(text, n);
}

bool text_starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"

#include "lib/base/memory.h"

struct range {
	uint32_t from, to;
};

static bool in(const struct range *ranges, size_t n, uint32_t c)
{
	for (size_t i = 0; i < n; i++) {
		if (c >= ranges[i].from && c <= ranges[i].to)
			return true;
	}
	return false;
}

#define IN(ranges, c) in(ranges, sizeof(ranges) / sizeof(ranges)[0], c)

static bool is_blank(uint32_t c)
{
	static const struct range blanks[] = {
		{ 0x09, 0x0D },
		{ 0x20, 0x20 },
		{ 0x85, 0x85 },
		{ 0xA0, 0xA0 },
		{ 0x1680, 0x1680 },
		{ 0x2000, 0x200A },
		{ 0x2028, 0x2029 },
		{ 0x202F, 0x202F },
		{ 0x205F, 0x205F },
		{ 0x3000, 0x3000 },
	};

	return IN(blanks, c);
}

/* Characters that act on their surroundings instead of being seen. */
static bool is_banned(uint32_t c)
{
	static const struct range banned[] = {
		{ 0x00, 0x1F },
		{ 0x7F, 0x9F },
		{ 0xAD, 0xAD },
		{ 0x34F, 0x34F },
		{ 0x600, 0x605 },
		{ 0x61C, 0x61C },
		{ 0x6DD, 0x6DD },
		{ 0x70F, 0x70F },
		{ 0x890, 0x891 },
		{ 0x8E2, 0x8E2 },
		{ 0x115F, 0x1160 },
		{ 0x17B4, 0x17B5 },
		{ 0x180B, 0x180F },
		{ 0x200B, 0x200F },
		{ 0x2028, 0x202E },
		{ 0x2060, 0x206F },
		{ 0x3164, 0x3164 },
		{ 0xD800, 0xF8FF },
		{ 0xFDD0, 0xFDEF },
		{ 0xFE00, 0xFE0F },
		{ 0xFEFF, 0xFEFF },
		{ 0xFFA0, 0xFFA0 },
		{ 0xFFF0, 0xFFFC },
		{ 0xFFFE, 0xFFFF },
		{ 0x110BD, 0x110BD },
		{ 0x110CD, 0x110CD },
		{ 0x13430, 0x1343F },
		{ 0x1BCA0, 0x1BCA3 },
		{ 0x1D173, 0x1D17A },
		{ 0xE0000, 0x10FFFF },
	};

	return IN(banned, c) || (c & 0xFFFE) == 0xFFFE;
}

static bool is_mark(uint32_t c)
{
	static const struct range marks[] = {
		{ 0x300, 0x36F },
		{ 0x483, 0x489 },
		{ 0x591, 0x5BD },
		{ 0x5BF, 0x5BF },
		{ 0x5C1, 0x5C2 },
		{ 0x5C4, 0x5C5 },
		{ 0x5C7, 0x5C7 },
		{ 0x610, 0x61A },
		{ 0x64B, 0x65F },
		{ 0x670, 0x670 },
		{ 0x6D6, 0x6DC },
		{ 0x6DF, 0x6E4 },
		{ 0x6E7, 0x6E8 },
		{ 0x6EA, 0x6ED },
		{ 0x711, 0x711 },
		{ 0x730, 0x74A },
		{ 0x8CA, 0x8E1 },
		{ 0x8E3, 0x903 },
		{ 0x93A, 0x93C },
		{ 0x93E, 0x94F },
		{ 0x951, 0x957 },
		{ 0x962, 0x963 },
		{ 0xE31, 0xE31 },
		{ 0xE34, 0xE3A },
		{ 0xE47, 0xE4E },
		{ 0x135D, 0x135F },
		{ 0x1AB0, 0x1ACE },
		{ 0x1DC0, 0x1DFF },
		{ 0x20D0, 0x20F0 },
		{ 0x302A, 0x302F },
		{ 0x3099, 0x309A },
		{ 0xFE20, 0xFE2F },
	};

	return IN(marks, c);
}

static bool is_joiner(uint32_t c)
{
	return c == 0x200C || c == 0x200D;
}

/* Scripts in which a joiner changes how a word is written. */
static bool is_joining_letter(uint32_t c)
{
	static const struct range letters[] = { { 0x600, 0x8FF }, { 0x900, 0xDFF },
		{ 0xFB50, 0xFDFF }, { 0xFE70, 0xFEFC } };

	return IN(letters, c) && !is_banned(c);
}

static uint32_t peek(const char *at)
{
	return text_next(&at);
}

struct state {
	uint32_t last;
	int marks;
	bool lines;
};

/* Whether `c` may be seen here; `next` is what follows it. */
static bool may_stand(struct state *state, uint32_t c, uint32_t next)
{
	if (is_joiner(c))
		return is_joining_letter(state->last) && is_joining_letter(next);
	if (is_banned(c))
		return false;
	state->marks = is_mark(c) ? state->marks + 1 : 0;
	return state->marks <= 4;
}

static void add_blank(struct text *out, struct state *state, uint32_t c)
{
	if (c == '\n' && state->lines)
		text_add(out, "\n");
	else if (state->last != ' ' && state->last != '\n')
		text_add(out, " ");
	else
		return;
	state->last = c == '\n' && state->lines ? '\n' : ' ';
	state->marks = 0;
}

/* How much of it is letters, digits and signs of ASCII: most of most texts,
 * and nothing to think about. */
static size_t plain_length(const char *text)
{
	size_t n = 0;

	while (text[n] > ' ' && text[n] < 0x7F)
		n++;
	return n;
}

static const char *add_plain(
	struct text *out, struct state *state, const char *text)
{
	size_t n = plain_length(text);

	if (!n)
		return text;
	text_add_n(out, text, n);
	state->last = (unsigned char)text[n - 1];
	state->marks = 0;
	return text + n;
}

char *safe_text(const char *text, bool lines)
{
	struct text out = { 0 };
	struct state state = { .lines = lines };

	while (text) {
		uint32_t c;

		text = add_plain(&out, &state, text);
		c = text_next(&text);
		if (!c)
			break;
		if (is_blank(c)) {
			add_blank(&out, &state, c);
		} else if (may_stand(&state, c, peek(text))) {
			text_add_char(&out, c);
			state.last = c;
		}
	}
	return text_take(&out);
}

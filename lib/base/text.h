/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H
/*
 * Text: a buffer that grows, UTF-8 one character at a time, and safe_text(),
 * the one gate through which everything from data, network or keyboard passes
 * before it reaches a screen, a voice, paper or a log.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
	char *bytes; /* always ends in NUL once something was added; else NULL */
	size_t size;
};

void text_add(struct text *text, const char *more); /* NULL adds nothing */
void text_add_n(struct text *text, const char *more, size_t n);
void text_addf(struct text *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void text_add_char(struct text *text, uint32_t c); /* as UTF-8 */
char *text_take(
	struct text *text); /* never NULL; caller frees; text is empty */
void text_clear(struct text *text);
void text_clear_wiped(struct text *text); /* what it held was somebody's */
/* free() of a text that was somebody's: nothing of it stays in memory. */
void text_wipe(char *taken);

/* A printf into memory of its own; the caller frees. */
char *text_format(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/*
 * The next character of valid or invalid UTF-8, moving *at past it; an invalid
 * byte gives U+FFFD and moves one byte. At the end gives 0 and does not move.
 */
uint32_t text_next(const char **at);
size_t text_length(const char *text); /* in characters (code points) */
bool text_is_utf8(const char *bytes, size_t size);
bool text_is_melody(uint32_t c); /* punctuation that a voice makes heard */
bool text_is_apostrophe(uint32_t c);
bool text_same(const char *a, const char *b); /* NULL and "" are the same */
bool text_empty(const char *text);            /* NULL, "" or white space only */
char *text_trim(const char *text); /* copy without outer white space */
bool text_starts(const char *text, const char *with);

/*
 * A copy that is safe to show, say, print or log: valid UTF-8 in which no
 * control (C0, C1, DEL), bidi control, zero-width, tag, private-use,
 * surrogate or non-character is left, at most 4 combining marks follow a
 * letter, and U+200C and U+200D stay only between letters (Persian, Hindi).
 * Line feed stays when `lines`; every other white space becomes one blank.
 * The caller frees. (doc of the threat: see doc/architecture.md, "Nobody in")
 */
char *safe_text(const char *text, bool lines);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef UI_VERBAL_TONGUE_H
#define UI_VERBAL_TONGUE_H
/*
 * What the verbaliser must know of a language: one constant table a language,
 * one file each. Templates hold {1}, {2}, {3} where values come.
 */
#include <stddef.h>
#include <stdint.h>

#include "lib/base/text.h"

enum { N_FORMS = 5 }; /* as many as Arabic needs after a number */

struct sign {
	uint32_t c;
	const char *word; /* "" = a short pause */
};

struct short_form { /* as written: found at a word's start, with its dots */
	const char *written, *spoken;
};

/* From this hour on the clock is read so. {1} = hour, {2} = minutes. */
struct day_part {
	int from;
	const char *hour, *time;
};

struct tongue {
	const char *language;
	const char *comma, *rest;   /* after a character, after a group of them */
	const char *const *letters; /* names of A-Z; NULL: read right as they are */
	const char *capital;        /* "hoofdletter {1}" */
	const char *space, *unknown_sign;
	const char *times; /* "{1} keer {2}" */
	const char *to;    /* between two numbers or times */
	const char *minus;
	const char *number; /* "{1} komma {2}" */
	char decimal;       /* in prose: ',' or '.' */
	const char *months[12];
	const char *date;      /* {1} day, {2} month, {3} year */
	int clock;             /* 12 or 24 */
	const char *below_ten; /* minutes 1 to 9: "oh {1}"; NULL: as the others */
	const char
		*hour_word; /* follows a time in writing, said already; or NULL */
	struct day_part day_parts[4];
	size_t (*form)(long n); /* which form follows the number */
	const char *minutes[N_FORMS];
	const char *euros[N_FORMS], *cents[N_FORMS];
	const char *money;        /* {1} euros, {2} cents */
	const struct sign *signs; /* both end with zeroes */
	const struct short_form *short_forms;
};

extern const struct tongue verbal_nl, verbal_en, verbal_tr, verbal_ar;

/* By its first subtag; a table that reads digits and letters when unknown. */
const struct tongue *tongue_of(const char *language);
const char *tongue_sign(const struct tongue *tongue, uint32_t c); /* or NULL */

size_t form_alike(long n);    /* one form for all */
size_t form_one_many(long n); /* 1, else */

/* Adds the template with its values in place. */
void fill(struct text *out, const char *template, const char *const *values);

/* The pieces that values and prose share. Each adds words. Evenly: a code in
 * one breath; spelled: with a rest where its writing has a gap. */
void say_evenly(struct text *out, const struct tongue *tongue, const char *text,
	size_t size);
void say_spelled(struct text *out, const struct tongue *tongue,
	const char *text, size_t size);
void say_date(struct text *out, const struct tongue *tongue, const int ymd[3]);
void say_time(
	struct text *out, const struct tongue *tongue, int hour, int minute);
void say_money(struct text *out, const struct tongue *tongue, long cents);
void say_number(struct text *out, const struct tongue *tongue,
	const char *whole, const char *decimals);
void say_address(struct text *out, const struct tongue *tongue,
	const char *text, size_t size); /* e-mail and web */
void say_prose(struct text *out, const struct tongue *tongue, const char *text);
void say_iban(struct text *out, const struct tongue *tongue, const char *text,
	size_t size);

/* Recognises what stands at `at`, the start of a word: adds its words and
 * returns how many bytes it took, 0 for nothing. */
size_t verbal_rule(
	struct text *out, const struct tongue *tongue, const char *at);

/* 0-9 for ASCII, Arabic-Indic and Persian digits, else -1. */
int digit_value(uint32_t c);

#endif

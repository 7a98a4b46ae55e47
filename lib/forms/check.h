/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_CHECK_H
#define FORMS_CHECK_H
/*
 * What is wrong with answers, as data: which question, which rule, which
 * limit. The words are the scenes' work. Rules: Open Forms `validate` and the
 * formats of its component types.
 */
#include "lib/forms/evaluate.h"

enum problem_code {
	PROBLEM_NONE,
	PROBLEM_REQUIRED,
	PROBLEM_TOO_LONG, /* limit: characters */
	PROBLEM_PATTERN,
	PROBLEM_EMAIL,
	PROBLEM_PHONE,
	PROBLEM_POSTCODE,
	PROBLEM_BSN_LENGTH, /* not nine digits */
	PROBLEM_BSN,        /* nine digits that fail the 11-proef */
	PROBLEM_IBAN,
	PROBLEM_NOT_A_NUMBER,
	PROBLEM_NOT_WHOLE,
	PROBLEM_DECIMALS, /* limit: decimals allowed */
	PROBLEM_NEGATIVE,
	PROBLEM_TOO_SMALL,   /* limit: least */
	PROBLEM_TOO_LARGE,   /* limit: most */
	PROBLEM_DATE,        /* no such day */
	PROBLEM_DATE_FUTURE, /* must lie in the future */
	PROBLEM_DATE_PAST,   /* must lie in the past */
	PROBLEM_DATE_BEFORE, /* date_limit: not before */
	PROBLEM_DATE_AFTER,  /* date_limit: not after */
	PROBLEM_TIME,
	PROBLEM_TIME_RANGE, /* between min_time and max_time */
	PROBLEM_DATETIME,   /* no time with the date */
	PROBLEM_PLATE,      /* no licence plate */
	PROBLEM_OPTION,     /* not one of the options */
	PROBLEM_TOO_FEW,    /* limit: least marks */
	PROBLEM_TOO_MANY,   /* limit: most marks */
	PROBLEM_MUST_AGREE, /* a required checkbox */
	PROBLEM_NO_ROWS,    /* at least one is wanted */
	PROBLEM_MANY_ROWS,  /* limit: rows at most */
	PROBLEM_ROW,        /* something in a row: `row`, `inner`, `within` */
	PROBLEM_TYPE,       /* a value of the wrong JSON type (central) */
	N_PROBLEM_CODES,
};

struct problem {
	const struct component *component; /* of the form; NULL: unknown key */
	enum problem_code code;
	double limit;
	struct date date_limit;
	/* PROBLEM_ROW: which row, counted from 1, which question in it, of the form
	 * of a row, and what is wrong there. */
	size_t row;
	const struct component *inner;
	enum problem_code within;
};

/* Name of the Open Forms error text for a code: "required", "maxLength" ... */
const char *problem_name(enum problem_code code);

/* `value` may be NULL. PROBLEM_NONE when all is well. `today` decides past and
 * future. */
struct problem check_value(
	const struct component *component, const json_t *value, struct date today);

/* The same of one component as it is now, its rows too. */
struct problem check_component(
	const struct evaluation *evaluation, size_t index);

/* All problems of the visible questions, in the form's order; the count is
 * returned, the array is the caller's to free. */
size_t check_answers(const struct form *form, const struct answers *answers,
	struct date today, struct problem **problems);

#endif

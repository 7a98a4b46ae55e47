/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef CENTRAL_CASES_H
#define CENTRAL_CASES_H
/*
 * What may happen to a submission. The city refuses none for its content: what
 * is in order is `ontvangen`, everything else is put `apart` for a person to
 * look at, with the reason. Pure: no clock, no disk, no keys.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/clock.h"
#include "lib/forms/form.h"

enum case_reason {
	CASE_IN_ORDER,
	CASE_UNOPENABLE,      /* no key of ours, or not what it says outside */
	CASE_MALFORMED,       /* opened, but not as protocols.md says */
	CASE_OTHER_KIND,      /* a rating sent as a submission, or the reverse */
	CASE_UNKNOWN_VERSION, /* no form of that version was ever here */
	CASE_INVALID_ANSWERS,
	CASE_NO_STATEMENT, /* a statement that must be agreed with was not */
	N_CASE_REASONS,
};

const char *case_state(enum case_reason reason);  /* "ontvangen" or "apart" */
const char *case_reason(enum case_reason reason); /* "" when in order */

/* What was inside an envelope; all borrowed from the JSON that was read. */
struct letter_inside {
	const char *kind, *language, *made;
	const json_t *answers, *statements; /* of an inzending */
	int score;                          /* of a waardering, 1 to 5 */
};

/* False when it is not as doc/protocols.md says; what could be read is set. */
bool case_read(const json_t *inside, struct letter_inside *letter);

/* `form` NULL: not known. `read` is what case_read() said, `kind` what it was
 * sent as. The answers are judged by the day they were given, so that a day
 * that has passed on the way to us stays right. */
enum case_reason case_judge(const struct letter_inside *letter, bool read,
	const char *kind, const struct form *form);

/* The local day of "2026-11-25T07:00:00Z"; all 0 when it is no time. */
struct date case_day(const char *made);

#endif

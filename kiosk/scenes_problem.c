/* SPDX-License-Identifier: EUPL-1.2 */
/* What is wrong and what to do about it, in a sentence or two. */
#include <stdio.h>
#include <stdlib.h>

#include "kiosk/scenes_parts.h"
#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"

static const char *const sentences[N_PROBLEM_CODES] = {
	[PROBLEM_PATTERN] =
		N_("We do not understand this answer. Type it in another way."),
	[PROBLEM_EMAIL] =
		N_("This is no e-mail address. Type it like name@example.nl."),
	[PROBLEM_PHONE] = N_(
		"This is no phone number. Type only digits, or begin with a plus sign."),
	[PROBLEM_POSTCODE] = N_(
		"This is no Dutch postcode. Type 4 digits and 2 letters, like 2512 GK."),
	[PROBLEM_BSN_LENGTH] =
		N_("A BSN has 9 digits. Look at your card and type all 9."),
	[PROBLEM_BSN] =
		N_("One digit of this BSN is wrong. Compare it with your card."),
	[PROBLEM_IBAN] =
		N_("This account number is not right. Compare it with your bank card."),
	[PROBLEM_NOT_A_NUMBER] = N_("This is no number. Type only digits."),
	[PROBLEM_NOT_WHOLE] = N_("Type a whole number, without a comma."),
	[PROBLEM_NEGATIVE] = N_("Type a number that is not below zero."),
	[PROBLEM_DATE] = N_(
		"This date does not exist. Type day, month and year, like 31-12-1980."),
	[PROBLEM_DATE_FUTURE] =
		N_("This date is in the past. Type a date that is still to come."),
	[PROBLEM_DATE_PAST] =
		N_("This date is still to come. Type a date in the past."),
	[PROBLEM_TIME] =
		N_("This time does not exist. Type hours and minutes, like 14:30."),
	[PROBLEM_DATETIME] =
		N_("Type the date and then the time, like 31-12-2026 14:30."),
	[PROBLEM_PLATE] =
		N_("This is no number plate. Type it as it stands on the vehicle."),
	[PROBLEM_OPTION] = N_("Choose one of the answers in the list."),
	[PROBLEM_MUST_AGREE] =
		N_("You can only go on when you agree. Put the mark first."),
	[PROBLEM_NO_ROWS] = N_("Nothing stands here yet. Add at least one."),
	[PROBLEM_TYPE] =
		N_("We do not understand this answer. Type it in another way."),
};

/* Where the sentence holds a limit. */
typedef char *problem_told(const struct problem *problem);

static char *required(const struct problem *problem)
{
	if (component_is_typed(problem->component))
		return mem_text(_("This field is empty. Type your answer."));
	return mem_text(_("You have not chosen yet. Choose an answer."));
}

static char *too_long(const struct problem *problem)
{
	return text_format(_("Your answer is too long. Use at most %d letters."),
		(int)problem->limit);
}

static char *decimals(const struct problem *problem)
{
	int n = (int)problem->limit;

	if (n == 0)
		return mem_text(_(sentences[PROBLEM_NOT_WHOLE]));
	return text_format(P_("Type at most %d digit after the comma.",
						   "Type at most %d digits after the comma.", n),
		n);
}

static char *too_small(const struct problem *problem)
{
	char *limit = format_number(problem->limit);
	char *told = text_format(_("This is too little. Type %s or more."), limit);

	free(limit);
	return told;
}

static char *too_large(const struct problem *problem)
{
	char *limit = format_number(problem->limit);
	char *told = text_format(_("This is too much. Type %s or less."), limit);

	free(limit);
	return told;
}

static char *date_before(const struct problem *problem)
{
	char *limit = format_date(problem->date_limit);
	char *told =
		text_format(_("This date is too early. Type %s or later."), limit);

	free(limit);
	return told;
}

static char *date_after(const struct problem *problem)
{
	char *limit = format_date(problem->date_limit);
	char *told =
		text_format(_("This date is too late. Type %s or earlier."), limit);

	free(limit);
	return told;
}

static char *time_range(const struct problem *problem)
{
	const struct limits *limits = &problem->component->limits;

	if (limits->min_time && limits->max_time)
		return text_format(_("Type a time between %1$s and %2$s."),
			limits->min_time, limits->max_time);
	if (limits->min_time)
		return text_format(_("Type %s or later."), limits->min_time);
	return text_format(
		_("Type %s or earlier."), limits->max_time ? limits->max_time : "");
}

static char *too_few(const struct problem *problem)
{
	int n = (int)problem->limit;

	return text_format(
		P_("Choose at least %d answer.", "Choose at least %d answers.", n), n);
}

static char *too_many(const struct problem *problem)
{
	int n = (int)problem->limit;

	return text_format(P_("Choose at most %d answer. Take a mark away.",
						   "Choose at most %d answers. Take a mark away.", n),
		n);
}

static char *many_rows(const struct problem *problem)
{
	int n = (int)problem->limit;

	return text_format(
		P_("You can fill in %d at most. Remove what is too much.",
			"You can fill in %d at most. Remove what is too much.", n),
		n);
}

static char *in_row(const struct problem *problem)
{
	/* TRANSLATORS: %d is the number of one thing in a list of several */
	return text_format(
		_("Number %d is not complete yet. Open it and finish it."),
		(int)problem->row);
}

static problem_told *const told[N_PROBLEM_CODES] = {
	[PROBLEM_REQUIRED] = required,
	[PROBLEM_TOO_LONG] = too_long,
	[PROBLEM_DECIMALS] = decimals,
	[PROBLEM_TOO_SMALL] = too_small,
	[PROBLEM_TOO_LARGE] = too_large,
	[PROBLEM_DATE_BEFORE] = date_before,
	[PROBLEM_DATE_AFTER] = date_after,
	[PROBLEM_TIME_RANGE] = time_range,
	[PROBLEM_TOO_FEW] = too_few,
	[PROBLEM_TOO_MANY] = too_many,
	[PROBLEM_MANY_ROWS] = many_rows,
	[PROBLEM_ROW] = in_row,
};

void problem_phrase(const struct problem *problem, struct phrase *out)
{
	struct phrase own;

	if (component_error(
			problem->component, problem_name(problem->code), &own)) {
		*out = own;
		out->text = mem_text(own.text);
		return;
	}
	out->text = told[problem->code] ? told[problem->code](problem)
									: mem_text(_(sentences[problem->code]));
	snprintf(out->language, sizeof(out->language), "%s", translate_language());
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "central/cases.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/text.h"
#include "lib/forms/answers.h"
#include "lib/forms/check.h"

enum { LANGUAGE_MOST = 35, SCORE_MOST = 5, COMMENT_MOST = 10000 };

static const char *const reasons[N_CASE_REASONS] = {
	[CASE_IN_ORDER] = "",
	[CASE_UNOPENABLE] = "niet-te-openen",
	[CASE_MALFORMED] = "onleesbaar",
	[CASE_OTHER_KIND] = "andere-soort",
	[CASE_UNKNOWN_VERSION] = "onbekende-versie",
	[CASE_INVALID_ANSWERS] = "ongeldige-antwoorden",
	[CASE_NO_STATEMENT] = "verklaring-ontbreekt",
};

const char *case_state(enum case_reason reason)
{
	return reason == CASE_IN_ORDER ? "ontvangen" : "apart";
}

const char *case_reason(enum case_reason reason)
{
	return reasons[reason];
}

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

/* A BCP 47 tag: letters, digits, hyphens. */
static bool is_language(const char *text)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz"
							"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

	return n >= 2 && n <= LANGUAGE_MOST && !text[n];
}

static bool read_rating(const json_t *inside, struct letter_inside *letter)
{
	const json_t *score = json_object_get(inside, "score");
	const json_t *comment = json_object_get(inside, "comment");

	if (!json_is_integer(score) || json_integer_value(score) < 1 ||
		json_integer_value(score) > SCORE_MOST)
		return false;
	letter->score = (int)json_integer_value(score);
	return json_is_string(json_object_get(inside, "about")) &&
		   (!comment || (json_is_string(comment) &&
							json_string_length(comment) <= COMMENT_MOST));
}

static bool read_answers(const json_t *inside, struct letter_inside *letter)
{
	letter->answers = json_object_get(inside, "answers");
	letter->statements = json_object_get(inside, "statements");
	return json_is_object(letter->answers) &&
		   (!letter->statements || json_is_object(letter->statements));
}

bool case_read(const json_t *inside, struct letter_inside *letter)
{
	*letter = (struct letter_inside){ .kind = text_of(inside, "kind"),
		.language = text_of(inside, "language"),
		.made = text_of(inside, "when") };
	if (json_integer_value(json_object_get(inside, "v")) != 1 ||
		!is_language(letter->language) || !case_day(letter->made).year)
		return false;
	if (strcmp(letter->kind, "waardering") == 0)
		return read_rating(inside, letter);
	return strcmp(letter->kind, "inzending") == 0 &&
		   read_answers(inside, letter);
}

struct date case_day(const char *made)
{
	struct tm utc = { 0 }, local;
	const char *end = strptime(made, "%Y-%m-%dT%H:%M:%SZ", &utc);
	time_t when;

	if (!end || *end)
		return (struct date){ 0 };
	when = timegm(&utc);
	if (!localtime_r(&when, &local))
		return (struct date){ 0 };
	return (
		struct date){ local.tm_year + 1900, local.tm_mon + 1, local.tm_mday };
}

static bool all_agreed(
	const struct form *form, const struct letter_inside *letter)
{
	for (size_t i = 0; i < form->n_statements; i++) {
		const struct component *statement = &form->statements[i];

		if (statement->limits.required &&
			!json_is_true(json_object_get(letter->statements, statement->key)))
			return false;
	}
	return true;
}

static bool answers_fit(
	const struct form *form, const struct letter_inside *letter)
{
	struct answers *answers = answers_from_data(form, letter->answers);
	struct problem *problems = NULL;
	size_t n = answers ? check_answers(
							 form, answers, case_day(letter->made), &problems)
					   : 1;

	free(problems);
	answers_free(answers);
	return n == 0;
}

enum case_reason case_judge(const struct letter_inside *letter, bool read,
	const char *kind, const struct form *form)
{
	if (!read)
		return CASE_MALFORMED;
	if (strcmp(letter->kind, kind) != 0)
		return CASE_OTHER_KIND;
	if (strcmp(kind, "waardering") == 0)
		return CASE_IN_ORDER;
	if (!form)
		return CASE_UNKNOWN_VERSION;
	if (!answers_fit(form, letter))
		return CASE_INVALID_ANSWERS;
	return all_agreed(form, letter) ? CASE_IN_ORDER : CASE_NO_STATEMENT;
}

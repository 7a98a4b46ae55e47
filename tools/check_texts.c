/* SPDX-License-Identifier: EUPL-1.2 */
/* The words: how plain they are, and whether there is help and a purpose. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/html.h"
#include "tools/check_parts.h"
#include "tools/dutch.h"
#include "tools/form_keys.h"
#include "tools/import_parts.h"
#include "tools/json_place.h"
#include "tools/plain_language.h"

/* The part of "naam:values:ja:label" that ends the place. */
static bool ends(const char *context, const char *with)
{
	const char *last = strrchr(context, ':');

	return last && strcmp(last + 1, with) == 0;
}

/* Not read as sentences. */
static bool is_no_sentence(const char *context)
{
	static const char *const none[] = { "service:search", "service:category",
		NULL };

	return key_is_among(none, context) || ends(context, "placeholder") ||
		   ends(context, "suffix");
}

static enum plain_kind kind_of(const struct check *check, const char *context)
{
	size_t n = strcspn(context, ":");
	char *key;
	bool asks;

	if (strstr(context, ":values:"))
		return ends(context, "label") ? PLAIN_OPTION : PLAIN_HINT;
	if (ends(context, "description"))
		return PLAIN_HINT;
	if (ends(context, "name"))
		return PLAIN_QUESTION;
	key = mem_text_n(context, n);
	asks = ends(context, "label") && check_has_answer(check_type(check, key));
	free(key);
	return asks ? PLAIN_QUESTION : PLAIN_TEXT;
}

static void judge_text(struct check *check, const char *context,
	const char *dutch, struct plain_count *count)
{
	char *place;
	char *plain = html_to_text(dutch);
	const struct plain_text text = { .text = plain,
		.kind = kind_of(check, context),
		.at = check_at_text(check, context, &place, RULE_BROKEN) };

	plain_judge(&text, count, check->findings);
	free(place);
	free(plain);
}

static void check_plain(struct check *check)
{
	struct plain_count count = { 0 };
	struct finding whole = check_at(&check->folder.form, "", RULE_FLESCH_DOUMA);
	const char *context, *before = "";
	json_t *text;

	json_object_foreach(check->folder.texts, context, text)
	{
		size_t n = strcspn(context, ":");

		/* A question with its hint and options is a screen. */
		if (strncmp(before, context, n) != 0 || before[n] != ':' ||
			strncmp(context, "service:", 8) == 0)
			count.screen_passives = 0;
		before = context;
		if (!is_no_sentence(context))
			judge_text(check, context, json_string_value(text), &count);
	}
	whole.line = 0;
	plain_judge_whole(&count, &whole, check->findings);
}

/* Fields that ask something of a person, by how their keys or labels begin. */
static const char *purpose_of(const json_t *component)
{
	static const struct {
		const char *type, *word, *purpose;
	} known[] = {
		{ "email", "", "email" },
		{ "phoneNumber", "", "tel" },
		{ "postcode", "", "postal-code" },
		{ "date", "geboorte", "bday" },
		{ "date", "geboren", "bday" },
		{ "textfield", "voornaam", "given-name" },
		{ "textfield", "voornamen", "given-name" },
		{ "textfield", "achternaam", "family-name" },
		{ "textfield", "uw naam", "name" },
		{ "textfield", "straat", "address-line1" },
		{ "textfield", "woonplaats", "address-level2" },
		{ "textfield", "e-mail", "email" },
		{ "textfield", "telefoon", "tel" },
	};
	char *key = dutch_lower(json_text(component, "key"));
	char *label = dutch_lower(json_text(component, "label"));
	const char *found = NULL;

	for (size_t i = 0; !found && i < sizeof known / sizeof known[0]; i++) {
		if (strcmp(json_text(component, "type"), known[i].type) == 0 &&
			(strstr(key, known[i].word) || strstr(label, known[i].word)))
			found = known[i].purpose;
	}
	free(label);
	free(key);
	return found;
}

/* An address can also be where a lamp is broken. */
static enum severity purpose_severity(const char *purpose)
{
	return text_starts(purpose, "address") ||
				   !strcmp(purpose, "street-address") ||
				   !strcmp(purpose, "postal-code")
			   ? AMBER
			   : RED;
}

/* The purpose is for what is asked of who sits there, not of others. */
static bool is_of_another(const json_t *component)
{
	static const char *const words[] = { "kind", "partner", "ander", "ouder",
		"bewoner", "buur", "bedrijf", "organisatie", "nieuw", "vorig" };
	char *key = dutch_lower(json_text(component, "key"));
	char *label = dutch_lower(json_text(component, "label"));
	bool found = false;

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		found = found || strstr(key, words[i]) || strstr(label, words[i]);
	free(label);
	free(key);
	return found;
}

static bool is_token(const char *word)
{
	static const char *const tokens[] = { "on", "off", "name",
		"honorific-prefix", "given-name", "additional-name", "family-name",
		"honorific-suffix", "nickname", "username", "organization-title",
		"organization", "street-address", "address-line1", "address-line2",
		"address-line3", "address-level1", "address-level2", "address-level3",
		"address-level4", "country", "country-name", "postal-code", "language",
		"bday", "bday-day", "bday-month", "bday-year", "sex", "url", "photo",
		"tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local",
		"tel-extension", "email", "impp", "one-time-code", "shipping",
		"billing", "home", "work", "mobile", "fax", "pager", NULL };

	return key_is_among(tokens, word) || text_starts(word, "section-") ||
		   text_starts(word, "cc-") || text_starts(word, "transaction-");
}

static bool are_tokens(const char *words)
{
	bool fine = true;

	while (fine && *words) {
		size_t n;
		char *word;

		words += strspn(words, " ");
		n = strcspn(words, " ");
		word = mem_text_n(words, n);
		fine = !n || is_token(word);
		free(word);
		words += n;
	}
	return fine;
}

static void check_purpose(
	struct check *check, const json_t *component, const char *place)
{
	const char *purpose = purpose_of(component);
	const char *given = json_text(component, "autocomplete");
	char *whole = place_key(place, "autocomplete");
	struct finding finding =
		check_at(&check->folder.form, *given ? whole : place,
			*given ? RULE_PURPOSE_UNKNOWN : RULE_PURPOSE_MISSING);
	char *repair = text_format("Add \"autocomplete\": \"%s\", or \"off\" when "
							   "it is not about who fills it in.",
		purpose ? purpose : "off");

	finding.repair = repair;
	if (*given && !are_tokens(given)) {
		findings_addf(check->findings, &finding,
			"\"%s\" is no word of the autofill list", given);
	} else if (!*given && purpose && !is_of_another(component)) {
		finding.severity = purpose_severity(purpose);
		finding.text = "a personal question without a purpose";
		findings_add(check->findings, &finding);
	}
	free(repair);
	free(whole);
}

static void check_help(
	struct check *check, const json_t *component, const char *place)
{
	struct finding finding =
		check_at(&check->folder.form, place, RULE_HELP_MISSING);

	finding.text = "a question without a hint or help";
	finding.repair = "Say in \"tooltip\" why it is asked, or where to look.";
	if (json_is_blank(json_object_get(component, "description")) &&
		json_is_blank(json_object_get(component, "tooltip")))
		findings_add(check->findings, &finding);
}

static void check_count(
	struct check *check, const json_t *component, const char *place)
{
	bool select = strcmp(json_text(component, "type"), "select") == 0;
	char *whole = place_key(place, select ? "data.values" : "values");
	struct finding finding =
		check_at(&check->folder.form, whole, RULE_OPTION_COUNT);
	json_t *option;
	size_t i, n = 0;

	json_array_foreach(check_options(component), i, option)
	{
		n += *json_text(option, "value") != '\0';
	}
	plain_judge_options(n, select, &finding, check->findings);
	free(whole);
}

static void check_asked(
	struct check *check, const json_t *component, const char *place)
{
	if (text_starts(place, "submissionStatements") ||
		!check_has_answer(json_text(component, "type")))
		return;
	check_help(check, component, place);
	check_purpose(check, component, place);
	check_count(check, component, place);
}

void check_texts(struct check *check)
{
	check_each(check, check_asked);
	check_plain(check);
}

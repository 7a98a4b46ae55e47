/* SPDX-License-Identifier: EUPL-1.2 */
/* A text that reads the same in English was not translated, unless it is a
 * name or a word of both languages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/text.h"
#include "tests/orphan/orphans.h"
#include "tests/orphan/words.h"

/* Rows that hold all languages, and a word of more than one. */
static const char *const same[] = { "Taal · Language · Dil · اللغة",
	"Andere taal · Other language · Başka dil · لغة أخرى", "Begin", "Postcode",
	NULL };

static bool has_letters(const char *text)
{
	struct words words = { 0 };
	bool any = false;

	words_add(&words, text);
	for (size_t i = 0; i < words.n; i++)
		any = any || words.words[i][strspn(words.words[i], "0123456789")];
	words_clear(&words);
	return any;
}

static bool may_be_same(const char *text)
{
	for (size_t i = 0; same[i]; i++) {
		if (strcmp(text, same[i]) == 0)
			return true;
	}
	return !has_letters(text);
}

static int judge_text(const struct item *english, const struct item *other,
	const char *a, const char *b)
{
	if (!text_same(a, b) || may_be_same(b) ||
		strcmp(english->language, "en") != 0 ||
		strcmp(other->language, "en") == 0)
		return 0;
	printf(
		"# %s is the same in en and %s: %s\n", other->id, other->language, b);
	return 1;
}

/* What a visitor typed is theirs in every language. */
static int judge_item(const struct item *english, const struct item *other)
{
	return judge_text(english, other, english->label, other->label) +
		   judge_text(english, other, english->hint, other->hint) +
		   judge_text(english, other, english->error, other->error);
}

static int judge_screen(
	const struct screen *english, const struct screen *other)
{
	int faults = 0;

	for (size_t i = 0; i < other->n_items; i++) {
		size_t at = screen_find(english, other->items[i].id);

		if (at < english->n_items)
			faults += judge_item(&english->items[at], &other->items[i]);
	}
	return faults;
}

int foreign_faults(const struct player *english, const struct player *other)
{
	int faults = english->n_screens != other->n_screens;

	if (faults)
		printf("# %zu screens in English, %zu in %s\n", english->n_screens,
			other->n_screens, other->journey.language);
	for (size_t i = 0; i < english->n_screens && i < other->n_screens; i++)
		faults += judge_screen(&english->screens[i], &other->screens[i]);
	return faults;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything that is shown is said, in its language, and nothing else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/speech.h"
#include "lib/ui/verbal.h"
#include "tests/orphan/orphans.h"

/* What may be said: words, and the language to say them in. */
struct line {
	char *words;
	const char *language;
	bool needed; /* of the screen; else it only may be said */
	bool said;
};

struct ear {
	const struct screen *screen;
	struct line *lines;
	size_t n;
	int faults;
};

static void add_line(struct ear *ear, char *words, const char *language)
{
	if (text_empty(words)) {
		free(words);
		return;
	}
	ear->lines = mem_more(ear->lines, ear->n, sizeof *ear->lines);
	ear->lines[ear->n++] =
		(struct line){ .words = words, .language = language };
}

static const char *language_of(const struct ear *ear, const struct item *item)
{
	return *item->language ? item->language : ear->screen->language;
}

static void need(struct ear *ear, const struct item *item, const char *text,
	enum value_kind kind)
{
	size_t before = ear->n;

	add_line(ear, verbal(kind, text, language_of(ear, item)),
		language_of(ear, item));
	if (ear->n > before)
		ear->lines[before].needed = true;
}

/* Read as its kind where it has a value for machines, or is a code. */
static void need_value(struct ear *ear, const struct item *item)
{
	bool prose = item->kind == VALUE_DATE || item->kind == VALUE_TIME ||
				 item->kind == VALUE_NUMBER || item->kind == VALUE_MONEY;

	if (item->privacy == PRIVACY_PRIVATE || ear->screen->cover ||
		item->role == ITEM_CHOICE || item->role == ITEM_MARK ||
		item->role == ITEM_QR || item->role == ITEM_PICTURE)
		return;
	if (*item->raw)
		need(ear, item, item->raw, item->kind);
	else
		need(ear, item, item->value, prose ? VALUE_TEXT : item->kind);
}

static void need_item(struct ear *ear, const struct item *item)
{
	if (item->decorative)
		return;
	need(ear, item, item->aloud ? item->aloud : item->label, VALUE_TEXT);
	need(ear, item, item->hint, VALUE_TEXT);
	need(ear, item, item->error, VALUE_TEXT);
	need_value(ear, item);
}

/* Words for what an item is and in which state: not shown as text. */
static const char *const state_words[] = {
	N_("Choice."),
	N_("Choice %1$d of %2$d."),
	N_("Box."),
	N_("Box %1$d of %2$d."),
	N_("Field."),
	N_("Field %1$d of %2$d."),
	N_("Answer. Enter changes it."),
	N_("Answer %1$d of %2$d. Enter changes it."),
	N_("Button."),
	N_("Button %1$d of %2$d."),
	N_("Menu."),
	N_("Marked."),
	N_("Not marked."),
	N_("Chosen."),
	N_("Not chosen."),
	N_("Empty."),
	N_("Filled in."),
	N_("Filled in. With headphones you hear it."),
	N_("With headphones you hear whether this is chosen."),
};

static void may_say(struct ear *ear, char *sentence)
{
	add_line(ear, verbal(VALUE_TEXT, sentence, ear->screen->language),
		ear->screen->language);
	free(sentence);
}

/* `format` with the numbers of its two places. */
static char *counted(const char *format, int n, int of)
{
	struct text out = { 0 };

	while (*format) {
		if (strncmp(format, "%1$d", 4) == 0 ||
			strncmp(format, "%2$d", 4) == 0) {
			text_addf(&out, "%d", format[1] == '1' ? n : of);
			format += 4;
		} else {
			text_add_n(&out, format++, 1);
		}
	}
	return text_take(&out);
}

static void may_say_of(struct ear *ear, const struct item *item)
{
	enum { MOST_DIGITS = 20 };

	for (size_t i = 0; i < sizeof state_words / sizeof *state_words; i++)
		may_say(ear, counted(_(state_words[i]), item->n, item->of));
	/* A list of languages is known by its numbers. */
	add_line(ear, text_format("%d, %s", item->n, item->label),
		language_of(ear, item));
	if (item->privacy != PRIVACY_PRIVATE)
		return;
	for (int n = 1; n <= MOST_DIGITS; n++)
		may_say(ear,
			text_format(
				P_("Filled in, %d digit. With headphones you hear it.",
					"Filled in, %d digits. With headphones you hear it.", n),
				n));
}

static bool same_words(const struct line *line, const struct segment *segment)
{
	return strcmp(line->words, segment->text) == 0 &&
		   strcmp(line->language, segment->language) == 0;
}

static void hear_segment(struct ear *ear, const struct segment *segment)
{
	bool known = false;

	for (size_t i = 0; i < ear->n; i++) {
		if (same_words(&ear->lines[i], segment)) {
			ear->lines[i].said = true;
			known = true;
		}
	}
	if (known && segment->privacy == PRIVACY_PUBLIC)
		return;
	ear->faults++;
	printf("# %s: said (%s), %s: %s\n", ear->screen->name, segment->language,
		known ? "but private" : "but not on the screen", segment->text);
}

static void hear(void *owner, const struct utterance *utterance)
{
	for (size_t i = 0; i < utterance->n_segments; i++)
		hear_segment(owner, &utterance->segments[i]);
}

/* Under the number of a list of languages it was said as well. */
static bool was_said(const struct ear *ear, const struct line *line)
{
	size_t n = strlen(line->words);

	for (size_t i = 0; i < ear->n; i++) {
		const char *words = ear->lines[i].words;
		size_t size = strlen(words);

		if (ear->lines[i].said && size >= n &&
			strcmp(words + size - n, line->words) == 0)
			return true;
	}
	return false;
}

int heard_faults(const struct screen *screen)
{
	struct ear ear = { .screen = screen };
	struct renderer *speech = speech_new(hear, &ear);

	for (size_t i = 0; i < screen->n_items; i++)
		need_item(&ear, &screen->items[i]);
	for (size_t i = 0; i < screen->n_items; i++)
		may_say_of(&ear, &screen->items[i]);
	speech_repeat(speech, screen);
	for (size_t i = 0; i < ear.n; i++) {
		const struct line *line = &ear.lines[i];

		if (!line->needed || was_said(&ear, line))
			continue;
		ear.faults++;
		printf("# %s: never said (%s): %s\n", screen->name, line->language,
			line->words);
	}
	for (size_t i = 0; i < ear.n; i++)
		free(ear.lines[i].words);
	free(ear.lines);
	speech->free(speech);
	return ear.faults;
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* One item in words: what it is called, what stands there, what it is. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/ui/speech_parts.h"
#include "lib/ui/verbal.h"

enum { MOST_ECHOED = 8 }; /* more at once is a value, not typing */

static const char *language_of(
	const struct telling *telling, const struct item *item)
{
	return *item->language ? item->language : telling->screen->language;
}

static bool is_hidden(const struct telling *telling, const struct item *item)
{
	return item->privacy == PRIVACY_PRIVATE && telling->route != ROUTE_HEADSET;
}

/* Takes `sentence`, which is in the language of the screen. */
static void add_sentence(
	struct utterance *utterance, const struct telling *telling, char *sentence)
{
	utterance_add(utterance, telling->screen->language, sentence);
	free(sentence);
}

/* A list of languages is known by its numbers; "1." would be an ordinal. */
void say_label(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	bool replaced = item->aloud && telling->route != ROUTE_HEADSET;
	char *numbered = NULL;
	struct segment *segment;

	if (telling->many_tongues && item->role == ITEM_CHOICE && item->n > 0)
		numbered = text_format("%d, %s", item->n, item->label);
	segment = utterance_add(utterance, language_of(telling, item),
		numbered   ? numbered
		: replaced ? item->aloud
				   : item->label);
	if (segment && item->aloud && !replaced)
		segment->privacy = PRIVACY_PRIVATE;
	free(numbered);
}

static size_t count_digits(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text >= '0' && *text <= '9';
	return n;
}

/* That there is a value, without the value. */
static char *hidden_words(const struct item *item)
{
	const char *text = *item->raw ? item->raw : item->value;
	bool counts = item->kind == VALUE_DIGITS || item->kind == VALUE_PHONE;
	int digits = counts ? (int)count_digits(text) : 0;

	if (digits > 0)
		return text_format(
			P_("Filled in, %d digit. With headphones you hear it.",
				"Filled in, %d digits. With headphones you hear it.", digits),
			digits);
	return mem_text(_("Filled in. With headphones you hear it."));
}

/* What is shown is read by its kind only where it is a code; the rest of what
 * people type reads well enough as prose. */
static enum value_kind kind_as_shown(enum value_kind kind)
{
	bool is_code = kind == VALUE_DIGITS || kind == VALUE_PHONE ||
				   kind == VALUE_POSTCODE || kind == VALUE_IBAN ||
				   kind == VALUE_REFERENCE || kind == VALUE_EMAIL;

	return is_code ? kind : VALUE_TEXT;
}

static void say_known_value(struct utterance *utterance,
	const struct telling *telling, const struct item *item)
{
	const char *language = language_of(telling, item);
	struct segment *segment = utterance_add_words(utterance, language,
		*item->raw ? verbal(item->kind, item->raw, language)
				   : verbal(kind_as_shown(item->kind), item->value, language));

	if (segment)
		segment->privacy = item->privacy;
	else
		add_sentence(utterance, telling, mem_text(_("Filled in.")));
}

static void say_text_value(struct utterance *utterance,
	const struct telling *telling, const struct item *item)
{
	bool empty = text_empty(item->value) && text_empty(item->raw);

	if (empty && item->role == ITEM_FIELD)
		add_sentence(utterance, telling, mem_text(_("Empty.")));
	else if (empty || telling->screen->cover)
		return;
	else if (is_hidden(telling, item))
		add_sentence(utterance, telling, hidden_words(item));
	else
		say_known_value(utterance, telling, item);
}

static void say_state(struct utterance *utterance,
	const struct telling *telling, const struct item *item)
{
	bool chosen = item->state & STATE_CHOSEN;
	const char *words;

	if (telling->many_tongues || telling->screen->cover)
		return;
	if (is_hidden(telling, item))
		words = _("With headphones you hear whether this is chosen.");
	else if (item->role == ITEM_MARK)
		words = chosen ? _("Marked.") : _("Not marked.");
	else
		words = chosen ? _("Chosen.") : _("Not chosen.");
	add_sentence(utterance, telling, mem_text(words));
	if (utterance->n_segments && !is_hidden(telling, item))
		utterance->segments[utterance->n_segments - 1].privacy = item->privacy;
}

void say_value(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	if (item->role == ITEM_CHOICE || item->role == ITEM_MARK)
		say_state(utterance, telling, item);
	else if (item->role != ITEM_QR && item->role != ITEM_PICTURE)
		say_text_value(utterance, telling, item);
}

/* What an item is. `counted` holds n and of. */
struct role_words {
	const char *alone, *counted;
};

static const struct role_words roles[N_ITEM_ROLES] = {
	/* TRANSLATORS: spoken after the words of a choice, when it has focus. */
	[ITEM_CHOICE] = { N_("Choice."), N_("Choice %1$d of %2$d.") },
	/* TRANSLATORS: a box that can be marked; more than one may be. */
	[ITEM_MARK] = { N_("Box."), N_("Box %1$d of %2$d.") },
	/* TRANSLATORS: something to type into. */
	[ITEM_FIELD] = { N_("Field."), N_("Field %1$d of %2$d.") },
	/* TRANSLATORS: an answer on the check screen that can be changed. */
	[ITEM_CHANGE] = { N_("Answer. Enter changes it."),
		N_("Answer %1$d of %2$d. Enter changes it.") },
	[ITEM_ACTION] = { N_("Button."), N_("Button %1$d of %2$d.") },
	[ITEM_MORE] = { N_("Button."), N_("Button %1$d of %2$d.") },
	[ITEM_MENU] = { N_("Menu."), N_("Menu.") },
};

/* The catalogue's formats are checked by msgfmt, which knows these two. */
static char *counted_words(const char *format, int n, int of)
{
	char *numbers[] = { text_format("%d", n), text_format("%d", of) };
	struct text out = { 0 };

	for (; *format; format++) {
		if (strncmp(format, "%1$d", 4) == 0 ||
			strncmp(format, "%2$d", 4) == 0) {
			text_add(&out, numbers[format[1] - '1']);
			format += 3;
		} else {
			text_add_n(&out, format, 1);
		}
	}
	free(numbers[0]);
	free(numbers[1]);
	return text_take(&out);
}

static void say_role(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	const struct role_words *words = &roles[item->role];

	if (!words->alone || telling->many_tongues)
		return;
	if (item->n > 0 && item->of > 0)
		add_sentence(utterance, telling,
			counted_words(_(words->counted), item->n, item->of));
	else
		add_sentence(utterance, telling, mem_text(_(words->alone)));
}

void say_item(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	say_label(utterance, telling, item);
	say_value(utterance, telling, item);
	say_role(utterance, telling, item);
}

void say_hint(struct utterance *utterance, const struct telling *telling,
	const struct item *item, int pause)
{
	struct segment *segment =
		utterance_add(utterance, language_of(telling, item), item->hint);

	if (segment)
		segment->pause = pause;
}

void say_error(struct utterance *utterance, const struct telling *telling,
	const struct item *item)
{
	utterance_add(utterance, language_of(telling, item), item->error);
}

/* --- echo --- */

static const char *typed(const struct item *item)
{
	return item->state & STATE_MASKED && *item->raw ? item->raw : item->value;
}

/* Where `now` begins to differ, at the start of a character. */
static size_t same_start(const char *before, const char *now)
{
	const char *a = before, *b = now;
	size_t same = 0;
	uint32_t c;

	while ((c = text_next(&a)) != 0 && c == text_next(&b))
		same = (size_t)(b - now);
	return same;
}

static char *character_names(const char *text, const char *language)
{
	struct text out = { 0 };
	uint32_t c;

	while ((c = text_next(&text)) != 0) {
		char *name = verbal_character(c, language);

		if (out.size && *name)
			text_add(&out, ", ");
		text_add(&out, name);
		free(name);
	}
	return text_take(&out);
}

static void echo_typed(struct utterance *utterance,
	const struct telling *telling, const struct item *item, const char *added)
{
	const char *language = telling->screen->language;
	struct segment *segment;

	if (is_hidden(telling, item)) {
		/* TRANSLATORS: said for a typed character that must stay secret; the
		 * number counts the characters so far. */
		add_sentence(utterance, telling,
			text_format(_("Star, %d."), (int)text_length(typed(item))));
		return;
	}
	segment = utterance_add_words(
		utterance, language, character_names(added, language));
	if (segment)
		segment->privacy = item->privacy;
}

static void echo_deleted(struct utterance *utterance,
	const struct telling *telling, const struct item *item, const char *gone)
{
	const char *language = telling->screen->language;
	char *name, *sentence;

	if (is_hidden(telling, item)) {
		add_sentence(utterance, telling, mem_text(_("Deleted.")));
		return;
	}
	name = character_names(gone, language);
	/* TRANSLATORS: %s is the character that was deleted: "e deleted." */
	sentence = text_format(_("%s deleted."), name);
	utterance_add_words(utterance, language, sentence);
	if (utterance->n_segments)
		utterance->segments[utterance->n_segments - 1].privacy = item->privacy;
	free(name);
}

void say_echo(struct utterance *utterance, const struct telling *telling,
	const struct item *before, const struct item *now)
{
	const char *old = typed(before), *new = typed(now);
	size_t same = same_start(old, new);
	size_t added = text_length(new + same), gone = text_length(old + same);

	if (telling->screen->cover || (!added && !gone))
		return;
	if (added && !gone && added <= MOST_ECHOED)
		echo_typed(utterance, telling, now, new + same);
	else if (gone && !added && gone <= MOST_ECHOED)
		echo_deleted(utterance, telling, now, old + same);
	else
		say_value(utterance, telling, now);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/ui/speech_parts.h"
#include "lib/ui/verbal.h"

static const char *const priority_names[N_PRIORITIES] = {
	[PRIORITY_ALERT] = "alert",
	[PRIORITY_SCREEN] = "screen",
	[PRIORITY_FOCUS] = "focus",
	[PRIORITY_ECHO] = "echo",
	[PRIORITY_HINT] = "hint",
	[PRIORITY_PROGRESS] = "progress",
};

const char *priority_name(enum priority priority)
{
	return priority_names[priority];
}

const char *route_name(enum route route)
{
	static const char *const names[] = {
		[ROUTE_UNKNOWN] = "unknown",
		[ROUTE_LOUDSPEAKER] = "loudspeaker",
		[ROUTE_HEADSET] = "headset",
	};

	return names[route];
}

static struct segment *add(struct utterance *utterance, const char *language)
{
	struct segment *segment;
	size_t n = strnlen(language, sizeof segment->language - 1);

	utterance->segments = mem_more(utterance->segments, utterance->n_segments,
		sizeof *utterance->segments);
	segment = &utterance->segments[utterance->n_segments++];
	memcpy(segment->language, language, n);
	return segment;
}

struct segment *utterance_add_words(
	struct utterance *utterance, const char *language, char *words)
{
	struct segment *segment;

	if (text_empty(words)) {
		free(words);
		return NULL;
	}
	segment = add(utterance, language);
	segment->text = words;
	return segment;
}

struct segment *utterance_add(
	struct utterance *utterance, const char *language, const char *text)
{
	return utterance_add_words(
		utterance, language, verbal(VALUE_TEXT, text, language));
}

void utterance_copy(struct utterance *to, const struct utterance *from)
{
	struct utterance copy = { .priority = from->priority,
		.route = from->route };

	for (size_t i = 0; i < from->n_segments; i++) {
		const struct segment *one = &from->segments[i];
		struct segment *segment = add(&copy, one->language);

		segment->text = mem_text(one->text);
		segment->privacy = one->privacy;
		segment->pause = one->pause;
	}
	utterance_clear(to);
	*to = copy;
}

void utterance_clear(struct utterance *utterance)
{
	for (size_t i = 0; i < utterance->n_segments; i++) {
		char *text = utterance->segments[i].text;

		text_wipe(text);
	}
	free(utterance->segments);
	*utterance = (struct utterance){ 0 };
}

/* SPDX-License-Identifier: EUPL-1.2 */
/* What a form has to read between its service page and its first question, one
 * text a screen; a sentence or two stand on the service page itself. */
#include <stddef.h>
#include <string.h>

#include "kiosk/journey_parts.h"
#include "kiosk/journey_taken.h"
#include "lib/base/text.h"

#define UNUSED __attribute__((unused))

static const struct {
	const char *key;
	size_t offset;
} pages[] = {
	{ "introduction", offsetof(struct form, introduction) },
	{ "explanation", offsetof(struct form, explanation) },
	{ "help", offsetof(struct form, help) },
};

enum {
	N_PAGES = sizeof(pages) / sizeof(*pages),
	NO_PAGE = -1,
	SHORT = 120, /* characters */
};

bool text_is_page(const struct phrase *text)
{
	return text_length(text->text) > SHORT || strchr(text->text, '\n');
}

static const struct phrase *page_text(const struct form *form, int page)
{
	return (const struct phrase *)(const void *)((const char *)form +
												 pages[page].offset);
}

/* The page after (+1) or before (-1) one, N_PAGES or NO_PAGE beside them. */
static int next_page(const struct journey *journey, int page, int direction)
{
	const struct form *form = journey->draft->form;

	do
		page += direction;
	while (page > NO_PAGE && page < N_PAGES &&
		   !text_is_page(page_text(form, page)));
	return page;
}

static int page_at(const struct journey *journey)
{
	int page = 0;

	while (page < N_PAGES &&
		   !text_same(pages[page].key, journey_flow(journey)->key))
		page++;
	return page;
}

const struct phrase *journey_page(const struct journey *journey)
{
	int page = page_at(journey);
	const struct phrase *text;

	if (!journey->draft || page == N_PAGES)
		return NULL;
	text = page_text(journey->draft->form, page);
	return text_is_page(text) ? text : NULL;
}

static unsigned to_page(struct journey *journey, int page)
{
	if (page == N_PAGES)
		return form_start(journey);
	if (page == NO_PAGE)
		return place_go(journey, PLACE_SERVICE, journey->slug);
	return place_go(journey, PLACE_PAGE, pages[page].key);
}

unsigned form_begin(struct journey *journey)
{
	return to_page(journey, next_page(journey, NO_PAGE, 1));
}

unsigned form_leave(struct journey *journey)
{
	return to_page(journey, next_page(journey, N_PAGES, -1));
}

unsigned page_back(struct journey *journey)
{
	return to_page(journey, next_page(journey, page_at(journey), -1));
}

unsigned take_page_read(struct journey *journey, UNUSED const struct way *way)
{
	return to_page(journey, next_page(journey, page_at(journey), 1));
}

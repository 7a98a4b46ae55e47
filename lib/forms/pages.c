/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around the questions of a form: pages to read before them, what
 * people ask about them, and the author's words for going on. */
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/loader.h"

enum { MOST_FAQS = 50 };

/* Shown only when the author says so; in the first releases, a text alone. */
static struct phrase help_page(struct loader *loader, const struct node *form)
{
	struct node page =
		node_either(form, "helpCalloutPage", "help_callout_page");

	if (!json_is_object(page.json) || !node_flag(&page, "display", true))
		return phrase_empty();
	return load_phrase(loader, &page, "content", PHRASE_HTML,
		CONTEXT("form", "helpCalloutPage", "content"));
}

/* The property by its name in the API or in an export. */
static struct phrase page_text(struct loader *loader, const struct node *form,
	const char *camel, const char *snake)
{
	struct node found = node_get(form, camel);

	return load_phrase(loader, form, found.json ? camel : snake, PHRASE_HTML,
		CONTEXT("form", camel));
}

void load_pages(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;

	form->introduction = page_text(
		loader, node, "introductionPageContent", "introduction_page_content");
	form->explanation =
		page_text(loader, node, "explanationTemplate", "explanation_template");
	form->help = help_page(loader, node);
}

void load_form_words(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;

	form->begin = load_literal(
		loader, node, "beginText", "begin_text", CONTEXT("form", "beginText"));
	form->previous = load_literal(loader, node, "previousText", "previous_text",
		CONTEXT("form", "previousText"));
	form->change = load_literal(loader, node, "changeText", "change_text",
		CONTEXT("form", "changeText"));
	form->confirm = load_literal(loader, node, "confirmText", "confirm_text",
		CONTEXT("form", "confirmText"));
}

void load_step_words(
	struct loader *loader, const struct node *node, struct step *step)
{
	step->previous = load_literal(loader, node, "previousText", "previous_text",
		CONTEXT("step", step->slug, "previousText"));
	step->next = load_literal(loader, node, "nextText", "next_text",
		CONTEXT("step", step->slug, "nextText"));
}

static struct phrase faq_text(struct loader *loader, const struct node *node,
	const struct component *component, const char *property)
{
	char *key = context_key(loader, component);
	char *number = text_format("%zu", component->n_faqs + 1);
	char *context = CONTEXT(key, "faqItems", number, property);

	free(number);
	free(key);
	return load_phrase(loader, node, property, PHRASE_HTML, context);
}

static void add_faq(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct faq faq = { .label = faq_text(loader, node, component, "label"),
		.content = faq_text(loader, node, component, "content") };

	if (text_empty(faq.label.text) && text_empty(faq.content.text)) {
		phrase_clear(&faq.label);
		phrase_clear(&faq.content);
		return;
	}
	component->faqs =
		mem_more(component->faqs, component->n_faqs, sizeof *component->faqs);
	component->faqs[component->n_faqs++] = faq;
}

void load_faqs(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct node list = node_array(node, "faqItems");

	if (node_size(&list) > MOST_FAQS)
		node_fault(&list, "over %d of them", MOST_FAQS);
	for (size_t i = 0; i < node_size(&list) && !list.fault->text; i++) {
		struct node at = node_at(&list, i);

		add_faq(loader, &at, component);
	}
}

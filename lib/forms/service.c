/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/service.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"

enum { MOST_DAYS = 1000, MOST_CENTS = 10000000 };

static const struct {
	const char *name;
	size_t offset;
} texts[] = {
	{ "category", offsetof(struct service, category) },
	{ "summary", offsetof(struct service, summary) },
	{ "here", offsetof(struct service, here) },
	{ "delivery", offsetof(struct service, delivery) },
	{ "bring", offsetof(struct service, bring) },
	{ "who", offsetof(struct service, who) },
	{ "elsewhere", offsetof(struct service, elsewhere) },
	{ "next", offsetof(struct service, next) },
	{ "contact", offsetof(struct service, contact) },
	{ "search", offsetof(struct service, search) },
};

enum { N_TEXTS = sizeof texts / sizeof texts[0] };

static struct phrase *text_at(struct service *service, size_t i)
{
	return (struct phrase *)(void *)((char *)service + texts[i].offset);
}

/* A name of a file in assets, not a way to one. */
static void load_pictogram(struct service *service, const struct node *node)
{
	const char *name = node_text(node, "pictogram");

	if (strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(name))
		node_fault_at(node, "pictogram", "not a name of a pictogram");
	service->pictogram = mem_text(name);
}

static void check_slug(const struct loader *loader, const struct node *node)
{
	const char *slug = node_text(node, "slug");

	if (*slug && strcmp(slug, loader->form->slug) != 0)
		node_fault_at(node, "slug", "another name than the form has");
	if (node->json && node_count(node, "v", INT_MAX, 1) != 1)
		node_fault_at(node, "v", "another version than 1");
}

void load_service(struct loader *loader, const struct node *node)
{
	struct service *service = &loader->form->service;
	struct node price = node_object(node, "price");

	check_slug(loader, node);
	for (size_t i = 0; i < N_TEXTS; i++)
		*text_at(service, i) = load_phrase(loader, node, texts[i].name,
			PHRASE_HTML, CONTEXT("service", texts[i].name));
	service->price = load_phrase(
		loader, &price, "text", PHRASE_HTML, CONTEXT("service", "price"));
	load_pictogram(service, node);
	service->price_cents = node_count(&price, "cents", MOST_CENTS, 0);
	service->working_days = node_count(node, "workingDays", MOST_DAYS, 0);
	service->order = node_count(node, "order", INT_MAX, 0);
}

void service_clear(struct service *service)
{
	for (size_t i = 0; i < N_TEXTS; i++)
		free(text_at(service, i)->text);
	free(service->price.text);
	free(service->pictogram);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/form_file.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/bundle.h"
#include "lib/forms/loader.h"
#include "lib/forms/service.h"

enum { MOST_STEPS = 100, MOST_SLUG = 100 };

static bool is_slug(const char *slug)
{
	size_t n = strlen(slug);

	return n && n <= MOST_SLUG &&
		   strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

/* Settings of a form that this kiosk, or this version, cannot honour. */
static void refuse_form(struct loader *loader, const struct node *form)
{
	const char *type = node_text(form, "type");
	const char *allowed = node_text(form, "submissionAllowed");

	if (strcmp(type, "appointment") == 0)
		load_reach(loader, form, FORM_NOT_HERE, "it makes an appointment");
	if (node_flag(form, "loginRequired", false))
		load_reach(loader, form, FORM_NOT_HERE, "it needs a login");
	if (node_flag(form, "paymentRequired", false))
		load_reach(loader, form, FORM_NOT_HERE, "it must be paid at once");
	if (*allowed && strcmp(allowed, "yes") != 0)
		load_reach(loader, form, FORM_NOT_HERE, "it takes no submissions");
	if (!node_flag(form, "active", true))
		load_reach(loader, form, FORM_NOT_HERE, "it is not active");
	if (node_flag(form, "maintenanceMode", false))
		load_reach(loader, form, FORM_NOT_HERE, "it is in maintenance");
}

/* In `index` order; the file's order where none is given. */
static void sort_steps(const struct node *steps, size_t *order)
{
	for (size_t i = 0; i < node_size(steps); i++) {
		struct node step = node_at(steps, i);
		int index = node_count(&step, "index", INT_MAX, (int)i);
		size_t at = i;

		for (; at; at--) {
			struct node before = node_at(steps, order[at - 1]);

			if (node_count(&before, "index", INT_MAX, (int)order[at - 1]) <=
				index)
				break;
			order[at] = order[at - 1];
		}
		order[at] = i;
	}
}

static void check_step_slug(const struct form *form, const struct node *node)
{
	const char *slug = form->steps[form->n_steps - 1].slug;

	if (!is_slug(slug))
		node_fault_at(node, "slug", "not a name of small letters and digits");
	for (size_t i = 0; i + 1 < form->n_steps; i++) {
		if (strcmp(form->steps[i].slug, slug) == 0)
			node_fault_at(node, "slug", "a second step of this name");
	}
}

static void load_step(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;
	struct node configuration = node_object(node, "configuration");
	struct node list = node_array(&configuration, "components");
	int index = (int)form->n_steps;
	struct step *step;

	form->steps = mem_more(form->steps, form->n_steps, sizeof *form->steps);
	step = &form->steps[form->n_steps++];
	step->slug = mem_text(node_text(node, "slug"));
	step->uuid = mem_text(node_text(node, "uuid"));
	step->is_applicable = node_flag(node, "isApplicable", true);
	loader->fills = false;
	step->name = load_phrase(
		loader, node, "name", PHRASE_HTML, CONTEXT("step", step->slug, "name"));
	loader->fills = true;
	load_step_words(loader, node, step);
	check_step_slug(form, node);
	if (!list.json)
		node_fault(&list, "nothing where a list must stand");
	load_components(loader, &list, -1, index);
}

static void load_steps(struct loader *loader, const struct node *form)
{
	struct node steps = node_array(form, "steps");
	size_t n = node_size(&steps);
	size_t order[MOST_STEPS] = { 0 };

	if (n == 0 || n > MOST_STEPS) {
		node_fault(&steps, "%zu steps, and 1 to %d can be", n, MOST_STEPS);
		return;
	}
	sort_steps(&steps, order);
	for (size_t i = 0; i < n; i++) {
		struct node step = node_at(&steps, order[i]);

		load_step(loader, &step);
	}
}

static void load_statements(struct loader *loader, const struct node *form)
{
	struct node list = node_array(form, "submissionStatementsConfiguration");

	if (node_size(&list) > MOST_STATEMENTS)
		load_reach(loader, &list, FORM_NOT_HERE,
			"more than %d statements, which do not fit on one screen",
			MOST_STATEMENTS);
	for (size_t i = 0; i < node_size(&list) && !list.fault->text; i++) {
		struct node node = node_at(&list, i);

		load_statement(loader, &node);
	}
}

/* "a" and "a.b" cannot both have an answer: one is inside the other. */
static void check_nesting(
	const char *key, const json_t *keys, const struct node *form)
{
	for (const char *dot = strchr(key, '.'); dot; dot = strchr(dot + 1, '.')) {
		char *outer = mem_text_n(key, (size_t)(dot - key));

		if (json_is_true(json_object_get(keys, outer)))
			node_fault(
				form, "the keys '%s' and '%s' cannot both be", outer, key);
		free(outer);
	}
}

void check_keys(
	const struct component *components, size_t n, const struct node *form)
{
	json_t *keys = json_object();

	for (size_t i = 0; i < n; i++) {
		const char *key = components[i].key;

		if (json_object_get(keys, key))
			node_fault(form, "a second component of the key '%s'", key);
		json_object_set_new(
			keys, key, json_boolean(component_has_answer(&components[i])));
	}
	for (size_t i = 0; i < n; i++) {
		if (component_has_answer(&components[i]) && !components[i].part)
			check_nesting(components[i].key, keys, form);
	}
	json_decref(keys);
}

static void load_form(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;
	const char *slug = node_text(node, "slug");

	if (!node->json)
		node_fault(node, "nothing where an object must stand");
	if (*slug && strcmp(slug, form->slug) != 0)
		node_fault_at(node, "slug", "another name than the bundle has");
	loader->translated = node_flag(node, "translationEnabled", false);
	form->name =
		load_phrase(loader, node, "name", PHRASE_HTML, CONTEXT("form", "name"));
	if (!*form->name.text)
		node_fault_at(node, "name", "a form without a name");
	load_names(loader, node);
	loader->fills = true;
	load_pages(loader, node);
	load_form_words(loader, node);
	refuse_form(loader, node);
	load_steps(loader, node);
	loader->fills = false;
	load_statements(loader, node);
	/* What comes now looks at all components, and one may be half read. */
	if (node->fault->text)
		return;
	check_keys(form->components, form->n_components, node);
	check_keys(form->statements, form->n_statements, node);
	settle_conditions(loader, node);
	load_logic(loader, node);
	refuse_stuck(loader, node);
}

/* The overlay of the language, or of what it is a kind of: "en" for "en-GB". */
static void choose_overlay(struct loader *loader, const struct node *bundle)
{
	struct node all = node_object(bundle, "translations");
	char language[sizeof loader->overlay_language];
	struct node found;

	snprintf(language, sizeof language, "%s", loader->form->language);
	found = node_object(&all, language);
	if (!found.json) {
		language[strcspn(language, "-_")] = '\0';
		found = node_object(&all, language);
	}
	loader->overlay = found.json;
	memcpy(loader->overlay_language, language, sizeof language);
}

static void load_bundle(struct loader *loader, const struct node *bundle)
{
	struct node form = node_object(bundle, "form");
	struct node service = node_object(bundle, "service");
	const char *slug = node_text(bundle, "slug");

	loader->form->slug = mem_text(slug);
	if (!json_is_object(bundle->json))
		node_fault(
			bundle, "%s where a bundle must stand", json_kind(bundle->json));
	if (node_count(bundle, "v", INT_MAX, 0) != 1)
		node_fault_at(bundle, "v", "another version than 1");
	if (!is_slug(slug))
		node_fault_at(bundle, "slug", "not a name of small letters and digits");
	choose_overlay(loader, bundle);
	load_service(loader, &service);
	load_form(loader, &form);
}

struct form *bundle_read(const json_t *bundle, const char *version,
	const char *language, json_t *texts, struct form_fault *fault)
{
	struct form *form = mem_new(1, sizeof *form);
	struct loader loader = { .form = form, .texts = texts };
	struct node top = node_top(bundle, fault);

	fault->text = NULL;
	form->complete = true;
	snprintf(form->version, sizeof form->version, "%s", version);
	snprintf(form->language, sizeof form->language, "%s", language);
	if (node_within_bounds(&top))
		load_bundle(&loader, &top);
	json_decref(loader.names);
	if (fault->text) {
		form_free(form);
		return NULL;
	}
	if (!form->reason)
		form->reason = mem_text("");
	return form;
}

struct form *form_from_json(const json_t *bundle, const char *version,
	const char *language, struct form_fault *fault)
{
	char own[65];

	if (!version) {
		bundle_version(bundle, own);
		version = own;
	}
	return bundle_read(bundle, version, language, NULL, fault);
}

struct form *form_load(const char *bytes, size_t size, const char *language,
	struct form_fault *fault)
{
	json_error_t error;
	json_t *bundle = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
	struct form *form;

	if (!bundle) {
		char *said = text_format(
			"line %d, column %d: %s", error.line, error.column, error.text);

		fault->text = safe_text(said, false);
		free(said);
		return NULL;
	}
	form = form_from_json(bundle, NULL, language, fault);
	json_decref(bundle);
	return form;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/loader.h"
#include "lib/forms/template.h"

/* Variables of Open Forms that are known without it: nobody is logged in on a
 * kiosk. Their values: logic.c and evaluate.c. */
static const char *const here[] = { "now", "today", "current_year", "form_name",
	"form_id", "language_code", "auth", "auth_type", "auth_bsn", "auth_kvk",
	"auth_pseudo", "auth_additional_claims", "auth_context",
	/* In softRequiredErrors; the screen lists them as items. */
	"missingFields" };

/* And those that are not. */
static const char *const not_here[] = { "environment", "form_url",
	"submission_id", "registration_backend" };

static bool is_among(const char *name, const char *const *names, size_t n)
{
	size_t length = strcspn(name, ".");

	for (size_t i = 0; i < n; i++) {
		if (strlen(names[i]) == length && strncmp(name, names[i], length) == 0)
			return true;
	}
	return false;
}

static void add_name(struct loader *loader, const char *name)
{
	if (*name)
		json_object_set_new(loader->names, name, json_true());
}

/* Keys of components, in groups and columns too. */
static void add_components(struct loader *loader, const struct node *list)
{
	for (size_t i = 0; i < node_size(list); i++) {
		struct node node = node_at(list, i);
		struct node inner = node_array(&node, "components");
		struct node columns = node_array(&node, "columns");

		add_name(loader, node_text(&node, "key"));
		/* Those of a repeated group have names inside it only. */
		if (strcmp(node_text(&node, "type"), "editgrid") != 0)
			add_components(loader, &inner);
		for (size_t j = 0; j < node_size(&columns); j++) {
			struct node column = node_at(&columns, j);
			struct node below = node_array(&column, "components");

			add_components(loader, &below);
		}
	}
}

static void add_variables(struct loader *loader, const struct node *form)
{
	struct node list = node_either(form, "variables", "formVariables");

	for (size_t i = 0; i < node_size(&list); i++) {
		struct node variable = node_at(&list, i);

		add_name(loader, node_text(&variable, "key"));
	}
}

void load_names(struct loader *loader, const struct node *form)
{
	struct node steps = node_array(form, "steps");

	loader->names = json_object();
	for (size_t i = 0; i < sizeof here / sizeof here[0]; i++)
		add_name(loader, here[i]);
	for (size_t i = 0; i < node_size(&steps); i++) {
		struct node step = node_at(&steps, i);
		struct node configuration = node_object(&step, "configuration");
		struct node list = node_array(&configuration, "components");

		add_components(loader, &list);
	}
	add_variables(loader, form);
}

struct node node_either(
	const struct node *node, const char *camel, const char *snake)
{
	struct node found = node_get(node, camel);

	return found.json ? found : node_get(node, snake);
}

/* "a.b" is known where "a" is: it may be inside. */
bool loader_knows(const struct loader *loader, const char *name)
{
	char *part = mem_text(name);
	char *dot;
	bool known = json_object_get(loader->names, part) != NULL;

	while (!known && (dot = strrchr(part, '.')) != NULL) {
		*dot = '\0';
		known = json_object_get(loader->names, part) != NULL;
	}
	free(part);
	return known;
}

bool load_fits(const struct loader *loader, const char *text)
{
	json_t *names;
	const char *name;
	json_t *value;
	bool fits;

	if (!template_is(text))
		return true;
	names = json_object();
	fits = template_check(text, names);
	json_object_foreach(names, name, value) fits =
		fits && loader_knows(loader, name);
	json_decref(names);
	return fits;
}

void load_rule_reach(
	struct loader *loader, const struct node *node, const struct rule *rule)
{
	const char *name;
	json_t *value;

	json_object_foreach(lend(rule_names(rule)), name, value)
	{
		if (is_among(name, not_here, sizeof not_here / sizeof not_here[0]) &&
			!loader_knows(loader, name))
			load_reach(loader, node, FORM_ONLINE,
				"it reads '%s', which only the server has", name);
	}
}

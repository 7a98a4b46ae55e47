/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/loader.h"

enum { MOST_COMPONENTS = 2000, MOST_KEY = 200 };

/* Types this kiosk asks. What a type adds to the common keys is `flags`. */
enum {
	HAS_OPTIONS = 1,
	HAS_CHILDREN = 2,
	HAS_COLUMNS = 4,
	HAS_NO_LABEL = 8,
};

static const struct known_type {
	const char *name;
	enum component_type type;
	int flags;
} known_types[] = {
	{ "textfield", COMPONENT_TEXTFIELD, 0 },
	{ "textarea", COMPONENT_TEXTAREA, 0 },
	{ "email", COMPONENT_EMAIL, 0 },
	{ "phoneNumber", COMPONENT_PHONE, 0 },
	{ "postcode", COMPONENT_POSTCODE, 0 },
	{ "bsn", COMPONENT_BSN, 0 },
	{ "iban", COMPONENT_IBAN, 0 },
	{ "number", COMPONENT_NUMBER, 0 },
	{ "currency", COMPONENT_CURRENCY, 0 },
	{ "date", COMPONENT_DATE, 0 },
	{ "time", COMPONENT_TIME, 0 },
	{ "radio", COMPONENT_RADIO, HAS_OPTIONS },
	{ "select", COMPONENT_SELECT, HAS_OPTIONS },
	{ "selectboxes", COMPONENT_SELECTBOXES, HAS_OPTIONS },
	{ "checkbox", COMPONENT_CHECKBOX, 0 },
	{ "content", COMPONENT_CONTENT, HAS_NO_LABEL },
	{ "fieldset", COMPONENT_FIELDSET, HAS_CHILDREN },
	{ "columns", COMPONENT_COLUMNS, HAS_COLUMNS | HAS_NO_LABEL },
};

/* Types of Open Forms that this kiosk does not ask, and why not. */
static const struct other_type {
	const char *name, *reason;
} other_types[] = {
	{ "editgrid", "repeats questions, which this version cannot" },
	{ "addressNL", "is an address look-up, which this version cannot do" },
	{ "datetime", "is a date with a time, which this version cannot ask" },
	{ "file", "asks for a file, and there is no way to give one here" },
	{ "licenseplate", "is a licence plate, which this version cannot ask" },
	{ "cosign", "asks for a second signatory, which this version cannot" },
	{ "customerProfile", "needs a profile, which this version cannot ask" },
	{ "softRequiredErrors",
		"warns of what is open, which this version cannot" },
	{ "map", "is a map" },
	{ "partners", "needs a login with DigiD" },
	{ "children", "needs a login with DigiD" },
	{ "npFamilyMembers", "needs a login with DigiD" },
	{ "signature", "is a drawn signature" },
	{ "coSign", "needs the login of a second person" },
};

static const struct known_type *known_type(const char *name)
{
	for (size_t i = 0; i < sizeof known_types / sizeof known_types[0]; i++) {
		if (strcmp(known_types[i].name, name) == 0)
			return &known_types[i];
	}
	return NULL;
}

static void refuse_type(
	struct loader *loader, const struct node *node, const char *name)
{
	const char *key = node_text(node, "key");

	if (!*name) {
		node_fault_at(node, "type", "a component without a type");
		return;
	}
	for (size_t i = 0; i < sizeof other_types / sizeof other_types[0]; i++) {
		if (strcmp(other_types[i].name, name) == 0) {
			load_reach(loader, node, FORM_NOT_HERE, "component '%s' (%s) %s",
				key, name, other_types[i].reason);
			return;
		}
	}
	load_reach(loader, node, FORM_NOT_HERE,
		"component '%s' is of the unknown type '%s'", key, name);
}

/* Letters, digits, '_' and, not at the ends, '.' and '-'. */
static bool is_key(const char *key)
{
	size_t n = strlen(key);

	if (!n || n > MOST_KEY || strchr(".-", key[0]) || strchr(".-", key[n - 1]))
		return false;
	for (; *key; key++) {
		bool plain = (*key >= 'a' && *key <= 'z') ||
					 (*key >= 'A' && *key <= 'Z') ||
					 (*key >= '0' && *key <= '9') || strchr("_.-", *key) ||
					 (unsigned char)*key >= 0x80;

		if (!plain || (key[0] == '.' && key[1] == '.'))
			return false;
	}
	return true;
}

static struct phrase text_of(struct loader *loader, const struct node *node,
	const struct component *component, const char *property)
{
	return load_phrase(
		loader, node, property, PHRASE_HTML, CONTEXT(component->key, property));
}

static struct phrase line_of(struct loader *loader, const struct node *node,
	const struct component *component, const char *property)
{
	return load_phrase(
		loader, node, property, PHRASE_LINE, CONTEXT(component->key, property));
}

static void load_texts(struct loader *loader, const struct node *node,
	struct component *component, bool labelled)
{
	component->label =
		labelled ? text_of(loader, node, component, "label") : phrase_empty();
	component->content = component->type == COMPONENT_CONTENT
							 ? text_of(loader, node, component, "html")
							 : phrase_empty();
	component->description = text_of(loader, node, component, "description");
	component->tooltip = text_of(loader, node, component, "tooltip");
	component->placeholder = line_of(loader, node, component, "placeholder");
	component->suffix = line_of(loader, node, component, "suffix");
}

/* Autofill tokens may follow others: "section-partner bday". Exports of Open
 * Forms mostly have none, and then the key tells. */
static bool is_birth_date(const struct component *component)
{
	const char *token = strstr(component->autocomplete, "bday");

	return (token && (token == component->autocomplete || token[-1] == ' ')) ||
		   strcasestr(component->key, "geboorte");
}

/*
 * What the loudspeaker may not say: numbers of a person, how to reach or find
 * somebody, and everything typed freely. A choice from a list is said, unless
 * the form marks it as sensitive; so is a number, unless it tells an age.
 */
static bool decide_private(const struct component *component, bool sensitive)
{
	switch (component->type) {
	case COMPONENT_TEXTFIELD:
	case COMPONENT_TEXTAREA:
	case COMPONENT_EMAIL:
	case COMPONENT_PHONE:
	case COMPONENT_POSTCODE:
	case COMPONENT_BSN:
	case COMPONENT_IBAN:
	case COMPONENT_DATE:
		return true;
	case COMPONENT_NUMBER:
	case COMPONENT_CURRENCY:
		return sensitive || is_birth_date(component);
	case COMPONENT_TIME:
	case COMPONENT_RADIO:
	case COMPONENT_SELECT:
	case COMPONENT_SELECTBOXES:
	case COMPONENT_CHECKBOX:
		return sensitive;
	case COMPONENT_CONTENT:
	case COMPONENT_FIELDSET:
	case COMPONENT_COLUMNS:
	case N_COMPONENT_TYPES:
		break;
	}
	return false;
}

static bool decide_masked(const struct component *component)
{
	return component->type == COMPONENT_BSN ||
		   (component->type == COMPONENT_DATE && is_birth_date(component));
}

static void load_flags(const struct node *node, struct component *component)
{
	char *autocomplete = safe_text(node_text(node, "autocomplete"), false);

	component->autocomplete = autocomplete;
	component->hidden = node_flag(node, "hidden", false);
	component->clear_on_hide = node_flag(node, "clearOnHide", true);
	component->disabled = node_flag(node, "disabled", false);
	component->in_summary = node_flag(node, "showInSummary", true);
	component->is_private =
		decide_private(component, node_flag(node, "isSensitiveData", false));
	component->is_masked = decide_masked(component);
}

/* Settings that this version does not carry out. */
static void refuse_settings(struct loader *loader, const struct node *node,
	const struct component *component)
{
	struct node open_forms = node_object(node, "openForms");

	if (node_flag(node, "multiple", false))
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' takes several answers, which this version cannot",
			component->key);
	if (node_flag(&open_forms, "requireVerification", false))
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' wants a code from an e-mail, which this version "
			"cannot ask",
			component->key);
	if (component->disabled && component->limits.required &&
		!component->default_value)
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' is required, read-only and empty: it needs a login",
			component->key);
}

static void load_component(struct loader *loader, const struct node *node,
	const struct known_type *known, struct component *component)
{
	bool labelled =
		!(known->flags & HAS_NO_LABEL) && !node_flag(node, "hideHeader", false);

	component->type = known->type;
	component->key = mem_text(node_text(node, "key"));
	if (!is_key(component->key))
		node_fault_at(node, "key", "not a key");
	load_flags(node, component);
	load_texts(loader, node, component, labelled);
	if (known->flags & HAS_OPTIONS)
		load_options(loader, node, component);
	load_limits(loader, node, component);
	load_default(loader, node, component);
	load_condition(node, component);
	load_errors(loader, node, component);
	refuse_settings(loader, node, component);
}

static struct component *add_component(
	struct component **list, size_t *n, int parent, int step)
{
	struct component *added;

	*list = mem_more(*list, *n, sizeof **list);
	added = &(*list)[(*n)++];
	added->parent = parent;
	added->step = step;
	return added;
}

static void load_children(struct loader *loader, const struct node *node,
	int flags, int parent, int step)
{
	struct node columns = node_array(node, "columns");

	if (flags & HAS_CHILDREN) {
		struct node list = node_array(node, "components");

		load_components(loader, &list, parent, step);
	}
	for (size_t i = 0; flags & HAS_COLUMNS && i < node_size(&columns); i++) {
		struct node column = node_at(&columns, i);
		struct node list = node_array(&column, "components");

		load_components(loader, &list, parent, step);
	}
}

void load_components(
	struct loader *loader, const struct node *list, int parent, int step)
{
	struct form *form = loader->form;

	for (size_t i = 0; i < node_size(list) && !list->fault->text; i++) {
		struct node node = node_at(list, i);
		const char *name = node_text(&node, "type");
		const struct known_type *known = known_type(name);

		if (form->n_components == MOST_COMPONENTS) {
			node_fault(&node, "over %d components", MOST_COMPONENTS);
		} else if (!known) {
			refuse_type(loader, &node, name);
		} else {
			struct component *added = add_component(
				&form->components, &form->n_components, parent, step);
			int index = (int)form->n_components - 1;

			load_component(loader, &node, known, added);
			load_children(loader, &node, known->flags, index, step);
		}
	}
}

void load_statement(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;
	const struct known_type *known = known_type(node_text(node, "type"));
	struct component *added =
		add_component(&form->statements, &form->n_statements, -1, -1);

	added->type = COMPONENT_CHECKBOX;
	if (known && known->type == COMPONENT_CHECKBOX)
		load_component(loader, node, known, added);
	else
		node_fault_at(node, "type", "a statement must be a checkbox");
}

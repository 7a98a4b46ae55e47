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
	HAS_PARTS = 16,
	HAS_ROWS = 32,
	MAY_REPEAT = 64, /* `multiple` asks for it again and again */
};

static const struct known_type {
	const char *name;
	enum component_type type;
	int flags;
} known_types[] = {
	{ "textfield", COMPONENT_TEXTFIELD, MAY_REPEAT },
	{ "textarea", COMPONENT_TEXTAREA, MAY_REPEAT },
	{ "email", COMPONENT_EMAIL, MAY_REPEAT },
	{ "phoneNumber", COMPONENT_PHONE, MAY_REPEAT },
	{ "postcode", COMPONENT_POSTCODE, MAY_REPEAT },
	{ "bsn", COMPONENT_BSN, MAY_REPEAT },
	{ "iban", COMPONENT_IBAN, MAY_REPEAT },
	{ "number", COMPONENT_NUMBER, MAY_REPEAT },
	{ "currency", COMPONENT_CURRENCY, MAY_REPEAT },
	{ "date", COMPONENT_DATE, MAY_REPEAT },
	{ "datetime", COMPONENT_DATETIME, MAY_REPEAT },
	{ "time", COMPONENT_TIME, MAY_REPEAT },
	{ "licenseplate", COMPONENT_LICENSEPLATE, MAY_REPEAT },
	/* The address to which the city writes for the second signature. */
	{ "cosign", COMPONENT_EMAIL, 0 },
	{ "radio", COMPONENT_RADIO, HAS_OPTIONS },
	{ "select", COMPONENT_SELECT, HAS_OPTIONS },
	{ "selectboxes", COMPONENT_SELECTBOXES, HAS_OPTIONS },
	{ "checkbox", COMPONENT_CHECKBOX, 0 },
	{ "file", COMPONENT_FILE, 0 },
	{ "addressNL", COMPONENT_ADDRESS, HAS_PARTS },
	{ "customerProfile", COMPONENT_PROFILE, HAS_PARTS },
	{ "editgrid", COMPONENT_EDITGRID, HAS_ROWS },
	{ "content", COMPONENT_CONTENT, HAS_NO_LABEL },
	{ "softRequiredErrors", COMPONENT_SOFT_ERRORS, HAS_NO_LABEL },
	{ "fieldset", COMPONENT_FIELDSET, HAS_CHILDREN },
	{ "columns", COMPONENT_COLUMNS, HAS_COLUMNS | HAS_NO_LABEL },
};

/* Types of Open Forms that this kiosk does not ask, and why not. */
static const struct other_type {
	const char *name, *reason;
} other_types[] = {
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
	return load_phrase(loader, node, property, PHRASE_HTML,
		context_of(loader, component, property));
}

static struct phrase line_of(struct loader *loader, const struct node *node,
	const struct component *component, const char *property)
{
	return load_phrase(loader, node, property, PHRASE_LINE,
		context_of(loader, component, property));
}

static bool component_shows_html(const struct component *component)
{
	return component->type == COMPONENT_CONTENT ||
		   component->type == COMPONENT_SOFT_ERRORS;
}

static void load_texts(struct loader *loader, const struct node *node,
	struct component *component, bool labelled)
{
	component->label =
		labelled ? text_of(loader, node, component, "label") : phrase_empty();
	component->content = component_shows_html(component)
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
	case COMPONENT_DATETIME:
	case COMPONENT_LICENSEPLATE:
	case COMPONENT_ADDRESS:
	case COMPONENT_PROFILE:
		return true;
	case COMPONENT_NUMBER:
	case COMPONENT_CURRENCY:
		return sensitive || is_birth_date(component);
	case COMPONENT_TIME:
	case COMPONENT_RADIO:
	case COMPONENT_SELECT:
	case COMPONENT_SELECTBOXES:
	case COMPONENT_CHECKBOX:
	case COMPONENT_FILE:
	case COMPONENT_EDITGRID:
	case COMPONENT_SEVERAL:
		return sensitive;
	case COMPONENT_SOFT_ERRORS:
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
	struct node open_forms = node_object(node, "openForms");

	component->autocomplete = autocomplete;
	component->hidden = node_flag(node, "hidden", false);
	component->clear_on_hide = node_flag(node, "clearOnHide", true);
	component->disabled = node_flag(node, "disabled", false);
	component->in_summary = node_flag(node, "showInSummary", true);
	component->soft_required = node_flag(&open_forms, "softRequired", false);
	component->is_private =
		decide_private(component, node_flag(node, "isSensitiveData", false));
	component->is_masked = decide_masked(component);
}

/* Settings that this version does not carry out. */
static void refuse_settings(struct loader *loader, const struct node *node,
	const struct component *component)
{
	struct node open_forms = node_object(node, "openForms");

	if (component->type == COMPONENT_FILE && component->limits.required)
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' requires a file, and there is no way to give one "
			"here",
			component->key);
	if (node_flag(&open_forms, "requireVerification", false))
		load_reach(loader, node, FORM_NOT_HERE,
			"component '%s' wants a code from an e-mail, which this version "
			"cannot ask",
			component->key);
}

/* A list of choices takes several marks; the rest is asked in rows. */
static enum component_type type_of(
	const struct known_type *known, const struct node *node)
{
	if (known->flags & MAY_REPEAT && node_flag(node, "multiple", false))
		return COMPONENT_SEVERAL;
	return known->type;
}

static void load_component(struct loader *loader, const struct node *node,
	const struct known_type *known, struct component *component)
{
	bool labelled =
		!(known->flags & HAS_NO_LABEL) && !node_flag(node, "hideHeader", false);

	component->type = type_of(known, node);
	component->key = mem_text(node_text(node, "key"));
	if (!is_key(component->key))
		node_fault_at(node, "key", "not a key");
	component->multiple = component->type == COMPONENT_SELECT &&
						  node_flag(node, "multiple", false);
	load_flags(node, component);
	load_texts(loader, node, component, labelled);
	if (known->flags & HAS_OPTIONS)
		load_options(loader, node, component);
	load_limits(loader, node, component);
	load_default(loader, node, component);
	load_condition(node, component);
	load_errors(loader, node, component);
	load_faqs(loader, node, component);
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

struct component *load_part(struct loader *loader, int whole)
{
	struct form *form = loader->form;

	return add_component(&form->components, &form->n_components, whole,
		form->components[whole].step);
}

/* The question of one row of what is asked several times. */
void load_single(struct loader *loader, const struct node *node)
{
	struct form *form = loader->form;
	const struct known_type *known = known_type(node_text(node, "type"));
	struct known_type once = known ? *known : known_types[0];
	struct component *added =
		add_component(&form->components, &form->n_components, -1, 0);

	once.flags &= ~MAY_REPEAT;
	load_component(loader, node, &once, added);
}

static void load_children(struct loader *loader, const struct node *node,
	int flags, int parent, int step)
{
	struct node columns = node_array(node, "columns");

	if (flags & HAS_CHILDREN) {
		struct node list = node_array(node, "components");

		load_components(loader, &list, parent, step);
	}
	if (flags & HAS_PARTS)
		load_parts(loader, node, parent);
	if (loader->form->components[parent].type == COMPONENT_SEVERAL ||
		flags & HAS_ROWS)
		load_repeat(loader, node, parent);
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

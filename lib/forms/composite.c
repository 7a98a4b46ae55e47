/* SPDX-License-Identifier: EUPL-1.2 */
/* What is asked in parts (an address, a profile) and what is asked in rows. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/loader.h"

/* Names, limits and autofill tokens as Open Forms has them. */
static const struct part_kind {
	enum part part;
	enum component_type type;
	const char *name, *autocomplete, *pattern;
	int most; /* characters; 0 = none */
} address_parts[] = {
	{ PART_POSTCODE, COMPONENT_POSTCODE, "postcode", "postal-code", NULL, 0 },
	{ PART_HOUSE_NUMBER, COMPONENT_TEXTFIELD, "houseNumber", "address-line2",
		"^\\d{1,5}$", 5 },
	{ PART_HOUSE_LETTER, COMPONENT_TEXTFIELD, "houseLetter", "", "^[a-zA-Z]$",
		1 },
	{ PART_HOUSE_ADDITION, COMPONENT_TEXTFIELD, "houseNumberAddition", "",
		"^[a-zA-Z0-9]{1,4}$", 4 },
	{ PART_STREET, COMPONENT_TEXTFIELD, "streetName", "address-line1", NULL,
		255 },
	{ PART_CITY, COMPONENT_TEXTFIELD, "city", "address-level2", NULL, 255 },
};

static const struct part_kind profile_parts[] = {
	{ PART_EMAIL, COMPONENT_EMAIL, "email", "email", NULL, 0 },
	{ PART_PHONE, COMPONENT_PHONE, "phoneNumber", "tel", NULL, 0 },
};

/* The rest of an address is asked once its postcode is there, so that who
 * skips an address skips it at once. */
static void ask_after(struct component *part, const char *key, int at)
{
	part->condition = (struct condition){ .set = true,
		.show = false,
		.when = mem_text(key),
		.at = at,
		.eq = json_string("") };
}

static void set_texts(struct component *part)
{
	part->label = phrase_empty();
	part->description = phrase_empty();
	part->tooltip = phrase_empty();
	part->placeholder = phrase_empty();
	part->content = phrase_empty();
	part->suffix = phrase_empty();
}

/* openForms.components.postcode: a pattern and its own words. */
static void set_limits(struct loader *loader, const struct node *node,
	const struct part_kind *kind, struct component *part)
{
	struct node open_forms = node_object(node, "openForms");
	struct node all = node_object(&open_forms, "components");
	struct node own = node_object(&all, kind->name);

	load_limits(loader, &own, part);
	part->limits.required = false; /* evaluate.h says when */
	if (!part->limits.pattern && kind->pattern)
		part->limits.pattern = mem_text(kind->pattern);
	if (!part->limits.max_length)
		part->limits.max_length = kind->most;
	load_errors(loader, &own, part);
}

static void add_part(struct loader *loader, const struct node *node, int whole,
	const struct part_kind *kind)
{
	struct component *part = load_part(loader, whole);
	const struct component *of = &loader->form->components[whole];

	part->type = kind->type;
	part->part = kind->part;
	part->key = text_format("%s.%s", of->key, kind->name);
	/* "off": not the address of who fills it in. */
	part->autocomplete = mem_text(
		strcmp(of->autocomplete, "off") == 0 ? "off" : kind->autocomplete);
	part->clear_on_hide = of->clear_on_hide;
	part->disabled = of->disabled;
	part->in_summary = of->in_summary;
	part->is_private = true;
	set_texts(part);
	set_limits(loader, node, kind, part);
}

static void load_address(
	struct loader *loader, const struct node *node, int whole)
{
	size_t n = sizeof address_parts / sizeof address_parts[0];

	for (size_t i = 0; i < n; i++) {
		struct component *all;

		add_part(loader, node, whole, &address_parts[i]);
		all = loader->form->components;
		if (i)
			ask_after(&all[loader->form->n_components - 1], all[whole + 1].key,
				whole + 1);
	}
}

/* All kinds of address when the form names none. */
static bool is_wanted(const struct node *types, const char *name)
{
	for (size_t i = 0; i < node_size(types); i++) {
		struct node type = node_at(types, i);
		const char *word = json_string_value(type.json);

		if (word && strcmp(word, name) == 0)
			return true;
	}
	return node_size(types) == 0;
}

static void load_profile(
	struct loader *loader, const struct node *node, int whole)
{
	struct node types = node_array(node, "digitalAddressTypes");
	size_t n = sizeof profile_parts / sizeof profile_parts[0];

	for (size_t i = 0; i < n; i++) {
		if (is_wanted(&types, profile_parts[i].name))
			add_part(loader, node, whole, &profile_parts[i]);
	}
}

void load_parts(struct loader *loader, const struct node *node, int whole)
{
	if (loader->form->components[whole].type == COMPONENT_ADDRESS)
		load_address(loader, node, whole);
	else
		load_profile(loader, node, whole);
}

/* The form of one row: a step, and the questions that come into it. */
static struct form *row_form(const struct form *outer)
{
	struct form *row = mem_new(1, sizeof *row);

	row->slug = mem_text(outer->slug);
	memcpy(row->version, outer->version, sizeof row->version);
	memcpy(row->language, outer->language, sizeof row->language);
	row->complete = true;
	row->reason = mem_text("");
	row->name = phrase_empty();
	row->introduction = phrase_empty();
	row->explanation = phrase_empty();
	row->help = phrase_empty();
	row->begin = phrase_empty();
	row->previous = phrase_empty();
	row->change = phrase_empty();
	row->confirm = phrase_empty();
	row->steps = mem_new(1, sizeof *row->steps);
	row->n_steps = 1;
	row->steps[0] = (struct step){ .slug = mem_text(""),
		.uuid = mem_text(""),
		.name = phrase_empty(),
		.previous = phrase_empty(),
		.next = phrase_empty(),
		.is_applicable = true };
	return row;
}

/* What holds of a question in the rows holds of the whole form. */
static void join(struct form *outer, const struct form *row)
{
	outer->complete = outer->complete && row->complete;
	if (row->reach <= outer->reach)
		return;
	outer->reach = row->reach;
	free(outer->reason);
	outer->reason = mem_text(row->reason);
}

static void load_row(struct loader *outer, const struct node *node,
	const struct component *component)
{
	struct loader loader = *outer;
	struct form *row = component->repeat->form;

	loader.form = row;
	loader.fills = false;
	if (component->type == COMPONENT_EDITGRID) {
		struct node list = node_array(node, "components");

		loader.grid = component->key;
		load_components(&loader, &list, -1, 0);
		if (!node_size(&list))
			node_fault(node, "rows without a question");
	} else {
		loader.texts = NULL; /* those of the whole, met already */
		load_single(&loader, node);
		row->components[0].limits.required = true;
		row->components[0].condition.set = false;
		row->components[0].hidden = false;
	}
	if (!node->fault->text)
		check_keys(row->components, row->n_components, node);
	if (component->type == COMPONENT_EDITGRID)
		refuse_stuck(&loader, node);
	join(outer->form, row);
}

/* Of an editgrid `maxLength` counts rows, elsewhere the characters of one. */
static void set_rows(
	struct loader *loader, const struct node *node, struct component *component)
{
	struct repeat *repeat = component->repeat;
	bool grid = component->type == COMPONENT_EDITGRID;

	repeat->one = load_phrase(loader, node, grid ? "groupLabel" : "-",
		PHRASE_LINE, context_of(loader, component, "groupLabel"));
	repeat->add = load_phrase(loader, node, grid ? "addAnother" : "-",
		PHRASE_LINE, context_of(loader, component, "addAnother"));
	repeat->remove = load_phrase(loader, node, grid ? "removeRow" : "-",
		PHRASE_LINE, context_of(loader, component, "removeRow"));
	repeat->fixed = grid && node_flag(node, "disableAddingRemovingRows", false);
	repeat->most = grid ? component->limits.max_length : 0;
	if (repeat->most > MOST_ROWS || !repeat->most)
		repeat->most = MOST_ROWS;
}

void load_repeat(struct loader *loader, const struct node *node, int index)
{
	struct component *component = &loader->form->components[index];

	component->repeat = mem_new(1, sizeof *component->repeat);
	component->repeat->form = row_form(loader->form);
	set_rows(loader, node, component);
	load_row(loader, node, component);
	/* Together they tell what each of them tells. */
	for (size_t i = 0; i < component->repeat->form->n_components; i++)
		component->is_private =
			component->is_private ||
			component->repeat->form->components[i].is_private;
}

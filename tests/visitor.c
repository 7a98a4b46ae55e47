/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/visitor.h"

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/forms/form_file.h"
#include "tests/test.h"

static const char *const slugs[] = { "uittreksel-brp", "verhuizing",
	"melding-openbare-ruimte", "terugbelverzoek" };

static void do_effects(struct visitor *visitor, unsigned effects);

static struct form *load(struct visitor *visitor, const char *slug)
{
	struct form_fault fault = { 0 };
	char version[65];
	struct form *form;

	memset(version, 'a', 64);
	version[64] = '\0';
	form = form_from_json(json_object_get(visitor->bundles, slug), version,
		visitor->journey.language, &fault);
	if (!form)
		fail_msg("%s: %s", slug, fault.text);
	return form;
}

static void add_bundle(
	struct visitor *visitor, const char *where, const char *slug)
{
	struct form_fault fault = { 0 };
	char *folder = text_format("%s/%s/%s", getenv("srcdir"), where, slug);
	size_t size;
	char *bytes = bundle_make(folder, &size, &fault);

	if (!bytes)
		fail_msg("%s: %s", slug, fault.text);
	json_object_set_new(
		visitor->bundles, slug, json_loadb(bytes, size, 0, NULL));
	free(bytes);
	free(folder);
}

static void phrase_set(struct phrase *to, const struct phrase *from)
{
	free(to->text);
	*to = *from;
	to->text = mem_text(from->text);
}

static void catalogue_clear(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->n_entries; i++) {
		struct entry *entry = &catalogue->entries[i];

		free(entry->slug);
		free(entry->name.text);
		free(entry->summary.text);
		free(entry->category.text);
		free(entry->category_key);
		free(entry->search);
		free(entry->pictogram);
	}
	free(catalogue->entries);
	*catalogue = (struct catalogue){ 0 };
}

static void read_catalogue(struct visitor *visitor)
{
	struct catalogue *catalogue = &visitor->catalogue;
	const char *slug;
	json_t *bundle;

	catalogue_clear(catalogue);
	json_object_foreach(visitor->bundles, slug, bundle)
	{
		struct form *form = load(visitor, slug);
		struct entry *entry;

		catalogue->entries =
			mem_more(catalogue->entries, catalogue->n_entries, sizeof(*entry));
		entry = &catalogue->entries[catalogue->n_entries++];
		entry->slug = mem_text(slug);
		phrase_set(&entry->name, &form->name);
		phrase_set(&entry->summary, &form->service.summary);
		phrase_set(&entry->category, &form->service.category);
		entry->category_key =
			text_format("subject-%zu", catalogue->n_entries % 4);
		entry->search = mem_text(form->service.search.text);
		entry->pictogram = mem_text(form->service.pictogram);
		entry->complete = form->complete;
		entry->reach = form->reach;
		form_free(form);
	}
}

void visitor_begin(struct visitor *visitor, const char *language)
{
	char *locale = text_format("%s/locale", getenv("builddir"));

	translate_open(locale);
	free(locale);
	*visitor = (struct visitor){ .outcome = OUTCOME_RECEIVED };
	visitor->around = (struct surroundings){ .kiosk = "Stadskamer",
		.desk = "Naast de trap.",
		.desk_language = "nl",
		.desk_dutch = "Naast de trap.",
		.desk_until = "17:00",
		.phone = "14 070",
		.waiting_known = true };
	visitor->bundles = json_object();
	journey_init(&visitor->journey, language);
	visitor->journey.today = (struct date){ 2026, 11, 25 };
	visitor->journey.n_sizes = 4;
	visitor->journey.voice = true;
	for (size_t i = 0; i < sizeof(slugs) / sizeof(*slugs); i++)
		add_bundle(visitor, "data/forms", slugs[i]);
	read_catalogue(visitor);
	journey_got_catalogue(&visitor->journey, &visitor->catalogue);
	do_effects(visitor, EFFECT_MOVED);
}

void visitor_end(struct visitor *visitor)
{
	journey_clear(&visitor->journey);
	screen_clear(&visitor->screen);
	catalogue_clear(&visitor->catalogue);
	json_decref(visitor->bundles);
}

int visitor_arrives(void **state)
{
	static struct visitor visitor;

	visitor_begin(&visitor, "nl");
	*state = &visitor;
	return 0;
}

int visitor_arrives_home(void **state)
{
	visitor_arrives(state);
	visitor_to_home(*state, "nl");
	return 0;
}

int visitor_leaves(void **state)
{
	visitor_end(*state);
	return 0;
}

static void offer(struct visitor *visitor, const char *slug, json_t *bundle)
{
	json_object_set_new(visitor->bundles, slug, bundle);
	read_catalogue(visitor);
	journey_got_catalogue(&visitor->journey, &visitor->catalogue);
	visitor_look(visitor);
}

void visitor_add_form(
	struct visitor *visitor, const char *slug, const char *components)
{
	json_error_t error;
	json_t *list = json_loads(components, 0, &error);
	json_t *bundle;

	if (!list)
		fail_msg("%s: %s", slug, error.text);
	bundle = json_pack("{s:i, s:s, s:{s:s, s:s, s:[{s:s, s:s, s:{s:o}}]}, "
					   "s:{s:s}, s:{}}",
		"v", 1, "slug", slug, "form", "name", slug, "slug", slug, "steps",
		"slug", "een", "name", "Een", "configuration", "components", list,
		"service", "category", "Test", "translations");
	offer(visitor, slug, bundle);
}

void visitor_add_whole(
	struct visitor *visitor, const char *slug, const char *quoted)
{
	char *text =
		text_format("{'name':'%s','slug':'%s',%s}", slug, slug, quoted);
	json_error_t error;
	json_t *form;

	for (char *c = text; *c; c++)
		if (*c == '\'')
			*c = '"';
	form = json_loads(text, 0, &error);
	free(text);
	if (!form)
		fail_msg("%s, column %d: %s", slug, error.column, error.text);
	offer(visitor, slug,
		json_pack("{s:i, s:s, s:o, s:{s:s}, s:{}}", "v", 1, "slug", slug,
			"form", form, "service", "category", "Test", "translations"));
}

void visitor_add_test_form(struct visitor *visitor, const char *slug)
{
	add_bundle(visitor, "tests/forms", slug);
	read_catalogue(visitor);
	journey_got_catalogue(&visitor->journey, &visitor->catalogue);
	visitor_look(visitor);
}

void visitor_look(struct visitor *visitor)
{
	screen_clear(&visitor->screen);
	scenes_build(&visitor->journey, &visitor->around, &visitor->screen);
}

static void give_form(struct visitor *visitor)
{
	unsigned effects = visitor->no_forms
						   ? journey_no_form(&visitor->journey)
						   : journey_got_form(&visitor->journey,
								 load(visitor, visitor->journey.slug));

	do_effects(visitor, effects);
}

static void do_language(struct visitor *visitor)
{
	read_catalogue(visitor);
	journey_got_catalogue(&visitor->journey, &visitor->catalogue);
	if (visitor->journey.draft && visitor->journey.draft->form)
		give_form(visitor);
}

static void do_results(struct visitor *visitor, unsigned effects)
{
	struct journey *journey = &visitor->journey;

	if (effects & EFFECT_FETCH)
		give_form(visitor);
	if (effects & EFFECT_SEND) {
		visitor->sends++;
		if (visitor->outcome)
			do_effects(visitor,
				journey_sent(journey, visitor->outcome, "7K2M-9QXT-4HD"));
	}
	visitor->rates += (effects & EFFECT_RATE) != 0;
	if (effects & EFFECT_PEOPLE) {
		visitor->calls++;
		do_effects(visitor, journey_people_called(journey, true));
	}
	if (effects & EFFECT_PIN)
		do_effects(
			visitor, journey_pin(journey, text_same(journey->typed, "2512")));
}

static void do_effects(struct visitor *visitor, unsigned effects)
{
	visitor->effects |= effects;
	if (effects & EFFECT_LANGUAGE)
		do_language(visitor);
	visitor->ended |= (effects & EFFECT_END) != 0;
	visitor->left |= (effects & EFFECT_LEAVE) != 0;
	do_results(visitor, effects);
	visitor_look(visitor);
	if (effects & (EFFECT_MOVED | EFFECT_FOCUS))
		journey_focus(&visitor->journey, visitor->focus);
	if (screen_find(&visitor->screen, visitor->focus) ==
			visitor->screen.n_items &&
		visitor->screen.focus < visitor->screen.n_items)
		snprintf(visitor->focus, sizeof(visitor->focus), "%s",
			visitor->screen.items[visitor->screen.focus].id);
}

static unsigned take(struct visitor *visitor, const struct intent *intent)
{
	unsigned effects;

	visitor->effects = 0;
	effects = journey_take(&visitor->journey, intent, visitor->focus);
	do_effects(visitor, effects);
	return visitor->effects;
}

static void step(struct visitor *visitor, int direction)
{
	struct screen *screen = &visitor->screen;
	size_t at =
		screen_step(screen, screen_find(screen, visitor->focus), direction);

	if (at < screen->n_items)
		snprintf(
			visitor->focus, sizeof(visitor->focus), "%s", screen->items[at].id);
}

unsigned visitor_do(struct visitor *visitor, enum intent_kind kind, int number)
{
	struct intent intent = { .kind = kind, .number = number };

	if (kind == INTENT_UP || kind == INTENT_DOWN)
		step(visitor, kind == INTENT_UP ? -1 : 1);
	return take(visitor, &intent);
}

unsigned visitor_type(struct visitor *visitor, const char *text)
{
	struct intent intent = { .kind = INTENT_TYPE };

	while (*text) {
		const char *from = text;

		text_next(&text);
		memset(intent.text, 0, sizeof(intent.text));
		memcpy(intent.text, from, (size_t)(text - from));
		take(visitor, &intent);
	}
	return visitor->effects;
}

static void must_be_there(struct visitor *visitor, const char *id)
{
	if (screen_find(&visitor->screen, id) == visitor->screen.n_items)
		fail_msg("no %s on the screen %s", id, visitor->screen.name);
}

unsigned visitor_tap(struct visitor *visitor, const char *key)
{
	struct intent intent = { .kind = INTENT_PRESS };

	snprintf(intent.text, sizeof(intent.text), "%.20s/%.42s",
		visitor->screen.name, key);
	must_be_there(visitor, intent.text);
	return take(visitor, &intent);
}

unsigned visitor_enter(struct visitor *visitor, const char *key)
{
	struct intent intent = { .kind = INTENT_ENTER };

	snprintf(visitor->focus, sizeof(visitor->focus), "%.20s/%.42s",
		visitor->screen.name, key);
	must_be_there(visitor, visitor->focus);
	return take(visitor, &intent);
}

const struct item *visitor_item(struct visitor *visitor, const char *key)
{
	char *id = text_format("%s/%s", visitor->screen.name, key);
	size_t at = screen_find(&visitor->screen, id);

	free(id);
	return at < visitor->screen.n_items ? &visitor->screen.items[at] : NULL;
}

bool visitor_is_at(const struct visitor *visitor, const char *scene)
{
	return text_same(visitor->screen.name, scene);
}

bool visitor_reads(const struct visitor *visitor, const char *text)
{
	for (size_t i = 0; i < visitor->screen.n_items; i++) {
		const struct item *item = &visitor->screen.items[i];

		if (strstr(item->label, text) || strstr(item->value, text) ||
			strstr(item->raw, text) || strstr(item->hint, text) ||
			strstr(item->error, text))
			return true;
	}
	return false;
}

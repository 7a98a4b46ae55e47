/* SPDX-License-Identifier: EUPL-1.2 */
/* The long ways of a visitor: to a form, through it, to the last button. */
#include "lib/base/text.h"
#include "tests/test.h"
#include "tests/visitor.h"

enum { MOST_QUESTIONS = 60 };

void visitor_to_home(struct visitor *visitor, const char *language)
{
	char *key = text_format("language:%s", language);

	visitor_do(visitor, INTENT_WAKE, 0);
	visitor_enter(visitor, key);
	visitor_enter(visitor, "yes");
	visitor_enter(visitor, "yes");
	visitor_enter(visitor, "no");
	assert_true(visitor_is_at(visitor, "home"));
	free(key);
}

void visitor_to_form(struct visitor *visitor, const char *slug)
{
	char *key = text_format("service:%s", slug);

	visitor_enter(visitor, key);
	visitor_enter(visitor, "start");
	while (visitor_is_at(visitor, "page"))
		visitor_enter(visitor, "next");
	assert_true(visitor_is_at(visitor, "question") ||
				visitor_is_at(visitor, "reading"));
	free(key);
}

void visitor_to_typed_question(struct visitor *visitor)
{
	visitor_add_form(visitor, "vak",
		"[{\"type\":\"textfield\",\"key\":\"naam\",\"label\":\"Naam?\","
		"\"validate\":{\"required\":true,\"maxLength\":6}},"
		"{\"type\":\"bsn\",\"key\":\"bsn\",\"label\":\"BSN?\"}]");
	visitor_to_form(visitor, "vak");
}

static const char *const good[N_COMPONENT_TYPES] = {
	[COMPONENT_TEXTFIELD] = "Jansen",
	[COMPONENT_TEXTAREA] = "Er ligt afval",
	[COMPONENT_EMAIL] = "j@example.nl",
	[COMPONENT_PHONE] = "0612345678",
	[COMPONENT_POSTCODE] = "2512gk",
	[COMPONENT_BSN] = "123456782",
	[COMPONENT_IBAN] = "NL91ABNA0417164300",
	[COMPONENT_NUMBER] = "3",
	[COMPONENT_CURRENCY] = "12,50",
	[COMPONENT_TIME] = "14:30",
};

static const char *good_date(const struct component *component)
{
	bool past = component->limits.max_date.mode == DATE_PAST ||
				component->limits.max_date.mode == DATE_FIXED;

	return past ? "31-12-1980" : "01-12-2026";
}

void visitor_answer(struct visitor *visitor)
{
	const struct component *component = journey_component(&visitor->journey);
	const char *text = good[component->type];

	if (component->type == COMPONENT_DATE)
		text = good_date(component);
	if (component_is_typed(component))
		visitor_type(visitor, text);
	else if (component_has_answer(component))
		visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_enter(visitor, "next");
}

void visitor_fill(struct visitor *visitor)
{
	for (int i = 0; i < MOST_QUESTIONS; i++) {
		if (visitor_is_at(visitor, "check"))
			return;
		visitor_answer(visitor);
		if (visitor->journey.problem.code)
			fail_msg("question %s: problem %d",
				journey_flow(&visitor->journey)->key,
				visitor->journey.problem.code);
	}
	fail_msg("the form has no end");
}

void visitor_to_send(struct visitor *visitor)
{
	visitor_fill(visitor);
	visitor_enter(visitor, "next");
	if (visitor_is_at(visitor, "statements")) {
		size_t n = visitor->journey.draft->form->n_statements;

		for (size_t i = 0; i < n; i++)
			visitor_do(visitor, INTENT_CHOOSE, (int)i + 1);
		visitor_enter(visitor, "next");
	}
	assert_true(visitor_is_at(visitor, "send"));
}

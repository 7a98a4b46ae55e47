/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/visitor_rules.h"

#include "tests/test.h"

void visitor_to_rules(struct visitor *visitor, const char *quoted)
{
	visitor_add_whole(visitor, "f", quoted);
	visitor_to_form(visitor, "f");
}

void assert_question(const struct visitor *visitor, const char *key)
{
	assert_string_equal(journey_flow(&visitor->journey)->key, key);
}

void assert_count(struct visitor *visitor, int n, int m)
{
	int is_n, is_m;

	draft_count(visitor->journey.draft, journey_component(&visitor->journey),
		&is_n, &is_m);
	assert_int_equal(is_n, n);
	assert_int_equal(is_m, m);
}

void visitor_says(struct visitor *visitor, const char *text)
{
	visitor_type(visitor, text);
	visitor_enter(visitor, "next");
}

void visitor_rubs_out(struct visitor *visitor, int n)
{
	while (n--)
		visitor_do(visitor, INTENT_DELETE, 0);
}

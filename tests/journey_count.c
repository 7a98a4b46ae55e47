/* SPDX-License-Identifier: EUPL-1.2 */
/* "Question n of m": m is the longest way still possible. */
#include "tests/test.h"
#include "tests/visitor.h"

#define TEXT(key) "{\"type\":\"textfield\",\"key\":\"" key "\",\"label\":\"?\"}"
#define WHEN(key, when, eq)                                                    \
	"{\"type\":\"textfield\",\"key\":\"" key "\",\"label\":\"?\","             \
	"\"conditional\":{\"show\":true,\"when\":\"" when "\",\"eq\":\"" eq "\"}}"
#define RADIO(key)                                                             \
	"{\"type\":\"radio\",\"key\":\"" key "\",\"label\":\"?\",\"values\":["     \
	"{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"b\",\"label\":\"B\"}]}"

static struct visitor visitor;

static int begin(void **state)
{
	(void)state;
	visitor_begin(&visitor, "nl");
	visitor_to_home(&visitor, "nl");
	return 0;
}

static int end(void **state)
{
	(void)state;
	visitor_end(&visitor);
	return 0;
}

static void expect(int n, int m)
{
	int is_n, is_m;

	draft_count(visitor.journey.draft, journey_component(&visitor.journey),
		&is_n, &is_m);
	assert_int_equal(is_n, n);
	assert_int_equal(is_m, m);
}

static void counts_plain_questions(void **state)
{
	(void)state;
	visitor_add_form(
		&visitor, "f", "[" TEXT("a") "," TEXT("b") "," TEXT("c") "]");
	visitor_to_form(&visitor, "f");
	expect(1, 3);
	visitor_enter(&visitor, "next");
	expect(2, 3);
}

static void takes_the_longer_of_two_branches(void **state)
{
	(void)state;
	visitor_add_form(&visitor, "f",
		"[" RADIO("r") "," WHEN("x", "r", "a") "," WHEN("y", "r", "b") "," WHEN(
			"z", "r", "b") "," TEXT("slot") "]");
	visitor_to_form(&visitor, "f");
	expect(1, 4);
	visitor_enter(&visitor, "option:a");
	expect(2, 3);
}

static void the_longer_branch_stays_as_it_was(void **state)
{
	(void)state;
	visitor_add_form(&visitor, "f",
		"[" RADIO("r") "," WHEN("x", "r", "a") "," WHEN("y", "r", "b") "," WHEN(
			"z", "r", "b") "," TEXT("slot") "]");
	visitor_to_form(&visitor, "f");
	visitor_enter(&visitor, "option:b");
	expect(2, 4);
}

static void counts_questions_behind_questions(void **state)
{
	(void)state;
	visitor_add_form(&visitor, "f",
		"[" RADIO("r") "," WHEN("x", "r", "a") "," WHEN(
			"y", "x", "ja") "," WHEN("z", "y", "ja") "]");
	visitor_to_form(&visitor, "f");
	expect(1, 4);
	visitor_enter(&visitor, "option:a");
	expect(2, 4);
	visitor_type(&visitor, "nee");
	visitor_enter(&visitor, "next");
	assert_true(visitor_is_at(&visitor, "check"));
}

/* Of every form, on the way that answers each first option. */
static void m_never_grows(void **state)
{
	static const char *const slugs[] = { "uittreksel-brp", "verhuizing",
		"melding-openbare-ruimte", "terugbelverzoek" };

	for (size_t i = 0; i < 4; i++) {
		int before = 1000, last = 0;

		end(state);
		begin(state);
		visitor_to_form(&visitor, slugs[i]);
		while (!visitor_is_at(&visitor, "check")) {
			int n, m;

			draft_count(visitor.journey.draft,
				journey_component(&visitor.journey), &n, &m);
			assert_true(m <= before);
			assert_true(n == 0 || n == last + 1);
			assert_true(n <= m);
			before = m;
			last = n ? n : last;
			visitor_answer(&visitor);
		}
		assert_true(last <= before);
	}
}

#define VISIT(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(counts_plain_questions),
		VISIT(takes_the_longer_of_two_branches),
		VISIT(the_longer_branch_stays_as_it_was),
		VISIT(counts_questions_behind_questions),
		VISIT(m_never_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

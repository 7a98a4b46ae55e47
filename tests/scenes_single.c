/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/base/text.h"
#include "lib/base/translate.h"
#include "lib/forms/form_file.h"
#include "tests/test.h"
#include "tests/visitor.h"

/* What single screens say, and what they do not. */

#define EXTRACT "uittreksel-brp"

static void attract_speaks_each_language_at_once(void **state)
{
	struct visitor *visitor = *state;

	assert_string_equal(visitor->screen.items[0].language, "nl");
	assert_string_equal(visitor_item(visitor, "line:en")->language, "en");
	assert_string_equal(visitor_item(visitor, "line:ar")->language, "ar");
}

static void attract_tells_of_the_visit_before_without_data(void **state)
{
	struct visitor *visitor = *state;

	visitor->journey.previous = ENDING_IDLE_UNSENT;
	visitor_look(visitor);
	assert_non_null(visitor_item(visitor, "previous"));
	journey_forget_previous(&visitor->journey);
	visitor_look(visitor);
	assert_null(visitor_item(visitor, "previous"));
}

static void each_language_has_its_own_name_and_voice(void **state)
{
	struct visitor *visitor = *state;

	visitor_do(visitor, INTENT_WAKE, 0);
	assert_string_equal(visitor_item(visitor, "language:tr")->label, "Türkçe");
	assert_string_equal(visitor_item(visitor, "language:tr")->language, "tr");
	assert_int_equal(visitor_item(visitor, "language:nl")->n, 1);
}

static void many_other_languages_can_be_shown(void **state)
{
	struct visitor *visitor = *state;
	int n = 0;

	visitor_do(visitor, INTENT_WAKE, 0);
	visitor_enter(visitor, "other");
	for (size_t i = 0; i < visitor->screen.n_items; i++)
		n += visitor->screen.items[i].role == ITEM_DETAIL;
	assert_true(n >= 20);
}

static void the_service_page_tells_in_the_right_order(void **state)
{
	static const char *const order[] = { "here", "delivery", "price", "bring",
		"who", "start" };
	struct visitor *visitor = *state;
	size_t before = 0;

	visitor_to_home(visitor, "nl");
	visitor_enter(visitor, "service:" EXTRACT);
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		char *id = text_format("service/%s", order[i]);
		size_t at = screen_find(&visitor->screen, id);

		assert_true(at > before && at < visitor->screen.n_items);
		before = at;
		free(id);
	}
}

static void price_and_delivery_stand_on_the_check_again(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	assert_non_null(visitor_item(visitor, "price"));
	assert_non_null(visitor_item(visitor, "delivery"));
}

#define BSN                                                                    \
	"[{\"type\":\"bsn\",\"key\":\"bsn\",\"label\":\"Wat is uw BSN?\"},"        \
	"{\"type\":\"textfield\",\"key\":\"kleur\",\"label\":\"Kleur?\"}]"

static void a_bsn_is_seen_while_typed_and_hidden_after(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "bsn", BSN);
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "bsn");
	visitor_type(visitor, "123456782");
	assert_string_equal(visitor_item(visitor, "field:bsn")->value, "123456782");
	assert_int_equal(
		visitor_item(visitor, "field:bsn")->privacy, PRIVACY_PRIVATE);
	visitor_do(visitor, INTENT_ENTER, 0);
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_item(visitor, "field:bsn")->state & STATE_MASKED);
	assert_false(visitor_reads(visitor, "6782"));
	visitor_enter(visitor, "show");
	assert_true(visitor_reads(visitor, "456"));
}

static void the_check_hides_a_bsn_until_asked(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "bsn", BSN);
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "bsn");
	visitor_type(visitor, "123456782");
	visitor_do(visitor, INTENT_ENTER, 0);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "check"));
	assert_true(visitor_item(visitor, "change:bsn")->state & STATE_MASKED);
	assert_false(visitor_reads(visitor, "456"));
	visitor_enter(visitor, "show");
	assert_true(visitor_reads(visitor, "456"));
}

static void showing_ends_when_somebody_else_may_look(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "bsn", BSN);
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "bsn");
	visitor_type(visitor, "123456782");
	visitor_do(visitor, INTENT_PEOPLE, 0);
	visitor_do(visitor, INTENT_BACK, 0);
	assert_false(visitor_reads(visitor, "456"));
}

static void the_form_s_own_error_beats_ours(void **state)
{
	struct visitor *visitor = *state;

	visitor_add_form(visitor, "eigen",
		"[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"A?\","
		"\"validate\":{\"required\":true},"
		"\"errors\":{\"required\":\"Vul de A in.\"}}]");
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "eigen");
	visitor_enter(visitor, "next");
	assert_string_equal(visitor_item(visitor, "error")->label, "Vul de A in.");
	assert_string_equal(
		visitor_item(visitor, "field:a")->error, "Vul de A in.");
}

static void a_long_list_comes_in_sevens_and_can_be_searched(void **state)
{
	struct visitor *visitor = *state;
	struct text form = { 0 };
	char *components;

	text_add(&form,
		"[{\"type\":\"select\",\"key\":\"land\",\"label\":\"Land?\","
		"\"data\":{\"values\":[");
	for (char c = 'a'; c < 'a' + 20; c++)
		text_addf(&form, "%s{\"value\":\"%c\",\"label\":\"%cland\"}",
			c == 'a' ? "" : ",", c, c);
	text_add(&form, "]}}]");
	components = text_take(&form);
	visitor_add_form(visitor, "lang", components);
	free(components);
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, "lang");
	assert_int_equal(visitor_item(visitor, "option:g")->n, 7);
	assert_null(visitor_item(visitor, "option:h"));
	visitor_enter(visitor, "more");
	assert_int_equal(visitor_item(visitor, "option:h")->n, 1);
	visitor_type(visitor, "Kl");
	assert_non_null(visitor_item(visitor, "option:k"));
	assert_null(visitor_item(visitor, "option:h"));
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_string_equal(visitor->focus, "question/option:k");
}

static void more_than_seven_services_come_by_subject_and_search(void **state)
{
	struct visitor *visitor = *state;

	for (char c = 'a'; c < 'f'; c++) {
		char slug[] = { c, '\0' };

		visitor_add_form(visitor, slug,
			"[{\"type\":\"textfield\",\"key\":\"k\",\"label\":\"?\"}]");
	}
	visitor_to_home(visitor, "nl");
	assert_non_null(visitor_item(visitor, "search"));
	assert_null(visitor_item(visitor, "service:" EXTRACT));
	visitor_type(visitor, "verhui");
	assert_non_null(visitor_item(visitor, "service:verhuizing"));
	visitor_do(visitor, INTENT_BACK, 0);
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "category"));
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_true(visitor_is_at(visitor, "service"));
	visitor_do(visitor, INTENT_BACK, 0);
	assert_true(visitor_is_at(visitor, "category"));
}

static void kept_and_received_are_never_mixed(void **state)
{
	struct visitor *visitor = *state;

	visitor->outcome = OUTCOME_KEPT;
	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	assert_non_null(visitor_item(visitor, "itself"));
	assert_null(visitor_item(visitor, "next"));
	journey_sent(&visitor->journey, OUTCOME_RECEIVED, "7K2M-9QXT-4HD");
	visitor_look(visitor);
	assert_null(visitor_item(visitor, "itself"));
	assert_non_null(visitor_item(visitor, "next"));
}

static void the_slip_holds_the_number_and_no_answer(void **state)
{
	struct visitor *visitor = *state;
	char *text;

	visitor_to_home(visitor, "tr");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	text = scenes_slip_text(&visitor->journey, &visitor->around);
	assert_non_null(strstr(text, "7K2M-9QXT-4HD"));
	assert_null(strstr(text, "Jansen"));
	assert_null(strstr(text, "123456782"));
	assert_true(strlen(text) < 600);
	free(text);
}

static void the_slip_names_the_form_in_dutch_beneath(void **state)
{
	struct visitor *visitor = *state;
	struct form_fault fault = { 0 };
	struct screen slip = { 0 };
	char version[65];

	visitor_to_home(visitor, "tr");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	memset(version, 'a', 64);
	version[64] = '\0';
	visitor->around.form_dutch = form_from_json(
		json_object_get(visitor->bundles, EXTRACT), version, "nl", &fault);
	scenes_slip(&visitor->journey, &visitor->around, "nl", &slip);
	assert_non_null(strstr(
		slip.items[screen_find(&slip, "slip/name")].label, "uittreksel BRP"));
	assert_string_equal(translate_language(), "tr");
	screen_clear(&slip);
	form_free((struct form *)(uintptr_t)visitor->around.form_dutch);
	visitor->around.form_dutch = NULL;
}

static void staff_see_what_waits_without_its_content(void **state)
{
	static const struct waiting waiting[] = { { "7K2M-9QXT-4HD", "queued" },
		{ "9QXT-7K2M-4HD", "held" } };
	struct visitor *visitor = *state;

	visitor->around.waiting = waiting;
	visitor->around.n_waiting = 2;
	visitor_do(visitor, INTENT_STAFF, 0);
	visitor_type(visitor, "2512");
	visitor_do(visitor, INTENT_ENTER, 0);
	assert_non_null(visitor_item(visitor, "waiting:7K2M-9QXT-4HD"));
	assert_string_not_equal(
		visitor_item(visitor, "waiting:9QXT-7K2M-4HD")->value,
		visitor_item(visitor, "waiting:7K2M-9QXT-4HD")->value);
}

static void after_sending_stop_still_tells_of_new_answers(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_to_send(visitor);
	visitor_enter(visitor, "send");
	visitor_enter(visitor, "another");
	visitor_to_form(visitor, EXTRACT);
	visitor_do(visitor, INTENT_CHOOSE, 1);
	visitor_do(visitor, INTENT_LEAVE, 0);
	assert_non_null(visitor_item(visitor, "wiped"));
	assert_non_null(visitor_item(visitor, "sent"));
}

static void the_warning_hides_every_answer(void **state)
{
	struct visitor *visitor = *state;

	visitor_to_home(visitor, "nl");
	visitor_to_form(visitor, EXTRACT);
	visitor_fill(visitor);
	visitor_do(visitor, INTENT_IDLE, 120);
	assert_true(visitor->screen.cover);
	assert_false(visitor_reads(visitor, "Jansen"));
	assert_string_equal(visitor->focus, "idle/again");
}

#define VISIT(name)                                                            \
	cmocka_unit_test_setup_teardown(name, visitor_arrives, visitor_leaves)

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISIT(attract_speaks_each_language_at_once),
		VISIT(attract_tells_of_the_visit_before_without_data),
		VISIT(each_language_has_its_own_name_and_voice),
		VISIT(many_other_languages_can_be_shown),
		VISIT(the_service_page_tells_in_the_right_order),
		VISIT(price_and_delivery_stand_on_the_check_again),
		VISIT(a_bsn_is_seen_while_typed_and_hidden_after),
		VISIT(the_check_hides_a_bsn_until_asked),
		VISIT(showing_ends_when_somebody_else_may_look),
		VISIT(the_form_s_own_error_beats_ours),
		VISIT(a_long_list_comes_in_sevens_and_can_be_searched),
		VISIT(more_than_seven_services_come_by_subject_and_search),
		VISIT(kept_and_received_are_never_mixed),
		VISIT(the_slip_holds_the_number_and_no_answer),
		VISIT(the_slip_names_the_form_in_dutch_beneath),
		VISIT(staff_see_what_waits_without_its_content),
		VISIT(after_sending_stop_still_tells_of_new_answers),
		VISIT(the_warning_hides_every_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

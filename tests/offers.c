/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "kiosk/offers.h"

static const char catalogue_json[] =
	"[{\"slug\":\"b\",\"order\":2,\"name\":{\"nl\":\"Verhuizen\"},"
	"\"category\":{\"nl\":\"Wonen\",\"tr\":\"Konut\"},"
	"\"search\":{\"nl\":\"adres\",\"tr\":\"taşınma\"},"
	"\"complete\":[\"nl\"],\"reach\":\"offline\"},"
	"{\"slug\":\"a\",\"order\":1,"
	"\"name\":{\"nl\":\"Uittreksel\",\"tr\":\"Belge\\u001b[31m\"},"
	"\"complete\":[\"nl\",\"tr\"],\"reach\":\"not-here\"},"
	"{\"order\":3,\"name\":{\"nl\":\"zonder slug\"}},"
	"{\"slug\":\"c\",\"order\":4,\"name\":{\"nl\":\"\u202e\"}},"
	"{\"slug\":\"d\",\"order\":5,\"name\":{\"tr\":\" \",\"en\":\"Move\"}}]";

static struct catalogue read_in(const char *language)
{
	json_t *products = json_loads(catalogue_json, 0, NULL);
	struct catalogue catalogue;

	offers_read(&catalogue, products, language);
	json_decref(products);
	return catalogue;
}

static void services_stand_in_the_order_of_the_city(void **state)
{
	struct catalogue catalogue = read_in("nl");

	(void)state;
	assert_string_equal(catalogue.entries[0].slug, "a");
	assert_string_equal(catalogue.entries[1].slug, "b");
	offers_clear(&catalogue);
}

static void a_product_without_slug_or_name_is_left_out(void **state)
{
	struct catalogue catalogue = read_in("nl");

	(void)state;
	assert_int_equal(catalogue.n_entries, 3);
	offers_clear(&catalogue);
}

static void a_name_in_any_language_is_better_than_none(void **state)
{
	struct catalogue catalogue = read_in("tr");

	(void)state;
	assert_string_equal(catalogue.entries[2].name.text, "Move");
	assert_string_equal(catalogue.entries[2].name.language, "en");
	offers_clear(&catalogue);
}

static void a_missing_translation_is_dutch_and_says_so(void **state)
{
	struct catalogue catalogue = read_in("tr");

	(void)state;
	assert_string_equal(catalogue.entries[1].name.text, "Verhuizen");
	assert_string_equal(catalogue.entries[1].name.language, "nl");
	assert_false(catalogue.entries[1].complete);
	assert_string_equal(catalogue.entries[1].category.text, "Konut");
	assert_string_equal(catalogue.entries[1].category_key, "Wonen");
	offers_clear(&catalogue);
}

static void people_find_a_service_by_their_own_and_by_dutch_words(void **state)
{
	struct catalogue catalogue = read_in("tr");

	(void)state;
	assert_string_equal(catalogue.entries[1].search, "taşınma adres");
	offers_clear(&catalogue);
}

static void no_control_character_comes_from_the_city(void **state)
{
	struct catalogue catalogue = read_in("tr");

	(void)state;
	assert_string_equal(catalogue.entries[0].name.text, "Belge[31m");
	offers_clear(&catalogue);
}

static void what_cannot_be_done_here_is_known(void **state)
{
	struct catalogue catalogue = read_in("nl");

	(void)state;
	assert_int_equal(catalogue.entries[0].reach, FORM_NOT_HERE);
	assert_int_equal(catalogue.entries[1].reach, FORM_OFFLINE);
	offers_clear(&catalogue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(services_stand_in_the_order_of_the_city),
		cmocka_unit_test(a_product_without_slug_or_name_is_left_out),
		cmocka_unit_test(a_name_in_any_language_is_better_than_none),
		cmocka_unit_test(a_missing_translation_is_dutch_and_says_so),
		cmocka_unit_test(people_find_a_service_by_their_own_and_by_dutch_words),
		cmocka_unit_test(no_control_character_comes_from_the_city),
		cmocka_unit_test(what_cannot_be_done_here_is_known),
	};

	return cmocka_run_group_tests_name("offers", tests, NULL, NULL);
}

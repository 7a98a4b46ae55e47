/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/text.h"
#include "lib/forms/bundle.h"

static char *folder_of(const char *name)
{
	return text_format("%s/tests/forms/%s", getenv("srcdir"), name);
}

static json_t *make(struct text *notes)
{
	char *folder = folder_of("alle-vragen");
	struct form_fault fault;
	json_t *bundle = bundle_of_folder(folder, notes, &fault);

	if (!bundle)
		fail_msg("%s", fault.text);
	free(folder);
	return bundle;
}

static const char *english(const json_t *bundle, const char *place)
{
	const json_t *all = json_object_get(bundle, "translations");

	return json_string_value(
		json_object_get(json_object_get(all, "en"), place));
}

static void a_folder_becomes_a_bundle_that_loads(void **state)
{
	char *folder = folder_of("alle-vragen");
	struct form_fault fault;
	size_t size;
	char *bytes = bundle_make(folder, &size, &fault);
	struct form *form;

	(void)state;
	assert_non_null(bytes);
	assert_int_equal(size, strlen(bytes));
	form = form_load(bytes, size, "en", &fault);
	assert_non_null(form);
	assert_string_equal(form->name.text, "All questions");
	assert_int_equal(form->reach, FORM_OFFLINE);
	assert_int_equal(form->n_components, 19);
	form_free(form);
	free(bytes);
	free(folder);
}

static void the_bytes_of_a_bundle_are_canonical(void **state)
{
	struct text notes = { 0 };
	json_t *bundle = make(&notes);
	char *bytes, *again, version[65], other[65];
	size_t size;
	json_t *back;

	(void)state;
	bytes = bundle_bytes(bundle, &size);
	back = json_loadb(bytes, size, 0, NULL);
	again = bundle_bytes(back, &size);
	assert_string_equal(bytes, again);
	assert_null(strchr(bytes, '\n'));
	assert_true(text_starts(bytes, "{\"form\":{"));
	bundle_version(bundle, version);
	bundle_version(back, other);
	assert_string_equal(version, other);
	free(again);
	free(bytes);
	json_decref(back);
	json_decref(bundle);
	text_clear(&notes);
}

static void only_translations_of_the_text_that_stands_there_count(void **state)
{
	struct text notes = { 0 };
	json_t *bundle = make(&notes);

	(void)state;
	assert_string_equal(english(bundle, "naam:label"), "Name");
	assert_string_equal(english(bundle, "soort:values:a%3Ab:label"), "First");
	assert_null(english(bundle, "bsn:label"));
	assert_null(english(bundle, "mail:label"));
	assert_null(english(bundle, "tel:label"));
	assert_null(english(bundle, "weg:label"));
	json_decref(bundle);
	text_clear(&notes);
}

static void what_is_left_out_is_told_with_its_line(void **state)
{
	struct text notes = { 0 };
	json_t *bundle = make(&notes);

	(void)state;
	assert_non_null(strstr(notes.bytes,
		"/en.po:27: 'bsn:label' is left out: its Dutch text has changed\n"));
	assert_non_null(strstr(notes.bytes,
		"/en.po:32: 'mail:label' is left out: it is marked fuzzy\n"));
	assert_non_null(
		strstr(notes.bytes, "/en.po:36: 'tel:label' is not translated\n"));
	assert_non_null(strstr(notes.bytes,
		"/en.po:40: 'weg:label' is no place with a text in this form\n"));
	json_decref(bundle);
	text_clear(&notes);
}

static void where_submissions_go_is_not_in_a_bundle(void **state)
{
	struct text notes = { 0 };
	json_t *bundle = make(&notes);
	size_t size;
	char *bytes = bundle_bytes(bundle, &size);

	(void)state;
	assert_null(strstr(bytes, "geheim"));
	free(bytes);
	json_decref(bundle);
	text_clear(&notes);
}

static void a_catalogue_has_every_name_under_its_language(void **state)
{
	struct text notes = { 0 };
	json_t *bundle = make(&notes);
	struct form_fault fault;
	json_t *entry = catalogue_entry(bundle, &fault);
	const char *slug, *reach, *dutch, *english_name, *complete;
	int order;

	(void)state;
	assert_non_null(entry);
	assert_int_equal(
		json_unpack(entry, "{s:s, s:s, s:i, s:{s:s, s:s}, s:[s!]}", "slug",
			&slug, "reach", &reach, "order", &order, "name", "nl", &dutch, "en",
			&english_name, "complete", &complete),
		0);
	assert_string_equal(slug, "alle-vragen");
	assert_string_equal(reach, "offline");
	assert_int_equal(order, 3);
	assert_string_equal(dutch, "Alle vragen");
	assert_string_equal(english_name, "All questions");
	assert_string_equal(complete, "nl");
	assert_null(json_object_get(json_object_get(entry, "summary"), "en"));
	json_decref(entry);
	json_decref(bundle);
	text_clear(&notes);
}

static void a_catalogue_is_in_the_order_of_its_services(void **state)
{
	json_t *catalogue =
		catalogue_of(json_pack("[{s:s, s:i}, {s:s, s:i}, {s:s, s:i}]", "slug",
			"c", "order", 2, "slug", "b", "order", 2, "slug", "z", "order", 1));
	const char *first, *second, *third;

	(void)state;
	assert_int_equal(
		json_unpack(catalogue, "{s:[{s:s}, {s:s}, {s:s}]}", "products", "slug",
			&first, "slug", &second, "slug", &third),
		0);
	assert_string_equal(first, "z");
	assert_string_equal(second, "b");
	assert_string_equal(third, "c");
	json_decref(catalogue);
}

static void a_folder_that_is_not_there_is_a_fault(void **state)
{
	struct form_fault fault;
	size_t size;

	(void)state;
	assert_null(bundle_make("/nergens", &size, &fault));
	assert_string_equal(fault.text, "/nergens/form.json: cannot be read");
	free(fault.text);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_folder_becomes_a_bundle_that_loads),
		cmocka_unit_test(the_bytes_of_a_bundle_are_canonical),
		cmocka_unit_test(only_translations_of_the_text_that_stands_there_count),
		cmocka_unit_test(what_is_left_out_is_told_with_its_line),
		cmocka_unit_test(where_submissions_go_is_not_in_a_bundle),
		cmocka_unit_test(a_catalogue_has_every_name_under_its_language),
		cmocka_unit_test(a_catalogue_is_in_the_order_of_its_services),
		cmocka_unit_test(a_folder_that_is_not_there_is_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

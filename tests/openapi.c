/* SPDX-License-Identifier: EUPL-1.2 */
/* The description that the world reads against the routes that are there. */
#include <ctype.h>

#include <jansson.h>

#include "central/central.h"
#include "central/routes.h"
#include "lib/base/text.h"
#include "tests/test.h"

static json_t *description;

static int read_description(void **state)
{
	(void)state;
	description = json_loads(openapi_json, JSON_REJECT_DUPLICATES, NULL);
	return description ? 0 : -1;
}

static int free_description(void **state)
{
	(void)state;
	json_decref(description);
	return 0;
}

static const char *server_path(void)
{
	return json_string_value(json_object_get(
		json_array_get(json_object_get(description, "servers"), 0), "url"));
}

static bool is_route(const char *method, const char *path)
{
	char *whole = text_format("%s%s", server_path(), path);
	bool found = false;

	for (const struct route *route = central_routes; route->path; route++)
		found = found || (strcasecmp(route->method, method) == 0 &&
							 strcmp(route->path, whole) == 0);
	free(whole);
	return found;
}

static const json_t *operation_of(const struct route *route)
{
	const json_t *paths = json_object_get(description, "paths");
	size_t n = strlen(server_path());
	char method[8] = "";

	assert_int_equal(strncmp(route->path, server_path(), n), 0);
	for (size_t i = 0; route->method[i] && i + 1 < sizeof method; i++)
		method[i] = (char)tolower(route->method[i]);
	return json_object_get(json_object_get(paths, route->path + n), method);
}

static void every_route_is_described(void **state)
{
	(void)state;
	for (const struct route *route = central_routes; route->path; route++) {
		if (!operation_of(route))
			print_error("%s %s\n", route->method, route->path);
		assert_non_null(operation_of(route));
	}
}

static void everything_described_is_a_route(void **state)
{
	const char *path, *method;
	json_t *operations, *operation;

	(void)state;
	json_object_foreach(json_object_get(description, "paths"), path, operations)
	{
		json_object_foreach(operations, method, operation)
		{
			if (!is_route(method, path))
				print_error("%s %s\n", method, path);
			assert_true(is_route(method, path));
		}
	}
}

static void what_only_kiosks_may_is_said_to_be_so(void **state)
{
	(void)state;
	for (const struct route *route = central_routes; route->path; route++) {
		const json_t *operation = operation_of(route);
		bool said = json_array_size(json_object_get(operation, "security")) > 0;

		assert_int_equal(said, route->who == WHO_KIOSK);
		assert_int_equal(said,
			json_object_get(json_object_get(operation, "responses"), "401") !=
				NULL);
	}
}

static void every_operation_has_a_name_and_a_summary(void **state)
{
	(void)state;
	for (const struct route *route = central_routes; route->path; route++) {
		const json_t *operation = operation_of(route);

		assert_true(
			json_string_length(json_object_get(operation, "operationId")) > 0);
		assert_true(
			json_string_length(json_object_get(operation, "summary")) > 0);
		assert_int_equal(
			json_array_size(json_object_get(operation, "tags")), 1);
	}
}

/* Walks to "#/a/b/c". */
static const json_t *follow(const char *reference)
{
	const json_t *at = description;
	char *copy = strdup(reference + 2), *rest = copy, *part;

	while ((part = strsep(&rest, "/")))
		at = json_object_get(at, part);
	free(copy);
	return at;
}

static void check_references(json_t *value)
{
	const char *key;
	json_t *item;
	size_t i;

	json_object_foreach(value, key, item)
	{
		if (strcmp(key, "$ref") == 0) {
			if (!follow(json_string_value(item)))
				print_error("%s\n", json_string_value(item));
			assert_non_null(follow(json_string_value(item)));
		}
		check_references(item);
	}
	for (i = 0; i < json_array_size(value); i++)
		check_references(json_array_get(value, i));
}

static void every_reference_leads_somewhere(void **state)
{
	(void)state;
	check_references(description);
}

static void every_error_is_a_problem_with_details(void **state)
{
	const char *name;
	json_t *response;

	(void)state;
	json_object_foreach(
		json_object_get(
			json_object_get(description, "components"), "responses"),
		name, response)
	{
		if (strcmp(name, "Ongewijzigd") != 0)
			assert_non_null(
				json_object_get(json_object_get(response, "content"),
					"application/problem+json"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_route_is_described),
		cmocka_unit_test(everything_described_is_a_route),
		cmocka_unit_test(what_only_kiosks_may_is_said_to_be_so),
		cmocka_unit_test(every_operation_has_a_name_and_a_summary),
		cmocka_unit_test(every_reference_leads_somewhere),
		cmocka_unit_test(every_error_is_a_problem_with_details),
	};

	return cmocka_run_group_tests(tests, read_description, free_description);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tests/test.h"

#include "lib/base/memory.h"
#include "lib/base/text.h"
#include "lib/forms/form_file.h"
#include "tests/form_use.h"

enum { N_MUTATIONS = 2000, LEAST_LOADED = 200 };

/* One with every kind of question, one with every kind of rule. */
static const char *const folders[] = { "alle-vragen", "regels" };

enum { N_FOLDERS = sizeof folders / sizeof folders[0] };

/* The same numbers on every machine. */
static uint32_t next_number(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static char *good_bundle(const char *name, size_t *size)
{
	char *folder = text_format("%s/tests/forms/%s", getenv("srcdir"), name);
	struct form_fault fault;
	char *bytes = bundle_make(folder, size, &fault);

	assert_non_null(bytes);
	free(folder);
	return bytes;
}

/* One value somewhere in the tree becomes another. */
static json_t *strange_value(uint32_t *seed)
{
	switch (next_number(seed) % 12) {
	case 0:
		return json_null();
	case 1:
		return json_true();
	case 2:
		return json_string("");
	case 3:
		return json_integer(-1);
	case 4:
		return json_real(1e300);
	case 5:
		return json_array();
	case 6:
		return json_object();
	case 7:
		return json_string("{{ naam }} <a <p>&#x1F;");
	case 8:
		return json_string("soort");
	case 9:
		return json_pack("{s:s}", "var", "naam");
	case 10:
		return json_pack("{s:[{s:s},f]}", "+", "var", "totaal", 0.5);
	default:
		return json_string("editgrid");
	}
}

static bool is_tree(const json_t *json)
{
	return json_is_object(json) || json_is_array(json);
}

static void mutate_tree(json_t *json, uint32_t *seed)
{
	size_t n =
		json_is_object(json) ? json_object_size(json) : json_array_size(json);
	size_t at = n ? next_number(seed) % n : 0;
	bool here = next_number(seed) % 6 == 0;
	void *iter = json_object_iter(json);

	if (!n)
		return;
	if (json_is_array(json) && here) {
		json_array_set_new(json, at, strange_value(seed));
		return;
	}
	if (json_is_array(json)) {
		mutate_tree(json_array_get(json, at), seed);
		return;
	}
	while (at--)
		iter = json_object_iter_next(json, iter);
	if (here || !is_tree(json_object_iter_value(iter)))
		json_object_iter_set_new(json, iter, strange_value(seed));
	else
		mutate_tree(json_object_iter_value(iter), seed);
}

static void change_values(const char *folder)
{
	size_t size;
	char *good = good_bundle(folder, &size);
	uint32_t seed = 20261125;
	int loaded = 0;

	for (int i = 0; i < N_MUTATIONS; i++) {
		json_t *bundle = json_loadb(good, size, 0, NULL);
		char *bytes;

		for (uint32_t n = next_number(&seed) % 3 + 1; n; n--)
			mutate_tree(bundle, &seed);
		bytes = bundle_bytes(bundle, &size);
		loaded += form_use(bytes, size);
		free(bytes);
		json_decref(bundle);
		size = strlen(good);
	}
	/* Else the mutations would be too coarse to reach anything. */
	assert_true(loaded >= LEAST_LOADED);
	free(good);
}

static void changed_values_give_a_form_or_a_fault(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_FOLDERS; i++)
		change_values(folders[i]);
}

static void mutate_bytes(char *bytes, size_t *size, uint32_t *seed)
{
	size_t at = next_number(seed) % *size;
	size_t n = next_number(seed) % 20;

	switch (next_number(seed) % 4) {
	case 0:
		bytes[at] = (char)next_number(seed);
		break;
	case 1:
		bytes[at] = "\"{}[]:,\\"[next_number(seed) % 8];
		break;
	case 2:
		*size = at + 1;
		break;
	default:
		if (at + n < *size) {
			memmove(bytes + at, bytes + at + n, *size - at - n);
			*size -= n;
		}
	}
}

static void change_bytes(const char *folder)
{
	size_t size;
	char *good = good_bundle(folder, &size);
	uint32_t seed = 42;

	for (int i = 0; i < N_MUTATIONS; i++) {
		size_t left = size;
		char *bytes = mem_copy(good, size);

		mutate_bytes(bytes, &left, &seed);
		form_use(bytes, left);
		free(bytes);
	}
	free(good);
}

static void changed_bytes_give_a_form_or_a_fault(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_FOLDERS; i++)
		change_bytes(folders[i]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(changed_values_give_a_form_or_a_fault),
		cmocka_unit_test(changed_bytes_give_a_form_or_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/forms/form_file.h"
#include "tests/fuzz/targets.h"
#include "tools/import_parts.h"

static void load(const json_t *form, const json_t *overlays)
{
	static const char *const languages[] = { "nl", "en" };
	json_t *bundle = json_pack("{s:i, s:s, s:O, s:{}, s:O}", "v", 1, "slug",
		json_text(form, "slug"), "form", form, "service", "translations",
		overlays);

	for (size_t i = 0; i < 2; i++) {
		struct form_fault fault = { 0 };

		form_free(form_from_json(bundle, NULL, languages[i], &fault));
		free(fault.text);
	}
	json_decref(bundle);
}

static void import_all(const struct export_zip *export)
{
	struct import import = { .export = export };

	if (import_form(&import))
		load(import.form, import.overlays);
	else if (!import.wrong)
		abort();
	import_clear(&import);
}

static json_t *part_of(const json_t *given, const char *name)
{
	const json_t *found = json_object_get(given, name);

	return json_is_array(found) ? json_deep_copy(found) : json_array();
}

void fuzz_export(const char *bytes, size_t size)
{
	json_t *given = json_loadb(bytes, size, 0, NULL);
	struct export_zip export = {
		.parts = { [EXPORT_FORMS] = part_of(given, "forms"),
			[EXPORT_STEPS] = part_of(given, "steps"),
			[EXPORT_DEFINITIONS] = part_of(given, "definitions"),
			[EXPORT_LOGIC] = part_of(given, "logic"),
			[EXPORT_VARIABLES] = part_of(given, "variables"),
			[EXPORT_META] = json_object() }
	};

	import_all(&export);
	export_zip_clear(&export);
	json_decref(given);
}

/* A file of memory alone, by the name that it has for this process. */
void fuzz_zip(const char *bytes, size_t size)
{
	int file = memfd_create("export", MFD_CLOEXEC);
	char path[64];
	struct export_zip export = { 0 };
	char *wrong = NULL;

	if (file < 0 || write(file, bytes, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	if (export_zip_read(&export, path, &wrong)) {
		import_all(&export);
		export_zip_clear(&export);
	} else if (!wrong) {
		abort();
	}
	free(wrong);
	close(file);
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/publish.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/file.h"
#include "lib/base/text.h"
#include "lib/forms/bundle.h"
#include "tools/check_forms.h"

struct job {
	const char *output;
	bool strict;
	json_t *bundles; /* an array */
	json_t *entries; /* of the catalogue, beside the bundles */
};

static bool complain(struct form_fault *fault)
{
	fprintf(stderr, "%s\n", fault->text);
	free(fault->text);
	fault->text = NULL;
	return false;
}

static bool take_folder(struct job *job, const char *folder)
{
	struct form_fault fault = { 0 };
	struct text notes = { 0 };
	json_t *bundle = bundle_of_folder(folder, &notes, &fault);
	json_t *entry = bundle ? catalogue_entry(bundle, &fault) : NULL;
	bool fine = entry != NULL;

	if (notes.bytes)
		fputs(notes.bytes, stderr);
	if (!entry)
		complain(&fault);
	/* Residents would read an empty page. */
	else if (!check_is_written(folder))
		fine = false;
	if (notes.size && job->strict)
		fine = false;
	if (bundle)
		json_array_append_new(job->bundles, bundle);
	if (entry)
		json_array_append_new(job->entries, entry);
	text_clear(&notes);
	return fine;
}

static bool write_json(const char *folder, const char *name, const json_t *json)
{
	char *path = text_format("%s/%s.json", folder, name);
	size_t size;
	char *bytes = bundle_bytes(json, &size);
	/* Bundles are public, and central runs under a name of its own. */
	bool fine = file_write(path, bytes, size) && chmod(path, 0644) == 0;

	free(bytes);
	free(path);
	return fine;
}

static bool write_bundles(struct job *job)
{
	json_t *entry, *catalogue;
	bool fine = true;
	size_t i;

	json_array_foreach(job->entries, i, entry)
	{
		const char *slug = json_string_value(json_object_get(entry, "slug"));
		const char *version =
			json_string_value(json_object_get(entry, "version"));

		fine = fine &&
			   write_json(job->output, slug, json_array_get(job->bundles, i));
		if (fine)
			printf("%s %s\n", slug, version);
	}
	catalogue = catalogue_of(json_incref(job->entries));
	fine = fine && write_json(job->output, "catalogue", catalogue);
	json_decref(catalogue);
	return fine;
}

static bool names_differ(const struct job *job)
{
	json_t *seen = json_object();
	json_t *bundle;
	bool fine = true;
	size_t i;

	json_array_foreach(job->bundles, i, bundle)
	{
		const char *slug = json_string_value(json_object_get(bundle, "slug"));

		if (json_object_get(seen, slug) || strcmp(slug, "catalogue") == 0) {
			fprintf(stderr, "two files would be called %s.json\n", slug);
			fine = false;
		}
		json_object_set_new(seen, slug, json_true());
	}
	json_decref(seen);
	return fine;
}

bool publish(char *const *folders, const char *output, bool strict)
{
	struct job job = { .output = output, .strict = strict };
	bool fine = true;

	if (mkdir(output, 0777) < 0 && errno != EEXIST) {
		fprintf(stderr, "cannot make %s: %s\n", output, strerror(errno));
		return false;
	}
	job.bundles = json_array();
	job.entries = json_array();
	for (; *folders; folders++)
		fine = take_folder(&job, *folders) && fine;
	fine = fine && names_differ(&job) && write_bundles(&job);
	json_decref(job.entries);
	json_decref(job.bundles);
	return fflush(stdout) == 0 && fine;
}

/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/form_source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"

enum { MOST_FILE = 16 * 1024 * 1024 };

static json_t *wrong(
	struct form_fault *fault, const char *path, const char *what)
{
	char *said = text_format("%s: %s", path, what);

	free(fault->text);
	fault->text = safe_text(said, false);
	free(said);
	return NULL;
}

static bool is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

char *form_source_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (is_folder(path))
		return mem_text(path);
	if (!slash)
		return mem_text(".");
	return slash == path ? mem_text("/")
						 : mem_text_n(path, (size_t)(slash - path));
}

/* A form.json with its service page beside it is a folder. */
static bool is_in_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder, *service;
	bool found;

	if (strcmp(slash ? slash + 1 : path, "form.json") != 0)
		return false;
	folder = form_source_folder(path);
	service = text_format("%s/service.json", folder);
	found = file_exists(service);
	free(service);
	free(folder);
	return found;
}

static json_t *read_json(const char *path, struct form_fault *fault)
{
	json_error_t error;
	size_t size;
	char *bytes, *said;
	json_t *json;

	if (access(path, R_OK) < 0)
		return wrong(fault, path, strerror(errno));
	bytes = file_read(path, MOST_FILE, &size);
	if (!bytes)
		return wrong(fault, path, "cannot be read");
	json = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
	free(bytes);
	if (json)
		return json;
	said = text_format(
		"line %d, column %d: %s", error.line, error.column, error.text);
	wrong(fault, path, said);
	free(said);
	return NULL;
}

static json_t *as_bundle(json_t *taken)
{
	const char *slug = json_string_value(json_object_get(taken, "slug"));

	if (json_object_get(taken, "form") || !json_object_get(taken, "steps"))
		return taken;
	return json_pack("{s:i, s:s, s:o, s:{}}", "v", 1, "slug", slug ? slug : "",
		"form", taken, "translations");
}

static json_t *of_file(const char *path, struct form_fault *fault)
{
	struct form_fault inner = { 0 };
	json_t *bundle = read_json(path, fault);
	struct form *form;

	if (!bundle)
		return NULL;
	bundle = as_bundle(bundle);
	form = bundle_read(bundle, "", "nl", NULL, &inner);
	if (!form) {
		wrong(fault, path, inner.text);
		json_decref(bundle);
		bundle = NULL;
	}
	form_free(form);
	free(inner.text);
	return bundle;
}

json_t *form_source(
	const char *path, struct text *notes, struct form_fault *fault)
{
	char *folder;
	json_t *bundle;

	fault->text = NULL;
	if (!is_folder(path) && !is_in_folder(path))
		return of_file(path, fault);
	folder = form_source_folder(path);
	while (strlen(folder) > 1 && folder[strlen(folder) - 1] == '/')
		folder[strlen(folder) - 1] = '\0';
	bundle = bundle_of_copy(folder, notes, fault);
	free(folder);
	return bundle;
}

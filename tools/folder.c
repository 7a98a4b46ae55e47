/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/forms/bundle.h"
#include "tools/json_place.h"

enum { MOST_FILE = 16 * 1024 * 1024, MOST_NAME = 15 };

static void read_file(
	struct folder_file *file, const char *folder, const char *name)
{
	json_error_t error;
	size_t size;
	char *bytes = NULL;

	file->path = text_format("%s/%s", folder, name);
	if (file_exists(file->path))
		bytes = file_read(file->path, MOST_FILE, &size);
	if (!bytes) {
		file->wrong = mem_text("this file is missing or cannot be read");
		return;
	}
	file->json = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
	if (file->json) {
		file->lines = json_lines(bytes);
	} else {
		file->wrong = text_format("column %d: %s", error.column, error.text);
		file->line = error.line;
	}
	free(bytes);
}

static json_t *bundle_of(const struct folder *folder)
{
	const char *slug =
		json_string_value(json_object_get(folder->form.json, "slug"));

	return json_pack("{s:i, s:s, s:O*, s:O*, s:{}}", "v", 1, "slug",
		slug ? slug : "", "form", folder->form.json, "service",
		folder->service.json, "translations");
}

/* The texts of the form first: those are what a translator begins with. */
static json_t *in_order(json_t *taken_texts)
{
	json_t *out = json_object();
	const char *place;
	json_t *text;

	for (int service = 0; service < 2; service++) {
		json_object_foreach(taken_texts, place, text)
		{
			if (text_starts(place, "service:") == service)
				json_object_set(out, place, text);
		}
	}
	json_decref(taken_texts);
	return out;
}

static void load(struct folder *folder)
{
	struct form_fault fault = { 0 };
	json_t *bundle = bundle_of(folder);
	struct form *form = bundle_read(bundle, "", "nl", folder->texts, &fault);

	folder->texts = in_order(folder->texts);
	folder->wrong = fault.text;
	free(folder->reason);
	folder->reason = mem_text(form ? form->reason : "");
	folder->reach = form ? (int)form->reach : 0;
	form_free(form);
	json_decref(bundle);
}

void folder_read(struct folder *folder, const char *path)
{
	size_t n = strlen(path);

	*folder = (struct folder){ 0 };
	while (n > 1 && path[n - 1] == '/')
		n--;
	folder->path = mem_text_n(path, n);
	folder->texts = json_object();
	folder->reason = mem_text("");
	read_file(&folder->form, folder->path, "form.json");
	read_file(&folder->service, folder->path, "service.json");
	if (folder->form.json)
		load(folder);
}

static void clear_file(struct folder_file *file)
{
	free(file->path);
	free(file->wrong);
	json_decref(file->json);
	json_decref(file->lines);
}

void folder_clear(struct folder *folder)
{
	clear_file(&folder->form);
	clear_file(&folder->service);
	json_decref(folder->texts);
	free(folder->path);
	free(folder->wrong);
	free(folder->reason);
	*folder = (struct folder){ 0 };
}

bool is_language_name(const char *name)
{
	size_t n = strlen(name);
	size_t first = strspn(name, "abcdefghijklmnopqrstuvwxyz");

	return n >= 2 && n <= MOST_NAME && first >= 2 && first <= 3 &&
		   strspn(name, "abcdefghijklmnopqrstuvwxyz"
						"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == n &&
		   (first == n || name[first] == '-') && name[n - 1] != '-' &&
		   !strstr(name, "--") && strcmp(name, "nl") != 0 &&
		   strncmp(name, "nl-", 3) != 0;
}

static int is_overlay(const struct dirent *file)
{
	size_t n = strlen(file->d_name);

	return file->d_name[0] != '.' && n > 3 &&
		   strcmp(file->d_name + n - 3, ".po") == 0;
}

json_t *folder_languages(const struct folder *folder)
{
	struct dirent **files = NULL;
	int n = scandir(folder->path, &files, is_overlay, alphasort);
	json_t *names = json_array();

	for (int i = 0; i < n; i++) {
		const char *name = files[i]->d_name;

		json_array_append_new(names, json_stringn(name, strlen(name) - 3));
		free(files[i]);
	}
	free(files);
	return names;
}

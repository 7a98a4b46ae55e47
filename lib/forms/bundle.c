/* SPDX-License-Identifier: EUPL-1.2 */
#include "lib/forms/bundle.h"

#include <dirent.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/file.h"
#include "lib/base/memory.h"
#include "lib/forms/po.h"

enum { MOST_FILE = 16 * 1024 * 1024 };

struct maker {
	const char *folder;
	json_t *bundle;
	json_t *texts; /* every Dutch text of the form, by its place */
	struct text *notes;
	struct form_fault *fault;
	bool any_name; /* the folder may be called otherwise */
};

static bool wrong(struct maker *maker, const char *file, const char *what)
{
	char *said = text_format("%s/%s: %s", maker->folder, file, what);

	free(maker->fault->text);
	maker->fault->text = safe_text(said, false);
	free(said);
	return false;
}

static char *read_file(struct maker *maker, const char *name, size_t *size)
{
	char *path = text_format("%s/%s", maker->folder, name);
	char *bytes = file_read(path, MOST_FILE, size);

	if (!bytes)
		wrong(maker, name, "cannot be read");
	free(path);
	return bytes;
}

static json_t *read_json(struct maker *maker, const char *name)
{
	json_error_t error;
	size_t size;
	char *bytes = read_file(maker, name, &size);
	json_t *json;

	if (!bytes)
		return NULL;
	json = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
	if (!json) {
		char *said = text_format(
			"line %d, column %d: %s", error.line, error.column, error.text);

		wrong(maker, name, said);
		free(said);
	}
	free(bytes);
	return json;
}

/* What an export tells about where submissions and payments go is nothing for
 * a kiosk. */
static void strip(json_t *form)
{
	static const char *const secrets[] = { "registrationBackends",
		"registrationBackend", "registrationBackendOptions", "paymentBackend",
		"paymentBackendOptions", "paymentOptions", "authBackends",
		"authenticationBackends", "confirmationEmailTemplate",
		"submissionConfirmationTemplate" };

	for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
		json_object_del(form, secrets[i]);
}

static bool check_name(struct maker *maker, const char *slug)
{
	char *path = maker->any_name ? NULL : realpath(maker->folder, NULL);
	bool same = maker->any_name || (path && strcmp(basename(path), slug) == 0);

	free(path);
	return same ||
		   wrong(maker, "form.json", "slug: another name than the folder has");
}

/* The form is loaded, which finds what is wrong and all texts there are. */
static bool check_form(struct maker *maker)
{
	struct form_fault fault;
	struct form *form =
		bundle_read(maker->bundle, "", "nl", maker->texts, &fault);

	if (!form)
		wrong(maker, "form.json", fault.text);
	free(fault.text);
	form_free(form);
	return form != NULL;
}

static bool start_bundle(struct maker *maker)
{
	json_t *form = read_json(maker, "form.json");
	json_t *service = form ? read_json(maker, "service.json") : NULL;
	const char *slug = json_string_value(json_object_get(form, "slug"));

	strip(form);
	maker->bundle = json_pack("{s:i, s:s, s:o*, s:o*, s:{}}", "v", 1, "slug",
		slug ? slug : "", "form", form, "service", service, "translations");
	if (maker->fault->text)
		return false;
	return check_name(maker, slug ? slug : "") && check_form(maker);
}

static void note(struct maker *maker, const char *file,
	const struct po_entry *entry, const char *what)
{
	char *said = text_format("%s/%s:%d: '%s' %s", maker->folder, file,
		entry->line, entry->context, what);
	char *safe = safe_text(said, false);

	text_addf(maker->notes, "%s\n", safe);
	free(safe);
	free(said);
}

static void take_entry(struct maker *maker, const char *file,
	const struct po_entry *entry, json_t *translations)
{
	const char *dutch =
		json_string_value(json_object_get(maker->texts, entry->context));

	if (!dutch)
		note(maker, file, entry, "is no place with a text in this form");
	else if (strcmp(dutch, entry->id) != 0)
		note(maker, file, entry, "is left out: its Dutch text has changed");
	else if (entry->fuzzy && *entry->text)
		note(maker, file, entry, "is left out: it is marked fuzzy");
	else if (!*entry->text)
		note(maker, file, entry, "is not translated");
	else
		json_object_set_new(
			translations, entry->context, json_string(entry->text));
}

static bool is_language(const char *tag, size_t n)
{
	size_t first = strspn(tag, "abcdefghijklmnopqrstuvwxyz");

	if (n < 2 || n > 15 || first < 2 || first > 3 ||
		(first < n && tag[first] != '-'))
		return false;
	for (size_t i = first; i < n; i++) {
		bool letter = (tag[i] >= 'a' && tag[i] <= 'z') ||
					  (tag[i] >= 'A' && tag[i] <= 'Z') ||
					  (tag[i] >= '0' && tag[i] <= '9');

		if (!letter && (tag[i] != '-' || tag[i - 1] == '-' || i + 1 == n))
			return false;
	}
	return true;
}

static void take_entries(
	struct maker *maker, const char *file, const struct po *po)
{
	json_t *translations = json_object();
	char *language = mem_text_n(file, strlen(file) - strlen(".po"));

	for (size_t i = 0; i < po->n_entries; i++)
		take_entry(maker, file, &po->entries[i], translations);
	json_object_set_new(
		json_object_get(maker->bundle, "translations"), language, translations);
	free(language);
}

static bool take_overlay(struct maker *maker, const char *file)
{
	struct form_fault fault;
	struct po po;
	size_t size;
	char *bytes;
	bool fine;

	if (!is_language(file, strlen(file) - strlen(".po")))
		return wrong(maker, file, "not the name of a language");
	bytes = read_file(maker, file, &size);
	if (!bytes)
		return false;
	fine = po_read(&po, bytes, size, &fault);
	if (fine)
		take_entries(maker, file, &po);
	else
		wrong(maker, file, fault.text);
	po_clear(&po);
	free(fault.text);
	free(bytes);
	return fine;
}

static int is_overlay(const struct dirent *file)
{
	size_t n = strlen(file->d_name);

	return file->d_name[0] != '.' && n > 3 &&
		   strcmp(file->d_name + n - 3, ".po") == 0;
}

static bool take_overlays(struct maker *maker)
{
	struct dirent **files = NULL;
	int n = scandir(maker->folder, &files, is_overlay, alphasort);
	bool fine = n >= 0 || wrong(maker, "", "cannot be read");

	for (int i = 0; i < n; i++) {
		fine = fine && take_overlay(maker, files[i]->d_name);
		free(files[i]);
	}
	free(files);
	return fine;
}

static json_t *make(struct maker *maker)
{
	maker->fault->text = NULL;
	maker->texts = json_object();
	if (!start_bundle(maker) || !take_overlays(maker)) {
		json_decref(maker->bundle);
		maker->bundle = NULL;
	}
	json_decref(maker->texts);
	return maker->bundle;
}

json_t *bundle_of_folder(
	const char *folder, struct text *notes, struct form_fault *fault)
{
	struct maker maker = { .folder = folder, .notes = notes, .fault = fault };

	return make(&maker);
}

json_t *bundle_of_copy(
	const char *folder, struct text *notes, struct form_fault *fault)
{
	struct maker maker = {
		.folder = folder, .notes = notes, .fault = fault, .any_name = true
	};

	return make(&maker);
}

char *bundle_make(const char *folder, size_t *size, struct form_fault *fault)
{
	struct text notes = { 0 };
	json_t *bundle = bundle_of_folder(folder, &notes, fault);
	char *bytes = bundle ? bundle_bytes(bundle, size) : NULL;

	text_clear(&notes);
	json_decref(bundle);
	return bytes;
}

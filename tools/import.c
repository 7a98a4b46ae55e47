/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/import.h"

#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"
#include "lib/base/lend.h"
#include "lib/base/memory.h"
#include "lib/forms/bundle.h"
#include "lib/forms/html.h"
#include "tools/dutch.h"
#include "tools/folder.h"
#include "tools/import_parts.h"
#include "tools/overlay.h"

enum { MOST_FILE = 16 * 1024 * 1024 };

/* What service.json wants to know, and an export cannot tell. */
static const struct {
	const char *name, *ask;
} wanted[] = {
	{ "category", "Onder welk kopje staat dit in de lijst?" },
	{ "summary", "Wat is het? Een zin van hoogstens 12 woorden." },
	{ "here", "Wat doet men hier, en wat komt niet uit dit apparaat?" },
	{ "delivery", "Hoe en binnen hoeveel werkdagen komt het?" },
	{ "price", "Wat kost het (price.cents, price.text), en wanneer?" },
	{ "bring", "Wat moet men nu pakken?" },
	{ "who", "Voor wie is dit?" },
	{ "elsewhere", "Waar kan men heen als het hier niet kan?" },
	{ "next", "Wat gebeurt er na het versturen, en wanneer?" },
	{ "contact", "Waar kan men bellen of heengaan?" },
	{ "pictogram", "Welk plaatje uit assets/pictograms hoort erbij?" },
	{ "workingDays", "Binnen hoeveel werkdagen komt antwoord?" },
};

static bool complain(const char *path, const char *what)
{
	char *safe = safe_text(what, false);

	fprintf(stderr, "%s: %s\n", path, safe);
	free(safe);
	return false;
}

/* Words to find the service by: those of its name. */
static char *search_words(const json_t *form)
{
	return dutch_lower(json_text(form, "name"));
}

/* What Open Forms said at the end is where to start from. */
static void ask_next(const struct import *import, json_t *to_fill)
{
	const json_t *old = json_array_get(import->export->parts[EXPORT_FORMS], 0);
	char *said =
		html_to_text(json_text(old, "submission_confirmation_template"));
	char *ask = text_format(
		"%s In Open Forms stond: %s", json_text(to_fill, "next"), said);

	if (!text_empty(said))
		json_object_set_new(to_fill, "next", json_string(ask));
	free(ask);
	free(said);
}

/* Nothing is made up: texts are empty until somebody writes them, and what is
 * still to be written stands in toFill, which no resident ever sees. */
static json_t *service_of(const struct import *import)
{
	const json_t *form = import->form;
	char *search = search_words(form);
	json_t *to_fill = json_object();
	json_t *service = json_pack("{s:i, s:s, s:i}", "v", 1, "slug",
		json_text(form, "slug"), "order", 100);

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		const char *name = wanted[i].name;
		bool price = strcmp(name, "price") == 0;

		json_object_set_new(to_fill, name, json_string(wanted[i].ask));
		if (strcmp(name, "next") == 0)
			ask_next(import, to_fill);
		if (price)
			json_object_set_new(
				service, name, json_pack("{s:i, s:s}", "cents", 0, "text", ""));
		else if (strcmp(name, "workingDays") != 0)
			json_object_set_new(service, name, json_string(""));
	}
	json_object_set_new(service, "search", json_string(search));
	if (json_array_size(
			json_object_get(form, "submissionStatementsConfiguration")))
		json_object_set_new(to_fill, "statements",
			json_string("Kloppen de zinnen van de verklaringen in form.json?"));
	json_object_set_new(service, "toFill", to_fill);
	free(search);
	return service;
}

static void tell_reach(struct import *import, const json_t *service)
{
	static const char *const reaches[] = {
		[FORM_OFFLINE] = "works with the network down",
		[FORM_ONLINE] = "needs the server",
		[FORM_NOT_HERE] = "cannot be done on this kiosk",
	};
	struct form_fault fault = { 0 };
	json_t *bundle = json_pack("{s:i, s:s, s:O, s:O, s:{}}", "v", 1, "slug",
		json_text(import->form, "slug"), "form", import->form, "service",
		service, "translations");
	struct form *form = bundle_read(bundle, "", "nl", NULL, &fault);

	if (!form)
		import_fail(import, "the form is not whole: %s", fault.text);
	else if (*form->reason)
		import_report(
			import, "this form %s: %s", reaches[form->reach], form->reason);
	else
		import_report(import, "this form %s", reaches[form->reach]);
	form_free(form);
	free(fault.text);
	json_decref(bundle);
}

static void tell_languages(struct import *import)
{
	const char *language;
	json_t *texts;

	json_object_foreach(import->overlays, language, texts)
	{
		import_report(import, "translations (%s): %zu%s", language,
			json_object_size(texts),
			import->translated ? ""
							   : ", to be looked at: Open Forms did not show "
								 "them");
	}
}

static bool write_bytes(const char *folder, const char *name, const char *bytes)
{
	char *path = text_format("%s/%s", folder, name);
	/* Authors share these files. */
	bool fine =
		file_write(path, bytes, strlen(bytes)) && chmod(path, 0644) == 0;

	free(path);
	return fine;
}

/* Tabs to indent, as in the forms of the city. Line feeds in texts are escaped,
 * so blanks at the start of a line are jansson's. */
static char *dumped(const json_t *json)
{
	char *bytes = json_dumps(json, JSON_INDENT(1));
	bool starts = true;

	for (char *at = bytes; *at; at++) {
		if (starts && *at == ' ')
			*at = '\t';
		else
			starts = *at == '\n';
	}
	return bytes;
}

static bool write_json(const char *folder, const char *name, const json_t *json)
{
	char *text = dumped(json);
	char *bytes = text_format("%s\n", text);
	bool fine = write_bytes(folder, name, bytes);

	free(bytes);
	free(text);
	return fine;
}

static bool stands_there(const char *folder, const char *name)
{
	char *path = text_format("%s/%s", folder, name);
	bool found = file_exists(path);

	free(path);
	return found;
}

static bool write_overlay(const struct import *import,
	const struct folder *folder, const char *language, const json_t *texts)
{
	char *name = text_format("%s.po", language);
	char *path = text_format("%s/%s", folder->path, name);
	char when[16], *wrong = NULL, *bytes = NULL;
	struct po_file po = { 0 };
	struct overlay_count count;
	size_t size;
	bool fine = true;

	date_to_text(date_today(), when);
	if (file_exists(path)) {
		bytes = file_read(path, MOST_FILE, &size);
		fine = bytes && po_file_read(&po, bytes, size, &wrong);
	}
	if (!fine)
		complain(path, wrong ? wrong : "cannot be read");
	if (fine && !po.n)
		po_file_begin(&po, language, when);
	free(bytes);
	if (fine) {
		overlay_update(&po, folder->texts, texts, !import->translated, &count);
		bytes = po_file_bytes(&po);
		fine = write_bytes(folder->path, name, bytes);
		free(bytes);
	}
	po_file_clear(&po);
	free(wrong);
	free(path);
	free(name);
	return fine;
}

static bool write_overlays(const struct import *import, const char *path)
{
	struct folder folder;
	const char *language;
	json_t *texts;
	bool fine = true;

	folder_read(&folder, path);
	json_object_foreach(import->overlays, language, texts)
	{
		fine = write_overlay(import, &folder, language, texts) && fine;
	}
	folder_clear(&folder);
	return fine;
}

/* OUTPUT/SLUG, or OUTPUT itself when that is its name. */
static char *folder_of(const char *output, const char *slug)
{
	char *copy = mem_text(output ? output : ".");
	bool same = strcmp(basename(copy), slug) == 0;
	char *folder = same ? mem_text(output)
						: text_format("%s/%s", output ? output : ".", slug);

	free(copy);
	return folder;
}

static bool make_folder(const char *path)
{
	char *copy = mem_text(path);
	bool fine = true;

	for (char *at = copy + 1; fine && *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		fine = mkdir(copy, 0777) == 0 || errno == EEXIST;
		*at = '/';
	}
	fine = fine && (mkdir(path, 0777) == 0 || errno == EEXIST);
	if (!fine)
		complain(path, strerror(errno));
	free(copy);
	return fine;
}

static bool write_form(const struct import *import, const json_t *service,
	const struct import_wish *wish)
{
	char *folder = folder_of(wish->output, json_text(import->form, "slug"));
	bool fine;

	if (stands_there(folder, "form.json") && !wish->again)
		fine = complain(folder, "there is a form already; --again writes over "
								"its form.json and keeps its other texts");
	else
		fine = make_folder(folder) &&
			   (stands_there(folder, "service.json") ||
				   write_json(folder, "service.json", service)) &&
			   write_json(folder, "form.json", import->form) &&
			   write_overlays(import, folder);
	if (fine)
		printf("written to %s; service.json tells what is still to be "
			   "written\n",
			folder);
	free(folder);
	return fine;
}

static bool is_slug(const char *slug)
{
	return *slug && strlen(slug) <= 100 &&
		   strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-_") ==
			   strlen(slug);
}

static bool take(struct import *import)
{
	return import_form(import) &&
		   (is_slug(json_text(import->form, "slug")) ||
			   import_fail(import, "forms.json: '%s' is no name for a folder",
				   json_text(import->form, "slug")));
}

bool import_export(const char *path, const struct import_wish *wish)
{
	struct export_zip export;
	struct import import = { .export = &export };
	json_t *service = NULL;
	char *wrong;
	bool fine = export_zip_read(&export, path, &wrong);

	if (!fine)
		complain(path, wrong);
	free(wrong);
	if (fine) {
		fine = take(&import);
		service = fine ? service_of(&import) : NULL;
		if (fine)
			tell_reach(&import, service);
		tell_languages(&import);
		fputs(import.report.bytes ? import.report.bytes : "", stdout);
		fine = !import.wrong || complain(path, import.wrong);
	}
	if (fine && !wish->only_check)
		fine = write_form(&import, service, wish);
	json_decref(service);
	import_clear(&import);
	export_zip_clear(&export);
	return fflush(stdout) == 0 && fine;
}

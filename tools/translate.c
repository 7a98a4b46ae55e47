/* SPDX-License-Identifier: EUPL-1.2 */
#include "tools/translate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/clock.h"
#include "lib/base/file.h"
#include "lib/base/text.h"
#include "tools/folder.h"
#include "tools/inline_texts.h"
#include "tools/overlay.h"

enum { MOST_FILE = 16 * 1024 * 1024, MOST_SHOWN = 60 };

static bool complain(const char *path, const char *what, int line)
{
	if (line)
		fprintf(stderr, "%s: line %d: %s\n", path, line, what);
	else
		fprintf(stderr, "%s: %s\n", path, what);
	return false;
}

static bool is_whole(const struct folder *folder)
{
	const struct folder_file *files[] = { &folder->form, &folder->service };

	for (size_t i = 0; i < 2; i++) {
		if (files[i]->wrong)
			return complain(files[i]->path, files[i]->wrong, files[i]->line);
	}
	return !folder->wrong || complain(folder->form.path, folder->wrong, 0);
}

static bool read_overlay(const char *path, struct po_file *po)
{
	size_t size;
	char *wrong = NULL;
	char *bytes = file_read(path, MOST_FILE, &size);
	bool fine = bytes && po_file_read(po, bytes, size, &wrong);

	if (!fine)
		complain(path, wrong ? wrong : "cannot be read", 0);
	free(wrong);
	free(bytes);
	return fine;
}

static void show_open(const struct po_file *po)
{
	size_t n = 0;

	for (size_t i = 0; i < po->n; i++) {
		const struct po_item *item = &po->items[i];
		char *place, *dutch;

		if (!item->context || item->obsolete || (*item->text && !item->fuzzy))
			continue;
		if (n++ == MOST_SHOWN) {
			puts("  ...");
			return;
		}
		place = safe_text(item->context, false);
		dutch = safe_text(item->id, false);
		printf(
			"  %s %s: %s\n", *item->text ? "look at" : "missing", place, dutch);
		free(dutch);
		free(place);
	}
}

static void show(const char *path, const struct po_file *po,
	const struct overlay_count *count)
{
	size_t share = count->texts ? count->done * 100 / count->texts : 100;

	show_open(po);
	printf("%s: %zu of %zu texts translated (%zu %%)", path, count->done,
		count->texts, share);
	if (count->missing)
		printf(", %zu missing", count->missing);
	if (count->fuzzy)
		printf(", %zu to look at", count->fuzzy);
	if (count->obsolete)
		printf(", %zu no longer used", count->obsolete);
	puts("");
}

static bool write_overlay(const char *path, const struct po_file *po)
{
	char *bytes = po_file_bytes(po);
	/* Authors share these files. */
	bool fine =
		file_write(path, bytes, strlen(bytes)) && chmod(path, 0644) == 0;

	free(bytes);
	return fine;
}

static bool update(
	const struct folder *folder, const char *path, const char *language)
{
	struct po_file po = { 0 };
	struct overlay_count count;
	json_t *given = inline_texts(folder->form.json, language);
	char when[16];
	bool fine = !file_exists(path) || read_overlay(path, &po);

	date_to_text(date_today(), when);
	if (fine && !po.n)
		po_file_begin(&po, language, when);
	if (fine) {
		overlay_update(&po, folder->texts, given, false, &count);
		fine = write_overlay(path, &po);
	}
	if (fine)
		show(path, &po, &count);
	po_file_clear(&po);
	json_decref(given);
	return fine;
}

bool translate(const char *path, const char *language)
{
	struct folder folder;
	char *overlay;
	bool fine;

	folder_read(&folder, path);
	overlay = text_format("%s/%s.po", folder.path, language);
	fine = is_whole(&folder) && update(&folder, overlay, language);
	free(overlay);
	folder_clear(&folder);
	return fflush(stdout) == 0 && fine;
}

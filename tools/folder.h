/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_FOLDER_H
#define TOOLS_FOLDER_H
/*
 * The folder of a form as its author sees it: files with lines, and texts with
 * places. What is wrong with one file says nothing of the others.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/text.h"

struct folder_file {
	char *path;
	json_t *json;  /* NULL when it cannot be read; `wrong` says why */
	json_t *lines; /* json_place.h */
	char *wrong;   /* NULL when all is well */
	int line;      /* of what is wrong, 0 when not known */
};

struct folder {
	char *path; /* without '/' at its end */
	struct folder_file form, service;
	json_t *texts; /* every Dutch text by its place: {"naam:label": "Naam"} */
	char *wrong;   /* why the form cannot be loaded; NULL when it can */
	char *reason;  /* why it is not offline or not here; "" */
	int reach;     /* enum form_reach */
};

void folder_read(struct folder *folder, const char *path);
void folder_clear(struct folder *folder);

/* The names of the overlays ("en", "tr"), sorted: an array of strings. */
json_t *folder_languages(const struct folder *folder);
/* "en", "zh-hans"; not "nl", which is what is translated. */
bool is_language_name(const char *name);

#endif

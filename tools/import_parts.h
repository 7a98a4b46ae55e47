/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_IMPORT_PARTS_H
#define TOOLS_IMPORT_PARTS_H
/*
 * An export of Open Forms on its way to form.json: what the parts of the
 * importer share. Nothing here reads or writes a file.
 */
#include <stdbool.h>

#include <jansson.h>

#include "lib/base/text.h"
#include "tools/export_zip.h"

struct import {
	const struct export_zip *export;
	json_t *form;     /* the result, as form.json has it */
	json_t *index;    /* every component by its key ("grid.key" in a grid) */
	json_t *overlays; /* {"en": {"naam:label": "Name"}} */
	/* While steps are read: */
	json_t *literals;   /* {"en": {"Naam": "Name"}} of this step; borrowed */
	json_t *here;       /* keys of this step */
	json_t *renamed;    /* {"content": "content_2"} in this step */
	json_t *aliases;    /* {"content": ["content_2", ...]} in all steps */
	bool translated;    /* whether Open Forms showed the translations */
	struct text report; /* lines, for people */
	char *wrong;        /* why there is no form; NULL while all is well */
};

/* What is told about one thing: its name, then a line for each note. */
struct notes {
	struct text lines;
	size_t n_builder; /* settings of the old builder that mean nothing */
	bool left_out;    /* nothing of it is in the form */
};
void notes_add(struct notes *notes, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void import_report(struct import *import, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Reports `what` with its notes, and clears them. */
void import_tell(struct import *import, const char *what, struct notes *notes);
/* Always false; the first one stays. */
bool import_fail(struct import *import, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* import_form.c: everything. false: import->wrong says why. */
bool import_form(struct import *import);
void import_clear(struct import *import);

/* import_steps.c */
json_t *import_steps(struct import *import);
void import_set_literals(json_t *out, const json_t *old);
void import_set_translations(json_t *out, const json_t *old);
void import_lower_slug(json_t *out, const char *key);
/* import_components.c: what is left of a list of components. `scope`: "" or
 * the key of the grid they stand in. */
json_t *import_components(
	struct import *import, const json_t *list, const char *scope);
/* import_convert.c: the conversions of Open Forms itself, in place. */
void import_convert(json_t *component, struct notes *notes);
/* import_renew.c: what later releases changed in older components. */
void import_renew(json_t *component, struct notes *notes);
/* import_literals.c: gives a component its translations of import->literals. */
void import_literals(struct import *import, json_t *component);
/* import_types.c: makes settings of the type that they should have. */
void import_settle_types(json_t *component, struct notes *notes);
/* import_conditions.c: cleans and types all conditions, once all are known. */
void import_conditions(struct import *import);
/* Conditions of these components on what has another key now. */
void import_rename_conditions(const struct import *import, json_t *list);
/* import_logic.c */
json_t *import_logic(struct import *import);
json_t *import_variables(struct import *import);
/* import_texts.c: fills the overlays and takes the translations out. */
void import_texts(struct import *import);

/* import_json.c: small helps. */
/* null, "", {} and []. */
bool json_is_blank(const json_t *json);
const char *json_text(const json_t *object, const char *key); /* "" */
/* "https://host/api/v2/forms/UUID/steps/UUID": the last one; the caller
 * frees; "" when there is none. */
char *uuid_at_end(const char *url);
char *snake_of(const char *camel);
char *camel_of(const char *snake);
/* A copy with all keys, deep, in camel case, and without null. */
json_t *json_camel(const json_t *json);
/* Takes the members named in `keys` out of a copy, in that order. */
json_t *json_picked(const json_t *object, const char *const *keys);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_BUNDLE_H
#define FORMS_BUNDLE_H
/*
 * For who makes bundles: a folder becomes a bundle, bundles become the
 * catalogue. Residents' programs need form_file.h only.
 */
#include "lib/base/text.h"
#include "lib/forms/form_file.h"

/* As form_from_json(); in `texts` (when not NULL) comes every Dutch text by
 * its place: {"naam:label": "Naam"}. */
struct form *bundle_read(const json_t *bundle, const char *version,
	const char *language, json_t *texts, struct form_fault *fault);

/* The bundle of a folder, or NULL with a fault. `notes` gets a line for each
 * translation that was left out, because its Dutch text changed or is gone. */
json_t *bundle_of_folder(
	const char *folder, struct text *notes, struct form_fault *fault);

/* The same of a folder that is called otherwise than its form: an older copy.
 */
json_t *bundle_of_copy(
	const char *folder, struct text *notes, struct form_fault *fault);

/* What a bundle is in the catalogue: GET /v1/producten in doc/protocols.md. */
json_t *catalogue_entry(const json_t *bundle, struct form_fault *fault);
/* Of an array of entries, which it takes, in their order. */
json_t *catalogue_of(json_t *taken_entries);

#endif

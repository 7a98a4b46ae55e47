/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef FORMS_FORM_FILE_H
#define FORMS_FORM_FILE_H
/*
 * JSON in, struct form out. A bundle is the canonical JSON (sorted keys, no
 * white space, UTF-8) that `opendeur-forms publish` makes of a form folder:
 *
 *   {"v":1,"slug":"…","form":{…},"service":{…},
 *    "translations":{"en":{"naam:label":"Name",…},"tr":{…}}}
 *
 * `form` is Open Forms' own JSON with its steps' configurations in place,
 * `translations` come from the LANG.po overlays, by msgctxt. Nothing here
 * reads a disk or a network: bytes come in.
 */
#include "lib/forms/form.h"

/* What is wrong with a form and where: "steps[0].components[3].validate.max:
 * a text where a number must stand". */
struct form_fault {
	char *text; /* NULL when there is none; the caller frees */
};

/*
 * Loads a bundle in `language` (BCP 47; texts fall back to Dutch). NULL with a
 * fault for malformed JSON, wrong types, cycles in conditions, texts over 1 MB
 * or nesting over 32 levels. An unknown component is no fault: the form loads
 * with reach FORM_NOT_HERE.
 */
struct form *form_load(const char *bytes, size_t size, const char *language,
	struct form_fault *fault);

/* The same from parsed JSON, which stays the caller's; `version` is 64 hex, or
 * NULL to have it computed. */
struct form *form_from_json(const json_t *bundle, const char *version,
	const char *language, struct form_fault *fault);

/* The canonical bytes of a bundle and their SHA-256; the caller frees. */
char *bundle_bytes(const json_t *bundle, size_t *size);
void bundle_version(const json_t *bundle, char version[65]);

/* Makes the bundle of a folder (form.json, service.json, LANG.po ...): its
 * bytes, to be freed by the caller, or NULL with a fault. The one function
 * here that reads files. */
char *bundle_make(const char *folder, size_t *size, struct form_fault *fault);

#endif

/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TOOLS_FORM_SOURCE_H
#define TOOLS_FORM_SOURCE_H
/*
 * A form wherever an author has it: its folder, the form.json in it, a bundle
 * of `publish`, or a form.json on its own, without service page.
 */
#include <jansson.h>

#include "lib/base/text.h"
#include "lib/forms/bundle.h"

/* As a bundle, or NULL with a fault that names the file and the place in it.
 * `notes` as bundle_of_folder() has them. A form.json on its own gives one
 * without "service". */
json_t *form_source(
	const char *path, struct text *notes, struct form_fault *fault);
/* The folder to look into for changes: of a file the one it is in. The caller
 * frees. */
char *form_source_folder(const char *path);

#endif
